import Foundation
import PortalNetwork
import Testing

@testable import Web

/// The contrast of every look a portal may choose, proven over a grid through the whole colour space and not by the looks at hand.
@Suite("Colours of looks")
struct PaletteTests {
    /// Nine values of each channel: 729 colours, from black over every hue to white.
    private static let grid: [Colour] = {
        let values: [UInt8] = [0, 32, 64, 96, 128, 160, 192, 224, 255]
        return values.flatMap { red in values.flatMap { green in values.map { Colour(red: red, green: green, blue: $0) } } }
    }()

    /// The accent is paired with the primary at a stride that meets every colour once.
    private static func looks() -> [(primary: Colour, accent: Colour)] {
        grid.enumerated().map { ($0.element, grid[($0.offset * 310 + 17) % grid.count]) }
    }

    @Test("text can be read and marks can be seen in every look", arguments: Palette.Scheme.allCases)
    func contrastHolds(scheme: Palette.Scheme) {
        var worst = (text: 21.0, mark: 21.0)
        for (primary, accent) in Self.looks() {
            let palette = Palette(primary: primary, accent: accent, scheme: scheme)
            for (text, grounds) in ColourRole.texts {
                for ground in grounds {
                    let ratio = palette[text].contrast(with: palette[ground])
                    worst.text = min(worst.text, ratio)
                    #expect(ratio >= scheme.textRatio, "\(primary) \(accent): \(text) on \(ground) has \(ratio)")
                }
            }
            for (mark, grounds) in ColourRole.marks {
                for ground in grounds {
                    let ratio = palette[mark].contrast(with: palette[ground])
                    worst.mark = min(worst.mark, ratio)
                    #expect(ratio >= scheme.markRatio, "\(primary) \(accent): \(mark) on \(ground) has \(ratio)")
                }
            }
        }
        // The pairs come near their limits somewhere, or the grid would not have looked for them.
        #expect(worst.text < scheme.textRatio + 1 && worst.mark < scheme.markRatio + 1)
    }

    @Test func aColourThatCanBeReadStaysWhatThePortalChose() throws {
        let primary = try #require(Colour("#9b1c1c"))
        let palette = Palette(primary: primary, accent: primary, scheme: .light)
        #expect(palette[.brand] == primary && palette[.link] == primary && palette[.accent] == primary && palette[.brandInk] == .white)
    }

    @Test func everyRoleIsInTheSheetOfEveryScheme() throws {
        let css = LookStyle(Look(primary: "#004a99", accent: "#ffcc00")).css
        for role in ColourRole.allCases {
            #expect(css.components(separatedBy: "\(role.property):#").count == 10, "\(role.property)")
        }
        #expect(
            css.contains(":root[data-contrast=more]") && css.contains("[data-theme=dark]") && css.contains("(prefers-contrast:more)")
                && css.contains("(prefers-color-scheme:dark)")
        )
    }

    /// Colours come from roles: one written into the sheet itself would be no part of the proof.
    @Test func theSheetHasNoColoursOfItsOwn() throws {
        let address = try #require(StaticFiles.house.address("site.css"))
        let sheet = String(decoding: try #require(StaticFiles.house.file(String(address.dropFirst(3)))).bytes, as: UTF8.self)
        // The last part of the sheet is paper, which has black and white.
        let screen = sheet.components(separatedBy: "@media print").dropLast().joined()
        let own = screen.matches(of: /#[0-9a-fA-F]{3,8}\b|rgba?\([0-9 ,.\/]+\)/).map { String($0.output) }
        // What is the same everywhere: the red and gold of the rule above every page, codes that scanners read, a shadow.
        let known = ["#b5121b", "#f2b632", "#fff", "#000", "rgb(0 0 0 / 0.16)"]
        #expect(own.filter { !known.contains($0) } == [], "colours outside of the roles")
        let used = Set(screen.matches(of: /var\((--[a-z-]+)/).map { String($0.output.1) })
        let declared = Set(screen.matches(of: /(--[a-z0-9-]+):/).map { String($0.output.1) }).union(ColourRole.allCases.map(\.property))
        #expect(used.subtracting(declared) == [], "properties nobody declares")
    }

    /// Vietnamese stacks two marks above capitals: a line tighter than 1.35 cuts them or lets them touch the line above.
    @Test func noLineIsTooTightForStackedMarks() throws {
        let address = try #require(StaticFiles.house.address("site.css"))
        let sheet = String(decoding: try #require(StaticFiles.house.file(String(address.dropFirst(3)))).bytes, as: UTF8.self)
        let heights = sheet.matches(of: /(?:line-height|--line-[a-z]+):\s*([0-9.]+)[;}\s]/).compactMap { Double($0.output.1) }
        #expect(heights.count >= 4)
        for height in heights { #expect(height >= 1.35, "\(height)") }
    }
}
