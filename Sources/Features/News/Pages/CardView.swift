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
    /// How much of the screen it takes. `Tests/design/sizes.py` holds these against what the sheet lays out.
    enum Slot {
        /// In a list or a grid.
        case card
        /// The story a page begins with, beside others; and across the page.
        case half, wide
        /// Beside a title; below a wide story.
        case small, tile
        /// The first of a section on a front page. Blocks flow, so it is wider in one row than in another: something between.
        case block
        /// In a block of pictures: one of three; the large one of more, and the others.
        case third, large, quarter

        var sizes: String {
            switch self {
            case .card: "(min-width: 64rem) 20rem, (min-width: 40rem) 45vw, 100vw"
            case .half: "(min-width: 90rem) 50rem, (min-width: 48rem) 54vw, 100vw"
            case .wide: "(min-width: 90rem) 87rem, 100vw"
            case .small: "(min-width: 48rem) and (max-width: 58rem) 6.5rem, 9rem"
            case .tile: "(min-width: 64rem) 17rem, (min-width: 40rem) 40vw, 100vw"
            case .block: "(min-width: 90rem) 35.5rem, (min-width: 78rem) 33rem, (min-width: 40rem) 48vw, 100vw"
            case .third: "(min-width: 90rem) 33rem, (min-width: 64rem) 36vw, (min-width: 40rem) 53vw, 100vw"
            case .large: "(min-width: 90rem) 44rem, (min-width: 64rem) 48vw, (min-width: 40rem) 53vw, 100vw"
            case .quarter: "(min-width: 90rem) 25rem, (min-width: 64rem) 27vw, (min-width: 40rem) 53vw, 100vw"
            }
        }

        /// A page has many cards, and most need few of the widths.
        var widths: [Int] {
            switch self {
            case .half, .wide, .large: PictureVariant.widths
            case .small: [320, 640]
            case .card, .tile, .block, .third, .quarter: [320, 640, 960]
            }
        }
    }

    let alt: String
    let width: Int
    let height: Int
    let isFirst: Bool
    private let address: PictureAddress

    /// `isFirst`: at the top of its page, loaded at once.
    init(asset: String, file: String, alt: String, width: Int, height: Int, in slot: Slot = .card, isFirst: Bool = false) {
        self.alt = alt
        self.width = width
        self.height = height
        self.isFirst = isFirst
        address = PictureAddress(
            file: "/files/\(asset)/\(file)",
            width: width,
            widths: slot.widths,
            sizes: slot.sizes
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

    func card(
        _ card: RevealedCard,
        withSection: Bool = true,
        isTop: Bool = false,
        in slot: PictureView.Slot = .card,
        isFirst: Bool = false
    ) -> CardView {
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
                PictureView(asset: $0.asset, file: $0.file, alt: $0.alt, width: $0.width, height: $0.height, in: slot, isFirst: isFirst)
            },
            isTop: isTop
        )
    }

    /// `slot`: of each by its place in the list. Lists that stand at the top of a page begin with a picture that is loaded at once.
    func cards(
        _ cards: [RevealedCard],
        withSection: Bool = true,
        isTop: Bool = false,
        isFirst: Bool = true,
        in slot: (Int) -> PictureView.Slot = { _ in .card }
    ) -> [CardView] {
        cards.enumerated().map { card($1, withSection: withSection, isTop: isTop, in: slot($0), isFirst: isTop && isFirst && $0 == 0) }
    }
}

extension Section {
    /// Its list's address.
    var path: String { kind == .topic ? "/chuyen-trang/\(code)/" : "/\(code)/" }
}
