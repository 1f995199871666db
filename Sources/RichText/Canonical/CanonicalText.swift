/// Canonical text, format `ct-1` (`docs/formats/ct-1.md`): what a reader reads, as lines that two programs compute alike.
///
/// A commitment to it is in the public record. It comes from the block tree when an edition is published, and from the rendered page
/// when someone checks it; both ways must agree, whatever the site's look, address or release.
public struct CanonicalText: Sendable {
    private let addresses: CanonicalAddress

    /// `isOwnHost`: the hosts (lower case) of this installation, the files' host included.
    public init(isOwnHost: @escaping @Sendable (_ host: String) -> Bool) {
        addresses = CanonicalAddress(isOwnHost: isOwnHost)
    }

    /// The text of blocks. What stands around a body on the page (title, standfirst, authors, sources) is passed as blocks before and
    /// after it; ct-1 does not know a heading from a paragraph.
    public func text(of blocks: [Block]) -> String {
        var lines = CanonicalLines()
        write(Shown.blocks(blocks), to: &lines)
        return lines.text
    }

    private func write(_ blocks: [Block], to lines: inout CanonicalLines) {
        for block in blocks { write(block, to: &lines) }
    }

    private func write(_ block: Block, to lines: inout CanonicalLines) {
        switch block {
        case .paragraph(let text): line(text, to: &lines)
        case .heading(let heading): line(heading.text, to: &lines)
        case .list(let list): for item in list.items { write(item, to: &lines) }
        case .quote(let quote):
            write(quote.blocks, to: &lines)
            line(quote.cite, to: &lines)
        case .table(let table):
            line(table.caption, to: &lines)
            for row in table.rows { for cell in row { line(cell.text, to: &lines) } }
        case .picture(let picture): write(picture, to: &lines)
        case .gallery(let gallery):
            for picture in gallery.pictures { write(picture, to: &lines) }
            line(gallery.caption, to: &lines)
        case .embed(let embed): write(embed, to: &lines)
        case .attachment(let attachment): write(attachment, to: &lines)
        case .preformatted(let text): line([.text(text)], to: &lines)
        case .divider, .unknown: break
        }
    }

    private func line(_ inlines: [Inline], to lines: inout CanonicalLines) {
        guard Shown.hasText(inlines) else { return }
        write(inlines, to: &lines)
        lines.endLine()
    }

    private func write(_ inlines: [Inline], to lines: inout CanonicalLines) {
        let policy = LinkPolicy()
        for inline in inlines {
            switch inline {
            case .text(let run): lines.append(run.text)
            case .lineBreak: lines.space()
            case .link(let target, let runs):
                if Shown.hasText(runs), let address = policy.address(of: target) { lines.link(addresses.link(address)) }
                for run in runs { lines.append(run.text) }
            case .unknown(let json): lines.append(Inline.plainText(of: json))
            }
        }
    }

    private func write(_ picture: Picture, to lines: inout CanonicalLines) {
        guard let asset = picture.asset else { return }
        lines.media(asset.commitment, alt: picture.decorative ? "" : picture.alt)
        lines.endLine()
        guard let shown = Shown.caption(picture.caption, credit: picture.credit) else { return }
        line(shown.credit.isEmpty ? shown.caption : shown.caption + [.text(" "), .text(shown.credit)], to: &lines)
    }

    private func write(_ embed: Embed, to lines: inout CanonicalLines) {
        switch embed.source {
        case .asset(let asset):
            lines.media(asset.commitment, alt: Shown.hasText(embed.title) ? embed.title : "")
            for captions in embed.captions { lines.media(captions.asset.commitment, alt: captions.language) }
            lines.endLine()
        case .provider(let provider, let reference):
            let address = provider.address(reference)
            line([.link(.address(address), [TextRun(Shown.hasText(embed.title) ? embed.title : address)])], to: &lines)
        }
        line(embed.caption, to: &lines)
        write(embed.transcript, to: &lines)
    }

    private func write(_ attachment: Attachment, to lines: inout CanonicalLines) {
        let title = Shown.title(of: attachment)
        if attachment.asset.isValid { lines.link("/files/\(attachment.asset.commitment)") }
        lines.append(title)
        lines.append(Shown.note(of: attachment))
        lines.endLine()
    }
}

extension CanonicalText {
    /// The text of a region of a rendered page; nil when the page has none with that mark.
    ///
    /// `mark`: the value of `data-r`, "e" for the edition. Nested elements with another `data-r` are left out.
    /// Throws `ReadingFault` for a page beyond the limits.
    public func text(ofPage html: String, region mark: String = "e") throws(ReadingFault) -> String? {
        try PageReader(isOwnHost: addresses.isOwnHost).read(html).regions.first { $0.mark == mark }?.text
    }
}
