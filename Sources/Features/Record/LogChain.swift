public import Notary
import PortalNetwork
import PublicRecord
import RichText
import Vietnamese
import Web

/// The log that is written, and those of this installation that ended before it.
public struct LogChain: Sendable {
    public let origin: String
    /// Oldest first.
    public let past: [PastLog]

    public init(origin: String, past: [PastLog] = []) {
        self.origin = origin
        self.past = past
    }

    /// Where it lies below each host: `log/1`.
    var path: String { Self.path(of: origin) }

    static func path(of origin: String) -> String { String(origin.drop { $0 != "/" }.dropFirst()) }

    /// Where an entry stands that stood in another log of the chain, or in this one.
    enum Place: Equatable {
        case at(Int64)
        /// It is among those that were lost when its log ended.
        case lost
    }

    /// Each log begins with one entry of its own, then has what was kept of the one before it. A log that is none of these is nobody's: then the index is taken as it is.
    func place(of index: Int64, in log: String?) -> Place {
        guard let log, let first = past.firstIndex(where: { $0.origin == log }) else { return .at(index) }
        var index = index
        for one in past[first...] {
            guard index < one.held else { return .lost }
            index += 1
        }
        return .at(index)
    }

    func continued(_ visit: Visit) -> [ContinuedView] { past.reversed().map { ContinuedView($0, visit) } }
}

/// What people are told of a log that ended.
struct ContinuedView: PageModel {
    let origin: String
    let ended: String
    let reason: String
    let size: String
    let lost: String?
    let checkpoint: String

    init(_ past: PastLog, _ visit: Visit) {
        origin = past.origin
        ended = DateTexts.long(Instant(rawValue: past.at * 1000), visit.language)
        reason = past.reason
        size = "\(past.head.size)"
        lost = past.held < past.head.size ? "\(past.head.size - past.held)" : nil
        checkpoint = "/\(LogChain.path(of: past.origin))/checkpoint"
    }

    static let shape: Shape<ContinuedView> = [
        .text("origin", \.origin), .text("ended", \.ended), .text("reason", \.reason), .text("size", \.size), .text("lost", \.lost),
        .text("checkpoint", \.checkpoint),
    ]
}
