import Foundation
public import RichText
import Vietnamese

/// A passage of a draft as somebody saw it, with what stood around it, so that it is found again after the text was changed.
///
/// The idea is the W3C's (Web Annotation Data Model, text quote selector): the words, a little before, a little after, and a hint where.
public struct Passage: Codable, Sendable, Hashable {
    /// Of a quote, in characters.
    public static let longest = 500
    static let context = 40

    /// The field's name (`body`, `title`).
    public let field: String
    /// The number of the line of text it stood in, from 0.
    public let line: Int
    public let quote: String
    public let prefix: String
    public let suffix: String

    /// Nil where there is nothing quoted.
    public init?(field: String, line: Int, quote: String, prefix: String = "", suffix: String = "") {
        let quote = String(nfc(quote).trimmingCharacters(in: .whitespacesAndNewlines).prefix(Self.longest))
        guard !quote.isEmpty else { return nil }
        self.field = String(field.prefix(60))
        self.line = max(0, min(line, 100_000))
        self.quote = quote
        self.prefix = String(nfc(prefix).suffix(Self.context))
        self.suffix = String(nfc(suffix).prefix(Self.context))
    }

    /// Where it is now.
    public enum Place: Sendable, Hashable {
        /// The very words, in this line.
        case here(line: Int)
        /// Other words stand where they stood.
        case changed(line: Int, now: String)
        case gone
    }

    /// Looks for it in the lines of a text: the very words first (where they stand more than once, those whose surroundings fit best, then the
    /// nearest), then what stands between the same surroundings, then the line that shares most of its words.
    public func find(in lines: [String]) -> Place {
        let lines = lines.map { nfc($0) }
        var best: (score: Int, line: Int)?
        for (number, text) in lines.enumerated() {
            var rest = text.startIndex..<text.endIndex
            while let hit = text.range(of: quote, options: .literal, range: rest) {
                let score =
                    4 * Self.shared(prefix.reversed(), text[..<hit.lowerBound].reversed()) + 4 * Self.shared(suffix, text[hit.upperBound...])
                    - min(abs(number - line), 100)
                if best.map({ score > $0.score }) ?? true { best = (score, number) }
                rest = text.index(after: hit.lowerBound)..<text.endIndex
            }
        }
        if let best { return .here(line: best.line) }
        if let between = between(lines) { return between }
        return nearest(lines)
    }

    private func between(_ lines: [String]) -> Place? {
        guard prefix.count >= 8, suffix.count >= 8 else { return nil }
        for (number, text) in lines.enumerated().sorted(by: { abs($0.offset - line) < abs($1.offset - line) }) {
            guard let start = text.range(of: prefix, options: .literal),
                let end = text.range(of: suffix, options: .literal, range: start.upperBound..<text.endIndex)
            else { continue }
            let now = String(text[start.upperBound..<end.lowerBound]).trimmingCharacters(in: .whitespaces)
            if now.isEmpty { return .gone }
            if now.count <= 3 * quote.count + 40 { return .changed(line: number, now: now) }
        }
        return nil
    }

    /// At least three of five of its words in one line, and more than in any other.
    private func nearest(_ lines: [String]) -> Place {
        let wanted = Set(Self.words(quote))
        guard wanted.count >= 3 else { return .gone }
        let found = lines.enumerated().map { (line: $0.offset, text: $0.element, share: wanted.intersection(Self.words($0.element)).count) }
            .max { ($0.share, -abs($0.line - line)) < ($1.share, -abs($1.line - line)) }
        guard let found, found.share * 5 >= wanted.count * 3 else { return .gone }
        return .changed(line: found.line, now: String(found.text.prefix(Self.longest)))
    }

    private static func words(_ text: String) -> [String] {
        lowercase(text).split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    private static func shared(_ a: some Sequence<Character>, _ b: some Sequence<Character>) -> Int {
        zip(a, b).prefix { $0 == $1 }.count
    }
}

extension Passage {
    /// The lines of a field as passages count them: every run of text that stands by itself. Only a hint: the editor may count others.
    public static func lines(of body: RichText) -> [String] {
        PlainText.of(body).split(separator: "\n").map(String.init)
    }
}
