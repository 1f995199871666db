import PortalNetwork
import Store

/// Sums of one period, portal and value of a cut.
struct CaseTally: Sendable, Hashable {
    var received = 0
    var inTime = 0
    var late = 0
    var rejected = 0
    var routedOut = 0
    var withdrawn = 0
    var merged = 0
    /// Whose time ran out in the period, and of those past their time, which ended in it.
    var fellLate = 0
    var lateEnded = 0

    static func += (a: inout CaseTally, b: CaseTally) {
        a.received += b.received
        a.inTime += b.inTime
        a.late += b.late
        a.rejected += b.rejected
        a.routedOut += b.routedOut
        a.withdrawn += b.withdrawn
        a.merged += b.merged
        a.fellLate += b.fellLate
        a.lateEnded += b.lateEnded
    }

    var isNothing: Bool { self == CaseTally() }

    /// All that ended, one way or another.
    var ended: Int { inTime + late + rejected + routedOut + withdrawn + merged }
}

/// How many answers took how many working days.
public struct CasePace: Sendable, Hashable {
    /// The most days of each group; what took longer is in the last one.
    public static let bounds = [0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 20, 30, 45]
    static let groups = bounds.count + 1

    var counts: [Int]

    init() { counts = Array(repeating: 0, count: Self.groups) }
    init(_ counts: [Int]) { self.counts = counts }

    static func group(_ days: Int) -> Int { bounds.firstIndex { days <= $0 } ?? bounds.count }

    static func += (a: inout CasePace, b: CasePace) { for index in a.counts.indices { a.counts[index] += b.counts[index] } }

    public var answers: Int { counts.reduce(0, +) }
    var isNothing: Bool { counts.allSatisfy { $0 == 0 } }

    /// The middle answer's working days.
    public enum Median: Sendable, Hashable {
        case within(days: Int)
        /// Longer than the longest group.
        case beyond(days: Int)
    }

    /// Nil where nothing was answered.
    public var median: Median? {
        let middle = (answers + 1) / 2
        guard middle > 0 else { return nil }
        var seen = 0
        for (group, count) in counts.enumerated() {
            seen += count
            if seen >= middle { return group < Self.bounds.count ? .within(days: Self.bounds[group]) : .beyond(days: Self.bounds[group - 1]) }
        }
        return nil
    }
}

/// Sums by their keys, gathered from cases and steps and written to the tables.
struct CaseSums: Sendable {
    struct Key: Hashable, Comparable, Sendable {
        let period: Int
        let desk: SiteID
        let cut: CaseCut
        let value: String

        static func < (a: Key, b: Key) -> Bool {
            (a.period, a.desk.rawValue, a.cut.rawValue, a.value) < (b.period, b.desk.rawValue, b.cut.rawValue, b.value)
        }
    }

    /// In place of a portal: all there are together, so that a board of a whole installation reads no more rows than one of a portal.
    static let everywhere = SiteID(rawValue: 0)

    private(set) var tallies: [Key: CaseTally] = [:]
    private(set) var paces: [Key: CasePace] = [:]

    /// With the sums of all portals together.
    private var withEverywhere: CaseSums {
        var all = self
        for (key, tally) in tallies {
            all.tallies[Key(period: key.period, desk: Self.everywhere, cut: key.cut, value: key.value), default: CaseTally()] += tally
        }
        for (key, pace) in paces {
            all.paces[Key(period: key.period, desk: Self.everywhere, cut: key.cut, value: key.value), default: CasePace()] += pace
        }
        return all
    }

    /// Adds a case (`sign` 1) or takes it out (-1), in every period and cut it counts in.
    mutating func add(_ one: CountedCase, sign: Int = 1) {
        for cut in CaseCut.allCases {
            let value = one.value(cut)
            func change(_ month: Int, _ body: (inout CaseTally) -> Void) {
                for code in CasePeriod.codes(of: month) {
                    body(&tallies[Key(period: code, desk: one.desk, cut: cut, value: value), default: CaseTally()])
                }
            }
            change(one.received) { $0.received += sign }
            if one.late != 0 { change(one.late) { $0.fellLate += sign } }
            guard one.outcome != .open else { continue }
            change(one.ended) { tally in
                switch one.outcome {
                case .inTime: tally.inTime += sign
                case .late: tally.late += sign
                case .rejected: tally.rejected += sign
                case .routedOut: tally.routedOut += sign
                case .withdrawn: tally.withdrawn += sign
                case .merged: tally.merged += sign
                case .open: break
                }
                if one.late != 0 { tally.lateEnded += sign }
            }
            guard cut != .channel, let took = one.took else { continue }
            for code in CasePeriod.codes(of: one.ended) where code != 0 {
                paces[Key(period: code, desk: one.desk, cut: cut, value: value), default: CasePace()].counts[CasePace.group(took)] += sign
            }
        }
    }

    /// Rows of one statement: SQLite goes through all parameters it has for each that it reads, PostgreSQL is asked over a connection.
    private static func most(_ engine: Engine) -> Int { engine == .sqlite ? 24 : 200 }

    /// Adds all to the tables of a count.
    /// - Parameter isShown: whether the count is the one that is shown; one being made gets the sums of all portals together at its end.
    func write(_ run: Int, isShown: Bool, _ db: any Connection) throws {
        try (isShown ? withEverywhere : self).insert(run, db)
    }

    /// The sums of all portals together, of a count that has those of each.
    static func sumEverywhere(_ run: Int, _ db: any Connection) throws {
        for (table, columns) in [("case_sum", sumColumns), ("case_pace", paceColumns)] as [(SQL, [SQL])] {
            let names = SQL.joined(columns, separator: ", ")
            let sums = SQL.joined(columns.map { "SUM(\($0))" }, separator: ", ")
            try db.execute("DELETE FROM \(table) WHERE run = \(run) AND desk = \(everywhere)")
            try db.execute(
                """
                INSERT INTO \(table) (run, period, desk, cut, value, \(names))
                SELECT run, period, \(everywhere), cut, value, \(sums) FROM \(table) WHERE run = \(run) GROUP BY run, period, cut, value
                """
            )
        }
    }

    static let sumColumns: [SQL] = ["received", "in_time", "late", "rejected", "routed_out", "withdrawn", "merged", "fell_late", "late_ended"]
    static let paceColumns: [SQL] = [
        "d0", "d1", "d2", "d3", "d4", "d5", "d6", "d7", "d8", "d9", "d10", "d11", "d12", "d13", "d14", "d15",
    ]

    private func insert(_ run: Int, _ db: any Connection) throws {
        for part in Self.parts(db.engine, tallies.filter { !$0.value.isNothing }.sorted { $0.key < $1.key }) {
            let rows = part.map { key, sum -> SQL in
                """
                (\(run), \(key.period), \(key.desk), \(key.cut), \(key.value), \(sum.received), \(sum.inTime), \(sum.late), \(sum.rejected), \(sum.routedOut),
                \(sum.withdrawn), \(sum.merged), \(sum.fellLate), \(sum.lateEnded))
                """
            }
            try db.execute(
                """
                INSERT INTO case_sum (run, period, desk, cut, value, received, in_time, late, rejected, routed_out, withdrawn, merged, fell_late, late_ended)
                VALUES \(SQL.joined(rows, separator: ", "))
                ON CONFLICT (run, period, desk, cut, value) DO UPDATE SET received = case_sum.received + excluded.received,
                    in_time = case_sum.in_time + excluded.in_time, late = case_sum.late + excluded.late, rejected = case_sum.rejected + excluded.rejected,
                    routed_out = case_sum.routed_out + excluded.routed_out, withdrawn = case_sum.withdrawn + excluded.withdrawn,
                    merged = case_sum.merged + excluded.merged, fell_late = case_sum.fell_late + excluded.fell_late,
                    late_ended = case_sum.late_ended + excluded.late_ended
                """
            )
        }
        for part in Self.parts(db.engine, paces.filter { !$0.value.isNothing }.sorted { $0.key < $1.key }) {
            let rows = part.map { key, pace -> SQL in
                let counts = SQL.joined(pace.counts.map { "\($0)" as SQL }, separator: ", ")
                return "(\(run), \(key.period), \(key.desk), \(key.cut), \(key.value), \(counts))"
            }
            try db.execute(
                """
                INSERT INTO case_pace (run, period, desk, cut, value, d0, d1, d2, d3, d4, d5, d6, d7, d8, d9, d10, d11, d12, d13, d14, d15)
                VALUES \(SQL.joined(rows, separator: ", "))
                ON CONFLICT (run, period, desk, cut, value) DO UPDATE SET d0 = case_pace.d0 + excluded.d0, d1 = case_pace.d1 + excluded.d1,
                    d2 = case_pace.d2 + excluded.d2, d3 = case_pace.d3 + excluded.d3, d4 = case_pace.d4 + excluded.d4, d5 = case_pace.d5 + excluded.d5,
                    d6 = case_pace.d6 + excluded.d6, d7 = case_pace.d7 + excluded.d7, d8 = case_pace.d8 + excluded.d8, d9 = case_pace.d9 + excluded.d9,
                    d10 = case_pace.d10 + excluded.d10, d11 = case_pace.d11 + excluded.d11, d12 = case_pace.d12 + excluded.d12,
                    d13 = case_pace.d13 + excluded.d13, d14 = case_pace.d14 + excluded.d14, d15 = case_pace.d15 + excluded.d15
                """
            )
        }
    }

    private static func parts<T>(_ engine: Engine, _ all: [T]) -> [[T]] {
        let most = most(engine)
        return stride(from: 0, to: all.count, by: most).map { Array(all[$0..<min($0 + most, all.count)]) }
    }
}
