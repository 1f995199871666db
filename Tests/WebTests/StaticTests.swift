import Crypto
import Foundation
import HTTPTypes
import PortalNetwork
import RichText
import Testing

@testable import Web

@Suite("Styles, script, emblem")
struct StaticTests {
    @Test func addressesCarryTheirDigest() async throws {
        let browser = try Browser(TestFace.make())
        for name in ["site.css", "portal.js", "emblem.svg"] {
            let address = try #require(StaticFiles.house.address(name))
            let answer = try await browser.send(address)
            #expect(answer.status == 200)
            #expect(answer.headers[.cacheControl] == "public, max-age=31536000, immutable")
            #expect(address.contains(StaticFiles.digest(Array(answer.body.utf8), length: 12)))
            #expect(try await browser.send(address, headers: [.ifNoneMatch: answer.headers[.eTag] ?? ""]).status == 304)
        }
        #expect(StaticFiles.house.file("portal.js")?.bytes == nil)
        let script = try #require(StaticFiles.house.address("portal.js").flatMap { StaticFiles.house.file(String($0.dropFirst(3))) })
        #expect(script.bytes.count < 8192)
        #expect(script.type == "text/javascript; charset=utf-8")
    }

    /// What a page says its styles and scripts must be is what they are; fonts are loaded early, from ourselves.
    @Test func pagesNameTheDigestsOfWhatTheyLoad() async throws {
        let browser = try Browser(TestFace.make(tree: Network.tree(look: Look(primary: "#004a99"))))
        let page = try await browser.send("/").body
        let tags = page.matches(of: /<(?:link rel="stylesheet" href|script type="module" src)="([^"]+)" integrity="sha384-([^"]+)">/)
        #expect(tags.count == 4)
        for tag in tags {
            let body = try await browser.send(String(tag.output.1)).body
            #expect(Data(SHA384.hash(data: Data(body.utf8))).base64EncodedString() == String(tag.output.2), "\(tag.output.1)")
        }
        #expect(
            page.matches(of: /<(link rel="stylesheet"|script)[^>]*>/).allSatisfy {
                $0.output.0.contains("integrity=") || $0.output.0.contains("ld+json")
            }
        )
        let preloads = page.matches(of: /<link rel="preload" as="font" type="font\/woff2" href="(\/_\/[^"]+)" crossorigin>/).map {
            String($0.output.1)
        }
        #expect(preloads.count == 2)
        let sheet = try await browser.send(try #require(StaticFiles.house.address("site.css"))).body
        for address in preloads {
            let answer = try await browser.send(address)
            #expect(answer.status == 200 && answer.headers[.contentType] == "font/woff2")
            #expect(answer.headers[.cacheControl] == "public, max-age=31536000, immutable")
            #expect(answer.headers[.crossOriginResourcePolicy] == "same-origin" && answer.headers[.xContentTypeOptions] == "nosniff")
            #expect(sheet.contains("url(\(address))"), "the sheet asks for what was loaded early, or it is loaded twice")
        }
        #expect(!sheet.contains("url(/_/house-sans-regular.woff2)"))
    }

    @Test func aPortalsColoursAreAnAddress() async throws {
        let look = Look(primary: "#004a99", accent: "#ffcc00")
        let style = LookStyle(look)
        #expect(style.address.hasPrefix("/_/look-004a99-ffcc00-"))
        let browser = try Browser(TestFace.make(tree: Network.tree(look: look)))
        let answer = try await browser.send(style.address)
        #expect(answer.status == 200 && answer.body.contains("--brand:#004a99") && answer.headers[.contentType] == "text/css; charset=utf-8")
        #expect(try await browser.send("/").body.contains(style.address))
        for forged in [
            "/_/look-004a98-ffcc00-\(style.address.suffix(12))", "/_/look-red-ffcc00-00000000.css", "/_/look-004a99-ffcc00.css",
            "/_/look-004A99-ffcc00-\(style.address.suffix(12))",
        ] {
            #expect(try await browser.send(forged).status == 404, "\(forged)")
        }
    }

    @Test func badColoursFallBackToTheHouse() {
        for text in ["red", "#fff", "#12345g", "}body{", "#1234567", ""] {
            #expect(LookStyle(Look(primary: text)) == LookStyle(Look()))
        }
    }

    @Test func contrastIsThatOfTheGuidelines() throws {
        let (black, grey) = (try #require(Colour("#000000")), try #require(Colour("#767676")))
        #expect(abs(black.contrast(with: .white) - 21) < 0.001)
        #expect(abs(grey.contrast(with: .white) - 4.54) < 0.005)
    }

    @Test func codesHoldTheirText() throws {
        let modules = try #require(QRCode.modules("https://anson.test/tin-tuc/bai-viet-03gw0m8y7jkt1"))
        #expect(modules.count == modules[0].count && (modules.count - 17) % 4 == 0)
        // The three finder patterns: a dark ring of seven around a light one around nine dark modules.
        for (x, y) in [(0, 0), (modules.count - 7, 0), (0, modules.count - 7)] {
            for i in 0..<7 {
                for j in 0..<7 {
                    let ring = max(abs(i - 3), abs(j - 3))
                    #expect(modules[y + j][x + i] == (ring != 2))
                }
            }
        }
        let svg = try #require(QRCode.svg("x", label: "Mã \"QR\" <1>")).string
        #expect(svg.contains("aria-label=\"Mã &quot;QR&quot; &lt;1&gt;\"") && svg.contains("role=\"img\"") && !svg.contains("style="))
        #expect(QRCode.svg("", label: "x") == nil)
        #expect(QRCode.svg(String(repeating: "x", count: 5000), label: "x") == nil)
    }
}
