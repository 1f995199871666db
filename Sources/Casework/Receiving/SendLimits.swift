import Synchronization
public import Vietnamese

/// How much one place may send in an hour, counted in this node's memory: honest people behind one address of a telephone network are many, a machine is more.
public final class SendLimits: Sendable {
    private struct Place {
        var count: Int
        var since: Instant
    }

    private let perHour: Int
    private let places = Mutex<[String: Place]>([:])
    /// Places remembered at most; beyond, the counting begins anew.
    private static let most = 50_000

    public init(perHour: Int = 120) { self.perHour = perHour }

    /// Counts one; throws `CaseRefusal.flood` where that is too many.
    public func take(_ place: String, at now: Instant) throws(CaseRefusal) {
        let wait: Int64? = places.withLock { places in
            if places.count >= Self.most { places = [:] }
            var known = places[place] ?? Place(count: 0, since: now)
            if abs(now.rawValue - known.since.rawValue) > 3_600_000 { known = Place(count: 0, since: now) }
            known.count += 1
            places[place] = known
            return known.count > perHour ? known.since.rawValue + 3_600_000 - now.rawValue : nil
        }
        if let wait { throw .flood(minutes: Int(max(1, (wait + 59_999) / 60_000))) }
    }

    /// Takes one back that came to nothing by no fault of the sender: who sends again while the database is away must not be shut out when it is back.
    public func giveBack(_ place: String) {
        places.withLock { places in
            guard let known = places[place], known.count > 0 else { return }
            places[place]?.count -= 1
        }
    }
}
