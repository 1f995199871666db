import PortalNetwork
public import Web

/// What may stand in a region that no entry commits to: words of the release, and what changes by itself.
public struct PageWording: Sendable {
    private let words: Words

    public init(words: Words) { self.words = words }

    /// Whether a region of wording says what the release says under its key, in one of its languages. Holes hold numbers and dates; with `isEchoing` whatever a page may
    /// repeat there (a name, what was searched for), for a page whose other regions were compared too.
    public func says(_ text: String, key: String, isEchoing: Bool = false) -> Bool {
        Language.allCases.contains { language in
            guard let phrase = words.phrase(key, language) else { return false }
            return isEchoing ? echoes(Self.line(text), phrase) : matches(text, phrase)
        }
    }

    private func echoes(_ text: String, _ phrase: Phrase) -> Bool {
        var rest = text[...]
        var isOpen = false
        for part in phrase.parts {
            guard case .literal(let literal) = part else {
                isOpen = true
                continue
            }
            let wanted = Self.line(literal)
            guard let found = rest.firstRange(of: wanted), isOpen || found.lowerBound == rest.startIndex else { return false }
            rest = rest[found.upperBound...].drop { $0 == " " }
            isOpen = false
        }
        return (isOpen || rest.isEmpty) && !text.contains("\u{1F}")
    }

    private func matches(_ text: String, _ phrase: Phrase) -> Bool {
        var rest = Self.line(text)[...]
        for (place, part) in phrase.parts.enumerated() {
            switch part {
            case .literal(let literal):
                let wanted = place == 0 ? literal.drop { $0 == " " } : literal[...]
                guard rest.hasPrefix(wanted) else { return false }
                rest = rest.dropFirst(wanted.count)
            case .hole:
                // Numbers and dates; other words have regions of their own.
                rest = rest.drop { $0.isASCII && ($0.isNumber || " .,:/-".contains($0)) }
            }
        }
        return rest.isEmpty
    }

    /// Whether a live region holds only numbers, dates, the names of the reading tools, and a recording.
    public func isLive(_ text: String) -> Bool {
        var text = text
        for element in ["!button", "!select", "!source", "!script", ""] { text = text.replacing("\u{1E}\(element)\u{1E}", with: "\n") }
        return text.split(separator: "\n").allSatisfy { line in
            var rest = Self.line(String(line))
            for phrase in tools { rest = rest.replacing(phrase, with: " ") }
            return rest.split(separator: " ").allSatisfy(isMoment)
        }
    }

    private var tools: [String] {
        ["tools.print", "tools.share", "tools.smaller-sign", "tools.larger-sign", "player.speed"].flatMap { key in
            Language.allCases.map { words.text(key, $0) }
        }
    }

    private func isMoment(_ word: Substring) -> Bool {
        let word = word.lowercased().filter { !",.:/+×−-".contains($0) }
        return word.allSatisfy { ("0"..."9").contains($0) || "年月日星期一二三四五六天".contains($0) } || Self.moments.contains(word)
    }

    private static let moments: Set<String> = [
        "thứ", "hai", "ba", "tư", "năm", "sáu", "bảy", "chủ", "nhật", "ngày", "tháng",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    ]

    private static func line(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
