import PortalNetwork
import Vietnamese

/// What the script needs to ask an authenticator: the attributes of a form.
struct PasskeyQuestion: PageModel {
    let challenge: String
    let host: String
    /// `create` or `get`.
    let kind: String
    /// `required`, `preferred`.
    let verification: String
    /// Those that may answer, or (where one is made) must not: `id:transports`, separated by blanks.
    let credentials: String
    let user: String
    let userName: String
    let userTitle: String

    private static func list(_ passkeys: [Passkey]) -> String {
        passkeys.map { "\($0.credentialText):\($0.transports)" }.joined(separator: " ")
    }

    /// For somebody whom the authenticator alone must recognise.
    static func signIn(_ visit: DeskVisit) -> PasskeyQuestion { get(visit, .signIn, verification: "required", []) }

    /// Behind a password: one of these passkeys.
    static func second(_ visit: DeskVisit, _ session: LiveSession, _ passkeys: [Passkey]) -> PasskeyQuestion {
        get(visit, .secondStep(session.id), verification: "preferred", passkeys)
    }

    private static func get(_ visit: DeskVisit, _ purpose: PasskeyPurpose, verification: String, _ passkeys: [Passkey]) -> PasskeyQuestion {
        PasskeyQuestion(
            challenge: visit.desk.access.passkeyChallenge(purpose, for: visit.formSecret),
            host: visit.desk.host,
            kind: "get",
            verification: verification,
            credentials: list(passkeys),
            user: "",
            userName: "",
            userTitle: ""
        )
    }

    static func create(_ visit: DeskVisit, _ session: LiveSession, _ passkeys: [Passkey]) -> PasskeyQuestion {
        PasskeyQuestion(
            challenge: visit.desk.access.passkeyChallenge(.registration(session.id), for: visit.formSecret),
            host: visit.desk.host,
            kind: "create",
            verification: "preferred",
            credentials: list(passkeys),
            user: PortalNetwork.Access.userHandle(of: session.person.id),
            userName: session.person.handle,
            userTitle: session.person.name
        )
    }

    static let shape: Shape<PasskeyQuestion> = [
        .text("challenge", \.challenge), .text("host", \.host), .text("kind", \.kind), .text("verification", \.verification),
        .text("credentials", \.credentials), .text("user", \.user), .text("userName", \.userName), .text("userTitle", \.userTitle),
    ]
}

extension FormFields {
    var assertion: PasskeyAssertion {
        PasskeyAssertion(credential: self["khoa"], clientData: self["du-lieu"], authenticatorData: self["may"], signature: self["chu-ky"])
    }

    var registration: PasskeyRegistration {
        PasskeyRegistration(clientData: self["du-lieu"], attestation: self["may"], transports: self["duong"])
    }
}

/// A passkey in its owner's list.
struct PasskeyRow: PageModel {
    let id: String
    let name: String
    let since: String
    let used: String?
    let isSynced: Bool

    init(_ passkey: Passkey, _ visit: DeskVisit) {
        id = "\(passkey.id)"
        name = passkey.name
        since = visit.time(passkey.createdAt)
        used = passkey.usedAt.map(visit.time)
        isSynced = passkey.isSynced
    }

    static let shape: Shape<PasskeyRow> = [
        .text("id", \.id), .text("name", \.name), .text("since", \.since), .text("used", \.used), .flag("synced", \.isSynced),
    ]
}

/// An account at a provider in its owner's list.
struct ProviderRow: PageModel {
    let name: String
    let label: String
    /// Nil while it is not linked.
    let since: String?
    let used: String?
    let issuer: String

    static let shape: Shape<ProviderRow> = [
        .text("name", \.name), .text("label", \.label), .text("since", \.since), .text("used", \.used), .text("issuer", \.issuer),
    ]
}

/// Passkeys, the authenticator and accounts at providers: what somebody signs in with beside the password.
struct PasskeyScreen: DeskModel {
    let frame: DeskFrame
    let question: PasskeyQuestion
    let suggestion: String
    let passkeys: [PasskeyRow]
    let mayRemovePasskeys: Bool
    let mayRemoveAuthenticator: Bool
    let providers: [ProviderRow]
    let error: String?

    static let shape: Shape<PasskeyScreen> = [
        .one("desk", \.frame), .one("question", \.question), .text("suggestion", \.suggestion), .many("passkeys", \.passkeys),
        .flag("mayRemove", \.mayRemovePasskeys), .flag("mayRemoveAuthenticator", \.mayRemoveAuthenticator), .many("providers", \.providers),
        .text("error", \.error),
    ]
}

/// The last step before somebody leaves for a provider.
struct ProviderGoScreen: DeskModel {
    let frame: DeskFrame
    let label: String
    let address: String

    static let shape: Shape<ProviderGoScreen> = [.one("desk", \.frame), .text("label", \.label), .text("address", \.address)]
}

extension PageTemplate where Model == PasskeyScreen { static var passkey: Self { Self("desk.passkeys", bare: true) } }
extension PageTemplate where Model == ProviderGoScreen { static var providerGo: Self { Self("desk.provider-go", bare: true) } }
