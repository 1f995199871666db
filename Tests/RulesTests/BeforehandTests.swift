import Rules
import Testing
import Vietnamese

/// What has to be announced before it happens, across days on which nobody works.
@Suite("Announced beforehand")
struct BeforehandTests {
    static let facts = Facts("outage.announce")

    /// Tết of 2027 as it is usually arranged, signed for, so that the table does not depend on what is not announced yet.
    private static func clock() throws -> LegalClock {
        var year = try Clocks.calendar().proposal(for: 2027)
        year.source = "Thông báo của Bộ Nội vụ về nghỉ lễ, tết năm 2027"
        year.evidence = .read
        return try LegalClock.standard(confirmed: [ConfirmedYear(year, by: "Nguyễn Văn A", on: day("2026-11-30"))])
    }

    /// When a stop begins, the last day to announce it; counted by hand on a calendar on paper.
    static let lastDays: [(String, String)] = [
        // An ordinary fortnight: 8, 9, 10, 13, 14, 15, 16 July are the seven days.
        ("2026-07-17T08:00", "2026-07-08"),
        // The time of day has no say, the weekend before is not counted.
        ("2026-07-19T22:00", "2026-07-09"),
        // Saturday 22 August is worked, in the place of Monday 31 August; 1 and 2 September are National Day.
        ("2026-08-24T00:00", "2026-08-14"),
        ("2026-08-29T06:00", "2026-08-21"),
        ("2026-09-03T06:00", "2026-08-21"),
        ("2026-09-04T06:00", "2026-08-22"),
        // 24 November is a holiday since 2026.
        ("2026-12-03T06:00", "2026-11-23"),
        // Tết: 4 to 10 February 2027 are free.
        ("2027-02-04T00:00", "2027-01-26"),
        ("2027-02-11T22:00", "2027-01-26"),
        ("2027-02-12T22:00", "2027-01-27"),
        ("2027-02-15T22:00", "2027-01-28"),
        ("2027-02-16T22:00", "2027-01-29"),
    ]

    @Test("the last day to announce a planned stop", arguments: lastDays)
    func last(_ begins: String, _ last: String) throws {
        let deadline = try #require(try Self.clock().lastMoment(for: Self.facts, beginning: moment(begins)))
        #expect(deadline.due == VietnamTime.startOfDay(day(last).adding(days: 1)).adding(milliseconds: -1), "\(deadline)")
        #expect(deadline.rule.citation.act == "224/2026/NĐ-CP" && deadline.rule.citation.article == "13")
        #expect(!deadline.isProvisional)
    }

    /// When something is announced, the first day on which it may begin.
    static let firstDays: [(String, String)] = [
        ("2026-07-08T23:59", "2026-07-17"),
        ("2026-08-21T09:00", "2026-08-29"),
        ("2026-08-24T00:00", "2026-09-05"),
        // On a Saturday: the days count from Monday on.
        ("2026-11-21T07:00", "2026-12-03"),
        ("2027-01-26T12:00", "2027-02-04"),
        ("2027-01-28T23:59", "2027-02-13"),
        ("2027-01-29T00:00", "2027-02-16"),
        // During Tết.
        ("2027-02-06T00:00", "2027-02-20"),
    ]

    @Test("the first day for what is announced now", arguments: firstDays)
    func first(_ announced: String, _ first: String) throws {
        let clock = try Self.clock()
        let found = try #require(try clock.firstDay(for: Self.facts, announcedAt: moment(announced)))
        #expect(found == day(first))
        // That day is lawful, and the day before is not.
        let start = VietnamTime.startOfDay(found)
        #expect(try #require(try clock.lastMoment(for: Self.facts, beginning: start)?.due) >= moment(announced))
        let before = VietnamTime.startOfDay(found.adding(days: -1))
        #expect(try #require(try clock.lastMoment(for: Self.facts, beginning: before)?.due) < moment(announced))
        #expect(clock.workingDays(from: moment(announced), to: start) >= 7)
        #expect(clock.workingDays(from: moment(announced), to: before) < 7)
    }

    @Test("before the law is in force every day is free")
    func noLaw() throws {
        let clock = try #require(Clocks.standard)
        #expect(try clock.lastMoment(for: Self.facts, beginning: moment("2026-06-30T22:00")) == nil)
        #expect(try clock.firstDay(for: Self.facts, announcedAt: moment("2026-06-10T08:00")) == day("2026-06-11"))
    }

    @Test("a stricter rule of the house holds where it is given")
    func house() throws {
        let file = """
            rules:
              - code: cong-1
                matter: outage.announce
                title: {vi: Báo trước khi tạm dừng, en: Announce a stop, zh: 停机公告}
                limit: at-least
                direction: before
                term: 10 working-day
                starts: outage-begins
                stops: published
                from: 2026-07-01
            """
        let clock = try LegalClock.standard(adding: [RuleSource(name: "cong.yaml", text: file, tenant: "site:an-son")])
        let facts = Facts("outage.announce", tenants: ["site:an-son", "installation"])
        #expect(try clock.lastMoment(for: facts, beginning: moment("2026-07-17T08:00"))?.due?.civilDate == day("2026-07-03"))
        #expect(try clock.lastMoment(for: Self.facts, beginning: moment("2026-07-17T08:00"))?.due?.civilDate == day("2026-07-08"))
    }
}
