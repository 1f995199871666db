import Foundation

/// A field to which a letter may belong.
public struct FieldGuess: Sendable, Hashable {
    public let field: FieldCode
    /// 0 … 1; those of all fields add up to 1.
    public let probability: Double
    /// The words of the letter that say so, as they were written, the strongest first; at most three.
    public let words: [String]
}

/// Says to which fields a letter may belong. A value without state: make it once, use it from any number of tasks.
public struct FieldClassifier: Sendable {
    private let model: FieldModel

    public init(_ model: FieldModel) { self.model = model }

    /// With the weights that were committed with the program.
    public static let house = FieldClassifier(embedded)

    /// Fewer known features than these say nothing.
    static let fewest = 3

    private static let embedded: FieldModel = {
        let none = FieldModel(fields: [], scale: 1, biases: [], weights: [])
        guard let file = EmbeddedFiles.all.first(where: { $0.path == "Static/fields.bin" }),
            let data = Data(base64Encoded: file.text.description)
        else { return none }
        return (try? FieldModel([UInt8](data))) ?? none
    }()

    /// The most probable fields, best first; none where the text says too little (empty, another language, signs).
    public func guess(title: String, text: String, limit: Int = 3) -> [FieldGuess] {
        guess(FieldFeatures(title: title, text: text), limit: limit)
    }

    public func guess(_ features: FieldFeatures, limit: Int) -> [FieldGuess] {
        let (scores, known) = model.scores(features.features)
        guard known >= Self.fewest, let best = scores.max() else { return [] }
        let powers = scores.map { exp(Double($0 - best)) }
        let sum = powers.reduce(0, +)
        let order = scores.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }
        return order.prefix(limit).map { index in
            FieldGuess(field: model.fields[index], probability: powers[index] / sum, words: words(for: index, in: features))
        }
    }

    private func words(for field: Int, in features: FieldFeatures) -> [String] {
        let told = features.features.map { (feature: $0, weight: $0.value * model.weight($0.bucket, of: field)) }.filter { $0.weight > 0 }
        let best = told.sorted { ($1.weight, $0.feature.bucket) < ($0.weight, $1.feature.bucket) }
        var covered: Set<Int32> = []
        var words: [String] = []
        for (feature, _) in best where words.count < 3 {
            guard !covered.contains(feature.first), !covered.contains(feature.last) else { continue }
            covered.formUnion([feature.first, feature.last])
            let text = features.words(of: feature)
            if text.utf8.count <= 80, !text.contains(where: \.isNewline) { words.append(text) }
        }
        return words
    }
}
