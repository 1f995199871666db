import PortalNetwork
import PublicRecord
import RichText
import Testing
import Watch
import Web

/// A page as the templates write one, and what the record says of it.
enum Sample {
    static let id = "0s9v3k2m7x4qa"
    static let other = "0s9v3k2m7x4qb"
    static let path = "/tin-tuc/khanh-thanh-cau-\(id)"
    static let salt = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"
    static let sheet = "sha384-site"

    static let html = """
        <!DOCTYPE html>
        <html lang="vi">
        <head>
        <meta charset="utf-8">
        <title>Khánh thành cầu - Tỉnh An Sơn</title>
        <meta name="description" content="Cầu mới.">
        <link rel="canonical" href="https://anson.test\(path)">
        <link rel="stylesheet" href="/_/site-0123456789ab.css" integrity="\(sheet)">
        <script type="application/ld+json">{"headline":"Khánh thành cầu"}</script>
        </head>
        <body id="dau-trang">
        <header class="site-header" data-r="h"><a href="/"><img src="/_/emblem.svg" alt=""> Tỉnh An Sơn</a></header>
        <main data-r="e" data-id="\(id)" data-ed="2" data-salt="\(salt)">
        <h1>Khánh thành cầu</h1>
        <p><span data-r="w" data-k="sample.views">Lượt xem:</span> <span data-r="l">1.234</span> <time data-r="l" datetime="2026-11-28">28/11/2026 10:30</time></p>
        <p>UBND tỉnh khánh thành cầu dài 450 m. Xem <a href="https://baochinhphu.vn/cau">tin</a>.</p>
        <img src="/files/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/cau.jpg" alt="Cây cầu">
        </main>
        <article class="card"><div data-r="c" data-id="\(other)" data-ed="1"><h3><a href="/tin-tuc/hop-bao-\(other)">Họp báo quý III</a></h3><p>Sáng nay.</p></div></article>
        <footer data-r="h"><p>Trụ sở: số 1 đường Hòa Bình</p></footer>
        </body>
        </html>

        """

    static func record(isOwn: Bool = true) throws -> PageRecord {
        let hosts: Set = ["anson.test"]
        let text = try #require(try CanonicalText { hosts.contains($0) }.text(ofPage: html))
        let bytes = (0..<32).map { UInt8($0) }
        let commitment = Commitment(.text, salt: try #require(Salt(bytes)), Array(text.utf8))
        let catalogue = """
            {
            "sample.at": "Số liệu lúc {when}",
            "sample.days": "{days} ngày làm việc",
            "sample.short": "{days}个工作日",
            "sample.views": "Lượt xem:"
            }

            """
        let words = try Words(["vi", "en", "zh"].map { (path: "Words/\($0).json", text: catalogue) })
        var live: [String: LiveItem] = [:]
        live[id] = LiveItem(edition: 2, site: "anson", text: commitment, card: LiveItem.Card(title: "Khánh thành cầu", body: text))
        live[other] = LiveItem(edition: 1, site: "anson", text: commitment, card: LiveItem.Card(title: "Họp báo quý III", summary: "Sáng nay."))
        var record = PageRecord(hosts: hosts, site: "anson", live: live, words: words, language: Language.vi)
        if isOwn {
            record.expected = html
            record.statics = { path in path == "/_/site-0123456789ab.css" ? Sample.sheet : nil }
        }
        return record
    }
}

/// One way to put something on a page that nobody published.
struct Injection: Sendable, CustomStringConvertible {
    let description: String
    let target: String
    let replacement: String
    let kind: PageFinding.Kind
    /// False where only the page made anew can tell.
    let isSeenFromOutside: Bool

    init(_ description: String, target: String, replacement: String, kind: PageFinding.Kind, isSeenFromOutside: Bool = true) {
        self.description = description
        self.target = target
        self.replacement = replacement
        self.kind = kind
        self.isSeenFromOutside = isSeenFromOutside
    }

    static let all: [Injection] = [
        Injection(
            "a phrase becomes a link",
            target: "UBND tỉnh",
            replacement: "<a href=\"https://hi88.example/\">ĐĂNG NHẬP HI88</a>",
            kind: .editionText
        ),
        Injection("a phrase becomes plain text", target: "UBND tỉnh", replacement: "HI88", kind: .editionText),
        Injection("a phrase becomes a block", target: "UBND tỉnh", replacement: "<br>ĐĂNG NHẬP HI88<br>", kind: .editionText),
        Injection("a number", target: "450 m", replacement: "540 m", kind: .editionText),
        Injection("a word left out", target: "UBND tỉnh khánh", replacement: "khánh", kind: .editionText),
        Injection(
            "an address behind the same words",
            target: "https://baochinhphu.vn/cau",
            replacement: "https://baochinhphu.example/cau",
            kind: .editionText
        ),
        Injection("another picture", target: "/files/aaaa", replacement: "/files/bbbb", kind: .editionText),
        Injection("what a picture shows", target: "Cây cầu", replacement: "Nhà cái", kind: .editionText),
        Injection(
            "links in the footer",
            target: "</footer>",
            replacement: "<a href=\"https://x.example\">nổ hũ</a></footer>",
            kind: .chrome,
            isSeenFromOutside: false
        ),
        Injection(
            "another name in the header",
            target: " Tỉnh An Sơn</a>",
            replacement: " Nhà cái</a>",
            kind: .chrome,
            isSeenFromOutside: false
        ),
        Injection("a paragraph outside every region", target: "<footer", replacement: "<p>Cá độ</p><footer", kind: .unattributed),
        Injection(
            "a hidden list of links",
            target: "<footer",
            replacement: "<div hidden><a href=\"https://x.example\">x</a></div><footer",
            kind: .unattributed
        ),
        Injection("text after the page", target: "</html>", replacement: "</html>HI88", kind: .unattributed),
        Injection("a style", target: "<footer data-r", replacement: "<footer style=\"display:none\" data-r", kind: .inlineStyle),
        Injection(
            "a style sheet inside",
            target: "</head>",
            replacement: "<style>h1::before{content:\"HI88\"}</style></head>",
            kind: .inlineStyle
        ),
        Injection("a script inside", target: "</body>", replacement: "<script>location='//x.example'</script></body>", kind: .inlineScript),
        Injection("a handler", target: "<h1>", replacement: "<h1 onclick=\"x()\">", kind: .eventHandler),
        Injection("an address that runs", target: "https://baochinhphu.vn/cau", replacement: "javascript:x()", kind: .dangerousAddress),
        Injection(
            "a foreign script",
            target: "</head>",
            replacement: "<script src=\"https://x.example/a.js\"></script></head>",
            kind: .foreignResource
        ),
        Injection("a frame", target: "</footer>", replacement: "<iframe src=\"https://x.example\"></iframe></footer>", kind: .foreignResource),
        Injection("the title", target: "<title>Khánh thành cầu", replacement: "<title>HI88", kind: .head),
        Injection("the description", target: "content=\"Cầu mới.\"", replacement: "content=\"HI88\"", kind: .head, isSeenFromOutside: false),
        Injection(
            "a refresh",
            target: "</head>",
            replacement: "<meta http-equiv=\"refresh\" content=\"0;url=https://x.example\"></head>",
            kind: .head
        ),
        Injection(
            "another canonical address",
            target: "href=\"https://anson.test\(Sample.path)\"",
            replacement: "href=\"https://x.example/\"",
            kind: .head
        ),
        Injection(
            "data about the page",
            target: "\"headline\":\"Khánh",
            replacement: "\"headline\":\"HI88",
            kind: .head,
            isSeenFromOutside: false
        ),
        Injection("the title of a card", target: "Họp báo quý III", replacement: "Tải app HI88", kind: .cardText),
        Injection("half the title of a card", target: "Họp báo quý III", replacement: "quý III", kind: .cardText),
        Injection("where a card leads", target: "hop-bao-\(Sample.other)", replacement: "hop-bao-\(Sample.id)", kind: .cardLink),
        Injection("a card of nothing", target: "data-id=\"\(Sample.other)\"", replacement: "data-id=\"0s9v3k2m7x4qc\"", kind: .notPublished),
        Injection("an old card", target: "data-ed=\"1\"", replacement: "data-ed=\"7\"", kind: .wrongEdition),
        Injection("an edition that is not live", target: "data-ed=\"2\"", replacement: "data-ed=\"1\"", kind: .wrongEdition),
        Injection("another edition's mark", target: "data-id=\"\(Sample.id)\"", replacement: "data-id=\"\(Sample.other)\"", kind: .wrongPlace),
        Injection("other wording", target: "Lượt xem:", replacement: "HI88:", kind: .wording),
        Injection("wording of no catalogue", target: "sample.views", replacement: "sample.spam", kind: .wording),
        Injection("words in a live value", target: "1.234", replacement: "HI88", kind: .live),
        Injection("a link in a live value", target: "1.234", replacement: "<a href=\"/x\">1</a>", kind: .linkInLive),
        Injection("a mark nobody knows", target: "<footer data-r=\"h\"", replacement: "<footer data-r=\"z\"", kind: .unknownRegion),
        Injection(
            "furniture inside the edition",
            target: "<p>UBND tỉnh",
            replacement: "<p data-r=\"h\">HI88</p><p>UBND tỉnh",
            kind: .misnestedRegion
        ),
        Injection("a comment", target: "<footer", replacement: "<!-- HI88 --><footer", kind: .markup),
        Injection(
            "an attribute that is read aloud",
            target: "<footer data-r",
            replacement: "<footer aria-label=\"HI88\" data-r",
            kind: .element,
            isSeenFromOutside: false
        ),
        Injection(
            "another style sheet of the same host",
            target: "/_/site-0123456789ab.css",
            replacement: "/files/x.css",
            kind: .unknownResource,
            isSeenFromOutside: false
        ),
    ]
}

@Suite("A page against the record")
struct ComparisonTests {
    @Test(arguments: [true, false])
    func findsNothingOnAPageAsItWasPublished(_ isOwn: Bool) throws {
        let findings = PageComparison.findings(in: FetchedPage(path: Sample.path, html: Sample.html), against: try Sample.record(isOwn: isOwn))
        #expect(findings == [])
    }

    @Test(arguments: Injection.all)
    func findsWhatWasPutIn(_ injection: Injection) throws {
        #expect(Sample.html.contains(injection.target))
        let page = FetchedPage(path: Sample.path, html: Sample.html.replacing(injection.target, with: injection.replacement, maxReplacements: 1))
        for isOwn in injection.isSeenFromOutside ? [true, false] : [true] {
            let findings = PageComparison.findings(in: page, against: try Sample.record(isOwn: isOwn))
            #expect(findings.contains { $0.kind == injection.kind }, "own: \(isOwn), \(findings)")
        }
    }

    /// A live value is a number, a time, or what the catalogue says around one.
    @Test(arguments: [
        ("30/11/2026 23:24", true), ("Số liệu lúc 30/11/2026 23:24", true), ("12 ngày làm việc", true), ("10个工作日", true), ("Lượt xem:", true),
        ("", true),
        ("Số liệu lúc HI88", false), ("Số liệu lúc 30/11/2026 tại hi88.example", false), ("12 ngày làm việc uy tín", false), ("HI0", false),
        ("10个工作日 HI88", false),
    ])
    func livesAreNumbersAndWhatIsSaidAroundThem(_ text: String, _ isRight: Bool) throws {
        let html = Sample.html.replacing("1.234", with: text)
        let record = try Sample.record(isOwn: false)
        let findings = PageComparison.findings(in: FetchedPage(path: Sample.path, html: html), against: record).filter { $0.kind == .live }
        #expect(findings.isEmpty == isRight, "\(findings)")
    }

    /// A form's ticket is another for each reader; whatever else stands in its place is found.
    @Test(arguments: [
        ("<input type=\"hidden\" name=\"_\" value=\"\(String(repeating: "0f", count: 40))\">", true),
        ("<input type=\"hidden\" name=\"_\" value=\"\(String(repeating: "0f", count: 39))\">", false),
        ("<input type=\"hidden\" name=\"_\" value=\"HI88\(String(repeating: "0", count: 76))\">", false),
        ("<input type=\"hidden\" name=\"_\" aria-label=\"HI88\" value=\"\(String(repeating: "0f", count: 40))\">", false),
        ("<input type=\"text\" name=\"_\" value=\"\(String(repeating: "0f", count: 40))\">", false),
        ("", false),
    ])
    func readsOverTheTicketsOfForms(_ field: String, _ isClean: Bool) throws {
        func page(_ field: String) -> String {
            Sample.html.replacing(
                "<footer data-r",
                with: "<form data-r=\"h\" method=\"post\" action=\"/danh-gia\">\(field)</form><footer data-r",
                maxReplacements: 1
            )
        }
        var record = try Sample.record()
        record.expected = page("<input type=\"hidden\" name=\"_\" value=\"\(String(repeating: "7a", count: 40))\">")
        let findings = PageComparison.findings(in: FetchedPage(path: Sample.path, html: page(field)), against: record)
        #expect(findings.isEmpty == isClean, "\(findings)")
    }

    /// In a flood forms show a part that is hidden otherwise.
    @Test(arguments: [
        ("<section data-r=\"h\" class=\"form-proof\" data-proof=\"12.00a7.ff\">Kiểm tra</section>", true),
        ("<section data-r=\"h\" class=\"form-proof\" hidden>Kiểm tra</section>", true),
        ("<section data-r=\"h\" class=\"form-proof\" data-proof=\"HI88\">Kiểm tra</section>", false),
        ("<section data-r=\"h\" class=\"form-proof\" data-proof=\"12.00\">Nhà cái</section>", false),
        ("<section data-r=\"h\" class=\"form-proof\" data-proof=\"12.00\" aria-label=\"HI88\">Kiểm tra</section>", false),
    ])
    func knowsAFormInAFlood(_ part: String, _ isClean: Bool) throws {
        func page(_ part: String) -> String { Sample.html.replacing("<footer data-r", with: part + "<footer data-r", maxReplacements: 1) }
        var record = try Sample.record()
        record.expected = page("<section data-r=\"h\" class=\"form-proof\" hidden>Kiểm tra</section>")
        let findings = PageComparison.findings(in: FetchedPage(path: Sample.path, html: page(part)), against: record)
        #expect(findings.isEmpty == isClean, "\(findings)")
    }

    @Test func findsBytesThatAreNotTheReleases() throws {
        let page = FetchedPage(path: Sample.path, html: Sample.html, resources: ["/_/site-0123456789ab.css": "sha384-other"])
        #expect(PageComparison.findings(in: page, against: try Sample.record()).map(\.kind) == [.alteredResource])
    }

    @Test func saysWhatCannotBeCompared() throws {
        #expect(PageComparison.unchecked(against: try Sample.record()) == [])
        #expect(PageComparison.unchecked(against: try Sample.record(isOwn: false)) == ["chrome", "head", "attributes", "resources"])
    }
}
