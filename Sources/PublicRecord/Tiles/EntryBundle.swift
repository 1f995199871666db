/// A bundle of entries: each with its length before it as two bytes, big-endian (C2SP tlog-tiles).
public enum EntryBundle {
    /// The format's limit for one entry, bytes.
    public static let greatestEntry = Int(UInt16.max)

    public static func encode(_ entries: some Collection<[UInt8]>) throws(TileFault) -> [UInt8] {
        guard 1...TileID.fullWidth ~= entries.count else { throw .entries(expected: TileID.fullWidth, got: entries.count) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(entries.reduce(0) { $0 + 2 + $1.count })
        for (number, entry) in entries.enumerated() {
            guard entry.count <= greatestEntry else { throw .tooLong(entry: number, bytes: entry.count) }
            bytes.append(UInt8(truncatingIfNeeded: entry.count >> 8))
            bytes.append(UInt8(truncatingIfNeeded: entry.count))
            bytes.append(contentsOf: entry)
        }
        return bytes
    }

    /// Exactly `count` entries (nil: 1 to 256) and nothing after them.
    public static func decode(_ bytes: [UInt8], count: Int? = nil) throws(TileFault) -> [[UInt8]] {
        try slices(of: bytes, count: count).map { Array($0) }
    }

    /// The same without copying.
    public static func slices(of bytes: [UInt8], count: Int? = nil) throws(TileFault) -> [ArraySlice<UInt8>] {
        var entries: [ArraySlice<UInt8>] = []
        var position = 0
        while position < bytes.count, entries.count < count ?? TileID.fullWidth {
            guard position + 2 <= bytes.count else { throw .cutOff(entry: entries.count) }
            let end = position + 2 + (Int(bytes[position]) << 8 | Int(bytes[position + 1]))
            guard end <= bytes.count else { throw .cutOff(entry: entries.count) }
            entries.append(bytes[position + 2..<end])
            position = end
        }
        guard !entries.isEmpty, entries.count == count ?? entries.count else { throw .entries(expected: count ?? 1, got: entries.count) }
        guard position == bytes.count else { throw .trailing(bytes: bytes.count - position) }
        return entries
    }
}
