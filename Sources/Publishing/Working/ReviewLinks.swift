public import PortalNetwork
public import Store
public import Vietnamese

public struct ReviewLinkID: Identifier {
    public let rawValue: Int64
    public init(rawValue: Int64) { self.rawValue = rawValue }
}

/// A link by which somebody without an account reads one revision and says something of it.
public struct ReviewLink: Sendable, Hashable {
    /// How long one may hold at most, in days.
    public static let longestDays = 30

    public let id: ReviewLinkID
    public let item: ItemID
    public let revision: Int
    /// Who it was made for, as remarks name them.
    public let guest: String
    public let madeBy: PersonID
    public let madeAt: Instant
    public let expiresAt: Instant
    public let openedAt: Instant?
    public let endedAt: Instant?
}

/// What stands behind a link.
public struct GuestView: Sendable {
    public let link: ReviewLink
    public let item: RevealedItem
    /// The guest's own remarks; nobody else's.
    public let remarks: [Remark]
}

extension Workroom {
    /// Makes a link for the newest revision.
    /// - Returns: the link, and the secret part of its address; it is not kept.
    public func invite(_ guest: String, to id: ItemID, days: Int, by: Publisher.By) async throws -> (link: ReviewLink, token: SecretToken) {
        let name = nfc(guest).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !name.isEmpty else { throw PublishingRefusal.reasonMissing }
        let token = SecretToken.make()
        let now = publishing.clock.now()
        let publishing = publishing
        let link = try await database.write { db in
            let item = try Self.prove(id, by, to: .inviteReader, db)
            let link = ReviewLink(
                id: publishing.ids.next(),
                item: id,
                revision: item.revision,
                guest: String(name.prefix(80)),
                madeBy: by.actor.person,
                madeAt: now,
                expiresAt: now.adding(seconds: Int64(max(1, min(days, ReviewLink.longestDays))) * 86_400),
                openedAt: nil,
                endedAt: nil
            )
            try db.execute(
                """
                INSERT INTO review_link (id, item, revision, digest, guest, made_by, made_at, expires_at)
                VALUES (\(link.id), \(id), \(link.revision), \(token.digest), \(link.guest), \(link.madeBy), \(now), \(link.expiresAt))
                """
            )
            try publishing.note(.reviewLinkMade, item, by, detail: link.guest, db)
            return link
        }
        return (link, token)
    }

    public func links(of id: ItemID, for by: Publisher.By) async throws -> [ReviewLink] {
        try await database.read { db in
            try Self.prove(id, by, db)
            return try db.rows("SELECT \(ReviewLink.columns) FROM review_link WHERE item = \(id) ORDER BY id DESC LIMIT 50").map {
                try ReviewLink($0)
            }
        }
    }

    /// The link leads nowhere from now on.
    public func end(_ link: ReviewLinkID, of id: ItemID, by: Publisher.By) async throws {
        let now = publishing.clock.now()
        let publishing = publishing
        try await database.write { db in
            let item = try Self.prove(id, by, to: .inviteReader, db)
            try db.execute("UPDATE review_link SET ended_at = \(now) WHERE id = \(link) AND item = \(id) AND ended_at IS NULL")
            try publishing.note(.reviewLinkEnded, item, by, db)
        }
    }

    /// What a guest sees. Nil for a link that is unknown, ended or over, or whose item is no more: all alike.
    public func guest(_ token: SecretToken) async throws -> GuestView? {
        let now = publishing.clock.now()
        guard let (link, item) = try await find(token, at: now), let cipher = try await keyring.keys(for: [item.id]).cipher(item.id) else {
            return nil
        }
        if link.openedAt == nil {
            try await database.write { db in
                _ = try db.execute("UPDATE review_link SET opened_at = \(now) WHERE id = \(link.id) AND opened_at IS NULL")
            }
        }
        let publishing = publishing
        return try await database.read { db in
            GuestView(
                link: link,
                item: try Reveal.draft(item, revision: link.revision, cipher, publishing, db),
                remarks: try Self.remarks(on: item.id, cipher, db).filter { $0.person == nil && $0.guest == link.guest }
            )
        }
    }

    /// A guest says something. False where the link leads nowhere.
    public func remark(_ text: String, quoting quote: String, through token: SecretToken) async throws -> Bool {
        let now = publishing.clock.now()
        guard let (link, item) = try await find(token, at: now), let cipher = try await keyring.keys(for: [item.id]).cipher(item.id) else {
            return false
        }
        let publishing = publishing
        try await database.write { db in
            let given = try db.value("SELECT count(*) FROM remark WHERE item = \(item.id) AND guest = \(link.guest)", as: Int.self) ?? 0
            // A link that went astray must not fill a draft with remarks.
            guard given < 200 else { throw PublishingRefusal.remarkTooLong(maximum: Remark.longest) }
            _ = try Self.store(text, quote, nil, item, nil, person: nil, guest: link.guest, cipher, publishing, db)
        }
        return true
    }

    private func find(_ token: SecretToken, at now: Instant) async throws -> (ReviewLink, Item)? {
        try await database.read { db in
            guard
                let row = try db.row(
                    "SELECT \(ReviewLink.columns) FROM review_link WHERE digest = \(token.digest) AND ended_at IS NULL AND expires_at > \(now)"
                )
            else { return nil }
            let link = try ReviewLink(row)
            guard let item = try Item.load(link.item, db), item.workflow.presence != .erased else { return nil }
            return (link, item)
        }
    }
}

extension ReviewLink {
    static let columns: SQL = "id, item, revision, guest, made_by, made_at, expires_at, opened_at, ended_at"

    init(_ row: Row) throws {
        self.init(
            id: try row[0],
            item: try row[1],
            revision: try row[2],
            guest: try row[3],
            madeBy: try row[4],
            madeAt: try row[5],
            expiresAt: try row[6],
            openedAt: try row[7],
            endedAt: try row[8]
        )
    }
}
