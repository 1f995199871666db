import Foundation
import PublicRecord
import Testing

/// What others make of our logs and proofs: they were not written by us, and share no code with us.
@Suite("Independent verifiers", .serialized)
struct IndependentVerifierTests {
    static let sizes = [1, 255, 256, 257, 65_536, 70_000]

    @Test("Go verifies our logs", .enabled(if: OtherPrograms.hasGo, OtherPrograms.noGo), arguments: sizes)
    func goVerifies(size: Int) throws {
        let log = try WrittenLog(size: size)
        try OtherPrograms.withFolder { folder in
            try log.write(to: folder)
            let whole = try OtherPrograms.go("log", NoteTests.logKey, folder.path)
            #expect(whole.status == 0, "\(whole.complained)")
            for old in [1, 7, 255, 256, size / 2] where old > 0 && old < size {
                let proof = try OtherPrograms.go("grown", NoteTests.logKey, folder.path, "\(old)")
                let ours = try Vectors.tree.consistencyProof(from: Int64(old), to: Int64(size))
                #expect(proof.said == ours.map { $0.base64 + "\n" }.joined(), "\(proof.complained)")
            }
            // Another key, a file that is missing, one that belongs to nothing.
            #expect(try OtherPrograms.go("log", NoteTests.logKey.replacing("+AT8", with: "+AT9"), folder.path).status == 1)
            try Data([1]).write(to: folder.appending(path: "tile/0/rogue"))
            #expect(try OtherPrograms.go("log", NoteTests.logKey, folder.path).status == 1)
        }
    }

    @Test("Go refuses 1,000 altered logs", .enabled(if: OtherPrograms.hasGo, OtherPrograms.noGo))
    func goRefuses() throws {
        let log = try WrittenLog(size: 600)
        try OtherPrograms.withFolder { folder in
            try log.write(to: folder)
            let flipped = try OtherPrograms.go("flips", NoteTests.logKey, folder.path, "1000", "58")
            #expect(flipped.status == 0, "\(flipped.complained)")
        }
    }

    @Test("Go checks our proof files and cosignatures", .enabled(if: OtherPrograms.hasGo, OtherPrograms.noGo))
    func goChecksProofs() throws {
        try OtherPrograms.withFolder { folder in
            let path = folder.appending(path: "proof").path
            for index in [0, 121, 255, 256, 297] {
                let proven = try ProvenPage(index: index)
                try Data(proven.file.bytes).write(to: URL(fileURLWithPath: path))
                let checked = try OtherPrograms.go("proof", NoteTests.logKey, path)
                #expect(checked.status == 0, "\(checked.complained)")
                let other = try ProofFile(entry: proven.entries[5], index: Int64(index), proof: proven.file.proof, note: proven.file.note)
                try Data(other.bytes).write(to: URL(fileURLWithPath: path))
                #expect(try OtherPrograms.go("proof", NoteTests.logKey, path).status == 1)
            }
            let note = try NoteTests.note()
            try Data(note.bytes).write(to: URL(fileURLWithPath: path))
            let cosigned = try OtherPrograms.go("cosigned", NoteTests.witnessKey, NoteTests.logKey, path)
            #expect(cosigned.status == 0, "\(cosigned.complained)")
            let later = try SignedNote(text: NoteTests.head(size: 299).text, signatures: note.signatures)
            try Data(later.bytes).write(to: URL(fileURLWithPath: path))
            #expect(try OtherPrograms.go("cosigned", NoteTests.witnessKey, NoteTests.logKey, path).status == 1)
        }
    }

    @Test("pymerkle finds the same roots and paths", .enabled(if: OtherPrograms.hasPython, OtherPrograms.noPython), arguments: sizes)
    func pymerkle(size: Int) throws {
        let log = try WrittenLog(size: size)
        try OtherPrograms.withFolder { folder in
            try log.write(to: folder)
            let index = size * 2 / 3
            let script = OtherPrograms.sources + "/root.py"
            let found = try OtherPrograms.run(OtherPrograms.python, ["-B", script, folder.path, "\(size)", "\(index)"])
            let ours = [log.checkpoint.root] + (try Vectors.tree.inclusionProof(of: Int64(index), in: Int64(size)))
            #expect(found.said.split(separator: "\n").map(String.init) == ours.map(\.hex), "\(found.complained)")
        }
    }

    private struct Case: Encodable { var proof: String, text: String, salt: String, id: String, edition: Int64 }
    private struct Cases: Encodable { var policy: String, cases: [Case] }

    /// The small verifier for readers gives the verdict that the library gives, on 500 good and 500 altered pages.
    @Test("verify.py and the library agree on 1,000 pages", .enabled(if: OtherPrograms.hasPython, OtherPrograms.noPython))
    func verifyPy() throws {
        var random = Seeded(500)
        let proven = try ProvenPage()
        let editions = (0..<ProvenPage.size).filter { $0 % 5 < 3 }
        var cases: [Case] = []
        var ours: [Bool] = []
        for round in 0..<1000 {
            let index = editions[Int.random(in: editions.indices, using: &random)]
            guard case .entry(let entry) = try RecordEntry.read(proven.entries[index]) else { throw EntryFault.notAnObject }
            let proof = try proven.tree.inclusionProof(of: Int64(index))
            var bytes = try ProofFile(entry: proven.entries[index], index: Int64(index), proof: proof, note: proven.file.note).bytes
            var page = proven.page
            (page.id, page.edition) = (try #require(entry.id), try #require(entry.ed))
            if round >= 500 {
                let bit: UInt8 = 1 << UInt8.random(in: 0..<8, using: &random)
                switch round % 10 {
                case 0: page.canonicalText[Int.random(in: page.canonicalText.indices, using: &random)] ^= bit
                case 1: page.edition += 1
                case 2: page.id = "06fj3k2m9x0a3"
                case 3: page.salt = Salt()
                default: bytes[Int.random(in: bytes.indices, using: &random)] ^= bit
                }
            }
            let file = try? ProofFile(parsing: bytes)
            ours.append(file.flatMap { try? PageProof.verify($0, policy: proven.policy, page: page) } != nil)
            let (text, salt) = (Data(page.canonicalText).base64EncodedString(), Hex.encode(page.salt.bytes))
            cases.append(Case(proof: Data(bytes).base64EncodedString(), text: text, salt: salt, id: page.id, edition: page.edition))
        }
        #expect(ours.prefix(500).allSatisfy { $0 } && ours.suffix(500).allSatisfy { !$0 })
        try OtherPrograms.withFolder { folder in
            let file = folder.appending(path: "cases.json")
            try JSONEncoder().encode(Cases(policy: ProvenPage.policyText, cases: cases)).write(to: file)
            let verify = OtherPrograms.root + "/docs/verifying/verify.py"
            let found = try OtherPrograms.run(OtherPrograms.python, ["-B", OtherPrograms.sources + "/pages.py", verify, file.path])
            let theirs = found.said.split(separator: "\n").map { $0 == "ok" }
            #expect(theirs == ours, "\(found.complained)")
        }
    }

    @Test("verify.py on the command line", .enabled(if: OtherPrograms.hasPython, OtherPrograms.noPython))
    func commandLine() throws {
        let proven = try ProvenPage()
        try OtherPrograms.withFolder { folder in
            let (proof, text, policy) = (folder.appending(path: "p.tlog-proof"), folder.appending(path: "text"), folder.appending(path: "policy"))
            try Data(proven.file.bytes).write(to: proof)
            try Data(proven.page.canonicalText).write(to: text)
            try Data(ProvenPage.policyText.utf8).write(to: policy)
            let verify = ["-B", OtherPrograms.root + "/docs/verifying/verify.py", proof.path]
            let page = ["--text", text.path, "--salt", Hex.encode(proven.page.salt.bytes), "--id", proven.page.id, "--edition"]
            let calls: [([String], String?)] = [
                (["--policy", policy.path], nil), (["--key", NoteTests.logKey], nil), (["--policy", policy.path] + page + ["2"], nil),
                (["--policy", policy.path] + page + ["3"], "edition 3"), (["--key", PolicyTests.key(1)], "type 1"),
                (["--key", NoteTests.logKey.replacing("7900", with: "7901")], "does not belong"),
            ]
            for (arguments, complaint) in calls {
                let found = try OtherPrograms.run(OtherPrograms.python, verify + arguments)
                #expect(found.status == (complaint == nil ? 0 : 1), "\(arguments): \(found.complained)")
                if let complaint {
                    #expect(found.complained.contains(complaint), "\(found.complained)")
                } else {
                    #expect(found.said.contains("06fj"))
                }
            }
        }
    }
}
