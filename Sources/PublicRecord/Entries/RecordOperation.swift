/// What an entry says was done. Open: operations that this version does not know are kept and hashed, and mean nothing to it.
public struct RecordOperation: RawRepresentable, Sendable, Hashable, Codable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    // Items.
    public static let publish = RecordOperation(rawValue: "publish")
    public static let update = RecordOperation(rawValue: "update")
    public static let correct = RecordOperation(rawValue: "correct")
    public static let withdraw = RecordOperation(rawValue: "withdraw")
    public static let restore = RecordOperation(rawValue: "restore")
    public static let move = RecordOperation(rawValue: "move")
    public static let erase = RecordOperation(rawValue: "erase")
    /// To another log, which must say so too.
    public static let transfer = RecordOperation(rawValue: "transfer")
    /// A copy of another log's edition is shown here.
    public static let `import` = RecordOperation(rawValue: "import")

    // What stands around items.
    public static let chrome = RecordOperation(rawValue: "chrome")
    public static let redirect = RecordOperation(rawValue: "redirect")
    public static let site = RecordOperation(rawValue: "site")
    /// Digest of the program's renderer, templates and scripts.
    public static let release = RecordOperation(rawValue: "release")
    /// A host that links may lead to was approved or removed.
    public static let host = RecordOperation(rawValue: "host")
    /// Root of the live map.
    public static let state = RecordOperation(rawValue: "state")
    public static let key = RecordOperation(rawValue: "key")
    /// A member of the directory's log.
    public static let member = RecordOperation(rawValue: "member")
    public static let notice = RecordOperation(rawValue: "notice")

    /// Whether such an entry brings a new edition of its item.
    public var makesEdition: Bool { [.publish, .update, .correct, .import].contains(self) }
    public var isAboutItem: Bool { makesEdition || [.withdraw, .restore, .move, .erase, .transfer].contains(self) }

    /// The members an entry must and may have beside `v`, `op`, `at`; nil for operations that this version does not know.
    var members: (required: Set<String>, optional: Set<String>)? {
        let item: Set = ["site", "id", "ed", "prev"]
        let edition = item.union(["kind", "lang", "commit", "text", "kib"])
        let everywhere: Set = ["agency", "by", "att", "act"]
        let itself = everywhere.union(["kind", "lang"])
        switch self {
        case .publish, .update: return (edition, everywhere.union(["topics"]))
        case .correct: return (edition, everywhere.union(["topics", "n", "why"]))
        case .import: return (edition.union(["origin", "index", "leaf"]), everywhere.union(["topics"]))
        case .withdraw: return (item.union(["why"]), itself)
        case .restore: return (item, itself)
        case .move: return (item, itself.union(["part", "from", "to"]))
        case .erase: return (item.union(["why"]), itself)
        case .transfer: return (item.union(["origin"]), itself.union(["index", "leaf"]))
        case .chrome: return (["site", "part"], everywhere.union(["lang", "commit"]))
        case .redirect: return (["site", "part"], everywhere.union(["id", "commit", "why"]))
        case .site: return (["site", "part"], everywhere.union(["kind", "lang", "hosts", "from", "to", "commit"]))
        case .release: return (["digest"], everywhere.union(["site", "part"]))
        case .host: return (["host", "part"], everywhere.union(["site", "why"]))
        case .state: return (["root", "n"], everywhere.union(["site", "index"]))
        case .key: return (["key", "part"], everywhere.union(["site", "index", "why"]))
        case .member: return (["origin", "part"], everywhere.union(["key", "hosts", "why"]))
        case .notice: return (["why"], everywhere.union(["site", "part", "index", "from", "to", "origin", "root"]))
        default: return nil
        }
    }
}
