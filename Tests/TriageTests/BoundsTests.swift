import Foundation
import Testing

@testable import Triage

/// Whatever is sent in: an answer, in a time that grows with the text and no faster.
@Suite("Hostile letters", .enabled(if: ProcessInfo.processInfo.environment["CAUNOI_TEST_FULL"] == "1", "takes minutes: CAUNOI_TEST_FULL=1"))
struct BoundsTests {
    static let million = 1_000_000
    static let texts: [(name: String, text: String)] = [
        ("no spaces", String(repeating: "a", count: million)), ("emoji", String(repeating: "😀", count: million / 4)),
        ("spaces", String(repeating: " ", count: million)), ("full stops", String(repeating: ". ", count: million / 2)),
        ("question marks", String(repeating: "?", count: million)),
        ("script", String(repeating: "<script>alert(document.cookie)</script>", count: million / 39)),
        ("one phrase", String(repeating: "tôi tố cáo ", count: million / 15)),
        ("first words", String(repeating: "không không đồng quy định ", count: million / 30)),
        ("gaps", String(repeating: "quy định ", count: million / 12)), ("marks", "a" + String(repeating: "\u{301}", count: million / 2)),
        ("Han", String(repeating: "请", count: million / 3)), ("lines", String(repeating: "\n", count: million)),
        ("zeros", String(repeating: "\0", count: million)), ("joiners", String(repeating: "a\u{200D}", count: million / 4)),
    ]

    @Test("one megabyte", .timeLimit(.minutes(3)), arguments: texts.map(\.name))
    func bounded(_ name: String) throws {
        let one = try #require(Self.texts.first { $0.name == name })
        let clock = ContinuousClock()
        let suggester = Suggester(table: CompetenceTable([]))
        let time = clock.measure {
            _ = suggester.triage(Letter(title: one.text, text: one.text), on: day("2026-11-20"))
            _ = DuplicateSignature(title: one.text, text: one.text)
            _ = TermProfile(one.text)
        }
        #expect(time < .seconds(30), "\(one.name): \(time)")
    }

    @Test func aLongLetterIsReadToItsBound() {
        let text = String(repeating: "xã hội ", count: 20_000) + "tôi tố cáo"
        #expect(TrackReader().guess(title: "", text: text).routedOut.isEmpty)
        #expect(ReadText.head(of: "đất", bytes: 3) == "đ")
        #expect(ReadText.head(of: "đất", bytes: 4) == "đ")
        #expect(ReadText.head(of: "đất", bytes: 100) == "đất")
    }

    @Test func sentencesAreFoundWithTheirSigns() {
        let read = ReadText("Giá 12.500 đồng. Vậy sao? Đi TP.HCM!\nHết")
        #expect(read.sentences.indices.map { read.text(ofSentence: $0) } == ["Giá 12.500 đồng.", "Vậy sao?", "Đi TP.HCM!", "Hết"])
        #expect(read.asks == [false, true, false, false])
        #expect(ReadText("").sentences.isEmpty && ReadText("...").sentences.isEmpty)
    }
}
