extension BlockBuilder.TableRows {
    mutating func beginRow(isHead: Bool) {
        rows.append([])
        headers.append((0, true))
        if isHead, headRows == rows.count - 1 { headRows += 1 }
    }

    mutating func add(_ cell: Table.Cell, isHeader: Bool) {
        if rows.isEmpty { beginRow(isHead: false) }
        let row = rows.count - 1
        if isHeader, headers[row].leading == rows[row].count { headers[row].leading += 1 }
        headers[row].all = headers[row].all && isHeader
        rows[row].append(cell)
    }

    /// Nil when no cell says anything.
    var table: Table? {
        let kept = rows.indices.filter { !rows[$0].isEmpty }
        guard kept.contains(where: { rows[$0].contains { !$0.text.isEmpty } }) else { return nil }
        var headerRows = kept.count { $0 < headRows }
        if headerRows == 0 { headerRows = kept.prefix { headers[$0].all }.count }
        // All headers and nothing below them: the marks were only decoration, but they do no harm.
        let below = kept.dropFirst(headerRows)
        let columns = below.map { headers[$0].leading }.min() ?? 0
        return Table(
            caption: caption,
            headerRows: headerRows,
            headerColumns: columns,
            rows: kept.enumerated().map { position, row in
                position < headerRows ? rows[row].map { Self.plain($0) } : rows[row].enumerated().map { $0 < columns ? Self.plain($1) : $1 }
            }
        )
    }

    /// A header cell shows its weight by what it is.
    private static func plain(_ cell: Table.Cell) -> Table.Cell {
        var cell = cell
        cell.text = Self.joined(
            cell.text.map { inline in
                switch inline {
                case .text(var run):
                    run.marks.remove(.strong)
                    return .text(run)
                case .link(let target, let runs):
                    return .link(
                        target,
                        runs.map {
                            var run = $0
                            run.marks.remove(.strong)
                            return run
                        }
                    )
                case .lineBreak, .unknown: return inline
                }
            }
        )
        return cell
    }

    private static func joined(_ inlines: [Inline]) -> [Inline] {
        var joined: [Inline] = []
        for inline in inlines {
            if case .text(let run) = inline, case .text(var last)? = joined.last, last.marks == run.marks, last.language == run.language {
                last.text += run.text
                joined[joined.count - 1] = .text(last)
            } else {
                joined.append(inline)
            }
        }
        return joined
    }
}

/// Tells a table of data from one that only lays out a page.
enum TableReading {
    static func isData(_ table: HTMLNode, style: InlineStyle?) -> Bool {
        let classes = (table.attribute("class") ?? "").split(separator: " ")
        if classes.contains("data") { return true }
        let role = table.attribute("role")?.lowercased()
        if role == "presentation" || role == "none" { return false }
        var isMarked = classes.contains("MsoTableGrid") || style?.hasBorder == true || (table.attribute("border").flatMap { Int($0) } ?? 0) > 0
        var rows = 0
        var columns = 0
        var cellsInRow = 0
        var cellText = 0
        var stack: [(node: HTMLNode, next: Int)] = [(table, 0)]
        while let last = stack.indices.last {
            guard stack[last].next < stack[last].node.childCount else {
                stack.removeLast()
                continue
            }
            let child = stack[last].node.child(stack[last].next)
            stack[last].next += 1
            if let text = child.text {
                cellText += text.utf8.count
                if cellText > 3000 { return false }
                continue
            }
            guard child.isElement else { continue }
            switch child.name {
            case "table": return false
            case "img", "figure", "iframe", "h1", "h2", "h3": if !isMarked { return false }
            case "th", "thead", "caption": isMarked = true
            case "tr":
                rows += 1
                cellsInRow = 0
            case "td":
                cellsInRow += 1
                columns = max(columns, cellsInRow)
                cellText = 0
                if !isMarked, let style = child.attribute("style"), style.contains("solid") { isMarked = true }
            default: break
            }
            stack.append((child, 0))
        }
        return isMarked ? rows > 1 || columns > 1 : rows > 1 && columns > 1
    }
}

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
