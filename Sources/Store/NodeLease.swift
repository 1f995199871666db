public import Vietnamese

/// A node number, leased from the database for as long as a program runs, and the ids it makes under it.
///
/// A lease reserves moments: the holder makes ids only of moments after the number's high water and up to a new one, and each
/// renewal moves that on. Whoever has the number next begins above. So two programs never make one id, though a clock steps back, a
/// machine sleeps past its lease, or two nodes disagree about the time.
public struct NodeLease: Sendable {
    /// A lease lives so long past its last renewal, and stays untouched for as long again.
    public static let duration: Int64 = 60

    public static let migrations = [
        Migration(
            1,
            "node leases",
            [
                """
                CREATE TABLE node_lease (
                    node BIGINT NOT NULL PRIMARY KEY,
                    token BIGINT NOT NULL,
                    holder TEXT NOT NULL,
                    expires_at BIGINT NOT NULL,
                    high_water BIGINT NOT NULL)
                """
            ]
        )
    ]

    public let ids: IdentifierMaker
    private let database: any Database
    private let clock: Clock
    private let token: Int64
    private let holder: String

    private struct Grant: Sendable {
        let node: Int
        let after: Instant
        let until: Instant
    }

    /// Takes a number. `holder` tells an operator who it is ("host, process 123"). Throws `StoreFault.locked` when 1024 programs
    /// hold one.
    public static func take(from database: any Database, holder: String, clock: Clock = .system) async throws -> NodeLease {
        let token = Int64.random(in: 1...Int64.max)
        let grant = try await database.write { try Self.grant(on: $0, token: token, holder: holder, now: clock.now()) }
        let ids = IdentifierMaker(node: grant.node, clock: clock, after: grant.after, until: grant.until)
        return NodeLease(ids: ids, database: database, clock: clock, token: token, holder: holder)
    }

    /// Who holds a number at a moment: programs that work on the database, or ended without giving it back less than `duration` ago.
    public static func holders(at now: Instant, in db: any Connection) throws -> [String] {
        try db.column("SELECT holder FROM node_lease WHERE expires_at > \(now) ORDER BY node")
    }

    /// Holds the number for another while. A lease that was lost (the machine slept, someone took the number) is replaced by
    /// another number; the ids stay unique all along.
    public func renew() async throws {
        let (node, last) = (ids.node, ids.lastUsed)
        let until = try await database.write { [token, clock] db -> Instant? in
            let now = clock.now()
            let until = max(now, last).adding(seconds: Self.duration)
            let changed = try db.execute(
                """
                UPDATE node_lease SET expires_at = \(now.adding(seconds: Self.duration)), high_water = \(until.adding(seconds: Self.duration))
                WHERE node = \(node) AND token = \(token) AND high_water <= \(until.adding(seconds: Self.duration))
                """
            )
            if changed == 1 { return until }
            // The clock stepped back: what was reserved is enough.
            let kept = try db.execute(
                "UPDATE node_lease SET expires_at = \(now.adding(seconds: Self.duration)) WHERE node = \(node) AND token = \(token)"
            )
            return kept == 1 ? last : nil
        }
        if let until { return ids.extend(until: until) }
        let grant = try await database.write { [token, holder, clock] in try Self.grant(on: $0, token: token, holder: holder, now: clock.now()) }
        ids.move(to: grant.node, after: grant.after, until: grant.until)
    }

    /// Renews until the task is cancelled, then gives the number back. A renewal that fails is reported and tried again soon:
    /// the ids are safe meanwhile.
    public func keep(every seconds: Int64 = duration / 3, fault: @escaping @Sendable (any Error) -> Void = { _ in }) async {
        var pause = seconds
        while !Task.isCancelled {
            try? await Task.sleep(for: .seconds(pause))
            guard !Task.isCancelled else { break }
            do {
                try await renew()
                pause = seconds
            } catch {
                fault(error)
                pause = max(1, seconds / 4)
            }
        }
        // The task is cancelled, and so would be the last write.
        await Task {
            do { try await release() } catch { fault(error) }
        }.value
    }

    /// Gives the number back; it may be leased again at once. An id that a straggler still makes is unique too (up to four millions).
    public func release() async throws {
        let (node, last) = (ids.node, ids.seal())
        try await database.write { [token] db in
            _ = try db.execute(
                """
                UPDATE node_lease SET expires_at = 0, high_water = \(last.adding(seconds: 1)), token = 0
                WHERE node = \(node) AND token = \(token)
                """
            )
        }
    }

    /// The number whose lease has been over for longest, else one that was never used.
    private static func grant(on db: any Connection, token: Int64, holder: String, now: Instant) throws -> Grant {
        let rows = try db.rows("SELECT node, expires_at, high_water FROM node_lease ORDER BY expires_at, node")
        var used: Set<Int> = []
        for row in rows {
            let (node, expires, highWater): (Int, Instant, Instant) = (try row[0], try row[1], try row[2])
            used.insert(node)
            guard expires.adding(seconds: duration) < now else { continue }
            let until = max(now, highWater).adding(seconds: duration)
            let taken = try db.execute(
                """
                UPDATE node_lease SET token = \(token), holder = \(holder), expires_at = \(now.adding(seconds: duration)),
                    high_water = \(until.adding(seconds: duration))
                WHERE node = \(node) AND expires_at = \(expires)
                """
            )
            if taken == 1 { return Grant(node: node, after: highWater, until: until) }
        }
        for node in 0...1023 where !used.contains(node) {
            let until = now.adding(seconds: duration)
            let taken = try db.execute(
                """
                INSERT INTO node_lease (node, token, holder, expires_at, high_water)
                VALUES (\(node), \(token), \(holder), \(now.adding(seconds: duration)), \(until.adding(seconds: duration)))
                ON CONFLICT (node) DO NOTHING
                """
            )
            if taken == 1 { return Grant(node: node, after: Instant(rawValue: IdentifierMaker.epoch), until: until) }
        }
        throw StoreFault.locked("all 1024 node numbers are leased")
    }
}
