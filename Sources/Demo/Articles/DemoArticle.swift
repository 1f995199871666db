public import Vietnamese

/// One article of the demo province, ready to be drafted, approved and published.
public struct DemoArticle: Sendable, Hashable {
    /// Its place in the sequence, from 0; other articles refer to it by this number.
    public let number: Int
    /// The family of texts it comes from.
    public let family: String
    public let site: String
    public let section: String
    /// `vi`, `en` or `zh`.
    public let language: String
    public internal(set) var title: String
    public let kicker: String?
    public let standfirst: String
    /// As it stands in its newest edition, the demo mark included as the last paragraph.
    public let body: [DemoBlock]
    /// The handle of who wrote it.
    public let author: String
    public let penName: String
    public let source: DemoSource?
    public let tags: [String]
    /// The topic site it belongs to as well.
    public let topic: String?
    public let pictures: [DemoPicture]
    public let publishedAt: Instant
    /// The number of the article it is a language version of.
    public let translates: Int?
    /// Whether the desk puts it in a featured slot of its portal.
    public let isFeatured: Bool
    /// Numbers of earlier articles of the same portal that readers may want too.
    public let related: [Int]
    /// What happens to it after it was published.
    public let sequel: DemoSequel?

    /// The body as first published: where a correction is planned, with the mistake still in it.
    public var firstBody: [DemoBlock] {
        guard case .correction(_, let wrong, let right, _) = sequel else { return body }
        return body.map { $0.replacing(right, with: wrong) }
    }
}

/// A block of a demo article's body, plain text throughout.
public enum DemoBlock: Sendable, Hashable {
    case paragraph(String)
    case heading(String)
    case list([String])
    case quote(text: String, speaker: String)
    case table(caption: String, head: [String], rows: [[String]])
    /// A document the article refers to: what it is, its number, where it is read.
    case document(title: String, number: String, url: String)

    /// All text of the block, for reading and checking.
    public var texts: [String] {
        switch self {
        case .paragraph(let text), .heading(let text): [text]
        case .list(let items): items
        case .quote(let text, let speaker): [text, speaker]
        case .table(let caption, let head, let rows): [caption] + head + rows.flatMap { $0 }
        case .document(let title, let number, _): [title, number]
        }
    }

    func replacing(_ old: String, with new: String) -> DemoBlock {
        func swap(_ text: String) -> String { text.pieces(separatedBy: old).joined(separator: new) }
        switch self {
        case .paragraph(let text): return .paragraph(swap(text))
        case .heading(let text): return .heading(swap(text))
        case .list(let items): return .list(items.map(swap))
        case .quote(let text, let speaker): return .quote(text: swap(text), speaker: speaker)
        case .table(let caption, let head, let rows): return .table(caption: caption, head: head, rows: rows.map { $0.map(swap) })
        case .document: return self
        }
    }
}

/// Where a taken-over text comes from: "Theo …".
public struct DemoSource: Sendable, Hashable {
    public let name: String
    public let url: String?
}

/// A picture of an article: the words around it and how it is drawn.
public struct DemoPicture: Sendable, Hashable {
    public let caption: String
    public let credit: String
    public let alt: String
    public let recipe: PictureRecipe
}

/// What happens to an article after its first edition.
public enum DemoSequel: Sendable, Hashable {
    /// A figure was wrong: `wrong` stood where `right` stands now.
    case correction(at: Instant, wrong: String, right: String, reason: String)
    case withdrawal(at: Instant, reason: String)
}

/// The sentence that marks every text of the demo.
public enum DemoMark {
    /// - Parameter language: `vi`, `en` or `zh`.
    public static func sentence(_ language: String) -> String {
        switch language {
        case "en": "This is a sample text from the fictional province of An Son."
        case "zh": "本文为虚构的安山省的示例文本。"
        default: "Đây là văn bản minh họa của tỉnh An Sơn hư cấu."
        }
    }
}
