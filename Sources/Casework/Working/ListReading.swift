import PortalNetwork
import Store
import Vietnamese

/// One question to the tables of cases: index walks that end with the page.
struct ListReading: Sendable {
    let query: CaseQuery
    let desks: [SiteID]
    let now: Instant
    let soon: (nextDay: Instant, soon: Instant)

    private var isEnded: Bool { query.view == .ended }
    /// The page before a place is read from its end.
    private var isBackward: Bool { query.before != nil }

    private var order: SQL {
        switch (isEnded, isBackward) {
        case (false, false): "case_file.due_at NULLS LAST, case_file.id"
        case (false, true): "case_file.due_at DESC NULLS FIRST, case_file.id DESC"
        case (true, false): "case_file.changed_at DESC, case_file.id DESC"
        case (true, true): "case_file.changed_at, case_file.id"
        }
    }

    func rows(_ db: any Connection) throws -> [(CaseFile, [UInt8], Instant)] {
        let heads = try heads(SQL.joined(conditions + worded(db), separator: " AND "), db)
        let rows = try db.rows(
            """
            SELECT \(CaseFile.columns), case_file.card FROM case_file WHERE case_file.id IN (\(heads))
            ORDER BY \(order) LIMIT \(query.limit)
            """
        ).map { row in
            let file = try CaseFile(row)
            let card: [UInt8] = try row[CaseFile.width]
            return (file, card, isEnded ? file.changedAt : file.dueAt ?? Casework.noDeadline)
        }
        return isBackward ? rows.reversed() : rows
    }

    /// Portals whose heads are asked for one by one at most: a statement of hundreds of parts takes longer to plan than to run.
    private static let fewDesks = 12

    /// The ids among which the page is: each portal's own head of the list, as many index walks as portals, none of them longer than the page.
    private func heads(_ filter: SQL, _ db: any Connection) throws -> SQL {
        func head(_ place: SQL) -> SQL {
            "SELECT * FROM (SELECT id FROM case_file WHERE \(place) AND \(filter) ORDER BY \(order) LIMIT \(query.limit)) AS head"
        }
        func all(_ desks: [SiteID]) -> SQL { SQL.joined(desks.map { head("case_file.desk = \($0)") }, separator: " UNION ALL ") }
        if query.view == .mine { return head("case_file.officer = \(query.person) AND case_file.desk IN (\(list: desks))") }
        if query.view == .agency {
            let own = query.filter.own.map { head("case_file.agency = \($0) AND case_file.desk IN (\(list: desks))") }
            return own.isEmpty ? "SELECT CAST(NULL AS BIGINT)" : SQL.joined(own, separator: " UNION ALL ")
        }
        if let cluster = query.cluster { return head("case_file.cluster = \(cluster) AND case_file.desk IN (\(list: desks))") }
        if desks.count <= Self.fewDesks { return all(desks) }
        // Of most portals there are: one walk along the list of all of them is soon full of theirs. The sum keeps the engines from walking portal by portal.
        let sites = try db.value("SELECT count(*) FROM site", as: Int.self) ?? 0
        if desks.count * 4 >= sites {
            let states = query.view.states
            let walks: [SQL] =
                states.isEmpty
                ? ["case_file.desk + 0 IN (\(list: desks))"]
                : states.map {
                    "case_file.state = \($0) AND case_file.desk + 0 IN (\(list: desks))"
                }
            return SQL.joined(walks.map(head), separator: " UNION ALL ")
        }
        if db.engine == .postgres {
            return """
                SELECT head.id FROM site CROSS JOIN LATERAL
                    (SELECT id FROM case_file WHERE case_file.desk = site.id AND \(filter) ORDER BY \(order) LIMIT \(query.limit)) AS head
                WHERE site.id IN (\(list: desks))
                """
        }
        return all(desks)
    }

    private var conditions: [SQL] {
        var wanted = view
        let filter = query.filter
        if let track = filter.track { wanted.append("case_file.track = \(track)") }
        if let field = filter.field { wanted.append("case_file.field = \(field)") }
        if let state = filter.state { wanted.append("case_file.state = \(state)") }
        if let channel = filter.channel { wanted.append("case_file.channel = \(channel.rawValue)") }
        if let agency = filter.agency { wanted.append("case_file.agency = \(agency)") }
        if let after = query.after {
            wanted.append(isEnded ? "(case_file.changed_at, case_file.id) < (\(after.at), \(after.id))" : later(than: after))
        }
        if let before = query.before {
            wanted.append(isEnded ? "(case_file.changed_at, case_file.id) > (\(before.at), \(before.id))" : earlier(than: before))
        }
        return wanted
    }

    /// Cases that stand by their ids in a question about words; and how many are looked up rather than met on a walk.
    private static let fewNamed = 500
    private static let someNamed = 5_000

    /// The words asked for: where few cases have them, these cases; where some have, what stands of them in the list; where many have, the list is soon full of
    /// them, however it is walked.
    private func worded(_ db: any Connection) throws -> [SQL] {
        guard !query.terms.isEmpty else { return [] }
        let those = SQL.joined(query.terms.map { "SELECT case_id FROM case_term WHERE term = \($0)" }, separator: " INTERSECT ")
        let named = try db.column("SELECT case_id FROM (\(those)) AS named LIMIT \(Self.someNamed + 1)", as: CaseID.self)
        if named.isEmpty { return ["1 = 0"] }
        if named.count <= Self.fewNamed { return ["case_file.id IN (\(list: named))"] }
        if named.count <= Self.someNamed { return ["case_file.id IN (SELECT named.case_id FROM (\(those)) AS named)"] }
        return query.terms.map { "EXISTS (SELECT 1 FROM case_term WHERE term = \($0) AND case_id = case_file.id)" }
    }

    /// What has no deadline stands last, by its id.
    private func later(than place: CaseQuery.Place) -> SQL {
        guard place.at != Casework.noDeadline else { return "(case_file.due_at IS NULL AND case_file.id > \(place.id))" }
        return "(case_file.due_at > \(place.at) OR (case_file.due_at = \(place.at) AND case_file.id > \(place.id)) OR case_file.due_at IS NULL)"
    }

    private func earlier(than place: CaseQuery.Place) -> SQL {
        guard place.at != Casework.noDeadline else { return "(case_file.due_at IS NOT NULL OR case_file.id < \(place.id))" }
        return "(case_file.due_at < \(place.at) OR (case_file.due_at = \(place.at) AND case_file.id < \(place.id)))"
    }

    private var view: [SQL] {
        switch query.view {
        case .open, .mine, .agency: ["case_file.ended = 0"]
        case .unassigned: ["case_file.ended = 0", "case_file.officer IS NULL"]
        case .door, .review: ["case_file.ended = 0", "case_file.state IN (\(list: query.view.states))"]
        case .overdue: ["case_file.ended = 0", "case_file.due_at < \(now)"]
        case .nextDay: ["case_file.ended = 0", "case_file.due_at >= \(now)", "case_file.due_at <= \(soon.nextDay)"]
        case .soon: ["case_file.ended = 0", "case_file.due_at >= \(now)", "case_file.due_at <= \(soon.soon)"]
        case .waiting: ["case_file.ended = 0", "case_file.waiting = 1"]
        case .ended: ["case_file.ended = 1"]
        }
    }
}

extension CaseQuery.View {
    /// The states of a view's cases; empty where it asks for none.
    fileprivate var states: [CaseState] {
        switch self {
        case .door: [.received, .accepted]
        case .review: [.inReview, .approved]
        default: []
        }
    }
}
