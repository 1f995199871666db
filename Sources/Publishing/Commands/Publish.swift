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
    /// One transaction writes the edition, its entry and the lists; the answer comes after the commit.
    @discardableResult
    public func publish(
        _ id: ItemID,
        as operation: Operation = .publish,
        note: String? = nil,
        on date: Instant? = nil,
        expecting version: Int? = nil,
        by: By
    ) async throws -> Published {
        let action: Action =
            switch operation {
            case .update: .update
            case .correct: .correct
            default: .publish
            }
        return try await release(id, .publish(operation), note: note, date: date, version: version, by: by) { item, _ in
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
        by: By?,
        allowed: @escaping @Sendable (Item, any Connection) throws -> Void
    ) async throws -> Published {
        guard let cipher = try await keyring.keys(for: [id]).cipher(id) else { throw PublishingRefusal.unknownItem(id) }
        let now = clock.now()
        return try await commit { db in
            var item = try self.load(id, expecting: version, db)
            try allowed(item, db)
            try Self.checkOpen(item, on: now.civilDate, db)
            var approvers = item.workflow.approvals
            var operation = Operation.publish
            var contents = try self.newest(of: item, cipher, db)
            for effect in try item.workflow.receive(event) {
                if case .edition(let made) = effect { operation = made }
                if case .clearDue = effect { try JobQueue.cancel(name: PublishDue.name, payload: "\(id)", at: now, db) }
                if case .urgent(let person) = effect {
                    contents.isUrgent = true
                    approvers = [person]
                }
            }
            if !contents.isUrgent { try Self.checkApproved(contents, of: id, db) }
            if let note { contents.note = nfc(note) }
            if operation == .correct, contents.note?.allSatisfy(\.isWhitespace) ?? true { throw PublishingRefusal.reasonMissing }
            let details = try contents.typed(self.kinds)
            let errors = (self.kinds[item.kind]?.review(details) ?? []).filter { $0.severity == .error }
            guard errors.isEmpty else { throw PublishingRefusal.findings(errors) }
            // The record may know editions that a restored database does not.
            item.edition = max(item.edition, try EventLog.edition(of: id, db)) + 1
            let sealed = try SealedEdition(contents, details, edition: item.edition, cipher, self.canonical)
            if item.publishedAt == nil { item.publishedAt = date ?? now } else { item.updatedAt = now }
            let sequence = try EventLog.append(
                [
                    Self.draft(
                        operation,
                        item,
                        sealed,
                        try Pseudonym.of(approvers, in: now.civilDate.year, db),
                        site: try Self.code(of: item.site, db),
                        at: now,
                        act: nil
                    )
                ],
                at: now,
                act: nil,
                db
            )
            item.lastSequence = sequence
            try db.execute(Self.insertion(of: sealed, item, operation, now))
            // What the edition holds, the revision need not hold twice.
            try db.execute("UPDATE revision SET sealed = NULL WHERE item = \(id) AND number = \(item.revision)")
            try db.execute("DELETE FROM approval WHERE item = \(id)")
            try Links.store(details.links, from: id, db)
            try db.execute("UPDATE item SET draft_card = NULL WHERE id = \(id)")
            try self.update(item, card: sealed.card, db)
            try self.finish([Change(item: item, details: details)], first: sequence, count: 1, db)
            if let by {
                let word: AuditAction =
                    contents.isUrgent
                    ? .itemPublishedUrgently : operation == .publish ? .itemPublished : operation == .correct ? .itemCorrected : .itemUpdated
                try self.note(word, item, by, detail: contents.note ?? "", db)
            }
            return Published(item: id, edition: item.edition, sequence: sequence, version: item.version + 1)
        }
    }

    /// What was approved is what goes out, to the byte: should the stored revision be another than the one the approvers saw, nothing goes.
    private static func checkApproved(_ contents: Contents, of id: ItemID, _ db: any Connection) throws {
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
