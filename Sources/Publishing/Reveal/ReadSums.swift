public import PortalNetwork
public import Store
public import Vietnamese

/// What is added up of reads as they are written, so that no screen adds them up: of each item in all, on each day and in the last seven days, of each
/// portal on each day. All of it changes in one transaction.
///
/// `item_view_week` holds the seven days up to the one `site_view_week` names for the portal. The first reads of a new day take out what the days that leave
/// had brought; a portal that was not read since keeps an older day, and `MostRead` adds its few rows up.
enum ReadSums {
    static let week = 7

    static func add(_ counts: [(item: ItemID, n: Int)], on site: SiteID, day: Int, _ db: any Connection) throws {
        try advance(site, to: day, db)
        for (item, n) in counts {
            try db.execute(
                "INSERT INTO item_view (item, n) VALUES (\(item), \(n)) ON CONFLICT (item) DO UPDATE SET n = item_view.n + excluded.n"
            )
            try db.execute(
                """
                INSERT INTO item_view_day (site, day, item, n) VALUES (\(site), \(day), \(item), \(n))
                ON CONFLICT (site, day, item) DO UPDATE SET n = item_view_day.n + excluded.n
                """
            )
            try db.execute(
                """
                INSERT INTO item_view_week (site, item, n) VALUES (\(site), \(item), \(n))
                ON CONFLICT (site, item) DO UPDATE SET n = item_view_week.n + excluded.n
                """
            )
        }
        try db.execute(
            """
            INSERT INTO site_view_day (site, day, n) VALUES (\(site), \(day), \(counts.reduce(0) { $0 + $1.n }))
            ON CONFLICT (site, day) DO UPDATE SET n = site_view_day.n + excluded.n
            """
        )
    }

    private static func advance(_ site: SiteID, to day: Int, _ db: any Connection) throws {
        try db.execute("INSERT INTO site_view_week (site, day) VALUES (\(site), \(day)) ON CONFLICT (site) DO NOTHING")
        let last: Int =
            try db.value("SELECT day FROM site_view_week WHERE site = \(site) \(CommonDialect.forUpdate(on: db.engine))") ?? day
        guard last < day else { return }
        if day - last >= week {
            try db.execute("DELETE FROM item_view_week WHERE site = \(site)")
        } else {
            for leaving in (last - week + 1)...(day - week) {
                try db.execute(
                    """
                    UPDATE item_view_week SET n = n - (SELECT v.n FROM item_view_day v
                        WHERE v.site = item_view_week.site AND v.day = \(leaving) AND v.item = item_view_week.item)
                    WHERE site = \(site) AND item IN (SELECT v.item FROM item_view_day v WHERE v.site = \(site) AND v.day = \(leaving))
                    """
                )
            }
            try db.execute("DELETE FROM item_view_week WHERE site = \(site) AND n <= 0")
        }
        try db.execute("UPDATE site_view_week SET day = \(day) WHERE site = \(site)")
    }
}

/// What readers read on some portals in the last days.
public struct MostRead: Sendable, Hashable {
    /// Today alone, or the seven days that end with it.
    public enum Span: Sendable { case day, week }

    public let item: ItemID
    public let n: Int

    /// The most read first.
    public static func read(_ sites: [SiteID], _ span: Span, until today: CivilDate, limit: Int, _ db: any Connection) throws -> [MostRead] {
        let day = today.dayNumber
        var found: [MostRead] = []
        func add(_ fragment: SQL) throws { found += try db.rows(fragment).map { MostRead(item: try $0[0], n: try $0[1]) } }
        /// The first of each portal, a few steps of an index each.
        func best(_ sites: [SiteID], _ table: (SiteID) -> SQL) throws {
            for part in sites.parts(of: 50) {
                let tops: [SQL] = part.map { site in
                    "SELECT item, n FROM (SELECT item, n FROM \(table(site)) ORDER BY n DESC, item DESC LIMIT \(limit)) AS top"
                }
                try add(SQL.joined(tops, separator: " UNION ALL "))
            }
        }
        switch span {
        case .day:
            let read = try db.column("SELECT site FROM site_view_day WHERE site IN (\(list: sites)) AND day = \(day) ORDER BY site", as: SiteID.self)
            try best(read) { "item_view_day WHERE site = \($0) AND day = \(day)" }
        case .week:
            let first = day - ReadSums.week + 1
            let states = try db.rows("SELECT site, day FROM site_view_week WHERE site IN (\(list: sites)) AND day >= \(first) ORDER BY site")
                .map { (site: try $0[0] as SiteID, day: try $0[1] as Int) }
            try best(states.filter { $0.day >= day }.map(\.site)) { "item_view_week WHERE site = \($0)" }
            let behind = states.filter { $0.day < day }.map(\.site)
            if !behind.isEmpty {
                try add(
                    """
                    SELECT item, SUM(n) FROM item_view_day WHERE site IN (\(list: behind)) AND day >= \(first) AND day <= \(day)
                    GROUP BY item ORDER BY SUM(n) DESC, item DESC LIMIT \(limit)
                    """
                )
            }
        }
        // An item that moved between portals was read on both.
        let sums = Dictionary(found.map { ($0.item, $0.n) }, uniquingKeysWith: +)
        return Array(sums.map { MostRead(item: $0.key, n: $0.value) }.sorted { ($0.n, $0.item) > ($1.n, $1.item) }.prefix(limit))
    }

    /// How often anything was read on each of the last days, oldest first.
    public static func byDay(_ sites: [SiteID], days: Int, until today: CivilDate, _ db: any Connection) throws -> [(day: CivilDate, n: Int)] {
        let first = today.dayNumber - days + 1
        let rows = try db.rows(
            "SELECT day, SUM(n) FROM site_view_day WHERE site IN (\(list: sites)) AND day >= \(first) AND day <= \(today.dayNumber) GROUP BY day"
        )
        let found = Dictionary(try rows.map { (try $0[0] as Int, try $0[1] as Int) }) { first, _ in first }
        return (first...today.dayNumber).map { (CivilDate(dayNumber: $0), found[$0] ?? 0) }
    }
}
