extension MarkupWriter.Writing {
    /// A wide table scrolls inside a named region that the keyboard reaches; the page itself never scrolls sideways.
    mutating func table(_ table: Table) {
        let name = PlainText.of(table.caption)
        out.raw("<div class=\"table\" role=\"region\" tabindex=\"0\"")
        out.attribute("aria-label", Shown.hasText(name) ? name : writer.tableName)
        out.raw(">\n<table class=\"data\">\n")
        if !table.caption.isEmpty {
            out.raw("<caption>")
            inlines(table.caption)
            out.raw("</caption>\n")
        }
        let headerRows = min(table.headerRows, table.rows.count)
        if headerRows > 0 {
            out.raw("<thead>\n")
            for cells in table.rows[..<headerRows] { row(cells, headers: cells.count, scope: "col") }
            out.raw("</thead>\n")
        }
        if headerRows < table.rows.count {
            out.raw("<tbody>\n")
            for cells in table.rows[headerRows...] { row(cells, headers: table.headerColumns, scope: "row") }
            out.raw("</tbody>\n")
        }
        out.raw("</table>\n</div>\n")
    }

    private mutating func row(_ cells: [Table.Cell], headers: Int, scope: String) {
        out.raw("<tr>")
        for (column, cell) in cells.enumerated() {
            let isHeader = column < headers
            out.raw(isHeader ? "<th" : "<td")
            if isHeader {
                let spans = scope == "col" ? cell.colspan : cell.rowspan
                out.attribute("scope", spans > 1 ? scope + "group" : scope)
            }
            if cell.colspan > 1 { out.attribute("colspan", cell.colspan) }
            if cell.rowspan > 1 { out.attribute("rowspan", cell.rowspan) }
            out.raw(">")
            inlines(cell.text)
            out.raw(isHeader ? "</th>" : "</td>")
        }
        out.raw("</tr>\n")
    }
}
