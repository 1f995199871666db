public import Vietnamese

/// Why an agency cannot be entered, renamed, merged or divided as asked.
public enum AgencyRefusal: Refusal, Equatable {
    case unknown
    case nameMissing
    case nameTooLong(limit: Int)
    case codeInvalid(String)
    /// Another agency has the code in the same time.
    case codeTaken(code: String, by: String)
    /// The day is not after the beginning of the present name.
    case tooEarly(CivilDate)
    case ended(CivilDate)
    /// A merger or division names fewer than two agencies, or one of them twice.
    case tooFew
    case sameTwice

    public var key: String {
        switch self {
        case .unknown: "agency.unknown"
        case .nameMissing: "agency.name-missing"
        case .nameTooLong: "agency.name-too-long"
        case .codeInvalid: "agency.code-invalid"
        case .codeTaken: "agency.code-taken"
        case .tooEarly: "agency.too-early"
        case .ended: "agency.ended"
        case .tooFew: "agency.too-few"
        case .sameTwice: "agency.same-twice"
        }
    }

    public var values: [String: String] {
        switch self {
        case .nameTooLong(let limit): ["limit": "\(limit)"]
        case .codeInvalid(let code): ["code": code]
        case .codeTaken(let code, let by): ["code": code, "by": by]
        case .tooEarly(let date), .ended(let date): ["date": date.description]
        case .unknown, .nameMissing, .tooFew, .sameTwice: [:]
        }
    }

    public var field: String? {
        switch self {
        case .nameMissing, .nameTooLong: "name"
        case .codeInvalid, .codeTaken: "code"
        case .tooEarly, .ended: "date"
        case .unknown, .tooFew, .sameTwice: "agency"
        }
    }

    /// One of each, for the test that every refusal has its words.
    public static let samples: [AgencyRefusal] = [
        .unknown, .nameMissing, .nameTooLong(limit: 200), .codeInvalid("?"), .codeTaken(code: "H49", by: "UBND tỉnh"),
        .tooEarly(CivilDate(dayNumber: 20_000)), .ended(CivilDate(dayNumber: 20_000)), .tooFew, .sameTwice,
    ]
}
