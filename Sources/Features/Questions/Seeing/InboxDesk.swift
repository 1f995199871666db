import Casework
import Exchange
import HTTPTypes
import PortalNetwork
import Publishing
import Store
import Vietnamese
import Web

/// The list of cases by urgency: views, filters, words, pages both ways; the same list as a file.
struct InboxDesk: Sendable {
    let casework: Casework

    private static let page = 40
    /// Rows of a file at most.
    private static let mostInFile = 20_000
    /// Parameters of the address that hold on through pages and views.
    private static let kept = ["q", "nhom", "luong", "linh-vuc", "trang-thai", "kenh", "co-quan"]

    func add(to routes: inout DeskRoutes, of desk: Desk) {
        let path = "/cong/:site/ho-so"
        routes.on(.get, path) { (context: May<ReadCases>) in try await show(context, desk) }
        routes.on(.get, path + "/tai-xuong") { (context: May<ReadCases>) in try await file(context) }
        BulkDesk(casework: casework).add(to: &routes, of: desk)
    }

    private func by(_ context: May<ReadCases>) -> Casework.By {
        Casework.By(context.session.actor, context.session.person, in: context.visit.tree, from: context.visit.caller)
    }

    /// What the address asks for.
    private func query(_ context: May<ReadCases>) -> CaseQuery {
        let (visit, query) = (context.visit, context.visit.query)
        let own = Set(context.session.actor.grants.compactMap { visit.tree[$0.site]?.agency })
        let filter = CaseQuery.Filter(
            track: query.text("luong"),
            field: query.text("linh-vuc"),
            state: CaseState(rawValue: query["trang-thai"]),
            channel: CaseChannel(rawValue: query["kenh"]),
            agency: AgencyID(query["co-quan"]),
            own: own.sorted { $0.rawValue < $1.rawValue }
        )
        let before = CaseQuery.Place(query["truoc"])
        return CaseQuery(
            view: CaseQuery.View(rawValue: query["xem"]) ?? .open,
            desks: context.sites,
            person: context.session.person.id,
            filter: filter,
            terms: casework.terms(of: sought(visit)),
            cluster: CaseID(query["nhom"])?.rawValue,
            after: before == nil ? CaseQuery.Place(query["sau"]) : nil,
            before: before,
            limit: Self.page + 1
        )
    }

    private func sought(_ visit: DeskVisit) -> String { String(visit.query["q"].trimmed.prefix(200)) }

    private func address(_ context: May<ReadCases>, _ view: CaseQuery.View, _ more: [(String, String)] = [], below: String = "") -> String {
        let kept = Self.kept.compactMap { name in context.visit.query.text(name).map { (name, String($0.prefix(200))) } }
        let all = [("xem", view.rawValue)] + kept + more
        return CasesDesk.path(context.site) + below + "?" + all.map { "\($0.0)=\(FormCoding.encode($0.1))" }.joined(separator: "&")
    }

    private func show(_ context: May<ReadCases>, _ desk: Desk) async throws -> DeskAnswer {
        let (visit, site, path) = (context.visit, context.site, CasesDesk.path(context.site))
        // A code that somebody reads out over the telephone leads to its case at once.
        if let code = ReceiptCode(typed: sought(visit)), let id = try await casework.find(code, by: by(context)) { return .redirect(path + "/\(id)") }
        let query = query(context)
        let found = try await casework.list(query, by: by(context))
        // One more than a page tells whether there is more on the side it was read towards.
        let hasMore = found.count > Self.page
        let rows = query.before == nil ? Array(found.prefix(Self.page)) : Array(found.suffix(Self.page))
        let hasNext = query.before == nil ? hasMore : true
        let hasPrevious = query.before == nil ? query.after != nil : hasMore
        let names = try await casework.agencyNames(byText: rows.compactMap { row in row.file.agency.map { "\($0)" } })
        let agencies = Dictionary(rows.compactMap { row in row.file.agency.flatMap { id in names["\(id)"].map { (id, $0) } } }) { first, _ in first }
        let isGroup = query.cluster != nil
        let alike = try await casework.alike(rows.compactMap(\.file.cluster), on: query.desks, by: by(context))
        let mayReceive = mayDo(context.session.actor, .receiveCases, on: Subject(site: site.id), in: visit.tree)
        let mayMerge = isGroup && query.view != .ended && mayReceive
        let screen = CasesScreen(
            frame: DeskFrame(desk, visit, title: visit.word("cases.room"), current: "cases"),
            site: site.name,
            action: path,
            view: query.view.rawValue,
            sought: sought(visit),
            board: BoardDesk.path(site),
            enter: mayReceive ? EnterDesk.path(site) : nil,
            views: CaseQuery.View.allCases.map { DeskLink(visit.word("cases.view." + $0.rawValue), address(context, $0), $0 == query.view) },
            filters: try await filters(query, visit),
            // Letters that say the same have their own way: into one.
            deeds: query.view == .ended || isGroup
                ? []
                : BulkDesk.offered(context).map {
                    Choice(value: $0.rawValue, label: visit.word("seeing.bulk." + $0.rawValue), isChosen: false)
                },
            rows: rows.enumerated().map { number, row in
                let count = row.file.cluster.flatMap { alike[$0] }
                return CaseLine(row, path, agencies, visit, alike: isGroup ? nil : count, merges: mayMerge && count != nil, isFirst: number == 0)
            },
            previous: hasPrevious ? rows.first.map { address(context, query.view, [("truoc", $0.place.text)]) } : nil,
            next: hasNext ? rows.last.map { address(context, query.view, [("sau", $0.place.text)]) } : nil,
            files: ["xlsx", "csv"].map {
                DeskLink(visit.word("seeing.file." + $0), address(context, query.view, [("dang", $0)], below: "/tai-xuong"))
            },
            isFiltered: isGroup || !query.terms.isEmpty || !query.filter.isNothing || query.after != nil || query.before != nil,
            alike: query.cluster.map { group(CaseID(rawValue: $0), count: alike[$0] ?? rows.count, mayMerge: mayMerge, path, visit) }
        )
        return try .page(.cases, screen, visit)
    }

    /// What can be done with all the letters that say the same.
    private func group(_ group: CaseID, count: Int, mayMerge: Bool, _ path: String, _ visit: DeskVisit) -> AlikeForm {
        AlikeForm(
            action: path + "/nhap-chung",
            group: "\(group)",
            count: visit.word("cases.alike.count", ["count": count >= Casework.mostAlike ? "\(Casework.mostAlike)+" : "\(count)"]),
            all: visit.word("cases.alike.all", ["count": "\(min(count, Casework.mostMerged))"]),
            mayMerge: mayMerge && count > 1
        )
    }

    private func filters(_ query: CaseQuery, _ visit: DeskVisit) async throws -> [CaseFilterField] {
        let names = CaseNames(words: visit.desk.face.words, language: visit.language, tree: visit.tree, agencies: [:])
        let filter = query.filter
        func field(_ name: String, _ label: String, _ values: [(String, String)], _ chosen: String?) -> CaseFilterField {
            CaseFilterField(
                name: name,
                label: visit.word("seeing.column." + label),
                choices: [Choice(value: "", label: visit.word("desk.all"), isChosen: chosen == nil)]
                    + values.map { Choice(value: $0.0, label: $0.1, isChosen: $0.0 == chosen) }
            )
        }
        let tracks = casework.tracks.tracks.filter { $0.intake == .case }.map { ($0.code, names.name(.track, $0.code)) }
        let known = visit.desk.face.words.keys.filter { $0.hasPrefix("triage.field.") }.map { String($0.dropFirst("triage.field.".count)) }
        let fields = known.map { ($0, names.field($0)) }.sorted { collationKey($0.1).lexicographicallyPrecedes(collationKey($1.1)) }
        let states = CaseState.allCases.filter { $0.isEnded == (query.view == .ended) }.map {
            ($0.rawValue, visit.word("casework.state." + $0.rawValue))
        }
        let channels = CaseChannel.allCases.map { ($0.rawValue, names.name(.channel, $0.rawValue)) }
        let agencies = try await casework.agencies().map { ("\($0.id)", $0.shortName) }
        return [
            field("luong", "track", tracks, filter.track), field("linh-vuc", "field", fields, filter.field),
            field("trang-thai", "state", states, filter.state?.rawValue), field("kenh", "channel", channels, filter.channel?.rawValue),
            field("co-quan", "agency", agencies, filter.agency.map { "\($0)" }),
        ]
    }

    /// The list as it is filtered, without a word of who wrote.
    private func file(_ context: May<ReadCases>) async throws -> DeskAnswer {
        let (visit, site) = (context.visit, context.site)
        let files = try await casework.files(query(context), atMost: Self.mostInFile, by: by(context))
        let agencies = try await casework.agencyNames(byText: files.compactMap { file in file.agency.map { "\($0)" } })
        let tables = CaseTables(CaseNames(words: visit.desk.face.words, language: visit.language, tree: visit.tree, agencies: agencies))
        let name = "danh-sach-ho-so-\(site.code)-\(visit.now.civilDate)"
        return try CaseDownload.answer(Workbook([tables.list(files)]), tables, visit.query["dang"], name: name)
    }
}
