import Publishing
import Web

/// A list of items: a section, tag, author, day or topic site.
struct ListView: PageModel {
    let path: [Link]
    let title: String
    let summary: String?
    /// The list's name comes from its section (chrome) or from the catalogue (wording).
    let children: [Link]
    let state: TopicState?
    /// The newest, large: on the front of a topic site.
    let lead: CardView?
    let cards: [CardView]
    let total: Int
    let pager: Pager?
    let isTopic: Bool
    let isTag: Bool
    let isAuthor: Bool
    let isDay: Bool
    /// Title and summary are wording of the program, not names.
    let isCorrections: Bool
    let banner: PictureView?

    init(
        path: [Link] = [],
        title: String,
        summary: String? = nil,
        children: [Link] = [],
        state: TopicState? = nil,
        cards: [CardView],
        total: Int,
        pager: Pager?,
        kind: Kind,
        banner: PictureView? = nil,
        hasLead: Bool = false
    ) {
        self.path = path
        self.title = title
        self.summary = summary
        self.children = children
        self.state = state
        lead = hasLead ? cards.first : nil
        self.cards = hasLead ? Array(cards.dropFirst()) : cards
        self.total = total
        self.pager = pager
        isTopic = kind == .topic
        isTag = kind == .tag
        isAuthor = kind == .author
        isDay = kind == .day
        isCorrections = kind == .corrections
        self.banner = banner
    }

    enum Kind { case section, topic, tag, author, day, corrections }

    static let shape: Shape<ListView> = [
        .many("path", \.path), .text("title", \.title), .text("summary", \.summary), .many("children", \.children), .one("state", \.state),
        .one("lead", \.lead), .many("cards", \.cards), .number("total", \.total), .one("pager", \.pager), .flag("topic", \.isTopic),
        .flag("tag", \.isTag),
        .flag("author", \.isAuthor), .flag("day", \.isDay), .flag("corrections", \.isCorrections), .one("banner", \.banner),
    ]
}

/// When a topic site runs.
struct TopicState: PageModel {
    let opens: String?
    let closes: String?
    let isOver: Bool

    static let shape: Shape<TopicState> = [.text("opens", \.opens), .text("closes", \.closes), .flag("over", \.isOver)]
}

/// The way through a long list: first, neighbours, last.
struct Pager: PageModel {
    let page: Int
    let pages: Int
    let first: Link?
    let previous: Link?
    let next: Link?
    let last: Link?

    /// Nil for a list of one page.
    init?(base: String, page: Int, total: Int, size: Int) {
        let pages = max(1, (total + size - 1) / size)
        guard pages > 1 else { return nil }
        self.page = page
        self.pages = pages
        func link(_ number: Int) -> Link? { Link("\(number)", to: number == 1 ? base : "\(base)?trang=\(number)") }
        first = page > 2 ? link(1) : nil
        previous = page > 1 ? link(page - 1) : nil
        next = page < pages ? link(page + 1) : nil
        last = page < pages - 1 ? link(pages) : nil
    }

    static let shape: Shape<Pager> = [
        .number("page", \.page), .number("pages", \.pages), .one("first", \.first), .one("previous", \.previous), .one("next", \.next),
        .one("last", \.last),
    ]
}
