public import Exchange
public import Vietnamese

/// The register as a table (CSV); columns in Vietnamese or English, days as 2026-03-01 or 1/3/2026, empty where not known.
public struct LawTable: Sendable {
    public struct Line: Sendable {
        /// Number of the line in the table, from 1.
        public let number: Int
        /// Nil where a line is no row at all.
        public let draft: Result<LawDraft, LawRefusal>?
    }

    /// Why a table cannot be read at all.
    public enum Fault: Error, Equatable { case empty, unreadable, columns, tooLong }

    public static let columns = ["so-hieu", "ten", "co-quan", "ngay-ban-hanh", "ngay-hieu-luc", "ngay-het-hieu-luc", "thay-bang", "dia-chi", "nguon"]
    private static let others: [[String]] = [
        ["so-hieu", "số hiệu", "number"], ["ten", "tên", "trích yếu", "title"], ["co-quan", "cơ quan", "cơ quan ban hành", "issuer"],
        ["ngay-ban-hanh", "ngày ban hành", "issued"], ["ngay-hieu-luc", "ngày hiệu lực", "effective"],
        ["ngay-het-hieu-luc", "ngày hết hiệu lực", "ended"], ["thay-bang", "thay bằng", "replaced-by"], ["dia-chi", "địa chỉ", "address"],
        ["nguon", "nguồn", "source"],
    ]

    /// In the order of the table.
    public let lines: [Line]

    public init(_ source: ByteSource) throws {
        let reader: CSVReader
        do { reader = try CSVReader(source) } catch { throw Fault.unreadable }
        let columns = Self.others.map { names in reader.columns.first { names.contains(nfc(lowercase($0))) } }
        guard columns[0] != nil, columns[1] != nil else { throw Fault.columns }
        var lines: [Line] = []
        while let record = try reader.next() {
            guard lines.count < LawBook.limit else { throw Fault.tooLong }
            switch record {
            case .flaw(let flaw): lines.append(Line(number: flaw.line, draft: nil))
            case .row(let row): lines.append(Line(number: row.line, draft: Self.draft(columns.map { $0.flatMap { row[$0] } ?? "" })))
            }
        }
        guard !lines.isEmpty else { throw Fault.empty }
        self.lines = lines
    }

    private static func draft(_ fields: [String]) -> Result<LawDraft, LawRefusal> {
        do throws(LawRefusal) {
            return .success(
                try LawDraft(
                    number: fields[0],
                    title: fields[1],
                    issuer: fields[2],
                    issuedOn: day(fields[3]),
                    effectiveOn: day(fields[4]),
                    endedOn: day(fields[5]),
                    replacedBy: fields[6],
                    address: fields[7],
                    source: fields[8]
                ).plain()
            )
        } catch {
            return .failure(error)
        }
    }

    /// A day as people and programs write it; nil for nothing.
    public static func day(_ text: String) throws(LawRefusal) -> CivilDate? {
        let text = String(text.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
        guard !text.isEmpty else { return nil }
        if let day = CivilDate(text) { return day }
        let parts = text.split { "/.-".contains($0) }.map { Int($0) }
        guard parts.count == 3, let day = parts[0], let month = parts[1], let year = parts[2], year > 1900,
            let date = CivilDate(year: year, month: month, day: day)
        else { throw .dateUnreadable(String(text.prefix(40))) }
        return date
    }
}
