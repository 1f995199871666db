import Store
import Vietnamese

extension Access {
    /// A new password for oneself. Every other session ends.
    public func changePassword(_ session: LiveSession, from old: String, to new: String, caller: Caller) async throws {
        try await provePassword(session, old)
        try PasswordRules.check(new, of: session.person)
        try await refuseFormer(new, of: session.person.id)
        let hash = try await hasher.hash(new)
        try await database.write { db in
            try set(hash, for: session.person.id, in: db)
            try endAll(of: session.person.id, but: session.id, in: db)
            try note(.passwordChanged, by: session.person, on: session.person.handle, from: caller, in: db)
        }
    }

    /// Before something that a borrowed screen must not do. Counted like a second factor.
    func provePassword(_ session: LiveSession, _ password: String) async throws {
        let throttle = Throttle(policy: policy)
        let count = factorCount(session.person.id)
        let now = clock.now()
        try await database.write { try throttle.take([count], at: now, in: $0) }
        let stored = try await database.read { try Account.read(session.person.id, in: $0)?.password }
        guard try await hasher.verify(String(password.prefix(PasswordRules.limit + 1)), stored) else { throw AccessRefusal.passwordWrong }
        try await database.write { try throttle.forget([count], in: $0) }
    }

    func refuseFormer(_ password: String, of person: PersonID) async throws {
        let count = policy.formerPasswords
        let former = try await database.read { db in
            try db.column(
                "SELECT password FROM access_former_password WHERE person = \(person) ORDER BY replaced_at DESC LIMIT \(count - 1)",
                as: String.self
            ) + [try Account.read(person, in: db)?.password].compactMap { $0 }
        }
        for hash in former where try await hasher.verify(password, hash) { throw AccessRefusal.passwordFormer(count: count) }
    }

    /// Puts a hash in place and the one before it among the former ones.
    func set(_ hash: String, for person: PersonID, in db: any Connection) throws {
        let now = clock.now()
        try Account.ensure(person, at: now, in: db)
        if let old = try Account.read(person, in: db)?.password {
            try db.execute("INSERT INTO access_former_password (person, password, replaced_at) VALUES (\(person), \(old), \(now))")
        }
        try db.execute(
            """
            UPDATE access_account SET password = \(hash), password_set_at = \(now), must_change = 0, alive_since = \(now) WHERE person = \(person)
            """
        )
    }

    /// An account whose second factor this machine knows, for showing the program: `user code` prints its codes. Never for a person who exists.
    public func makeDemoAccount(for person: PersonID, hash: String) async throws {
        let sealed = try safe.seal(RandomBytes.make(TimeCodes.secretBytes), for: person)
        let now = clock.now()
        try await database.write { db in
            try Account.ensure(person, at: now, isDemo: true, in: db)
            try set(hash, for: person, in: db)
            try db.execute("UPDATE access_account SET totp = \(sealed), totp_since = \(now) WHERE person = \(person) AND is_demo = 1")
        }
    }

    /// The hash of a password that many demo accounts share.
    public func hashForDemo(_ password: String) async throws -> String { try await hasher.hash(password) }
}

extension Access {
    /// Asks for the password again, before a change that a borrowed screen must not make.
    public func prove(_ session: LiveSession, password: String) async throws { try await provePassword(session, password) }
}
