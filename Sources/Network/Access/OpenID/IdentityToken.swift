import Foundation
import PublicRecord
import Vietnamese

/// Keys a provider signs with (JWK set, RFC 7517).
struct ProviderKeys: Sendable {
    struct Key: Sendable {
        let id: String?
        let algorithm: String
        let key: SignatureKey
    }

    let keys: [Key]

    private struct File: Decodable {
        struct JWK: Decodable {
            let kty: String
            let kid: String?
            let use: String?
            let alg: String?
            let crv: String?
            let n: String?
            let e: String?
            let x: String?
            let y: String?
        }
        /// What we cannot read of it is left out: providers publish keys for others too.
        struct Lenient: Decodable {
            let value: JWK?
            init(from decoder: any Decoder) throws { value = try? JWK(from: decoder) }
        }
        let keys: [Lenient]
    }

    init(_ bytes: [UInt8]) throws(ProviderDoubt) {
        guard let file = try? JSONDecoder().decode(File.self, from: Data(bytes)) else { throw ProviderDoubt("keys") }
        keys = file.keys.prefix(64).compactMap(\.value).compactMap { jwk in
            guard jwk.use == nil || jwk.use == "sig" else { return nil }
            func bytes(_ text: String?) -> [UInt8] { text.flatMap { Base64URL.decode($0) } ?? [] }
            let found: (String, SignatureKey?) =
                switch jwk.kty {
                case "RSA": ("RS256", SignatureKey(modulus: bytes(jwk.n), exponent: bytes(jwk.e)))
                case "EC" where jwk.crv == "P-256": ("ES256", SignatureKey(x: bytes(jwk.x), y: bytes(jwk.y)))
                default: ("", nil)
                }
            guard let key = found.1, jwk.alg == nil || jwk.alg == found.0 else { return nil }
            return Key(id: jwk.kid, algorithm: found.0, key: key)
        }
    }

    /// Those that may have signed under this header. Without a name in the header, the one key of that kind.
    func candidates(_ id: String?, _ algorithm: String) -> [Key] {
        let same = keys.filter { $0.algorithm == algorithm }
        guard let id else { return same.count == 1 ? same : [] }
        return same.filter { $0.id == id }
    }
}

/// What a provider says of who signed in (OpenID Connect Core, 2 and 3.1.3.7).
struct IdentityToken: Sendable {
    let subject: String
    let email: String?
    let acr: String?
    let amr: Set<String>

    struct Header: Decodable {
        let alg: String
        let kid: String?
        let crit: [String]?
    }

    private struct Claims: Decodable {
        let iss: String
        let sub: String
        let aud: Several
        let azp: String?
        let exp: Double
        let iat: Double
        let nbf: Double?
        let nonce: String?
        let acr: String?
        let amr: Several?
        let email: String?
        let email_verified: Truth?
    }

    /// One text or a list of them.
    private struct Several: Decodable {
        let values: [String]
        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let one = try? container.decode(String.self) { values = [one] } else { values = try container.decode([String].self) }
        }
    }

    /// Some providers write it as a text.
    private struct Truth: Decodable {
        let value: Bool
        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let truth = try? container.decode(Bool.self) { value = truth } else { value = try container.decode(String.self) == "true" }
        }
    }

    /// How far a provider's clock may be from ours. Seconds.
    static let tolerance: Double = 120

    private static func parts(_ text: String) throws(ProviderDoubt) -> (header: Header, claims: [UInt8], signed: [UInt8], signature: [UInt8]) {
        guard text.utf8.count <= 32_768 else { throw ProviderDoubt("form") }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let head = Base64URL.decode(parts[0]), let claims = Base64URL.decode(parts[1]),
            let signature = Base64URL.decode(parts[2]), let header = try? JSONDecoder().decode(Header.self, from: Data(head))
        else { throw ProviderDoubt("form") }
        return (header, claims, Array("\(parts[0]).\(parts[1])".utf8), signature)
    }

    /// Which key a token says it is signed with, to look for it before anything is believed.
    static func header(of text: String) throws(ProviderDoubt) -> Header { try parts(text).header }

    init(_ text: String, keys: ProviderKeys, provider: SignInProvider, nonce: String, at now: Instant) throws(ProviderDoubt) {
        let (header, bytes, signed, signature) = try Self.parts(text)
        // What we verify with is our choice of two; `none` and keyed digests are not among them.
        guard header.alg == "RS256" || header.alg == "ES256" else { throw ProviderDoubt("algorithm") }
        guard header.crit == nil else { throw ProviderDoubt("critical") }
        let candidates = keys.candidates(header.kid, header.alg)
        guard !candidates.isEmpty else { throw ProviderDoubt("key") }
        guard candidates.contains(where: { $0.key.isValid(signature, for: signed, isPlain: true) }) else { throw ProviderDoubt("signature") }
        guard let claims = try? JSONDecoder().decode(Claims.self, from: Data(bytes)) else { throw ProviderDoubt("claims") }
        guard claims.iss == provider.issuer else { throw ProviderDoubt("issuer") }
        guard claims.aud.values.contains(provider.clientID) else { throw ProviderDoubt("audience") }
        // A token for several is for us only when it says so.
        guard claims.azp == provider.clientID || (claims.azp == nil && claims.aud.values.count == 1) else { throw ProviderDoubt("audience") }
        let present = Double(now.rawValue) / 1000
        guard claims.exp > present - Self.tolerance else { throw ProviderDoubt("expired") }
        guard claims.iat < present + Self.tolerance, claims.nbf ?? 0 < present + Self.tolerance else { throw ProviderDoubt("not-yet") }
        guard claims.iat > present - 600 - Self.tolerance else { throw ProviderDoubt("old") }
        guard let said = claims.nonce, Challenges.isSame(Array(said.utf8), Array(nonce.utf8)) else { throw ProviderDoubt("nonce") }
        guard !claims.sub.isEmpty, claims.sub.utf8.count <= 255 else { throw ProviderDoubt("subject") }
        subject = claims.sub
        email = claims.email_verified?.value == true ? claims.email?.lowercased() : nil
        acr = claims.acr
        amr = Set(claims.amr?.values ?? [])
    }
}
