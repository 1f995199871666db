import Foundation
import PortalNetwork
import Testing

@testable import Web

/// The font of the portals has every letter of Vietnamese, and every sign that the program itself writes.
@Suite("Fonts")
struct FontTests {
    static let names = ["house-sans-regular.woff2", "house-sans-bold.woff2"]

    static func characters(of name: String) throws -> Set<UInt32> {
        let address = try #require(StaticFiles.house.address(name))
        let file = try #require(StaticFiles.house.file(String(address.dropFirst("/_/".count))))
        return try #require(WebFont(file.bytes)).characters
    }

    /// The 134 letters that ASCII has not: twelve vowels in six tones, and đ, small and capital.
    static let letters: [Unicode.Scalar] = {
        let tones: [String] = ["", "\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"]
        let small = "aăâeêioôơuưy".flatMap { vowel in tones.map { (String(vowel) + $0).precomposedStringWithCanonicalMapping } } + ["đ"]
        return (small + small.map { $0.uppercased() }).flatMap(\.unicodeScalars).filter { !$0.isASCII }
    }()

    @Test(arguments: names)
    func haveEveryVietnameseLetter(_ name: String) throws {
        #expect(Self.letters.count == 134 && Set(Self.letters).count == 134)
        let characters = try Self.characters(of: name)
        let missing = Self.letters.filter { !characters.contains($0.value) }
        #expect(missing.isEmpty, "\(missing.map { String($0) })")
        // The marks too, for text that came decomposed.
        for mark: UInt32 in [0x300, 0x301, 0x302, 0x303, 0x306, 0x309, 0x31B, 0x323] {
            #expect(characters.contains(mark), "U+0\(String(mark, radix: 16))")
        }
    }

    @Test(arguments: names)
    func haveWhatTextsAreWrittenWith(_ name: String) throws {
        let characters = try Self.characters(of: name)
        let signs = (32...126).map { UInt32($0) } + "“”‘’„–—…•·«»‹›₫€№°%‰§©®™×÷±½²³ºª¿¡".unicodeScalars.map(\.value)
        #expect(signs.filter { !characters.contains($0) }.isEmpty, "\(signs.filter { !characters.contains($0) }.compactMap { Unicode.Scalar($0) })")
    }

    /// Catalogues and templates are what the program says everywhere: none of it may fall out of the font.
    @Test(arguments: names)
    func haveWhatTheProgramSays(_ name: String) throws {
        let characters = try Self.characters(of: name)
        var looked = 0
        for file in EmbeddedFiles.all where file.path.hasSuffix("vi.json") || file.path.hasSuffix("en.json") || file.path.hasSuffix(".mustache") {
            let missing = Set(file.text.description.unicodeScalars.filter { $0.value > 32 && !characters.contains($0.value) })
            #expect(missing.isEmpty, "\(file.path): \(missing)")
            looked += 1
        }
        #expect(looked > 10)
    }

    /// The name of Chinese can be read on a device without a Chinese font.
    @Test func languagesCanBeReadInTheSwitch() throws {
        let letters = try Self.names.map { try Self.characters(of: $0) }.reduce(try Self.characters(of: "house-han.woff2")) { $0.union($1) }
        for language in Language.allCases {
            #expect(language.ownName.unicodeScalars.allSatisfy { letters.contains($0.value) || $0 == " " }, "\(language.ownName)")
        }
        #expect(try Self.characters(of: "house-han.woff2") == [0x4E2D, 0x6587])
    }

    /// Both together are less than a small picture.
    @Test func areSmall() throws {
        let sizes = try Self.names.map { name in
            try #require(StaticFiles.house.address(name).flatMap { StaticFiles.house.file(String($0.dropFirst("/_/".count))) }).bytes.count
        }
        #expect(sizes.reduce(0, +) < 60_000 && sizes.allSatisfy { $0 > 5_000 }, "\(sizes)")
    }

    @Test func aFileThatIsNoFontHasNoCharacters() {
        #expect(WebFont(Array("wOFF".utf8) + [UInt8](repeating: 0, count: 60)) == nil)
        #expect(WebFont([]) == nil)
    }
}
