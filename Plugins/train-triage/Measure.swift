import Foundation
import Triage
import Vietnamese

/// How often the right field is the first, or among the first three.
struct Measure {
    let count: Int
    let first: Double
    let three: Double
    /// The mean over fields, so that large ones do not hide small ones.
    let macroFirst: Double
    let macroThree: Double

    init(_ items: [(title: String, text: String, field: FieldCode)], _ classifier: FieldClassifier) {
        var byField: [FieldCode: (count: Int, first: Int, three: Int)] = [:]
        for item in items {
            let guesses = classifier.guess(title: item.title, text: item.text, limit: 3).map(\.field)
            var row = byField[item.field] ?? (0, 0, 0)
            row.count += 1
            if guesses.first == item.field { row.first += 1 }
            if guesses.contains(item.field) { row.three += 1 }
            byField[item.field] = row
        }
        count = items.count
        let rows = byField.values
        func share(_ of: ((count: Int, first: Int, three: Int)) -> Int) -> (Double, Double) {
            let total = Double(rows.map(of).reduce(0, +)) / Double(max(1, items.count))
            return (total, rows.map { Double(of($0)) / Double($0.count) }.reduce(0, +) / Double(max(1, rows.count)))
        }
        (first, macroFirst) = share { $0.first }
        (three, macroThree) = share { $0.three }
    }

    /// Every set that measures, with and without marks, a line each.
    static func sets(_ corpus: Corpus, kept: [Labelled]) -> [(name: String, items: [(title: String, text: String, field: FieldCode)])] {
        let short = kept.map { (title: $0.title, text: "", field: $0.field) }
        let long = kept.map { (title: $0.title, text: String($0.text.prefix(2000)), field: $0.field) }
        let body = kept.map { (title: "", text: String($0.text.prefix(2000)), field: $0.field) }
        let asked = corpus.service.map { (title: $0.title, text: $0.text, field: $0.field) }
        func plain(_ items: [(title: String, text: String, field: FieldCode)]) -> [(title: String, text: String, field: FieldCode)] {
            items.map { (fold($0.title), fold($0.text), $0.field) }
        }
        return [
            ("procedures, title", short), ("procedures, title, no marks", plain(short)), ("procedures, title and text", long),
            ("procedures, title and text, no marks", plain(long)), ("procedures, text alone", body), ("questions to offices", asked),
            ("questions to offices, no marks", plain(asked)), ("invented letters", corpus.keptLetters.map { ("", $0.text, $0.field) }),
        ]
    }

    static func table(_ corpus: Corpus, _ classifier: FieldClassifier) -> String {
        let rows = sets(corpus, kept: corpus.kept).map { Measure($0.items, classifier).row($0.name) }
        return (["| set | n | top-1 | top-3 | macro top-1 | macro top-3 |", "| --- | ---: | ---: | ---: | ---: | ---: |"] + rows).joined(
            separator: "\n"
        )
    }

    func row(_ name: String) -> String {
        func percent(_ share: Double) -> String { "\((share * 1000).rounded() / 10)" }
        return "| \(name) | \(count) | \(percent(first)) | \(percent(three)) | \(percent(macroFirst)) | \(percent(macroThree)) |"
    }

    /// Every group kept out once: five trainings, the answers of all five together.
    static func folds(_ corpus: Corpus) -> String {
        var lines = ["| fold | n | top-1 | top-3 | macro top-1 | macro top-3 |", "| --- | ---: | ---: | ---: | ---: | ---: |"]
        for fold in 0..<5 {
            let model = Training(corpus: corpus).model(without: { $0.group % 5 == UInt64(fold) })
            let kept = corpus.procedures.filter { $0.group % 5 == UInt64(fold) }
            lines.append(Measure(kept.map { ($0.title, "", $0.field) }, FieldClassifier(model)).row("\(fold), title"))
        }
        return lines.joined(separator: "\n")
    }
}
