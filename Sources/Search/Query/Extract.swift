import Vietnamese

/// The best place of a text for a query, cut into what was found and what stands around it.
public enum Extract {
    public struct Part: Sendable, Hashable {
        public let text: String
        public let isHit: Bool
    }

    /// So many pieces of text are shown.
    static let length = 42

    /// The whole text with the finds marked.
    static func whole(_ text: MatchedText) -> [Part] { parts(text, text.pieces.pieces.startIndex..<text.pieces.pieces.endIndex, isWhole: true) }

    /// The stretch that holds the most of the query, most words first, then as typed, then together; empty when nothing occurs.
    static func best(of text: MatchedText) -> [Part] {
        let found = text.found
        guard !found.isEmpty else { return [] }
        var best = (value: -1.0, start: 0)
        var counts: [Int: Int] = [:]
        var exact = 0
        var high = 0
        for low in found.indices {
            while high < found.count, found[high] - found[low] < length - 6 {
                counts[text.words[found[high]], default: 0] += 1
                if text.isExact[found[high]] { exact += 1 }
                high += 1
            }
            let value = Double(counts.count) * 10 + Double(min(exact, 20)) * 0.4 + Double(min(high - low, 20)) * 0.1
            if value > best.value { best = (value, low) }
            let word = text.words[found[low]]
            counts[word, default: 0] -= 1
            if counts[word] == 0 { counts[word] = nil }
            if text.isExact[found[low]] { exact -= 1 }
        }
        let start = max(0, found[best.start] - 6)
        return parts(text, start..<min(start + length, text.words.count), isWhole: false)
    }

    private static func parts(_ text: MatchedText, _ range: Range<Int>, isWhole: Bool) -> [Part] {
        let pieces = text.pieces.pieces
        guard let first = range.first, let last = range.last else {
            return isWhole ? [Part(text: text.pieces.text(0..<text.pieces.length), isHit: false)] : []
        }
        // What was typed with marks is marked where the marks are; where they are nowhere, the plain word is.
        var seen: Set<Int> = []
        for index in range where text.words[index] >= 0 && text.isExact[index] { seen.insert(text.words[index]) }
        func isHit(_ index: Int) -> Bool {
            let word = text.words[index]
            if word == MatchedText.other { return true }
            return word >= 0 && (text.isExact[index] || !seen.contains(word))
        }
        var parts: [Part] = []
        var plain = isWhole ? 0 : pieces[first].start
        if !isWhole, range.lowerBound > 0 { parts.append(Part(text: "… ", isHit: false)) }
        var index = first
        while index <= last {
            guard isHit(index) else {
                index += 1
                continue
            }
            var end = index
            while end < last, isHit(end + 1), isGap(text.pieces.text(pieces[end].end..<pieces[end + 1].start)) { end += 1 }
            if plain < pieces[index].start { parts.append(Part(text: oneLine(text.pieces.text(plain..<pieces[index].start)), isHit: false)) }
            parts.append(Part(text: oneLine(text.pieces.text(pieces[index].start..<pieces[end].end)), isHit: true))
            plain = pieces[end].end
            index = end + 1
        }
        let close = isWhole || range.upperBound == text.words.count ? text.pieces.length : pieces[last].end
        if plain < close { parts.append(Part(text: oneLine(text.pieces.text(plain..<close)), isHit: false)) }
        if !isWhole, range.upperBound < text.words.count { parts.append(Part(text: " …", isHit: false)) }
        return parts
    }

    /// Two finds with nothing but a space or a mark of numbers between them are one.
    private static func isGap(_ text: String) -> Bool {
        text.utf8.count <= 2 && !text.contains("\n") && !text.contains(where: { ".!?;:".contains($0) })
    }

    private static func oneLine(_ text: String) -> String { String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 }) }
}
