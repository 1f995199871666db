import PublicRecord
import Testing

@Suite struct GuardTests {
    let tree = Vectors.tree

    private func head(_ size: Int64, origin: String = Vectors.origin) throws -> Checkpoint {
        try Checkpoint(origin: origin, size: size, root: tree.root(at: size))
    }

    private func refusal(_ state: inout CheckpointGuard, old: Int64, _ proof: [RecordHash], _ head: Checkpoint) -> GuardRefusal? {
        let before = state
        do {
            try state.submit(old: old, proof: proof, checkpoint: head)
            return nil
        } catch {
            #expect(state == before, "a refusal changes nothing")
            return error
        }
    }

    @Test func growsStepByStep() throws {
        var state = CheckpointGuard(origin: Vectors.origin)
        var old: Int64 = 0
        for size in [0, 1, 1, 5, 255, 256, 257, 300, 65_536, 70_000, 70_000] as [Int64] {
            try state.submit(old: old, proof: tree.consistencyProof(from: old, to: size), checkpoint: head(size))
            #expect(state.head == (try head(size)))
            #expect(CheckpointGuard(head: try head(size)) == state)
            old = size
        }
    }

    @Test func refusesAsTheWitnessProtocolSays() throws {
        var state = CheckpointGuard(head: try head(256))
        let proof = try tree.consistencyProof(from: 256, to: 300)
        #expect(refusal(&state, old: 256, proof, try head(300, origin: "other.example"))?.status == 404)
        #expect(refusal(&state, old: 301, proof, try head(300)) == .oldTooGreat(old: 301, size: 300))
        #expect(refusal(&state, old: -1, proof, try head(300))?.status == 400)
        #expect(refusal(&state, old: 0, [], try head(300)) == .outdated(size: 256))
        #expect(refusal(&state, old: 255, proof, try head(300))?.status == 409)
        #expect(refusal(&state, old: 200, [], try head(200)) == .outdated(size: 256))
        #expect(refusal(&state, old: 256, [], try head(300))?.status == 422)
        #expect(refusal(&state, old: 256, proof + [.empty], try head(300)) == .proof(.length(expected: 1, got: 2)))
        #expect(refusal(&state, old: 256, proof, try head(256))?.status == 422)
        let fork = try Checkpoint(origin: Vectors.origin, size: 256, root: .leaf([]))
        #expect(refusal(&state, old: 256, [], fork) == .otherRoot(size: 256))
        let forked = try Checkpoint(origin: Vectors.origin, size: 300, root: .leaf([]))
        #expect(refusal(&state, old: 256, proof, forked) == .proof(.root))
        #expect(refusal(&state, old: 256, [], try head(256)) == nil)
        #expect(refusal(&state, old: 256, proof, try head(300)) == nil)
    }

    @Test func requestsToWitnesses() throws {
        let note = try NoteSigner(name: Vectors.origin, seed: Vectors.logSeed).sign(head(300))
        for old in [0, 7, 299, 300] as [Int64] {
            let request = try AddCheckpointRequest(old: old, proof: tree.consistencyProof(from: old, to: 300), note: note)
            let read = try AddCheckpointRequest(parsing: request.bytes)
            #expect(read.bytes == request.bytes)
            #expect(read.old == old && read.proof == request.proof)
        }
        #expect(throws: NoteFault.self) { try AddCheckpointRequest(old: 1, proof: [RecordHash](repeating: .empty, count: 64), note: note) }
        let most = try AddCheckpointRequest(old: 1, proof: [RecordHash](repeating: .empty, count: 63), note: note)
        #expect(try AddCheckpointRequest(parsing: most.bytes).proof.count == 63)
        let line = RecordHash.empty.base64 + "\n"
        let rest = "\n" + String(decoding: note.bytes, as: UTF8.self)
        for wrong in [
            "", "old", "old 1", "old 1\n", "old 01\n" + rest, "old -1\n" + rest, "old +1\n" + rest, "old  1\n" + rest, "Old 1\n" + rest,
            "old 1 \n" + rest,
            "old 9223372036854775808\n" + rest, "old 1\n" + line, "old 1\nAAAA\n" + rest, "old 1\n" + String(repeating: line, count: 64) + rest,
            "old 1\r\n" + rest, rest, "old 1\n\n", "old 1\n" + rest.dropFirst(), "old 1\n" + rest.dropLast(),
        ] { #expect(throws: NoteFault.self) { try AddCheckpointRequest(parsing: Array(wrong.utf8)) } }
    }
}
