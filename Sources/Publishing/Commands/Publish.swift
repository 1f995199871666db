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
        return try await release(id, .publish(operation), note: note, date: date, version: version, signature: signature, by: by) { item, _ in
            try self.allow(action, item, by)
        }
    }

    /// A scheduled revision goes out: the approvals were given beforehand.
    func publishDue(_ id: ItemID) async throws -> Published {
        try await release(id, .fallDue(now: clock.now()), note: nil, date: nil, version: nil, by: nil) { _, _ in }
    }

    func release(
        _ id: ItemID,
        _ event: Workflow.Event,
        note: String?,
        date: Instant?,
        version: Int?,
        signature: Signature? = nil,
        by: By?,
        allowed: @escaping @Sendable (Item, any Connection) throws -> Void
    ) async throws -> Published {
        guard let cipher = try await keyring.keys(for: [id]).cipher(id) else { throw PublishingRefusal.unknownItem(id) }
        let now = clock.now()
        return try await commit(gathers: true) { db in
            let loaded = try self.load(id, expecting: version, db)
            try allowed(loaded, db)
            try Self.checkOpen(loaded, on: now.civilDate, db)
            let prepared = try self.prepare(loaded, event, note: note, cipher, at: now, db)
            var item = prepared.item
            let (operation, contents, details, sealed) = (prepared.operation, prepared.contents, prepared.details, prepared.sealed)
            if prepared.clearsDue { try JobQueue.cancel(name: PublishDue.name, payload: "\(id)", at: now, db) }
            if item.publishedAt == nil { item.publishedAt = date ?? now } else { item.updatedAt = now }
            var signed = try self.approvals(for: prepared, cipher, db)
            if let signature, let by {
                let draft = try ApprovalBundle.draft(of: CanonicalJSON.encode(prepared.entry))
                signed.append(try self.take(signature, under: draft, by: by.person, at: now, db))
            }
            if try Self.wantsKeys(item.site, item.section, db), !Set(signed.map(\.person)).isSuperset(of: prepared.approvers) {
                throw ApprovalRefusal.keyWanted
            }
            var entry = prepared.entry
            let pseudonyms = try Pseudonym.of(prepared.approvers, in: now.civilDate.year, db)
            entry.by = pseudonyms.isEmpty ? nil : pseudonyms
            let (sequence, count) = try self.append(entry, signed: signed, site: item.site, item: id, edition: item.edition, at: now, db)
            item.lastSequence = sequence
            // What the edition holds, the revision need not hold twice. All in one go: the item is held, so nothing of it can have changed since it was loaded.
            try db.execute(
                batch: [
                    Self.insertion(of: sealed, item, operation, now),
                    "UPDATE revision SET sealed = NULL WHERE item = \(id) AND number = \(item.revision)",
                    "DELETE FROM approval WHERE item = \(id)", "UPDATE item SET draft_card = NULL WHERE id = \(id)",
                    self.updating(item, card: sealed.card),
                ] + Links.statements(details.links, from: id)
            )
            try self.finish([Change(item: item, details: details)], first: sequence - Int64(count) + 1, count: count, db)
            if let by {
                let word: AuditAction =
                    contents.isUrgent
                    ? .itemPublishedUrgently : operation == .publish ? .itemPublished : operation == .correct ? .itemCorrected : .itemUpdated
                // The trail is for ever: nothing of the text stands in it.
                try self.note(word, item, by, detail: "\(item.edition)", db)
            }
            return Published(item: id, edition: item.edition, sequence: sequence, version: item.version + 1)
        }
    }

    /// What was approved is what goes out, to the byte: should the stored revision be another than the one the approvers saw, nothing goes.
    static func checkApproved(_ contents: Contents, of id: ItemID, _ db: any Connection) throws {
        let digest = try contents.digest()
        let others = try db.value("SELECT 1 FROM approval WHERE item = \(id) AND digest IS NOT NULL AND digest <> \(digest) LIMIT 1", as: Int.self)
        guard others == nil else { throw PublishingRefusal.changedSince }
    }

    /// A portal that was frozen or closed meanwhile, a section that ended, publish nothing more.
    private static func checkOpen(_ item: Item, on day: CivilDate, _ db: any Connection) throws {
        let status = try db.value("SELECT status FROM site WHERE id = \(item.site)", as: SiteStatus.self) ?? .closed
        guard status == .active || status == .merging else { throw PublishingRefusal.siteNotActive(status) }
        if let id = item.section, let section = try Section.load(id, db), !section.isOpen(on: day) {
            throw PublishingRefusal.sectionClosed(section.code)
        }
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
        """
        INSERT INTO edition (item, number, revision, operation, at, seq, content_commitment, text_commitment, kib, sealed)
        VALUES (\(item.id), \(item.edition), \(item.revision), \(operation), \(now), \(item.lastSequence), \(sealed.content), \(sealed.text),
            \(sealed.kib), \(sealed.sealed))
        """
    }

    /// The newest revision's contents, from the revision or from the edition that took it over.
    func newest(of item: Item, _ cipher: ItemCipher, _ db: any Connection) throws -> Contents {
        let sealed = try db.value(
            "SELECT sealed FROM revision WHERE item = \(item.id) AND number = \(item.revision)",
            as: [UInt8]?.self
        )
        if let sealed = sealed ?? nil { return try Contents(bytes: cipher.open(sealed, .revision(item.revision))) }
        guard
            let row = try db.row(
                "SELECT number, sealed FROM edition WHERE item = \(item.id) AND revision = \(item.revision) AND sealed IS NOT NULL"
            )
        else { throw StoreFault.damaged("revision \(item.revision) of item \(item.id) is missing") }
        return try SealedEdition.open(try row[1], edition: try row[0], cipher).contents
    }

    /// A site's code, as entries name it.
    static func code(of site: SiteID, _ db: any Connection) throws -> String {
        try db.value("SELECT code FROM site WHERE id = \(site)") ?? "\(site)"
    }
}
