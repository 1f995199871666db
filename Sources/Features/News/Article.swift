public import Publishing
public import RichText
import Store
import Vietnamese

/// A news item or longer piece (*tin, bài*).
public struct Article: ContentKind {
    public static let name: KindName = "news"
    public static let title = "Tin bài"

    public var title: String
    /// The line above the title (*tít phụ*).
    public var kicker: String?
    /// The lead (*sapo*).
    public var standfirst: String?
    public var body: RichText
    /// The lead picture, above the body.
    public var picture: Picture?
    public var authors: [Byline]
    public var source: SourceCredit?
    public var tags: [String]
    /// Topic sites (*chuyên trang*) it also belongs to.
    public var topics: [SectionID]
    public var related: [ItemID]
    /// The article this one says in another language.
    public var translates: ItemID?
    /// What an import brought that no field of ours takes: a JSON object, kept for the export.
    public var extra: String?

    public init(
        title: String,
        kicker: String? = nil,
        standfirst: String? = nil,
        body: RichText,
        picture: Picture? = nil,
        authors: [Byline] = [],
        source: SourceCredit? = nil,
        tags: [String] = [],
        topics: [SectionID] = [],
        related: [ItemID] = [],
        translates: ItemID? = nil
    ) {
        self.title = title
        self.kicker = kicker
        self.standfirst = standfirst
        self.body = body
        self.picture = picture
        self.authors = authors
        self.source = source
        self.tags = tags
        self.topics = topics
        self.related = related
        self.translates = translates
    }

    public static func blank(titled title: String) -> Article { Article(title: title, body: RichText()) }

    public static let fields = Fields<Article> {
        Field("title", \.title, "Tiêu đề", .required, .atMost(300), .searchable(.title))
        Field("kicker", \.kicker, "Tít phụ", .atMost(200))
        Field("standfirst", \.standfirst, "Sapo", .atMost(1500), .searchable(.summary))
        Field("body", \.body, "Nội dung", .searchable(.body))
        Field("picture", \.picture, "Ảnh chính")
        Field("authors", \.authors, "Tác giả", .facet)
        Field("source", \.source, "Nguồn")
        Field("tags", \.tags, "Từ khóa", .searchable(.keyword), .facet)
        Field("related", \.related, "Tin liên quan")
    }

    public func review() -> [ReviewFinding] {
        var findings: [ReviewFinding] = []
        if body.isBlank && (standfirst?.isBlank ?? true) && source?.url == nil {
            findings.append(ReviewFinding(field: "body", key: "nothing-to-read", values: ["label": "Nội dung"]))
        }
        if tags.count > 20 { findings.append(ReviewFinding(field: "tags", key: "too-many", values: ["label": "Từ khóa", "maximum": "20"])) }
        if let picture, !picture.decorative, picture.alt.isBlank, picture.asset != nil {
            findings.append(ReviewFinding(field: "picture", key: "no-alternative-text", values: ["label": "Ảnh chính"], severity: .warning))
        }
        if body.hasSilentFilm { findings.append(ReviewFinding(field: "body", key: "no-captions", values: ["label": "Nội dung"], severity: .warning)) }
        return findings
    }

    public var outline: ItemOutline {
        ItemOutline(
            authors: authors.map(\.name).filter { !$0.isBlank },
            tags: tags,
            source: source?.name,
            sourceAddress: source?.url,
            body: RichText((standfirst.map { [.paragraph([.text($0, .strong)])] } ?? []) + (picture.map { [.picture($0)] } ?? []) + body.blocks)
        )
    }

    public var publicBlocks: [Block] {
        var blocks: [Block] = []
        if let kicker { blocks.append(.paragraph([.text(kicker)])) }
        blocks.append(.heading(Heading(level: 2, text: [.text(title)])))
        if let standfirst { blocks.append(.paragraph([.text(standfirst)])) }
        if let picture { blocks.append(.picture(picture)) }
        blocks += body.blocks
        if let byline { blocks.append(.paragraph([.text(byline)])) }
        if let source { blocks.append(.paragraph([source.inline])) }
        return blocks
    }

    /// The authors on one line.
    var byline: String? {
        let names = authors.map(\.name).filter { !$0.isBlank }
        return names.isEmpty ? nil : names.joined(separator: ", ")
    }

    public var card: CardContent {
        CardContent(
            title: title,
            summary: standfirst ?? PlainText.excerpt(of: body, words: 40),
            kicker: kicker,
            picture: picture.flatMap { picture in
                picture.asset.map {
                    CardContent.Picture(
                        asset: $0.commitment,
                        file: $0.id ?? "anh",
                        alt: picture.decorative ? "" : picture.alt,
                        width: picture.width,
                        height: picture.height
                    )
                }
            }
        )
    }

    public var lists: [ListEntry] {
        tags.map { ListEntry(.tag(slug($0)), name: $0) }.filter { $0.key != .tag("") }
            + authors.compactMap { author in author.penName.map { ListEntry(.author($0), name: author.name) } }
            + topics.map { ListEntry(.section($0)) }
    }

    public var links: [LinkDraft] {
        related.map { LinkDraft(.related, $0) } + (translates.map { [LinkDraft(.translates, $0)] } ?? [])
            + body.linkedItems.compactMap { ItemID($0) }.map { LinkDraft(.cites, $0) }
    }

    public var assets: [String] { (picture?.asset.map { [$0.commitment] } ?? []) + body.assets }
}

/// An author as the public reads it: a name or pen name, never the person behind it.
public struct Byline: Sendable, Hashable, Codable, FieldValue {
    public static var form: FieldForm { .people }

    public var name: String
    /// The id of the registered pen name, which has a page of its own.
    public var penName: String?

    public init(name: String, penName: String? = nil) {
        self.name = name
        self.penName = penName
    }

    public var isBlank: Bool { name.isBlank }
    public var plainText: String { name }
}

/// Whose text it is, when it is not the portal's own.
public struct SourceCredit: Sendable, Hashable, Codable, FieldValue {
    public static var form: FieldForm { .source }

    public var name: String
    public var url: String?

    public init(name: String, url: String? = nil) {
        self.name = name
        self.url = url
    }

    public var isBlank: Bool { name.isBlank }
    public var plainText: String { name }
}

extension SourceCredit {
    /// The credit as the page shows it: a link where there is an address.
    var inline: Inline { url.map { .link(.address($0), name) } ?? .text(name) }
}
