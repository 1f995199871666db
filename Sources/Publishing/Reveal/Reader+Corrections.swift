public import PortalNetwork
public import Store
public import Vietnamese

extension Reader {
    /// The live items of a portal that were ever corrected, what was corrected last first, each once. They stay: a correction is no news that ages.
    public func corrected(on site: SiteID, page: Int, size: Int = 20) async throws -> ListAnswer {
        let viewer = viewer
        // What comes from elsewhere brings its corrections along.
        Dependencies.note(.anything(on: site))
        let (rows, total) = try await database.read { db in
            let items = Self.corrected(on: site, since: Instant(rawValue: 0), viewer)
            let total = try db.value("SELECT count(*) FROM \(items)", as: Int.self) ?? 0
            guard total > (page - 1) * size else { return ([CardRow](), total) }
            let rows = try db.rows(
                "SELECT \(CardRow.columns) FROM \(items) ORDER BY corrected.at DESC, item.id DESC LIMIT \(size) OFFSET \((page - 1) * size)"
            )
            return (try rows.map { try CardRow($0, relation: .other) }, total)
        }
        return ListAnswer(cards: try await open(rows), total: total, name: nil)
    }

    /// Those corrected after a moment, at most `limit`: one statement and the keys. Each is shown for `seconds` from its correction.
    public func corrected(on site: SiteID, at now: Instant, within seconds: Int64, limit: Int) async throws -> [RevealedCard] {
        let viewer = viewer
        Dependencies.note(.corrections(on: site))
        let rows = try await database.read { db in
            let items = Self.corrected(on: site, since: now.adding(seconds: -seconds), viewer)
            return try db.rows("SELECT \(CardRow.columns), corrected.at FROM \(items) ORDER BY corrected.at DESC, item.id DESC LIMIT \(limit)").map {
                row in
                let corrected: Instant = try row[row.values.count - 1]
                Dependencies.holds(until: corrected.adding(seconds: seconds))
                return try CardRow(row, relation: .other)
            }
        }
        guard !rows.isEmpty else { return [] }
        return try await open(rows)
    }

    /// An edition that came from elsewhere was made when it came here; when it was corrected, its item says.
    private static func corrected(on site: SiteID, since: Instant, _ viewer: Viewer) -> SQL {
        """
        (SELECT edition.item AS item,
            max(CASE WHEN item.updated_at < edition.at THEN item.updated_at ELSE edition.at END) AS at FROM edition
            JOIN item ON item.id = edition.item
            WHERE edition.operation = 'correct' AND edition.at >= \(since) AND item.site = \(site) GROUP BY edition.item) AS corrected
        JOIN item ON item.id = corrected.item AND corrected.at >= \(since) AND \(Reveal.listed(for: viewer))
        """
    }
}
