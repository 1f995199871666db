import Foundation
public import PortalNetwork
public import Publishing
public import Store
public import Vietnamese

public struct CaseBulkID: Identifier {
    public let rawValue: Int64
    public init(rawValue: Int64) { self.rawValue = rawValue }
}

/// Something done to many cases at once: a list of ordinary verbs, each asked of the gate for its own case.
public enum CaseBulkAct: Sendable {
    case accept
    /// Into one's own hands.
    case take
    /// Into the hands of somebody else, who must be allowed to work on each.
    case hand(Person, Actor)
    /// To the agency named, and the portal whose people see it then (nil: it stays where it stands), with the reason.
    case transfer(AgencyID, desk: SiteID?, words: String)

    public enum Name: String, Sendable, CaseIterable, SQLBindable, SQLReadable {
        case accept, take, hand, transfer

        /// The gate's question about each case.
        public var action: Action {
            switch self {
            case .accept, .hand: .receiveCases
            case .take: .workCases
            case .transfer: .transferCases
            }
        }
    }

    public var name: Name {
        switch self {
        case .accept: .accept
        case .take: .take
        case .hand: .hand
        case .transfer: .transfer
        }
    }
}

/// What became of it, case by case, as it was written down while it was done.
public struct CaseBulkAccount: Sendable {
    /// Cases of one act at most.
    public static let most = 200

    public struct Row: Sendable {
        public let id: CaseID
        /// Why not; nil where it was done.
        public let refusal: KeptRefusal?
    }

    public let id: CaseBulkID
    public let act: CaseBulkAct.Name
    public let at: Instant
    public let rows: [Row]
}

extension Casework {
    /// Does it to each case at the version that stood in the list. One that is refused stops no other; a crash in the middle leaves a true account.
    public func carryOut(_ act: CaseBulkAct, on cases: [Seen], of site: SiteID, by: By) async throws -> CaseBulkID {
        let bulk: CaseBulkID = ids.next()
        let now = clock.now()
        try await database.write { db in
            // What happened to a case is told by its timeline and the trail; the account is for who looks at it now.
            let old = try db.column(
                "SELECT id FROM case_bulk WHERE person = \(by.person.id) AND at < \(now.adding(seconds: -86_400)) ORDER BY at LIMIT 20",
                as: CaseBulkID.self
            )
            try db.execute("DELETE FROM case_bulk_row WHERE bulk IN (\(list: old))")
            try db.execute("DELETE FROM case_bulk WHERE id IN (\(list: old))")
            try db.execute("INSERT INTO case_bulk (id, site, person, act, at) VALUES (\(bulk), \(site), \(by.person.id), \(act.name), \(now))")
        }
        for (place, seen) in cases.prefix(CaseBulkAccount.most).enumerated() {
            var refusal: String?
            do { try await once(act, seen, site, by) } catch let reason as any Refusal { refusal = try KeptRefusal(reason).text }
            let kept = refusal
            try await database.write { db in
                _ = try db.execute("INSERT INTO case_bulk_row (bulk, place, case_id, refusal) VALUES (\(bulk), \(place), \(seen.id), \(kept))")
            }
        }
        return bulk
    }

    private func once(_ act: CaseBulkAct, _ seen: Seen, _ site: SiteID, _ by: By) async throws {
        let desk = try await database.read { try CaseFile.load(seen.id, $0)?.desk }
        guard let desk, by.tree.isInside(desk, site) else { throw CaseRefusal.unknownCase }
        switch act {
        case .accept: try await accept(seen, by: by)
        case .take: try await take(seen, by: by)
        case .hand(let person, let actor): try await hand(seen, to: person, having: actor, by: by)
        case .transfer(let agency, let place, let words): try await transfer(seen, to: agency, desk: place ?? desk, words: words, by: by)
        }
    }

    /// The account of an act: its maker's alone.
    public func account(_ id: CaseBulkID, on site: SiteID, by: By) async throws -> CaseBulkAccount? {
        try await database.read { db in
            guard let row = try db.row("SELECT act, at FROM case_bulk WHERE id = \(id) AND site = \(site) AND person = \(by.person.id)") else {
                return nil
            }
            let rows = try db.rows("SELECT case_id, refusal FROM case_bulk_row WHERE bulk = \(id) ORDER BY place").map { row in
                CaseBulkAccount.Row(id: try row[0], refusal: (try row[1] as String?).flatMap(KeptRefusal.init(text:)))
            }
            return CaseBulkAccount(id: id, act: try row[0], at: try row[1], rows: rows)
        }
    }

    /// Cases by their ids, as lists show them; those the person may not see are left out.
    public func rows(_ ids: [CaseID], by: By) async throws -> [CaseRow] {
        let now = clock.now()
        let found = try await database.read { db in
            try db.rows("SELECT \(CaseFile.columns), case_file.card FROM case_file WHERE case_file.id IN (\(list: ids))").map { row in
                (try CaseFile(row), try row[CaseFile.width] as [UInt8])
            }
        }.filter { mayDo(by.actor, .readCases, on: Subject(site: $0.0.desk), in: by.tree) }
        let keys = try await keys(found.map(\.0.id))
        let rows = try found.map { file, sealed in
            let card = keys.has(file.key) ? try CaseSeal.open(sealed, as: CaseCard.self, file.id, CaseSeal.card, keys) : nil
            return CaseRow(file: file, card: card, place: CaseQuery.Place(at: file.receivedAt, id: file.id), left: times.left(of: file, at: now))
        }
        let places = Dictionary(ids.enumerated().map { ($1, $0) }) { first, _ in first }
        return rows.sorted { places[$0.file.id] ?? 0 < places[$1.file.id] ?? 0 }
    }

    /// Who could be given cases of a portal: active people with a role that may work on them there.
    public func handlers(of desk: SiteID, in tree: SiteTree, limit: Int = 200) async throws -> [(person: PersonID, name: String)] {
        let now = clock.now()
        let someone = PersonID(rawValue: 0)
        let roles = Role.allCases.filter { role in
            mayDo(Actor(person: someone, grants: [Actor.Grant(role: role, site: desk)]), .workCases, on: Subject(site: desk), in: tree)
        }
        let sites = [desk] + tree.ancestors(of: desk).map(\.id)
        return try await database.read { db in
            try db.rows(
                """
                SELECT person.id, person.name FROM person WHERE person.is_active = \(true) AND EXISTS (SELECT 1 FROM person_role
                    WHERE person_role.person = person.id AND person_role.site IN (\(list: sites)) AND person_role.role IN (\(list: roles))
                    AND person_role.valid_from <= \(now) AND (person_role.valid_to IS NULL OR person_role.valid_to > \(now)))
                ORDER BY person.sort_key, person.id LIMIT \(limit)
                """
            ).map { (try $0[0], try $0[1]) }
        }
    }

    /// Somebody with what they may do now; nil where there is no such person, or they are gone.
    public func handler(_ id: PersonID) async throws -> (Person, Actor)? {
        let now = clock.now()
        return try await database.read { db in
            guard let actor = try People.actor(for: id, at: now, in: db) else { return nil }
            return (try People.person(id, in: db), actor)
        }
    }
}

extension KeptRefusal {
    /// As it stands in the table.
    fileprivate var text: String {
        get throws { String(decoding: try JSONEncoder().encode(self), as: UTF8.self) }
    }

    fileprivate init?(text: String) {
        guard let kept = try? JSONDecoder().decode(KeptRefusal.self, from: Data(text.utf8)) else { return nil }
        self = kept
    }
}
