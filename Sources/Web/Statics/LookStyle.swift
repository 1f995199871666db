public import PortalNetwork

/// A portal's own colours as a stylesheet of custom properties (`ColourRole`).
///
/// The address says everything the sheet holds, and ends in a digest of it: `/_/look-9b1c1c-c8912d-1a2b3c4d.css`. So every node answers it without asking
/// anyone, it may be kept for ever, and an address that was made up is refused.
public struct LookStyle: Sendable, Hashable {
    static let housePrimary = Colour(red: 0x9B, green: 0x1C, blue: 0x1C)
    static let houseAccent = Colour(red: 0xC8, green: 0x91, blue: 0x2D)

    /// What portals look like that say nothing of themselves.
    public static let houseColours = (primary: housePrimary.description, accent: houseAccent.description)

    public let primary: Colour
    public let accent: Colour

    /// A colour that is not `#rrggbb` (an old row, a hand in the database) falls back to the house's.
    public init(_ look: Look) {
        self.init(primary: look.primary.flatMap(Colour.init), accent: look.accent.flatMap(Colour.init))
    }

    init(primary: Colour?, accent: Colour?) {
        self.primary = primary ?? Self.housePrimary
        self.accent = accent ?? Self.houseAccent
    }

    /// The style an address names; nil when this program would not have written that address.
    init?(fileName: String) {
        let parts = fileName.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 4, parts[0] == "look", let primary = Colour("#\(parts[1])"), let accent = Colour("#\(parts[2])") else { return nil }
        self.init(primary: primary, accent: accent)
        guard self.fileName == fileName else { return nil }
    }

    /// Everything that follows from the colours. Every page names it.
    private struct Made: Sendable {
        let css: String
        let fileName: String
        let integrity: String
    }

    private static let remembered = Remembered<LookStyle, Made>()

    private var made: Made {
        Self.remembered.value(self) {
            let css = sheet
            let bytes = Array(css.utf8)
            let name = "look-\(primary.digits)-\(accent.digits)-\(StaticFiles.digest(bytes, length: 8)).css"
            return Made(css: css, fileName: name, integrity: StaticFiles.integrity(of: bytes))
        }
    }

    var fileName: String { made.fileName }

    public var address: String { "/_/" + fileName }

    /// What the page says the sheet's bytes must be.
    var integrity: String { made.integrity }

    var css: String { made.css }

    /// Every role in every scheme. Paper knows the light one alone. The page's own switches (`data-theme`, `data-contrast`) outrank the system's settings.
    private var sheet: String {
        func roles(_ scheme: Palette.Scheme) -> String { Palette(primary: primary, accent: accent, scheme: scheme).declarations }
        let (light, dark, lightMore, darkMore) = (roles(.light), roles(.dark), roles(.lightMore), roles(.darkMore))
        let (night, more) = ("(prefers-color-scheme:dark)", "(prefers-contrast:more)")
        return """
            :root{\(light)}
            @media screen and \(night){:root:not([data-theme=light]){\(dark)}}
            @media screen{:root[data-theme=dark]{\(dark)}}
            @media \(more){:root{\(lightMore)}}
            :root[data-contrast=more]{\(lightMore)}
            @media screen and \(night) and \(more){:root:not([data-theme=light]){\(darkMore)}}
            @media screen and \(more){:root[data-theme=dark]{\(darkMore)}}
            @media screen and \(night){:root[data-contrast=more]:not([data-theme=light]){\(darkMore)}}
            @media screen{:root[data-contrast=more][data-theme=dark]{\(darkMore)}}

            """
    }
}
