/// Why the bytes of a tile or a bundle cannot be used.
public enum TileFault: Error, Hashable, CustomStringConvertible {
    /// A tile of this width has exactly `expected` bytes.
    case length(TileID, expected: Int, got: Int)
    /// Its hashes do not lead to the hash in the tile above.
    case forged(TileID)
    /// The partial tiles together do not lead to the root of the head.
    case edge(size: Int64)
    /// The log at this size has no such file or hash.
    case absent(String, size: Int64)
    /// The bundle ends inside entry `number` (from 0) or inside its length.
    case cutOff(entry: Int)
    /// A bundle has 1 to 256 entries.
    case entries(expected: Int, got: Int)
    /// Bytes follow the last entry.
    case trailing(bytes: Int)
    /// An entry has at most 65,535 bytes.
    case tooLong(entry: Int, bytes: Int)

    public var description: String {
        switch self {
        case .length(let tile, let expected, let got): "\(tile) has \(got) bytes, and \(expected) are needed"
        case .forged(let tile): "\(tile) does not belong to the log: its hashes lead to another hash than the tile above has"
        case .edge(let size): "the tiles at the right edge do not lead to the root of the head of size \(size)"
        case .absent(let what, let size): "\(what) does not exist in a log of \(size) entries"
        case .cutOff(let entry): "the bundle ends inside entry \(entry)"
        case .entries(let expected, let got): "the bundle has \(got) entries, and \(expected) are needed"
        case .trailing(let bytes): "\(bytes) bytes follow the last entry of the bundle"
        case .tooLong(let entry, let bytes): "entry \(entry) of the bundle has \(bytes) bytes, and at most \(EntryBundle.greatestEntry) fit"
        }
    }
}
