import Synchronization

/// Turns for pages that must be made: so many at a time, readers before robots, and robots never more than half of them. What is ready needs no turn; nor do forms,
/// the desk and letters that come in: what is left of connections and processors is theirs.
public final class MakingTurns: Sendable {
    enum Turn: Sendable, Equatable { case reader, robot }

    private typealias Caller = CheckedContinuation<Turn?, Never>

    private struct State {
        var running = 0
        var robots = 0
        var readersWaiting: [(who: ObjectIdentifier, caller: Caller)] = []
        var robotsWaiting: [(who: ObjectIdentifier, caller: Caller)] = []

        mutating func begin(_ turn: Turn) {
            running += 1
            if turn == .robot { robots += 1 }
        }
    }

    /// Pages made at a time, and of those the most for robots.
    private let width: Int
    private let robots: Int
    /// How many may wait; whoever comes then is told to come again.
    private let mostReaders: Int
    private let mostRobots: Int
    private let state = Mutex(State())

    /// - Parameter width: pages made at a time.
    public init(width: Int, mostReaders: Int = 2_000, mostRobots: Int = 500) {
        self.width = max(2, width)
        robots = max(1, self.width / 2)
        self.mostReaders = mostReaders
        self.mostRobots = mostRobots
    }

    /// How many wait for a turn.
    var waiting: Int { state.withLock { $0.readersWaiting.count + $0.robotsWaiting.count } }

    /// Waits for a turn; nil when too many wait. Who has one gives it back.
    func take(_ who: ObjectIdentifier, isRobot: Bool) async -> Turn? {
        await withCheckedContinuation { caller in
            let answer: Turn?? = state.withLock { state in
                let turn = isRobot ? Turn.robot : .reader
                if state.running < width, !isRobot || state.robots < robots && state.readersWaiting.isEmpty {
                    state.begin(turn)
                    return .some(turn)
                }
                switch turn {
                case .reader:
                    guard state.readersWaiting.count < mostReaders else { return .some(nil) }
                    state.readersWaiting.append((who, caller))
                case .robot:
                    guard state.robotsWaiting.count < mostRobots else { return .some(nil) }
                    state.robotsWaiting.append((who, caller))
                }
                return nil
            }
            if let answer { caller.resume(returning: answer) }
        }
    }

    func give(_ turn: Turn) {
        let next = state.withLock { state in
            state.running -= 1
            if turn == .robot { state.robots -= 1 }
            return following(&state)
        }
        next?.caller.resume(returning: next?.turn)
    }

    /// A reader wants what a robot asked for first: it no longer waits as a robot.
    func hurry(_ who: ObjectIdentifier) {
        let next = state.withLock { state -> (caller: Caller, turn: Turn)? in
            guard let place = state.robotsWaiting.firstIndex(where: { $0.who == who }) else { return nil }
            state.readersWaiting.append(state.robotsWaiting.remove(at: place))
            return following(&state)
        }
        next?.caller.resume(returning: next?.turn)
    }

    private func following(_ state: inout State) -> (caller: Caller, turn: Turn)? {
        guard state.running < width else { return nil }
        if !state.readersWaiting.isEmpty {
            state.begin(.reader)
            return (state.readersWaiting.removeFirst().caller, .reader)
        }
        guard state.robots < robots, !state.robotsWaiting.isEmpty else { return nil }
        state.begin(.robot)
        return (state.robotsWaiting.removeFirst().caller, .robot)
    }
}
