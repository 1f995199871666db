import Crypto
import Foundation
public import PortalNetwork
public import Store
public import Vietnamese

/// The case files: opened once for a page however often it is seen, closed when the page is as it was published or a person says why it is nothing.
public struct CaseBook: Sendable {
    /// What a look at a page did to its case.
    public enum Outcome: Sendable, Hashable {
        case opened(CaseID), seen(CaseID), changed(CaseID)
        /// The same was dismissed by a person.
        case dismissed(CaseID)
        case healed(CaseID)
        case nothing
    }

    private static let mostText = 200_000
    private static let mostFindings = 100

    private let database: any Database
    private let ids: IdentifierMaker

    public init(database: any Database, ids: IdentifierMaker) {
        self.database = database
        self.ids = ids
    }

    // MARK: - The watcher's side

    /// Writes down what was seen on a page. `ring` is called in the same transaction when a case is opened.
    public func take(
        _ page: CheckedPage,
        on site: SiteID?,
        at now: Instant,
        ring: @escaping @Sendable (CaseID, any Connection) throws -> Void = { _, _ in }
    ) async throws -> Outcome {
        let place = page.place
        if page.isClean { return try await heal(place, at: now) }
        let seen = Array(page.seen.prefix(Self.mostFindings))
        let digest = Self.digest(page.seen)
        let findings = String(decoding: try Self.encoder.encode(seen), as: UTF8.self)
        let (expected, found) = (Self.cut(page.expectedText), Self.cut(page.foundText))
        let ids = ids
        return try await database.write { db in
            let row = try db.row(
                "SELECT id, status, digest FROM watch_case WHERE host = \(place.host) AND target = \(place.target) ORDER BY id DESC LIMIT 1"
            )
            if let row {
                let (id, status, old): (CaseID, WatchCase.Status, String) = (try row[0], try row[1], try row[2])
                if status == .dismissed, old == digest {
                    try db.execute("UPDATE watch_case SET last_seen = \(now), times = times + 1 WHERE id = \(id)")
                    return .dismissed(id)
                }
                if status == .open {
                    try db.execute(
                        """
                        UPDATE watch_case SET last_seen = \(now), times = times + 1, digest = \(digest), findings = \(findings), expected = \(expected),
                            found = \(found) WHERE id = \(id)
                        """
                    )
                    guard old != digest else { return .seen(id) }
                    try Self.note(id, .changed, seen.first.map { "\($0.finding)" } ?? "", at: now, db)
                    return .changed(id)
                }
            }
            let id: CaseID = ids.next()
            try db.execute(
                """
                INSERT INTO watch_case (id, site, host, target, status, digest, findings, expected, found, first_seen, last_seen, times)
                VALUES (\(id), \(site), \(place.host), \(place.target), \(WatchCase.Status.open), \(digest), \(findings), \(expected), \(found),
                    \(now), \(now), 1)
                """
            )
            try Self.note(id, .opened, seen.first.map { "\($0.finding)" } ?? "", at: now, db)
            try ring(id, db)
            return .opened(id)
        }
    }

    private func heal(_ place: PagePlace, at now: Instant) async throws -> Outcome {
        // Nearly every page is clean and has no case: a look before the lock.
        let open = try await database.read { db in
            try db.value(
                "SELECT id FROM watch_case WHERE host = \(place.host) AND target = \(place.target) AND status = \(WatchCase.Status.open)",
                as: CaseID.self
            )
        }
        guard let id = open else { return .nothing }
        return try await database.write { db in
            let changed = try db.execute(
                "UPDATE watch_case SET status = \(WatchCase.Status.healed), closed_at = \(now) WHERE id = \(id) AND status = \(WatchCase.Status.open)"
            )
            guard changed == 1 else { return .nothing }
            try Self.note(id, .healed, "", at: now, db)
            return .healed(id)
        }
    }

    /// A line about a case, of the watcher itself.
    public func note(_ id: CaseID, _ what: WatchCase.Note.What, _ text: String, at now: Instant) async throws {
        try await database.write { try Self.note(id, what, text, at: now, $0) }
    }

    public func keep(picture: [UInt8], of id: CaseID) async throws {
        _ = try await database.write { db in try db.execute("UPDATE watch_case SET picture = \(picture) WHERE id = \(id) AND picture IS NULL") }
    }

    /// Places with open cases: they are looked at often, until they are as they should be.
    public func open(limit: Int = 200) async throws -> [PagePlace] {
        try await database.read { db in
            try db.rows("SELECT host, target FROM watch_case WHERE status = \(WatchCase.Status.open) ORDER BY last_seen LIMIT \(limit)")
                .map { PagePlace(host: try $0[0], target: try $0[1]) }
        }
    }

    // MARK: - Marks: where walks stand, what meters say

    public func mark(_ name: String) async throws -> String? {
        try await database.read { try $0.value("SELECT value FROM watch_mark WHERE name = \(name)") }
    }

    public func mark(_ name: String, _ value: String, at now: Instant) async throws {
        _ = try await database.write { db in
            try db.execute(
                """
                INSERT INTO watch_mark (name, value, at) VALUES (\(name), \(value), \(now))
                ON CONFLICT (name) DO UPDATE SET value = excluded.value, at = excluded.at
                """
            )
        }
    }

    // MARK: - Small things

    static func note(_ id: CaseID, _ what: WatchCase.Note.What, _ text: String, by person: PersonID? = nil, at now: Instant, _ db: any Connection)
        throws
    {
        try db.execute(
            """
            INSERT INTO watch_note (case_id, number, at, person, what, text)
            SELECT \(id), COALESCE(MAX(number), 0) + 1, CAST(\(now) AS BIGINT), CAST(\(person) AS BIGINT), CAST(\(what) AS TEXT),
                CAST(\(String(text.prefix(1000))) AS TEXT)
            FROM watch_note WHERE case_id = \(id)
            """
        )
    }

    /// The same findings have the same digest, in whatever order and for whichever visitors.
    static func digest(_ seen: [CheckedPage.Seen]) -> String {
        let lines = Set(seen.filter { $0.finding.kind != .cloaked }.map { "\($0.finding)" }).sorted().joined(separator: "\n")
        return SHA256.hash(data: Data(lines.utf8)).prefix(16).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    private static func cut(_ text: String?) -> String? {
        text.map { $0.count > mostText ? String($0.prefix(mostText)) + "…" : $0 }.map { $0.replacing("\0", with: "\u{FFFD}") }
    }

    static let encoder: JSONEncoder = {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }()
}
