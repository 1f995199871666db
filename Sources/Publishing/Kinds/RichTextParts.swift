public import RichText

extension RichText {
    /// The files a body shows or offers, by asset commitment.
    public var assets: [String] { parts.assets }
    /// Those of them that only go with a film or a recording: captions. No list of an item's files names them.
    public var captionFiles: Set<String> {
        let parts = parts
        return parts.captions.subtracting(parts.offered)
    }
    /// Pictures that do not say how large they are, by asset commitment.
    public var unsizedPictures: [String] { parts.unsized }
    /// What it offers beside its text: attachments, films and recordings of ours, in their order, each once, by asset commitment. No pictures, no captions.
    public var enclosures: [String] { parts.enclosures.map(\.commitment) }
    /// Whether it has a film or a recording of ours with neither captions nor a transcript: who does not hear gets nothing of it.
    public var hasSilentFilm: Bool { parts.hasSilentFilm }
    /// The items a body links to, by their id's text form.
    public var linkedItems: [String] { parts.items }

    /// The paths of the same portal that a body links to, each once, in their order.
    public var linkedPaths: [String] { parts.paths.reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }

    /// The absolute http(s) addresses it links to, each once, in their order.
    public var outgoingLinks: [(address: String, host: String)] {
        var seen: Set<String> = []
        return parts.outgoing.compactMap { link in
            guard let address = WebAddress(String(link.prefix { $0 != "#" })), let host = address.host, seen.insert(address.text).inserted else {
                return nil
            }
            return (address.text, host)
        }
    }

    private var parts: Parts {
        var parts = Parts()
        parts.read(blocks)
        return parts
    }

    private struct Parts {
        var assets: [String] = []
        var captions: Set<String> = []
        /// Files that stand for themselves.
        var offered: Set<String> = []
        var items: [String] = []
        var outgoing: [String] = []
        var paths: [String] = []
        var hasSilentFilm = false
        var unsized: [String] = []
        /// Documents, films and recordings, in their order.
        var enclosures: [AssetReference] = []

        mutating func read(_ blocks: [Block]) {
            for block in blocks { read(block) }
        }

        private mutating func read(_ block: Block) {
            switch block {
            case .paragraph(let text): read(text)
            case .heading(let heading): read(heading.text)
            case .list(let list): for item in list.items { read(item) }
            case .quote(let quote):
                read(quote.blocks)
                read(quote.cite)
            case .table(let table):
                read(table.caption)
                for row in table.rows { for cell in row { read(cell.text) } }
            case .picture(let picture): read(picture)
            case .gallery(let gallery):
                for picture in gallery.pictures { read(picture) }
                read(gallery.caption)
            case .embed(let embed):
                if case .asset(let asset) = embed.source {
                    add(asset)
                    enclose(asset)
                    if embed.captions.isEmpty, embed.transcript.isEmpty { hasSilentFilm = true }
                }
                for captions in embed.captions where captions.asset.isValid {
                    add(captions.asset)
                    self.captions.insert(captions.asset.commitment)
                }
                read(embed.caption)
                read(embed.transcript)
            case .attachment(let attachment):
                add(attachment.asset)
                enclose(attachment.asset)
                offered.insert(attachment.asset.commitment)
            case .divider, .preformatted, .unknown: break
            }
        }

        private mutating func read(_ picture: Picture) {
            if let asset = picture.asset {
                add(asset)
                if !picture.isSized, asset.isValid { unsized.append(asset.commitment) }
            }
            read(picture.caption)
        }

        private mutating func add(_ asset: AssetReference) {
            if asset.isValid { assets.append(asset.commitment) }
        }

        private mutating func enclose(_ asset: AssetReference) {
            if asset.isValid, !enclosures.contains(where: { $0.commitment == asset.commitment }) { enclosures.append(asset) }
        }

        private mutating func read(_ inlines: [Inline]) {
            for case .link(let target, _) in inlines {
                switch target {
                case .item(let id): items.append(id)
                case .address(let address):
                    if address.hasPrefix("http") { outgoing.append(address) }
                case .site(let path): paths.append(path)
                }
            }
        }
    }
}

extension Picture: FieldValue {
    public static var form: FieldForm { .picture }
    public var isBlank: Bool { asset == nil && source == nil }
    public var plainText: String { alt }
}
