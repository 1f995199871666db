import Foundation
import Testing

@testable import Triage

@Suite("Fields")
struct FieldTests {
    @Test func codesAreStableAndNamesAreThree() {
        #expect((40...50).contains(Field.all.count))
        #expect(Set(Field.all.map(\.code)).count == Field.all.count)
        for field in Field.all {
            #expect(field.code.rawValue.allSatisfy { $0.isASCII && ($0.isLowercase || $0 == "-") })
            #expect(!field.about.isEmpty && Set([field.vietnamese, field.english, field.chinese]).count == 3, "\(field.code)")
        }
        #expect(Field.named("land")?.vietnamese == "Đất đai")
        #expect(Field.named("magic") == nil)
    }

    static func catalogue(_ language: String) throws -> [String: String] {
        let file = SharedData.root.appending(path: "Sources/Web/Words/triage/\(language).json")
        return try JSONDecoder().decode([String: String].self, from: Data(contentsOf: file))
    }

    @Test("every key has its sentence in three languages, with the same holes")
    func words() throws {
        let names = ["vi": \Field.vietnamese, "en": \Field.english, "zh": \Field.chinese]
        let vietnamese = try Self.catalogue("vi")
        for (language, name) in names {
            let words = try Self.catalogue(language)
            #expect(Set(words.keys) == Set(vietnamese.keys))
            for field in Field.all { #expect(words[field.code.word] == field[keyPath: name], "\(field.code) \(language)") }
            for (key, text) in words {
                let holes = Set(text.matches(of: /\{[a-z]+\}/).map { String($0.output) })
                #expect(holes == Set((vietnamese[key] ?? "").matches(of: /\{[a-z]+\}/).map { String($0.output) }), "\(key) \(language)")
            }
        }
        for track in Track.all { #expect(vietnamese[track.word] != nil, "\(track.code)") }
        for kind in CompetenceFinding.Kind.allCases { #expect(vietnamese["triage.table.\(kind.rawValue)"] != nil, "\(kind)") }
        for problem in CompetenceTable.LineError.Problem.allCases { #expect(vietnamese["triage.csv.\(problem.rawValue)"] != nil, "\(problem)") }
        for key in ["any", "open", "nation", "remark.unclear", "remark.part", "remark.routed-out", "reason.table", "reason.field"] {
            #expect(vietnamese["triage." + key] != nil, "\(key)")
        }
    }
}
