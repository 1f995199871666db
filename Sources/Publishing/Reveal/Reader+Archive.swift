public import PortalNetwork
public import Store
public import Vietnamese

/// A part of a list's past: items of one month, counted from its oldest. It stays as it is while those items do.
public struct ArchivePart: Sendable, Hashable, LosslessStringConvertible {
    public let year: Int
    public let month: Int
    /// From 1, the oldest of the month.
    public let number: Int

    public init?(year: Int, month: Int, number: Int) {
        guard (1900...2999).contains(year), (1...12).contains(month), (1...9_999_999).contains(number) else { return nil }
        self.year = year
        self.month = month
        self.number = number
    }

    /// `2026-11-1`: the form it has in addresses, and no other.
    public init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2, parts[2].utf8.count <= 7,
            parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let year = Int(parts[0]), let month = Int(parts[1]), let number = Int(parts[2])
        else { return nil }
        self.init(year: year, month: month, number: number)
        guard description == text else { return nil }
    }

    public var description: String { "\(year)-\(month < 10 ? "0" : "")\(month)-\(number)" }

    /// The month's first moment and the next month's.
    var span: (from: Instant, to: Instant)? {
        guard let first = CivilDate(year: year, month: month, day: 1) else { return nil }
        let next = first.adding(days: CivilDate.days(inMonth: month, year: year))
        return (VietnamTime.startOfDay(first), VietnamTime.startOfDay(next))
    }
}

/// What a part of a list's past holds, newest first, and the part before it.
public struct ArchivePage: Sendable, Hashable {
    public let items: [ItemID]
    public let previous: ArchivePart?
}

extension Reader {
    /// The newest places of a list.
    public func places(_ key: ListKey, on site: SiteID, limit: Int) async throws -> [ListCursor] {
        Dependencies.note(.anything(on: site))
        let viewer = viewer
        return try await database.read { db in
            try db.rows(
                """
                SELECT listing.published_at, listing.item FROM listing JOIN item ON item.id = listing.item
                WHERE listing.site = \(site) AND listing.list = \(key) AND \(Reveal.listed(for: viewer))
                ORDER BY listing.published_at DESC, listing.item DESC LIMIT \(limit)
                """
            ).map { ListCursor(publishedAt: try $0[0], item: try $0[1]) }
        }
    }

    /// The part that holds what comes right after a place; nil when nothing does.
    public func archive(of key: ListKey, on site: SiteID, after place: ListCursor, size: Int) async throws -> ArchivePart? {
        Dependencies.note(.anything(on: site))
        return try await database.read { db in try Self.part(of: key, on: site, before: "(\(place.publishedAt), \(place.item))", size, db) }
    }

    /// A part; nil when there is none, or when it still grows (the unfinished part of the present month).
    public func archive(_ part: ArchivePart, of key: ListKey, on site: SiteID, size: Int, now: Instant) async throws -> ArchivePage? {
        Dependencies.note(.anything(on: site))
        guard let (from, to) = part.span else { return nil }
        return try await database.read { db in
            let items = try db.column(
                """
                SELECT item FROM listing WHERE site = \(site) AND list = \(key) AND published_at >= \(from) AND published_at < \(to)
                ORDER BY published_at, item LIMIT \(size) OFFSET \((part.number - 1) * size)
                """,
                as: ItemID.self
            )
            guard !items.isEmpty, items.count == size || to <= now else { return nil }
            let previous =
                part.number > 1
                ? ArchivePart(year: part.year, month: part.month, number: part.number - 1)
                : try Self.part(of: key, on: site, before: "(\(from), \(Int64(-1)))", size, db)
            return ArchivePage(items: items.reversed(), previous: previous)
        }
    }

    /// The part of the newest item before a place.
    private static func part(of key: ListKey, on site: SiteID, before place: SQL, _ size: Int, _ db: any Connection) throws -> ArchivePart? {
        guard
            let row = try db.row(
                """
                SELECT published_at, item FROM listing WHERE site = \(site) AND list = \(key) AND (published_at, item) < \(place)
                ORDER BY published_at DESC, item DESC LIMIT 1
                """
            )
        else { return nil }
        let publishedAt: Instant = try row[0]
        let item: ItemID = try row[1]
        let date = publishedAt.civilDate
        guard let (from, _) = ArchivePart(year: date.year, month: date.month, number: 1)?.span else { return nil }
        let count =
            try db.value(
                """
                SELECT count(*) FROM listing WHERE site = \(site) AND list = \(key) AND published_at >= \(from)
                AND (published_at, item) <= (\(publishedAt), \(item))
                """,
                as: Int.self
            ) ?? 1
        return ArchivePart(year: date.year, month: date.month, number: (count - 1) / size + 1)
    }
}
