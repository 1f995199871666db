/// Why a proof proves nothing.
public enum ProofFault: Error, Hashable, CustomStringConvertible {
    /// No entry of a log of that size has this index.
    case index(Int64, size: Int64)
    /// A log cannot shrink, and no size is negative.
    case sizes(old: Int64, new: Int64)
    /// More or fewer hashes than a proof between these sizes has.
    case length(expected: Int, got: Int)
    /// The proof leads to another root than the head has.
    case root
    /// The proof leads to another root than the older head has.
    case oldRoot

    public var description: String {
        switch self {
        case .index(let index, let size): "there is no entry \(index) in a log of \(size) entries"
        case .sizes(let old, let new): "a log of \(new) entries cannot follow one of \(old) entries"
        case .length(let expected, let got): "the proof has \(got) hashes, and \(expected) are needed"
        case .root: "the proof leads to another root than the head has"
        case .oldRoot: "the proof leads to another root than the older head has"
        }
    }
}

/// Verification of proofs, strict as RFC 9162 sections 2.1.3.2 and 2.1.4.2: a proof has exactly the hashes it needs.
public enum RecordProof {
    /// That `leaf` is entry `index` of the log of `size` entries whose root is `root`.
    public static func verifyInclusion(leaf: RecordHash, index: Int64, size: Int64, root: RecordHash, proof: [RecordHash]) throws(ProofFault) {
        guard index >= 0, index < size else { throw .index(index, size: size) }
        // The path is as long as the lower levels, where the entry's subtree and the last entry's differ, and then one hash for each
        // finished subtree on the left.
        let inner = 64 - (index ^ (size - 1)).leadingZeroBitCount
        let length = inner + (index >> Int64(inner)).nonzeroBitCount
        guard proof.count == length else { throw .length(expected: length, got: proof.count) }
        var hash = leaf
        for (level, sibling) in proof.enumerated() {
            let isLeft = level < inner && index >> Int64(level) & 1 == 0
            hash = isLeft ? .node(hash, sibling) : .node(sibling, hash)
        }
        guard hash == root else { throw .root }
    }

    /// That the log of `old` entries with `oldRoot` is the beginning of the log of `new` entries with `newRoot`.
    ///
    /// From an empty log and between equal sizes the proof is empty; equal sizes need equal roots.
    public static func verifyConsistency(
        old: Int64,
        oldRoot: RecordHash,
        new: Int64,
        newRoot: RecordHash,
        proof: [RecordHash]
    ) throws(ProofFault) {
        guard old >= 0, old <= new else { throw .sizes(old: old, new: new) }
        let length = TreeShape.consistency(from: old, to: new).count
        guard proof.count == length else { throw .length(expected: length, got: proof.count) }
        if old == 0 {
            guard oldRoot == .empty else { throw .oldRoot }
            guard new > 0 || newRoot == .empty else { throw .root }
            return
        }
        if old == new {
            guard oldRoot == newRoot else { throw .root }
            return
        }
        let led = roots(old: old, oldRoot: oldRoot, new: new, proof: proof)
        guard led.old == oldRoot else { throw .oldRoot }
        guard led.new == newRoot else { throw .root }
    }

    /// Whether a proof of a log itself shows that two of its heads contradict each other: it leads to the newer root, and to another older one. Of an old tree that is
    /// perfect (a power of two) a proof cannot show that, for its hash is taken from the old head.
    public static func contradicts(old: Int64, oldRoot: RecordHash, new: Int64, newRoot: RecordHash, proof: [RecordHash]) -> Bool {
        if old == new { return oldRoot != newRoot }
        guard 0 < old, old < new, proof.count == TreeShape.consistency(from: old, to: new).count else { return false }
        let led = roots(old: old, oldRoot: oldRoot, new: new, proof: proof)
        return led.new == newRoot && led.old != oldRoot
    }

    /// Where a proof leads. Needs `0 < old < new` and as many hashes as it has between these sizes; `new` is nil when it does not end at the root.
    private static func roots(old: Int64, oldRoot: RecordHash, new: Int64, proof: [RecordHash]) -> (old: RecordHash, new: RecordHash?) {
        var rest = proof[...]
        // Of a perfect old tree the verifier has the first hash already.
        var oldHash = old.nonzeroBitCount == 1 ? oldRoot : rest.removeFirst()
        var newHash = oldHash
        let shift = Int64(old.trailingZeroBitCount)
        var oldNode = (old - 1) >> shift
        var newNode = (new - 1) >> shift
        for hash in rest {
            if oldNode & 1 == 1 || oldNode == newNode {
                oldHash = .node(hash, oldHash)
                newHash = .node(hash, newHash)
                while oldNode & 1 == 0, oldNode != 0 {
                    oldNode >>= 1
                    newNode >>= 1
                }
            } else {
                newHash = .node(newHash, hash)
            }
            oldNode >>= 1
            newNode >>= 1
        }
        return (oldHash, newNode == 0 ? newHash : nil)
    }
}
