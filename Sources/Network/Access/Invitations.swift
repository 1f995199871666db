public import Store
public import Vietnamese

struct InvitationID: Identifier {
    let rawValue: Int64
}

/// What a link is for.
public enum InvitationPurpose: String, Sendable, SQLBindable, SQLReadable {
    /// Somebody new chooses a first password.
    case welcome
    /// Somebody who forgot it chooses another.
    case reset
}

/// An invitation as the person who opened its link sees it.
public struct Invitation: Sendable, Hashable {
    public let person: Person
    public let purpose: InvitationPurpose
    public let expiresAt: Instant
}

extension Access {
    /// A link by which a person chooses a password, once. Those handed out before are worth nothing from now on.
    /// - Returns: the secret part of the link; it is not kept.
    public func invite(_ person: PersonID, for purpose: InvitationPurpose, by inviter: Person?, from caller: Caller) async throws -> SecretToken {
        try await database.write { try invite(person, for: purpose, by: inviter, from: caller, in: $0) }
    }

    public func invite(_ person: PersonID, for purpose: InvitationPurpose, by inviter: Person?, from caller: Caller, in db: any Connection) throws
        -> SecretToken
    {
        let invited = try People.person(person, in: db)
        guard invited.isActive else { throw PeopleRefusal.inactive(invited.handle) }
        let now = clock.now()
        let token = SecretToken.make()
        try Account.ensure(person, at: now, in: db)
        try db.execute(
            "UPDATE access_invitation SET withdrawn_at = \(now) WHERE person = \(person) AND used_at IS NULL AND withdrawn_at IS NULL"
        )
        try db.execute(
            """
            INSERT INTO access_invitation (id, person, digest, purpose, created_at, expires_at, created_by)
            VALUES (\(ids.next(InvitationID.self)), \(person), \(token.digest), \(purpose), \(now), \(now.adding(seconds: policy.invitationSeconds)),
                \(inviter?.id))
            """
        )
        if purpose == .reset {
            // Whoever asks for a reset may have lost the password to somebody: it opens nothing from now on.
            try db.execute("UPDATE access_account SET password = NULL WHERE person = \(person)")
            try endAll(of: person, in: db)
        }
        try note(purpose == .reset ? .passwordReset : .personInvited, by: inviter, on: invited.handle, from: caller, in: db)
        return token
    }

    /// What a link leads to. Unknown, used, withdrawn and expired ones are refused alike.
    public func invitation(_ token: SecretToken) async throws -> Invitation {
        let now = clock.now()
        return try await database.read { try open(token, at: now, in: $0).invitation }
    }

    private func open(_ token: SecretToken, at now: Instant, in db: any Connection) throws -> (id: InvitationID, invitation: Invitation) {
        let row = try db.row(
            """
            SELECT id, person, purpose, expires_at FROM access_invitation
            WHERE digest = \(token.digest) AND used_at IS NULL AND withdrawn_at IS NULL AND expires_at > \(now)
            """
        )
        guard let row else { throw AccessRefusal.invitationInvalid }
        let person = try People.person(try row[1], in: db)
        guard person.isActive else { throw AccessRefusal.invitationInvalid }
        return (try row[0], Invitation(person: person, purpose: try row[2], expiresAt: try row[3]))
    }

    /// The password chosen through a link. The link is used up; every session of the person ends. Signing in comes next, with its second step.
    public func accept(_ token: SecretToken, password: String, from caller: Caller) async throws -> Person {
        let now = clock.now()
        let invited = try await invitation(token).person
        try PasswordRules.check(password, of: invited)
        try await refuseFormer(password, of: invited.id)
        let hash = try await hasher.hash(password)
        try await database.write { db in
            let found = try open(token, at: now, in: db)
            guard try db.execute("UPDATE access_invitation SET used_at = \(now) WHERE id = \(found.id) AND used_at IS NULL") == 1 else {
                throw AccessRefusal.invitationInvalid
            }
            try set(hash, for: invited.id, in: db)
            try endAll(of: invited.id, in: db)
            try note(.invitationUsed, by: invited, on: invited.handle, detail: found.invitation.purpose.rawValue, from: caller, in: db)
        }
        return invited
    }

    /// Enters a person with a role and hands out the link of the welcome, in one transaction.
    public func enter(_ draft: PersonDraft, as role: Role, on site: SiteID, by inviter: Person?, from caller: Caller) async throws -> (
        person: Person, token: SecretToken
    ) {
        try await database.write { try enter(draft, as: role, on: site, by: inviter, from: caller, in: $0) }
    }

    public func enter(_ draft: PersonDraft, as role: Role, on site: SiteID, by inviter: Person?, from caller: Caller, in db: any Connection) throws
        -> (
            person: Person, token: SecretToken
        )
    {
        let now = clock.now()
        let id = ids.next(PersonID.self)
        let person = try People.add(draft, id: id, at: now, in: db)
        try People.grant(role, to: id, on: site, from: now, by: inviter?.id, in: db)
        try note(.personAdded, by: inviter, on: person.handle, site: site, from: caller, in: db)
        try note(.roleGranted, by: inviter, on: person.handle, site: site, detail: role.rawValue, from: caller, in: db)
        return (person, try invite(id, for: .welcome, by: inviter, from: caller, in: db))
    }

    /// Takes somebody out of service: every session ends at once, nothing opens any more. Or back into service.
    public func setActive(_ isActive: Bool, _ person: PersonID, by changer: Person?, from caller: Caller) async throws {
        let now = clock.now()
        try await database.write { db in
            try People.setActive(isActive, person, in: db)
            let changed = try People.person(person, in: db)
            if isActive { try db.execute("UPDATE access_account SET alive_since = \(now) WHERE person = \(person)") }
            if !isActive { try endAll(of: person, in: db) }
            try note(isActive ? .personEnabled : .personDisabled, by: changer, on: changed.handle, from: caller, in: db)
        }
    }

    public func grant(_ role: Role, to person: PersonID, on site: SiteID, until: Instant? = nil, by granter: Person?, from caller: Caller)
        async throws
    {
        let now = clock.now()
        try await database.write { db in
            try People.grant(role, to: person, on: site, from: now, until: until, by: granter?.id, in: db)
            let holder = try People.person(person, in: db)
            try note(.roleGranted, by: granter, on: holder.handle, site: site, detail: role.rawValue, from: caller, in: db)
        }
    }

    public func revoke(_ role: Role, from person: PersonID, on site: SiteID, by revoker: Person?, caller: Caller) async throws {
        let now = clock.now()
        try await database.write { db in
            try People.revoke(role, from: person, on: site, at: now, by: revoker?.id, in: db)
            let holder = try People.person(person, in: db)
            try note(.roleRevoked, by: revoker, on: holder.handle, site: site, detail: role.rawValue, from: caller, in: db)
        }
    }
}
