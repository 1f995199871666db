import PortalNetwork
import Publishing
import Testing
import Vietnamese

/// The workflow as a table, written independently of the code: every stage × presence × event.
@Suite("Workflow")
struct WorkflowTests {
    static let author = PersonID(rawValue: 1)
    static let editor = PersonID(rawValue: 2)
    static let chief = PersonID(rawValue: 3)
    static let now = Instant(seconds: 1_000)
    static let later = Instant(seconds: 2_000)

    enum Outcome: Sendable, Equatable {
        case becomes(Stage, Presence)
        case refused(WorkflowRefusal)
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let stage: Stage
        let presence: Presence
        let event: Workflow.Event
        let outcome: Outcome
        var testDescription: String { "\(stage)/\(presence) + \(event)" }
    }

    static let events: [Workflow.Event] = [
        .save(by: author), .submit(by: author), .recall(by: author), .return(by: editor), .approve(by: editor), .approve(by: author),
        .schedule(by: editor, at: later, now: now), .schedule(by: editor, at: now, now: now), .unschedule(by: editor), .publish(.publish),
        .publish(.update), .publish(.correct), .fallDue(now: later), .publishUrgently(by: editor), .withdraw, .restore, .move, .erase,
    ]

    /// What must happen, in words of the law and the house: written as rules over the table's axes, not as the code has them.
    static func expected(_ stage: Stage, _ presence: Presence, _ event: Workflow.Event) -> Outcome {
        if presence == .erased { return .refused(.erased) }
        switch event {
        case .save: return stage == .scheduled ? .refused(.scheduledFirst) : .becomes(.draft, presence)
        case .submit: return stage == .draft || stage == .returned ? .becomes(.submitted, presence) : .refused(.wrongStage(stage))
        case .recall:
            // Somebody has approved it: then it is not the author's alone any more.
            return stage == .submitted ? .becomes(.draft, presence) : .refused(.wrongStage(stage))
        case .return: return stage == .submitted || stage == .approved ? .becomes(.returned, presence) : .refused(.wrongStage(stage))
        case .approve(let person):
            guard stage == .submitted else { return .refused(.wrongStage(stage)) }
            return person == author ? .refused(.fourEyes) : .becomes(.approved, presence)
        case .schedule(_, let at, let now):
            guard stage == .approved || stage == .scheduled else { return .refused(.notApproved(missing: 1)) }
            return at > now ? .becomes(.scheduled, presence) : .refused(.past)
        case .unschedule: return stage == .scheduled ? .becomes(.approved, presence) : .refused(.notScheduled)
        case .publish(let operation):
            switch stage {
            case .settled: return .refused(.nothingNew)
            case .draft, .submitted, .returned: return .refused(.notApproved(missing: 1))
            case .approved, .scheduled:
                switch (operation, presence) {
                case (_, .withdrawn): return .refused(.restoreFirst)
                case (.publish, .unpublished), (.update, .live), (.correct, .live): return .becomes(.settled, .live)
                case (.publish, _): return .refused(.publishedAlready)
                default: return .refused(.notLive)
                }
            }
        case .fallDue:
            guard stage == .scheduled else { return .refused(.notScheduled) }
            return presence == .withdrawn ? .refused(.restoreFirst) : .becomes(.settled, .live)
        case .publishUrgently:
            if stage == .settled { return .refused(.nothingNew) }
            return presence == .withdrawn ? .refused(.restoreFirst) : .becomes(.settled, .live)
        case .withdraw: return presence == .live ? .becomes(stage, .withdrawn) : .refused(.notLive)
        case .restore: return presence == .withdrawn ? .becomes(stage, .live) : .refused(.notWithdrawn)
        case .move: return .becomes(stage, presence)
        case .erase: return .becomes(.settled, .erased)
        }
    }

    static let table: [Case] = Stage.allCases.flatMap { stage in
        Presence.allCases.flatMap { presence in
            events.map { Case(stage: stage, presence: presence, event: $0, outcome: expected(stage, presence, $0)) }
        }
    }

    static func workflow(_ stage: Stage, _ presence: Presence) -> Workflow {
        let approved = stage == .approved || stage == .scheduled
        return Workflow(
            stage: stage,
            presence: presence,
            author: author,
            approvalsNeeded: 1,
            approvals: approved ? [editor] : [],
            dueAt: stage == .scheduled ? later : nil
        )
    }

    @Test("every event in every state has the outcome the rules ask for", arguments: table)
    func outcome(_ example: Case) {
        var workflow = Self.workflow(example.stage, example.presence)
        let before = workflow
        do {
            _ = try workflow.receive(example.event)
            #expect(example.outcome == .becomes(workflow.stage, workflow.presence))
        } catch {
            #expect(example.outcome == .refused(error))
            #expect(workflow == before, "a refusal changes nothing")
        }
    }

    @Test("two approvals mean two different people, neither of them the author")
    func twoApprovals() throws {
        var workflow = Workflow(stage: .submitted, presence: .unpublished, author: Self.author, approvalsNeeded: 2)
        #expect(try workflow.receive(.approve(by: Self.editor)) == [.approval(Self.editor)])
        #expect(workflow.stage == .submitted)
        #expect(throws: WorkflowRefusal.approvedAlready) { try workflow.receive(.approve(by: Self.editor)) }
        _ = try workflow.receive(.approve(by: Self.chief))
        #expect(workflow.stage == .approved)
    }

    @Test("a save after approval takes the approvals away")
    func saveClearsApprovals() throws {
        var workflow = Self.workflow(.approved, .unpublished)
        #expect(try workflow.receive(.save(by: Self.author)) == [.revision, .clearApprovals])
        #expect(workflow.approvals.isEmpty)
        #expect(throws: WorkflowRefusal.notApproved(missing: 1)) { try workflow.receive(.publish(.publish)) }
    }

    @Test("an editor who rewrites becomes the author and cannot approve what they wrote")
    func rewriterCannotApprove() throws {
        var workflow = Self.workflow(.submitted, .unpublished)
        _ = try workflow.receive(.save(by: Self.editor))
        _ = try workflow.receive(.submit(by: Self.editor))
        #expect(throws: WorkflowRefusal.fourEyes) { try workflow.receive(.approve(by: Self.editor)) }
        _ = try workflow.receive(.approve(by: Self.author))
        #expect(workflow.stage == .approved)
    }

    @Test("an approval by the author, slipped past the stage, is still not enough to publish")
    func forgedApproval() {
        var workflow = Workflow(stage: .approved, presence: .unpublished, author: Self.author, approvalsNeeded: 1, approvals: [Self.author])
        #expect(throws: WorkflowRefusal.fourEyes) { try workflow.receive(.publish(.publish)) }
    }

    @Test("an erasure of something public leaves an entry; of a draft, none")
    func erasure() throws {
        var live = Self.workflow(.settled, .live)
        #expect(try live.receive(.erase).contains(.entry(.erase)))
        var draft = Self.workflow(.draft, .unpublished)
        #expect(try !draft.receive(.erase).contains(.entry(.erase)))
    }
}
