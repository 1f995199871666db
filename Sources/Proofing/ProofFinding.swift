/// Something in a text that its writer should look at.
public struct ProofFinding: Sendable, Hashable {
    public enum Severity: String, Sendable, Hashable, CaseIterable, Comparable {
        /// Good to know; often right as it is.
        case note
        /// Probably wrong.
        case warning
        /// Surely wrong, or shut to some readers.
        case error

        public static func < (a: Severity, b: Severity) -> Bool { rank(a) < rank(b) }
        private static func rank(_ severity: Severity) -> Int { allCases.firstIndex(of: severity) ?? 0 }
    }

    /// What was found. The raw value is its key in the catalogue, below `proofing.`.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        // Names of administrative units. Values: `name`; `suggestion`; `new`, `date` where a unit is no more.
        case unitUnknown = "unit-unknown", unitKind = "unit-kind", unitOld = "unit-old", unitAbolished = "unit-abolished"
        // People. Values: `name`, `title`, `known`.
        case titleMisspelt = "title-misspelt", leaderName = "leader-name", leaderTitle = "leader-title"
        // Values: `name`, `title`, `date`: who has left an office and is called by it as if it were the present one.
        case leaderFormer = "leader-former"
        // Spelling. Values: `word`, `suggestion`; `count`.
        case toneStyle = "tone-style", toneMixed = "tone-mixed", impossibleSyllable = "impossible-syllable", notComposed = "not-composed"
        case foreignLetters = "foreign-letters", doubledWord = "doubled-word", doubledSpace = "doubled-space"
        case spaceMissing = "space-missing", spaceBefore = "space-before", quotesMixed = "quotes-mixed", quoteOpen = "quote-open", dashes
        case capitals
        // Dates. Values: `date`; `written`, `weekday`.
        case dateImpossible = "date-impossible", weekdayWrong = "weekday-wrong"
        // Access for everyone.
        case pictureWithoutText = "picture-without-text", pictureTextIsName = "picture-text-is-name", pictureTextIsCaption = "picture-text-is-caption"
        case pictureTextLong = "picture-text-long"
        case headingJump = "heading-jump", headingEmpty = "heading-empty", linkVague = "link-vague", linkBare = "link-bare", linkEmpty = "link-empty"
        case tableWithoutHeaders = "table-without-headers"
        // Ease of reading. Values: `count`, `limit`.
        case paragraphLong = "paragraph-long", sentenceLong = "sentence-long"

        public var severity: Severity {
            switch self {
            case .dateImpossible, .foreignLetters, .pictureWithoutText, .linkEmpty: .error
            case .unitOld, .unitAbolished, .toneMixed, .toneStyle, .doubledSpace, .quotesMixed, .dashes, .capitals, .paragraphLong, .sentenceLong,
                .pictureTextIsCaption, .pictureTextLong, .notComposed:
                .note
            case .unitUnknown, .unitKind, .titleMisspelt, .leaderName, .leaderTitle, .leaderFormer, .impossibleSyllable, .doubledWord, .spaceMissing,
                .spaceBefore,
                .quoteOpen, .weekdayWrong, .pictureTextIsName, .headingJump, .headingEmpty, .linkVague, .linkBare, .tableWithoutHeaders:
                .warning
            }
        }
    }

    public let kind: Kind
    public let severity: Severity
    /// For the sentence of the catalogue.
    public let values: [String: String]
    public let place: Place
    /// The text concerned, at most 200 characters.
    public let quote: String
    /// What could stand in its place, the best first; put into `place.range` it is the whole mend.
    public let suggestions: [String]

    /// The catalogue's key.
    public var key: String { "proofing." + kind.rawValue }

    /// Where it stands.
    public struct Place: Sendable, Hashable {
        /// The field of the item.
        public let field: String
        /// In a body: the JSON Pointer (RFC 6901) of the member that holds the text ("/blocks/3/text", "/blocks/4/items/0/1/text",
        /// "/blocks/5/rows/1/0/text", "/blocks/6/alt"), or of the block where no text is meant. In a plain field: "".
        public let path: String
        /// In the text of that member, all its runs and links joined, a line break counting as one; in UTF-16 code units, as editors in
        /// browsers count. Nil: the whole.
        public let range: Range<Int>?
    }
}
