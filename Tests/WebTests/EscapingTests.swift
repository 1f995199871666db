import Foundation
import RichText
import Testing

@testable import Web

@Suite("Escaping for HTML")
struct EscapingTests {
    @Test(
        arguments: [
            ("", ""), ("Ủy ban nhân dân", "Ủy ban nhân dân"), ("a&b", "a&amp;b"), ("<script>", "&lt;script&gt;"), ("\"'", "&quot;&#39;"),
            ("Ễ<Ậ>đ&", "Ễ&lt;Ậ&gt;đ&amp;"), ("&amp;", "&amp;amp;"), ("<", "&lt;"), ("x<", "x&lt;"), ("🇻🇳&👩‍👩‍👧", "🇻🇳&amp;👩‍👩‍👧"),
            ("e\u{0323}\u{0302}<", "e\u{0323}\u{0302}&lt;"),
        ])
    func vectors(text: String, escaped: String) {
        #expect(HTMLEscape.text(text) == escaped)
        #expect(Array(HTMLEscape.text(text).utf8) == Array(escaped.utf8))
    }

    /// Against the plain definition, on text made by chance.
    @Test func agreesWithTheDefinition() {
        var random = SeededGenerator(state: 7)
        let pieces = ["&", "<", ">", "\"", "'", "a", "ộ", "Đ", " ", "中", "👩‍👧", "\n", "e\u{0301}"]
        for _ in 0..<2000 {
            let text = (0..<Int.random(in: 0...40, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
            let expected = text.unicodeScalars.map { scalar in
                switch scalar {
                case "&": "&amp;"
                case "<": "&lt;"
                case ">": "&gt;"
                case "\"": "&quot;"
                case "'": "&#39;"
                default: String(scalar)
                }
            }.joined()
            #expect(Array(HTMLEscape.text(text).utf8) == Array(expected.utf8))
        }
    }

    @Test func structuredDataCannotEndItsElement() {
        let data = JSONLD.of(
            type: "NewsArticle",
            ["headline": .text("</script><script>alert(1)</script>&\u{2028}\"\\\u{1}"), "none": nil, "n": .number(-3)]
        )
        let script = data.script.string
        #expect(!script.contains("<") && !script.contains(">") && !script.contains("&"))
        let read = try? JSONSerialization.jsonObject(with: Data(script.utf8)) as? [String: Any]
        #expect(read?["headline"] as? String == "</script><script>alert(1)</script>&\u{2028}\"\\\u{1}")
        #expect(read?["@context"] as? String == "https://schema.org")
        #expect(read?["none"] == nil)
        #expect(script == data.script.string)
    }
}

/// A generator whose numbers are the same on every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
