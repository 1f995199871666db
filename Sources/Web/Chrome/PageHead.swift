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
    /// RFC 3339.
    public var published: String?
    public var modified: String?
    /// True keeps the page out of search engines (search results, print views, errors).
    public var isHidden: Bool
    public var structured: JSONLD?
    public var feeds: [FeedLink]
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
        published: String? = nil,
        modified: String? = nil,
        isHidden: Bool = false,
        structured: JSONLD? = nil,
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
        self.published = published
        self.modified = modified
        self.isHidden = isHidden
        self.structured = structured
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
        .text("published", \.published),
        .text("modified", \.modified),
        .flag("hidden", \.isHidden),
        .markup("structured") { $0.structured?.script },
        .many("feeds", \.feeds),
        .text("previous", \.previous),
        .text("next", \.next),
    ]
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
