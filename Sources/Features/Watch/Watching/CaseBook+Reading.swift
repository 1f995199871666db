import Foundation
public import PortalNetwork
public import Store
public import Vietnamese

/// The desk's side: lists, one case, a person's word.
extension CaseBook {
    /// The cases of some portals, the newest first, after one of them; and, where asked for, those on hosts of others.
    public static func list(
        _ sites: [SiteID],
        andOthers: Bool,
        _ status: WatchCase.Status,
        before last: CaseID? = nil,
        limit: Int,
        _ db: any Connection
    ) throws -> [WatchCase] {
        let from: SQL = last.map { " AND id < \($0)" } ?? ""
        let others: SQL = andOthers ? " OR site IS NULL" : ""
        return try db.rows(
            "SELECT \(columns) FROM watch_case WHERE status = \(status) AND (site IN (\(list: sites))\(others))\(from) ORDER BY id DESC LIMIT \(limit)"
        ).map { try read($0) }
    }

    public static func counts(_ sites: [SiteID], andOthers: Bool, _ db: any Connection) throws -> [WatchCase.Status: Int] {
        let others: SQL = andOthers ? " OR site IS NULL" : ""
        var counts: [WatchCase.Status: Int] = [:]
        for row in try db.rows("SELECT status, count(*) FROM watch_case WHERE site IN (\(list: sites))\(others) GROUP BY status") {
            counts[try row[0]] = try row[1]
        }
        return counts
    }

    /// When a watcher of this installation's pages was last at work; nil where none ever was.
    public static func figures(_ db: any Connection) throws -> Instant? { try db.value("SELECT at FROM watch_mark WHERE name = 'pages own'") }

    /// Pages looked at since the watcher was started.
    public static func pages(_ db: any Connection) throws -> Int? { try number("pages own", db) }

    /// Entries of this installation's record whose approvals do not verify, as the watcher last said.
    public static func doubtful(_ db: any Connection) throws -> Int? { try number("doubtful own", db) }

    private static func number(_ mark: String, _ db: any Connection) throws -> Int? {
        try db.value("SELECT value FROM watch_mark WHERE name = \(mark)", as: String.self).flatMap { Int($0) }
    }

    public static func countOpen(_ db: any Connection) throws -> Int {
        try db.value("SELECT count(*) FROM watch_case WHERE status = \(WatchCase.Status.open)") ?? 0
    }

    public static func one(_ id: CaseID, _ db: any Connection) throws -> WatchCase? {
        try db.row("SELECT \(columns) FROM watch_case WHERE id = \(id)").map { try read($0) }
    }

    public static func notes(_ id: CaseID, _ db: any Connection) throws -> [WatchCase.Note] {
        try db.rows("SELECT at, person, what, text FROM watch_note WHERE case_id = \(id) ORDER BY number LIMIT 500").map {
            WatchCase.Note(at: try $0[0], person: try $0[1], what: try $0[2], text: try $0[3])
        }
    }

    public static func picture(_ id: CaseID, _ db: any Connection) throws -> [UInt8]? {
        try db.value("SELECT picture FROM watch_case WHERE id = \(id)", as: [UInt8]?.self) ?? nil
    }

    /// A person says why an open case is nothing. False where it is not open any more.
    public static func dismiss(_ id: CaseID, reason: String, by person: PersonID, at now: Instant, _ db: any Connection) throws -> Bool {
        let changed = try db.execute(
            """
            UPDATE watch_case SET status = \(WatchCase.Status.dismissed), closed_at = \(now), closed_by = \(person), reason = \(reason)
            WHERE id = \(id) AND status = \(WatchCase.Status.open)
            """
        )
        guard changed == 1 else { return false }
        try note(id, .dismissed, reason, by: person, at: now, db)
        return true
    }

    private static var columns: SQL {
        """
        id, site, host, target, status, findings, expected, found, CASE WHEN picture IS NULL THEN 0 ELSE 1 END, first_seen, last_seen, times,
        closed_at, closed_by, reason
        """
    }

    private static func read(_ row: Row) throws -> WatchCase {
        let findings: String = try row[5]
        let hasPicture: Int = try row[8]
        return WatchCase(
            id: try row[0],
            site: try row[1],
            place: PagePlace(host: try row[2], target: try row[3]),
            status: try row[4],
            seen: (try? JSONDecoder().decode([CheckedPage.Seen].self, from: Data(findings.utf8))) ?? [],
            expected: try row[6],
            found: try row[7],
            hasPicture: hasPicture == 1,
            firstSeen: try row[9],
            lastSeen: try row[10],
            times: try row[11],
            closedAt: try row[12],
            closedBy: try row[13],
            reason: try row[14]
        )
    }
}
