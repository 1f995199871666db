import Crypto
public import Store
public import Vietnamese

/// The key with which secrets that must be readable (those of second factors) are sealed, and others are digested. It lives in the key store,
/// away from the database that holds what it seals: neither alone lets anybody in.
public struct KeySafe: Sendable {
    private let key: SymmetricKey

    public static let migrations: [Migration] = [
        Migration(
            159,
            "the key of accounts",
            ["CREATE TABLE safe_key (name TEXT NOT NULL PRIMARY KEY, secret BYTEA NOT NULL, created_at BIGINT NOT NULL)"]
        )
    ]

    /// The installation's key, made at the first opening.
    /// - Parameter database: the key store, not the installation's database.
    public static func open(_ database: any Database, clock: Clock = .system) async throws -> KeySafe {
        if let secret = try await database.read({ try Self.secret(in: $0) }) { return KeySafe(secret) }
        let fresh = RandomBytes.make(32)
        let now = clock.now()
        let secret = try await database.write { db in
            try db.execute("INSERT INTO safe_key (name, secret, created_at) VALUES ('accounts', \(fresh), \(now)) ON CONFLICT (name) DO NOTHING")
            // Another node may have been quicker.
            return try Self.secret(in: db)
        }
        guard let secret else { throw StoreFault.damaged("the key of accounts was not kept") }
        return KeySafe(secret)
    }

    private static func secret(in db: any Connection) throws -> [UInt8]? {
        try db.value("SELECT secret FROM safe_key WHERE name = 'accounts'", as: [UInt8].self)
    }

    init(_ secret: [UInt8]) { key = SymmetricKey(data: secret) }

    private func derived(_ use: String) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(inputKeyMaterial: key, info: Array("caunoi accounts \(use)".utf8), outputByteCount: 32)
    }

    /// Sealed for one person: what is moved to another row does not open.
    func seal(_ bytes: [UInt8], for person: PersonID) throws -> [UInt8] {
        let box = try AES.GCM.seal(bytes, using: derived("seal"), authenticating: Array("totp \(person)".utf8))
        guard let combined = box.combined else { throw AccessFault.sealed("a fresh seal") }
        return [UInt8](combined)
    }

    func open(_ sealed: [UInt8], for person: PersonID) throws -> [UInt8] {
        do {
            return [UInt8](
                try AES.GCM.open(AES.GCM.SealedBox(combined: sealed), using: derived("seal"), authenticating: Array("totp \(person)".utf8))
            )
        } catch {
            throw AccessFault.sealed("the second factor of \(person)")
        }
    }

    /// A digest only this installation can make: for recovery codes and the names that attempts are counted under.
    func digest(_ text: String, use: String) -> [UInt8] {
        [UInt8](HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: derived(use)))
    }
}

/// A secret that only its holder has: 256 bits, of which the database knows the digest.
public struct SecretToken: Sendable, Hashable {
    /// As it stands in a cookie or a link: 52 characters.
    public let text: String

    public static func make() -> SecretToken { SecretToken(text: Base32.encode(RandomBytes.make(32)).lowercased()) }

    init(text: String) { self.text = text }

    /// Nil for anything that is no token of ours, before the database is asked.
    public init?(_ text: String) {
        guard text.utf8.count == 52, text.utf8.allSatisfy({ (97...122).contains($0) || (50...55).contains($0) }) else { return nil }
        self.text = text
    }

    /// What is stored of it: it opens nothing.
    public var digest: [UInt8] { [UInt8](SHA256.hash(data: Array(text.utf8))) }

    /// What forms of this session carry, so that a page of somebody else cannot send them. It does not lead back to the token.
    public var formToken: String {
        let code = HMAC<SHA256>.authenticationCode(for: Array("form".utf8), using: SymmetricKey(data: Array(text.utf8)))
        return Base32.encode(Array(code.prefix(20))).lowercased()
    }
}
