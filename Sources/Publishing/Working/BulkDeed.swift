public import PortalNetwork
public import Store
public import Vietnamese

public struct BulkActID: Identifier {
    public let rawValue: Int64
    public init(rawValue: Int64) { self.rawValue = rawValue }
}

/// What can be done to many items at once.
public enum BulkDeed: Sendable, Hashable {
    case submit
    case approve
    case sendBack(reason: String)
    case withdraw(WithdrawalCode, note: String)
    case move(SectionID)
    case addTag(String)
    case removeTag(String)
    case assign(PersonID, Assignment.Task, dueAt: Instant?)
    case schedule(Instant)

    public enum Name: String, Sendable, CaseIterable, SQLBindable, SQLReadable {
        case submit, approve, sendBack = "send-back", withdraw, move, addTag = "add-tag", removeTag = "remove-tag", assign, schedule

        /// The gate's question about each item.
        public var action: Action {
            switch self {
            case .submit: .submit
            case .approve: .approve
            case .sendBack: .return
            case .withdraw: .withdraw
            case .move: .move
            case .addTag, .removeTag: .edit
            case .assign: .assign
            case .schedule: .schedule
            }
        }

        /// An approval was given and a reason was read: neither can be made not to have been.
        public var canBeUndone: Bool { self != .approve && self != .sendBack }
    }

    public var name: Name {
        switch self {
        case .submit: .submit
        case .approve: .approve
        case .sendBack: .sendBack
        case .withdraw: .withdraw
        case .move: .move
        case .addTag: .addTag
        case .removeTag: .removeTag
        case .assign: .assign
        case .schedule: .schedule
        }
    }

    /// What undoing needs to know of it: a tag, or whom was asked to do what.
    var detail: String {
        switch self {
        case .addTag(let tag), .removeTag(let tag): tag
        case .assign(let person, let task, _): "\(person) \(task.rawValue)"
        default: ""
        }
    }
}

/// What was done to many items at once, item by item.
public struct BulkAct: Sendable {
    /// How long it can be undone, in seconds.
    public static let patience: Int64 = 15 * 60
    /// How many items one act may be about.
    public static let most = 200

    public enum Outcome: String, Sendable, CaseIterable, SQLBindable, SQLReadable {
        case done
        case refused
        case undone
        /// It was to be undone, and could not be.
        case stays
    }

    public struct Row: Sendable {
        public let item: ItemID
        public let outcome: Outcome
        /// Why not.
        public let refusal: KeptRefusal?
        let place: Int
        let version: Int
        let before: String
    }

    public let id: BulkActID
    public let site: SiteID
    public let person: PersonID
    public let deed: BulkDeed.Name
    public let at: Instant
    public let undoneAt: Instant?
    public let rows: [Row]
    let detail: String

    public func canBeUndone(at now: Instant) -> Bool {
        deed.canBeUndone && undoneAt == nil && now < at.adding(seconds: Self.patience) && rows.contains { $0.outcome == .done }
    }
}

/// A refusal as it is kept: its words are found when somebody reads it.
public struct KeptRefusal: Refusal, Codable, Hashable {
    public let key: String
    public let values: [String: String]

    public init(_ refusal: any Refusal) {
        key = refusal.key
        values = refusal.values
    }
}
