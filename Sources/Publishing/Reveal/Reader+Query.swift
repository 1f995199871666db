public import PortalNetwork
import Store
public import Vietnamese

/// A question for items of one or many portals, newest first.
public struct ItemQuery: Sendable, Hashable {
    /// One list of one portal.
    public struct Place: Sendable, Hashable {
        public let site: SiteID
        public let list: ListKey

        public init(_ site: SiteID, _ list: ListKey) {
            self.site = site
            self.list = list
        }
    }

    /// The lists it looks into; no item may stand in two of them.
    public var places: [Place]
    public var kind: KindName?
    public var language: Language?
    /// From this moment on.
    public var from: Instant?
    /// Before this moment.
    public var until: Instant?

    public init(places: [Place], kind: KindName? = nil, language: Language? = nil, from: Instant? = nil, until: Instant? = nil) {
        self.places = places
        self.kind = kind
        self.language = language
        self.from = from
        self.until = until
    }

    var filters: Bool { kind != nil || language != nil }
}

/// Some cards of a walk and where it goes on; nil at its end. A filtered walk may give few cards or none and still go on: the work of a
/// step is bounded, not its yield.
public struct CardWalk: Sendable {
    public let cards: [RevealedCard]
    public let next: ListCursor?
}

extension Reader {
    /// How many entries of lists a filtered step looks at.
    static let look = 2000

    /// The cards that answer a query after a place in it, at most `limit`. However many portals and however deep, a step looks at a bounded
    /// number of list entries: the newest entry of each list, then the heads of those lists that can come first.
    public func walk(_ query: ItemQuery, after cursor: ListCursor?, limit: Int) async throws -> CardWalk {
        for place in query.places { Dependencies.note(.list(place.list, on: place.site)) }
        let viewer = viewer
        let (rows, next) = try await database.read { db -> ([CardRow], ListCursor?) in
            let range = Self.range(query, cursor)
            let (places, beyond) = try Self.leading(query.places, limit: limit + 1, range, db)
            let depth = query.filters ? max(limit + 1, Self.look / max(1, places.count)) : limit + 1
            let (found, horizon) = try Self.heads(places, depth: depth, range, beyond: beyond, db)
            var rows: [CardRow] = []
            for part in found.parts(of: query.filters ? 400 : limit + 1) where rows.count <= limit {
                rows += try Self.cards(part, query, viewer, db)
            }
            if rows.count > limit {
                let kept = Array(rows.prefix(limit))
                return (kept, kept.last.map { ListCursor(publishedAt: $0.publishedAt, item: $0.item) })
            }
            return (rows, horizon)
        }
        return CardWalk(cards: try await open(rows), next: next)
    }

    private static func range(_ query: ItemQuery, _ cursor: ListCursor?) -> SQL {
        var range: SQL = ""
        if let cursor { range = "\(range) AND (listing.published_at, listing.item) < (\(cursor.publishedAt), \(cursor.item))" }
        if let from = query.from { range = "\(range) AND listing.published_at >= \(from)" }
        if let until = query.until { range = "\(range) AND listing.published_at < \(until)" }
        return range
    }

    /// The lists whose newest entries come first, at most `limit`, and the newest entry of those left out.
    private static func leading(_ places: [ItemQuery.Place], limit: Int, _ range: SQL, _ db: any Connection) throws -> (
        [ItemQuery.Place], beyond: ListCursor?
    ) {
        guard places.count > limit else { return (places, nil) }
        var heads: [(place: ItemQuery.Place, head: ListCursor)] = []
        for (start, part) in places.parts(of: 200).enumerated() {
            let tuples: [SQL] = part.enumerated().map { index, place in
                "(CAST(\(start * 200 + index) AS BIGINT), CAST(\(place.site) AS BIGINT), CAST(\(place.list) AS TEXT))"
            }
            func newest(_ column: SQL) -> SQL {
                """
                (SELECT \(column) FROM listing WHERE listing.site = place.site AND listing.list = place.list\(range)
                ORDER BY listing.published_at DESC, listing.item DESC LIMIT 1)
                """
            }
            let rows = try db.rows(
                """
                WITH place (n, site, list) AS (VALUES \(SQL.joined(tuples, separator: ", ")))
                SELECT place.n, \(newest("listing.published_at")), \(newest("listing.item")) FROM place
                """
            )
            for row in rows {
                guard let at: Instant = try row[1], let item: ItemID = try row[2] else { continue }
                heads.append((places[try row[0]], ListCursor(publishedAt: at, item: item)))
            }
        }
        heads.sort { $1.head < $0.head }
        return (heads.prefix(limit).map(\.place), heads.dropFirst(limit).first?.head)
    }

    /// The first entries of these lists in one order, as far as it is certain, and where the certainty ends.
    private static func heads(_ places: [ItemQuery.Place], depth: Int, _ range: SQL, beyond: ListCursor?, _ db: any Connection) throws -> (
        [ListCursor], horizon: ListCursor?
    ) {
        var found: [ListCursor] = []
        // What lies at or below this is not certain.
        var end: ListCursor? = beyond.map { ListCursor(publishedAt: $0.publishedAt, item: ItemID(rawValue: $0.item.rawValue + 1)) }
        for (start, part) in places.parts(of: 100).enumerated() {
            let parts: [SQL] = part.enumerated().map { index, place in
                """
                SELECT * FROM (SELECT CAST(\(start * 100 + index) AS BIGINT) AS n, listing.published_at, listing.item FROM listing
                WHERE listing.site = \(place.site) AND listing.list = \(place.list)\(range)
                ORDER BY listing.published_at DESC, listing.item DESC LIMIT \(depth)) AS part
                """
            }
            guard !parts.isEmpty else { continue }
            var counts: [Int: (n: Int, last: ListCursor)] = [:]
            for row in try db.rows("\(SQL.joined(parts, separator: " UNION ALL "))") {
                let entry = ListCursor(publishedAt: try row[1], item: try row[2])
                found.append(entry)
                let n: Int = try row[0]
                counts[n] = ((counts[n]?.n ?? 0) + 1, min(counts[n]?.last ?? entry, entry))
            }
            for (n, last) in counts.values where n >= depth { end = max(end ?? last, last) }
        }
        found.sort { $1 < $0 }
        guard let end else { return (found, nil) }
        return (found.filter { $0 >= end }, end)
    }

    private static func cards(_ entries: [ListCursor], _ query: ItemQuery, _ viewer: Viewer, _ db: any Connection) throws -> [CardRow] {
        var filter: SQL = Reveal.listed(for: viewer)
        if let kind = query.kind { filter = "\(filter) AND item.kind = \(kind.rawValue)" }
        if let language = query.language { filter = "\(filter) AND item.lang = \(language)" }
        let rows = try db.rows("SELECT \(CardRow.columns) FROM item WHERE item.id IN (\(list: entries.map(\.item))) AND \(filter)")
        let byID = Dictionary(try rows.map { try CardRow($0, relation: .other) }.map { ($0.item, $0) }) { first, _ in first }
        return entries.compactMap { byID[$0.item] }
    }
}

extension ListCursor: Comparable {
    /// Older first; the order of lists is the other way round.
    public static func < (a: ListCursor, b: ListCursor) -> Bool { (a.publishedAt, a.item) < (b.publishedAt, b.item) }
}
