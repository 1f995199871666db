import PortalNetwork
import Publishing
import Web

struct RedirectRow: PageModel {
    let from: String
    let to: String
    let title: String?
    let hits: String
    let note: String?
    let isDead: Bool

    init(_ line: RedirectLine, _ cards: [ItemID: RevealedCard], _ addresses: Addresses, _ visit: DeskVisit) {
        from = line.redirect.path
        switch line.redirect.target {
        case .item(let id):
            to = cards[id].map { addresses.path(of: $0) } ?? "\(id)"
            title = cards[id]?.content.title
            isDead = cards[id] == nil
        case .path(let path):
            to = path
            title = nil
            isDead = false
        }
        hits = visit.word("portal.redirects.hits", ["count": "\(line.hits)"])
        note = line.hitAt.map { visit.word("portal.redirects.last", ["when": visit.time($0)]) }
    }

    static let shape: Shape<RedirectRow> = [
        .text("from", \.from), .text("to", \.to), .text("title", \.title), .text("hits", \.hits), .text("note", \.note), .flag("dead", \.isDead),
    ]
}

struct RefusedLine: PageModel {
    let line: String
    let text: String
    let why: String

    static let shape: Shape<RefusedLine> = [.text("line", \.line), .text("text", \.text), .text("why", \.why)]
}

struct RedirectsScreen: DeskModel {
    let frame: DeskFrame
    let top: PortalTop
    let action: String
    let count: String
    let sought: String
    let rows: [RedirectRow]
    let next: String?
    let from: String
    let to: String
    let table: String
    let outcome: String?
    let refused: [RefusedLine]
    let rejects: String
    let error: String?

    static let shape: Shape<RedirectsScreen> = [
        .one("desk", \.frame), .one("top", \.top), .text("action", \.action), .text("count", \.count), .text("sought", \.sought),
        .many("rows", \.rows),
        .text("next", \.next), .text("givenFrom", \.from), .text("givenTo", \.to), .text("table", \.table), .text("outcome", \.outcome),
        .many("refused", \.refused), .text("rejects", \.rejects), .text("error", \.error),
    ]
}

extension PageTemplate where Model == RedirectsScreen { static var redirects: Self { Self("portaldesk.redirects", bare: true) } }
