public import PortalNetwork
import PublicRecord
public import Store
public import Vietnamese

/// What publication answers: durable, and shown to whoever asks from now on.
public struct Published: Sendable, Hashable {
    public let item: ItemID
    public let edition: Int
    /// The entry's place in the order of everything that happened.
    public let sequence: Int64
    public let version: Int
}

extension Publisher {
    /// Makes the approved revision public: a first publication, an update, or a correction (`note` says what was wrong).
    ///
    /// One transaction writes the edition, its entry and the lists; the answer comes after the commit. `signature`: a passkey's answer to
    /// `challenge(for: .publish …)`, beside those of the approvers.
    @discardableResult
    public func publish(
        _ id: ItemID,
        as operation: Operation = .publish,
        note: String? = nil,
        on date: Instant? = nil,
        expecting version: Int? = nil,
        signature: Signature? = nil,
        by: By
    ) async throws -> Published {
        let action: Action =
            switch operation {
            case .update: .update
            case .correct: .correct
            default: .publish
            }
        var order = ReleaseOrder(id, .publish(operation), by: by) { try self.allow(action, $0, by) }
        (order.note, order.date, order.version, order.signature) = (note, date, version, signature)
        return try await release(order)
    }

    /// A scheduled revision goes out: the approvals were given beforehand.
    func publishDue(_ id: ItemID) async throws -> Published {
        try await release(ReleaseOrder(id, .fallDue(now: clock.now()), by: nil) { _ in })
    }

    static func draft(
        _ operation: Operation,
        _ item: Item,
        _ sealed: SealedEdition,
        _ approvers: [String],
        site: String,
        at now: Instant,
        act: ActID?
    ) -> EventLog.Draft {
        EventLog.Draft(
            entry: Entry(
                op: operation,
                at: now.rawValue / 1000,
                site: site,
                id: item.id,
                kind: item.kind.rawValue,
                lang: item.language.rawValue,
                ed: item.edition,
                prev: item.lastSequence,
                commit: sealed.content,
                text: sealed.text,
                kib: sealed.kib,
                by: approvers.isEmpty ? nil : approvers,
                act: act
            ),
            site: item.site,
            item: item.id,
            edition: item.edition
        )
    }

    static func insertion(of sealed: SealedEdition, _ item: Item, _ operation: Operation, _ now: Instant) -> SQL {
        insertion([row(of: sealed, item, operation, now)])
    }

    /// The statement that adds editions, each a `row`.
    static func insertion(_ editions: [SQL]) -> SQL {
        """
        INSERT INTO edition (item, number, revision, operation, at, seq, content_commitment, text_commitment, kib, sealed)
        VALUES \(SQL.joined(editions, separator: ", "))
        """
    }

    static func row(of sealed: SealedEdition, _ item: Item, _ operation: Operation, _ now: Instant) -> SQL {
        """
        (\(item.id), \(item.edition), \(item.revision), \(operation), \(now), \(item.lastSequence), \(sealed.content), \(sealed.text), \(sealed.kib),
            \(sealed.sealed))
        """
    }

    /// The newest revision's contents, from the revision or from the edition that took it over.
    func newest(of item: Item, _ cipher: ItemCipher, _ db: any Connection) throws -> Contents {
        let sealed = try db.value(
            "SELECT sealed FROM revision WHERE item = \(item.id) AND number = \(item.revision)",
            as: [UInt8]?.self
        )
        if let sealed = sealed ?? nil { return try Contents(bytes: cipher.open(sealed, .revision(item.revision))) }
        return try Contents.published(item, cipher, db)
    }

    /// A site's code, as entries name it.
    static func code(of site: SiteID, _ db: any Connection) throws -> String {
        try db.value("SELECT code FROM site WHERE id = \(site)") ?? "\(site)"
    }
}
