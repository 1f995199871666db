import Crypto
public import PortalNetwork
import PublicRecord
public import Store
public import Vietnamese

/// One thing that comes from outside, ready to be published.
public struct ImportedItem: Sendable {
    /// What names it in its source (an id, an address). The same key on the same site is the same item: a second import changes nothing.
    public let sourceKey: String
    /// What tells two sources apart that use one key (the title, say). The same key with another check is a conflict, never a skip.
    public let check: String
    public let details: any ContentKind
    public let publishedAt: Instant
    public let language: Language
    public let section: SectionID?
    /// Author of the revision; the act's actor when nil.
    public let author: PersonID?
    /// The id it will have, where others already point to it.
    public let id: ItemID?

    public init(
        sourceKey: String,
        check: String = "",
        details: any ContentKind,
        publishedAt: Instant,
        language: Language = .vi,
        section: SectionID?,
        author: PersonID? = nil,
        id: ItemID? = nil
    ) {
        self.id = id
        self.sourceKey = sourceKey
        self.check = check
        self.details = details
        self.publishedAt = publishedAt
        self.language = language
        self.section = section
        self.author = author
    }
}

/// One recorded act on many items: who did it, who confirmed it, why.
public struct Act: Sendable, Hashable {
    public let id: ActID
    public let kind: String
    public let site: SiteID
    public let actor: PersonID
    public let confirmedBy: PersonID
    public let reason: String
}

/// What became of a batch.
public struct ImportOutcome: Sendable {
    public var published: [ItemID] = []
    /// Positions in the batch of what was published (or, in a trial, would be).
    public var taken: [Int] = []
    /// Positions of items whose key belongs to something else.
    public var conflicts: [Int] = []
    /// Already there (or erased: it never comes back).
    public var skipped = 0
    /// By position in the batch: what its fields lack.
    public var refused: [(position: Int, findings: [ReviewFinding])] = []
}

extension Publisher {
    /// Opens an act on many items of a site and what lies below it. Four eyes hold here too: two different people, each with the right.
    public func openAct(_ kind: String, on site: SiteID, reason: String, by: By, confirmedBy second: By) async throws -> Act {
        guard by.person != second.person else { throw PublishingRefusal.secondPerson }
        guard !reason.allSatisfy(\.isWhitespace) else { throw PublishingRefusal.reasonMissing }
        try authorize(by.actor, .importItems, on: Subject(site: site), in: by.tree)
        try authorize(second.actor, .confirmImport, on: Subject(site: site), in: by.tree)
        let act = Act(id: ids.next(), kind: kind, site: site, actor: by.person, confirmedBy: second.person, reason: reason)
        let now = clock.now()
        try await database.write { db in
            try db.execute(
                """
                INSERT INTO act (id, kind, site, actor, confirmed_by, reason, at)
                VALUES (\(act.id), \(act.kind), \(act.site), \(act.actor), \(act.confirmedBy), \(act.reason), \(now))
                """
            )
        }
        return act
    }

    /// Publishes a batch under an act, all in one transaction; `also` runs inside it (a cursor, say).
    public func importItems(
        _ items: [ImportedItem],
        on site: SiteID,
        under act: Act,
        tree: SiteTree,
        also: @escaping @Sendable (any Connection) throws -> Void = { _ in }
    ) async throws -> ImportOutcome {
        guard tree.isInside(site, act.site) else { throw PublishingRefusal.wrongSite }
        guard let place = tree[site] else { throw PublishingRefusal.unknownSite("\(site)") }
        guard place.status == .active || place.status == .merging else { throw PublishingRefusal.siteNotActive(place.status) }
        var (outcome, accepted) = sift(items)
        let sifted = accepted.map(\.key)
        let known = try await database.read { db in try self.existing(sifted, on: site, db) }
        accepted.removeAll { one in
            guard let check = known[one.key] else { return false }
            if let check, check != one.check { outcome.conflicts.append(one.position) } else { outcome.skipped += 1 }
            return true
        }
        let fresh = accepted
        try await keyring.create(for: fresh.map(\.id))
        let keys = try await keyring.keys(for: fresh.map(\.id))
        let now = clock.now()
        // Sealed before the transaction: the work on the processor does not hold up other writers.
        let prepared = try fresh.map { try prepare($0, keys, site: place, act: act, now: now) }
        let wanted = try await database.write { db in
            try EventLog.begin(db)
            // Two imports of one file at once: who comes second finds the rows there.
            let raced = try self.existing(prepared.map(\.source.key), on: site, db)
            let wanted = prepared.filter { raced[$0.source.key] == nil }
            if !wanted.isEmpty {
                let first = try EventLog.append(wanted.map(\.draft), at: now, act: act.id, db)
                var changes: [Change] = []
                for (offset, one) in wanted.enumerated() {
                    var item = one.item
                    item.lastSequence = first + Int64(offset)
                    try db.execute(item.insertion(card: one.sealed.card, sourceKey: one.source.key, sourceCheck: one.source.check))
                    try db.execute(
                        """
                        INSERT INTO revision (item, number, author, at, reason, sealed)
                        VALUES (\(item.id), 1, \(item.workflow.author), \(now), NULL, NULL)
                        """
                    )
                    try db.execute(Self.insertion(of: one.sealed, item, .publish, now))
                    try Links.store(one.details.links, from: item.id, db)
                    changes.append(Change(item: item, details: one.details))
                }
                try self.finish(changes, first: first, count: wanted.count, db)
            }
            try also(db)
            return wanted
        }
        outcome.published = wanted.map(\.item.id)
        outcome.taken = wanted.map(\.source.position)
        outcome.skipped += prepared.count - wanted.count
        return outcome
    }

    /// A trial: what the fields object to; nothing is written.
    public func review(_ items: [ImportedItem]) -> ImportOutcome {
        var (outcome, accepted) = sift(items)
        outcome.taken = accepted.map(\.position)
        return outcome
    }

    private struct Source: Sendable {
        let position: Int
        let item: ImportedItem
        let key: String
        let check: String
        let id: ItemID
    }

    /// Sets apart what the fields refuse, and what stands in the batch twice.
    private func sift(_ items: [ImportedItem]) -> (ImportOutcome, [Source]) {
        var outcome = ImportOutcome()
        var accepted: [Source] = []
        var seen: [String: String] = [:]
        for (position, item) in items.enumerated() {
            let findings = (kinds[type(of: item.details).name]?.review(item.details) ?? [ReviewFinding(field: "", key: "wrong-kind")])
                .filter { $0.severity == .error }
            guard findings.isEmpty else {
                outcome.refused.append((position, findings))
                continue
            }
            let source = Source(position: position, item: item, key: Self.digest(item.sourceKey), check: Self.digest(item.check), id: item.id ?? ids.next())
            if let check = seen[source.key] {
                if check == source.check { outcome.skipped += 1 } else { outcome.conflicts.append(position) }
                continue
            }
            seen[source.key] = source.check
            accepted.append(source)
        }
        return (outcome, accepted)
    }

    private struct Prepared: Sendable {
        let source: Source
        let item: Item
        let details: any ContentKind
        let sealed: SealedEdition
        let draft: EventLog.Draft
    }

    private func prepare(
        _ source: Source,
        _ keys: ItemKeys,
        site: Site,
        act: Act,
        now: Instant
    ) throws -> Prepared {
        let (imported, id) = (source.item, source.id)
        let kind = type(of: imported.details).name
        guard let cipher = keys.cipher(id) else { throw WorkflowRefusal.erased }
        let contents = try Contents(imported.details, kind: kind, language: imported.language)
        let details = try contents.typed(kinds)
        let item = Item(
            id: id,
            site: site.id,
            kind: kind,
            language: imported.language,
            section: imported.section,
            workflow: Workflow(stage: .settled, presence: .live, author: imported.author ?? act.actor, approvalsNeeded: 1),
            revision: 1,
            edition: 1,
            publishedAt: imported.publishedAt,
            updatedAt: nil,
            lastSequence: -1,
            withdrawal: nil,
            createdAt: now,
            version: 1
        )
        let sealed = try SealedEdition(contents, details, edition: 1, cipher, canonical)
        let draft = Self.draft(.publish, item, sealed, [act.confirmedBy], site: site.code, at: now, act: act.id)
        return Prepared(source: source, item: item, details: details, sealed: sealed, draft: draft)
    }

    /// Which of these sources are already on the site, with what tells them apart (nil once erased).
    private func existing(_ keys: [String], on site: SiteID, _ db: any Connection) throws -> [String: String?] {
        var found: [String: String?] = [:]
        for part in keys.parts(of: 500) {
            for row in try db.rows("SELECT source_key, source_check FROM item WHERE site = \(site) AND source_key IN (\(list: part))") {
                let check: String? = try row[1]
                found.updateValue(check, forKey: try row[0])
            }
        }
        return found
    }

    /// Sources are stored as digests: an address may carry a name, and an erased item must still be recognised.
    static func digest(_ key: String) -> String { Hex.encode(SHA256.hash(data: Array(nfc(key).utf8)).prefix(16)) }
}
