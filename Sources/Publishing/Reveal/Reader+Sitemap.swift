public import PortalNetwork
import PublicRecord
public import Store
public import Vietnamese

/// One part of a site's map for programs: items of one month, at most `SitemapParts.size`.
public struct SitemapPart: Sendable, Hashable {
    public let year: Int
    public let month: Int
    public let number: Int
    /// When anything in it last changed.
    public let changedAt: Instant
}

/// An address of the map and when what stands there last changed.
public struct SitemapEntry: Sendable, Hashable {
    public let card: RevealedCard
    public let updatedAt: Instant
}

extension Reader {
    /// The parts of a site that hold anything, oldest first.
    public func sitemapParts(on site: SiteID) async throws -> [SitemapPart] {
        Dependencies.note(.anything(on: site))
        return try await database.read { db in
            try db.rows("SELECT month, part, changed_at FROM sitemap_part WHERE site = \(site) AND n > 0 ORDER BY month, part").map { row in
                let month: Int = try row[0]
                return SitemapPart(year: month / 100, month: month % 100, number: try row[1], changedAt: try row[2])
            }
        }
    }

    /// What a part holds; empty when there is no such part. One statement and the keys.
    public func sitemap(year: Int, month: Int, part: Int, on site: SiteID) async throws -> [SitemapEntry] {
        Dependencies.note(.anything(on: site))
        let viewer = viewer
        let rows = try await database.read { db in
            try db.rows(
                """
                SELECT \(CardRow.columns), item.updated_at FROM sitemap_entry JOIN item ON item.id = sitemap_entry.item
                WHERE sitemap_entry.site = \(site) AND sitemap_entry.month = \(year * 100 + month) AND sitemap_entry.part = \(part)
                AND \(Reveal.listed(for: viewer)) ORDER BY sitemap_entry.item
                """
            ).map { (card: try CardRow($0, relation: .other), updatedAt: try $0[8] as Instant?) }
        }
        let keys = try await keyring.keys(for: rows.map(\.card.item))
        return try rows.compactMap { row in
            try cards([row.card], keys).first.map { SitemapEntry(card: $0, updatedAt: row.updatedAt ?? row.card.publishedAt) }
        }
    }
}
