import Testing
import Vietnamese

@testable import Demo

@Suite("Reading families of texts")
struct FamilyReaderTests {
    static let head = "=== x\nfor: main\nsection: tin-tuc\n"

    @Test(
        "says what is wrong with a text",
        arguments: [
            ("T: before any family", "a line before the first family"),
            (head + "T: {open\nS: S.\nP: P.", "a slot is not closed"),
            (head + "T: [a|b\nS: S.\nP: P.", "a choice is not closed"),
            (head + "T: a]\nS: S.\nP: P.", "']' closes nothing"),
            (head + "X: what\nT: T\nS: S.\nP: P.", "unknown field 'X'"),
            (head + "S: S.\nP: P.", "title, standfirst or body is missing"),
            ("=== x\nT: T\nS: S.\nP: P.", "says not where it belongs"),
            (head + "T: {nothing}\nS: S.\nP: P.", "nothing fills 'nothing'"),
            (head + "let n = 1..5\nT: T\nS: S.\nP: P.", "'n' is defined and never used"),
            (head + "let n = 9..5\nT: {n}\nS: S.\nP: P.", "range '9..5'"),
            (head + "let a, b = x / y | z\nT: {a} {b}\nS: S.\nP: P.", "'z' has 1 parts, not 2"),
            (head + "months: 13\nT: T\nS: S.\nP: P.", "months '13'"),
            (head + "| other\nT: T", "another wording of nothing"),
        ]
    )
    func faults(text: String, problem: String) {
        #expect {
            try FamilyReader.read(text)
        } throws: { error in
            (error as? FamilyFault)?.problem == problem
        }
    }

    @Test("wraps months over the end of the year")
    func months() throws {
        let family = try #require(try FamilyReader.read(Self.head + "months: 11-2 6\nT: T\nS: S.\nP: P.").first)
        #expect(family.months == [11, 12, 1, 2, 6])
    }

    @Test(
        "raises first letters only where a sentence begins",
        arguments: [
            ("xã Suối Ngàn có 1.250 hộ. nay đủ nước? đủ!", "Xã Suối Ngàn có 1.250 hộ. Nay đủ nước? Đủ!"),
            ("12 hộ ở {x}", "12 hộ ở {x}"), ("đ", "Đ"), ("“ý kiến” được ghi", "“Ý kiến” được ghi"),
        ]
    )
    func capitals(text: String, expected: String) { #expect(text.sentencesCapitalised == expected) }

    @Test(
        "writes figures as each language does",
        arguments: [
            (1_234_567, "vi", "1.234.567"), (1_234_567, "en", "1,234,567"), (1_234_567, "zh", "1234567"), (999, "vi", "999"), (-1500, "vi", "-1.500"),
        ]
    )
    func figures(n: Int, language: String, expected: String) { #expect(Figures.whole(n, language: language) == expected) }

    @Test(
        "counts periods from the day of the event",
        arguments: [
            ("d", "12/1"), ("dy+20", "1/2/2026"), ("thu", "thứ Hai"), ("thangtruoc", "12/2025"), ("quytruoc", "IV/2025"), ("luyke", "năm 2025"),
            ("namhoc", "2025 - 2026"),
        ]
    )
    func dates(slot: String, expected: String) throws {
        let day = try #require(CivilDate(year: 2026, month: 1, day: 12))
        #expect(DateSlots.value(slot, day: day, language: "vi") == expected)
    }
}
