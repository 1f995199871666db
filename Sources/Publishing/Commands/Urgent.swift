public import PortalNetwork
public import Store
public import Vietnamese

/// An edition that one person put out alone.
public struct UrgentEdition: Sendable, Hashable {
    public let item: ItemID
    public let edition: Int
    public let person: PersonID
    public let at: Instant
    public let reason: String
    /// Until when somebody else must have confirmed it.
    public let until: Instant
    public let confirmedBy: PersonID?
    public let confirmedAt: Instant?
}

extension Publisher {
    /// How long somebody else has to confirm what was published alone (house rule; domain notes 7.2).
    public static let urgentSeconds: Int64 = 4 * 3600

    /// Puts the newest revision out without approval: the edition is marked for ever, and a second person must confirm it in time.
    @discardableResult
    public func publishUrgently(_ id: ItemID, reason: String, expecting version: Int? = nil, signature: Signature? = nil, by: By) async throws
        -> Published
    {
        guard !reason.allSatisfy(\.isWhitespace) else { throw PublishingRefusal.reasonMissing }
        let now = clock.now()
        let until = now.adding(seconds: Self.urgentSeconds)
        let job: JobID = ids.next()
        let event = Workflow.Event.publishUrgently(by: by.person)
        var order = ReleaseOrder(id, event, by: by) { try self.allow(.publishUrgently, $0, by) }
        (order.version, order.signature) = (version, signature)
        order.beside = { edition, db in
            try db.execute(
                """
                INSERT INTO urgent_edition (item, edition, person, at, reason, until)
                VALUES (\(id), \(edition), \(by.person), \(now), \(String(reason.prefix(1000))), \(until))
                """
            )
            let payload = "\(id):\(edition)"
            try JobQueue.add(Job(id: job, name: UrgentOverdue.name, payload: payload, effect: "urgent-overdue:\(payload)", runAt: until), at: now, db)
        }
        return try await release(order)
    }

    /// The second person stands by what was published alone. Never the one who did.
    public func confirmUrgent(_ id: ItemID, by: By) async throws {
        let now = clock.now()
        try await database.write { db in
            guard let item = try Item.load(id, db, locking: true) else { throw PublishingRefusal.unknownItem(id) }
            guard let urgent = try Self.urgent(id, db), urgent.confirmedBy == nil else { throw PublishingRefusal.nothingUrgent }
            try authorize(
                by.actor,
                .confirmUrgent,
                on: Subject(
                    site: item.site,
                    section: Subject.Section(item.section),
                    kind: item.kind.rawValue,
                    state: item.workflow.stage.rawValue,
                    relation: urgent.person == by.person ? .author : .other
                ),
                in: by.tree
            )
            try db.execute(
                """
                UPDATE urgent_edition SET confirmed_by = \(by.person), confirmed_at = \(now)
                WHERE item = \(id) AND edition = \(urgent.edition) AND confirmed_by IS NULL
                """
            )
            try self.note(.urgentConfirmed, item, by, detail: "\(urgent.edition)", db)
        }
    }

    /// The newest urgent edition of an item.
    static func urgent(_ id: ItemID, _ db: any Connection) throws -> UrgentEdition? {
        try db.row(
            """
            SELECT item, edition, person, at, reason, until, confirmed_by, confirmed_at FROM urgent_edition WHERE item = \(id)
            ORDER BY edition DESC LIMIT 1
            """
        ).map { try UrgentEdition($0) }
    }
}

extension UrgentEdition {
    init(_ row: Row) throws {
        self.init(
            item: try row[0],
            edition: try row[1],
            person: try row[2],
            at: try row[3],
            reason: try row[4],
            until: try row[5],
            confirmedBy: try row[6],
            confirmedAt: try row[7]
        )
    }
}

/// Nobody confirmed in time: somebody must hear of it.
public struct UrgentOverdue: JobWorker {
    public static let name = "urgent-overdue"
    private let publishing: Publisher

    public init(_ publishing: Publisher) { self.publishing = publishing }

    public func run(_ job: Job) async throws {
        let parts = job.payload.split(separator: ":")
        guard parts.count == 2, let item = ItemID(String(parts[0])), let edition = Int(parts[1]) else { return }
        let publishing = publishing
        try await publishing.database.write { db in
            let open = try db.value(
                "SELECT 1 FROM urgent_edition WHERE item = \(item) AND edition = \(edition) AND confirmed_by IS NULL",
                as: Int.self
            )
            if open != nil { try publishing.alarm(.urgentUnconfirmed, item, detail: "", db) }
        }
    }
}
