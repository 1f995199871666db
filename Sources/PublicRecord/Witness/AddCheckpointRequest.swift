/// What a log sends to a witness: the size it believes the witness holds, the proof from there, the signed head
/// (C2SP tlog-witness, `POST <prefix>/add-checkpoint`).
public struct AddCheckpointRequest: Sendable {
    public static let greatestProof = 63
    /// Limit for a request body, bytes.
    public static let greatestSize = SignedNote.greatestSize + greatestProof * 45 + 32

    public let old: Int64
    public let proof: [RecordHash]
    public let note: SignedNote

    public init(old: Int64, proof: [RecordHash], note: SignedNote) throws(NoteFault) {
        guard old >= 0 else { throw .request("the old size is negative") }
        guard proof.count <= Self.greatestProof else { throw .request("the proof has more than \(Self.greatestProof) lines") }
        self.old = old
        self.proof = proof
        self.note = note
    }

    public init(parsing bytes: [UInt8]) throws(NoteFault) {
        guard bytes.count <= Self.greatestSize else { throw .request("it has more than \(Self.greatestSize) bytes") }
        var lines = NoteLines(bytes)
        guard let first = lines.next(), first.starts(with: "old ".utf8), let old = NoteLines.number(first.dropFirst(4)) else {
            throw .request("the first line is not 'old' and a plain number")
        }
        guard let proof = lines.hashes(atMost: Self.greatestProof) else {
            throw .request("the lines of the proof are not at most \(Self.greatestProof) hashes in base64 and an empty line")
        }
        try self.init(old: old, proof: proof, note: SignedNote(parsing: Array(lines.rest)))
    }

    public var bytes: [UInt8] { Array("old \(old)\n\(proof.map { $0.base64 + "\n" }.joined())\n".utf8) + note.bytes }
}

/// Reads lines of bytes, each ended by a newline, up to the note that follows them.
struct NoteLines {
    private(set) var rest: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) { rest = bytes[...] }

    /// The next line without its newline; nil when no newline follows.
    mutating func next() -> ArraySlice<UInt8>? {
        guard let end = rest.firstIndex(of: 0x0A) else { return nil }
        defer { rest = rest[(end + 1)...] }
        return rest[..<end]
    }

    /// Hashes in base64, one a line, and the empty line after them. Nil for anything else.
    mutating func hashes(atMost limit: Int) -> [RecordHash]? {
        var hashes: [RecordHash] = []
        while let line = next() {
            if line.isEmpty { return hashes }
            guard hashes.count < limit, let hash = RecordHash(base64: String(decoding: line, as: UTF8.self)) else { return nil }
            hashes.append(hash)
        }
        return nil
    }

    /// A number as it is written here: digits without leading zeroes.
    static func number(_ digits: some Collection<UInt8>) -> Int64? {
        let text = String(decoding: digits, as: UTF8.self)
        guard let number = Int64(text), number >= 0, String(number).utf8.elementsEqual(digits) else { return nil }
        return number
    }
}
