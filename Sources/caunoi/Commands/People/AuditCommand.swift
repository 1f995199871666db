import ArgumentParser
import Exchange
import Foundation
import PortalNetwork
import Publishing
import Store
import Vietnamese

struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "The trail of what people did: who, what, when, from where, on what.",
        subcommands: [AuditList.self, AuditExport.self]
    )
}

/// What the trail is asked for.
private struct AuditFilter: ParsableArguments {
    @Option(name: .long, help: "Sign-in name of who did it, or to whom it was done.") var who: String?
    @Option(name: .long, help: "One action, for instance sign-in or role-granted.") var action: String?
    @Option(name: .long, help: "First day (yyyy-mm-dd, in Việt Nam).") var from: String?
    @Option(name: .long, help: "Last day (yyyy-mm-dd).") var to: String?
    @Option(name: .long, help: "Code of a portal: what happened on it and below.") var site: String?

    func query(in tree: SiteTree) throws -> AuditTrail.Query {
        func day(_ text: String, _ flag: String) throws -> CivilDate {
            guard let date = CivilDate(text) else { throw UsageFault("\(flag) is '\(text)'; give a day such as 2026-11-28") }
            return date
        }
        return AuditTrail.Query(
            handle: who,
            action: action,
            from: try from.map { VietnamTime.startOfDay(try day($0, "--from")) },
            until: try to.map { VietnamTime.startOfDay(try day($0, "--to").adding(days: 1)) },
            sites: try site.map { tree.subtree(of: try tree.named($0).id) }
        )
    }
}

private struct TrailLine: Encodable {
    static let columns = ["id", "at", "handle", "action", "outcome", "site", "object", "detail", "address", "agent"]

    let id: String
    let at: String
    let handle: String
    let action: String
    let outcome: String
    let site: String?
    let object: String
    let detail: String
    let address: String
    let agent: String

    init(_ line: AuditLine, _ tree: SiteTree) {
        id = "\(line.id)"
        at = line.at.rfc3339UTC
        handle = line.handle
        action = line.action
        outcome = line.outcome.rawValue
        site = line.site.map { tree[$0]?.code ?? "\($0)" }
        object = line.object
        detail = line.detail
        address = line.address
        agent = line.agent
    }

    var fields: [String] { [id, at, handle, action, outcome, site ?? "", object, detail, address, agent] }
}

private struct AuditList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "Show lines of the trail, the newest first.")
    @OptionGroup var global: GlobalOptions
    @OptionGroup var filter: AuditFilter
    @Option(name: .long, help: "How many lines at most.") var limit = 50

    func run() async throws {
        try await Program.with(global.settings()) { program in
            let tree = program.directory.tree
            var query = try filter.query(in: tree)
            query.limit = limit
            let asked = query
            let lines = try await program.database.read { try AuditTrail.lines(asked, in: $0) }.map { TrailLine($0, tree) }
            try global.console.result(
                lines,
                text: Console.table(
                    lines.map {
                        [$0.at, $0.handle, $0.action, $0.outcome == "done" ? "" : $0.outcome, $0.object, $0.site ?? "", $0.detail, $0.address]
                    }
                )
            )
        }
    }
}

private struct AuditExport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write the trail to a file, the newest line first: CSV, or JSON Lines when the name ends in .jsonl (packed with .gz)."
    )
    @OptionGroup var global: GlobalOptions
    @OptionGroup var filter: AuditFilter
    @Argument(help: "File to write.") var file: String

    func run() async throws {
        try await Program.with(global.settings()) { program in
            let tree = program.directory.tree
            var query = try filter.query(in: tree)
            query.limit = 1000
            let plain = file.hasSuffix(".gz") ? String(file.dropLast(3)) : file
            let isLines = plain.hasSuffix(".jsonl")
            let table = isLines ? nil : try CSVWriter(path: file, columns: TrailLine.columns, audience: .spreadsheets)
            let lines = isLines ? try JSONLinesWriter(path: file) : nil
            var count = 0
            while true {
                let asked = query
                let page = try await program.database.read { try AuditTrail.lines(asked, in: $0) }
                for line in page.map({ TrailLine($0, tree) }) {
                    try table?.write(line.fields)
                    if let lines { try lines.write(line) }
                }
                count += page.count
                guard page.count == query.limit, let last = page.last else { break }
                query.before = last.id
            }
            try table?.finish()
            try lines?.finish()
            let (access, name) = (program.access, file)
            try await program.database.write { try access.note(.auditExported, by: nil, detail: name, from: .commandLine, in: $0) }
            try global.console.result(["lines": count], text: "\(count) lines in \(file).")
        }
    }
}
