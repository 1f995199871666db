/// One template file as it was found: in the program, in a theme's folder, or in a folder under development.
public struct TemplateFile: Sendable, Hashable {
    /// `news.article`: the file's name without `.mustache`.
    public let name: String
    /// Where it comes from, for messages: `Templates/news.article.mustache` or a path.
    public let origin: String
    public let source: String

    public init(name: String, origin: String, source: String) {
        self.name = name
        self.origin = origin
        self.source = source
    }
}

/// A template, taken apart. Lines count from 1.
indirect enum TemplateNode: Sendable {
    case text(String)
    case variable(NamePath, line: Int)
    case raw(NamePath, line: Int)
    case section(NamePath, inverted: Bool, [TemplateNode], line: Int)
    case partial(String, line: Int)
    /// `{{<layout}} … {{/layout}}`: a template filled in at its named places.
    case inherit(String, [TemplateBlock], line: Int)
    /// `{{$main}} … {{/main}}` outside of `{{<…}}`: a named place with what stands there by default.
    case place(TemplateBlock)
    case wording(WordingTag, key: String, line: Int)
}

struct TemplateBlock: Sendable {
    let name: String
    let nodes: [TemplateNode]
    let file: TemplateFile
    let line: Int
}

/// How a catalogue text is put into a page.
enum WordingTag: String, Sendable, CaseIterable {
    /// In an element of its own, marked as wording of the release.
    case word
    /// Plain, inside an attribute's quotes.
    case attr
    /// Plain, where no element may stand: `<title>`, `<option>`.
    case wordtext
}

/// `title`, `author.name`, `.title` (this model only), `.` (this text), `items?` (are there any).
struct NamePath: Sendable, Hashable, CustomStringConvertible {
    let description: String
    let isLocal: Bool
    let parts: [String]

    var isSelf: Bool { description == "." }

    /// Nil unless letters, digits, `-` and `_` joined by dots, with at most one `?` at the end.
    init?(_ text: String) {
        description = text
        isLocal = text.hasPrefix(".")
        if text == "." {
            parts = []
            return
        }
        let pieces = text.dropFirst(isLocal ? 1 : 0).split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        for (index, piece) in pieces.enumerated() {
            let body = index == pieces.count - 1 && piece.hasSuffix("?") ? piece.dropLast() : piece[...]
            guard let first = body.utf8.first, Self.isLetter(first),
                body.utf8.allSatisfy({ Self.isLetter($0) || (48...57).contains($0) || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") })
            else { return nil }
        }
        parts = pieces
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte | 0x20) }
}
