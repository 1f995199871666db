public import PortalNetwork
import Store
public import Vietnamese

/// What everybody may read of a month: numbers of cases, and of those past their time how long. No code, no name, no word of a case; and no row that stands
/// for so few cases that it would tell of one person's.
public struct PublicStatistics: Sendable, Hashable {
    /// A row stands for at least so many cases.
    public static let least = 5
    /// The most days past their time of each group; what is longer is in the last one.
    public static let ages = [5, 15, 30]

    /// Of what a row tells.
    public enum Subject: Sendable, Hashable {
        /// An agency's id, a track's code; empty for cases that no agency has yet.
        case value(String)
        /// All whose own row would be too small, together.
        case others
    }

    public struct Row: Sendable, Hashable {
        public let subject: Subject
        public let figures: CaseFigures
    }

    public let period: CasePeriod
    public let at: Instant
    /// Nil where all cases together are too few to be told of.
    public let total: CaseFigures?
    public let agencies: [Row]
    public let tracks: [Row]
    /// Past their time now, by how long; empty where they are too few to be told apart, or the month is not the running one.
    public let overdueByAge: [Int]

    /// How many cases a row stands for: those it began with and those that came in.
    static func base(_ figures: CaseFigures) -> Int { (figures.opening ?? 0) + figures.received }

    init(_ board: CaseBoard, overdueByAge: [Int]) {
        (period, at) = (board.period, board.at)
        let total = board.total.now
        guard Self.base(total) >= Self.least else {
            (self.total, agencies, tracks, self.overdueByAge) = (nil, [], [], [])
            return
        }
        self.total = total
        agencies = Self.protected(board.cuts[.agency] ?? [])
        tracks = Self.protected(board.cuts[.track] ?? [])
        let overdue = overdueByAge.reduce(0, +)
        self.overdueByAge = overdue >= Self.least ? overdueByAge : []
    }

    /// Rows that are too small are one row; where that is too small itself, the smallest of the others goes into it, so that nothing can be told by taking
    /// what is shown from the sum.
    static func protected(_ rows: [CaseBoard.Row]) -> [Row] {
        let all = rows.map { (value: $0.value, figures: $0.figures.now) }.filter { base($0.figures) > 0 }
            .sorted { (base($0.figures), $1.value) > (base($1.figures), $0.value) }
        var shown = all.filter { base($0.figures) >= least }
        var others = all.filter { base($0.figures) < least }.map(\.figures)
        while !others.isEmpty, others.reduce(0, { $0 + base($1) }) < least, let smallest = shown.popLast() { others.append(smallest.figures) }
        var result = shown.map { Row(subject: .value($0.value), figures: $0.figures) }
        if !others.isEmpty {
            var sum = CaseFigures()
            for figures in others { sum += figures }
            result.append(Row(subject: .others, figures: sum))
        }
        return result
    }
}

extension Casework {
    /// Of a portal and all below it.
    public func statistics(_ period: CasePeriod, of site: SiteID, in tree: SiteTree) async throws -> PublicStatistics {
        let desks = tree.subtree(of: site)
        let board = try await board(period, .atTheEnd, desks, in: tree)
        let isRunning = period.contains(board.at.civilDate)
        return PublicStatistics(board, overdueByAge: isRunning ? try await overdueByAge(desks) : [])
    }

    /// The first month with a case on these portals; nil where there is none.
    public func firstMonth(of site: SiteID, in tree: SiteTree) async throws -> CasePeriod? {
        let desks = tree.subtree(of: site)
        return try await database.read { db in
            let run = try CaseCounting.Run.load(db).live
            let sums = try db.value(
                "SELECT MIN(period) FROM case_sum WHERE run = \(run) AND period >= 200000 AND desk IN (\(list: desks)) AND received > 0",
                as: Int?.self
            )
            let steps = try db.value("SELECT MIN(received) FROM case_step WHERE counted >= \(run) AND desk IN (\(list: desks))", as: Int?.self)
            return [sums ?? nil, steps ?? nil].compactMap(\.self).min().flatMap { CasePeriod(.month, year: $0 / 100, number: $0 % 100) }
        }
    }

    private func overdueByAge(_ desks: [SiteID]) async throws -> [Int] {
        let now = clock.now()
        let bounds = PublicStatistics.ages.map { now.adding(seconds: Int64(-$0) * 86_400) }
        return try await database.read { db in
            let place: SQL = "FROM case_file WHERE ended = 0 AND desk IN (\(list: desks))"
            var older = try (([now] + bounds).map { bound in try db.value("SELECT COUNT(*) \(place) AND due_at < \(bound)", as: Int.self) ?? 0 })
            older.append(0)
            return zip(older, older.dropFirst()).map { $0 - $1 }
        }
    }
}
