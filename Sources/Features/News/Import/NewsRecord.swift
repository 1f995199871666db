import Foundation
import PortalNetwork
import Publishing
import RichText
import Vietnamese

/// One line of a `news` file, read as far as it can be (formats of the contract: `id?, title, summary?, body, category?, tags?, authors?,
/// source?, url?, published_at?, image?`; keys we do not know are kept).
struct NewsRecord: Sendable {
    typealias Reason = ForeignReason
    typealias Repairs = ForeignText.Repairs

    var id: String?
    var article: Article
    var category: String?
    var url: String?
    var publishedAt: Instant?
    var repairs: Repairs = []

    private static let known: Set<String> = [
        "id", "title", "summary", "body", "category", "tags", "authors", "source", "url", "published_at", "image", "kicker",
    ]

    /// Throws `Reason` for a line that is no object, has no title or a date nobody can read.
    init(_ text: String, language: Language, isOwnHost: @escaping @Sendable (String) -> Bool) throws {
        guard let value = try? JSONSerialization.jsonObject(with: Data(text.utf8)) else {
            throw Reason(field: nil, text: "not valid JSON (a line that was cut off?)")
        }
        guard let object = value as? [String: Any] else { throw Reason(field: nil, text: "not a JSON object") }
        var cleaner = ForeignText(language: language, isOwnHost: isOwnHost)
        func string(_ key: String) throws -> String? {
            switch object[key] {
            case nil, is NSNull: return nil
            case let text as String: return text.allSatisfy(\.isWhitespace) ? nil : text
            case let number as NSNumber: return number.stringValue
            default: throw Reason(field: key, text: "'\(key)' must be a text")
            }
        }
        func strings(_ key: String) throws -> [String] {
            if let list = object[key] as? [Any] {
                return try list.map { element in
                    if let text = element as? String { return text }
                    if let named = element as? [String: Any], let name = named["name"] as? String { return name }
                    throw Reason(field: key, text: "'\(key)' must be a list of texts")
                }
            }
            return try string(key)?.split(whereSeparator: { ",;|".contains($0) }).map(String.init) ?? []
        }
        guard let rawTitle = try string("title") else { throw Reason(field: "title", text: "'title' is missing or empty") }
        let title = try cleaner.line(rawTitle)
        guard !title.isEmpty else { throw Reason(field: "title", text: "'title' holds no text") }
        id = try string("id")
        url = try string("url").flatMap { WebAddress($0)?.text }
        category = try string("category").map { try cleaner.line($0) }
        publishedAt = try string("published_at").map(Self.moment)
        var article = Article(title: title, body: RichText([]))
        article.kicker = try string("kicker").map { try cleaner.line($0) }
        article.standfirst = try string("summary").map { try cleaner.line($0) }.flatMap { $0.isEmpty ? nil : $0 }
        if let body = try string("body") { article.body = try cleaner.body(body) }
        article.authors = try strings("authors").map { try cleaner.line($0) }.filter { !$0.isEmpty }.map { Byline(name: $0) }
        article.tags = try strings("tags").map { try cleaner.line($0) }.filter { !$0.isEmpty }
        article.source = try Self.source(object["source"], url, &cleaner)
        if let image = try string("image"), let address = WebAddress(image) {
            article.picture = Picture(source: address.text, alt: "", decorative: true)
        }
        let rest = object.filter { !Self.known.contains($0.key) }
        if !rest.isEmpty, let data = try? JSONSerialization.data(withJSONObject: rest, options: [.sortedKeys, .withoutEscapingSlashes]) {
            article.extra = String(decoding: data, as: UTF8.self)
        }
        self.article = article
        repairs = cleaner.repairs
    }

    /// What the line is known by: its id, else its address, else what it says.
    var key: String { id.map { "id:" + $0 } ?? url.map { "url:" + $0 } ?? "text:" + article.title + "\n" + PlainText.of(article.body) }

    private static func moment(_ text: String) throws -> Instant {
        do {
            let instant = try readDate(text).instant
            return instant
        } catch {
            throw Reason(field: "published_at", text: "'\(text.prefix(60))' is no date we can read: \(error)")
        }
    }

    private static func source(_ value: Any?, _ url: String?, _ cleaner: inout ForeignText) throws -> SourceCredit? {
        switch value {
        case let text as String where !text.allSatisfy(\.isWhitespace): return SourceCredit(name: try cleaner.line(text), url: url)
        case let object as [String: Any]:
            guard let name = object["name"] as? String else { throw Reason(field: "source", text: "'source' must be a text or have a 'name'") }
            return SourceCredit(name: try cleaner.line(name), url: (object["url"] as? String).flatMap { WebAddress($0)?.text } ?? url)
        case nil, is NSNull, is String: return url.flatMap { WebAddress($0)?.host }.map { SourceCredit(name: $0, url: url) }
        default: throw Reason(field: "source", text: "'source' must be a text or have a 'name'")
        }
    }
}
