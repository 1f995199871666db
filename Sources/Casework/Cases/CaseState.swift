public import Store

/// Where a case stands.
public enum CaseState: String, Sendable, Codable, CaseIterable, SQLBindable, SQLReadable {
    /// It has its receipt; nobody has looked at it.
    case received
    /// Admissible and in the register; no agency has it yet.
    case accepted
    /// An agency has it, nobody there in particular.
    case assigned
    /// Somebody has it in hand.
    case working
    /// A draft of the answer waits for a second person.
    case inReview
    /// The answer may go out.
    case approved
    case answered
    /// Not taken, with a reason and guidance.
    case rejected
    /// Belongs to another procedure of law (a complaint, a denunciation) and was never a public case.
    case routedOut
    /// The same matter as another case, which goes on for both.
    case merged
    /// Taken back by who sent it.
    case withdrawn

    /// Nothing is waited for any more.
    public var isEnded: Bool {
        switch self {
        case .received, .accepted, .assigned, .working, .inReview, .approved: false
        case .answered, .rejected, .routedOut, .merged, .withdrawn: true
        }
    }
}

/// What is done to a case: each becomes an event of its timeline under this name.
public enum CaseAct: String, Sendable, Codable, CaseIterable, SQLBindable, SQLReadable {
    /// By who asks (or by somebody who writes down for them).
    case receive, add, withdraw, say = "not-answered", rate, hush = "stop-letters"
    /// At the door.
    case accept, reject, routeOut = "route-out", classify, split, merge
    /// Who has it.
    case transfer, take, hand
    /// The clock.
    case ask, supply, extend, escalate
    /// The answer.
    case note, draft, submit, sendBack = "send-back", approve, answer, publish, reopen

    /// Whether the public timeline shows it to who asked.
    public var isShownToAsker: Bool {
        switch self {
        case .note, .draft, .submit, .sendBack, .approve, .take, .hand, .classify, .escalate: false
        case .receive, .add, .withdraw, .say, .rate, .hush, .accept, .reject, .routeOut, .split, .merge, .transfer, .ask, .supply, .extend, .answer,
            .publish,
            .reopen:
            true
        }
    }
}

/// The workflow as a value: a state and an act give the next state or a refusal. It knows no database and no person.
public enum CaseWorkflow {
    private static let open: Set<CaseState> = [.received, .accepted, .assigned, .working, .inReview, .approved]

    /// From where an act may be done, and where it leads; nil: the state stays.
    static func rule(_ act: CaseAct) -> (from: Set<CaseState>, to: CaseState?) {
        switch act {
        case .receive: ([], .received)
        case .add, .supply: (open, nil)
        case .withdraw: (open.subtracting([.approved]), .withdrawn)
        case .say: ([.answered], nil)
        case .rate: ([.answered], nil)
        case .accept: ([.received], .accepted)
        case .reject: ([.received, .accepted, .assigned], .rejected)
        case .routeOut: (open, .routedOut)
        case .classify: (open, nil)
        case .split: (open, nil)
        case .merge: (open, .merged)
        case .transfer: ([.received, .accepted, .assigned, .working], .assigned)
        case .take, .hand: ([.accepted, .assigned, .working], .working)
        case .ask, .extend: ([.accepted, .assigned, .working, .inReview], nil)
        case .escalate, .note, .hush: (Set(CaseState.allCases), nil)
        case .draft: ([.working], nil)
        case .submit: ([.working], .inReview)
        case .sendBack: ([.inReview, .approved], .working)
        case .approve: ([.inReview], .approved)
        case .answer: ([.approved], .answered)
        case .publish: ([.answered], nil)
        case .reopen: ([.answered, .rejected, .withdrawn, .merged], .accepted)
        }
    }

    /// - Throws: `CaseRefusal.notNow` where the act has no place in that state.
    public static func step(_ state: CaseState, _ act: CaseAct) throws(CaseRefusal) -> CaseState {
        let rule = rule(act)
        guard rule.from.contains(state) else { throw .notNow(act, state) }
        return rule.to ?? state
    }
}
