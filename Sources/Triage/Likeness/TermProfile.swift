import Foundation
import Vietnamese

/// The words of a text for comparing it with others: hashed words and pairs of words without marks, with how often they stand there.
/// Small enough to be kept beside a question (some hundred terms of five bytes) and made again from the text at any time.
public struct TermProfile: Hashable, Sendable, Codable {
    /// Ascending, each once.
    public let terms: [UInt32]
    /// For each term how often it stands there, 255 at most.
    public let counts: [UInt8]
    /// All counts together.
    public let length: Int

    /// Words of a text that are read.
    static let longest = 1500

    public init(_ text: String) {
        let words = ShortForms.terms(of: ReadText(text), limit: Self.longest).map(\.digest)
        let pairs = zip(words, words.dropFirst()).map { $0 &* 0x9E37_79B9_7F4A_7C15 &+ $1 }
        let all = (words + pairs).map { UInt32(truncatingIfNeeded: FieldFeatures.mixed($0) >> 32) }.sorted()
        var terms: [UInt32] = []
        var counts: [UInt8] = []
        for term in all {
            if terms.last == term {
                if let count = counts.popLast() { counts.append(count < .max ? count + 1 : count) }
            } else {
                terms.append(term)
                counts.append(1)
            }
        }
        (self.terms, self.counts, length) = (terms, counts, all.count)
    }
}

/// Ranks answered questions by how much they are like one that is being asked.
public enum SimilarQuestions {
    public struct Ranked: Hashable, Sendable {
        /// The index of the candidate.
        public let index: Int
        /// 0 … 1: what the candidate has of what the question says, rare words weighing more.
        public let likeness: Double
    }

    /// Below this nothing should be offered.
    public static let least = 0.25

    /// Okapi BM25 over words and pairs, as a share of what the question itself would reach. The weight of a word comes from the candidates: give all
    /// that a search found, some hundred, not three. Takes time in the sum of their terms.
    ///
    /// - Returns: the best, most alike first; equal ones in the order given; none below `least`.
    public static func rank(_ question: TermProfile, among candidates: [TermProfile], limit: Int = 5, least: Double = least) -> [Ranked] {
        guard !question.terms.isEmpty, !candidates.isEmpty else { return [] }
        let shared = candidates.map { common(question, $0) }
        var frequency = [Int](repeating: 0, count: question.terms.count)
        for places in shared { for (term, _) in places { frequency[term] += 1 } }
        let total = Double(candidates.count)
        let weights = frequency.map { log(1 + (total - Double($0) + 0.5) / (Double($0) + 0.5)) }
        let mean = max(1, Double(candidates.reduce(0) { $0 + $1.length }) / total)
        let most = weights.reduce(0, +) * (saturation + 1) / (1 + saturation)
        guard most > 0 else { return [] }
        let ranked = candidates.indices.map { index in
            let norm = saturation * (1 - lengthWeight + lengthWeight * Double(candidates[index].length) / mean)
            let sum = shared[index].reduce(0) { $0 + weights[$1.term] * Double($1.count) * (saturation + 1) / (Double($1.count) + norm) }
            return Ranked(index: index, likeness: min(1, sum / most))
        }
        let order = ranked.filter { $0.likeness >= least }.sorted { ($1.likeness, $0.index) < ($0.likeness, $1.index) }
        return Array(order.prefix(limit))
    }

    private static let saturation = 1.2
    private static let lengthWeight = 0.4

    /// Terms of the question (their index) that a candidate has, with its counts.
    private static func common(_ question: TermProfile, _ candidate: TermProfile) -> [(term: Int, count: UInt8)] {
        var found: [(term: Int, count: UInt8)] = []
        var (i, j) = (0, 0)
        while i < question.terms.count, j < candidate.terms.count {
            if question.terms[i] == candidate.terms[j] {
                found.append((i, candidate.counts[j]))
                i += 1
                j += 1
            } else if question.terms[i] < candidate.terms[j] {
                i += 1
            } else {
                j += 1
            }
        }
        return found
    }
}
