public import Store
public import Vietnamese

/// Accounts and what is done with them. Each verb is in a file beside this one; whether the person who asks may do it, `authorize` says.
/// Errors: `AccessRefusal`, `PeopleRefusal`, `StoreFault`, `AccessFault`.
public struct Access: Sendable {
    public let database: any Database
    let safe: KeySafe
    let hasher: PasswordHasher
    let clock: Clock
    let ids: IdentifierMaker
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
        public let hasSecondFactor: Bool
        public let secondFactorSince: Instant?
        public let recoveryCodesLeft: Int
        public let signedInAt: Instant?
        public let isDormant: Bool
        public let isDemo: Bool
    }

    /// Nil for a person who has no account yet.
    public func standing(of person: PersonID, in db: any Connection) throws -> Standing? {
        guard let account = try Account.read(person, in: db) else { return nil }
        let left = try db.value("SELECT count(*) FROM access_recovery WHERE person = \(person) AND used_at IS NULL", as: Int.self) ?? 0
        return Standing(
            person: person,
            hasPassword: account.password != nil,
            passwordSetAt: account.passwordSetAt,
            hasSecondFactor: account.totp != nil,
            secondFactorSince: account.totpSince,
            recoveryCodesLeft: left,
            signedInAt: account.signedInAt,
            isDormant: isDormant(account, at: clock.now()),
            isDemo: account.isDemo
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

    private static let columns: SQL =
        "person, password, password_set_at, must_change, totp, totp_since, totp_step, totp_pending, totp_pending_at, signed_in_at, alive_since, is_demo"

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
