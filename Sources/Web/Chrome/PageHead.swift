import RichText

/// What a page says about itself in `<head>`; the portal's own part (icon, styles, site name) is added by the frame.
public struct PageHead: PageModel {
    /// The page's own title, without the portal's name; nil on the home page.
    public var title: String?
    public var description: String?
    /// The one address of this page, absolute.
    public var canonical: String?
    /// Language versions of this very page, itself included.
    public var alternates: [LanguageVersion]
    /// `website`, `article`, …: the Open Graph type.
    public var type: String
    /// Absolute address of a picture for cards in other places.
    public var image: String?
    public var imageAlt: String?
    /// Pixels of the picture, where they are known.
    public var imageWidth: Int?
    public var imageHeight: Int?
    /// RFC 3339.
    public var published: String?
    public var modified: String?
    /// For articles: the section's name and the tags.
    public var section: String?
    public var tags: [String]
    /// True keeps the page out of search engines (search results, print views, errors).
    public var isHidden: Bool
    public var structured: JSONLD?
    /// Where the page stands, from below the front page down to itself.
    public var trail: [Link]
    public var feeds: [FeedLink]
    /// Path of the proof that the page stands in the public record.
    public var proof: String?
    /// Previous and next page of a list, absolute.
    public var previous: String?
    public var next: String?

    public init(
        title: String?,
        description: String? = nil,
        canonical: String? = nil,
        alternates: [LanguageVersion] = [],
        type: String = "website",
        image: String? = nil,
        imageAlt: String? = nil,
        imageWidth: Int? = nil,
        imageHeight: Int? = nil,
        published: String? = nil,
        modified: String? = nil,
        section: String? = nil,
        tags: [String] = [],
        isHidden: Bool = false,
        structured: JSONLD? = nil,
        trail: [Link] = [],
        feeds: [FeedLink] = [],
        previous: String? = nil,
        next: String? = nil
    ) {
        self.title = title
        self.description = description
        self.canonical = canonical
        self.alternates = alternates
        self.type = type
        self.image = image
        self.imageAlt = imageAlt
        self.imageWidth = imageWidth
        self.imageHeight = imageHeight
        self.published = published
        self.modified = modified
        self.section = section
        self.tags = tags
        self.isHidden = isHidden
        self.structured = structured
        self.trail = trail
        self.feeds = feeds
        self.previous = previous
        self.next = next
    }

    public static let shape: Shape<PageHead> = [
        .text("title", \.title),
        .text("description", \.description),
        .text("canonical", \.canonical),
        .many("alternates", \.alternates),
        .text("type", \.type),
        .text("image", \.image),
        .text("imageAlt", \.imageAlt),
        .text("imageWidth") { $0.imageWidth.map(String.init) },
        .text("imageHeight") { $0.imageHeight.map(String.init) },
        .text("card") { $0.image == nil || $0.imageWidth ?? 1200 < 600 ? "summary" : "summary_large_image" },
        .text("published", \.published),
        .text("modified", \.modified),
        .text("section", \.section),
        .texts("tags", \.tags),
        .flag("hidden", \.isHidden),
        .many("structured", \.data),
        .many("feeds", \.feeds),
        .text("proof", \.proof),
        .text("previous", \.previous),
        .text("next", \.next),
    ]
}

extension PageHead {
    /// The blocks of structured data: where the page stands, then what it is.
    var data: [StructuredBlock] { [StructuredData.breadcrumb(trail), structured].compactMap { $0.map { StructuredBlock(script: $0.script) } } }
}

/// One block of structured data.
struct StructuredBlock: PageModel {
    let script: Markup

    static let shape: Shape<StructuredBlock> = [.markup("script", \.script)]
}

/// The same page in a language.
public struct LanguageVersion: PageModel {
    public var lang: String
    public var href: String

    public init(lang: String, href: String) {
        self.lang = lang
        self.href = href
    }

    public static let shape: Shape<LanguageVersion> = [.text("lang", \.lang), .text("href", \.href)]
}

/// A feed that a reader's program finds by itself.
public struct FeedLink: PageModel {
    public var title: String
    public var type: String
    public var href: String

    public init(title: String, type: String = "application/atom+xml", href: String) {
        self.title = title
        self.type = type
        self.href = href
    }

    public static let shape: Shape<FeedLink> = [.text("title", \.title), .text("type", \.type), .text("href", \.href)]
}
