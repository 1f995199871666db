import Outbound

/// A sign-in provider (OpenID Connect) as the operator names it.
public struct SignInProvider: Sendable, Hashable {
    /// In addresses and in the trail: `a-z0-9-`.
    public let name: String
    /// What people read on the button.
    public let label: String
    /// Exactly as the provider writes it itself.
    public let issuer: String
    public let clientID: String
    let secret: String?
    /// Values of `acr` that make our own second factor superfluous.
    public let sufficientACR: Set<String>
    /// Values of `amr` that do, if one of them is there.
    public let sufficientAMR: Set<String>
    /// Whether a verified mail address links to the one invited person who has it.
    public let linksByMail: Bool
    /// PEM file of certificates to trust beside the system's.
    public let roots: String?

    public init(
        name: String,
        label: String,
        issuer: String,
        clientID: String,
        secret: String?,
        sufficientACR: Set<String> = [],
        sufficientAMR: Set<String> = [],
        linksByMail: Bool = false,
        roots: String? = nil
    ) {
        self.name = name
        self.label = label
        self.issuer = issuer
        self.clientID = clientID
        self.secret = secret
        self.sufficientACR = sufficientACR
        self.sufficientAMR = sufficientAMR
        self.linksByMail = linksByMail
        self.roots = roots
    }

    /// Whether an address may be an issuer: HTTPS, or this very machine.
    public static func isIssuer(_ text: String) -> Bool { endpoint(text) != nil && !text.contains("?") }

    /// An endpoint as a provider's document names it. Nil for what must not be called: no HTTPS, unless the host is this machine.
    static func endpoint(_ text: String?) -> ForeignAddress? {
        guard let text, let address = try? ForeignAddress(text) else { return nil }
        if address.scheme == .https { return address }
        return ["localhost", "127.0.0.1", "[::1]"].contains("\(address.host)") ? address : nil
    }
}

/// Why a provider's answer is not believed, in one word for the trail.
struct ProviderDoubt: Error, Equatable {
    let word: String
    init(_ word: String) { self.word = word }
}
