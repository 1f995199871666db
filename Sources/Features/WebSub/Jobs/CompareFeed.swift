import NIOCore
import PortalNetwork
public import Publishing
import Store
import Vietnamese
import Web

/// Looks whether a feed says anything else than its subscribers heard last, and makes a delivery for each of them when it does.
///
/// Comparing the feed itself needs no knowledge of what goes into which feed: a publication, a correction, a withdrawal, a move or a new name of the
/// portal is a change when, and only when, readers of the feed would see it.
public struct CompareFeed: JobWorker {
    public static let name = "websub-compare"
    private let hub: Hub

    public init(_ hub: Hub) { self.hub = hub }

    public func run(_ job: Job) async throws {
        guard let id = HubTopicID(job.payload), let topic = try await hub.database.read({ try HubTopic.load(id, $0) }),
            let site = hub.tree()[topic.site], let feed = try await hub.feed(site, topic.path)
        else { return }
        let digest = HubTopic.digest(of: feed.bytes.readableBytesView)
        guard digest != topic.digest else { return }
        let (now, ids) = (hub.clock.now(), hub.ids)
        try await hub.database.write { db in
            // Another node may have come first.
            guard let topic = try HubTopic.load(id, db), topic.digest != digest else { return }
            let generation = topic.generation + 1
            try db.execute("UPDATE hub_topic SET digest = \(digest), generation = \(generation) WHERE id = \(id)")
            for subscription in try db.column(
                "SELECT id FROM hub_subscription WHERE topic = \(id) AND expires_at > \(now) ORDER BY id",
                as: HubSubscriptionID.self
            ) {
                let payload = DeliverChange.Payload(subscription: subscription, generation: generation).description
                try JobQueue.add(
                    Job(id: ids.next(), name: DeliverChange.name, payload: payload, effect: "\(DeliverChange.name):\(payload)", runAt: now),
                    at: now,
                    db
                )
            }
        }
    }
}
