import Store
public import Vietnamese

/// A second factor that is being set up: what the authenticator must be told.
public struct Enrolment: Sendable, Hashable {
    /// For typing, in groups of four.
    public let secret: String
    /// For the QR code.
    public let address: String
}

extension Access {
    /// A key for a new authenticator. Asked again within a session's first step, it is the same.
    public func beginEnrolment(_ session: LiveSession) async throws -> Enrolment {
        try await safe.refresh()
        let now = clock.now()
        let person = session.person
        let fresh = RandomBytes.make(TimeCodes.secretBytes)
        let sealed = try safe.seal(fresh, for: person.id)
        let secret = try await database.write { db in
            if let account = try Account.read(person.id, in: db), let pending = account.totpPending, let since = account.totpPendingAt,
                isCurrent(since, now)
            {
                return try safe.open(pending, for: person.id)
            }
            try db.execute("UPDATE access_account SET totp_pending = \(sealed), totp_pending_at = \(now) WHERE person = \(person.id)")
            return fresh
        }
        let text = Base32.encode(secret)
        let groups = stride(from: 0, to: text.count, by: 4).map { String(text.dropFirst($0).prefix(4)) }
        return Enrolment(
            secret: groups.joined(separator: " "),
            address: TimeCodes.address(secret, account: person.handle, issuer: issuer)
        )
    }

    private func isCurrent(_ since: Instant, _ now: Instant) -> Bool { abs(now.rawValue - since.rawValue) < policy.halfSeconds * 1000 }

    /// The new authenticator's first code. Then it is the second factor, the one before it is none any more, and every other session is over.
    /// - Returns: a full session's token (where the session was half), and the recovery codes, which are shown this once.
    public func completeEnrolment(_ session: LiveSession, code typed: String, from caller: Caller) async throws -> (
        token: SecretToken?, recovery: [String]
    ) {
        let code = Self.plainCode(typed)
        let throttle = Throttle(policy: policy)
        let count = factorCount(session.person.id)
        let now = clock.now()
        try await database.write { try throttle.take([count], at: now, in: $0) }
        let person = session.person
        let recovery = makeRecoveryCodes()
        let token = try await database.write { db -> SecretToken? in
            guard let account = try Account.read(person.id, in: db), let pending = account.totpPending, let since = account.totpPendingAt,
                isCurrent(since, now)
            else { throw AccessRefusal.enrolmentExpired }
            // Who has a factor proves it first; a password alone sets up only the first one.
            guard session.level == .full || !account.hasFactor else { throw AccessRefusal.codeWrong }
            guard let step = TimeCodes.matchingStep(of: code, try safe.open(pending, for: person.id), at: now) else { throw AccessRefusal.codeWrong }
            try db.execute(
                """
                UPDATE access_account SET totp = \(pending), totp_since = \(now), totp_step = \(step), totp_pending = NULL, totp_pending_at = NULL
                WHERE person = \(person.id)
                """
            )
            try keep(recovery, for: person.id, in: db)
            try throttle.forget([count], in: db)
            try endAll(of: person.id, but: session.level == .full ? session.id : nil, in: db)
            try note(.factorEnrolled, by: person, on: person.handle, detail: "totp", from: caller, in: db)
            guard session.level == .half else { return nil }
            try db.execute("UPDATE access_account SET signed_in_at = \(now) WHERE person = \(person.id)")
            return try begin(.full, person.id, factor: "totp", from: caller, in: db)
        }
        return (token, recovery)
    }

    /// New recovery codes instead of all before. The password is asked for.
    public func renewRecoveryCodes(_ session: LiveSession, password: String, from caller: Caller) async throws -> [String] {
        try await provePassword(session, password)
        let codes = makeRecoveryCodes()
        try await database.write { db in
            try keep(codes, for: session.person.id, in: db)
            try note(.recoveryRenewed, by: session.person, on: session.person.handle, from: caller, in: db)
        }
        return codes
    }

    /// Ten characters without any that look alike: fifty bits.
    func makeRecoveryCodes() -> [String] {
        let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz")
        return (0..<policy.recoveryCodes).map { _ in
            let text = RandomBytes.make(10).map { alphabet[Int($0 & 31)] }
            return String(text.prefix(5)) + "-" + String(text.suffix(5))
        }
    }

    func keep(_ codes: [String], for person: PersonID, in db: any Connection) throws {
        try db.execute("DELETE FROM access_recovery WHERE person = \(person)")
        for code in codes {
            let digest = safe.digest("\(person) \(Self.plainCode(code))", use: "recovery")
            try db.execute("INSERT INTO access_recovery (person, digest) VALUES (\(person), \(digest))")
        }
    }

    /// Takes a person's second factor away (a lost telephone): the next sign-in sets up a new one. Every session ends.
    public func resetSecondFactor(of person: PersonID, by resetter: Person?, from caller: Caller) async throws {
        try await database.write { db in
            let owner = try People.person(person, in: db)
            let changed = try db.execute(
                """
                UPDATE access_account SET totp = NULL, totp_since = NULL, totp_step = -1, totp_pending = NULL, totp_pending_at = NULL
                WHERE person = \(person)
                """
            )
            guard changed == 1 else { throw AccessRefusal.noAccount(owner.handle) }
            try db.execute("DELETE FROM access_passkey WHERE person = \(person)")
            try db.execute("DELETE FROM access_recovery WHERE person = \(person)")
            try Throttle(policy: policy).forget([factorCount(person)], in: db)
            try endAll(of: person, in: db)
            try note(.factorReset, by: resetter, on: owner.handle, from: caller, in: db)
        }
    }

    /// The code a demo account's authenticator shows: the present step's, or the next one's when the present was used.
    /// - Throws: `AccessRefusal.notDemo` for everybody else.
    public func demoCode(of person: PersonID) async throws -> (code: String, secondsLeft: Int) {
        let now = clock.now()
        return try await database.read { db in
            let owner = try People.person(person, in: db)
            guard let account = try Account.read(person, in: db), account.isDemo, let sealed = account.totp else {
                throw AccessRefusal.notDemo(owner.handle)
            }
            let present = TimeCodes.step(at: now)
            let step = account.totpStep >= present ? account.totpStep + 1 : present
            let end = (step + 1) * TimeCodes.stepSeconds - now.rawValue / 1000
            return (TimeCodes.code(try safe.open(sealed, for: person), step: step), Int(end))
        }
    }
}
