/// The bytes of one file of a log, from wherever they are kept; untrusted.
public typealias TileReader = (TileID) throws -> [UInt8]

/// The hashes of a log at one head, from tiles that nobody vouches for.
///
/// No hash leaves this type before its tile was authenticated: the partial tiles of the right edge together against the root of the head, every
/// full tile against its hash in the tile above it. (Clients that check only the tiles a proof ends in can be given forged ones beside
/// them; that is a published weakness of others.) Tiles that were checked are kept, at most `kept` of them beside the edge.
public struct AuthenticatedTiles {
    public let root: RecordHash
    private let read: TileReader
    private let kept: Int
    private let edge: TileEdge
    private var checked: [TileID: [RecordHash]] = [:]
    private var order: [TileID] = []

    public var size: Int64 { edge.size }

    /// Reads and checks the right edge at once: at most 8 partial tiles. Throws `TileFault` for tiles that do not belong to the head, and
    /// whatever `read` throws.
    public init(size: Int64, root: RecordHash, keeping kept: Int = 64, read: @escaping TileReader) throws {
        edge = try TileEdge(size: size, read: read)
        guard edge.root == root else { throw TileFault.edge(size: size) }
        self.root = root
        self.read = read
        self.kept = max(kept, 1)
    }

    /// The hash over the entries `[index << level, (index + 1) << level)`. Throws when the log does not have them all.
    public mutating func hash(level: Int, index: Int64) throws -> RecordHash {
        guard 0...62 ~= level, index >= 0, index < size >> Int64(level) else {
            throw TileFault.absent("the subtree \(index) of level \(level)", size: size)
        }
        let first = index << Int64(level & 7)
        let hashes = try tile(level: level >> 3, index: first >> 8)
        let offset = Int(first & 255)
        return RecordTile.root(of: hashes[offset..<offset + 1 << (level & 7)])
    }

    /// That entry `index` stands in the log, at this head or at an older size of it.
    public mutating func inclusionProof(index: Int64, size: Int64? = nil) throws -> [RecordHash] {
        let size = size ?? self.size
        guard size <= self.size else { throw ProofFault.sizes(old: size, new: self.size) }
        guard index >= 0, index < size else { throw ProofFault.index(index, size: size) }
        return try TreeShape.inclusion(of: index, in: size).map { try hash(of: $0) }
    }

    /// That the log of `old` entries is the beginning of the log of `new` entries (nil: of this head).
    public mutating func consistencyProof(old: Int64, new: Int64? = nil) throws -> [RecordHash] {
        let new = new ?? size
        guard old >= 0, old <= new, new <= size else { throw ProofFault.sizes(old: old, new: new) }
        return try TreeShape.consistency(from: old, to: new).map { try hash(of: $0) }
    }

    /// The root the log had at a smaller size.
    public mutating func root(at size: Int64) throws -> RecordHash {
        guard 0...self.size ~= size else { throw ProofFault.sizes(old: size, new: self.size) }
        return try hash(of: 0..<size)
    }

    private mutating func hash(of range: Range<Int64>) throws -> RecordHash {
        try TreeShape.hash(of: range) { try hash(level: $0.level, index: $0.index) }
    }

    /// The hashes of a tile that belongs to the head: of the edge, or full and equal to its hash in the tile above.
    public mutating func tile(level: Int, index: Int64) throws -> [RecordHash] {
        guard let tile = TileID.at(size: size, level: level, index: index) else {
            throw TileFault.absent("tile \(index) of level \(level)", size: size)
        }
        if !tile.isFull { return edge.levels[level] }
        if let hashes = checked[tile] { return hashes }
        let hashes = try RecordTile.decode(try read(tile), of: tile)
        let above = try self.tile(level: level + 1, index: index >> 8)
        guard RecordTile.root(of: hashes[...]) == above[Int(index & 255)] else { throw TileFault.forged(tile) }
        if order.count == kept { checked[order.removeFirst()] = nil }
        checked[tile] = hashes
        order.append(tile)
        return hashes
    }
}
