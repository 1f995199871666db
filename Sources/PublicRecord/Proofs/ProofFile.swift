/// A proof that can be kept and checked without anybody's server (C2SP tlog-proof v1): the entry, where it stands, the way to the root, and
/// the signed head. Reading it checks its form only.
public struct ProofFile: Sendable {
    static let header = "c2sp.org/tlog-proof@v1"
    static let greatestProof = 63
    /// Limit for a whole file, bytes.
    public static let greatestSize = 160 << 10

    /// The bytes of the entry; the format does not ask for them, our files have them. They count once their hash led to the root.
    public let extra: [UInt8]?
    public let index: Int64
    public let proof: [RecordHash]
    public let note: SignedNote
    /// The head in the note; it counts once the note was verified.
    public let checkpoint: Checkpoint

    public init(entry extra: [UInt8]?, index: Int64, proof: [RecordHash], note: SignedNote) throws(NoteFault) {
        guard index >= 0 else { throw .proofFile("the index is negative") }
        guard proof.count <= Self.greatestProof else { throw .proofFile("it has more than \(Self.greatestProof) hashes") }
        guard 1...EntryBundle.greatestEntry ~= extra?.count ?? 1 else { throw .proofFile("the entry is empty or too long") }
        self.extra = extra
        self.index = index
        self.proof = proof
        self.note = note
        checkpoint = try Checkpoint(note.text)
    }

    public init(parsing bytes: [UInt8]) throws(NoteFault) {
        guard bytes.count <= Self.greatestSize else { throw .proofFile("it has more than \(Self.greatestSize) bytes") }
        var lines = NoteLines(bytes)
        guard let header = lines.next(), header.elementsEqual(Self.header.utf8) else { throw .proofFile("the first line is not '\(Self.header)'") }
        var line = lines.next()
        var extra: [UInt8]?
        if let text = line, text.starts(with: "extra ".utf8) {
            extra = Base64.decode(String(decoding: text.dropFirst(6), as: UTF8.self))
            guard extra != nil else { throw .proofFile("the line 'extra' is not base64") }
            line = lines.next()
        }
        guard let text = line, text.starts(with: "index ".utf8), let index = NoteLines.number(text.dropFirst(6)) else {
            throw .proofFile("there is no line 'index' with a plain number")
        }
        guard let proof = lines.hashes(atMost: Self.greatestProof) else {
            throw .proofFile("the proof is not at most \(Self.greatestProof) hashes in base64 and an empty line")
        }
        try self.init(entry: extra, index: index, proof: proof, note: SignedNote(parsing: Array(lines.rest)))
    }

    public var bytes: [UInt8] {
        let extra = extra.map { "extra \(Base64.encode($0))\n" } ?? ""
        return Array("\(Self.header)\n\(extra)index \(index)\n\(proof.map { $0.base64 + "\n" }.joined())\n".utf8) + note.bytes
    }
}
