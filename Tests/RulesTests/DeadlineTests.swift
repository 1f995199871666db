import Foundation
import Rules
import Testing
import Vietnamese

@Suite("Deadlines")
struct DeadlineTests {
    /// Months as such, beside the rules of the program.
    static let months = try? Clocks.terms([Term(1, .month), Term(6, .month), Term(12, .month)])

    @Test("the table that an oracle counted one day at a time", arguments: Vectors.lines("deadlines.txt"))
    func vectors(_ line: String) throws {
        let parts = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
        let clock = try #require(parts[1].hasPrefix("term-") ? Self.months : Clocks.standard)
        let code = parts[1]
        let rule = try #require(clock.book[code])
        var request = ClockRequest(Clocks.facts(of: rule), start: moment(parts[2]))
        for event in parts[3].split(separator: " ") where event != "-" {
            let at = moment(String(event.dropFirst().prefix(16)))
            switch event.first {
            case "S": request.events.append(.suspended(at: at, reason: rule.suspendedBy[0]))
            case "R": request.events.append(.resumed(at: at))
            default:
                let more = event.split(separator: "=")
                let term = try #require(Term(more[1].replacingOccurrences(of: "_", with: " ")))
                request.events.append(.extended(at: at, by: term, reason: String(more[2])))
            }
        }
        let deadline = try clock.deadline(request)
        #expect(deadline.rule.code == code)
        #expect(deadline.due?.civilDate == CivilDate(parts[4]), "\(deadline)")
    }

    @Test func tableIsWhole() { #expect(Vectors.lines("deadlines.txt").count > 1_000) }

    /// By hand, to the millisecond: rule, facts, start, last moment.
    static let moments: [(Facts, String, String)] = [
        // Received at 23:59 in Việt Nam: 16:59 of the same day in UTC.
        (Facts("petition.transfer"), "2026-11-20T23:59", "2026-11-30T23:59:59.999+07:00"),
        // One minute later it is Saturday in Việt Nam, still Friday in UTC; Culture Day is not counted.
        (Facts("petition.transfer"), "2026-11-21T00:00", "2026-11-30T23:59:59.999+07:00"),
        // Between midnight in Việt Nam and midnight in UTC.
        (Facts("petition.transfer"), "2026-11-23T06:59", "2026-12-01T23:59:59.999+07:00"),
        // Simple information at the office: the same day, until offices close; on a Sunday, Monday.
        (Facts("information-request.provide", channel: "in-person", variant: "simple"), "2026-11-20T09:00", "2026-11-20T17:00:00+07:00"),
        (Facts("information-request.provide", channel: "in-person", variant: "simple"), "2026-11-22T09:00", "2026-11-23T17:00:00+07:00"),
        // Hours run through nights and holidays.
        (Facts("spokesperson.publish"), "2026-11-23T18:30", "2026-11-24T18:30:00+07:00"),
        (Facts("data-breach.notify"), "2026-02-15T10:15", "2026-02-18T10:15:00+07:00"),
        (Facts("on-site-report.forward", tenants: ["site:1022-tphcm"]), "2026-12-31T23:58", "2027-01-01T00:03:00+07:00"),
        // Before an event: hours to the minute, days to the end of the last day.
        (Facts("press-conference.notify"), "2026-12-10T09:00", "2026-12-09T09:00:00+07:00"),
        (Facts("press-conference.refuse"), "2026-12-10T09:00", "2026-12-09T21:00:00+07:00"),
        (Facts("outage.announce"), "2026-12-14T22:00", "2026-12-03T23:59:59.999+07:00"),
        (Facts("reception.announce"), "2026-12-15T08:00", "2026-12-08T23:59:59.999+07:00"),
        // Five working days across the Tết of 2026 (16 to 20 February).
        (Facts("petition.transfer"), "2026-02-13T08:00", "2026-02-27T23:59:59.999+07:00"),
        // Ten across the Tết of 2025; the offices were closed from 25 January to 2 February.
        (Facts("leader-petition.notify"), "2025-01-22T08:00", "2025-02-12T23:59:59.999+07:00"),
        // A swapped Saturday counts: 26 April 2025 was worked on, 2 May was not.
        (Facts("petition.transfer"), "2025-04-24T08:00", "2025-05-05T23:59:59.999+07:00"),
        (Facts("petition.transfer"), "2026-08-20T08:00", "2026-08-26T23:59:59.999+07:00"),
        (Facts("petition.transfer"), "2026-08-27T08:00", "2026-09-08T23:59:59.999+07:00"),
        // Fifteen days that end in Tết end on the first working day after it.
        (Facts("disclosure.answer-claim"), "2026-02-02T08:00", "2026-02-23T23:59:59.999+07:00"),
        // Questions that come in after offices closed count from the next working day.
        (Facts("question.transfer"), "2026-11-20T17:00", "2026-11-30T23:59:59.999+07:00"),
        (Facts("question.transfer"), "2026-11-20T17:01", "2026-12-01T23:59:59.999+07:00"),
        // Yearly reports before 20 and 25 December, plans by 31 January, whatever the weekday.
        (Facts("press.yearly-report"), "2026-12-14T00:00", "2026-12-19T23:59:59.999+07:00"),
        (Facts("security.yearly-report"), "2027-12-14T00:00", "2027-12-24T23:59:59.999+07:00"),
        (Facts("work-programme.publish"), "2027-01-01T00:00", "2027-01-31T23:59:59.999+07:00"),
        // A month by the corresponding day, or the last of the month.
        (Facts("press.monthly-information"), "2028-01-31T08:00", "2028-02-29T23:59:59.999+07:00"),
        (Facts("press.conference", tier: "province"), "2026-11-30T08:00", "2027-02-28T23:59:59.999+07:00"),
    ]

    @Test("to the millisecond", arguments: moments)
    func exact(_ facts: Facts, _ start: String, _ due: String) throws {
        let clock = try #require(Clocks.standard)
        #expect(try clock.deadline(ClockRequest(facts, start: moment(start))).due?.rfc3339 == due)
    }

    @Test("a suspension without an end leaves no deadline, but what is left")
    func standing() throws {
        let clock = try #require(Clocks.standard)
        var request = ClockRequest(Facts("proposal.answer"), start: moment("2026-11-02T08:00"))
        request.events = [.suspended(at: moment("2026-11-06T10:00"), reason: "more-information")]
        let deadline = try clock.deadline(request)
        #expect(deadline.due == nil && deadline.isSuspended)
        // 3, 4 and 5 November were counted.
        #expect(deadline.left == Term(17, .day))
        #expect(clock.remaining(of: deadline, at: moment("2027-03-01T08:00")) == .standing(Term(17, .day)))
        #expect(clock.escalations(of: deadline).isEmpty)
        request.events.append(.resumed(at: moment("2026-11-16T08:00")))
        // 16 November is counted again: 17 more days end on 2 December.
        #expect(try clock.deadline(request).due?.civilDate == day("2026-12-02"))
    }

    @Test("hours stand still to the minute")
    func standingHours() throws {
        let clock = try Clocks.terms([Term(24, .hour)])
        var request = ClockRequest(Facts("test.24-hour"), start: moment("2026-11-20T08:00"))
        request.events = [.suspended(at: moment("2026-11-20T10:30"), reason: "reason")]
        #expect(try clock.deadline(request).left == Term(21, .hour))
        request.events.append(.resumed(at: moment("2026-11-21T00:45")))
        #expect(try clock.deadline(request).due == moment("2026-11-21T22:15"))
        request.events.append(.extended(at: moment("2026-11-21T01:00"), by: Term(2, .hour), reason: "reason"))
        #expect(try clock.deadline(request).due == moment("2026-11-22T00:15"))
    }

    @Test("what comes after the end changes nothing, and says so")
    func afterTheEnd() throws {
        let clock = try #require(Clocks.standard)
        let start = moment("2026-11-02T08:00")
        var request = ClockRequest(Facts("proposal.answer"), start: start)
        let due = try #require(try clock.deadline(request).due)
        request.events = [
            .suspended(at: due.adding(seconds: 60), reason: "more-information"), .resumed(at: due.adding(seconds: 900_000)),
        ]
        let late = try clock.deadline(request)
        #expect(late.due == due && late.withoutEffect == [0, 1] && late.pauses.isEmpty)
        #expect(throws: ClockError.afterTheEnd(number: 1, due: due)) {
            try clock.admit(
                .suspended(at: due.adding(seconds: 60), reason: "more-information"),
                to: ClockRequest(Facts("proposal.answer"), start: start)
            )
        }
        // Reopening is a term of its own.
        let reopened = try clock.admit(
            .restarted(at: due.adding(seconds: 60), reason: "reopened"),
            to: ClockRequest(Facts("proposal.answer"), start: start)
        )
        #expect(try #require(reopened.due) > due)
    }

    @Test("a restart begins anew under the rule of its day")
    func restart() throws {
        let clock = try Clocks.terms(
            [],
            more: Self.changing("finish")
        )
        let facts = Facts("test.changing")
        #expect(try clock.deadline(ClockRequest(facts, start: moment("2026-06-29T08:00"))).rule.code == "old")
        let again = ClockRequest(facts, start: moment("2026-06-29T08:00"), events: [.restarted(at: moment("2026-07-02T08:00"), reason: "reason")])
        let deadline = try clock.deadline(again)
        #expect(deadline.rule.code == "new" && deadline.due?.civilDate == day("2026-07-07") && deadline.changedFrom == nil)
    }

    @Test("a new rule changes running terms only where it says so", arguments: [("finish", "old", "2026-07-09"), ("change", "new", "2026-07-06")])
    func transition(_ running: String, _ code: String, _ due: String) throws {
        let clock = try Clocks.terms([], more: Self.changing(running))
        let deadline = try clock.deadline(ClockRequest(Facts("test.changing"), start: moment("2026-06-29T08:00")))
        #expect(deadline.rule.code == code && deadline.due?.civilDate == day(due))
        #expect(deadline.changedFrom == (running == "change" ? "old" : nil))
        // A term that ended before stays what it was.
        #expect(try clock.deadline(ClockRequest(Facts("test.changing"), start: moment("2026-06-01T08:00"))).rule.code == "old")
    }

    static func changing(_ running: String) -> String {
        func rule(_ code: String, _ term: String, _ dates: String) -> String {
            """
              - code: \(code)
                matter: test.changing
                title: {vi: Thử, en: Test, zh: 试}
                term: \(term)
                starts: begun
                stops: begun
                restarted-by: [reason]
                \(dates)
            """
        }
        return [rule("old", "10 day", "to: 2026-06-30"), rule("new", "5 day", "from: 2026-07-01\n    running: \(running)")].joined(separator: "\n")
    }

    @Test("deadlines that touch years without an announcement, or rules that were not compared, are provisional")
    func provisional() throws {
        let clock = try #require(Clocks.standard)
        func uncertain(_ facts: Facts, _ start: String) throws -> [Deadline.Uncertainty] {
            try clock.deadline(ClockRequest(facts, start: moment(start))).uncertainties
        }
        #expect(try uncertain(Facts("petition.transfer"), "2026-11-20T08:00") == [])
        #expect(try uncertain(Facts("petition.transfer"), "2026-12-30T08:00") == [.year(2027)])
        #expect(try uncertain(Facts("disclosure.answer-claim"), "2026-12-20T08:00") == [.year(2027)])
        #expect(try uncertain(Facts("spokesperson.publish"), "2027-12-20T08:00") == [])
        #expect(try uncertain(Facts("proposal.answer"), "2026-11-02T08:00") == [.rule("house-proposal-answer")])
        #expect(try uncertain(Facts("draft.open-for-comment", tier: "central"), "2026-11-02T08:00") == [.rule("l64-draft-central")])
    }

    @Test("a confirmed year makes its deadlines sure")
    func confirmed() throws {
        let clock = try #require(Clocks.standard)
        var year = try clock.calendar.proposal(for: 2027)
        year.source = "Thông báo của Bộ Nội vụ"
        let sure = try LegalClock.standard(confirmed: [ConfirmedYear(year, by: "A", on: day("2026-12-15"))])
        let request = ClockRequest(Facts("petition.transfer"), start: moment("2026-12-30T08:00"))
        #expect(try clock.deadline(request).isProvisional)
        #expect(try !sure.deadline(request).isProvisional)
    }
}
