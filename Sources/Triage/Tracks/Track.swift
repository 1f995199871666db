/// The way a letter goes (question, petition, complaint, …). Tracks are lines of `Words/tracks.txt`, not cases of an enumeration.
public struct Track: Hashable, Sendable {
    /// Lower-case ASCII: "rule-petition".
    public let code: String
    /// Complaints and denunciations are led to where the law wants them and never become public cases.
    public let isRoutedOut: Bool

    public init(code: String, isRoutedOut: Bool = false) { (self.code, self.isRoutedOut) = (code, isRoutedOut) }

    /// The key of its name in the catalogue of wording.
    public var word: String { "triage.track." + code }

    public static let all: [Track] = TrackRules.house.tracks
    public static func named(_ code: String) -> Track? { all.first { $0.code == code } }

    /// What a letter is that says nothing else.
    static let usual = "question"
}

/// Which way a letter probably goes, and why.
public struct TrackGuess: Sendable {
    /// One track with what speaks for it.
    public struct Candidate: Sendable {
        public let track: Track
        /// Added weights of phrases; from about 3 on the letter says it outright.
        public let score: Double
        /// What was found, strongest first; at most five.
        public let evidence: [Evidence]
    }

    /// A phrase of the list, found in the letter.
    public struct Evidence: Sendable, Hashable {
        /// As it stands in the list.
        public let phrase: String
        /// The sentence of the letter it was found in, as it was written, at most 300 characters.
        public let sentence: String
        public let isInTitle: Bool
        public let weight: Double
    }

    /// Best first. Never empty: what says nothing is a question with a score of 0.
    public let candidates: [Candidate]

    public var best: Candidate { candidates[0] }

    /// From this score on a second track is a part of its own.
    static let part = 3.0

    /// The tracks that have parts of their own in the letter; more than one where it should be split.
    public var parts: [Candidate] {
        let strong = candidates.filter { $0.score >= Self.part }
        return strong.isEmpty ? [best] : strong
    }

    /// Whether the letter holds what belongs on different tracks.
    public var isMixed: Bool { parts.count > 1 }

    /// Complaint and denunciation in it, whether they are the best guess or not: an officer looks before it becomes a case.
    public var routedOut: [Candidate] { candidates.filter { $0.track.isRoutedOut && $0.score >= 2 } }
}
