import Foundation
import PortalNetwork
import Web

/// A catalogue text with its holes filled: what fills them is short and leads nowhere.
enum PhraseMatch {
    /// A name or an echoed query is longer than a number, and never an address.
    static let longest = 500

    /// In time proportional to the text: each literal at its first place after the one before, the last one at the end.
    static func matches(_ phrase: Phrase, _ text: String) -> Bool {
        let text = plain(text)
        var rest = text[...]
        var isAfterHole = false
        for (index, part) in phrase.parts.enumerated() {
            guard case .literal(let raw) = part else {
                isAfterHole = true
                continue
            }
            // White space at the edge of a literal beside a hole was collapsed with it.
            let literal = plain(raw)
            guard !literal.isEmpty else { continue }
            if !isAfterHole {
                rest = rest.drop { $0 == " " }
                guard rest.hasPrefix(literal) else { return false }
                rest = rest.dropFirst(literal.count)
            } else if index == phrase.parts.count - 1 {
                guard rest.hasSuffix(literal), mayFill(rest.dropLast(literal.count)) else { return false }
                return true
            } else {
                guard let place = rest.firstRange(of: literal), mayFill(rest[..<place.lowerBound]) else { return false }
                rest = rest[place.upperBound...]
                isAfterHole = false
            }
        }
        return isAfterHole ? mayFill(rest) : rest.allSatisfy { $0 == " " }
    }

    private static func mayFill(_ text: Substring) -> Bool {
        text.utf8.count <= 4 * longest && text.count <= longest && !text.contains("://") && !text.lowercased().contains("www.")
    }

    static func plain(_ text: String) -> String {
        text.precomposedStringWithCanonicalMapping.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

/// What may stand in a live region.
enum LiveTexts {
    static func isAllowed(_ text: String, _ record: PageRecord) -> Bool {
        let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard text.count <= 200 else { return false }
        return text.isEmpty || tokens(text).allSatisfy(isToken) || record.texts.contains(shape(text))
    }

    private static func tokens(_ text: String) -> [Substring] {
        text.split { $0 == " " || $0 == "\u{A0}" || $0 == "," || $0 == "(" || $0 == ")" }
    }

    /// The words of a text, with a nought for whatever tells a number or a time: "Số liệu lúc 30/11/2026 23:24" and "Số liệu lúc 0" are of one shape.
    static func shape(_ text: String) -> String {
        var words: [String] = []
        for token in tokens(text) {
            if isToken(token) {
                if words.last != "0" { words.append("0") }
            } else {
                words.append(String(token).replacing(/[0-9]+/) { _ in "0" })
            }
        }
        return words.joined(separator: " ")
    }

    /// A number, a date, a time, the name of a day or month, an identifier.
    private static func isToken(_ token: Substring) -> Bool {
        let isNumber = token.allSatisfy { $0.isNumber || "/:.-+–年月日时分".contains($0) }
        if isNumber || words.contains(token.lowercased()) { return true }
        let bytes = Array(token.utf8)
        let isHex = bytes.count >= 8 && bytes.allSatisfy { (48...57).contains($0) || (97...102).contains($0) || $0 == 45 }
        let isId = bytes.count == 13 && bytes.allSatisfy { (48...57).contains($0) || (97...122).contains($0) && ![105, 108, 111, 117].contains($0) }
        return isHex || isId
    }

    private static let words: Set<String> = [
        "thứ", "hai", "ba", "tư", "năm", "sáu", "bảy", "chủ", "nhật", "ngày", "tháng", "giờ", "phút", "gmt+7", "lúc", "th", "thg", "t", "–", "-",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june", "july",
        "august", "september", "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
        "at",
        "utc+7", "gmt", "am", "pm", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日",
    ]
}
