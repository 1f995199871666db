import Foundation
import Testing
import Triage
import Vietnamese

@testable import train_triage

/// What the committed weights reach on records they were not trained on (docs/triage.md has the table).
@Suite("Accuracy", .enabled(if: ProcessInfo.processInfo.environment["CAUNOI_TEST_FULL"] == "1", "takes minutes: CAUNOI_TEST_FULL=1"))
struct AccuracyTests {
    @Test(.enabled(if: SharedData.folder != nil, "needs the shared data set (CAUNOI_SHARED_DATA)"), .timeLimit(.minutes(10)))
    func keptOutRecords() throws {
        try SharedData.withMaterial { material in
            let corpus = try Corpus(material: material, data: SharedData.root.appending(path: "Plugins/train-triage/Data"))
            #expect(corpus.procedures.count > 2500 && corpus.kept.count > 400)
            print(Measure.table(corpus, .house))
            let sets = Dictionary(uniqueKeysWithValues: Measure.sets(corpus, kept: corpus.kept).map { ($0.name, Measure($0.items, .house)) })
            let title = try #require(sets["procedures, title"])
            #expect(title.first > 0.8 && title.three > 0.9)
            let plain = try #require(sets["procedures, title, no marks"])
            #expect(plain.first == title.first && plain.three == title.three)
            let asked = try #require(sets["questions to offices"])
            #expect(asked.first > 0.6 && asked.three > 0.75)
        }
    }

    @Test func lettersFindTheirField() throws {
        let letters = try LabelledLetter.read("kept")
        let measure = Measure(letters.map { ("", $0.text, FieldCode(rawValue: $0.field)) }, .house)
        print(measure.row("invented letters"))
        #expect(measure.first > 0.6 && measure.three > 0.75)
    }

    @Test("answers are found by their questions", .enabled(if: SharedData.folder != nil, "needs the shared data set (CAUNOI_SHARED_DATA)"))
    func similarQuestions() throws {
        struct Pair: Decodable {
            let question: String
            let answer: String
        }
        try SharedData.withMaterial { material in
            let lines = try Data(contentsOf: material.appending(path: "legal_portals.jsonl")).split(separator: 0x0A)
            let pairs = try lines.map { try JSONDecoder().decode(Pair.self, from: $0) }
            let questions = pairs.map { TermProfile($0.question) }
            let answers = pairs.map { TermProfile($0.answer) }
            var (half, first, five, count) = (0, 0, 0, 0)
            for index in stride(from: 0, to: pairs.count, by: 17) {
                count += 1
                // Every second word left out, without marks: what a person in a hurry types.
                let words = fold(pairs[index].question).split(separator: " ").enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element)
                let typed = SimilarQuestions.rank(TermProfile(words.joined(separator: " ")), among: questions, least: 0)
                if typed.first?.index == index { half += 1 }
                let ranked = SimilarQuestions.rank(questions[index], among: answers, least: 0)
                if ranked.first?.index == index { first += 1 }
                if ranked.contains(where: { $0.index == index }) { five += 1 }
            }
            print("half a question finds it among \(pairs.count): \(half)/\(count); a question finds its answer: first \(first), first five \(five)")
            #expect(half * 10 >= count * 7 && five * 10 >= count * 6)
        }
    }

    @Test func nearTwinsStayTogether() {
        let titles = [
            ("1", "Cấp lại thẻ bảo hiểm y tế (thực hiện tại cấp tỉnh)"), ("2", "Cấp lại thẻ bảo hiểm y tế (thực hiện tại cấp trung ương)"),
            ("3", "Đăng ký khai sinh"), ("4", "CAP LAI THE BAO HIEM Y TE"), ("5", "Đăng ký kết hôn có yếu tố nước ngoài"),
        ]
        let groups = NearTwins.groups(titles)
        #expect(groups[0] == groups[1] && groups[0] == groups[3] && Set(groups).count == 3)
        #expect(NearTwins.groups(titles.reversed()).reversed() == groups)
    }

    @Test func trainingIsTheSameEveryTime() {
        let samples = (0..<40).map { index in
            Sample(buckets: [UInt32(index % 4), UInt32(10 + index % 3)], values: [0.8, 0.6], field: index % 4 / 2, weight: 1)
        }
        func bytes() -> [UInt8] {
            var regression = Regression(samples: samples, fields: 2)
            regression.train()
            return regression.pruned(to: 1000, fields: ["land", "tax"], heat: 1).model(["land", "tax"]).bytes
        }
        #expect(bytes() == bytes())
        let scores = (try? FieldModel(bytes()))?.scores(buckets: [0], values: [1]) ?? []
        #expect(scores.count == 2 && scores[0] > scores[1])
    }
}
