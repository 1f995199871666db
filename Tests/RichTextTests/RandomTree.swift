import RichText

/// Random bodies with every block and inline, and with text that tries to break out.
struct RandomTree {
    private var random: Seeded
    init(seed: Int) { random = Seeded(seed &+ 1) }

    static let words = [
        "Hội nghị", " ", "  trao đổi\n", "\tkinh nghiệm", "<script>", "&amp;", "\"'>", "e\u{301}", "\u{301}", "\u{338}", "đ", "Ⅻ", "😀",
        "\u{1F}@x\u{1F}", "\u{1E}", "\u{0}", "\u{85}", "\u{A0}", "\u{200B}",
        "\u{2028}", "\u{FFFE}", "\u{1FFFF}", String(Character(Unicode.Scalar(0xFDD0)!)), "\u{FEFF}", "\u{C}", "\r\n", "]]>", "<!--", "-->", "",
        "1.234.567,89", "各位", "\u{1100}\u{1161}", "\u{7F}", "A\u{30A}", "&#31;", "</main>", "ự", "\u{FFFD}",
    ]

    mutating func string() -> String { (0..<random.below(5)).map { _ in random.pick(Self.words) }.joined() }

    mutating func run() -> TextRun {
        TextRun(
            string(),
            Marks(rawValue: random.chance(70) ? 0 : UInt8(random.below(64))),
            language: random.chance(90) ? nil : random.pick(["en", "zh-Hant", "x\"y", ""])
        )
    }

    mutating func inlines() -> [Inline] {
        (0..<random.below(5)).map { _ in
            switch random.below(8) {
            case 0: .lineBreak
            case 1, 2: .link(target(), (0..<random.below(3)).map { _ in run() })
            case 3: .unknown(.object(["t": .string(string()), "new": .bool(true)]))
            default: .text(run())
            }
        }
    }

    mutating func target() -> LinkTarget {
        random.pick([
            .item("01jabcdefghjk"), .item("7zzzzzzzzzzzz"), .item("ilou"), .item(""), .site("/lien-he"), .site("/tin/bai-01jabcdefghjk"),
            .site("//evil.example"), .site("/a b\"c"), .site("x"),
            .address("https://a.example"), .address("https://www.tinh.example/x/y-01jabcdefghjk?in=1"), .address("https://www.tinh.example/trang"),
            .address("http://ví-dụ.vn/đường dẫn?q=\"<>"),
            .address("javascript:alert(1)"), .address("mailto:a@b.vn"), .address("tel:+84 24 3825"), .address(""),
            .address("https://a.example/\u{1F}"), .address("/x"), .address("HTTP://A.EXAMPLE:80/%zz"),
        ])
    }

    mutating func asset() -> AssetReference {
        AssetReference(
            commitment: random.chance(85)
                ? String((0..<64).map { _ in random.pick(Array("0123456789abcdef")) }) : random.pick(["", "x", String(repeating: "A", count: 64)])
        )
    }

    mutating func picture() -> Picture {
        Picture(
            asset: random.chance(70) ? asset() : nil,
            source: random.chance(50) ? "https://a.example/x.jpg" : nil,
            alt: string(),
            decorative: random.chance(20),
            caption: random.chance(50) ? inlines() : [],
            credit: random.chance(30) ? string() : "",
            width: random.below(3) * 100,
            height: random.below(3) * 50
        )
    }

    mutating func blocks(depth: Int) -> [Block] { (0..<random.below(depth == 0 ? 8 : 4)).map { _ in block(depth: depth) } }

    mutating func block(depth: Int) -> Block {
        switch random.below(depth > 3 ? 11 : 14) {
        case 0: .heading(Heading(level: random.below(7), text: inlines()))
        case 1: .picture(picture())
        case 2: .gallery(Gallery((0..<random.below(4)).map { _ in picture() }, caption: inlines()))
        case 3:
            .embed(
                Embed(
                    random.pick([.video, .audio]),
                    random.chance(50) ? .asset(asset()) : .provider(.youtube, reference: "dQw4w9WgXcQ"),
                    title: string(),
                    caption: inlines(),
                    captions: (0..<random.below(3)).map { _ in Captions(asset: asset(), language: random.pick(["vi", "en", "zh-Hant", "x\"y", ""])) },
                    transcript: depth > 3 || random.chance(60) ? [] : blocks(depth: depth + 1)
                )
            )
        case 4:
            .attachment(
                Attachment(
                    asset: asset(),
                    name: random.pick(["a.pdf", "../x", "", "đơn xin.doc", "a\"b"]),
                    title: string(),
                    mediaType: random.pick(["application/pdf", "", "x/y"]),
                    bytes: random.below(5) * 123_456
                )
            )
        case 5: .divider
        case 6: .preformatted(string())
        case 7: .unknown(.object(["type": .string("poll"), "question": .string(string())]))
        case 11, 12:
            .list(List(ordered: random.chance(50), start: random.below(5), items: (0..<random.below(4)).map { _ in blocks(depth: depth + 1) }))
        case 13: .quote(Quote(blocks(depth: depth + 1), cite: random.chance(50) ? inlines() : []))
        case 8:
            .table(
                Table(
                    caption: random.chance(50) ? inlines() : [],
                    headerRows: random.below(3),
                    headerColumns: random.below(2),
                    rows: (0..<random.below(4)).map { _ in
                        (0..<random.below(4)).map { _ in Table.Cell(inlines(), colspan: random.below(3), rowspan: random.below(3)) }
                    }
                )
            )
        default: .paragraph(inlines())
        }
    }
}
