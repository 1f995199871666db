import Foundation
import Proofing
import Testing

/// Every finding can be said, in every language, with the values that it has.
@Suite("Wording of proofing")
struct WordingTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Sources/Web/Words/proofing")

    @Test("catalogues", arguments: ["vi", "en", "zh"])
    func catalogues(language: String) throws {
        let data = try Data(contentsOf: Self.folder.appending(path: "\(language).json"))
        let words = try #require(try JSONSerialization.jsonObject(with: data) as? [String: String])
        for kind in ProofFinding.Kind.allCases { #expect(words["proofing.\(kind.rawValue)"] != nil, "\(kind.rawValue)") }
        for severity in ProofFinding.Severity.allCases { #expect(words["proofing.severity.\(severity.rawValue)"] != nil) }
        for grade in Readability.Grade.allCases { #expect(words["proofing.grade.\(grade.rawValue)"] != nil) }
    }

    @Test func findingsHaveTheValuesOfTheirSentences() throws {
        let data = try Data(contentsOf: Self.folder.appending(path: "vi.json"))
        let words = try #require(try JSONSerialization.jsonObject(with: data) as? [String: String])
        let texts =
            SpellingTests.textCases.map(\.text) + SpellingTests.dateCases.map(\.text) + NameTests.unitCases.map(\.text)
            + NameTests.peopleCases.map(\.text)
        let reports =
            texts.map { Proofs.report($0) } + AccessTests.blockCases.map { Proofs.report($0.block) }
            + SpellingTests.toneCases.map { Proofs.report($0.text, style: $0.style) }
        for finding in reports.flatMap(\.findings) {
            let sentence = try #require(words[finding.key])
            for match in sentence.matches(of: /\{([a-z]+)\}/) {
                #expect(finding.values[String(match.output.1)]?.isEmpty == false, "\(finding.key) says \(match.output.0)")
            }
        }
    }
}
