public import PortalNetwork
public import RichText
import Vietnamese

/// Why a line of a foreign file cannot be taken, with the field it concerns.
public struct ForeignReason: Error, Sendable, Hashable {
    public let field: String?
    public let text: String

    public init(field: String?, text: String) {
        self.field = field
        self.text = text
    }

    /// A finding in the words of a rejects file.
    public static func words(_ finding: ReviewFinding) -> String {
        switch finding.key {
        case "required": "'\(finding.field)' is empty"
        case "too-long": "'\(finding.field)' has \(finding.values["length"] ?? "too many") characters, at most \(finding.values["maximum"] ?? "")"
        case "too-large": "the text has \(finding.values["size"] ?? "too many") KB, at most \(finding.values["maximum"] ?? "")"
        case "cannot-be-stored": "it cannot be stored: \(finding.values["why"] ?? "")"
        case "nothing-to-read": "there is nothing to read: no body, no summary, no link to the source"
        default: finding.key
        }
    }
}

/// Brings foreign text inside: legacy encodings decoded, control and invisible characters out, NFC, markup read into blocks.
public struct ForeignText {
    /// What was done to a text on the way in, for the summary.
    public struct Repairs: OptionSet, Sendable {
        public let rawValue: Int
        public init(rawValue: Int) { self.rawValue = rawValue }
        /// Markup that could do harm, or hidden text, was left out.
        public static let cleaned = Repairs(rawValue: 1)
        /// A legacy encoding was decoded.
        public static let decoded = Repairs(rawValue: 2)
        /// Something looks like a legacy encoding but might be what it is; it stands as it came.
        public static let doubtful = Repairs(rawValue: 4)
    }

    let language: Language
    let isOwnHost: @Sendable (String) -> Bool
    public private(set) var repairs: Repairs = []

    public init(language: Language, isOwnHost: @escaping @Sendable (String) -> Bool) {
        self.language = language
        self.isOwnHost = isOwnHost
    }

    /// One line of plain text, whatever markup it came in.
    public mutating func line(_ text: String) throws -> String {
        let decoded = decode(text)
        let plain = Self.hasMarkup(decoded) ? PlainText.of(try read(decoded)) : decoded
        return cleanText(plain, keeping: []).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    public mutating func body(_ text: String) throws -> RichText {
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
            throw ForeignReason(field: "body", text: "\(error)")
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
    public static func hasMarkup(_ text: String) -> Bool {
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
