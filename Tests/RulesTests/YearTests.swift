import Foundation
import Rules
import Testing
import Vietnamese

/// What an administrator may confirm, and what a confirmed year changes.
@Suite("Confirming a year")
struct YearTests {
    let calendar: WorkCalendar

    init() throws { calendar = try #require(Clocks.standard).calendar }

    private func arrangement(_ change: (inout YearArrangement) -> Void = { _ in }) throws -> YearArrangement {
        var year = try calendar.proposal(for: 2027)
        year.source = "Thông báo của Bộ Nội vụ về nghỉ lễ, tết năm 2027"
        year.evidence = .read
        change(&year)
        return year
    }

    @Test("a proposal is what is usual, without source and swaps")
    func proposal() throws {
        let year = try calendar.proposal(for: 2027)
        #expect(year.tet.map(\.description) == ["2027-02-04", "2027-02-05", "2027-02-06", "2027-02-07", "2027-02-08"])
        #expect(year.nationalDay.map(\.description) == ["2027-09-02", "2027-09-03"])
        #expect(year.swaps.isEmpty && year.source.isEmpty)
    }

    @Test("a confirmed year is no longer provisional and changes the days that it says")
    func confirm() throws {
        let year = try arrangement { $0.swaps = [.init(off: day("2027-02-11"), work: day("2027-02-20"))] }
        let (next, changes) = try calendar.confirming(ConfirmedYear(year, by: "Nguyễn Văn A", on: day("2026-12-01")))
        #expect(!next.status(of: 2027).isProvisional && calendar.status(of: 2027).isProvisional)
        #expect(changes.map(\.date) == [day("2027-02-11"), day("2027-02-20")])
        #expect(!next.isWorkingDay(day("2027-02-11")) && next.isWorkingDay(day("2027-02-20")))
        #expect(try calendar.confirming(all: [ConfirmedYear(year, by: "Nguyễn Văn A", on: day("2026-12-01"))]).isWorkingDay(day("2027-02-20")))
    }

    @Test("a confirmed year is plain data")
    func stored() throws {
        let year = ConfirmedYear(
            try arrangement { $0.extra = [.init(date: day("2027-06-01"), name: Wording(vi: "Nghỉ", en: "Off", zh: "休"))] },
            by: "A",
            on: day("2026-12-01")
        )
        #expect(try JSONDecoder().decode(ConfirmedYear.self, from: JSONEncoder().encode(year)) == year)
    }

    @Test("a change of an announced year needs its reason")
    func change() throws {
        var year = try calendar.proposal(for: 2026)
        year.swaps = []
        #expect(throws: CalendarError.withoutReason(year: 2026)) { try calendar.confirming(ConfirmedYear(year, by: "A", on: day("2026-01-05"))) }
        let (next, changes) = try calendar.confirming(ConfirmedYear(year, by: "A", on: day("2026-01-05"), reason: "Hủy hoán đổi"))
        #expect(changes.map(\.date) == ["2026-01-02", "2026-01-10", "2026-08-22", "2026-08-31"].map(day))
        #expect(next.isWorkingDay(day("2026-08-31")))
    }

    static let refused: [(String, @Sendable (inout YearArrangement) -> Void, CalendarError)] = [
        ("Tết of four days", { $0.tet.removeLast() }, .tet(year: 2027, expected: 5)),
        ("Tết without the first day", { $0.tet = (0..<5).map { day("2027-02-07").adding(days: $0) } }, .tet(year: 2027, expected: 5)),
        ("Tết with a gap", { $0.tet[4] = day("2027-02-09") }, .tet(year: 2027, expected: 5)),
        ("National Day alone", { $0.nationalDay = [day("2027-09-02")] }, .nationalDay(year: 2027, expected: 2)),
        ("National Day apart", { $0.nationalDay = [day("2027-08-31"), day("2027-09-02")] }, .nationalDay(year: 2027, expected: 2)),
        ("the wrong two days", { $0.nationalDay = [day("2027-09-03"), day("2027-09-04")] }, .nationalDay(year: 2027, expected: 2)),
        (
            "a holiday given away", { $0.swaps = [.init(off: day("2027-04-30"), work: day("2027-05-08"))] },
            .swap(.init(off: day("2027-04-30"), work: day("2027-05-08")), "2027-04-30 is a day off already")
        ),
        (
            "a working day worked", { $0.swaps = [.init(off: day("2027-04-29"), work: day("2027-05-06"))] },
            .swap(.init(off: day("2027-04-29"), work: day("2027-05-06")), "2027-05-06 is no weekly day of rest")
        ),
        (
            "work on a holiday", { $0.swaps = [.init(off: day("2027-04-29"), work: day("2027-05-01"))] },
            .swap(.init(off: day("2027-04-29"), work: day("2027-05-01")), "2027-05-01 is a holiday")
        ),
        (
            "another year", { $0.swaps = [.init(off: day("2028-04-26"), work: day("2028-05-06"))] },
            .swap(.init(off: day("2028-04-26"), work: day("2028-05-06")), "neither day is in 2027")
        ),
        (
            "half a year between", { $0.swaps = [.init(off: day("2027-03-01"), work: day("2027-07-03"))] },
            .swap(.init(off: day("2027-03-01"), work: day("2027-07-03")), "the days are more than 60 days apart")
        ),
        (
            "twice", { $0.swaps = [.init(off: day("2027-03-01"), work: day("2027-03-06")), .init(off: day("2027-03-02"), work: day("2027-03-06"))] },
            .swap(.init(off: day("2027-03-02"), work: day("2027-03-06")), "one of the days is swapped twice")
        ),
        (
            "a day off on a Sunday", { $0.extra = [.init(date: day("2027-03-07"), name: Wording(vi: "a", en: "a", zh: "a"))] },
            .extraDay(day("2027-03-07"), "it is a day off already")
        ),
        (
            "a day off without a name", { $0.extra = [.init(date: day("2027-03-05"), name: Wording(vi: " ", en: "a", zh: "a"))] },
            .extraDay(day("2027-03-05"), "it has no name")
        ),
        ("no source", { $0.source = "  " }, .withoutSource(year: 2027)),
        ("a year that is not there", { $0.year = 2200 }, .outside(year: 2200)),
    ]

    @Test("what the law does not allow is refused with its reason", arguments: refused)
    func refusals(_ name: String, _ change: @Sendable (inout YearArrangement) -> Void, _ error: CalendarError) throws {
        let year = try arrangement(change)
        #expect(throws: error, "\(name)") { try calendar.confirming(ConfirmedYear(year, by: "A", on: day("2026-12-01"))) }
        #expect(!error.description.isEmpty)
    }

    @Test func unsigned() throws {
        let year = try arrangement()
        #expect(throws: CalendarError.unsigned(year: 2027)) { try calendar.confirming(ConfirmedYear(year, by: " ", on: day("2026-12-01"))) }
    }
}
