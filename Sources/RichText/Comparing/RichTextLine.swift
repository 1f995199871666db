/// What stands on its own in a body: a paragraph, a row of a table, the words that stand for a picture. A block is one line or several.
struct RichTextLine: Hashable {
    /// Something of a line that is not its words and that a reader is told of when it changes.
    struct Property: Hashable {
        var kind: Comparison.Note.Kind
        var value: String
    }

    var kind: Comparison.LineKind
    var words: [Word] = []
    var properties: [Property] = []

    var text: String { words.map(\.text).joined() }

    subscript(kind: Comparison.Note.Kind) -> String { properties.first { $0.kind == kind }?.value ?? "" }
}

extension RichTextLine {
    static func lines(of block: Block) -> [RichTextLine] {
        var lines: [RichTextLine] = []
        collect(block, depth: 0, &lines)
        return lines
    }

    private static func collect(_ block: Block, depth: Int, _ lines: inout [RichTextLine]) {
        let first = lines.count
        switch block {
        case .paragraph(let text): lines.append(RichTextLine(kind: .paragraph, words: Word.cut(text)))
        case .heading(let heading):
            lines.append(
                RichTextLine(kind: .heading, words: Word.cut(heading.text), properties: [Property(kind: .level, value: String(heading.level))])
            )
        case .list(let list): collect(list, depth, &lines)
        case .quote(let quote):
            for block in quote.blocks { collect(block, depth: depth + 1, &lines) }
            for index in lines.indices[first...] where lines[index].kind == .paragraph { lines[index].kind = .quote }
            if !quote.cite.isEmpty { lines.append(RichTextLine(kind: .cite, words: Word.cut(quote.cite))) }
        case .table(let table): collect(table, &lines)
        case .picture(let picture): collect(picture, &lines)
        case .gallery(let gallery):
            for picture in gallery.pictures { collect(picture, &lines) }
            if !gallery.caption.isEmpty { lines.append(RichTextLine(kind: .caption, words: Word.cut(gallery.caption))) }
        case .embed(let embed): collect(embed, depth, &lines)
        case .attachment(let attachment):
            let file = [attachment.asset.commitment, attachment.name, attachment.mediaType, String(attachment.bytes)].joined(separator: " ")
            lines.append(
                RichTextLine(kind: .attachment, words: Word.cut(Shown.title(of: attachment)), properties: [Property(kind: .file, value: file)])
            )
        case .divider: lines.append(RichTextLine(kind: .divider))
        case .preformatted(let text): lines.append(RichTextLine(kind: .preformatted, words: Word.cut(text)))
        case .unknown: lines.append(RichTextLine(kind: .unknown))
        }
        if depth > 0 {
            for index in lines.indices[first...] where lines[index][.depth].isEmpty {
                lines[index].properties.append(Property(kind: .depth, value: String(depth)))
            }
        }
    }

    private static func collect(_ list: List, _ depth: Int, _ lines: inout [RichTextLine]) {
        for (number, item) in list.items.enumerated() {
            let first = lines.count
            for block in item { collect(block, depth: depth + 1, &lines) }
            guard first < lines.count else { continue }
            if lines[first].kind == .paragraph { lines[first].kind = .item }
            lines[first].properties.append(Property(kind: .list, value: list.ordered ? "ordered" : "bulleted"))
            if number == 0, list.start != 1 { lines[first].properties.append(Property(kind: .start, value: String(list.start))) }
        }
    }

    private static func collect(_ table: Table, _ lines: inout [RichTextLine]) {
        if !table.caption.isEmpty { lines.append(RichTextLine(kind: .caption, words: Word.cut(table.caption))) }
        for (index, row) in table.rows.enumerated() {
            let cells = row.map(\.text).joined(separator: [Inline.text(" | ")])
            var line = RichTextLine(kind: .row, words: Word.cut(Array(cells)))
            let headers = index < table.headerRows ? row.count : min(table.headerColumns, row.count)
            if headers > 0 { line.properties.append(Property(kind: .headers, value: String(headers))) }
            let spans = row.map { "\($0.colspan)x\($0.rowspan)" }
            line.properties.append(Property(kind: .cells, value: spans.joined(separator: " ")))
            lines.append(line)
        }
    }

    private static func collect(_ picture: Picture, _ lines: inout [RichTextLine]) {
        var line = RichTextLine(kind: .picture, words: Word.cut(picture.decorative ? "" : picture.alt))
        let file = picture.asset?.commitment ?? picture.source ?? ""
        line.properties = [Property(kind: .file, value: file), Property(kind: .decorative, value: picture.decorative ? "yes" : "no")]
        lines.append(line)
        if !picture.caption.isEmpty { lines.append(RichTextLine(kind: .caption, words: Word.cut(picture.caption))) }
        if !picture.credit.isEmpty { lines.append(RichTextLine(kind: .credit, words: Word.cut(picture.credit))) }
    }

    private static func collect(_ embed: Embed, _ depth: Int, _ lines: inout [RichTextLine]) {
        let source =
            switch embed.source {
            case .asset(let asset): asset.commitment
            case .provider(let provider, let reference): provider.address(reference)
            }
        let captions = embed.captions.map { "\($0.language) \($0.asset.commitment)" }.joined(separator: ", ")
        var line = RichTextLine(kind: embed.medium == .video ? .video : .audio, words: Word.cut(embed.title))
        line.properties = [Property(kind: .file, value: source), Property(kind: .subtitles, value: captions)]
        lines.append(line)
        if !embed.caption.isEmpty { lines.append(RichTextLine(kind: .caption, words: Word.cut(embed.caption))) }
        let first = lines.count
        for block in embed.transcript { collect(block, depth: depth + 1, &lines) }
        for index in lines.indices[first...] where lines[index].kind == .paragraph { lines[index].kind = .transcript }
    }
}
