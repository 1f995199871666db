import PublicRecord
public import Store
public import Vietnamese

/// Passkeys that sign what their owners approve: the question is not one of ours but what is approved, so that the answer proves it to anybody.
public enum PasskeyApprovals {
    /// A passkey that answered, with the key (COSE) that others check it by.
    public struct Used: Sendable, Hashable {
        public let passkey: PasskeyID
        public let key: [UInt8]
    }

    /// Checks an answer against the person's own passkey and moves its counter, in the transaction of what is approved. Refused: a key of somebody else or one that was
    /// removed, another question, a counter that did not go up.
    public static func take(
        _ answer: PasskeyAssertion,
        challenge: [UInt8],
        of person: PersonID,
        home: PasskeyHome,
        at now: Instant,
        in db: any Connection
    ) throws -> Used {
        let credential = answer.credentialBytes ?? []
        guard
            let row = try db.row("SELECT id, public_key, name FROM access_passkey WHERE credential = \(credential) AND person = \(person)")
        else { throw AccessRefusal.passkeyRefused }
        let (id, key, name): (PasskeyID, [UInt8], String) = (try row[0], try row[1], try row[2])
        let checked: PasskeyAssertion.Checked
        do { checked = try answer.check(key: key, home: home) } catch { throw AccessRefusal.passkeyRefused }
        guard checked.challenge == challenge else { throw AccessRefusal.passkeyRefused }
        let next = checked.counter
        let moved = try db.execute(
            """
            UPDATE access_passkey SET counter = \(next), used_at = \(now)
            WHERE id = \(id) AND (counter < \(next) OR (counter = 0 AND \(next) = 0))
            """
        )
        guard moved == 1 else { throw AccessRefusal.passkeyCloned(name) }
        return Used(passkey: id, key: key)
    }

    /// The key of a passkey; nil once it was removed.
    public static func key(of id: PasskeyID, in db: any Connection) throws -> [UInt8]? {
        try db.value("SELECT public_key FROM access_passkey WHERE id = \(id)")
    }
}
