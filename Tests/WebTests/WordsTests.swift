import PortalNetwork
import RichText
import Testing

@testable import Web

private func faults(_ files: [(path: String, text: String)]) -> [String] {
    do throws(TemplateFaults) {
        _ = try Words(files)
        return []
    } catch {
        return error.faults.map(\.description)
    }
}

private func three(_ vi: String, _ en: String, _ zh: String) -> [(path: String, text: String)] {
    [("Words/vi.json", vi), ("Words/en.json", en), ("Words/zh.json", zh)]
}

@Suite("Catalogues of wording")
struct WordsTests {
    @Test func theProgramSaysEverythingInThreeLanguages() throws {
        let texts = try ProgramTexts(features: [])
        #expect(texts.words.keys.count > 60)
        for key in texts.words.keys {
            let vi = try #require(texts.words.phrase(key, .vi))
            for language in Language.allCases {
                let phrase = try #require(texts.words.phrase(key, language), "\(key) \(language)")
                #expect(phrase.holes == vi.holes, "\(key)")
            }
            // A sign is the same in every language.
            if key != "chrome.fax", !key.hasSuffix("-sign") {
                #expect(texts.words.text(key, .en) != texts.words.text(key, .vi), "\(key) is not translated")
            }
        }
    }

    @Test(
        arguments: [
            (three(#"{"a": "A"}"#, #"{"a": "A"}"#, "{}"), "'a' is missing in 'zh'"),
            (three("{}", #"{"a": "A"}"#, #"{"a": "A"}"#), "'a' is missing in 'vi'"),
            (three(#"{"a": "{x} A"}"#, #"{"a": "{y} A"}"#, #"{"a": "{x} A"}"#), "'a' has other holes in 'en'"),
            (three(#"{"a": "{x"}"#, #"{"a": "x"}"#, #"{"a": "x"}"#), "its braces do not pair"),
            (three(#"{"a": ""}"#, #"{"a": "x"}"#, #"{"a": "x"}"#), "is empty"),
            (three(#"{"a": "x}"}"#, #"{"a": "x"}"#, #"{"a": "x"}"#), "its braces do not pair"),
            (three(#"{"a": "{1 2}"}"#, #"{"a": "x"}"#, #"{"a": "x"}"#), "its braces do not pair"),
            (three(#"{"a": "A", "a": "B"}"#, #"{"a": "A"}"#, #"{"a": "A"}"#), "'a' stands here twice"),
            (three(#"{"a": 1}"#, #"{"a": "A"}"#, #"{"a": "A"}"#), "'\"' was expected"),
            (three(#"{"a": "A"} x"#, #"{"a": "A"}"#, #"{"a": "A"}"#), "something stands after"),
            (three(#"{"a": "A""#, #"{"a": "A"}"#, #"{"a": "A"}"#), "ends too early"),
            (three(#"{"a": "\q"}"#, #"{"a": "A"}"#, #"{"a": "A"}"#), "instead of an escape"),
            (three("", "{}", "{}"), "ends too early"),
            ([("Words/fr.json", "{}")], "'fr' is not a language"),
            (
                three(#"{"a": "A"}"#, #"{"a": "A"}"#, #"{"a": "A"}"#) + [("b/Words/vi.json", #"{"a": "B"}"#)],
                "another part of the program already says 'a'"
            ),
        ])
    func refusals(files: [(path: String, text: String)], reason: String) {
        #expect(faults(files).contains { $0.contains(reason) }, "\(faults(files))")
    }

    @Test func linesAreNamed() {
        #expect(faults(three("{\n  \"a\": \"A\",\n  \"b\": \"{\"\n}", "{}", "{}")).contains { $0.hasPrefix("Words/vi.json:3:") })
    }

    @Test func textsAreFilledAndEscapesRead() throws {
        let words = try Words(three(#"{"a": "Trang {page}/{pages} \"x\"\n"}"#, #"{"a": "{page} {pages}"}"#, #"{"a": "{pages}{page}"}"#))
        #expect(words.text("a", .vi, ["page": "1", "pages": "<9>"]) == "Trang 1/<9> \"x\"\n")
        #expect(words.marked("a", .en, ["page": "1", "pages": "<9>"]).string == "<span data-r=\"w\" data-k=\"a\">1 &lt;9&gt;</span>")
        #expect(words.text("missing", .vi) == "⟦missing⟧")
    }
}
