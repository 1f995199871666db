import HTTPTypes
import Hummingbird
import PortalNetwork
import Store
import Vietnamese

/// The desk's first page, and one's own account.
struct AccountScreens: Sendable {
    let desk: Desk

    func add(to routes: inout DeskRoutes) {
        routes.on(.get, "") { (context: StaffContext) in try await home(context) }
        routes.on(.get, "/tai-khoan") { (context: StaffContext) in try await account(context) }
        routes.on(.get, "/tai-khoan/mat-khau") { (context: SignedInContext) in try password(context) }
        routes.on(.post, "/tai-khoan/mat-khau") { (context: SignedInContext) in try await takePassword(context) }
        routes.on(.get, "/tai-khoan/xac-thuc") { (context: StaffContext) in try await factor(context) }
        routes.on(.post, "/tai-khoan/xac-thuc") { (context: StaffContext) in try await takeFactor(context) }
        routes.on(.get, "/tai-khoan/ma-du-phong") { (context: StaffContext) in try recovery(context) }
        routes.on(.post, "/tai-khoan/ma-du-phong") { (context: StaffContext) in try await takeRecovery(context) }
        routes.on(.post, "/tai-khoan/phien") { (context: StaffContext) in try await endSession(context) }
    }

    private func home(_ context: StaffContext) async throws -> DeskAnswer {
        let visit = context.visit
        let reach = DeskReach(context.session.actor, visit.tree)
        var tiles: [DeskTile] = []
        if let portal = visit.portal { tiles = try await desk.tiles(visit, context.session, on: portal) }
        let screen = HomeScreen(
            frame: DeskFrame(desk, visit, title: visit.word("desk.home.title"), current: "home"),
            greeting: visit.word("desk.home.greeting", ["name": context.session.person.name]),
            today: visit.word("desk.home.today", ["day": DateTexts.long(visit.now, visit.language)]),
            tiles: tiles.map(TileView.init),
            roles: RoleLine.lines(context.session.actor.grants, visit),
            people: reach.tops(.readPeople).map { DeskLink($0.name, DeskAddress.people($0)) },
            audit: reach.tops(.readAudit).map { DeskLink($0.name, DeskAddress.audit($0)) }
        )
        return try .page(.deskHome, screen, visit)
    }

    private func account(_ context: StaffContext) async throws -> DeskAnswer {
        let (visit, session) = (context.visit, context.session)
        let standing = try await desk.access.standing(of: session.person.id)
        let sessions = try await desk.access.sessions(of: session.person.id)
        func when(_ instant: Instant?) -> String? { instant.map { $0.text(.numeric, language: visit.language.ofDates) } }
        let screen = AccountScreen(
            frame: DeskFrame(desk, visit, title: visit.word("desk.account.title"), current: "account"),
            name: session.person.name,
            handle: session.person.handle,
            email: session.person.email,
            roles: RoleLine.lines(session.actor.grants, visit),
            passwordSince: when(standing?.passwordSetAt),
            factorSince: when(standing?.secondFactorSince),
            passkeys: visit.word("desk.account.passkeys", ["count": "\(standing?.passkeys ?? 0)"]),
            codesLeft: visit.word("desk.account.codes-left", ["count": "\(standing?.recoveryCodesLeft ?? 0)"]),
            fewCodes: (standing?.recoveryCodesLeft ?? 0) < 3,
            sessions: sessions.map { SessionRow($0, isThis: $0.id == session.id, visit) }
        )
        return try .page(.account, screen, visit)
    }

    // MARK: - Password

    private func password(_ context: SignedInContext, error: (any Refusal)? = nil) throws -> DeskAnswer {
        let visit = context.visit
        let screen = PasswordScreen(
            frame: DeskFrame(desk, visit, title: visit.word("desk.password.title"), current: "account"),
            handle: context.session.person.handle,
            isDue: context.session.mustChangePassword,
            error: error.map(visit.said)
        )
        return try .page(.password, screen, visit, status: error == nil ? .ok : .unprocessableContent)
    }

    private func takePassword(_ context: SignedInContext) async throws -> DeskAnswer {
        let visit = context.visit
        do {
            guard visit.form["moi"] == visit.form["lai"] else { throw AccessRefusal.passwordsDiffer }
            try await desk.access.changePassword(context.session, from: visit.form["mat-khau"], to: visit.form["moi"], caller: visit.caller)
            return .redirect(DeskAddress.account + "?da=doi-mat-khau")
        } catch let refusal as AccessRefusal {
            return try password(context, error: refusal)
        }
    }

    // MARK: - Second factor

    private func factor(_ context: StaffContext, error: (any Refusal)? = nil) async throws -> DeskAnswer {
        let screen = try await EnrolmentScreen.make(
            desk,
            context.visit,
            context.session,
            action: "/desk/tai-khoan/xac-thuc",
            isFirst: false,
            error: error
        )
        return try .page(.enrolment, screen, context.visit, status: error == nil ? .ok : .unprocessableContent)
    }

    private func takeFactor(_ context: StaffContext) async throws -> DeskAnswer {
        let visit = context.visit
        do {
            try await desk.access.prove(context.session, password: visit.form["mat-khau"])
            let (_, codes) = try await desk.access.completeEnrolment(context.session, code: visit.form["ma"], from: visit.caller)
            return try codesPage(codes, visit)
        } catch let refusal as AccessRefusal {
            return try await factor(context, error: refusal)
        }
    }

    private func recovery(_ context: StaffContext, error: (any Refusal)? = nil) throws -> DeskAnswer {
        let visit = context.visit
        let screen = ConfirmScreen(
            frame: DeskFrame(desk, visit, title: visit.word("desk.recovery.renew"), current: "account"),
            error: error.map(visit.said)
        )
        return try .page(.confirmRecovery, screen, visit, status: error == nil ? .ok : .unprocessableContent)
    }

    private func takeRecovery(_ context: StaffContext) async throws -> DeskAnswer {
        let visit = context.visit
        do {
            let codes = try await desk.access.renewRecoveryCodes(context.session, password: visit.form["mat-khau"], from: visit.caller)
            return try codesPage(codes, visit)
        } catch let refusal as AccessRefusal {
            return try recovery(context, error: refusal)
        }
    }

    private func codesPage(_ codes: [String], _ visit: DeskVisit) throws -> DeskAnswer {
        let frame = DeskFrame(desk, visit, title: visit.word("desk.recovery.title"), current: "account")
        return try .page(.recovery, RecoveryScreen(frame: frame, codes: codes, onward: DeskAddress.account), visit)
    }

    // MARK: - Sessions

    private func endSession(_ context: StaffContext) async throws -> DeskAnswer {
        let (visit, person) = (context.visit, context.session.person)
        if visit.form["tat-ca"] == "1" {
            try await desk.access.revokeAll(of: person.id, but: context.session.id, by: person, from: visit.caller)
        } else {
            guard let id = SessionID(visit.form["phien"]) else { throw AccessRefusal.sessionUnknown }
            try await desk.access.revoke(id, of: person.id, by: person, from: visit.caller)
        }
        return .redirect(DeskAddress.account + "?da=ket-thuc-phien")
    }
}
