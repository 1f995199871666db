import Exchange
import PortalNetwork
import Publishing
import Store
import Vietnamese
import Web

/// A table of portals to be made: code, name, host, and where it has them a short name, the portal above and the agency.
struct SiteTable: Sendable {
    struct Line: Sendable {
        let number: Int
        let raw: String
        let draft: SiteLineDraft?
        /// Why there is no draft.
        let refusal: PortalRefusal?
    }

    private(set) var lines: [Line] = []

    private static let columns: [String: [String]] = [
        "code": ["ma", "mã", "code"], "name": ["ten", "tên", "name"], "short": ["ten-ngan", "tên ngắn", "ten ngan", "short"],
        "host": ["ten-mien", "tên miền", "ten mien", "host", "domain"], "parent": ["cap-tren", "cấp trên", "cap tren", "parent"],
        "agency": ["co-quan", "cơ quan", "co quan", "agency"],
    ]

    /// - Parameters:
    ///   - below: the portal under which those stand that name none.
    ///   - agency: finds an agency by its name or code.
    init(_ text: String, below: Site, tree: SiteTree, agency: (String) throws -> AgencyID?) throws {
        guard !text.trimmed.isEmpty else { throw PortalRefusal.nothingChosen }
        let reader: CSVReader
        do { reader = try CSVReader(ByteSource(text: text)) } catch { throw PortalRefusal.tableUnreadable }
        func column(_ key: String) -> String? { reader.columns.first { Self.columns[key]?.contains(lowercase($0)) == true } }
        guard let name = column("name"), let host = column("host") else { throw PortalRefusal.tableColumns("ma, ten, ten-mien") }
        let (code, short, parent, office) = (column("code"), column("short"), column("parent"), column("agency"))
        while let record = try? reader.next() {
            guard lines.count < SiteBatches.limit else { throw PortalRefusal.tableTooLong(limit: SiteBatches.limit) }
            guard case .row(let row) = record else {
                if case .flaw(let flaw) = record {
                    lines.append(
                        Line(number: flaw.line, raw: String(decoding: flaw.bytes.prefix(200), as: UTF8.self), draft: nil, refusal: .tableUnreadable)
                    )
                }
                continue
            }
            func field(_ column: String?) -> String? { column.flatMap { row[$0]?.trimmed }.flatMap { $0.isEmpty ? nil : $0 } }
            let raw = row.fields.joined(separator: ", ")
            let above = field(parent)
            let site = above.map { tree.site(code: $0) } ?? below
            guard let site, tree.isInside(site.id, below.id) else {
                lines.append(Line(number: row.line, raw: raw, draft: nil, refusal: .siteUnknown(above ?? "")))
                continue
            }
            let found = try field(office).map { try agency($0) }
            if let found, found == nil {
                lines.append(Line(number: row.line, raw: raw, draft: nil, refusal: .agencyUnknown(field(office) ?? "")))
                continue
            }
            let called = field(name) ?? ""
            lines.append(
                Line(
                    number: row.line,
                    raw: raw,
                    draft: SiteLineDraft(
                        code: field(code) ?? SiteCode.usual(for: field(short) ?? called),
                        name: called,
                        shortName: field(short) ?? called,
                        hosts: (field(host) ?? "").split(whereSeparator: { $0 == " " || $0 == "|" }).map(String.init),
                        parent: site.id,
                        agency: found ?? nil
                    ),
                    refusal: nil
                )
            )
        }
        guard !lines.isEmpty else { throw PortalRefusal.nothingChosen }
    }
}
