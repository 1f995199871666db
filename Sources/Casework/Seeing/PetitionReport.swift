public import PortalNetwork
import Store
public import Vietnamese

/// The periodic report on petitions about administrative rules (NĐ 20/2008/NĐ-CP as amended; days by NĐ 09/2019/NĐ-CP, Điều 12): counted from the cases
/// themselves, for any days, because its quarters are not those of the calendar.
public struct PetitionReport: Sendable, Hashable, Encodable {
    /// The track whose cases it is about.
    public static let track = "petition"

    public struct Row: Sendable, Hashable, Encodable {
        /// Code of the field; empty where none was given.
        public var field: String
        /// Open when the period began, and new in it.
        public var carriedOver = 0
        public var received = 0
        /// Done with during the period.
        public var answeredInTime = 0
        public var answeredLate = 0
        public var rejected = 0
        public var routedOut = 0
        public var otherwise = 0
        /// Open when it ended.
        public var openInTime = 0
        public var openLate = 0
        /// Of those answered, whose answer is public.
        public var published = 0

        public var total: Int { carriedOver + received }

        static func += (a: inout Row, b: Row) {
            a.carriedOver += b.carriedOver
            a.received += b.received
            a.answeredInTime += b.answeredInTime
            a.answeredLate += b.answeredLate
            a.rejected += b.rejected
            a.routedOut += b.routedOut
            a.otherwise += b.otherwise
            a.openInTime += b.openInTime
            a.openLate += b.openLate
            a.published += b.published
        }
    }

    public let from: CivilDate
    /// The last day.
    public let until: CivilDate
    public let rows: [Row]
    public let total: Row

    /// The days of a period by Điều 12 of NĐ 09/2019/NĐ-CP: from the 15th of the month before it to the 14th of its last month.
    public static func days(of period: CasePeriod) -> (from: CivilDate, until: CivilDate) {
        func middle(_ month: CivilDate, _ day: Int) -> CivilDate { CivilDate(year: month.year, month: month.month, day: day) ?? month }
        return (middle(period.firstDay.adding(days: -1), 15), middle(period.lastDay, 14))
    }
}

extension Casework {
    public func petitions(from: CivilDate, until: CivilDate, of site: SiteID, in tree: SiteTree) async throws -> PetitionReport {
        let desks = tree.subtree(of: site)
        let (start, end) = (VietnamTime.startOfDay(from), VietnamTime.startOfDay(until.adding(days: 1)))
        let asOf = min(end, clock.now())
        let rows = try await database.read { db in
            try db.rows(
                """
                SELECT field, state, received_at, due_at, answered_at, ended_at, item FROM case_file
                WHERE track = \(PetitionReport.track) AND desk IN (\(list: desks)) AND received_at < \(end) AND (ended_at IS NULL OR ended_at >= \(start))
                """
            ).map { row in try Self.row(row, start, end, asOf) }
        }
        var fields: [String: PetitionReport.Row] = [:]
        var total = PetitionReport.Row(field: "")
        for row in rows {
            fields[row.field, default: PetitionReport.Row(field: row.field)] += row
            total += row
        }
        return PetitionReport(from: from, until: until, rows: fields.values.sorted { ($1.total, $0.field) < ($0.total, $1.field) }, total: total)
    }

    private static func row(_ row: Row, _ start: Instant, _ end: Instant, _ asOf: Instant) throws -> PetitionReport.Row {
        let (field, state, received): (String?, CaseState, Instant) = (try row[0], try row[1], try row[2])
        let (due, answered, ended): (Instant?, Instant?, Instant?) = (try row[3], try row[4], try row[5])
        var counted = PetitionReport.Row(field: field ?? "")
        if received < start { counted.carriedOver = 1 } else { counted.received = 1 }
        guard let ended, ended < end else {
            if due.map({ $0 < asOf }) ?? false { counted.openLate = 1 } else { counted.openInTime = 1 }
            return counted
        }
        switch state {
        case .answered:
            if due.map({ (answered ?? ended) > $0 }) ?? false { counted.answeredLate = 1 } else { counted.answeredInTime = 1 }
            if (try row[6] as Int64?) != nil { counted.published = 1 }
        case .rejected: counted.rejected = 1
        case .routedOut: counted.routedOut = 1
        default: counted.otherwise = 1
        }
        return counted
    }
}
