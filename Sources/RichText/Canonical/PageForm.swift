/// Whether a page is written as ours are: every element closed where it belongs, so that all programs read one and the same tree.
///
/// Programs repair broken markup each in its own way, and what one takes for part of a region another may not. A page to be checked is therefore refused before it is
/// read when it needs any repair. The rules stand in `docs/verifying/README.md`; `docs/verifying/verify.py` has the same ones.
public enum PageForm {
    public struct Fault: Sendable, Hashable {
        public enum Kind: String, Sendable {
            /// The end is missing.
            case cutOff = "cut-off"
            /// Something stands where our pages never have it.
            case markup
        }
        public let kind: Kind
        /// Of the page, from 1.
        public let line: Int
        /// The element or the sign, in the page's own words.
        public let what: String
    }

    /// The first breach; nil for a page that needs no repair. `page`: UTF-8.
    public static func fault(in page: [UInt8]) -> Fault? {
        var walk = FormWalk(page)
        return walk.run()
    }

    static let void: Set<String> = ["area", "br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
    static let raw: Set<String> = ["script", "style", "title", "textarea"]
    static let drawing: Set<String> = ["path", "g", "rect", "circle", "ellipse", "line", "polyline", "polygon"]
    static let never: Set<String> = [
        "applet", "base", "embed", "frame", "frameset", "iframe", "image", "isindex", "keygen", "listing", "math", "noembed", "noframes", "noscript",
        "object", "param", "plaintext", "portal", "template", "xmp",
    ]
    /// What may stand directly in these, and nowhere else where it is named here.
    static let children: [String: Set<String>] = [
        "html": ["head", "body"], "head": ["title", "meta", "link", "script"],
        "table": ["caption", "colgroup", "thead", "tbody", "tfoot", "tr"], "thead": ["tr"], "tbody": ["tr"], "tfoot": ["tr"], "tr": ["td", "th"],
        "colgroup": ["col"], "select": ["option", "optgroup"], "optgroup": ["option"], "option": [],
    ]
    static let parts: Set<String> = ["head", "body", "caption", "colgroup", "thead", "tbody", "tfoot", "tr", "td", "th", "col"]
    /// What ends a paragraph, so it never stands in one.
    static let closing: Set<String> = [
        "address", "article", "aside", "blockquote", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption",
        "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "li", "main", "menu", "nav", "ol", "p", "pre",
        "search", "section", "summary", "table", "ul",
    ]
    static let headings: Set<String> = ["h1", "h2", "h3", "h4", "h5", "h6"]
}

private struct FormWalk {
    private let bytes: [UInt8]
    private var at = 0
    private var open: [String] = []
    private var seen: Set<String> = []
    private var isDone = false

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    private func fault(_ what: String, at place: Int? = nil) -> PageForm.Fault {
        let end = min(place ?? at, bytes.count)
        return .init(kind: .markup, line: 1 + bytes[..<end].count { $0 == 0x0A }, what: what)
    }

    private var cutOff: PageForm.Fault { .init(kind: .cutOff, line: 1 + bytes.count { $0 == 0x0A }, what: open.last ?? "html") }

    mutating func run() -> PageForm.Fault? {
        if let zero = bytes.firstIndex(of: 0) { return fault("U+0000", at: zero) }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
        while at < bytes.count {
            let start = at
            while at < bytes.count, bytes[at] != UInt8(ascii: "<") { at += 1 }
            if isStrict, bytes[start..<at].contains(where: { !Self.isSpace($0) }) { return fault("text", at: start) }
            guard at < bytes.count else { break }
            if let found = markup() { return found }
        }
        return open.isEmpty && isDone ? nil : cutOff
    }

    /// Whether text may not stand directly in what is open.
    private var isStrict: Bool { open.last.map { PageForm.children[$0] != nil && $0 != "option" } ?? true }

    private mutating func markup() -> PageForm.Fault? {
        let start = at
        if matches("<!--") {
            at += 4
            guard let end = find("-->") else { return cutOff }
            let comment = bytes[at..<end]
            if comment.starts(with: ">".utf8) || comment.starts(with: "->".utf8) || Self.contains(comment, "--!>") {
                return fault("comment", at: start)
            }
            at = end + 3
            return nil
        }
        if matches("<!doctype"), open.isEmpty, !isDone, seen.isEmpty {
            seen.insert("!doctype")
            guard let end = find(">") else { return cutOff }
            at = end + 1
            return nil
        }
        at += 1
        let isEnd = at < bytes.count && bytes[at] == UInt8(ascii: "/")
        if isEnd { at += 1 }
        guard at < bytes.count else { return cutOff }
        guard Self.isLetter(bytes[at]) else { return fault("<", at: start) }
        let name = word { Self.isLetter($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") }
        if isEnd {
            skipSpace()
            guard at < bytes.count else { return cutOff }
            guard bytes[at] == UInt8(ascii: ">"), open.last == name else { return fault("</\(name)>", at: start) }
            at += 1
            return close()
        }
        return tag(name, start)
    }

    private mutating func close() -> PageForm.Fault? {
        if open.popLast() == "html" { isDone = true }
        return nil
    }

    private mutating func tag(_ name: String, _ start: Int) -> PageForm.Fault? {
        var names: Set<String> = []
        while true {
            let before = at
            while at < bytes.count, Self.isSpace(bytes[at]) { at += 1 }
            guard at < bytes.count else { return cutOff }
            if bytes[at] == UInt8(ascii: ">") { break }
            if bytes[at] == UInt8(ascii: "/"), at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: ">") { break }
            guard at > before, bytes[at] != UInt8(ascii: "/") else { return fault("<\(name)>", at: start) }
            let attribute = word { !Self.isSpace($0) && !"/>=\"'<".utf8.contains($0) }
            guard !attribute.isEmpty, names.insert(attribute).inserted else { return fault("<\(name) \(attribute)>", at: start) }
            let mark = at
            skipSpace()
            guard at < bytes.count, bytes[at] == UInt8(ascii: "=") else {
                at = mark
                continue
            }
            at += 1
            skipSpace()
            guard at < bytes.count else { return cutOff }
            if bytes[at] == UInt8(ascii: "\"") || bytes[at] == UInt8(ascii: "'") {
                guard let end = bytes[(at + 1)...].firstIndex(of: bytes[at]) else { return cutOff }
                at = end + 1
            } else {
                let value = at
                while at < bytes.count, !Self.isSpace(bytes[at]), !">\"'`=<".utf8.contains(bytes[at]) { at += 1 }
                guard at > value else { return fault("<\(name) \(attribute)>", at: start) }
            }
        }
        let closes = bytes[at] == UInt8(ascii: "/")
        at += closes ? 2 : 1
        let inDrawing = open.contains("svg")
        guard isAllowed(name, inDrawing: inDrawing), !closes || inDrawing || PageForm.void.contains(name) else {
            return fault("<\(name)>", at: start)
        }
        seen.insert(name)
        if closes || PageForm.void.contains(name) { return nil }
        open.append(name)
        guard PageForm.raw.contains(name) else { return nil }
        let content = at
        while true {
            guard let end = find("</\(name)") else { return cutOff }
            at = end + 2 + name.utf8.count
            guard at < bytes.count else { return cutOff }
            if Self.isSpace(bytes[at]) || bytes[at] == UInt8(ascii: ">") {
                if name == "script", Self.contains(bytes[content..<end], "<!--") { return fault("<script>", at: start) }
                at = end
                return nil
            }
        }
    }

    private func isAllowed(_ name: String, inDrawing: Bool) -> Bool {
        if inDrawing { return PageForm.drawing.contains(name) }
        guard let parent = open.last else { return name == "html" && !isDone && !seen.contains("html") }
        if PageForm.never.contains(name) || name == "html" { return false }
        if let children = PageForm.children[parent] {
            guard children.contains(name) else { return false }
        } else if PageForm.parts.contains(name) {
            return false
        }
        switch name {
        case "head": return !seen.contains("head") && !seen.contains("body")
        case "body": return !seen.contains("body")
        case "a", "button", "form": if open.contains(name) { return false }
        case "li": if parent == "li" { return false }
        case "dd", "dt": if parent == "dd" || parent == "dt" { return false }
        case _ where PageForm.headings.contains(name): if PageForm.headings.contains(parent) { return false }
        default: break
        }
        return !PageForm.closing.contains(name) || !open.contains("p")
    }

    // MARK: Bytes

    private func matches(_ text: String) -> Bool {
        let wanted = Array(text.utf8)
        guard at + wanted.count <= bytes.count else { return false }
        return zip(bytes[at...], wanted).allSatisfy { Self.lower($0) == $1 }
    }

    private func find(_ text: String) -> Int? {
        let wanted = Array(text.utf8)
        var place = at
        while place + wanted.count <= bytes.count {
            if (0..<wanted.count).allSatisfy({ Self.lower(bytes[place + $0]) == wanted[$0] }) { return place }
            place += 1
        }
        return nil
    }

    private mutating func word(_ isPart: (UInt8) -> Bool) -> String {
        let start = at
        while at < bytes.count, isPart(bytes[at]) { at += 1 }
        return String(decoding: bytes[start..<at].map(Self.lower), as: UTF8.self)
    }

    private mutating func skipSpace() { while at < bytes.count, Self.isSpace(bytes[at]) { at += 1 } }

    private static func contains(_ bytes: ArraySlice<UInt8>, _ text: String) -> Bool { bytes.firstRange(of: Array(text.utf8)) != nil }
    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) && byte != 0x0B }
    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
    private static func lower(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
}
