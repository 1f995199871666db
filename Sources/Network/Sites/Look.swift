/// How a portal looks, as far as it says so itself. What is nil is inherited from the parent, and at the top from the house look.
public struct Look: Sendable, Hashable, Codable {
    /// The leading colour, `#rrggbb`: header band, links. Contrast against white is checked when it is set.
    public var primary: String?
    /// The accent colour, `#rrggbb`.
    public var accent: String?
    /// The asset commitment of the emblem or logo.
    public var logo: String?
    /// The asset commitment of the banner picture.
    public var banner: String?
    public var slogan: String?
    /// Extra lines of the footer, plain text.
    public var footer: [String]?
    /// The folder of template overrides below the look directory, `[a-z0-9-]+`.
    public var theme: String?
    /// How the home page is arranged: names of blocks in order (`lead`, `section:tin-tuc`, `services`, `links`, …).
    public var blocks: [String]?

    public init(
        primary: String? = nil,
        accent: String? = nil,
        logo: String? = nil,
        banner: String? = nil,
        slogan: String? = nil,
        footer: [String]? = nil,
        theme: String? = nil,
        blocks: [String]? = nil
    ) {
        self.primary = primary
        self.accent = accent
        self.logo = logo
        self.banner = banner
        self.slogan = slogan
        self.footer = footer
        self.theme = theme
        self.blocks = blocks
    }

    /// This look with everything it leaves open taken from `parent`.
    public func inheriting(_ parent: Look) -> Look {
        Look(
            primary: primary ?? parent.primary,
            accent: accent ?? parent.accent,
            logo: logo ?? parent.logo,
            banner: banner ?? parent.banner,
            slogan: slogan ?? parent.slogan,
            footer: footer ?? parent.footer,
            theme: theme ?? parent.theme,
            blocks: blocks ?? parent.blocks
        )
    }
}
