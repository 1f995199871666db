import Crypto

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
