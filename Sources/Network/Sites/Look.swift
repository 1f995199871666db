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
    /// The point of the banner picture that stays in sight however it is cut; nil is a little below its middle. Goes with the picture: inherited with it.
    public var bannerFocus: BannerFocus?
    public var slogan: String?
    /// Extra lines of the footer, plain text.
    public var footer: [String]?
    /// The folder of template overrides below the look directory, `[a-z0-9-]+`.
    public var theme: String?
    /// What the home page holds: names of blocks in order (`lead`, `section:tin-tuc`, `notices:thong-bao`, `services`, `links`, …).
    public var blocks: [String]?
    /// How the home page is composed: a `HomeArrangement`. Not inherited: nil is what the kind of portal has (`SiteKind.arrangement`).
    public var arrangement: String?
    /// `compact` for portals with much on their pages; nil is the house's own measure.
    public var density: String?
    /// Entries of the block `services`. Like figures and officials they are the portal's own and never inherited: a path means another page elsewhere.
    public var services: [LookEntry]?
    /// Entries of the block `figures`.
    public var figures: [LookEntry]?
    /// Entries of the block `officials`.
    public var officials: [LookEntry]?

    public init(
        primary: String? = nil,
        accent: String? = nil,
        logo: String? = nil,
        banner: String? = nil,
        bannerFocus: BannerFocus? = nil,
        slogan: String? = nil,
        footer: [String]? = nil,
        theme: String? = nil,
        blocks: [String]? = nil,
        arrangement: String? = nil,
        density: String? = nil,
        services: [LookEntry]? = nil,
        figures: [LookEntry]? = nil,
        officials: [LookEntry]? = nil
    ) {
        self.primary = primary
        self.accent = accent
        self.logo = logo
        self.banner = banner
        self.bannerFocus = bannerFocus
        self.slogan = slogan
        self.footer = footer
        self.theme = theme
        self.blocks = blocks
        self.arrangement = arrangement
        self.density = density
        self.services = services
        self.figures = figures
        self.officials = officials
    }

    /// This look with everything it leaves open, and that can be another portal's too, taken from `parent`.
    public func inheriting(_ parent: Look) -> Look {
        Look(
            primary: primary ?? parent.primary,
            accent: accent ?? parent.accent,
            logo: logo ?? parent.logo,
            banner: banner ?? parent.banner,
            bannerFocus: banner == nil ? bannerFocus ?? parent.bannerFocus : bannerFocus,
            slogan: slogan ?? parent.slogan,
            footer: footer ?? parent.footer,
            theme: theme ?? parent.theme,
            blocks: blocks ?? parent.blocks,
            arrangement: arrangement,
            density: density ?? parent.density,
            services: services,
            figures: figures,
            officials: officials
        )
    }
}

/// A point of a picture in hundredths of its width and height, from its top left corner.
public struct BannerFocus: Sendable, Hashable, Codable {
    public static let range = 0...100
    public var x: Int
    public var y: Int

    public init(x: Int, y: Int) {
        self.x = x
        self.y = y
    }
}
