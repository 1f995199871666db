import Hummingbird
import RichText

/// `/_/design`: every piece of the design system in all its states, in the frame and the colours of the portal it is asked of. For those who make templates
/// and for those who choose colours; search engines are kept out. Its text is sample text in Vietnamese whatever the portal's language is.
struct StylePage: PageModel {
    let sample: String
    let icons: [IconSample]
    let roles: [RoleSample]

    static let path = "/_/design"

    init(_ visit: Visit) {
        sample = visit.face.statics.address("sample.svg") ?? ""
        icons = Icon.names.compactMap { name in Icon.markup(name).map { IconSample(name: name, markup: $0) } }
        let look = LookStyle(visit.look)
        let palettes = [Palette.Scheme.light, .dark].map { Palette(primary: look.primary, accent: look.accent, scheme: $0) }
        roles = ColourRole.allCases.map { role in
            let texts = palettes.map { palette in
                let grounds = (ColourRole.texts.map { ($0.text, $0.grounds) } + ColourRole.marks.map { ($0.mark, $0.grounds) }).first {
                    $0.0 == role
                }?.1
                return grounds.flatMap { $0.map { palette[role].contrast(with: palette[$0]) }.min() }.map { Self.decimal($0) }
            }
            return RoleSample(
                name: role.property,
                light: palettes[0][role].description,
                dark: palettes[1][role].description,
                least: texts[0],
                leastDark: texts[1]
            )
        }
    }

    /// "4,53", rounded down.
    private static func decimal(_ value: Double) -> String {
        let hundredths = Int(value * 100)
        return "\(hundredths / 100),\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    }

    static let shape: Shape<StylePage> = [.text("sample", \.sample), .many("icons", \.icons), .many("roles", \.roles)]

    static func page(for visit: Visit) -> Page {
        Page(.style, StylePage(visit), head: PageHead(title: "Hệ thống thiết kế", isHidden: true), path: path)
    }
}

/// A drawing and its name.
struct IconSample: PageModel {
    let name: String
    let markup: Markup

    static let shape: Shape<IconSample> = [.text("name", \.name), .markup("icon", \.markup)]
}

/// A role with its colours in the portal's look, and the least contrast it has on any ground it may stand on.
struct RoleSample: PageModel {
    let name: String
    let light: String
    let dark: String
    let least: String?
    let leastDark: String?

    static let shape: Shape<RoleSample> = [
        .text("name", \.name), .text("light", \.light), .text("dark", \.dark), .text("least", \.least), .text("leastDark", \.leastDark),
    ]
}

extension PageTemplate where Model == StylePage {
    static var style: Self { Self("design") }
}
