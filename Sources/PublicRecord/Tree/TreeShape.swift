/// A perfect subtree: the hash over the entries `[index << level, (index + 1) << level)`.
struct TreeNode: Hashable {
    var level: Int
    var index: Int64
}

/// Which parts of a log a proof consists of: RFC 6962 sections 2.1.1 and 2.1.2, as ranges of entries in the order of the proof. It depends
/// on sizes only; where the hashes come from is for others to say.
enum TreeShape {
    /// From the entry's sibling to the child of the root. Needs `0 <= index < size`.
    static func inclusion(of index: Int64, in size: Int64) -> [Range<Int64>] {
        var ranges: [Range<Int64>] = []
        var start: Int64 = 0
        var end = size
        while end - start > 1 {
            let middle = start + split(end - start)
            if index < middle {
                ranges.append(middle..<end)
                end = middle
            } else {
                ranges.append(start..<middle)
                start = middle
            }
        }
        return ranges.reversed()
    }

    /// Needs `0 <= old <= new`; nothing when one of the two trees is empty or both are the same.
    static func consistency(from old: Int64, to new: Int64) -> [Range<Int64>] {
        guard old > 0 else { return [] }
        var ranges: [Range<Int64>] = []
        var start: Int64 = 0
        var end = new
        while old != end {
            let middle = start + split(end - start)
            if old <= middle {
                ranges.append(middle..<end)
                end = middle
            } else {
                ranges.append(start..<middle)
                start = middle
            }
        }
        // The old tree's last part, unless it is the old tree itself, whose root the verifier has.
        if start > 0 { ranges.append(start..<end) }
        return ranges.reversed()
    }

    /// The perfect subtrees that make up a part of a proof, the biggest first. `range` starts where a subtree of its size may start.
    static func nodes(of range: Range<Int64>) -> [TreeNode] {
        var nodes: [TreeNode] = []
        var start = range.lowerBound
        while start < range.upperBound {
            let level = 63 - (range.upperBound - start).leadingZeroBitCount
            nodes.append(TreeNode(level: level, index: start >> Int64(level)))
            start += 1 << Int64(level)
        }
        return nodes
    }

    /// The hash over a part, from those of its perfect subtrees; `.empty` for an empty part.
    static func hash(of range: Range<Int64>, node: (TreeNode) throws -> RecordHash) rethrows -> RecordHash {
        let hashes = try nodes(of: range).map(node)
        guard var hash = hashes.last else { return .empty }
        for left in hashes.dropLast().reversed() { hash = .node(left, hash) }
        return hash
    }

    /// The greatest power of two below `count` (`count` at least 2).
    private static func split(_ count: Int64) -> Int64 { 1 << Int64(63 - (count - 1).leadingZeroBitCount) }
}
