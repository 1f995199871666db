import PortalNetwork
import RichText
import Vietnamese

/// Brings foreign text inside: legacy encodings decoded, control and invisible characters out, NFC, markup read into blocks.
struct TextCleaner {
    let language: Language
    let isOwnHost: @Sendable (String) -> Bool
    private(set) var repairs: NewsRecord.Repairs = []

    init(language: Language, isOwnHost: @escaping @Sendable (String) -> Bool) {
        self.language = language
        self.isOwnHost = isOwnHost
    }

    /// One line of plain text, whatever markup it came in.
    mutating func line(_ text: String) throws -> String {
        let decoded = decode(text)
        let plain = Self.hasMarkup(decoded) ? PlainText.of(try read(decoded)) : decoded
        return cleanText(plain, keeping: []).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    mutating func body(_ text: String) throws -> RichText {
        let decoded = decode(text)
        return Self.hasMarkup(decoded) ? try read(decoded) : TextReader().read(cleanText(decoded))
    }

    private mutating func read(_ html: String) throws -> RichText {
        let reader = HTMLReader(
            language: language.rawValue,
            isOwnHost: isOwnHost,
            decodeLegacy: { text, family in
                guard let font = family.flatMap({ LegacyFont(family: $0) }) else { return text }
                return Vietnamese.decodeLegacy(text, font: font).text
            }
        )
        do {
            let reading = try reader.read(html)
            if !reading.findings.isEmpty { repairs.insert(.cleaned) }
            return reading.text
        } catch {
            throw NewsRecord.Reason(field: "body", text: "\(error)")
        }
    }

    /// Only Vietnamese text can be in a Vietnamese legacy encoding.
    private mutating func decode(_ text: String) -> String {
        guard language == .vi else { return text }
        let decoding = decodeLegacy(text)
        switch decoding.verdict {
        case .unicode: break
        case .decoded: repairs.insert(.decoded)
        case .unsure: repairs.insert(.doubtful)
        }
        return decoding.text
    }

    /// A tag, a comment or a character reference: `a < b` and `R&D` are text.
    static func hasMarkup(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            for index in bytes.indices.dropLast() {
                let next = bytes[index + 1]
                let isLetter = (65...90).contains(next & 0xDF)
                if bytes[index] == UInt8(ascii: "<"), isLetter || next == UInt8(ascii: "/") || next == UInt8(ascii: "!") { return true }
                if bytes[index] == UInt8(ascii: "&"), isLetter || next == UInt8(ascii: "#"),
                    bytes[(index + 1)...].prefix(32).contains(UInt8(ascii: ";"))
                {
                    return true
                }
            }
            return false
        }
    }
}
