import HTTPTypes
import PortalNetwork
import Publishing
import Store
import Vietnamese
import Web

/// The register of hosts that links may lead to with weight: what stands in it, what waits for a second person, what was decided last.
struct HostScreens: Sendable {
    let desk: Desk
    let portal: PortalDesk

    private static let page = 50

    func add(to routes: inout DeskRoutes) {
        let path = "/cong/:site/ten-mien"
        routes.on(.get, path) { (context: May<ProposeHost>) in try await show(PortalVisit(context, desk)) }
        routes.on(.post, path) { (context: May<ProposeHost>) in try await propose(PortalVisit(context, desk)) }
        routes.on(.post, path + "/ky") { (context: May<ApproveHost>) in try await question(PortalVisit(context, desk)) }
        routes.on(.post, path + "/duyet") { (context: May<ApproveHost>) in try await decide(PortalVisit(context, desk)) }
    }

    private func show(_ place: PortalVisit, error: (any Refusal)? = nil) async throws -> DeskAnswer {
        let (visit, tree) = (place.visit, place.visit.tree)
        let below = tree.subtree(of: place.site.id)
        let above = tree.ancestors(of: place.site.id).map(\.id)
        let after = visit.query["sau"]
        let (hosts, waiting, decided, uses) = try await portal.publishing.database.read { db in
            let hosts = try OutboundHosts.registered(on: above + below, after: after, limit: Self.page + 1, in: db)
            let waiting = try OutboundHosts.waiting(on: below, limit: 200, in: db)
            var uses: [String: Int] = [:]
            for host in Set(hosts.map(\.host) + waiting.map(\.host)) { uses[host] = try OutgoingLinks.uses(of: host, on: below, db) }
            return (hosts, waiting, try OutboundHosts.decided(on: below, limit: 20, in: db), uses)
        }
        // Whole names, so that the next page begins with another.
        let isMore = hosts.count > Self.page
        let last = hosts.last?.host
        let shown = isMore ? hosts.filter { $0.host != last } : hosts
        let people = hosts.flatMap { [$0.proposedBy, $0.approvedBy].compactMap { $0 } } + (waiting + decided).map(\.proposedBy)
        let names = try await Self.names(people + decided.compactMap(\.decidedBy), portal.publishing.database)
        let title = visit.word("portal.tab.ten-mien")
        let given = error != nil && visit.form.text("ma") == nil
        let screen = OutboundHostsScreen(
            frame: place.frame(title, scripts: ["desk-sign.js"]),
            top: place.top(.hosts, title),
            action: PortalTab.hosts.path(place.site),
            waiting: waiting.map { ProposalRow($0, uses[$0.host] ?? 0, names, place) },
            rows: shown.map { RegisteredRow($0, uses[$0.host] ?? 0, names, isOwn: below.contains($0.site), visit) },
            decided: decided.map { ProposalRow($0, 0, names, place) },
            next: isMore ? shown.last.map { PortalTab.hosts.path(place.site) + "?sau=" + FormCoding.encode($0.host) } : nil,
            host: given ? visit.form["ten-mien"] : visit.query["ten-mien"],
            reason: given ? visit.form["ly-do"] : "",
            error: error.map(visit.said)
        )
        return try .page(.outboundHosts, screen, visit, status: error == nil ? .ok : .unprocessableContent)
    }

    private static func names(_ people: [PersonID], _ database: any Database) async throws -> [PersonID: String] {
        guard !people.isEmpty else { return [:] }
        let rows = try await database.read { try $0.rows("SELECT id, name FROM person WHERE id IN (\(list: Set(people).sorted()))") }
        return Dictionary(uniqueKeysWithValues: try rows.map { (try $0[0] as PersonID, try $0[1] as String) })
    }

    private func propose(_ place: PortalVisit) async throws -> DeskAnswer {
        do {
            let change: HostProposal.Change = place.form["viec"] == "bo" ? .remove : .add
            // A row in the list says on which portal it stands.
            let site = try place.form.text("cong").map { code in
                guard let site = place.visit.tree.site(code: code), place.visit.tree.isInside(site.id, place.site.id) else {
                    throw PortalRefusal.siteUnknown(code)
                }
                return site.id
            }
            let host = place.form["ten-mien"]
            try await portal.publishing.proposeHost(
                change,
                host,
                because: place.form["ly-do"],
                on: site ?? place.site.id,
                by: place.by,
                also: place.note(.hostProposed, on: String(host.prefix(253)), detail: change.rawValue)
            )
            return place.done(.hosts, "host-proposed")
        } catch let refusal as any Refusal where !(refusal is AuthorizationRefusal) {
            return try await show(place, error: refusal)
        }
    }

    /// The portal a row names: this one or one below it.
    private static func site(_ place: PortalVisit) -> SiteID? {
        place.visit.tree.site(code: place.form["cong"]).flatMap { place.visit.tree.isInside($0.id, place.site.id) ? $0.id : nil }
    }

    /// What a passkey is to sign for the approval that is about to be sent.
    private func question(_ place: PortalVisit) async throws -> DeskAnswer {
        var challenge: String?
        if place.form["viec"] == "duyet", let id = HostProposalID(place.form["ma"]), let site = Self.site(place) {
            do { challenge = try await portal.publishing.challenge(for: id, on: site, by: place.by) } catch is HostRefusal {}
        }
        return try await place.visit.question(challenge, of: place.session)
    }

    private func decide(_ place: PortalVisit) async throws -> DeskAnswer {
        let visit = place.visit
        do {
            guard let id = HostProposalID(place.form["ma"]) else { throw HostRefusal.decided }
            let decision: HostProposal.Decision = place.form["viec"] == "duyet" ? .approved : .refused
            guard let site = Self.site(place) else { throw HostRefusal.decided }
            try await portal.publishing.decideHost(
                id,
                decision,
                answer: place.form["tra-loi"],
                on: site,
                signature: decision == .approved ? visit.signature : nil,
                by: place.by,
                also: place.note(decision == .approved ? .hostApproved : .hostRefused, on: place.form["ten-mien"])
            )
            return place.done(.hosts, decision == .approved ? "host-approved" : "host-refused")
        } catch let refusal as any Refusal {
            return try await show(place, error: refusal)
        }
    }
}

/// A host that stands in the register.
struct RegisteredRow: PageModel {
    let host: String
    let site: String
    let siteName: String
    let note: String
    /// Registered here or below, so that it can be taken out from here; what is registered above is taken out there.
    let isOwn: Bool

    init(_ host: OutboundHost, _ uses: Int, _ names: [PersonID: String], isOwn: Bool, _ visit: DeskVisit) {
        self.host = host.host
        site = visit.tree[host.site]?.code ?? ""
        siteName = visit.tree[host.site]?.shortName ?? ""
        self.isOwn = isOwn
        func name(_ person: PersonID?) -> String { person.flatMap { names[$0] } ?? "—" }
        note = [
            visit.word("portal.host.since", ["when": visit.time(host.since)]),
            visit.word("portal.host.who", ["proposed": name(host.proposedBy), "approved": name(host.approvedBy)]),
            host.entry >= 0 ? visit.word("portal.host.entry", ["index": "\(host.entry)"]) : nil,
            visit.word("portal.link.uses", ["count": DashboardScreens.bounded(uses, OutgoingLinks.most, visit)]),
        ].compactMap { $0 }.joined(separator: " · ")
    }

    static let shape: Shape<RegisteredRow> = [
        .text("host", \.host), .text("site", \.site), .text("siteName", \.siteName), .text("note", \.note), .flag("own", \.isOwn),
    ]
}

/// A proposal that waits, or one that was decided.
struct ProposalRow: PageModel {
    let id: String
    let host: String
    let site: String
    let siteName: String
    let what: String
    let reason: String
    let note: String
    let answer: String?
    let canDecide: Bool
    /// Whether the person has a passkey that signs.
    let signs: Bool
    /// It waits for somebody else than who looks at it.
    let isOwnWork: Bool

    init(_ proposal: HostProposal, _ uses: Int, _ names: [PersonID: String], _ place: PortalVisit) {
        let visit = place.visit
        id = "\(proposal.id)"
        host = proposal.host
        site = visit.tree[proposal.site]?.code ?? ""
        siteName = visit.tree[proposal.site]?.shortName ?? ""
        reason = proposal.reason
        func name(_ person: PersonID?) -> String { person.flatMap { names[$0] } ?? "—" }
        let isMine = proposal.proposedBy == place.session.person.id
        let may = mayDo(
            place.session.actor,
            .approveHost,
            on: Subject(site: proposal.site, relation: isMine ? .author : .other),
            in: visit.tree
        )
        signs = place.session.hasPasskey
        canDecide = may && proposal.decision == nil
        isOwnWork = isMine && proposal.decision == nil
        let proposed = visit.word("portal.host.proposed", ["who": name(proposal.proposedBy), "when": visit.time(proposal.proposedAt)])
        if let decision = proposal.decision {
            what = visit.word("portal.host.\(proposal.change.rawValue)-\(decision.rawValue)")
            note = [
                proposed,
                visit.word("portal.host.decided", ["who": name(proposal.decidedBy), "when": proposal.decidedAt.map { visit.time($0) } ?? ""]),
                proposal.entry.map { visit.word("portal.host.entry", ["index": "\($0)"]) },
            ].compactMap { $0 }.joined(separator: " · ")
        } else {
            what = visit.word("portal.host.change-\(proposal.change.rawValue)")
            note = [proposed, visit.word("portal.link.uses", ["count": DashboardScreens.bounded(uses, OutgoingLinks.most, visit)])]
                .joined(separator: " · ")
        }
        answer = proposal.answer
    }

    static let shape: Shape<ProposalRow> = [
        .text("id", \.id), .text("host", \.host), .text("site", \.site), .text("siteName", \.siteName), .text("what", \.what),
        .text("reason", \.reason), .text("note", \.note), .text("answer", \.answer), .flag("canDecide", \.canDecide),
        .flag("signs", \.signs), .flag("mine", \.isOwnWork),
    ]
}

struct OutboundHostsScreen: DeskModel {
    let frame: DeskFrame
    let top: PortalTop
    let action: String
    let waiting: [ProposalRow]
    let rows: [RegisteredRow]
    let decided: [ProposalRow]
    let next: String?
    let host: String
    let reason: String
    let error: String?

    static let shape: Shape<OutboundHostsScreen> = [
        .one("desk", \.frame), .one("top", \.top), .text("action", \.action), .many("waiting", \.waiting), .many("rows", \.rows),
        .many("decided", \.decided), .text("next", \.next), .text("givenHost", \.host), .text("givenReason", \.reason), .text("error", \.error),
    ]
}

extension PageTemplate where Model == OutboundHostsScreen {
    static var outboundHosts: Self { Self("portaldesk.outbound-hosts", bare: true) }
}
