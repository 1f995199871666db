public import Store

extension Sites {
    /// Says how a portal looks; what the look leaves open is inherited.
    @discardableResult
    public static func setLook(_ look: Look, of id: SiteID, version: Int, in db: any Connection) throws -> Site {
        try NetworkVersion.raise(in: db)
        var site = try site(id, in: db)
        site.look = try look.checked()
        return try store(site, expecting: version, in: db)
    }

    /// `setLook` as a transaction of its own.
    @discardableResult
    public static func setLook(_ look: Look, of id: SiteID, version: Int, in database: any Database) async throws -> Site {
        try await database.write { try setLook(look, of: id, version: version, in: $0) }
    }
}

extension Look {
    static let sloganLimit = 160
    static let footerLines = 12
    static let footerLimit = 300
    static let blockLimit = 40
    /// Contrast of text, in hundredths: 4.5 (WCAG 2.2, 1.4.3, level AA).
    static let leastContrast = 450

    /// The look cleaned, or the first thing wrong with it.
    func checked() throws(SiteRefusal) -> Look {
        var look = self
        look.primary = try Self.colour(primary, "primary")
        if let primary = look.primary, let colour = Colour(primary), colour.hundredthsAgainstWhite < Self.leastContrast {
            throw .contrastTooLow(
                colour: primary,
                ratio: Self.decimal(colour.hundredthsAgainstWhite),
                least: Self.decimal(Self.leastContrast)
            )
        }
        look.accent = try Self.colour(accent, "accent")
        look.logo = try Self.picture(logo, "logo")
        look.banner = try Self.picture(banner, "banner")
        if let focus = bannerFocus, !BannerFocus.range.contains(focus.x) || !BannerFocus.range.contains(focus.y) { throw .focusInvalid }
        look.slogan = plainLineOrNil(slogan)
        if let slogan = look.slogan, slogan.count > Self.sloganLimit { throw .sloganTooLong(limit: Self.sloganLimit) }
        look.footer = footer?.map(plainLine)
        if let lines = look.footer, lines.count > Self.footerLines || lines.contains(where: { $0.count > Self.footerLimit }) {
            throw .footerTooLong(lines: Self.footerLines, limit: Self.footerLimit)
        }
        if let theme, !Self.isName(theme) { throw .themeInvalid(theme) }
        if let blocks {
            guard blocks.count <= Self.blockLimit else { throw .tooManyBlocks(limit: Self.blockLimit) }
            for block in blocks where !Self.isBlock(block) { throw .blockInvalid(block) }
        }
        if let arrangement, HomeArrangement(rawValue: arrangement) == nil { throw .blockInvalid(arrangement) }
        if let density, density != "compact" { throw .blockInvalid(density) }
        look.services = try Self.entries(services)
        look.figures = try Self.entries(figures)
        look.officials = try Self.entries(officials)
        return look
    }

    private static func entries(_ entries: [LookEntry]?) throws(SiteRefusal) -> [LookEntry]? {
        guard let entries else { return nil }
        guard entries.count <= LookEntry.limit else { throw .tooManyBlocks(limit: LookEntry.limit) }
        var checked: [LookEntry] = []
        for entry in entries { checked.append(try entry.checked()) }
        return checked
    }

    private static func colour(_ value: String?, _ part: String) throws(SiteRefusal) -> String? {
        guard let value else { return nil }
        guard Colour(value) != nil else { throw .colourInvalid(part: part, value: value) }
        return value.lowercased()
    }

    /// An asset commitment: SHA-256 as 64 lower-case hexadecimal digits.
    private static func picture(_ value: String?, _ part: String) throws(SiteRefusal) -> String? {
        guard let value else { return nil }
        let isDigest = value.utf8.count == 64 && value.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
        guard isDigest else { throw .pictureInvalid(part: part) }
        return value
    }

    /// `[a-z0-9-]+`: a folder's name can lead nowhere else.
    static func isName(_ text: some StringProtocol) -> Bool {
        (1...64).contains(text.utf8.count) && text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
    }

    /// Whether a text can be the name of a block: `lead`, `section:tin-tuc`.
    public static func isBlockName(_ text: String) -> Bool { isBlock(text) }

    /// `name` or `name:argument`.
    private static func isBlock(_ text: String) -> Bool {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        return parts.count <= 2 && parts.allSatisfy(isName)
    }

    /// "4,53": figures as Vietnamese readers expect them.
    private static func decimal(_ hundredths: Int) -> String {
        let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
        if rest == 0 { return "\(whole)" }
        return rest.isMultiple(of: 10) ? "\(whole),\(rest / 10)" : "\(whole),\(rest < 10 ? "0" : "")\(rest)"
    }
}
