public import Store
public import Vietnamese

public struct DeputyID: Identifier {
    public let rawValue: Int64
    public init(rawValue: Int64) { self.rawValue = rawValue }
}

/// Somebody who does another's work for a time: the roles the absent person holds, while they hold them, within the dates.
public struct Deputy: Sendable, Hashable {
    public let id: DeputyID
    public let absent: PersonID
    public let deputy: PersonID
    public let from: Instant
    /// The first moment it no longer holds.
    public let until: Instant
}

extension Access {
    /// Appoints a deputy. What is passed on are the absent person's own roles, never those they hold as a deputy; and a technician does not come to publish
    /// this way, nor a publisher to the machine.
    @discardableResult
    public func appoint(
        _ deputy: PersonID,
        for absent: PersonID,
        from: Instant,
        until: Instant,
        by appointer: Person?,
        caller: Caller
    ) async throws -> Deputy {
        guard deputy != absent else { throw AccessRefusal.deputyOfSelf }
        guard until > from, until > clock.now() else { throw AccessRefusal.deputyPeriod }
        guard until.rawValue - from.rawValue <= policy.longestDeputySeconds * 1000 else {
            throw AccessRefusal.deputyTooLong(days: Int(policy.longestDeputySeconds / 86_400))
        }
        let now = clock.now()
        let appointed = Deputy(id: ids.next(), absent: absent, deputy: deputy, from: from, until: until)
        try await database.write { db in
            let people = try [absent, deputy].map { try People.person($0, in: db) }
            for person in people where !person.isActive { throw PeopleRefusal.inactive(person.handle) }
            let kinds = try [absent, deputy].map { id in
                Set(
                    try People.terms(of: id, in: db).filter { $0.from <= now && ($0.until.map { $0 > now } ?? true) }.map { $0.role.isTechnical }
                )
            }
            guard kinds[0].union(kinds[1]).count <= 1 else { throw AccessRefusal.deputyOfAnotherKind }
            try db.execute(
                """
                INSERT INTO deputy (id, absent, deputy, valid_from, valid_to, appointed_by)
                VALUES (\(appointed.id), \(absent), \(deputy), \(from), \(until), \(appointer?.id))
                """
            )
            try note(.deputyAppointed, by: appointer, on: people[0].handle, detail: people[1].handle, from: caller, in: db)
        }
        return appointed
    }

    public func end(_ id: DeputyID, by ender: Person?, caller: Caller) async throws {
        let now = clock.now()
        try await database.write { db in
            guard let absent = try db.value("SELECT absent FROM deputy WHERE id = \(id) AND ended_at IS NULL", as: PersonID.self) else {
                throw AccessRefusal.deputyUnknown
            }
            try db.execute("UPDATE deputy SET ended_at = \(now), ended_by = \(ender?.id) WHERE id = \(id)")
            try note(.deputyEnded, by: ender, on: try People.person(absent, in: db).handle, from: caller, in: db)
        }
    }

    /// Those of a person that hold now or will, the next first.
    public static func deputies(of absent: PersonID, at now: Instant, in db: any Connection) throws -> [Deputy] {
        try db.rows(
            """
            SELECT id, deputy, valid_from, valid_to FROM deputy WHERE absent = \(absent) AND ended_at IS NULL AND valid_to > \(now)
            ORDER BY valid_from, id
            """
        ).map { Deputy(id: try $0[0], absent: absent, deputy: try $0[1], from: try $0[2], until: try $0[3]) }
    }
}
