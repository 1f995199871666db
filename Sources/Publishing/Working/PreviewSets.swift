public import PortalNetwork
public import Store
public import Vietnamese

public struct PreviewSetID: Identifier {
    public let rawValue: Int64
    public init(rawValue: Int64) { self.rawValue = rawValue }
}

/// Drafts looked at together: one portal's, each at the revision it had, at a moment.
public struct PreviewSet: Sendable {
    public static let most = 30
    /// How long one is kept, in days; its links hold no longer.
    public static let days: Int64 = 30

    public let id: PreviewSetID
    public let site: SiteID
    public let madeBy: PersonID
    public let moment: Instant
    public let expiresAt: Instant
    public let items: [RevealedItem]
}

/// A link by which somebody without an account sees a set.
public struct PreviewLink: Sendable, Hashable {
    public let id: ReviewLinkID
    public let set: PreviewSetID
    public let guest: String
    public let expiresAt: Instant
    public let openedAt: Instant?
    public let endedAt: Instant?
}

extension Workroom {
    /// Puts items together as they stand now. Each is asked of the gate.
    public func together(_ items: [ItemID], on site: SiteID, at moment: Instant, by: Publisher.By) async throws -> PreviewSetID {
        guard !items.isEmpty, items.count <= PreviewSet.most else { throw PublishingRefusal.tooManyTogether(limit: PreviewSet.most) }
        let set: PreviewSetID = publishing.ids.next()
        let now = publishing.clock.now()
        return try await database.write { db in
            // What is over goes with whoever makes the next.
            let old = try db.column(
                "SELECT id FROM preview_set WHERE made_by = \(by.actor.person) AND made_at < \(now.adding(seconds: -PreviewSet.days * 86_400)) LIMIT 20",
                as: PreviewSetID.self
            )
            for table in ["preview_link", "preview_set_item"] as [SQL] { try db.execute("DELETE FROM \(table) WHERE preview IN (\(list: old))") }
            try db.execute("DELETE FROM preview_set WHERE id IN (\(list: old))")
            try db.execute(
                """
                INSERT INTO preview_set (id, site, made_by, made_at, moment, expires_at)
                VALUES (\(set), \(site), \(by.actor.person), \(now), \(moment), \(now.adding(seconds: PreviewSet.days * 86_400)))
                """
            )
            for (place, id) in items.enumerated() {
                let item = try Self.prove(id, by, db)
                guard item.site == site else { throw PublishingRefusal.wrongSite }
                try db.execute(
                    "INSERT INTO preview_set_item (preview, place, item, revision) VALUES (\(set), \(place), \(id), \(item.revision))"
                )
            }
            return set
        }
    }

    /// A set for somebody who may read every item of it; refused to anybody else, as one that is over or never was.
    public func set(_ id: PreviewSetID, on site: SiteID, for by: Publisher.By) async throws -> PreviewSet {
        guard let found = try await load(id, proving: { try Self.prove($0, by, $1) }), found.site == site else { throw PublishingRefusal.unknownSet }
        return found
    }

    /// Another moment to look from.
    public func look(_ id: PreviewSetID, on site: SiteID, from moment: Instant, by: Publisher.By) async throws {
        _ = try await set(id, on: site, for: by)
        try await database.write { db in _ = try db.execute("UPDATE preview_set SET moment = \(moment) WHERE id = \(id)") }
    }

    /// Makes a link to a set; whoever makes it may invite to each item of it.
    /// - Returns: the link, and the secret part of its address; it is not kept.
    public func invite(_ guest: String, to set: PreviewSet, days: Int, by: Publisher.By) async throws -> (link: PreviewLink, token: SecretToken) {
        let name = nfc(guest).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !name.isEmpty else { throw PublishingRefusal.reasonMissing }
        let token = SecretToken.make()
        let (now, publishing) = (publishing.clock.now(), publishing)
        let until = min(set.expiresAt, now.adding(seconds: Int64(max(1, min(days, ReviewLink.longestDays))) * 86_400))
        let link = PreviewLink(id: publishing.ids.next(), set: set.id, guest: String(name.prefix(80)), expiresAt: until, openedAt: nil, endedAt: nil)
        try await database.write { db in
            for one in set.items {
                let item = try Self.prove(one.card.item, by, to: .inviteReader, db)
                try publishing.note(.reviewLinkMade, item, by, detail: link.guest, db)
            }
            try db.execute(
                """
                INSERT INTO preview_link (id, preview, digest, guest, made_by, made_at, expires_at)
                VALUES (\(link.id), \(set.id), \(token.digest), \(link.guest), \(by.actor.person), \(now), \(until))
                """
            )
        }
        return (link, token)
    }

    public func links(to set: PreviewSetID) async throws -> [PreviewLink] {
        try await database.read { db in
            try db.rows(
                "SELECT id, preview, guest, expires_at, opened_at, ended_at FROM preview_link WHERE preview = \(set) ORDER BY id DESC LIMIT 50"
            ).map { try PreviewLink($0) }
        }
    }

    public func end(_ link: ReviewLinkID, to set: PreviewSet, by: Publisher.By) async throws {
        let (now, publishing) = (publishing.clock.now(), publishing)
        try await database.write { db in
            for one in set.items {
                let item = try Self.prove(one.card.item, by, to: .inviteReader, db)
                try publishing.note(.reviewLinkEnded, item, by, db)
            }
            try db.execute("UPDATE preview_link SET ended_at = \(now) WHERE id = \(link) AND preview = \(set.id) AND ended_at IS NULL")
        }
    }

    /// What a guest sees. Nil for a link that is unknown, ended or over, or where one item of the set is no more: all alike.
    public func together(_ token: SecretToken) async throws -> (link: PreviewLink, set: PreviewSet)? {
        let now = publishing.clock.now()
        let link = try await database.read { db in
            try db.row(
                """
                SELECT id, preview, guest, expires_at, opened_at, ended_at FROM preview_link
                WHERE digest = \(token.digest) AND ended_at IS NULL AND expires_at > \(now)
                """
            ).map { try PreviewLink($0) }
        }
        guard let link else { return nil }
        if link.openedAt == nil {
            try await database.write { db in
                _ = try db.execute("UPDATE preview_link SET opened_at = \(now) WHERE id = \(link.id) AND opened_at IS NULL")
            }
        }
        let found = try await load(link.set) { id, db in
            guard let item = try Item.load(id, db), item.workflow.presence != .erased else { throw PublishingRefusal.unknownItem(id) }
            return item
        }
        return found.map { (link, $0) }
    }

    private func load(_ id: PreviewSetID, proving prove: @escaping @Sendable (ItemID, any Connection) throws -> Item) async throws -> PreviewSet? {
        let now = publishing.clock.now()
        let ids = try await database.read { db in
            try db.column("SELECT item FROM preview_set_item WHERE preview = \(id) ORDER BY place", as: ItemID.self)
        }
        let keys = try await keyring.keys(for: ids)
        let publishing = publishing
        return try await database.read { db in
            guard let head = try db.row("SELECT site, made_by, moment, expires_at FROM preview_set WHERE id = \(id) AND expires_at > \(now)") else {
                return nil
            }
            let moment: Instant = try head[2]
            let rows = try db.rows("SELECT item, revision FROM preview_set_item WHERE preview = \(id) ORDER BY place")
            var items: [RevealedItem] = []
            for row in rows {
                let one: ItemID = try row[0]
                guard let cipher = keys.cipher(one) else { return nil }
                let item: Item
                do { item = try prove(one, db) } catch PublishingRefusal.unknownItem { return nil }
                items.append(try Reveal.draft(item, revision: try row[1], at: moment, cipher, publishing, db))
            }
            return PreviewSet(id: id, site: try head[0], madeBy: try head[1], moment: moment, expiresAt: try head[3], items: items)
        }
    }
}

extension PreviewLink {
    init(_ row: Row) throws {
        self.init(id: try row[0], set: try row[1], guest: try row[2], expiresAt: try row[3], openedAt: try row[4], endedAt: try row[5])
    }
}
