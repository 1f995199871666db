import PortalNetwork
import Store
import Vietnamese

/// Keeps the figures true: whoever changes a case's row writes beside it, in the same transaction, what that changes in the sums.
enum CaseCounting {
    /// The count that a new case is in from its beginning.
    static let newest: SQL = "(SELECT CASE WHEN next > 0 THEN next ELSE live END FROM case_count_run WHERE id = 1)"

    /// Counts a case that was just written with `counted` = `newest`.
    static func received(_ file: CountedCase, _ db: any Connection) throws {
        try db.execute(
            "INSERT INTO case_step (id, counted, sign, \(CountedCase.stepColumns)) VALUES (\(freshID()), \(newest), 1, \(file.stepValues))"
        )
    }

    /// Changes the row of a case and counts what that changed. The caller holds the row.
    static func changing(_ file: CaseFile, _ db: any Connection, _ change: () throws -> Void) throws {
        let before = try db.row("SELECT \(CountedCase.columns), case_file.counted FROM case_file WHERE id = \(file.id)")
        try change()
        guard let before else { return }
        let (was, wasLate, hadTaken): (CountedCase, Bool, Int?) = (try CountedCase(before), try before[10], try before[11])
        let isLate = !file.state.isEnded && (file.dueAt.map { $0 < file.changedAt } ?? false)
        let took = file.state == .answered ? file.took ?? hadTaken : nil
        if isLate != wasLate || took != hadTaken {
            try db.execute("UPDATE case_file SET late = \(isLate), took = \(took) WHERE id = \(file.id)")
        }
        try step(from: was, to: CountedCase(file, isLate: isLate, took: took), counted: try before[CountedCase.width], db)
    }

    /// - Parameter counted: the count the case is in; what is in none is counted later, as it stands then.
    static func step(from old: CountedCase, to new: CountedCase, counted: Int, _ db: any Connection) throws {
        guard old != new, counted > 0 else { return }
        try db.execute(
            """
            INSERT INTO case_step (id, counted, sign, \(CountedCase.stepColumns))
            VALUES (\(freshID()), \(counted), -1, \(old.stepValues)), (\(freshID()), \(counted), 1, \(new.stepValues))
            """
        )
    }

    /// Steps are in no order, so any number that nothing has will do.
    private static func freshID() -> Int64 { Int64.random(in: 1 ... .max) }

    /// Which counts there are.
    struct Run: Sendable, Hashable {
        let live: Int
        let next: Int
        /// Of the sums of `live`.
        let version: Int64

        /// The count that cases are brought into.
        var target: Int { next > 0 ? next : live }
        var all: [Int] { next > 0 ? [live, next] : [live] }

        static func load(_ db: any Connection, locking: Bool = false) throws -> Run {
            let lock = locking ? CommonDialect.forUpdate(on: db.engine) : ""
            guard let row = try db.row("SELECT live, next, version FROM case_count_run WHERE id = 1 \(lock)") else {
                throw StoreFault.damaged("the counts of cases are gone")
            }
            return Run(live: try row[0], next: try row[1], version: try row[2])
        }

        /// The caller holds the row.
        static func sumsChanged(_ db: any Connection) throws { try db.execute("UPDATE case_count_run SET version = version + 1 WHERE id = 1") }
    }
}

extension Casework {
    /// Steps, or cases, of one transaction.
    private static let most = 1_000

    /// Adds waiting steps to the sums.
    /// - Returns: how many there were; fewer than the most: no more wait.
    @discardableResult
    public func foldFigures() async throws -> Int {
        try await database.write { db in
            let run = try CaseCounting.Run.load(db, locking: true)
            let rows = try db.rows("SELECT id, counted, sign, \(CountedCase.stepColumns) FROM case_step ORDER BY id LIMIT \(Self.most)")
            guard !rows.isEmpty else { return 0 }
            var sums: [Int: CaseSums] = [:]
            for row in rows {
                let (counted, sign): (Int, Int) = (try row[1], try row[2])
                let one = try CountedCase(step: row, from: 3)
                for count in run.all where count <= counted { sums[count, default: CaseSums()].add(one, sign: sign) }
            }
            for (count, sums) in sums.sorted(by: { $0.key < $1.key }) { try sums.write(count, isShown: count == run.live, db) }
            try CaseCounting.Run.sumsChanged(db)
            try db.execute("DELETE FROM case_step WHERE id IN (\(list: try rows.map { try $0[0] as Int64 }))")
            return rows.count
        }
    }

    /// Counts cases whose time ran out since it was last looked.
    /// - Returns: how many.
    @discardableResult
    public func noteLate() async throws -> Int {
        let now = clock.now()
        return try await database.write { db in
            let rows = try db.rows(
                """
                SELECT \(CountedCase.columns), case_file.counted, case_file.id FROM case_file WHERE ended = 0 AND late = 0 AND due_at < \(now)
                ORDER BY due_at, id LIMIT \(Self.most) \(CommonDialect.skipLocked(on: db.engine))
                """
            )
            guard !rows.isEmpty else { return 0 }
            try db.execute(
                "UPDATE case_file SET late = 1 WHERE id IN (\(list: try rows.map { try $0[CountedCase.width + 1] as CaseID }))"
            )
            for row in rows {
                let was = try CountedCase(row)
                var isLate = was
                isLate.late = (try row[7] as Instant?).map(CasePeriod.month) ?? 0
                try CaseCounting.step(from: was, to: isLate, counted: try row[CountedCase.width], db)
            }
            return rows.count
        }
    }

    /// Brings cases into the count that are not in it: those that came in past the program, and all of them while a count is made anew.
    /// - Returns: how many.
    @discardableResult
    public func countCases() async throws -> Int {
        try await database.write { db in
            let run = try CaseCounting.Run.load(db, locking: true)
            let rows = try db.rows(
                """
                SELECT \(CountedCase.columns), case_file.counted, case_file.id FROM case_file WHERE counted < \(run.target)
                ORDER BY counted, desk, id LIMIT \(Self.most) \(CommonDialect.forUpdate(on: db.engine))
                """
            )
            guard !rows.isEmpty else { return 0 }
            var sums: [Int: CaseSums] = [:]
            for row in rows {
                let (one, counted): (CountedCase, Int) = (try CountedCase(row), try row[CountedCase.width])
                for count in run.all where count > counted { sums[count, default: CaseSums()].add(one) }
            }
            try db.execute(
                "UPDATE case_file SET counted = \(run.target) WHERE id IN (\(list: try rows.map { try $0[CountedCase.width + 1] as CaseID }))"
            )
            for (count, sums) in sums.sorted(by: { $0.key < $1.key }) { try sums.write(count, isShown: count == run.live, db) }
            try CaseCounting.Run.sumsChanged(db)
            return rows.count
        }
    }

    /// Begins to count all cases anew, beside the figures that are shown; does nothing where that is under way.
    public func beginRecount() async throws {
        try await database.write { db in
            let run = try CaseCounting.Run.load(db, locking: true)
            guard run.next == 0 else { return }
            try db.execute("DELETE FROM case_sum WHERE run <> \(run.live)")
            try db.execute("DELETE FROM case_pace WHERE run <> \(run.live)")
            try db.execute("UPDATE case_count_run SET next = \(run.live + 1) WHERE id = 1")
        }
    }

    /// Shows the new count, if every case is in it.
    /// - Returns: whether it is shown now.
    @discardableResult
    public func endRecount() async throws -> Bool {
        try await database.write { db in
            let run = try CaseCounting.Run.load(db, locking: true)
            guard run.next > 0 else { return true }
            guard try db.row("SELECT id FROM case_file WHERE counted < \(run.next) ORDER BY counted, desk, id LIMIT 1") == nil else { return false }
            try CaseSums.sumEverywhere(run.next, db)
            try db.execute("UPDATE case_count_run SET live = \(run.next), next = 0, version = version + 1 WHERE id = 1")
            try db.execute("DELETE FROM case_sum WHERE run < \(run.next)")
            try db.execute("DELETE FROM case_pace WHERE run < \(run.next)")
            return true
        }
    }

    /// Counts all cases anew; goes on where an earlier run was cut off. Figures stay readable and true all the while.
    /// - Parameter told: cases counted so far.
    public func recount(_ told: (Int) -> Void = { _ in }) async throws {
        try await beginRecount()
        var done = 0
        repeat {
            while true {
                let count = try await countCases()
                guard count > 0 else { break }
                done += count
                told(done)
            }
            while try await foldFigures() == Self.most {}
        } while try await !endRecount()
    }

    /// All that is waiting: for a background task, every few seconds. Where nothing waits, nothing is written.
    public func keepFigures() async throws {
        let now = clock.now()
        let (late, uncounted, steps) = try await database.read { db in
            let target = try CaseCounting.Run.load(db).target
            return (
                try db.row("SELECT id FROM case_file WHERE ended = 0 AND late = 0 AND due_at < \(now) LIMIT 1") != nil,
                try db.row("SELECT id FROM case_file WHERE counted < \(target) ORDER BY counted, desk, id LIMIT 1") != nil,
                try db.row("SELECT id FROM case_step LIMIT 1") != nil
            )
        }
        if late { while try await noteLate() == Self.most {} }
        if uncounted { while try await countCases() == Self.most {} }
        if late || uncounted || steps { while try await foldFigures() == Self.most {} }
    }
}
