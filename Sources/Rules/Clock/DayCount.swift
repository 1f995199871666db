import Vietnamese

/// A term of days that is being counted: where the count stands, and what is still to be counted.
struct DayCount {
    private struct Part {
        var left: Int
        var unit: TermUnit
    }

    private let calendar: WorkCalendar
    /// The last day that was counted, or the day before the first.
    private(set) var day: Int
    private var parts: [Part]

    init(_ term: Term, after day: Int, in calendar: WorkCalendar) {
        self.calendar = calendar
        self.day = day
        parts = [Part(left: term.count, unit: term.unit)]
        begin()
    }

    mutating func lengthen(by term: Term) { parts.append(Part(left: term.count, unit: term.unit)) }

    /// Counts up to and with a day, or to the end of the term if that comes first.
    mutating func count(through end: Int) {
        while end > day, let part = parts.first {
            let available = part.unit == .workingDay ? calendar.count(after: day, through: end) : end - day
            guard part.left <= available else {
                parts[0].left -= available
                day = end
                return
            }
            day = (part.unit == .workingDay ? calendar.nth(part.left, after: day) : day + part.left) ?? end
            parts.removeFirst()
            begin()
        }
    }

    /// Days that are not counted, up to the day on which the clock goes on. That day is the next to be counted, or the last day where nothing is
    /// left to count but the move to a working day.
    mutating func stand(until resumption: Int) {
        let isFinished = parts.allSatisfy { $0.left == 0 }
        day = max(day, isFinished ? resumption : resumption - 1)
    }

    /// The last day of the term if nothing more happens; nil beyond the calendar.
    func lastDay() -> Int? {
        var rest = self
        while let part = rest.parts.first {
            let next = part.unit == .workingDay ? calendar.nth(part.left, after: rest.day) : rest.day + part.left
            guard let next, calendar.covers(next) else { return nil }
            rest.day = next
            rest.parts.removeFirst()
            rest.begin()
        }
        return calendar.covers(rest.day) ? rest.day : nil
    }

    /// What is left, in the unit of the part that is being counted; parts that follow in another unit count as they are.
    func left(in unit: TermUnit) -> Term {
        Term(parts.reduce(0) { $0 + $1.left }, unit == .month ? .day : unit)
    }

    /// A part in months becomes one in days on the day it begins.
    private mutating func begin() {
        guard let part = parts.first, part.unit == .month else { return }
        parts[0] = Part(left: DayCount.day(months: part.left, after: day) - day, unit: .day)
    }

    /// The corresponding day so many months later, or the last of that month where there is none (Bộ luật Dân sự, Điều 148.3).
    static func day(months: Int, after day: Int) -> Int {
        let date = CivilDate(dayNumber: day)
        let month = date.year * 12 + date.month - 1 + months
        let year = Int((Double(month) / 12).rounded(.down)), index = month - year * 12 + 1
        let last = CivilDate.days(inMonth: index, year: year)
        let found = CivilDate(year: min(max(year, 1), 9_999), month: index, day: min(date.day, last))
        return found?.dayNumber ?? day
    }
}
