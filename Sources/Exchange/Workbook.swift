/// A workbook of tables (Office Open XML, ECMA-376, transitional): what spreadsheets open. Texts are inline and typed as text, so nothing in them is ever run as a
/// formula; numbers are numbers.
public struct Workbook: Sendable {
    public enum Cell: Sendable, Hashable {
        case text(String)
        case number(Int)
        /// Nothing stands there.
        case empty
    }

    public struct Sheet: Sendable {
        public var name: String
        /// What stands above the table.
        public var title: String?
        public var columns: [String]
        public var rows: [[Cell]]

        public init(name: String, title: String? = nil, columns: [String], rows: [[Cell]]) {
            (self.name, self.title, self.columns, self.rows) = (name, title, columns, rows)
        }
    }

    public var sheets: [Sheet]
    /// The media type of the file.
    public static let type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

    public init(_ sheets: [Sheet]) { self.sheets = sheets }

    private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let package = "http://schemas.openxmlformats.org/package/2006"
    private static let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"

    /// The file.
    public func bytes() throws -> [UInt8] {
        var archive = ZipArchive()
        func add(_ name: String, _ xml: String) throws { try archive.add(name, Array((Self.head + xml).utf8)) }
        let numbers = Array(1...max(1, sheets.count))
        let parts = numbers.map { "<Override PartName=\"/xl/worksheets/sheet\($0).xml\" ContentType=\"\(Self.kind).worksheet+xml\"/>" }.joined()
        try add(
            "[Content_Types].xml",
            """
            <Types xmlns="\(Self.package)/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
            <Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="\(Self.kind).sheet.main+xml"/>\
            <Override PartName="/xl/styles.xml" ContentType="\(Self.kind).styles+xml"/>\(parts)</Types>
            """
        )
        try add(
            "_rels/.rels",
            """
            <Relationships xmlns="\(Self.package)/relationships">\
            <Relationship Id="rId1" Type="\(Self.office)/officeDocument" Target="xl/workbook.xml"/></Relationships>
            """
        )
        let names = names()
        let listed = zip(numbers, names).map { "<sheet name=\"\(Self.escaped($1))\" sheetId=\"\($0)\" r:id=\"rId\($0)\"/>" }.joined()
        try add("xl/workbook.xml", "<workbook xmlns=\"\(Self.main)\" xmlns:r=\"\(Self.office)\"><sheets>\(listed)</sheets></workbook>")
        let relations = numbers.map { "<Relationship Id=\"rId\($0)\" Type=\"\(Self.office)/worksheet\" Target=\"worksheets/sheet\($0).xml\"/>" }
            .joined()
        try add(
            "xl/_rels/workbook.xml.rels",
            """
            <Relationships xmlns="\(Self.package)/relationships">\(relations)\
            <Relationship Id="rId\(numbers.count + 1)" Type="\(Self.office)/styles" Target="styles.xml"/></Relationships>
            """
        )
        // Style 1: bold, for heads.
        try add(
            "xl/styles.xml",
            """
            <styleSheet xmlns="\(Self.main)"><fonts count="2"><font><sz val="11"/><name val="Times New Roman"/></font>\
            <font><b/><sz val="11"/><name val="Times New Roman"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill>\
            <fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
            <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
            <cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
            <xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs>\
            <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>
            """
        )
        for (number, sheet) in zip(numbers, sheets.isEmpty ? [Sheet(name: "1", columns: [], rows: [])] : sheets) {
            try add("xl/worksheets/sheet\(number).xml", Self.xml(sheet))
        }
        return archive.finished()
    }

    /// Names that spreadsheets take: 1 to 31 characters, none of `[]:*?/\`, each once.
    private func names() -> [String] {
        var seen: Set<String> = []
        return (sheets.isEmpty ? ["1"] : sheets.map(\.name)).enumerated().map { index, name in
            var plain = String(name.filter { !"[]:*?/\\'".contains($0) }.prefix(31))
            if plain.isEmpty || !seen.insert(plain.lowercased()).inserted {
                plain = (plain.isEmpty ? "" : String(plain.prefix(27)) + " ") + "\(index + 1)"
                seen.insert(plain.lowercased())
            }
            return plain
        }
    }

    private static func xml(_ sheet: Sheet) -> String {
        var rows = ""
        var number = 0
        func add(_ cells: [Cell], style: Int = 0) {
            number += 1
            rows += "<row r=\"\(number)\">"
            for (index, cell) in cells.enumerated() {
                let place = "r=\"\(column(index))\(number)\"" + (style == 0 ? "" : " s=\"\(style)\"")
                switch cell {
                case .text(let text): rows += "<c \(place) t=\"inlineStr\"><is><t xml:space=\"preserve\">\(escaped(text))</t></is></c>"
                case .number(let value): rows += "<c \(place)><v>\(value)</v></c>"
                case .empty: break
                }
            }
            rows += "</row>"
        }
        if let title = sheet.title { add([.text(title)], style: 1) }
        if !sheet.columns.isEmpty { add(sheet.columns.map { .text($0) }, style: 1) }
        let first = number
        for row in sheet.rows { add(row) }
        let frozen = first == 0 ? "" : "<pane ySplit=\"\(first)\" topLeftCell=\"A\(first + 1)\" activePane=\"bottomLeft\" state=\"frozen\"/>"
        return """
            <worksheet xmlns="\(main)"><sheetViews><sheetView workbookViewId="0">\(frozen)</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>\
            <sheetData>\(rows)</sheetData></worksheet>
            """
    }

    /// `A` … `Z`, `AA` …
    static func column(_ index: Int) -> String {
        let letter = String(UnicodeScalar(UInt8(65 + index % 26)))
        return index < 26 ? letter : column(index / 26 - 1) + letter
    }

    /// What XML has no room for is left out; a cell holds 32,767 characters.
    private static func escaped(_ text: String) -> String {
        var out = ""
        for scalar in text.unicodeScalars.prefix(32_767) {
            switch scalar {
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            case "\"": out += "&quot;"
            case "\r": out += "&#13;"
            case "\t", "\n": out.unicodeScalars.append(scalar)
            case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: break
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out
    }
}
