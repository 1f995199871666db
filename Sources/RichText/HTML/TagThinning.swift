/// Makes an entangled document readable in bounded time: the same words and the outer structure, but well nested, shallow, without the
/// elements whose content is never kept. Used only where `NestingGuard` refuses; what it loses is nesting and formatting.
enum TagThinning {
    static let maximumDepth = 150
    /// Spans and fonts do not nest deeper than this, marks and links a little more, so that there is always room for structure.
    static let maximumWrapping = 40
    static let maximumMarks = 48

    static func thin(_ source: HTMLSource) -> String {
        source.bytes.withUnsafeBufferPointer { source in
            var scanner = TagScanner(source)
            var thinner = Thinner(source: source)
            while let token = scanner.next() {
                switch token {
                case .text(let range): thinner.text(range)
                case .skipped: break
                case .start(let name, let tag, let attributes):
                    thinner.start(scanner.name(name), name, tag, isPlain: attributes > 32)
                case .end(let name, _): thinner.end(scanner.name(name))
                }
            }
            return thinner.finish()
        }
    }
}

private struct Thinner {
    let source: UnsafeBufferPointer<UInt8>
    private var output: [UInt8] = []
    private var open: [String] = []
    private var counts: [String: Int] = [:]
    /// The element being dropped with its content, and how often it was opened inside itself.
    private var dropped: (name: String, depth: Int)?

    init(source: UnsafeBufferPointer<UInt8>) {
        self.source = source
        output.reserveCapacity(source.count)
    }

    mutating func text(_ range: Range<Int>) {
        if dropped == nil { output.append(contentsOf: source[range]) }
    }

    mutating func start(_ name: String, _ nameRange: Range<Int>, _ tag: Range<Int>, isPlain: Bool) {
        if let inside = dropped {
            if inside.name == name { dropped?.depth += 1 }
            // The parser leaves foreign content at the first element of ordinary text, so an unclosed <svg> swallows nothing.
            guard Self.structure.contains(name) else { return }
            dropped = nil
        }
        if Self.droppedWhole.contains(name) {
            dropped = (name, 1)
            return
        }
        if Self.voids.contains(name) { return write(tag, nameRange, isPlain) }
        guard Self.kept.contains(name) else { return }
        if Self.closesParagraph.contains(name) { close("p", within: Self.barriers) }
        switch name {
        case "li": close("li", within: Self.listBarriers)
        case "dd", "dt":
            close("dd", within: Self.definitionBarriers)
            close("dt", within: Self.definitionBarriers)
        case "td", "th":
            guard closeToTable() else { return }
            close("td", within: Self.tableOnly)
            close("th", within: Self.tableOnly)
        case "tr":
            guard closeToTable() else { return }
            close("tr", within: Self.tableOnly)
        case "tbody", "thead", "tfoot", "caption":
            guard closeToTable() else { return }
            for part in ["tbody", "thead", "tfoot", "caption"] { close(part, within: Self.tableOnly) }
        case "a": close("a", within: Self.barriers)
        default: break
        }
        let isStructure = Self.structure.contains(name) || Self.tableParts.contains(name)
        let isWrapping = name == "span" || name == "font"
        guard open.count < (isStructure ? TagThinning.maximumDepth : isWrapping ? TagThinning.maximumWrapping : TagThinning.maximumMarks) else {
            return
        }
        open.append(name)
        counts[name, default: 0] += 1
        write(tag, nameRange, isPlain)
    }

    mutating func end(_ name: String) {
        if let inside = dropped {
            if inside.name == name { dropped = inside.depth > 1 ? (name, inside.depth - 1) : nil }
            return
        }
        close(name, within: Self.tableParts.contains(name) ? Self.tableOnly : Self.barriers)
    }

    mutating func finish() -> String {
        while !open.isEmpty { closeLast() }
        return String(decoding: output, as: UTF8.self)
    }

    private mutating func write(_ tag: Range<Int>, _ name: Range<Int>, _ isPlain: Bool) {
        output.append(UInt8(ascii: "<"))
        // Without the end: a tag cut off at the end of the source has none.
        output.append(contentsOf: source[isPlain || source[tag.upperBound - 1] != UInt8(ascii: ">") ? name : name.lowerBound..<(tag.upperBound - 1)])
        output.append(UInt8(ascii: ">"))
    }

    /// Closes the innermost open `name` and all that is open inside it; nothing where a barrier stands between.
    private mutating func close(_ name: String, within barriers: Set<String>) {
        guard counts[name, default: 0] > 0, let index = open.lastIndex(where: { $0 == name || barriers.contains($0) }), open[index] == name else {
            return
        }
        while open.count > index { closeLast() }
    }

    /// Ends what stands loose in a table, as the parser would, but with its end tags written. False outside tables.
    private mutating func closeToTable() -> Bool {
        guard counts["table", default: 0] > 0 else { return false }
        while let last = open.last, !Self.tableParts.contains(last) { closeLast() }
        return true
    }

    private mutating func closeLast() {
        guard let name = open.popLast() else { return }
        counts[name, default: 1] -= 1
        output.append(contentsOf: "</\(name)>".utf8)
    }

    static let voids: Set<String> = ["br", "hr", "img", "wbr"]
    static let formattingElements: Set<String> = ["a", "b", "code", "em", "font", "i", "s", "strike", "strong"]
    static let tableParts: Set<String> = ["td", "th", "tr", "tbody", "thead", "tfoot", "caption", "table"]
    static let barriers: Set<String> = ["td", "th", "caption", "table"]
    static let listBarriers = barriers.union(["ul", "ol"])
    static let definitionBarriers = barriers.union(["dl"])
    static let tableOnly: Set<String> = ["table"]
    static let structure: Set<String> = [
        "p", "div", "table", "ul", "ol", "li", "dl", "dd", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "center", "section",
        "article",
        "main", "figure", "body",
    ]
    static let closesParagraph = structure.union(["hr", "header", "footer", "nav", "aside", "figcaption", "address"]).subtracting(["p", "body"])
        .union(["p"])
    static let kept = structure.subtracting(["body"]).union(formattingElements).union(tableParts).union([
        "header", "footer", "nav", "aside", "figcaption", "address", "span", "sub", "sup", "del", "ins", "q", "cite",
    ])
    /// As `HTMLSource` names them.
    static let droppedWhole: Set<String> = [
        "script", "style", "title", "sv_", "mat_", "templat_", "noscript", "iframe", "object", "applet", "selec_", "textarea", "framese_",
        "noframes", "noembed", "xmp", "plaintex_", "audio", "video", "canvas",
    ]
}
