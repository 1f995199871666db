import Foundation
import RichText
import Testing

/// What was read once is read again to the same: our markup is a fixed point of reading and writing.
@Suite struct StabilityTests {
    static let pieces = [
        "<p>", "</p>", "<b>", "</b>", "<i class=x>", "</i>", "<div>", "</div>", "<center>", "</center>", "<ul>", "</ul>", "<ol start=3>", "</ol>",
        "<li>", "</li>", "<br>", "<br/>", "<hr>",
        "<table>", "<table border=1>", "</table>", "<tr>", "</tr>", "<td>", "<td colspan=2>", "</td>", "<th>", "<caption>", "</caption>", "<thead>",
        "<tbody>", "<blockquote>", "</blockquote>",
        "<figure>", "</figure>", "<figcaption>", "</figcaption>", "<img src=/a.jpg alt='ảnh'>", "<img src=https://a.example/b.png>",
        "<a href='https://a.example/'>", "<a href='/x'>", "</a>",
        "<a href=/t/01jabcdefghjk>", "<h1>", "</h1>", "<h3>", "</h3>", "<h6>", "<pre>", "</pre>", "<span style='font-weight:bold'>", "<span lang=en>",
        "</span>", "<font color=red>", "</font>",
        "<sup>", "</sup>", "<sub>", "<s>", "</s>", "<code>", "</code>", "<dl>", "<dt>", "<dd>", "</dl>", "<svg>", "</svg>", "<template>",
        "</template>", "<select>", "<option>", "</select>", "<form>", "</form>",
        "<iframe src='https://www.youtube.com/embed/dQw4w9WgXcQ'></iframe>", "<p style='text-align:center'>", "<p style='mso-list:l0 level2 lfo1'>",
        "<span style='mso-list:Ignore'>1.</span>", "<p class=caption>",
        "<!-- x -->", "<![if !x]>", "&nbsp;", "&lt;", "&", " ", "\n", "\t", "• một", "· ", "a", "b c", "Ảnh: Văn A", "e\u{301}", "\u{301}",
        "\u{200B}", "\u{0}", "1.", "</", "<", ">", "\"", "<x>", "</x>",
        "<span class=credit>", "<marquee>", "<nobr>", "<button>", "<video src=x></video>", "<math>", "<mi>", "</math>", "<frameset>", "<body>",
        "<head>", "<title>", "</title>", "<noscript>", "</noscript>", "<style>", "</style>",
    ]

    let writer = MarkupWriter()

    func check(_ html: String, _ name: @autoclosure () -> String) throws {
        let reader = HTMLReader()
        let once = writer.markup(of: try reader.read(html).text).string
        let twice = writer.markup(of: try reader.read(once).text).string
        #expect(once == twice, "\(name()): \(html.debugDescription)")
        #expect(MarkupGrammar.fault(in: once) == nil, "\(name())")
    }

    /// Documents on which libgumbo 0.10.1 itself ends the process.
    @Test(
        "what breaks the parser is defused",
        arguments: [
            "<table><svg><select><foreignObject><select><thead>", "<table><svg><select><title><select><td colspan=2>",
            "<table border=1><svg><td colspan=2><title><select></table>",
            "<table><svg><title><![CDATA[x]]>&amp;", "<table border=1><svg><th><title><template></template></table>",
            "<table><svg><desc><![CDATA[x]]> ",
            "<table><math><annotation-xml encoding=text/html><![CDATA[x]]> ", "<table><math><mi><![CDATA[x]]>&amp;",
            "<table><SVG/><foreignObject><![CDATA[x]]>&amp;",
        ]
    )
    func parserFaults(html: String) throws {
        try check(html, "as it is")
        try check("<p>a</p>" + html.uppercased() + "<p>b", "upper case")
        _ = try PageReader(isOwnHost: { _ in true }).read(html)
    }

    @Test func randomBytes() throws {
        var random = Seeded(7)
        for index in 0..<2000 {
            let alphabet: [UInt8] = index.isMultiple(of: 2) ? Array(0...255) : Array("<>/=\"' abipulrtd!-&;\n".utf8)
            let bytes = (0..<random.below(400)).map { _ in random.pick(alphabet) }
            try check(String(decoding: bytes, as: UTF8.self), "bytes \(index)")
        }
    }

    @Test func tagSoup() throws {
        for seed in 0..<3000 {
            var random = Seeded(seed)
            let html = (0..<random.below(40)).map { _ in random.pick(Self.pieces) }.joined()
            try check(html, "soup \(seed)")
        }
    }

    /// With the assets at hand every kind of block comes back from our own page as it was.
    @Test func ourOwnPagesComeBackWhole() throws {
        let commitment = String(repeating: "0f", count: 32)
        let asset = AssetReference(commitment: commitment)
        let text = RichText([
            .heading(Heading(level: 2, text: ["Mục"])),
            .paragraph(["a ", .text("b", [.strong, .emphasis]), .text(" c"), .lineBreak, .text("english", []), .link(.item("01jabcdefghjk"), "tin")]),
            .list(
                List(
                    ordered: true,
                    start: 3,
                    items: [
                        [.paragraph(["một"]), .list(List(ordered: false, items: [[.paragraph(["hai"])]]))],
                        [.paragraph(["ba"]), .paragraph(["bốn"])],
                    ]
                )
            ),
            .quote(Quote([.paragraph(["lời"])], cite: ["người nói"])), .quote(Quote([.paragraph(["lời"])])),
            .table(
                Table(
                    caption: ["Bảng 1"],
                    headerRows: 1,
                    headerColumns: 1,
                    rows: [[.init(["TT"]), .init(["Tên"], colspan: 2)], [.init(["1"]), .init(["x"], rowspan: 2), .init([])]]
                )
            ),
            .picture(Picture(asset: asset, alt: "ảnh", caption: ["Chú thích"], credit: "Văn A", width: 800, height: 600)),
            .gallery(Gallery([Picture(asset: asset, alt: "1"), Picture(asset: asset, alt: "2", caption: ["hai"])], caption: ["Các ảnh"])),
            .embed(Embed(.video, .provider(.youtube, reference: "dQw4w9WgXcQ"), title: "Phim", caption: ["chú thích"])),
            .embed(Embed(.audio, .asset(asset), title: "Bản tin")),
            .embed(
                Embed(
                    .video,
                    .asset(asset),
                    title: "Phim",
                    caption: ["Phim ngắn"],
                    captions: [Captions(asset: asset, language: "vi"), Captions(asset: asset, language: "en")],
                    transcript: [
                        .heading(Heading(level: 3, text: ["Mở đầu"])), .paragraph(["Xin chào."]),
                        .list(List(ordered: false, items: [[.paragraph(["một"])]])),
                    ]
                )
            ),
            .divider, .preformatted("dòng 1\n  dòng 2"), .paragraph([.text(TextRun("English", language: "en"))]),
        ])
        let markup = writer.markup(of: text).string
        let reader = HTMLReader(assetOf: { FileAddress.commitment(inPathOf: $0).map { AssetReference(commitment: $0) } })
        let read = try reader.read(markup.replacingOccurrences(of: "/-/01jabcdefghjk", with: "/tin/mot-bai-01jabcdefghjk")).text
        #expect(read == text)
    }
}
