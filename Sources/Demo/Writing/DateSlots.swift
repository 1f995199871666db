import Vietnamese

/// Dates and periods as the three languages write them, counted from the day of an event: `d` is "12/8", `dy+7` "19/8/2026", `thangtruoc` "7/2026".
enum DateSlots {
    static func knows(_ slot: String) -> Bool {
        offset(slot) != nil
            || [
                "buoi", "thang", "thangnam", "thangtruoc", "thangsau", "nam", "namtruoc", "namsau", "quy", "quytruoc", "namhoc", "luyke", "month",
                "lastmonth", "nextmonth", "year", "lastyear", "nextyear", "halfday", "season",
            ].contains(slot)
    }

    static func value(_ slot: String, day: CivilDate, language: String) -> String? {
        if let (form, days) = offset(slot) { return date(day.adding(days: days), form: form, language: language) }
        let previous = day.month == 1 ? (month: 12, year: day.year - 1) : (month: day.month - 1, year: day.year)
        let next = day.month == 12 ? (month: 1, year: day.year + 1) : (month: day.month + 1, year: day.year)
        switch slot {
        case "buoi": return day.dayNumber.isMultiple(of: 3) ? "chiều" : "sáng"
        case "halfday":
            let afternoon = day.dayNumber.isMultiple(of: 3)
            return language == "zh" ? (afternoon ? "下午" : "上午") : afternoon ? "afternoon" : "morning"
        case "thang": return String(day.month)
        case "thangnam": return "\(day.month)/\(day.year)"
        case "thangtruoc": return "\(previous.month)/\(previous.year)"
        case "thangsau": return "\(next.month)/\(next.year)"
        case "nam", "year": return String(day.year)
        case "namtruoc", "lastyear": return String(day.year - 1)
        case "namsau", "nextyear": return String(day.year + 1)
        case "quy": return "\(roman((day.month - 1) / 3))/\(day.year)"
        case "quytruoc": return day.month <= 3 ? "IV/\(day.year - 1)" : "\(roman((day.month - 1) / 3 - 1))/\(day.year)"
        case "namhoc":
            let start = day.month >= 6 ? day.year : day.year - 1
            return "\(start) - \(start + 1)"
        case "luyke": return cumulative(previous)
        case "month": return language == "zh" ? "\(day.month)月" : englishMonths[day.month - 1]
        case "lastmonth": return language == "zh" ? "\(previous.year)年\(previous.month)月" : "\(englishMonths[previous.month - 1]) \(previous.year)"
        case "nextmonth": return language == "zh" ? "\(next.year)年\(next.month)月" : "\(englishMonths[next.month - 1]) \(next.year)"
        case "season":
            switch day.month {
            case 2...4: return language == "zh" ? "春季" : "spring"
            case 5...7: return language == "zh" ? "夏季" : "summer"
            case 8...10: return language == "zh" ? "秋季" : "autumn"
            default: return language == "zh" ? "冬季" : "winter"
            }
        default: return nil
        }
    }

    /// `d`, `dy` (with the year) and `thu` (the day of the week), each with days to add: `d+3`.
    private static func offset(_ slot: String) -> (form: String, days: Int)? {
        for form in ["dy", "thu", "d"] where slot.hasPrefix(form) {
            let rest = slot.dropFirst(form.count)
            if rest.isEmpty { return (form, 0) }
            if let days = Int(rest), rest.first == "+" || rest.first == "-" { return (form, days) }
        }
        return nil
    }

    private static func date(_ date: CivilDate, form: String, language: String) -> String {
        switch (form, language) {
        case ("thu", "en"): ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][date.weekday - 1]
        case ("thu", "zh"): ["星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"][date.weekday - 1]
        case ("thu", _): ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"][date.weekday - 1]
        case ("dy", "en"): "\(date.day) \(englishMonths[date.month - 1]) \(date.year)"
        case ("dy", "zh"): "\(date.year)年\(date.month)月\(date.day)日"
        case ("dy", _): "\(date.day)/\(date.month)/\(date.year)"
        case (_, "en"): "\(date.day) \(englishMonths[date.month - 1])"
        case (_, "zh"): "\(date.month)月\(date.day)日"
        default: "\(date.day)/\(date.month)"
        }
    }

    /// "9 tháng đầu năm 2026", "quý I/2026", "năm 2025": everything from January to the month before.
    private static func cumulative(_ last: (month: Int, year: Int)) -> String {
        switch last.month {
        case 1: "tháng 1/\(last.year)"
        case 3: "quý I/\(last.year)"
        case 12: "năm \(last.year)"
        default: "\(last.month) tháng đầu năm \(last.year)"
        }
    }

    private static func roman(_ quarter: Int) -> String { ["I", "II", "III", "IV"][max(0, min(3, quarter))] }

    private static let englishMonths = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ]
}
