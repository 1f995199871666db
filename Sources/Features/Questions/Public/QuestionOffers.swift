public import Casework
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
public import PortalNetwork
public import Publishing
import Store
import Triage
import Vietnamese
public import Web

/// Answered questions that fit what somebody is writing, so that who only wants to know is answered at once. What is typed comes in the body, is looked up, and
/// is gone: it stands in no address, no log, no count of what people search.
public struct QuestionOffers: Sendable {
    /// Items of the kind `question` on a portal and those below it that share the rarer words with a text.
    public typealias Find = @Sendable (_ words: String, _ below: SiteID, _ language: Language, _ limit: Int) async throws -> [ItemID]

    private let reader: Reader
    private let addresses: Addresses
    private let limits: SendLimits
    private let find: Find

    /// - Parameter limits: a person who types asks every other second, for some minutes.
    public init(reader: Reader, addresses: Addresses, limits: SendLimits = SendLimits(perHour: 1_200), find: @escaping Find) {
        self.reader = reader
        self.addresses = addresses
        self.limits = limits
        self.find = find
    }

    static let path = "hoi-dap/goi-y"
    /// Offers shown, candidates looked at, letters of the text that are read.
    static let shown = 4
    static let candidates = 80
    static let longest = 400
    /// A title says in ten words what a question says in twenty: half of what `SimilarQuestions` asks of whole texts.
    static let least = 0.18

    /// One answered question.
    struct Offer: Sendable, Encodable {
        let title: String
        let href: String
        let summary: String?
    }

    private struct Offers: Encodable { let offers: [Offer] }

    func addRoutes(to routes: RouterGroup<PortalContext>) {
        routes.post(RouterPath(Self.path)) { request, context -> ByteAnswer in
            let sent = try await SentForm(request, files: 0, bytes: 0)
            do { try limits.take(context.client(of: request), at: context.visit.now) } catch {
                return try Self.answer([], status: .tooManyRequests)
            }
            return try Self.answer(try await offers(for: sent, context.visit))
        }
    }

    private static func answer(_ offers: [Offer], status: HTTPResponse.Status = .ok) throws -> ByteAnswer {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return ByteAnswer(
            ByteBuffer(bytes: try encoder.encode(Offers(offers: offers))),
            type: "application/json; charset=utf-8",
            status: status,
            freshness: .none,
            headers: [HTTPField.Name("X-Robots-Tag") ?? .server: "noindex"]
        )
    }

    /// What fits the title and the text of a form; nothing where they say too little, or the index is being made.
    func offers(for sent: SentForm, _ visit: Visit) async throws -> [Offer] {
        let title = String((sent["title"] ?? "").prefix(Self.longest))
        let text = String((sent["text"] ?? "").prefix(Self.longest))
        // The title is the question in short; without one the beginning of the text is.
        let asked = title.split(whereSeparator: \.isWhitespace).count >= 3 ? title : (title + " " + text).trimmed
        guard asked.split(whereSeparator: \.isWhitespace).count >= 3 else { return [] }
        let root = visit.tree.ancestors(of: visit.site.id).last?.id ?? visit.site.id
        let items: [ItemID]
        do { items = try await find(asked + " " + text, root, visit.language, Self.candidates) } catch is StoreFault { return [] }
        let cards = try await reader.cards(items).filter { $0.kind == AnsweredQuestion.name }
        let profiles = cards.map { TermProfile($0.content.title + "\n" + ($0.content.summary ?? "")) }
        let ranked = SimilarQuestions.rank(TermProfile(asked), among: profiles, limit: Self.shown, least: Self.least)
        return ranked.compactMap { one in
            let card = cards[one.index]
            guard let site = visit.tree[card.site], site.status != .closed, site.status != .redirected else { return nil }
            let path = addresses.path(of: card)
            guard let href = site.id == visit.site.id ? path : visit.face.origins.url(site, path), Link.isSafe(href) else { return nil }
            return Offer(title: card.content.title, href: href, summary: card.content.summary)
        }
    }
}

/// What a form offers beside itself.
struct OffersView: PageModel {
    let address: String
    let script: String?
    let integrity: String?
    /// For who has no script.
    let search: String
    let found: [OfferLine]

    static let shape: Shape<OffersView> = [
        .text("address", \.address), .text("script", \.script), .text("integrity", \.integrity), .text("search", \.search), .many("found", \.found),
    ]
}

struct OfferLine: PageModel {
    let title: String
    let href: String

    init(_ offer: QuestionOffers.Offer) { (title, href) = (offer.title, offer.href) }

    static let shape: Shape<OfferLine> = [.text("title", \.title), .text("href", \.href)]
}
