import HTTPTypes
public import PortalNetwork
public import Publishing
import Vietnamese

/// The page of one kind of item. A feature gives one for each of its kinds.
public protocol ItemPages: Sendable {
    var kind: KindName { get }

    /// The page of a revealed item with what stands beside it.
    func page(of item: RevealedItem, beside neighbours: Neighbours, for visit: Visit, isPrint: Bool) throws -> Page
}

/// What stands beside an item.
public struct Neighbours: Sendable {
    public let related: [RevealedCard]
    public let others: [RevealedCard]
    public let translations: [RevealedCard]

    public init(related: [RevealedCard], others: [RevealedCard], translations: [RevealedCard]) {
        self.related = related
        self.others = others
        self.translations = translations
    }
}

/// A portal's front page and its lists.
public protocol FrontPages: Sendable {
    func home(for visit: Visit) async throws -> PageAnswer
    func section(_ code: String, page: Int, for visit: Visit) async throws -> PageAnswer
    /// The same pages from another reader: a preview's.
    func reading(_ reader: Reader) -> any FrontPages
}

/// The lists of a portal as feeds.
public protocol FeedPages: Sendable {
    func feed(_ address: FeedAddress, for visit: Visit) async throws -> PageAnswer
}

/// Proofs that entries stand in the public record.
public protocol ProofPages: Sendable {
    /// The proof of the entry with that index, under the newest signed head.
    func proof(of index: Int64) async throws -> ByteAnswer
}

/// Answers for the address grammar: the front and sections through one feature, items through the feature of their kind.
public struct ItemResolver: PageResolver {
    private let reader: Reader
    private let addresses: Addresses
    private let views: ViewCounts
    private let front: any FrontPages
    private let pages: [KindName: any ItemPages]
    private let feeds: (any FeedPages)?
    private let proofs: (any ProofPages)?

    public init(
        reader: Reader,
        addresses: Addresses,
        views: ViewCounts,
        front: any FrontPages,
        pages: [any ItemPages],
        feeds: (any FeedPages)? = nil,
        proofs: (any ProofPages)? = nil
    ) {
        self.reader = reader
        self.addresses = addresses
        self.views = views
        self.front = front
        self.feeds = feeds
        self.proofs = proofs
        self.pages = Dictionary(pages.map { ($0.kind, $0) }) { first, _ in first }
    }

    public func answer(to address: PublicAddress, for visit: Visit) async throws -> PageAnswer {
        switch address {
        case .home: try await front.home(for: visit)
        case .section(let code, let page):
            switch try await front.section(code, page: page, for: visit) {
            case .notFound: try await old(address.path, visit)
            case let answer: answer
            }
        case .feed(let feed): try await feeds?.feed(feed, for: visit) ?? .notFound
        case .item(_, _, let id, let isPrint): try await item(ItemID(rawValue: id), address, isPrint, visit)
        case .proof(_, _, let id, let edition): try await proof(ItemID(rawValue: id), edition, address, visit)
        }
    }

    private func item(_ id: ItemID, _ address: PublicAddress, _ isPrint: Bool, _ visit: Visit) async throws -> PageAnswer {
        switch try await reader.item(id, on: visit.site.id) {
        case .unknown: return try await old(address.path, visit)
        case .elsewhere(let card):
            guard let site = visit.tree[card.site], let url = visit.face.origins.url(site, addresses.path(of: card)) else { return .notFound }
            return .moved(to: url)
        case .gone(let gone): return .gone(reason: reason(gone, visit))
        case .shown(let item, let related, let others, let translations):
            let path = addresses.path(of: item.card) + (isPrint ? "?in=1" : "")
            guard path == address.path else { return .moved(to: path) }
            guard let pages = pages[item.card.kind] else { return .notFound }
            if !isPrint { countReader(of: id, visit) }
            var page = try pages.page(
                of: item,
                beside: Neighbours(related: related, others: others, translations: translations),
                for: visit,
                isPrint: isPrint
            )
            if proofs != nil {
                let proof = addresses.path(of: item.card) + PublicAddress.proofEnding
                page.head.proof = proof
                page.headers[.link] = "<\(proof)>; rel=\"alternate\"; type=\"text/plain\"; title=\"tlog-proof\""
            }
            return .page(page)
        }
    }

    /// What is no longer shown has no proof here any more: a proof stays true for ever, and would be taken for saying that the page is.
    private func proof(_ id: ItemID, _ edition: Int?, _ address: PublicAddress, _ visit: Visit) async throws -> PageAnswer {
        guard let proofs else { return .notFound }
        switch try await reader.item(id, on: visit.site.id, others: 0) {
        case .unknown: return .notFound
        case .elsewhere(let card):
            guard let site = visit.tree[card.site], let url = visit.face.origins.url(site, addresses.path(of: card) + PublicAddress.proofEnding)
            else {
                return .notFound
            }
            return .moved(to: url)
        case .gone(let gone): return .gone(reason: reason(gone, visit))
        case .shown(let item, _, _, _):
            let path = addresses.path(of: item.card) + PublicAddress.proofEnding + (edition.map { "?ed=\($0)" } ?? "")
            guard path == address.path else { return .moved(to: path) }
            guard let edition, edition != item.edition else { return .bytes(try await proofs.proof(of: item.index)) }
            guard let index = try await reader.index(of: id, edition: edition) else { return .notFound }
            return .bytes(try await proofs.proof(of: index))
        }
    }

    /// Where the page is kept for others, whoever hands it out counts its readers.
    private func countReader(of id: ItemID, _ visit: Visit) {
        Dependencies.isPage(of: id)
        if Dependencies.current == nil, !visit.isRobot { views.count(id) }
    }

    public func formerAddress(_ path: String, for visit: Visit) async throws -> PageAnswer { try await old(path, visit) }

    /// An address of former times leads on; any other is unknown.
    private func old(_ path: String, _ visit: Visit) async throws -> PageAnswer {
        guard let target = try await reader.oldAddress(path, on: visit.site.id) else { return .notFound }
        if !visit.isRobot { visit.face.addresses?.used(path, on: visit.site.id) }
        switch target {
        case .item(let id): return .moved(to: "/-/\(id)")
        case .path(let path): return .moved(to: path)
        }
    }

    /// Why it is gone, in the portal's language: the withdrawal's own sentence, else what its code means.
    private func reason(_ gone: ItemAnswer.Gone, _ visit: Visit) -> String {
        guard let code = gone.code else { return visit.word("gone.erased") }
        let date = gone.at.map { DateTexts.date($0, visit.language) } ?? ""
        let sentence = gone.note ?? visit.word("gone.\(code.rawValue)")
        return visit.word("gone.on", ["date": date, "reason": sentence])
    }
}
