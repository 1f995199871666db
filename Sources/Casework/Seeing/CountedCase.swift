import PortalNetwork
public import Store
import Vietnamese

/// A case as figures know it. What a case adds to the figures follows from this value alone, so that keeping them and counting anew come to the same.
struct CountedCase: Sendable, Hashable {
    /// How it ended; numbers stand in tables.
    enum Outcome: Int, Sendable, SQLBindable, SQLReadable {
        case open = 0
        case inTime, late, rejected, routedOut, withdrawn, merged
    }

    var desk: SiteID
    var agency: AgencyID?
    var field: String?
    var track: String
    var channel: String
    /// Months: 202611.
    var received: Int
    var outcome: Outcome
    /// 0 while it is open.
    var ended: Int
    /// When its time ran out before it ended; 0 where it did not.
    var late: Int
    /// Working days from the letter to the answer.
    var took: Int?
}

extension CountedCase {
    /// What is read of a case's row to know it.
    static let columns: SQL = """
        case_file.desk, case_file.agency, case_file.field, case_file.track, case_file.channel, case_file.state, case_file.received_at, case_file.due_at,
        case_file.ended_at, case_file.answered_at, case_file.late, case_file.took
        """
    /// How many columns that is.
    static let width = 12

    init(_ row: Row) throws {
        try self.init(
            desk: row[0],
            agency: row[1],
            field: row[2],
            track: row[3],
            channel: row[4],
            state: row[5],
            receivedAt: row[6],
            dueAt: row[7],
            endedAt: row[8],
            answeredAt: row[9],
            isLate: row[10],
            took: row[11]
        )
    }

    init(_ file: CaseFile, isLate: Bool, took: Int?) {
        self.init(
            desk: file.desk,
            agency: file.agency,
            field: file.field,
            track: file.track,
            channel: file.channel.rawValue,
            state: file.state,
            receivedAt: file.receivedAt,
            dueAt: file.dueAt,
            endedAt: file.endedAt,
            answeredAt: file.answeredAt,
            isLate: isLate,
            took: took
        )
    }

    init(
        desk: SiteID,
        agency: AgencyID?,
        field: String?,
        track: String,
        channel: String,
        state: CaseState,
        receivedAt: Instant,
        dueAt: Instant?,
        endedAt: Instant?,
        answeredAt: Instant?,
        isLate: Bool,
        took: Int?
    ) {
        (self.desk, self.agency, self.field, self.track, self.channel) = (desk, agency, field, track, channel)
        received = CasePeriod.month(receivedAt)
        let end: Instant? = state == .answered ? answeredAt ?? endedAt : endedAt
        let endedLate = end.flatMap { end in dueAt.map { end > $0 } } ?? false
        outcome =
            switch state {
            case .answered: endedLate ? .late : .inTime
            case .rejected: .rejected
            case .routedOut: .routedOut
            case .withdrawn: .withdrawn
            case .merged: .merged
            case .received, .accepted, .assigned, .working, .inReview, .approved: .open
            }
        ended = outcome == .open ? 0 : CasePeriod.month(end ?? receivedAt)
        late = (outcome == .open ? isLate : endedLate) ? dueAt.map(CasePeriod.month) ?? 0 : 0
        self.took = state == .answered ? took : nil
    }

    /// The columns of a step, in their order.
    static let stepColumns: SQL = "desk, agency, field, track, channel, received, outcome, ended, late, took"

    var stepValues: SQL {
        "\(desk), \(agency), \(field), \(track), \(channel), \(received), \(outcome), \(ended), \(late), \(took)"
    }

    /// Of a step's row, from the column `first` on.
    init(step row: Row, from first: Int) throws {
        desk = try row[first]
        agency = try row[first + 1]
        field = try row[first + 2]
        track = try row[first + 3]
        channel = try row[first + 4]
        received = try row[first + 5]
        outcome = try row[first + 6]
        ended = try row[first + 7]
        late = try row[first + 8]
        took = try row[first + 9]
    }
}

/// What can be told apart in figures.
public enum CaseCut: String, Sendable, CaseIterable, SQLBindable, SQLReadable {
    case agency, field, track, channel
}

extension CountedCase {
    /// What it is under a cut; empty where it has none.
    func value(_ cut: CaseCut) -> String {
        switch cut {
        case .agency: agency.map { "\($0)" } ?? ""
        case .field: field ?? ""
        case .track: track
        case .channel: channel
        }
    }
}
