import Crypto
import Foundation
public import PortalNetwork
import PublicRecord
public import Store
public import Vietnamese

/// A step that a passkey can sign.
public enum SigningStep: Sendable, Hashable {
    /// The newest revision, as `approve` takes it.
    case approve
    case publish(Operation)
    case urgent
    case withdraw(WithdrawalCode)
}

/// An edition as it will be, worked out before it is signed and once more before it is appended.
struct PreparedEdition {
    var item: Item
    let operation: Operation
    let contents: Contents
    let details: any ContentKind
    let sealed: SealedEdition
    let approvers: [PersonID]
    let clearsDue: Bool
    /// Without its approvers.
    let entry: Entry
}

extension ItemCipher {
    /// The salt of a revision's edition: as random as the item's key and gone with it, and known before the edition is made, so that approvers can sign a commitment.
    func salt(revision: Int, digest: String) throws -> Salt {
        let info = Array("portal-salt/v1 \(item) \(revision) \(digest)".utf8)
        let bytes = HKDF<SHA256>.deriveKey(inputKeyMaterial: key, info: info, outputByteCount: Salt.size)
        guard let salt = bytes.withUnsafeBytes({ Salt($0) }) else { throw StoreFault.damaged("no salt for item \(item)") }
        return salt
    }
}

extension Publisher {
    /// What a passkey is asked to sign for a step, base64url; nil where the person's key stands behind it already.
    public func challenge(for step: SigningStep, of id: ItemID, by: By) async throws -> String? {
        guard let cipher = try await keyring.keys(for: [id]).cipher(id) else { throw PublishingRefusal.unknownItem(id) }
        let now = clock.now()
        let draft = try await database.read { db -> [UInt8]? in
            guard var item = try Item.load(id, db) else { throw PublishingRefusal.unknownItem(id) }
            switch step {
            case .approve:
                try self.allow(.approve, item, by)
                return try self.approvalDraft(item, try self.newest(of: item, cipher, db), cipher, db)
            case .publish(let operation):
                try self.allow(operation == .update ? .update : operation == .correct ? .correct : .publish, item, by)
                let mine = try db.value(
                    "SELECT 1 FROM approval WHERE item = \(id) AND person = \(by.person) AND passkey IS NOT NULL",
                    as: Int.self
                )
                guard mine == nil else { return nil }
                let prepared = try self.prepare(
                    Publishable(item, self.newest(of: item, cipher, db), db),
                    .publish(operation),
                    note: nil,
                    cipher,
                    at: now
                )
                return try ApprovalBundle.draft(of: CanonicalJSON.encode(prepared.entry))
            case .urgent:
                try self.allow(.publishUrgently, item, by)
                let found = try Publishable(item, self.newest(of: item, cipher, db), db)
                let prepared = try self.prepare(found, .publishUrgently(by: by.person), note: nil, cipher, at: now)
                return try ApprovalBundle.draft(of: CanonicalJSON.encode(prepared.entry))
            case .withdraw(let code):
                try self.allow(.withdraw, item, by)
                _ = try item.workflow.receive(.withdraw)
                return try ApprovalBundle.draft(of: CanonicalJSON.encode(Self.entry(.withdraw, of: item, why: code, at: now, db)))
            }
        }
        return draft.map { Base64URL.encode(ApprovalBundle.challenge($0)) }
    }

    /// The entry of a change that makes no edition.
    static func entry(_ operation: Operation, of item: Item, why: WithdrawalCode?, at now: Instant, _ db: any Connection) throws -> Entry {
        Entry(
            op: operation,
            at: now.rawValue / 1000,
            site: try code(of: item.site, db),
            id: item.id,
            kind: item.kind.rawValue,
            ed: item.edition,
            prev: item.lastSequence,
            why: operation == .withdraw ? why?.rawValue : nil
        )
    }

    /// What an approver signs: the commitment this revision will have, and what it is of.
    func approvalDraft(_ item: Item, _ contents: Contents, _ cipher: ItemCipher, _ db: any Connection) throws -> [UInt8] {
        let bytes = try contents.bytes()
        let salt = try cipher.salt(revision: item.revision, digest: Contents.digest(of: bytes))
        return try ApprovalBundle.draft(
            site: Self.code(of: item.site, db),
            id: "\(item.id)",
            kind: item.kind.rawValue,
            lang: item.language.rawValue,
            commit: Commitment(.content, salt: salt, bytes)
        )
    }

    /// Works an edition out, from what was found alone.
    func prepare(_ found: Publishable, _ event: Workflow.Event, note: String?, _ cipher: ItemCipher, at now: Instant) throws -> PreparedEdition {
        var item = found.item
        var approvers = item.workflow.approvals
        var (operation, clearsDue) = (Operation.publish, false)
        var contents = found.newest
        for effect in try item.workflow.receive(event) {
            if case .edition(let made) = effect { operation = made }
            if case .clearDue = effect { clearsDue = true }
            if case .urgent(let person) = effect {
                contents.isUrgent = true
                approvers = [person]
            }
        }
        if !contents.isUrgent { try found.checkApproved() }
        if let note { contents.note = nfc(note) }
        if operation == .correct, contents.note?.allSatisfy(\.isWhitespace) ?? true { throw PublishingRefusal.reasonMissing }
        let details = try contents.typed(kinds)
        let errors = (kinds[item.kind]?.review(details) ?? []).filter { $0.severity == .error }
        guard errors.isEmpty else { throw PublishingRefusal.findings(errors) }
        // The record may know editions that a restored database does not.
        item.edition = max(item.edition, found.editions) + 1
        let bytes = note == nil && !contents.isUrgent ? found.bytes : try contents.bytes()
        let salt = try cipher.salt(revision: item.revision, digest: Contents.digest(of: bytes))
        let sealed = try SealedEdition(contents, bytes, details, edition: item.edition, cipher, canonical, salt: salt)
        let draft = Self.draft(operation, item, sealed, [], site: found.site, at: now, act: nil)
        return PreparedEdition(
            item: item,
            operation: operation,
            contents: contents,
            details: details,
            sealed: sealed,
            approvers: approvers,
            clearsDue: clearsDue,
            entry: draft.entry
        )
    }

    /// The approvals by passkey that were given for exactly what an edition commits to.
    func approvals(of found: Publishable, for prepared: PreparedEdition, _ cipher: ItemCipher, _ db: any Connection) throws -> [SignedApproval] {
        let kept = found.approvals.compactMap { approval in approval.signed.map { (approval.person, $0.passkey, $0.assertion) } }
        guard !prepared.contents.isUrgent, !kept.isEmpty else { return [] }
        let draft = try approvalDraft(prepared.item, prepared.contents, cipher, db)
        return try kept.compactMap { person, passkey, text in
            guard let key = try PasskeyApprovals.key(of: passkey, in: db) else { throw ApprovalRefusal.keyRemoved }
            let kept = try CanonicalJSON.decode(ApprovalBundle.Approval.self, from: Array(text.utf8))
            // A note added since, another portal: what was signed is not quite this.
            guard Array(kept.draft.utf8) == draft else { return nil }
            let answer = PasskeyAssertion(credential: "", clientData: kept.client, authenticatorData: kept.auth, signature: kept.sig)
            return SignedApproval(person: person, passkey: passkey, key: key, draft: draft, answer: answer)
        }
    }

    /// Whether a portal, one above it, or a section wants approvals signed.
    static func wantsKeys(_ site: SiteID, _ section: SectionID?, _ db: any Connection) throws -> Bool {
        try db.value(
            """
            WITH RECURSIVE up (id) AS (
                SELECT CAST(\(site) AS BIGINT) UNION SELECT s.parent FROM site s JOIN up ON s.id = up.id WHERE s.parent IS NOT NULL)
            SELECT 1 FROM key_rule WHERE (section = 0 AND site IN (SELECT id FROM up)) OR section = \(section?.rawValue ?? -1) LIMIT 1
            """,
            as: Int.self
        ) != nil
    }

    /// Wants, or no longer wants, every approval on a portal and those below it, or in one of its sections, signed by a passkey.
    public func wantKeys(_ wants: Bool, on site: SiteID, in section: SectionID? = nil, by: By, also: @escaping Also = noFurther) async throws {
        try authorize(by.actor, .approveHost, on: Subject(site: site), in: by.tree)
        let now = clock.now()
        try await commit { db in
            if let section, try Section.load(section, db)?.site != site { throw PublishingRefusal.unknownSection("\(section)") }
            let place = section?.rawValue ?? 0
            try db.execute("DELETE FROM key_rule WHERE site = \(site) AND section = \(place)")
            if wants { try db.execute("INSERT INTO key_rule (site, section) VALUES (\(site), \(place))") }
            try self.chrome("keys", [site], now, db)
            try also(db)
        }
    }
}
