/// Foretells how much work a document (as `HTMLSource` prepares it) makes for a standard HTML parser, without parsing it.
///
/// The standard's tree builder walks its stack of open elements for nearly every tag, and repeats unclosed formatting elements in every
/// paragraph, so a few hundred kilobytes of `<div>` or `<b>` can cost minutes and gigabytes. The estimate never falls short: an element
/// counts as closed only where its own end tag, or one that surely implies it, comes at once.
enum NestingGuard {
    static let maximumDepth = 512
    static let maximumAttributes = 200
    /// Formatting elements repeated over the whole document.
    static let maximumRepetition = 400_000
    /// So few tags cannot do harm, however they nest.
    static let harmlessTags = 3000

    static func accepts(_ source: UnsafeBufferPointer<UInt8>) -> Bool {
        var scanner = TagScanner(source)
        var estimate = Estimate()
        while let token = scanner.next() {
            switch token {
            case .start(let name, _, let attributes):
                guard attributes <= maximumAttributes else { return false }
                estimate.start(scanner.name(name))
            case .end(let name, _): estimate.end(scanner.name(name))
            case .skipped(let range):
                // `<!--` inside a script switches the tokeniser to states in which "</script>" does not end it.
                if source[range.lowerBound] != UInt8(ascii: "<"), ByteSearch.contains(source[range], "<!--") { estimate.isUncertain = true }
            case .text: break
            }
            guard estimate.tags <= harmlessTags || estimate.isAcceptable else { return false }
        }
        return estimate.isAcceptable || estimate.isHarmless
    }
}

private struct Estimate {
    var tags = 0
    /// Something was seen after which the tokeniser follows other rules than the scanner, so that end tags prove nothing.
    var isUncertain = false
    private var open: [String] = []
    private var deepest = 0
    private var formatting = 0
    private var formattingTags = 0
    private var repetition = 0

    var isAcceptable: Bool { !isUncertain && deepest <= NestingGuard.maximumDepth && repetition <= NestingGuard.maximumRepetition }
    var isHarmless: Bool { tags <= NestingGuard.harmlessTags && formattingTags * tags <= NestingGuard.maximumRepetition }

    mutating func start(_ name: String) {
        tags += 1
        if Self.formattingElements.contains(name) { formattingTags += 1 }
        guard !Self.voids.contains(name) else { return }
        // A start tag that surely closes its like before it.
        if Self.optional.contains(name), open.last == name { pop() }
        open.append(name)
        deepest = max(deepest, open.count)
        if Self.formattingElements.contains(name) { formatting += 1 }
        repetition += formatting
    }

    mutating func end(_ name: String) {
        tags += 1
        repetition += formatting
        var implied = 0
        if !Self.formattingElements.contains(name), Self.closesOptional.contains(name) {
            let crossesCells = Self.tableParts.contains(name)
            while implied < open.count, case let top = open[open.count - 1 - implied], top != name, Self.optional.contains(top),
                crossesCells || !Self.tableParts.contains(top)
            {
                implied += 1
            }
        }
        guard implied < open.count, open[open.count - 1 - implied] == name else { return }
        for _ in 0...implied { pop() }
    }

    private mutating func pop() {
        guard let name = open.popLast() else { return }
        if Self.formattingElements.contains(name) { formatting -= 1 }
    }

    static let voids: Set<String> = [
        "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "image", "img", "input", "keygen", "link", "meta", "param",
        "source",
        "track", "wbr",
    ]
    static let formattingElements: Set<String> = [
        "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
    ]
    static let optional: Set<String> = ["p", "li", "dd", "dt", "option", "td", "th", "tr", "tbody", "thead", "tfoot"]
    static let tableParts: Set<String> = ["td", "th", "tr", "tbody", "thead", "tfoot", "table"]
    static let closesOptional: Set<String> = tableParts.union([
        "p", "li", "dd", "dt", "div", "ul", "ol", "dl", "section", "article", "blockquote", "center", "main", "header", "footer", "nav", "aside",
        "figure",
        "figcaption", "body", "html",
    ])
}
