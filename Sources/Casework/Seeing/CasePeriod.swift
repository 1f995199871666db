public import Vietnamese

/// A month, quarter or year of figures, in Vietnam's days.
public struct CasePeriod: Sendable, Hashable, Comparable {
    public enum Length: String, Sendable, CaseIterable { case month, quarter, year }

    public let length: Length
    public let year: Int
    /// 1 to 12, 1 to 4, or 1.
    public let number: Int

    public init?(_ length: Length, year: Int, number: Int = 1) {
        guard (2000...2199).contains(year), (1...Self.most(length)).contains(number) else { return nil }
        (self.length, self.year, self.number) = (length, year, number)
    }

    /// The period a day is in.
    public init(_ length: Length, of day: CivilDate) {
        self.length = length
        year = day.year
        number =
            switch length {
            case .month: day.month
            case .quarter: (day.month - 1) / 3 + 1
            case .year: 1
            }
    }

    /// `2026-11`, `2026-Q4`, `2026`; nothing else.
    public init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let first = parts.first, first.utf8.count == 4, first.utf8.allSatisfy({ (48...57).contains($0) }), let year = Int(first) else {
            return nil
        }
        switch parts.count {
        case 1: self.init(.year, year: year)
        case 2 where parts[1].utf8.count == 2:
            let isQuarter = parts[1].hasPrefix("Q")
            let digits = isQuarter ? parts[1].dropFirst() : parts[1]
            guard digits.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(digits) else { return nil }
            self.init(isQuarter ? .quarter : .month, year: year, number: number)
        default: return nil
        }
    }

    public var text: String {
        switch length {
        case .month: "\(year)-" + (number < 10 ? "0" : "") + "\(number)"
        case .quarter: "\(year)-Q\(number)"
        case .year: "\(year)"
        }
    }

    private static func most(_ length: Length) -> Int {
        switch length {
        case .month: 12
        case .quarter: 4
        case .year: 1
        }
    }

    public var firstDay: CivilDate {
        let month =
            switch length {
            case .month: number
            case .quarter: number * 3 - 2
            case .year: 1
            }
        return CivilDate(year: year, month: month, day: 1) ?? CivilDate(dayNumber: 0)
    }

    public var next: CasePeriod? {
        number < Self.most(length) ? CasePeriod(length, year: year, number: number + 1) : CasePeriod(length, year: year + 1)
    }
    public var previous: CasePeriod? {
        number > 1 ? CasePeriod(length, year: year, number: number - 1) : CasePeriod(length, year: year - 1, number: Self.most(length))
    }

    public var lastDay: CivilDate { (next?.firstDay ?? CivilDate(dayNumber: firstDay.dayNumber + 366)).adding(days: -1) }
    public var start: Instant { VietnamTime.startOfDay(firstDay) }
    /// The first moment after it.
    public var end: Instant { VietnamTime.startOfDay(lastDay.adding(days: 1)) }

    public func contains(_ day: CivilDate) -> Bool { firstDay <= day && day <= lastDay }

    public static func < (a: CasePeriod, b: CasePeriod) -> Bool { (a.firstDay, b.lastDay) < (b.firstDay, a.lastDay) }

    /// As it stands in the tables of sums.
    var code: Int {
        switch length {
        case .month: year * 100 + number
        case .quarter: year * 10 + number
        case .year: year
        }
    }

    /// The longest periods that lie before it in its year.
    var codesBefore: [Int] {
        let month = firstDay.month
        let quarters = (month - 1) / 3
        return (0..<quarters).map { year * 10 + $0 + 1 } + ((quarters * 3 + 1)..<month).map { year * 100 + $0 }
    }

    /// A month, its quarter, its year, all time.
    static func codes(of month: Int) -> [Int] { [month, month / 100 * 10 + (month % 100 - 1) / 3 + 1, month / 100, 0] }

    static func month(_ instant: Instant) -> Int {
        let day = instant.civilDate
        return day.year * 100 + day.month
    }
}
