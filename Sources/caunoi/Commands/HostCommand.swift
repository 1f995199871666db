import ArgumentParser
import PortalNetwork
import Publishing
import Store
import Vietnamese

struct HostCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "host",
        abstract: "The register of hosts that links may lead to with weight.",
        discussion: """
            A link to a host that is neither registered nor a portal of this installation is worth nothing to search engines. Registering or removing a host takes
            two people: one proposes (propose, remove), another approves. A registration holds on its portal and every portal below it.
            """,
        subcommands: [HostList.self, HostPropose.self, HostRemove.self, HostApprove.self, HostRefuse.self]
    )
}

private struct HostLine: Encodable {
    let host: String
    let site: String
    /// `registered`, or what a proposal that waits is about: `add`, `remove`.
    let state: String
    let since: String
    let entry: Int64?
    let uses: Int
    let reason: String?
}

private struct HostList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List what is registered and what waits for a second person.")
    @OptionGroup var global: GlobalOptions
    @Option(name: .long, help: "Host or code of the portal; with all portals below it.") var site: String

    func run() async throws {
        try await Program.with(global.settings()) { program in
            let tree = program.directory.tree
            let sites = tree.subtree(of: try tree.named(site).id)
            let lines = try await program.database.read { db in
                let waiting = try OutboundHosts.waiting(on: sites, limit: 10_000, in: db).map { one in
                    HostLine(
                        host: one.host,
                        site: tree[one.site]?.code ?? "",
                        state: one.change.rawValue,
                        since: one.proposedAt.rfc3339,
                        entry: nil,
                        uses: try OutgoingLinks.uses(of: one.host, on: sites, db),
                        reason: one.reason
                    )
                }
                return try waiting
                    + OutboundHosts.registered(on: sites, limit: 100_000, in: db).map { one in
                        HostLine(
                            host: one.host,
                            site: tree[one.site]?.code ?? "",
                            state: "registered",
                            since: one.since.rfc3339,
                            entry: one.entry,
                            uses: try OutgoingLinks.uses(of: one.host, on: sites, db),
                            reason: nil
                        )
                    }
            }
            try global.console.result(
                lines,
                text: Console.table(
                    lines.map { line in
                        [line.host, line.site, line.state, line.since, line.entry.map { "\($0)" } ?? "", "\(line.uses)", line.reason ?? ""]
                    }
                )
            )
        }
    }
}

/// What the commands of the register have in common.
struct HostChange: ParsableArguments {
    @OptionGroup var global: GlobalOptions
    @OptionGroup var acting: ActingOptions
    @Argument(help: "The host name: baochinhphu.vn.") var host: String
    @Option(name: .long, help: "Host or code of the portal.") var site: String
    @Option(name: .long, help: "Why, for whoever decides it and for later.") var reason: String?

    fileprivate func propose(_ change: HostProposal.Change) async throws {
        try await Program.with(global.settings()) { program in
            let site = try program.directory.tree.named(site)
            let actor = try await program.acting(acting, "host propose")
            let proposal = try await program.publishing.proposeHost(change, host, because: reason ?? "", on: site.id, by: actor.by) { [host] db in
                try actor.note(.hostProposed, on: host, site: site.id, detail: change.rawValue, db)
            }
            try global.console.result(
                ["host": proposal.host, "change": change.rawValue],
                text: "Proposed: \(change.rawValue) \(proposal.host) on \(site.code). Somebody else approves it: "
                    + "caunoi host approve \(proposal.host) --site \(site.code) --as NAME"
            )
        }
    }

    fileprivate func decide(_ decision: HostProposal.Decision) async throws {
        try await Program.with(global.settings()) { program in
            let site = try program.directory.tree.named(site)
            let actor = try await program.acting(acting, "host \(decision == .approved ? "approve" : "refuse")")
            let name = try OutboundHosts.checked(host)
            let waiting = try await program.database.read { try OutboundHosts.waiting(on: [site.id], limit: 10_000, in: $0) }
            guard let proposal = waiting.first(where: { $0.host == name }) else { throw HostRefusal.decided }
            let decided = try await program.publishing.decideHost(proposal.id, decision, answer: reason, on: site.id, by: actor.by) { db in
                try actor.note(decision == .approved ? .hostApproved : .hostRefused, on: name, site: site.id, db)
            }
            let entry = decided.entry.map { ", entry \($0) of the record" } ?? ""
            try global.console.result(
                ["host": name, "decision": decision.rawValue, "entry": decided.entry.map { "\($0)" } ?? ""],
                text: "\(decision == .approved ? "Approved" : "Refused"): \(proposal.change.rawValue) \(name) on \(site.code)\(entry)."
            )
        }
    }
}

private struct HostPropose: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "propose", abstract: "Propose to register a host (wants --as and --reason).")
    @OptionGroup var change: HostChange
    func run() async throws { try await change.propose(.add) }
}

private struct HostRemove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "remove", abstract: "Propose to take a host out (wants --as and --reason).")
    @OptionGroup var change: HostChange
    func run() async throws { try await change.propose(.remove) }
}

private struct HostApprove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "approve", abstract: "Approve what somebody else proposed (wants --as).")
    @OptionGroup var change: HostChange
    func run() async throws { try await change.decide(.approved) }
}

private struct HostRefuse: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "refuse", abstract: "Refuse what somebody else proposed (wants --as and --reason).")
    @OptionGroup var change: HostChange
    func run() async throws { try await change.decide(.refused) }
}
