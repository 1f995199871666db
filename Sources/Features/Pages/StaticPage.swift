public import Publishing
public import RichText
import Store

/// A page that stands by itself: introduction, contact, privacy (*trang tĩnh*).
public struct StaticPage: ContentKind {
    public static let name: KindName = "page"
    public static let title = "Trang tĩnh"
    public static let segment: String? = "trang"

    public var title: String
    public var summary: String?
    public var body: RichText
    /// What the page is for, where the platform itself points to it: `introduction`, `contact`, `privacy`, `accessibility`.
    public var role: String?

    public init(title: String, summary: String? = nil, body: RichText, role: String? = nil) {
        self.title = title
        self.summary = summary
        self.body = body
        self.role = role
    }

    public static func blank(titled title: String) -> StaticPage { StaticPage(title: title, body: RichText()) }

    public static let fields = Fields<StaticPage> {
        Field("title", \.title, "Tiêu đề", .required, .atMost(300), .searchable(.title))
        Field("summary", \.summary, "Tóm tắt", .atMost(1000), .searchable(.summary))
        Field("body", \.body, "Nội dung", .required, .searchable(.body))
        Field("role", \.role, "Vai trò của trang", .atMost(40))
    }

    public var publicBlocks: [Block] {
        [.heading(Heading(level: 2, text: [.text(title)]))] + (summary.map { [.paragraph([.text($0)])] } ?? []) + body.blocks
    }

    public var card: CardContent { CardContent(title: title, summary: summary) }
    public var lists: [ListEntry] { role.map { [ListEntry(.role($0))] } ?? [] }
    public var assets: [String] { body.assets }
    public var links: [LinkDraft] { body.linkedItems.compactMap { ItemID($0) }.map { LinkDraft(.cites, $0) } }
}
