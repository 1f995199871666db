import Foundation
import RichText
import Testing

@Suite struct TextTests {
    @Test(
        "plain text becomes blocks",
        arguments: [
            ("Một đoạn dài.", ["Một đoạn dài."]), ("a\n\nb\n \n\nc", ["a", "b", "c"]), ("a\nb\r\nc", ["a", "b", "c"]), ("a\n\nb\nc", ["a", "b c"]),
            ("", []), (" \n\t\n", []),
            ("e\u{301}\u{200B}x", ["éx"]), ("<b>a</b> & c", ["<b>a</b> & c"]),
            (
                "Uỷ ban nhân dân tỉnh ban hành kế hoạch triển khai công tác\ncải cách hành chính năm 2026 trên địa bàn toàn tỉnh, trong\nđó giao các sở.",
                [
                    "Uỷ ban nhân dân tỉnh ban hành kế hoạch triển khai công tác cải cách hành chính năm 2026 trên địa bàn toàn tỉnh, trong đó giao các sở."
                ]
            ),
        ]
    )
    func plainText(source: String, paragraphs: [String]) {
        #expect(TextReader().read(source).blocks.map { if case .paragraph(let text) = $0 { PlainText.of(text) } else { "?" } } == paragraphs)
    }

    @Test func bulletsBecomeAList() {
        let blocks = TextReader().read("Gồm:\n\n• một\n• hai\n\nHết").blocks
        #expect(
            blocks == [
                .paragraph(["Gồm:"]), .list(List(ordered: false, items: [[.paragraph(["một"])], [.paragraph(["hai"])]])), .paragraph(["Hết"]),
            ]
        )
    }

    let text = RichText([
        .heading(Heading(level: 2, text: ["Kết quả"])), .paragraph([" "]),
        .paragraph(["Thu ngân sách ", .text("1.250 tỷ", .strong), .lineBreak, .link(.site("/x"), "đồng"), " – tăng, 5%"]),
        .table(Table(rows: [[.init(["a"]), .init(["b"])]])), .picture(Picture(alt: "alt", caption: ["Chú thích"])), .unknown(.object([:])),
    ])

    @Test func plainTextOfABody() {
        #expect(PlainText.of(text) == "Kết quả\nThu ngân sách 1.250 tỷ đồng – tăng, 5%\na | b\nChú thích")
        #expect(PlainText.firstParagraph(of: text) == "Thu ngân sách 1.250 tỷ đồng – tăng, 5%")
        #expect(PlainText.wordCount(of: text) == 14)
        #expect(PlainText.firstParagraph(of: RichText()) == "")
    }

    @Test(
        "excerpts end at a word",
        arguments: [
            (0, ""), (2, "Kết quả…"), (7, "Kết quả Thu ngân sách 1.250 tỷ…"), (10, "Kết quả Thu ngân sách 1.250 tỷ đồng – tăng…"),
            (99, "Kết quả Thu ngân sách 1.250 tỷ đồng – tăng, 5% a | b Chú thích"),
        ]
    )
    func excerpts(words: Int, expected: String) { #expect(PlainText.excerpt(of: text, words: words) == expected) }

    @Test func jsonIsTheDocumentedShape() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let body = RichText([
            .heading(Heading(level: 9, text: ["A"])),
            .paragraph(["x", .text(TextRun("y", [.strong, .emphasis], language: "en")), .link(.item("01jabcdefghjk"), "z"), .lineBreak]),
            .list(List(ordered: true, start: 2, items: [[.paragraph(["một"])]])),
            .embed(Embed(.video, .provider(.youtube, reference: "dQw4w9WgXcQ"))), .divider,
        ])
        #expect(
            String(decoding: try encoder.encode(body), as: UTF8.self)
                == #"{"blocks":[{"level":4,"text":["A"],"type":"heading"},{"text":["x",{"lang":"en","m":["strong","em"],"t":"y"},{"link":{"item":"01jabcdefghjk"},"text":["z"]},{"br":true}],"type":"paragraph"},{"items":[[{"text":["một"],"type":"paragraph"}]],"ordered":true,"start":2,"type":"list"},{"medium":"video","provider":"youtube","reference":"dQw4w9WgXcQ","type":"embed"},{"type":"divider"}],"v":1}"#
        )
    }

    @Test func whatALaterReleaseWroteSurvives() throws {
        let source =
            #"{"blocks":[{"choices":[1,2.5,null,true],"type":"poll"},{"text":["a",{"m":["glow"],"t":"b"},{"mention":"x"},{"new":1,"t":"c"}],"type":"paragraph"}],"v":1}"#
        let body = try JSONDecoder().decode(RichText.self, from: Data(source.utf8))
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        #expect(String(decoding: try encoder.encode(body), as: UTF8.self) == source)
        #expect(MarkupWriter().markup(of: body).string == "<p>abc</p>\n")
    }

    @Test(
        "what is no body is refused",
        arguments: [
            #"{"v":2,"blocks":[]}"#, #"{"blocks":[]}"#, #"{"v":1,"blocks":[{"text":["a"]}]}"#, #"{"v":1,"blocks":[{"type":"paragraph"}]}"#,
            #"{"v":1,"blocks":[{"type":"embed","medium":"video","provider":"evil","reference":"x"}]}"#,
            #"{"v":1,"blocks":[{"type":"embed","medium":"video","provider":"youtube","reference":"\"><script>"}]}"#,
            #"{"v":1,"blocks":["# + String(repeating: #"{"type":"quote","blocks":["#, count: 60) + String(repeating: "]}", count: 60) + "]}",
        ]
    )
    func refused(json: String) { #expect(throws: DecodingError.self) { try JSONDecoder().decode(RichText.self, from: Data(json.utf8)) } }

    @Test(
        "kind and size of a file",
        arguments: [
            (0, "a"), (999, "a (PDF, 999 B)"), (1000, "a (PDF, 1 KB)"), (123_456, "a (PDF, 123 KB)"), (99_940, "a (PDF, 99,9 KB)"),
            (1_250_000, "a (PDF, 1,3 MB)"),
            (5_000_000_000, "a (PDF, 5 GB)"), (Int.max, "a (PDF, 1125899 GB)"),
        ]
    )
    func sizes(bytes: Int, expected: String) {
        let attachment = Attachment(asset: AssetReference(commitment: ""), name: "a", mediaType: bytes == 0 ? "" : "application/pdf", bytes: bytes)
        #expect(MarkupWriter().markup(of: RichText([.attachment(attachment)])).string == "<p class=\"attachment\">\(expected)</p>\n")
    }

    @Test func markupEscapes() {
        #expect(
            Markup(escaping: "<a href=\"x\">'&\u{0}\n\u{85}\u{FFFF}\u{338}đ").string
                == "&lt;a href=&quot;x&quot;&gt;&#39;&amp;  \u{20}\u{FFFD}&#824;đ"
        )
        #expect((Markup(escaping: "<") + .empty).string == "&lt;")
    }

    @Test(
        "addresses",
        arguments: [
            ("https://X.vn", "https://x.vn/"), ("http://x.vn:8080/a b", "http://x.vn:8080/a%20b"), ("https:\\\\x.vn\\a?b\\c", "https://x.vn/a?b%5Cc"),
            ("HTTPS://[::1]:443/", "https://[::1]/"), ("http://ví-dụ.vn/", "http://ví-dụ.vn/"),
            ("https://x.vn:99999/", nil), ("https://x.vn:+80/", nil), ("https://x.vn:-1/", nil), ("https://x.vn:0080/", "https://x.vn:80/"),
            ("https://x.vn:0/", nil), ("https://a@x.vn/", nil), ("https://x%2evn/", nil), ("https://x．vn/", nil),
            ("https:///", nil), ("https://x..vn/", nil), ("https://x y/", nil), ("ftp://x.vn", nil),
            ("mailto:a@b", nil), ("mailto:a b@c.vn", nil), ("tel:abc", nil), ("//x.vn", nil), ("/x", nil), ("x", nil), ("", nil),
            ("https://[x]/", nil), ("javascript:alert(1)", nil),
        ] as [(String, String?)]
    )
    func addresses(source: String, text: String?) {
        #expect(WebAddress(source)?.text == text)
        if let text { #expect(WebAddress(text)?.text == text) }
    }

    @Test(
        "ids at the end of addresses",
        arguments: [
            ("/tin/a-01jabcdefghjk", "01jabcdefghjk"), ("/tin/01jabcdefghjk", "01jabcdefghjk"), ("01jabcdefghjk", "01jabcdefghjk"),
            ("https://x.vn/a-01jabcdefghjk?b#c", "01jabcdefghjk"), ("/a01jabcdefghjk", nil), ("/a-81jabcdefghjk", nil),
            ("/a-01jabcdefghju", nil), ("/a-01jabcdefghjk/", nil), ("/a-01JABCDEFGHJK", nil), ("/a-1jabcdefghjk", nil), ("", nil),
            ("/?x-01jabcdefghjk", nil),
        ] as [(String, String?)]
    )
    func ids(address: String, id: String?) { #expect(ItemAddress.id(inPathOf: address) == id) }
}
