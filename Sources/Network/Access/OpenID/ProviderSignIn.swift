import Crypto
import Foundation
import Outbound
import PublicRecord
public import Store
public import Vietnamese

/// Somebody's account at a provider, linked to their account here.
public struct ProviderLink: Sendable, Hashable {
    public enum Way: String, Sendable, SQLBindable, SQLReadable {
        /// The person did it, signed in.
        case chosen
        /// By the verified mail address of somebody invited.
        case mail
    }

    public let issuer: String
    public let provider: String
    public let way: Way
    public let linkedAt: Instant
    public let usedAt: Instant?
}

/// A way to a provider and back: what the browser keeps while it is away, sealed.
struct ProviderErrand: Codable {
    let provider: String
    let state: String
    let nonce: String
    let verifier: String
    let onward: String?
    /// Of the session that wants a link; nil for a sign-in.
    let session: String?
    /// Epoch milliseconds.
    let end: Int64
}

/// What came back.
public enum ProviderOutcome: Sendable {
    /// A session: half (our second factor comes next) or full. And where to go on.
    case session(SecretToken, onward: String?)
    case linked(Person, SignInProvider)
}

extension Access {
    private static let errandSeconds: Int64 = 600

    /// Sends somebody to a provider.
    /// - Parameters:
    ///   - session: of somebody signed in who wants to link the account; nil to sign in.
    ///   - redirect: where the provider sends them back: an address of the desk.
    /// - Returns: where the browser goes, and what it keeps meanwhile.
    public func beginProvider(
        _ provider: SignInProvider,
        in book: ProviderBook,
        redirect: String,
        onward: String?,
        linking session: LiveSession? = nil
    )
        async throws -> (address: String, kept: String)
    {
        guard let facts = book.facts(of: provider) else { throw AccessRefusal.providerUnknown }
        let now = clock.now()
        let document: ProviderFacts.Document
        do { document = try await facts.document(at: now) } catch { throw AccessRefusal.providerAway(provider.label) }
        let errand = ProviderErrand(
            provider: provider.name,
            state: Base64URL.encode(RandomBytes.make(24)),
            nonce: Base64URL.encode(RandomBytes.make(24)),
            verifier: Base64URL.encode(RandomBytes.make(32)),
            onward: onward,
            session: session.map { "\($0.id)" },
            end: now.adding(seconds: Self.errandSeconds).rawValue
        )
        let query = [
            ("response_type", "code"), ("client_id", provider.clientID), ("redirect_uri", redirect), ("scope", "openid email"),
            ("state", errand.state), ("nonce", errand.nonce), ("code_challenge", Base64URL.encode(SHA256.hash(data: Array(errand.verifier.utf8)))),
            ("code_challenge_method", "S256"),
        ].map { "\($0.0)=\(Self.encode($0.1))" }.joined(separator: "&")
        let base = document.authorization.description
        let kept = try safe.seal(Array(JSONText.encode(errand).utf8), as: "errand")
        return (base + (base.contains("?") ? "&" : "?") + query, Base64URL.encode(kept))
    }

    /// What the provider sent back by way of the browser.
    public struct ProviderAnswer: Sendable {
        public var state: String
        public var code: String
        public var issuer: String?
        /// What the browser kept.
        public var kept: String

        public init(state: String, code: String, issuer: String?, kept: String) {
            self.state = state
            self.code = code
            self.issuer = issuer
            self.kept = kept
        }
    }

    /// Takes the answer, once.
    /// - Parameter session: of whoever's browser it is.
    public func finishProvider(
        _ provider: SignInProvider,
        in book: ProviderBook,
        _ answer: ProviderAnswer,
        session: LiveSession?,
        redirect: String,
        from caller: Caller
    )
        async throws -> ProviderOutcome
    {
        guard let facts = book.facts(of: provider) else { throw AccessRefusal.providerUnknown }
        let now = clock.now()
        do {
            let errand = try await take(answer, provider, at: now)
            let document = try await facts.document(at: now)
            guard document.saysIssuer ? answer.issuer == provider.issuer : answer.issuer == nil || answer.issuer == provider.issuer else {
                throw ProviderDoubt("issuer")
            }
            guard (1...4096).contains(answer.code.utf8.count) else { throw ProviderDoubt("code") }
            let text = try await facts.redeem(code: answer.code, verifier: errand.verifier, redirect: redirect, at: now)
            let keys = try await facts.keys(for: IdentityToken.header(of: text), at: now)
            let token = try IdentityToken(text, keys: keys, provider: provider, nonce: errand.nonce, at: now)
            if let wanted = errand.session {
                // The one who went out to link an account must be the one who comes back.
                guard let session, session.level == .full, "\(session.id)" == wanted else { throw AccessRefusal.sessionUnknown }
                return try await link(token, provider, to: session.person, from: caller)
            }
            return .session(try await signIn(token, provider, from: caller), onward: errand.onward)
        } catch let doubt as ProviderDoubt {
            try await refuse(provider, doubt.word, caller)
            throw AccessRefusal.providerRefused(provider.label)
        } catch let refusal as AccessRefusal {
            try await refuse(provider, refusal.key, caller)
            throw refusal
        } catch let fault as StoreFault { throw fault } catch {
            try await refuse(provider, "away", caller)
            throw AccessRefusal.providerAway(provider.label)
        }
    }

    private func refuse(_ provider: SignInProvider, _ word: String, _ caller: Caller) async throws {
        try await database.write { try note(.providerRefused, .refused, by: nil, detail: "\(provider.name) \(word)", from: caller, in: $0) }
    }

    private func take(_ answer: ProviderAnswer, _ provider: SignInProvider, at now: Instant) async throws -> ProviderErrand {
        guard answer.kept.utf8.count <= 4096, let sealed = Base64URL.decode(answer.kept), let bytes = try? safe.open(sealed, as: "errand"),
            let errand = try? JSONDecoder().decode(ProviderErrand.self, from: Data(bytes))
        else { throw AccessRefusal.challengeOver }
        let left = errand.end - now.rawValue
        guard errand.provider == provider.name, left > 0, left <= Self.errandSeconds * 1000 + 1000,
            Challenges.isSame(Array(errand.state.utf8), Array(answer.state.utf8))
        else { throw AccessRefusal.challengeOver }
        try await database.write { db in
            try Challenges.use([UInt8](SHA256.hash(data: Array(errand.state.utf8))), until: Instant(rawValue: errand.end), at: now, in: db)
        }
        return errand
    }

    private func signIn(_ token: IdentityToken, _ provider: SignInProvider, from caller: Caller) async throws -> SecretToken {
        let now = clock.now()
        return try await database.write { db in
            var person: Person
            var isNew = false
            let known = try db.value(
                "SELECT person FROM access_provider_link WHERE issuer = \(provider.issuer) AND subject = \(token.subject)",
                as: PersonID.self
            )
            if let known {
                person = try People.person(known, in: db)
            } else {
                person = try invited(token, provider, at: now, in: db)
                isNew = true
            }
            guard person.isActive, let account = try Account.read(person.id, in: db) else { throw AccessRefusal.providerStranger(provider.label) }
            if isDormant(account, at: now) { throw AccessRefusal.dormant(days: Int(policy.dormantSeconds / 86_400)) }
            if isNew { try insert(token, provider, person, .mail, at: now, from: caller, in: db) }
            try db.execute(
                "UPDATE access_provider_link SET used_at = \(now) WHERE issuer = \(provider.issuer) AND subject = \(token.subject)"
            )
            // A link that a mail address made a moment ago has not yet earned that the second factor is left out.
            let isSufficient =
                !isNew && (token.acr.map(provider.sufficientACR.contains) ?? false || !provider.sufficientAMR.isDisjoint(with: token.amr))
            if isSufficient {
                try db.execute("UPDATE access_account SET signed_in_at = \(now) WHERE person = \(person.id)")
                try note(.secondFactor, by: person, on: person.handle, detail: "provider \(provider.name)", from: caller, in: db)
            } else {
                try note(.signIn, by: person, on: person.handle, detail: "provider \(provider.name)", from: caller, in: db)
            }
            return try begin(isSufficient ? .full : .half, person.id, factor: isSufficient ? "provider" : nil, from: caller, in: db)
        }
    }

    /// The one person with this verified address who was invited and holds a role. Nobody is made, and nobody is guessed among several.
    private func invited(_ token: IdentityToken, _ provider: SignInProvider, at now: Instant, in db: any Connection) throws -> Person {
        guard provider.linksByMail, let email = token.email else { throw AccessRefusal.providerStranger(provider.label) }
        let found = try db.column(
            """
            SELECT p.id FROM person p JOIN access_account a ON a.person = p.id
            WHERE lower(p.email) = \(email) AND p.is_active = 1
                AND NOT EXISTS (SELECT 1 FROM access_provider_link l WHERE l.person = p.id AND l.issuer = \(provider.issuer))
                AND EXISTS (SELECT 1 FROM person_role r WHERE r.person = p.id AND r.valid_from <= \(now) AND (r.valid_to IS NULL OR r.valid_to > \(now)))
            LIMIT 2
            """,
            as: PersonID.self
        )
        guard found.count == 1 else { throw AccessRefusal.providerStranger(provider.label) }
        return try People.person(found[0], in: db)
    }

    private func insert(
        _ token: IdentityToken,
        _ provider: SignInProvider,
        _ person: Person,
        _ way: ProviderLink.Way,
        at now: Instant,
        from caller: Caller,
        in db: any Connection
    ) throws {
        let added = try db.execute(
            """
            INSERT INTO access_provider_link (issuer, subject, person, provider, way, linked_at)
            VALUES (\(provider.issuer), \(token.subject), \(person.id), \(provider.name), \(way), \(now)) ON CONFLICT DO NOTHING
            """
        )
        guard added == 1 else { throw AccessRefusal.providerTaken(provider.label) }
        try note(.providerLinked, by: person, on: person.handle, detail: "\(provider.name) \(way.rawValue)", from: caller, in: db)
    }

    private func link(_ token: IdentityToken, _ provider: SignInProvider, to person: Person, from caller: Caller) async throws -> ProviderOutcome {
        let now = clock.now()
        return try await database.write { db in
            try insert(token, provider, person, .chosen, at: now, from: caller, in: db)
            return .linked(person, provider)
        }
    }

    public func providerLinks(of person: PersonID, in db: any Connection) throws -> [ProviderLink] {
        try db.rows("SELECT issuer, provider, way, linked_at, used_at FROM access_provider_link WHERE person = \(person) ORDER BY linked_at, issuer")
            .map {
                ProviderLink(issuer: try $0[0], provider: try $0[1], way: try $0[2], linkedAt: try $0[3], usedAt: try $0[4])
            }
    }

    /// Takes a link away; the other sessions of the person end.
    public func unlinkProvider(_ issuer: String, _ session: LiveSession, password: String, from caller: Caller) async throws {
        try await provePassword(session, password)
        let person = session.person
        try await database.write { db in
            let name = try db.value("SELECT provider FROM access_provider_link WHERE person = \(person.id) AND issuer = \(issuer)", as: String.self)
            guard let name else { throw AccessRefusal.providerUnknown }
            try db.execute("DELETE FROM access_provider_link WHERE person = \(person.id) AND issuer = \(issuer)")
            try endAll(of: person.id, but: session.id, in: db)
            try note(.providerUnlinked, by: person, on: person.handle, detail: name, from: caller, in: db)
        }
    }

    private static func encode(_ text: String) -> String {
        text.utf8.map { byte in
            let isPlain = (97...122).contains(byte) || (65...90).contains(byte) || (48...57).contains(byte) || "-._~".utf8.contains(byte)
            return isPlain ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }.joined()
    }
}
