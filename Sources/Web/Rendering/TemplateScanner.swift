/// Takes a template apart, strictly: whatever Mustache passes over in silence is a fault here.
///
/// The accepted language is Mustache with inheritance, less what hides mistakes or costs time: no lambdas or transforms, no `{{&x}}`,
/// no dynamic partials, no set delimiters, no pragmas. Indentation is dropped (it would be repeated in every page, and makes partials slow)
/// unless the file holds `<pre` or `<textarea`.
struct TemplateScanner {
    private let file: TemplateFile
    private let bytes: [UInt8]
    private var position = 0
    private var line = 1

    static func scan(_ file: TemplateFile) throws(TemplateFault) -> [TemplateNode] {
        var scanner = TemplateScanner(file)
        let nodes = try scanner.nodes(until: nil)
        return nodes
    }

    private init(_ file: TemplateFile) {
        self.file = file
        let keepsSpace = file.source.contains("<pre") || file.source.contains("<textarea")
        let lines = file.source.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false)
        let trimmed = lines.map { line in
            let end = line.lastIndex { $0 != " " && $0 != "\t" }.map { line.index(after: $0) } ?? line.startIndex
            let text = line[..<end]
            return keepsSpace ? text : text.drop { $0 == " " || $0 == "\t" }
        }
        bytes = Array(trimmed.joined(separator: "\n").utf8)
    }

    private enum Tag {
        case variable(String), raw(String), open(String, inverted: Bool), close(String), partial(String), inherit(String), place(String), comment
        case wording(WordingTag, String)

        /// Tags that take their whole line with them when they stand on it alone.
        var maybeStandalone: Bool {
            switch self {
            case .variable, .raw, .wording: false
            default: true
            }
        }
    }

    private func fault(_ message: String, line: Int? = nil) -> TemplateFault { TemplateFault(file, line: line ?? self.line, message) }

    /// Nodes up to the closing tag `name`, or to the end of the file.
    private mutating func nodes(until name: String?) throws(TemplateFault) -> [TemplateNode] {
        var result: [TemplateNode] = []
        let opened = line
        while true {
            let text = self.text()
            guard position < bytes.count else {
                if !text.isEmpty { result.append(.text(text)) }
                if let name { throw fault("'{{…\(name)}}' is never closed", line: opened) }
                return result
            }
            let start = position
            let at = line
            let tag = try self.tag()
            var kept = text
            if tag.maybeStandalone, isAlone(from: start) {
                while kept.last == " " || kept.last == "\t" { kept.removeLast() }
                skipLineEnd()
            }
            if kept.hasSuffix("{") { throw fault("put a space between '{' and a tag", line: at) }
            if !kept.isEmpty { result.append(.text(kept)) }
            switch tag {
            case .comment: break
            case .variable(let path): result.append(.variable(try namePath(path, at), line: at))
            case .raw(let path): result.append(.raw(try namePath(path, at), line: at))
            case .wording(let kind, let key): result.append(.wording(kind, key: key, line: at))
            case .partial(let name): result.append(.partial(try templateName(name, at), line: at))
            case .open(let path, let inverted):
                result.append(.section(try namePath(path, at), inverted: inverted, try nodes(until: path), line: at))
            case .place(let name):
                guard NamePath(name) != nil else { throw fault("'\(name)' is not a name for a place", line: at) }
                result.append(.place(TemplateBlock(name: name, nodes: try nodes(until: name), file: file, line: at)))
            case .inherit(let name): result.append(.inherit(try templateName(name, at), try blocks(until: name), line: at))
            case .close(let closed):
                guard let name else { throw fault("'{{/\(closed)}}' closes nothing", line: at) }
                guard closed == name else { throw fault("'{{/\(closed)}}' where '{{/\(name)}}' must come first", line: at) }
                return result
            }
        }
    }

    /// The inside of `{{<layout}}`: only places; Mustache would drop any text there without a word.
    private mutating func blocks(until name: String) throws(TemplateFault) -> [TemplateBlock] {
        var result: [TemplateBlock] = []
        for node in try nodes(until: name) {
            switch node {
            case .place(let block):
                if result.contains(where: { $0.name == block.name }) { throw fault("'{{$\(block.name)}}' is filled twice", line: block.line) }
                result.append(block)
            case .text(let text) where text.allSatisfy(\.isWhitespace): break
            default: throw fault("inside '{{<\(name)}}' only '{{$place}}…{{/place}}' may stand")
            }
        }
        return result
    }

    private mutating func text() -> String {
        let start = position
        while position < bytes.count, !(bytes[position] == 0x7B && position + 1 < bytes.count && bytes[position + 1] == 0x7B) {
            if bytes[position] == 0x0A { line += 1 }
            position += 1
        }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func tag() throws(TemplateFault) -> Tag {
        let at = line
        position += 2
        let isRaw = position < bytes.count && bytes[position] == UInt8(ascii: "{")
        if isRaw { position += 1 }
        let start = position
        let closing: [UInt8] = Array((isRaw ? "}}}" : "}}").utf8)
        while position + closing.count <= bytes.count, !bytes[position...].starts(with: closing) {
            if bytes[position] == 0x0A { line += 1 }
            position += 1
        }
        guard position + closing.count <= bytes.count else { throw fault("a tag is never closed with '\(isRaw ? "}}}" : "}}")'", line: at) }
        let inner = String(decoding: bytes[start..<position], as: UTF8.self)
        position += closing.count
        if isRaw { return .raw(Self.trim(inner)) }
        let rest = Self.trim(String(inner.dropFirst()))
        switch inner.first {
        case "!": return .comment
        case "#": return .open(rest, inverted: false)
        case "^": return .open(rest, inverted: true)
        case "/": return .close(rest)
        case ">": return .partial(rest)
        case "<": return .inherit(rest)
        case "$": return .place(rest)
        case "&": throw fault("write '{{{\(rest)}}}' for markup; '{{&' is not used here", line: at)
        case "=": throw fault("other delimiters are not used here", line: at)
        case "%": throw fault("pragmas are the loader's business", line: at)
        default: break
        }
        let name = Self.trim(inner)
        if let colon = name.firstIndex(of: ":") {
            let kind = String(name[..<colon])
            guard let tag = WordingTag(rawValue: kind) else {
                throw fault("'\(kind):' is not known\(NearMiss.hint(kind, among: WordingTag.allCases.map(\.rawValue)))", line: at)
            }
            return .wording(tag, String(name[name.index(after: colon)...]))
        }
        return .variable(name)
    }

    private func namePath(_ text: String, _ line: Int) throws(TemplateFault) -> NamePath {
        guard let path = NamePath(text) else {
            let why = text.contains("(") ? "transforms are not used here: the model brings the finished value" : "it is not a name"
            throw fault("'\(text)': \(why)", line: line)
        }
        return path
    }

    private func templateName(_ text: String, _ line: Int) throws(TemplateFault) -> String {
        guard NamePath(text) != nil, !text.hasPrefix("."), !text.hasSuffix("?") else { throw fault("'\(text)' is not a template's name", line: line) }
        return text
    }

    /// Whether nothing but the tag that began at `start` and ends here stands on its line.
    private func isAlone(from start: Int) -> Bool {
        var before = start - 1
        while before >= 0, bytes[before] == 0x20 || bytes[before] == 0x09 { before -= 1 }
        guard before < 0 || bytes[before] == 0x0A else { return false }
        return position >= bytes.count || bytes[position] == 0x0A
    }

    private mutating func skipLineEnd() {
        guard position < bytes.count else { return }
        position += 1
        line += 1
    }

    private static func trim(_ text: String) -> String {
        var slice = text[...]
        while let first = slice.first, first.isWhitespace { slice.removeFirst() }
        while let last = slice.last, last.isWhitespace { slice.removeLast() }
        return String(slice)
    }
}
