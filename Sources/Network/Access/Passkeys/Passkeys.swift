import PublicRecord
public import Store
public import Vietnamese

public struct PasskeyID: Identifier {
    public let rawValue: Int64
    public init(rawValue: Int64) { self.rawValue = rawValue }
}

/// A passkey somebody has, as lists show it.
public struct Passkey: Sendable, Hashable {
    public let id: PasskeyID
    public let person: PersonID
    /// What its owner calls it.
    public let name: String
    /// The authenticator's own name for it.
    public let credential: [UInt8]
    public let transports: String
    /// Kept by its maker on several devices.
    public let isSynced: Bool
    public let createdAt: Instant
    public let usedAt: Instant?

    /// As scripts write it.
    public var credentialText: String { Base64URL.encode(credential) }
}

/// What a passkey is asked for. The question for one is no answer to another.
public enum PasskeyPurpose: Sendable, Hashable {
    /// Everything at once, without a password: the person must be recognised by the authenticator.
    case signIn
    /// Behind the password.
    case secondStep(SessionID)
    case registration(SessionID)

    var text: String {
        switch self {
        case .signIn: "passkey sign-in"
        case .secondStep(let session): "passkey second \(session)"
        case .registration(let session): "passkey new \(session)"
        }
    }
}

extension Access {
    /// A question for an authenticator, base64url. It stands for five minutes, in this browser.
    public func passkeyChallenge(_ purpose: PasskeyPurpose, for browser: SecretToken) -> String {
        Base64URL.encode(Challenges(safe: safe).make(purpose.text, bound: browser, at: clock.now()))
    }

    /// What a person is called towards an authenticator: says nothing to anybody else.
    public static func userHandle(of person: PersonID) -> String { Base64URL.encode(Array("\(person)".utf8)) }

    public func passkeys(of person: PersonID, in db: any Connection) throws -> [Passkey] {
        try db.rows(
            """
            SELECT id, person, name, credential, transports, is_synced, created_at, used_at FROM access_passkey WHERE person = \(person)
            ORDER BY id
            """
        ).map {
            Passkey(
                id: try $0[0],
                person: try $0[1],
                name: try $0[2],
                credential: try $0[3],
                transports: try $0[4],
                isSynced: try $0[5],
                createdAt: try $0[6],
                usedAt: try $0[7]
            )
        }
    }

    public func passkeys(of person: PersonID) async throws -> [Passkey] { try await database.read { try passkeys(of: person, in: $0) } }

    /// A new passkey. In the first step it is the first second factor, and recovery codes come with it; afterwards the password is asked for.
    public func addPasskey(
        _ answer: PasskeyRegistration,
        name typed: String,
        _ session: LiveSession,
        password: String?,
        home: PasskeyHome,
        browser: SecretToken,
        from caller: Caller
    ) async throws -> (token: SecretToken?, recovery: [String]) {
        if session.level == .full { try await provePassword(session, password ?? "") }
        let person = session.person
        let checked = try await believed(by: person, .passkeyAdded, caller) { () throws(PasskeyDoubt) in try answer.check(home: home) }
        let now = clock.now()
        let name = String(plainLine(typed).prefix(60))
        let transports = answer.transports.split(separator: ",").filter { Self.transports.contains(String($0)) }.prefix(6).joined(separator: ",")
        let recovery = session.level == .half ? makeRecoveryCodes() : []
        let token = try await database.write { db -> SecretToken? in
            try Challenges(safe: safe).take(checked.challenge, PasskeyPurpose.registration(session.id).text, bound: browser, at: now, in: db)
            guard let account = try Account.lock(person.id, in: db) else { throw AccessRefusal.noAccount(person.handle) }
            // Who has a factor proves it first; a password alone sets up only the first one.
            guard session.level == .full || !account.hasFactor else { throw AccessRefusal.passkeyRefused }
            guard account.passkeys < policy.mostPasskeys else { throw AccessRefusal.tooManyPasskeys(limit: policy.mostPasskeys) }
            let added = try db.execute(
                """
                INSERT INTO access_passkey (id, person, credential, public_key, counter, name, transports, is_synced, created_at)
                VALUES (\(ids.next(PasskeyID.self)), \(person.id), \(checked.credential), \(checked.key), \(checked.counter),
                    \(name.isEmpty ? "Passkey" : name), \(transports), \(checked.isSynced), \(now))
                ON CONFLICT (credential) DO NOTHING
                """
            )
            guard added == 1 else { throw AccessRefusal.passkeyKnown }
            try note(.passkeyAdded, by: person, on: person.handle, detail: name, from: caller, in: db)
            guard session.level == .half else { return nil }
            try keep(recovery, for: person.id, in: db)
            try endAll(of: person.id, in: db)
            try db.execute("UPDATE access_account SET signed_in_at = \(now) WHERE person = \(person.id)")
            return try begin(.full, person.id, factor: "passkey", from: caller, in: db)
        }
        return (token, recovery)
    }

    private static let transports: Set<String> = ["ble", "cable", "hybrid", "internal", "nfc", "smart-card", "usb"]

    /// Takes a passkey away. The last second factor stays: nobody is without one.
    public func removePasskey(_ id: PasskeyID, _ session: LiveSession, password: String, from caller: Caller) async throws -> String {
        try await provePassword(session, password)
        let person = session.person
        return try await database.write { db in
            guard let account = try Account.lock(person.id, in: db),
                let name = try db.value("SELECT name FROM access_passkey WHERE id = \(id) AND person = \(person.id)", as: String.self)
            else { throw AccessRefusal.passkeyUnknown }
            guard account.totp != nil || account.passkeys > 1 else { throw AccessRefusal.lastFactor }
            try db.execute("DELETE FROM access_passkey WHERE id = \(id) AND person = \(person.id)")
            try endAll(of: person.id, but: session.id, in: db)
            try note(.passkeyRemoved, by: person, on: person.handle, detail: name, from: caller, in: db)
            return name
        }
    }

    /// Takes the authenticator (the six digits) away, where a passkey stays.
    public func removeAuthenticator(_ session: LiveSession, password: String, from caller: Caller) async throws {
        try await provePassword(session, password)
        let person = session.person
        try await database.write { db in
            guard let account = try Account.lock(person.id, in: db), account.passkeys > 0 else { throw AccessRefusal.lastFactor }
            try db.execute(
                """
                UPDATE access_account SET totp = NULL, totp_since = NULL, totp_pending = NULL, totp_pending_at = NULL WHERE person = \(person.id)
                """
            )
            try endAll(of: person.id, but: session.id, in: db)
            try note(.factorRemoved, by: person, on: person.handle, from: caller, in: db)
        }
    }

    /// Everything in one step: a passkey that recognised its owner is password and second factor together.
    public func signIn(_ answer: PasskeyAssertion, home: PasskeyHome, browser: SecretToken, from caller: Caller) async throws -> SecretToken {
        let throttle = Throttle(policy: policy)
        let count = signInCounts("", caller).address
        let now = clock.now()
        try await database.write { try throttle.take([count], at: now, in: $0) }
        let used = try await use(answer, .signIn, of: nil, home: home, browser: browser, from: caller)
        return try await database.write { db in
            try throttle.giveBack(count, in: db)
            return try complete(used, from: caller, in: db)
        }
    }

    /// The second step with a passkey instead of a code.
    public func confirm(_ half: LiveSession, _ answer: PasskeyAssertion, home: PasskeyHome, browser: SecretToken, from caller: Caller) async throws
        -> SecretToken
    {
        let throttle = Throttle(policy: policy)
        let count = factorCount(half.person.id)
        let now = clock.now()
        try await database.write { try throttle.take([count], at: now, in: $0) }
        let used = try await use(answer, .secondStep(half.id), of: half, home: home, browser: browser, from: caller)
        return try await database.write { db in
            guard half.level == .half, try end(half.id, in: db) else { throw AccessRefusal.sessionUnknown }
            try throttle.forget([count], in: db)
            return try complete(used, from: caller, in: db)
        }
    }

    private func complete(_ person: Person, from caller: Caller, in db: any Connection) throws -> SecretToken {
        guard try People.person(person.id, in: db).isActive else { throw AccessRefusal.passkeyRefused }
        try db.execute("UPDATE access_account SET signed_in_at = \(clock.now()) WHERE person = \(person.id)")
        try note(.secondFactor, by: person, on: person.handle, detail: "passkey", from: caller, in: db)
        return try begin(.full, person.id, factor: "passkey", from: caller, in: db)
    }

    /// Checks an answer against the key it names and takes it, so that it is worth nothing a second time.
    private func use(
        _ answer: PasskeyAssertion,
        _ purpose: PasskeyPurpose,
        of half: LiveSession?,
        home: PasskeyHome,
        browser: SecretToken,
        from caller: Caller
    ) async throws -> Person {
        let credential = answer.credentialBytes ?? []
        let found = try await database.read { db -> (PasskeyID, Person, [UInt8], String)? in
            guard let row = try db.row("SELECT id, person, public_key, name FROM access_passkey WHERE credential = \(credential)") else { return nil }
            return (try row[0], try People.person(try row[1], in: db), try row[2], try row[3])
        }
        guard let (id, person, key, name) = found, half == nil || half?.person.id == person.id else {
            try await database.write {
                try note(.secondFactor, .refused, by: nil, on: half?.person.handle ?? "", detail: "passkey unknown", from: caller, in: $0)
            }
            throw AccessRefusal.passkeyRefused
        }
        let checked = try await believed(by: person, .secondFactor, caller) { () throws(PasskeyDoubt) in
            let checked = try answer.check(key: key, home: home)
            // Behind a password a touch is enough; alone, the authenticator must know its owner.
            guard checked.isVerified || half != nil else { throw PasskeyDoubt("verification") }
            guard person.isActive else { throw PasskeyDoubt("disabled") }
            return checked
        }
        let now = clock.now()
        do {
            try await database.write { db in
                try Challenges(safe: safe).take(checked.challenge, purpose.text, bound: browser, at: now, in: db)
                guard let account = try Account.read(person.id, in: db) else { throw AccessRefusal.passkeyRefused }
                if half == nil, isDormant(account, at: now) { throw AccessRefusal.dormant(days: Int(policy.dormantSeconds / 86_400)) }
                // A counter that does not go up means that the key is in two hands (WebAuthn, 6.1.1). Synced passkeys have none and say 0.
                let next = checked.counter
                let moved = try db.execute(
                    """
                    UPDATE access_passkey SET counter = \(next), used_at = \(now)
                    WHERE id = \(id) AND (counter < \(next) OR (counter = 0 AND \(next) = 0))
                    """
                )
                guard moved == 1 else { throw AccessRefusal.passkeyCloned(name) }
            }
        } catch let refusal as AccessRefusal {
            try await database.write { try note(.secondFactor, .refused, by: nil, on: person.handle, detail: refusal.key, from: caller, in: $0) }
            throw refusal
        }
        return person
    }

    /// Turns a doubt into a line of the trail and the one refusal for all.
    private func believed<T: Sendable>(by person: Person, _ action: AuditAction, _ caller: Caller, _ body: () throws(PasskeyDoubt) -> T) async throws
        -> T
    {
        do { return try body() } catch {
            let word = error.word
            try await database.write { try note(action, .refused, by: nil, on: person.handle, detail: "passkey \(word)", from: caller, in: $0) }
            throw AccessRefusal.passkeyRefused
        }
    }
}
