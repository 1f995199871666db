import Foundation
import Triage

/// Multinomial logistic regression by stochastic gradient descent with steps that shrink for each weight (AdaGrad).
struct Regression {
    private let samples: [Sample]
    private let fields: Int
    /// The buckets that two samples have, ascending; a row of weights for each, then one for the biases.
    private let buckets: [UInt32]
    private let counts: [Int]
    /// The rows of each sample.
    private let rows: [[Int32]]
    private let values: [[Float]]
    private var weights: [Float]
    private var squares: [Float]
    /// Which weights may be other than 0; all of them before pruning.
    private var isFree: [Bool] = []
    private var random = Random(state: Training.seed ^ 0xA5A5)

    static let epochs = 14
    static let step: Float = 0.35
    static let decay: Float = 2e-6

    init(samples: [Sample], fields: Int) {
        (self.samples, self.fields) = (samples, fields)
        let sorted = samples.flatMap(\.buckets).sorted()
        var buckets: [UInt32] = []
        var counts: [Int] = []
        var start = 0
        for index in sorted.indices where index + 1 == sorted.count || sorted[index + 1] != sorted[index] {
            if index - start + 1 >= 2 {
                buckets.append(sorted[index])
                counts.append(index - start + 1)
            }
            start = index + 1
        }
        (self.buckets, self.counts) = (buckets, counts)
        var row = [Int32](repeating: -1, count: 1 << FieldFeatures.bits)
        for (index, bucket) in buckets.enumerated() { row[Int(bucket)] = Int32(index) }
        rows = samples.map { $0.buckets.map { row[Int($0)] }.filter { $0 >= 0 } + [Int32(buckets.count)] }
        values = samples.map { sample in zip(sample.buckets, sample.values).filter { row[Int($0.0)] >= 0 }.map(\.1) + [1] }
        weights = [Float](repeating: 0, count: (buckets.count + 1) * fields)
        squares = [Float](repeating: 0, count: weights.count)
    }

    mutating func train(epochs: Int = Regression.epochs) {
        var order = Array(samples.indices)
        for _ in 0..<epochs {
            order.shuffle(using: &random)
            for index in order { learn(index) }
        }
    }

    private mutating func learn(_ index: Int) {
        let (sample, rows, values) = (samples[index], rows[index], values[index])
        let fields = self.fields
        let isPruned = !isFree.isEmpty
        var scores = [Float](repeating: 0, count: fields)
        weights.withUnsafeMutableBufferPointer { weights in
            squares.withUnsafeMutableBufferPointer { squares in
                scores.withUnsafeMutableBufferPointer { scores in
                    isFree.withUnsafeBufferPointer { isFree in
                        for place in rows.indices {
                            let base = Int(rows[place]) * fields
                            let value = values[place]
                            for field in 0..<fields { scores[field] += value * weights[base + field] }
                        }
                        Self.softmax(scores)
                        scores[sample.field] -= 1
                        for place in rows.indices {
                            let base = Int(rows[place]) * fields
                            let value = values[place] * sample.weight
                            for field in 0..<fields where !isPruned || isFree[base + field] {
                                let slope = scores[field] * value + Self.decay * weights[base + field]
                                squares[base + field] += slope * slope
                                weights[base + field] -= Self.step * slope / (squares[base + field] + 1e-6).squareRoot()
                            }
                        }
                    }
                }
            }
        }
    }

    private static func softmax(_ scores: UnsafeMutableBufferPointer<Float>) {
        var best = -Float.infinity
        for score in scores { best = max(best, score) }
        var sum: Float = 0
        for index in scores.indices {
            scores[index] = exp(scores[index] - best)
            sum += scores[index]
        }
        for index in scores.indices { scores[index] /= sum }
    }
}

extension Regression {
    /// The same regression with only so many weights as fit into a file, trained on with these.
    ///
    /// Adding one number to all weights of a row changes no answer, so each row is moved until its median is 0; then the smallest go.
    func pruned(to size: Int, fields codes: [FieldCode], heat: Float) -> Pruned {
        var copy = self
        for row in 0..<buckets.count {
            let range = row * fields..<(row + 1) * fields
            let median = weights[range].sorted()[fields / 2]
            for index in range { copy.weights[index] -= median }
        }
        var order: [(importance: Float, index: Int)] = []
        for index in 0..<buckets.count * fields {
            let importance = abs(copy.weights[index]) * Float(log(1 + Double(counts[index / fields])))
            if importance > 0.02 { order.append((importance, index)) }
        }
        order.sort { ($1.importance, $0.index) < ($0.importance, $1.index) }
        var isFree = [Bool](repeating: false, count: weights.count)
        var filled = [Bool](repeating: false, count: buckets.count)
        // The head of the file, the biases, and about a tenth more than two bytes a weight and three a row take.
        var bytes = codes.reduce(40) { $0 + $1.rawValue.utf8.count + 5 }
        for (_, index) in order {
            let cost = filled[index / fields] ? 2 : 4
            guard bytes + cost <= size else { break }
            bytes += cost
            filled[index / fields] = true
            isFree[index] = true
        }
        for index in buckets.count * fields..<weights.count { isFree[index] = true }
        for index in weights.indices where !isFree[index] { copy.weights[index] = 0 }
        copy.isFree = isFree
        copy.train(epochs: 4)
        return Pruned(buckets: buckets, fields: fields, weights: copy.weights, heat: heat)
    }
}

/// Weights that fit into a file, not yet in eight bits.
struct Pruned {
    let buckets: [UInt32]
    let fields: Int
    let weights: [Float]
    /// What scores are multiplied with, so that a probability is how often the answer is right.
    let heat: Float

    func model(_ codes: [FieldCode]) -> FieldModel {
        let body = weights[..<(buckets.count * fields)]
        let sizes = body.filter { $0 != 0 }.map { abs($0) }.sorted()
        // One weight in a thousand is cut, so that the others get finer steps.
        let largest = sizes.isEmpty ? 1 : sizes[min(sizes.count - 1, sizes.count * 999 / 1000)]
        let step = largest / 127
        var rows: [(bucket: UInt32, weights: [(field: UInt8, weight: Int8)])] = []
        for (row, bucket) in buckets.enumerated() {
            var told: [(field: UInt8, weight: Int8)] = []
            for field in 0..<fields {
                let weight = max(-127, min(127, (weights[row * fields + field] / step).rounded()))
                if weight != 0 { told.append((UInt8(field), Int8(weight))) }
            }
            if !told.isEmpty { rows.append((bucket, told)) }
        }
        return FieldModel(fields: codes, scale: step * heat, biases: weights[(buckets.count * fields)...].map { $0 * heat }, weights: rows)
    }

    /// The factor that makes the answers to samples as sure as they are right: the least logarithmic loss of a few steps between 0.5 and 4.
    func heat(_ samples: [Sample]) -> Float {
        let model = Pruned(buckets: buckets, fields: fields, weights: weights, heat: 1).model(Field.all.map(\.code))
        let scored = samples.map { (scores: model.scores(buckets: $0.buckets, values: $0.values), field: $0.field) }
        func loss(_ heat: Double) -> Double {
            scored.reduce(0) { sum, one in
                let best = Double(one.scores.max() ?? 0)
                let total = one.scores.reduce(0) { $0 + exp(heat * (Double($1) - best)) }
                return sum + log(total) - heat * (Double(one.scores[one.field]) - best)
            }
        }
        let steps = stride(from: 0.5, through: 4, by: 0.1).map { (heat: $0, loss: loss($0)) }
        return Float(steps.min { $0.loss < $1.loss }?.heat ?? 1)
    }
}
