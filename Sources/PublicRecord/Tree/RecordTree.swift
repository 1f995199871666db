/// A whole tree in memory, from the hashes of its entries: for tests, small logs and those who check this library. Logs that grow keep
/// a `RecordFrontier` and tiles.
public struct RecordTree: Sendable {
    /// Of each level the hashes of its perfect subtrees; the first level are the leaves.
    private var levels: [[RecordHash]] = [[]]

    public init(leaves: some Sequence<RecordHash> = []) {
        for leaf in leaves { append(leaf) }
    }

    public init(entries: some Sequence<[UInt8]>) {
        for entry in entries { append(.leaf(entry)) }
    }

    public var size: Int64 { Int64(levels[0].count) }
    public var root: RecordHash { hash(of: 0..<size) }

    public mutating func append(_ leaf: RecordHash) {
        var hash = leaf
        var level = 0
        while true {
            if level == levels.count { levels.append([]) }
            levels[level].append(hash)
            let count = levels[level].count
            guard count.isMultiple(of: 2) else { return }
            hash = .node(levels[level][count - 2], hash)
            level += 1
        }
    }

    /// The root this tree had at a smaller size. Throws when it never had it.
    public func root(at size: Int64) throws(ProofFault) -> RecordHash {
        guard 0...self.size ~= size else { throw .sizes(old: size, new: self.size) }
        return hash(of: 0..<size)
    }

    /// That the entry `index` stands in the tree of `size` entries (nil: of all).
    public func inclusionProof(of index: Int64, in size: Int64? = nil) throws(ProofFault) -> [RecordHash] {
        let size = size ?? self.size
        guard size <= self.size else { throw .sizes(old: size, new: self.size) }
        guard index >= 0, index < size else { throw .index(index, size: size) }
        return TreeShape.inclusion(of: index, in: size).map { hash(of: $0) }
    }

    /// That the tree of `old` entries is the beginning of the tree of `new` entries (nil: of all).
    public func consistencyProof(from old: Int64, to new: Int64? = nil) throws(ProofFault) -> [RecordHash] {
        let new = new ?? size
        guard old >= 0, old <= new, new <= size else { throw .sizes(old: old, new: new) }
        return TreeShape.consistency(from: old, to: new).map { hash(of: $0) }
    }

    private func hash(of range: Range<Int64>) -> RecordHash { TreeShape.hash(of: range) { levels[$0.level][Int($0.index)] } }
}
