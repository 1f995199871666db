import Glibc
import Synchronization

/// A foreign file as a stream of its content: plain, gzip and Zstandard files read alike, and standard input as `-`.
///
/// Memory stays bounded whatever the file claims (a few hundred KiB, for Zstandard its window of at most 128 MiB), so a decompression bomb
/// is only a long stream; how much of it to take is the reader's decision. Not for use from two tasks at once.
/// Errors: `ExchangeFault`. After an error every further read throws it again.
public final class ByteSource {
    /// The path as given, for messages.
    public let name: String
    public let compression: Compression
    /// Bytes of content delivered so far.
    public private(set) var position: Int64 = 0

    private let raw: RawInput
    private var inflater: GzipInflater?
    private var expander: ZstdExpander?
    private var failure: (any Error)?

    /// Size of the file as stored, nil where it cannot be known (a pipe).
    public var storedSize: Int64? { raw.size }
    /// Bytes of the file as stored that were used so far: `storedRead / storedSize` is how far reading is.
    public var storedRead: Int64 { raw.consumed }

    /// - Parameter path: a file, or `-` for standard input.
    public convenience init(path: String) throws {
        try self.init(path: path, call: { Glibc.read($0, $1, $2) })
    }

    /// Text at hand (pasted into a form), read like a file.
    public convenience init(text: String) throws {
        let bytes = Array(text.utf8)
        let place = Mutex(0)
        try self.init(path: "/dev/null") { _, buffer, count in
            place.withLock { place in
                let number = min(count, bytes.count - place)
                bytes[place..<(place + number)].withUnsafeBytes { if let from = $0.baseAddress { buffer?.copyMemory(from: from, byteCount: number) } }
                place += number
                return number
            }
        }
    }

    package init(path: String, call: @escaping ReadCall) throws {
        raw = try RawInput(path: path, call: call)
        name = raw.name
        compression = Compression(recognising: try raw.peek(atLeast: Compression.magicLength))
        switch compression {
        case .none: break
        case .gzip: inflater = try GzipInflater(raw)
        case .zstd: expander = try ZstdExpander(raw)
        }
    }

    /// Fills the beginning of `buffer` with the next bytes of content.
    /// - Returns: how many, at least one; 0 only at the end.
    public func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        if let failure { throw failure }
        if buffer.isEmpty { return 0 }
        do {
            let count: Int
            if let inflater {
                count = try inflater.read(into: buffer)
            } else if let expander {
                count = try expander.read(into: buffer)
            } else {
                count = try raw.read(into: buffer)
            }
            position += Int64(count)
            return count
        } catch {
            let located = (error as? ExchangeFault)?.reached(content: position) ?? error
            failure = located
            throw located
        }
    }

    /// Leaves everything before `offset` (in bytes of content) unread: a jump in a plain file, reading and forgetting otherwise.
    /// - Returns: false where the content ends before `offset`.
    public func skip(to offset: Int64) throws -> Bool {
        if offset == position { return true }
        guard offset > position else { return false }
        if compression == .none, raw.size != nil {
            guard raw.seek(to: offset) else { return false }
            position = offset
            return true
        }
        let scratch = UnsafeMutableRawBufferPointer.allocate(byteCount: 256 * 1024, alignment: 64)
        defer { scratch.deallocate() }
        while position < offset {
            let wanted = Int(min(Int64(scratch.count), offset - position))
            if try read(into: UnsafeMutableRawBufferPointer(rebasing: scratch[..<wanted])) == 0 { return false }
        }
        return true
    }

    /// The whole content of a file expected to be small.
    /// - Returns: nil if it is longer than `limit` bytes.
    public func readAll(limit: Int) throws -> [UInt8]? {
        var all: [UInt8] = []
        let scratch = UnsafeMutableRawBufferPointer.allocate(byteCount: 256 * 1024, alignment: 64)
        defer { scratch.deallocate() }
        while true {
            let count = try read(into: scratch)
            if count == 0 { return all }
            if all.count + count > limit { return nil }
            all.append(contentsOf: scratch[..<count])
        }
    }
}

extension ExchangeFault {
    /// The decoders know the stored side only; the source adds how much content it has delivered.
    fileprivate func reached(content: Int64) -> ExchangeFault {
        switch self {
        case .cannotRead(let file, let reason, let reached):
            .cannotRead(file: file, reason: reason, reached: .init(stored: reached.stored, content: content))
        case .truncated(let file, let compression, let reached):
            .truncated(file: file, compression: compression, reached: .init(stored: reached.stored, content: content))
        case .damaged(let file, let compression, let detail, let reached):
            .damaged(file: file, compression: compression, detail: detail, reached: .init(stored: reached.stored, content: content))
        default: self
        }
    }
}
