public import PortalNetwork
public import RichText
public import Vietnamese

/// The name a kind is stored under; never renamed. Lower-case ASCII: `news`, `page`, `legal-document`.
public struct KindName: RawRepresentable, Hashable, Sendable, Codable, ExpressibleByStringLiteral, CustomStringConvertible {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public init(stringLiteral value: String) { rawValue = value }
    public var description: String { rawValue }
}

/// One kind of thing a portal publishes. A kind is a value that names its fields once; the pipeline knows it only through this.
public protocol ContentKind: Codable, Sendable, Equatable {
    static var name: KindName { get }
    /// What readers and editors call one of them, in Vietnamese ("Tin bài"); other languages under `kind.<name>` in the catalogues.
    static var title: String { get }
    static var fields: Fields<Self> { get }
    /// The first segment of its addresses where that is not the section's code (`trang`); nil for kinds filed in sections.
    static var segment: String? { get }

    /// One that was just begun: a title and nothing else.
    static func blank(titled title: String) -> Self

    /// What lists, search results and other items show of it.
    var card: CardContent { get }
    /// What feeds and catalogues tell of it beside its card.
    var outline: ItemOutline { get }
    /// Everything the public can read of it, in the order its page shows it: what the `text` commitment is made of.
    var publicBlocks: [Block] { get }
    /// Lists it belongs to beside those of its section: tags, authors, topics (`tag:bao-lu`).
    var lists: [ListEntry] { get }
    /// Links to other items, made anew with every edition.
    var links: [LinkDraft] { get }
    /// Files its page shows or offers, by asset commitment.
    var assets: [String] { get }
    /// Why it may not be published as it stands, beyond what the fields say themselves.
    func review() -> [ReviewFinding]
}

extension ContentKind {
    public static var segment: String? { nil }
    /// Everything below the title.
    public var outline: ItemOutline {
        var blocks = publicBlocks
        if let title = blocks.firstIndex(of: .heading(Heading(level: 2, text: [.text(card.title)]))) { blocks.remove(at: title) }
        return ItemOutline(body: RichText(blocks))
    }
    public var lists: [ListEntry] { [] }
    public var links: [LinkDraft] { [] }
    public var assets: [String] { [] }
    public func review() -> [ReviewFinding] { [] }
}

/// What a card shows: kept sealed beside the item so that a list needs no bodies.
public struct CardContent: Sendable, Hashable, Codable {
    public struct Picture: Sendable, Hashable, Codable {
        public var asset: String
        public var file: String
        public var alt: String
        public var width: Int
        public var height: Int

        public init(asset: String, file: String, alt: String, width: Int, height: Int) {
            self.asset = asset
            self.file = file
            self.alt = alt
            self.width = width
            self.height = height
        }
    }

    public var title: String
    public var summary: String?
    public var kicker: String?
    public var slug: String
    public var picture: Picture?

    public init(title: String, summary: String? = nil, kicker: String? = nil, slug: String? = nil, picture: Picture? = nil) {
        self.title = title
        self.summary = summary
        self.kicker = kicker
        self.slug = slug ?? Vietnamese.slug(title)
        self.picture = picture
    }
}

/// Something a reviewer must know before publication. An error refuses it; a warning asks.
public struct ReviewFinding: Sendable, Hashable {
    public enum Severity: Sendable, Hashable { case error, warning }

    public let field: String
    /// Catalogue key below `finding.`: `required`, `too-long`, …
    public let key: String
    public let values: [String: String]
    public let severity: Severity

    public init(field: String, key: String, values: [String: String] = [:], severity: Severity = .error) {
        self.field = field
        self.key = key
        self.values = values
        self.severity = severity
    }
}
