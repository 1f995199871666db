import Foundation
public import PortalNetwork
import PublicRecord
public import Store
public import Vietnamese

public struct RemarkID: Identifier {
    public let rawValue: Int64
    public init(rawValue: Int64) { self.rawValue = rawValue }
}

/// What somebody says of a draft, or of a passage of it. Sealed under the item's key, as the draft is.
public struct Remark: Sendable, Hashable {
    public static let longest = 5000

    public let id: RemarkID
    public let revision: Int
    public let parent: RemarkID?
    /// Nil for somebody without an account, who came by a link.
    public let person: PersonID?
    public let guest: String?
    public let at: Instant
    /// The passage, as it stood then; empty for the whole.
    public let quote: String
    /// Where it stood then; nil for what was typed by hand, and for the whole.
    public let anchor: Passage?
    public let text: String
    public let resolvedBy: PersonID?
    public let resolvedAt: Instant?
}

/// What is sealed of a remark.
struct RemarkText: Codable {
    var quote: String
    var text: String
    var anchor: Passage?
}

extension Workroom {
    public func remarks(on id: ItemID, for by: Publisher.By) async throws -> [Remark] {
        guard let cipher = try await keyring.keys(for: [id]).cipher(id) else { throw PublishingRefusal.unknownItem(id) }
        return try await database.read { db in
            try Self.prove(id, by, db)
            return try Self.remarks(on: id, cipher, db)
        }
    }

    static func remarks(on id: ItemID, _ cipher: ItemCipher, _ db: any Connection) throws -> [Remark] {
        try db.rows(
            """
            SELECT id, revision, parent, person, guest, at, sealed, resolved_by, resolved_at FROM remark WHERE item = \(id) ORDER BY id LIMIT 1000
            """
        ).map { row in
            let remark: RemarkID = try row[0]
            let text = try CanonicalJSON.decode(RemarkText.self, from: cipher.open(try row[6], .remark(remark)))
            return Remark(
                id: remark,
                revision: try row[1],
                parent: try row[2],
                person: try row[3],
                guest: try row[4],
                at: try row[5],
                quote: text.quote,
                anchor: text.anchor,
                text: text.text,
                resolvedBy: try row[7],
                resolvedAt: try row[8]
            )
        }
    }

    /// Says something of an item's newest revision. Whoever may read it may say something of it.
    @discardableResult
    public func remark(
        _ text: String,
        quoting quote: String = "",
        at anchor: Passage? = nil,
        on id: ItemID,
        answering parent: RemarkID? = nil,
        by: Publisher.By
    ) async throws -> RemarkID {
        guard let cipher = try await keyring.keys(for: [id]).cipher(id) else { throw PublishingRefusal.unknownItem(id) }
        let publishing = publishing
        return try await database.write { db in
            let item = try Self.prove(id, by, db)
            let remark = try Self.store(text, quote, anchor, item, parent, person: by.actor.person, guest: nil, cipher, publishing, db)
            try publishing.note(.remarkMade, item, by, db)
            return remark
        }
    }

    static func store(
        _ text: String,
        _ quote: String,
        _ anchor: Passage?,
        _ item: Item,
        _ parent: RemarkID?,
        person: PersonID?,
        guest: String?,
        _ cipher: ItemCipher,
        _ publishing: Publisher,
        _ db: any Connection
    ) throws -> RemarkID {
        let text = nfc(text).trimmingCharacters(in: .whitespacesAndNewlines)
        guard !text.isEmpty else { throw PublishingRefusal.remarkEmpty }
        guard text.count <= Remark.longest else { throw PublishingRefusal.remarkTooLong(maximum: Remark.longest) }
        let id: RemarkID = publishing.ids.next()
        let said = RemarkText(quote: anchor?.quote ?? String(nfc(quote).prefix(Passage.longest)), text: text, anchor: anchor)
        let sealed = try cipher.seal(CanonicalJSON.encode(said), .remark(id))
        try db.execute(
            """
            INSERT INTO remark (id, item, revision, parent, person, guest, at, sealed)
            VALUES (\(id), \(item.id), \(item.revision), \(parent), \(person), \(guest), \(publishing.clock.now()), \(sealed))
            """
        )
        return id
    }

    /// Done with; or, where it was, open again.
    public func resolve(_ remark: RemarkID, on id: ItemID, isResolved: Bool = true, by: Publisher.By) async throws {
        let now = publishing.clock.now()
        try await database.write { db in
            try Self.prove(id, by, db)
            let person: PersonID? = isResolved ? by.actor.person : nil
            let at: Instant? = isResolved ? now : nil
            try db.execute("UPDATE remark SET resolved_by = \(person), resolved_at = \(at) WHERE id = \(remark) AND item = \(id)")
        }
    }
}
