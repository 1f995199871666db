public import PortalNetwork
public import Vietnamese

/// Moments as pages show them, at UTC+7, in the portal's language.
public enum DateTexts {
    /// For lists: "20/11/2026".
    public static func date(_ instant: Instant, _ language: Language) -> String { day(instant.civilDate, language) }

    public static func day(_ date: CivilDate, _ language: Language) -> String {
        date.text(language == .vi ? .numeric : .long, language: language.ofDates)
    }

    /// For an article: "Thứ Sáu, ngày 20/11/2026 09:25".
    public static func long(_ instant: Instant, _ language: Language) -> String { instant.text(.withWeekday, language: language.ofDates) }

    /// The two lines of a date block: the day, and the month with its year ("11/2026").
    public static func block(_ instant: Instant, _ language: Language) -> (day: String, month: String) {
        let date = instant.civilDate
        let (day, month) = ("\(date.day < 10 ? "0" : "")\(date.day)", "\(date.month < 10 ? "0" : "")\(date.month)/\(date.year)")
        switch language {
        case .vi: return (day, month)
        case .en:
            return (
                day, date.text(.long, language: .en).split(separator: " ").dropFirst().map { $0.prefix($0.count == 4 ? 4 : 3) }.joined(separator: " ")
            )
        case .zh: return (day, "\(date.year)年\(date.month)月")
        }
    }

    /// "Tháng 11 năm 2026".
    public static func month(_ date: CivilDate, _ language: Language) -> String {
        switch language {
        case .vi: "Tháng \(date.month) năm \(date.year)"
        case .en: date.text(.long, language: .en).split(separator: " ").dropFirst().joined(separator: " ")
        case .zh: "\(date.year)年\(date.month)月"
        }
    }
}

extension Language {
    /// The language in which dates are written.
    public var ofDates: DateLanguage {
        switch self {
        case .vi: .vi
        case .en: .en
        case .zh: .zh
        }
    }
}
