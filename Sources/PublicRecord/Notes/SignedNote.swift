/// A line below a note: who says to have signed, and the signature (unchecked).
public struct NoteSignature: Sendable {
    public let name: String
    public let id: UInt32
    public let signature: [UInt8]

    public init(name: String, id: UInt32, signature: [UInt8]) throws(NoteFault) {
        guard Self.isName(name) else { throw .keyName(name) }
        guard !signature.isEmpty else { throw .malformed(line: "an empty signature") }
        self.name = name
        self.id = id
        self.signature = signature
    }

    init(by key: VerifierKey, signature: [UInt8]) {
        name = key.name
        id = key.id
        self.signature = signature
    }

    /// Reads one line, without its newline.
    public init(line: Substring) throws(NoteFault) {
        let parts = line.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].utf8.elementsEqual("—".utf8), let bytes = Base64.decode(parts[2]), bytes.count > 4 else {
            throw .malformed(line: String(line.prefix(100)))
        }
        try self.init(name: String(parts[1]), id: bytes.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }, signature: Array(bytes.dropFirst(4)))
    }

    /// `— name base64(id || signature)`, with its newline.
    public var line: String { "— \(name) \(Base64.encode(VerifierKey.bytes(of: id) + signature))\n" }

    public func isBy(_ key: VerifierKey) -> Bool { id == key.id && name.utf8.elementsEqual(key.name.utf8) }

    private static func isName(_ name: String) -> Bool {
        !name.isEmpty && name.unicodeScalars.allSatisfy { !$0.properties.isWhitespace && $0 != "+" && $0.value >= 0x20 }
    }
}

/// A text and signatures below it (C2SP signed-note). Nothing in the text counts before a known key's signature was checked.
public struct SignedNote: Sendable {
    /// Limit for the whole note, bytes.
    public static let greatestSize = 64 << 10
    public static let greatestSignatures = 64

    /// Ends in a newline.
    public let text: String
    public private(set) var signatures: [NoteSignature]

    /// Throws for a text that does not end in a newline or has control characters.
    public init(text: String, signatures: [NoteSignature] = []) throws(NoteFault) {
        guard text.utf8.last == 0x0A else { throw .malformed(line: "the text does not end in a newline") }
        guard Self.isText(text.utf8) else { throw .notText }
        self.text = text
        self.signatures = []
        for signature in signatures { try add(signature) }
    }

    /// Reads a whole note: strict, within the limits; signatures are not checked.
    public init(parsing bytes: [UInt8]) throws(NoteFault) {
        guard bytes.count <= Self.greatestSize else { throw .tooLarge(bytes: bytes.count) }
        guard Self.isText(bytes), let note = String(validating: bytes, as: UTF8.self) else { throw .notText }
        guard let gap = (1..<max(bytes.count, 1)).last(where: { bytes[$0] == 0x0A && bytes[$0 - 1] == 0x0A }) else {
            throw .malformed(line: "there is no empty line")
        }
        guard gap + 1 < bytes.count, bytes.last == 0x0A else { throw .malformed(line: "there is no signature line, or the last one has no newline") }
        let utf8 = note.utf8
        let start = utf8.index(utf8.startIndex, offsetBy: gap + 1)
        let lines = note[start...].dropLast().split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count <= Self.greatestSignatures else { throw .tooManySignatures(lines.count) }
        text = String(note[..<utf8.index(utf8.startIndex, offsetBy: gap)])
        signatures = []
        for line in lines { signatures.append(try NoteSignature(line: line)) }
    }

    /// The whole note.
    public var bytes: [UInt8] { Array("\(text)\n\(signatures.map(\.line).joined())".utf8) }

    /// Adds a line; a line of the same key that is there already is replaced.
    public mutating func add(_ signature: NoteSignature) throws(NoteFault) {
        signatures.removeAll { $0.id == signature.id && $0.name.utf8.elementsEqual(signature.name.utf8) }
        guard signatures.count < Self.greatestSignatures else { throw .tooManySignatures(signatures.count + 1) }
        signatures.append(signature)
        guard bytes.count <= Self.greatestSize else { throw .tooLarge(bytes: bytes.count) }
    }

    /// The signatures by known keys, in the order of the note. Throws when one of them is wrong or there is none; unknown keys are ignored.
    public func verified(by known: [VerifierKey]) throws(NoteFault) -> [VerifiedSignature] {
        var verified: [VerifiedSignature] = []
        for signature in signatures {
            let keys = known.filter { $0.kind != nil && signature.isBy($0) }
            guard let key = keys.first else { continue }
            guard keys.allSatisfy({ $0 == key }) else { throw .ambiguousKey(key.name) }
            guard let checked = key.verified(signature.signature, over: text) else { throw .wrongSignature(key.name) }
            verified.append(checked)
        }
        guard !verified.isEmpty else { throw .noKnownSignature }
        return verified
    }

    private static func isText(_ bytes: some Sequence<UInt8>) -> Bool { bytes.allSatisfy { $0 >= 0x20 || $0 == 0x0A } }
}
