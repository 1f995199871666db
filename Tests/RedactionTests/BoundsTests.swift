import Foundation
import Redaction
import Testing

/// Whatever is read, reading ends soon, and what it says fits the text.
@Suite("Bounds of redaction", .enabled(if: ProcessInfo.processInfo.environment["CAUNOI_TEST_FULL"] == "1", "takes minutes: CAUNOI_TEST_FULL=1"))
struct BoundsTests {
    let redactor = Redactor()

    static let scraps = [
        "Nguyễn", " ", "  ", "văn", "thị", "An", "ông", "bà", "tôi tên là", ":", ",", ".", "\n", "@", "gmail", ".com", "(at)", "0912", "345", "678",
        "-", "/", "29A", "12345", "thửa", "số", "12",
        "sinh năm", "1980", "bị", "ung thư", "CCCD", "038088001234", "😀", "e\u{301}", "\u{301}", "\u{0}", "\u{FEFF}", "\u{200B}", "漢字", "H'",
        "https://", "facebook.com/", "21.0285", "105.8048", "°",
        "không", "chín", "đường", "phường", "trú tại", "ngõ", "9999999999999999999999", "o9l2", "QN-2026-", "①", "٠٩١٢", "",
    ]

    @Test("proposals stand in order, quote the text and never overlap")
    func random() {
        var lot = Lot(seed: 11)
        for seed in 0..<400 {
            let text = (0..<60).map { _ in lot.pick(Self.scraps) }.joined(separator: lot.chance(50) ? " " : "")
            let letter = Letter(title: lot.pick(Self.scraps), text: text)
            let proposals = redactor.proposals(in: letter)
            for (number, field) in letter.fields.enumerated() {
                let scalars = Array(field.text.unicodeScalars)
                let units = Array(field.text.utf16)
                var place = 0
                for proposal in proposals where proposal.field == number {
                    #expect(
                        proposal.range.lowerBound >= place && proposal.range.upperBound <= scalars.count && !proposal.range.isEmpty,
                        "seed \(seed)"
                    )
                    #expect(String(String.UnicodeScalarView(scalars[proposal.range])) == proposal.quote)
                    #expect(String(decoding: units[proposal.utf16], as: UTF16.self) == proposal.quote)
                    place = proposal.range.upperBound
                }
            }
            let edition = redactor.apply(proposals, to: letter)
            _ = redactor.leaks(of: proposals, in: edition)
        }
    }

    /// A megabyte of each, and ten times as much must not take much more than ten times as long.
    static let hostile: [(name: String, unit: String)] = [
        ("digits", "1234567890"), ("digits apart", "1 "), ("zeros and points", "0."), ("phones", "0912345678 "), ("at signs", "@"),
        ("at signs and letters", "a@"), ("mails", "a@gmail.com"), ("points", "a."),
        ("combining marks", "\u{301}"), ("a letter with marks", "e\u{301}\u{323}\u{302}"), ("capitals", "Nguyễn "), ("names", "Nguyễn Văn An, "),
        ("addresses of people", "ông bà "),
        ("links", "https://facebook.com/"), ("slashes", "/"), ("one word", "a"), ("lines", "\n"), ("houses", "số nhà 12 ngõ 3 "),
        ("plots", "thửa 12 tờ 5, "), ("dashes", "QN-2026-"), ("degrees", "21°"),
        ("decimals", "21.02851 "), ("words for digits", "không chín "), ("illnesses", "tôi bị ung thư "), ("hidden", "\u{200B}"),
        ("streets", "đường trường số mới "), ("labels", "sđt stk cccd "), ("births", "sinh ngày "),
    ]

    @Test("hostile text takes time in proportion", arguments: hostile.map(\.name))
    func takesTime(_ name: String) throws {
        let unit = try #require(Self.hostile.first { $0.name == name }?.unit)
        func time(_ bytes: Int) -> Duration {
            let text = String(repeating: unit, count: bytes / unit.utf8.count + 1)
            return ContinuousClock().measure { _ = redactor.proposals(in: text) }
        }
        _ = time(10_000)
        let small = max(time(100_000), .milliseconds(20))
        let large = time(1_000_000)
        #expect(large < small * 40, "\(name): \(small) for 100 kB, \(large) for 1 MB")
    }

    @Test("a hundred thousand digits hide nothing and stop nothing")
    func digits() {
        let text = String(repeating: "1", count: 100_000) + " gọi 0912345678"
        #expect(redactor.proposals(in: text).map(\.quote) == ["0912345678"])
    }

    @Test("leaks of many secrets are looked for in one pass")
    func manySecrets() {
        var maker = SecretMaker(random: Lot(seed: 3))
        let text = (0..<2_000).map { _ in "Ông \(maker.name().joined(separator: " ")), \(maker.phone())" }.joined(separator: ". ")
        let accepted = redactor.proposals(in: text)
        #expect(accepted.count > 3_500)
        let edition = redactor.apply(accepted, to: Letter([Letter.Field("text", text)]))
        let leaks = redactor.leaks(of: accepted, in: edition)
        #expect(leaks.count < 40, "\(leaks.prefix(10).map(\.quote))")
    }
}
