/// Where a reader is in a list of several pages; shown by the partial `pager`, which wants it under the name `pager`.
public struct Pager: PageModel, Hashable {
    public var page: Int
    public var pages: Int
    /// Addresses of the neighbours; nil at the ends.
    public var previous: String?
    public var next: String?

    public init(page: Int, pages: Int, previous: String? = nil, next: String? = nil) {
        self.page = page
        self.pages = pages
        self.previous = previous
        self.next = next
    }

    /// The pager of a section's list; nil when there is but one page.
    public init?(section: String, page: Int, pages: Int) {
        guard pages > 1 else { return nil }
        self.init(
            page: page,
            pages: pages,
            previous: page > 1 ? PublicAddress.section(section, page: page - 1).path : nil,
            next: page < pages ? PublicAddress.section(section, page: page + 1).path : nil
        )
    }

    public static let shape: Shape<Pager> = [
        .number("page", \.page), .number("pages", \.pages), .text("previous", \.previous), .text("next", \.next),
    ]
}

/// The names under which this room's partials expect what they show: `{{>pager}}`, `{{>breadcrumb}}` (a list of `Link`), `{{>tools}}`.
/// They are checked with it at start, whether or not a feature uses them.
struct Pieces: PageModel {
    let pager: Pager?
    let breadcrumb: [Link]

    static let shape: Shape<Pieces> = [.one("pager", \.pager), .many("breadcrumb", \.breadcrumb)]
}

extension PageTemplate where Model == Pieces {
    static var pieces: [Self] { ["pager", "breadcrumb", "tools"].map { Self($0, bare: true) } }
}
