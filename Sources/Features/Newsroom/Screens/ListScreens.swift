import HTTPTypes
import PortalNetwork
import Publishing
import Store
import Vietnamese
import Web

/// The lists of work of a portal: what is being written, what waits, what is live; and the calendar of what comes.
struct ListScreens: Sendable {
    let desk: Desk
    let part: NewsroomDesk

    func add(to routes: inout DeskRoutes) {
        routes.on(.get, "/cong/:site/bai") { (context: AtSite<ReadItems>) in try await list(context) }
        routes.on(.post, "/cong/:site/bai/goc-nhin") { (context: AtSite<ReadItems>) in try await keepView(context) }
        routes.on(.get, "/cong/:site/lich") { (context: AtSite<ReadItems>) in try await calendar(context) }
        routes.on(.get, "/cong/:site/bai/moi") { (context: AtSite<CreateItems>) in try new(context) }
        routes.on(.post, "/cong/:site/bai/moi") { (context: AtSite<CreateItems>) in try await create(context) }
    }

    /// The views of the list, as tabs: what they are called in addresses, and what they ask.
    enum View: String, CaseIterable {
        case all = "tat-ca", mine = "cua-toi", waiting = "cho-duyet", scheduled = "hen-gio", live = "da-dang", withdrawn = "da-go"

        func narrow(_ query: inout WorkQuery, _ person: PersonID) {
            switch self {
            case .all: break
            case .mine: query.author = person
            case .waiting: query.stages = [.submitted, .approved]
            case .scheduled: query.stages = [.scheduled]
            case .live: query.presences = [.live]
            case .withdrawn: query.presences = [.withdrawn]
            }
        }
    }

    private static let pageSize = 50

    private func list(_ context: AtSite<ReadItems>, error: (any Refusal)? = nil) async throws -> DeskAnswer {
        let visit = context.visit
        let views = SavedViews(part, context)
        let (mine, shared) = try await views.links()
        let view = View(rawValue: visit.query["xem"]) ?? .all
        let person = context.session.person.id
        let section = visit.query.text("chuyen-muc").flatMap { part.sections().section($0, on: context.site.id) }
        var query = WorkQuery(sites: [context.site.id], section: section?.id, limit: Self.pageSize + 1)
        view.narrow(&query, person)
        query.before = visit.query.text("truoc").flatMap { WorkQuery.Place($0) }
        var rows: [WorkRow]
        if let words = visit.query.text("q") {
            rows = try await sought(String(words.prefix(120)), query, context)
        } else {
            rows = try await part.workroom.rows(query, for: context.by)
        }
        let more = rows.count > Self.pageSize
        rows = Array(rows.prefix(Self.pageSize))
        let names = try await part.workroom.names(of: rows.map(\.author))
        let counts = try await part.workroom.counts(on: [context.site.id], for: context.by)
        func address(_ view: View, before: String? = nil) -> String {
            let fields = [
                ("xem", view == .all ? "" : view.rawValue), ("q", visit.query["q"]), ("chuyen-muc", section?.code ?? ""), ("truoc", before ?? ""),
            ]
            let text = fields.filter { !$0.1.isEmpty }.map { "\($0.0)=\(FormCoding.encode($0.1))" }.joined(separator: "&")
            return NewsroomAddress.list(context.site) + (text.isEmpty ? "" : "?" + text)
        }
        let ticks = try await part.workroom.ticks(of: rows.map(\.item))
        let screen = WorkListScreen(
            frame: DeskFrame(desk, visit, title: visit.word("newsroom.list.title"), current: "work"),
            site: context.site.name,
            action: NewsroomAddress.list(context.site),
            new: NewsroomDesk.mayEnter(context.session.actor, .create, context.site, part.kinds, visit.tree)
                ? NewsroomAddress.list(context.site) + "/moi" : nil,
            tabs: View.allCases.map { one in
                TabLink(
                    label: visit.word("newsroom.view." + one.rawValue),
                    href: address(one),
                    count: Self.count(one, counts).map { "\($0)" },
                    isCurrent: one == view
                )
            },
            view: view.rawValue,
            sought: visit.query["q"],
            sections: part.sections().all(on: context.site.id).map { Choice(value: $0.code, label: $0.name, isChosen: $0.id == section?.id) },
            rows: rows.map { WorkLine($0, names, part, visit, tick: ticks[$0.item]) },
            isFiltered: visit.query.text("q") != nil || section != nil || view != .all,
            next: more ? rows.last.map { address(view, before: WorkQuery.Place(changedAt: $0.changedAt, item: $0.item).text) } : nil,
            deeds: rows.isEmpty
                ? []
                : BulkScreens.offered(context, part).map {
                    Choice(value: $0.rawValue, label: visit.word("newsroom.bulk." + $0.rawValue), isChosen: false)
                },
            views: mine,
            shared: shared,
            here: error != nil ? visit.form["dia-chi"] : address(view) == NewsroomAddress.list(context.site) ? nil : address(view),
            name: visit.form["ten"],
            error: error.map(visit.said)
        )
        return try .page(.list, screen, visit, status: error == nil ? .ok : .unprocessableContent)
    }

    private func keepView(_ context: AtSite<ReadItems>) async throws -> DeskAnswer {
        do { return .redirect(try await SavedViews(part, context).keep()) } catch let refusal as NewsroomRefusal {
            return try await list(context, error: refusal)
        }
    }

    private static func count(_ view: View, _ counts: [Stage: Int]) -> Int? {
        switch view {
        case .waiting: (counts[.submitted] ?? 0) + (counts[.approved] ?? 0)
        case .scheduled: counts[.scheduled] ?? 0
        default: nil
        }
    }

    /// Published items by the search index, what is being worked on by the words of its title.
    private func sought(_ words: String, _ query: WorkQuery, _ context: AtSite<ReadItems>) async throws -> [WorkRow] {
        async let inWork = part.workroom.inWork(titled: words, query, limit: 200, for: context.by)
        let found = try await part.find(words, context.site)
        let others = try await part.workroom.rows(items: found, matching: query, for: context.by)
        let open = try await inWork
        var seen: Set<ItemID> = []
        return (open + others).filter { seen.insert($0.item).inserted }
    }

    // MARK: - Something new

    private func new(_ context: AtSite<CreateItems>, error: (any Refusal)? = nil) throws -> DeskAnswer {
        let visit = context.visit
        let kinds = creatable(context)
        let chosen = visit.form.text("loai") ?? visit.query.text("loai") ?? kinds.first?.name.rawValue
        let screen = NewItemScreen(
            frame: DeskFrame(desk, visit, title: visit.word("newsroom.new.title"), current: "work"),
            action: NewsroomAddress.list(context.site) + "/moi",
            back: NewsroomAddress.list(context.site),
            kinds: kinds.map { Choice(value: $0.name.rawValue, label: visit.word("kind." + $0.name.rawValue), isChosen: $0.name.rawValue == chosen) },
            sections: SectionChoices.make(part.sections(), on: context.site, at: visit.now, chosen: visit.form["chuyen-muc"]),
            title: visit.form["tieu-de"],
            error: error.map(visit.said)
        )
        return try .page(.new, screen, visit, status: error == nil ? .ok : .unprocessableContent)
    }

    private func creatable(_ context: AtSite<CreateItems>) -> [AnyKind] {
        part.kinds.all.filter { kind in
            mayDo(
                context.session.actor,
                .create,
                on: Subject(
                    site: context.site.id,
                    section: .anywhere,
                    kind: kind.name.rawValue,
                    state: Stage.draft.rawValue,
                    relation: .author
                ),
                in: context.visit.tree
            )
        }
    }

    private func create(_ context: AtSite<CreateItems>) async throws -> DeskAnswer {
        let visit = context.visit
        do {
            guard let kind = creatable(context).first(where: { $0.name.rawValue == visit.form["loai"] }) else {
                throw AuthorizationRefusal.notAllowed(.create)
            }
            guard let title = visit.form.text("tieu-de") else { throw NewsroomRefusal.titleMissing }
            let section = visit.form.text("chuyen-muc").flatMap { part.sections().section($0, on: context.site.id) }
            if kind.segment == nil, section == nil { throw NewsroomRefusal.sectionMissing }
            let place = Place(site: context.site.id, section: kind.segment == nil ? section?.id : nil, language: context.site.language)
            let saved = try await part.publishing.save(kind.blank(FormReading.cleaned(title)), in: place, by: context.by)
            return .redirect(NewsroomAddress.item(context.site, saved.item) + "/sua")
        } catch let refusal as any Refusal {
            return try new(context, error: refusal)
        }
    }

    // MARK: - The calendar

    private func calendar(_ context: AtSite<ReadItems>) async throws -> DeskAnswer {
        let visit = context.visit
        let start = visit.query.text("tu").flatMap { CivilDate($0) } ?? visit.now.civilDate
        let from = VietnamTime.startOfDay(start)
        let (out, away) = try await part.workroom.planned(
            on: visit.tree.subtree(of: context.site.id),
            from: from,
            to: from.adding(seconds: 14 * 86_400),
            for: context.by
        )
        let names = try await part.workroom.names(of: (out + away).map(\.author))
        let lines =
            out.compactMap { row in row.dueAt.map { ($0, CalendarLine(row, at: $0, isOut: true, names, part, visit)) } }
            + away.compactMap { row in row.taskDueAt.map { ($0, CalendarLine(row, at: $0, isOut: false, names, part, visit)) } }
        let days = (0..<14).map { start.adding(days: $0) }
        let screen = CalendarScreen(
            frame: DeskFrame(desk, visit, title: visit.word("newsroom.calendar.title"), current: "calendar"),
            site: context.site.name,
            days: days.map { day in
                CalendarDay(
                    label: DateTexts.day(day, visit.language),
                    isToday: day == visit.now.civilDate,
                    lines: lines.filter { $0.0.civilDate == day }.sorted { $0.0 < $1.0 }.map(\.1)
                )
            },
            isEmpty: lines.isEmpty,
            previous: NewsroomAddress.calendar(context.site) + "?tu=\(start.adding(days: -14))",
            next: NewsroomAddress.calendar(context.site) + "?tu=\(start.adding(days: 14))"
        )
        return try .page(.calendar, screen, visit)
    }
}

/// A portal's sections to choose from, indented as they stand; those that are closed today are left out.
enum SectionChoices {
    static func make(_ index: SectionIndex, on site: Site, at now: Instant, chosen: String) -> [Choice] {
        index.all(on: site.id).filter { $0.kind == .section && $0.isOpen(on: now.civilDate) }.map { section in
            let depth = max(0, index.path(to: section.id).count - 1)
            return Choice(value: section.code, label: String(repeating: "— ", count: depth) + section.name, isChosen: section.code == chosen)
        }
    }
}
