import Publishing
public import Store
public import Vietnamese

/// By which ways this installation tells who asked of their case.
public struct CaseTelling: Sendable, Hashable {
    public enum Way: String, Sendable, CaseIterable, SQLBindable, SQLReadable {
        case mail, sms

        /// In the column that says by which ways who asked may be told.
        var bit: Int { self == .mail ? 1 : 2 }

        /// The job that does it.
        var job: String { self == .mail ? SendCaseMail.name : SendCaseMessage.name }
    }

    /// What is told; words under `case-letter.<about>`.
    public enum About: String, Sendable, CaseIterable, SQLBindable, SQLReadable {
        case receive, ask, extend, transfer, answer, refuse

        /// What an act of the desk says to who asked; nil: nothing.
        init?(_ act: CaseAct) {
            switch act {
            case .receive: self = .receive
            case .ask: self = .ask
            case .extend: self = .extend
            case .transfer: self = .transfer
            case .answer: self = .answer
            case .reject, .routeOut: self = .refuse
            default: return nil
            }
        }
    }

    public let ways: Set<Way>

    public init(_ ways: Set<Way>) { self.ways = ways }

    public static let none = CaseTelling([])

    /// The ways that somebody agreed to and left an address for, as bits.
    static func mayTell(_ original: CaseOriginal) -> Int {
        guard original.consents.contains(.contact) else { return 0 }
        return Way.allCases.reduce(0) { bits, way in original.place(of: way) == nil ? bits : bits | way.bit }
    }

    /// Letters that are written with an event, each with its job; nobody sends anything before the transaction is over.
    func write(_ about: About, of id: CaseID, event: Int, to bits: Int, at now: Instant, ids: IdentifierMaker, _ db: any Connection) throws {
        for way in Way.allCases where ways.contains(way) && bits & way.bit != 0 {
            let letter: CaseLetterID = ids.next()
            let isNew = try db.execute(
                """
                INSERT INTO case_letter (id, case_id, event, way, about, state, tries, created_at, changed_at)
                VALUES (\(letter), \(id), \(event), \(way), \(about), \(CaseLetter.State.waiting), 0, \(now), \(now)) ON CONFLICT DO NOTHING
                """
            )
            guard isNew == 1 else { continue }
            let job = Job(id: ids.next(), name: way.job, payload: "\(letter)", effect: "\(way.job) \(letter)", runAt: now)
            try JobQueue.add(job, at: now, db)
        }
    }
}

extension CaseOriginal {
    /// Where a way leads to; nil where nothing usable was left.
    func place(of way: CaseTelling.Way) -> String? {
        switch way {
        case .mail: email.flatMap { $0.isEmpty ? nil : $0 }
        // Numbers abroad cost and are easily forged: messages go to numbers of the country.
        case .sms: phone.flatMap { PhoneNumber(typed: $0)?.description }.flatMap { $0.hasPrefix("+84") ? $0 : nil }
        }
    }
}

extension Casework {
    /// Writes what an act says to who asked. The caller holds the row and has appended the event.
    func tell(_ file: CaseFile, _ act: CaseAct, at now: Instant, _ db: any Connection) throws {
        guard !telling.ways.isEmpty, let about = CaseTelling.About(act) else { return }
        let bits = try db.value("SELECT tells FROM case_file WHERE id = \(file.id)", as: Int.self) ?? 0
        guard bits != 0 else { return }
        try telling.write(about, of: file.id, event: file.events, to: bits, at: now, ids: ids, db)
    }

    /// Takes back that one may be told. What waits is not sent any more, and nothing new is written.
    func hush(_ file: inout CaseFile, at now: Instant, _ keys: ItemKeys, _ db: any Connection) throws {
        guard try db.value("SELECT tells FROM case_file WHERE id = \(file.id)", as: Int.self) ?? 0 != 0 else { return }
        try db.execute("UPDATE case_file SET tells = 0 WHERE id = \(file.id)")
        try db.execute(
            """
            UPDATE case_letter SET state = \(CaseLetter.State.dropped), changed_at = \(now)
            WHERE case_id = \(file.id) AND state IN (\(CaseLetter.State.waiting), \(CaseLetter.State.failed))
            """
        )
        try file.note(.hush, at: now, keys, db)
    }

    /// Whether who asked is told of a case.
    public func tells(_ id: CaseID) async throws -> Bool {
        try await database.read { try $0.value("SELECT tells FROM case_file WHERE id = \(id)", as: Int.self) ?? 0 } != 0
    }

    /// What the foot of a letter leads to: opens nothing and shows nothing; with it letters of this case can be ended.
    public func stopMark(of id: CaseID) -> String {
        "\(id)." + terms.mark("stop \(id)").prefix(16).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// Ends letters by the mark that stands in them.
    /// - Throws: `CaseRefusal.unknownReceipt` for a mark that is none of ours.
    public func stopTelling(by mark: String) async throws {
        guard let id = CaseID(String(mark.prefix { $0 != "." })), isSame(stopMark(of: id), mark) else { throw CaseRefusal.unknownReceipt }
        let keys = try await keys([id])
        let now = clock.now()
        try await database.write { db in
            guard var file = try CaseFile.load(id, db, locking: true) else { throw CaseRefusal.unknownReceipt }
            try self.hush(&file, at: now, keys, db)
            try db.announce(Self.channel)
        }
    }

    /// Whether a mark is one of ours.
    public func isStopMark(_ mark: String) -> Bool {
        CaseID(String(mark.prefix { $0 != "." })).map { isSame(stopMark(of: $0), mark) } ?? false
    }

    private func isSame(_ a: String, _ b: String) -> Bool {
        let (a, b) = (Array(a.utf8), Array(b.utf8))
        return a.count == b.count && zip(a, b).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
