/// The partial tiles at the right edge of a log: at most 8, with at most 255 hashes each. They hold the root and all a log needs to grow.
struct TileEdge: Sendable {
    private(set) var size: Int64 = 0
    /// By level; levels whose tile is full or missing are empty.
    private(set) var levels: [[RecordHash]] = [[RecordHash]](repeating: [], count: 8)

    init() {}

    /// Reads them; `root` says whether they belong together.
    init(size: Int64, read: TileReader) throws {
        guard 0...RecordFrontier.greatestSize ~= size else { throw TileFault.absent("a right edge", size: size) }
        self.size = size
        for level in levels.indices {
            guard let tile = TileID.at(size: size, level: level, index: TileID.hashes(at: level, size: size) >> 8) else { continue }
            levels[level] = try RecordTile.decode(try read(tile), of: tile)
        }
    }

    var root: RecordHash {
        TreeShape.hash(of: 0..<size) { node in
            let first = Int(node.index << Int64(node.level & 7) & 255)
            return RecordTile.root(of: levels[node.level >> 3][first..<first + 1 << (node.level & 7)])
        }
    }

    /// Adds the hash of an entry; returns the tiles that became full by it.
    mutating func append(_ leaf: RecordHash) -> [(tile: TileID, hashes: [RecordHash])] {
        var full: [(tile: TileID, hashes: [RecordHash])] = []
        var hash = leaf
        size += 1
        for level in levels.indices {
            levels[level].append(hash)
            guard levels[level].count == TileID.fullWidth else { break }
            full.append((TileID(checked: level, TileID.hashes(at: level, size: size) >> 8 - 1, TileID.fullWidth), levels[level]))
            hash = RecordTile.root(of: levels[level][...])
            levels[level] = []
        }
        return full
    }
}

/// Writes the tiles of hashes of a growing log. The caller stores what `take` gives before it shows the head of the new size.
public struct TileWriter: Sendable {
    private var edge = TileEdge()
    private var written: Int64 = 0
    private var full: [(tile: TileID, hashes: [RecordHash])] = []

    /// An empty log.
    public init() {}

    /// Continues a log of `size` entries. Throws when the partial tiles at its right edge do not lead to `root`.
    public init(size: Int64, root: RecordHash, read: TileReader) throws {
        edge = try TileEdge(size: size, read: read)
        guard edge.root == root else { throw TileFault.edge(size: size) }
        written = size
    }

    public var size: Int64 { edge.size }
    public var root: RecordHash { edge.root }

    public mutating func append(_ leaf: RecordHash) { full += edge.append(leaf) }

    /// The tiles of hashes that changed since the last call: exactly those of `TileID.grown`, in its order.
    public mutating func take() -> [(tile: TileID, bytes: [UInt8])] {
        let ready = Dictionary(full.map { ($0.tile, $0.hashes) }) { first, _ in first }
        let changed = TileID.grown(from: written, to: size).filter { !$0.isEntries }
        written = size
        full = []
        return changed.map { tile in (tile, RecordTile.encode(ready[tile] ?? edge.levels[tile.level ?? 0])) }
    }
}
