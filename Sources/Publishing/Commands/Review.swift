public import PortalNetwork
import PublicRecord
public import Store
public import Vietnamese

extension Publisher {
    /// The author is done: the newest revision waits for a second pair of eyes.
    @discardableResult
    public func submit(_ item: ItemID, expecting version: Int? = nil, by: By) async throws -> Item {
        try await step(item, version, .submit, by) { _ in .submit(by: by.person) }
    }

    /// Takes a submission back that nobody has approved yet; for whoever could submit it again.
    @discardableResult
    public func recall(_ item: ItemID, expecting version: Int? = nil, by: By) async throws -> Item {
        try await step(item, version, .submit, by) { _ in .recall(by: by.person) }
    }

    /// Back to the author, with a reason that is kept with the revision.
    @discardableResult
    public func `return`(_ item: ItemID, reason: String, expecting version: Int? = nil, by: By) async throws -> Item {
        guard !reason.allSatisfy(\.isWhitespace) else { throw PublishingRefusal.reasonMissing }
        return try await step(item, version, .return, by, reason: reason) { _ in .return(by: by.person) }
    }

    /// One approval of the newest revision; the item is approved when its section's number of people have said so.
    ///
    /// `digest`: of what the person saw (`OpenedItem.digest`). Should the newest revision be another, the approval is refused; it is kept with the
    /// approval, and publication commits to nothing else.
    ///
    /// `signature`: a passkey's answer to `challenge(for: .approve …)`, kept with the approval and, once it is published, behind the entry.
    @discardableResult
    public func approve(_ item: ItemID, digest: String? = nil, expecting version: Int? = nil, signature: Signature? = nil, by: By) async throws
        -> Item
    {
        try await step(item, version, .approve, by, digest: digest, signature: signature) { _ in .approve(by: by.person) }
    }

    /// The approved revision goes out at a moment, by a durable job.
    @discardableResult
    public func schedule(_ item: ItemID, at moment: Instant, expecting version: Int? = nil, by: By) async throws -> Item {
        try await step(item, version, .schedule, by) { .schedule(by: by.person, at: moment, now: $0) }
    }

    /// The scheduled revision waits again.
    @discardableResult
    public func unschedule(_ item: ItemID, expecting version: Int? = nil, by: By) async throws -> Item {
        try await step(item, version, .schedule, by) { _ in .unschedule(by: by.person) }
    }

    private func step(
        _ id: ItemID,
        _ version: Int?,
        _ action: Action,
        _ by: By,
        reason: String? = nil,
        digest seen: String? = nil,
        signature: Signature? = nil,
        event: @escaping @Sendable (Instant) -> Workflow.Event
    ) async throws -> Item {
        let now = clock.now()
        let job: JobID = ids.next()
        guard let cipher = try await keyring.keys(for: [id]).cipher(id) else { throw PublishingRefusal.unknownItem(id) }
        return try await database.write { db in
            var item = try self.load(id, expecting: version, db)
            let event = event(now)
            var isRecall = false
            if case .recall = event { isRecall = true }
            if !isRecall { try self.allow(action, item, by) }
            let effects = try item.workflow.receive(event)
            // Whether it could be submitted from where it comes back to.
            if isRecall { try self.allow(action, item, by) }
            for effect in effects {
                switch effect {
                case .approval(let person):
                    let contents = try self.newest(of: item, cipher, db)
                    let digest = try contents.digest()
                    guard seen == nil || seen == digest else { throw PublishingRefusal.changedSince }
                    if signature == nil, try Self.wantsKeys(item.site, item.section, db) { throw ApprovalRefusal.keyWanted }
                    let signed = try signature.map {
                        try self.take($0, under: try self.approvalDraft(item, contents, cipher, db), by: person, at: now, db)
                    }
                    let assertion = try signed.map { String(decoding: try CanonicalJSON.encode($0.assertion(key: "", by: "")), as: UTF8.self) }
                    try db.execute(
                        """
                        INSERT INTO approval (item, step, person, at, digest, passkey, assertion)
                        VALUES (\(id), \(item.workflow.approvals.count), \(person), \(now), \(digest), \(signed?.passkey), \(assertion))
                        """
                    )
                case .clearApprovals: try db.execute("DELETE FROM approval WHERE item = \(id)")
                case .setDue(let due):
                    try JobQueue.add(
                        Job(
                            id: job,
                            name: PublishDue.name,
                            payload: "\(id)",
                            effect: "publish-due:\(id):\(item.version)",
                            runAt: due
                        ),
                        at: now,
                        db
                    )
                case .clearDue: try JobQueue.cancel(name: PublishDue.name, payload: "\(id)", at: now, db)
                case .revision, .edition, .entry, .destroy, .urgent: break
                }
            }
            if let reason { try db.execute("UPDATE revision SET reason = \(reason) WHERE item = \(id) AND number = \(item.revision)") }
            try self.update(item, db)
            try self.note(isRecall ? .itemRecalled : Self.trailWord(action, item), item, by, detail: item.workflow.dueAt?.rfc3339 ?? "", db)
            item.version += 1
            return item
        }
    }

    private static func trailWord(_ action: Action, _ item: Item) -> AuditAction {
        switch action {
        case .submit: .itemSubmitted
        case .return: .itemReturned
        case .approve: .itemApproved
        default: item.workflow.stage == .scheduled ? .itemScheduled : .itemUnscheduled
        }
    }
}
