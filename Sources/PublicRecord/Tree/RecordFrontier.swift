/// What a log must remember to grow: the roots of the perfect subtrees its size is made of (RFC 6962's tree; one for each one-bit of
/// the size), the biggest and oldest first. At most 63 hashes, whatever the size.
public struct RecordFrontier: Sendable, Hashable {
    /// No log of the world comes near it; below it no sum of sizes can overflow.
    static let greatestSize: Int64 = 1 << 62
    public private(set) var size: Int64 = 0
    public private(set) var edge: [RecordHash] = []

    /// An empty log.
    public init() {}

    /// Nil unless `edge` has exactly as many hashes as `size` has one-bits. Whether they are the right ones only `root` can tell.
    public init?(size: Int64, edge: [RecordHash]) {
        guard 0...Self.greatestSize ~= size, edge.count == size.nonzeroBitCount else { return nil }
        self.size = size
        self.edge = edge
    }

    /// Adds the hash of the next entry (`RecordHash.leaf`).
    public mutating func append(_ leaf: RecordHash) {
        var hash = leaf
        for _ in 0..<(~size).trailingZeroBitCount { hash = .node(edge.removeLast(), hash) }
        edge.append(hash)
        size += 1
    }

    /// The root at this size; of an empty log `RecordHash.empty`.
    public var root: RecordHash {
        guard var root = edge.last else { return .empty }
        for left in edge.dropLast().reversed() { root = .node(left, root) }
        return root
    }
}
