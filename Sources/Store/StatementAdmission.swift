import Synchronization

/// Which of the texts that vary with the data (a list of 200 portals, a step for each of them) are kept prepared all the same: those that come again and again,
/// as screens ask for the same portals, within a bound on all of them together. Reading such a text takes an engine longer than answering it.
public final class StatementAdmission: Sendable {
    private struct Seen {
        var counts: [String: Int] = [:]
        var admitted: Set<String> = []
        var bytes = 0
    }

    /// Seen so often, a text is admitted.
    static let often = 3
    /// Texts that are counted at a time; beyond, counting begins anew.
    static let watched = 500
    /// The longest text that is looked at, in bytes of UTF-8: a list of some 300 portals several times over.
    static let longest = 16 << 10
    /// Bytes of all admitted texts; a prepared statement takes some thirty times its text, on every connection.
    static let bound = 256 << 10

    /// The one of this process, whatever stores it has open.
    public static let shared = StatementAdmission()

    private let seen = Mutex(Seen())

    init() {}

    /// Whether a text is to be kept prepared; asking counts as seeing it.
    public func admits(_ text: String) -> Bool {
        let size = text.utf8.count
        guard size <= Self.longest else { return false }
        return seen.withLock { seen in
            if seen.admitted.contains(text) { return true }
            guard seen.bytes + size <= Self.bound else { return false }
            if seen.counts.count >= Self.watched { seen.counts = [:] }
            let count = seen.counts[text, default: 0] + 1
            guard count >= Self.often else {
                seen.counts[text] = count
                return false
            }
            seen.counts[text] = nil
            seen.admitted.insert(text)
            seen.bytes += size
            return true
        }
    }
}
