import Foundation
import PublicRecord
import Testing

@Suite struct NoteTests {
    static let logKey = "cong.example.gov.vn/log/1+7900b901+AT8D+vTUws/7W1gOqSGbdDXrrmt3jPAqTrHAstWiE4z5"
    static let witnessKey = "witness.tinh-b.example.gov.vn+6b7a0e0b+BBQzA22TUGQjImRLTPJOCPRp+BAYPvXYTpf05YEMg813"
    static let poem = """
        Ognuno sta solo sul cuor della terra
        trafitto da un raggio di sole:

        ed è subito sera.

        — quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=

        """

    static func head(size: Int64 = 300) throws -> Checkpoint {
        try Checkpoint(origin: Vectors.origin, size: size, root: Vectors.tree.root(at: size))
    }

    static func note() throws -> SignedNote {
        var note = try NoteSigner(name: Vectors.origin, seed: Vectors.logSeed).sign(head())
        try note.add(CosignatureSigner(name: Vectors.witnessName, seed: Vectors.witnessSeed).cosign(head(), at: Vectors.time))
        return note
    }

    @Test func keysOfTheVector() throws {
        let log = try NoteSigner(name: Vectors.origin, seed: Vectors.logSeed).key
        let witness = try CosignatureSigner(name: Vectors.witnessName, seed: Vectors.witnessSeed).key
        #expect(log.text == Self.logKey)
        #expect(witness.text == Self.witnessKey)
        #expect(try VerifierKey(Self.logKey) == log)
        #expect(try VerifierKey(Self.witnessKey) == witness)
        #expect(log.kind == .log && witness.kind == .cosignature)
        #expect(log.idHex == "7900b901")
    }

    @Test func headAndSignaturesOfTheVector() throws {
        let note = try Self.note()
        let text = String(decoding: note.bytes, as: UTF8.self)
        #expect(
            text.hasPrefix("cong.example.gov.vn/log/1\n300\n9nWMMkQe3RuZ+rz7jeXkXr7bIQ4bEZwIogBM9WU9iZA=\n\n— cong.example.gov.vn/log/1 eQC5AS+w4+MT")
        )
        #expect(text.contains("\n— witness.tinh-b.example.gov.vn a3oOCwAAAABrAN8A"))
        let read = try SignedNote(parsing: note.bytes)
        #expect(read.bytes == note.bytes)
        #expect(try Checkpoint(read.text) == Self.head())
        let checked = try read.verified(by: [VerifierKey(Self.logKey), VerifierKey(Self.witnessKey)])
        #expect(checked.map(\.time) == [nil, Vectors.time])
    }

    /// The example of the specification: a text with an empty line inside.
    @Test func noteOfTheSpecification() throws {
        let note = try SignedNote(parsing: Array(Self.poem.utf8))
        #expect(note.text.hasSuffix("sole:\n\ned è subito sera.\n"))
        #expect(note.signatures.map(\.name) == ["quasimodo.example/salvatore"])
        #expect(note.bytes == Array(Self.poem.utf8))
        #expect(throws: NoteFault.noKnownSignature) { try note.verified(by: [VerifierKey(Self.logKey)]) }
    }

    @Test func knownMustVerifyAndUnknownIsIgnored() throws {
        let log = try VerifierKey(Self.logKey)
        var note = try Self.note()
        // Same name with another id, same id with another name: both unknown.
        try note.add(NoteSignature(name: Vectors.origin, id: 1, signature: [1]))
        try note.add(NoteSignature(name: "other.example", id: log.id, signature: [1]))
        #expect(try note.verified(by: [log]).count == 1)
        #expect(try note.verified(by: [VerifierKey(Self.witnessKey)]).count == 1)
        try note.add(NoteSignature(name: Vectors.origin, id: log.id, signature: [UInt8](repeating: 0, count: 64)))
        #expect(throws: NoteFault.wrongSignature(Vectors.origin)) { try note.verified(by: [log, VerifierKey(Self.witnessKey)]) }
        #expect(throws: NoteFault.noKnownSignature) { try Self.note().verified(by: []) }
    }

    @Test("a byte of the text or of a signature decides")
    func everyByteOfTheNoteCounts() throws {
        let bytes = try Self.note().bytes
        let known = try [VerifierKey(Self.logKey), VerifierKey(Self.witnessKey)]
        let names = [Vectors.origin, Vectors.witnessName]
        for place in bytes.indices {
            var altered = bytes
            altered[place] ^= 1
            // Altered names or ids become unknown signers; then one signature is left, or none.
            guard let note = try? SignedNote(parsing: altered), let checked = try? note.verified(by: known) else { continue }
            #expect(checked.count < names.count, "byte \(place)")
            #expect(note.text == (try Self.note().text))
        }
    }

    static let signature = "— a.example AAAAAQI=\n"
    @Test(
        "malformed notes",
        arguments: [
            "", "\n", "\n\n", "text\n", "text\n\n", "text\n" + signature, "text\n\n" + signature.dropLast(), "text" + signature,
            "text\n\nno signature\n",
            "text\n\n- a.example AAAAAQI=\n", "text\n\n—  AAAAAQI=\n", "text\n\n— a.example  AAAAAQI=\n", "text\n\n— a.example AAAAAQI= \n",
            "text\n\n— a+b AAAAAQI=\n", "text\n\n— a\u{A0}b AAAAAQI=\n", "text\n\n— a.example AAAAAQ==\n", "text\n\n— a.example AAAAAQI\n",
            "text\n\n— a.example AAAAAQJ=\n", "te\txt\n\n" + signature, "text\r\n\n" + signature, "text\u{0}\n\n" + signature,
            "text\n\n" + signature + "\n",
            "text\n\n" + signature + "more\n", "text\n\n" + signature + "\n\n",
        ]
    )
    func malformedNotes(text: String) { #expect(throws: NoteFault.self) { try SignedNote(parsing: Array(text.utf8)) } }

    @Test func limitsOfNotes() throws {
        #expect(try SignedNote(parsing: Array("\n\n\(Self.signature)".utf8)).text == "\n")
        let many = "text\n\n" + String(repeating: Self.signature, count: 64)
        #expect(try SignedNote(parsing: Array(many.utf8)).signatures.count == 64)
        #expect(throws: NoteFault.tooManySignatures(65)) { try SignedNote(parsing: Array((many + Self.signature).utf8)) }
        let room = SignedNote.greatestSize - 2 - Self.signature.utf8.count
        #expect(try SignedNote(parsing: Array((String(repeating: "x", count: room) + "\n\n" + Self.signature).utf8)).signatures.count == 1)
        let long = Array((String(repeating: "x", count: room + 1) + "\n\n" + Self.signature).utf8)
        #expect(throws: NoteFault.tooLarge(bytes: 65_537)) { try SignedNote(parsing: long) }
        #expect(throws: NoteFault.notText) { try SignedNote(parsing: [0xFF, 0x0A, 0x0A] + Array(Self.signature.utf8)) }
        #expect(throws: NoteFault.self) { try SignedNote(text: "no newline") }
    }

    @Test(
        "not verifier keys",
        arguments: [
            "", "+", "++", "a+b", "cong.example.gov.vn/log/1", logKey.replacing("7900", with: "7901"), logKey.replacing("log/1", with: "log/2"),
            logKey + "=", String(logKey.dropLast()), logKey.uppercased(), logKey.replacing("+AT8", with: "+AD8"), " " + logKey,
            logKey.replacing("cong", with: "công"),
            "a b+7900b901+AT8D+vTUws/7W1gOqSGbdDXrrmt3jPAqTrHAstWiE4z5", "a+00000000+AQ==", "a+00000000+",
        ]
    )
    func notKeys(text: String) { #expect(throws: NoteFault.self) { try VerifierKey(text) } }

    @Test func otherTypesAreKeptAndVerifyNothing() throws {
        let key = try VerifierKey(name: "a.example", type: 0x06, key: [UInt8](repeating: 7, count: 1312))
        #expect(try VerifierKey(key.text) == key)
        #expect(key.kind == nil)
        let note = try SignedNote(text: "x\n", signatures: [NoteSignature(name: key.name, id: key.id, signature: [1, 2, 3])])
        #expect(throws: NoteFault.noKnownSignature) { try note.verified(by: [key]) }
        #expect(throws: NoteFault.seed(bytes: 31)) { try NoteSigner(name: "a", seed: [UInt8](repeating: 0, count: 31)) }
    }

    @Test(
        "not heads",
        arguments: [
            "", "\n", "a.example\n1\n", "a.example\n0\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n", "a.example\n01\n\(root)\n",
            "a.example\n+1\n\(root)\n",
            "a.example\n-1\n\(root)\n", "a.example\n1\n\(root)", "a.example\n1\n\(root)\nextension\n", "a.example\n1\n\(root)\n\n",
            "A.example\n1\n\(root)\n",
            "a.example:80\n1\n\(root)\n", "https://a.example\n1\n\(root)\n", "a.example/\n1\n\(root)\n", "a..example\n1\n\(root)\n",
            "a.example/../b\n1\n\(root)\n",
            "a-.example\n1\n\(root)\n", "công.example\n1\n\(root)\n", "a.example\n9223372036854775807\n\(root)\n",
            "a.example\n9223372036854775808\n\(root)\n",
            "a.example\n١\n\(root)\n", "a.example\n1\n\(root.dropLast(2))V=\n",
        ]
    )
    func notHeads(text: String) { #expect(throws: NoteFault.self) { try Checkpoint(text) } }
    static let root = RecordHash.empty.base64

    @Test("heads", arguments: ["a.example/log/1", "localhost", "example.com/behind-the-sofa", "a.example/~x_1.y"])
    func heads(origin: String) throws {
        let head = try Checkpoint(origin: origin, size: 0, root: .empty)
        #expect(try Checkpoint(head.text) == head)
    }
}
