import Foundation
import Triage
import Vietnamese

/// From labelled texts to weights: the views of each text that are trained on, logistic regression, pruning, eight bits.
///
/// The same material gives the same bytes: the order is that of a seeded generator, and nothing goes through a set or a dictionary's order.
struct Training {
    let corpus: Corpus
    static let seed: UInt64 = 2026
    /// The file has fewer bytes than this.
    static let size = 250_000
    /// What a title in the wrappings of a letter weighs, as a share of the bare one.
    static let wrappedShare: Float = 0.7

    func model(without isLeftOut: (Labelled) -> Bool) -> FieldModel {
        let fields = Field.all.map(\.code)
        let groups = corpus.procedures.filter { !isLeftOut($0) }
        let samples = samples(of: groups, fields)
        // How sure the answers are is measured on a fifth that another run has not seen.
        let inner = groups.filter { $0.group / 5 % 5 != 0 }
        var calibrated = Regression(samples: self.samples(of: inner, fields), fields: fields.count)
        calibrated.train()
        let outer = groups.filter { $0.group / 5 % 5 == 0 }.map { sample($0.title, "", fields.firstIndex(of: $0.field) ?? 0, 1) }
        let temperature = calibrated.pruned(to: Self.size, fields: fields, heat: 1).heat(outer)

        var regression = Regression(samples: samples, fields: fields.count)
        regression.train()
        return regression.pruned(to: Self.size, fields: fields, heat: temperature).model(fields)
    }

    private func samples(of procedures: [Labelled], _ fields: [FieldCode]) -> [Sample] {
        var random = Random(state: Self.seed)
        var samples: [Sample] = []
        func add(_ items: [Labelled], title: Float, window: Float, windows: Int, length: Int, most: Int) {
            var counts = [Int](repeating: 0, count: fields.count)
            for item in items {
                guard let field = fields.firstIndex(of: item.field), counts[field] < most else { continue }
                counts[field] += 1
                samples.append(sample(item.title, "", field, title))
                samples.append(sample("", wrapped(item.title, &random), field, title * Self.wrappedShare))
                guard !item.text.isEmpty, windows > 0 else { continue }
                let words = item.text.split(whereSeparator: \.isWhitespace)
                for index in 0..<windows {
                    let start = words.count > length ? Int(random.next() % UInt64(words.count - length)) : 0
                    let text = words[start..<min(words.count, start + length)].joined(separator: " ")
                    samples.append(sample(index == 0 ? item.title : "", text, field, window))
                }
            }
        }
        add(procedures, title: 1, window: 0.3, windows: 2, length: 90, most: .max)
        add(corpus.laws, title: 0.4, window: 0.15, windows: 3, length: 60, most: 60)
        add(corpus.questions, title: 0.6, window: 0.3, windows: 1, length: 60, most: 120)
        add(corpus.seeds, title: 2, window: 0, windows: 0, length: 0, most: .max)
        for letter in corpus.letters {
            guard let field = fields.firstIndex(of: letter.field) else { continue }
            samples.append(sample("", letter.text, field, 2))
        }
        for (index, field) in Field.all.enumerated() { samples.append(sample(field.vietnamese, field.about, index, 3)) }
        // Small fields weigh more than their share.
        var totals = [Float](repeating: 0, count: fields.count)
        for sample in samples { totals[sample.field] += sample.weight }
        let mean = totals.reduce(0, +) / Float(fields.count)
        for index in samples.indices { samples[index].weight *= (mean / totals[samples[index].field]).squareRoot() }
        return samples
    }

    /// A title as the middle of a letter: something before it, something behind it, or both.
    private func wrapped(_ title: String, _ random: inout Random) -> String {
        let choice = random.next() % 3
        let before = corpus.wrappings.before[Int(random.next() % UInt64(max(1, corpus.wrappings.before.count)))]
        let behind = corpus.wrappings.behind[Int(random.next() % UInt64(max(1, corpus.wrappings.behind.count)))]
        return (choice == 0 ? "" : before + " ") + title + (choice == 1 ? "" : " " + behind)
    }

    private func sample(_ title: String, _ text: String, _ field: Int, _ weight: Float) -> Sample {
        let features = FieldFeatures(title: title, text: text).features
        return Sample(buckets: features.map(\.bucket), values: features.map(\.value), field: field, weight: weight)
    }
}

/// One view of a labelled text.
struct Sample {
    let buckets: [UInt32]
    let values: [Float]
    let field: Int
    var weight: Float
}

/// SplitMix64.
struct Random: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
