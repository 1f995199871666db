import Foundation
import RichText
import Testing

@Suite struct CanonicalTextTests {
    static let own: @Sendable (String) -> Bool = { $0 == "www.tinh.example" || $0 == "files.tinh.example" }
    static let id = "01jabcdefghjk"
    static let commitment = String(repeating: "ab", count: 32)
    static let other = String(repeating: "cd", count: 32)
    let canonical = CanonicalText(isOwnHost: own)

    func text(ofMain html: String) throws -> String? { try canonical.text(ofPage: "<!DOCTYPE html><body><main data-r=\"e\">\(html)</main>") }

    @Test func vectorOfTheDesign() throws {
        let expected = "Hội nghị\nHội nghị trao đổi kinh nghiệm.\n"
        #expect(canonical.text(of: [.paragraph(["Hội nghị"]), .paragraph(["Hội nghị trao đổi kinh nghiệm."])]) == expected)
        #expect(try text(ofMain: "<h1>Hội nghị</h1>\n<p>Hội nghị trao đổi\n kinh nghiệm.</p>") == expected)
    }

    @Test(
        "rendered pages",
        arguments: [
            ("<p>a<p>b", "a\nb\n"), ("a<br>b", "a b\n"), ("<p> a \u{A0}\t b&nbsp;</p>", "a b\n"), ("<ul><li>a<ul><li>b</ul>c</ul>", "a\nb\nc\n"),
            ("<p><b>a</b><i>b</i> c</p>", "ab c\n"), ("<p>e\u{301}</p>", "é\n"), ("<p>e<b>\u{301}</b></p>", "é\n"),
            ("<!-- x --><p>a<!-- y -->b", "ab\n"),
            ("<p>a\u{200B}b</p>", "a\u{200B}b\n"), ("<hr><p> </p>", ""), ("<table><tr><td>1<td>2</table>", "1\n2\n"), ("<pre>\na\n b</pre>", "a b\n"),
            ("<a href='/tin/hoi-nghi-\(id)'>x</a>", "\u{1F}@\(id)\u{1F}x\n"), ("<a href='/tin/\(id)?in=1#a'>x</a>", "\u{1F}@\(id)\u{1F}x\n"),
            ("<a href='https://www.tinh.example/muc/slug-\(id)'>x</a>", "\u{1F}@\(id)\u{1F}x\n"),
            ("<a href='HTTPS://WWW.TINH.EXAMPLE:8080/\(id)'>x</a>", "\u{1F}@\(id)\u{1F}x\n"),
            ("<a href='https://other.example/slug-\(id)'>x</a>", "\u{1F}https://other.example/slug-\(id)\u{1F}x\n"),
            ("<a href='//www.tinh.example/\(id)'>x</a>", "\u{1F}//www.tinh.example/\(id)\u{1F}x\n"),
            ("<a href='/tin/slug\(id)'>x</a>", "\u{1F}/tin/slug\(id)\u{1F}x\n"),
            ("<a href='/tin/slug-\(id.uppercased())'>x</a>", "\u{1F}/tin/slug-\(id.uppercased())\u{1F}x\n"),
            ("<a href='/tin/slug-\(id)/'>x</a>", "\u{1F}/tin/slug-\(id)/\u{1F}x\n"),
            ("<a href=' mailto:a@b.vn '>x</a> y", "\u{1F}mailto:a@b.vn\u{1F}x y\n"), ("<a href='javascript:x'>x</a>", "\u{1F}javascript:x\u{1F}x\n"),
            ("<a name=x>x</a>", "x\n"),
            ("<img src='/files/\(commitment)/anh.jpg?w=640&amp;f=avif' alt=' A  b '>", "\u{1E}\(commitment)\u{1E} A b\n"),
            ("<img src='https://files.tinh.example/files/\(commitment)/x' alt=''>", "\u{1E}\(commitment)\u{1E}\n"),
            (
                "<picture><source srcset='/files/\(commitment)/a.jpg?w=320&amp;f=avif 320w'><img src='/files/\(commitment)/a.jpg' alt='b'></picture>",
                "\u{1E}\(commitment)\u{1E}b\n"
            ),
            (
                "<picture><source srcset='/b.avif 320w'><img src='/files/\(commitment)/a.jpg' alt='b'></picture>",
                "\u{1E}!source\u{1E}\u{1E}\(commitment)\u{1E}b\n"
            ),
            (
                "<img src='/files/\(commitment)/a.jpg' srcset='/files/\(commitment)/a.jpg 1x, https://evil.example/files/\(commitment)/a.jpg 2x' alt=''>",
                "\u{1E}\(commitment)\u{1E}\u{1E}!srcset\u{1E}\n"
            ),
            ("<p><source srcset='/files/\(commitment)/a.jpg 1x'></p>", "\u{1E}!source\u{1E}\n"),
            ("<img src='https://evil.example/files/\(commitment)/x' alt='a'>", "\u{1E}https://evil.example/files/\(commitment)/x\u{1E}a\n"),
            ("<a href='/files/\(commitment)/mau-don.pdf' download>x</a>", "\u{1F}/files/\(commitment)\u{1F}x\n"),
            ("<p>a<span data-r=l>12:30</span>b</p>", "ab\n"), ("<p>a</p><aside data-r=c><p>tin khác</p></aside><p>b</p>", "a\nb\n"),
            ("<p>a<div data-r=e>b</div>", "a\nb\n"),
            (
                "<video src='/files/\(commitment)/a.webm' aria-label='b'><track kind=captions src='/files/\(other)/a.vtt' srclang=vi label=x default></video>"
                    + "<details class=transcript><summary><span data-r=w>x</span></summary><p>y</p></details>",
                "\u{1E}\(commitment)\u{1E}b\u{1E}\(other)\u{1E}vi\ny\n"
            ),
            (
                "<video src='/files/\(commitment)/a'><track kind=captions src='https://evil.example/a.vtt' srclang=vi></video>",
                "\u{1E}\(commitment)\u{1E}\u{1E}https://evil.example/a.vtt\u{1E}vi\n"
            ),
            (
                "<video src='/files/\(commitment)/a'><track kind=metadata src='/files/\(other)/a.vtt'></video>",
                "\u{1E}\(commitment)\u{1E}\u{1E}!track\u{1E}\n"
            ),
            ("<p><track kind=captions src='/files/\(other)/a.vtt'></p>", "\u{1E}!track\u{1E}\n"),
            ("<p>a<script src=/x.js></script>b</p>", "a\u{1E}!script\u{1E}b\n"), ("<iframe src=/x>c</iframe>a", "\u{1E}!iframe\u{1E}ca\n"),
            ("<p>a<svg><text>b</text></svg>", "a\u{1E}!svg\u{1E}b\n"),
            ("<p>a\u{1F}@x\u{1F}b\u{1E}c</p>", "a\u{FFFD}@x\u{FFFD}b\u{FFFD}c\n"), ("<p>a&#x1F;b</p>", "a b\n"),
        ]
    )
    func pages(html: String, expected: String) throws { #expect(try text(ofMain: html) == expected) }

    @Test func anyChangeOfWordsLinksOrMediaChangesIt() throws {
        let page = "<p>Số tiền 253.000 đồng, <a href=\"https://a.example/\">xem</a> <img src=\"/files/\(Self.commitment)/a\" alt=\"ảnh\"></p>"
        let original = try text(ofMain: page)
        for (from, to) in [
            ("253", "258"), ("https://a.", "https://b."), ("xem", "<a href=\"https://a.example/\">xem</a>"), ("abab", "abac"), ("ảnh", "anh"),
            ("</p>", "<em>.</em></p>"),
            ("<p>", "<p><iframe src=x></iframe>"), ("đồng,", "đồng</p><p>,"),
        ] {
            #expect(try text(ofMain: page.replacingOccurrences(of: from, with: to)) != original, "\(from) → \(to)")
        }
        #expect(
            try text(ofMain: page.replacingOccurrences(of: "<p>", with: "<p class=x lang=vi>").replacingOccurrences(of: " 253", with: "\n  253"))
                == original
        )
    }

    @Test func treeSide() throws {
        let asset = AssetReference(commitment: Self.commitment)
        let blocks: [Block] = [
            .heading(Heading(level: 2, text: [.text("Kết  quả", .strong)])),
            .paragraph([
                .link(.item(Self.id), "tin"), .text(" và "), .link(.address("HTTPS://A.example"), "trang"), .lineBreak,
                .link(.site("/lien-he"), "liên hệ"), .link(.address("javascript:x"), "không"),
            ]),
            .picture(Picture(asset: asset, alt: "Quang cảnh", caption: ["Hội nghị"], credit: "Văn A")),
            .picture(Picture(source: "https://a.example/x.jpg", alt: "mất", caption: ["Chú thích"])),
            .attachment(Attachment(asset: asset, name: "m.pdf", title: "Mẫu đơn", mediaType: "application/pdf", bytes: 1_234_567)),
            .list(List(ordered: true, items: [[.paragraph(["một"]), .list(List(ordered: false, items: [[.paragraph(["hai"])]]))]])),
            .divider, .unknown(.object(["type": .string("poll")])),
        ]
        #expect(
            canonical.text(of: blocks)
                == "Kết quả\n\u{1F}@\(Self.id)\u{1F}tin và \u{1F}https://a.example/\u{1F}trang \u{1F}/lien-he\u{1F}liên hệkhông\n\u{1E}\(Self.commitment)\u{1E}Quang cảnh\nHội nghị Văn A\nChú thích\n\u{1F}/files/\(Self.commitment)\u{1F}Mẫu đơn (PDF, 1,2 MB)\nmột\nhai\n"
        )
    }

    /// The heart of the proof: what is committed at publication is what a reader's check finds on the page.
    @Test func bothWaysAgreeOnRandomTrees() throws {
        for seed in 0..<1000 {
            var random = RandomTree(seed: seed)
            let text = RichText(random.blocks(depth: 0))
            let writer = MarkupWriter(
                links: LinkPolicy(
                    isRegistered: { $0.count.isMultiple(of: 2) },
                    addressOf: { seed.isMultiple(of: 3) ? nil : seed.isMultiple(of: 5) ? "https://www.tinh.example/tin/bai-\($0)" : "/muc/\($0)" }
                ),
                filesBase: seed.isMultiple(of: 2) ? "" : "https://files.tinh.example",
                picture: { picture in
                    guard !seed.isMultiple(of: 4), let file = picture.asset?.commitment else { return nil }
                    return PictureAddress(file: "/files/\(file)/anh.jpg", width: seed.isMultiple(of: 3) ? 1000 : 4000, sizes: "100vw")
                }
            )
            let markup = writer.markup(of: text).string
            #expect(MarkupGrammar.fault(in: markup) == nil, "seed \(seed)")
            let found = try self.text(ofMain: "\n<h1>Tiêu đề</h1>\n<div class=\"body\">\(markup)</div>")
            let committed = canonical.text(of: [.paragraph(["Tiêu đề"])] + text.blocks)
            #expect(found == committed, "seed \(seed)")
            let survives = try JSONDecoder().decode(RichText.self, from: JSONEncoder().encode(text)) == text
            #expect(survives, "seed \(seed)")
        }
    }
}
