/// Something that stands on a page, or is missing from it, and does not follow from what was published.
public struct PageFinding: Sendable, Hashable, Codable, CustomStringConvertible {
    public enum Kind: String, Sendable, Codable, CaseIterable {
        /// The page is not written as the program writes pages: comments, elements that are not closed, attributes twice.
        case markup
        /// Text, a link, a picture or a form outside every region.
        case unattributed
        case unknownRegion, misnestedRegion
        /// `style=`, a style sheet or a script inside the page, `on…=`, an address that runs something.
        case inlineStyle, inlineScript, eventHandler, dangerousAddress
        /// Something loaded from a host that is not the installation's.
        case foreignResource
        /// A script, style or font whose name or bytes are not the release's.
        case unknownResource, alteredResource
        /// The edition's text is not the one its entry commits to.
        case editionText
        /// The item is not published, or in another edition, or on another site.
        case notPublished, wrongEdition
        /// The page at an item's address shows another item, or none.
        case wrongPlace
        case cardText, cardLink, cardPicture
        case wording, chrome, live, linkInLive, head, element
        /// An answer where nothing is published (L1), or no answer where something is.
        case rogueAddress, missingAddress
        /// It leads elsewhere than it should.
        case redirect
        /// A visitor of another kind gets another page (L2).
        case cloaked
        /// The record itself does not hold together.
        case record

        /// Whether a page that was published, corrected or withdrawn this very moment, or kept by a cache for a little while, may look like this: then a second look
        /// decides.
        public var mayBeOfTheMoment: Bool {
            switch self {
            case .head, .chrome, .element, .cardText, .cardLink, .cardPicture, .wording, .wrongEdition, .notPublished, .wrongPlace, .missingAddress,
                .rogueAddress, .redirect, .alteredResource, .cloaked, .record, .editionText:
                true
            default: false
            }
        }
    }

    public var kind: Kind
    /// What should stand there; nil where nothing should.
    public var expected: String?
    /// What stands there; nil where it is missing.
    public var found: String?
    /// Where: an element's path, a region's mark, an address.
    public var place: String

    public init(_ kind: Kind, expected: String? = nil, found: String? = nil, place: String = "") {
        self.kind = kind
        self.expected = expected.map(Self.cut)
        self.found = found.map(Self.cut)
        self.place = place
    }

    public var description: String {
        var parts = [kind.rawValue]
        if !place.isEmpty { parts.append("at \(place)") }
        if let found { parts.append("found «\(found)»") }
        if let expected { parts.append("expected «\(expected)»") }
        return parts.joined(separator: ", ")
    }

    /// A finding is for people: no more of a text than they read. The separators of ct-1 become visible.
    private static func cut(_ text: String) -> String {
        let shown = String(text.prefix(2000).map { $0 == "\u{1F}" || $0 == "\u{1E}" ? "¦" : $0 })
        return text.count > 2000 ? shown + "…" : shown
    }
}
