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
    var ofDates: DateLanguage {
        switch self {
        case .vi: .vi
        case .en: .en
        case .zh: .zh
        }
    }
}
