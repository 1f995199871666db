/// A point in time: UTC milliseconds since 1970-01-01T00:00:00Z.
public struct Instant: RawRepresentable, Hashable, Comparable, Sendable, Codable {
    public let rawValue: Int64

    public init(rawValue: Int64) { self.rawValue = rawValue }
    public init(seconds: Int64) { rawValue = seconds * 1000 }

    public static func < (a: Instant, b: Instant) -> Bool { a.rawValue < b.rawValue }

    public func adding(seconds: Int64) -> Instant { Instant(rawValue: rawValue + seconds * 1000) }
    public func adding(milliseconds: Int64) -> Instant { Instant(rawValue: rawValue + milliseconds) }

    public init(from decoder: any Decoder) throws { rawValue = try decoder.singleValueContainer().decode(Int64.self) }
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}

/// The civil clock of Việt Nam: UTC+7 the year round (no daylight saving since 1975).
public enum VietnamTime {
    static let offset: Int64 = 7 * 3600 * 1000

    /// The civil date and the milliseconds since its midnight in Asia/Ho_Chi_Minh.
    public static func split(_ instant: Instant) -> (date: CivilDate, milliseconds: Int64) {
        let local = instant.rawValue + offset
        let day = local >= 0 ? local / 86_400_000 : (local - 86_399_999) / 86_400_000
        return (CivilDate(dayNumber: Int(day)), local - day * 86_400_000)
    }

    public static func startOfDay(_ date: CivilDate) -> Instant {
        Instant(rawValue: Int64(date.dayNumber) * 86_400_000 - offset)
    }
}

extension Instant {
    public var civilDate: CivilDate { VietnamTime.split(self).date }
}
