public import Store

/// A language a portal may be published in, as its BCP 47 tag.
public enum Language: String, Sendable, Codable, CaseIterable, SQLBindable, SQLReadable {
    case vi, en, zh

    /// Language and country, as Open Graph writes them.
    public var locale: String {
        switch self {
        case .vi: "vi_VN"
        case .en: "en_US"
        case .zh: "zh_CN"
        }
    }

    /// Its own name, as a reader of that language expects it.
    public var ownName: String {
        switch self {
        case .vi: "Tiếng Việt"
        case .en: "English"
        case .zh: "中文"
        }
    }
}
