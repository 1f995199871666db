import Foundation
import HTTPTypes
import PortalNetwork
import Testing

@testable import Web

@Suite("The style page, names in the header, the joined sheet")
struct StylePageTests {
    @Test func showsEveryPieceInThePortalsFrame() async throws {
        let look = Look(primary: "#0a6b6f", accent: "#a33b12")
        let answer = try await Browser(TestFace.make(tree: Network.tree(look: look))).send(StylePage.path)
        #expect(answer.status == 200 && answer.headers[.contentType] == "text/html; charset=utf-8")
        #expect(RegionAudit.findings(in: answer.body).isEmpty, "\(RegionAudit.findings(in: answer.body))")
        #expect(answer.body.contains("<meta name=\"robots\" content=\"noindex\">"))
        #expect(answer.body.contains("Tỉnh An Sơn") && answer.body.contains("#0a6b6f"))
        for piece in [
            "banner-emergency", "banner-outage", "banner-notice", "callout-good", "card", "dated", "documents", "bento", "tiles", "figures", "people",
            "contact-card", "ribbons", "link-grid", "gallery", "quote", "class=\"table\"", "attachment", "tags", "feedback", "accordion", "tabs",
            "timeline",
            "form-errors", "field-wrong", "suggestions", "breadcrumb", "pager", "empty", "error-page", "frieze",
        ] {
            #expect(answer.body.contains(piece), "\(piece)")
        }
        for role in ColourRole.allCases { #expect(answer.body.contains("swatch\(role.property)"), "\(role)") }
        for name in Icon.names { #expect(answer.body.contains("<span>\(name)</span>"), "\(name)") }
        let ids = answer.body.matches(of: /\sid="([^"]+)"/).map { String($0.output.1) }
        #expect(Set(ids).count == ids.count)
    }

    /// A class that the sheet does not know is a piece that nobody designed.
    @Test func theSheetKnowsEveryClassOfTheStylePage() async throws {
        let page = try await Browser(TestFace.make()).send(StylePage.path).body
        let address = try #require(StaticFiles.house.address("site.css"))
        let sheet = String(decoding: try #require(StaticFiles.house.file(String(address.dropFirst(3)))).bytes, as: UTF8.self)
        let main = try #require(page.components(separatedBy: "<main").last)
        let classes = Set(main.matches(of: /\sclass="([^"]+)"/).flatMap { $0.output.1.split(separator: " ").map(String.init) })
        #expect(classes.count > 80)
        let bare: Set<String> = ["sample", "style-page", "lead-first", "tab-panels", "footer-owner", "card-section", "block-section", "field"]
        for name in classes.subtracting(bare).sorted() { #expect(sheet.contains("." + name), "\(name)") }
    }

    @Test(
        arguments: [
            ("Trang thông tin điện tử Sở Y tế", "Tỉnh An Sơn", "Sở Y tế", "Trang thông tin điện tử"),
            ("Cổng thông tin điện tử tỉnh An Sơn", nil, "Tỉnh An Sơn", "Cổng thông tin điện tử"),
            (
                "Trang thông tin điện tử Ủy ban nhân dân xã Chân Mây - Lăng Cô", "Tỉnh Huế", "Ủy ban nhân dân xã Chân Mây - Lăng Cô",
                "Trang thông tin điện tử"
            ),
            ("An Son Province Web Portal", nil, "An Son Province Web Portal", nil), ("Cổng thông tin điện tử", nil, "Cổng thông tin điện tử", nil),
        ] as [(String, String?, String, String?)]
    )
    func namesAreSetInLines(name: String, authority: String?, body: String, kind: String?) throws {
        var site = try #require(Network.tree()[Network.province])
        site.name = name
        let made = PortalName(site, authority: authority)
        #expect(made.authority == authority && made.body == body && made.kind == kind)
    }

    @Test func partsOfASheetAreJoinedInTheirOrderAndSentWithoutComments() throws {
        let files = StaticFiles([
            ("Static/look/20-b.css", "b { color: red } /* why */"), ("Static/look/10-a.css", "/* first */\n  a { top: 0 }\n\n"), ("Static/x.js", "x"),
        ])
        let name = try #require(files.address("look.css")).dropFirst(3)
        #expect(String(decoding: try #require(files.file(String(name))).bytes, as: UTF8.self) == "a { top: 0 }\nb { color: red } \n")
        #expect(files.address("20-b.css") == nil && files.address("x.js") != nil)
    }
}
