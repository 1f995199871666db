extension RecordFrontier {
    /// The proof that the log which grows by `leaves` begins with the log as it is (RFC 6962, section 2.1.2); empty when one of the two is empty.
    ///
    /// Everything such a proof consists of is either one of the subtrees remembered here or made of the new entries.
    public func consistency(adding leaves: [RecordHash]) -> [RecordHash] {
        var remembered: [TreeNode: RecordHash] = [:]
        var start: Int64 = 0
        for hash in edge {
            let level = 63 - (size - start).leadingZeroBitCount
            remembered[TreeNode(level: level, index: start >> Int64(level))] = hash
            start += 1 << Int64(level)
        }
        func hash(_ node: TreeNode) -> RecordHash {
            if let known = remembered[node] { return known }
            guard node.level > 0 else { return leaves[Int(node.index - size)] }
            let below = node.index << 1
            let hash = RecordHash.node(
                hash(TreeNode(level: node.level - 1, index: below)),
                hash(TreeNode(level: node.level - 1, index: below + 1))
            )
            remembered[node] = hash
            return hash
        }
        return TreeShape.consistency(from: size, to: size + Int64(leaves.count)).map { TreeShape.hash(of: $0, node: hash) }
    }
}
