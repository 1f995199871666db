import Foundation
import Redaction
import Testing
import Vietnamese

/// Recall and precision on letters with invented secrets. `swift test --filter RedactionMeasures` prints the tables of docs/redaction.md; with
/// `CAUNOI_REDACTION_MISSES` set, what was missed and what was wrong too.
@Suite(
    "Measures of redaction",
    .serialized,
    .enabled(if: ProcessInfo.processInfo.environment["CAUNOI_TEST_FULL"] == "1", "takes minutes: CAUNOI_TEST_FULL=1")
)
struct RedactionMeasures {
    static let redactor = Redactor()
    static let shows = ProcessInfo.processInfo.environment["CAUNOI_REDACTION_MISSES"] != nil

    static func score(_ templates: [String], _ manners: [LabelledLetter.Manner], seed: UInt64, fills: Int = 4) -> Score {
        var maker = SecretMaker(random: Lot(seed: seed))
        var score = Score()
        for _ in 0..<fills {
            for template in templates {
                for manner in manners {
                    let letter = LabelledLetter(template, manner, &maker)
                    score.add(letter, redactor.proposals(in: letter.text))
                }
            }
        }
        return score
    }

    static func show(_ title: String, _ score: Score) {
        print(score.table(title))
        guard shows else { return }
        for line in score.missed { print("MISSED", line) }
        for line in score.wrong { print("WRONG", line) }
    }

    @Test("templates the redactor was worked out on", arguments: LabelledLetter.Manner.allCases)
    func tuned(_ manner: LabelledLetter.Manner) {
        let score = Self.score(TunedTemplates.all, [manner], seed: 20_261_129)
        Self.show("worked on, \(manner.rawValue)", score)
        #expect(score.numbers.recall >= 0.97)
        #expect(score.names.recall >= (manner == .plain || manner == .small ? 0.93 : 0.85))
        #expect(score.sum { _ in true }.precision >= 0.9)
    }

    @Test("templates kept apart", arguments: LabelledLetter.Manner.allCases)
    func heldOut(_ manner: LabelledLetter.Manner) {
        let score = Self.score(HeldOutTemplates.all, [manner], seed: 77)
        Self.show("kept apart, \(manner.rawValue)", score)
        #expect(score.numbers.recall >= 0.9)
    }

    @Test(
        "real questions with their masked places filled",
        .enabled(if: RealQuestions.folder != nil, "needs the shared data set (CAUNOI_SHARED_DATA)")
    )
    func real() throws {
        var maker = SecretMaker(random: Lot(seed: 9))
        var score = Score()
        let questions = try RealQuestions.questions()
        for _ in 0..<10 {
            for question in questions {
                guard let pieces = try RealQuestions.filled(nfc(question), &maker) else { continue }
                let letter = LabelledLetter(pieces, .plain)
                score.add(letter, Self.redactor.proposals(in: letter.text))
            }
        }
        Self.show("real questions, filled", score)
        #expect(score.numbers.recall >= 0.9)
    }

    @Test(
        "real questions that name nobody: how often something is proposed",
        .enabled(if: RealQuestions.folder != nil, "needs the shared data set (CAUNOI_SHARED_DATA)")
    )
    func quiet() throws {
        var maker = SecretMaker(random: Lot(seed: 9))
        var (questions, disturbed, proposals): (Int, Int, [Proposal]) = (0, 0, [])
        for question in try RealQuestions.questions() where try RealQuestions.filled(nfc(question), &maker) == nil {
            let found = Self.redactor.proposals(in: question)
            questions += 1
            if !found.isEmpty { disturbed += 1 }
            proposals += found
        }
        print("\nreal questions that name nobody: \(questions), with a proposal \(disturbed), proposals \(proposals.count)")
        if Self.shows { for proposal in proposals { print("WRONG", proposal.kind, proposal.reason, proposal.confidence, proposal.quote) } }
        #expect(disturbed * 20 < questions)
    }
}
