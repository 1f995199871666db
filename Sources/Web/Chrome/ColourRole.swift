/// What a colour is for. The style sheet speaks in roles alone, as custom properties of these names; a `Palette` says which colour plays each.
enum ColourRole: String, CaseIterable, Sendable {
    // Grounds.
    /// Header, cards, fields.
    case paper
    /// Behind everything.
    case ground
    /// Quiet bands: the footer, heads of tables.
    case sunken
    /// A wash of the portal's colour.
    case tint
    // Text on grounds.
    case ink
    /// Dates, captions, hints.
    case soft = "ink-soft"
    case link
    case linkHover = "link-hover"
    // Fills of the portal's colour.
    case brand
    case brandDeep = "brand-deep"
    case brandInk = "brand-ink"
    // Lines and marks.
    /// Separates; carries no meaning.
    case line
    /// Edges of fields and buttons.
    case edge
    /// Marks of the accent colour: bullets, rules that carry meaning, the current entry.
    case accent
    case focus
    // States: an ink and its ground.
    case notice
    case noticeGround = "notice-ground"
    case warn
    case warnGround = "warn-ground"
    case alarm
    case alarmGround = "alarm-ground"
    case good
    case goodGround = "good-ground"
    /// A solid band for emergencies, with its ink.
    case emergency
    case emergencyInk = "emergency-ink"
    /// Behind words that were searched for.
    case found

    /// The name of its custom property.
    var property: String { "--" + rawValue }

    /// The grounds that running text may stand on.
    static let grounds: [ColourRole] = [.paper, .ground, .sunken, .tint]

    /// What must be readable on what: text and its grounds.
    static let texts: [(text: ColourRole, grounds: [ColourRole])] = [
        (.ink, grounds + [.found]), (.soft, grounds), (.link, grounds + [.found]), (.linkHover, grounds + [.found]),
        (.brandInk, [.brand, .brandDeep]),
        (.notice, [.noticeGround]),
        (.warn, [.warnGround]), (.alarm, [.alarmGround, .paper, .ground]), (.good, [.goodGround]), (.emergencyInk, [.emergency]),
    ]

    /// What must be seen against what: edges of controls and marks with a meaning.
    static let marks: [(mark: ColourRole, grounds: [ColourRole])] = [
        (.edge, grounds), (.accent, grounds), (.focus, grounds + [.noticeGround, .warnGround, .alarmGround, .goodGround]),
    ]
}
