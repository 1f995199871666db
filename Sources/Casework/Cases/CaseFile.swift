public import PortalNetwork
public import Publishing
public import Store
public import Vietnamese

/// One case as its row tells it: where it stands and when it is due, nothing of what was written.
public struct CaseFile: Sendable, Hashable {
    public var id: CaseID
    /// Where it came in.
    public var site: SiteID
    /// The portal of who has it; its people and those above it see it.
    public var desk: SiteID
    public var track: String
    public var code: ReceiptCode
    public var state: CaseState
    /// Who asked was asked something and has not answered.
    public var isWaiting: Bool
    public var wish: Wish
    public var channel: CaseChannel
    public var language: Language
    /// Code of the field of administration.
    public var field: String?
    /// How much work it is, where the rule asks (`simple`, `complex`).
    public var variant: String?
    /// Official code of the commune or province it is about.
    public var unit: String?
    public var agency: AgencyID?
    public var officer: PersonID?
    public var receivedAt: Instant
    /// The end of its time; nil where no rule gives one.
    public var dueAt: Instant?
    /// The calendar of a year that counted was not announced yet.
    public var isProvisional: Bool
    /// The code of the rule that gave the time.
    public var rule: String?
    public var endedAt: Instant?
    public var answeredAt: Instant?
    public var changedAt: Instant
    /// 1 to 5, from who asked.
    public var rating: Int?
    /// The published answer.
    public var item: ItemID?
    public var mergedInto: CaseID?
    /// Same-sounding letters share one.
    public var cluster: Int64?
    /// How many events its timeline has.
    public var events: Int
    /// Counts up with every change (optimistic locking).
    public var version: Int
    /// Working days to the answer, where it has just been given; kept in the row, never read back into this value.
    var took: Int?

    public var key: ItemID { ItemID(rawValue: id.rawValue) }

    public func isOverdue(at now: Instant) -> Bool { dueAt.map { !state.isEnded && $0 < now } ?? false }
    /// Whether the answer went out after its time.
    public var wasLate: Bool { dueAt.flatMap { due in answeredAt.map { $0 > due } } ?? false }
}

extension CaseFile {
    static let columns: SQL = """
        case_file.id, case_file.site, case_file.desk, case_file.track, case_file.prefix, case_file.year, case_file.number, case_file.state,
        case_file.waiting, case_file.wish, case_file.channel, case_file.language, case_file.field, case_file.variant, case_file.unit, case_file.agency,
        case_file.officer, case_file.received_at, case_file.due_at, case_file.provisional, case_file.rule, case_file.ended_at,
        case_file.answered_at, case_file.changed_at, case_file.rating, case_file.item, case_file.merged_into, case_file.cluster,
        case_file.events, case_file.version
        """
    /// How many columns that is: what a query selects beyond them begins here.
    static let width = 30

    init(_ row: Row) throws {
        id = try row[0]
        site = try row[1]
        desk = try row[2]
        track = try row[3]
        code = ReceiptCode(prefix: try row[4], year: try row[5], number: try row[6])
        state = try row[7]
        isWaiting = try row[8]
        wish = try Self.word(row[9])
        channel = try Self.word(row[10])
        language = try row[11]
        field = try row[12]
        variant = try row[13]
        unit = try row[14]
        agency = try row[15]
        officer = try row[16]
        receivedAt = try row[17]
        dueAt = try row[18]
        isProvisional = try row[19]
        rule = try row[20]
        endedAt = try row[21]
        answeredAt = try row[22]
        changedAt = try row[23]
        rating = try row[24]
        item = try row[25]
        mergedInto = try row[26]
        cluster = try row[27]
        events = try row[28]
        version = try row[29]
    }

    private static func word<T: RawRepresentable<String>>(_ text: String) throws -> T {
        guard let word = T(rawValue: text) else { throw CaseworkFault.damaged("'\(text)' is no \(T.self)") }
        return word
    }

    /// Under lock where something is about to be done to it.
    static func load(_ id: CaseID, _ db: any Connection, locking: Bool = false) throws -> CaseFile? {
        let lock = locking ? CommonDialect.forUpdate(on: db.engine) : ""
        return try db.row("SELECT \(columns) FROM case_file WHERE id = \(id) \(lock)").map(CaseFile.init)
    }

    static func find(_ code: ReceiptCode, _ db: any Connection) throws -> CaseFile? {
        try db.row(
            "SELECT \(columns) FROM case_file WHERE prefix = \(code.prefix) AND year = \(code.year) AND number = \(code.number)"
        ).map(CaseFile.init)
    }

    /// Writes the time alone, after the event that changed it.
    func saveTimes(_ db: any Connection) throws {
        try CaseCounting.changing(self, db) {
            try db.execute("UPDATE case_file SET due_at = \(dueAt), provisional = \(isProvisional), rule = \(rule) WHERE id = \(id)")
        }
    }

    /// Writes what changed, one version further. The caller holds the row.
    func save(_ db: any Connection) throws {
        try CaseCounting.changing(self, db) {
            try db.execute(
                """
                UPDATE case_file SET desk = \(desk), track = \(track), state = \(state), ended = \(state.isEnded), waiting = \(isWaiting),
                    wish = \(wish.rawValue), field = \(field), variant = \(variant), unit = \(unit), agency = \(agency), officer = \(officer), due_at = \(dueAt),
                    provisional = \(isProvisional), rule = \(rule), ended_at = \(endedAt), answered_at = \(answeredAt), changed_at = \(changedAt),
                    rating = \(rating), item = \(item), merged_into = \(mergedInto), cluster = \(cluster), events = \(events), version = version + 1
                WHERE id = \(id)
                """
            )
        }
    }
}
