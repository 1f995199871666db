/// The content of tiles of hashes.
public enum RecordTile {
    /// The bytes of a tile, 32 for each hash.
    public static func encode(_ hashes: some Collection<RecordHash>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(hashes.count * RecordHash.size)
        for hash in hashes { hash.withUnsafeBytes { bytes.append(contentsOf: $0) } }
        return bytes
    }

    /// The hashes of a tile; nothing says yet that they are the right ones (`AuthenticatedTiles` does).
    public static func decode(_ bytes: [UInt8], of tile: TileID) throws(TileFault) -> [RecordHash] {
        let expected = tile.width * RecordHash.size
        guard bytes.count == expected else { throw .length(tile, expected: expected, got: bytes.count) }
        return bytes.withUnsafeBytes { bytes in
            (0..<tile.width).map { RecordHash(raw: UnsafeRawBufferPointer(rebasing: bytes[$0 * RecordHash.size..<($0 + 1) * RecordHash.size])) }
        }
    }

    /// The root of a perfect subtree: of a power of two hashes side by side (a whole tile: the hash of the level above).
    static func root(of hashes: ArraySlice<RecordHash>) -> RecordHash {
        var level = Array(hashes)
        while level.count > 1 {
            for pair in 0..<level.count / 2 { level[pair] = .node(level[2 * pair], level[2 * pair + 1]) }
            level.removeLast(level.count / 2)
        }
        return level[0]
    }
}
