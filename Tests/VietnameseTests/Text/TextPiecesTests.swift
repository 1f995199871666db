import Foundation
import Testing
import Vietnamese

@Suite("Pieces of text for search")
struct TextPiecesTests {
    static func exact(_ text: String) -> [String] {
        let pieces = TextPieces(text)
        return pieces.pieces.map { pieces.exact($0) }
    }

    static func folded(_ text: String) -> [String] {
        let pieces = TextPieces(text)
        return pieces.pieces.map { pieces.folded($0) }
    }

    @Test(
        "what is the same for a reader is the same piece",
        arguments: [
            ("Thủ tục", "thủ tục"), ("hoà bình", "hòa bình"), ("uỷ ban", "ủy ban"), ("kỹ sư", "kĩ sư"), ("lý do", "lí do"), ("Mỹ", "mĩ"),
            ("Ðà Nẵng", "đà nẵng"), ("ĐẮK LẮK", "đắk lắk"), ("quý", "quí"),
        ]
    )
    func same(_ one: String, _ other: String) {
        #expect(Self.exact(one) == Self.exact(other))
        #expect(TextPieces(one).pieces.map(\.exact) == TextPieces(other).pieces.map(\.exact))
        #expect(Self.exact(one.decomposedStringWithCanonicalMapping) == Self.exact(other))
        #expect(TextPieces(one).pieces.map(\.folded) == TextPieces(other.decomposedStringWithCanonicalMapping).pieces.map(\.folded))
    }

    @Test("what is not the same stays apart", arguments: [("Hà Giang", "Hạ Giang"), ("ma", "mà"), ("dan", "đan"), ("may", "mai")])
    func apart(_ one: String, _ other: String) {
        #expect(TextPieces(one).pieces.map(\.exact) != TextPieces(other).pieces.map(\.exact))
    }

    @Test(
        "where pieces begin and end",
        arguments: [
            ("", []), ("…!?", []), ("UBND-TP.HCM", ["ubnd", "tp", "hcm"]), ("42/2022/NĐ-CP", ["42", "2022", "nd", "cp"]),
            ("越南新闻 abc", ["越", "南", "新", "闻", "abc"]), ("a\u{300}b", ["ab"]), ("straße", ["strasse"]), ("1.234,5", ["1", "234", "5"]),
            ("😀 chào😀bạn", ["chao", "ban"]),
        ] as [(String, [String])]
    )
    func cuts(_ text: String, _ pieces: [String]) { #expect(Self.folded(text) == pieces) }

    @Test(
        "a piece is shown as it was written",
        arguments: ["Thủ tục HÀNH chính", "Ðường Hạ", "Ủy ban".decomposedStringWithCanonicalMapping, "İstanbul x"]
    )
    func shown(_ text: String) {
        let pieces = TextPieces(text)
        let words = pieces.pieces.map { pieces.text($0.start..<$0.end) }
        #expect(words.joined(separator: " ") == text.precomposedStringWithCanonicalMapping)
    }

    @Test("a line without gaps is cut, and a limit holds")
    func bounds() {
        let long = TextPieces(String(repeating: "ạ", count: 100_000))
        #expect(long.pieces.count == 1)
        #expect(long.exact(long.pieces[0]).unicodeScalars.count == 40)
        #expect(TextPieces(String(repeating: "a ", count: 1000), limit: 7).pieces.count == 7)
    }

    @Test(
        "keys that an input method would have joined",
        arguments: [
            ("thur", "thủ"), ("tucj", "tục"), ("thu3", "thủ"), ("tuc5", "tục"), ("nguwowif", "người"), ("nguoi72", "người"), ("ddaays", "đấy"),
            ("dd", nil), ("hanhf", "hành"), ("chinhs", "chính"), ("tieengs", "tiếng"), ("viet65", "việt"), ("hello", nil), ("a", nil), ("xyz1", nil),
            ("quyets", nil), ("quyeets", "quyết"), ("123", nil),
        ] as [(String, String?)]
    )
    func typed(_ keys: String, _ syllable: String?) {
        #expect(TypingMethod.allCases.lazy.compactMap { $0.syllable(from: keys) }.first == syllable)
    }
}
