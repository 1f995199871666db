import Store
import Synchronization
public import Vietnamese

/// What a letter says, as keyed digests that letters saying nearly the same have in common. Nothing of the words.
public struct ContentMark: Sendable, Hashable {
    let bands: [Int64]
    /// Of all of it, for the token.
    let digest: [UInt8]
}

/// Slows down the same text sent again and again, and takes every letter all the same.
///
/// Residents who send one text together are many honest people, perhaps from one hall with one address; so is a flood of one text from five hundred addresses. Neither is
/// refused. From some number an hour on, whoever sends it is shown their form again with everything in it and a token, and it goes through
/// once they have waited some seconds: a person presses once more, a machine is held to one letter in that time for each form it keeps. Counted in this node's memory.
public final class ContentLimits: Sendable {
    private struct Count {
        var number = 0
        var since: Instant
    }

    private struct Counts {
        var ofContent: [Int64: Count] = [:]
        var ofPlace: [Int: Count] = [:]
    }

    private let perHour: Int
    private let perPlace: Int
    /// Seconds that who sends it is asked to wait.
    public let seconds: Int64
    private let counts = Mutex(Counts())
    /// Marks remembered at most; beyond, the counting begins anew.
    private static let most = 400_000

    /// - Parameters:
    ///   - perHour: letters of one content from everywhere, and `perPlace` from one address, that nobody waits for.
    public init(perHour: Int = 60, perPlace: Int = 10, seconds: Int64 = 15) {
        self.perHour = perHour
        self.perPlace = perPlace
        self.seconds = seconds
    }

    /// Counts a letter that goes through.
    /// - Parameter waited: that its token is old enough.
    /// - Throws: `CaseRefusal.sameText` where who sends it must wait first.
    public func take(_ mark: ContentMark, from place: String, waited: Bool, at now: Instant) throws(CaseRefusal) {
        let goes = counts.withLock { counts in
            if counts.ofContent.count + counts.ofPlace.count > Self.most { counts = Counts() }
            let here = Self.keys(mark, place)
            // One band alone may be shared by chance: two tell of the same text.
            let isMuch = mark.bands.count { Self.number(counts.ofContent[$0], now) >= perHour } >= 2
            let isMuchHere = here.count { Self.number(counts.ofPlace[$0], now) >= perPlace } >= 2
            guard waited || !(isMuch || isMuchHere) else { return false }
            for band in mark.bands { Self.raise(&counts.ofContent[band], now) }
            for key in here { Self.raise(&counts.ofPlace[key], now) }
            return true
        }
        if !goes { throw .sameText(seconds: Int(seconds)) }
    }

    /// Takes one back that came to nothing by no fault of the sender, as `SendLimits` does.
    public func giveBack(_ mark: ContentMark, from place: String) {
        counts.withLock { counts in
            for band in mark.bands { Self.lower(&counts.ofContent[band]) }
            for key in Self.keys(mark, place) { Self.lower(&counts.ofPlace[key]) }
        }
    }

    private static func keys(_ mark: ContentMark, _ place: String) -> [Int] {
        mark.bands.map { band in
            var hasher = Hasher()
            hasher.combine(band)
            hasher.combine(place)
            return hasher.finalize()
        }
    }

    private static func lower(_ count: inout Count?) {
        if let number = count?.number, number > 0 { count?.number = number - 1 }
    }

    private static func number(_ count: Count?, _ now: Instant) -> Int {
        guard let count, abs(now.rawValue - count.since.rawValue) <= 3_600_000 else { return 0 }
        return count.number
    }

    private static func raise(_ count: inout Count?, _ now: Instant) {
        count = Count(number: number(count, now) + 1, since: number(count, now) == 0 ? now : count?.since ?? now)
    }
}

extension Casework {
    /// What a letter says, for `ContentLimits`.
    public func mark(of submission: Submission) -> ContentMark {
        let bands = likeness.likeness(title: submission.title, text: submission.text).bands
        return ContentMark(bands: bands, digest: terms.mark("content \(bands)"))
    }

    /// What the form carries while who sends it waits: when they were asked to, sealed with what they send and with the form's ticket, which is good for one letter.
    public func waitingToken(_ mark: ContentMark, _ ticket: FormTicket) -> String {
        let now = clock.now().rawValue
        return "\(now)-" + seal(now, mark, ticket)
    }

    /// Whether a token is ours, of this letter and form, and so many seconds old; not older than a form may be.
    public func hasWaited(_ token: String?, _ mark: ContentMark, _ ticket: FormTicket, seconds: Int64) -> Bool {
        guard let parts = token?.split(separator: "-"), parts.count == 2, let issued = Int64(parts[0]) else { return false }
        let age = clock.now().rawValue - issued
        guard age >= seconds * 1000, age <= FormTicket.oldest else { return false }
        let right = seal(issued, mark, ticket)
        return parts[1].utf8.count == right.utf8.count && zip(right.utf8, parts[1].utf8).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    private func seal(_ issued: Int64, _ mark: ContentMark, _ ticket: FormTicket) -> String {
        let bytes = terms.mark(bytes: Array("waited \(issued) ".utf8) + mark.digest + ticket.nonce)
        return bytes.prefix(16).map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
    }
}
