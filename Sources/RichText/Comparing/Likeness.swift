/// Finds which of the blocks or lines that differ were rewritten out of which, so that their words can be compared.
struct Likeness {
    /// What is compared: the words as a bag, and what sort of thing they are in.
    struct Subject {
        var kind: Int
        /// Numbers of words, sorted.
        let words: [Int]

        init(kind: Int, words: [Int]) {
            self.kind = kind
            self.words = words.sorted()
        }
    }

    /// Of two things of one sort at least so much must be common; of different sorts, more.
    private static let enough = 0.4
    private static let enoughAcrossKinds = 0.6
    /// Comparisons of words up to which every old thing is held against every new one.
    private static let fullCost = 20_000_000
    private static let fullPairs = 250_000
    /// Beyond: so many neighbours of its own place are looked at.
    private static let window = 8

    /// Pairs that are alike, increasing on both sides, chosen so that the likeness of all together is greatest.
    static func pairs(_ old: [Subject], _ new: [Subject]) -> [Alignment.Pair] {
        guard !old.isEmpty, !new.isEmpty else { return [] }
        let (n, m) = (old.count, new.count)
        let cost = m * old.reduce(0) { $0 + $1.words.count } + n * new.reduce(0) { $0 + $1.words.count }
        return n * m <= fullPairs && cost <= fullCost ? best(old, new) : nearest(old, new)
    }

    private static func best(_ old: [Subject], _ new: [Subject]) -> [Alignment.Pair] {
        let width = new.count + 1
        var total = [Double](repeating: 0, count: (old.count + 1) * width)
        var isPair = [Bool](repeating: false, count: total.count)
        for i in stride(from: old.count - 1, through: 0, by: -1) {
            for j in stride(from: new.count - 1, through: 0, by: -1) {
                let apart = max(total[(i + 1) * width + j], total[i * width + j + 1])
                let likeness = likeness(old[i], new[j])
                let together = likeness > 0 ? total[(i + 1) * width + j + 1] + likeness : -1
                isPair[i * width + j] = together > apart
                total[i * width + j] = max(together, apart)
            }
        }
        var pairs: [Alignment.Pair] = []
        var (i, j) = (0, 0)
        while i < old.count, j < new.count {
            if isPair[i * width + j] {
                pairs.append(Alignment.Pair(old: i, new: j))
                (i, j) = (i + 1, j + 1)
            } else if total[(i + 1) * width + j] >= total[i * width + j + 1] {
                i += 1
            } else {
                j += 1
            }
        }
        return pairs
    }

    private static func nearest(_ old: [Subject], _ new: [Subject]) -> [Alignment.Pair] {
        var pairs: [Alignment.Pair] = []
        var next = 0
        for i in old.indices {
            let middle = i * new.count / old.count
            let range = max(next, middle - window)..<max(next, min(new.count, middle + window + 1))
            let found = range.map { (index: $0, likeness: likeness(old[i], new[$0])) }.filter { $0.likeness > 0 }
            guard let best = found.max(by: { $0.likeness < $1.likeness }) else { continue }
            pairs.append(Alignment.Pair(old: i, new: best.index))
            next = best.index + 1
        }
        return pairs
    }

    static func areAlike(_ a: Subject, _ b: Subject) -> Bool { likeness(a, b) > 0 }

    /// 0 where they are not alike; else the share of common words, a little more for the same sort.
    private static func likeness(_ a: Subject, _ b: Subject) -> Double {
        let isSameKind = a.kind == b.kind
        if a.words.isEmpty, b.words.isEmpty { return isSameKind ? 0.5 : 0 }
        let size = a.words.count + b.words.count
        let enough = isSameKind ? enough : enoughAcrossKinds
        // The smaller bag bounds what can be common.
        guard Double(2 * min(a.words.count, b.words.count)) >= enough * Double(size) else { return 0 }
        var (i, j, common) = (0, 0, 0)
        while i < a.words.count, j < b.words.count {
            if a.words[i] == b.words[j] {
                (i, j, common) = (i + 1, j + 1, common + 1)
            } else if a.words[i] < b.words[j] {
                i += 1
            } else {
                j += 1
            }
        }
        let share = Double(2 * common) / Double(size)
        return share >= enough ? share + (isSameKind ? 0.1 : 0) : 0
    }
}
