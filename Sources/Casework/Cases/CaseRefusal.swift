public import PortalNetwork

/// Why a case is not taken, not shown or not moved on; words under `refusal.casework.…`.
public enum CaseRefusal: Refusal, Hashable {
    case findings([CaseFinding])
    /// No case has this code and PIN together; it is not said which of them is wrong.
    case unknownReceipt
    case unknownCase
    /// The act has no place in that state.
    case notNow(CaseAct, CaseState)
    /// Somebody did something to it since it was read; nothing was overwritten.
    case changedMeanwhile
    /// The portal takes nothing (frozen, closed).
    case siteNotActive
    /// Sent to a track that stores nothing.
    case onlyGuidance
    /// Who had it is no more, or never was.
    case unknownAgency
    case reasonMissing(least: Int)
    /// A transfer must name who is competent.
    case competentMissing
    /// Nobody was named who is to have it.
    case handlerMissing
    /// Only who has it in hand may do this.
    case notYours
    /// The limit of additions by who asks.
    case tooManyAdditions(most: Int)
    case tooManyAttempts(minutes: Int)
    /// The text was destroyed on request; what happened to the case is still on record.
    case erased
    case answerMissing
    case extensionSpent
    /// A reason the rule does not know.
    case extensionReason
    /// Too much came from one place, or the work that a program must do first was not done.
    case flood(minutes: Int)
    case proofOfWork
    /// Who asked does not want it read by everybody.
    case keptPrivate
    /// There is a public edition already.
    case publicAlready

    public static let samples: [CaseRefusal] = [
        .findings([CaseFinding(.title, "required")]), .unknownReceipt, .unknownCase, .notNow(.answer, .received), .changedMeanwhile, .siteNotActive,
        .onlyGuidance, .unknownAgency, .reasonMissing(least: 10), .competentMissing, .notYours, .tooManyAdditions(most: 20),
        .tooManyAttempts(minutes: 5), .erased, .answerMissing, .extensionSpent, .extensionReason, .flood(minutes: 10), .proofOfWork, .keptPrivate,
        .publicAlready, .handlerMissing,
    ]

    public var key: String {
        switch self {
        case .findings: "casework.findings"
        case .unknownReceipt: "casework.unknown-receipt"
        case .unknownCase: "casework.unknown-case"
        case .notNow: "casework.not-now"
        case .changedMeanwhile: "casework.changed-meanwhile"
        case .siteNotActive: "casework.site-not-active"
        case .onlyGuidance: "casework.only-guidance"
        case .unknownAgency: "casework.unknown-agency"
        case .reasonMissing: "casework.reason-missing"
        case .competentMissing: "casework.competent-missing"
        case .handlerMissing: "casework.handler-missing"
        case .notYours: "casework.not-yours"
        case .tooManyAdditions: "casework.too-many-additions"
        case .tooManyAttempts: "casework.too-many-attempts"
        case .erased: "casework.erased"
        case .answerMissing: "casework.answer-missing"
        case .extensionSpent: "casework.extension-spent"
        case .extensionReason: "casework.extension-reason"
        case .flood: "casework.flood"
        case .proofOfWork: "casework.proof-of-work"
        case .keptPrivate: "casework.kept-private"
        case .publicAlready: "casework.public-already"
        }
    }

    public var values: [String: String] {
        switch self {
        case .notNow(let act, let state): ["act": act.rawValue, "state": state.rawValue]
        case .reasonMissing(let least): ["least": "\(least)"]
        case .tooManyAdditions(let most): ["most": "\(most)"]
        case .tooManyAttempts(let minutes), .flood(let minutes): ["minutes": "\(minutes)"]
        default: [:]
        }
    }
}
