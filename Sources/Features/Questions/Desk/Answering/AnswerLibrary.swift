public import PortalNetwork
public import Publishing
import RichText
import Store
import Triage
import Vietnamese

/// Published answers that are like a letter, for whoever answers it. The letter's words are asked of this node's index and of nothing else: they are neither
/// logged nor counted as what readers look for.
public struct AnswerLibrary: Sendable {
    let reader: Reader
    /// Published answers that hold these words, on a portal or below it.
    private let find: @Sendable (_ words: String, _ root: SiteID) async throws -> [ItemID]

    public init(reader: Reader, find: @escaping @Sendable (_ words: String, _ root: SiteID) async throws -> [ItemID]) {
        self.reader = reader
        self.find = find
    }

    struct Found: Sendable {
        let item: ItemID
        let site: SiteID
        let answer: AnsweredQuestion
    }

    /// Questions to the index for one letter, answers that are opened, answers that are offered.
    private static let most = (questions: 12, opened: 80, offered: 5)
    /// Words of a letter that are read for likeness: what it is about stands at its beginning.
    private static let read = 800
    /// An officer looks over more than a reader would.
    private static let least = 0.08

    /// The answers of a network that are most like a letter, the best first.
    func like(_ title: String, _ text: String, below root: SiteID) async throws -> [Found] {
        var votes: [ItemID: Int] = [:]
        for words in Self.questions(title, text) {
            for item in try await find(words, root) { votes[item, default: 0] += 1 }
        }
        let candidates = votes.sorted { ($1.value, $1.key) < ($0.value, $0.key) }.prefix(Self.most.opened).map(\.key)
        let found = try await reader.editions(candidates).compactMap { item in
            (item.details as? AnsweredQuestion).map { Found(item: item.id, site: item.card.site, answer: $0) }
        }
        let letter = TermProfile(title + "\n" + String(text.prefix(Self.read)))
        let profiles = found.map { TermProfile($0.answer.title + "\n" + String(PlainText.of($0.answer.question).prefix(Self.read))) }
        return SimilarQuestions.rank(letter, among: profiles, limit: Self.most.offered, least: Self.least).map { found[$0.index] }
    }

    /// One of them, where it is still public.
    func answer(_ item: ItemID, below root: SiteID, in tree: SiteTree) async throws -> AnsweredQuestion? {
        guard let found = try await reader.editions([item]).first, tree.isInside(found.card.site, root) else { return nil }
        return found.details as? AnsweredQuestion
    }

    /// What is asked of the index: the title, and pairs of words in a row from it and from the beginning of the letter.
    static func questions(_ title: String, _ text: String) -> [String] {
        func pairs(_ text: String, _ most: Int) -> [String] {
            let words = text.split { !$0.isLetter && !$0.isNumber }.prefix(40).map(String.init)
            return zip(words, words.dropFirst()).prefix(most).map { $0 + " " + $1 }
        }
        var questions = title.allSatisfy(\.isWhitespace) ? [] : [title]
        for pair in pairs(title, 8) + pairs(text, 12) where !questions.contains(pair) && questions.count < most.questions { questions.append(pair) }
        return questions
    }
}
