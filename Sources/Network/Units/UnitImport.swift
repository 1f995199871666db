public import Exchange
public import Store
public import Vietnamese

/// Which of the official lists a file holds: `--kind`.
public enum UnitListKind: String, Sendable, CaseIterable {
    case provinces, districts, wards
    /// Old commune → new commune.
    case mapping

    var level: UnitLevel? {
        switch self {
        case .provinces: .province
        case .districts: .district
        case .wards: .commune
        case .mapping: nil
        }
    }
}

/// A file of units, read and ready.
public struct UnitTable: Sendable {
    /// As the operator named it.
    public let name: String
    public let columns: [String]
    public let separator: CSVSeparator
    public let records: [CSVRecord]

    /// More rows than any list of units has ever had; what is longer is another file.
    public static let limit = 200_000

    public init(name: String, columns: [String], separator: CSVSeparator, records: [CSVRecord]) {
        self.name = name
        self.columns = columns
        self.separator = separator
        self.records = records
    }

    /// Reads CSV, plain or compressed. Errors: `ExchangeFault`.
    public static func read(path: String) throws -> UnitTable {
        let source = try ByteSource(path: path)
        let reader = try CSVReader(source)
        var records: [CSVRecord] = []
        while let record = try reader.next() {
            guard records.count < limit else {
                throw ExchangeFault.cannotRead(
                    file: source.name,
                    reason: "more than \(limit) rows: this is no list of administrative units",
                    reached: ExchangeFault.Reached(stored: source.storedRead, content: source.position)
                )
            }
            records.append(record)
        }
        return UnitTable(name: source.name, columns: reader.columns, separator: reader.separator, records: records)
    }
}

/// What an import did, row by row of the file.
public struct UnitImportReport: Sendable {
    public struct Reject: Sendable {
        public let record: CSVRecord
        public let refusal: UnitRefusal
    }

    /// Something the operator should know of a row that was taken.
    public struct Note: Sendable, Hashable {
        public let line: Int
        public let text: String
    }

    public var read = 0
    public var added = 0
    public var changed = 0
    public var unchanged = 0
    public var rejects: [Reject] = []
    public var notes: [Note] = []

    public init() {}

    /// Writes the rejected rows with their reasons beside others of their kind.
    /// - Returns: the file's path; nil if nothing was rejected.
    public func writeRejects(of table: UnitTable, in folder: String) throws -> String? {
        guard !rejects.isEmpty else { return nil }
        let file = RejectsFile(of: table.name, in: folder)
        for reject in rejects {
            let reasons = [RejectsFile.Reason(field: reject.refusal.field, reject.refusal.description)]
            switch reject.record {
            case .row(let row): try file.add(row, separator: table.separator, reasons)
            case .flaw(let flaw): try file.add(flaw, columns: table.columns, separator: table.separator, reasons)
            }
        }
        return file.path
    }

    mutating func reject(_ record: CSVRecord, _ refusal: UnitRefusal) { rejects.append(Reject(record: record, refusal: refusal)) }
}

/// Takes official lists of units in: provinces, then districts, then wards, then the mapping. A second run changes nothing; an interrupted
/// one is simply run again. A list of a later day continues units whose code goes on, under their new names.
public struct UnitImporter: Sendable {
    let database: any Database
    let ids: IdentifierMaker
    /// Called now and then with the rows done so far.
    let progress: @Sendable (Int) -> Void

    /// Rows in one transaction: short enough for the writer's neighbours, long enough to be fast.
    static let batch = 500

    public init(into database: any Database, ids: IdentifierMaker, progress: @escaping @Sendable (Int) -> Void = { _ in }) {
        self.database = database
        self.ids = ids
        self.progress = progress
    }

    /// - Parameters:
    ///   - validFrom: the first day on which the list holds; for a mapping, the first day of the new order.
    ///   - validTo: the last day on which it holds; nil: until further notice.
    /// - Throws: `UnitRefusal.columnMissing` where the file cannot be such a list; `StoreFault`.
    public func run(_ table: UnitTable, as kind: UnitListKind, validFrom: CivilDate, validTo: CivilDate? = nil) async throws -> UnitImportReport {
        if let level = kind.level {
            return try await UnitListImport(importer: self, level: level, from: validFrom, to: validTo).run(table)
        }
        return try await UnitMappingImport(importer: self, date: validFrom).run(table)
    }

    /// Runs statements in transactions of `batch` rows each; `rows` holds the statements of each row.
    func write(_ rows: [[SQL]]) async throws {
        var start = 0
        while start < rows.count {
            let end = min(start + Self.batch, rows.count)
            let statements = rows[start..<end].flatMap { $0 }
            try await database.write { try $0.execute(batch: statements) }
            start = end
            progress(end)
        }
    }
}

extension CSVRow {
    /// The cleaned field of a column; nil where the column is missing or the field empty.
    func line(_ column: String) -> String? { plainLineOrNil(self[column]) }
}
