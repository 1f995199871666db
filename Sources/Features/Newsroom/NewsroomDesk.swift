public import FileStore
public import PortalNetwork
public import Publishing
import RichText
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
    /// The address of the rich-text editor's bundle; nil where it was not fetched: then a body is edited as plain HTML.
    let editor: String?

    public init(
        workroom: Workroom,
        reader: Reader,
        files: any FileStore,
        tree: @escaping @Sendable () -> SiteTree,
        sections: @escaping @Sendable () -> SectionIndex,
        pages: [any ItemPages],
        editor: String? = nil,
        find: @escaping @Sendable (_ words: String, _ site: Site) async throws -> [ItemID] = { _, _ in [] }
    ) {
        self.workroom = workroom
        self.reader = reader
        self.files = files
        self.tree = tree
        self.sections = sections
        self.pages = Dictionary(pages.map { ($0.kind, $0) }) { first, _ in first }
        self.editor = editor
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

    public func add(to routes: inout DeskRoutes, of desk: Desk) {
        ListScreens(desk: desk, part: self).add(to: &routes)
        ItemScreens(desk: desk, part: self).add(to: &routes)
        EditScreens(desk: desk, part: self).add(to: &routes)
        StepScreens(desk: desk, part: self).add(to: &routes)
        HistoryScreens(desk: desk, part: self).add(to: &routes)
        PreviewScreens(desk: desk, part: self).add(to: &routes)
        TalkScreens(desk: desk, part: self).add(to: &routes)
        GuestScreens(desk: desk, part: self).add(to: &routes)
    }

    /// Whether somebody may do this to an item of some kind of their own here: who may not has nothing to look for in the room.
    static func mayEnter(_ actor: Actor, _ action: Action, _ site: Site, _ kinds: KindRegistry, _ tree: SiteTree) -> Bool {
        kinds.all.contains { kind in
            mayDo(actor, action, on: Subject(site: site.id, kind: kind.name.rawValue, state: Stage.draft.rawValue, relation: .author), in: tree)
        }
    }
}

/// The newsroom's addresses.
enum NewsroomAddress {
    static func list(_ site: Site) -> String { "/desk/cong/\(site.code)/bai" }
    static func item(_ site: Site, _ id: ItemID) -> String { list(site) + "/\(id)" }
    static func calendar(_ site: Site) -> String { "/desk/cong/\(site.code)/lich" }
}
