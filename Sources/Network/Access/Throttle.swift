import Store
import Vietnamese

/// Counts attempts before they are made, so that many at once count as many. What was right is given back.
///
/// Names are counted whether or not anybody has them, under a digest: the table says nothing of what was typed, and the answer nothing of who exists.
struct Throttle: Sendable {
    struct Count: Sendable {
        let what: [UInt8]
        /// Failures that cost nothing.
        let free: Int
    }

    let policy: AccessPolicy

    /// - Throws: `AccessRefusal.tooManyAttempts` while one of the counts is blocked; then nothing is counted.
    func take(_ counts: [Count], at now: Instant, in db: any Connection) throws {
        var wait: Int64 = 0
        var found: [(count: Count, failures: Int)] = []
        for count in counts {
            let row = try db.row("SELECT failures, last_at, blocked_until FROM access_attempt WHERE what = \(count.what)")
            guard let row else {
                found.append((count, 0))
                continue
            }
            let (failures, last, until): (Int, Instant, Instant) = (try row[0], try row[1], try row[2])
            let left = until.rawValue - now.rawValue
            // A wait longer than any we impose was written under another clock.
            if left > 0, left <= policy.longestWaitSeconds * 1000 { wait = max(wait, left) }
            found.append((count, abs(now.rawValue - last.rawValue) > policy.forgetFailuresSeconds * 1000 ? 0 : failures))
        }
        guard wait == 0 else { throw AccessRefusal.tooManyAttempts(minutes: Int((wait + 59_999) / 60_000)) }
        for (count, failures) in found {
            let failures = failures + 1
            let doublings = min(max(0, failures - count.free), 20)
            let seconds = failures < count.free ? 0 : min(policy.longestWaitSeconds, policy.firstWaitSeconds << Int64(doublings))
            // What costs nothing blocks nothing, also when the clock is set back afterwards.
            let until = seconds == 0 ? Instant(rawValue: 0) : now.adding(seconds: seconds)
            try db.execute(
                """
                INSERT INTO access_attempt (what, failures, last_at, blocked_until) VALUES (\(count.what), \(failures), \(now), \(until))
                ON CONFLICT (what) DO UPDATE SET failures = excluded.failures, last_at = excluded.last_at, blocked_until = excluded.blocked_until
                """
            )
        }
        try db.execute("DELETE FROM access_attempt WHERE last_at < \(now.adding(seconds: -86_400))")
    }

    /// It was right: what it was counted under is forgotten.
    func forget(_ counts: [Count], in db: any Connection) throws {
        for count in counts { try db.execute("DELETE FROM access_attempt WHERE what = \(count.what)") }
    }

    /// It was right: one less, but the others under the same address stay counted.
    func giveBack(_ count: Count, in db: any Connection) throws {
        try db.execute(
            "UPDATE access_attempt SET failures = failures - 1, blocked_until = 0 WHERE what = \(count.what) AND failures > 0"
        )
    }
}
