public import Logging
import PortalNetwork
public import Publishing
public import ServiceLifecycle
public import Store
public import Vietnamese

/// Asks for the links that are due. Hosts are asked beside each other, of one host one address after the other with a pause. What does not fit into a run
/// is the next one's.
public struct CheckLinks: JobWorker {
    public static let name = "check-links"

    private let database: any Database
    private let ids: IdentifierMaker
    private let clock: Store.Clock
    private let checker: LinkChecker
    private let pause: Duration
    /// After this no further address is begun: a run stays within its lease.
    private let patience: Duration
    private static let portion = 240
    private static let width = 6

    public init(
        database: any Database,
        ids: IdentifierMaker,
        clock: Store.Clock,
        checker: LinkChecker,
        pause: Duration = .seconds(1),
        patience: Duration = .seconds(20)
    ) {
        self.database = database
        self.ids = ids
        self.clock = clock
        self.checker = checker
        self.pause = pause
        self.patience = patience
    }

    /// `effect` names the occasion: a night, a person's wish.
    public static func job(_ occasion: String, id: JobID, at moment: Instant) -> Job {
        Job(id: id, name: name, payload: "", effect: "\(name):\(occasion)", runAt: moment)
    }

    public func run(_ job: Job) async throws {
        let now = clock.now()
        let (due, listed) = try await database.read { db in
            (try OutgoingLinks.due(at: now, limit: Self.portion, db), try DangerousHost.all(db))
        }
        guard !due.isEmpty else { return }
        let (danger, robots) = (DangerList(listed.map(\.host)), RobotsBook())
        let hosts = Dictionary(grouping: due, by: \.host).values.sorted { $0[0].id < $1[0].id }
        let end = ContinuousClock.now.advanced(by: patience)
        try await withThrowingTaskGroup(of: Void.self) { group in
            var waiting = hosts[...]
            for _ in 0..<Self.width { if let host = waiting.popFirst() { group.addTask { try await check(host, danger, robots, end) } } }
            while try await group.next() != nil {
                if ContinuousClock.now < end, let host = waiting.popFirst() { group.addTask { try await check(host, danger, robots, end) } }
            }
        }
        let next = ids.next() as JobID
        let later = clock.now()
        try await database.write { db in
            guard try !OutgoingLinks.due(at: now, limit: 1, db).isEmpty else { return }
            try JobQueue.add(Self.job("\(next)", id: next, at: later), at: later, db)
        }
    }

    private func check(_ links: [OutgoingLink], _ danger: DangerList, _ robots: RobotsBook, _ end: ContinuousClock.Instant) async throws {
        for (place, link) in links.enumerated() {
            guard place == 0 || ContinuousClock.now < end else { return }
            if place > 0 { try await Task.sleep(for: pause) }
            let finding = try await checker.check(link.address, dangerous: danger, robots: robots)
            let now = clock.now()
            try await database.write { try OutgoingLinks.note(finding, of: link.id, at: now, $0) }
        }
    }
}

/// Follows the record for links that lead out, and has them looked at every night.
public struct LinkWatch: Service {
    private let database: any Database
    private let collector: LinkCollector
    private let ids: IdentifierMaker
    private let clock: Store.Clock
    private let logger: Logger
    /// The hour at which the night's look begins, in Việt Nam.
    private static let hour: Int64 = 1

    public init(database: any Database, collector: LinkCollector, ids: IdentifierMaker, clock: Store.Clock, logger: Logger) {
        self.database = database
        self.collector = collector
        self.ids = ids
        self.clock = clock
        self.logger = logger
    }

    public func run() async throws {
        try? await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do { try await tick() } catch is CancellationError {} catch {
                    logger.warning("Outgoing links could not be followed", metadata: ["error": "\(error)"])
                }
                try? await Task.sleep(for: .seconds(60))
            }
        }
    }

    /// Notes what is new, and sees to it that the next night's look is in the queue.
    public func tick() async throws {
        while try await collector.step() { try await Task.sleep(for: .milliseconds(50)) }
        let now = clock.now()
        let today = now.civilDate
        let night = VietnamTime.startOfDay(today).adding(seconds: Self.hour * 3600)
        let next = night > now ? night : VietnamTime.startOfDay(today.adding(days: 1)).adding(seconds: Self.hour * 3600)
        let id = ids.next() as JobID
        try await database.write { db in
            try JobQueue.add(CheckLinks.job("\(next.civilDate)", id: id, at: next), at: now, db)
            try JobQueue.forget([CheckLinks.name], finishedBefore: now.adding(seconds: -3 * 86_400), db)
        }
    }
}
