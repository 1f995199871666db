public import PortalNetwork
import PublicRecord
public import Store
import Vietnamese

extension Publisher {
    /// A passkey's answer to the question `challenge(…)` put for a step.
    public struct Signature: Sendable {
        public let answer: PasskeyAssertion
        public let home: PasskeyHome

        public init(_ answer: PasskeyAssertion, home: PasskeyHome) {
            self.answer = answer
            self.home = home
        }
    }

    /// Checks a person's signature under a draft and takes it, so that it counts once.
    func take(_ signature: Signature, under draft: [UInt8], by person: PersonID, at now: Instant, _ db: any Connection) throws -> SignedApproval {
        let used = try PasskeyApprovals.take(
            signature.answer,
            challenge: ApprovalBundle.challenge(draft),
            of: person,
            home: signature.home,
            at: now,
            in: db
        )
        return SignedApproval(person: person, passkey: used.passkey, key: used.key, draft: draft, answer: signature.answer)
    }

    /// Appends one entry with the assertions that stand behind it, after entries for keys that are used for the first time.
    /// - Returns: index of the entry, and how many were appended in all.
    static func append(
        _ entry: Entry,
        signed approvals: [SignedApproval],
        site: SiteID,
        item: ItemID? = nil,
        edition: Int = 0,
        at now: Instant,
        _ db: any Connection
    ) throws -> (sequence: Int64, count: Int) {
        var entry = entry
        var drafts: [EventLog.Draft] = []
        var names: [String] = []
        if !approvals.isEmpty {
            var known: [String: VerifierKey] = [:]
            var bundle = ApprovalBundle([])
            for approval in approvals {
                let (key, isNew) = try RecordKey.open(approval, db)
                if isNew {
                    let opening = Entry(op: .key, at: entry.at, site: entry.site, part: RecordKey.opened, key: key.text)
                    drafts.append(EventLog.Draft(entry: opening, site: site, item: nil, edition: 0))
                    names.append(key.name)
                }
                known[key.name] = key
                guard let by = try Pseudonym.of([approval.person], in: now.civilDate.year, db).first else { continue }
                bundle.approvals.append(approval.assertion(key: key.name, by: by))
            }
            let bytes = try CanonicalJSON.encode(bundle)
            // Nothing is appended that an outsider would not believe.
            do { try bundle.check(entry: CanonicalJSON.encode(entry), keys: known) } catch ApprovalFault.keyTwice {
                throw ApprovalRefusal.keyTwice
            } catch { throw ApprovalRefusal.notBelieved }
            let salt = Salt()
            let commitment = Commitment(.att, salt: salt, bytes).hex
            entry.att = commitment
            try db.execute(
                "INSERT INTO record_object (commitment, site, part, bytes) VALUES (\(commitment), \(site), 'att', \(salt.bytes + bytes))"
            )
        }
        drafts.append(EventLog.Draft(entry: entry, site: site, item: item, edition: edition))
        let first = try EventLog.append(drafts, at: now, act: entry.act, db)
        for (offset, name) in names.enumerated() {
            try db.execute("UPDATE record_key SET opened = \(first + Int64(offset)) WHERE name = \(name)")
        }
        let sequence = first + Int64(drafts.count) - 1
        if let att = entry.att { try RecordObjects.entered([att], from: sequence, db) }
        return (sequence, drafts.count)
    }

    /// Says in the record that keys are worth nothing any more, whose passkeys were removed since.
    /// - Returns: how many.
    @discardableResult
    public func revokeKeys() async throws -> Int {
        let waiting = try await database.read { try RecordKey.removed($0).count }
        guard waiting > 0 else { return 0 }
        let now = clock.now()
        return try await commit { db in
            let removed = try RecordKey.removed(db)
            guard !removed.isEmpty, let site = try db.value("SELECT id FROM site ORDER BY id LIMIT 1", as: SiteID.self) else { return 0 }
            let code = try Self.code(of: site, db)
            let drafts = removed.map { key in
                EventLog.Draft(
                    entry: Entry(op: .key, at: now.rawValue / 1000, site: code, part: RecordKey.revoked, key: key),
                    site: site,
                    item: nil,
                    edition: 0
                )
            }
            let first = try EventLog.append(drafts, at: now, act: nil, db)
            for (offset, key) in removed.enumerated() {
                try db.execute("UPDATE record_key SET revoked = \(first + Int64(offset)) WHERE key = \(key)")
            }
            try Self.finish([], first: first, count: drafts.count, db)
            return removed.count
        }
    }
}

/// An assertion that was checked, with the draft it signs.
struct SignedApproval: Sendable {
    let person: PersonID
    let passkey: PasskeyID
    let key: [UInt8]
    let draft: [UInt8]
    let answer: PasskeyAssertion

    func assertion(key: String, by: String) -> ApprovalBundle.Approval {
        ApprovalBundle.Approval(
            key: key,
            by: by,
            draft: String(decoding: draft, as: UTF8.self),
            auth: answer.authenticatorData,
            client: answer.clientData,
            sig: answer.signature
        )
    }
}

/// Keys of passkeys as the record names them: at random, and only those that ever approved something.
enum RecordKey {
    static let opened = "opened"
    static let revoked = "revoked"

    /// The record's key of a passkey, and whether the record does not have it yet.
    static func open(_ approval: SignedApproval, _ db: any Connection) throws -> (key: VerifierKey, isNew: Bool) {
        if let text = try db.value("SELECT key FROM record_key WHERE passkey = \(approval.passkey) AND revoked IS NULL", as: String.self) {
            return (try VerifierKey(text), false)
        }
        let key = try ApprovalKey.make(name: "k-" + String(UInt64.random(in: .min ... .max), radix: 36), cose: approval.key)
        try db.execute("INSERT INTO record_key (passkey, name, key) VALUES (\(approval.passkey), \(key.name), \(key.text))")
        return (key, true)
    }

    /// Keys whose passkeys are gone and of which the record does not say so.
    static func removed(_ db: any Connection) throws -> [String] {
        try db.column(
            """
            SELECT key FROM record_key WHERE opened IS NOT NULL AND revoked IS NULL
            AND NOT EXISTS (SELECT 1 FROM access_passkey p WHERE p.id = record_key.passkey) ORDER BY opened
            """
        )
    }
}

/// Why an approval by passkey does not count; words under `refusal.approval.…`.
public enum ApprovalRefusal: Refusal, Hashable {
    /// One key stands for one person once.
    case keyTwice
    /// It was signed for something else, or the text changed since.
    case notBelieved
    /// The passkey an approval was given with was removed since.
    case keyRemoved
    /// This portal or section wants every approval signed by a passkey.
    case keyWanted

    public static let samples: [ApprovalRefusal] = [.keyTwice, .notBelieved, .keyRemoved, .keyWanted]

    public var key: String {
        switch self {
        case .keyTwice: "approval.key-twice"
        case .notBelieved: "approval.not-believed"
        case .keyRemoved: "approval.key-removed"
        case .keyWanted: "approval.key-wanted"
        }
    }

    public var values: [String: String] { [:] }
}
