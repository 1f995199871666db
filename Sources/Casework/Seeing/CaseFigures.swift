public import PortalNetwork
import Store
public import Vietnamese

/// What there is to say in numbers of one thing (a portal, an agency, a field, a track) in one period.
public struct CaseFigures: Sendable, Hashable {
    /// Came in during the period.
    public var received = 0
    /// Answered during the period, within their time and after it.
    public var inTime = 0
    public var late = 0
    public var rejected = 0
    public var routedOut = 0
    public var withdrawn = 0
    public var merged = 0
    /// Open when the period began; nil where nobody asked for it.
    public var opening: Int?
    /// Open, and of these past their time: at the end of the period, or now.
    public var open = 0
    public var overdue = 0
    public var pace = CasePace()

    public var answered: Int { inTime + late }
    public var endedOtherwise: Int { rejected + routedOut + withdrawn + merged }
    /// Of a hundred answers; nil where there is none. Rounded down, so that one late answer is never a hundred.
    public var inTimeShare: Int? { answered == 0 ? nil : inTime * 100 / answered }
    /// Whether there is anything to say.
    public var isNothing: Bool { received == 0 && answered == 0 && endedOtherwise == 0 && open == 0 && opening ?? 0 == 0 }

    init() {}

    init(_ tally: CaseTally, _ pace: CasePace?) {
        (received, inTime, late) = (tally.received, tally.inTime, tally.late)
        (rejected, routedOut, withdrawn, merged) = (tally.rejected, tally.routedOut, tally.withdrawn, tally.merged)
        self.pace = pace ?? CasePace()
    }

    static func += (a: inout CaseFigures, b: CaseFigures) {
        a.received += b.received
        a.inTime += b.inTime
        a.late += b.late
        a.rejected += b.rejected
        a.routedOut += b.routedOut
        a.withdrawn += b.withdrawn
        a.merged += b.merged
        if let opening = b.opening { a.opening = (a.opening ?? 0) + opening }
        a.open += b.open
        a.overdue += b.overdue
        a.pace += b.pace
    }
}

/// Figures of a period beside those of the one before it.
public struct CaseComparison: Sendable, Hashable {
    public var now = CaseFigures()
    public var before = CaseFigures()

    static func += (a: inout CaseComparison, b: CaseComparison) {
        a.now += b.now
        a.before += b.before
    }
}

/// Everything a board shows: one total, and the same by agency, field, track, channel and portal.
public struct CaseBoard: Sendable, Hashable {
    /// When `open` and `overdue` were so.
    public enum Standing: Sendable, Hashable { case now, atTheEnd }

    public struct Row: Sendable, Hashable {
        /// A code, or the id of an agency; empty for cases that have none.
        public let value: String
        public let figures: CaseComparison
    }

    public struct Unit: Sendable, Hashable {
        public let desk: SiteID
        public let figures: CaseComparison
    }

    public let period: CasePeriod
    public let standing: Standing
    public let at: Instant
    public let total: CaseComparison
    /// Those with something to say, the most overdue first, then the most received.
    public let cuts: [CaseCut: [Row]]
    public let units: [Unit]
}

extension Casework {
    /// Figures of portals for who may see their cases. Those the person may not see are left out.
    /// - Throws: what `authorize` says where that is all of them.
    public func board(_ period: CasePeriod, standing: CaseBoard.Standing = .now, desks: [SiteID], by: By) async throws -> CaseBoard {
        let desks = desks.filter { mayDo(by.actor, .readCases, on: Subject(site: $0), in: by.tree) }
        guard !desks.isEmpty else { throw AuthorizationRefusal.notAllowed(.readCases) }
        return try await board(period, standing, desks, in: by.tree)
    }

    /// The same for the program itself: its command line, and the statistics that everybody reads.
    public func board(_ period: CasePeriod, _ standing: CaseBoard.Standing, _ desks: [SiteID], in tree: SiteTree) async throws -> CaseBoard {
        let now = clock.now()
        // Of a whole installation sums are read in one piece.
        let isAll = Set(desks).isSuperset(of: tree.all.map(\.id))
        return try await database.read { [sumsMemo] db in
            let count = try CaseCounting.Run.load(db)
            return try FigureReading(desks: isAll ? nil : desks, count: count, memo: sumsMemo, now: now, db: db).board(period, standing)
        }
    }
}
