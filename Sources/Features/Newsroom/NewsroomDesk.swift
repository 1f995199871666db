public import FileStore
public import PortalNetwork
public import Publishing
import RichText
import Store
import Vietnamese
public import Web

/// The newsroom's rooms of the desk.
public struct NewsroomDesk: DeskPart {
    let workroom: Workroom
    let reader: Reader
    let files: any FileStore
    let tree: @Sendable () -> SiteTree
    let sections: @Sendable () -> SectionIndex
    let pages: [KindName: any ItemPages]
    /// Items of a portal whose title or text has these words, the best first.
    let find: @Sendable (_ words: String, _ site: Site) async throws -> [ItemID]
    let proofreading = Proofreading()
    let glance: LinkGlance
    /// The front page and section lists as readers see them, for looking at drafts together.
    let front: (any FrontPages)?
    /// The address of the rich-text editor's bundle; nil where it was not fetched: then a body is edited as plain HTML.
    let editor: String?

    public init(
        workroom: Workroom,
        reader: Reader,
        files: any FileStore,
        tree: @escaping @Sendable () -> SiteTree,
        sections: @escaping @Sendable () -> SectionIndex,
        pages: [any ItemPages],
        front: (any FrontPages)? = nil,
        editor: String? = nil,
        look: (@Sendable (_ address: String) async throws -> LinkFinding)? = nil,
        find: @escaping @Sendable (_ words: String, _ site: Site) async throws -> [ItemID] = { _, _ in [] }
    ) {
        self.workroom = workroom
        self.reader = reader
        self.files = files
        self.tree = tree
        self.sections = sections
        self.pages = Dictionary(pages.map { ($0.kind, $0) }) { first, _ in first }
        self.front = front
        self.editor = editor
        glance = LinkGlance(look: look)
        self.find = find
    }

    var publishing: Publisher { workroom.publishing }
    /// Writes a body as HTML, for those who edit it as such.
    func writer(_ visit: DeskVisit) -> MarkupWriter {
        MarkupWriter(tableName: visit.word("table.name"), transcriptName: visit.word("transcript.name"))
    }
    var kinds: KindRegistry { publishing.kinds }

    public func rooms(_ visit: DeskVisit, _ session: LiveSession, on site: Site) -> [DeskRoom] {
        guard Self.mayEnter(session.actor, .read, site, kinds, visit.tree) else { return [] }
        return [
            DeskRoom(key: "work", label: visit.word("newsroom.nav.items"), href: NewsroomAddress.list(site)),
            DeskRoom(key: "calendar", label: visit.word("newsroom.nav.calendar"), href: NewsroomAddress.calendar(site)),
        ]
    }

    /// What rings, what one was asked to do, what waits for one's approval, what one writes.
    public func tiles(_ visit: DeskVisit, _ session: LiveSession, on site: Site) async throws -> [DeskTile] {
        guard Self.mayEnter(session.actor, .read, site, kinds, visit.tree) else { return [] }
        let by = visit.by(session)
        func rows(_ found: [WorkRow], _ note: (WorkRow) -> String) -> [DeskTile.Row] {
            found.compactMap { row in
                visit.tree[row.site].map { site in
                    let title = row.title.isEmpty ? visit.word("newsroom.untitled") : row.title
                    return DeskTile.Row(title, href: NewsroomAddress.item(site, row.item), note: note(row))
                }
            }
        }
        let alarms = try await workroom.alarms(for: by).compactMap { alarm -> DeskTile.Row? in
            guard let place = visit.tree[alarm.site], let item = alarm.item else { return nil }
            return DeskTile.Row(
                visit.word("newsroom.alarm." + alarm.reason.rawValue),
                href: NewsroomAddress.item(place, item),
                note: place.shortName + " · " + visit.time(alarm.at)
            )
        }
        let tasks = try await workroom.tasks(of: by, limit: 8)
        let sites = visit.tree.subtree(of: site.id)
        let mayApprove = mayDo(
            session.actor,
            .approve,
            on: Subject(
                site: site.id,
                section: .anywhere,
                kind: kinds.all.first?.name.rawValue,
                state: Stage.submitted.rawValue,
                relation: .other
            ),
            in: visit.tree
        )
        let waiting =
            mayApprove
            ? try await workroom.rows(WorkQuery(sites: sites, stages: [.submitted], notAuthor: session.person.id, limit: 8), for: by) : []
        let mine = try await workroom.rows(WorkQuery(sites: sites, stages: [.draft, .returned], author: session.person.id, limit: 8), for: by)
        let list = NewsroomAddress.list(site)
        return [
            DeskTile(visit.word("newsroom.tile.alarms"), alarms, isUrgent: true),
            DeskTile(
                visit.word("newsroom.tile.tasks"),
                rows(tasks) { $0.taskDueAt.map { visit.word("newsroom.tile.due", ["time": visit.time($0)]) } ?? "" }
            ),
            DeskTile(
                visit.word("newsroom.tile.waiting"),
                rows(waiting) { visit.time($0.changedAt) },
                empty: mayApprove ? visit.word("newsroom.tile.nothing-waits") : nil,
                link: DeskLink(visit.word("newsroom.tile.all"), list + "?xem=cho-duyet")
            ),
            DeskTile(
                visit.word("newsroom.tile.mine"),
                rows(mine) { visit.word("newsroom.stage." + $0.stage.rawValue) + " · " + visit.time($0.changedAt) },
                empty: Self.mayEnter(session.actor, .create, site, kinds, visit.tree) ? visit.word("newsroom.tile.nothing-mine") : nil,
                link: DeskLink(visit.word("newsroom.tile.all"), list + "?xem=cua-toi")
            ),
        ]
    }

    /// What is being worked on, by the words of its title, wherever the person may read it; what is live is found by whoever knows what is live.
    public func finds(_ text: String, _ visit: DeskVisit, _ session: LiveSession) async throws -> [DeskTile] {
        let by = visit.by(session)
        let held = Set(session.actor.grants.map(\.site))
        let tops = held.filter { site in !held.contains { $0 != site && visit.tree.isInside(site, $0) } }
        let sites = tops.sorted().flatMap { visit.tree.subtree(of: $0) }
        guard !sites.isEmpty else { return [] }
        var found = try await workroom.inWork(titled: text, WorkQuery(sites: sites), limit: 6, for: by)
        if let id = ItemID(String(text.trimmed.suffix(13)).lowercased()) {
            found = try await workroom.rows(items: [id], matching: WorkQuery(sites: sites), for: by).filter { $0.presence != .live } + found
        }
        let rows = found.prefix(6).compactMap { row in
            visit.tree[row.site].map { site in
                DeskTile.Row(
                    row.title.isEmpty ? visit.word("newsroom.untitled") : row.title,
                    href: NewsroomAddress.item(site, row.item),
                    note: site.shortName + " · " + visit.word("newsroom.stage." + row.stage.rawValue) + " · " + visit.time(row.changedAt)
                )
            }
        }
        return [DeskTile(visit.word("newsroom.find.drafts"), rows)]
    }

    public func address(of item: ItemID, on site: SiteID, _ visit: DeskVisit) -> String? { visit.tree[site].map { NewsroomAddress.item($0, item) } }

    /// Tells people of what was done with an item; that a letter cannot be written undoes nothing.
    func tell(_ people: [PersonID], _ key: String, of id: ItemID, _ values: [String: String] = [:], _ by: Publisher.By, _ visit: DeskVisit) async {
        guard let opened = try? await workroom.open(id, for: by), let site = visit.tree[opened.item.site] else { return }
        let all = values.merging(["title": opened.details.card.title]) { $1 }
        for person in Set(people).sorted() where person != by.actor.person {
            try? await visit.desk.notices.notify(person, NoticeSubject(key, all), link: NewsroomAddress.item(site, id))
        }
    }

    public func add(to routes: inout DeskRoutes, of desk: Desk) {
        ListScreens(desk: desk, part: self).add(to: &routes)
        BulkScreens(desk: desk, part: self).add(to: &routes)
        TogetherScreens(desk: desk, part: self).add(to: &routes)
        ItemScreens(desk: desk, part: self).add(to: &routes)
        EditScreens(desk: desk, part: self).add(to: &routes)
        CheckScreens(desk: desk, part: self).add(to: &routes)
        StepScreens(desk: desk, part: self).add(to: &routes)
        HistoryScreens(desk: desk, part: self).add(to: &routes)
        PreviewScreens(desk: desk, part: self).add(to: &routes)
        TalkScreens(desk: desk, part: self).add(to: &routes)
        GuestScreens(desk: desk, part: self).add(to: &routes)
    }

    /// Whether somebody may do this to an item of some kind of their own here: who may not has nothing to look for in the room.
    static func mayEnter(_ actor: Actor, _ action: Action, _ site: Site, _ kinds: KindRegistry, _ tree: SiteTree) -> Bool {
        kinds.all.contains { kind in
            let subject = Subject(site: site.id, section: .anywhere, kind: kind.name.rawValue, state: Stage.draft.rawValue, relation: .author)
            return mayDo(actor, action, on: subject, in: tree)
        }
    }
}

/// The newsroom's addresses.
enum NewsroomAddress {
    static func list(_ site: Site) -> String { "/desk/cong/\(site.code)/bai" }
    static func item(_ site: Site, _ id: ItemID) -> String { list(site) + "/\(id)" }
    static func calendar(_ site: Site) -> String { "/desk/cong/\(site.code)/lich" }
}
