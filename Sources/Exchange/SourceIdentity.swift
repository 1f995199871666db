import CZlib

/// Which file it was, by its content: so that an import can tell the same file, one that has grown since, and another one of the same name.
///
/// Size and two checksums (CRC-32, Adler-32) of the stored bytes. They guard against mistakes, not against someone who forges a file to deceive
/// an import he may run anyway; and they cover every byte, so an edit in the middle is seen as well.
public struct SourceIdentity: Sendable, Equatable, Codable {
    public let size: Int64
    public let crc32: UInt32
    public let adler32: UInt32

    /// How a file found now stands to the one recorded.
    public enum Comparison: Sendable, Equatable {
        case same
        /// The same bytes and more behind them.
        case grown
        case different
    }

    /// Reads the file once (about 1 GB/s).
    /// - Returns: nil for standard input and pipes, which cannot be read twice.
    public init?(path: String) throws {
        let raw = try RawInput(path: path)
        guard path != "-", let size = raw.size else { return nil }
        self = try Self.sum(of: raw, size: size)
    }

    public func comparison(with path: String) throws -> Comparison {
        let raw = try RawInput(path: path)
        guard path != "-", let found = raw.size, found >= size else { return .different }
        guard try Self.sum(of: raw, size: size) == self else { return .different }
        return found == size ? .same : .grown
    }

    private init(size: Int64, crc32: UInt32, adler32: UInt32) {
        self.size = size
        self.crc32 = crc32
        self.adler32 = adler32
    }

    /// Of the first `size` bytes: a file that grows meanwhile is summed up to the size it had.
    private static func sum(of raw: RawInput, size: Int64) throws -> SourceIdentity {
        var crc = CZlib.crc32(0, nil, 0)
        var adler = CZlib.adler32(0, nil, 0)
        var rest = size
        while rest > 0 {
            let window = try raw.peek()
            if window.isEmpty { break }
            let count = Int(min(Int64(window.count), rest))
            let bytes = window.bindMemory(to: UInt8.self).baseAddress
            crc = crc32_z(crc, bytes, count)
            adler = adler32_z(adler, bytes, count)
            raw.consume(count)
            rest -= Int64(count)
        }
        return SourceIdentity(size: size - rest, crc32: UInt32(truncatingIfNeeded: crc), adler32: UInt32(truncatingIfNeeded: adler))
    }
}
