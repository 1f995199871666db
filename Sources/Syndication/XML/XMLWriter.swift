/// Writes XML so that it cannot come out wrong: names are literals of the program, elements close in their order, and whatever text comes is escaped;
/// characters that XML 1.0 cannot hold are left out.
public struct XMLWriter: Sendable {
    public private(set) var bytes: [UInt8] = []

    /// Begins a document.
    public init() {
        bytes.reserveCapacity(32 * 1024)
        raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
    }

    /// An element with what `body` writes inside. An attribute whose value is nil is left out.
    public mutating func element(
        _ name: StaticString,
        _ attributes: KeyValuePairs<StaticString, String?> = [:],
        _ body: (inout XMLWriter) throws -> Void
    ) rethrows {
        start(name, attributes)
        raw(">\n")
        try body(&self)
        end(name)
    }

    /// An element with text inside.
    public mutating func element(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:], text: String) {
        start(name, attributes)
        raw(">")
        escape(text, inAttribute: false)
        end(name)
    }

    /// The same where there may be no text, and then no element.
    public mutating func optional(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:], text: String?) {
        if let text, !text.isEmpty { element(name, attributes, text: text) }
    }

    /// An element without contents.
    public mutating func empty(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:]) {
        start(name, attributes)
        raw("/>\n")
    }

    private mutating func start(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?>) {
        raw("<")
        raw(name)
        for (key, value) in attributes {
            guard let value else { continue }
            raw(" ")
            raw(key)
            raw("=\"")
            escape(value, inAttribute: true)
            raw("\"")
        }
    }

    private mutating func end(_ name: StaticString) {
        raw("</")
        raw(name)
        raw(">\n")
    }

    private mutating func raw(_ text: StaticString) { text.withUTF8Buffer { bytes.append(contentsOf: $0) } }

    private mutating func escape(_ text: String, inAttribute: Bool) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": raw("&amp;")
            case "<": raw("&lt;")
            case ">": raw("&gt;")
            case "\"": raw("&quot;")
            // Readers turn a bare carriage return into a line end, and in attributes every white space into a blank.
            case "\r": raw("&#13;")
            case "\n" where inAttribute: raw("&#10;")
            case "\t" where inAttribute: raw("&#9;")
            case "\n", "\t": bytes.append(UInt8(truncatingIfNeeded: scalar.value))
            // Neither allowed nor to be written as a reference; the C1 controls are allowed and never meant.
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": continue
            default: bytes.append(contentsOf: UTF8.encode(scalar).map { Array($0) } ?? [])
            }
        }
    }
}
