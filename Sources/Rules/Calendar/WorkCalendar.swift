public import Vietnamese

/// What a day is to those who work in offices of the state.
public enum DayMark: Hashable, Sendable {
    case working
    case weekend
    /// By the code of the holiday.
    case holiday(String)
    /// A day off in place of a holiday on a weekly day of rest (nghỉ bù).
    case substitute(String)
    /// A working day that is free because offices work on the other day.
    case swappedOff(for: CivilDate)
    /// A weekly day of rest on which offices work.
    case swappedIn(for: CivilDate)
    case extra(Wording)
}

/// The working days of Việt Nam from 1995 to 2199: weekends, holidays with their dated history, substitute days, swapped days.
///
/// A question costs one or two array look-ups. Days outside the range count as the nearest one inside; callers ask `covers` first.
public struct WorkCalendar: Sendable {
    public static let range = 1995...2199

    public let law: HolidayLaw
    let firstDay: Int
    let lastDay: Int
    /// How many working days there are from the first day up to and with each day.
    private let counts: [Int32]
    /// Day numbers of all working days.
    private let workingDays: [Int32]
    private let marks: [Int: DayMark]
    let arrangements: [Int: YearArrangement]
    let confirmations: [Int: ConfirmedYear]

    init(law: HolidayLaw, arrangements: [Int: YearArrangement], confirmations: [Int: ConfirmedYear] = [:]) {
        self.law = law
        self.arrangements = arrangements
        self.confirmations = confirmations
        let first = CivilDate(year: WorkCalendar.range.lowerBound, month: 1, day: 1) ?? CivilDate(dayNumber: 0)
        let last = CivilDate(year: WorkCalendar.range.upperBound, month: 12, day: 31) ?? first
        firstDay = first.dayNumber
        lastDay = last.dayNumber
        marks = WorkCalendar.marks(law: law, arrangements: arrangements.merging(confirmations.mapValues(\.arrangement)) { $1 })
        var counts: [Int32] = []
        var workingDays: [Int32] = []
        counts.reserveCapacity(lastDay - firstDay + 1)
        for day in firstDay...lastDay {
            let isWorking: Bool
            switch marks[day] {
            case nil: isWorking = !law.isWeekend(CivilDate(dayNumber: day))
            case .working?, .swappedIn?: isWorking = true
            default: isWorking = false
            }
            if isWorking { workingDays.append(Int32(day)) }
            counts.append(Int32(workingDays.count))
        }
        self.counts = counts
        self.workingDays = workingDays
    }

    public func status(of year: Int) -> YearStatus {
        if let confirmed = confirmations[year] { return .confirmed(confirmed) }
        if let arrangement = arrangements[year] { return .announced(source: arrangement.source, evidence: arrangement.evidence) }
        return .computed
    }

    public func mark(_ date: CivilDate) -> DayMark { marks[date.dayNumber] ?? (law.isWeekend(date) ? .weekend : .working) }

    public func isWorkingDay(_ date: CivilDate) -> Bool { isWorking(date.dayNumber) }

    /// The n-th working day after a date (which itself is not counted; 0 is the date itself); nil beyond the calendar.
    public func workingDay(_ n: Int, after date: CivilDate) -> CivilDate? { nth(n, after: date.dayNumber).map(CivilDate.init(dayNumber:)) }

    /// How many working days there are after `start` up to and with `end`; negative where `end` comes first.
    public func workingDays(after start: CivilDate, through end: CivilDate) -> Int { count(after: start.dayNumber, through: end.dayNumber) }

    public func covers(_ date: CivilDate) -> Bool { covers(date.dayNumber) }
}

/// The same by day numbers, for counting.
extension WorkCalendar {
    func covers(_ day: Int) -> Bool { day >= firstDay && day <= lastDay }

    private func index(_ day: Int) -> Int { min(max(day, firstDay), lastDay) - firstDay }

    func isWorking(_ day: Int) -> Bool {
        let index = index(day)
        return counts[index] > (index == 0 ? 0 : counts[index - 1])
    }

    func count(after start: Int, through end: Int) -> Int { Int(counts[index(end)] - counts[index(start)]) }

    /// The n-th working day after a day; nil beyond the calendar.
    func nth(_ n: Int, after day: Int) -> Int? {
        if n == 0 { return day }
        let position = Int(counts[index(day)]) + n - 1
        return position >= 0 && position < workingDays.count ? Int(workingDays[position]) : nil
    }

    /// The n-th working day before a day (which itself is not counted).
    func nth(_ n: Int, before day: Int) -> Int? {
        if n == 0 { return day }
        let position = Int(counts[index(day)]) - (isWorking(day) ? 1 : 0) - n
        return position >= 0 ? Int(workingDays[position]) : nil
    }

    /// The day itself if offices work on it, or else the next day on which they do.
    func onOrAfter(_ day: Int) -> Int? { isWorking(day) ? day : nth(1, after: day) }

    func onOrBefore(_ day: Int) -> Int? { isWorking(day) ? day : nth(1, before: day) }

    /// The most days of the calendar that n working days take anywhere from 2015 to 2100: what a house rule in working days is held against.
    func longestSpan(ofWorkingDays n: Int) -> Int {
        guard n > 0, n < 5_000, let from = CivilDate(year: 2015, month: 1, day: 1), let to = CivilDate(year: 2100, month: 1, day: 1) else {
            return n * 31
        }
        let begin = Int(counts[index(from.dayNumber)]), end = Int(counts[index(to.dayNumber)])
        return (begin..<end).reduce(0) { max($0, Int(workingDays[$1 + n] - workingDays[$1])) }
    }
}
