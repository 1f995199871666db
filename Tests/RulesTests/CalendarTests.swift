import Foundation
import Rules
import Testing
import Vietnamese

@Suite("Working days")
struct CalendarTests {
    let calendar: WorkCalendar

    init() throws { calendar = try #require(Clocks.standard).calendar }

    @Test("mùng 1 Tết, Giỗ Tổ and leap month of every lunar year from 1900 to 2199", arguments: Vectors.lines("lunar-new-year.txt"))
    func lunar(_ line: String) throws {
        let parts = line.split(separator: " ").map(String.init)
        let year = try #require(Int(parts[0]))
        #expect(LunarDate.newYear(year) == CivilDate(parts[1]))
        #expect(LunarDate(year: year, month: 3, day: 10)?.civilDate == CivilDate(parts[2]))
        if parts.count == 4 {
            #expect((1...12).first { LunarDate(year: year, month: $0, day: 1, isLeapMonth: true) != nil } ?? 0 == Int(parts[3]))
        }
        guard year >= 2007 else { return }
        #expect(calendar.mark(day(parts[1])) == .holiday("tet"))
        if day(parts[2]) >= day("2007-04-11") {
            #expect(calendar.mark(day(parts[2])) == .holiday("hung-kings") || day(parts[2]).month == 4 && day(parts[2]).day == 30)
        }
    }

    @Test func tableIsWhole() { #expect(Vectors.lines("lunar-new-year.txt").count == 300) }

    /// Every weekday on which offices were or will be closed, and every day of rest on which they were open.
    static let years: [(Int, String, String)] = [
        (2015, "1/1 2/1 16/2 17/2 18/2 19/2 20/2 23/2 28/4 29/4 30/4 1/5 2/9", "14/2 25/4"),
        (2016, "1/1 8/2 9/2 10/2 11/2 12/2 18/4 2/5 3/5 2/9", ""),
        (2017, "2/1 26/1 27/1 30/1 31/1 1/2 6/4 1/5 2/5 4/9", ""),
        (2018, "1/1 14/2 15/2 16/2 19/2 20/2 25/4 30/4 1/5 3/9 31/12", ""),
        (2019, "1/1 4/2 5/2 6/2 7/2 8/2 15/4 29/4 30/4 1/5 2/9", "5/1 4/5"),
        (2020, "1/1 23/1 24/1 27/1 28/1 29/1 2/4 30/4 1/5 2/9", ""),
        (2021, "1/1 10/2 11/2 12/2 15/2 16/2 21/4 30/4 3/5 2/9 3/9", ""),
        (2022, "3/1 31/1 1/2 2/2 3/2 4/2 11/4 2/5 3/5 1/9 2/9", ""),
        (2023, "2/1 20/1 23/1 24/1 25/1 26/1 1/5 2/5 3/5 1/9 4/9", ""),
        (2024, "1/1 8/2 9/2 12/2 13/2 14/2 18/4 29/4 30/4 1/5 2/9 3/9", "4/5"),
        (2025, "1/1 27/1 28/1 29/1 30/1 31/1 7/4 30/4 1/5 2/5 1/9 2/9", "26/4"),
        (2026, "1/1 2/1 16/2 17/2 18/2 19/2 20/2 27/4 30/4 1/5 31/8 1/9 2/9 24/11", "10/1 22/8"),
        (2027, "1/1 4/2 5/2 8/2 9/2 10/2 16/4 30/4 3/5 2/9 3/9 24/11", ""),
        (2028, "3/1 24/1 25/1 26/1 27/1 28/1 4/4 1/5 2/5 1/9 4/9 24/11", ""),
        (2029, "1/1 12/2 13/2 14/2 15/2 16/2 23/4 30/4 1/5 3/9 4/9 26/11", ""),
        (2030, "1/1 31/1 1/2 4/2 5/2 6/2 12/4 30/4 1/5 2/9 3/9 25/11", ""),
        (2031, "1/1 21/1 22/1 23/1 24/1 27/1 1/4 30/4 1/5 1/9 2/9 24/11", ""),
        (2032, "1/1 9/2 10/2 11/2 12/2 13/2 19/4 30/4 3/5 2/9 3/9 24/11", ""),
        (2033, "3/1 31/1 1/2 2/2 3/2 4/2 11/4 2/5 3/5 1/9 2/9 24/11", ""),
        (2034, "2/1 17/2 20/2 21/2 22/2 23/2 28/4 1/5 2/5 1/9 4/9 24/11", ""),
        (2035, "1/1 6/2 7/2 8/2 9/2 12/2 17/4 30/4 1/5 3/9 4/9 26/11", ""),
    ]

    @Test("the days off of a year are these and no others", arguments: years)
    func daysOff(_ year: Int, _ off: String, _ open: String) throws {
        func dates(_ text: String) -> Set<CivilDate> {
            Set(
                text.split(separator: " ").compactMap { item in
                    let parts = item.split(separator: "/").compactMap { Int($0) }
                    return CivilDate(year: year, month: parts[1], day: parts[0])
                }
            )
        }
        let all = (day("\(year)-01-01").dayNumber...day("\(year)-12-31").dayNumber).map(CivilDate.init(dayNumber:))
        #expect(Set(all.filter { $0.weekday < 6 && !calendar.isWorkingDay($0) }) == dates(off))
        #expect(Set(all.filter { $0.weekday > 5 && calendar.isWorkingDay($0) }) == dates(open))
        #expect(calendar.status(of: year).isProvisional == (year > 2026))
    }

    @Test(
        "days say what they are",
        arguments: [
            ("2026-11-24", DayMark.holiday("culture")), ("2025-11-24", .working), ("2026-04-26", .holiday("hung-kings")),
            ("2026-04-27", .substitute("hung-kings")), ("2026-08-31", .swappedOff(for: day("2026-08-22"))),
            ("2026-08-22", .swappedIn(for: day("2026-08-31"))), ("2026-01-02", .swappedOff(for: day("2026-01-10"))),
            ("2026-01-10", .swappedIn(for: day("2026-01-02"))), ("2025-04-26", .swappedIn(for: day("2025-05-02"))),
            ("2014-12-27", .swappedIn(for: day("2015-01-02"))), ("2018-12-31", .swappedOff(for: day("2019-01-05"))),
            ("2026-11-28", .weekend), ("2026-11-27", .working), ("2020-09-03", .working), ("2021-09-03", .holiday("national")),
            ("2006-04-07", .working), ("2007-04-26", .holiday("hung-kings")), ("1999-09-25", .working), ("1999-10-09", .weekend),
            ("1999-09-26", .weekend), ("2016-05-02", .substitute("victory")), ("2016-05-03", .substitute("labour")),
            ("2030-02-02", .holiday("tet")), ("2030-02-03", .holiday("tet")), ("2030-02-07", .working),
        ]
    )
    func marks(_ text: String, _ mark: DayMark) { #expect(calendar.mark(day(text)) == mark) }

    @Test("working days are found as if they were counted one by one")
    func counting() throws {
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<2_000 {
            let start = CivilDate(dayNumber: Int.random(in: day("1996-01-01").dayNumber...day("2190-01-01").dayNumber, using: &generator))
            let count = Int.random(in: 0...60, using: &generator)
            var slow = start, left = count
            while left > 0 {
                slow = slow.adding(days: 1)
                if calendar.isWorkingDay(slow) { left -= 1 }
            }
            try #require(calendar.workingDay(count, after: start) == slow, "\(count) after \(start)")
            try #require(calendar.workingDays(after: start, through: slow) == count)
            try #require(calendar.workingDays(after: slow, through: start) == -count)
        }
    }

    @Test("the list of public holidays from 2015 to 2026", .enabled(if: SharedData.isPresent, SharedData.absence))
    func sharedList() throws {
        let file = try #require(SharedData.folder).appendingPathComponent("lang/public_holidays_vn.csv")
        let listed = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst().compactMap { CivilDate(String($0.prefix(10))) }
            .filter { $0.year <= 2026 }
        #expect(listed.count > 160)
        for date in listed { #expect(!calendar.isWorkingDay(date), "\(date) is listed as a holiday") }
        // The list has no Saturdays that were worked on; and the swap of January 2026 was announced after it was made.
        let unknown = (day("2015-01-01").dayNumber...day("2026-12-31").dayNumber).map(CivilDate.init(dayNumber:))
            .filter { $0.weekday < 6 && !calendar.isWorkingDay($0) && !listed.contains($0) }
        #expect(unknown == [day("2026-01-02")])
    }

    @Test("the list of 2027 to 2035 agrees with what is usual", .enabled(if: SharedData.isPresent, SharedData.absence))
    func sharedForecast() throws {
        let file = try #require(SharedData.folder).appendingPathComponent("lang/public_holidays_vn.csv")
        let listed = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst().compactMap { CivilDate(String($0.prefix(10))) }
        let mine = (day("2027-01-01").dayNumber...day("2035-12-31").dayNumber).map(CivilDate.init(dayNumber:))
            .filter { $0.weekday < 6 && !calendar.isWorkingDay($0) }
        #expect(Set(listed.filter { $0.year >= 2027 && $0.weekday < 6 }).symmetricDifference(mine) == [])
    }
}
