import NIOCore
import PortalNetwork
import Testing
import Vietnamese

@testable import Web

private func html(_ face: Face, host: String = "anson.test", path: String = "/tin-tuc/", isPrint: Bool = false) throws -> String {
    let visit = try TestFace.visit(face, host: host)
    var page = NoteFeature.page(visit, title: "Tin & <tức>", path: path)
    page.isPrint = isPrint
    return String(buffer: try page.bytes(for: visit))
}

@Suite("The furniture of a page")
struct ChromeTests {
    private let menu = [
        MenuItem(label: "Tin tức", target: "/tin-tuc/", children: [MenuItem(label: "Thời sự <1>", target: "/thoi-su/")]),
        MenuItem(label: "Dịch vụ công", target: "https://dichvucong.test/"), MenuItem(label: "Độc", target: "javascript:alert(1)"),
        MenuItem(label: "Giả", target: "//evil.example/"),
    ]

    @Test func everythingStandsInARegion() throws {
        let banner = Banner(
            id: BannerID(rawValue: 1),
            site: Network.province,
            level: .emergency,
            text: "Bão số 9: \"di dời\" trước 12 giờ",
            target: "/bao-so-9/",
            reachesChildren: true,
            startsAt: Instant(rawValue: 0),
            expiresAt: Instant(rawValue: 9_000_000_000_000)
        )
        let face = try TestFace.make(
            tree: Network.tree(menu: menu, look: Look(slogan: "Vì dân", footer: ["Dòng <1>", "Dòng 2"]), banners: [banner]),
            isDemo: true
        )
        for host in ["anson.test", "en.anson.test", "soyte.test", "luu.test"] {
            for isPrint in [false, true] {
                let page = try html(face, host: host, isPrint: isPrint)
                #expect(RegionAudit.findings(in: page).isEmpty, "\(host): \(RegionAudit.findings(in: page))")
            }
        }
        let page = try html(face, host: "soyte.test")
        #expect(page.contains("<a href=\"https://anson.test/bao-so-9/\">Bão số 9"), "a banner's path is one of the portal that put it up")
        #expect(try html(face).contains("<a href=\"/bao-so-9/\">Bão số 9"))
        #expect(page.contains("banner-emergency") && page.contains("Bão số 9: &quot;di dời&quot;"))
        #expect(page.contains("<a href=\"https://anson.test/\">Tỉnh An Sơn</a>"))
        #expect(page.contains("văn bản minh họa"))
    }

    /// The banner picture stands in every portal's header with the point that is to stay in sight, in steps the sheet has rules for.
    @Test(arguments: [(0, 0, 0, 0), (50, 100, 50, 100), (44, 45, 40, 50), (96, 4, 100, 0)])
    func theBannerKeepsItsPoint(x: Int, y: Int, left: Int, top: Int) throws {
        let picture = String(repeating: "0a", count: 32)
        var face = try TestFace.make(tree: Network.tree(look: Look(banner: picture, bannerFocus: BannerFocus(x: x, y: y))))
        face.assetAddress = { "/files/\($0)/anh.png" }
        for host in ["anson.test", "soyte.test"] {
            #expect(try html(face, host: host).contains("<picture class=\"masthead-picture\" data-fx=\"\(left)\" data-fy=\"\(top)\">"), "\(host)")
        }
        let sheet = String(
            decoding: try #require(StaticFiles.house.address("site.css").flatMap { StaticFiles.house.file(String($0.dropFirst("/_/".count))) }).bytes,
            as: UTF8.self
        )
        #expect(sheet.contains("[data-fx=\"\(left)\"] { --fx: \(left)%; }") && sheet.contains("[data-fy=\"\(top)\"] { --fy: \(top)%; }"))
        var plain = try TestFace.make(tree: Network.tree(look: Look(banner: picture)))
        plain.assetAddress = face.assetAddress
        #expect(try html(plain).contains("<picture class=\"masthead-picture\"><source"))
    }

    @Test func menusMarkWhereTheReaderIsAndDropUnsafeTargets() throws {
        let page = try html(TestFace.make(tree: Network.tree(menu: menu)))
        #expect(page.contains("<a href=\"/tin-tuc/\" aria-current=\"true\">Tin tức</a>"))
        #expect(page.contains("<a href=\"https://dichvucong.test/\" rel=\"nofollow ugc noopener\">"))
        #expect(page.contains("Thời sự &lt;1&gt;"))
        #expect(!page.contains("javascript:") && !page.contains("evil.example") && !page.contains("Độc"))
    }

    @Test func withoutAMenuTheSectionsStandThere() throws {
        #expect(try html(TestFace.make(), host: "soyte.test").contains("<a href=\"/tin-tuc/\" aria-current=\"true\">Tin tức</a>"))
    }

    @Test func headSaysWhatThePageIs() throws {
        let page = try html(TestFace.make())
        #expect(page.contains("<title>Tin &amp; &lt;tức&gt; - Cổng thông tin điện tử tỉnh An Sơn</title>"))
        #expect(page.contains("<link rel=\"canonical\" href=\"https://anson.test/tin-tuc/\">"))
        #expect(page.contains("<meta property=\"og:title\" content=\"Tin &amp; &lt;tức&gt;\">"))
        #expect(page.contains("<link rel=\"stylesheet\" href=\"/_/site-"))
        #expect(!page.contains("noindex"))
        #expect(try html(TestFace.make(), isPrint: true).contains("<meta name=\"robots\" content=\"noindex\">"))
    }

    @Test func languagesLeadToTheSameBody() throws {
        let page = try html(TestFace.make(), host: "en.anson.test")
        #expect(page.contains("<a href=\"https://anson.test/\" lang=\"vi\" hreflang=\"vi\">Tiếng Việt</a>"))
        #expect(page.contains("<a href=\"https://en.anson.test/\" lang=\"en\" hreflang=\"en\" aria-current=\"true\">English</a>"))
        #expect(try !html(TestFace.make(), host: "soyte.test").contains("class=\"languages\""))
    }

    @Test func footerHoldsWhatTheLawWants() throws {
        let page = try html(TestFace.make())
        for text in [
            "Chịu trách nhiệm nội dung", "Chánh Văn phòng", "Số 1 đường Trần Phú", "tel:02553822222", "mailto:congttdt@anson.test", "Giấy phép số 01",
        ] {
            #expect(page.contains(text), "\(text)")
        }
    }

    @Test func theSameInputsGiveTheSameBytes() throws {
        let first = try html(TestFace.make(tree: Network.tree(menu: menu)))
        for _ in 0..<3 { #expect(try html(TestFace.make(tree: Network.tree(menu: menu))) == first) }
    }

    @Test(
        arguments: [
            ("/tin-tuc/", true), ("/", true), ("?trang=2", true), ("#noi-dung", true), ("https://a.vn/", true), ("HTTP://a.vn", true),
            ("mailto:a@b.vn", true),
            ("tel:+84", true), ("//a.vn", false), ("javascript:alert(1)", false), ("JaVaScRiPt:x", false), (" javascript:x", false),
            ("java\tscript:x", false),
            ("data:text/html,x", false), ("https://", false), ("a.vn", false), ("", false), ("/a\\b", false), ("/\u{0}", false),
            ("vbscript:x", false),
            ("/a\"onclick=x", false), ("\u{1}javascript:x", false),
        ])
    func linksAreSafe(target: String, isSafe: Bool) { #expect(Link.isSafe(target) == isSafe) }

    @Test(
        arguments: [
            ("<body><p>x</p></body>", 1), ("<body><p data-r=\"h\">x</p></body>", 0), ("<body><a href=\"/\" data-r=\"h\">x</a></body>", 0),
            ("<body><div data-r=\"h\"><p data-r=\"e\">x</p></div></body>", 1), ("<body><div data-r=\"h\"><p data-r=\"w\">x</p></div></body>", 0),
            ("<body><div data-r=\"z\">x</div></body>", 1), ("<body><p data-r=\"l\"><a href=\"/\">1</a></p></body>", 1),
            ("<body><p data-r=\"h\" style=\"color:red\">x</p></body>", 1), ("<body><p data-r=\"h\" onclick=\"x\">x</p></body>", 1),
            ("<body><script>x</script></body>", 1), ("<body><!-- x --></body>", 1), ("<body><p data-r=\"h\">x</body>", 3),
            ("<body><div></body></div>", 2),
            ("<head><script src=\"/x.js\"></script><script type=\"application/ld+json\">{\"a\":\"<p>\"}</script><title>t</title></head>", 0),
        ])
    func injectedTextIsFound(html: String, findings: Int) {
        #expect(RegionAudit.findings(in: html).count == findings, "\(RegionAudit.findings(in: html))")
    }
}
