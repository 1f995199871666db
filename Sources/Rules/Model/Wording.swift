public import Vietnamese

/// A name or a phrase in the languages of a portal.
public struct Wording: Hashable, Sendable, Codable {
    public let vi: String
    public let en: String
    public let zh: String

    public init(vi: String, en: String, zh: String) {
        self.vi = vi
        self.en = en
        self.zh = zh
    }

    public subscript(language: DateLanguage) -> String {
        switch language {
        case .vi: vi
        case .en: en
        case .zh: zh
        }
    }
}
