public import PortalNetwork
import PublicRecord
public import Store
import Vietnamese

extension Publisher {
    /// Takes a live item away: its address answers 410 with the reason from now on. The content stays, sealed.
    @discardableResult
    public func withdraw(
        _ id: ItemID,
        because code: WithdrawalCode,
        note: String?,
        successor: ItemID? = nil,
        expecting version: Int? = nil,
        signature: Signature? = nil,
        by: By
    ) async throws -> Published {
        try await change(id, .withdraw, .withdraw, version, signature, by) { item, cipher, now, db in
            item.withdrawal = Item.Withdrawal(code: code, at: now, successor: successor)
            try db.execute("DELETE FROM withdrawal_plan WHERE item = \(id)")
            try JobQueue.cancel(name: WithdrawDue.name, payload: "\(id)", at: now, db)
            let sealed = try note.map { try cipher.seal(Array(nfc($0).utf8), .withdrawal) }
            try db.execute("UPDATE item SET withdrawn_note = \(sealed) WHERE id = \(id)")
        }
    }

    /// Shows a withdrawn item again, as it was.
    @discardableResult
    public func restore(_ id: ItemID, expecting version: Int? = nil, by: By) async throws -> Published {
        try await change(id, .restore, .restore, version, nil, by) { item, _, _, db in
            item.withdrawal = nil
            try db.execute("UPDATE item SET withdrawn_note = NULL WHERE id = \(id)")
        }
    }

    /// Files an item in another section, or on another portal; its old addresses redirect.
    @discardableResult
    public func move(_ id: ItemID, to place: Place, expecting version: Int? = nil, by: By) async throws -> Published {
        try await change(id, .move, .move, version, nil, by) { item, _, now, db in
            item.workflow.require(try place.check(by.tree, on: now.civilDate, db))
            try authorize(
                by.actor,
                .move,
                on: Subject(
                    site: place.site,
                    section: Subject.Section(place.section),
                    kind: item.kind.rawValue,
                    state: item.workflow.stage.rawValue,
                    relation: .other
                ),
                in: by.tree
            )
            item.site = place.site
            item.section = place.section
        }
    }

    /// One change of a public item that makes no new edition: an entry, and the lists follow.
    func change(
        _ id: ItemID,
        _ action: Action,
        _ event: Workflow.Event,
        _ version: Int?,
        _ signature: Signature?,
        _ by: By?,
        _ body: @escaping @Sendable (inout Item, ItemCipher, Instant, any Connection) throws -> Void
    ) async throws -> Published {
        guard let cipher = try await keyring.keys(for: [id]).cipher(id) else { throw PublishingRefusal.unknownItem(id) }
        let now = clock.now()
        return try await commit { db in
            var item = try self.load(id, expecting: version, db)
            if let by { try self.allow(action, item, by) }
            let effects = try item.workflow.receive(event)
            try body(&item, cipher, now, db)
            var (sequence, count) = (item.lastSequence, 0)
            for case .entry(let operation) in effects {
                let entry = try Self.entry(operation, of: item, why: item.withdrawal?.code, at: now, db)
                var signed: [SignedApproval] = []
                if let by, let signature {
                    let draft = try ApprovalBundle.draft(of: CanonicalJSON.encode(entry))
                    signed = [try self.take(signature, under: draft, by: by.person, at: now, db)]
                } else if by != nil, operation == .withdraw, try Self.wantsKeys(item.site, item.section, db) {
                    throw ApprovalRefusal.keyWanted
                }
                (sequence, count) = try Self.append(entry, signed: signed, site: item.site, item: id, edition: item.edition, at: now, db)
            }
            item.lastSequence = sequence
            try self.update(item, db)
            if !effects.isEmpty {
                let details = item.workflow.presence == .live ? try self.live(item, cipher, db) : nil
                try Self.finish([Change(item: item, details: details)], first: sequence - Int64(count) + 1, count: count, db)
            }
            if let by { try self.note(Self.trailWord(action), item, by, detail: item.withdrawal?.code.rawValue ?? "", db) }
            return Published(item: id, edition: item.edition, sequence: sequence, version: item.version + 1)
        }
    }

    private static func trailWord(_ action: Action) -> AuditAction {
        switch action {
        case .withdraw: .itemWithdrawn
        case .restore: .itemRestored
        default: .itemMoved
        }
    }

    /// The typed details of an item's newest edition.
    func live(_ item: Item, _ cipher: ItemCipher, _ db: any Connection) throws -> (any ContentKind)? {
        guard
            let sealed = try db.value("SELECT sealed FROM edition WHERE item = \(item.id) AND number = \(item.edition)", as: [UInt8]?.self) ?? nil
        else { return nil }
        return try SealedEdition.open(sealed, edition: item.edition, cipher).contents.typed(kinds)
    }
}
