public import Store
public import Vietnamese

public struct SessionID: Identifier {
    public let rawValue: Int64
    public init(rawValue: Int64) { self.rawValue = rawValue }
}

/// How far somebody has come.
public enum SessionLevel: String, Sendable, SQLBindable, SQLReadable {
    /// The password was right; nothing is open yet but the second factor.
    case half
    case full
}

/// A session that holds at this moment, with the person and the roles as they are at this moment.
public struct LiveSession: Sendable {
    public let id: SessionID
    public let level: SessionLevel
    public let person: Person
    public let actor: Actor
    /// Nothing else is open before a new password is chosen.
    public let mustChangePassword: Bool
    /// Whether there is a second factor to ask for; if not, one is set up.
    public let hasSecondFactor: Bool
    /// Whether it may be the six digits, or a passkey.
    public let hasAuthenticator: Bool
    public let hasPasskey: Bool
    /// Notices not read yet.
    public let unread: Int
    public let createdAt: Instant
}

/// A session as its owner sees it in a list.
public struct SessionLine: Sendable, Hashable {
    public let id: SessionID
    public let person: PersonID
    public let level: SessionLevel
    public let factor: String?
    public let createdAt: Instant
    public let seenAt: Instant
    public let address: String
    public let agent: String
}

extension Access {
    /// The session a token opens. Nil when it was ended or timed out, when its person was disabled, or when the clock stands before it began.
    public func session(_ token: SecretToken) async throws -> LiveSession? {
        let now = clock.now()
        let found = try await database.read { db -> (LiveSession, Instant)? in
            let row = try db.row(
                """
                SELECT id, person, level, created_at, seen_at, expires_at FROM access_session WHERE digest = \(token.digest) AND ended_at IS NULL
                """
            )
            guard let row else { return nil }
            let (created, seen, expires): (Instant, Instant, Instant) = (try row[3], try row[4], try row[5])
            guard now < expires, now.rawValue - seen.rawValue < policy.idleSeconds * 1000,
                now.adding(seconds: policy.clockToleranceSeconds) > created
            else { return nil }
            let id: PersonID = try row[1]
            guard let actor = try People.actor(for: id, at: now, in: db), let account = try Account.read(id, in: db) else { return nil }
            let session = LiveSession(
                id: try row[0],
                level: try row[2],
                person: try People.person(id, in: db),
                actor: actor,
                mustChangePassword: account.mustChange || isPasswordOld(account, actor, at: now),
                hasSecondFactor: account.hasFactor,
                hasAuthenticator: account.totp != nil,
                hasPasskey: account.passkeys > 0,
                unread: try NoticeBook.unread(of: id, in: db),
                createdAt: created
            )
            return (session, seen)
        }
        guard let (session, seen) = found else { return nil }
        // Once a minute is often enough for a time-out of many.
        if now.rawValue - seen.rawValue > 60_000 {
            try await database.write {
                try $0.execute("UPDATE access_session SET seen_at = \(now) WHERE id = \(session.id) AND seen_at < \(now)")
            }
        }
        return session
    }

    private func isPasswordOld(_ account: Account, _ actor: Actor, at now: Instant) -> Bool {
        guard !account.isDemo, let set = account.passwordSetAt, actor.grants.contains(where: { $0.role.isTechnical }) else { return false }
        return now.rawValue - set.rawValue > policy.technicalPasswordSeconds * 1000
    }

    /// Begins a session inside a transaction and hands out its token, once.
    func begin(_ level: SessionLevel, _ person: PersonID, factor: String?, from caller: Caller, in db: any Connection) throws -> SecretToken {
        let token = SecretToken.make()
        let now = clock.now()
        // Long over; that they were is in the audit trail.
        try db.execute("DELETE FROM access_session WHERE expires_at < \(now.adding(seconds: -30 * 86_400))")
        let expires = now.adding(seconds: level == .half ? policy.halfSeconds : policy.sessionSeconds)
        try db.execute(
            """
            INSERT INTO access_session (id, person, digest, level, factor, created_at, seen_at, expires_at, address, agent)
            VALUES (\(ids.next(SessionID.self)), \(person), \(token.digest), \(level), \(factor), \(now), \(now), \(expires),
                \(caller.address), \(caller.agent))
            """
        )
        return token
    }

    func end(_ id: SessionID, in db: any Connection) throws -> Bool {
        try db.execute("UPDATE access_session SET ended_at = \(clock.now()) WHERE id = \(id) AND ended_at IS NULL") == 1
    }

    /// Ends every session of a person but one.
    @discardableResult
    func endAll(of person: PersonID, but kept: SessionID? = nil, in db: any Connection) throws -> Int {
        let kept = kept ?? SessionID(rawValue: -1)
        return try db.execute("UPDATE access_session SET ended_at = \(clock.now()) WHERE person = \(person) AND id <> \(kept) AND ended_at IS NULL")
    }

    public func signOut(_ session: LiveSession, from caller: Caller) async throws {
        try await database.write { db in
            guard try end(session.id, in: db) else { return }
            try note(.signOut, by: session.person, on: session.person.handle, from: caller, in: db)
        }
    }

    /// The sessions that hold now, the newest first.
    public func sessions(of person: PersonID) async throws -> [SessionLine] {
        let now = clock.now()
        let policy = policy
        return try await database.read { db in
            try db.rows(
                """
                SELECT id, level, factor, created_at, seen_at, address, agent FROM access_session
                WHERE person = \(person) AND ended_at IS NULL AND expires_at > \(now) AND seen_at > \(now.adding(seconds: -policy.idleSeconds))
                ORDER BY created_at DESC, id DESC
                """
            ).map {
                SessionLine(
                    id: try $0[0],
                    person: person,
                    level: try $0[1],
                    factor: try $0[2],
                    createdAt: try $0[3],
                    seenAt: try $0[4],
                    address: try $0[5],
                    agent: try $0[6]
                )
            }
        }
    }

    /// Ends one session of a person, at once.
    public func revoke(_ id: SessionID, of person: PersonID, by revoker: Person?, from caller: Caller) async throws {
        try await database.write { db in
            let owner = try People.person(person, in: db)
            guard try db.row("SELECT 1 FROM access_session WHERE id = \(id) AND person = \(person)") != nil, try end(id, in: db) else {
                throw AccessRefusal.sessionUnknown
            }
            try note(.sessionRevoked, by: revoker, on: owner.handle, detail: "\(id)", from: caller, in: db)
        }
    }

    /// Ends all sessions of a person (but `kept`), at once. Returns how many there were.
    @discardableResult
    public func revokeAll(of person: PersonID, but kept: SessionID? = nil, by revoker: Person?, from caller: Caller) async throws -> Int {
        try await database.write { db in
            let owner = try People.person(person, in: db)
            let count = try endAll(of: person, but: kept, in: db)
            try note(.sessionsRevoked, by: revoker, on: owner.handle, detail: "\(count)", from: caller, in: db)
            return count
        }
    }
}

extension Role {
    /// Keeps the machine; has no publishing right.
    public var isTechnical: Bool { self == .operator || self == .administrator }
}
