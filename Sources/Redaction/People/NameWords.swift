/// Syllables of names.
struct NameWords: Sendable {
    let surnames: PhraseTable
    let common: PhraseTable
    let plain: PhraseTable
    let middles: PhraseTable
    let givens: PhraseTable
    let clear: PhraseTable
    /// Family names of two syllables.
    let double: PhraseTable
    /// "văn" and "thị", which stand in half of all names.
    let usual: PhraseTable

    init(_ lists: WordLists) {
        func table(_ section: String) -> PhraseTable { PhraseTable(lists.list(section)) }
        surnames = table("surnames")
        common = table("common-surnames")
        plain = table("plain-surnames")
        middles = table("middles")
        givens = table("givens")
        clear = table("clear-givens")
        double = table("two-syllable-surnames")
        usual = PhraseTable(["văn", "thị"])
    }

    func isPart(_ index: Int, _ passage: Passage) -> Bool { middles.hasName(index, in: passage) || givens.hasName(index, in: passage) }
}

/// How a name is announced, which says how much of a name it must look like.
enum Announcement: Equatable {
    /// "tôi tên là"
    case introduced
    /// "tôi là", which more than names follow
    case said
    /// "ông", "con trai"
    case addressed
    /// "cán bộ"
    case staff
    /// by nothing
    case alone
}

/// A name that was read.
struct ReadName {
    /// The word after its last.
    let end: Int
    /// It has a family name and at least one more.
    let isFull: Bool
    let confidence: Confidence
}
