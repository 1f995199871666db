public import Store
public import Vietnamese

/// Somebody who is to be entered.
public struct PersonDraft: Sendable, Hashable {
    public var handle: String
    public var name: String
    public var email: String?

    public init(handle: String, name: String, email: String? = nil) {
        self.handle = handle
        self.name = name
        self.email = email
    }
}

extension People {
    public static let nameLimit = 120

    /// Enters a person, active and without roles.
    @discardableResult
    public static func add(_ draft: PersonDraft, id: PersonID, at now: Instant, in db: any Connection) throws -> Person {
        guard isHandle(draft.handle) else { throw PeopleRefusal.handleInvalid(draft.handle) }
        let (name, email) = try checked(name: draft.name, email: draft.email)
        let person = Person(id: id, handle: draft.handle, name: name, email: email, createdAt: now)
        let added = try db.execute(
            """
            INSERT INTO person (id, handle, name, email, is_active, sort_key, folded, created_at)
            VALUES (\(person.id), \(person.handle), \(person.name), \(person.email), \(person.isActive), \(personCollationKey(name)),
                \(fold(name)), \(person.createdAt))
            ON CONFLICT (handle) DO NOTHING
            """
        )
        guard added == 1 else { throw PeopleRefusal.handleTaken(draft.handle) }
        return person
    }

    /// `add` as a transaction of its own.
    @discardableResult
    public static func add(_ draft: PersonDraft, to database: any Database, ids: IdentifierMaker, clock: Clock) async throws -> Person {
        try await database.write { try add(draft, id: ids.next(), at: clock.now(), in: $0) }
    }

    /// Name and mail address as they are now. What was published under the old name keeps it.
    public static func change(_ id: PersonID, name: String, email: String?, in db: any Connection) throws {
        let (name, email) = try checked(name: name, email: email)
        let changed = try db.execute(
            "UPDATE person SET name = \(name), email = \(email), sort_key = \(personCollationKey(name)), folded = \(fold(name)) WHERE id = \(id)"
        )
        guard changed == 1 else { throw PeopleRefusal.unknown("\(id)") }
    }

    /// Takes somebody out of service or back into it. Roles stay entered, so that coming back needs no memory.
    public static func setActive(_ isActive: Bool, _ id: PersonID, in db: any Connection) throws {
        guard try db.execute("UPDATE person SET is_active = \(isActive) WHERE id = \(id)") == 1 else { throw PeopleRefusal.unknown("\(id)") }
    }

    /// `a-z0-9` with `.`, `-` and `_` inside, begins with a letter, 2 to 32 characters.
    static func isHandle(_ text: String) -> Bool {
        guard (2...32).contains(text.utf8.count), let first = text.utf8.first, (0x61...0x7A).contains(first) else { return false }
        guard let last = text.last, last.isLetter || last.isNumber else { return false }
        return text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x2E || $0 == 0x5F }
    }

    private static func checked(name: String, email: String?) throws(PeopleRefusal) -> (name: String, email: String?) {
        let name = plainLine(name)
        guard !name.isEmpty else { throw .nameMissing }
        guard name.count <= nameLimit else { throw .nameTooLong(limit: nameLimit) }
        let email = plainLineOrNil(email)
        if let email, !MailAddress.isWellFormed(email) { throw .emailInvalid(email) }
        return (name, email)
    }
}
