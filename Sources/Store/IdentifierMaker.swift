import Synchronization
public import Vietnamese

/// Makes ids: 41 bits of milliseconds since 2020-01-01, 10 bits of node, 12 bits of sequence.
///
/// A clock that steps back does not repeat an id: the maker goes on from the last moment it used. Each maker writes ids only into
/// moments reserved for its node number (after `after`, up to `until`), and `NodeLease` never reserves a moment twice, so ids stay
/// unique whatever clocks do and however late a program learns that its lease is over.
public final class IdentifierMaker: Sendable {
    /// 2020-01-01T00:00:00Z
    public static let epoch: Int64 = 1_577_836_800_000

    private struct State {
        var node: Int
        var moment: Int64
        var sequence: Int64
        var until: Int64
    }

    private let clock: Clock
    private let state: Mutex<State>

    public var node: Int { state.withLock { $0.node } }

    /// The last moment an id was made of, or reserved from the start.
    public var lastUsed: Instant { Instant(rawValue: state.withLock { $0.moment } + Self.epoch) }

    /// `node`: 0 to 1023, leased from the database so that no two running programs share it. Ids begin after `after`.
    public init(node: Int, clock: Clock, after: Instant? = nil, until: Instant? = nil) {
        precondition((0...1023).contains(node))
        self.clock = clock
        state = Mutex(
            State(
                node: node,
                moment: max(0, (after?.rawValue ?? Self.epoch) - Self.epoch),
                sequence: 4095,
                until: until.map { $0.rawValue - Self.epoch } ?? .max
            )
        )
    }

    public func next<I: Identifier>(_ type: I.Type = I.self) -> I {
        let now = clock.now().rawValue - Self.epoch
        return state.withLock { state in
            // A clock ahead of the reserved moments is not followed; 4096 ids fit into each millisecond that was skipped.
            if now > state.moment, now <= state.until {
                (state.moment, state.sequence) = (now, 0)
            } else if state.sequence < 4095 {
                state.sequence += 1
            } else {
                (state.moment, state.sequence) = (state.moment + 1, 0)
            }
            return I(rawValue: state.moment << 22 | Int64(state.node) << 12 | state.sequence)
        }
    }

    /// Reserves moments up to `until` for the same node.
    func extend(until: Instant) {
        state.withLock { $0.until = max($0.until, until.rawValue - Self.epoch) }
    }

    /// Follows the clock no longer, for the number is about to be given back. What is still made comes from the second after the
    /// result, 4096 to the millisecond.
    func seal() -> Instant {
        Instant(
            rawValue: Self.epoch
                + state.withLock { state in
                    state.until = state.moment
                    return state.moment
                }
        )
    }

    /// Goes on as another node, in moments reserved for that one.
    func move(to node: Int, after: Instant, until: Instant) {
        state.withLock { $0 = State(node: node, moment: after.rawValue - Self.epoch, sequence: 4095, until: until.rawValue - Self.epoch) }
    }
}
