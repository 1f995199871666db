import Store
import Vietnamese

struct HubRequestID: Identifier {
    let rawValue: Int64
}

struct HubSubscriptionID: Identifier {
    let rawValue: Int64
}

/// What somebody asked for and has yet to confirm from the address it is about.
struct HubIntent: Sendable {
    enum Mode: String, Sendable, SQLBindable, SQLReadable { case subscribe, unsubscribe }

    let id: HubRequestID
    let topic: HubTopicID
    let callback: String
    let host: String
    let mode: Mode
    let secret: String?
    let lease: Int64

    static func load(_ id: HubRequestID, _ db: any Connection) throws -> HubIntent? {
        try db.row("SELECT topic, callback, host, mode, secret, lease FROM hub_request WHERE id = \(id)").map { row in
            HubIntent(
                id: id,
                topic: try row[0],
                callback: try row[1],
                host: try row[2],
                mode: try row[3],
                secret: try row[4],
                lease: try row[5]
            )
        }
    }

    static func drop(_ id: HubRequestID, _ db: any Connection) throws { try db.execute("DELETE FROM hub_request WHERE id = \(id)") }
}

/// Somebody who is told of a topic's changes until the lease ends. Callback and secret are the subscriber's own: they go into no log.
struct HubSubscription: Sendable {
    let id: HubSubscriptionID
    let topic: HubTopicID
    let callback: String
    let secret: String?
    let expiresAt: Instant
    /// The newest generation that arrived.
    let delivered: Int64
    let failures: Int

    static func load(_ id: HubSubscriptionID, _ db: any Connection) throws -> HubSubscription? {
        try db.row("SELECT topic, callback, secret, expires_at, delivered, failures FROM hub_subscription WHERE id = \(id)").map { row in
            HubSubscription(
                id: id,
                topic: try row[0],
                callback: try row[1],
                secret: try row[2],
                expiresAt: try row[3],
                delivered: try row[4],
                failures: try row[5]
            )
        }
    }

    static func end(_ id: HubSubscriptionID, _ db: any Connection) throws { try db.execute("DELETE FROM hub_subscription WHERE id = \(id)") }
}
