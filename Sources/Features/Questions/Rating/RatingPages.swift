import Casework
import HTTPTypes
import Hummingbird
import PortalNetwork
import Publishing
import Store
import Vietnamese
import Web

/// `/danh-gia?bai=…`: what every information page links to. A form of its own, so that the pages themselves stay the same bytes for everybody; it works without
/// script and sets no cookie.
struct RatingPages: Sendable {
    static let path = "/danh-gia"
    /// What one place may say in an hour.
    static let perHour = 30

    let casework: Casework
    let answered: AnsweredPages
    private let limits = SendLimits(perHour: perHour)

    init(casework: Casework, answered: AnsweredPages) {
        self.casework = casework
        self.answered = answered
    }

    private var ratings: PageRatings { PageRatings(database: casework.database, clock: casework.clock) }

    func addRoutes(to routes: RouterGroup<PortalContext>) {
        routes.get("danh-gia") { request, context in
            let (item, page) = try await rated(request.uri.queryParameters["bai"].map(String.init) ?? "", context.visit)
            return view(item, page, context.visit)
        }
        routes.post("danh-gia") { request, context in try await sent(request, context) }
    }

    private func rated(_ text: String, _ visit: Visit) async throws -> (ItemID, RatedPage) {
        guard let item = ItemID(text), let page = try await answered.rated(item, for: visit) else { throw PageError.notFound }
        return (item, page)
    }

    private func sent(_ request: Request, _ context: PortalContext) async throws -> PageAnswer {
        let visit = context.visit
        // Browsers say where a form comes from: another site has no say here.
        if let name = HTTPField.Name("Sec-Fetch-Site"), request.headers[name] == "cross-site" { throw PageError(.forbidden, "form-expired") }
        let sent = try await SentForm(request, files: 0, bytes: 0)
        let (item, page) = try await rated(sent["bai"] ?? "", visit)
        guard let isUseful = sent["huu-ich"].flatMap({ ["1": true, "0": false][$0] }) else { throw PageError.badRequest }
        guard let ticket = casework.ticket(sent["_"] ?? ""), ticket.age(at: visit.now) == .fresh else {
            return view(item, page, visit, error: visit.word("questions.rate-again"))
        }
        do { try limits.take(context.client(of: request), at: visit.now) } catch {
            return view(item, page, visit, error: visit.word("refusal." + error.key, error.values))
        }
        try await ratings.rate(item, on: visit.site.id, isUseful: isUseful)
        return view(item, page, visit, message: visit.word("questions.rated"))
    }

    private func view(_ item: ItemID, _ page: RatedPage, _ visit: Visit, message: String? = nil, error: String? = nil) -> PageAnswer {
        let model = RatingView(
            page: Link(page.title, to: page.path),
            item: "\(item)",
            ticket: message == nil ? casework.ticket() : nil,
            report: "/phan-anh-kien-nghi/loi-trang?bai=\(item)",
            message: message,
            error: error
        )
        let head = PageHead(title: visit.word("questions.rate-page"), isHidden: true)
        return .page(Page(.rating, model, head: head, path: Self.path, status: error == nil ? .ok : .unprocessableContent, freshness: .none))
    }
}

/// A page that can be rated.
struct RatedPage: Sendable {
    let title: String
    let path: String
}

extension AnsweredPages {
    /// The page of an item of any kind that everybody can read on a portal; nil where there is none.
    func rated(_ item: ItemID, for visit: Visit) async throws -> RatedPage? {
        guard case .shown(let shown, _, _, _) = try await reader.item(item, on: visit.site.id, others: 0) else { return nil }
        return RatedPage(title: shown.card.content.title, path: addresses.path(of: shown.card))
    }
}

struct RatingView: PageModel {
    let page: Link?
    let item: String
    /// Nil once it was said.
    let ticket: String?
    let report: String
    let message: String?
    let error: String?

    static let shape: Shape<RatingView> = [
        .one("page", \.page), .text("item", \.item), .text("ticket", \.ticket), .text("report", \.report), .text("message", \.message),
        .text("error", \.error),
    ]
}

extension PageTemplate where Model == RatingView { static var rating: Self { Self("questions.rating") } }
