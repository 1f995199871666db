/// Why a head is not signed. `status` is what a witness answers over HTTP (C2SP tlog-witness).
public enum GuardRefusal: Error, Hashable, CustomStringConvertible {
    /// Another log.
    case unknownOrigin(String)
    /// The old size is greater than the new one, or negative.
    case oldTooGreat(old: Int64, size: Int64)
    /// The sender believes that another head was signed last; `size` is the one that was.
    case outdated(size: Int64)
    /// A second root for a size that was signed: with both signatures, proof that the log has forked.
    case otherRoot(size: Int64)
    /// The proof does not show that the log only grew.
    case proof(ProofFault)

    public var status: Int {
        switch self {
        case .unknownOrigin: 404
        case .oldTooGreat: 400
        case .outdated: 409
        case .otherRoot, .proof: 422
        }
    }

    public var description: String {
        switch self {
        case .unknownOrigin(let origin): "\(origin) is not the log that is guarded here"
        case .oldTooGreat(let old, let size): "the old size \(old) does not come before the new size \(size)"
        case .outdated(let size): "the last head signed here has size \(size)"
        case .otherRoot(let size): "a head of size \(size) with another root was signed here"
        case .proof(let fault): "the log did not only grow: \(fault)"
        }
    }
}

/// What must hold before a head is signed, for a log's own signer and for a witness alike: it follows from the last head that was signed.
///
/// The state is one head. Whoever uses it stores the new head durably, in one step with the comparison, before the signature goes out.
public struct CheckpointGuard: Sendable, Hashable {
    public let origin: String
    /// The last head that was let through; nil: none yet.
    public private(set) var head: Checkpoint?

    public init(origin: String) { self.origin = origin }

    /// Continues from a head that was stored.
    public init(head: Checkpoint) {
        origin = head.origin
        self.head = head
    }

    public var size: Int64 { head?.size ?? 0 }
    public var root: RecordHash { head?.root ?? .empty }

    /// Lets `checkpoint` through and remembers it, or refuses and stays as it was. The head that is held may be submitted again.
    /// `proof` leads from `old` to the size of `checkpoint`; empty when `old` is 0 or the same size.
    public mutating func submit(old: Int64, proof: [RecordHash], checkpoint: Checkpoint) throws(GuardRefusal) {
        guard checkpoint.origin == origin else { throw .unknownOrigin(checkpoint.origin) }
        guard 0...checkpoint.size ~= old else { throw .oldTooGreat(old: old, size: checkpoint.size) }
        guard old == size else { throw .outdated(size: size) }
        guard checkpoint.size > size || checkpoint.root == root else { throw .otherRoot(size: size) }
        do {
            try RecordProof.verifyConsistency(old: old, oldRoot: root, new: checkpoint.size, newRoot: checkpoint.root, proof: proof)
        } catch {
            throw .proof(error)
        }
        head = checkpoint
    }
}
