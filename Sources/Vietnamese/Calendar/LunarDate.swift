/// A day of the Vietnamese lunisolar calendar (âm lịch), computed at UTC+7.
///
/// It differs from the Chinese calendar where a new moon or a solar term falls between the midnights of Hà Nội and Beijing (Tết 1985,
/// 2007, 2030). The days are those of the calendar law at UTC+7 for the whole range 1900–2199; almanacs printed before 1968 in the
/// north followed Beijing.
public struct LunarDate: Hashable, Sendable {
    public let year: Int
    public let month: Int
    public let day: Int
    /// The second month of the same number in a year of thirteen (tháng nhuận).
    public let isLeapMonth: Bool

    /// Nil unless the day exists and lies in the lunar years 1900–2199.
    public init?(year: Int, month: Int, day: Int, isLeapMonth: Bool = false) {
        let date = LunarDate(unchecked: year, month, day, isLeapMonth)
        guard LunarYear.range.contains(year), (1...12).contains(month), (1...30).contains(day), LunarYear(year).dayNumber(of: date) != nil else {
            return nil
        }
        self = date
    }

    fileprivate init(unchecked year: Int, _ month: Int, _ day: Int, _ isLeapMonth: Bool) {
        self.year = year
        self.month = month
        self.day = day
        self.isLeapMonth = isLeapMonth
    }

    /// Nil outside the lunar years 1900–2199.
    public init?(_ date: CivilDate) {
        let day = date.dayNumber
        // The lunar year begins in January or February: a day before that belongs to the year before.
        for year in [date.year, date.year - 1] where LunarYear.range.contains(year) {
            if let found = LunarYear(year).date(day) {
                self = found
                return
            }
        }
        return nil
    }

    /// The same day in the civil calendar.
    public var civilDate: CivilDate {
        // Every LunarDate was checked when it was made; the first day stands in for what cannot be.
        let lunarYear = LunarYear(year)
        return CivilDate(dayNumber: lunarYear.dayNumber(of: self) ?? lunarYear.firstDay)
    }

    /// Mùng 1 Tết of a lunar year; nil outside 1900–2199.
    public static func newYear(_ year: Int) -> CivilDate? {
        LunarYear.range.contains(year) ? CivilDate(dayNumber: LunarYear(year).firstDay) : nil
    }

    /// "mùng 10 tháng 3 năm Bính Ngọ", "ngày 15 tháng 6 nhuận năm Ất Tỵ".
    public var text: String {
        "\(day <= 10 ? "mùng" : "ngày") \(day) tháng \(month == 1 ? "Giêng" : month == 12 ? "Chạp" : "\(month)")\(isLeapMonth ? " nhuận" : "") năm \(yearName)"
    }

    /// The year in the cycle of sixty: 2026 is Bính Ngọ.
    public var yearName: String {
        let stems = ["Giáp", "Ất", "Bính", "Đinh", "Mậu", "Kỷ", "Canh", "Tân", "Nhâm", "Quý"]
        let branches = ["Tý", "Sửu", "Dần", "Mão", "Thìn", "Tỵ", "Ngọ", "Mùi", "Thân", "Dậu", "Tuất", "Hợi"]
        return stems[(year + 6) % 10] + " " + branches[(year + 8) % 12]
    }
}

/// The months of one lunar year.
struct LunarYear {
    static let range = 1900...2199

    private struct Month {
        let number: Int
        let isLeap: Bool
        let firstDay: Int
    }

    private let year: Int
    private let months: [Month]
    /// The day after the last.
    private let end: Int

    var firstDay: Int { months.first?.firstDay ?? end }

    init(_ year: Int) {
        self.year = year
        // The eleventh month holds the winter solstice; the year runs from the second (or third) month after it.
        let before = LunarYear.elevenMonths(from: year - 1)
        let after = LunarYear.elevenMonths(from: year)
        months = before.filter { $0.number <= 10 } + after.filter { $0.number > 10 }
        end = after.first { $0.number <= 10 }?.firstDay ?? 0
    }

    func dayNumber(of date: LunarDate) -> Int? {
        guard let index = months.firstIndex(where: { $0.number == date.month && $0.isLeap == date.isLeapMonth }) else { return nil }
        let next = index + 1 < months.count ? months[index + 1].firstDay : end
        let day = months[index].firstDay + date.day - 1
        return day < next ? day : nil
    }

    func date(_ dayNumber: Int) -> LunarDate? {
        guard dayNumber < end, let month = months.last(where: { $0.firstDay <= dayNumber }) else { return nil }
        return LunarDate(unchecked: year, month.number, dayNumber - month.firstDay + 1, month.isLeap)
    }

    /// The 12 or 13 months from the eleventh month of a year to the one before the next eleventh.
    private static func elevenMonths(from year: Int) -> [Month] {
        let start = eleventhNewMoon(year)
        let next = eleventhNewMoon(year + 1)
        let days = (start...next).map(MoonAndSun.newMoonDay)
        // Thirteen months: the first without a principal solar term repeats the number before it.
        var leap: Int?
        if next - start == 13 {
            leap = (1..<13).first { MoonAndSun.solarSector(days[$0]) == MoonAndSun.solarSector(days[$0 + 1]) }
        }
        var months: [Month] = []
        var number = 11
        for index in 0..<(next - start) {
            let isLeap = index == leap
            if index > 0, !isLeap { number = number % 12 + 1 }
            months.append(Month(number: number, isLeap: isLeap, firstDay: days[index]))
        }
        return months
    }

    /// The index of the last new moon whose month holds the winter solstice of the year.
    private static func eleventhNewMoon(_ year: Int) -> Int {
        let lastDay = (CivilDate(year: year, month: 12, day: 31) ?? CivilDate(dayNumber: 0)).dayNumber
        var index = MoonAndSun.index(near: lastDay)
        while MoonAndSun.newMoonDay(index + 1) <= lastDay { index += 1 }
        while MoonAndSun.newMoonDay(index) > lastDay { index -= 1 }
        // Sector 9 starts at the solstice (longitude 270°): a month that begins in it began after the solstice.
        return MoonAndSun.solarSector(MoonAndSun.newMoonDay(index)) >= 9 ? index - 1 : index
    }
}
