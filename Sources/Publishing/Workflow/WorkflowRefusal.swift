public import PortalNetwork

/// Why the workflow says no; words under `refusal.workflow.…`.
public enum WorkflowRefusal: Refusal, Hashable {
    case wrongStage(Stage)
    /// The author cannot be the one who approves.
    case fourEyes
    case approvedAlready
    case notApproved(missing: Int)
    case notScheduled
    case scheduledFirst
    case past
    case nothingNew
    case publishedAlready
    case notLive
    case notWithdrawn
    case restoreFirst
    case erased

    public static let samples: [WorkflowRefusal] = [
        .wrongStage(.draft), .fourEyes, .approvedAlready, .notApproved(missing: 1), .notScheduled, .scheduledFirst, .past, .nothingNew,
        .publishedAlready, .notLive, .notWithdrawn, .restoreFirst, .erased,
    ]

    public var key: String {
        switch self {
        case .wrongStage: "workflow.wrong-stage"
        case .fourEyes: "workflow.four-eyes"
        case .approvedAlready: "workflow.approved-already"
        case .notApproved: "workflow.not-approved"
        case .notScheduled: "workflow.not-scheduled"
        case .scheduledFirst: "workflow.scheduled-first"
        case .past: "workflow.past"
        case .nothingNew: "workflow.nothing-new"
        case .publishedAlready: "workflow.published-already"
        case .notLive: "workflow.not-live"
        case .notWithdrawn: "workflow.not-withdrawn"
        case .restoreFirst: "workflow.restore-first"
        case .erased: "workflow.erased"
        }
    }

    public var values: [String: String] {
        switch self {
        case .wrongStage(let stage): ["stage": stage.rawValue]
        case .notApproved(let missing): ["missing": "\(missing)"]
        default: [:]
        }
    }
}
