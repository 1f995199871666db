import HTTPTypes
import NIOCore
import PortalNetwork
import Publishing
import Store
import Vietnamese
import Web

/// Reading and remarking by a link, without an account. Nothing else of the desk is open to a guest.
struct GuestScreens: Sendable {
    let desk: Desk
    let part: NewsroomDesk

    func add(to routes: inout DeskRoutes) {
        routes.on(.get, "/doc-duyet") { (context: OpenContext) in try await show(context.visit) }
        routes.on(.get, "/doc-duyet/trang") { (context: OpenContext) in try await page(context.visit) }
        routes.on(.get, "/doc-duyet/tep/:asset/:name") { (context: OpenContext) in try await file(context.visit) }
        routes.on(.post, "/doc-duyet") { (context: OpenContext) in try await remark(context.visit) }
    }

    private func guest(_ text: String) async throws -> GuestView {
        guard let token = SecretToken(text), let view = try await part.workroom.guest(token) else {
            throw PageError(.notFound, "newsroom-link-over")
        }
        return view
    }

    private func show(_ visit: DeskVisit, error: (any Refusal)? = nil) async throws -> DeskAnswer {
        let token = error == nil ? visit.query["ma"] : visit.form["ma"]
        let view = try await guest(token)
        let screen = GuestScreen(
            frame: DeskFrame(desk, visit, title: view.item.card.content.title),
            heading: view.item.card.content.title,
            greeting: visit.word("newsroom.guest.greeting", ["name": view.link.guest, "time": visit.time(view.link.expiresAt)]),
            source: "/desk/doc-duyet/trang?ma=" + token,
            token: token,
            remarks: view.remarks.map { RemarkLine($0, [], [:], view.link.revision, visit) },
            typed: error == nil ? "" : visit.form["noi-dung"],
            error: error.map(visit.said)
        )
        return try .page(.guest, screen, visit, status: error == nil ? .ok : .unprocessableContent)
    }

    private func page(_ visit: DeskVisit) async throws -> DeskAnswer {
        let view = try await guest(visit.query["ma"])
        guard let site = visit.tree[view.item.card.site] else { throw PageError.notFound }
        return try await PreviewPage(part).answer(view.item, on: site, at: visit.now, visit, files: "/desk/doc-duyet/tep", key: visit.query["ma"])
    }

    private func file(_ visit: DeskVisit) async throws -> DeskAnswer {
        let view = try await guest(visit.query["ma"])
        guard let id = visit.parameter("asset") else { throw PageError.notFound }
        if view.item.details.assets.contains(id), let (asset, bytes) = try await part.workroom.file(id, in: part.files) {
            return DraftFile.answer(asset, bytes)
        }
        return try await DraftFile.ofEverybody(id, part, visit)
    }

    private func remark(_ visit: DeskVisit) async throws -> DeskAnswer {
        guard let token = SecretToken(visit.form["ma"]) else { throw PageError.notFound }
        do {
            guard try await part.workroom.remark(visit.form["noi-dung"], quoting: visit.form["doan"], through: token) else {
                throw PageError(.notFound, "newsroom-link-over")
            }
            return .redirect("/desk/doc-duyet?ma=\(token.text)&da=newsroom.remarked")
        } catch let refusal as PublishingRefusal {
            return try await show(visit, error: refusal)
        }
    }
}

struct GuestScreen: DeskModel {
    let frame: DeskFrame
    let heading: String
    let greeting: String
    let source: String
    let token: String
    let remarks: [RemarkLine]
    let typed: String
    let error: String?

    static let shape: Shape<GuestScreen> = [
        .one("desk", \.frame), .text("heading", \.heading), .text("greeting", \.greeting), .text("source", \.source), .text("token", \.token),
        .many("remarks", \.remarks), .text("typed", \.typed), .text("error", \.error),
    ]
}

extension PageTemplate where Model == GuestScreen { static var guest: Self { Self("newsroom.guest", bare: true) } }
