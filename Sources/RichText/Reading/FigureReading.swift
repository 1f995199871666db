/// Makes blocks of what a `<figure>` held.
enum FigureReading {
    static func blocks(_ blocks: [Block], caption: [Inline], credit: String) -> [Block] {
        let pictures = blocks.compactMap { if case .picture(let picture) = $0 { picture } else { nil } }
        if pictures.count == blocks.count, var first = pictures.first {
            if pictures.count > 1 { return [.gallery(Gallery(pictures, caption: withCredit(caption, credit)))] }
            if !caption.isEmpty { first.caption = first.caption.isEmpty ? caption : first.caption + [.lineBreak] + caption }
            if first.credit.isEmpty { first.credit = credit }
            return [.picture(first)]
        }
        let words = withCredit(caption, credit)
        if blocks.count == 1 {
            switch blocks[0] {
            case .quote(var quote):
                quote.cite += words
                return [.quote(quote)]
            case .table(var table) where table.caption.isEmpty:
                table.caption = words
                return [.table(table)]
            case .embed(var embed):
                embed.caption += words
                return [.embed(embed)]
            case .paragraph(let inlines):
                if let embed = EmbedReading.embed(of: inlines, caption: words) { return [.embed(embed)] }
            default: break
            }
        }
        return words.isEmpty ? blocks : blocks + [.paragraph(words)]
    }

    private static func withCredit(_ caption: [Inline], _ credit: String) -> [Inline] {
        credit.isEmpty ? caption : caption.isEmpty ? [.text(TextRun(credit))] : caption + [.text(TextRun(" \(credit)"))]
    }
}

/// Recognises the players of the listed providers.
enum EmbedReading {
    static func source(_ address: WebAddress) -> Embed.Source? {
        let path = address.path
        switch address.host {
        case "www.youtube.com", "youtube.com", "m.youtube.com", "www.youtube-nocookie.com", "youtube-nocookie.com":
            for prefix in ["/embed/", "/watch?v=", "/v/", "/shorts/"] where path.hasPrefix(prefix) {
                return source(.youtube, String(path.dropFirst(prefix.count).prefix { $0 != "?" && $0 != "&" && $0 != "/" && $0 != "#" }))
            }
            return nil
        case "youtu.be": return source(.youtube, String(path.dropFirst().prefix { $0 != "?" && $0 != "/" && $0 != "#" }))
        case "player.vimeo.com":
            return path.hasPrefix("/video/") ? source(.vimeo, String(path.dropFirst(7).prefix { $0.isASCII && $0.isNumber })) : nil
        case "vimeo.com": return source(.vimeo, String(path.dropFirst().prefix { $0.isASCII && $0.isNumber }))
        default: return nil
        }
    }

    private static func source(_ provider: Embed.Provider, _ reference: String) -> Embed.Source? {
        provider.accepts(reference) ? .provider(provider, reference: reference) : nil
    }

    /// A figure that holds nothing but a link to a provider's page is how our own markup shows an embed.
    static func embed(of inlines: [Inline], caption: [Inline]) -> Embed? {
        guard inlines.count == 1, case .link(.address(let address), let runs) = inlines[0], let web = WebAddress(address), let source = source(web),
            case .provider(let provider, let reference) = source, provider.address(reference) == address
        else { return nil }
        let title = runs.map(\.text).joined()
        return Embed(.video, source, title: title == address ? "" : title, caption: caption)
    }
}
