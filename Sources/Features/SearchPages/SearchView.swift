import PortalNetwork
import Publishing
import Search
import Web

/// The page of results.
struct SearchView: PageModel {
    var query: String
    var hasQuery: Bool
    var isBuilding = false
    var isUnsearchable = false
    var hasFaults = false
    var isCut = false
    var isPartial = false
    var isFiltered: Bool
    var total: String?
    var isMore = false
    var suggestion: Link?
    var promoted: [ResultView] = []
    var results: [ResultView] = []
    var pager: Pager?
    var scopes: [OptionView] = []
    var kinds: [OptionView] = []
    var sections: [OptionView] = []
    var languages: [OptionView] = []
    var orders: [OptionView] = []
    var from: String?
    var to: String?
    var years: [FacetView] = []
    var portals: [FacetView] = []
    var faceted: String?
    var popular: [Link] = []
    var reset: String

    static let shape: Shape<SearchView> = [
        .text("query", \.query), .flag("asked", \.hasQuery), .flag("building", \.isBuilding), .flag("unsearchable", \.isUnsearchable),
        .flag("faults", \.hasFaults), .flag("cut", \.isCut), .flag("partial", \.isPartial), .flag("filtered", \.isFiltered), .text("total", \.total),
        .flag("more", \.isMore), .one("suggestion", \.suggestion), .many("promoted", \.promoted), .many("results", \.results), .one("pager", \.pager),
        .many("scopes", \.scopes), .many("kinds", \.kinds), .many("sections", \.sections), .many("languages", \.languages), .many("orders", \.orders),
        .text("from", \.from), .text("to", \.to), .many("years", \.years), .many("portals", \.portals), .text("faceted", \.faceted),
        .many("popular", \.popular), .text("reset", \.reset),
    ]
}

/// One find.
struct ResultView: PageModel {
    let id: String
    let edition: Int
    let href: String
    let title: [PartView]
    let extract: [PartView]
    let date: String
    let datetime: String
    let kind: String?
    let section: Link?
    let portal: Link?

    static let shape: Shape<ResultView> = [
        .text("id", \.id), .number("edition", \.edition), .text("href", \.href), .many("titleParts", \.title), .many("extract", \.extract),
        .text("date", \.date), .text("datetime", \.datetime), .text("kind", \.kind), .one("section", \.section), .one("portal", \.portal),
    ]
}

/// A stretch of text, found or not.
struct PartView: PageModel {
    let text: String
    let isHit: Bool

    static let shape: Shape<PartView> = [.text("text", \.text), .flag("hit", \.isHit)]
}

/// A choice of the form.
struct OptionView: PageModel {
    let value: String
    let label: String
    let count: String?
    let isChosen: Bool

    static let shape: Shape<OptionView> = [
        .text("value", \.value), .text("label", \.label), .text("count", \.count), .flag("chosen", \.isChosen),
    ]
}

/// A narrower search, with what it would find.
struct FacetView: PageModel {
    let link: Link
    let count: String

    static let shape: Shape<FacetView> = [.one("link", \.link), .text("count", \.count)]
}
