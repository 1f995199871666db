import HTTPTypes
import PortalNetwork
import Publishing
import Store
import Vietnamese

/// Signing in through a provider the operator named (OpenID Connect), and linking one's account to it.
struct ProviderScreens: Sendable {
    let desk: Desk

    func add(to routes: inout DeskRoutes) {
        routes.on(.get, "/dang-nhap/qua/:provider") { (context: OpenContext) in try await leave(context.visit) }
        routes.on(.get, "/dang-nhap/qua/:provider/ve") { (context: OpenContext) in try await back(context.visit) }
        routes.on(.post, "/tai-khoan/lien-ket") { (context: StaffContext) in try await link(context) }
        routes.on(.post, "/tai-khoan/lien-ket/go") { (context: StaffContext) in try await unlink(context) }
    }

    private func named(_ name: String?) throws -> SignInProvider {
        guard let name, let provider = desk.providers[name] else { throw PageError.notFound }
        return provider
    }

    /// The one address a provider may send people back to.
    private func redirect(_ provider: SignInProvider) -> String { desk.origin + DeskAddress.provider(provider.name) + "/ve" }

    private func leave(_ visit: DeskVisit) async throws -> DeskAnswer {
        let provider = try named(visit.parameter("provider"))
        do {
            let (address, kept) = try await desk.access.beginProvider(
                provider,
                in: desk.providers,
                redirect: redirect(provider),
                onward: visit.onward
            )
            return DeskAnswer.redirect(address).cookie(desk.cookies.set(desk.cookies.errand, kept, seconds: 600))
        } catch let refusal as AccessRefusal {
            return try SignInScreens(desk: desk).signIn(visit, error: refusal)
        }
    }

    private func back(_ visit: DeskVisit) async throws -> DeskAnswer {
        let provider = try named(visit.parameter("provider"))
        let clear = desk.cookies.set(desk.cookies.errand, nil)
        let answer = PortalNetwork.Access.ProviderAnswer(
            state: visit.query["state"],
            code: visit.query["code"],
            issuer: visit.query.text("iss"),
            kept: visit.errand ?? ""
        )
        do {
            let outcome = try await desk.access.finishProvider(
                provider,
                in: desk.providers,
                answer,
                session: visit.session,
                redirect: redirect(provider),
                from: visit.caller
            )
            switch outcome {
            case .session(let token, let onward):
                guard let session = try await desk.access.session(token) else { throw AccessRefusal.sessionUnknown }
                let tail = onward.map { "?tiep=\($0)" } ?? ""
                let target =
                    session.level == .full
                    ? onward ?? DeskAddress.home : (session.hasSecondFactor ? DeskAddress.secondFactor : DeskAddress.enrolment) + tail
                return DeskAnswer.redirect(target).cookie(clear).cookie(desk.cookies.set(desk.cookies.session, token.text))
            case .linked(let person, let provider):
                try await desk.notices.notify(
                    person.id,
                    NoticeSubject("provider-linked", ["provider": provider.label]),
                    link: DeskAddress.passkeys
                )
                return DeskAnswer.redirect(DeskAddress.passkeys + "?da=lien-ket").cookie(clear)
            }
        } catch let refusal as AccessRefusal {
            // Somebody signed in who came back with nothing stays signed in.
            if let session = visit.session, session.level == .full, !session.mustChangePassword {
                return try await PasskeyScreens(desk: desk).list(StaffContext.prove(visit), error: refusal).cookie(clear)
            }
            return try SignInScreens(desk: desk).signIn(visit, error: refusal).cookie(clear)
        }
    }

    private func link(_ context: StaffContext) async throws -> DeskAnswer {
        let (visit, session) = (context.visit, context.session)
        do {
            guard let provider = desk.providers[visit.form["qua"]] else { throw AccessRefusal.providerUnknown }
            try await desk.access.prove(session, password: visit.form["mat-khau"])
            let (address, kept) = try await desk.access.beginProvider(
                provider,
                in: desk.providers,
                redirect: redirect(provider),
                onward: nil,
                linking: session
            )
            // A page with a link: a form of ours may not lead to another host (Content-Security-Policy, `form-action`).
            let screen = ProviderGoScreen(
                frame: DeskFrame(desk, visit, title: visit.word("desk.provider.link"), current: "account"),
                label: provider.label,
                address: address
            )
            return try DeskAnswer.page(.providerGo, screen, visit).cookie(desk.cookies.set(desk.cookies.errand, kept, seconds: 600))
        } catch let refusal as AccessRefusal {
            return try await PasskeyScreens(desk: desk).list(context, error: refusal)
        }
    }

    private func unlink(_ context: StaffContext) async throws -> DeskAnswer {
        let visit = context.visit
        do {
            try await desk.access.unlinkProvider(visit.form["noi"], context.session, password: visit.form["mat-khau"], from: visit.caller)
            return .redirect(DeskAddress.passkeys + "?da=go-lien-ket")
        } catch let refusal as AccessRefusal {
            return try await PasskeyScreens(desk: desk).list(context, error: refusal)
        }
    }
}
