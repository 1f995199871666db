/// A body as plain text: for excerpts, feeds, descriptions, counts and search.
public enum PlainText {
    /// Blocks separated by line ends, in their order; pictures give their captions, unknown blocks nothing.
    public static func of(_ text: RichText) -> String {
        var lines: [String] = []
        collect(text.blocks, &lines)
        return lines.joined(separator: "\n")
    }

    /// Inlines on one line; a line break is a space.
    public static func of(_ inlines: [Inline]) -> String {
        var text = ""
        for inline in inlines {
            switch inline {
            case .text(let run): text += run.text
            case .lineBreak: text += " "
            case .link(_, let runs): for run in runs { text += run.text }
            case .unknown(let json): text += Inline.plainText(of: json)
            }
        }
        return collapsed(text)
    }

    /// The first paragraph that says something; empty when there is none.
    public static func firstParagraph(of text: RichText) -> String {
        for block in text.blocks {
            if case .paragraph(let inlines) = block, case let words = of(inlines), !words.isEmpty { return words }
        }
        return ""
    }

    /// Words, which in Vietnamese are written syllables: runs between white space that hold a letter or a digit.
    public static func wordCount(of text: RichText) -> Int {
        of(text).split(whereSeparator: isSpace).count {
            $0.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
        }
    }

    /// The beginning of the body, at most `words` words, cut at a word and then ended with "…".
    public static func excerpt(of text: RichText, words: Int) -> String { excerpt(of: of(text), words: words) }

    /// The same for any text.
    public static func excerpt(of text: String, words: Int) -> String {
        let all = text.split(maxSplits: max(0, words), whereSeparator: isSpace)
        guard all.count > words else { return all.joined(separator: " ") }
        guard words > 0 else { return "" }
        var kept = all.prefix(words).joined(separator: " ")
        while let last = kept.last, ",;:.–-…".contains(last) { kept.removeLast() }
        return kept + "…"
    }

    private static func isSpace(_ character: Character) -> Bool { character.isWhitespace }

    private static func collapsed(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        var gap = false
        for scalar in text.unicodeScalars {
            if CanonicalLines.isSpace(scalar) {
                gap = true
            } else {
                if gap && !out.isEmpty { out.append(" ") }
                gap = false
                out.append(scalar)
            }
        }
        return String(out)
    }

    private static func collect(_ blocks: [Block], _ lines: inout [String]) {
        func add(_ inlines: [Inline]) {
            let line = of(inlines)
            if !line.isEmpty { lines.append(line) }
        }
        for block in blocks {
            switch block {
            case .paragraph(let text): add(text)
            case .heading(let heading): add(heading.text)
            case .list(let list): for item in list.items { collect(item, &lines) }
            case .quote(let quote):
                collect(quote.blocks, &lines)
                add(quote.cite)
            case .table(let table):
                add(table.caption)
                for row in table.rows { add(Array(row.map(\.text).joined(separator: [Inline.text(" | ")]))) }
            case .picture(let picture): add(picture.caption)
            case .gallery(let gallery):
                for picture in gallery.pictures { add(picture.caption) }
                add(gallery.caption)
            case .embed(let embed):
                add([.text(embed.title)])
                add(embed.caption)
                collect(embed.transcript, &lines)
            case .attachment(let attachment): add([.text(Shown.title(of: attachment))])
            case .preformatted(let text): for line in text.split(separator: "\n") { add([.text(String(line))]) }
            case .divider, .unknown: break
            }
        }
    }
}
