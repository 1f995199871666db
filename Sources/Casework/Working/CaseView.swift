public import PortalNetwork
import Publishing
public import Rules
public import Store
public import Vietnamese

/// A case as an official sees it. What was written is there only for who is on the case, and each opening is a line of the audit trail.
public struct CaseView: Sendable {
    public let file: CaseFile
    public let card: CaseCard?
    /// Nil for who is not on the case, and where it was destroyed.
    public let original: CaseOriginal?
    public let attachments: [CaseAttachment]
    public let steps: [Step]
    public let isErased: Bool
    /// How the deadline was computed; nil where no rule speaks of it.
    public let reckoning: Explanation?
    /// What may be done now, by this person.
    public let acts: Set<CaseAct>
    /// The letter it was taken out of, and what was taken out of it.
    public let origin: CaseFile?
    public let parts: [CaseFile]

    /// The words of the last answer that went out.
    public var answer: CaseNote? { steps.last { $0.event.act == .answer }?.note }

    public struct Step: Sendable {
        public let event: CaseEvent
        public let note: CaseNote?
    }
}

extension Casework {
    /// How a person stands to a case, for the gate: on it, or not.
    func subject(_ file: CaseFile, _ by: By, _ db: any Connection) throws -> Subject {
        let relation: Subject.Relation = try isInHand(file, by, db) ? .author : .other
        return Subject(site: file.desk, kind: "case", state: file.state.rawValue, relation: relation)
    }

    /// Whether a person has a case in hand: as their own, or for somebody whom they stand in for.
    func isInHand(_ file: CaseFile, _ by: By, _ db: any Connection) throws -> Bool {
        guard let officer = file.officer, officer != by.person.id else { return file.officer != nil }
        return try People.standsIn(by.person.id, for: officer, at: clock.now(), in: db)
    }

    /// - Parameter opens: whether the text is wanted: then it is shown to who may open it, and that is noted.
    public func view(_ id: CaseID, opens: Bool, by: By) async throws -> CaseView {
        let now = clock.now()
        let keys = try await keys([id])
        let isErased = !keys.has(ItemID(rawValue: id.rawValue))
        let view = try await database.read { db in
            guard let file = try CaseFile.load(id, db) else { throw CaseRefusal.unknownCase }
            try authorize(by.actor, .readCases, on: Subject(site: file.desk), in: by.tree)
            let isOn = try opens && !isErased && mayDo(by.actor, .openCase, on: self.subject(file, by, db), in: by.tree)
            let events = try CaseEvent.list(id, db)
            guard let row = try db.row("SELECT sealed, card FROM case_file WHERE id = \(id)") else { throw CaseRefusal.unknownCase }
            return CaseView(
                file: file,
                card: isErased ? nil : try CaseSeal.open(try row[1], as: CaseCard.self, id, CaseSeal.card, keys),
                original: isOn ? try CaseSeal.open(try row[0], as: CaseOriginal.self, id, CaseSeal.original, keys) : nil,
                attachments: isOn ? try CaseAttachment.list(id, keys, db) : [],
                steps: try events.map { CaseView.Step(event: $0, note: isErased || !isOn ? nil : try $0.note(of: id, keys)) },
                isErased: isErased,
                reckoning: try self.times.explanation(of: file, events, self.tracks),
                acts: isErased ? [] : try self.acts(file, by, db),
                origin: try CaseParts.origin(of: id, db),
                parts: try CaseParts.parts(of: id, db)
            )
        }
        if view.original != nil { try await noteOpening(view.file, by, at: now, what: "text") }
        return view
    }

    /// A file that came with a case, for who is on it; noted.
    public func attachment(_ id: CaseID, _ number: Int, by: By) async throws -> (file: Submission.File, bytes: [UInt8]) {
        let keys = try await keys([id])
        let (file, found) = try await database.read { db in
            guard let file = try CaseFile.load(id, db) else { throw CaseRefusal.unknownCase }
            try authorize(by.actor, .openCase, on: self.subject(file, by, db), in: by.tree)
            guard let found = try CaseAttachment.open(id, number, keys, db) else { throw CaseRefusal.unknownCase }
            return (file, found)
        }
        try await noteOpening(file, by, at: clock.now(), what: "file \(number)")
        return found
    }

    /// Destroys what was written, on request of who wrote it: the key goes, and with it text, files, notes and names in every backup. What happened to the
    /// case, and when, stays. Parts that became cases of their own hold sentences of the same letter: they go with it.
    public func erase(_ seen: Seen, by: By) async throws {
        let now = clock.now()
        let line: AuditID = ids.next()
        let keys = try await database.write { db -> [ItemID] in
            guard let file = try CaseFile.load(seen.id, db, locking: true) else { throw CaseRefusal.unknownCase }
            try authorize(by.actor, .eraseCase, on: Subject(site: file.desk), in: by.tree)
            guard file.version == seen.version else { throw CaseRefusal.changedMeanwhile }
            let parts = try CaseParts.parts(of: seen.id, db)
            for one in [file] + parts {
                try authorize(by.actor, .eraseCase, on: Subject(site: one.desk), in: by.tree)
                try Self.forget(one.id, db)
                let lineOfOne: AuditID = one.id == seen.id ? line : self.ids.next()
                try AuditTrail.add(
                    .caseErased,
                    by: by.person,
                    on: "\(one.code)",
                    site: one.desk,
                    detail: "",
                    from: by.caller,
                    id: lineOfOne,
                    at: now,
                    in: db
                )
            }
            try db.announce(Self.channel)
            return [file.key] + parts.map(\.key)
        }
        for key in keys { try await keyring.destroy(key) }
    }

    static func forget(_ id: CaseID, _ db: any Connection) throws {
        try db.execute("DELETE FROM case_term WHERE case_id = \(id)")
        try db.execute("UPDATE case_event SET sealed = NULL WHERE case_id = \(id)")
        try db.execute("DELETE FROM case_attachment WHERE case_id = \(id)")
        try CaseClusters.leave(id, db)
        let nothing: [UInt8] = []
        try db.execute("UPDATE case_file SET sealed = \(nothing), card = \(nothing), unit = NULL, version = version + 1 WHERE id = \(id)")
    }

    private func noteOpening(_ file: CaseFile, _ by: By, at now: Instant, what: String) async throws {
        let line: AuditID = ids.next()
        try await database.write { db in
            try AuditTrail.add(
                .caseOpened,
                by: by.person,
                on: "\(file.code)",
                site: file.desk,
                detail: what,
                from: by.caller,
                id: line,
                at: now,
                in: db
            )
        }
    }

    /// What the workflow has room for and the gate lets this person do: for buttons.
    private func acts(_ file: CaseFile, _ by: By, _ db: any Connection) throws -> Set<CaseAct> {
        func may(_ action: Action) -> Bool { mayDo(by.actor, action, on: Subject(site: file.desk), in: by.tree) }
        let isOwn = file.officer == by.person.id
        let isMine = try isInHand(file, by, db)
        let subject = try self.subject(file, by, db)
        let isPart = try CaseParts.origin(of: file.id, db) != nil
        let wrote = try db.value(
            "SELECT person FROM case_event WHERE case_id = \(file.id) AND act = \(CaseAct.submit) ORDER BY number DESC LIMIT 1",
            as: PersonID.self
        )
        let all: [(CaseAct, Bool)] = [
            (.accept, may(.receiveCases)), (.reject, may(.receiveCases)), (.routeOut, may(.receiveCases)), (.classify, may(.receiveCases)),
            (.merge, may(.receiveCases)), (.split, may(.receiveCases) && mayDo(by.actor, .openCase, on: subject, in: by.tree) && !isPart),
            (.hand, may(.receiveCases)), (.reopen, may(.receiveCases)), (.transfer, may(.transferCases)),
            (.take, may(.workCases) && !isOwn), (.ask, may(.workCases) && isMine && !file.isWaiting), (.submit, may(.workCases) && isMine),
            (.sendBack, may(.approveCases)), (.approve, may(.approveCases) && wrote != by.person.id), (.answer, may(.approveCases)),
            (.extend, may(.approveCases)), (.note, may(.readCases)),
            (
                .publish,
                may(.workCases) && mayDo(by.actor, .openCase, on: subject, in: by.tree) && file.wish != .closed && file.item == nil
            ),
        ]
        return Set(all.filter { $0.1 && CaseWorkflow.rule($0.0).from.contains(file.state) }.map(\.0))
    }
}
