import Vietnamese

extension HTMLWalk {
    mutating func table(_ node: HTMLNode, _ style: InlineStyle?) -> Bool {
        if builder.isInWords || !TableReading.isData(node, style: style) {
            builder.flush()
            return false
        }
        return builder.begin(.table)
    }

    mutating func cell(_ node: HTMLNode, isHeader: Bool) -> Bool {
        guard builder.isInTable else {
            builder.flush()
            return false
        }
        let span = { (name: String) in node.attribute(name).flatMap { Int($0.filter(\.isNumber)) } ?? 1 }
        return builder.begin(.words(.cell(colspan: span("colspan"), rowspan: span("rowspan"), isHeader: isHeader)))
    }

    mutating func picture(_ node: HTMLNode) {
        let candidates = ["src", "data-src", "data-original", "data-lazy-src"].compactMap { node.attribute($0) }.filter { !$0.isEmpty }
        let words: [Inline] = [.text(cleanText(node.attribute("alt") ?? ""))]
        let alt = PlainText.of(BulletedParagraphs.withoutBullet(words) ?? words)
        let width = node.pixels("width")
        let height = node.pixels("height")
        // A picture of one point counts visitors.
        if (1...2).contains(width), (1...2).contains(height) { return }
        guard !candidates.isEmpty else { return }
        builder.flush()
        for address in candidates {
            if let asset = reader.assetOf(address), asset.isValid {
                return builder.append(
                    .picture(Picture(asset: asset, alt: alt, decorative: node.attribute("alt") == "", width: width, height: height))
                )
            }
        }
        for address in candidates where !WebAddress.isDangerous(address) {
            switch WebAddress.resolve(address, base: reader.base) {
            case .address(let web) where web.host != nil:
                return builder.append(.picture(Picture(source: web.text, alt: alt, width: width, height: height)))
            case .sitePath(let path), .relative(let path):
                return builder.append(.picture(Picture(source: path, alt: alt, width: width, height: height)))
            default: continue
            }
        }
        let address = candidates[0]
        let isInside = ["data:image/", "file:", "blob:", "cid:"].contains { address.lowercased().hasPrefix($0) }
        report(isInside ? .embeddedPicture : .dangerousAddress, String(address.prefix(60)))
        if !alt.isEmpty { builder.append(.picture(Picture(alt: alt, width: width, height: height))) }
    }

    mutating func media(_ node: HTMLNode, _ medium: Embed.Medium) {
        builder.flush()
        var addresses = [node.attribute("src")].compactMap(\.self)
        var captions: [Captions] = []
        for child in (0..<node.childCount).map({ node.child($0) }) {
            guard let address = child.attribute("src") else { continue }
            switch child.name {
            case "source": addresses.append(address)
            case "track" where ["captions", "subtitles"].contains(child.attribute("kind")?.lowercased() ?? "subtitles"):
                if let asset = reader.assetOf(address), asset.isValid, let language = child.attribute("srclang"), Shown.isLanguage(language) {
                    captions.append(Captions(asset: asset, language: language))
                }
            default: break
            }
        }
        let title = PlainText.of([.text(cleanText(node.attribute("aria-label") ?? node.attribute("title") ?? ""))])
        if let asset = addresses.compactMap({ reader.assetOf($0) }).first(where: \.isValid) {
            builder.append(.embed(Embed(medium, .asset(asset), title: title, captions: captions)))
        } else {
            report(.foreignMedia, addresses.first ?? "")
        }
    }

    mutating func frame(_ node: HTMLNode) {
        builder.flush()
        let address = node.attribute("src") ?? node.attribute("data") ?? ""
        if case .address(let web) = WebAddress.resolve(address, base: reader.base), let source = EmbedReading.source(web) {
            builder.append(.embed(Embed(.video, source, title: PlainText.of([.text(cleanText(node.attribute("title") ?? ""))]))))
        } else {
            report(.frame, address)
        }
    }
}

extension HTMLNode {
    /// A length in pixels; 0 for anything else.
    fileprivate func pixels(_ name: String) -> Int {
        guard let value = attribute(name), !value.hasSuffix("%") else { return 0 }
        return Int(value.prefix { $0.isASCII && $0.isNumber }).flatMap { $0 <= 20000 ? $0 : nil } ?? 0
    }
}
