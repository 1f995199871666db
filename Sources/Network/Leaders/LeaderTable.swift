public import Exchange
public import Vietnamese

/// The register as a table: columns `ho-ten`, `chuc-vu`, `co-quan`, `tu-ngay`, `den-ngay` (or `name`, `title`, `agency`, `from`, `until`); days as 2026-03-01 or
/// 1/3/2026, empty where open.
public struct LeaderTable: Sendable {
    public struct Line: Sendable {
        /// Number of the line in the table, from 1.
        public let number: Int
        public let fields: [String]
        public let draft: Result<LeaderDraft, LeaderRefusal>?
    }

    /// Why a table cannot be read at all.
    public enum Fault: Error, Equatable { case empty, unreadable, columns, tooLong }

    public static let columns = ["ho-ten", "chuc-vu", "co-quan", "tu-ngay", "den-ngay"]
    private static let others: [[String]] = [
        ["ho-ten", "họ tên", "họ và tên", "name"], ["chuc-vu", "chức vụ", "chức danh", "title"], ["co-quan", "cơ quan", "đơn vị", "agency"],
        ["tu-ngay", "từ ngày", "from"], ["den-ngay", "đến ngày", "until", "to"],
    ]

    /// In the order of the table; `draft` is nil where a line is no row at all.
    public let lines: [Line]

    public init(_ source: ByteSource) throws {
        let reader: CSVReader
        do { reader = try CSVReader(source) } catch { throw Fault.unreadable }
        let columns = Self.others.map { names in reader.columns.first { names.contains(nfc(lowercase($0))) } }
        guard let name = columns[0], let title = columns[1] else { throw Fault.columns }
        var lines: [Line] = []
        while let record = try reader.next() {
            guard lines.count < LeaderBook.limit else { throw Fault.tooLong }
            switch record {
            case .flaw(let flaw): lines.append(Line(number: flaw.line, fields: [String(decoding: flaw.bytes.prefix(300), as: UTF8.self)], draft: nil))
            case .row(let row):
                func field(_ at: Int) -> String { columns[at].flatMap { row[$0] } ?? "" }
                lines.append(
                    Line(
                        number: row.line,
                        fields: [row[name] ?? "", row[title] ?? "", field(2), field(3), field(4)],
                        draft: Self.draft(row[name] ?? "", row[title] ?? "", field(2), field(3), field(4))
                    )
                )
            }
        }
        guard !lines.isEmpty else { throw Fault.empty }
        self.lines = lines
    }

    private static func draft(_ name: String, _ title: String, _ agency: String, _ from: String, _ until: String) -> Result<
        LeaderDraft, LeaderRefusal
    > {
        do throws(LeaderRefusal) {
            return .success(try LeaderDraft(name: name, title: title, agency: agency, from: day(from), until: day(until)).plain())
        } catch {
            return .failure(error)
        }
    }

    /// A day as people and programs write it; nil for nothing.
    public static func day(_ text: String) throws(LeaderRefusal) -> CivilDate? {
        let text = plainLine(text)
        guard !text.isEmpty else { return nil }
        if let day = CivilDate(text) { return day }
        let parts = text.split { "/.-".contains($0) }.map { Int($0) }
        guard parts.count == 3, let day = parts[0], let month = parts[1], let year = parts[2], year > 1900,
            let date = CivilDate(year: year, month: month, day: day)
        else { throw .dateUnreadable(text) }
        return date
    }

    public static func row(_ about: LeaderDraft) -> [String] {
        [about.name, about.title, about.agency, about.from.map { "\($0)" } ?? "", about.until.map { "\($0)" } ?? ""]
    }
}
