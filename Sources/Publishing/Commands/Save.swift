public import PortalNetwork
import PublicRecord
public import Store
import Vietnamese

/// What a save came to.
public struct Saved: Sendable, Hashable {
    public let item: ItemID
    public let revision: Int
    /// For the next command: the version this one left behind.
    public let version: Int
}

extension Publisher {
    /// Stores a new immutable revision; of a new item when `item` is nil. Nothing becomes public.
    ///
    /// `expecting`: the version the person was looking at; another one is refused with `.editedMeanwhile`, and nothing is overwritten.
    @discardableResult
    public func save<Kind: ContentKind>(
        _ details: Kind,
        as item: ItemID? = nil,
        in place: Place,
        expecting version: Int? = nil,
        reason: String? = nil,
        note: String? = nil,
        by: By
    ) async throws -> Saved {
        let contents = try Contents(details, kind: Kind.name, language: place.language, note: note)
        let bytes = try contents.bytes()
        let kib = (bytes.count + 1023) / 1024
        guard kib <= Contents.maximumKiB else { throw PublishingRefusal.tooLarge(kibibytes: kib, maximum: Contents.maximumKiB) }
        let id = item ?? ids.next()
        if item == nil { try await keyring.create(for: [id]) }
        guard let cipher = try await keyring.keys(for: [id]).cipher(id) else { throw WorkflowRefusal.erased }
        let now = clock.now()
        let card = try CanonicalJSON.encode(details.card)
        return try await database.write { db in
            try Asset.hold(details.assets, by: id, db)
            guard item != nil else { return try self.insert(id, bytes, Kind.name, place, cipher, reason, now, by, card, db) }
            var item = try self.load(id, expecting: version, db)
            guard item.kind == Kind.name else { throw PublishingRefusal.wrongKind(expected: item.kind.rawValue) }
            guard item.site == place.site else { throw PublishingRefusal.wrongSite }
            try self.allow(.edit, item, by)
            _ = try item.workflow.receive(.save(by: by.person))
            // A draft nobody has seen may be filed elsewhere by whoever writes it; what is public moves by `move`.
            if item.workflow.presence == .unpublished, item.edition == 0, place.section != item.section {
                item.workflow.require(try place.check(by.tree, on: now.civilDate, db))
                item.section = place.section
            }
            item.revision += 1
            try db.execute("DELETE FROM approval WHERE item = \(id)")
            try Self.store(revision: item.revision, of: id, bytes, cipher, reason, now, by.person, db)
            let sealed = try cipher.seal(card, .draftCard(revision: item.revision))
            try db.execute("UPDATE item SET draft_card = \(sealed) WHERE id = \(id)")
            try db.execute("DELETE FROM working_copy WHERE item = \(id) AND person = \(by.person)")
            try self.update(item, db)
            try self.note(.itemSaved, item, by, db)
            return Saved(item: id, revision: item.revision, version: item.version + 1)
        }
    }

    /// The same for details as a form has them: the JSON object of the kind's fields.
    ///
    /// - Throws: `PublishingRefusal.unreadable` with the first field that does not fit its type; nothing is stored.
    @discardableResult
    public func save(
        json details: [UInt8],
        of kind: KindName,
        as item: ItemID? = nil,
        in place: Place,
        expecting version: Int? = nil,
        reason: String? = nil,
        note: String? = nil,
        by: By
    ) async throws -> Saved {
        try await save(try read(json: details, of: kind), as: item, in: place, expecting: version, reason: reason, note: note, by: by)
    }

    /// Details from the JSON object of a kind's fields.
    public func read(json details: [UInt8], of kind: KindName) throws -> any ContentKind {
        guard let known = kinds[kind] else { throw PublishingRefusal.wrongKind(expected: kind.rawValue) }
        do {
            return try known.decode(try CanonicalJSON.parse(details))
        } catch let fault as DecodingError {
            throw PublishingRefusal.unreadable(field: Self.field(of: fault))
        } catch is JSONFault {
            throw PublishingRefusal.unreadable(field: "")
        }
    }

    private static func field(of fault: DecodingError) -> String {
        switch fault {
        case .keyNotFound(let key, let context): (context.codingPath + [key]).first?.stringValue ?? ""
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context): context.codingPath.first?.stringValue ?? ""
        @unknown default: ""
        }
    }

    private func insert(
        _ id: ItemID,
        _ bytes: [UInt8],
        _ kind: KindName,
        _ place: Place,
        _ cipher: ItemCipher,
        _ reason: String?,
        _ now: Instant,
        _ by: By,
        _ card: [UInt8],
        _ db: any Connection
    ) throws -> Saved {
        let approvals = try place.check(by.tree, on: now.civilDate, db)
        try authorize(
            by.actor,
            .create,
            on: Subject(
                site: place.site,
                section: Subject.Section(place.section),
                kind: kind.rawValue,
                state: Stage.draft.rawValue,
                relation: .author
            ),
            in: by.tree
        )
        let item = Item(
            id: id,
            site: place.site,
            kind: kind,
            language: place.language,
            section: place.section,
            workflow: .new(author: by.person, approvalsNeeded: approvals),
            revision: 1,
            edition: 0,
            publishedAt: nil,
            updatedAt: nil,
            lastSequence: -1,
            withdrawal: nil,
            createdAt: now,
            version: 1,
            creator: by.person
        )
        try db.execute(item.insertion(card: nil, sourceKey: nil))
        let sealed = try cipher.seal(card, .draftCard(revision: 1))
        try db.execute("UPDATE item SET draft_card = \(sealed) WHERE id = \(id)")
        try self.note(.itemSaved, item, by, db)
        try Self.store(revision: 1, of: id, bytes, cipher, reason, now, by.person, db)
        return Saved(item: id, revision: 1, version: 1)
    }

    static func store(
        revision: Int,
        of item: ItemID,
        _ bytes: [UInt8],
        _ cipher: ItemCipher,
        _ reason: String?,
        _ now: Instant,
        _ author: PersonID,
        _ db: any Connection
    ) throws {
        let sealed = try cipher.seal(bytes, .revision(revision))
        try db.execute(
            "INSERT INTO revision (item, number, author, at, reason, sealed) VALUES (\(item), \(revision), \(author), \(now), \(reason), \(sealed))"
        )
    }

    /// Writes an item's row back, one version further.
    func update(_ item: Item, card: [UInt8]? = nil, _ db: any Connection) throws {
        guard try db.execute(item.update(card: card, at: clock.now())) == 1 else { throw PublishingRefusal.editedMeanwhile(version: item.version) }
    }
}

extension Item {
    /// The statement that writes the item back, one version further.
    func update(card: [UInt8]? = nil, alsoSetting more: SQL = "", at now: Instant) -> SQL {
        let newCard: SQL = card.map { ", card = \($0)" } ?? ""
        return
            """
            UPDATE item SET site = \(site), section = \(section), stage = \(workflow.stage), presence = \(workflow.presence),
                author = \(workflow.author), approvals_needed = \(workflow.approvalsNeeded), due_at = \(workflow.dueAt), revision = \(revision), edition = \(edition),
                published_at = \(publishedAt), updated_at = \(updatedAt), last_seq = \(lastSequence),
                withdrawn_code = \(withdrawal?.code), withdrawn_at = \(withdrawal?.at), successor = \(withdrawal?.successor),
                changed_at = \(now), version = \(version + 1)\(newCard)\(more)
            WHERE id = \(id) AND version = \(version)
            """
    }

    func insertion(card: [UInt8]?, sourceKey: String?, sourceCheck: String? = nil) -> SQL {
        """
        INSERT INTO item (id, site, kind, lang, section, stage, presence, author, approvals_needed, due_at, revision, edition, published_at,
            updated_at, last_seq, card, source_key, source_check, created_at, changed_at, version, creator)
        VALUES (\(id), \(site), \(kind.rawValue), \(language), \(section), \(workflow.stage), \(workflow.presence), \(workflow.author),
            \(workflow.approvalsNeeded), \(workflow.dueAt), \(revision), \(edition), \(publishedAt), \(updatedAt), \(lastSequence), \(card),
            \(sourceKey), \(sourceCheck), \(createdAt), \(max(createdAt, updatedAt ?? createdAt)), \(version), \(creator))
        """
    }
}
