/// Decisions that the markup and the canonical text must take alike: what is shown at all, and as what.
enum Shown {
    /// The blocks as they appear: pictures we do not hold as their words, without what shows nothing. Markup and canonical text both
    /// start from these.
    static func blocks(_ blocks: [Block]) -> [Block] {
        var shown: [Block] = []
        for block in blocks {
            switch block {
            case .paragraph(let text): if hasText(text) { shown.append(block) }
            case .heading(let heading): if hasText(heading.text) { shown.append(block) }
            case .list(var list):
                list.items = list.items.map { Self.blocks($0) }.filter { !$0.isEmpty }
                if !list.items.isEmpty { shown.append(.list(list)) }
            case .quote(let quote):
                let inner = Self.blocks(quote.blocks)
                if inner.isEmpty {
                    shown += Self.blocks([.paragraph(quote.cite)])
                } else {
                    shown.append(.quote(Quote(inner, cite: hasText(quote.cite) ? quote.cite : [])))
                }
            case .table(let table): shown += Self.table(table)
            case .picture(let picture): shown += isHeld(picture) ? [block] : Self.blocks([.paragraph(words(insteadOf: picture))])
            case .gallery(let gallery):
                let held = gallery.pictures.filter(isHeld)
                if held.count > 1 { shown.append(.gallery(Gallery(held, caption: hasText(gallery.caption) ? gallery.caption : []))) }
                let others = held.count > 1 ? gallery.pictures.filter { !isHeld($0) } : gallery.pictures
                shown += Self.blocks(others.map { .picture($0) })
                if held.count <= 1 { shown += Self.blocks([.paragraph(gallery.caption)]) }
            case .embed(let embed): shown += Self.embed(embed)
            case .attachment(let attachment): if hasText(title(of: attachment)) { shown.append(block) }
            case .preformatted(let text): if hasText(text) { shown.append(block) }
            case .divider: shown.append(block)
            case .unknown: break
            }
        }
        return shown
    }

    private static func table(_ table: Table) -> [Block] {
        guard table.rows.contains(where: { $0.contains { hasText($0.text) } }) else { return blocks([.paragraph(table.caption)]) }
        let headers = table.rows.prefix(table.headerRows).count { !$0.isEmpty }
        let caption = hasText(table.caption) ? table.caption : []
        return [.table(Table(caption: caption, headerRows: headers, headerColumns: table.headerColumns, rows: table.rows.filter { !$0.isEmpty }))]
    }

    /// A film we cannot show is its words. Captions stand once for each language, and only beside a file of ours.
    private static func embed(_ embed: Embed) -> [Block] {
        var embed = embed
        embed.transcript = blocks(embed.transcript)
        guard isHeld(embed) else { return blocks([.paragraph([.text(embed.title)]), .paragraph(embed.caption)]) + embed.transcript }
        var languages: Set<String> = []
        if case .provider = embed.source { embed.captions = [] }
        embed.captions = embed.captions.filter { $0.asset.isValid && isLanguage($0.language) && languages.insert($0.language).inserted }
        return [.embed(embed)]
    }

    private static func isHeld(_ picture: Picture) -> Bool { picture.asset?.isValid == true }

    private static func isHeld(_ embed: Embed) -> Bool {
        switch embed.source {
        case .asset(let asset): asset.isValid
        case .provider(let provider, let reference): provider.accepts(reference)
        }
    }

    /// Whether anything but white space and controls would be seen.
    static func hasText(_ runs: [TextRun]) -> Bool { runs.contains { hasText($0.text) } }

    static func hasText(_ text: String) -> Bool { text.unicodeScalars.contains { !CanonicalLines.isSpace($0) } }

    static func hasText(_ inlines: [Inline]) -> Bool {
        inlines.contains { inline in
            switch inline {
            case .text(let run): hasText(run.text)
            case .lineBreak: false
            case .link(_, let runs): hasText(runs)
            case .unknown(let json): hasText(Inline.plainText(of: json))
            }
        }
    }

    /// A language tag that may stand in markup.
    static func isLanguage(_ tag: String) -> Bool {
        (2...35).contains(tag.utf8.count) && tag.utf8.allSatisfy { ($0.isASCIIWord && $0 != UInt8(ascii: "_")) || $0 == UInt8(ascii: "-") }
    }

    /// Caption and credit as they stand under a picture.
    static func caption(_ caption: [Inline], credit: String) -> (caption: [Inline], credit: String)? {
        let hasCaption = hasText(caption)
        let hasCredit = hasText(credit)
        return hasCaption || hasCredit ? (hasCaption ? caption : [], hasCredit ? credit : "") : nil
    }

    /// The words that stand for a picture we do not hold.
    static func words(insteadOf picture: Picture) -> [Inline] {
        guard let (caption, credit) = caption(picture.caption, credit: picture.credit) else {
            return picture.decorative ? [] : [.text(TextRun(picture.alt))]
        }
        if caption.isEmpty { return hasText(picture.alt) ? [.text(TextRun("\(picture.alt) \(credit)"))] : [.text(TextRun(credit))] }
        return credit.isEmpty ? caption : caption + [.text(TextRun(" \(credit)"))]
    }

    /// Kind and size of a file, as a reader wants them before a click: " (PDF, 1,2 MB)".
    static func note(of attachment: Attachment) -> String {
        let kinds = [
            "application/pdf": "PDF", "application/msword": "DOC", "application/vnd.ms-excel": "XLS", "application/zip": "ZIP", "text/csv": "CSV",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "DOCX",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "XLSX",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation": "PPTX",
        ]
        let parts = [kinds[attachment.mediaType], attachment.bytes > 0 ? size(attachment.bytes) : nil].compactMap(\.self)
        return parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))"
    }

    private static func size(_ bytes: Int) -> String {
        if bytes < 1000 { return "\(bytes) B" }
        let (unit, divisor) = bytes < 1_000_000 ? ("KB", 100) : bytes < 1_000_000_000 ? ("MB", 100_000) : ("GB", 100_000_000)
        let tenths = (bytes + divisor / 2) / divisor
        return tenths % 10 == 0 || tenths >= 1000 ? "\(tenths / 10) \(unit)" : "\(tenths / 10),\(tenths % 10) \(unit)"
    }

    static func title(of attachment: Attachment) -> String { hasText(attachment.title) ? attachment.title : attachment.name }

    /// The last part of a file's address: letters, digits, ".", "-", "_"; never empty, never hidden.
    static func fileName(_ name: String) -> String {
        var bytes: [UInt8] = []
        for byte in name.utf8.prefix(120) {
            let kept = byte.isASCIIWord || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") ? byte : UInt8(ascii: "-")
            if kept != UInt8(ascii: "-") || bytes.last != kept { bytes.append(kept) }
        }
        let trimmed = bytes.drop { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
        return trimmed.isEmpty ? "tep" : String(decoding: trimmed, as: UTF8.self)
    }
}
