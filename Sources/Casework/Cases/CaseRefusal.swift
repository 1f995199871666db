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
    /// Nothing can have come on that day.
    case dayImpossible
    /// Whoever approves has not said that the answer fits the question.
    case fitMissing
    /// The agency is no more; who stands in its place.
    case agencyGone(name: String, successors: String)
    case unknownField(String)
    /// The same text comes very often just now; it goes through a little later.
    case sameText(seconds: Int)
    /// Sentences are wanted for a part, and not all of them, and none that was taken out before.
    case partEmpty, partWhole, partTaken
    /// A part is not divided again: the letter it came from is.
    case partOfAnother
    /// A file that nobody has looked into yet; one that was destroyed for what was found in it.
    case fileWaiting, fileGone

    public static let samples: [CaseRefusal] = [
        .findings([CaseFinding(.title, "required")]), .unknownReceipt, .unknownCase, .notNow(.answer, .received), .changedMeanwhile, .siteNotActive,
        .onlyGuidance, .unknownAgency, .reasonMissing(least: 10), .competentMissing, .notYours, .tooManyAdditions(most: 20),
        .tooManyAttempts(minutes: 5), .erased, .answerMissing, .extensionSpent, .extensionReason, .flood(minutes: 10), .proofOfWork, .keptPrivate,
        .publicAlready, .dayImpossible, .fitMissing,
        .agencyGone(name: "Sở A", successors: "Sở B"), .unknownField("x"), .sameText(seconds: 15), .partEmpty, .partWhole, .partTaken,
        .partOfAnother, .handlerMissing, .fileWaiting, .fileGone,
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
        case .dayImpossible: "casework.day-impossible"
        case .fitMissing: "casework.fit-missing"
        case .agencyGone: "casework.agency-gone"
        case .unknownField: "casework.unknown-field"
        case .sameText: "casework.same-text"
        case .partEmpty: "casework.part-empty"
        case .partWhole: "casework.part-whole"
        case .partTaken: "casework.part-taken"
        case .partOfAnother: "casework.part-of-another"
        case .fileWaiting: "casework.file-waiting"
        case .fileGone: "casework.file-gone"
        }
    }

    public var values: [String: String] {
        switch self {
        case .notNow(let act, let state): ["act": act.rawValue, "state": state.rawValue]
        case .reasonMissing(let least): ["least": "\(least)"]
        case .tooManyAdditions(let most): ["most": "\(most)"]
        case .tooManyAttempts(let minutes), .flood(let minutes): ["minutes": "\(minutes)"]
        case .agencyGone(let name, let successors): ["name": name, "successors": successors]
        case .unknownField(let code): ["text": String(code.prefix(60))]
        case .sameText(let seconds): ["seconds": "\(seconds)"]
        default: [:]
        }
    }
}
