public import PortalNetwork
public import Publishing

/// A short list on the desk's overviews that a part of the desk fills: what waits for somebody, what is overdue, what is read.
public struct DeskTile: Sendable {
    public struct Row: Sendable {
        public let label: String
        public let href: String?
        public let note: String?

        public init(_ label: String, href: String? = nil, note: String? = nil) {
            self.label = label
            self.href = href
            self.note = note
        }
    }

    public let title: String
    public let rows: [Row]
    /// Said where there are no rows; a tile without rows and without this is left out.
    public let empty: String?
    /// To the whole list.
    public let link: DeskLink?
    public let isUrgent: Bool

    public init(_ title: String, _ rows: [Row], empty: String? = nil, link: DeskLink? = nil, isUrgent: Bool = false) {
        self.title = title
        self.rows = rows
        self.empty = empty
        self.link = link
        self.isUrgent = isUrgent
    }
}

/// What a part of the desk may bring beside rooms and addresses.
extension DeskPart {
    public func tiles(_ visit: DeskVisit, _ session: LiveSession, on site: Site) async throws -> [DeskTile] { [] }
    public func finds(_ text: String, _ visit: DeskVisit, _ session: LiveSession) async throws -> [DeskTile] { [] }
    public func address(of item: ItemID, on site: SiteID, _ visit: DeskVisit) -> String? { nil }
}

extension Desk {
    /// What all parts say of a portal to this person, the urgent first.
    public func tiles(_ visit: DeskVisit, _ session: LiveSession, on site: Site) async throws -> [DeskTile] {
        var all: [DeskTile] = []
        for part in parts { all += try await part.tiles(visit, session, on: site) }
        all = all.filter { !$0.rows.isEmpty || $0.empty != nil }
        return all.filter(\.isUrgent) + all.filter { !$0.isUrgent }
    }
}

/// A tile as screens show it.
public struct TileView: PageModel {
    let tile: DeskTile

    public init(_ tile: DeskTile) { self.tile = tile }

    struct RowView: PageModel {
        let row: DeskTile.Row

        static let shape: Shape<RowView> = [.text("label", \.row.label), .text("href", \.row.href), .text("note", \.row.note)]
    }

    public static let shape: Shape<TileView> = [
        .text("title", \.tile.title), .many("rows") { $0.tile.rows.map(RowView.init) }, .text("empty", \.tile.empty), .one("link", \.tile.link),
        .flag("urgent", \.tile.isUrgent),
    ]
}
