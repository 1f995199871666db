import Rules
import Vietnamese

/// A time during which the clock of a letter stood still, as a part that was taken out of it keeps it: who asked was waited for with the part, too.
struct CasePause: Hashable, Sendable {
    let from: Instant
    let until: Instant

    /// `1794794400000-1794880800000,…`, for the detail of an event.
    static func text(_ pauses: [CasePause]) -> String { pauses.map { "\($0.from.rawValue)-\($0.until.rawValue)" }.joined(separator: ",") }

    static func read(_ text: String) -> [CasePause] {
        text.split(separator: ",").compactMap { one in
            let ends = one.split(separator: "-").compactMap { Int64($0) }
            return ends.count == 2 ? CasePause(from: Instant(rawValue: ends[0]), until: Instant(rawValue: ends[1])) : nil
        }
    }

    var events: [ClockEvent] { [.suspended(at: from, reason: CaseTimes.Reason.moreInformation), .resumed(at: until)] }
}

extension CaseTimes {
    /// When the clock of a case stood still until now. A pause that still runs ends here: a part is worked on from the moment it is one.
    func pauses(of file: CaseFile, _ events: [CaseEvent], until now: Instant, _ tracks: TrackTable) -> [CasePause] {
        var pauses: [CasePause] = []
        var began: Instant?
        for event in request(file, events, tracks)?.events ?? [] {
            switch event {
            case .suspended(let at, _): began = at
            case .resumed(let at):
                if let from = began { pauses.append(CasePause(from: from, until: at)) }
                began = nil
            case .extended, .restarted: continue
            }
        }
        if let from = began { pauses.append(CasePause(from: from, until: now)) }
        return pauses
    }
}
