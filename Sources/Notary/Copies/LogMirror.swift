public import PublicRecord

/// Keeps a verified copy of a log in a folder: entries come from the source, tiles are worked out from them, and the head is written last, once everything leads
/// to its root. What was interrupted goes on from the files that are there; whatever the source does, the copy stays what it was.
public struct LogMirror: Sendable {
    /// Bundles asked for at once.
    static let width = 8
    /// Entries whose tiles are held in memory.
    static let span: Int64 = 65_536

    public struct Report: Sendable, Hashable {
        public let origin: String
        public let size: Int64
        /// Entries that came now.
        public let added: Int64
        /// The source shows an older head than the copy has.
        public let isBehind: Bool
    }

    private let source: LogSource
    private let folder: LogFolder
    private let trust: HeadTrust

    public init(from source: LogSource, to folder: LogFolder, trust: HeadTrust) {
        self.source = source
        self.folder = folder
        self.trust = trust
    }

    /// Brings the copy up to the source's head. `progress`: entries done, of how many.
    /// - Throws: `CopyFault.forked` when the source contradicts the copy, `.root` when its entries are not those its head covers.
    public func run(progress: @Sendable (Int64, Int64) -> Void = { _, _ in }) async throws -> Report {
        let note = try await source.note()
        let head = try trust.head(in: note)
        var kept: (note: SignedNote, head: Checkpoint)?
        if let bytes = try? folder.read("checkpoint") {
            let note = try SignedNote(parsing: bytes)
            kept = (note, try trust.head(in: note))
        }
        guard kept.map({ $0.head.origin == head.origin }) ?? true else { throw CopyFault.otherLog(head.origin) }
        let old = kept?.head.size ?? 0
        if let kept, head.size <= old {
            guard try root(at: head.size, of: kept.head) == head.root else {
                throw CopyFault.forked(size: head.size, evidence: try folder.keepEvidence(kept.note, note, size: head.size))
            }
            if head.size == old { try folder.write(note.bytes, to: "checkpoint") }
            return Report(origin: head.origin, size: old, added: 0, isBehind: head.size < old)
        }
        do { try await grow(from: kept?.head, to: head, reusing: true, progress) } catch CopyFault.root {
            // Perhaps it was a file of an interrupted run, and not the source.
            do { try await grow(from: kept?.head, to: head, reusing: false, progress) } catch CopyFault.root {
                guard let kept, try await contradicts(kept.head, head) else { throw CopyFault.root(size: head.size) }
                throw CopyFault.forked(size: old, evidence: try folder.keepEvidence(kept.note, note, size: old))
            }
        }
        try folder.write(note.bytes, to: "checkpoint")
        if old > 0 { folder.tidy(from: old, to: head.size) }
        return Report(origin: head.origin, size: head.size, added: head.size - old, isBehind: false)
    }

    /// Whether the source's own tiles, checked against its head, show another past than the copy has. A damaged source shows nothing.
    private func contradicts(_ old: Checkpoint, _ head: Checkpoint) async throws -> Bool {
        let root = try? await source.reading { read in
            var tiles = try AuthenticatedTiles(size: head.size, root: head.root, read: read)
            return try tiles.root(at: old.size)
        }
        return root.map { $0 != old.root } ?? false
    }

    private func root(at size: Int64, of head: Checkpoint) throws -> RecordHash {
        if size == head.size { return head.root }
        var tiles = try AuthenticatedTiles(size: head.size, root: head.root) { try folder.read($0.path) }
        return try tiles.root(at: size)
    }

    private func grow(from old: Checkpoint?, to head: Checkpoint, reusing: Bool, _ progress: @Sendable (Int64, Int64) -> Void) async throws {
        var writer = TileWriter()
        var known: [RecordHash] = []
        if let old {
            writer = try TileWriter(size: old.size, root: old.root) { try folder.read($0.path) }
            if let tile = TileID.at(size: old.size, level: 0, index: old.size >> 8) {
                known = try RecordTile.decode(try folder.read(tile.path), of: tile)
            }
        }
        var edge: [Int: (tile: TileID, bytes: [UInt8])] = [:]
        func take() throws {
            for (tile, bytes) in writer.take() {
                guard tile.isFull else {
                    edge[tile.level ?? 0] = (tile, bytes)
                    continue
                }
                try folder.write(bytes, to: tile.path)
            }
        }
        while writer.size < head.size {
            let first = writer.size >> 8
            let last = min(first + Int64(Self.width), (head.size + 255) >> 8)
            for entries in try await bundles(first..<last, head, reusing: reusing) {
                let leaves = entries.map { RecordHash.leaf($0) }
                // What the copy had of this bundle must be in it as it was.
                guard leaves.starts(with: known) else { throw CopyFault.root(size: head.size) }
                for leaf in leaves.dropFirst(known.count) { writer.append(leaf) }
                known = []
                if writer.size.isMultiple(of: Self.span) { try take() }
            }
            progress(writer.size, head.size)
        }
        guard writer.root == head.root else { throw CopyFault.root(size: head.size) }
        try take()
        for (tile, bytes) in edge.values where TileID.at(size: head.size, level: tile.level, index: tile.index) == tile {
            try folder.write(bytes, to: tile.path)
        }
    }

    /// Some bundles, fetched side by side and written down, in their order.
    private func bundles(_ range: Range<Int64>, _ head: Checkpoint, reusing: Bool) async throws -> [[ArraySlice<UInt8>]] {
        let wanted = range.compactMap { TileID.at(size: head.size, level: nil, index: $0) }
        let found = try await withThrowingTaskGroup(of: (Int64, [UInt8]).self) { [source, folder] group in
            for bundle in wanted {
                group.addTask {
                    if reusing, let bytes = try? folder.read(bundle.path), (try? EntryBundle.slices(of: bytes, count: bundle.width)) != nil {
                        return (bundle.index, bytes)
                    }
                    let bytes = try await source.read(bundle.path)
                    _ = try EntryBundle.slices(of: bytes, count: bundle.width)
                    try folder.write(bytes, to: bundle.path)
                    return (bundle.index, bytes)
                }
            }
            return try await group.reduce(into: [Int64: [UInt8]]()) { $0[$1.0] = $1.1 }
        }
        return try wanted.map { bundle in
            guard let bytes = found[bundle.index] else { throw CopyFault.absent(bundle.path) }
            return try EntryBundle.slices(of: bytes, count: bundle.width)
        }
    }
}
