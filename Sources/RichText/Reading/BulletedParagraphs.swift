/// Gathers paragraphs that only look like a list ("• một", Word's "·  một") and makes a true one of them.
struct BulletedParagraphs {
    struct Entry {
        var level: Int
        var ordered: Bool
        var start: Int
        var text: [Inline]
    }

    private(set) var entries: [Entry] = []

    var isEmpty: Bool { entries.isEmpty }

    mutating func add(level: Int, ordered: Bool, start: Int, _ text: [Inline]) {
        entries.append(Entry(level: min(max(level, 1), 6), ordered: ordered, start: start, text: text))
    }

    /// Whether a paragraph may join: another numbering at the first level begins a list of its own.
    func accepts(ordered: Bool, level: Int) -> Bool {
        guard level <= 1, let first = entries.last(where: { $0.level <= 1 }) else { return true }
        return first.ordered == ordered
    }

    /// The list; empty afterwards.
    mutating func take() -> List? {
        guard let first = entries.first else { return nil }
        defer { entries = [] }
        var index = 0
        return Self.list(entries, &index, level: entries.map(\.level).min() ?? first.level)
    }

    private static func list(_ entries: [Entry], _ index: inout Int, level: Int) -> List {
        var list = List(ordered: entries[index].ordered, start: entries[index].start, items: [])
        while index < entries.count, entries[index].level >= level {
            if entries[index].level == level {
                list.items.append([.paragraph(entries[index].text)])
                index += 1
            } else {
                let inner = Block.list(Self.list(entries, &index, level: entries[index].level))
                if list.items.isEmpty { list.items.append([inner]) } else { list.items[list.items.count - 1].append(inner) }
            }
        }
        return list
    }

    /// The text without its bullets, nil when it does not begin with one. A hyphen is no bullet: in official texts it numbers points.
    static func withoutBullet(_ inlines: [Inline]) -> [Inline]? {
        var found = false
        var index = 0
        var first: TextRun?
        while index < inlines.count {
            if case .lineBreak = inlines[index], found {
                index += 1
                continue
            }
            guard case .text(var run) = inlines[index] else { break }
            let rest = withoutBullet(run.text[...], afterBullet: &found)
            if rest.isEmpty {
                index += 1
            } else {
                run.text = String(rest)
                first = run
                break
            }
        }
        guard found, index < inlines.count else { return nil }
        return first.map { [.text($0)] + inlines[(index + 1)...] } ?? Array(inlines[index...])
    }

    /// The same for words that are no list at all, a caption: without its bullets, empty where it was nothing else.
    static func withoutBullets(_ inlines: [Inline]) -> [Inline] {
        if let rest = withoutBullet(inlines) { return rest }
        let isDecoration = PlainText.of(inlines).unicodeScalars.allSatisfy { bullets.contains($0) || $0 == " " }
        return isDecoration ? [] : inlines
    }

    private static func withoutBullet(_ text: Substring, afterBullet found: inout Bool) -> Substring {
        var rest = text.unicodeScalars
        while let first = rest.first {
            let next = rest.dropFirst().first
            if bullets.contains(first), privateBullets.contains(first) || next == nil || next == " " {
                found = true
            } else if first != " " || !found {
                break
            }
            rest.removeFirst()
        }
        return Substring(rest)
    }

    /// What Word types out before a numbered paragraph: "1." or "12)" is a number; "a)", "Điều 1." stay in the text, because the
    /// letter and the word are cited.
    static func number(_ marker: String) -> Int? {
        let digits = marker.prefix { $0.isASCII && $0.isNumber }
        let rest = marker.dropFirst(digits.count)
        return rest == "." || rest == ")" ? Int(digits).flatMap { (0...9999).contains($0) ? $0 : nil } : nil
    }

    static func isBullet(_ marker: String) -> Bool {
        marker.unicodeScalars.allSatisfy { bullets.contains($0) } || marker == "o" || marker == "§" || marker == "-" || marker == "Ø" || marker == "v"
    }

    private static let privateBullets: Set<Unicode.Scalar> = ["\u{F0B7}", "\u{F0A7}", "\u{F0D8}", "\u{F076}", "\u{F0FC}"]
    private static let bullets: Set<Unicode.Scalar> = privateBullets.union([
        "·", "•", "●", "▪", "■", "◦", "○", "‣", "➢", "►", "❖", "✓", "➤", "▸", "∙", "⦁",
    ])
}
