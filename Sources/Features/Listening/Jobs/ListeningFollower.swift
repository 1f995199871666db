public import Logging
import PortalNetwork
public import Publishing
public import ServiceLifecycle
import Speech
public import Store
import Vietnamese

/// Follows what happens on the portals: throws away what was withdrawn or erased on this node's shelf, and has new items recorded.
///
/// The cursor stands beside the recordings, since each node has a shelf of its own: a node that was away throws away what was erased meanwhile before it does
/// anything else. Any number of nodes may add the same job; it is one.
public struct ListeningFollower: Service {
    private let listening: Listening
    private let database: any Database
    private let ids: IdentifierMaker
    private let clock: Clock
    private let logger: Logger

    public init(_ listening: Listening, database: any Database, ids: IdentifierMaker, clock: Clock, logger: Logger) {
        self.listening = listening
        self.database = database
        self.ids = ids
        self.clock = clock
        self.logger = logger
    }

    /// The job it adds, for a runner of their own: a long recording must not hold up a publication.
    public var workers: [any JobWorker] { [SpeakItem(listening)] }

    public func run() async throws {
        var swept = clock.now()
        // A call may be lost; an erasure may not.
        await database.look(for: EventLog.channel, every: .seconds(10)) {
            do {
                try await follow()
                if swept < clock.now().adding(seconds: -3600) {
                    swept = clock.now()
                    try await sweep()
                }
            } catch {
                logger.warning("What is read aloud could not follow the record", metadata: ["error": "\(error)"])
            }
        }
    }

    /// Reads on from the cursor to the end.
    public func follow() async throws {
        let shelf = listening.studio.shelf
        let head = try await database.read { try EventLog.head($0) }
        guard var cursor = try await shelf.cursor(), cursor <= head else {
            // A new shelf, or one of another database: nothing on it can be trusted.
            try await shelf.empty()
            return try await shelf.setCursor(head)
        }
        while cursor < head {
            let from = cursor
            let events = try await database.read { try EventLog.events(after: from, limit: 500, $0) }
            guard let last = events.last else { return }
            var fresh: [ItemID: Int] = [:]
            for event in events {
                guard let item = event.item else { continue }
                switch event.operation {
                case .withdraw, .erase:
                    fresh[item] = nil
                    try await shelf.remove(item: "\(item)")
                case .publish, .update, .correct, .restore: fresh[item] = event.edition
                default: break
                }
            }
            try await order(fresh)
            cursor = last.sequence
            try await shelf.setCursor(cursor)
        }
    }

    /// Adds jobs for those that are new. Imports of the past are not: they are recorded when somebody listens.
    private func order(_ items: [ItemID: Int]) async throws {
        guard !items.isEmpty else { return }
        let (now, ids) = (clock.now(), ids)
        let wanted = try await listening.reader.cards(Array(items.keys)).filter { card in
            listening.kinds.contains(card.kind) && listening.voices.speaks(card.language)
                && card.publishedAt.rawValue > now.adding(seconds: -Listening.recent).rawValue
        }
        guard !wanted.isEmpty else { return }
        try await database.write { db in
            for card in wanted {
                let payload = "\(card.item)"
                try JobQueue.add(
                    Job(id: ids.next(), name: SpeakItem.name, payload: payload, effect: "\(SpeakItem.name):\(payload):\(card.edition)", runAt: now),
                    at: now,
                    db
                )
            }
        }
    }

    /// Forgets jobs that were done more than a day ago.
    private func sweep() async throws {
        let yesterday = clock.now().adding(seconds: -86_400)
        try await database.write { try JobQueue.forget([SpeakItem.name], finishedBefore: yesterday, $0) }
    }
}
