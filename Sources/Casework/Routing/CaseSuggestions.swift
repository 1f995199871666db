public import PortalNetwork
public import Triage

/// What the program makes of an opened letter: whose it may be, which way it may go, and why. A person decides; nothing here was done.
public struct CaseSuggestions: Sendable {
    /// An agency that exists today and may be competent.
    public struct Competent: Sendable {
        public let agency: Agency
        /// Fields that led to it, the likeliest first.
        public let fields: [FieldCode]
        /// With words of the letter in them: for the screen of who opened it, and nowhere else.
        public let reasons: [Reason]
        /// What the agency of the table was called in whose place it stands; nil where the table names it itself.
        public let succeeds: String?
        /// The act that the decisive row of the table names; empty where the sender's choice alone speaks for it.
        public let basis: String
    }

    /// Another track than the one it came in on.
    public struct Way: Sendable {
        public let track: String
        /// A sentence of the letter that says so.
        public let sentence: String
    }

    /// Best first.
    public var competent: [Competent] = []
    /// Fields it may belong to, best first.
    public var fields: [FieldCode] = []
    /// The track that it looks like; nil where that is its own.
    public var track: Way?
    /// Complaint and denunciation in it: the code of the guidance, and the sentence.
    public var routedOut: [Way] = []
    /// Parts that belong on different tracks, each with its sentences.
    public var parts: [(track: String, sentences: [String])] = []
    /// Nothing can be told from it.
    public var isUnclear = false

    public var isMixed: Bool { parts.count > 1 }
    public init() {}
}
