/// Holds a page against the rule that lets anyone find injected text: every text and link stands in an attributable region, and nothing inline can run
/// or restyle. Reads our own output, which closes what it opens; anything else is a finding too.
public struct RegionAudit {
    /// What regions may be called: edition, card, furniture, wording, live.
    static let regions: Set<String> = ["e", "c", "h", "w", "l"]

    private static let void: Set<String> = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    ]

    private struct Element {
        let name: String
        let region: String?
    }

    private let bytes: [UInt8]
    private var position = 0
    private var open: [Element] = []
    private var findings: [String] = []

    /// One line for each breach; empty for a page as it should be.
    public static func findings(in html: String) -> [String] {
        var audit = RegionAudit(html)
        audit.run()
        return audit.findings
    }

    private init(_ html: String) { bytes = Array(html.utf8) }

    private mutating func run() {
        while position < bytes.count {
            let start = position
            while position < bytes.count, bytes[position] != UInt8(ascii: "<") { position += 1 }
            text(String(decoding: bytes[start..<position], as: UTF8.self))
            guard position < bytes.count else { break }
            if bytes[position...].starts(with: Array("<!--".utf8)) {
                findings.append("a comment")
                skip(past: "-->")
            } else if bytes[position...].starts(with: Array("<!".utf8)) {
                skip(past: ">")
            } else {
                tag()
            }
        }
        for element in open { findings.append("<\(element.name)> is never closed") }
    }

    private mutating func text(_ text: String) {
        guard !text.allSatisfy(\.isWhitespace), open.contains(where: { $0.name == "body" }), region == nil else { return }
        findings.append("text outside of every region: \(text.prefix(60).split(whereSeparator: \.isNewline).joined(separator: " "))")
    }

    private var region: String? { open.last { $0.region != nil }?.region }

    private mutating func tag() {
        let start = position
        var quote: UInt8?
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if let mark = quote {
                if byte == mark { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                break
            }
        }
        let source = String(decoding: bytes[(start + 1)..<max(start + 1, position - 1)], as: UTF8.self)
        if source.hasPrefix("/") { return close(String(source.dropFirst())) }
        let isEmpty = source.hasSuffix("/")
        let name = String(source.prefix { !$0.isWhitespace && $0 != "/" }).lowercased()
        let attributes = Self.attributes(source.dropFirst(name.count))
        check(name, attributes)
        let own = attributes["data-r"]
        if let own {
            if !Self.regions.contains(own) { findings.append("unknown region '\(own)'") }
            if let outer = region, !(["w", "l"].contains(own) && ["e", "c", "h"].contains(outer)) {
                findings.append("region '\(own)' inside '\(outer)'")
            }
        }
        if name == "a", attributes["href"] != nil, own == nil, region == nil {
            findings.append("link outside of every region: \(attributes["href"] ?? "")")
        }
        if name == "a", region == "l" || own == "l" { findings.append("a link in a live region") }
        guard !isEmpty, !Self.void.contains(name) else { return }
        open.append(Element(name: name, region: own))
        if name == "script" || name == "style" { skip(past: "</\(name)>", closing: true) }
    }

    private mutating func check(_ name: String, _ attributes: [String: String]) {
        if name == "style" { findings.append("an inline style sheet") }
        if name == "script", attributes["src"] == nil, attributes["type"] != "application/ld+json" { findings.append("an inline script") }
        for attribute in attributes.keys.sorted() where attribute == "style" || attribute.hasPrefix("on") {
            findings.append("<\(name)> has '\(attribute)'")
        }
    }

    private mutating func close(_ name: String) {
        guard open.last?.name == name.lowercased() else { return findings.append("</\(name)> where <\(open.last?.name ?? "nothing")> is open") }
        open.removeLast()
    }

    private mutating func skip(past end: String, closing: Bool = false) {
        let target = Array(end.utf8)
        while position + target.count <= bytes.count, !bytes[position...].starts(with: target) { position += 1 }
        position = min(bytes.count, position + target.count)
        if closing { open.removeLast() }
    }

    private static func attributes(_ source: Substring) -> [String: String] {
        var result: [String: String] = [:]
        var rest = source
        while true {
            rest = rest.drop { $0.isWhitespace || $0 == "/" }
            let name = rest.prefix { !$0.isWhitespace && $0 != "=" && $0 != "/" }
            guard !name.isEmpty else { return result }
            rest = rest.dropFirst(name.count)
            guard rest.first == "=" else {
                result[name.lowercased()] = ""
                continue
            }
            rest = rest.dropFirst()
            guard let mark = rest.first, mark == "\"" || mark == "'" else { return result }
            let value = rest.dropFirst().prefix { $0 != mark }
            result[name.lowercased()] = String(value)
            rest = rest.dropFirst(value.count + 2)
        }
    }
}
