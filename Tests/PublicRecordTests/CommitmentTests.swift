import Foundation
import PublicRecord
import Testing

/// The vectors of the record's design, sections 1.3 and 1.4: salt is the bytes 00 to 1f.
@Suite struct CommitmentTests {
    let salt = Salt(0..<32)
    let entry =
        #"{"agency":"vp-ubnd","at":1795219200,"by":["e-7f3a91c2","e-b1904e55"],"commit":"52de97a5296f4729fd1419c03aa07a4e7642dab82ee2a384edb833bacbbc2a2d","ed":1,"id":"01kb2m8q7x3v9n4t5w6y7z8a9b","kib":1,"kind":"news","lang":"vi","op":"publish","prev":-1,"site":"www","text":"5f0ccaf47f26056d52e94ac6ea46c9c64a2c24c1735322e1813350c967431a12","topics":["hoi-nghi"],"v":1}"#

    @Test func publishedVectors() throws {
        let salt = try #require(salt)
        let content: JSONValue = ["body": [["p", "Hội nghị trao đổi kinh nghiệm."]], "title": "Hội nghị", "lang": "vi"]
        #expect(
            Commitment(.content, salt: salt, try CanonicalJSON.serialise(content)).hex
                == "52de97a5296f4729fd1419c03aa07a4e7642dab82ee2a384edb833bacbbc2a2d"
        )
        #expect(
            Commitment(.text, salt: salt, Array("Hội nghị\nHội nghị trao đổi kinh nghiệm.\n".utf8)).hex
                == "5f0ccaf47f26056d52e94ac6ea46c9c64a2c24c1735322e1813350c967431a12"
        )
    }

    @Test func entryOfTheVectorIsCanonical() throws {
        let bytes = Array(entry.utf8)
        #expect(bytes.count == 360)
        #expect(try CanonicalJSON.serialise(CanonicalJSON.parse(bytes, canonical: true)) == bytes)
    }

    @Test func everyPartCounts() throws {
        let salt = try #require(salt)
        let bytes = Array("Hội nghị".utf8)
        let all = Set(Commitment.Tag.allCases.map { Commitment($0, salt: salt, bytes) })
        #expect(all.count == Commitment.Tag.allCases.count)
        #expect(Commitment(.text, salt: Salt(), bytes) != Commitment(.text, salt: Salt(), bytes))
        #expect(Commitment(.text, salt: salt, bytes) != Commitment(.text, salt: salt, bytes + [0x0A]))
    }

    @Test func piecesGiveTheSameCommitment() throws {
        let salt = try #require(salt)
        let bytes = (0..<10_000).map { UInt8(truncatingIfNeeded: $0) }
        var hasher = CommitmentHasher(.asset, salt: salt)
        for start in stride(from: 0, to: bytes.count, by: 777) { hasher.update(bytes[start..<min(start + 777, bytes.count)]) }
        #expect(hasher.finish() == Commitment(.asset, salt: salt, bytes))
    }

    @Test func saltsAreFreshAndMeasured() {
        #expect(Set((0..<100).map { _ in Salt() }).count == 100)
        #expect(Salt().bytes.count == 32)
        #expect(Salt(0..<31) == nil)
        #expect(Salt(0..<33) == nil)
    }

    @Test("hex is strict", arguments: ["0", "0g", "AB", "zz", " 00", "00\n"])
    func hexRefuses(text: String) { #expect(Hex.decode(text) == nil) }

    @Test func hexAndTextForm() throws {
        let bytes = (0...255).map { UInt8($0) }
        #expect(Hex.decode(Hex.encode(bytes)) == bytes)
        #expect(Hex.encode([0x00, 0xAF]) == "00af")
        let commitment = Commitment(.att, salt: try #require(salt), [UInt8]())
        #expect(try JSONDecoder().decode(Commitment.self, from: JSONEncoder().encode(commitment)) == commitment)
        #expect(Commitment(hex: String(commitment.hex.dropLast(2))) == nil)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(Commitment.self, from: Data("\"xyz\"".utf8)) }
    }
}
