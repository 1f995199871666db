public import Store
public import Vietnamese

/// Accounts and what is done with them. Each verb is in a file beside this one; whether the person who asks may do it, `authorize` says.
/// Errors: `AccessRefusal`, `PeopleRefusal`, `StoreFault`, `AccessFault`.
public struct Access: Sendable {
    public let database: any Database
    package let safe: KeySafe
    let hasher: PasswordHasher
    package let clock: Clock
    package let ids: IdentifierMaker
    public let policy: AccessPolicy
    /// What an authenticator shows beside the account's name.
    public let issuer: String

    public init(
        database: any Database,
        safe: KeySafe,
        hasher: PasswordHasher,
        clock: Clock,
        ids: IdentifierMaker,
        policy: AccessPolicy = .house,
        issuer: String = "Cầu Nối"
    ) {
        self.database = database
        self.safe = safe
        self.hasher = hasher
        self.clock = clock
        self.ids = ids
        self.policy = policy
        self.issuer = issuer
    }

    /// From where a request comes.
    public struct Caller: Sendable, Hashable {
        /// An IP address, or `command line`.
        public let address: String
        /// What the browser says of itself.
        public let agent: String

        public init(address: String, agent: String) {
            self.address = String(address.prefix(64))
            self.agent = String(plainLine(agent).prefix(200))
        }

        public static let commandLine = Caller(address: "command line", agent: "caunoi")
    }

    /// An account as lists and screens show it.
    public struct Standing: Sendable, Hashable {
        public let person: PersonID
        public let hasPassword: Bool
        public let passwordSetAt: Instant?
        /// An authenticator or a passkey.
        public let hasSecondFactor: Bool
        /// Of the authenticator.
        public let secondFactorSince: Instant?
        public let passkeys: Int
        public let recoveryCodesLeft: Int
        public let signedInAt: Instant?
        public let isDormant: Bool
        public let isDemo: Bool
    }

    /// Nil for a person who has no account yet.
    public func standing(of person: PersonID, in db: any Connection) throws -> Standing? {
        guard let account = try Account.read(person, in: db) else { return nil }
        let left = try db.value("SELECT count(*) FROM access_recovery WHERE person = \(person) AND used_at IS NULL", as: Int.self) ?? 0
        return standing(account, recovery: left, at: clock.now())
    }

    private func standing(_ account: Account, recovery left: Int, at now: Instant) -> Standing {
        Standing(
            person: account.person,
            hasPassword: account.password != nil,
            passwordSetAt: account.passwordSetAt,
            hasSecondFactor: account.hasFactor,
            secondFactorSince: account.totpSince,
            passkeys: account.passkeys,
            recoveryCodesLeft: left,
            signedInAt: account.signedInAt,
            isDormant: isDormant(account, at: now),
            isDemo: account.isDemo
        )
    }

    /// Of many people, in one query.
    public func standings(of people: [PersonID], in db: any Connection) throws -> [PersonID: Standing] {
        let now = clock.now()
        var left: [PersonID: Int] = [:]
        let counted = try db.rows(
            "SELECT person, count(*) FROM access_recovery WHERE person IN (\(list: people)) AND used_at IS NULL GROUP BY person"
        )
        for row in counted { left[try row[0]] = try row[1] }
        return Dictionary(
            uniqueKeysWithValues: try Account.read(people, in: db).map { ($0.person, standing($0, recovery: left[$0.person] ?? 0, at: now)) }
        )
    }

    public func standing(of person: PersonID) async throws -> Standing? { try await database.read { try standing(of: person, in: $0) } }

    func isDormant(_ account: Account, at now: Instant) -> Bool {
        let last = max(account.signedInAt ?? account.aliveSince, account.aliveSince)
        return !account.isDemo && now.rawValue - last.rawValue > policy.dormantSeconds * 1000
    }
}

/// One row of `access_account`.
struct Account: Sendable {
    let person: PersonID
    let password: String?
    let passwordSetAt: Instant?
    let mustChange: Bool
    let totp: [UInt8]?
    let totpSince: Instant?
    let totpStep: Int64
    let totpPending: [UInt8]?
    let totpPendingAt: Instant?
    let signedInAt: Instant?
    let aliveSince: Instant
    let isDemo: Bool
    let passkeys: Int

    var hasFactor: Bool { totp != nil || passkeys > 0 }

    private static let columns: SQL = """
        person, password, password_set_at, must_change, totp, totp_since, totp_step, totp_pending, totp_pending_at, signed_in_at, alive_since, is_demo,
            (SELECT count(*) FROM access_passkey k WHERE k.person = access_account.person)
        """

    static func read(_ people: [PersonID], in db: any Connection) throws -> [Account] {
        try db.rows("SELECT \(columns) FROM access_account WHERE person IN (\(list: people))").map(Account.init)
    }

    /// `read`, after which nobody else changes the account until the transaction ends.
    static func lock(_ person: PersonID, in db: any Connection) throws -> Account? {
        try db.execute("UPDATE access_account SET must_change = must_change WHERE person = \(person)")
        return try read(person, in: db)
    }

    static func read(_ person: PersonID, in db: any Connection) throws -> Account? {
        try db.row("SELECT \(columns) FROM access_account WHERE person = \(person)").map(Account.init)
    }

    private init(_ row: Row) throws {
        person = try row[0]
        password = try row[1]
        passwordSetAt = try row[2]
        mustChange = try row[3]
        totp = try row[4]
        totpSince = try row[5]
        totpStep = try row[6]
        totpPending = try row[7]
        totpPendingAt = try row[8]
        signedInAt = try row[9]
        aliveSince = try row[10]
        isDemo = try row[11]
        passkeys = try row[12]
    }

    /// Makes sure there is one.
    static func ensure(_ person: PersonID, at now: Instant, isDemo: Bool = false, in db: any Connection) throws {
        try db.execute(
            """
            INSERT INTO access_account (person, must_change, totp_step, alive_since, is_demo) VALUES (\(person), 0, -1, \(now), \(isDemo))
            ON CONFLICT (person) DO NOTHING
            """
        )
    }
}
