public import PortalNetwork
public import PublicRecord
public import Web

/// What the record says about an item that is shown.
public struct LiveItem: Sendable {
    public var edition: Int64
    /// Code of the site it is published on.
    public var site: String?
    /// To the canonical text.
    public var text: Commitment
    /// What the edition's content says of itself, checked against its commitment; nil where the content could not be had.
    public var card: Card?

    public struct Card: Sendable {
        public var title: String
        public var summary: String?
        public var kicker: String?
        /// Commitments of the pictures its content names.
        public var pictures: Set<String>
        /// Everything the edition says, for extracts in search results: white space collapsed.
        public var body: String

        public init(title: String, summary: String? = nil, kicker: String? = nil, pictures: Set<String> = [], body: String = "") {
            self.title = title
            self.summary = summary
            self.kicker = kicker
            self.pictures = pictures
            self.body = body
        }
    }

    public init(edition: Int64, site: String? = nil, text: Commitment, card: Card? = nil) {
        self.edition = edition
        self.site = site
        self.text = text
        self.card = card
    }
}

/// Everything a page is held against. What is nil is not compared, and `PageComparison.unchecked` names it.
public struct PageRecord: Sendable {
    /// The installation's hosts, lower case, without port.
    public var hosts: Set<String>
    /// Code of the site whose host was asked; nil does not compare sites.
    public var site: String?
    /// What is live, by the item's 13 characters: at least every item the page names.
    public var live: [String: LiveItem]
    /// The same page made anew from today's data, for header, menu, footer, headings, `<head>` and attributes.
    public var expected: String?
    /// The release's catalogue.
    public let words: Words
    public let language: Language
    /// Shapes of the catalogue's texts, which may stand in live regions.
    let texts: Set<String>
    /// `sha384-…` of the release's script, style or font at a path below `/_/`; nil for a path that is none of it. Nil: another release.
    public var statics: (@Sendable (_ path: String) -> String?)?

    public init(
        hosts: Set<String>,
        site: String? = nil,
        live: [String: LiveItem],
        expected: String? = nil,
        words: Words,
        language: Language,
        statics: (@Sendable (String) -> String?)? = nil,
        texts: Set<String>? = nil
    ) {
        self.hosts = hosts
        self.site = site
        self.live = live
        self.expected = expected
        self.words = words
        self.language = language
        self.texts = texts ?? Self.texts(words, language)
        self.statics = statics
    }

    /// Whole texts of a catalogue, by their shape, with numbers in their gaps: worked out once for many pages.
    public static func texts(_ words: Words, _ language: Language) -> Set<String> {
        Set(
            words.keys.compactMap { key in
                words.phrase(key, language).map { phrase in
                    LiveTexts.shape(phrase.filled(Dictionary(phrase.holes.map { ($0, "0") }) { first, _ in first }))
                }
            }
        )
    }
}
