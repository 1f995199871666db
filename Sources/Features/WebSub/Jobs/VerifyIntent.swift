import Logging
import NIOCore
import Outbound
import PortalNetwork
public import Publishing
import Store
import Vietnamese
import Web

/// Asks the callback whether it wants what was asked in its name (W3C WebSub, 5.3). Only then anything changes.
public struct VerifyIntent: JobWorker {
    public static let name = "websub-verify"
    private let hub: Hub

    public init(_ hub: Hub) { self.hub = hub }

    public func run(_ job: Job) async throws {
        guard let id = HubRequestID(job.payload) else { return }
        let found = try await hub.database.read { db in
            try HubIntent.load(id, db).flatMap { intent in try HubTopic.load(intent.topic, db).map { (intent, $0) } }
        }
        // Replaced by a newer one, or swept away.
        guard let (intent, topic) = found else { return }
        guard let (address, _, site) = hub.addresses(of: topic), let callback = try? ForeignAddress(intent.callback) else {
            return try await drop(id)
        }
        let isMeant: Bool
        do {
            isMeant = try await ask(callback, intent, address)
        } catch let fault as FetchFault where fault.mayPass && job.attempts < hub.limits.verifications {
            throw fault
        } catch let fault as FetchFault {
            note("An intent could not be verified", callback, "\(fault)")
            return try await drop(id)
        }
        guard isMeant else {
            note("An intent was not confirmed", callback, intent.mode.rawValue)
            return try await drop(id)
        }
        switch intent.mode {
        case .subscribe:
            // With nobody listening until now, changes since then are nobody's news: the feed as it is now is where it begins.
            let digest = try await hub.feed(site, topic.path).map { HubTopic.digest(of: $0.bytes.readableBytesView) }
            try await subscribe(intent, digest)
        case .unsubscribe:
            try await hub.database.write { db in
                try db.execute("DELETE FROM hub_subscription WHERE topic = \(intent.topic) AND callback = \(intent.callback)")
                try HubIntent.drop(id, db)
            }
        }
        note("An intent was confirmed", callback, intent.mode.rawValue)
    }

    /// Whether the callback gives the challenge back. Redirects and everything but 2xx are a no.
    private func ask(_ callback: ForeignAddress, _ intent: HubIntent, _ topic: String) async throws -> Bool {
        let challenge = (0..<4).map { _ in String(UInt64.random(in: .min ... .max), radix: 36) }.joined()
        var pairs = [("hub.mode", intent.mode.rawValue), ("hub.topic", topic), ("hub.challenge", challenge)]
        if intent.mode == .subscribe { pairs.append(("hub.lease_seconds", String(intent.lease))) }
        let query = pairs.map { "\($0)=\(FormCoding.encode($1))" }.joined(separator: "&")
        let address: ForeignAddress
        do throws(AddressRefusal) { address = try callback.adding(query: query) } catch { throw FetchFault.refused(error) }
        let answer = try await hub.fetcher.fetch(ForeignRequest(.get, address), limits: hub.limits.fetch)
        return (200..<300).contains(answer.status) && answer.body == Array(challenge.utf8)
    }

    private func subscribe(_ intent: HubIntent, _ digest: String?) async throws {
        let (now, subscription) = (hub.clock.now(), hub.ids.next(HubSubscriptionID.self))
        try await hub.database.write { db in
            guard try HubIntent.load(intent.id, db) != nil, let topic = try HubTopic.load(intent.topic, db) else { return }
            let isFirst =
                try db.value("SELECT 1 FROM hub_subscription WHERE topic = \(topic.id) AND expires_at > \(now) LIMIT 1", as: Int.self) == nil
            if isFirst || topic.digest == nil { try db.execute("UPDATE hub_topic SET digest = \(digest) WHERE id = \(topic.id)") }
            try db.execute(
                """
                INSERT INTO hub_subscription (id, topic, callback, host, secret, expires_at, delivered, failures, created_at)
                VALUES (\(subscription), \(topic.id), \(intent.callback), \(intent.host), \(intent.secret), \(now.adding(seconds: intent.lease)),
                    \(topic.generation), 0, \(now))
                ON CONFLICT (topic, callback) DO UPDATE SET secret = excluded.secret, expires_at = excluded.expires_at, failures = 0
                """
            )
            try HubIntent.drop(intent.id, db)
        }
    }

    private func drop(_ id: HubRequestID) async throws { try await hub.database.write { try HubIntent.drop(id, $0) } }

    /// The host alone: the rest of a callback can be a secret of the subscriber's.
    private func note(_ message: String, _ callback: ForeignAddress, _ what: String) {
        hub.logger.info("\(message)", metadata: ["host": "\(callback.host)", "what": "\(what)"])
    }
}

extension FetchFault {
    /// Whether it may be otherwise in a while.
    var mayPass: Bool {
        switch self {
        case .unknownHost, .unreachable, .tooSlow: true
        default: false
        }
    }
}
