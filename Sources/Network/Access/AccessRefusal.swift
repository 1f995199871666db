/// Why somebody is not let in, or an account cannot be changed as asked.
public enum AccessRefusal: Refusal, Equatable {
    /// Unknown, disabled, without a password, or the wrong password: one answer for all, so that names cannot be tried out.
    case wrongNameOrPassword
    /// Nobody signed in for too long; said only to who knows the password.
    case dormant(days: Int)
    case tooManyAttempts(minutes: Int)
    /// Too many passwords are being checked at this moment.
    case busy
    case codeWrong
    /// The code was right, and has been used.
    case codeUsed
    case passwordTooShort(minimum: Int)
    case passwordTooLong(limit: Int)
    case passwordCommon
    case passwordPersonal
    case passwordMonotone
    case passwordFormer(count: Int)
    case passwordsDiffer
    case passwordWrong
    case invitationInvalid
    case sessionUnknown
    case enrolmentExpired
    /// Forged, foreign, unknown or wrongly signed: one answer for all. Which it was stands in the trail.
    case passkeyRefused
    /// Its counter went back: somebody else has a copy of it.
    case passkeyCloned(String)
    /// This authenticator is registered already.
    case passkeyKnown
    case passkeyUnknown
    case tooManyPasskeys(limit: Int)
    /// Nobody takes away their only second factor.
    case lastFactor
    /// The question was not put to this browser, was answered already, or too long ago.
    case challengeOver
    /// The sign-in provider's answer is not believed; why stands in the trail.
    case providerRefused(String)
    /// The provider knows somebody whom we do not.
    case providerStranger(String)
    /// The provider's account belongs to somebody else here.
    case providerTaken(String)
    case providerAway(String)
    case providerUnknown
    case noAccount(String)
    case notDemo(String)
    case deputyOfSelf
    case deputyOfAnotherKind
    case deputyTooLong(days: Int)
    case deputyPeriod
    case deputyUnknown

    public var key: String {
        switch self {
        case .wrongNameOrPassword: "access.wrong-name-or-password"
        case .dormant: "access.dormant"
        case .tooManyAttempts: "access.too-many-attempts"
        case .busy: "access.busy"
        case .codeWrong: "access.code-wrong"
        case .codeUsed: "access.code-used"
        case .passwordTooShort: "access.password-too-short"
        case .passwordTooLong: "access.password-too-long"
        case .passwordCommon: "access.password-common"
        case .passwordPersonal: "access.password-personal"
        case .passwordMonotone: "access.password-monotone"
        case .passwordFormer: "access.password-former"
        case .passwordsDiffer: "access.passwords-differ"
        case .passwordWrong: "access.password-wrong"
        case .invitationInvalid: "access.invitation-invalid"
        case .sessionUnknown: "access.session-unknown"
        case .enrolmentExpired: "access.enrolment-expired"
        case .passkeyRefused: "access.passkey-refused"
        case .passkeyCloned: "access.passkey-cloned"
        case .passkeyKnown: "access.passkey-known"
        case .passkeyUnknown: "access.passkey-unknown"
        case .tooManyPasskeys: "access.too-many-passkeys"
        case .lastFactor: "access.last-factor"
        case .challengeOver: "access.challenge-over"
        case .providerRefused: "access.provider-refused"
        case .providerStranger: "access.provider-stranger"
        case .providerTaken: "access.provider-taken"
        case .providerAway: "access.provider-away"
        case .providerUnknown: "access.provider-unknown"
        case .noAccount: "access.no-account"
        case .notDemo: "access.not-demo"
        case .deputyOfSelf: "access.deputy-of-self"
        case .deputyOfAnotherKind: "access.deputy-of-another-kind"
        case .deputyTooLong: "access.deputy-too-long"
        case .deputyPeriod: "access.deputy-period"
        case .deputyUnknown: "access.deputy-unknown"
        }
    }

    public var values: [String: String] {
        switch self {
        case .dormant(let days), .deputyTooLong(let days): ["days": "\(days)"]
        case .tooManyAttempts(let minutes): ["minutes": "\(minutes)"]
        case .passwordTooShort(let minimum): ["minimum": "\(minimum)"]
        case .passwordTooLong(let limit), .tooManyPasskeys(let limit): ["limit": "\(limit)"]
        case .passkeyCloned(let name): ["name": name]
        case .providerRefused(let name), .providerStranger(let name), .providerTaken(let name), .providerAway(let name): ["provider": name]
        case .passwordFormer(let count): ["count": "\(count)"]
        case .noAccount(let handle), .notDemo(let handle): ["handle": handle]
        default: [:]
        }
    }

    public var field: String? {
        switch self {
        case .codeWrong, .codeUsed: "code"
        case .passwordTooShort, .passwordTooLong, .passwordCommon, .passwordPersonal, .passwordMonotone, .passwordFormer: "new"
        case .passwordsDiffer: "again"
        case .passwordWrong: "password"
        case .deputyOfSelf, .deputyOfAnotherKind: "deputy"
        case .deputyTooLong, .deputyPeriod: "until"
        default: nil
        }
    }

    /// One of each, for the test that every refusal has its words.
    public static let samples: [AccessRefusal] = [
        .wrongNameOrPassword, .dormant(days: 45), .tooManyAttempts(minutes: 2), .busy, .codeWrong, .codeUsed, .passwordTooShort(minimum: 8),
        .passwordTooLong(limit: 128), .passwordCommon, .passwordPersonal, .passwordMonotone, .passwordFormer(count: 10), .passwordsDiffer,
        .passwordWrong, .invitationInvalid, .sessionUnknown, .enrolmentExpired, .noAccount("an"), .notDemo("an"), .deputyOfSelf,
        .deputyOfAnotherKind, .deputyTooLong(days: 92), .deputyPeriod, .deputyUnknown, .passkeyRefused, .passkeyCloned("YubiKey"), .passkeyKnown,
        .passkeyUnknown, .tooManyPasskeys(limit: 20), .lastFactor, .challengeOver, .providerRefused("VNeID"), .providerStranger("VNeID"),
        .providerTaken("VNeID"), .providerAway("VNeID"), .providerUnknown,
    ]
}
