import Vietnamese

/// When offices open and close, in minutes after midnight in Việt Nam.
public struct OfficeHours: Hashable, Sendable, Codable {
    public let openMinute: Int
    public let closeMinute: Int

    public init(openMinute: Int, closeMinute: Int) {
        self.openMinute = openMinute
        self.closeMinute = closeMinute
    }

    func opening(of day: Int) -> Instant { OfficeHours.instant(day, openMinute) }
    func closing(of day: Int) -> Instant { OfficeHours.instant(day, closeMinute) }

    private static func instant(_ day: Int, _ minute: Int) -> Instant {
        VietnamTime.startOfDay(CivilDate(dayNumber: day)).adding(milliseconds: Int64(minute) * 60_000)
    }
}
