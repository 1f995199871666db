import HTTPTypes
import Logging
import Outbound
import PortalNetwork
import Publishing
import Store
import Vietnamese
import Web

extension Hub {
    /// Checks a request and remembers it until its intent is verified. A newer one about the same topic and callback replaces it.
    func take(_ form: HubForm, on site: Site) async throws(HubRefusal) {
        guard let mode = form["hub.mode"].flatMap(HubIntent.Mode.init(rawValue:)) else {
            throw HubRefusal(.badRequest, "hub.mode is subscribe or unsubscribe; changes the hub learns by itself")
        }
        guard let origin = origins.url(site, ""), let path = form["hub.topic"].flatMap({ HubTopic.path(of: $0, origin: origin) }) else {
            throw HubRefusal(.notFound, "hub.topic is no feed of this portal")
        }
        let callback = try callback(form["hub.callback"])
        let secret = form["hub.secret"].flatMap { $0.isEmpty ? nil : $0 }
        guard secret.map({ $0.utf8.count < 200 }) ?? true else { throw HubRefusal(.badRequest, "hub.secret has 200 bytes or more") }
        let lease = try lease(form["hub.lease_seconds"])
        do {
            if mode == .subscribe, try await feed(site, path) == nil { throw HubRefusal(.notFound, "hub.topic is no feed of this portal") }
            try await remember(mode, site.id, path, callback, secret, lease)
        } catch let refusal as HubRefusal {
            throw refusal
        } catch {
            logger.warning("A subscription request could not be stored", metadata: ["error": "\(error)"])
            throw HubRefusal(.serviceUnavailable, "try again later")
        }
    }

    private func callback(_ text: String?) throws(HubRefusal) -> ForeignAddress {
        guard let text else { throw HubRefusal(.badRequest, "hub.callback is missing") }
        do throws(AddressRefusal) {
            let address = try ForeignAddress(text)
            try fetcher.policy.check(address)
            guard tree().site(host: "\(address.host)") == nil else { throw AddressRefusal.notPublic }
            return address
        } catch {
            throw HubRefusal(.badRequest, "hub.callback: \(error)")
        }
    }

    /// What was asked, within the bounds; the subscriber is told when its intent is verified.
    private func lease(_ text: String?) throws(HubRefusal) -> Int64 {
        guard let text, !text.isEmpty else { return limits.lease }
        guard text.utf8.count <= 12, text.utf8.allSatisfy({ (48...57).contains($0) }), let seconds = Int64(text), seconds > 0 else {
            throw HubRefusal(.badRequest, "hub.lease_seconds is not a number of seconds")
        }
        return min(max(seconds, limits.leases.lowerBound), limits.leases.upperBound)
    }

    private func remember(_ mode: HubIntent.Mode, _ site: SiteID, _ path: String, _ callback: ForeignAddress, _ secret: String?, _ lease: Int64)
        async throws
    {
        let (now, limits, address, host) = (clock.now(), limits, callback.description, "\(callback.host)")
        let (newTopic, request, job): (HubTopicID, HubRequestID, JobID) = (ids.next(), ids.next(), ids.next())
        try await database.write { db in
            let known = try db.value("SELECT id FROM hub_topic WHERE site = \(site) AND path = \(path)", as: HubTopicID.self)
            if mode == .unsubscribe {
                // Nothing to end: nobody is called, so that the hub cannot be sent against somebody who never subscribed.
                guard let known,
                    try db.value("SELECT 1 FROM hub_subscription WHERE topic = \(known) AND callback = \(address)", as: Int.self) != nil
                else { return }
            }
            let topic = known ?? newTopic
            if known == nil { try db.execute("INSERT INTO hub_topic (id, site, path, generation) VALUES (\(topic), \(site), \(path), 0)") }
            try db.execute("DELETE FROM hub_request WHERE topic = \(topic) AND callback = \(address)")
            try Self.hold(limits, host, topic, address, now, db)
            try db.execute(
                """
                INSERT INTO hub_request (id, topic, callback, host, mode, secret, lease, created_at)
                VALUES (\(request), \(topic), \(address), \(host), \(mode), \(secret), \(lease), \(now))
                """
            )
            try JobQueue.add(
                Job(id: job, name: VerifyIntent.name, payload: "\(request)", effect: "\(VerifyIntent.name):\(request)", runAt: now),
                at: now,
                db
            )
        }
    }

    /// Refuses what would be too much. A renewal counts as the subscription it renews.
    private static func hold(_ limits: HubLimits, _ host: String, _ topic: HubTopicID, _ callback: String, _ now: Instant, _ db: any Connection)
        throws
    {
        func count(_ sql: SQL) throws -> Int { try db.value(sql, as: Int.self) ?? 0 }
        let full = HubRefusal(.serviceUnavailable, "the hub has as many subscriptions as it takes; try again later")
        guard try count("SELECT count(*) FROM hub_request") < limits.requests,
            try count("SELECT count(*) FROM hub_request WHERE host = \(host)") < limits.requestsPerHost
        else { throw full }
        let others: SQL = "expires_at > \(now) AND NOT (topic = \(topic) AND callback = \(callback))"
        guard try count("SELECT count(*) FROM hub_subscription WHERE \(others)") < limits.subscriptions,
            try count("SELECT count(*) FROM hub_subscription WHERE host = \(host) AND \(others)") < limits.perHost,
            try count("SELECT count(*) FROM hub_subscription WHERE topic = \(topic) AND \(others)") < limits.perTopic
        else { throw full }
    }
}
