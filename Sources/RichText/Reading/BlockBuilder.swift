/// Puts text and the borders of blocks together into blocks, whatever order a foreign document brings them in.
struct BlockBuilder {
    /// What is known of a paragraph beyond its words.
    struct Manner: Equatable {
        /// 2 to 4 for a heading.
        var heading: Int?
        var isCentred = false
        var isCaption = false
        /// Level of a paragraph that Word numbers; its marker is read with the text.
        var wordLevel: Int?
        /// A list item without a list around it.
        var isLooseItem = false
    }

    enum Container {
        case body
        case quote
        case list(ordered: Bool, start: Int)
        case item
        case figure
        /// The text of the film or recording before it.
        case transcript
        /// Inline content only: a caption or a cell.
        case words(Words)
        case table
    }

    enum Words {
        case figcaption
        case tableCaption
        case cell(colspan: Int, rowspan: Int, isHeader: Bool)

        var isCell: Bool { if case .cell = self { true } else { false } }
    }

    struct TableRows {
        var caption: [Inline] = []
        var rows: [[Table.Cell]] = []
        /// For each row: how many of its leading cells are headers, and whether all are.
        var headers: [(leading: Int, all: Bool)] = []
        /// Pictures that stood in cells; they follow the table.
        var pictures: [Block] = []
        /// Rows of `<thead>`.
        var headRows = 0
    }

    private struct Open {
        var container: Container
        var blocks: [Block] = []
        var bullets = BulletedParagraphs()
        /// Of a list.
        var items: [[Block]] = []
        /// Of a table.
        var table = TableRows()
        /// Of a figure.
        var caption: [Inline] = []
        var credit = ""
    }

    private var open: [Open] = [Open(container: .body)]
    private var buffer = InlineBuffer()
    private var manner = Manner()
    private var credit = InlineBuffer()
    private var wordMarker = ""

    // MARK: Text

    mutating func text(_ text: String, _ marks: Marks, _ language: String?, _ link: LinkTarget?, _ manner: Manner) {
        let isVisible = Shown.hasText(text)
        if isVisible, buffer.breaks > 1, !isInWords, manner.heading == nil { flush() }
        if buffer.isEmpty, isVisible { self.manner = manner }
        buffer.append(text, manner.heading == nil ? marks : marks.subtracting(.strong), language, link)
    }

    mutating func lineBreak() { buffer.lineBreak() }

    /// The name of a picture's maker, marked as such inside a caption.
    mutating func creditText(_ text: String) { credit.append(text, [], nil, nil) }

    /// The marker Word typed before a numbered paragraph.
    mutating func wordMarker(_ text: String) { wordMarker += text }

    /// The border of a block: what was collected becomes one.
    mutating func flush() {
        if isInWords {
            if !buffer.isEmpty { buffer.boundary() }
            return
        }
        let marker = PlainText.of([.text(wordMarker)])
        wordMarker = ""
        guard !buffer.isEmpty else {
            buffer = InlineBuffer()
            return
        }
        let manner = manner
        let inlines = buffer.take()
        if let level = manner.heading {
            append(.heading(Heading(level: level, text: inlines)))
        } else if !appendToBullets(inlines, manner, marker: marker), !appendAsCaption(inlines, manner) {
            append(.paragraph(inlines))
        }
    }

    private mutating func appendToBullets(_ inlines: [Inline], _ manner: Manner, marker: String) -> Bool {
        var text = inlines
        var ordered = false
        var start = 1
        if manner.wordLevel != nil, !marker.isEmpty {
            if let number = BulletedParagraphs.number(marker) {
                ordered = true
                start = number
            } else if !BulletedParagraphs.isBullet(marker) {
                text = [.text(TextRun(marker + " "))] + inlines
                if BulletedParagraphs.withoutBullet(text) == nil {
                    append(.paragraph(text))
                    return true
                }
            }
            text = BulletedParagraphs.withoutBullet(text) ?? text
        } else if let rest = BulletedParagraphs.withoutBullet(inlines) {
            text = rest
        } else if !manner.isLooseItem {
            guard manner.wordLevel != nil, marker.isEmpty, !open[open.count - 1].bullets.isEmpty else { return false }
        }
        let level = manner.wordLevel ?? 1
        if depth >= Self.maximumDepth {
            append(.paragraph(text))
            return true
        }
        if !open[open.count - 1].bullets.accepts(ordered: ordered, level: level) { endBullets() }
        open[open.count - 1].bullets.add(level: level, ordered: ordered, start: start, text)
        return true
    }

    private mutating func appendAsCaption(_ inlines: [Inline], _ manner: Manner) -> Bool {
        guard open[open.count - 1].bullets.isEmpty, case .picture(var picture)? = open[open.count - 1].blocks.last, picture.caption.isEmpty,
            picture.credit.isEmpty
        else { return false }
        let isEmphasised = inlines.allSatisfy { if case .text(let run) = $0 { run.marks.contains(.emphasis) } else { false } }
        guard manner.isCaption || (manner.isCentred || isEmphasised) && PlainText.of(inlines).count <= 300 else { return false }
        (picture.caption, picture.credit) = CaptionReading.split(inlines)
        open[open.count - 1].blocks[open[open.count - 1].blocks.count - 1] = .picture(picture)
        return true
    }

    private mutating func endBullets() {
        if let list = open[open.count - 1].bullets.take() { open[open.count - 1].blocks.append(.list(list)) }
    }

    // MARK: Blocks

    mutating func append(_ block: Block) {
        if isInWords {
            // A caption or cell holds words only; a picture in a cell follows its table.
            if block.isPicture, open.count > 1, case .table = open[open.count - 2].container { open[open.count - 2].table.pictures.append(block) }
            return
        }
        endBullets()
        let last = open.count - 1
        if isInList {
            // Something between the items of a list belongs to the item before it.
            if open[last].items.isEmpty { open[last].items.append([]) }
            open[last].items[open[last].items.count - 1].append(block)
        } else {
            open[last].blocks.append(block)
        }
    }

    /// Whether text goes into a caption or a cell now.
    var isInWords: Bool { if case .words? = open.last?.container { true } else { false } }

    /// Whether a list item may open here.
    var isInList: Bool { if case .list? = open.last?.container { true } else { false } }

    var isInTable: Bool { if case .table? = open.last?.container { true } else { false } }

    var isInTranscript: Bool { if case .transcript? = open.last?.container { true } else { false } }

    /// Whether the last block here is a film or a recording without its text.
    var endsInEmbed: Bool {
        guard !isInList, let last = open.last, last.bullets.isEmpty, case .embed(let embed)? = last.blocks.last else { return false }
        return embed.transcript.isEmpty
    }

    var isInFigure: Bool { if case .figure? = open.last?.container { true } else { false } }

    /// Lists and quotes around the place; one level stays free for what stands inside.
    private var depth: Int {
        open.count {
            switch $0.container {
            case .list, .quote: true
            default: false
            }
        }
    }

    private static let maximumDepth = RichText.maximumDepth - 4

    /// False where the container may not open here (inside words, or too deep); its content then goes to the container around.
    mutating func begin(_ container: Container) -> Bool {
        flush()
        guard !isInWords else { return false }
        switch container {
        case .list, .quote: if depth >= Self.maximumDepth { return false }
        case .item: if !isInList { return false }
        default: break
        }
        endBullets()
        open.append(Open(container: container))
        return true
    }

    /// Ends the innermost container, which `begin` opened.
    mutating func end() {
        if case .words(let kind)? = open.last?.container { return endWords(kind) }
        flush()
        endBullets()
        guard open.count > 1, let last = open.popLast() else { return }
        switch last.container {
        case .body, .words: open[open.count - 1].blocks += last.blocks
        case .quote: if !last.blocks.isEmpty { append(.quote(Quote(last.blocks))) }
        case .list(let ordered, let start): if !last.items.isEmpty { append(.list(List(ordered: ordered, start: start, items: last.items))) }
        case .item: if !last.blocks.isEmpty { open[open.count - 1].items.append(last.blocks) }
        case .transcript:
            guard case .embed(var embed)? = open[open.count - 1].blocks.popLast() else { return }
            embed.transcript = last.blocks
            open[open.count - 1].blocks.append(.embed(embed))
        case .figure: for block in FigureReading.blocks(last.blocks, caption: last.caption, credit: last.credit) { append(block) }
        case .table:
            if let table = last.table.table { append(.table(table)) } else if !last.table.caption.isEmpty { append(.paragraph(last.table.caption)) }
            for picture in last.table.pictures { append(picture) }
        }
    }

    private mutating func endWords(_ kind: Words) {
        var inlines = buffer.take()
        // A bullet before a caption is decoration; without its picture the caption must not turn into a list.
        if !kind.isCell { inlines = BulletedParagraphs.withoutBullets(inlines) }
        open.removeLast()
        let last = open.count - 1
        switch kind {
        case .figcaption:
            let words = credit.take()
            let marked = PlainText.of(BulletedParagraphs.withoutBullet(words) ?? words)
            let split = marked.isEmpty ? CaptionReading.split(inlines) : (caption: inlines, credit: marked)
            if !open[last].caption.isEmpty, !split.caption.isEmpty { open[last].caption.append(.lineBreak) }
            open[last].caption += split.caption
            if open[last].credit.isEmpty { open[last].credit = split.credit }
        case .tableCaption: open[last].table.caption = inlines
        case .cell(let colspan, let rowspan, let isHeader):
            open[last].table.add(Table.Cell(inlines, colspan: colspan, rowspan: rowspan), isHeader: isHeader)
        }
    }

    mutating func beginRow(isHead: Bool) {
        if isInTable { open[open.count - 1].table.beginRow(isHead: isHead) }
    }

    /// All blocks; containers still open are ended.
    mutating func finish() -> [Block] {
        while open.count > 1 { end() }
        flush()
        endBullets()
        return open[0].blocks
    }
}
