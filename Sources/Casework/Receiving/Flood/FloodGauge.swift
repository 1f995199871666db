public import PortalNetwork
import Synchronization
public import Vietnamese

/// How many letters are being sent, to each portal, from each range of addresses and altogether: counted in this node's memory, over a window that moves.
public final class FloodGauge: Sendable {
    private enum Key: Hashable {
        case node
        case portal(SiteID)
        case range(String)
    }

    /// Two windows side by side: what moves out of the older one is taken to have come evenly.
    private struct Count {
        var window: Int64
        var here = 0
        var before = 0

        mutating func turn(to window: Int64) {
            guard window != self.window else { return }
            self = Count(window: window, before: window == self.window + 1 ? here : 0)
        }
    }

    public let bounds: FloodBounds
    private let counts = Mutex<[Key: Count]>([:])
    /// Places remembered at most; beyond, the counting begins anew.
    private static let most = 50_000

    public init(_ bounds: FloodBounds = FloodBounds()) { self.bounds = bounds }

    /// Counts a letter that was sent, whether or not it is taken.
    public func count(_ site: SiteID, _ place: String, at now: Instant) {
        let window = self.window(now)
        counts.withLock { counts in
            if counts.count >= Self.most { counts = [:] }
            for key in [.node, .portal(site), .range(FloodBounds.range(of: place))] as [Key] {
                counts[key, default: Count(window: window)].turn(to: window)
                counts[key]?.here += 1
            }
        }
    }

    /// Bits of the proof that a form asks of a place now; nil in calm times.
    public func bits(_ site: SiteID, _ place: String, at now: Instant) -> Int? {
        let counted: [(key: Key, bound: Int)] = [
            (.node, bounds.node), (.portal(site), bounds.portal), (.range(FloodBounds.range(of: place)), bounds.range),
        ]
        let times = counts.withLock { counts in
            counted.map { $0.bound > 0 ? number(counts[$0.key], now) / $0.bound : 0 }.max() ?? 0
        }
        guard times > 0 else { return nil }
        let doublings = Int.bitWidth - 1 - times.leadingZeroBitCount
        return min(bounds.bits + doublings, max(bounds.bits, bounds.mostBits))
    }

    private func window(_ now: Instant) -> Int64 { now.rawValue / (bounds.window * 1000) }

    private func number(_ count: Count?, _ now: Instant) -> Int {
        guard var count else { return 0 }
        count.turn(to: window(now))
        let (length, passed) = (bounds.window * 1000, now.rawValue % (bounds.window * 1000))
        return count.here + Int(Int64(count.before) * (length - passed) / length)
    }
}

/// The way through a flood for whoever cannot have a proof worked out: some letters a minute, one after the other from each range of addresses. A form that has been open
/// long enough goes through when the way is free. Who sends by machine gets no more through than that, however many forms it keeps.
public final class WaitingLane: Sendable {
    private struct State {
        var minute: Int64 = 0
        var taken = 0
        var last: [String: Instant] = [:]
    }

    private let bounds: FloodBounds
    private let state = Mutex(State())
    private static let most = 50_000

    public init(_ bounds: FloodBounds = FloodBounds()) { self.bounds = bounds }

    /// Lets a form through that nothing proves.
    /// - Returns: nil when it goes through; otherwise the seconds after which it is worth sending again.
    public func admit(_ ticket: FormTicket, from place: String, at now: Instant) -> Int? {
        let early = ticket.issued.rawValue + bounds.wait * 1000 - now.rawValue
        guard early <= 0 else { return Self.seconds(early) }
        let range = FloodBounds.range(of: place)
        return state.withLock { state in
            let minute = now.rawValue / 60_000
            if minute != state.minute { (state.minute, state.taken) = (minute, 0) }
            if state.last.count >= Self.most { state.last = [:] }
            if let last = state.last[range] {
                let left = last.rawValue + bounds.laneRange * 1000 - now.rawValue
                if left > 0 { return Self.seconds(left) }
            }
            guard state.taken < bounds.laneAMinute else { return Self.seconds((minute + 1) * 60_000 - now.rawValue) }
            state.taken += 1
            state.last[range] = now
            return nil
        }
    }

    private static func seconds(_ milliseconds: Int64) -> Int { Int((milliseconds + 999) / 1000) }
}
