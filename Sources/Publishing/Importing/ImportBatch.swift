public import PortalNetwork
import PublicRecord
public import Store
import Vietnamese

/// Imported items that were looked at: what is refused, what is there already, what can be published.
public struct ImportBatch: Sendable {
    /// Everything known before publication; `taken` holds the positions of what can be published.
    public let outcome: ImportOutcome
    let fresh: [Source]

    struct Source: Sendable {
        let position: Int
        let item: ImportedItem
        let key: String
        let check: String
        let id: ItemID
        let contents: Contents
        let details: any ContentKind
    }
}

extension Publisher {
    /// Sets apart what the fields refuse, what cannot be stored, what stands in the batch twice and what is on the site already. Writes nothing.
    public func sift(_ items: [ImportedItem], on site: SiteID) async throws -> ImportBatch {
        var outcome = ImportOutcome()
        var accepted: [ImportBatch.Source] = []
        var seen: [String: String] = [:]
        for (position, item) in items.enumerated() {
            let source: ImportBatch.Source
            switch look(at: item, position) {
            case .failure(let refused):
                outcome.refused.append((position, refused.findings))
                continue
            case .success(let found): source = found
            }
            if let check = seen[source.key] {
                if check == source.check { outcome.skipped += 1 } else { outcome.conflicts.append(position) }
                continue
            }
            seen[source.key] = source.check
            accepted.append(source)
        }
        let keys = accepted.map(\.key)
        let given = accepted.compactMap(\.item.id)
        let (known, places) = try await database.read { db in (try self.existing(keys, on: site, db), try self.places(of: given, db)) }
        accepted.removeAll { one in
            if known[one.key] == nil, let id = one.item.id, let place = places[id] {
                // The item itself is here, by the door of the desk or another import.
                if place == site { outcome.skipped += 1 } else { outcome.conflicts.append(one.position) }
                return true
            }
            guard let check = known[one.key] else { return false }
            if let check, check != one.check { outcome.conflicts.append(one.position) } else { outcome.skipped += 1 }
            return true
        }
        outcome.taken = accepted.map(\.position)
        return ImportBatch(outcome: outcome, fresh: accepted)
    }

    private struct Refused: Error {
        let findings: [ReviewFinding]
    }

    private func look(at item: ImportedItem, _ position: Int) -> Result<ImportBatch.Source, Refused> {
        let kind = type(of: item.details).name
        do {
            let contents = try Contents(item.details, kind: kind, language: item.language, note: item.note)
            let details = try contents.typed(kinds)
            let kib = (try contents.bytes().count + 1023) / 1024
            var findings = (kinds[kind]?.review(details) ?? [ReviewFinding(field: "", key: "wrong-kind")]).filter { $0.severity == .error }
            if kib > Contents.maximumKiB {
                findings.append(
                    ReviewFinding(field: "body", key: "too-large", values: ["size": "\(kib)", "maximum": "\(Contents.maximumKiB)"])
                )
            }
            guard findings.isEmpty else { return .failure(Refused(findings: findings)) }
            return .success(
                ImportBatch.Source(
                    position: position,
                    item: item,
                    key: Self.digest(item.sourceKey),
                    check: Self.digest(item.check),
                    id: item.id ?? ids.next(),
                    contents: contents,
                    details: details
                )
            )
        } catch {
            return .failure(Refused(findings: [ReviewFinding(field: "", key: "cannot-be-stored", values: ["why": "\(error)"])]))
        }
    }

    /// Publishes what a batch holds, all in one transaction; `also` runs inside it (a cursor, say).
    public func publish(
        _ batch: ImportBatch,
        on site: SiteID,
        under act: Act,
        tree: SiteTree,
        also: @escaping @Sendable (any Connection) throws -> Void = { _ in }
    ) async throws -> ImportOutcome {
        guard tree.isInside(site, act.site) else { throw PublishingRefusal.wrongSite }
        guard let place = tree[site] else { throw PublishingRefusal.unknownSite("\(site)") }
        guard place.status == .active || place.status == .merging else { throw PublishingRefusal.siteNotActive(place.status) }
        let new = batch.fresh.map(\.id)
        try await keyring.create(for: new)
        let keys = try await keyring.keys(for: new)
        let now = clock.now()
        // Sealed before the transaction: the work on the processor does not hold up other writers.
        let prepared = try batch.fresh.map { try prepare($0, keys, site: place, act: act, now: now) }
        let wanted = try await commit { db in
            for section in Set(prepared.compactMap(\.item.section)) {
                guard try Section.load(section, db)?.site == site else { throw PublishingRefusal.unknownSection("\(section)") }
            }
            // Two imports of one file at once: who comes second finds the rows there.
            let raced = try self.existing(prepared.map(\.source.key), on: site, db)
            let wanted = prepared.filter { raced[$0.source.key] == nil }
            if !wanted.isEmpty {
                let confirmers = try Pseudonym.of([act.confirmedBy], in: now.civilDate.year, db)
                let drafts = wanted.map { one in
                    var draft = one.draft
                    draft.entry.by = confirmers
                    return draft
                }
                let first = try EventLog.append(drafts, at: now, act: act.id, db)
                let changes = try wanted.enumerated().map { try self.insert($1, sequence: first + Int64($0), now, db) }
                try Self.finish(changes, first: first, count: wanted.count, db)
                let old = wanted.compactMap { one in
                    one.source.item.formerPath.map { (path: $0, target: OldAddressTarget.item(one.item.id)) }
                }
                if !old.isEmpty { try self.redirected(site, set: old, part: "import", act: act.id, now, db) }
            }
            try also(db)
            return wanted
        }
        var outcome = batch.outcome
        outcome.published = wanted.map(\.item.id)
        outcome.taken = wanted.map(\.source.position)
        outcome.skipped += prepared.count - wanted.count
        return outcome
    }

    private struct Prepared: Sendable {
        let source: ImportBatch.Source
        let item: Item
        let sealed: SealedEdition
        let draft: EventLog.Draft
    }

    private func prepare(_ source: ImportBatch.Source, _ keys: ItemKeys, site: Site, act: Act, now: Instant) throws
        -> Prepared
    {
        guard let cipher = keys.cipher(source.id) else { throw WorkflowRefusal.erased }
        let imported = source.item
        let item = Item(
            id: source.id,
            site: site.id,
            kind: source.contents.kind,
            language: imported.language,
            section: imported.section,
            workflow: Workflow(stage: .settled, presence: .live, author: imported.author ?? act.actor, approvalsNeeded: 1),
            revision: 1,
            edition: 1,
            publishedAt: imported.publishedAt,
            updatedAt: imported.updatedAt,
            lastSequence: -1,
            withdrawal: nil,
            createdAt: now,
            version: 1,
            creator: imported.author ?? act.actor
        )
        let sealed = try SealedEdition(source.contents, source.details, edition: 1, cipher, canonical)
        let draft = Self.draft(.publish, item, sealed, [], site: site.code, at: now, act: act.id)
        return Prepared(source: source, item: item, sealed: sealed, draft: draft)
    }

    private func insert(_ one: Prepared, sequence: Int64, _ now: Instant, _ db: any Connection) throws -> Change {
        var item = one.item
        item.lastSequence = sequence
        try db.execute("DELETE FROM tombstone WHERE item = \(item.id)")
        try db.execute(item.insertion(card: one.sealed.card, sourceKey: one.source.key, sourceCheck: one.source.check))
        try db.execute(
            """
            INSERT INTO revision (item, number, author, at, reason, sealed) VALUES (\(item.id), 1, \(item.workflow.author), \(now), NULL, NULL)
            """
        )
        try db.execute(Self.insertion(of: one.sealed, item, one.source.item.operation, now))
        try Links.store(one.source.details.links, from: item.id, db)
        try Asset.hold(one.source.details.assets, by: item.id, db)
        if let path = one.source.item.formerPath {
            try db.execute(
                """
                INSERT INTO old_address (site, path, item, target, created_at) VALUES (\(item.site), \(path), \(item.id), NULL, \(now))
                ON CONFLICT (site, path) DO NOTHING
                """
            )
        }
        return Change(item: item, details: one.source.details)
    }

    /// On which site each of these ids is taken already; an id that was erased for ever counts as taken where it was.
    private func places(of ids: [ItemID], _ db: any Connection) throws -> [ItemID: SiteID] {
        var found: [ItemID: SiteID] = [:]
        for part in ids.parts(of: 500) {
            for row in try db.rows(
                """
                SELECT id, site FROM item WHERE id IN (\(list: part))
                UNION ALL SELECT item, site FROM tombstone WHERE item IN (\(list: part)) AND code IS NULL
                """
            ) { found[try row[0]] = try row[1] }
        }
        return found
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
}
