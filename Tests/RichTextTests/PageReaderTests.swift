import RichText
import Testing

@Suite struct PageReaderTests {
    let reader = PageReader(isOwnHost: { $0 == "www.tinh.example" })

    static let page = """
        <!DOCTYPE html><html lang=vi><head><title>Tin</title><link rel=stylesheet href=/css/a.css><script src=/js/a.js></script><script type="application/ld+json">{}</script></head>
        <body><header data-r=h><a href=/>Trang chủ</a></header>
        <main data-r=e data-id=01jabcdefghjk data-ed=1><h1>Hội nghị</h1><p>Nội dung <span data-r=l>12:30</span></p>
        <aside><article data-r=c data-id=01jabcdefghjm><a href=/tin/x-01jabcdefghjm>Tin khác</a></article></aside></main>
        <p data-r=w data-k=print>In trang</p><footer data-r=h>Chân trang</footer></body></html>
        """

    @Test func aCleanPageIsRegionsOnly() throws {
        let page = try reader.read(Self.page)
        #expect(page.unattributed.isEmpty && page.findings.isEmpty)
        #expect(page.regions.map(\.mark) == ["h", "e", "l", "c", "w", "h"])
        #expect(
            page.regions.map(\.text) == [
                "\u{1F}/\u{1F}Trang chủ\n", "Hội nghị\nNội dung\n", "12:30\n", "\u{1F}@01jabcdefghjm\u{1F}Tin khác\n", "In trang\n", "Chân trang\n",
            ]
        )
        #expect(page.regions[1].attributes == ["data-r": "e", "data-id": "01jabcdefghjk", "data-ed": "1"])
        #expect(page.regions[3].path == "html > body > main > aside > article")
    }

    @Test(
        "what is injected is found",
        arguments: [
            ("</main>", "</main>nhà cái", "text nhà cái html > body"),
            ("<footer", "<div style=display:none>x</div><footer", "text x html > body > div|inlineStyle display:none html > body > div"),
            ("<footer", "<a href=https://evil.example/></a><footer", "link https://evil.example/ html > body > a"),
            (
                "<footer", "<img src=https://evil.example/a.gif><footer",
                "media https://evil.example/a.gif html > body > img|foreignResource https://evil.example/a.gif html > body > img"
            ),
            ("<footer", "<script>x()</script><footer", "inlineScript  html > body > script"),
            ("<footer", "<script src=//evil.example/x.js></script><footer", "foreignResource //evil.example/x.js html > body > script"),
            ("<title>", "<style>a{}</style><title>", "styleElement  html > head > style"),
            ("href=/css/a.css", "href=https://evil.example/a.css", "foreignResource https://evil.example/a.css html > head > link"),
            ("<h1>", "<h1 onclick=x()>", "eventHandler onclick=x() html > body > main > h1"),
            ("12:30", "12:30<a href=/x>!</a>", "linkInLiveRegion /x html > body > main > p > span > a"),
            ("data-r=w", "data-r=z", "unknownRegion z html > body > p"),
            ("<h1>", "<div data-r=e>x</div><h1>", "nestedSameRegion e html > body > main > div"),
            ("href=/>", "href=javascript:x>", "dangerousAddress javascript:x html > body > header > a"),
            ("<h1>", "<iframe src=https://evil.example/></iframe><h1>", "foreignResource https://evil.example/ html > body > main > iframe"),
            ("</footer>", "</footer><svg><text>x</text></svg>", "text x html > body > svg > text"),
        ]
    )
    func injected(place: String, replacement: String, expected: String) throws {
        let page = try reader.read(Self.page.replacing(place, with: replacement, maxReplacements: 1))
        let found = page.unattributed.map { "\($0.kind) \($0.content) \($0.path)" } + page.findings.map { "\($0.kind) \($0.detail) \($0.path)" }
        #expect(found.joined(separator: "|") == expected)
    }
}
