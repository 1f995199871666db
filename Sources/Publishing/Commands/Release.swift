import PortalNetwork
import PublicRecord
import Store
import Vietnamese

/// What is asked for when something is to go out.
struct ReleaseOrder: Sendable {
    let item: ItemID
    let event: Workflow.Event
    var note: String?
    /// The date it is to carry; nil: now.
    var date: Instant?
    /// The item's version that the person saw.
    var version: Int?
    var signature: Publisher.Signature?
    /// Nil when its time has come.
    let by: Publisher.By?
    /// Refuses who may not.
    let allowed: @Sendable (Item) throws -> Void
    /// What is written beside the edition of a number.
    var beside: (@Sendable (_ edition: Int, _ db: any Connection) throws -> Void)?

    init(_ item: ItemID, _ event: Workflow.Event, by: Publisher.By?, allowed: @escaping @Sendable (Item) throws -> Void) {
        self.item = item
        self.event = event
        self.by = by
        self.allowed = allowed
    }
}

/// A publication worked out, to be written as it is while its item keeps its version.
struct Release: Sendable {
    /// The item as it was found.
    let found: Item
    let prepared: PreparedEdition
    /// The approvals by passkey that stand behind it.
    var signed: [SignedApproval] = []
    /// A line of the audit trail.
    let trail: SQL?
    let now: Instant
    /// The date it is to carry.
    let date: Instant?

    var id: ItemID { found.id }
}

extension Publisher {
    /// Lets an item go out.
    ///
    /// What can be worked out before the transaction is: the transaction, which all publications share, only asks whether the item and the doors it goes through
    /// are as they were. What changed meanwhile, and what a passkey signs, is worked out inside.
    func release(_ order: ReleaseOrder) async throws -> Published {
        try await admitted {
            guard let cipher = try await keyring.keys(for: [order.item]).cipher(order.item) else { throw PublishingRefusal.unknownItem(order.item) }
            let now = clock.now()
            let early = try await database.read { db -> Release? in
                let (release, found) = try workOut(order, cipher, at: now, locking: false, db)
                let isSimple = order.beside == nil && order.signature == nil && found.approvals.allSatisfy { $0.signed == nil }
                return isSimple ? release : nil
            }
            return try await group.run(early, under: record) { db in
                var (release, found) = try workOut(order, cipher, at: now, locking: true, db)
                release.signed = try approvals(of: found, for: release.prepared, cipher, db)
                if let signature = order.signature, let by = order.by {
                    let draft = try ApprovalBundle.draft(of: CanonicalJSON.encode(release.prepared.entry))
                    release.signed.append(try take(signature, under: draft, by: by.person, at: now, db))
                }
                try order.beside?(release.prepared.item.edition, db)
                return try Self.write([release], db)[0].get()
            }
        }
    }

    private func workOut(_ order: ReleaseOrder, _ cipher: ItemCipher, at now: Instant, locking: Bool, _ db: any Connection) throws
        -> (Release, Publishable)
    {
        guard let found = try Publishable.load(order.item, cipher, db, locking: locking) else { throw PublishingRefusal.unknownItem(order.item) }
        if let version = order.version, version != found.item.version { throw PublishingRefusal.editedMeanwhile(version: found.item.version) }
        try order.allowed(found.item)
        let prepared = try prepare(found, order.event, note: order.note, cipher, at: now)
        let release = Release(found: found.item, prepared: prepared, trail: trail(of: prepared, order.by, at: now), now: now, date: order.date)
        return (release, found)
    }

    private func trail(of prepared: PreparedEdition, _ by: By?, at now: Instant) -> SQL? {
        guard let trail = by?.trail else { return nil }
        let word: AuditAction =
            switch prepared.operation {
            case _ where prepared.contents.isUrgent: .itemPublishedUrgently
            case .publish: .itemPublished
            case .correct: .itemCorrected
            default: .itemUpdated
            }
        let item = prepared.item
        // The trail is for ever: nothing of the text stands in it.
        return AuditTrail.line(
            word,
            by: trail.person,
            on: "\(item.id)",
            site: item.site,
            detail: "\(item.edition)",
            from: trail.caller,
            id: ids.next(),
            at: now
        )
    }

    /// Writes publications that were worked out before, as far as their items still are what they were; nil for each that must be worked out anew.
    static func writeEarly(_ releases: [Release], _ db: any Connection) throws -> [Result<Published, any Error>?] {
        let lock: SQL = db.engine == .postgres ? " ORDER BY id FOR UPDATE" : ""
        let rows = try db.rows("SELECT id, version FROM item WHERE id IN (\(list: releases.map(\.id)))\(lock)")
        var versions = Dictionary(try rows.map { (try $0[0], try $0[1]) }, uniquingKeysWith: { (first: Int, _: Int) in first }) as [ItemID: Int]
        // The second publication of one item finds it changed by the first.
        let current = releases.indices.filter { versions.removeValue(forKey: releases[$0].id) == releases[$0].found.version }
        var results = [Result<Published, any Error>?](repeating: nil, count: releases.count)
        for (index, result) in zip(current, try write(current.map { releases[$0] }, db)) { results[index] = result }
        return results
    }

    /// Writes publications together, each that may pass.
    private static func write(_ releases: [Release], _ db: any Connection) throws -> [Result<Published, any Error>] {
        let doors = try Doors(releases.map(\.found), db)
        let passes = releases.map { release in Result<Void, any Error> { try doors.check(release) } }
        let going = zip(releases, passes).compactMap { release, pass in if case .success = pass { release } else { nil } }
        var written = try enter(going, db)[...]
        return passes.map { pass in pass.map { written.removeFirst() } }
    }

    /// Their entries in their order, editions, items, links; then what follows from them.
    private static func enter(_ releases: [Release], _ db: any Connection) throws -> [Published] {
        guard let latest = releases.map(\.now).max() else { return [] }
        let names = try Pseudonym.all(Set(releases.flatMap(\.prepared.approvers)), in: latest.civilDate.year, db)
        var (items, entries): ([Item], [Entry]) = ([], [])
        for release in releases {
            var (item, entry) = (release.prepared.item, release.prepared.entry)
            if item.publishedAt == nil { item.publishedAt = release.date ?? release.now } else { item.updatedAt = release.now }
            let by = release.prepared.approvers.compactMap { names[$0] }
            entry.by = by.isEmpty ? nil : by
            items.append(item)
            entries.append(entry)
        }
        var (first, count): (Int64, Int)
        if let only = releases.first, releases.count == 1 {
            let (item, now) = (items[0], only.now)
            let (sequence, appended) = try append(entries[0], signed: only.signed, site: item.site, item: item.id, edition: item.edition, at: now, db)
            (first, count) = (sequence - Int64(appended) + 1, appended)
        } else {
            let drafts = zip(items, entries).map { EventLog.Draft(entry: $1, site: $0.site, item: $0.id, edition: $0.edition) }
            (first, count) = (try EventLog.append(drafts, at: latest, act: nil, db), drafts.count)
        }
        for index in items.indices { items[index].lastSequence = first + Int64(count - items.count + index) }
        let ids = items.map(\.id)
        // In one go: the items are held, so nothing of them can have changed since they were found.
        var batch: [SQL] = [
            "DELETE FROM approval WHERE item IN (\(list: ids))", "DELETE FROM link WHERE source IN (\(list: ids))",
            insertion(zip(items, releases).map { row(of: $1.prepared.sealed, $0, $1.prepared.operation, $1.now) }),
            // What the editions hold, the revisions need not hold twice.
            """
            UPDATE revision SET sealed = NULL FROM item WHERE item.id IN (\(list: ids)) AND revision.item = item.id AND revision.number = item.revision
            """,
        ]
        for (item, release) in zip(items, releases) {
            let prepared = release.prepared
            batch.append(item.update(card: prepared.sealed.card, alsoSetting: ", draft_card = NULL", at: release.now))
            batch += Links.insertions(prepared.details.links, from: item.id)
            if prepared.clearsDue { batch.append(JobQueue.cancellation(name: PublishDue.name, payload: "\(item.id)", at: release.now)) }
            if let trail = release.trail { batch.append(trail) }
        }
        try db.execute(batch: batch)
        try finish(zip(items, releases).map { Change(item: $0, details: $1.prepared.details) }, first: first, count: count, db)
        return items.map { Published(item: $0.id, edition: $0.edition, sequence: $0.lastSequence, version: $0.version + 1) }
    }
}

/// What portals and sections let out at the moment, asked once for all the publications of a transaction.
private struct Doors {
    private let portals: [SiteID: SiteStatus]
    private let sections: [SectionID: Section]
    /// The places that want every approval signed by a passkey.
    private let locked: Set<Place>

    private struct Place: Hashable {
        let site: SiteID
        let section: SectionID?
    }

    init(_ items: [Item], _ db: any Connection) throws {
        let portals = try db.rows("SELECT id, status FROM site WHERE id IN (\(list: Set(items.map(\.site)).sorted()))")
        self.portals = Dictionary(try portals.map { (try $0[0], try $0[1]) }) { first, _ in first }
        let ids = Set(items.compactMap(\.section)).sorted()
        let sections = ids.isEmpty ? [] : try db.rows("SELECT \(Section.columns) FROM section WHERE id IN (\(list: ids))").map { try Section($0) }
        self.sections = Dictionary(sections.map { ($0.id, $0) }) { first, _ in first }
        guard try db.value("SELECT 1 FROM key_rule LIMIT 1", as: Int.self) != nil else {
            locked = []
            return
        }
        locked = try Set(items.map { Place(site: $0.site, section: $0.section) }).filter { try Publisher.wantsKeys($0.site, $0.section, db) }
    }

    /// A portal that was frozen or closed meanwhile, a section that ended, publish nothing more; some want keys.
    func check(_ release: Release) throws {
        let item = release.found
        let status = portals[item.site] ?? .closed
        guard status == .active || status == .merging else { throw PublishingRefusal.siteNotActive(status) }
        if let section = item.section.flatMap({ sections[$0] }), !section.isOpen(on: release.now.civilDate) {
            throw PublishingRefusal.sectionClosed(section.code)
        }
        if locked.contains(Place(site: item.site, section: item.section)),
            !Set(release.signed.map(\.person)).isSuperset(of: release.prepared.approvers)
        {
            throw ApprovalRefusal.keyWanted
        }
    }
}
