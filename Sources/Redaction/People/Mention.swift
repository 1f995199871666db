/// A place where somebody is named, before it is known who else is.
struct Mention {
    let passage: Int
    let words: Range<Int>
    let isFull: Bool
    var confidence: Confidence
    var reason: Reason
    /// Named in an office, and by what the sentence says of them.
    let isOffice: Bool
    let isAccused: Bool
    /// Says of themselves who they are: an office does not matter.
    let isSelf: Bool
    /// Folded digests of the syllables, and the letters they begin with.
    let syllables: [UInt64]
    let letters: [String]
    let hasMarks: Bool
}
