import News
import PortalNetwork
import Publishing
import RichText
import Store

/// Articles with everything an article may hold, made of texts that tend to get lost: marks, quotes, control characters, emptiness.
struct RandomArticle {
    private var state: UInt64
    let files: [AssetReference]
    let topics: [SectionID]
    let others: [ItemID]

    init(seed: Int, files: [AssetReference], topics: [SectionID], others: [ItemID]) {
        state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
        self.files = files
        self.topics = topics
        self.others = others
    }

    private static let words = [
        "Hội nghị", "trao đổi", "<script>", "&amp;", "\"'\\", "e\u{301}", "đ", "Ⅻ", "😀", "\u{200B}", "\u{2028}", "1.234,5", "各位", "</main>", "\t",
        "\n",
        "{\"caunoi\":1}", "ự", "\u{FFFD}", "  ",
    ]

    private mutating func below(_ count: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(count))
    }

    private mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

    private mutating func pick<T>(_ all: [T]) -> T { all[below(all.count)] }

    mutating func text() -> String {
        var out = "Chữ"
        for _ in 0..<below(5) { out += pick(Self.words) }
        return out
    }

    private mutating func inlines() -> [Inline] {
        var out: [Inline] = []
        for _ in 0..<(1 + below(4)) {
            switch below(7) {
            case 0: out.append(.lineBreak)
            case 1: out.append(.link(.item("\(pick(others))"), text()))
            case 2: out.append(.link(.address("https://a.example/?b=1&c=2"), text()))
            case 3: out.append(.unknown(.object(["t": .string(text()), "new": .bool(true), "n": .int(7)])))
            default: out.append(.text(TextRun(text(), Marks(rawValue: UInt8(below(64))), language: chance(20) ? "en" : nil)))
            }
        }
        return out
    }

    private mutating func picture() -> Picture {
        Picture(
            asset: chance(80) ? pick(files) : nil,
            source: chance(30) ? "https://a.example/x.jpg" : nil,
            alt: text(),
            decorative: chance(20),
            caption: chance(50) ? inlines() : [],
            credit: chance(30) ? text() : "",
            width: below(3) * 100,
            height: below(3) * 50
        )
    }

    private mutating func block(_ depth: Int) -> Block {
        switch below(depth > 2 ? 9 : 12) {
        case 0: .heading(Heading(level: 2 + below(3), text: inlines()))
        case 1: .picture(picture())
        case 2: .gallery(Gallery([picture(), picture()], caption: inlines()))
        case 3:
            .embed(
                Embed(
                    chance(70) ? .video : .audio,
                    chance(50) ? .asset(pick(files)) : .provider(.youtube, reference: "dQw4w9WgXcQ"),
                    title: text(),
                    caption: inlines(),
                    captions: chance(50) ? [Captions(asset: pick(files), language: "vi"), Captions(asset: pick(files), language: "en")] : [],
                    transcript: chance(50) && depth < 3 ? [block(depth + 1), block(depth + 1)] : []
                )
            )
        case 4: .attachment(Attachment(asset: pick(files), name: "a.pdf", title: text(), mediaType: "application/pdf", bytes: below(9999)))
        case 5: .divider
        case 6: .preformatted("  " + text() + "\n  x")
        case 7: .unknown(.object(["type": .string("poll"), "question": .string(text()), "options": .array([.string("a"), .bool(false)])]))
        case 8:
            .table(
                Table(caption: inlines(), headerRows: below(2), headerColumns: below(2), rows: [[Table.Cell(inlines(), colspan: 2), Table.Cell([])]])
            )
        case 9: .list(List(ordered: chance(50), start: 1 + below(4), items: [[block(depth + 1)], [block(depth + 1), block(depth + 1)]]))
        case 10: .quote(Quote([block(depth + 1)], cite: chance(50) ? inlines() : []))
        default: .paragraph(inlines())
        }
    }

    mutating func article() -> Article {
        var article = Article(title: text(), body: RichText((0..<(1 + below(5))).map { _ in block(0) }))
        if chance(50) { article.kicker = text() }
        if chance(50) { article.standfirst = text() }
        if chance(50) { article.picture = picture() }
        article.authors = (0..<below(3)).map { _ in Byline(name: text(), penName: chance(50) ? "\(pick(others))" : nil) }
        if chance(50) { article.source = SourceCredit(name: text(), url: chance(50) ? "https://bao.example/?x=1" : nil) }
        article.tags = (0..<below(4)).map { "\(text()) \($0)" }
        if chance(30) { article.topics = topics }
        article.related = chance(50) ? [pick(others)] : []
        if chance(20) { article.translates = pick(others) }
        if chance(50) {
            article.extra = pick([
                "{\"a\":1.50,\"b\":[null]}", "{\"b\":1,\"a\":2}", "{\"cu\":{\"a\":[1]},\"do_uu_tien\":3}", "not JSON at all", "[1,2]",
                "{\"x\":1e400}",
            ])
        }
        return article
    }
}
