import PublicRecord
import Testing

/// A proof of an edition in a log of real entries, and the page that shows it.
struct ProvenPage {
    static let size = 300
    let entries: [[UInt8]]
    let tree: RecordTree
    let policy: WitnessPolicy
    let file: ProofFile
    let page: PageProof.Page

    static let policyText = "log \(NoteTests.logKey)\nwitness b \(NoteTests.witnessKey)\nquorum b\n"

    init(index: Int = 121) throws {
        entries = try Entries.log(size: Self.size)
        tree = RecordTree(entries: entries)
        policy = try WitnessPolicy(parsing: Array(Self.policyText.utf8))
        let head = try Checkpoint(origin: Vectors.origin, size: tree.size, root: tree.root)
        var note = try NoteSigner(name: Vectors.origin, seed: Vectors.logSeed).sign(head)
        try note.add(CosignatureSigner(name: Vectors.witnessName, seed: Vectors.witnessSeed).cosign(head, at: Vectors.time))
        file = try ProofFile(entry: entries[index], index: Int64(index), proof: tree.inclusionProof(of: Int64(index)), note: note)
        guard case .entry(let entry) = try RecordEntry.read(entries[index]) else { throw EntryFault.notAnObject }
        page = PageProof.Page(
            id: try #require(entry.id),
            edition: try #require(entry.ed),
            salt: try #require(Salt(0..<32)),
            canonicalText: Entries.canonicalText
        )
    }
}

@Suite struct ProofFileTests {
    @Test func goodPage() throws {
        let proven = try ProvenPage()
        let file = try ProofFile(parsing: proven.file.bytes)
        #expect(file.bytes == proven.file.bytes)
        let verdict = try PageProof.verify(file, policy: proven.policy, page: proven.page)
        #expect(verdict.index == 121 && verdict.entry.op == .update && verdict.latest == Vectors.time)
        #expect(verdict.cosigned == ["b": Vectors.time])
        #expect(verdict.checkpoint.size == 300)
    }

    @Test("each difference has its own refusal")
    func refusals() throws {
        let proven = try ProvenPage()
        let file = proven.file
        func refusal(_ file: ProofFile, _ change: (inout PageProof.Page) -> Void = { _ in }) -> PageProofFault? {
            var page = proven.page
            change(&page)
            do {
                _ = try PageProof.verify(
                    file,
                    policy: proven.policy,
                    canonicalText: page.canonicalText,
                    salt: page.salt,
                    id: page.id,
                    edition: page.edition
                )
                return nil
            } catch { return error }
        }
        #expect(refusal(file) == nil)
        #expect(refusal(file) { $0.canonicalText += Array("×".utf8) } == .otherText)
        #expect(refusal(file) { $0.salt = Salt() } == .otherText)
        #expect(refusal(file) { $0.edition = 1 } == .otherEdition(expected: 1, found: 2))
        #expect(refusal(file) { $0.id = "06fj3k2m9x0a4" } == .otherItem(expected: "06fj3k2m9x0a4", found: proven.page.id))
        let bare = try ProofFile(entry: nil, index: file.index, proof: file.proof, note: file.note)
        #expect(refusal(bare) == .noEntry)
        let moved = try ProofFile(entry: file.extra, index: 120, proof: file.proof, note: file.note)
        #expect(refusal(moved) == .inclusion(.root))
        let other = try ProofFile(entry: proven.entries[126], index: file.index, proof: file.proof, note: file.note)
        #expect(refusal(other) == .inclusion(.root))
        let short = try ProofFile(entry: file.extra, index: file.index, proof: Array(file.proof.dropLast()), note: file.note)
        #expect(refusal(short) == .inclusion(.length(expected: 9, got: 8)))
        let alone = try ProofFile(
            entry: file.extra,
            index: file.index,
            proof: file.proof,
            note: SignedNote(text: file.note.text, signatures: [file.note.signatures[0]])
        )
        #expect(refusal(alone) == .trust(.quorum(cosigned: [])))
        let withdrawn = try ProofFile(entry: proven.entries[123], index: 123, proof: proven.tree.inclusionProof(of: 123), note: file.note)
        #expect(refusal(withdrawn) == .notAnEdition("withdraw"))
        #expect(try PageProof.verify(withdrawn, policy: proven.policy).entry.why == "error")
        for fault in [PageProofFault.otherText, .noEntry, .inclusion(.root), .trust(.quorum(cosigned: []))] { #expect(!fault.description.isEmpty) }
    }

    @Test func filesThatAreNoProofs() throws {
        let text = String(decoding: try ProvenPage().file.bytes, as: UTF8.self)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        func without(_ place: Int) -> String { lines.enumerated().filter { $0.offset != place }.map(\.element).joined(separator: "\n") }
        func with(_ place: Int, _ line: String) -> String {
            lines.enumerated().map { $0.offset == place ? line : $0.element }.joined(separator: "\n")
        }
        let hash = RecordHash.empty.base64
        for wrong in [
            "", "\n", without(0), without(2), with(0, "c2sp.org/tlog-proof@v2"), with(0, lines[0] + " "), with(0, lines[0] + "\r"), with(1, "extra "),
            with(1, "extra *"), with(1, lines[1] + "="), with(1, lines[1] + "\nextra AAAA"), with(2, "index"), with(2, "index -1"),
            with(2, "index 01"),
            with(2, "index +1"), with(2, "index 1 "), with(2, "index 9223372036854775808"), with(3, hash + "="), with(3, String(hash.dropLast())),
            with(3, Array(repeating: hash, count: 64).joined(separator: "\n")), with(3, ""), String(text.dropLast()), text + "\n", text + "x\n",
        ] { #expect(throws: NoteFault.self, "\(wrong.prefix(60))") { try ProofFile(parsing: Array(wrong.utf8)) } }
        #expect(try ProofFile(parsing: Array(without(1).utf8)).extra == nil)
    }

    @Test("1,000 altered bytes of a proof file are all refused")
    func flips() throws {
        let proven = try ProvenPage()
        let bytes = proven.file.bytes
        let good = try PageProof.verify(proven.file, policy: proven.policy, page: proven.page)
        var random = Seeded(58)
        for _ in 0..<1000 {
            let place = Int.random(in: bytes.indices, using: &random)
            var altered = bytes
            altered[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            guard let file = try? ProofFile(parsing: altered) else { continue }
            #expect(throws: PageProofFault.self, "byte \(place)") { try PageProof.verify(file, policy: proven.policy, page: proven.page) }
        }
        #expect(good.entry.ed == 2)
    }
}
