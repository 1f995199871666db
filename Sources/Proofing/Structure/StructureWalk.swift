import RichText
import Vietnamese

/// Walks the fields of a manuscript: cuts out the passages that are read as text, and looks at what is no text on the way.
struct StructureWalk {
    private let style: HouseStyle
    private let lists: StructureWords
    private var field = ""
    private var scalars = 0
    /// The last heading's level; 1 is the title of the page.
    private var level = 1

    private(set) var passages: [Passage] = []
    private(set) var isCut = false
    var findings = Findings()

    init(_ style: HouseStyle, _ words: StructureWords) { (self.style, lists) = (style, words) }

    mutating func walk(_ manuscript: Manuscript) {
        for field in manuscript.fields {
            self.field = field.name
            switch field.content {
            case .text(let text): passage(text, at: "", text.contains("\n") || text.utf8.count > 200 ? .prose : .line)
            case .body(let body):
                level = 1
                blocks(body.blocks, at: "/blocks")
            case .picture(let picture): self.picture(picture, at: "")
            }
        }
    }

    private mutating func blocks(_ blocks: [Block], at path: String) {
        for (index, block) in blocks.enumerated() { self.block(block, at: "\(path)/\(index)") }
    }

    private mutating func block(_ block: Block, at path: String) {
        switch block {
        case .paragraph(let text): inlines(text, at: "\(path)/text", .prose)
        case .heading(let heading): self.heading(heading, at: path)
        case .list(let list):
            for (index, item) in list.items.enumerated() { blocks(item, at: "\(path)/items/\(index)") }
        case .quote(let quote):
            blocks(quote.blocks, at: "\(path)/blocks")
            inlines(quote.cite, at: "\(path)/cite", .line)
        case .table(let table): self.table(table, at: path)
        case .picture(let picture): self.picture(picture, at: path)
        case .gallery(let gallery):
            for (index, picture) in gallery.pictures.enumerated() { self.picture(picture, at: "\(path)/pictures/\(index)") }
            inlines(gallery.caption, at: "\(path)/caption", .line)
        case .embed(let embed):
            passage(embed.title, at: "\(path)/title", .line)
            inlines(embed.caption, at: "\(path)/caption", .line)
            blocks(embed.transcript, at: "\(path)/transcript")
        case .attachment(let attachment): passage(attachment.title, at: "\(path)/title", .line)
        case .preformatted, .divider, .unknown: break
        }
    }

    private mutating func heading(_ heading: Heading, at path: String) {
        let passage = inlines(heading.text, at: "\(path)/text", .line)
        if heading.text.isEmpty || passage?.pieces.pieces.isEmpty ?? true {
            findings.add(.headingEmpty, in: passage ?? empty(path))
        } else if heading.level > level + 1, let passage {
            findings.add(.headingJump, nil, ["from": String(level), "to": String(heading.level)], in: passage)
        }
        level = heading.level
    }

    private mutating func table(_ table: Table, at path: String) {
        inlines(table.caption, at: "\(path)/caption", .line)
        if table.headerRows == 0, table.headerColumns == 0, table.rows.count > 1 { findings.add(.tableWithoutHeaders, in: empty(path)) }
        for (row, cells) in table.rows.enumerated() {
            for (column, cell) in cells.enumerated() { inlines(cell.text, at: "\(path)/rows/\(row)/\(column)/text", .line) }
        }
    }

    private mutating func picture(_ picture: Picture, at path: String) {
        let caption = inlines(picture.caption, at: "\(path)/caption", .line)
        guard !picture.decorative else { return }
        let said = passage(picture.alt, at: "\(path)/alt", .description)
        guard let said, !said.pieces.pieces.isEmpty else { return findings.add(.pictureWithoutText, in: empty(path)) }
        if lists.isFileName(said) {
            findings.add(.pictureTextIsName, in: said)
        } else if let caption, caption.text == said.text {
            findings.add(.pictureTextIsCaption, in: said)
        } else if said.text.count > style.longPictureText {
            findings.add(.pictureTextLong, nil, ["count": String(said.text.count), "limit": String(style.longPictureText)], in: said)
        }
    }

    // MARK: Text

    @discardableResult
    private mutating func inlines(_ inlines: [Inline], at path: String, _ kind: Passage.Kind) -> Passage? {
        var text = ""
        var links: [Range<Int>] = []
        for inline in inlines {
            switch inline {
            case .text(let run): text += run.text
            case .lineBreak: text += "\n"
            case .link(_, let runs):
                let start = text.unicodeScalars.count
                for run in runs { text += run.text }
                links.append(start..<text.unicodeScalars.count)
            case .unknown: break
            }
        }
        let passage = passage(text, at: path, kind)
        if let passage { for range in links { link(range, in: passage) } }
        return passage
    }

    private mutating func link(_ range: Range<Int>, in passage: Passage) {
        // A text that is not NFC is counted otherwise; it is told of as a whole.
        guard range.upperBound <= passage.pieces.length, isSurelyNFC(passage.text) else { return }
        let text = passage.pieces.text(range)
        if !text.unicodeScalars.contains(where: { $0.value > 0x20 && $0.value != 0xA0 }) {
            findings.add(.linkEmpty, in: passage, range)
        } else if lists.isAddress(text) {
            findings.add(.linkBare, nil, ["address": text], in: passage, range)
        } else if lists.isVague(text) {
            findings.add(.linkVague, nil, ["text": text], in: passage, range)
        }
    }

    @discardableResult
    private mutating func passage(_ text: String, at path: String, _ kind: Passage.Kind) -> Passage? {
        guard !text.isEmpty else { return nil }
        scalars += text.utf8.count
        guard scalars <= Proofreader.longestText else {
            isCut = true
            return nil
        }
        let passage = Passage(field: field, path: path, order: passages.count, kind: kind, text: text)
        passages.append(passage)
        return passage
    }

    /// A place without text of its own.
    private func empty(_ path: String) -> Passage { Passage(field: field, path: path, order: passages.count, kind: .line, text: "") }
}

/// The words by which links and descriptions are known that say nothing.
struct StructureWords: Sendable {
    private let vague: Set<UInt64>
    private let files: Set<UInt64>

    init(_ lists: WordLists) { (vague, files) = (lists.foldedSet("vague-links"), lists.foldedSet("file-words")) }

    func isVague(_ text: String) -> Bool { vague.contains(Phrase(text).folded) }

    func isAddress(_ text: String) -> Bool {
        let text = text.lowercased()
        return text.contains("://") || text.hasPrefix("www.")
    }

    /// "IMG_2041.jpg", "z5123456789_abc", "anh-1", "Screenshot 2026-11-20", "ảnh".
    func isFileName(_ passage: Passage) -> Bool {
        let text = passage.text.lowercased()
        if [".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".bmp", ".tif", ".tiff", ".heic", ".svg"].contains(where: text.hasSuffix) {
            return true
        }
        let words = passage.pieces.pieces
        let letters = words.filter { !passage.pieces.isDigits($0) }
        if letters.isEmpty || files.contains(Phrase.digest(letters.map(\.folded))) { return true }
        // One run without a space that mixes letters with digits, "_" or "-".
        let isOneRun = !text.contains(" ") && (text.contains("_") || text.contains("-") || text.contains { $0.isNumber })
        return isOneRun && text.utf8.allSatisfy { $0 < 0x80 }
    }
}
