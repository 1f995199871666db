/// The head of a log: which log, how many entries, the root over them (C2SP tlog-checkpoint, without extension lines: nobody could audit
/// them). It counts once it was signed.
public struct Checkpoint: Sendable, Hashable {
    /// Host and path without scheme, port or slash at the end: lower-case ASCII.
    public let origin: String
    public let size: Int64
    public let root: RecordHash

    public init(origin: String, size: Int64, root: RecordHash) throws(NoteFault) {
        guard Self.isOrigin(origin) else { throw .checkpoint("the origin is not a lower-case host and path") }
        guard 0...RecordFrontier.greatestSize ~= size else { throw .checkpoint("the size is out of range") }
        guard size > 0 || root == .empty else { throw .checkpoint("a log without entries has another root") }
        self.origin = origin
        self.size = size
        self.root = root
    }

    /// Reads a note's text: exactly three lines.
    public init(_ text: String) throws(NoteFault) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count == 4, lines[3].isEmpty else { throw .checkpoint("it has not exactly three lines") }
        guard let size = Int64(lines[1]), size >= 0, String(size).utf8.elementsEqual(lines[1].utf8) else {
            throw .checkpoint("the size is not a plain number")
        }
        guard let root = RecordHash(base64: lines[2]) else { throw .checkpoint("the root is not base64 of 32 bytes") }
        try self.init(origin: String(lines[0]), size: size, root: root)
    }

    public var text: String { "\(origin)\n\(size)\n\(root.base64)\n" }

    /// Whether a text can name a log here.
    public static func isOrigin(_ text: String) -> Bool {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard text.utf8.count <= 255, let host = parts.first else { return false }
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        return labels.allSatisfy { label in
            !label.isEmpty && label.utf8.allSatisfy { isPlain($0) || $0 == UInt8(ascii: "-") } && label.utf8.first != UInt8(ascii: "-")
                && label.utf8.last != UInt8(ascii: "-")
        }
            && parts.dropFirst().allSatisfy { part in
                !part.isEmpty && part != "." && part != ".." && part.utf8.allSatisfy { isPlain($0) || "-._~".utf8.contains($0) }
            }
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
    }
}
