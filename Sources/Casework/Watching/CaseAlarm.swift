public import PortalNetwork
public import Publishing
public import Rules
public import Store
import Vietnamese

/// Tells officials of deadlines that come near or are over, as the rules say whom and when. Each step of a case is done in one transaction that holds its row: a
/// notice, a letter, a line of the timeline and the next step, or nothing; whichever node comes first does it.
public struct CaseAlarm: Sendable {
    let casework: Casework
    let notices: Notices
    let tree: @Sendable () -> SiteTree

    /// Cases looked at in one go.
    static let portion = 100

    public init(_ casework: Casework, notices: Notices, tree: @escaping @Sendable () -> SiteTree) {
        self.casework = casework
        self.notices = notices
        self.tree = tree
    }

    /// Looks at some cases whose deadline is new or changed, and at some whose next step has come.
    /// - Returns: how many there were; 0: there is nothing to do now.
    public func step() async throws -> Int {
        let now = casework.clock.now()
        let found = try await casework.database.read { db in
            let new = try db.column(
                """
                SELECT id FROM case_file WHERE ended = 0 AND due_at IS NOT NULL AND (watch_due IS NULL OR watch_due <> due_at)
                ORDER BY id LIMIT \(Self.portion)
                """,
                as: CaseID.self
            )
            let due = try db.column(
                "SELECT id FROM case_file WHERE ended = 0 AND watch_at IS NOT NULL AND watch_at <= \(now) ORDER BY watch_at, id LIMIT \(Self.portion)",
                as: CaseID.self
            )
            return new + due.filter { !new.contains($0) }
        }
        let tree = tree()
        for id in found { try await look(at: id, tree) }
        return found.count
    }

    private func look(at id: CaseID, _ tree: SiteTree) async throws {
        let now = casework.clock.now()
        try await casework.database.write { db in
            guard let file = try CaseFile.load(id, db, locking: true), !file.state.isEnded,
                let row = try db.row("SELECT watch_due, watch_step FROM case_file WHERE id = \(id)")
            else { return }
            guard let due = file.dueAt else {
                // The clock stands still: it is reckoned anew when it goes on.
                try db.execute("UPDATE case_file SET watch_due = NULL, watch_at = NULL, watch_step = NULL WHERE id = \(id)")
                return
            }
            let (known, done): (Instant?, Int?) = (try row[0], try row[1])
            let isNew = known != due
            let moments = try casework.times.escalations(of: file, CaseEvent.list(id, db), casework.tracks)
            let first = isNew ? 0 : done ?? 0
            // Of what was missed, everybody who had to be told is told once.
            var reached: [Rule.Escalation] = []
            for moment in moments.dropFirst(first) where moment.at <= now {
                reached.removeAll { $0.to == moment.step.to }
                reached.append(moment.step)
            }
            // What an old system left undone was late before it came here: the lists say so, nobody is rung up a thousand times.
            let isOldNews = isNew && file.channel == .import && due <= now
            var events = file.events
            for step in isOldNews ? [] : reached {
                events += 1
                try tell(file, step, number: events, at: now, tree, db)
            }
            let next = moments.firstIndex { $0.at > now }
            // The version stays: nobody's open form is refused because a clock struck.
            try db.execute(
                """
                UPDATE case_file SET watch_due = \(due), watch_at = \(next.map { moments[$0].at }), watch_step = \(next ?? moments.count), events = \(events)
                WHERE id = \(id)
                """
            )
            if events != file.events { try db.announce(Casework.channel) }
        }
    }

    /// Notices to all whom a step concerns and to who stands in for them, and the line of the timeline that says so.
    private func tell(_ file: CaseFile, _ step: Rule.Escalation, number: Int, at now: Instant, _ tree: SiteTree, _ db: any Connection) throws {
        let people = try Self.people(step.to, file, at: now, tree, db)
        let deputies = try People.deputies(of: people, at: now, in: db).filter { !people.contains($0) }
        let key = file.dueAt.map { $0 < now ? "case-overdue" : $0.civilDate == now.civilDate ? "case-due" : "case-due-soon" } ?? "case-due"
        let values = ["code": "\(file.code)", "due": file.dueAt?.text(.numeric) ?? ""]
        let link = tree[file.desk].map { "/desk/cong/\($0.code)/ho-so/\(file.id)" }
        for person in people + deputies { try notices.notify(person, NoticeSubject(key, values), link: link, in: db) }
        var detail = ["to": step.to]
        if !(people + deputies).isEmpty { detail["people"] = (people + deputies).prefix(20).map { "\($0)" }.joined(separator: ",") }
        try CaseFile.append(file.id, number, now, .escalate, file.state, nil, nil, detail, nil, db)
    }

    /// Whom a step names: who has the case in hand (where nobody has, who keep the door of its portal), the head of that portal, the head of the one above.
    static func people(_ to: String, _ file: CaseFile, at now: Instant, _ tree: SiteTree, _ db: any Connection) throws -> [PersonID] {
        let chain = [file.desk] + tree.ancestors(of: file.desk).map(\.id)
        func nearest(_ roles: [Role], _ sites: [SiteID]) throws -> [PersonID] {
            for site in sites {
                let found = try People.holding(roles, on: [site], at: now, in: db)
                if !found.isEmpty { return found }
            }
            return []
        }
        switch to {
        case "handler":
            if let officer = file.officer, try People.isActive(officer, in: db) { return [officer] }
            return try nearest([.recordsClerk, .unitLiaison, .deskSecretary], chain)
        case "office-head": return try nearest([.editorInChief], chain.count > 1 ? Array(chain.dropFirst()) : chain)
        default: return try nearest([.deputyChief, .editorInChief], chain)
        }
    }
}

extension CaseTimes {
    /// Whom to tell of a case and when, by its rule, in the order of time. What is to be told on the last day is told when offices open on it, not at midnight.
    func escalations(of file: CaseFile, _ events: [CaseEvent], _ tracks: TrackTable) -> [EscalationMoment] {
        let clock = legal()
        guard let request = request(file, events, tracks), let deadline = try? clock.deadline(request) else { return [] }
        let opens = Int64(clock.book.hours(for: request.facts.tenants).openMinute) * 60
        return clock.escalations(of: deadline).map { moment in
            guard moment.step.offset == 0, !deadline.rule.term.unit.isTime, deadline.rule.end == .endOfDay else { return moment }
            return EscalationMoment(at: VietnamTime.startOfDay(moment.at.civilDate).adding(seconds: opens), step: moment.step)
        }.sorted { $0.at < $1.at }
    }
}
