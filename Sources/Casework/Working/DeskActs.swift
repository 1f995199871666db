public import PortalNetwork
import Publishing
public import Store
import Triage
public import Vietnamese

/// What officials do with a case. Each verb asks the gate, holds the row at the version that was seen, appends one event, and writes a line of the audit trail.
extension Casework {
    /// What every verb is told: which case, and the version it was seen at.
    public struct Seen: Sendable, Hashable {
        public let id: CaseID
        public let version: Int

        public init(_ id: CaseID, version: Int) {
            self.id = id
            self.version = version
        }
    }

    /// Letters of a reason, at least.
    static let leastReason = 10

    /// Into the register: it is admissible. `field`: to which field of administration it belongs, where the officer says so.
    public func accept(_ seen: Seen, field: String? = nil, by: By) async throws {
        let field = try Self.known(field)
        try await act(seen, .accept, by, .receiveCases, ["field": field ?? ""]) { file, _ in
            file.field = field ?? file.field
        } after: { file, db in
            if field != nil { try self.times.set(&file, from: db, self.tracks) }
        }
    }

    /// Not taken; the reason is said to who asked, with what to do instead.
    public func reject(_ seen: Seen, reason: CaseReason, words: String, by: By) async throws {
        let note = CaseNote(text: try Self.words(words, least: Self.leastReason))
        try await act(seen, .reject, by, .receiveCases, ["reason": reason.rawValue], note)
    }

    /// Belongs to another procedure of law. The text is destroyed with its key when `erases`: a denouncer's name is kept nowhere.
    public func routeOut(_ seen: Seen, to guidance: String, words: String, by: By) async throws {
        let note = CaseNote(text: try Self.words(words, least: Self.leastReason))
        try await act(seen, .routeOut, by, .receiveCases, ["to": guidance], note)
    }

    /// Puts it right: another track, field or place. The clock is set anew by the rule of the new track, from the day it came in.
    public func classify(_ seen: Seen, track: String, field: String?, variant: String?, unit: String?, by: By) async throws {
        guard let chosen = tracks[track], chosen.intake == .case else { throw CaseRefusal.onlyGuidance }
        let field = try Self.known(field)
        let variant = chosen.variants.flatMap { variants in variant.flatMap { variants.contains($0) ? $0 : nil } ?? variants.first }
        let detail = ["track": track, "field": field ?? "", "variant": variant ?? ""]
        try await act(seen, .classify, by, .receiveCases, detail) { file, _ in
            (file.track, file.field, file.variant, file.unit) = (track, field, variant, unit)
        } after: { file, db in
            try self.times.set(&file, from: db, self.tracks)
        }
    }

    /// To an agency and the portal whose people see it from now on. "Not ours" names whose it is: there is no way to send a case to nobody.
    /// - Throws: `CaseRefusal.agencyGone` where the agency is no more, with the names of who stands in its place.
    public func transfer(_ seen: Seen, to agency: AgencyID, desk: SiteID, field: String? = nil, words: String, by: By) async throws {
        let note = CaseNote(text: try Self.words(words, least: Self.leastReason))
        let field = try Self.known(field)
        guard by.tree.contains(desk) else { throw CaseRefusal.unknownAgency }
        try await act(seen, .transfer, by, .transferCases, ["desk": "\(desk)", "field": field ?? ""], note, agency: agency) { file, db in
            try self.mustExist(agency, db)
            guard file.agency != agency || file.desk != desk else { throw CaseRefusal.competentMissing }
            file.agency = agency
            file.desk = desk
            file.officer = nil
            file.field = field ?? file.field
        } after: { file, db in
            if field != nil { try self.times.set(&file, from: db, self.tracks) }
        }
    }

    private func mustExist(_ agency: AgencyID, _ db: any Connection) throws {
        let today = clock.now().civilDate
        if try Agencies.agency(agency, on: today, in: db) != nil { return }
        let successors = try Agencies.current(of: agency, on: today, in: db).map(\.name)
        guard let name = try Agencies.history(of: agency, in: db).last?.name, !successors.isEmpty else { throw CaseRefusal.unknownAgency }
        throw CaseRefusal.agencyGone(name: name, successors: successors.joined(separator: ", "))
    }

    /// A field that somebody chose; nil where they chose none.
    private static func known(_ field: String?) throws -> String? {
        guard let field, !field.isEmpty else { return nil }
        guard Triage.Field.named(FieldCode(rawValue: field)) != nil else { throw CaseRefusal.unknownField(field) }
        return field
    }

    /// Into one's own hands.
    public func take(_ seen: Seen, by: By) async throws {
        try await act(seen, .take, by, .workCases) { file, _ in file.officer = by.person.id }
    }

    /// Into somebody else's: who must be allowed to work on it there.
    public func hand(_ seen: Seen, to person: Person, having actor: Actor, by: By) async throws {
        try await act(seen, .hand, by, .receiveCases, ["to": person.handle]) { file, _ in
            try authorize(actor, .workCases, on: Subject(site: file.desk), in: by.tree)
            file.officer = person.id
        }
    }

    /// Words for colleagues: who asked never sees them.
    public func note(_ seen: Seen, words: String, by: By) async throws {
        try await act(seen, .note, by, .readCases, [:], CaseNote(text: try Self.words(words, least: 1)))
    }

    /// Asks who asked for more. What that does to the clock is the rule's.
    public func ask(_ seen: Seen, words: String, by: By) async throws {
        let note = CaseNote(text: try Self.words(words, least: Self.leastReason))
        try await act(seen, .ask, by, .workCases, [:], note) { file, db in
            try self.mustBeInHand(file, by, db)
            file.isWaiting = true
        } after: { file, db in
            try self.times.set(&file, from: db, self.tracks)
        }
    }

    /// A draft of the answer for a second person.
    public func submit(_ seen: Seen, answer: CaseNote, by: By) async throws {
        var answer = answer
        answer.text = try Self.words(answer.text, least: 20)
        try await act(seen, .submit, by, .workCases, [:], answer) { file, db in try self.mustBeInHand(file, by, db) }
    }

    public func sendBack(_ seen: Seen, words: String, by: By) async throws {
        let note = CaseNote(text: try Self.words(words, least: Self.leastReason))
        try await act(seen, .sendBack, by, .approveCases, [:], note)
    }

    /// The second person: confirms that the answer fits the question (the quality gate of domain notes 2.2), which the event keeps. Whoever wrote it may not.
    /// - Parameter fits: what the person said of it; who calls this verb in a person's name without a form has asked.
    public func approve(_ seen: Seen, fits: Bool = true, by: By) async throws {
        try await act(seen, .approve, by, .approveCases, ["fits": "yes"]) { file, db in
            let author = try db.value(
                "SELECT person FROM case_event WHERE case_id = \(file.id) AND act = \(CaseAct.submit) ORDER BY number DESC LIMIT 1",
                as: PersonID.self
            )
            let relation: Subject.Relation = author == by.person.id ? .author : .other
            try authorize(by.actor, .approveCases, on: Subject(site: file.desk, relation: relation), in: by.tree)
            guard fits else { throw CaseRefusal.fitMissing }
        }
    }

    /// Tells who asked: the approved draft becomes the answer.
    public func answer(_ seen: Seen, by: By) async throws {
        let keys = try await keys([seen.id])
        try await act(seen, .answer, by, .approveCases) { file, _ in
            let now = self.clock.now()
            file.answeredAt = now
            file.took = self.times.workingDays(from: file.receivedAt, to: now)
            file.isWaiting = false
        } words: { file, db in
            let last = try CaseEvent.list(file.id, db).last { $0.act == .submit }
            guard let note = try last?.note(of: file.id, keys) else { throw CaseRefusal.answerMissing }
            return note
        }
    }

    /// The same matter as another case, which goes on for both.
    public func merge(_ seen: Seen, into other: CaseID, by: By) async throws {
        guard other != seen.id else { throw CaseRefusal.unknownCase }
        try await act(seen, .merge, by, .receiveCases, ["into": "\(other)"]) { file, db in
            guard let target = try CaseFile.load(other, db), !target.state.isEnded else { throw CaseRefusal.unknownCase }
            try authorize(by.actor, .receiveCases, on: Subject(site: target.desk), in: by.tree)
            file.mergedInto = other
        }
    }

    /// Back to work: what it was answered, refused or taken back for did not hold. The clock begins again by the rule.
    public func reopen(_ seen: Seen, words: String, by: By) async throws {
        let note = CaseNote(text: try Self.words(words, least: Self.leastReason))
        try await act(seen, .reopen, by, .receiveCases, [:], note) { file, _ in
            file.answeredAt = nil
            file.mergedInto = nil
            file.officer = nil
        } after: { file, db in
            try self.times.set(&file, from: db, self.tracks)
        }
    }

    /// More time, with a reason that the rule knows.
    public func extend(_ seen: Seen, reason: String, words: String, by: By) async throws {
        let note = CaseNote(text: try Self.words(words, least: Self.leastReason))
        try await act(seen, .extend, by, .approveCases, ["reason": reason], note) { file, db in
            _ = try self.times.extended(file, try CaseEvent.list(file.id, db), reason: reason, at: self.clock.now(), self.tracks)
        } after: { file, db in
            try self.times.set(&file, from: db, self.tracks)
        }
    }

    private func mustBeInHand(_ file: CaseFile, _ by: By, _ db: any Connection) throws {
        guard try isInHand(file, by, db) else { throw CaseRefusal.notYours }
    }

    /// One verb: gate, version, change, event, audit, in one transaction.
    func act(
        _ seen: Seen,
        _ act: CaseAct,
        _ by: By,
        _ action: Action,
        _ detail: [String: String] = [:],
        _ note: CaseNote? = nil,
        agency: AgencyID? = nil,
        _ change: @escaping @Sendable (inout CaseFile, any Connection) throws -> Void = { _, _ in },
        after: @escaping @Sendable (inout CaseFile, any Connection) throws -> Void = { _, _ in },
        words: (@Sendable (CaseFile, any Connection) throws -> CaseNote)? = nil
    ) async throws {
        let keys = try await keys([seen.id])
        let now = clock.now()
        let id: AuditID = ids.next()
        try await database.write { db in
            guard var file = try CaseFile.load(seen.id, db, locking: true) else { throw CaseRefusal.unknownCase }
            try authorize(by.actor, action, on: Subject(site: file.desk), in: by.tree)
            guard file.version == seen.version else { throw CaseRefusal.changedMeanwhile }
            guard keys.has(file.key) else { throw CaseRefusal.erased }
            _ = try CaseWorkflow.step(file.state, act)
            let before = file.dueAt
            try change(&file, db)
            let note = try note ?? words?(file, db)
            try file.note(act, at: now, by: by.person.id, agency: agency, detail: detail.filter { !$0.value.isEmpty }, words: note, keys, db)
            try after(&file, db)
            if file.dueAt != before { try file.saveTimes(db) }
            try self.tell(file, act, at: now, db)
            try AuditTrail.add(
                .caseActed,
                by: by.person,
                on: "\(file.code)",
                site: file.desk,
                detail: act.rawValue,
                from: by.caller,
                id: id,
                at: now,
                in: db
            )
            try db.announce(Self.channel)
        }
    }
}

/// Why a case is not taken (NĐ 20/2008 Đ7 and house practice); said to who asked in words of the catalogue.
public enum CaseReason: String, Sendable, Codable, CaseIterable {
    case notVietnamese = "not-vietnamese"
    case unclear
    case anonymous
    case notCompetent = "not-competent"
    case repeated
    case abusive
    case advertising
}
