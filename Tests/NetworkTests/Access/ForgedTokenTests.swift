import Crypto
import CryptoExtras
import Foundation
import PortalTesting
import PublicRecord
import Store
import Synchronization
import Testing
import Vietnamese

@testable import PortalNetwork

/// A provider that says what a test tells it to: tokens forged in every way one can think of.
@Suite("Forged tokens", .timeLimit(.minutes(15))) struct ForgedTokenTests {
    static let now = Instant(rawValue: 1_795_843_822_000)
    static let rsa = try? _RSA.Signing.PrivateKey(keySize: .bits2048)
    static let p256 = P256.Signing.PrivateKey()

    static let provider = SignInProvider(name: "so", label: "Sở", issuer: "https://sso.anson.test", clientID: "cau-noi", secret: nil)

    static var claims: [String: Any] {
        let seconds = Double(now.rawValue / 1000)
        return [
            "iss": provider.issuer, "sub": "lan", "aud": "cau-noi", "exp": seconds + 300, "iat": seconds, "nonce": "một lần",
            "email": "Lan@Anson.test",
            "email_verified": true,
        ]
    }

    static func keys(_ change: (inout [[String: String]]) -> Void = { _ in }) throws -> ProviderKeys {
        let primitives = try #require(try rsa?.publicKey.getKeyPrimitives())
        let point = [UInt8](p256.publicKey.x963Representation)
        var keys = [
            ["kty": "RSA", "kid": "r1", "alg": "RS256", "n": Base64URL.encode(primitives.modulus), "e": Base64URL.encode(primitives.publicExponent)],
            ["kty": "EC", "kid": "e1", "crv": "P-256", "use": "sig", "x": Base64URL.encode(point[1..<33]), "y": Base64URL.encode(point[33...])],
            ["kty": "OKP", "kid": "o1", "crv": "Ed448", "x": "AA"], ["kid": "broken"],
        ]
        change(&keys)
        return try ProviderKeys([UInt8](try JSONSerialization.data(withJSONObject: ["keys": keys])))
    }

    static func token(_ claims: [String: Any], alg: String = "RS256", kid: String? = "r1", more: [String: Any] = [:]) throws -> String {
        var head: [String: Any] = ["alg": alg, "typ": "JWT"]
        head["kid"] = kid
        head.merge(more) { $1 }
        let parts = try [head, claims].map { Base64URL.encode([UInt8](try JSONSerialization.data(withJSONObject: $0))) }
        let signed = Array(parts.joined(separator: ".").utf8)
        let signature: [UInt8] =
            switch alg {
            case "RS256": [UInt8](try #require(try rsa?.signature(for: SHA256.hash(data: signed), padding: .insecurePKCS1v1_5)).rawRepresentation)
            case "ES256": [UInt8](try p256.signature(for: signed).rawRepresentation)
            case "HS256":
                [UInt8](
                    HMAC<SHA256>.authenticationCode(for: signed, using: SymmetricKey(data: Array(try #require(rsa).publicKey.pemRepresentation.utf8)))
                )
            default: []
            }
        return parts.joined(separator: ".") + "." + Base64URL.encode(signature)
    }

    static func read(_ text: String, keys: ProviderKeys? = nil, at time: Instant = now) throws(ProviderDoubt) -> IdentityToken {
        let known: ProviderKeys
        do { known = try keys ?? Self.keys() } catch { throw ProviderDoubt("test") }
        return try IdentityToken(text, keys: known, provider: provider, nonce: "một lần", at: time)
    }

    @Test("a sound token is read, whatever shape its claims have")
    func sound() throws {
        let token = try Self.read(Self.token(Self.claims))
        #expect(token.subject == "lan" && token.email == "lan@anson.test" && token.acr == nil && token.amr.isEmpty)
        #expect(try Self.read(Self.token(Self.claims, alg: "ES256", kid: "e1")).subject == "lan")
        #expect(try Self.read(Self.token(Self.claims, kid: nil)).subject == "lan")
        var claims = Self.claims
        claims.merge(["aud": ["cau-noi"], "amr": ["pwd", "otp"], "acr": "loa3", "email_verified": "true", "azp": "cau-noi"]) { $1 }
        let other = try Self.read(Self.token(claims))
        #expect(other.amr == ["pwd", "otp"] && other.acr == "loa3" && other.email == "lan@anson.test")
        // An address nobody verified is no address.
        for value in [false, "false", "yes"] as [Any] {
            claims["email_verified"] = value
            #expect(try Self.read(Self.token(claims)).email == nil)
        }
        // Clocks differ a little.
        #expect(try Self.read(Self.token(Self.claims), at: Self.now.adding(seconds: 300 + 119)).subject == "lan")
        #expect(try Self.read(Self.token(Self.claims), at: Self.now.adding(seconds: -119)).subject == "lan")
    }

    static let wrongClaims: [(word: String, claims: @Sendable () -> [String: Any])] = [
        ("issuer", { ["iss": "https://sso.anson.test/"] }), ("issuer", { ["iss": "https://evil.example"] }), ("audience", { ["aud": "other"] }),
        ("audience", { ["aud": [String]()] }), ("audience", { ["aud": ["cau-noi", "other"]] }), ("audience", { ["azp": "other"] }),
        ("expired", { ["exp": Double(now.rawValue / 1000) - 121] }), ("not-yet", { ["iat": Double(now.rawValue / 1000) + 121] }),
        ("not-yet", { ["nbf": Double(now.rawValue / 1000) + 121] }), ("old", { ["iat": Double(now.rawValue / 1000) - 3600] }),
        ("nonce", { ["nonce": "khác"] }), ("nonce", { ["nonce": NSNull()] }), ("subject", { ["sub": ""] }),
        ("subject", { ["sub": String(repeating: "a", count: 256)] }), ("claims", { ["exp": "never"] }), ("claims", { ["sub": 7] }),
        ("claims", { ["iss": NSNull()] }),
    ]

    @Test("every claim is checked", arguments: 0..<wrongClaims.count)
    func claim(_ number: Int) throws {
        let wrong = Self.wrongClaims[number]
        let token = try Self.token(Self.claims.merging(wrong.claims()) { $1 })
        #expect(throws: ProviderDoubt(wrong.word), "\(wrong.claims())") { try Self.read(token) }
    }

    @Test("the signature is checked, by the key's own way and no other")
    func signature() throws {
        let good = try Self.token(Self.claims).split(separator: ".").map(String.init)
        func refused(_ word: String, _ text: String, _ keys: ProviderKeys? = nil, line: Int = #line) {
            #expect(throws: ProviderDoubt(word), "line \(line)") { try Self.read(text, keys: keys) }
        }
        refused("algorithm", try Self.token(Self.claims, alg: "none"))
        refused("algorithm", try Self.token(Self.claims, alg: "HS256"))
        refused("algorithm", try Self.token(Self.claims, alg: "rs256"))
        refused("critical", try Self.token(Self.claims, more: ["crit": ["b64"]]))
        refused("key", try Self.token(Self.claims, kid: "unknown"))
        refused("key", try Self.token(Self.claims, kid: "e1"))
        refused("signature", good[0] + "." + good[1] + ".")
        refused("signature", good[0] + "." + good[1] + "." + Base64URL.encode([UInt8](repeating: 1, count: 256)))
        let changed = Base64URL.encode([UInt8](try JSONSerialization.data(withJSONObject: Self.claims.merging(["sub": "admin"]) { $1 })))
        refused("signature", good[0] + "." + changed + "." + good[2])
        // A key in the token's own header is nobody's.
        refused(
            "key",
            try Self.token(Self.claims, kid: "mine", more: ["jwk": ["kty": "RSA", "n": "AA", "e": "AQAB"], "jku": "https://evil.example/"])
        )
        // Keys that must not be used for this: too short, for encryption, for another algorithm.
        for change in [{ $0[0]["use"] = "enc" }, { $0[0]["alg"] = "PS256" }, { $0[0]["n"] = Base64URL.encode([UInt8](repeating: 255, count: 128)) }]
            as [(inout [[String: String]]) -> Void]
        {
            refused("key", try Self.token(Self.claims), try Self.keys(change))
        }
        for text in ["", "a.b", "a.b.c.d", "..", good[0] + ".." + good[2], good.joined(separator: ".") + "=", String(repeating: "A", count: 40_000)] {
            #expect(throws: ProviderDoubt.self) { try Self.read(text) }
        }
    }

    /// The provider as a server: its documents can be wrong, its tokens are made here.
    private func serve<T>(
        _ backend: Backend,
        linksByMail: Bool = true,
        document: [String: String] = [:],
        _ body: (AccessRoom, SignInProvider, ProviderBook, Mutexed) async throws -> T
    )
        async throws -> T
    {
        let state = Mutexed()
        return try await ScriptedServer.with { request in
            let base = "http://\(request.headers["host"] ?? "")"
            let answer: Any =
                switch request.target {
                case "/.well-known/openid-configuration":
                    [
                        "issuer": base, "authorization_endpoint": base + "/authorize", "token_endpoint": base + "/token", "jwks_uri": base + "/keys",
                        "token_endpoint_auth_methods_supported": ["client_secret_post"],
                    ].merging(document.mapValues { $0 as Any }) { $1 }
                case "/keys": ["keys": state.keys]
                default: ["id_token": state.token]
                }
            let bytes = (try? JSONSerialization.data(withJSONObject: answer)).map { [UInt8]($0) } ?? []
            return ScriptedServer.answer("200 OK", ["Content-Type: application/json"], bytes)
        } _: { server in
            try await AccessRoom.with(backend) { room in
                let issuer = "http://127.0.0.1:\(server.port)"
                let provider = SignInProvider(
                    name: "so",
                    label: "Sở",
                    issuer: issuer,
                    clientID: "cau-noi",
                    secret: "x",
                    sufficientACR: ["cao"],
                    linksByMail: linksByMail
                )
                return try await body(room, provider, try ProviderBook([provider], agent: "test"), state)
            }
        }
    }

    final class Mutexed: Sendable {
        private let value = Mutex<(token: String, keys: String)>(("", "[]"))
        var token: String {
            get { value.withLock { $0.token } }
            set { value.withLock { $0.token = newValue } }
        }
        var keys: Any { (try? JSONSerialization.jsonObject(with: Data(value.withLock { $0.keys }.utf8))) ?? [] }
        func setKeys(_ text: String) { value.withLock { $0.keys = text } }
    }

    private func signIn(_ claims: [String: Any], _ room: AccessRoom, _ provider: SignInProvider, _ book: ProviderBook, _ state: Mutexed) async throws
        -> LiveSession
    {
        let redirect = "https://desk.anson.test/ve"
        let (address, kept) = try await room.access.beginProvider(provider, in: book, redirect: redirect, onward: nil)
        let query = Dictionary((URLComponents(string: address)?.queryItems ?? []).map { ($0.name, $0.value ?? "") }) { $1 }
        let seconds = Double(room.net.now.rawValue / 1000)
        var all: [String: Any] = ["iss": provider.issuer, "aud": "cau-noi", "exp": seconds + 300, "iat": seconds, "nonce": query["nonce"] ?? ""]
        all.merge(claims) { $1 }
        state.token = try Self.token(all, alg: "ES256", kid: "e1")
        let point = [UInt8](Self.p256.publicKey.x963Representation)
        state.setKeys(
            "[{\"kty\":\"EC\",\"kid\":\"e1\",\"crv\":\"P-256\",\"x\":\"\(Base64URL.encode(point[1..<33]))\",\"y\":\"\(Base64URL.encode(point[33...]))\"}]"
        )
        let answer = Access.ProviderAnswer(state: query["state"] ?? "", code: "abc", issuer: nil, kept: kept)
        let outcome = try await room.access.finishProvider(provider, in: book, answer, session: nil, redirect: redirect, from: AccessRoom.caller)
        guard case .session(let token, _) = outcome else { throw AccessRefusal.sessionUnknown }
        return try #require(try await room.access.session(token))
    }

    @Test("a verified mail address links one invited person, and never skips the second factor at once", arguments: Backend.available)
    func mail(_ backend: Backend) async throws {
        try await serve(backend) { room, provider, book, state in
            func person(_ handle: String, _ email: String) async throws -> Person {
                let draft = PersonDraft(handle: handle, name: "Người \(handle)", email: email)
                return try await room.access.enter(draft, as: .editor, on: room.site.id, by: nil, from: AccessRoom.caller).person
            }
            let lan = try await person("lan", "Lan@anson.test")
            func come(_ claims: [String: Any]) async throws -> LiveSession { try await signIn(claims, room, provider, book, state) }
            // Not verified; nobody's; two people's.
            await #expect(throws: AccessRefusal.providerStranger("Sở")) { try await come(["sub": "1", "email": "lan@anson.test"]) }
            await #expect(throws: AccessRefusal.providerStranger("Sở")) {
                try await come(["sub": "1", "email": "ai@anson.test", "email_verified": true])
            }
            _ = try await person("minh", "chung@anson.test")
            _ = try await person("nga", "chung@anson.test")
            await #expect(throws: AccessRefusal.providerStranger("Sở")) {
                try await come(["sub": "2", "email": "chung@anson.test", "email_verified": true])
            }
            let claims: [String: Any] = ["sub": "1", "email": "lan@anson.test", "email_verified": true, "acr": "cao"]
            let first = try await come(claims)
            #expect(first.person.id == lan.id && first.level == .half)
            #expect(try await come(claims).level == .full)
            // Somebody else at the provider who now has that address finds the person linked already.
            await #expect(throws: AccessRefusal.providerStranger("Sở")) {
                try await come(["sub": "9", "email": "lan@anson.test", "email_verified": true])
            }
            // Without a role there is nothing to come in for.
            let old = try await person("cu", "cu@anson.test")
            try await room.access.revoke(.editor, from: old.id, on: room.site.id, by: nil, caller: AccessRoom.caller)
            await #expect(throws: AccessRefusal.providerStranger("Sở")) {
                try await come(["sub": "3", "email": "cu@anson.test", "email_verified": true])
            }
            await #expect(throws: AccessRefusal.providerRefused("Sở")) { try await come(["sub": "1", "nonce": "khác"]) }
        }
        try await serve(backend, linksByMail: false) { room, provider, book, state in
            let draft = PersonDraft(handle: "lan", name: "Lan", email: "lan@anson.test")
            _ = try await room.access.enter(draft, as: .editor, on: room.site.id, by: nil, from: AccessRoom.caller)
            await #expect(throws: AccessRefusal.providerStranger("Sở")) {
                try await signIn(["sub": "1", "email": "lan@anson.test", "email_verified": true], room, provider, book, state)
            }
        }
    }

    @Test("a provider whose document is another's, or leads into the clear, is not used")
    func document() async throws {
        for wrong in [
            ["issuer": "https://evil.example"], ["authorization_endpoint": "http://sso.anson.test/authorize"], ["token_endpoint": "ftp://x"],
            ["jwks_uri": "7"], ["authorization_endpoint": "javascript:alert(1)"],
        ] as [[String: String]] {
            try await serve(.sqlite, document: wrong) { room, provider, book, _ in
                await #expect(throws: AccessRefusal.providerAway("Sở")) {
                    try await room.access.beginProvider(provider, in: book, redirect: "https://desk.anson.test/ve", onward: nil)
                }
            }
        }
        let away = SignInProvider(name: "so", label: "Sở", issuer: "http://127.0.0.1:1", clientID: "x", secret: nil)
        try await AccessRoom.with(.sqlite) { room in
            await #expect(throws: AccessRefusal.providerAway("Sở")) {
                try await room.access.beginProvider(away, in: try ProviderBook([away], agent: "x"), redirect: "https://d.test/ve", onward: nil)
            }
        }
    }

    @Test("issuers are addresses over TLS, or this machine")
    func issuers() {
        for good in ["https://sso.gov.vn", "https://sso.gov.vn/realms/a", "http://localhost:8080", "http://127.0.0.1:1"] {
            #expect(SignInProvider.isIssuer(good))
        }
        for bad in [
            "", "sso.gov.vn", "http://sso.gov.vn", "https://", "https://a/?x=1", "https://a@b", "javascript:x", "http://localhost.evil.example",
        ] {
            #expect(!SignInProvider.isIssuer(bad), "\(bad)")
        }
    }
}
