import HTTPTypes
import PortalNetwork
import Publishing
import Store
import Vietnamese

/// Passkeys: signing in with one, the second step with one, making the first, and the list of one's own.
struct PasskeyScreens: Sendable {
    let desk: Desk

    func add(to routes: inout DeskRoutes) {
        routes.on(.post, "/dang-nhap/khoa") { (context: OpenContext) in try await signIn(context.visit) }
        routes.on(.post, "/xac-thuc/khoa") { (context: HalfContext) in try await second(context) }
        routes.on(.post, "/thiet-lap/khoa") { (context: HalfContext) in try await first(context) }
        routes.on(.get, "/tai-khoan/khoa") { (context: StaffContext) in try await list(context) }
        routes.on(.post, "/tai-khoan/khoa") { (context: StaffContext) in try await change(context) { try await add(context) } }
        routes.on(.post, "/tai-khoan/khoa/go") { (context: StaffContext) in try await change(context) { try await remove(context) } }
        routes.on(.post, "/tai-khoan/xac-thuc/go") { (context: StaffContext) in
            try await change(context) {
                try await desk.access.removeAuthenticator(context.session, password: context.visit.form["mat-khau"], from: context.visit.caller)
                return .redirect(DeskAddress.passkeys + "?da=go-ung-dung")
            }
        }
    }

    // MARK: - Coming in

    private func signIn(_ visit: DeskVisit) async throws -> DeskAnswer {
        do {
            let token = try await desk.access.signIn(visit.form.assertion, home: desk.home, browser: visit.formSecret, from: visit.caller)
            return .redirect(visit.onward ?? DeskAddress.home).cookie(desk.cookies.set(desk.cookies.session, token.text))
        } catch let refusal as AccessRefusal {
            return try SignInScreens(desk: desk).signIn(visit, error: refusal)
        }
    }

    private func second(_ context: HalfContext) async throws -> DeskAnswer {
        let visit = context.visit
        do {
            let token = try await desk.access.confirm(
                context.session,
                visit.form.assertion,
                home: desk.home,
                browser: visit.formSecret,
                from: visit.caller
            )
            return .redirect(visit.onward ?? DeskAddress.home).cookie(desk.cookies.set(desk.cookies.session, token.text))
        } catch AccessRefusal.sessionUnknown {
            return .redirect(DeskAddress.signIn)
        } catch let refusal as AccessRefusal {
            return try await SignInScreens(desk: desk).second(context, error: refusal)
        }
    }

    /// A passkey as the first second factor of an account.
    private func first(_ context: HalfContext) async throws -> DeskAnswer {
        let visit = context.visit
        do {
            let (token, codes) = try await desk.access.addPasskey(
                visit.form.registration,
                name: visit.form.text("ten") ?? suggestion(visit),
                context.session,
                password: nil,
                home: desk.home,
                browser: visit.formSecret,
                from: visit.caller
            )
            guard let token else { return .redirect(DeskAddress.signIn) }
            let screen = RecoveryScreen(
                frame: DeskFrame(desk, visit, title: visit.word("desk.recovery.title"), fresh: token),
                codes: codes,
                onward: visit.onward ?? DeskAddress.home
            )
            return try DeskAnswer.page(.recovery, screen, visit).cookie(desk.cookies.set(desk.cookies.session, token.text))
        } catch let refusal as AccessRefusal {
            return try await SignInScreens(desk: desk).enrolment(context, error: refusal)
        }
    }

    // MARK: - One's own

    /// What a new passkey is called when its owner gives it no name: the browser it was made in.
    private func suggestion(_ visit: DeskVisit) -> String {
        SessionRow.name(of: visit.caller.agent) ?? visit.word("desk.account.unknown-browser")
    }

    func list(_ context: StaffContext, error: (any Refusal)? = nil) async throws -> DeskAnswer {
        let (visit, session) = (context.visit, context.session)
        let access = desk.access
        let (passkeys, standing, links) = try await access.database.read { db in
            (
                try access.passkeys(of: session.person.id, in: db), try access.standing(of: session.person.id, in: db),
                try access.providerLinks(of: session.person.id, in: db)
            )
        }
        let hasAuthenticator = standing?.secondFactorSince != nil
        let known = desk.providers.providers.map { provider in
            let link = links.first { $0.issuer == provider.issuer }
            return ProviderRow(
                name: provider.name,
                label: provider.label,
                since: link.map { visit.time($0.linkedAt) },
                used: link?.usedAt.map(visit.time),
                issuer: provider.issuer
            )
        }
        // A provider that is named no more is shown as long as somebody is linked to it.
        let former = links.filter { link in !desk.providers.providers.contains { $0.issuer == link.issuer } }.map {
            ProviderRow(name: $0.provider, label: $0.provider, since: visit.time($0.linkedAt), used: $0.usedAt.map(visit.time), issuer: $0.issuer)
        }
        let screen = PasskeyScreen(
            frame: DeskFrame(desk, visit, title: visit.word("desk.passkey.title"), current: "account", scripts: ["desk-passkey.js"]),
            question: .create(visit, session, passkeys),
            suggestion: suggestion(visit),
            passkeys: passkeys.map { PasskeyRow($0, visit) },
            mayRemovePasskeys: hasAuthenticator || passkeys.count > 1,
            mayRemoveAuthenticator: hasAuthenticator && !passkeys.isEmpty,
            providers: known + former,
            error: error.map(visit.said)
        )
        return try .page(.passkey, screen, visit, status: error == nil ? .ok : .unprocessableContent)
    }

    private func change(_ context: StaffContext, _ body: () async throws -> DeskAnswer) async throws -> DeskAnswer {
        do { return try await body() } catch let refusal as AccessRefusal { return try await list(context, error: refusal) }
    }

    private func add(_ context: StaffContext) async throws -> DeskAnswer {
        let (visit, session) = (context.visit, context.session)
        let name = visit.form.text("ten") ?? suggestion(visit)
        _ = try await desk.access.addPasskey(
            visit.form.registration,
            name: name,
            session,
            password: visit.form["mat-khau"],
            home: desk.home,
            browser: visit.formSecret,
            from: visit.caller
        )
        try await desk.notices.notify(session.person.id, NoticeSubject("passkey-added", ["name": name]), link: DeskAddress.passkeys)
        return .redirect(DeskAddress.passkeys + "?da=them-khoa")
    }

    private func remove(_ context: StaffContext) async throws -> DeskAnswer {
        let (visit, session) = (context.visit, context.session)
        guard let id = PasskeyID(visit.form["khoa"]) else { throw AccessRefusal.passkeyUnknown }
        let name = try await desk.access.removePasskey(id, session, password: visit.form["mat-khau"], from: visit.caller)
        try await desk.notices.notify(session.person.id, NoticeSubject("passkey-removed", ["name": name]), link: DeskAddress.passkeys)
        return .redirect(DeskAddress.passkeys + "?da=go-khoa")
    }
}
