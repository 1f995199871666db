import Foundation
import Redaction
import Testing

/// Every proposal can be explained, in every language.
@Suite("Wording of redaction")
struct WordingTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Sources/Web/Words/redaction")

    @Test("catalogues", arguments: EditionLanguage.allCases)
    func catalogues(_ language: EditionLanguage) throws {
        let data = try Data(contentsOf: Self.folder.appending(path: "\(language.rawValue).json"))
        let words = try #require(try JSONSerialization.jsonObject(with: data) as? [String: String])
        let keys = SecretKind.allCases.map(\.key) + Confidence.allCases.map(\.key) + Reason.allCases.map(\.key)
        for key in keys { #expect(words[key]?.isEmpty == false, "\(key)") }
        #expect(Set(words.keys) == Set(keys))
    }
}
