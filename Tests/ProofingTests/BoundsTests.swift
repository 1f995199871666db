import Foundation
import Proofing
import RichText
import Testing

/// Whatever is read, reading ends, and what it says fits the text.
@Suite("Bounds of proofing")
struct BoundsTests {
    static let scraps = [
        "tỉnh", " ", "  ", "Quảng", "Ninh", "Nính", "xã", "Tân", "Hoà", "hòa", "thứ Hai, ngày 31/6/2026", "31/6", ",", ".", "“", "\"", "\n", "Ðа",
        "đươc", "của của",
        "Chủ tich", "UBND", "Nguyễn Văn An", "😀", "e\u{301}", "\u{301}", "\u{0}", "\u{FEFF}", "ngày", "9999999999999999999999/1/2026", "TP.", "-",
        " - ", "–", "’", "漢字", "H'",
        "https://a.b/c?d", "\u{200B}", "١٢/٣/٢٠٢٦", "ⅻ", "",
    ]

    static func text(_ random: inout SeededGenerator, _ count: Int) -> String {
        (0..<count).map { _ in scraps.randomElement(using: &random) ?? "" }.joined(separator: Bool.random(using: &random) ? " " : "")
    }

    static func block(_ random: inout SeededGenerator, depth: Int = 0) -> Block {
        func inlines() -> [Inline] {
            (0..<Int.random(in: 0...3, using: &random)).map { _ in
                Int.random(in: 0...3, using: &random) == 0 ? .link(.site("/x"), text(&random, 3)) : .text(text(&random, 12))
            }
        }
        switch Int.random(in: 0...(depth > 2 ? 4 : 7), using: &random) {
        case 0: return .heading(Heading(level: Int.random(in: 2...4, using: &random), text: inlines()))
        case 1: return .picture(Picture(alt: text(&random, 3), decorative: Bool.random(using: &random), caption: inlines()))
        case 2: return .table(Table(caption: inlines(), rows: [[.init(inlines()), .init(inlines())], [.init(inlines())]]))
        case 5: return .list(List(ordered: true, items: (0..<3).map { _ in [block(&random, depth: depth + 1)] }))
        case 6: return .quote(Quote([block(&random, depth: depth + 1)], cite: inlines()))
        case 7: return .gallery(Gallery([Picture(alt: text(&random, 2), caption: inlines())], caption: inlines()))
        default: return .paragraph(inlines())
        }
    }

    @Test func randomBodies() throws {
        let proofreader = Proofreader(names: Proofs.names, people: Proofs.people)
        for seed in 0..<400 {
            var random = SeededGenerator(seed: UInt64(seed))
            var manuscript = Manuscript()
            let body = RichText((0..<8).map { _ in Self.block(&random) })
            manuscript.add("title", Self.text(&random, 5))
            manuscript.add("body", body)
            manuscript.add("picture", Picture(alt: Self.text(&random, 2)))
            let report = proofreader.read(manuscript, on: Proofs.today)
            let json = try JSONSerialization.jsonObject(with: JSONEncoder().encode(body))
            for finding in report.findings {
                if finding.place.field == "body" {
                    #expect(Self.value(finding.place.path, in: json) != nil || finding.quote.isEmpty, "seed \(seed): \(finding.place.path)")
                }
                #expect(report.counts[finding.kind, default: 0] > 0)
            }
            #expect(report == proofreader.read(manuscript, on: Proofs.today), "seed \(seed): reading twice says the same")
        }
    }

    /// What a JSON Pointer leads to.
    static func value(_ pointer: String, in json: Any) -> Any? {
        pointer.split(separator: "/").reduce(json as Any?) { value, step in
            if let list = value as? [Any], let index = Int(step) { return list.indices.contains(index) ? list[index] : nil }
            return (value as? [String: Any])?[String(step)]
        }
    }

    @Test func rangesQuoteTheText() {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<300 {
            let text = Self.text(&random, 20)
            var manuscript = Manuscript()
            manuscript.add("title", text)
            for finding in Proofreader(names: Proofs.names, people: Proofs.people).read(manuscript, on: Proofs.today).findings {
                guard let range = finding.place.range, finding.quote.count < 200 else { continue }
                let units = Array(text.utf16)
                #expect(range.upperBound <= units.count && String(decoding: units[range], as: UTF16.self) == finding.quote)
            }
        }
    }

    @Test func findingsAreBounded() {
        let text = String(repeating: "Ngày 31/6/2026 của của tỉnh Quản Ninh đươc hòa hoà. ", count: 3000)
        let report = Proofs.report(text)
        for kind in Set(report.findings.map(\.kind)) {
            #expect(report.findings.count { $0.kind == kind } <= Proofreader.mostOfAKind)
        }
        #expect(report.counts[.dateImpossible] == 3000)
    }

    @Test func fiveMegabytesEnd() {
        var random = SeededGenerator(seed: 1)
        let paragraph = Self.text(&random, 4000)
        let blocks: [Block] = (0..<(5_000_000 / max(1, paragraph.utf8.count) + 1)).map { _ in .paragraph([.text(paragraph)]) }
        let report = Proofs.report(blocks)
        #expect(report.isCut)
    }
}

/// Numbers that are the same in every run.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return z ^ z >> 31
    }
}
