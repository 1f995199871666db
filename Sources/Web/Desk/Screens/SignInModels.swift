import PortalNetwork
import RichText
import Vietnamese

struct SignInScreen: DeskModel {
    let frame: DeskFrame
    let action: String
    let handle: String
    let error: String?
    let question: PasskeyQuestion
    let passkeyAction: String
    let providers: [DeskLink]

    static let shape: Shape<SignInScreen> = [
        .one("desk", \.frame), .text("action", \.action), .text("given", \.handle), .text("error", \.error), .one("question", \.question),
        .text("passkeyAction", \.passkeyAction), .many("providers", \.providers),
    ]
}

struct CodeScreen: DeskModel {
    let frame: DeskFrame
    let action: String
    let greeting: String
    let error: String?
    let question: PasskeyQuestion?
    let passkeyAction: String
    let hasAuthenticator: Bool
    let demoHint: String?

    static let shape: Shape<CodeScreen> = [
        .one("desk", \.frame), .text("action", \.action), .text("greeting", \.greeting), .text("error", \.error), .one("question", \.question),
        .text("passkeyAction", \.passkeyAction), .flag("hasAuthenticator", \.hasAuthenticator), .text("demoHint", \.demoHint),
    ]
}

/// Setting up an authenticator: by its QR code, or by typing.
struct EnrolmentScreen: DeskModel {
    let frame: DeskFrame
    let action: String
    let isFirst: Bool
    let secret: String
    let code: Markup?
    let error: String?
    /// For a first second factor: a passkey instead.
    let question: PasskeyQuestion?
    let passkeyAction: String

    static func make(
        _ desk: Desk,
        _ visit: DeskVisit,
        _ session: LiveSession,
        action: String,
        isFirst: Bool,
        error: (any Refusal)?
    ) async throws -> EnrolmentScreen {
        let enrolment = try await desk.access.beginEnrolment(session)
        return EnrolmentScreen(
            frame: DeskFrame(
                desk,
                visit,
                title: visit.word("desk.enrol.title"),
                current: isFirst ? nil : "account",
                scripts: isFirst ? ["desk-passkey.js"] : []
            ),
            action: action,
            isFirst: isFirst,
            secret: enrolment.secret,
            code: QRCode.svg(enrolment.address, label: visit.word("desk.enrol.code-label")),
            error: error.map(visit.said),
            question: isFirst ? .create(visit, session, []) : nil,
            passkeyAction: "/desk/thiet-lap/khoa" + (visit.onward.map { "?tiep=\($0)" } ?? "")
        )
    }

    static let shape: Shape<EnrolmentScreen> = [
        .one("desk", \.frame), .text("action", \.action), .flag("first", \.isFirst), .text("secret", \.secret), .markup("code", \.code),
        .text("error", \.error), .one("question", \.question), .text("passkeyAction", \.passkeyAction),
    ]
}

struct RecoveryScreen: DeskModel {
    let frame: DeskFrame
    let codes: [String]
    let onward: String

    static let shape: Shape<RecoveryScreen> = [.one("desk", \.frame), .texts("codes", \.codes), .text("onward", \.onward)]
}

struct InvitationScreen: DeskModel {
    let frame: DeskFrame
    let token: String
    let greeting: String
    let handle: String
    let expires: String
    let error: String?

    static let shape: Shape<InvitationScreen> = [
        .one("desk", \.frame), .text("token", \.token), .text("greeting", \.greeting), .text("given", \.handle), .text("expires", \.expires),
        .text("error", \.error),
    ]
}

extension PageTemplate where Model == SignInScreen { static var signIn: Self { Self("desk.sign-in", bare: true) } }
extension PageTemplate where Model == CodeScreen { static var secondFactor: Self { Self("desk.second-factor", bare: true) } }
extension PageTemplate where Model == EnrolmentScreen { static var enrolment: Self { Self("desk.enrolment", bare: true) } }
extension PageTemplate where Model == RecoveryScreen { static var recovery: Self { Self("desk.recovery", bare: true) } }
extension PageTemplate where Model == InvitationScreen { static var invitation: Self { Self("desk.invitation", bare: true) } }
