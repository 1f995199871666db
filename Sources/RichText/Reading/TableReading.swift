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
        // Word knows no header cells: there the first row is set in bold and the others are not.
        if headerRows == 0, kept.count > 1, let first = kept.first, Self.isBold(rows[first]),
            !kept.dropFirst().contains(where: { Self.isBold(rows[$0]) })
        {
            headerRows = 1
        }
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

    private static func isBold(_ row: [Table.Cell]) -> Bool {
        row.allSatisfy { cell in
            Shown.hasText(cell.text)
                && cell.text.allSatisfy { inline in
                    switch inline {
                    case .text(let run): run.marks.contains(.strong) || !Shown.hasText(run.text)
                    case .link(_, let runs): runs.allSatisfy { $0.marks.contains(.strong) }
                    case .lineBreak: true
                    case .unknown: false
                    }
                }
        }
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

    /// Runs that are alike now become one, the plain space between two alike included.
    private static func joined(_ inlines: [Inline]) -> [Inline] {
        var joined: [Inline] = []
        var current: TextRun?
        func isAlike(_ a: TextRun, _ b: TextRun) -> Bool { a.marks == b.marks && a.language == b.language }
        for (index, inline) in inlines.enumerated() {
            guard case .text(let run) = inline else {
                if let current { joined.append(.text(current)) }
                current = nil
                joined.append(inline)
                continue
            }
            var joins = current.map { isAlike($0, run) } ?? false
            if run.text == " ", index + 1 < inlines.count, case .text(let next) = inlines[index + 1] {
                joins = joins || current.map { isAlike($0, next) } ?? false
            }
            if joins {
                current?.text += run.text
            } else {
                if let current { joined.append(.text(current)) }
                current = run
            }
        }
        if let current { joined.append(.text(current)) }
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
