/// The languages in which a portal writes dates.
public enum DateLanguage: String, CaseIterable, Sendable {
    case vi, en, zh
}

/// How a date is written.
public enum DateStyle: Sendable {
    /// 05/02/2026 (English and Chinese: 05/02/2026 and 2026-02-05)
    case numeric
    /// ngày 05 tháng 02 năm 2026: days below 10 and the months 1 and 2 carry a zero (Nghị định 30/2020/NĐ-CP, Phụ lục I).
    case legal
    /// ngày 5 tháng 2 năm 2026 · 5 February 2026 · 2026年2月5日
    case long
    /// Thứ Năm, ngày 05/02/2026 · Thursday, 5 February 2026 · 2026年2月5日 星期四
    case withWeekday
}

extension CivilDate {
    /// The date as readers of that language expect it.
    public func text(_ style: DateStyle, language: DateLanguage = .vi) -> String {
        switch (language, style) {
        case (.vi, .numeric), (.en, .numeric): "\(two(day))/\(two(month))/\(year)"
        case (.vi, .legal): "ngày \(two(day)) tháng \(month < 3 ? two(month) : "\(month)") năm \(year)"
        case (.vi, .long): "ngày \(day) tháng \(month) năm \(year)"
        case (.vi, .withWeekday): "\(weekdayText()), ngày \(text(.numeric))"
        case (.en, .legal), (.en, .long): "\(day) \(DateNames.englishMonths[month - 1]) \(year)"
        case (.en, .withWeekday): "\(weekdayText(language: .en)), \(text(.long, language: .en))"
        case (.zh, .numeric): description
        case (.zh, .legal), (.zh, .long): "\(year)年\(month)月\(day)日"
        case (.zh, .withWeekday): "\(text(.long, language: .zh)) \(weekdayText(language: .zh))"
        }
    }

    /// Thứ Hai … Thứ Bảy, Chủ nhật · Monday … · 星期一 …
    public func weekdayText(language: DateLanguage = .vi) -> String {
        switch language {
        case .vi: DateNames.weekdays[weekday - 1]
        case .en: DateNames.englishWeekdays[weekday - 1]
        case .zh: DateNames.chineseWeekdays[weekday - 1]
        }
    }

    /// The date in words, as minutes and contracts write it: "ngày năm tháng hai năm hai nghìn không trăm hai mươi sáu".
    public var words: String {
        // The fourth month is "tư", the fourth day "bốn".
        let monthWords = month == 4 ? "tư" : numberWords(Int64(month))
        return "ngày \(numberWords(Int64(day))) tháng \(monthWords) năm \(numberWords(Int64(year)))"
    }
}

extension Instant {
    /// The time of day in Việt Nam: "09:25".
    public var timeText: String {
        let minutes = VietnamTime.split(self).milliseconds / 60_000
        return "\(two(Int(minutes / 60))):\(two(Int(minutes % 60)))"
    }

    /// Date and time in Việt Nam, as the head of an article shows them: "Thứ Sáu, ngày 20/11/2026 09:25".
    public func text(_ style: DateStyle, language: DateLanguage = .vi) -> String { civilDate.text(style, language: language) + " " + timeText }

    /// RFC 3339 with the offset of Việt Nam: "2026-11-20T09:25:00+07:00"; milliseconds only where there are any.
    public var rfc3339: String { VietnamTime.text(VietnamTime.split(self)) + "+07:00" }

    /// RFC 3339 in UTC: "2026-11-20T02:25:00Z".
    public var rfc3339UTC: String { VietnamTime.text(VietnamTime.split(adding(milliseconds: -VietnamTime.offset))) + "Z" }

    /// The date of RSS and mail (RFC 5322): "Fri, 20 Nov 2026 09:25:00 +0700".
    public var rfc5322: String {
        let (date, milliseconds) = VietnamTime.split(self)
        let weekday = DateNames.englishWeekdays[date.weekday - 1].prefix(3)
        let month = DateNames.englishMonths[date.month - 1].prefix(3)
        return "\(weekday), \(two(date.day)) \(month) \(date.year) \(clock(milliseconds)) +0700"
    }
}

private typealias Split = (date: CivilDate, milliseconds: Int64)

extension VietnamTime {
    fileprivate static func text(_ split: Split) -> String {
        let rest = split.milliseconds % 1000
        let fraction = rest == 0 ? "" : "." + String(String(1000 + rest).dropFirst())
        return "\(split.date)T\(clock(split.milliseconds))\(fraction)"
    }
}

private func clock(_ milliseconds: Int64) -> String {
    let seconds = Int(milliseconds / 1000)
    return "\(two(seconds / 3600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
}

private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

enum DateNames {
    static let weekdays = ["Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật"]
    static let englishWeekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    static let chineseWeekdays = ["星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"]
    static let englishMonths = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ]
}
