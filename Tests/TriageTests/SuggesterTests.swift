import Testing

@testable import Triage

@Suite("Suggestions")
struct SuggesterTests {
    static let table = CompetenceTable([
        CompetenceRow(field: "land", territory: "22", agency: "so-nnmt-22", basis: "QĐ 1, điều 3", from: day("2025-07-01")),
        CompetenceRow(field: "civil-status", agency: "ubnd-{commune}", basis: "Luật Hộ tịch", from: day("2025-07-01")),
        CompetenceRow(field: nil, agency: "vp-{province}", basis: "QĐ 2", from: day("2025-07-01")),
    ])
    static let suggester = Suggester(table: table)
    static let place = Territory(commune: "06649", province: "22")

    @Test func theBestAgencyComesFirstWithItsReasons() throws {
        let report = Self.suggester.triage(
            Letter(title: "Cấp sổ đỏ", text: "Tôi muốn tách thửa đất và cấp giấy chứng nhận quyền sử dụng đất.", place: Self.place),
            on: day("2026-11-20")
        )
        let best = try #require(report.suggestions.first)
        #expect(best.agency == "so-nnmt-22" && best.fields == ["land"] && best.score > 0.5)
        #expect(best.reasons.map(\.key) == ["triage.reason.field", "triage.reason.table"])
        #expect(best.reasons.last?.values["basis"] == .text("QĐ 1, điều 3"))
        #expect(best.reasons.last?.values["territory"] == .text("22"))
        #expect(best.reasons.first?.values["field"] == .word("triage.field.land"))
        #expect(report.remarks.isEmpty)
    }

    @Test func everyKeyHasItsSentence() throws {
        let words = try FieldTests.catalogue("vi")
        let letter = Letter(
            title: "Đơn khiếu nại",
            text: "Tôi khiếu nại quyết định thu hồi đất. Cho tôi hỏi bao giờ trả lời? Cần giấy tờ gì?",
            place: Self.place,
            chosenAgency: "so-x",
            chosenField: "tax"
        )
        for letter in [letter, Letter(title: "", text: "", chosenAgency: "so-x", chosenField: "tax"), Letter(title: "", text: "?")] {
            let report = Self.suggester.triage(letter, on: day("2026-11-20"), limit: 10)
            for reason in report.suggestions.flatMap(\.reasons) + report.remarks {
                let sentence = try #require(words[reason.key], "\(reason.key)")
                let holes = sentence.matches(of: /\{([a-z]+)\}/).map { String($0.output.1) }
                #expect(Set(holes).isSubset(of: reason.values.keys), "\(reason.key)")
                for case .word(let key) in reason.values.values { #expect(words[key] != nil, "\(key)") }
            }
        }
    }

    @Test func complaintsAreLedOut() {
        let report = Self.suggester.triage(Letter(title: "Đơn tố cáo", text: "Cán bộ nhận hối lộ", place: Self.place), on: day("2026-11-20"))
        #expect(report.remarks.first?.key == "triage.remark.routed-out")
        #expect(report.remarks.first?.values["track"] == .word("triage.track.denunciation"))
    }

    @Test func theWritersChoiceWeighsButDoesNotDecide() {
        let text = "Đăng ký khai sinh, kết hôn, cải chính hộ tịch tại xã"
        let chosen = Self.suggester.triage(Letter(title: "", text: text, place: Self.place, chosenField: "land"), on: day("2026-11-20"))
        #expect(chosen.suggestions.map(\.agency).prefix(2) == ["ubnd-06649", "so-nnmt-22"])
        #expect(chosen.fields.reduce(0) { $0 + $1.probability } <= 1.0001)
    }

    @Test func whatSaysNothingGoesWhereEverythingGoes() {
        let report = Self.suggester.triage(Letter(title: "", text: "???", place: Self.place), on: day("2026-11-20"))
        #expect(report.suggestions.map(\.agency) == ["vp-22"])
        #expect(report.remarks.map(\.key) == ["triage.remark.unclear"])
        #expect(Self.suggester.triage(Letter(title: "", text: "???"), on: day("2026-11-20")).suggestions.isEmpty)
        #expect(Self.suggester.triage(Letter(title: "", text: "đất đai nhà cửa"), on: day("2020-01-01")).suggestions.isEmpty)
    }

    @Test func theDayOfReceiptDecidesTheTable() {
        let letter = Letter(title: "Tách thửa đất", text: "sổ đỏ", place: Self.place)
        #expect(Self.suggester.triage(letter, on: day("2025-06-30")).suggestions.isEmpty)
        #expect(Self.suggester.triage(letter, on: day("2025-07-01")).suggestions.first?.agency == "so-nnmt-22")
    }
}
