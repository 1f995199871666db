public import Store
import Vietnamese

extension Access {
    /// The first step: name and password. The answer to a name that nobody has costs the same work and says the same as a wrong password.
    /// - Returns: the token of a session that opens the second step, and nothing else.
    public func signIn(handle typed: String, password: String, from caller: Caller) async throws -> SecretToken {
        let handle = String(plainLine(typed).lowercased().prefix(64))
        let password = String(password.prefix(PasswordRules.limit + 1))
        let throttle = Throttle(policy: policy)
        let counts = signInCounts(handle, caller)
        let now = clock.now()
        try await database.write { try throttle.take(counts.all, at: now, in: $0) }
        let known = try await database.read { db -> (Person, Account)? in
            guard let person = try People.find(handle: handle, in: db), let account = try Account.read(person.id, in: db) else { return nil }
            return (person, account)
        }
        guard try await hasher.verify(password, known?.1.password), let (person, account) = known, person.isActive else {
            try await database.write { try note(.signIn, .refused, by: nil, on: known?.0.handle ?? "", from: caller, in: $0) }
            throw AccessRefusal.wrongNameOrPassword
        }
        if isDormant(account, at: now) {
            try await database.write { try note(.signIn, .refused, by: nil, on: person.handle, detail: "dormant", from: caller, in: $0) }
            throw AccessRefusal.dormant(days: Int(policy.dormantSeconds / 86_400))
        }
        let renewed = account.password.map(hasher.isOutdated) == true ? try await hasher.hash(password) : nil
        return try await database.write { db in
            // What was checked may have been changed while it was checked.
            guard let present = try Account.read(person.id, in: db), present.password == account.password,
                try People.person(person.id, in: db).isActive
            else { throw AccessRefusal.wrongNameOrPassword }
            if let renewed { try db.execute("UPDATE access_account SET password = \(renewed) WHERE person = \(person.id)") }
            try throttle.forget([counts.pair], in: db)
            for count in [counts.account, counts.address] { try throttle.giveBack(count, in: db) }
            try note(.signIn, by: person, on: person.handle, from: caller, in: db)
            return try begin(.half, person.id, factor: nil, from: caller, in: db)
        }
    }

    /// The second step: a code of the authenticator, or one of the recovery codes.
    /// - Returns: the token of a full session. The first step's is over.
    public func confirm(_ half: LiveSession, code typed: String, from caller: Caller) async throws -> SecretToken {
        try await safe.refresh()
        let code = Self.plainCode(typed)
        let throttle = Throttle(policy: policy)
        let count = factorCount(half.person.id)
        let now = clock.now()
        try await database.write { try throttle.take([count], at: now, in: $0) }
        do {
            return try await database.write { db in
                guard half.level == .half, let account = try Account.read(half.person.id, in: db) else { throw AccessRefusal.codeWrong }
                let factor = try use(code, of: account, at: now, in: db)
                guard try end(half.id, in: db) else { throw AccessRefusal.sessionUnknown }
                try throttle.forget([count], in: db)
                try db.execute("UPDATE access_account SET signed_in_at = \(now) WHERE person = \(half.person.id)")
                try note(
                    factor == "recovery" ? .recoveryUsed : .secondFactor,
                    by: half.person,
                    on: half.person.handle,
                    from: caller,
                    in: db
                )
                return try begin(.full, half.person.id, factor: factor, from: caller, in: db)
            }
        } catch let refusal as AccessRefusal {
            try await database.write {
                try note(.secondFactor, .refused, by: nil, on: half.person.handle, detail: refusal.key, from: caller, in: $0)
            }
            throw refusal
        }
    }

    /// Takes a code and makes it useless for another time. Returns what it was: `totp` or `recovery`.
    private func use(_ code: String, of account: Account, at now: Instant, in db: any Connection) throws -> String {
        let person = account.person
        if code.utf8.count == 6, let sealed = account.totp {
            guard let step = TimeCodes.matchingStep(of: code, try safe.open(sealed, for: person), at: now) else { throw AccessRefusal.codeWrong }
            // The same step never again, also when two try it at once.
            let taken = try db.execute("UPDATE access_account SET totp_step = \(step) WHERE person = \(person) AND totp_step < \(step)")
            guard taken == 1 else { throw AccessRefusal.codeUsed }
            return "totp"
        }
        let digest = safe.digest("\(person) \(code)", use: "recovery")
        guard let row = try db.row("SELECT used_at FROM access_recovery WHERE person = \(person) AND digest = \(digest)") else {
            throw AccessRefusal.codeWrong
        }
        let used: Instant? = try row[0]
        guard used == nil,
            try db.execute("UPDATE access_recovery SET used_at = \(now) WHERE person = \(person) AND digest = \(digest) AND used_at IS NULL") == 1
        else { throw AccessRefusal.codeUsed }
        return "recovery"
    }

    /// As typed from a telephone or from paper: blanks and hyphens mean nothing.
    static func plainCode(_ typed: String) -> String {
        String(typed.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }.prefix(40))
    }

    // MARK: - What attempts are counted under

    func signInCounts(_ handle: String, _ caller: Caller) -> (
        all: [Throttle.Count], pair: Throttle.Count, account: Throttle.Count, address: Throttle.Count
    ) {
        let network = Self.network(caller.address)
        let pair = Throttle.Count(what: safe.digest("\(handle) \(network)", use: "pair"), free: policy.freeFailuresOfPair)
        let account = Throttle.Count(what: safe.digest(handle, use: "account"), free: policy.freeFailuresOfAccount)
        let address = Throttle.Count(what: safe.digest(network, use: "address"), free: policy.freeFailuresOfAddress)
        return ([pair, account, address], pair, account, address)
    }

    func factorCount(_ person: PersonID) -> Throttle.Count {
        Throttle.Count(what: safe.digest("\(person)", use: "factor"), free: policy.freeFailuresOfFactor)
    }

    /// Who has an IPv6 address has 2^64 of them.
    private static func network(_ address: String) -> String {
        guard address.contains(":") else { return address }
        return address.split(separator: ":", omittingEmptySubsequences: false).prefix(4).joined(separator: ":")
    }
}
