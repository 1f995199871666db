import Foundation
import PublicRecord

/// A whole log as files in memory, written the way the program writes one: entries in batches, tiles after each batch, a signed head.
struct WrittenLog {
    var files: [String: [UInt8]] = [:]
    var size: Int64 { checkpoint.size }
    let checkpoint: Checkpoint

    init(size: Int, batch: Int = 1000, entries: [[UInt8]] = Vectors.entries) throws {
        var writer = TileWriter()
        for start in stride(from: 0, to: size, by: batch) {
            let end = min(start + batch, size)
            for index in start..<end { writer.append(.leaf(entries[index])) }
            for (tile, bytes) in writer.take() { files[tile.path] = bytes }
            for tile in TileID.grown(from: Int64(start), to: Int64(end)) where tile.isEntries {
                files[tile.path] = try EntryBundle.encode(entries[Int(tile.start)..<Int(tile.start) + tile.width])
            }
        }
        checkpoint = try Checkpoint(origin: Vectors.origin, size: Int64(size), root: writer.root)
        // What belongs to older sizes may go once it is full; here all partial ones do, so that the files are those of one size.
        let wanted = Set(TileID.grown(from: 0, to: Int64(size)).map(\.path))
        files = files.filter { wanted.contains($0.key) }
        files["checkpoint"] = try NoteSigner(name: Vectors.origin, seed: Vectors.logSeed).sign(checkpoint).bytes
    }

    func read(_ tile: TileID) throws -> [UInt8] {
        guard let bytes = files[tile.path] else { throw CocoaError(.fileNoSuchFile) }
        return bytes
    }
}
