import Testing
import Vietnamese

private func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDate { CivilDate(year: year, month: month, day: day)! }
private func moment(_ year: Int, _ month: Int, _ day_: Int, _ hour: Int, _ minute: Int, _ second: Int = 0, zone: Int = 7) -> DateReading {
    .instant(Instant(seconds: Int64(day(year, month, day_).dayNumber * 86_400 + (hour - zone) * 3600 + minute * 60 + second)))
}

@Suite struct DateTextTests {
    @Test func styles() {
        let date = day(2026, 2, 5)
        #expect(date.text(.numeric) == "05/02/2026")
        #expect(date.text(.legal) == "ngày 05 tháng 02 năm 2026")
        #expect(date.text(.long) == "ngày 5 tháng 2 năm 2026")
        #expect(date.text(.withWeekday) == "Thứ Năm, ngày 05/02/2026")
        #expect(date.text(.withWeekday, language: .en) == "Thursday, 5 February 2026")
        #expect(date.text(.withWeekday, language: .zh) == "2026年2月5日 星期四")
        #expect(date.words == "ngày năm tháng hai năm hai nghìn không trăm hai mươi sáu")
        #expect(day(2026, 4, 24).words == "ngày hai mươi tư tháng tư năm hai nghìn không trăm hai mươi sáu")
        #expect(day(2026, 11, 22).weekdayText() == "Chủ nhật")
    }

    @Test(
        "days below 10 and the months 1 and 2 carry a zero, the month 3 does not",
        arguments: [
            (1, 1, "ngày 01 tháng 01 năm 2026"), (10, 2, "ngày 10 tháng 02 năm 2026"), (9, 3, "ngày 09 tháng 3 năm 2026"),
            (20, 11, "ngày 20 tháng 11 năm 2026"),
        ]
    )
    func decree(_ d: Int, _ m: Int, _ text: String) { #expect(day(2026, m, d).text(.legal) == text) }

    @Test func instants() {
        let instant = moment(2026, 11, 20, 9, 25).instant
        #expect(instant.timeText == "09:25")
        #expect(instant.rfc3339 == "2026-11-20T09:25:00+07:00")
        #expect(instant.rfc3339UTC == "2026-11-20T02:25:00Z")
        #expect(instant.adding(milliseconds: 7).rfc3339UTC == "2026-11-20T02:25:00.007Z")
        #expect(instant.rfc5322 == "Fri, 20 Nov 2026 09:25:00 +0700")
        #expect(instant.text(.withWeekday) == "Thứ Sáu, ngày 20/11/2026 09:25")
        #expect(moment(2026, 11, 21, 0, 0).instant.rfc3339UTC == "2026-11-20T17:00:00Z")
        #expect(Instant(rawValue: -1).rfc3339UTC == "1969-12-31T23:59:59.999Z")
    }

    @Test("every day of 400 years goes through its number and back, weekday by weekday")
    func roundTrip() throws {
        var previous = day(1799, 12, 31)
        for number in day(1800, 1, 1).dayNumber...day(2199, 12, 31).dayNumber {
            let date = CivilDate(dayNumber: number)
            try #require(
                date.dayNumber == number && CivilDate(date.description) == date && date > previous && date.weekday == previous.weekday % 7 + 1,
                "\(date)"
            )
            previous = date
        }
    }
}

@Suite struct DateReadingTests {
    @Test(
        "notations of real imports",
        arguments: [
            ("2026-11-20", DateReading.date(day(2026, 11, 20))), ("20/11/2026", .date(day(2026, 11, 20))), ("20-11-2026", .date(day(2026, 11, 20))),
            ("5.2.2026", .date(day(2026, 2, 5))),
            ("20261120", .date(day(2026, 11, 20))), ("ngày 05 tháng 02 năm 2026", .date(day(2026, 2, 5))),
            ("Ngày 20 tháng 11, 2026", .date(day(2026, 11, 20))), ("20 November 2026", .date(day(2026, 11, 20))),
            ("Nov 20, 2026", .date(day(2026, 11, 20))), ("Thứ 3, Ngày 16/07/2024", .date(day(2024, 7, 16))),
            ("Thứ Sáu, 20/11/2026", .date(day(2026, 11, 20))), ("(20/11/2026)", .date(day(2026, 11, 20))),
            ("11:38 20/11/2026", moment(2026, 11, 20, 11, 38)), ("20/11/2026 11:38", moment(2026, 11, 20, 11, 38)),
            ("20/11/2026 - 11:38", moment(2026, 11, 20, 11, 38)), ("Chủ Nhật, 22/09/2019 09:25", moment(2019, 9, 22, 9, 25)),
            ("Chủ nhật, 22/9/2019, 09:25 (GMT+7)", moment(2019, 9, 22, 9, 25)), ("09:21 AM 12/08/2023", moment(2023, 8, 12, 9, 21)),
            ("09:21 PM 12/08/2023", moment(2023, 8, 12, 21, 21)), ("12:05 SA 12/08/2023", moment(2023, 8, 12, 0, 5)),
            ("20/11/2026 2:05:09 CH", moment(2026, 11, 20, 14, 5, 9)), ("9h30 ngày 20/11/2026", moment(2026, 11, 20, 9, 30)),
            ("8 giờ 30 phút, ngày 20 tháng 11 năm 2026", moment(2026, 11, 20, 8, 30)),
            ("Cập nhật lúc 8h ngày 20/11/2026", moment(2026, 11, 20, 8, 0)),
            ("2026-11-20T09:25:00+07:00", moment(2026, 11, 20, 9, 25)), ("2026-11-20T09:25:00Z", moment(2026, 11, 20, 9, 25, zone: 0)),
            ("2026-11-20 09:25:30", moment(2026, 11, 20, 9, 25, 30)), ("2026-11-20T09:25", moment(2026, 11, 20, 9, 25)),
            ("2026-11-20T09:25:00.500-05:00", .instant(moment(2026, 11, 20, 9, 25, zone: -5).instant.adding(milliseconds: 500))),
            ("2026-11-20T09:25:00.123456Z", .instant(moment(2026, 11, 20, 9, 25, zone: 0).instant.adding(milliseconds: 123))),
            ("Tue, 14 Nov 2017 08:30:00 +0700", moment(2017, 11, 14, 8, 30)), ("Tue, 14 Nov 17 08:30 GMT", moment(2017, 11, 14, 8, 30, zone: 0)),
            ("Thu, 20 Aug 2026 10:00:00 +0000 (UTC)", moment(2026, 8, 20, 10, 0, zone: 0)),
            ("1510624200", moment(2017, 11, 14, 8, 50)), ("1510624200000", moment(2017, 11, 14, 8, 50)),
            ("20261120092500", moment(2026, 11, 20, 9, 25)),
        ]
    )
    func known(_ text: String, _ expected: DateReading) throws { #expect(try readDate(text) == expected) }

    @Test(
        "refused with a reason",
        arguments: [
            ("", DateRefusal.empty), ("  ", .empty), ("hôm qua", .unknownNotation), ("20/11", .unknownNotation), ("20/11/2026 abc", .unknownNotation),
            ("20/11/2026 5", .unknownNotation), ("12345", .unknownNotation),
            ("30/02/2026", .impossible), ("2026-13-01", .impossible), ("20/11/2026 25:00", .impossible), ("20/11/2026 10:61", .impossible),
            ("13:00 AM 20/11/2026", .impossible), ("20260230", .impossible),
            ("05/13/2026", .looksMonthFirst(day(2026, 5, 13))), ("20/11/26", .twoDigitYear), ("20/11/1826", .yearOutOfRange(1826)),
            ("2199-01-01", .yearOutOfRange(2199)), ("9999999999", .yearOutOfRange(2286)),
            ("3/4/2026 9:25:00 AM", .ambiguous(dayFirst: day(2026, 4, 3), monthFirst: day(2026, 3, 4))),
            ("Thứ Hai, 20/11/2026", .weekdayDisagrees(day(2026, 11, 20))), ("99999999999999999999", .unknownNotation),
        ]
    )
    func refused(_ text: String, _ reason: DateRefusal) { #expect(throws: reason) { try readDate(text) } }

    @Test func orderSettlesAmbiguity() throws {
        #expect(try readDate("3/4/2026 9:25 AM", order: .surelyDayFirst) == moment(2026, 4, 3, 9, 25))
        #expect(try readDate("3/4/2026 9:25 AM", order: .monthFirst) == moment(2026, 3, 4, 9, 25))
        #expect(try readDate("3/3/2026 9:25 AM") == moment(2026, 3, 3, 9, 25))
        #expect(try readDate("Thứ Sáu, 3/4/2026 9:25 AM") == moment(2026, 4, 3, 9, 25))
        #expect(throws: DateRefusal.looksMonthFirst(day(2026, 5, 13))) { try readDate("13/05/2026", order: .monthFirst) }
    }

    @Test("what is written is read back, and noise never traps")
    func roundTrip() throws {
        var generator = SeededGenerator(seed: 10)
        for _ in 0..<1500 {
            let instant = Instant(seconds: Int64.random(in: -2_000_000_000...4_000_000_000, using: &generator) / 60 * 60)
            for text in [
                instant.rfc3339, instant.rfc3339UTC, instant.rfc5322, instant.text(.numeric), instant.text(.legal), instant.text(.withWeekday),
                instant.text(.long, language: .en),
            ] {
                #expect(try readDate(text) == .instant(instant), "\(text)")
            }
            let noise = String((0..<12).compactMap { _ in "0123456789/-:. ,tTzZ+hAaPpm()thứngày".randomElement(using: &generator) })
            if let reading = try? readDate(noise) { #expect((1900...2100).contains(reading.date.year), "\(noise)") }
        }
    }
}
