import PortalNetwork
import Store
import Vietnamese

/// Why a card stands beside an item.
enum Relation: Int, Sendable, Hashable, SQLBindable, SQLReadable {
    case other, related, translation, successor
}

/// A sealed card as a query gives it.
struct CardRow: Sendable, Hashable {
    let item: ItemID
    let edition: Int
    let kind: KindName
    let site: SiteID
    let language: Language
    let section: SectionID?
    let publishedAt: Instant
    let sealed: [UInt8]
    let relation: Relation

    static let columns: SQL = "item.id, item.edition, item.kind, item.site, item.lang, item.section, item.published_at, item.card"

    init(
        item: ItemID,
        edition: Int,
        kind: KindName,
        site: SiteID,
        language: Language,
        section: SectionID?,
        publishedAt: Instant,
        sealed: [UInt8],
        relation: Relation
    ) {
        self.item = item
        self.edition = edition
        self.kind = kind
        self.site = site
        self.language = language
        self.section = section
        self.publishedAt = publishedAt
        self.sealed = sealed
        self.relation = relation
    }

    init(_ row: Row, relation: Relation) throws {
        self.init(
            item: try row[0],
            edition: try row[1],
            kind: KindName(rawValue: try row[2]),
            site: try row[3],
            language: try row[4],
            section: try row[5],
            publishedAt: try row[6],
            sealed: try row[7],
            relation: relation
        )
    }
}

extension Reader {
    /// What stands beside an item, in one statement: what it is linked with (from either end), its other languages,
    /// what took its place, and the newest before it in its section.
    static func neighbours(of item: Item, on site: SiteID, _ count: Int, _ viewer: Viewer, _ db: any Connection) throws -> [CardRow] {
        guard item.site == site, let publishedAt = item.publishedAt else { return [] }
        let listed = Reveal.listed(for: viewer)
        let id = item.id
        var parts: [SQL] = []
        func add(_ relation: Relation, _ rank: SQL, _ source: SQL) {
            parts.append(
                "SELECT * FROM (SELECT CAST(\(relation) AS BIGINT) AS part, \(rank) AS rank, \(CardRow.columns) FROM \(source)) AS p\(Self.alias(relation))"
            )
        }
        if item.workflow.presence == .live {
            add(
                .related,
                "link.position",
                "link JOIN item ON item.id = link.target WHERE link.source = \(id) AND link.type = \(LinkType.related) AND \(listed) LIMIT 8"
            )
            add(
                .translation,
                "link.position",
                """
                link JOIN item ON (item.id = link.target AND link.source = \(id)) OR (item.id = link.source AND link.target = \(id))
                WHERE (link.source = \(id) OR link.target = \(id)) AND link.type = \(LinkType.translates) AND \(listed) LIMIT 8
                """
            )
            let list = item.ownList
            add(
                .other,
                "0 - listing.published_at",
                """
                listing JOIN item ON item.id = listing.item WHERE listing.site = \(site) AND listing.list = \(list)
                AND listing.published_at <= \(publishedAt) AND listing.item <> \(id) AND \(listed)
                ORDER BY listing.published_at DESC, listing.item DESC LIMIT \(count)
                """
            )
        } else if let successor = item.withdrawal?.successor {
            add(.successor, "0", "item WHERE item.id = \(successor) AND \(listed)")
        }
        guard !parts.isEmpty else { return [] }
        let rows = try db.rows("\(SQL.joined(parts, separator: " UNION ALL ")) ORDER BY part, rank, id DESC")
        return try rows.map { try CardRow(Row(Array($0.values.dropFirst(2))), relation: try $0[0]) }
    }

    /// PostgreSQL wants each part named.
    private static func alias(_ relation: Relation) -> SQL {
        switch relation {
        case .other: "o"
        case .related: "r"
        case .translation: "t"
        case .successor: "s"
        }
    }
}

extension Item {
    /// The list it stands in among its like: its section's, or its kind's.
    var ownList: ListKey { section.map { ListKey.section($0) } ?? .kind(kind) }
}
