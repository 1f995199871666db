public import Vietnamese

/// Reads a manuscript and says what its writer should look at: spelling, names, dates, access for everyone, ease of reading.
///
/// A value without state: made once for a portal, it reads any number of texts at the same time. Reading takes time in proportion to the
/// text and is bounded: of one kind at most so many findings are kept, and text beyond `longestText` is not looked at.
public struct Proofreader: Sendable {
    /// Findings of one kind that are kept; `ProofReport.counts` counts all.
    public static let mostOfAKind = 20
    /// Bytes of text that are read.
    public static let longestText = 2_000_000

    private let names: NameRegister
    private let people: PeopleRegister
    private let style: HouseStyle
    private let lists: WordLists
    private let places: PlaceWords
    private let titles: Titles
    private let structure: StructureWords
    private let dates: DateCheck

    public init(names: NameRegister = .empty, people: PeopleRegister = .empty, style: HouseStyle = HouseStyle()) {
        (self.names, self.people, self.style) = (names, people, style)
        lists = .house
        places = PlaceWords(lists)
        titles = Titles(lists)
        structure = StructureWords(lists)
        dates = DateCheck(lists)
    }

    /// - Parameter date: the day for which the text is written; names and offices are held against those of that day.
    public func read(_ manuscript: Manuscript, on date: CivilDate) -> ProofReport {
        var walk = StructureWalk(style, structure)
        walk.walk(manuscript)
        var findings = walk.findings
        var syllables = SyllableCheck(lists, names, style)
        var punctuation = PunctuationCheck(lists)
        var placeCheck = PlaceCheck(names, places, date)
        let peopleCheck = PeopleCheck(people, titles, date)
        var readability = ReadabilityCount(lists.set("plain"), style)
        for passage in walk.passages {
            let tokens = Token.tokens(of: passage)
            guard LetterCheck.read(passage, tokens, &findings) else { continue }
            syllables.read(passage, tokens, &findings)
            punctuation.read(passage, tokens, &findings)
            dates.read(passage, tokens, &findings)
            placeCheck.read(passage, tokens, &findings)
            peopleCheck.read(passage, tokens, &findings)
            readability.read(tokens, passage, &findings)
        }
        syllables.finish(&findings)
        punctuation.finish(&findings)
        findings.drop(style.ignored)
        return findings.report(readability.result, isCut: walk.isCut)
    }
}
