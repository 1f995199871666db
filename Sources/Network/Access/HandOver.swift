public import Store
public import Vietnamese

/// Everything one account can be opened with: what a hand-over lists.
public struct AccountCredentials: Sendable, Hashable, Codable {
    public struct Key: Sendable, Hashable, Codable {
        public let name: String
        public let since: String
        public let used: String?
    }

    public let handle: String
    public let name: String
    public let email: String?
    public let isActive: Bool
    /// `editor@so-y-te`.
    public let roles: [String]
    public let hasPassword: Bool
    public let passwordSince: String?
    public let hasAuthenticator: Bool
    public let recoveryCodes: Int
    public let passkeys: [Key]
    public let providers: [Key]
    public let sessions: Int
    /// Links handed out that nobody has used yet.
    public let openLinks: Int
    public let signedInAt: String?
}

/// What a rotation of the keys did.
public struct KeyRotation: Sendable, Hashable, Codable {
    public let secondFactors: Int
    public let letters: Int
    /// Whose recovery codes are worth nothing any more.
    public let withoutRecovery: Int
}

extension Access {
    /// The credentials of some people, in a handful of queries however many they are.
    public func credentials(of people: [Person], in tree: SiteTree, in db: any Connection) throws -> [AccountCredentials] {
        let now = clock.now()
        let ids = people.map(\.id)
        func groups<T>(_ sql: SQL, _ read: (Row) throws -> T) throws -> [PersonID: [T]] {
            var found: [PersonID: [T]] = [:]
            for row in try db.rows(sql) { found[try row[0], default: []].append(try read(row)) }
            return found
        }
        let roles = try groups(
            """
            SELECT person, role, site FROM person_role WHERE person IN (\(list: ids)) AND valid_from <= \(now) AND (valid_to IS NULL OR valid_to > \(now))
            ORDER BY site, role
            """
        ) { row in
            let (role, site): (Role, SiteID) = (try row[1], try row[2])
            return "\(role.rawValue)@\(tree[site]?.code ?? "\(site)")"
        }
        func key(_ row: Row) throws -> AccountCredentials.Key {
            let (since, used): (Instant, Instant?) = (try row[2], try row[3])
            return AccountCredentials.Key(name: try row[1], since: since.rfc3339, used: used.map(\.rfc3339))
        }
        let passkeys = try groups("SELECT person, name, created_at, used_at FROM access_passkey WHERE person IN (\(list: ids)) ORDER BY id", key)
        let providers = try groups(
            "SELECT person, provider, linked_at, used_at FROM access_provider_link WHERE person IN (\(list: ids)) ORDER BY linked_at",
            key
        )
        let recovery = try groups(
            "SELECT person, count(*) FROM access_recovery WHERE person IN (\(list: ids)) AND used_at IS NULL GROUP BY person"
        ) { try $0[1] as Int }
        let sessions = try groups(
            "SELECT person, count(*) FROM access_session WHERE person IN (\(list: ids)) AND ended_at IS NULL AND expires_at > \(now) GROUP BY person"
        ) { try $0[1] as Int }
        let links = try groups(
            """
            SELECT person, count(*) FROM access_invitation
            WHERE person IN (\(list: ids)) AND used_at IS NULL AND withdrawn_at IS NULL AND expires_at > \(now) GROUP BY person
            """
        ) { try $0[1] as Int }
        return try people.map { person in
            let account = try Account.read(person.id, in: db)
            return AccountCredentials(
                handle: person.handle,
                name: person.name,
                email: person.email,
                isActive: person.isActive,
                roles: roles[person.id] ?? [],
                hasPassword: account?.password != nil,
                passwordSince: account?.passwordSetAt.map(\.rfc3339),
                hasAuthenticator: account?.totp != nil,
                recoveryCodes: recovery[person.id]?.first ?? 0,
                passkeys: passkeys[person.id] ?? [],
                providers: providers[person.id] ?? [],
                sessions: sessions[person.id]?.first ?? 0,
                openLinks: links[person.id]?.first ?? 0,
                signedInAt: account?.signedInAt.map(\.rfc3339)
            )
        }
    }

    /// Takes every way in away from some people, for good, in one transaction: disabled, signed out, without password, second factors, passkeys, links to
    /// providers, open invitations, roles and deputyships. What they wrote and what the trail says of them stays.
    public func expel(_ people: [PersonID], by expeller: Person?, from caller: Caller) async throws {
        let now = clock.now()
        try await database.write { db in
            for id in Set(people).sorted() {
                let person = try People.person(id, in: db)
                guard person.id != expeller?.id else { throw AuthorizationRefusal.ownWork(.editPeople) }
                try People.setActive(false, id, in: db)
                try endAll(of: id, in: db)
                try db.execute(
                    """
                    UPDATE access_account SET password = NULL, password_set_at = NULL, totp = NULL, totp_since = NULL, totp_step = -1,
                        totp_pending = NULL, totp_pending_at = NULL
                    WHERE person = \(id)
                    """
                )
                try db.execute("DELETE FROM access_recovery WHERE person = \(id)")
                try db.execute("DELETE FROM access_passkey WHERE person = \(id)")
                try db.execute("DELETE FROM access_provider_link WHERE person = \(id)")
                try db.execute(
                    "UPDATE access_invitation SET withdrawn_at = \(now) WHERE person = \(id) AND used_at IS NULL AND withdrawn_at IS NULL"
                )
                try db.execute(
                    """
                    UPDATE person_role SET valid_to = \(now), revoked_by = \(expeller?.id)
                    WHERE person = \(id) AND valid_from <= \(now) AND (valid_to IS NULL OR valid_to > \(now))
                    """
                )
                // Roles that would begin later never do.
                try db.execute("DELETE FROM person_role WHERE person = \(id) AND valid_from > \(now)")
                try db.execute(
                    """
                    UPDATE deputy SET ended_at = \(now), ended_by = \(expeller?.id)
                    WHERE (absent = \(id) OR deputy = \(id)) AND ended_at IS NULL AND valid_to > \(now)
                    """
                )
                try LetterBook.drop(["invitation", "password-link"], to: id, at: now, in: db)
                try note(.personExpelled, by: expeller, on: person.handle, from: caller, in: db)
            }
        }
    }

    /// A new key before the others; everything that must be readable is sealed with it anew; then the older keys are destroyed. Stopped in between, it can be
    /// done again: until the end both keys open.
    ///
    /// Recovery codes are digests made with the old key and cannot be made anew: they are void. Counters of wrong attempts begin anew.
    /// - Returns: what was done, and whose recovery codes are gone.
    public func rotateKeys(by rotator: Person?, from caller: Caller) async throws -> (done: KeyRotation, withoutRecovery: [PersonID]) {
        let now = clock.now()
        try await safe.add(at: now)
        var (factors, letters) = (0, 0)
        // Another node may still have sealed something with the old key while this went on.
        for _ in 0..<5 {
            let (more, mail) = try await database.write { db in (try resealFactors(in: db), try resealLetters(in: db)) }
            (factors, letters) = (factors + more, letters + mail)
            if more + mail == 0 { break }
        }
        let detail = "\(factors) \(letters)"
        let without = try await database.write { db in
            let people = try db.column("SELECT DISTINCT person FROM access_recovery WHERE used_at IS NULL ORDER BY person", as: PersonID.self)
            try db.execute("DELETE FROM access_recovery")
            try db.execute("DELETE FROM access_attempt")
            try note(.keysRotated, by: rotator, detail: detail, from: caller, in: db)
            return people
        }
        try await safe.forgetOlder()
        return (KeyRotation(secondFactors: factors, letters: letters, withoutRecovery: without.count), without)
    }

    /// How many keys seal and open now (one, but in the middle of a rotation), and since when the newest does.
    public func keyStanding() async throws -> (count: Int, since: Instant?) { try await safe.standing() }

    private func resealFactors(in db: any Connection) throws -> Int {
        var count = 0
        for row in try db.rows("SELECT person, totp, totp_pending FROM access_account WHERE totp IS NOT NULL OR totp_pending IS NOT NULL") {
            let (person, totp, pending): (PersonID, [UInt8]?, [UInt8]?) = (try row[0], try row[1], try row[2])
            if let totp, !safe.isOfNewest(totp, as: "totp \(person)") {
                let fresh = try safe.seal(try safe.open(totp, for: person), for: person)
                count += try db.execute("UPDATE access_account SET totp = \(fresh) WHERE person = \(person) AND totp = \(totp)")
            }
            // Half-made: begun again in a moment.
            if let pending, !safe.isOfNewest(pending, as: "totp \(person)") {
                try db.execute(
                    "UPDATE access_account SET totp_pending = NULL, totp_pending_at = NULL WHERE person = \(person) AND totp_pending = \(pending)"
                )
            }
        }
        return count
    }

    private func resealLetters(in db: any Connection) throws -> Int {
        var count = 0
        for row in try db.rows("SELECT id, sealed FROM letter WHERE sealed IS NOT NULL") {
            let (id, sealed): (LetterID, [UInt8]) = (try row[0], try row[1])
            guard !safe.isOfNewest(sealed, as: "letter \(id)") else { continue }
            let fresh = try safe.seal(try safe.open(sealed, as: "letter \(id)"), as: "letter \(id)")
            count += try db.execute("UPDATE letter SET sealed = \(fresh) WHERE id = \(id) AND sealed = \(sealed)")
        }
        return count
    }
}
