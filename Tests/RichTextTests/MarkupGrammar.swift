/// A second opinion on our markup, written without the renderer: every byte must fit this grammar.
struct MarkupGrammar {
    static let attributes: [String: Set<String>] = [
        "p": ["class"], "h2": ["id"], "h3": ["id"], "h4": ["id"], "ul": [], "ol": ["start"], "li": [], "blockquote": [], "figure": ["class"],
        "figcaption": [],
        "div": ["class", "role", "tabindex", "aria-label"], "table": ["class"], "caption": [], "thead": [], "tbody": [], "tr": [],
        "th": ["scope", "colspan", "rowspan"], "td": ["colspan", "rowspan"],
        "img": ["src", "srcset", "sizes", "alt", "width", "height", "loading", "decoding", "fetchpriority"],
        "picture": [], "source": ["type", "srcset", "sizes"],
        "video": ["src", "controls", "preload", "aria-label"], "audio": ["src", "controls", "preload", "aria-label"],
        "track": ["kind", "src", "srclang", "label", "default"], "details": ["class", "open"], "summary": [],
        "a": ["href", "rel", "download"],
        "strong": [], "em": [], "s": [], "sub": [], "sup": [], "code": [], "span": ["lang", "class", "data-r", "data-k"], "br": [], "hr": [],
        "pre": [],
    ]
    static let voids: Set<String> = ["img", "br", "hr", "source", "track"]

    /// Nil when the markup fits; else what does not. `also`: elements with their attributes that this markup may have besides.
    static func fault(in markup: String, also: [String: Set<String>] = [:]) -> String? {
        var open: [String] = []
        // By scalar: a combining mark after ">" is one Character with it.
        var rest = Substring(String(String.UnicodeScalarView(markup.unicodeScalars.map { $0.isASCII ? $0 : "x" })))
        while let start = rest.firstIndex(of: "<") {
            if rest[..<start].contains(">") { return "a bare > in text" }
            rest = rest[rest.index(after: start)...]
            guard let end = rest.firstIndex(of: ">") else { return "an unclosed tag" }
            let tag = rest[..<end]
            rest = rest[rest.index(after: end)...]
            if tag.hasPrefix("/") {
                guard open.popLast() == String(tag.dropFirst()) else { return "</\(tag.dropFirst())> closes another element" }
                continue
            }
            let name = String(tag.prefix { $0.isLetter || $0.isNumber })
            guard let allowed = also[name] ?? attributes[name] else { return "<\(tag)>" }
            if let fault = attributeFault(tag.dropFirst(name.count), allowed) { return "<\(tag)>: \(fault)" }
            if !voids.contains(name) { open.append(name) }
        }
        if rest.contains(">") { return "a bare > in text" }
        return open.isEmpty ? nil : "open at the end: \(open)"
    }

    private static func attributeFault(_ text: Substring, _ allowed: Set<String>) -> String? {
        var rest = text
        while !rest.isEmpty {
            guard rest.first == " " else { return "no space before an attribute" }
            rest = rest.dropFirst()
            let name = String(rest.prefix { $0.isLetter || $0 == "-" })
            guard allowed.contains(name) else { return "attribute '\(name)'" }
            rest = rest.dropFirst(name.count)
            guard rest.hasPrefix("=\"") else { continue }
            rest = rest.dropFirst(2)
            guard let quote = rest.firstIndex(of: "\"") else { return "an open quotation mark" }
            let value = rest[..<quote]
            if value.contains("<") || value.contains("'") { return "an unescaped value" }
            if name == "href" || name == "src", !hasSafeScheme(value) { return "address '\(value)'" }
            rest = rest[rest.index(after: quote)...]
        }
        return nil
    }

    private static func hasSafeScheme(_ address: Substring) -> Bool {
        if address.hasPrefix("/") { return !address.hasPrefix("//") && !address.hasPrefix("/\\") }
        return ["http://", "https://", "mailto:", "tel:"].contains { address.hasPrefix($0) }
    }
}

/// Numbers that are the same in every run.
struct Seeded: RandomNumberGenerator {
    private var state: UInt64 = 0
    init(_ seed: Int) {
        state = UInt64(truncatingIfNeeded: seed) &* 0xD134_2543_DE82_EF95
        state = next()
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return z ^ z >> 31
    }

    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
    mutating func chance(_ percent: Int) -> Bool { below(100) < percent }
    mutating func pick<T>(_ choices: [T]) -> T { choices[below(choices.count)] }
}
