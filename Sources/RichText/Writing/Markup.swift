/// HTML that our own renderer made. Templates print only this type raw; there is no way from a run-time string to it but escaping.
public struct Markup: Sendable, Hashable {
    public let string: String

    /// For the renderer alone (RichText and Web): whoever calls this has made or escaped every byte of it.
    package init(rendered string: String) { self.string = string }

    /// Text as markup: everything that has a meaning in HTML is escaped.
    public init(escaping text: String) {
        var bytes = MarkupBytes()
        bytes.text(text)
        self = bytes.markup
    }

    public static let empty = Markup(rendered: "")

    public static func + (a: Markup, b: Markup) -> Markup { Markup(rendered: a.string + b.string) }

    public var isEmpty: Bool { string.isEmpty }
}

/// Writes markup as UTF-8; text is escaped by bytes, never by character.
struct MarkupBytes {
    private(set) var bytes: [UInt8] = []

    var markup: Markup { Markup(rendered: String(decoding: bytes, as: UTF8.self)) }

    mutating func raw(_ literal: StaticString) {
        literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    /// Escapes for text and for attribute values in double quotes. Control characters, which HTML forbids, become spaces, and so does
    /// the line end inside running text; noncharacters become U+FFFD.
    mutating func text(_ text: String, keepsLines: Bool = false) {
        var text = text
        text.withUTF8 { source in
            var start = 0
            var index = 0
            while index < source.count {
                let byte = source[index]
                let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
                if let replacement = Self.replacement(source, index, keepsLines) {
                    bytes.append(contentsOf: source[start..<index])
                    replacement.withUTF8Buffer { bytes.append(contentsOf: $0) }
                    start = index + length
                }
                index += length
            }
            bytes.append(contentsOf: source[start...])
        }
    }

    mutating func attribute(_ name: StaticString, _ value: String) {
        raw(" ")
        raw(name)
        raw("=\"")
        text(value)
        raw("\"")
    }

    mutating func attribute(_ name: StaticString, _ value: Int) { attribute(name, String(value)) }

    private static func replacement(_ source: UnsafeBufferPointer<UInt8>, _ index: Int, _ keepsLines: Bool) -> StaticString? {
        switch source[index] {
        case UInt8(ascii: "&"): return "&amp;"
        case UInt8(ascii: "<"): return "&lt;"
        case UInt8(ascii: ">"): return "&gt;"
        case UInt8(ascii: "\""): return "&quot;"
        case UInt8(ascii: "'"): return "&#39;"
        case 0x09, 0x0A: return keepsLines ? nil : " "
        case 0..<0x20, 0x7F: return " "
        case 0xC2 where source[index + 1] < 0xA0: return " "
        // U+0338 after a bracket: normalising the page would melt the two into one sign and open the tag.
        case 0xCC where source[index + 1] == 0xB8: return "&#824;"
        case 0xEF where source[index + 1] == 0xB7 && (0x90...0xAF).contains(source[index + 2]): return "\u{FFFD}"
        case 0xEF where source[index + 1] == 0xBF && source[index + 2] >= 0xBE: return "\u{FFFD}"
        case 0xF0...0xF4 where source[index + 1] & 0x0F == 0x0F && source[index + 2] == 0xBF && source[index + 3] >= 0xBE: return "\u{FFFD}"
        default: return nil
        }
    }
}
