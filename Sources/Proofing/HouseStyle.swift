public import Vietnamese

/// How a portal wants its texts.
public struct HouseStyle: Sendable {
    /// "hòa, thủy" or "hoà, thuỷ"; nil: either, but one of them in one text.
    public var tones: TonePlacement?
    /// Words (written syllables) in a sentence from which it is called long.
    public var longSentence: Int
    /// Words in a paragraph from which it is called long.
    public var longParagraph: Int
    /// Characters of a picture's text from which a caption serves better.
    public var longPictureText: Int
    /// What the portal does not want to hear of.
    public var ignored: Set<ProofFinding.Kind>

    public init(
        tones: TonePlacement? = nil,
        longSentence: Int = 60,
        longParagraph: Int = 200,
        longPictureText: Int = 250,
        ignored: Set<ProofFinding.Kind> = []
    ) {
        self.tones = tones
        self.longSentence = longSentence
        self.longParagraph = longParagraph
        self.longPictureText = longPictureText
        self.ignored = ignored
    }
}
