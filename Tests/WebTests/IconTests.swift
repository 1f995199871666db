import HTTPTypes
import NIOCore
import PortalNetwork
import Testing

@testable import Web

/// Icons in the portal's colour.
@Suite("Icons")
struct IconTests {
    /// The pixels of a painted icon: red, green, blue, alpha.
    private func pixel(_ pixels: [UInt8], _ x: Int, _ y: Int, size: Int) -> [UInt8] { Array(pixels[(y * size + x) * 4..<(y * size + x) * 4 + 4]) }

    @Test("the emblem stands on the portal's colour: clear at the corners, or filled to them")
    func painting() throws {
        let green = try #require(Colour("#0a5c36"))
        let round = EmblemPainter(size: 64, ground: green).pixels()
        #expect(round.count == 64 * 64 * 4)
        #expect(pixel(round, 0, 0, size: 64)[3] == 0)
        #expect(pixel(round, 32, 60, size: 64) == [0x0A, 0x5C, 0x36, 255])
        #expect(pixel(round, 32, 47, size: 64) == [255, 255, 255, 255], "the deck of the bridge")
        #expect(pixel(round, 32, 13, size: 64) == [0xF2, 0xC1, 0x4E, 255], "the star")
        let full = EmblemPainter(size: 64, ground: green, isFull: true).pixels()
        #expect(pixel(full, 0, 0, size: 64) == [0x0A, 0x5C, 0x36, 255])
    }

    @Test("an address names one picture of one portal's colour; made-up ones are refused", arguments: ["#0a5c36", nil])
    func addresses(_ colour: String?) throws {
        var look = Look()
        look.primary = colour
        let icons = IconStyle(look)
        func name(_ address: String) -> String { String(address.dropFirst("/_/".count)) }
        for (address, type) in [
            (icons.vectorAddress, "image/svg+xml"), (icons.address(size: 192), "image/png"), (icons.fullAddress(size: 180), "image/png"),
        ] {
            #expect(icons.file(name(address))?.type == type)
        }
        let vector = try #require(icons.file(name(icons.vectorAddress)))
        #expect(String(decoding: vector.bytes, as: UTF8.self).contains(colour ?? "#9b1c1c"))
        for made in ["icon-0a5c36-999-00000000.png", name(icons.address(size: 4096)), "icon", "", name(icons.vectorAddress) + "x"] {
            #expect(icons.file(made) == nil, "\(made)")
        }
        var other = Look()
        other.primary = "#123456"
        #expect(IconStyle(other).file(name(icons.vectorAddress)) == nil)
    }

    @Test("favicon.ico holds three squares")
    func favicon() {
        let bytes = IconStyle(Look()).favicon
        #expect(Array(bytes.prefix(6)) == [0, 0, 1, 0, 3, 0])
        #expect([6, 22, 38].map { bytes[$0] } == [16, 32, 48])
    }
}
