public import PortalNetwork
public import Store
public import Vietnamese

/// Who does what with an item, by when.
public struct Assignment: Sendable, Hashable {
    public enum Task: String, Sendable, CaseIterable, SQLBindable, SQLReadable { case write, edit, read }

    public let person: PersonID
    public let task: Task
    public let dueAt: Instant?
    public let madeBy: PersonID
    public let madeAt: Instant
    public let doneAt: Instant?
}

extension Workroom {
    public func assignments(of id: ItemID, for by: Publisher.By) async throws -> [Assignment] {
        try await database.read { db in
            try Self.prove(id, by, db)
            return try db.rows("SELECT person, task, due_at, made_by, made_at, done_at FROM assignment WHERE item = \(id) ORDER BY made_at LIMIT 100")
                .map {
                    Assignment(person: try $0[0], task: try $0[1], dueAt: try $0[2], madeBy: try $0[3], madeAt: try $0[4], doneAt: try $0[5])
                }
        }
    }

    /// Asks somebody to do something with an item. The person must be able to see it.
    public func assign(_ person: PersonID, _ task: Assignment.Task, of id: ItemID, dueAt: Instant?, by: Publisher.By) async throws {
        let now = publishing.clock.now()
        let publishing = publishing
        try await database.write { db in
            let item = try Self.prove(id, by, to: .assign, db)
            guard let actor = try People.actor(for: person, at: now, in: db) else { throw PeopleRefusal.unknown("\(person)") }
            try authorize(actor, .read, on: item.subject(for: person, .read), in: by.tree)
            try db.execute(
                """
                INSERT INTO assignment (item, person, task, due_at, made_by, made_at)
                VALUES (\(id), \(person), \(task), \(dueAt), \(by.actor.person), \(now))
                ON CONFLICT (item, person, task) DO UPDATE SET due_at = excluded.due_at, made_by = excluded.made_by, made_at = excluded.made_at, done_at = NULL
                """
            )
            try publishing.note(.itemAssigned, item, by, detail: task.rawValue, db)
        }
    }

    /// The person has done it, or whoever may assign says that it is not wanted any more.
    public func finish(_ task: Assignment.Task, of person: PersonID, on id: ItemID, by: Publisher.By) async throws {
        let now = publishing.clock.now()
        try await database.write { db in
            try Self.prove(id, by, to: person == by.actor.person ? .read : .assign, db)
            try db.execute("UPDATE assignment SET done_at = \(now) WHERE item = \(id) AND person = \(person) AND task = \(task) AND done_at IS NULL")
        }
    }

    /// Who could be asked: everybody with a role on the item's portal or above that reads such items, by name. One walk through the names,
    /// which ends with enough of them; whether this very person may is asked again when they are.
    public func candidates(for item: Item, by: Publisher.By, limit: Int = 200) async throws -> [(person: PersonID, name: String)] {
        let now = publishing.clock.now()
        let sites = [item.site] + by.tree.ancestors(of: item.site).map(\.id)
        let someone = PersonID(rawValue: 0)
        let readers = Role.allCases.filter { role in
            mayDo(
                Actor(person: someone, grants: [Actor.Grant(role: role, site: item.site)]),
                .read,
                on: item.subject(for: someone, .read),
                in: by.tree
            )
        }
        return try await database.read { db in
            try db.rows(
                """
                SELECT person.id, person.name FROM person WHERE person.is_active = \(true) AND EXISTS (SELECT 1 FROM person_role
                    WHERE person_role.person = person.id AND person_role.site IN (\(list: sites)) AND person_role.role IN (\(list: readers))
                    AND person_role.valid_from <= \(now) AND (person_role.valid_to IS NULL OR person_role.valid_to > \(now)))
                ORDER BY person.sort_key, person.id LIMIT \(limit)
                """
            ).map { (try $0[0], try $0[1]) }
        }
    }
}
