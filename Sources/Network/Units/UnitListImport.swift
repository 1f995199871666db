import Exchange
import Store
import Vietnamese

/// Takes in a list of provinces, districts or communes that holds in one period.
///
/// Each row is held against what is known of its code: unknown in that time → a new unit; the same period → confirmed or corrected; known
/// since an earlier day and still going on → the same unit, with a new name from this day where it differs.
struct UnitListImport {
    let importer: UnitImporter
    let level: UnitLevel
    let from: CivilDate
    let to: CivilDate?

    private enum Outcome {
        case added, changed, unchanged
    }

    func run(_ table: UnitTable) async throws -> UnitImportReport {
        for column in UnitRow.requiredColumns(level) where !table.columns.contains(column) { throw UnitRefusal.columnMissing(column) }
        guard table.columns.contains("full_name") || table.columns.contains("name") else { throw UnitRefusal.columnMissing("full_name") }

        let level = level
        var (book, parents) = try await importer.database.read { db in
            (try UnitBook(level, in: db), try Self.parentLevels(level).map { try UnitBook($0, in: db) })
        }
        var report = UnitImportReport()
        var lines: [String: Int] = [:]
        var statements: [[SQL]] = []
        for record in table.records {
            report.read += 1
            guard case .row(let row) = record else {
                report.reject(record, .unreadable)
                continue
            }
            do throws(UnitRefusal) {
                let unit = try UnitRow(row, level: level)
                if let line = lines.updateValue(unit.line, forKey: unit.code) { throw .codeTwice(code: unit.code, line: line) }
                let (outcome, changes) = try plan(unit, book: &book, parents: parents)
                if !changes.isEmpty { statements.append(changes) }
                switch outcome {
                case .added: report.added += 1
                case .changed: report.changed += 1
                case .unchanged: report.unchanged += 1
                }
            } catch {
                report.reject(record, error)
            }
        }
        parents = []
        try await importer.write(statements)
        return report
    }

    private static func parentLevels(_ level: UnitLevel) -> [UnitLevel] {
        switch level {
        case .province: []
        case .district: [.province]
        case .commune: [.province, .district]
        }
    }

    private func plan(_ row: UnitRow, book: inout UnitBook, parents: [UnitBook]) throws(UnitRefusal) -> (Outcome, [SQL]) {
        let parent = try parent(of: row, in: parents)
        var to = to
        for known in book.periods[row.code] ?? [] where known.overlaps(from: from, to: to) {
            if known.from == from { return correct(known, with: row, parent: parent, to: to, book: &book) }
            if known.from > from {
                // "Until 1 July" often means the day on which the next order begins.
                guard known.from == to else { throw inUse(known) }
                to = known.from.adding(days: -1)
            } else if known.to == from {
                var clipped = known
                clipped.to = from.adding(days: -1)
                book.put(clipped)
                let added = add(row, parent: parent, to: to, book: &book)
                return (.added, [UnitStatement.end(known, on: clipped.to)] + added)
            } else if known.to == nil {
                return continueUnit(known, as: row, parent: parent, to: to, book: &book)
            } else {
                throw inUse(known)
            }
        }
        return (.added, add(row, parent: parent, to: to, book: &book))
    }

    private func inUse(_ known: UnitBook.Period) -> UnitRefusal {
        .codeInUse(code: known.code, name: "\(known.kind.word) \(known.name)", from: known.from)
    }

    private func parent(of row: UnitRow, in books: [UnitBook]) throws(UnitRefusal) -> UnitID? {
        guard let level = row.parentLevel, let code = row.parentCode else { return nil }
        let found = books.first { $0.level == level }?.find(code: code, from: from, to: to)
        guard let found else { throw .parentUnknown(level: level, code: code, date: from) }
        return found.unit
    }

    private func add(_ row: UnitRow, parent: UnitID?, to: CivilDate?, book: inout UnitBook) -> [SQL] {
        let period = period(importer.ids.next(), row, parent: parent, to: to)
        book.put(period)
        return [UnitStatement.addUnit(period, level: level), UnitStatement.addName(period, level: level)]
    }

    private func correct(
        _ known: UnitBook.Period,
        with row: UnitRow,
        parent: UnitID?,
        to: CivilDate?,
        book: inout UnitBook
    ) -> (Outcome, [SQL]) {
        var wanted = period(known.unit, row, parent: parent, to: to)
        let next = book.periods[row.code]?.first { $0.from > from }
        if let next, to.map({ next.from <= $0 }) ?? true { wanted.to = next.from.adding(days: -1) }
        // What ended (by a mapping, a later list) is not reopened by the list it came from.
        if let ended = known.to, wanted.to.map({ ended < $0 }) ?? true { wanted.to = ended }
        // A unit has one place, and its latest list says where.
        wanted.place = next?.unit == known.unit ? known.place : merged(known.place, wanted.place)
        wanted.englishName = wanted.englishName ?? known.englishName
        guard wanted != known else { return (.unchanged, []) }
        book.put(wanted)
        var changes = [UnitStatement.changeName(wanted)]
        if wanted.place != known.place { changes.append(UnitStatement.changePlace(wanted)) }
        return (.changed, changes)
    }

    private func continueUnit(
        _ known: UnitBook.Period,
        as row: UnitRow,
        parent: UnitID?,
        to: CivilDate?,
        book: inout UnitBook
    ) -> (Outcome, [SQL]) {
        var next = period(known.unit, row, parent: parent, to: to)
        next.place = merged(known.place, next.place)
        next.englishName = next.englishName ?? known.englishName
        var changes: [SQL] = next.place == known.place ? [] : [UnitStatement.changePlace(next)]
        let isSame = next.name == known.name && next.kind == known.kind && next.parent == known.parent
        if !isSame {
            var ended = known
            ended.to = from.adding(days: -1)
            book.put(ended)
            book.put(next)
            changes += [UnitStatement.end(known, on: ended.to), UnitStatement.addName(next, level: level)]
        }
        return (changes.isEmpty ? .unchanged : .changed, changes)
    }

    private func period(_ id: UnitID, _ row: UnitRow, parent: UnitID?, to: CivilDate?) -> UnitBook.Period {
        UnitBook.Period(
            unit: id,
            code: row.code,
            from: from,
            to: to,
            name: row.name,
            kind: row.kind,
            englishName: row.englishName,
            parent: parent,
            place: UnitBook.Place(latitude: row.latitude, longitude: row.longitude, area: row.area)
        )
    }

    /// A list without coordinates takes none away.
    private func merged(_ known: UnitBook.Place, _ wanted: UnitBook.Place) -> UnitBook.Place {
        UnitBook.Place(
            latitude: wanted.latitude ?? known.latitude,
            longitude: wanted.longitude ?? known.longitude,
            area: wanted.area ?? known.area
        )
    }
}
