import Foundation
import HTTPTypes
import NIOCore
import PortalNetwork
import Publishing
import Store
import Vietnamese

/// The hand-over when a supplier or a colleague leaves: who can come in and with what, taken away at once, keys rotated, and a report to keep.
struct HandOverScreens: Sendable {
    let desk: Desk

    func add(to routes: inout DeskRoutes) {
        routes.on(.get, "/cong/:site/ban-giao") { (context: May<EditPeople>) in try await choose(context) }
        routes.on(.post, "/cong/:site/ban-giao") { (context: May<EditPeople>) in try await carryOut(context) }
        routes.on(.get, "/cong/:site/ban-giao/bao-cao") { (context: May<EditPeople>) in try await report(context) }
    }

    /// So many people are shown to choose from; more are found by the search.
    private static let shown = 150

    private var ceremony: HandOver { HandOver(desk.access, notices: desk.notices, secrets: desk.secrets) }

    private func choose(_ context: May<EditPeople>, error: (any Refusal)? = nil) async throws -> DeskAnswer {
        let visit = context.visit
        let (access, now, tree) = (desk.access, visit.now, visit.tree)
        let query = PeopleQuery(sites: context.sites, text: visit.query.text("q"), limit: Self.shown)
        let (accounts, governed, count) = try await access.database.read { db in
            let people = try People.list(query, at: now, in: db)
            let terms = try People.terms(of: people.map(\.id), at: now, in: db)
            let governed = people.filter { person in (terms[person.id] ?? []).allSatisfy { tree.isInside($0.site, context.site.id) } }
            return (
                try access.credentials(of: people, in: tree, in: db), Set(governed.map(\.handle)),
                try People.count(query, upTo: Self.shown + 1, at: now, in: db)
            )
        }
        let own = context.session.person.handle
        let screen = HandOverScreen(
            frame: DeskFrame(desk, visit, title: visit.word("desk.hand-over.title"), current: "people"),
            site: context.site.name,
            back: DeskAddress.people(context.site),
            action: DeskAddress.handOver(context.site),
            report: DeskAddress.handOver(context.site) + "/bao-cao",
            sought: visit.query["q"],
            rows: accounts.map { account in
                CredentialRow(
                    account,
                    visit,
                    mayChoose: governed.contains(account.handle) && account.handle != own,
                    isChosen: visit.form["nguoi-" + account.handle] == "1"
                )
            },
            more: count > Self.shown ? visit.word("desk.hand-over.more", ["count": "\(Self.shown)"]) : nil,
            mayRotate: context.site.parent == nil,
            isRotating: visit.form["khoa"] == "1",
            error: error.map(visit.said)
        )
        return try .page(.handOver, screen, visit, status: error == nil ? .ok : .unprocessableContent)
    }

    private func carryOut(_ context: May<EditPeople>) async throws -> DeskAnswer {
        let (visit, session, access) = (context.visit, context.session, desk.access)
        do {
            try await access.prove(session, password: visit.form["mat-khau"])
            let rotates = visit.form["khoa"] == "1"
            // The keys are the whole installation's.
            if rotates, context.site.parent != nil { throw AuthorizationRefusal.notAllowed(.editPeople) }
            let handles = visit.form.names(after: "nguoi-").filter { visit.form["nguoi-" + $0] == "1" }
            let now = visit.now
            let people = try await access.database.read { db in
                try handles.sorted().map { handle in
                    guard let person = try People.find(handle: handle, in: db) else { throw PeopleRefusal.unknown(handle) }
                    let terms = try People.terms(of: [person.id], at: now, in: db)[person.id] ?? []
                    guard try People.terms(of: person.id, in: db).contains(where: { context.sites.contains($0.site) }) else {
                        throw PeopleRefusal.unknown(handle)
                    }
                    for site in [context.site.id] + terms.map(\.site) { try context.prove(on: site, to: person.id) }
                    return person
                }
            }
            let rotation = try await ceremony.carryOut(people, rotatingKeys: rotates, by: session.person, from: visit.caller)
            try await access.database.write {
                try access.note(
                    .handedOver,
                    by: session.person,
                    site: context.site.id,
                    detail: "\(people.count)",
                    from: visit.caller,
                    in: $0
                )
            }
            return try await page(context, expelled: people.map(\.handle), rotation: rotation)
        } catch let refusal as any Refusal where !(refusal is AuthorizationRefusal) {
            return try await choose(context, error: refusal)
        }
    }

    private func survey(_ context: May<EditPeople>, expelled: [String] = [], rotation: KeyRotation? = nil) async throws -> HandOverReport {
        try await ceremony.survey(
            context.sites,
            named: context.site.code,
            in: context.visit.tree,
            by: context.session.person,
            expelled: expelled,
            rotation: rotation
        )
    }

    private func page(_ context: May<EditPeople>, expelled: [String] = [], rotation: KeyRotation? = nil) async throws -> DeskAnswer {
        let visit = context.visit
        let report = try await survey(context, expelled: expelled, rotation: rotation)
        let screen = HandOverReportScreen(
            frame: DeskFrame(desk, visit, title: visit.word("desk.hand-over.report"), current: "people"),
            site: context.site.name,
            made: visit.word("desk.hand-over.made", ["when": visit.time(visit.now), "name": context.session.person.name]),
            back: DeskAddress.handOver(context.site),
            json: DeskAddress.handOver(context.site) + "/bao-cao?dang=json",
            expelled: report.expelled.isEmpty ? nil : report.expelled.joined(separator: ", "),
            rotation: rotation.map {
                visit.word(
                    "desk.hand-over.rotated",
                    ["factors": "\($0.secondFactors)", "letters": "\($0.letters)", "people": "\($0.withoutRecovery)"]
                )
            },
            keySince: report.sealingKeySince,
            rows: report.accounts.map { CredentialRow($0, visit, mayChoose: false, isChosen: false) },
            secrets: context.site.parent == nil ? report.secrets.map { SecretRow(name: $0.name, meaning: $0.meaning) } : [],
            jobs: context.site.parent == nil
                ? report.jobs.map {
                    SecretRow(name: $0.name, meaning: visit.word("desk.hand-over.job", ["waiting": "\($0.waiting)", "dead": "\($0.dead)"]))
                }
                : []
        )
        return try .page(.handOverReport, screen, visit)
    }

    private func report(_ context: May<EditPeople>) async throws -> DeskAnswer {
        let visit = context.visit
        guard visit.query["dang"] == "json" else { return try await page(context) }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let bytes = ByteBuffer(bytes: try encoder.encode(try await survey(context)))
        return .download(bytes, type: "application/json; charset=utf-8", name: "ban-giao-\(context.site.code)-\(visit.now.civilDate).json")
    }
}

/// An account with everything that opens it.
struct CredentialRow: PageModel {
    let handle: String
    let name: String
    let roles: String
    let ways: [String]
    let state: String?
    let signedIn: String?
    let mayChoose: Bool
    let isChosen: Bool

    init(_ account: AccountCredentials, _ visit: DeskVisit, mayChoose: Bool, isChosen: Bool) {
        handle = account.handle
        name = account.name
        roles = account.roles.map { text in
            let parts = text.split(separator: "@", maxSplits: 1).map(String.init)
            return visit.word("role." + parts[0], or: parts[0]) + (parts.count > 1 ? " (\(parts[1]))" : "")
        }.joined(separator: ", ")
        func way(_ key: String, _ count: Int) -> [String] { count > 0 ? [visit.word("desk.hand-over.way-" + key, ["count": "\(count)"])] : [] }
        ways =
            way("password", account.hasPassword ? 1 : 0) + way("authenticator", account.hasAuthenticator ? 1 : 0)
            + way("passkeys", account.passkeys.count) + way("recovery", account.recoveryCodes) + way("providers", account.providers.count)
            + way("sessions", account.sessions) + way("links", account.openLinks)
        state = account.isActive ? nil : visit.word("desk.state.disabled")
        signedIn = account.signedInAt.map { String($0.prefix(16)).replacing("T", with: " ") }
        self.mayChoose = mayChoose
        self.isChosen = isChosen
    }

    static let shape: Shape<CredentialRow> = [
        .text("handle", \.handle), .text("name", \.name), .text("roles", \.roles), .texts("ways", \.ways), .text("state", \.state),
        .text("signedIn", \.signedIn), .flag("mayChoose", \.mayChoose), .flag("chosen", \.isChosen),
    ]
}

struct SecretRow: PageModel {
    let name: String
    let meaning: String

    static let shape: Shape<SecretRow> = [.text("name", \.name), .text("meaning", \.meaning)]
}

struct HandOverScreen: DeskModel {
    let frame: DeskFrame
    let site: String
    let back: String
    let action: String
    let report: String
    let sought: String
    let rows: [CredentialRow]
    let more: String?
    let mayRotate: Bool
    let isRotating: Bool
    let error: String?

    static let shape: Shape<HandOverScreen> = [
        .one("desk", \.frame), .text("site", \.site), .text("back", \.back), .text("action", \.action), .text("report", \.report),
        .text("sought", \.sought), .many("rows", \.rows), .text("more", \.more), .flag("mayRotate", \.mayRotate), .flag("rotating", \.isRotating),
        .text("error", \.error),
    ]
}

struct HandOverReportScreen: DeskModel {
    let frame: DeskFrame
    let site: String
    let made: String
    let back: String
    let json: String
    let expelled: String?
    let rotation: String?
    let keySince: String?
    let rows: [CredentialRow]
    let secrets: [SecretRow]
    let jobs: [SecretRow]

    static let shape: Shape<HandOverReportScreen> = [
        .one("desk", \.frame), .text("site", \.site), .text("made", \.made), .text("back", \.back), .text("json", \.json),
        .text("expelled", \.expelled), .text("rotation", \.rotation), .text("keySince", \.keySince), .many("rows", \.rows),
        .many("secrets", \.secrets), .many("jobs", \.jobs),
    ]
}

extension PageTemplate where Model == HandOverScreen { static var handOver: Self { Self("desk.hand-over", bare: true) } }
extension PageTemplate where Model == HandOverReportScreen { static var handOverReport: Self { Self("desk.hand-over-report", bare: true) } }
