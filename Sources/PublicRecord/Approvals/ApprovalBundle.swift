import Crypto
import Foundation

/// The assertions of passkeys behind an entry, as the object says that the entry's `att` commits to: canonical JSON
/// `{"approvals":[{"auth","by","client","draft","key","sig"}…],"v":1}`.
///
/// What an authenticator signs is the challenge `SHA-256("portal-approve/v1\n" || draft)`. A draft is canonical JSON, and one of two:
/// - the entry itself without `at`, `by` and `att`, signed in the step that appends it;
/// - `{"commit","id","kind","lang","op":"approve","site","v":1}`, signed when the text was approved, before anybody knew its place in the log.
public struct ApprovalBundle: Sendable, Hashable, Codable {
    /// One assertion.
    public struct Approval: Sendable, Hashable, Codable {
        /// Name of the key, as the `key` entry that opened it has it.
        public var key: String
        /// Pseudonym of the person, as the entry's `by` has it.
        public var by: String
        /// The canonical JSON that was signed.
        public var draft: String
        /// Authenticator data, client data (JSON) and signature (WebAuthn 6.1, 5.8.1, 6.3.3), base64url without padding.
        public var auth: String
        public var client: String
        public var sig: String

        public init(key: String, by: String, draft: String, auth: String, client: String, sig: String) {
            (self.key, self.by, self.draft, self.auth, self.client, self.sig) = (key, by, draft, auth, client, sig)
        }
    }

    public static let most = 16
    public static let greatest = 128 << 10
    public var v = 1
    public var approvals: [Approval]

    public init(_ approvals: [Approval]) { self.approvals = approvals }

    /// What an authenticator is asked to sign for a draft.
    public static func challenge(_ draft: [UInt8]) -> [UInt8] { [UInt8](SHA256.hash(data: Array("portal-approve/v1\n".utf8) + draft)) }

    /// The draft of an entry that is signed as it is appended: its bytes without `at`, `by` and `att`.
    public static func draft(of entry: [UInt8]) throws -> [UInt8] {
        guard case .object(var members) = try CanonicalJSON.parse(entry) else { throw ApprovalFault.malformed }
        for name in ["at", "by", "att"] { members[name] = nil }
        return try CanonicalJSON.serialise(.object(members))
    }

    /// The draft of an approval that is given beforehand: what an edition says and what it is, not where it will stand.
    public static func draft(site: String, id: String, kind: String, lang: String, commit: Commitment) throws -> [UInt8] {
        try CanonicalJSON.serialise([
            "commit": .string(commit.hex), "id": .string(id), "kind": .string(kind), "lang": .string(lang), "op": "approve", "site": .string(site),
            "v": 1,
        ])
    }

    /// Reads an object's bytes after the salt.
    public init(reading bytes: [UInt8]) throws(ApprovalFault) {
        guard bytes.count <= Self.greatest, let value = try? CanonicalJSON.parse(bytes, canonical: true),
            let bundle = try? CanonicalJSON.decode(ApprovalBundle.self, from: value), bundle.v == 1, 1...Self.most ~= bundle.approvals.count
        else { throw .malformed }
        self = bundle
    }

    /// Whether every assertion was made, for this entry, with the key it names, no key twice. `keys`: those that are open where the entry stands, by name.
    public func check(entry: [UInt8], keys: [String: VerifierKey]) throws(ApprovalFault) {
        guard case .object(let said)? = try? CanonicalJSON.parse(entry), let own = try? Self.draft(of: entry) else { throw .malformed }
        var used: Set<[UInt8]> = []
        for approval in approvals {
            guard let key = keys[approval.key] else { throw .keyUnknown(approval.key) }
            guard used.insert(key.key).inserted else { throw .keyTwice(approval.key) }
            let draft = Array(approval.draft.utf8)
            guard draft == own || Self.approves(draft, said) else { throw .otherDraft(approval.key) }
            // Who approved is named; who appended need not be.
            if draft != own, said["by"]?.names(approval.by) != true { throw .otherPerson(approval.by) }
            guard PasskeySignature.isValid(approval, key, challenge: Self.challenge(draft)) else { throw .signature(approval.key) }
        }
    }

    /// Whether a draft approves what an edition's entry commits to.
    private static func approves(_ draft: [UInt8], _ entry: [String: JSONValue]) -> Bool {
        guard case .object(let members)? = try? CanonicalJSON.parse(draft, canonical: true), members["op"] == "approve", members["v"] == 1,
            Set(members.keys) == ["commit", "id", "kind", "lang", "op", "site", "v"], case .string(let operation)? = entry["op"],
            RecordOperation(rawValue: operation).makesEdition
        else { return false }
        return ["commit", "id", "kind", "lang", "site"].allSatisfy { members[$0] != nil && members[$0] == entry[$0] }
    }
}

extension JSONValue {
    fileprivate func names(_ text: String) -> Bool { if case .array(let list) = self { list.contains(.string(text)) } else { false } }
}

/// Why an entry's `att` is not believed.
public enum ApprovalFault: Error, Sendable, Hashable, CustomStringConvertible {
    case malformed
    /// The object is not what the entry commits to.
    case commitment
    case keyUnknown(String)
    case keyTwice(String)
    /// It was signed for something else.
    case otherDraft(String)
    case otherPerson(String)
    case signature(String)
    /// The same assertion stands behind an earlier entry.
    case again(String)

    public var description: String {
        switch self {
        case .malformed: "the approvals are no bundle of assertions"
        case .commitment: "the approvals are not those the entry commits to"
        case .keyUnknown(let key): "the key \(key) is not open there"
        case .keyTwice(let key): "the key \(key) counts twice"
        case .otherDraft(let key): "what the key \(key) signed is something else"
        case .otherPerson(let name): "\(name) is not named by the entry"
        case .signature(let key): "the assertion of the key \(key) does not verify"
        case .again(let key): "the assertion of the key \(key) was used for an earlier entry"
        }
    }
}

/// Keys of authenticators as the record writes them: type 0xFF, then `webauthn/v1` and a line feed, then the COSE key (RFC 9052).
public enum ApprovalKey {
    static let mark = Array("webauthn/v1\n".utf8)

    public static func make(name: String, cose: [UInt8]) throws -> VerifierKey { try VerifierKey(name: name, type: 0xFF, key: mark + cose) }

    static func cose(_ key: VerifierKey) -> [UInt8]? {
        key.type == 0xFF && key.key.starts(with: mark) ? Array(key.key.dropFirst(mark.count)) : nil
    }
}

/// Follows a log's entries and checks what stands behind them: which keys are open where, no assertion twice.
public struct ApprovalAudit: Sendable {
    private var keys: [String: VerifierKey] = [:]
    private var used: Set<[UInt8]> = []
    /// Entries whose `att` was checked, and those that have one whose object is not public any more.
    public private(set) var checked = 0
    public private(set) var unread = 0

    public init() {}

    /// The entry at the next place. `object`: salt and bytes of what its `att` commits to; nil where they are gone.
    public mutating func follow(_ entry: [UInt8], object: [UInt8]?) throws(ApprovalFault) {
        guard let reading = try? RecordEntry.read(entry), case .entry(let said) = reading else { return }
        if said.op == .key, let text = said.key, let key = try? VerifierKey(text), ApprovalKey.cose(key) != nil {
            if said.part == "opened" { keys[key.name] = key } else { keys[key.name] = nil }
        }
        guard let att = said.att else { return }
        guard let object else {
            unread += 1
            return
        }
        let bytes = Array(object.dropFirst(Salt.size))
        guard let salt = Salt(object.prefix(Salt.size)), Commitment(.att, salt: salt, bytes) == att else { throw .commitment }
        let bundle = try ApprovalBundle(reading: bytes)
        try bundle.check(entry: entry, keys: keys)
        for approval in bundle.approvals {
            let mark = [UInt8](SHA256.hash(data: Array("\(approval.key)\n\(approval.auth)\n\(approval.client)".utf8)))
            guard used.insert(mark).inserted else { throw .again(approval.key) }
        }
        checked += 1
    }
}
