import HTTPTypes
import PortalNetwork
import Publishing
import Store
import Vietnamese
import Web

/// Many portals at once like one that stands: a table, what is wrong with it line by line, the order, and how far it is.
struct BatchScreens: Sendable {
    let desk: Desk
    let portal: PortalDesk

    func add(to routes: inout DeskRoutes) {
        let path = "/cong/:site/cong-con"
        routes.on(.get, path + "/hang-loat") { (context: May<AddSite>) in try await form(PortalVisit(context, desk)) }
        routes.on(.post, path + "/hang-loat", takes: .form(upTo: 2 << 20)) { (context: May<AddSite>) in try await take(PortalVisit(context, desk)) }
        routes.on(.get, path + "/dot/:batch") { (context: May<AddSite>) in try await progress(PortalVisit(context, desk)) }
    }

    /// Portals a new one may be like: those below, those beside, and this one.
    private func templates(_ place: PortalVisit) -> [Site] {
        let tree = place.visit.tree
        let below = tree.subtree(of: place.site.id).compactMap { tree[$0] }
        let beside = place.site.parent.map { tree.children(of: $0) } ?? []
        var seen: Set<SiteID> = []
        return (below.dropFirst() + beside + [place.site]).filter { site in
            site.kind != .linked && site.status == .active && seen.insert(site.id).inserted
                && mayDo(place.session.actor, .read, on: Subject(site: site.id), in: tree)
        }
    }

    private func form(_ place: PortalVisit, findings: [BatchLine]? = nil, ready: Int = 0, error: (any Refusal)? = nil) async throws -> DeskAnswer {
        let visit = place.visit
        let title = visit.word("portal.batch.title")
        let path = PortalTab.sites.path(place.site)
        let orders = try await portal.publishing.database.read { db in
            try SiteBatches.batches(on: place.site.id, limit: 10, db).map { batch in (batch, try SiteBatches.counts(batch.id, db)) }
        }
        let screen = BatchScreen(
            frame: place.frame(title, scripts: ["portaldesk.js"]),
            top: place.top(.sites, title),
            back: path,
            action: path + "/hang-loat",
            templates: templates(place).prefix(400).map { Choice(value: $0.code, label: $0.shortName, isChosen: $0.code == visit.form["mau"]) },
            table: visit.form["bang"],
            findings: findings ?? [],
            isTried: findings != nil,
            ready: visit.word("portal.batch.ready", ["count": "\(ready)"]),
            canMake: ready > 0,
            orders: orders.map { batch, counts in
                DeskLink(
                    visit.word(
                        "portal.batch.order",
                        [
                            "when": visit.time(batch.createdAt), "made": "\(counts[.made] ?? 0)", "refused": "\(counts[.refused] ?? 0)",
                            "waiting": "\(counts[.waiting] ?? 0)",
                        ]
                    ),
                    path + "/dot/\(batch.id)"
                )
            },
            error: error.map(visit.said)
        )
        return try .page(.batch, screen, visit, status: error == nil ? .ok : .unprocessableContent)
    }

    private func take(_ place: PortalVisit) async throws -> DeskAnswer {
        do {
            let (visit, publishing) = (place.visit, portal.publishing)
            guard let template = templates(place).first(where: { $0.code == visit.form["mau"] }) else {
                throw PortalRefusal.siteUnknown(visit.form["mau"])
            }
            let text = visit.form["bang"]
            let table = try await publishing.database.read { db in
                try SiteTable(text, below: place.site, tree: visit.tree) { named in
                    let today = visit.now.civilDate
                    return try Agencies.find(code: named, on: today, in: db)?.id ?? Agencies.find(name: named, on: today, in: db).first?.id
                }
            }
            let drafts = table.lines.enumerated().compactMap { at, line in line.draft.map { (at, $0) } }
            let tried = try await publishing.tryPortals(drafts.map { $0.1.draft(like: template) }, like: template.id, by: place.by)
            let refused = Dictionary(tried.map { (drafts[$0.key].0, $0.value) }) { first, _ in first }
            let good = drafts.filter { refused[$0.0] == nil }
            guard visit.form["lam"] == "tao", !good.isEmpty else {
                let findings = table.lines.enumerated().map { at, line in
                    BatchLine(line, said: line.refusal.map(visit.said) ?? refused[at].map(visit.said), visit)
                }
                return try await form(place, findings: findings, ready: good.count)
            }
            let batch = SiteBatch(
                id: publishing.ids.next(),
                template: template.id,
                parent: place.site.id,
                person: place.session.person.id,
                caller: visit.caller,
                createdAt: visit.now,
                finishedAt: nil
            )
            let note = place.note(.sitesOrdered, on: template.code, detail: "\(good.count)")
            try await publishing.database.write { db in
                try SiteBatches.order(good.map(\.1), batch, db)
                try JobQueue.add(MakeSites.job(batch.id, from: 1, id: publishing.ids.next(), at: visit.now), at: visit.now, db)
                try note(db)
            }
            return .redirect(PortalTab.sites.path(place.site) + "/dot/\(batch.id)")
        } catch let refusal as any Refusal {
            return try await form(place, error: refusal)
        }
    }

    private func progress(_ place: PortalVisit) async throws -> DeskAnswer {
        let visit = place.visit
        guard let id = visit.parameter("batch").flatMap({ SiteBatchID($0) }) else { throw PageError.notFound }
        let found = try await portal.publishing.database.read { db -> (SiteBatch, [SiteBatch.Line.State: Int], [SiteBatch.Line])? in
            guard let batch = try SiteBatches.batch(id, db), batch.parent == place.site.id else { return nil }
            return (batch, try SiteBatches.counts(id, db), try SiteBatches.lines(id, limit: SiteBatches.limit, db))
        }
        guard let (batch, counts, lines) = found else { throw PageError.notFound }
        let all = counts.values.reduce(0, +)
        let done = all - (counts[.waiting] ?? 0)
        let title = visit.word("portal.batch.progress")
        let screen = BatchProgressScreen(
            frame: place.frame(title, scripts: ["portaldesk.js"]),
            top: place.top(.sites, title),
            back: PortalTab.sites.path(place.site) + "/hang-loat",
            here: PortalTab.sites.path(place.site) + "/dot/\(id)",
            all: "\(all)",
            done: "\(done)",
            text: visit.word(
                "portal.batch.state",
                ["done": "\(done)", "all": "\(all)", "made": "\(counts[.made] ?? 0)", "refused": "\(counts[.refused] ?? 0)"]
            ),
            isRunning: batch.finishedAt == nil,
            lines: lines.map { line in
                BatchLine(
                    number: "\(line.number)",
                    text: "\(line.draft.code) · \(line.draft.name) · \(line.draft.hosts.joined(separator: " "))",
                    verdict: visit.word("portal.batch.line-" + line.state.rawValue),
                    why: line.note.map { visit.word("refusal." + $0.key, $0.values) },
                    isGood: line.state != .refused
                )
            }
        )
        return try .page(.batchProgress, screen, visit)
    }
}

struct BatchLine: PageModel {
    let number: String
    let text: String
    let verdict: String
    let why: String?
    let isGood: Bool

    init(number: String, text: String, verdict: String, why: String?, isGood: Bool) {
        self.number = number
        self.text = text
        self.verdict = verdict
        self.why = why
        self.isGood = isGood
    }

    init(_ line: SiteTable.Line, said: String?, _ visit: DeskVisit) {
        self.init(
            number: "\(line.number)",
            text: line.raw,
            verdict: visit.word(said == nil ? "portal.batch.line-good" : "portal.batch.line-refused"),
            why: said,
            isGood: said == nil
        )
    }

    static let shape: Shape<BatchLine> = [
        .text("number", \.number), .text("text", \.text), .text("verdict", \.verdict), .text("why", \.why), .flag("good", \.isGood),
    ]
}

struct BatchScreen: DeskModel {
    let frame: DeskFrame
    let top: PortalTop
    let back: String
    let action: String
    let templates: [Choice]
    let table: String
    let findings: [BatchLine]
    let isTried: Bool
    let ready: String
    let canMake: Bool
    let orders: [DeskLink]
    let error: String?

    static let shape: Shape<BatchScreen> = [
        .one("desk", \.frame), .one("top", \.top), .text("back", \.back), .text("action", \.action), .many("templates", \.templates),
        .text("table", \.table), .many("findings", \.findings), .flag("tried", \.isTried), .text("ready", \.ready), .flag("canMake", \.canMake),
        .many("orders", \.orders), .text("error", \.error),
    ]
}

struct BatchProgressScreen: DeskModel {
    let frame: DeskFrame
    let top: PortalTop
    let back: String
    let here: String
    let all: String
    let done: String
    let text: String
    let isRunning: Bool
    let lines: [BatchLine]

    static let shape: Shape<BatchProgressScreen> = [
        .one("desk", \.frame), .one("top", \.top), .text("back", \.back), .text("here", \.here), .text("all", \.all), .text("done", \.done),
        .text("text", \.text), .flag("running", \.isRunning), .many("lines", \.lines),
    ]
}

extension PageTemplate where Model == BatchScreen { static var batch: Self { Self("portaldesk.batch", bare: true) } }
extension PageTemplate where Model == BatchProgressScreen { static var batchProgress: Self { Self("portaldesk.batch-progress", bare: true) } }
