/// What stands inside a paragraph, heading, cell or caption. Flat on purpose: marks are properties of a run, links do not nest.
public enum Inline: Sendable, Hashable {
    case text(TextRun)
    case lineBreak
    case link(LinkTarget, [TextRun])
    /// Of a later release; kept as it came.
    case unknown(OpaqueJSON)
}

/// Text with the same marks and language.
public struct TextRun: Sendable, Hashable {
    public var text: String
    public var marks: Marks
    /// A BCP 47 tag where the run is in another language than the body ("en", "zh-Hant").
    public var language: String?

    public init(_ text: String, _ marks: Marks = [], language: String? = nil) {
        self.text = text
        self.marks = marks
        self.language = language
    }
}

/// How a run stands out. Underline is missing on purpose: readers take it for a link.
public struct Marks: OptionSet, Sendable, Hashable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public static let strong = Marks(rawValue: 1)
    public static let emphasis = Marks(rawValue: 2)
    public static let `subscript` = Marks(rawValue: 4)
    public static let superscript = Marks(rawValue: 8)
    public static let strikethrough = Marks(rawValue: 16)
    public static let code = Marks(rawValue: 32)

    /// Each mark with its name in JSON and its element in markup, outermost first.
    static let all: [(mark: Marks, name: String, element: StaticString)] = [
        (.strong, "strong", "strong"), (.emphasis, "em", "em"), (.strikethrough, "strike", "s"), (.subscript, "sub", "sub"),
        (.superscript, "sup", "sup"), (.code, "code", "code"),
    ]
}

/// Where a link leads.
public enum LinkTarget: Sendable, Hashable {
    /// An item of this installation, by its 13 Crockford characters: it follows the item through every move.
    case item(String)
    /// A path of the same site, from "/".
    case site(String)
    /// An absolute http or https address, or `mailto:`, `tel:`.
    case address(String)
}

extension Inline: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self = .text(TextRun(value)) }

    public static func text(_ text: String, _ marks: Marks = []) -> Inline { .text(TextRun(text, marks)) }
    public static func link(_ target: LinkTarget, _ text: String) -> Inline { .link(target, [TextRun(text)]) }
}

extension TextRun: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self.init(value) }
}
