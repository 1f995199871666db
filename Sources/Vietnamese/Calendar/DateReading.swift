/// A date or a moment found in foreign text.
public enum DateReading: Hashable, Sendable {
    /// A day without a time.
    case date(CivilDate)
    /// A moment; text without a zone was read as the clock of Việt Nam.
    case instant(Instant)

    public var date: CivilDate {
        switch self {
        case .date(let date): date
        case .instant(let instant): instant.civilDate
        }
    }

    /// The moment; a bare date is its midnight in Việt Nam.
    public var instant: Instant {
        switch self {
        case .date(let date): VietnamTime.startOfDay(date)
        case .instant(let instant): instant
        }
    }
}

/// Why a text is no date; the reason goes into the rejects file of an import.
public enum DateRefusal: Error, Hashable, Sendable {
    case empty
    /// No notation that is known here.
    case unknownNotation
    /// "03/04/2026 9:25 AM" in the order of American programs: either day could be meant.
    case ambiguous(dayFirst: CivilDate, monthFirst: CivilDate)
    /// Only the other order of day and month gives a date ("05/13/2026").
    case looksMonthFirst(CivilDate)
    case twoDigitYear
    /// 30 February, 25:00.
    case impossible
    /// Outside 1900…2100, which in a portal is a mistake.
    case yearOutOfRange(Int)
    /// The weekday that stands beside the date is another day's.
    case weekdayDisagrees(CivilDate)
}

/// Which number comes first in `a/b/yyyy`.
public enum DateOrder: Sendable {
    /// dd/MM/yyyy, as Việt Nam writes; the layout of American programs (time with AM or PM *after* the date) is refused where it matters.
    case dayFirst
    /// dd/MM/yyyy whatever stands beside it: the caller knows the source.
    case surelyDayFirst
    case monthFirst
}

/// Reads the notations that imports meet.
///
/// RFC 3339 and ISO 8601 (`2026-11-20`, `2026-11-20T09:25:00+07:00`, `2026-11-20 09:25`), `20/11/2026`, `20-11-2026`, `20.11.2026`, with a time
/// before or after it (`11:38`, `9h30`, `9 giờ 30 phút`, `09:21 AM`, `2:05 CH`), with a weekday ("Thứ 3, Ngày 16/07/2024", "Chủ Nhật, …"),
/// "ngày 20 tháng 11 năm 2026", RFC 822/5322 dates, epoch seconds (9–10 digits) and milliseconds (12–13), `20261120` and `20261120092500`.
public func readDate(_ text: String, order: DateOrder = .dayFirst) throws(DateRefusal) -> DateReading {
    let tokens = DateTokens(text)
    guard !tokens.isEmpty else { throw .empty }
    if let digits = tokens.onlyDigits { return try DateParser.bareDigits(digits) }
    var parser = DateParser(tokens, order: order)
    return try parser.read()
}
