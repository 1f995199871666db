public import Vietnamese

extension ExplanationStep {
    /// Its sentence in the catalogue, below `step.`.
    public var key: String {
        switch self {
        case .rule(let rule):
            rule.direction == .before ? "rule-before" : rule.limit == .atLeast ? "rule-at-least" : rule.term.count == 0 ? "rule-at-once" : "rule"
        case .changed: "changed"
        case .houseRule(let tenant): tenant.isEmpty ? "house-rule" : "house-rule-of"
        case .started: "started"
        case .restarted: "restarted"
        case .event: "event"
        case .receivedOn: "received-on"
        case .notCounted: "not-counted"
        case .paused: "paused"
        case .extended: "extended"
        case .withoutEffect: "without-effect"
        case .days(let run):
            switch run.treatment {
            case .counted(let numbers, _): numbers.count == 1 ? "day-counted" : "days-counted"
            case .skipped: run.first == run.last ? "day-skipped" : "days-skipped"
            case .standing: run.first == run.last ? "day-standing" : "days-standing"
            }
        case .moreDays: "more-days"
        case .moved(let from, let to, _): to < from ? "moved-back" : "moved"
        case .due(_, let rule):
            rule.direction == .before
                ? "due-before"
                : rule.limit == .atLeast
                    ? "due-at-least"
                    : rule.term.unit.isTime ? "due-time" : rule.end == .officeClose ? "due-office" : "due"
        case .standing: "standing"
        case .provisionalYear: "provisional-year"
        case .provisionalRule(let rule): rule.basis == .house ? "provisional-house" : "provisional-law"
        }
    }

    /// The values of that sentence, written for a language.
    public func values(_ language: DateLanguage, in clock: LegalClock, words: RuleWords = .house) -> [String: String] {
        func day(_ date: CivilDate) -> String { date.text(.withWeekday, language: language) }
        func moment(_ instant: Instant) -> String { instant.timeText + (language == .zh ? " " : ", ") + day(instant.civilDate) }
        func code(_ code: String) -> String { clock.book.word(code, language) }
        switch self {
        case .rule(let rule):
            return [
                "title": rule.title[language], "term": words.term(rule.term, language), "start": code(rule.starts),
                "citation": rule.citation.text(language), "code": rule.code,
            ]
        case .changed(let old, let rule):
            let from = rule.validity.from.map { $0.text(.numeric, language: language) } ?? ""
            return ["old": old, "code": rule.code, "citation": rule.citation.text(language), "day": from]
        case .houseRule(let tenant): return ["tenant": tenant]
        case .started(let at, let event): return ["moment": moment(at), "event": code(event)]
        case .restarted(let at, let reason): return ["moment": moment(at), "reason": code(reason)]
        case .event(let at): return ["moment": moment(at)]
        case .receivedOn(let date), .notCounted(let date): return ["day": day(date)]
        case .paused(let range): return ["from": moment(range.lowerBound), "to": moment(range.upperBound)]
        case .extended(let term): return ["term": words.term(term, language)]
        case .withoutEffect(let number): return ["number": "\(number)"]
        case .days(let run):
            var values = ["from": day(run.first), "to": day(run.last)]
            switch run.treatment {
            case .counted(let numbers, let unit):
                values["first"] = "\(numbers.lowerBound)"
                values["last"] = "\(numbers.upperBound)"
                values["unit"] = words.text(unit == .workingDay ? "name.working-day" : "name.day", [:], language)
            case .skipped(let mark): values["why"] = mark.text(language, in: clock.calendar, words: words)
            case .standing: break
            }
            return values
        case .moreDays(let count): return ["count": "\(count)"]
        case .moved(let from, let to, let mark):
            return ["from": day(from), "to": day(to), "why": mark.text(language, in: clock.calendar, words: words)]
        case .due(let at, let rule):
            return ["day": day(at.civilDate), "moment": moment(at), "time": at.timeText, "event": code(rule.starts)]
        case .standing(let since, let left): return ["since": moment(since), "left": words.term(left, language)]
        case .provisionalYear(let year): return ["year": "\(year)"]
        case .provisionalRule(let rule): return ["code": rule.code, "citation": rule.citation.text(language)]
        }
    }
}

extension DayMark {
    /// What the day is, for people: `nghỉ hằng tuần`, `Tết Âm lịch`, `nghỉ bù Giỗ Tổ Hùng Vương`.
    public func text(_ language: DateLanguage, in calendar: WorkCalendar, words: RuleWords = .house) -> String {
        func name(_ code: String) -> String { calendar.law.names[code]?[language] ?? code }
        func day(_ date: CivilDate) -> String { date.text(.numeric, language: language) }
        switch self {
        case .working: return words.text("mark.working", [:], language)
        case .weekend: return words.text("mark.weekend", [:], language)
        case .holiday(let code): return name(code)
        case .substitute(let code): return words.text("mark.substitute", ["holiday": name(code)], language)
        case .swappedOff(let date): return words.text("mark.swapped-off", ["day": day(date)], language)
        case .swappedIn(let date): return words.text("mark.swapped-in", ["day": day(date)], language)
        case .extra(let name): return name[language]
        }
    }
}

extension Explanation {
    /// The explanation as plain text, a sentence a line.
    public func text(_ language: DateLanguage = .vi, in clock: LegalClock, words: RuleWords = .house) -> String {
        steps.map { words.text("step.\($0.key)", $0.values(language, in: clock, words: words), language) }.joined(separator: "\n")
    }
}

extension Remaining {
    /// `còn 03 ngày làm việc`, `quá hạn 02 ngày`, `hết hạn trong hôm nay`.
    public func text(_ language: DateLanguage = .vi, words: RuleWords = .house) -> String {
        switch self {
        case .left(let term) where term.count == 0: words.text(term.unit.isTime ? "remaining.moments" : "remaining.today", [:], language)
        case .left(let term): words.text("remaining.left", ["term": words.term(term, language)], language)
        case .over(let term) where term.count == 0: words.text("remaining.just-over", [:], language)
        case .over(let term): words.text("remaining.over", ["term": words.term(term, language)], language)
        case .standing(let term): words.text("remaining.standing", ["term": words.term(term, language)], language)
        }
    }
}
