import Foundation
import Testing
import Vietnamese

@testable import Search

@Suite("Reading queries")
struct QueryTests {
    @Test(
        "document numbers in a query",
        arguments: [
            ("123/QĐ-UBND", "123~~qd~ubnd"), ("42/2022/NĐ-CP", "42~2022~nd~cp"), ("42/2022/nd-cp", "42~2022~nd~cp"),
            ("042/2022/NĐ-CP", "42~2022~nd~cp"),
            ("42/2022/NÐ-CP", "42~2022~nd~cp"), ("42/2022", "42~2022"), ("nd 42", "42~~nd"), ("nghị định 42", "42~~nd"),
            ("nghi dinh 42 nam 2022", "42~2022~nd"),
            ("Nghị định số 42/2022/NĐ-CP", "42~2022~nd~cp"), ("quyết định 15", "15~~qd"), ("24/2018/QH14", "24~2018~qh14"),
            ("01/2020/TT-BGDĐT", "1~2020~tt~bgddt"),
            ("thông tư liên tịch 3", "3~~ttlt"),
        ]
    )
    func numbers(_ text: String, _ form: String) {
        #expect(SearchQuery(text, synonyms: .standard).numbers.map(\.form) == [form])
    }

    @Test(
        "what only looks like a number of a document",
        arguments: ["ngày 20/11/2026", "1.234.567", "covid 19", "2026", "5/10", "lớp 12", "3/4 dân số"]
    )
    func noNumbers(_ text: String) {
        #expect(SearchQuery(text, synonyms: .standard).numbers.isEmpty)
    }

    @Test(
        "a document is found by every form of its number",
        arguments: ["42/2022/NĐ-CP", "42/2022", "42/nđ-cp", "nd 42", "nghi dinh 42 nam 2022", "nghị định số 42/2022", "0042/2022/ND-CP"]
    )
    func forms(_ text: String) {
        let forms = DocumentNumbers.forms(in: TextPieces("Căn cứ Nghị định số 42/2022/NĐ-CP ngày 24/6/2022 của Chính phủ;"))
        let asked = SearchQuery(text, synonyms: .standard).numbers.map(\.form)
        #expect(!asked.isEmpty && asked.allSatisfy(forms.contains))
    }

    @Test(
        "short forms and what they stand for",
        arguments: [
            ("UBND tỉnh", [["uy", "ban", "nhan", "dan"]]), ("uỷ ban nhân dân", [["ubnd"]]), ("KT-XH", [["kinh", "te", "xa", "hoi"]]), ("TT", []),
            ("tỉnh", []),
        ] as [(String, [[String]])]
    )
    func synonyms(_ text: String, _ others: [[String]]) {
        let found = SearchQuery(text, synonyms: .standard).slots.flatMap(\.others)
        for other in others { #expect(found.contains(other.map { spellingKey($0) })) }
        if others.isEmpty { #expect(found.isEmpty) }
    }

    @Test("an installation adds and takes away")
    func ownSynonyms() {
        let own = Synonyms(added: [("BVĐK", "bệnh viện đa khoa")], removed: ["UBND"])
        #expect(SearchQuery("bvđk", synonyms: own).slots[0].others == [["benh", "vien", "da", "khoa"]])
        #expect(SearchQuery("UBND", synonyms: own).slots[0].others.isEmpty)
    }

    @Test("quoted words are a phrase, an open quotation mark is none")
    func phrases() {
        #expect(SearchQuery("\"thủ tục\" hành chính", synonyms: .standard).phrases == [0..<2])
        #expect(SearchQuery("xin “thủ tục hành chính” mới", synonyms: .standard).phrases == [1..<5])
        #expect(SearchQuery("\"thủ tục", synonyms: .standard).phrases.isEmpty)
        #expect(SearchQuery("\"một\"", synonyms: .standard).phrases.isEmpty)
    }

    /// Whatever a reader types, only terms in quotation marks come out.
    @Test(
        "text of a reader never becomes a language",
        arguments: [
            "a OR b", "NEAR(a b)", "x* AND NOT y", "terms : x", "a\"b\"c", "' OR 1=1 --", "^a", "(((((", "{a b}:c", "\\", "%00", "a~b", "*", "a + b",
            "\u{0}\u{1}",
        ]
    )
    func hostile(_ text: String) {
        let query = SearchQuery(text, synonyms: .standard)
        guard !query.isEmpty else { return }
        for expression in [MatchExpression.folded(query), MatchExpression.exact(query), MatchExpression.phrase(query) ?? ""] {
            let outside = expression.split(separator: "\"", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 0 }.map(
                \.element
            )
            #expect(outside.joined().allSatisfy { "() ANDOR".contains($0) }, "\(expression)")
        }
    }

    @Test("a long query is cut and says so")
    func long() {
        let query = SearchQuery(String(repeating: "thủ tục ", count: 10_000), synonyms: .standard)
        #expect(query.words.count == 32 && query.isCut)
    }

    @Test(
        "queries that may hold something of a person are not counted",
        arguments: [
            "0912345678", "gọi 0912 345 678", "(0255) 3 822 222", "a@b.vn", "001085000123", "https://x.test/?t=1", "   ", "!!!",
            String(repeating: "a ", count: 60),
        ]
    )
    func personal(_ text: String) { #expect(QueryPrivacy.loggable(text) == nil) }

    @Test("others are, in one spelling", arguments: [("  Thủ   tục ", "thủ tục"), ("42/2022/NĐ-CP", "42/2022/nđ-cp"), ("uỷ ban", "ủy ban")])
    func counted(_ text: String, _ query: String) { #expect(QueryPrivacy.loggable(text) == query) }

    @Test(
        "what gamblers flood a field with is never suggested",
        arguments: ["789bet", "nhà cái uy tín", "8xbet", "go88 tải", "tài xỉu online", "f8bet.win"]
    )
    func gambling(_ text: String) { #expect(!QueryPrivacy.mayBeShown(text)) }

    @Test("plain queries are", arguments: ["thủ tục hành chính", "lịch tiêm chủng 2026", "an toàn giao thông"])
    func plain(_ text: String) { #expect(QueryPrivacy.mayBeShown(text)) }
}
