/// The unit in which a term is counted. `ngày` and `ngày làm việc` are never the same (Bộ luật Dân sự 91/2015/QH13, Điều 145 to 148).
public enum TermUnit: String, Sendable, Codable, CaseIterable {
    case minute, hour
    /// A day of the calendar (ngày).
    case day
    /// A day on which state bodies work (ngày làm việc).
    case workingDay = "working-day"
    /// A month by the corresponding day (Điều 148.3).
    case month

    /// Minutes and hours run through nights and holidays; the other units end with a day.
    public var isTime: Bool { self == .minute || self == .hour }

    /// Milliseconds of one minute or hour; 0 for the units that end with a day.
    var milliseconds: Int64 {
        switch self {
        case .minute: 60_000
        case .hour: 3_600_000
        case .day, .workingDay, .month: 0
        }
    }
}

/// An amount of time in one unit, such as 15 working days.
public struct Term: Hashable, Sendable, Codable {
    /// Not negative; at most `Term.longest`.
    public let count: Int
    public let unit: TermUnit

    /// No term of a rule or an extension is longer, in any unit.
    public static let longest = 10_000

    public init(_ count: Int, _ unit: TermUnit) {
        self.count = count
        self.unit = unit
    }
}

extension Term: LosslessStringConvertible {
    /// `15 working-day`, as the data write it.
    public var description: String { "\(count) \(unit.rawValue)" }

    /// Nil unless the text is a whole number (0 to 10,000) and a unit.
    public init?(_ description: String) {
        let parts = description.split(separator: " ")
        guard parts.count == 2, let count = Int(parts[0]), (0...Term.longest).contains(count), let unit = TermUnit(rawValue: String(parts[1])) else {
            return nil
        }
        self.init(count, unit)
    }
}
