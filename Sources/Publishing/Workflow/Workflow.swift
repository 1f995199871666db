public import PortalNetwork
public import Store
public import Vietnamese

/// Where the work on an item's newest revision stands (domain notes 7.2).
public enum Stage: String, Sendable, Codable, CaseIterable, SQLBindable, SQLReadable {
    /// Nothing open: the newest revision is the newest edition.
    case settled
    case draft, submitted, returned, approved, scheduled
}

/// The workflow of one item, as a value: an event in, effects or a refusal out. It knows no database and no clock.
public struct Workflow: Sendable, Hashable {
    public private(set) var stage: Stage
    public private(set) var presence: Presence
    /// Who wrote the newest revision.
    public private(set) var author: PersonID
    /// How many different people must approve (four eyes: at least one who is not the author).
    public private(set) var approvalsNeeded: Int
    /// Who has approved the newest revision, in order.
    public private(set) var approvals: [PersonID]
    /// When a scheduled revision goes out.
    public private(set) var dueAt: Instant?

    public init(
        stage: Stage,
        presence: Presence,
        author: PersonID,
        approvalsNeeded: Int,
        approvals: [PersonID] = [],
        dueAt: Instant? = nil
    ) {
        self.stage = stage
        self.presence = presence
        self.author = author
        self.approvalsNeeded = max(1, approvalsNeeded)
        self.approvals = approvals
        self.dueAt = dueAt
    }

    /// A new item's workflow, before its first save is stored.
    public static func new(author: PersonID, approvalsNeeded: Int) -> Workflow {
        Workflow(stage: .draft, presence: .unpublished, author: author, approvalsNeeded: approvalsNeeded)
    }

    public enum Event: Sendable, Hashable {
        case save(by: PersonID)
        case submit(by: PersonID)
        /// What was submitted by mistake, before anybody has approved it.
        case recall(by: PersonID)
        case `return`(by: PersonID)
        case approve(by: PersonID)
        case schedule(by: PersonID, at: Instant, now: Instant)
        case unschedule(by: PersonID)
        /// `reason` names what the edition is to readers: a first publication, an update or a correction.
        case publish(Operation)
        /// One person alone puts the newest revision out in an emergency.
        case publishUrgently(by: PersonID)
        /// The scheduled moment has come.
        case fallDue(now: Instant)
        case withdraw, restore, erase
        case move
    }

    public enum Effect: Sendable, Hashable {
        /// A new immutable revision is stored; approvals given to the one before do not hold for it.
        case revision
        case approval(PersonID)
        case clearApprovals
        case setDue(Instant)
        case clearDue
        /// An edition is made of the newest revision and an entry with this operation is written.
        case edition(Operation)
        /// The edition is marked as published by this person alone; somebody else must confirm it.
        case urgent(PersonID)
        /// An entry without a new edition is written.
        case entry(Operation)
        /// Content, salts and the item's key are destroyed.
        case destroy
    }

    /// Changes the value and says what must be done, or refuses and changes nothing.
    public mutating func receive(_ event: Event) throws(WorkflowRefusal) -> [Effect] {
        if presence == .erased { throw .erased }
        switch event {
        case .save(let person): return try save(person)
        case .submit: return try move(from: [.draft, .returned], to: .submitted)
        case .recall:
            guard approvals.isEmpty else { throw .wrongStage(stage) }
            return try move(from: [.submitted], to: .draft)
        case .return: return try back()
        case .approve(let person): return try approve(person)
        case .schedule(_, let moment, let now): return try schedule(moment, now)
        case .unschedule:
            guard stage == .scheduled else { throw .notScheduled }
            stage = .approved
            dueAt = nil
            return [.clearDue]
        case .publish(let operation): return try publish(operation)
        case .publishUrgently(let person): return try publishUrgently(person)
        case .fallDue(let now):
            guard stage == .scheduled, let dueAt, dueAt <= now else { throw .notScheduled }
            return try publish(presence == .live ? .update : .publish)
        case .withdraw:
            guard presence == .live else { throw .notLive }
            presence = .withdrawn
            return [.entry(.withdraw)]
        case .restore:
            guard presence == .withdrawn else { throw .notWithdrawn }
            presence = .live
            return [.entry(.restore)]
        case .move:
            guard presence == .live else { return [] }
            return [.entry(.move)]
        case .erase:
            let wasPublic = presence != .unpublished
            presence = .erased
            stage = .settled
            approvals = []
            dueAt = nil
            return (wasPublic ? [.entry(.erase)] : []) + [.clearApprovals, .clearDue, .destroy]
        }
    }

    /// Another section may ask for another number of approvals.
    mutating func require(_ approvals: Int) {
        approvalsNeeded = max(1, approvals)
        if stage == .approved, self.approvals.count < approvalsNeeded { stage = .submitted }
    }

    private mutating func save(_ person: PersonID) throws(WorkflowRefusal) -> [Effect] {
        if stage == .scheduled { throw .scheduledFirst }
        author = person
        approvals = []
        stage = .draft
        return [.revision, .clearApprovals]
    }

    private mutating func move(from stages: Set<Stage>, to next: Stage) throws(WorkflowRefusal) -> [Effect] {
        guard stages.contains(stage) else { throw .wrongStage(stage) }
        stage = next
        return []
    }

    private mutating func back() throws(WorkflowRefusal) -> [Effect] {
        guard stage == .submitted || stage == .approved else { throw .wrongStage(stage) }
        stage = .returned
        approvals = []
        return [.clearApprovals]
    }

    private mutating func approve(_ person: PersonID) throws(WorkflowRefusal) -> [Effect] {
        guard stage == .submitted else { throw .wrongStage(stage) }
        guard person != author else { throw .fourEyes }
        guard !approvals.contains(person) else { throw .approvedAlready }
        approvals.append(person)
        if approvals.count >= approvalsNeeded { stage = .approved }
        return [.approval(person)]
    }

    private mutating func schedule(_ moment: Instant, _ now: Instant) throws(WorkflowRefusal) -> [Effect] {
        guard stage == .approved || stage == .scheduled else { throw .notApproved(missing: missing) }
        guard moment > now else { throw .past }
        stage = .scheduled
        dueAt = moment
        return [.setDue(moment)]
    }

    private mutating func publish(_ operation: Operation) throws(WorkflowRefusal) -> [Effect] {
        guard stage == .approved || stage == .scheduled else {
            throw stage == .settled ? .nothingNew : .notApproved(missing: missing)
        }
        guard Set(approvals).subtracting([author]).count >= approvalsNeeded else { throw .fourEyes }
        return try letOut(operation)
    }

    /// No approval is asked for, and none is made up: the entry names the one person.
    private mutating func publishUrgently(_ person: PersonID) throws(WorkflowRefusal) -> [Effect] {
        if stage == .settled { throw .nothingNew }
        return try letOut(presence == .live ? .update : .publish) + [.urgent(person)]
    }

    private mutating func letOut(_ operation: Operation) throws(WorkflowRefusal) -> [Effect] {
        switch (operation, presence) {
        case (.publish, .unpublished), (.update, .live), (.correct, .live): break
        case (_, .withdrawn): throw .restoreFirst
        case (.publish, _): throw .publishedAlready
        default: throw .notLive
        }
        stage = .settled
        presence = .live
        let effects: [Effect] = [.edition(operation), .clearApprovals] + (dueAt == nil ? [] : [.clearDue])
        approvals = []
        dueAt = nil
        return effects
    }

    private var missing: Int { max(0, approvalsNeeded - approvals.count) }
}
