import Crypto
public import PublicRecord
public import Store

/// Two heads that a log signed and that do not go together: kept for ever, for others to check.
public struct RecordEvidence: Sendable {
    public enum Kind: String, Sendable, Codable {
        /// One size, two roots: the two notes alone prove it.
        case heads
        /// Two sizes, and the log's own proof between them leads to another past than was signed: notes and proof prove it.
        case past
        /// Two sizes, and a proof that does not hold. That alone proves nothing; the older head cannot be taken back all the same.
        case unproven
    }

    /// Pieces of evidence that are kept of one log at most; more say nothing new.
    static let most = 64

    public let digest: String
    public let origin: String
    /// Unix seconds.
    public let at: Int64
    public let kind: Kind
    /// The signed note that was held before, and the one that came.
    public let held: String
    public let offered: String
    /// The proof that came with it, a hash in base64 a line.
    public let proof: String

    /// What a refusal shows; nil when it shows nothing. Both notes have been verified with the log's key.
    public init?(held: SignedNote, offered: SignedNote, proof: [RecordHash], at seconds: Int64) {
        guard let first = try? Checkpoint(held.text), let second = try? Checkpoint(offered.text), first.origin == second.origin, first.size > 0,
            second.size >= first.size, first != second
        else { return nil }
        origin = first.origin
        at = seconds
        if first.size == second.size {
            kind = .heads
        } else {
            let shows = RecordProof.contradicts(old: first.size, oldRoot: first.root, new: second.size, newRoot: second.root, proof: proof)
            kind = shows ? .past : .unproven
        }
        self.held = String(decoding: held.bytes, as: UTF8.self)
        self.offered = String(decoding: offered.bytes, as: UTF8.self)
        self.proof = proof.map { $0.base64 + "\n" }.joined()
        digest = Hex.encode(Array(SHA256.hash(data: Array("\(held.text)\(offered.text)".utf8))))
    }

    /// Adds it; false when it is known, or there is enough of this log.
    public func keep(_ db: any Connection) throws -> Bool {
        let known = try db.value("SELECT COUNT(*) FROM record_evidence WHERE origin = \(origin)", as: Int.self) ?? 0
        guard known < Self.most else { return false }
        let added = try db.execute(
            """
            INSERT INTO record_evidence (digest, origin, at, kind, held, offered, proof)
            VALUES (\(digest), \(origin), \(at), \(kind.rawValue), \(held), \(offered), \(proof)) ON CONFLICT (digest) DO NOTHING
            """
        )
        return added > 0
    }

    /// All of it, newest first.
    public static func all(_ db: any Connection) throws -> [RecordEvidence] {
        try db.rows("SELECT digest, origin, at, kind, held, offered, proof FROM record_evidence ORDER BY at DESC, digest").map { row in
            let kind: String = try row[3]
            return RecordEvidence(
                digest: try row[0],
                origin: try row[1],
                at: try row[2],
                kind: Kind(rawValue: kind) ?? .unproven,
                held: try row[4],
                offered: try row[5],
                proof: try row[6]
            )
        }
    }

    private init(digest: String, origin: String, at: Int64, kind: Kind, held: String, offered: String, proof: String) {
        self.digest = digest
        self.origin = origin
        self.at = at
        self.kind = kind
        self.held = held
        self.offered = offered
        self.proof = proof
    }
}
