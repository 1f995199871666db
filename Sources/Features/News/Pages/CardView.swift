import PortalNetwork
import Publishing
import RichText
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
    /// The two lines of a date block.
    let day: String
    let month: String
    let section: Link?
    let picture: PictureView?
    /// Stands right below the page's own heading, not below a section's.
    let isTop: Bool

    static let shape: Shape<CardView> = [
        .text("id", \.id), .number("edition", \.edition), .text("href", \.href), .text("title", \.title), .text("kicker", \.kicker),
        .text("summary", \.summary), .text("date", \.date), .text("datetime", \.datetime), .text("day", \.day), .text("month", \.month),
        .one("section", \.section), .one("picture", \.picture), .flag("top", \.isTop),
    ]
}

/// A picture of a card.
struct PictureView: PageModel {
    /// How much of the screen it takes, and when it is loaded.
    enum Place {
        /// In a list or a grid.
        case card
        /// The first of a list, at the top of its page.
        case first
        /// The story a page begins with.
        case lead
        /// Across the page.
        case banner

        var sizes: String {
            switch self {
            case .card, .first: "(min-width: 64rem) 20rem, (min-width: 40rem) 45vw, 100vw"
            case .lead, .banner: "(min-width: 64rem) 46rem, 100vw"
            }
        }
    }

    let alt: String
    let width: Int
    let height: Int
    let isFirst: Bool
    private let address: PictureAddress

    /// Cards need few of the widths, and a page has many cards.
    private static let widths = [320, 640, 960]

    init(asset: String, file: String, alt: String, width: Int, height: Int, as place: Place = .card) {
        self.alt = alt
        self.width = width
        self.height = height
        isFirst = place != .card
        address = PictureAddress(
            file: "/files/\(asset)/\(file)",
            width: width,
            widths: place == .card || place == .first ? Self.widths : PictureVariant.widths,
            sizes: place.sizes
        )
    }

    static let shape: Shape<PictureView> = [
        .text("src", \.address.src), .text("srcset", \.address.srcset), .text("sizes", \.address.sizes),
        .text("avif") { $0.srcset(.avif) }, .text("webp") { $0.srcset(.webp) }, .text("alt", \.alt), .number("width", \.width),
        .number("height", \.height), .flag("known") { $0.width > 0 && $0.height > 0 }, .flag("first", \.isFirst),
    ]

    private func srcset(_ format: PictureFormat) -> String? { address.sources.first { $0.format == format }?.srcset }
}

/// Makes the views of one visit.
struct CardMaker {
    let visit: Visit
    let index: SectionIndex
    let addresses: Addresses

    func card(_ card: RevealedCard, withSection: Bool = true, isTop: Bool = false, as place: PictureView.Place = .card) -> CardView {
        let block = DateTexts.block(card.publishedAt, card.language)
        return CardView(
            id: "\(card.item)",
            edition: card.edition,
            href: addresses.path(of: card),
            title: card.content.title,
            kicker: card.content.kicker,
            summary: card.content.summary,
            date: DateTexts.date(card.publishedAt, card.language),
            datetime: card.publishedAt.rfc3339,
            day: block.day,
            month: block.month,
            section: withSection ? card.section.flatMap { index[$0] }.flatMap { Link($0.name, to: $0.path) } : nil,
            picture: card.content.picture.map {
                PictureView(asset: $0.asset, file: $0.file, alt: $0.alt, width: $0.width, height: $0.height, as: place)
            },
            isTop: isTop
        )
    }

    func cards(_ cards: [RevealedCard], withSection: Bool = true, isTop: Bool = false, isFirst: Bool = true) -> [CardView] {
        // Lists that stand at the top of a page begin with a picture that is loaded at once.
        cards.enumerated().map { card($1, withSection: withSection, isTop: isTop, as: isTop && isFirst && $0 == 0 ? .first : .card) }
    }
}

extension Section {
    /// Its list's address.
    var path: String { kind == .topic ? "/chuyen-trang/\(code)/" : "/\(code)/" }
}
