import PublicRecord
import Testing

@Suite struct PolicyTests {
    static func witness(_ number: UInt8) throws -> CosignatureSigner {
        try CosignatureSigner(name: "w\(number).example/witness", seed: [UInt8](repeating: number, count: 32))
    }

    static func key(_ number: UInt8) -> String { (try? witness(number).key.text) ?? "" }

    /// Two levels of groups, as in the specification's example.
    static let levels = """
        # Whom readers of this province believe.
        log \(NoteTests.logKey) https://cong.example.gov.vn/log/1

        witness X1 \(key(1)) https://w1.example
        witness\tX2   \(key(2))
          witness X3 \(key(3))\t
        group X-witnesses 2 X1 X2 X3
        witness Y1 \(key(4))
        witness Y2 \(key(5))
        group Y-witnesses any Y1 Y2
        group X-and-Y all X-witnesses Y-witnesses
        quorum X-and-Y

        """

    private func note(_ witnesses: [UInt8]) throws -> SignedNote {
        var note = try NoteSigner(name: Vectors.origin, seed: Vectors.logSeed).sign(NoteTests.head())
        for number in witnesses { try note.add(Self.witness(number).cosign(NoteTests.head(), at: Vectors.time + Int64(number))) }
        return note
    }

    @Test("quorum of two levels", arguments: 0..<32)
    func quorum(mask: Int) throws {
        let present = (1...5).filter { mask >> ($0 - 1) & 1 == 1 }.map { UInt8($0) }
        let policy = try WitnessPolicy(parsing: Array(Self.levels.utf8))
        let isEnough = present.count { $0 <= 3 } >= 2 && present.contains { $0 > 3 }
        let note = try note(present + [9])
        if isEnough {
            let verdict = try policy.check(note)
            #expect(Set(verdict.cosigned.values) == Set(present.map { Vectors.time + Int64($0) }))
            #expect(verdict.latest == Vectors.time + Int64(present.max() ?? 0))
            #expect(verdict.checkpoint == (try NoteTests.head()))
        } else {
            let names = present.map { $0 <= 3 ? "X\($0)" : "Y\($0 - 3)" }
            #expect(throws: TrustFault.quorum(cosigned: names)) { try policy.check(note) }
        }
    }

    @Test func onlyTheLogsOwnSignatureCounts() throws {
        let policy = try WitnessPolicy(parsing: Array(Self.levels.utf8))
        let cosigned = try [1, 2, 4].map { try Self.witness($0).cosign(NoteTests.head(), at: 1) }
        let text = try NoteTests.head().text
        #expect(throws: TrustFault.notSignedByLog(Vectors.origin)) { try policy.check(SignedNote(text: text, signatures: cosigned)) }
        let other = try Checkpoint(origin: "other.example/log", size: 0, root: .empty)
        let signed = try NoteSigner(name: other.origin, seed: Vectors.logSeed).sign(other)
        #expect(throws: TrustFault.unknownLog(other.origin)) { try policy.check(signed) }
        // A known log's key under a head of another log's name.
        let stolen = try SignedNote(text: other.text, signatures: [NoteSigner(name: Vectors.origin, seed: Vectors.logSeed).sign(other.text)])
        #expect(throws: TrustFault.unknownLog(other.origin)) { try policy.check(stolen) }
        #expect(throws: TrustFault.self) { try policy.check(SignedNote(text: "no head\n", signatures: cosigned)) }
    }

    @Test func oneLogWithoutWitnesses() throws {
        let policy = try WitnessPolicy(log: VerifierKey(NoteTests.logKey))
        #expect(try policy.check(note([])).cosigned.isEmpty)
        #expect(try WitnessPolicy(parsing: Array("log \(NoteTests.logKey)\nquorum none\n".utf8)).check(note([])).log.text == NoteTests.logKey)
        #expect(throws: NoteFault.keyType(4)) { try WitnessPolicy(log: VerifierKey(NoteTests.witnessKey)) }
    }

    static let wrong: [(String, Int)] = [
        ("", 0), ("\n", 0), ("quorum none", 1), ("log\nquorum none\n", 1), ("quorum none\nquorum none\n", 2), ("quorum x\n", 1), ("quorum\n", 1),
        ("witness a \(key(1))\nquorum b\n", 2), ("witness none \(key(1))\nquorum none\n", 1),
        ("witness a \(key(1))\nwitness a \(key(2))\nquorum a\n", 2),
        ("witness a \(key(1))\nwitness b \(key(1))\nquorum a\n", 2), ("witness a \(NoteTests.logKey)\nquorum a\n", 1),
        ("log \(key(1))\nquorum none\n", 1),
        ("log \(NoteTests.logKey)\nlog \(NoteTests.logKey)\nquorum none\n", 2), ("witness a\nquorum a\n", 1),
        ("witness a \(key(1)) b c\nquorum a\n", 1),
        ("witness a \(key(1))\ngroup g 0 a\nquorum g\n", 2), ("witness a \(key(1))\ngroup g 2 a\nquorum g\n", 2),
        ("witness a \(key(1))\ngroup g 01 a\nquorum g\n", 2),
        ("witness a \(key(1))\ngroup g some a\nquorum g\n", 2), ("witness a \(key(1))\ngroup g all\nquorum g\n", 2), ("group g all g\nquorum g\n", 1),
        ("witness a \(key(1))\ngroup g all a a\nquorum g\n", 2), ("witness a \(key(1))\ngroup g all a\ngroup h all a\nquorum g\n", 3),
        ("witness a \(key(1))\ngroup a all a\nquorum a\n", 2), ("witness a \(key(1))\ngroup g all none\nquorum g\n", 2),
        ("trust a\nquorum none\n", 1),
        ("quorum none\r\n", 1), ("quorum\u{0}none\n", 1), ("quorum none\n\u{7F}\n", 2), ("Quorum none\n", 1),
        ("witness a \(key(1).dropLast())\nquorum a\n", 1),
        ("quorum a\nwitness a \(key(1))\n", 1), ("log x\u{A0}y\nquorum none\n", 1),
    ]

    @Test("policies that are refused, with the line", arguments: wrong)
    func refused(text: String, line: Int) {
        let fault = #expect(throws: PolicyFault.self) { try WitnessPolicy(parsing: Array(text.utf8)) }
        #expect(fault?.line == line, "\(String(describing: fault))")
    }

    @Test func namesAreBytes() throws {
        // K and the Kelvin sign, and a name that is no UTF-8: all different.
        var text = Array("witness K \(Self.key(1))\nwitness \u{212A} \(Self.key(2))\nwitness ".utf8)
        text += [0xFF] + Array(" \(Self.key(3))\nquorum ".utf8) + [0xFF, 0x0A]
        #expect(try WitnessPolicy(parsing: text).witnesses.count == 3)
    }
}
