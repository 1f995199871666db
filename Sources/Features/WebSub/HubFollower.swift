import Logging
import PortalNetwork
public import Publishing
public import ServiceLifecycle
import Store
import Vietnamese

/// Follows what happens on the portals and has the feeds compared that somebody subscribed to; sweeps away what is over.
public struct HubFollower: Service {
    private let hub: Hub

    public init(_ hub: Hub) { self.hub = hub }

    /// The jobs of the hub, for a runner of their own: a slow callback must not hold up publications.
    public var workers: [any JobWorker] { [VerifyIntent(hub), CompareFeed(hub), DeliverChange(hub)] }

    public func run() async throws {
        try? await cancelWhenGracefulShutdown {
            await withTaskGroup(of: Void.self) { group in
                group.addTask {
                    for await _ in self.hub.database.announcements(EventLog.channel) {
                        do { try await self.follow() } catch {
                            self.hub.logger.error("The hub could not follow the record", metadata: ["error": "\(error)"])
                        }
                    }
                }
                group.addTask {
                    while !Task.isCancelled {
                        do { try await self.sweep() } catch {
                            self.hub.logger.warning("The hub could not be swept", metadata: ["error": "\(error)"])
                        }
                        try? await Task.sleep(for: .seconds(600))
                    }
                }
            }
        }
    }

    /// Adds a comparison for each topic with subscribers of every portal on which something happened. Any node may do it; the cursor is common.
    public func follow() async throws {
        let (now, ids) = (hub.clock.now(), hub.ids)
        let isNeeded = try await hub.database.read { db in
            guard let cursor = try db.value("SELECT seq FROM hub_cursor WHERE id = 1", as: Int64.self), try EventLog.head(db) > cursor else {
                return false
            }
            // Without subscribers the cursor stays: it costs nothing, and the first subscription begins with the feed as it is.
            return try db.value("SELECT 1 FROM hub_subscription WHERE expires_at > \(now) LIMIT 1", as: Int.self) != nil
        }
        guard isNeeded else { return }
        try await hub.database.write { db in
            // Written first, so that on PostgreSQL a second node waits here and then finds nothing left.
            try db.execute("UPDATE hub_cursor SET seq = seq WHERE id = 1")
            let cursor = try db.value("SELECT seq FROM hub_cursor WHERE id = 1", as: Int64.self) ?? -1
            let head = try EventLog.head(db)
            guard head > cursor else { return }
            let sites = try EventLog.sites(after: cursor, through: head, db)
            let topics = try db.column(
                """
                SELECT id FROM hub_topic WHERE site IN (\(list: sites))
                AND EXISTS (SELECT 1 FROM hub_subscription WHERE hub_subscription.topic = hub_topic.id AND expires_at > \(now)) ORDER BY id
                """,
                as: HubTopicID.self
            )
            for topic in topics where try !JobQueue.isWaiting(name: CompareFeed.name, payload: "\(topic)", db) {
                try JobQueue.add(
                    Job(id: ids.next(), name: CompareFeed.name, payload: "\(topic)", effect: "\(CompareFeed.name):\(topic):\(head)", runAt: now),
                    at: now,
                    db
                )
            }
            try db.execute("UPDATE hub_cursor SET seq = \(head) WHERE id = 1")
        }
    }

    /// Ends leases that ran out and forgets what nobody needs: old requests, topics without subscribers, jobs done more than a day ago.
    public func sweep() async throws {
        let now = hub.clock.now()
        let yesterday = now.adding(seconds: -86_400)
        try await hub.database.write { db in
            try db.execute("DELETE FROM hub_subscription WHERE expires_at <= \(now)")
            try db.execute("DELETE FROM hub_request WHERE created_at <= \(yesterday)")
            try db.execute(
                """
                DELETE FROM hub_topic WHERE NOT EXISTS (SELECT 1 FROM hub_subscription WHERE hub_subscription.topic = hub_topic.id)
                AND NOT EXISTS (SELECT 1 FROM hub_request WHERE hub_request.topic = hub_topic.id)
                """
            )
            try JobQueue.forget([VerifyIntent.name, CompareFeed.name, DeliverChange.name], finishedBefore: yesterday, db)
        }
    }
}
