import Demo
import Testing
import Vietnamese

@Suite("What the public sent to the demo province")
struct DemoQuestionsTests {
    static let today = CivilDate(year: 2026, month: 11, day: 16)!

    @Test("answered questions are whole, in the past, and name bodies of the province")
    func answered() throws {
        let questions = DemoQuestions.answered(before: Self.today)
        #expect(questions.count == 10 && Set(questions.map(\.question)).count == 10)
        let agencies = Set(DemoNetwork.sites.map(\.agency))
        for one in questions {
            let (asked, answered) = (try #require(CivilDate(one.askedOn)), try #require(CivilDate(one.answeredOn)))
            #expect(asked < answered && answered < Self.today, "\(one.id)")
            #expect(agencies.contains(one.agency) && one.question.hasSuffix("?") && one.answer.count > 60, "\(one.id)")
        }
    }

    @Test("there are letters in every state, with an answer where they got so far")
    func letters() {
        let letters = DemoQuestions.letters
        #expect(letters.count == 20 && Set(letters.map(\.fate)) == Set(DemoQuestions.Fate.allCases))
        for letter in letters {
            #expect(letter.text.count > 40 && letter.title.count > 5 && (0...60).contains(letter.days), "\(letter.title)")
            #expect([.review, .approved, .answered].contains(letter.fate) == (letter.answer.count > 40), "\(letter.title)")
        }
    }
}
