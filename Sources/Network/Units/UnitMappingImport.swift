import Exchange
import Store
import Vietnamese

/// Takes in which old commune became which new one on a day, and what follows from it: which old province went into which new one, and
/// that old units which did not go on ended the day before.
///
/// Rows without an old commune mean a district that had none (five islands). A code nobody has is looked up by its name beside it, and the
/// report says so.
struct UnitMappingImport {
    let importer: UnitImporter
    let date: CivilDate

    private struct Books: Sendable {
        var provinces: UnitBook
        var districts: UnitBook
        var communes: UnitBook
        var known: [Pair: UnitSuccession]
    }

    private struct Side {
        let period: UnitBook.Period
        let level: UnitLevel
        var note: String?
    }

    private struct Pair: Hashable, Sendable {
        let old: UnitID
        let new: UnitID
    }

    func run(_ table: UnitTable) async throws -> UnitImportReport {
        for column in ["old_ward_code", "new_ward_code", "mapping_type"] where !table.columns.contains(column) {
            throw UnitRefusal.columnMissing(column)
        }
        var books = try await readBooks()
        var report = UnitImportReport()
        var statements: [[SQL]] = []
        var provinces: [Pair: (old: UnitBook.Period, new: UnitBook.Period)] = [:]
        var seen: [Pair: Int] = [:]
        for record in table.records {
            report.read += 1
            guard case .row(let row) = record else {
                report.reject(record, .unreadable)
                continue
            }
            do throws(UnitRefusal) {
                let old = try old(of: row, in: books)
                let new = try new(of: row, in: books)
                for note in [old.note, new.note].compactMap({ $0 }) { report.notes.append(UnitImportReport.Note(line: row.line, text: note)) }
                let pair = Pair(old: old.period.unit, new: new.period.unit)
                if let line = seen.updateValue(row.line, forKey: pair) {
                    throw .codeTwice(code: "\(old.period.code) → \(new.period.code)", line: line)
                }
                let succession = try succession(row, pair)
                var changes = end(old.period, unless: new.period, in: &books.communes, or: &books.districts, level: old.level)
                if let district = row.line("old_district_code").flatMap({ books.districts.find(code: $0, on: date.adding(days: -1)) }) {
                    changes += end(district, in: &books.districts)
                }
                let known = books.known[pair]
                if known != succession {
                    if known != nil { report.changed += 1 } else { report.added += 1 }
                    changes.append(UnitStatement.follow(succession))
                } else if changes.isEmpty {
                    report.unchanged += 1
                } else {
                    report.changed += 1
                }
                if !changes.isEmpty { statements.append(changes) }
                if let found = provincePair(row, new: new.period, in: books) { provinces[Pair(old: found.old.unit, new: found.new.unit)] = found }
            } catch {
                report.reject(record, error)
            }
        }
        statements += provinceStatements(Array(provinces.values), in: &books)
        try await importer.write(statements)
        return report
    }

    private func readBooks() async throws -> Books {
        try await importer.database.read { [date] db in
            let rows = try db.rows("SELECT old, new, effective_on, kind, is_default FROM admin_unit_succession WHERE effective_on = \(date)")
            let known = try rows.map {
                UnitSuccession(old: try $0[0], new: try $0[1], date: try $0[2], kind: try $0[3], isDefault: try $0[4])
            }
            return Books(
                provinces: try UnitBook(.province, in: db),
                districts: try UnitBook(.district, in: db),
                communes: try UnitBook(.commune, in: db),
                known: Dictionary(known.map { (Pair(old: $0.old, new: $0.new), $0) }) { $1 }
            )
        }
    }

    private func succession(_ row: CSVRow, _ pair: Pair) throws(UnitRefusal) -> UnitSuccession {
        let text = row.line("mapping_type") ?? ""
        guard let kind = UnitSuccession.Kind(rawValue: text) else { throw .mappingInvalid(text) }
        let isDefault = row.line("is_default").map { $0 == "1" } ?? (kind != .divided)
        return UnitSuccession(old: pair.old, new: pair.new, date: date, kind: kind, isDefault: isDefault)
    }

    // MARK: Finding the two sides

    private func old(of row: CSVRow, in books: Books) throws(UnitRefusal) -> Side {
        let before = date.adding(days: -1)
        let code = row.line("old_ward_code")
        if let code, let found = books.communes.find(code: code, on: before) { return Side(period: found, level: .commune) }
        let province = oldProvince(row, in: books)
        let isCommune = code != nil || row.line("old_ward") != nil
        let level: UnitLevel = isCommune ? .commune : .district
        let text = isCommune ? row.line("old_ward") : row.line("old_district")
        let place = [row.line("old_ward"), row.line("old_district"), row.line("old_province"), code].compactMap { $0 }.joined(separator: ", ")
        guard let text, let province else { throw .oldUnknown(place) }
        let key = UnitName.key(UnitKind.splitting(text, level: level)?.name ?? text)
        let book = isCommune ? books.communes : books.districts
        let districts = Set(books.districts.periods.values.joined().filter { $0.parent == province.unit && $0.holds(on: before) }.map(\.unit))
        let found = book.find(key: key, on: before) { period in
            guard let parent = period.parent else { return false }
            return parent == province.unit || (isCommune && districts.contains(parent))
        }
        guard let found else { throw .oldUnknown(place) }
        let note = code.map { "mã cũ \($0) không có; theo tên là \(found.code)" }
        return Side(period: found, level: level, note: note)
    }

    private func new(of row: CSVRow, in books: Books) throws(UnitRefusal) -> Side {
        let code = row.line("new_ward_code") ?? ""
        let name = row.line("new_ward")
        let key = name.map { UnitName.key(UnitKind.splitting($0, level: .commune)?.name ?? $0) }
        if let found = books.communes.find(code: code, on: date) {
            let differs = key.map { fold($0) != UnitName.folded(found.name) } ?? false
            let note = differs ? "mã mới \(code) là \(found.kind.word) \(found.name), tên trong tệp là \(name ?? "")" : nil
            return Side(period: found, level: .commune, note: note)
        }
        let place = [name, row.line("new_province"), code].compactMap { $0 }.joined(separator: ", ")
        guard let key, let province = row.line("new_province_code").flatMap({ books.provinces.find(code: $0, on: date) }) else {
            throw .newUnknown(place)
        }
        guard let found = books.communes.find(key: key, on: date, where: { $0.parent == province.unit }) else { throw .newUnknown(place) }
        return Side(period: found, level: .commune, note: "mã mới \(code) không có; theo tên là \(found.code)")
    }

    private func oldProvince(_ row: CSVRow, in books: Books) -> UnitBook.Period? {
        let before = date.adding(days: -1)
        if let code = row.line("old_province_code") { return books.provinces.find(code: code, on: before) }
        guard let text = row.line("old_province") else { return nil }
        let key = UnitName.key(UnitKind.splitting(text, level: .province)?.name ?? text)
        return books.provinces.find(key: key, on: before) { _ in true }
    }

    // MARK: What follows from the rows

    private func end(
        _ old: UnitBook.Period,
        unless new: UnitBook.Period,
        in communes: inout UnitBook,
        or districts: inout UnitBook,
        level: UnitLevel
    ) -> [SQL] {
        guard old.unit != new.unit else { return [] }
        return level == .commune ? end(old, in: &communes) : end(old, in: &districts)
    }

    /// Ends a unit the day before, if it reaches further.
    private func end(_ old: UnitBook.Period, in book: inout UnitBook) -> [SQL] {
        guard let current = book.periods[old.code]?.first(where: { $0.unit == old.unit && $0.from == old.from }), current.holds(on: date)
        else { return [] }
        var ended = current
        ended.to = date.adding(days: -1)
        book.put(ended)
        return [UnitStatement.end(current, on: ended.to)]
    }

    private func provincePair(
        _ row: CSVRow,
        new commune: UnitBook.Period,
        in books: Books
    ) -> (old: UnitBook.Period, new: UnitBook.Period)? {
        guard let old = oldProvince(row, in: books), let id = commune.parent else { return nil }
        let code = row.line("new_province_code").flatMap { books.provinces.find(code: $0, on: date) }
        guard let new = code ?? books.provinces.periods.values.joined().first(where: { $0.unit == id && $0.holds(on: date) }) else { return nil }
        return (old, new)
    }

    private func provinceStatements(_ pairs: [(old: UnitBook.Period, new: UnitBook.Period)], in books: inout Books) -> [[SQL]] {
        var sources: [UnitID: Set<UnitID>] = [:]
        var targets: [UnitID: Set<UnitID>] = [:]
        for pair in pairs {
            sources[pair.new.unit, default: []].insert(pair.old.unit)
            targets[pair.old.unit, default: []].insert(pair.new.unit)
        }
        var statements: [[SQL]] = []
        for (old, new) in pairs.sorted(by: { ($0.old.code, $0.new.code) < ($1.old.code, $1.new.code) }) {
            let isAlone = sources[new.unit]?.count == 1 && targets[old.unit]?.count == 1
            if isAlone, old.unit == new.unit { continue }
            let kind: UnitSuccession.Kind =
                !isAlone
                ? ((targets[old.unit]?.count ?? 0) > 1 ? .divided : .merged)
                : UnitName.key(old.name) == UnitName.key(new.name) && old.kind == new.kind ? .unchanged : .renamed
            let succession = UnitSuccession(old: old.unit, new: new.unit, date: date, kind: kind, isDefault: kind != .divided)
            var changes = old.unit == new.unit ? [] : end(old, in: &books.provinces)
            if books.known[Pair(old: old.unit, new: new.unit)] != succession { changes.append(UnitStatement.follow(succession)) }
            if !changes.isEmpty { statements.append(changes) }
        }
        return statements
    }
}
