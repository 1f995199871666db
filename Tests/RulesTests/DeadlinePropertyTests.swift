import Rules
import Testing
import Vietnamese

/// Random terms with random events, held against a count that takes one day after the other.
@Suite("Deadlines, one day at a time")
struct DeadlinePropertyTests {
    static let terms = [
        Term(0, .day), Term(1, .day), Term(15, .day), Term(30, .day), Term(0, .workingDay), Term(1, .workingDay), Term(3, .workingDay),
        Term(15, .workingDay), Term(60, .workingDay), Term(1, .month), Term(13, .month), Term(48, .hour), Term(90, .minute),
    ]

    /// The last day, by walking.
    static func walk(_ term: Term, _ start: Instant, _ events: [ClockEvent], _ calendar: WorkCalendar) -> CivilDate {
        var parts = [term]
        var pauses: [(CivilDate, CivilDate)] = []
        var since: CivilDate?
        for event in events {
            switch event {
            case .suspended(let at, _): since = at.civilDate
            case .resumed(let at): if let first = since { pauses.append((first, at.civilDate)) }
            case .extended(_, let more, _): parts.append(more)
            case .restarted: break
            }
        }
        var date = start.civilDate
        for var part in parts {
            if part.unit == .month {
                let month = date.month - 1 + part.count
                let year = date.year + month / 12
                let last = CivilDate.days(inMonth: month % 12 + 1, year: year)
                let end = CivilDate(year: year, month: month % 12 + 1, day: min(date.day, last)) ?? date
                part = Term(end.dayNumber - date.dayNumber, .day)
            }
            var left = part.count
            while left > 0 {
                date = date.adding(days: 1)
                if pauses.contains(where: { $0.0 <= date && date < $0.1 }) { continue }
                if part.unit == .day || calendar.isWorkingDay(date) { left -= 1 }
            }
        }
        while !calendar.isWorkingDay(date) || pauses.contains(where: { $0.0 <= date && date < $0.1 }) { date = date.adding(days: 1) }
        return date
    }

    @Test("every unit, with suspensions and extensions", arguments: terms)
    func property(_ term: Term) throws {
        let clock = try Clocks.terms([term])
        let facts = Facts("test.\(term.count)-\(term.unit.rawValue)")
        var generator = SeededGenerator(seed: UInt64(term.count) &* 31 &+ UInt64(term.unit.rawValue.count))
        for _ in 0..<400 {
            let first = day("2014-06-01").dayNumber
            let start = VietnamTime.startOfDay(CivilDate(dayNumber: Int.random(in: first...first + 20_000, using: &generator)))
                .adding(seconds: Int64.random(in: 0..<86_400, using: &generator))
            var request = ClockRequest(facts, start: start)
            var cursor = start
            for _ in 0..<Int.random(in: 0...4, using: &generator) {
                guard let due = try clock.deadline(request).due, due > cursor else { break }
                // Inside the term, so that every event has its effect.
                cursor = Instant(rawValue: Int64.random(in: cursor.rawValue...due.rawValue, using: &generator))
                if Bool.random(using: &generator) {
                    let back = cursor.adding(seconds: Int64.random(in: 0...2_000_000, using: &generator))
                    request.events += [.suspended(at: cursor, reason: "reason"), .resumed(at: back)]
                    cursor = back
                } else if request.events.count(where: { if case .extended = $0 { true } else { false } }) < 3 {
                    let unit: TermUnit = term.unit.isTime ? .hour : term.unit == .month ? .day : term.unit
                    request.events.append(.extended(at: cursor, by: Term(Int.random(in: 1...20, using: &generator), unit), reason: "reason"))
                }
            }
            let deadline = try clock.deadline(request)
            try #require(deadline.withoutEffect == [])
            if term.unit.isTime {
                try #require(deadline.due == Self.run(term, request))
            } else {
                try #require(deadline.due?.civilDate == Self.walk(term, start, request.events, clock.calendar), "\(request)")
            }
            // The way to it can always be told, in every language, and its last counted number is that of the term.
            let told = try clock.explanation(of: request)
            try #require(told.deadline == deadline)
            for language in DateLanguage.allCases { try #require(!told.text(language, in: clock).contains("{")) }
        }
    }

    private static func run(_ term: Term, _ request: ClockRequest) -> Instant {
        var due = request.start.rawValue + Int64(term.count) * (term.unit == .hour ? 3_600_000 : 60_000)
        var since: Int64 = 0
        for event in request.events {
            switch event {
            case .suspended(let at, _): since = at.rawValue
            case .resumed(let at): due += at.rawValue - since
            case .extended(_, let more, _): due += Int64(more.count) * 3_600_000
            case .restarted: break
            }
        }
        return Instant(rawValue: due)
    }

    @Test("a later start never ends sooner")
    func order() throws {
        let clock = try Clocks.terms(Self.terms.filter { !$0.unit.isTime })
        for term in Self.terms where !term.unit.isTime {
            var last: Instant?
            for offset in 0..<1_500 {
                let start = VietnamTime.startOfDay(day("2024-11-01").adding(days: offset)).adding(seconds: 36_000)
                let due = try #require(try clock.deadline(ClockRequest(Facts("test.\(term.count)-\(term.unit.rawValue)"), start: start)).due)
                if let last { try #require(due >= last, "\(term) from \(start.civilDate)") }
                last = due
            }
        }
    }

    @Test("events that cannot be are refused, whatever their order")
    func nonsense() throws {
        let clock = try Clocks.terms([Term(10, .workingDay)])
        var generator = SeededGenerator(seed: 99)
        let start = moment("2026-02-02T08:00")
        for _ in 0..<3_000 {
            let events = (0..<Int.random(in: 0...8, using: &generator)).map { _ -> ClockEvent in
                let at = start.adding(seconds: Int64.random(in: -100_000...3_000_000, using: &generator))
                switch Int.random(in: 0...4, using: &generator) {
                case 0: return .suspended(at: at, reason: Bool.random(using: &generator) ? "reason" : "none")
                case 1: return .resumed(at: at)
                case 2: return .extended(at: at, by: Term(Int.random(in: -5...200, using: &generator), .workingDay), reason: "reason")
                case 3: return .extended(at: at, by: Term(Int.max, .month), reason: "reason")
                default: return .restarted(at: at, reason: "reason")
                }
            }
            do {
                let deadline = try clock.deadline(ClockRequest(Facts("test.10-working-day"), start: start, events: events))
                #expect(deadline.due.map { $0 > start } ?? deadline.isSuspended)
            } catch {
                #expect(DateLanguage.allCases.allSatisfy { !error.text($0).contains("{") && !error.text($0).hasPrefix("error.") })
            }
        }
    }
}
