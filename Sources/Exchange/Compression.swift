/// How the bytes of a file are packed. Recognised by its first bytes, never by its name: names lie.
public enum Compression: String, Sendable, Equatable, Codable {
    case none
    /// RFC 1952, one or many members.
    case gzip
    /// RFC 8878, one or many frames.
    case zstd

    /// How many first bytes `init(recognising:)` needs.
    static let magicLength = 4

    /// - Parameter first: the first bytes of a file, `magicLength` of them unless the file is shorter.
    public init(recognising first: some Collection<UInt8>) {
        let bytes = Array(first.prefix(Self.magicLength))
        if bytes.starts(with: [0x1F, 0x8B, 0x08]) {
            self = .gzip
        } else if bytes == [0x28, 0xB5, 0x2F, 0xFD] || (bytes.count == 4 && bytes[0] & 0xF0 == 0x50 && Array(bytes[1...]) == [0x2A, 0x4D, 0x18]) {
            // The second form is a skippable frame, which tools such as pzstd put first.
            self = .zstd
        } else {
            self = .none
        }
    }
}
