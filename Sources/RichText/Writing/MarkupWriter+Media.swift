extension MarkupWriter.Writing {
    mutating func picture(_ picture: Picture) {
        guard let asset = picture.asset else { return }
        let picture = picture.isSized ? picture : picture.sized(writer.size(asset.commitment))
        let address = pictureAddress(picture, asset)
        out.raw("<figure>\n")
        if !address.sources.isEmpty { out.raw("<picture>") }
        for source in address.sources {
            out.raw("<source")
            out.attribute("type", source.format.mediaType)
            out.attribute("srcset", source.srcset)
            if let sizes = address.sizes { out.attribute("sizes", sizes) }
            out.raw(">")
        }
        out.raw("<img")
        out.attribute("src", address.src)
        if let srcset = address.srcset { out.attribute("srcset", srcset) }
        if let sizes = address.sizes { out.attribute("sizes", sizes) }
        out.attribute("alt", picture.decorative ? "" : picture.alt)
        if picture.width > 0, picture.height > 0 {
            out.attribute("width", picture.width)
            out.attribute("height", picture.height)
        }
        switch writer.loading {
        case .firstAtOnce where !hasPicture: out.raw(" fetchpriority=\"high\"")
        case .lazy, .firstAtOnce: out.raw(" loading=\"lazy\"")
        case .atOnce: break
        }
        hasPicture = true
        out.raw(" decoding=\"async\">")
        out.raw(address.sources.isEmpty ? "\n" : "</picture>\n")
        caption(picture.caption, credit: picture.credit)
        out.raw("</figure>\n")
    }

    mutating func gallery(_ gallery: Gallery) {
        out.raw("<figure class=\"gallery\">\n")
        for picture in gallery.pictures { self.picture(picture) }
        caption(gallery.caption, credit: "")
        out.raw("</figure>\n")
    }

    mutating func embed(_ embed: Embed) {
        switch embed.source {
        case .asset(let asset):
            out.raw(embed.medium == .video ? "<figure class=\"video\">\n<video" : "<figure class=\"audio\">\n<audio")
            out.attribute("src", fileAddress(asset, name: asset.id ?? (embed.medium == .video ? "phim" : "am-thanh")))
            out.raw(" controls preload=\"none\"")
            if Shown.hasText(embed.title) { out.attribute("aria-label", embed.title) }
            out.raw(">")
            for (index, captions) in embed.captions.enumerated() { track(captions, isFirst: index == 0) }
            out.raw(embed.medium == .video ? "</video>\n" : "</audio>\n")
        case .provider(let provider, let reference):
            let address = provider.address(reference)
            out.raw("<figure class=\"embed\">\n<p>")
            inlines([.link(.address(address), [TextRun(Shown.hasText(embed.title) ? embed.title : address)])])
            out.raw("</p>\n")
        }
        caption(embed.caption, credit: "")
        out.raw("</figure>\n")
        transcript(embed.transcript)
    }

    /// The first are on from the start: whoever watches without sound need not look for the button.
    private mutating func track(_ captions: Captions, isFirst: Bool) {
        out.raw("<track kind=\"captions\"")
        out.attribute("src", fileAddress(captions.asset, name: captions.asset.id ?? "phu-de.vtt"))
        out.attribute("srclang", captions.language)
        out.attribute("label", captions.languageName)
        if isFirst { out.raw(" default") }
        out.raw(">")
    }

    /// Open on paper, where nobody can open it. Its name is wording of the page, not of the edition.
    private mutating func transcript(_ blocks: [Block]) {
        guard !blocks.isEmpty else { return }
        out.raw(writer.loading == .atOnce ? "<details class=\"transcript\" open>\n" : "<details class=\"transcript\">\n")
        out.raw("<summary><span data-r=\"w\" data-k=\"transcript.name\">")
        out.text(writer.transcriptName)
        out.raw("</span></summary>\n")
        self.blocks(blocks)
        out.raw("</details>\n")
    }

    mutating func attachment(_ attachment: Attachment) {
        let title = Shown.title(of: attachment)
        out.raw("<p class=\"attachment\">")
        if attachment.asset.isValid {
            out.raw("<a")
            out.attribute("href", fileAddress(attachment.asset, name: attachment.name))
            out.raw(" download>")
            out.text(title)
            out.raw("</a>")
        } else {
            out.text(title)
        }
        out.text(Shown.note(of: attachment))
        out.raw("</p>\n")
    }

    mutating func caption(_ caption: [Inline], credit: String) {
        guard let shown = Shown.caption(caption, credit: credit) else { return }
        out.raw("<figcaption>")
        inlines(shown.caption)
        if !shown.credit.isEmpty {
            out.raw(" <span class=\"credit\">")
            out.text(shown.credit)
            out.raw("</span>")
        }
        out.raw("</figcaption>\n")
    }

    private func fileAddress(_ asset: AssetReference, name: String) -> String {
        "\(writer.filesBase)/files/\(asset.commitment)/\(Shown.fileName(name))"
    }

    private func pictureAddress(_ picture: Picture, _ asset: AssetReference) -> PictureAddress {
        if let given = writer.picture(picture), given.isOf(asset) { return given }
        return PictureAddress(src: fileAddress(asset, name: "anh"))
    }
}

/// The public address of a file: `/files/{commitment}/{name}`.
public enum FileAddress {
    /// The commitment in the path of an address, whatever its host, name and query.
    public static func commitment(inPathOf address: String) -> String? {
        guard let path = WebAddress.sitePath(address) ?? WebAddress(address)?.path else { return nil }
        let parts = path.utf8.split(separator: UInt8(ascii: "/"), maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count == 4, parts[0].isEmpty, String(parts[1]) == "files", AssetReference.isCommitment(parts[2]) else { return nil }
        return String(parts[2])
    }
}
