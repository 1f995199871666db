import PortalNetwork
import Store
import Synchronization
import Vietnamese

/// Reads the sums of some portals, with what acts changed since they were folded: exact at every moment.
struct FigureReading {
    /// Of what there are figures.
    enum Thing: Hashable {
        case cut(CaseCut, String)
        case unit(SiteID)
    }

    /// Nil: all there are.
    let desks: [SiteID]?
    let count: CaseCounting.Run
    /// What other readings found of the same sums.
    let memo: SumsMemo
    let now: Instant
    let db: any Connection

    private var run: Int { count.live }

    /// What is read of each thing, by period.
    struct Found: Sendable {
        var tallies: [Thing: [Int: CaseTally]] = [:]
        var paces: [Thing: [Int: CasePace]] = [:]
        /// Open and past their time, but not counted so yet.
        var notYetLate: [Thing: Int] = [:]
    }

    func board(_ period: CasePeriod, _ standing: CaseBoard.Standing) throws -> CaseBoard {
        let before = period.previous
        let found = try found(period, before, standing)
        func figures(_ thing: Thing) -> CaseComparison {
            let tallies = found.tallies[thing] ?? [:]
            var comparison = CaseComparison()
            comparison.now = CaseFigures(tallies[period.code] ?? CaseTally(), found.paces[thing]?[period.code])
            if let before { comparison.before = CaseFigures(tallies[before.code] ?? CaseTally(), found.paces[thing]?[before.code]) }
            var stand = CaseTally()
            switch standing {
            case .now: stand = tallies[0] ?? CaseTally()
            case .atTheEnd:
                for (code, tally) in tallies where isEarlier(code, period) { stand += tally }
                comparison.now.opening = stand.received - stand.ended
                stand += tallies[period.code] ?? CaseTally()
            }
            comparison.now.open = stand.received - stand.ended
            comparison.now.overdue = stand.fellLate - stand.lateEnded + (found.notYetLate[thing] ?? 0)
            return comparison
        }
        var cuts: [CaseCut: [CaseBoard.Row]] = [:]
        var units: [CaseBoard.Unit] = []
        var total = CaseComparison()
        for thing in Set(found.tallies.keys).union(found.notYetLate.keys) {
            let figures = figures(thing)
            guard !figures.now.isNothing || !figures.before.isNothing else { continue }
            switch thing {
            case .cut(let cut, let value):
                cuts[cut, default: []].append(CaseBoard.Row(value: value, figures: figures))
                // Every case has a track: the sum over tracks is all of them.
                if cut == .track { total += figures }
            case .unit(let desk): units.append(CaseBoard.Unit(desk: desk, figures: figures))
            }
        }
        func comesBefore(_ a: CaseComparison, _ b: CaseComparison, _ otherwise: Bool) -> Bool {
            let (one, two) = ((-a.now.overdue, -a.now.received), (-b.now.overdue, -b.now.received))
            return one == two ? otherwise : one < two
        }
        if standing == .atTheEnd, total.now.opening == nil { total.now.opening = 0 }
        return CaseBoard(
            period: period,
            standing: standing,
            at: now,
            total: total,
            cuts: cuts.mapValues { rows in rows.sorted { comesBefore($0.figures, $1.figures, $0.value < $1.value) } },
            units: units.sorted { comesBefore($0.figures, $1.figures, $0.desk.rawValue < $1.desk.rawValue) }
        )
    }

    private func isEarlier(_ code: Int, _ period: CasePeriod) -> Bool {
        period.codesBefore.contains(code) || (2000...2199).contains(code) && code < period.year
    }

    private func found(_ period: CasePeriod, _ before: CasePeriod?, _ standing: CaseBoard.Standing) throws -> Found {
        var codes = [period.code] + (before.map { [$0.code] } ?? [])
        let wanted: SQL
        switch standing {
        case .now:
            codes.append(0)
            wanted = "period IN (\(list: codes))"
        case .atTheEnd:
            codes += period.codesBefore.filter { !codes.contains($0) }
            wanted = "(period IN (\(list: codes)) OR (period >= 2000 AND period < \(period.year)))"
        }
        let shown = Set(codes)
        func isWanted(_ code: Int) -> Bool { shown.contains(code) || standing == .atTheEnd && isEarlier(code, period) }
        let key = SumsMemo.Key(period: period, standing: standing, desks: desks)
        var found: Found
        if let known = memo.found(key, of: count) {
            found = known
        } else {
            found = Found()
            try readSums(wanted, &found)
            try readPaces([period.code] + (before.map { [$0.code] } ?? []), &found)
            memo.keep(found, key, of: count)
        }
        try readSteps(isWanted, &found)
        try readLate(before: standing == .now ? now : min(now, period.end), &found)
        return found
    }

    // PostgreSQL adds up 64-bit numbers as decimal ones, which takes it twice as long; no sum of a row comes near 32 bits.
    private static let sums = SQL.joined(CaseSums.sumColumns.map { "SUM(CAST(\($0) AS INTEGER))" }, separator: ", ")
    private static let paces = SQL.joined(CaseSums.paceColumns.map { "SUM(CAST(\($0) AS INTEGER))" }, separator: ", ")

    /// The portals asked for, as a condition that ends a statement about cases.
    private var ofDesks: SQL { desks.map { "AND desk IN (\(list: $0))" } ?? "" }
    /// The same about sums of each portal, and about sums that may have been added up already.
    private var ofEach: SQL { desks == nil ? "AND desk <> \(CaseSums.everywhere)" : ofDesks }
    private var ofAll: SQL { desks == nil ? "AND desk = \(CaseSums.everywhere)" : ofDesks }

    private func readSums(_ wanted: SQL, _ found: inout Found) throws {
        for (code, thing, row, first) in try things("case_sum", Self.sums, wanted) {
            found.tallies[thing, default: [:]][code] = try Self.tally(row, from: first)
        }
    }

    private func readPaces(_ codes: [Int], _ found: inout Found) throws {
        for (code, thing, row, first) in try things("case_pace", Self.paces, "period IN (\(list: codes))") {
            found.paces[thing, default: [:]][code] = try Self.pace(row, from: first)
        }
    }

    /// Sums of every value of every cut, and of every portal: every case has a track, so what a portal has is the sum of its tracks.
    private func things(_ table: SQL, _ sums: SQL, _ wanted: SQL) throws -> [(code: Int, Thing, Row, first: Int)] {
        let cuts = try db.rows(
            "SELECT period, cut, value, \(sums) FROM \(table) WHERE run = \(run) AND \(wanted) \(ofAll) GROUP BY period, cut, value"
        )
        let units = try db.rows(
            "SELECT period, desk, \(sums) FROM \(table) WHERE run = \(run) AND \(wanted) \(ofEach) AND cut = \(CaseCut.track) GROUP BY period, desk"
        )
        return try cuts.map { (try $0[0], .cut(try $0[1], try $0[2]), $0, 3) } + units.map { (try $0[0], .unit(try $0[1]), $0, 2) }
    }

    /// What acts changed and no sum has yet.
    private func readSteps(_ isWanted: (Int) -> Bool, _ found: inout Found) throws {
        var sums = CaseSums()
        for row in try db.rows("SELECT sign, \(CountedCase.stepColumns) FROM case_step WHERE counted >= \(run) \(ofDesks)") {
            sums.add(try CountedCase(step: row, from: 1), sign: try row[0])
        }
        for (key, tally) in sums.tallies where isWanted(key.period) {
            found.tallies[.cut(key.cut, key.value), default: [:]][key.period, default: CaseTally()] += tally
            if key.cut == .track { found.tallies[.unit(key.desk), default: [:]][key.period, default: CaseTally()] += tally }
        }
        for (key, pace) in sums.paces where isWanted(key.period) {
            found.paces[.cut(key.cut, key.value), default: [:]][key.period, default: CasePace()] += pace
            if key.cut == .track { found.paces[.unit(key.desk), default: [:]][key.period, default: CasePace()] += pace }
        }
    }

    /// Cases whose time ran out since the program last looked: few, and the index ends where it looked.
    private func readLate(before bound: Instant, _ found: inout Found) throws {
        let rows = try db.rows(
            """
            SELECT desk, agency, field, track, channel, COUNT(*) FROM case_file
            WHERE ended = 0 AND late = 0 AND due_at < \(bound) AND counted >= \(run) \(ofDesks) GROUP BY desk, agency, field, track, channel
            """
        )
        for row in rows {
            let (desk, agency, field): (SiteID, AgencyID?, String?) = (try row[0], try row[1], try row[2])
            let (track, channel, count): (String, String, Int) = (try row[3], try row[4], try row[5])
            let values: [(CaseCut, String)] = [
                (.agency, agency.map { "\($0)" } ?? ""), (.field, field ?? ""), (.track, track), (.channel, channel),
            ]
            for (cut, value) in values { found.notYetLate[.cut(cut, value), default: 0] += count }
            found.notYetLate[.unit(desk), default: 0] += count
        }
    }

    private static func tally(_ row: Row, from first: Int) throws -> CaseTally {
        CaseTally(
            received: try row[first],
            inTime: try row[first + 1],
            late: try row[first + 2],
            rejected: try row[first + 3],
            routedOut: try row[first + 4],
            withdrawn: try row[first + 5],
            merged: try row[first + 6],
            fellLate: try row[first + 7],
            lateEnded: try row[first + 8]
        )
    }

    private static func pace(_ row: Row, from first: Int) throws -> CasePace {
        CasePace(try (0..<CasePace.groups).map { try row[first + $0] as Int })
    }
}

/// What was read of the sums, until they change: who leads an office looks at its board again and again, and between two looks there are only steps.
final class SumsMemo: Sendable {
    struct Key: Hashable, Sendable {
        let period: CasePeriod
        let standing: CaseBoard.Standing
        /// Nil: all there are.
        let desks: [SiteID]?
    }

    private struct State {
        var live = 0
        var version: Int64 = -1
        var kept: [Key: FigureReading.Found] = [:]
    }

    private static let most = 32
    private let state = Mutex(State())

    /// `count`: as the same snapshot has it in which steps are read.
    func found(_ key: Key, of count: CaseCounting.Run) -> FigureReading.Found? {
        state.withLock { $0.live == count.live && $0.version == count.version ? $0.kept[key] : nil }
    }

    func keep(_ found: FigureReading.Found, _ key: Key, of count: CaseCounting.Run) {
        state.withLock { state in
            // A snapshot of before the last change must not take its place.
            if (count.live, count.version) > (state.live, state.version) { state = State(live: count.live, version: count.version) }
            guard state.live == count.live, state.version == count.version else { return }
            if state.kept.count >= Self.most { state.kept = [:] }
            state.kept[key] = found
        }
    }
}
