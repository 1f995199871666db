import PortalNetwork
import Publishing
import Store
import Synchronization
import Vietnamese

/// What is read, as of some minutes ago: adding up the days of a whole province takes longer than a screen may.
final class Readings: Sendable {
    struct Known: Sendable {
        let at: Instant
        let today: [MostRead]
        let week: [MostRead]
        /// The last fourteen days, oldest first.
        let days: [(day: CivilDate, n: Int)]
    }

    /// For how long it is good enough, in seconds; and for how many portals it is kept.
    private static let age: Int64 = 300
    private static let most = 500
    private static let rows = 8

    private let known = Mutex<[SiteID: Known]>([:])

    func read(_ site: SiteID, _ sites: [SiteID], at now: Instant, _ database: any Database) async throws -> Known {
        if let kept = known.withLock({ $0[site] }), kept.at <= now, now.rawValue - kept.at.rawValue < Self.age * 1000,
            kept.at.civilDate == now.civilDate
        {
            return kept
        }
        let today = now.civilDate
        let fresh = try await database.read { db in
            Known(
                at: now,
                today: try MostRead.read(sites, days: 1, until: today, limit: Self.rows, db),
                week: try MostRead.read(sites, days: 7, until: today, limit: Self.rows, db),
                days: try MostRead.byDay(sites, days: 14, until: today, db)
            )
        }
        known.withLock { known in
            if known.count >= Self.most { known = [:] }
            known[site] = fresh
        }
        return fresh
    }
}
