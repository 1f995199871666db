import Rules
import Testing
import Vietnamese

@Suite("What a clock refuses")
struct ClockErrorTests {
    static let start = moment("2026-11-02T08:00")
    static func after(_ hours: Int64) -> Instant { start.adding(seconds: hours * 3600) }
    static let house = "house-proposal-answer"

    static let cases: [(Facts, [ClockEvent], ClockError)] = [
        (Facts("no.such-matter"), [], .noRule(matter: "no.such-matter", on: day("2026-11-02"))),
        (Facts("information-request.provide"), [], .noRule(matter: "information-request.provide", on: day("2026-11-02"))),
        (Facts("proposal.answer"), [.resumed(at: after(1))], .notSuspended(number: 1)),
        (
            Facts("proposal.answer"), [.suspended(at: after(1), reason: "more-information"), .suspended(at: after(2), reason: "more-information")],
            .suspendedTwice(number: 2)
        ),
        (
            Facts("proposal.answer"), [.suspended(at: after(1), reason: "more-information"), .resumed(at: after(2)), .resumed(at: after(3))],
            .notSuspended(number: 3)
        ),
        (Facts("proposal.answer"), [.suspended(at: after(-1), reason: "more-information")], .eventBeforeStart(number: 1)),
        (
            Facts("proposal.answer"), [.suspended(at: after(5), reason: "more-information"), .resumed(at: after(4))],
            .eventsOutOfOrder(number: 2)
        ),
        (
            Facts("proposal.answer"), [.suspended(at: after(1), reason: "holiday")],
            .reasonNotAllowed(number: 1, reason: "holiday", rule: house)
        ),
        (Facts("proposal.answer"), [.extended(at: after(1), by: Term(5, .day), reason: "complex-case")], .notExtendable(number: 1, rule: house)),
        (
            Facts("question.answer"), [.extended(at: after(1), by: Term(5, .day), reason: "no-time")],
            .reasonNotAllowed(number: 1, reason: "no-time", rule: "house-question-answer")
        ),
        (
            Facts("question.answer"), [.extended(at: after(1), by: Term(11, .day), reason: "complex-case")],
            .extendedTooLong(number: 1, by: Term(11, .day), limit: Term(10, .day), rule: "house-question-answer")
        ),
        (
            Facts("question.answer"), [.extended(at: after(1), by: Term(0, .day), reason: "complex-case")],
            .extendedTooLong(number: 1, by: Term(0, .day), limit: Term(10, .day), rule: "house-question-answer")
        ),
        (
            Facts("question.answer"), [.extended(at: after(1), by: Term(5, .workingDay), reason: "complex-case")],
            .extendedTooLong(number: 1, by: Term(5, .workingDay), limit: Term(10, .day), rule: "house-question-answer")
        ),
        (
            Facts("question.answer"),
            [
                .extended(at: after(1), by: Term(5, .day), reason: "complex-case"),
                .extended(at: after(2), by: Term(5, .day), reason: "other-agency"),
            ],
            .extendedTooOften(number: 2, limit: 1, rule: "house-question-answer")
        ),
        (
            Facts("petition.transfer"), [.restarted(at: after(1), reason: "reopened")],
            .reasonNotAllowed(number: 1, reason: "reopened", rule: "pakn-9-1")
        ),
        (Facts("outage.announce"), [.suspended(at: after(1), reason: "more-information")], .eventsBeforeAnEvent(rule: "nd224-13")),
        (
            Facts("proposal.answer"), Array(repeating: .restarted(at: after(1), reason: "reopened"), count: 1_001),
            .tooManyEvents(limit: 1_000)
        ),
    ]

    @Test("with one clear sentence in every language", arguments: cases)
    func refused(_ facts: Facts, _ events: [ClockEvent], _ error: ClockError) throws {
        let clock = try #require(Clocks.standard)
        #expect(throws: error) { try clock.deadline(ClockRequest(facts, start: Self.start, events: events)) }
        for language in DateLanguage.allCases {
            let text = error.text(language)
            #expect(text.hasSuffix(language == .zh ? "。" : ".") && !text.contains("{"), "\(text)")
        }
    }

    @Test(
        "days outside the calendar",
        arguments: [
            Instant(rawValue: .min), Instant(rawValue: .max), Instant(rawValue: 0), moment("1994-12-31T23:59"), moment("2200-01-01T00:00"),
        ]
    )
    func outside(_ start: Instant) throws {
        let clock = try #require(Clocks.standard)
        for matter in ["petition.transfer", "spokesperson.publish", "outage.announce"] {
            #expect(throws: ClockError.self) { try clock.deadline(ClockRequest(Facts(matter), start: start)) }
        }
    }

    @Test("terms that end beyond the calendar", arguments: [Term(10_000, .workingDay), Term(10_000, .month), Term(10_000, .day)])
    func tooLong(_ term: Term) throws {
        let clock = try Clocks.terms([term])
        let facts = Facts("test.\(term.count)-\(term.unit.rawValue)")
        #expect(throws: ClockError.tooLong(rule: "term-\(term.count)-\(term.unit.rawValue)")) {
            try clock.deadline(ClockRequest(facts, start: moment("2190-01-01T00:00")))
        }
    }

    @Test("the last days of the calendar")
    func edge() throws {
        let clock = try #require(Clocks.standard)
        #expect(throws: ClockError.self) { try clock.deadline(ClockRequest(Facts("petition.transfer"), start: moment("2199-12-30T08:00"))) }
        #expect(try clock.deadline(ClockRequest(Facts("petition.transfer"), start: moment("2199-12-01T08:00"))).due?.civilDate == day("2199-12-06"))
    }
}
