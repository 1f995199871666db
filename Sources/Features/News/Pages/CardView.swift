import PortalNetwork
import Publishing
import Vietnamese
import Web

/// An item in a list.
struct CardView: PageModel {
    let id: String
    let edition: Int
    let href: String
    let title: String
    let kicker: String?
    let summary: String?
    let date: String
    let datetime: String
    let section: Link?
    let picture: PictureView?
    /// Stands right below the page's own heading, not below a section's.
    let isTop: Bool

    static let shape: Shape<CardView> = [
        .text("id", \.id), .number("edition", \.edition), .text("href", \.href), .text("title", \.title), .text("kicker", \.kicker),
        .text("summary", \.summary), .text("date", \.date), .text("datetime", \.datetime), .one("section", \.section), .one("picture", \.picture),
        .flag("top", \.isTop),
    ]
}

/// A picture of a card.
struct PictureView: PageModel {
    let src: String
    let alt: String
    let width: Int
    let height: Int

    static let shape: Shape<PictureView> = [
        .text("src", \.src), .text("alt", \.alt), .number("width", \.width), .number("height", \.height),
    ]
}

/// Makes the views of one visit.
struct CardMaker {
    let visit: Visit
    let index: SectionIndex
    let addresses: Addresses

    func card(_ card: RevealedCard, withSection: Bool = true, isTop: Bool = false) -> CardView {
        CardView(
            id: "\(card.item)",
            edition: card.edition,
            href: addresses.path(of: card),
            title: card.content.title,
            kicker: card.content.kicker,
            summary: card.content.summary,
            date: DateTexts.date(card.publishedAt, card.language),
            datetime: card.publishedAt.rfc3339,
            section: withSection ? card.section.flatMap { index[$0] }.flatMap { Link($0.name, to: $0.path) } : nil,
            picture: card.content.picture.map {
                PictureView(src: "/files/\($0.asset)/\($0.file)", alt: $0.alt, width: $0.width, height: $0.height)
            },
            isTop: isTop
        )
    }

    func cards(_ cards: [RevealedCard], withSection: Bool = true, isTop: Bool = false) -> [CardView] {
        cards.map { card($0, withSection: withSection, isTop: isTop) }
    }
}

extension Section {
    /// Its list's address.
    var path: String { kind == .topic ? "/chuyen-trang/\(code)/" : "/\(code)/" }
}
