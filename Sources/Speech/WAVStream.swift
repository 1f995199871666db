/// Reads a WAV as it comes, piece by piece, and gives its samples on. Lengths in the header are not believed: who writes into a pipe does not know them.
struct WAVStream {
    struct Format: Sendable, Hashable {
        let channels: Int
        let rate: Int

        /// Bytes of one second.
        var bytesPerSecond: Int { rate * channels * 2 }
    }

    private var head: [UInt8] = []
    private(set) var format: Format?
    /// How many bytes of samples may still come; nil where the header does not say.
    private var left: Int?

    /// Longer than any header a voice writes.
    private static let longestHead = 64 * 1024

    /// The samples in the next piece; empty while the header is not complete.
    mutating func samples(in piece: [UInt8]) throws(SpeechFault) -> [UInt8] {
        guard format == nil else { return take(piece) }
        head += piece
        guard let (found, start, length) = try Self.read(head) else {
            guard head.count <= Self.longestHead else { throw .notSound(reason: "no samples within the first \(Self.longestHead) bytes") }
            return []
        }
        format = found
        left = length
        defer { head = [] }
        return take(Array(head[start...]))
    }

    private mutating func take(_ piece: [UInt8]) -> [UInt8] {
        guard let left else { return piece }
        self.left = max(0, left - piece.count)
        return piece.count <= left ? piece : Array(piece[..<left])
    }

    /// Nil while more is needed.
    private static func read(_ bytes: [UInt8]) throws(SpeechFault) -> (Format, start: Int, length: Int?)? {
        func text(_ at: Int) -> String { String(decoding: bytes[at..<at + 4], as: UTF8.self) }
        func number(_ at: Int, _ size: Int) -> Int { (0..<size).reduce(0) { $0 | Int(bytes[at + $1]) << (8 * $1) } }
        guard bytes.count >= 12 else { return nil }
        guard text(0) == "RIFF", text(8) == "WAVE" else { throw .notSound(reason: "it does not begin as a WAV") }
        var at = 12
        var format: Format?
        while bytes.count >= at + 8 {
            let (name, length) = (text(at), number(at + 4, 4))
            if name == "data" {
                guard let format else { throw .notSound(reason: "samples before their format") }
                return (format, at + 8, length == 0 || length >= 0x7FFF_0000 ? nil : length)
            }
            guard bytes.count >= at + 8 + length else { return nil }
            if name == "fmt " {
                guard length >= 16 else { throw .notSound(reason: "a format of \(length) bytes") }
                let (kind, channels, rate, bits) = (number(at + 8, 2), number(at + 10, 2), number(at + 12, 4), number(at + 22, 2))
                guard kind == 1 || kind == 0xFFFE, bits == 16 else { throw .notSound(reason: "kind \(kind), \(bits) bits") }
                guard (1...2).contains(channels), (8_000...48_000).contains(rate) else {
                    throw .notSound(reason: "\(channels) channels at \(rate) Hz")
                }
                format = Format(channels: channels, rate: rate)
            }
            at += 8 + length + length % 2
        }
        return nil
    }

    /// A header for a stream whose length nobody knows yet.
    static func header(_ format: Format) -> [UInt8] {
        func number(_ value: Int, _ size: Int) -> [UInt8] { (0..<size).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) } }
        return Array("RIFF".utf8) + number(0xFFFF_FFFF, 4) + Array("WAVEfmt ".utf8) + number(16, 4) + number(1, 2) + number(format.channels, 2)
            + number(format.rate, 4) + number(format.bytesPerSecond, 4) + number(format.channels * 2, 2) + number(16, 2) + Array("data".utf8)
            + number(0xFFFF_FFFF, 4)
    }
}
