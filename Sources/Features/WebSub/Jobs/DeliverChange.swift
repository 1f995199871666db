import Crypto
import HTTPTypes
import Logging
import NIOCore
import Outbound
import PortalNetwork
public import Publishing
import Store
import Synchronization
import Vietnamese
import Web

/// Sends a subscriber the feed as it is now (W3C WebSub, 7). One job for each subscriber and change; one that comes late finds its change delivered with
/// a newer one and does nothing.
public struct DeliverChange: JobWorker {
    public static let name = "websub-deliver"

    struct Payload: CustomStringConvertible {
        let subscription: HubSubscriptionID
        let generation: Int64

        var description: String { "\(subscription):\(generation)" }

        init(subscription: HubSubscriptionID, generation: Int64) {
            self.subscription = subscription
            self.generation = generation
        }

        init?(_ text: String) {
            let parts = text.split(separator: ":")
            guard parts.count == 2, let subscription = HubSubscriptionID(String(parts[0])), let generation = Int64(parts[1]) else { return nil }
            self.init(subscription: subscription, generation: generation)
        }
    }

    private let hub: Hub
    private let prepared = PreparedFeed()

    public init(_ hub: Hub) { self.hub = hub }

    public func run(_ job: Job) async throws {
        guard let payload = Payload(job.payload) else { return }
        let found = try await hub.database.read { db in
            try HubSubscription.load(payload.subscription, db).flatMap { one in try HubTopic.load(one.topic, db).map { (one, $0) } }
        }
        guard let (subscription, topic) = found, subscription.expiresAt > hub.clock.now(), subscription.delivered < payload.generation,
            let addresses = hub.addresses(of: topic), let callback = try? ForeignAddress(subscription.callback)
        else { return }
        guard let feed = try await prepared.feed(topic, { try await hub.feed(addresses.site, topic.path) }) else { return }

        var headers: HTTPFields = [.contentType: feed.type]
        headers[.link] = "<\(addresses.hub)>; rel=\"hub\", <\(addresses.topic)>; rel=\"self\""
        if let secret = subscription.secret { headers[.hubSignature] = Self.signature(of: feed.bytes, secret) }
        do {
            let request = ForeignRequest(.post, callback, headers: headers, body: Array(feed.bytes.readableBytesView))
            let status = try await hub.fetcher.fetch(request, limits: hub.limits.fetch).status
            switch status {
            case 200..<300: return try await arrived(subscription.id, topic.generation)
            case 410: return try await end(subscription.id, callback, "410 from the callback")
            default: throw HubFault.answered(status)
            }
        } catch FetchFault.refused(let refusal) {
            // The name leads somewhere else today. That is not tried again.
            return try await end(subscription.id, callback, "\(refusal)")
        } catch {
            if job.attempts >= JobQueue.maximumAttempts { try await failed(subscription.id, callback) }
            throw error
        }
    }

    static func signature(of bytes: ByteBuffer, _ secret: String) -> String {
        let code = HMAC<SHA256>.authenticationCode(for: Array(bytes.readableBytesView), using: SymmetricKey(data: Array(secret.utf8)))
        return "sha256=" + code.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    private func arrived(_ id: HubSubscriptionID, _ generation: Int64) async throws {
        try await hub.database.write { db in
            try db.execute("UPDATE hub_subscription SET delivered = \(generation), failures = 0 WHERE id = \(id) AND delivered < \(generation)")
        }
    }

    private func end(_ id: HubSubscriptionID, _ callback: ForeignAddress, _ why: String) async throws {
        hub.logger.info("A subscription was ended", metadata: ["host": "\(callback.host)", "why": "\(why)"])
        try await hub.database.write { try HubSubscription.end(id, $0) }
    }

    /// The last attempt failed: the job will be dead. After some of these in a row nobody is thought to be there.
    private func failed(_ id: HubSubscriptionID, _ callback: ForeignAddress) async throws {
        let most = hub.limits.failures
        let isOver = try await hub.database.write { db in
            try db.execute("UPDATE hub_subscription SET failures = failures + 1 WHERE id = \(id)")
            let failures = try db.value("SELECT failures FROM hub_subscription WHERE id = \(id)", as: Int.self) ?? 0
            guard failures >= most else { return false }
            try HubSubscription.end(id, db)
            return true
        }
        if isOver { hub.logger.warning("A subscription was ended", metadata: ["host": "\(callback.host)", "why": "too many deliveries failed"]) }
    }
}

/// A subscriber's answer that is neither yes nor "gone".
struct HubFault: Error, CustomStringConvertible {
    let description: String
    static func answered(_ status: Int) -> HubFault { HubFault(description: "the callback answered \(status)") }
}

/// The feed made last, for the other subscribers of the same change.
private final class PreparedFeed: Sendable {
    private let last = Mutex<(topic: HubTopicID, digest: String?, feed: ByteAnswer)?>(nil)

    func feed(_ topic: HubTopic, _ make: () async throws -> ByteAnswer?) async throws -> ByteAnswer? {
        if let digest = topic.digest, let kept = last.withLock({ $0 }), kept.topic == topic.id, kept.digest == digest { return kept.feed }
        guard let feed = try await make() else { return nil }
        // Kept only under its own digest: a feed that has moved on meanwhile is its next change's.
        if HubTopic.digest(of: feed.bytes.readableBytesView) == topic.digest { last.withLock { $0 = (topic.id, topic.digest, feed) } }
        return feed
    }
}

extension HTTPField.Name {
    static let link = HTTPField.Name("Link") ?? .contentLocation
    static let hubSignature = HTTPField.Name("X-Hub-Signature") ?? .contentLocation
}
