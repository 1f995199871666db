import PublicRecord
import Testing

/// Every reader gets rubbish: random bytes, and good input that was cut, doubled, mixed and altered. It may refuse; it may not crash, and
/// what it accepts it must write again as it was.
@Suite struct RubbishTests {
    private static func samples() throws -> [[UInt8]] {
        let proven = try ProvenPage()
        let request = try AddCheckpointRequest(old: 7, proof: proven.file.proof, note: proven.file.note)
        return [
            proven.file.bytes, proven.file.note.bytes, request.bytes, Array(PolicyTests.levels.utf8), Array(Entries.vector.utf8),
            Array(NoteTests.logKey.utf8),
            Array("tile/0/x001/234.p/112".utf8), try EntryBundle.encode(proven.entries.prefix(20)), Array(proven.file.note.text.utf8),
        ]
    }

    private static func rubbish(_ samples: [[UInt8]], _ random: inout Seeded) -> [UInt8] {
        var bytes = samples[Int.random(in: samples.indices, using: &random)]
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            let place = bytes.isEmpty ? 0 : Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0..<7, using: &random) {
            case 0: bytes = (0..<Int.random(in: 0..<200, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
            case 1: bytes = Array(bytes.prefix(place))
            case 2: bytes += bytes
            case 3: bytes.insert(contentsOf: samples[Int.random(in: samples.indices, using: &random)].prefix(100), at: place)
            case 4: bytes.insert(contentsOf: Array("\n\n— 9223372036854775807é\u{0}".utf8).shuffled(using: &random), at: place)
            case 5: if !bytes.isEmpty { bytes.removeSubrange(place..<min(place + 30, bytes.count)) }
            default: if !bytes.isEmpty { bytes[place] = UInt8.random(in: 0...255, using: &random) }
            }
        }
        return bytes
    }

    @Test("20,000 pieces of rubbish") func neverCrashes() throws {
        let samples = try Self.samples()
        let keys = try [VerifierKey(NoteTests.logKey), VerifierKey(NoteTests.witnessKey)]
        var random = Seeded(59)
        var accepted = 0
        for _ in 0..<20_000 {
            let bytes = Self.rubbish(samples, &random)
            let text = String(decoding: bytes, as: UTF8.self)
            if let note = try? SignedNote(parsing: bytes) {
                #expect(note.bytes == bytes)
                _ = try? note.verified(by: keys)
                accepted += 1
            }
            if let file = try? ProofFile(parsing: bytes) { #expect(file.bytes == bytes) }
            if let request = try? AddCheckpointRequest(parsing: bytes) { #expect(request.bytes == bytes) }
            if let head = try? Checkpoint(text) { #expect(Array(head.text.utf8) == bytes) }
            if let key = try? VerifierKey(text) { #expect(Array(key.text.utf8) == bytes) }
            if let tile = TileID(path: text) { #expect(Array(tile.path.utf8) == bytes) }
            if case .entry(let entry)? = try? RecordEntry.read(bytes), let again = try? entry.encoded() { #expect(again == bytes) }
            if let entries = try? EntryBundle.decode(bytes) { #expect(try EntryBundle.encode(entries) == bytes) }
            if let policy = try? WitnessPolicy(parsing: bytes) { #expect(policy.logs.count < 100) }
            _ = RecordHash(base64: text)
        }
        #expect(accepted > 100)
    }

    @Test("rubbish as tiles") func tiles() throws {
        var random = Seeded(60)
        for _ in 0..<200 {
            let size = Int64.random(in: 0...(1 << Int64.random(in: 1...62, using: &random)), using: &random)
            #expect(throws: (any Error).self) {
                var tiles = try AuthenticatedTiles(size: size, root: .leaf([])) { _ in
                    (0..<Int.random(in: 0..<9000, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
                }
                _ = try tiles.inclusionProof(index: size / 2)
            }
        }
    }
}
