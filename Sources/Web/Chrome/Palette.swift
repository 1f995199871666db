/// The colours of a portal in one scheme: its own two, and the house's neutrals. Whatever two colours a portal chooses, text keeps the contrast the
/// guidelines ask for (WCAG 2.2, 1.4.3 and 1.4.11; 1.4.6 where the reader wants more): a colour that does not is moved until it does.
struct Palette: Sendable, Hashable {
    /// What the reader's system or the page's own switch asks for.
    enum Scheme: CaseIterable, Sendable {
        case light, dark, lightMore, darkMore

        var isDark: Bool { self == .dark || self == .darkMore }
        var isMore: Bool { self == .lightMore || self == .darkMore }
        /// What text and marks must have against their grounds.
        var textRatio: Double { isMore ? 7 : 4.5 }
        var markRatio: Double { isMore ? 4.5 : 3 }
    }

    private let colours: [ColourRole: Colour]

    /// The colour of a role; every role has one.
    subscript(role: ColourRole) -> Colour { colours[role] ?? .black }

    init(primary: Colour, accent: Colour, scheme: Scheme) {
        var made = Self.neutrals(scheme)
        let end: Colour = scheme.isDark ? .white : .black
        let (paper, ground, sunken) = (made[.paper] ?? .white, made[.ground] ?? .white, made[.sunken] ?? .white)
        let tint = scheme.isMore ? paper : paper.mixed(with: primary, scheme.isDark ? 0.14 : 0.06)
        made[.tint] = tint
        made[.found] = scheme.isMore ? paper : paper.mixed(with: Colour(0xF2B632), scheme.isDark ? 0.22 : 0.24)
        let grounds = [paper, ground, sunken, tint]
        let link = primary.readable(on: grounds + [made[.found] ?? paper], ratio: scheme.textRatio, towards: end)
        made[.link] = link
        made[.linkHover] = link.mixed(with: end, 0.35)
        made[.accent] = accent.readable(on: grounds, ratio: scheme.markRatio, towards: end)
        // Small margins keep rounding on the safe side.
        for role in [ColourRole.ink, .soft] {
            made[role] = (made[role] ?? end).readable(on: grounds + [made[.found] ?? paper], ratio: scheme.textRatio + 0.1, towards: end)
        }
        for role in [ColourRole.edge, .focus] { made[role] = (made[role] ?? end).readable(on: grounds, ratio: scheme.markRatio, towards: end) }
        Self.fill(&made, primary, scheme)
        colours = made
    }

    /// The band of the portal's colour and the letters on it: white where they can be read, else dark ones, else the band gives way.
    private static func fill(_ made: inout [ColourRole: Colour], _ primary: Colour, _ scheme: Scheme) {
        let night = Colour(0x16120F)
        if scheme == .darkMore {
            made[.brand] = primary.readable(on: [.black], ratio: 7, towards: .white)
            made[.brandDeep] = .white
            made[.brandInk] = .black
        } else if !scheme.isMore, primary.contrast(with: .white) < 4.5, primary.contrast(with: night) >= 4.5 {
            made[.brand] = primary
            made[.brandDeep] = primary.mixed(with: .white, 0.25)
            made[.brandInk] = night
        } else {
            let brand = primary.readable(on: [.white], ratio: scheme.textRatio, towards: .black)
            made[.brand] = brand
            made[.brandDeep] = brand.mixed(with: .black, 0.28)
            made[.brandInk] = .white
        }
    }

    /// The house's own colours: warm paper by day, warm ink by night; stronger where the reader wants more.
    private static func neutrals(_ scheme: Scheme) -> [ColourRole: Colour] {
        let values: [ColourRole: UInt32] =
            switch scheme {
            case .light:
                [
                    .paper: 0xFFFFFF, .ground: 0xFAF8F4, .sunken: 0xF2EEE6, .ink: 0x1D1A17, .soft: 0x5C554D, .line: 0xE2DCD1, .edge: 0x857C70,
                    .focus: 0x0B57D0, .notice: 0x14467A, .noticeGround: 0xE8F0FA, .warn: 0x6B4300, .warnGround: 0xFFF3D6, .alarm: 0x9B1111,
                    .alarmGround: 0xFDECEA, .good: 0x1B5E34, .goodGround: 0xE7F4EA, .emergency: 0xA30F14, .emergencyInk: 0xFFFFFF,
                ]
            case .dark:
                [
                    .paper: 0x1C1917, .ground: 0x141210, .sunken: 0x231F1C, .ink: 0xECE7DF, .soft: 0xB3AAA0, .line: 0x3A342F, .edge: 0x8F857A,
                    .focus: 0x8AB4F8, .notice: 0xA9CBF5, .noticeGround: 0x16283D, .warn: 0xF3D08A, .warnGround: 0x33280F, .alarm: 0xFFB4AB,
                    .alarmGround: 0x3B1514, .good: 0x9AD8AC, .goodGround: 0x14301D, .emergency: 0xA30F14, .emergencyInk: 0xFFFFFF,
                ]
            case .lightMore:
                [
                    .paper: 0xFFFFFF, .ground: 0xFFFFFF, .sunken: 0xFFFFFF, .ink: 0x000000, .soft: 0x1F1B18, .line: 0x595049, .edge: 0x000000,
                    .focus: 0x0B3FA8, .notice: 0x06264A, .noticeGround: 0xFFFFFF, .warn: 0x3D2600, .warnGround: 0xFFFFFF, .alarm: 0x7A0A0A,
                    .alarmGround: 0xFFFFFF, .good: 0x0B3A1D, .goodGround: 0xFFFFFF, .emergency: 0x7A0A0A, .emergencyInk: 0xFFFFFF,
                ]
            case .darkMore:
                [
                    .paper: 0x000000, .ground: 0x000000, .sunken: 0x000000, .ink: 0xFFFFFF, .soft: 0xF0EBE4, .line: 0xB9B0A6, .edge: 0xFFFFFF,
                    .focus: 0xFFD84D, .notice: 0xD6E7FF, .noticeGround: 0x000000, .warn: 0xFFE3A3, .warnGround: 0x000000, .alarm: 0xFFD1CB,
                    .alarmGround: 0x000000, .good: 0xC2F0CF, .goodGround: 0x000000, .emergency: 0xFFD84D, .emergencyInk: 0x000000,
                ]
            }
        return values.mapValues { Colour($0) }
    }

    /// The roles as declarations.
    var declarations: String { ColourRole.allCases.map { "\($0.property):\(self[$0])" }.joined(separator: ";") }
}
