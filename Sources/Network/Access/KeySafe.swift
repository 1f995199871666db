import Crypto
public import Store
import Synchronization
public import Vietnamese

/// The keys with which secrets that must be readable (those of second factors, letters that wait) are sealed, and others are digested. They live in the
/// key store, away from the database that holds what they seal: neither alone lets anybody in.
///
/// The newest key seals; what an older one sealed still opens until `Access.rotateKeys` has sealed it anew and the older one is destroyed.
public final class KeySafe: Sendable {
    private let database: any Database
    /// The newest first.
    private let keys: Mutex<[SymmetricKey]>

    public static let migrations: [Migration] = [
        Migration(
            159,
            "the key of accounts",
            ["CREATE TABLE safe_key (name TEXT NOT NULL PRIMARY KEY, secret BYTEA NOT NULL, created_at BIGINT NOT NULL)"]
        )
    ]

    /// The installation's keys; the first is made at the first opening.
    /// - Parameter database: the key store, not the installation's database.
    public static func open(_ database: any Database, clock: Clock = .system) async throws -> KeySafe {
        var found = try await database.read { try Self.secrets(in: $0) }
        if found.isEmpty {
            let fresh = RandomBytes.make(32)
            let now = clock.now()
            found = try await database.write { db in
                try db.execute("INSERT INTO safe_key (name, secret, created_at) VALUES ('accounts', \(fresh), \(now)) ON CONFLICT (name) DO NOTHING")
                // Another node may have been quicker.
                return try Self.secrets(in: db)
            }
        }
        guard !found.isEmpty else { throw StoreFault.damaged("the key of accounts was not kept") }
        return KeySafe(database, found)
    }

    /// The first is called `accounts`, those after it `accounts 000002` and on: the last name is the newest.
    private static func secrets(in db: any Connection) throws -> [[UInt8]] {
        try db.column("SELECT secret FROM safe_key WHERE name LIKE 'accounts%' ORDER BY name DESC", as: [UInt8].self)
    }

    private init(_ database: any Database, _ secrets: [[UInt8]]) {
        self.database = database
        keys = Mutex(secrets.map { SymmetricKey(data: $0) })
    }

    /// Another node may have changed the keys: asked before anything is sealed for long.
    package func refresh() async throws {
        let found = try await database.read { try Self.secrets(in: $0) }
        guard !found.isEmpty else { throw StoreFault.damaged("the key of accounts is gone") }
        keys.withLock { $0 = found.map { SymmetricKey(data: $0) } }
    }

    /// Puts a new key before the others.
    func add(at now: Instant) async throws {
        let fresh = RandomBytes.make(32)
        try await database.write { db in
            let last = try db.value("SELECT max(name) FROM safe_key WHERE name LIKE 'accounts %'", as: String?.self).flatMap { $0 }
            let number = (last.flatMap { Int($0.dropFirst("accounts ".count)) } ?? 1) + 1
            let digits = String(number)
            let name = "accounts " + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
            try db.execute("INSERT INTO safe_key (name, secret, created_at) VALUES (\(name), \(fresh), \(now))")
        }
        try await refresh()
    }

    /// Destroys every key but the newest. What they sealed and nobody sealed anew is lost.
    func forgetOlder() async throws {
        try await database.write { db in
            try db.execute(
                "DELETE FROM safe_key WHERE name LIKE 'accounts%' AND name <> (SELECT max(name) FROM safe_key WHERE name LIKE 'accounts%')"
            )
        }
        try await refresh()
    }

    /// How many keys there are, and since when the newest seals.
    func standing() async throws -> (count: Int, since: Instant?) {
        try await database.read { db in
            let times = try db.column("SELECT created_at FROM safe_key WHERE name LIKE 'accounts%' ORDER BY name DESC", as: Instant.self)
            return (times.count, times.first)
        }
    }

    private static func derived(_ key: SymmetricKey, _ use: String) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(inputKeyMaterial: key, info: Array("caunoi accounts \(use)".utf8), outputByteCount: 32)
    }

    private var all: [SymmetricKey] { keys.withLock { $0 } }

    /// Sealed for one place: what is moved to another row does not open.
    package func seal(_ bytes: [UInt8], as place: String) throws -> [UInt8] {
        guard let newest = all.first else { throw AccessFault.sealed("anything: there is no key") }
        let box = try AES.GCM.seal(bytes, using: Self.derived(newest, "seal"), authenticating: Array(place.utf8))
        guard let combined = box.combined else { throw AccessFault.sealed("a fresh seal") }
        return [UInt8](combined)
    }

    package func open(_ sealed: [UInt8], as place: String) throws -> [UInt8] {
        for key in all {
            if let box = try? AES.GCM.SealedBox(combined: sealed),
                let bytes = try? AES.GCM.open(box, using: Self.derived(key, "seal"), authenticating: Array(place.utf8))
            {
                return [UInt8](bytes)
            }
        }
        throw AccessFault.sealed(place)
    }

    /// Whether the newest key sealed it.
    func isOfNewest(_ sealed: [UInt8], as place: String) -> Bool {
        guard let newest = all.first, let box = try? AES.GCM.SealedBox(combined: sealed) else { return false }
        return (try? AES.GCM.open(box, using: Self.derived(newest, "seal"), authenticating: Array(place.utf8))) != nil
    }

    func seal(_ bytes: [UInt8], for person: PersonID) throws -> [UInt8] { try seal(bytes, as: "totp \(person)") }
    func open(_ sealed: [UInt8], for person: PersonID) throws -> [UInt8] { try open(sealed, as: "totp \(person)") }

    /// A digest only this installation can make: for recovery codes and the names that attempts are counted under.
    func digest(_ text: String, use: String) -> [UInt8] {
        guard let newest = all.first else { return [] }
        return [UInt8](HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: Self.derived(newest, use)))
    }
}
