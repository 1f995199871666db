import PortalNetwork
import Publishing
import Store
import Vietnamese

/// The terms of the index. All stand in one column; the first letter says what a term is.
enum TermFamily: UInt8, CaseIterable {
    /// A piece with its marks, without, and two neighbours without.
    case exact = 0x65, folded = 0x66, pair = 0x62
    /// The same of the title.
    case titleExact = 0x74, titleFolded = 0x75, titlePair = 0x76
    /// A form of a document number.
    case number = 0x6E
    /// A filter.
    case filter = 0x78

    /// Stands between the parts of a term; the index takes it for a letter, and no piece of text holds it.
    static let joint: UInt8 = 0x7E

    func term(_ text: String) -> String { String(UnicodeScalar(rawValue)) + text }
    func term(_ first: String, _ second: String) -> String { term(first + "~" + second) }
}

/// The filters that a document answers to, as terms: they intersect like words.
enum FilterTerm {
    static func site(_ id: SiteID) -> String { "xs\(id)" }
    /// A site or anything below it.
    static func subtree(_ id: SiteID) -> String { "xa\(id)" }
    /// A section or anything below it.
    static func section(_ id: SectionID) -> String { "xc\(id)" }
    static func kind(_ name: KindName) -> String { "xk" + letters(name.rawValue) }
    static func language(_ language: Language) -> String { "xl" + language.rawValue }
    static func year(_ year: Int) -> String { "xy\(year)" }

    /// A kind's name holds hyphens, which the index would take for gaps.
    private static func letters(_ name: String) -> String { name.split(separator: "-").joined(separator: "~") }
}
