/// What is wrong with a log.
public enum AuditFault: Error, Hashable, CustomStringConvertible {
    /// A published tile has other hashes than the entries give.
    case tile(TileID)
    /// The entries lead to another root than the head has.
    case root(size: Int64)
    case bundle(TileID, TileFault)
    case entry(Int64, EntryFault)
    case chain(Int64, ChainFault)

    public var description: String {
        switch self {
        case .tile(let tile): "\(tile) has other hashes than the entries give"
        case .root(let size): "the \(size) entries lead to another root than the head has"
        case .bundle(let tile, let fault): "\(tile): \(fault)"
        case .entry(let index, let fault): "entry \(index): \(fault)"
        case .chain(let index, let fault): "entry \(index): \(fault)"
        }
    }
}

/// Verifies a whole log: recomputes everything from the bundles of entries, compares every tile, and checks that the entries of each item
/// follow one another. Reads each file once, in order; memory: 8 tiles, one bundle, and the state of `EntryChain`.
public struct LogAudit {
    /// What the entries are checked for beside their hashes.
    public enum Depth: Sendable { case hashes, entries, chains }

    public struct Report: Sendable, Hashable {
        public var entries: Int64 = 0
        /// Tiles of hashes that were compared.
        public var tiles = 0
        public var items = 0
        /// Entries with operations or of versions that this version does not know.
        public var unknown: Int64 = 0
    }

    private let head: Checkpoint
    private let depth: Depth
    private let read: TileReader
    private var edge = TileEdge()
    private var chain = EntryChain()
    private var report = Report()

    private init(_ head: Checkpoint, _ depth: Depth, _ read: @escaping TileReader) {
        self.head = head
        self.depth = depth
        self.read = read
    }

    /// `head` comes from a note that was verified. `progress` hears after each bundle how many entries are done. Throws `AuditFault`,
    /// `TileFault` for a tile of a wrong length, whatever `read` throws, and whatever `progress` throws (to stop).
    public static func verify(
        _ head: Checkpoint,
        depth: Depth = .chains,
        read: @escaping TileReader,
        progress: (Int64) throws -> Void = { _ in }
    ) throws -> Report {
        var audit = LogAudit(head, depth, read)
        return try audit.run(progress)
    }

    private mutating func run(_ progress: (Int64) throws -> Void) throws -> Report {
        while edge.size < head.size, let bundle = TileID.at(size: head.size, level: nil, index: edge.size >> 8) {
            let bytes = try read(bundle)
            let entries: [ArraySlice<UInt8>]
            do { entries = try EntryBundle.slices(of: bytes, count: bundle.width) } catch { throw AuditFault.bundle(bundle, error) }
            for entry in entries {
                try check(entry)
                for (tile, hashes) in edge.append(.leaf(entry)) { try compare(tile, hashes) }
            }
            try progress(edge.size)
        }
        for level in edge.levels.indices where !edge.levels[level].isEmpty {
            let hashes = edge.levels[level]
            try compare(TileID(checked: level, TileID.hashes(at: level, size: head.size) >> 8, hashes.count), hashes)
        }
        guard edge.root == head.root else { throw AuditFault.root(size: head.size) }
        report.entries = edge.size
        report.items = chain.count
        return report
    }

    private mutating func compare(_ tile: TileID, _ hashes: [RecordHash]) throws {
        guard try RecordTile.decode(try read(tile), of: tile) == hashes else { throw AuditFault.tile(tile) }
        report.tiles += 1
    }

    private mutating func check(_ bytes: ArraySlice<UInt8>) throws(AuditFault) {
        guard depth != .hashes else { return }
        let index = edge.size
        let reading: RecordEntry.Reading
        do throws(EntryFault) { reading = try RecordEntry.read(Array(bytes)) } catch { throw .entry(index, error) }
        switch reading {
        case .unknown: report.unknown += 1
        case .entry(let entry):
            guard depth == .chains else { return }
            do throws(ChainFault) { try chain.follow(entry, at: index) } catch { throw .chain(index, error) }
        }
    }
}
