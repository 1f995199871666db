import Foundation
public import Outbound
public import Vietnamese

/// What is known of one provider: its document and its keys, asked for when they are needed and kept for an hour.
actor ProviderFacts {
    struct Document: Sendable {
        let authorization: ForeignAddress
        let token: ForeignAddress
        let keys: ForeignAddress
        /// Whether the client's secret goes into the head (`client_secret_basic`) or the form.
        let isBasic: Bool
        let saysIssuer: Bool
    }

    private struct File: Decodable {
        let issuer: String
        let authorization_endpoint: String
        let token_endpoint: String
        let jwks_uri: String
        let token_endpoint_auth_methods_supported: [String]?
        let authorization_response_iss_parameter_supported: Bool?
    }

    private static let keptSeconds: Int64 = 3600
    /// However many unknown keys tokens name, the provider is not asked more often.
    private static let pauseSeconds: Int64 = 30

    private let provider: SignInProvider
    private let caller: EndpointCaller
    private var document: (Document, Instant)?
    private var keys: (ProviderKeys, Instant)?
    /// When it last did not answer soundly: not asked again at once, however many people press its button.
    private var failedAt: Instant?

    init(_ provider: SignInProvider, caller: EndpointCaller) {
        self.provider = provider
        self.caller = caller
    }

    private static func isFresh(_ since: Instant, _ now: Instant, _ seconds: Int64) -> Bool { abs(now.rawValue - since.rawValue) < seconds * 1000 }

    func document(at now: Instant) async throws -> Document {
        if let (document, since) = document, Self.isFresh(since, now, Self.keptSeconds) { return document }
        if let failedAt, Self.isFresh(failedAt, now, Self.pauseSeconds) { throw ProviderDoubt("away") }
        do {
            let found = try await askForDocument()
            document = (found, now)
            failedAt = nil
            return found
        } catch {
            failedAt = now
            throw error
        }
    }

    private func askForDocument() async throws -> Document {
        let base = provider.issuer.hasSuffix("/") ? String(provider.issuer.dropLast()) : provider.issuer
        guard let address = SignInProvider.endpoint(base + "/.well-known/openid-configuration") else { throw ProviderDoubt("issuer") }
        let answer = try await caller.get(address)
        guard answer.status == 200, let file = try? JSONDecoder().decode(File.self, from: Data(answer.body)) else { throw ProviderDoubt("document") }
        // A document of somebody else's would send our people's codes to them.
        guard file.issuer == provider.issuer else { throw ProviderDoubt("issuer") }
        guard let authorization = SignInProvider.endpoint(file.authorization_endpoint), let token = SignInProvider.endpoint(file.token_endpoint),
            let keys = SignInProvider.endpoint(file.jwks_uri)
        else { throw ProviderDoubt("document") }
        let ways = file.token_endpoint_auth_methods_supported ?? ["client_secret_basic"]
        return Document(
            authorization: authorization,
            token: token,
            keys: keys,
            isBasic: ways.contains("client_secret_basic") || !ways.contains("client_secret_post"),
            saysIssuer: file.authorization_response_iss_parameter_supported ?? false
        )
    }

    /// The keys; asked for anew when a token names one that is not among them (a rotation).
    func keys(for header: IdentityToken.Header, at now: Instant) async throws -> ProviderKeys {
        if let (keys, since) = keys {
            let knows = !keys.candidates(header.kid, header.alg).isEmpty
            if knows, Self.isFresh(since, now, Self.keptSeconds) { return keys }
            if !knows, Self.isFresh(since, now, Self.pauseSeconds) { return keys }
        }
        let answer = try await caller.get(try await document(at: now).keys)
        guard answer.status == 200 else { throw ProviderDoubt("keys") }
        let found = try ProviderKeys(answer.body)
        keys = (found, now)
        return found
    }

    private struct Granted: Decodable { let id_token: String? }

    /// The code that came by way of the browser, for a token.
    func redeem(code: String, verifier: String, redirect: String, at now: Instant) async throws -> String {
        let document = try await document(at: now)
        var form = [("grant_type", "authorization_code"), ("code", code), ("redirect_uri", redirect), ("code_verifier", verifier)]
        var basic: (String, String)?
        if let secret = provider.secret, document.isBasic {
            basic = (provider.clientID, secret)
        } else {
            form.append(("client_id", provider.clientID))
            if let secret = provider.secret { form.append(("client_secret", secret)) }
        }
        let answer = try await caller.post(document.token, form: form, basic: basic)
        guard answer.status == 200, let token = try? JSONDecoder().decode(Granted.self, from: Data(answer.body)).id_token else {
            throw ProviderDoubt("code")
        }
        return token
    }
}

/// The providers of an installation.
public struct ProviderBook: Sendable {
    public let providers: [SignInProvider]
    private let facts: [String: ProviderFacts]

    public static let none = ProviderBook()

    private init() { (providers, facts) = ([], [:]) }

    public init(_ providers: [SignInProvider], agent: String, limits: FetchLimits = .endpoint) throws {
        self.providers = providers
        var facts: [String: ProviderFacts] = [:]
        for provider in providers {
            facts[provider.name] = ProviderFacts(provider, caller: try EndpointCaller(agent: agent, roots: provider.roots, limits: limits))
        }
        self.facts = facts
    }

    public subscript(_ name: String) -> SignInProvider? { providers.first { $0.name == name } }

    func facts(of provider: SignInProvider) -> ProviderFacts? { facts[provider.name] }
}
