import HTTPTypes
import Hummingbird
import PortalNetwork
import RichText
import Store
import Vietnamese

/// Coming in: name and password, the second factor or its setting up, the link of an invitation; and going out.
struct SignInScreens: Sendable {
    let desk: Desk

    func add(to routes: inout DeskRoutes) {
        routes.on(.get, "/dang-nhap") { (context: OpenContext) in try signIn(context.visit) }
        routes.on(.post, "/dang-nhap") { (context: OpenContext) in try await takeSignIn(context.visit) }
        routes.on(.get, "/xac-thuc") { (context: HalfContext) in try await second(context) }
        routes.on(.post, "/xac-thuc") { (context: HalfContext) in try await takeSecond(context) }
        routes.on(.get, "/thiet-lap") { (context: HalfContext) in try await enrolment(context) }
        routes.on(.post, "/thiet-lap") { (context: HalfContext) in try await takeEnrolment(context) }
        routes.on(.post, "/huy") { (context: HalfContext) in try await leave(context.session, context.visit) }
        routes.on(.post, "/dang-xuat") { (context: SignedInContext) in try await leave(context.session, context.visit) }
        routes.on(.get, "/loi-moi") { (context: OpenContext) in try await invitation(context.visit) }
        routes.on(.post, "/loi-moi") { (context: OpenContext) in try await takeInvitation(context.visit) }
        routes.on(.post, "/ngon-ngu") { (context: OpenContext) in language(context.visit) }
    }

    // MARK: - Name and password

    func signIn(_ visit: DeskVisit, handle: String = "", error: (any Refusal)? = nil) throws -> DeskAnswer {
        if error == nil, visit.session?.level == .full { return .redirect(visit.onward ?? DeskAddress.home) }
        let screen = SignInScreen(
            frame: DeskFrame(desk, visit, title: visit.word("desk.sign-in.title"), scripts: ["desk-passkey.js"]),
            action: address(DeskAddress.signIn, visit),
            handle: handle,
            error: error.map(visit.said),
            question: .signIn(visit),
            passkeyAction: address(DeskAddress.signIn + "/khoa", visit),
            providers: desk.providers.providers.map { DeskLink($0.label, address(DeskAddress.provider($0.name), visit)) }
        )
        return try .page(.signIn, screen, visit, status: error == nil ? .ok : .unprocessableContent)
    }

    private func takeSignIn(_ visit: DeskVisit) async throws -> DeskAnswer {
        let handle = visit.form["ten"]
        do {
            let token = try await desk.access.signIn(handle: handle, password: visit.form["mat-khau"], from: visit.caller)
            guard let session = try await desk.access.session(token) else { throw AccessRefusal.sessionUnknown }
            return .redirect(address(session.hasSecondFactor ? DeskAddress.secondFactor : DeskAddress.enrolment, visit)).cookie(cookie(token))
        } catch let refusal as AccessRefusal {
            return try signIn(visit, handle: String(handle.prefix(64)), error: refusal)
        }
    }

    // MARK: - The second step

    func second(_ context: HalfContext, error: (any Refusal)? = nil) async throws -> DeskAnswer {
        let visit = context.visit
        guard context.session.hasSecondFactor else { return .redirect(address(DeskAddress.enrolment, visit)) }
        let passkeys = context.session.hasPasskey ? try await desk.access.passkeys(of: context.session.person.id) : []
        let screen = CodeScreen(
            frame: DeskFrame(desk, visit, title: visit.word("desk.second.title"), scripts: passkeys.isEmpty ? [] : ["desk-passkey.js"]),
            action: address(DeskAddress.secondFactor, visit),
            greeting: visit.word("desk.second.for", ["name": context.session.person.name]),
            error: error.map(visit.said),
            question: passkeys.isEmpty ? nil : .second(visit, context.session, passkeys),
            passkeyAction: address(DeskAddress.secondFactor + "/khoa", visit),
            hasAuthenticator: context.session.hasAuthenticator,
            demoHint: desk.isDemo ? "caunoi user code \(context.session.person.handle)" : nil
        )
        return try .page(.secondFactor, screen, visit, status: error == nil ? .ok : .unprocessableContent)
    }

    private func takeSecond(_ context: HalfContext) async throws -> DeskAnswer {
        do {
            let token = try await desk.access.confirm(context.session, code: context.visit.form["ma"], from: context.visit.caller)
            return .redirect(context.visit.onward ?? DeskAddress.home).cookie(cookie(token))
        } catch AccessRefusal.sessionUnknown {
            return .redirect(DeskAddress.signIn)
        } catch let refusal as AccessRefusal {
            return try await second(context, error: refusal)
        }
    }

    func enrolment(_ context: HalfContext, error: (any Refusal)? = nil) async throws -> DeskAnswer {
        let visit = context.visit
        guard !context.session.hasSecondFactor else { return .redirect(address(DeskAddress.secondFactor, visit)) }
        let screen = try await EnrolmentScreen.make(
            desk,
            visit,
            context.session,
            action: address(DeskAddress.enrolment, visit),
            isFirst: true,
            error: error
        )
        return try .page(.enrolment, screen, visit, status: error == nil ? .ok : .unprocessableContent)
    }

    private func takeEnrolment(_ context: HalfContext) async throws -> DeskAnswer {
        let visit = context.visit
        do {
            let (token, codes) = try await desk.access.completeEnrolment(context.session, code: visit.form["ma"], from: visit.caller)
            guard let token else { return .redirect(DeskAddress.signIn) }
            let screen = RecoveryScreen(
                frame: DeskFrame(desk, visit, title: visit.word("desk.recovery.title"), fresh: token),
                codes: codes,
                onward: visit.onward ?? DeskAddress.home
            )
            return try DeskAnswer.page(.recovery, screen, visit).cookie(cookie(token))
        } catch let refusal as AccessRefusal {
            return try await enrolment(context, error: refusal)
        }
    }

    // MARK: - Going

    private func leave(_ session: LiveSession, _ visit: DeskVisit) async throws -> DeskAnswer {
        try await desk.access.signOut(session, from: visit.caller)
        return .redirect(DeskAddress.signIn + "?da=dang-xuat").cookie(desk.cookies.set(desk.cookies.session, nil))
    }

    // MARK: - Invitations

    private func invitation(_ visit: DeskVisit, error: (any Refusal)? = nil) async throws -> DeskAnswer {
        let typed = visit.form.text("ma") ?? visit.query["ma"]
        guard let token = SecretToken(typed) else { throw AccessRefusal.invitationInvalid }
        let invitation = try await desk.access.invitation(token)
        let screen = InvitationScreen(
            frame: DeskFrame(desk, visit, title: visit.word("desk.invitation.\(invitation.purpose.rawValue)")),
            token: token.text,
            greeting: visit.word("desk.invitation.for", ["name": invitation.person.name]),
            handle: invitation.person.handle,
            expires: visit.word("desk.invitation.expires", ["when": invitation.expiresAt.text(.numeric)]),
            error: error.map(visit.said)
        )
        return try .page(.invitation, screen, visit, status: error == nil ? .ok : .unprocessableContent)
    }

    private func takeInvitation(_ visit: DeskVisit) async throws -> DeskAnswer {
        do {
            guard let token = SecretToken(visit.form["ma"]) else { throw AccessRefusal.invitationInvalid }
            guard visit.form["moi"] == visit.form["lai"] else { throw AccessRefusal.passwordsDiffer }
            _ = try await desk.access.accept(token, password: visit.form["moi"], from: visit.caller)
            return .redirect(DeskAddress.signIn + "?da=mat-khau-moi")
        } catch AccessRefusal.invitationInvalid {
            throw AccessRefusal.invitationInvalid
        } catch let refusal as AccessRefusal {
            return try await invitation(visit, error: refusal)
        }
    }

    // MARK: - Language

    private func language(_ visit: DeskVisit) -> DeskAnswer {
        let back = visit.onward ?? DeskAddress.home
        guard let language = Language(rawValue: visit.form["ngon-ngu"]) else { return .redirect(back) }
        return .redirect(back).cookie(desk.cookies.set(desk.cookies.language, language.rawValue, seconds: 31_536_000))
    }

    private func cookie(_ token: SecretToken) -> String { desk.cookies.set(desk.cookies.session, token.text) }

    /// With the place to go to afterwards.
    private func address(_ path: String, _ visit: DeskVisit) -> String { visit.onward.map { "\(path)?tiep=\($0)" } ?? path }
}
