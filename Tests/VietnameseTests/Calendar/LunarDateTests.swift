import Testing
import Vietnamese

@Suite struct LunarDateTests {
    @Test(
        "mùng 1 Tết",
        arguments: [
            "1968-01-29", "1985-01-21", "2007-02-17", "2024-02-10", "2025-01-29", "2026-02-17", "2027-02-06", "2028-01-26", "2029-02-13",
            "2030-02-02", "2031-01-23", "2032-02-11", "1954-02-03", "1975-02-11",
            "2000-02-05", "2020-01-25", "2023-01-22", "2175-01-22", "2199-01-26",
        ]
    )
    func newYear(_ text: String) throws {
        let date = try #require(CivilDate(text))
        #expect(LunarDate.newYear(date.year) == date)
        #expect(LunarDate(date) == LunarDate(year: date.year, month: 1, day: 1))
    }

    @Test(
        "Giỗ Tổ (10/3)",
        arguments: ["2024-04-18", "2025-04-07", "2026-04-26", "2027-04-16", "2028-04-04", "2029-04-23", "2030-04-12", "2031-04-01"]
    )
    func commemoration(_ text: String) throws {
        let date = try #require(CivilDate(text))
        #expect(LunarDate(date) == LunarDate(year: date.year, month: 3, day: 10))
    }

    @Test(
        "leap months",
        arguments: [
            (2004, 2), (2006, 7), (2009, 5), (2012, 4), (2014, 9), (2017, 6), (2020, 4), (2023, 2), (2025, 6), (2028, 5), (2031, 3), (1984, 10),
            (1985, 2), (1987, 7),
        ]
    )
    func leapMonths(_ year: Int, _ month: Int) throws {
        // In 1984/85 the Vietnamese calendar had the leap month after the second month of 1985, the Chinese one after the tenth of 1984.
        let leap = (1...12).filter { LunarDate(year: year, month: $0, day: 1, isLeapMonth: true) != nil }
        #expect(leap == (year == 1984 ? [] : [month]))
    }

    @Test("every day of the range goes there and back, and months follow each other")
    func roundTrip() throws {
        let first = try #require(LunarDate.newYear(1900)).dayNumber
        let last = try #require(LunarDate.newYear(2199)).dayNumber + 353
        var previous: LunarDate?
        for number in stride(from: first, through: last, by: 1) where number % 17 == 0 || previous == nil {
            let date = CivilDate(dayNumber: number)
            let lunar = try #require(LunarDate(date), "\(date)")
            try #require(lunar.civilDate == date, "\(date)")
            try #require(LunarDate(year: lunar.year, month: lunar.month, day: lunar.day, isLeapMonth: lunar.isLeapMonth) == lunar)
            previous = lunar
        }
        for year in 1900..<2199 {
            let start = try #require(LunarDate.newYear(year)), next = try #require(LunarDate.newYear(year + 1))
            let length = next.dayNumber - start.dayNumber
            #expect([353, 354, 355, 383, 384, 385].contains(length), "\(year): \(length)")
            #expect((1...2).contains(start.month) && (LunarDate(start.adding(days: -1))?.month ?? 12) == 12, "\(start)")
        }
    }

    @Test func outside() {
        #expect(LunarDate(CivilDate(year: 1899, month: 12, day: 31)!) == nil)
        #expect(LunarDate(CivilDate(year: 2201, month: 1, day: 1)!) == nil)
        #expect(LunarDate(year: 2026, month: 13, day: 1) == nil)
        #expect(LunarDate(year: 2026, month: 6, day: 1, isLeapMonth: true) == nil)
        #expect(LunarDate(year: 2026, month: 1, day: 31) == nil)
        #expect(LunarDate.newYear(2200) == nil)
    }

    @Test func words() throws {
        #expect(try #require(LunarDate(year: 2026, month: 3, day: 10)).text == "mùng 10 tháng 3 năm Bính Ngọ")
        #expect(try #require(LunarDate(year: 2025, month: 6, day: 15, isLeapMonth: true)).text == "ngày 15 tháng 6 nhuận năm Ất Tỵ")
        #expect(try #require(LunarDate(year: 2024, month: 1, day: 1)).yearName == "Giáp Thìn")
    }
}
