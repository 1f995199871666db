public import PortalNetwork
public import Store
public import Vietnamese

public struct ItemID: Identifier {
    public let rawValue: Int64
    public init(rawValue: Int64) { self.rawValue = rawValue }
}

public struct ActID: Identifier {
    public let rawValue: Int64
    public init(rawValue: Int64) { self.rawValue = rawValue }
}

public struct SectionID: Identifier {
    public let rawValue: Int64
    public init(rawValue: Int64) { self.rawValue = rawValue }
}

/// Whether the public can see an item.
public enum Presence: String, Sendable, Codable, CaseIterable, SQLBindable, SQLReadable {
    case unpublished, live, withdrawn, erased
}

/// Why something was withdrawn; the code goes into the record, the sentence stays with the item.
public enum WithdrawalCode: String, Sendable, Codable, CaseIterable, SQLBindable, SQLReadable {
    case error, superseded, expired, legal, personal, compromise
}

/// Something published or to be published: what lasts while revisions come and go.
public struct Item: Sendable, Hashable {
    public var id: ItemID
    public var site: SiteID
    public var kind: KindName
    public var language: Language
    public var section: SectionID?
    public var workflow: Workflow
    /// The newest revision's number, from 1.
    public var revision: Int
    /// The newest edition's number; 0 before the first publication.
    public var edition: Int
    /// The date the item carries in public: first publication, or the one an import gave.
    public var publishedAt: Instant?
    /// The last edition's time, where it is later than the first.
    public var updatedAt: Instant?
    /// Of the newest entry, -1 before the first.
    public var lastSequence: Int64
    public var withdrawal: Withdrawal?
    public var createdAt: Instant
    /// Counts up with every change (optimistic locking).
    public var version: Int
    /// Who began it: their work stays theirs when somebody else has edited it.
    public var creator: PersonID

    public struct Withdrawal: Sendable, Hashable {
        public var code: WithdrawalCode
        public var at: Instant
        /// What took its place, if anything.
        public var successor: ItemID?
    }
}

extension Item {
    static let columns: SQL = """
        item.id, item.site, item.kind, item.lang, item.section, item.stage, item.presence, item.author, item.approvals_needed, item.due_at,
        item.revision, item.edition, item.published_at, item.updated_at, item.last_seq, item.withdrawn_code, item.withdrawn_at, item.successor,
        item.created_at, item.version, item.creator
        """

    static func load(_ id: ItemID, _ db: any Connection, locking: Bool = false) throws -> Item? {
        let lock: SQL = locking && db.engine == .postgres ? " FOR UPDATE" : ""
        guard let row = try db.row("SELECT \(columns) FROM item WHERE id = \(id)\(lock)") else { return nil }
        let approvals = try db.column("SELECT person FROM approval WHERE item = \(id) ORDER BY step", as: PersonID.self)
        return try Item(row, approvals: approvals)
    }

    init(_ row: Row, approvals: [PersonID]) throws {
        id = try row[0]
        site = try row[1]
        kind = KindName(rawValue: try row[2])
        language = try row[3]
        section = try row[4]
        workflow = Workflow(
            stage: try row[5],
            presence: try row[6],
            author: try row[7],
            approvalsNeeded: try row[8],
            approvals: approvals,
            dueAt: try row[9]
        )
        revision = try row[10]
        edition = try row[11]
        publishedAt = try row[12]
        updatedAt = try row[13]
        lastSequence = try row[14]
        if let code: WithdrawalCode = try row[15], let at: Instant = try row[16] {
            withdrawal = Withdrawal(code: code, at: at, successor: try row[17])
        }
        createdAt = try row[18]
        version = try row[19]
        creator = try row[20]
    }
}
