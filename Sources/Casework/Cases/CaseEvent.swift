public import PortalNetwork
public import Publishing
public import Store
public import Vietnamese

/// A line of a case's timeline: appended, never changed.
public struct CaseEvent: Sendable, Hashable {
    public let number: Int
    public let at: Instant
    public let act: CaseAct
    /// Where the case stood afterwards.
    public let state: CaseState
    /// Who did it; nil: who asked, or the program.
    public let person: PersonID?
    /// The agency it went to, or that did it.
    public let agency: AgencyID?
    /// Codes and values that say more (`reason=not-vietnamese`, `to=…`), never words of people.
    public let detail: [String: String]
    let sealed: [UInt8]?

    public var hasNote: Bool { sealed != nil }
}

extension CaseEvent {
    init(_ row: Row) throws {
        number = try row[0]
        at = try row[1]
        act = try row[2]
        state = try row[3]
        person = try row[4]
        agency = try row[5]
        detail = Self.details(try row[6])
        sealed = try row[7]
    }

    static func list(_ id: CaseID, _ db: any Connection) throws -> [CaseEvent] {
        try db.rows("SELECT number, at, act, state, person, agency, detail, sealed FROM case_event WHERE case_id = \(id) ORDER BY number").map(
            CaseEvent.init
        )
    }

    /// `a=b;c=d`: keys and values of codes, without `=` and `;`.
    static func text(_ details: [String: String]) -> String {
        details.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.filter { $0 != ";" && $0 != "=" })" }.joined(separator: ";")
    }

    private static func details(_ text: String) -> [String: String] {
        Dictionary(
            text.split(separator: ";").compactMap { pair in
                let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
                return parts.count == 2 ? (parts[0], parts[1]) : nil
            }
        ) { first, _ in first }
    }

    /// The words beside it; nil where there are none.
    public func note(of id: CaseID, _ keys: ItemKeys) throws -> CaseNote? {
        try sealed.map { try CaseSeal.open($0, as: CaseNote.self, id, CaseSeal.note(number), keys) }
    }
}

extension CaseFile {
    /// Does an act: the next state, the event, the row. The caller has asked the gate and holds the row.
    /// - Throws: `CaseRefusal.notNow`.
    mutating func note(
        _ act: CaseAct,
        at now: Instant,
        by person: PersonID? = nil,
        agency: AgencyID? = nil,
        detail: [String: String] = [:],
        words: CaseNote? = nil,
        _ keys: ItemKeys,
        _ db: any Connection
    ) throws {
        state = try CaseWorkflow.step(state, act)
        events += 1
        changedAt = now
        if state.isEnded, endedAt == nil { endedAt = now }
        if !state.isEnded { endedAt = nil }
        let sealed = try words.map { try CaseSeal.seal($0, id, CaseSeal.note(events), keys) }
        try Self.append(id, events, now, act, state, person, agency, detail, sealed, db)
        try save(db)
    }

    static func append(
        _ id: CaseID,
        _ number: Int,
        _ at: Instant,
        _ act: CaseAct,
        _ state: CaseState,
        _ person: PersonID?,
        _ agency: AgencyID?,
        _ detail: [String: String],
        _ sealed: [UInt8]?,
        _ db: any Connection
    ) throws {
        try db.execute(
            """
            INSERT INTO case_event (case_id, number, at, act, state, person, agency, detail, sealed)
            VALUES (\(id), \(number), \(at), \(act), \(state), \(person), \(agency), \(CaseEvent.text(detail)), \(sealed))
            """
        )
    }
}
