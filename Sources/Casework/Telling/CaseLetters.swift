public import PortalNetwork
public import Publishing
import Rules
public import Store
public import Vietnamese

public struct CaseLetterID: Identifier {
    public let rawValue: Int64
    public init(rawValue: Int64) { self.rawValue = rawValue }
}

/// A letter to who asked, as its row tells it: nothing of who that is.
public struct CaseLetter: Sendable, Hashable {
    public enum State: String, Sendable, CaseIterable, SQLBindable, SQLReadable {
        case waiting, sent
        /// Refused for good, or tried too often.
        case failed
        /// Not wanted any more: consent taken back, the text destroyed, no address.
        case dropped
    }

    public let id: CaseLetterID
    public let caseID: CaseID
    public let way: CaseTelling.Way
    public let about: CaseTelling.About
    public let state: State
    public let fault: String?
    public let createdAt: Instant
}

/// What is said, with where it goes: made when it is sent, from the case as it is then.
public struct CaseMessage: Sendable, Hashable {
    public let letter: CaseLetter
    public let language: Language
    /// The portal where it was sent in.
    public let site: SiteID
    public let code: ReceiptCode
    /// An address of mail, or a telephone number.
    public let place: String
    public let due: Instant?
    /// Who has it.
    public let agency: String?
    /// Of an extension: the reason that the rule knows, in words.
    public let reason: String?
    /// Ends letters of this case.
    public let stop: String
}

extension Casework {
    /// The letters of a case, the newest first; for the desk.
    public func letters(of id: CaseID) async throws -> [CaseLetter] {
        try await database.read { db in
            try db.rows("SELECT \(Self.letterColumns) FROM case_letter WHERE case_id = \(id) ORDER BY id DESC").map(Self.letter)
        }
    }

    private static let letterColumns: SQL = "id, case_id, way, about, state, fault, created_at, event"

    private static func letter(_ row: Row) throws -> CaseLetter {
        CaseLetter(
            id: try row[0],
            caseID: try row[1],
            way: try row[2],
            about: try row[3],
            state: try row[4],
            fault: try row[5],
            createdAt: try row[6]
        )
    }

    /// What a letter says now; nil when there is nothing to send any more, which is noted.
    func message(_ id: CaseLetterID) async throws -> CaseMessage? {
        let found = try await database.read { db in
            try db.row("SELECT \(Self.letterColumns) FROM case_letter WHERE id = \(id) AND state = \(CaseLetter.State.waiting)").map {
                (letter: try Self.letter($0), event: try $0[7] as Int)
            }
        }
        guard let (letter, number) = found else { return nil }
        let keys = try await keys([letter.caseID])
        let today = clock.now().civilDate
        let message = try await database.read { db -> CaseMessage? in
            guard let file = try CaseFile.load(letter.caseID, db), keys.has(file.key),
                let row = try db.row("SELECT tells, sealed FROM case_file WHERE id = \(file.id)"), try (row[0] as Int) & letter.way.bit != 0,
                let place = try CaseSeal.open(try row[1], as: CaseOriginal.self, file.id, CaseSeal.original, keys).place(of: letter.way)
            else { return nil }
            let event = try CaseEvent.list(file.id, db).first { $0.number == number }
            let language = DateLanguage(rawValue: file.language.rawValue) ?? .vi
            let book = self.times.legal().book
            return CaseMessage(
                letter: letter,
                language: file.language,
                site: file.site,
                code: file.code,
                place: place,
                due: file.dueAt,
                agency: try (event?.agency ?? file.agency).flatMap { try Agencies.agency($0, on: today, in: db)?.name },
                reason: letter.about == .extend ? event?.detail["reason"].map { book.word($0, language) } : nil,
                stop: self.stopMark(of: file.id)
            )
        }
        if message == nil { try await settle(id, .dropped, nil) }
        return message
    }

    /// What became of a letter.
    func settle(_ id: CaseLetterID, _ state: CaseLetter.State, _ fault: String?) async throws {
        let now = clock.now()
        let tried = state == .dropped ? 0 : 1
        try await database.write { db in
            try db.execute(
                """
                UPDATE case_letter SET state = \(state), fault = \(fault.map { String($0.prefix(300)) }), tries = tries + \(tried), changed_at = \(now)
                WHERE id = \(id) AND state = \(CaseLetter.State.waiting)
                """
            )
            guard state == .sent else { return }
            try JobQueue.forget([SendCaseMail.name, SendCaseMessage.name], finishedBefore: now.adding(seconds: -90 * 86_400), db)
        }
    }
}
