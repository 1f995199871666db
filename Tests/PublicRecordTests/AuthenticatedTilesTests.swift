import Foundation
import PublicRecord
import Testing

@Suite struct AuthenticatedTilesTests {
    /// Sizes whose binary form has many ones, and the places where tiles become full.
    static let sizes = [1, 2, 255, 256, 257, 511, 65_535, 65_536, 65_537, 69_999, 70_000]

    @Test("proofs from tiles are those of the tree", arguments: sizes)
    func proofs(size: Int) throws {
        let log = try WrittenLog(size: size)
        #expect(log.checkpoint.root == (try Vectors.tree.root(at: Int64(size))))
        #expect(Set(log.files.keys) == Set(TileID.grown(from: 0, to: Int64(size)).map(\.path) + ["checkpoint"]))
        var tiles = try AuthenticatedTiles(size: log.size, root: log.checkpoint.root, read: log.read)
        var random = Seeded(UInt64(size))
        for _ in 0..<50 {
            let index = Int64.random(in: 0..<log.size, using: &random)
            #expect(try tiles.hash(level: 0, index: index) == .leaf(Vectors.entries[Int(index)]))
            #expect(try tiles.inclusionProof(index: index) == Vectors.tree.inclusionProof(of: index, in: log.size))
            #expect(try tiles.consistencyProof(old: index) == Vectors.tree.consistencyProof(from: index, to: log.size))
            #expect(try tiles.root(at: index) == Vectors.tree.root(at: index))
            #expect(try tiles.inclusionProof(index: 0, size: index + 1) == Vectors.tree.inclusionProof(of: 0, in: index + 1))
        }
        #expect(throws: ProofFault.self) { try tiles.inclusionProof(index: log.size) }
        #expect(throws: ProofFault.self) { try tiles.consistencyProof(old: log.size + 1) }
        #expect(throws: TileFault.self) { try tiles.hash(level: 0, index: log.size) }
        #expect(throws: TileFault.self) { try tiles.hash(level: 63, index: 0) }
    }

    /// The weakness of others: a forged leaf tile passes when only the tiles of the proof's end are checked. Here each tile that a question
    /// touches is forged in turn, at its first, a middle and its last hash, and no answer may come.
    @Test("a forged tile is found wherever it is", arguments: sizes)
    func forgedTiles(size: Int) throws {
        let log = try WrittenLog(size: size)
        let touched = TileID.grown(from: 0, to: log.size).filter { !$0.isEntries }
        var random = Seeded(7)
        let some = touched.count < 20 ? touched : touched.filter { !$0.isFull || $0.level != 0 } + touched.shuffled(using: &random).prefix(8)
        for tile in some {
            for hash in Set([0, tile.width / 2, tile.width - 1]) {
                var forged = log
                forged.files[tile.path]?[hash * 32 + Int.random(in: 0..<32, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
                let index = min((tile.start + Int64(hash)) << Int64(8 * (tile.level ?? 0)), log.size - 1)
                #expect(throws: TileFault.self, "\(tile) at hash \(hash)") {
                    var tiles = try AuthenticatedTiles(size: forged.size, root: forged.checkpoint.root, read: forged.read)
                    // The hash itself and one beside it in the same tile, as the sibling of a proof would be.
                    _ = try tiles.hash(level: 8 * (tile.level ?? 0), index: tile.start + Int64(hash))
                    _ = try tiles.inclusionProof(index: index)
                }
            }
        }
    }

    @Test func tilesOfAnotherWidthAreRefused() throws {
        let log = try WrittenLog(size: 257)
        for tile in TileID.grown(from: 0, to: 257) where !tile.isEntries {
            for change in [-32, -1, 1, 32] {
                var altered = log
                let bytes = log.files[tile.path] ?? []
                altered.files[tile.path] = change < 0 ? Array(bytes.dropLast(-change)) : bytes + [UInt8](repeating: 0, count: change)
                #expect(throws: TileFault.length(tile, expected: tile.width * 32, got: bytes.count + change)) {
                    var tiles = try AuthenticatedTiles(size: 257, root: altered.checkpoint.root, read: altered.read)
                    _ = try tiles.hash(level: 0, index: 3)
                }
            }
        }
        #expect(throws: TileFault.edge(size: 257)) { try AuthenticatedTiles(size: 257, root: .empty, read: log.read) }
        #expect(throws: CocoaError.self) { try AuthenticatedTiles(size: 258, root: log.checkpoint.root, read: log.read) }
        #expect(throws: TileFault.self) { try AuthenticatedTiles(size: -1, root: .empty, read: log.read) }
        #expect(throws: TileFault.edge(size: 0)) { try AuthenticatedTiles(size: 0, root: .leaf([]), read: log.read) }
        #expect(try AuthenticatedTiles(size: 0, root: .empty, read: log.read).size == 0)
    }

    @Test func keepsOnlySoManyTiles() throws {
        let log = try WrittenLog(size: 70_000)
        var reads = 0
        var tiles = try AuthenticatedTiles(size: log.size, root: log.checkpoint.root, keeping: 3) {
            reads += 1
            return try log.read($0)
        }
        #expect(reads == 3)
        for index in stride(from: Int64(0), to: 65_536, by: 256) { _ = try tiles.hash(level: 0, index: index) }
        #expect(reads < 3 + 256 * 2)
        for _ in 0..<100 { _ = try tiles.hash(level: 0, index: 65_535) }
        #expect(reads < 3 + 256 * 2 + 3)
    }

    @Test func writerContinuesWhereAnotherStopped() throws {
        let log = try WrittenLog(size: 65_535)
        var writer = try TileWriter(size: log.size, root: log.checkpoint.root, read: log.read)
        for index in 65_535..<70_000 { writer.append(.leaf(Vectors.entries[index])) }
        #expect(writer.root == Vectors.tree.root)
        let whole = try WrittenLog(size: 70_000)
        let changed = writer.take()
        #expect(changed.map(\.tile) == TileID.grown(from: 65_535, to: 70_000).filter { !$0.isEntries })
        for (tile, bytes) in changed { #expect(whole.files[tile.path] == bytes, "\(tile)") }
        #expect(writer.take().isEmpty)
        #expect(throws: TileFault.edge(size: 65_535)) { try TileWriter(size: log.size, root: .empty, read: log.read) }
    }
}
