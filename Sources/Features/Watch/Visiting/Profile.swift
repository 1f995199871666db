/// As whom a page is fetched: those who put something on a page often show it to some visitors only.
public enum Profile: String, Sendable, Codable, CaseIterable {
    case desktop, phone
    case searchEngine = "search-engine"
    /// A reader who comes from a search engine's results.
    case fromSearch = "from-search"
    /// A browser that runs the page's scripts. The others run none.
    case scripts

    /// What the visitor says it is.
    public var agent: String {
        switch self {
        case .desktop, .fromSearch, .scripts:
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36"
        case .phone:
            "Mozilla/5.0 (Linux; Android 14; SM-A546E) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36"
        case .searchEngine: "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"
        }
    }

    /// Where the visitor says it comes from.
    public var referrer: String? { self == .fromSearch ? "https://www.google.com/" : nil }
    public var language: String { "vi-VN,vi;q=0.9,en;q=0.5" }

    public static let withoutScripts: [Profile] = [.desktop, .phone, .searchEngine, .fromSearch]
}

/// Reports name visitors as keys.
extension Profile: CodingKeyRepresentable {}
