/// What two sequences have in common, in order: the ground of every comparison here, whether of blocks, lines or words.
///
/// Short stretches are compared exactly (Myers, as `CollectionDifference` has it). Long ones are first cut at what occurs exactly once on
/// both sides (patience), because the exact way costs time and memory with the square of what differs; what is left between two such
/// anchors and is still too long counts as replaced.
enum Alignment {
    /// Elements of both sides together up to which the exact way is taken: at most about 10 MB and some milliseconds.
    static let exactLimit = 1000
    /// How often a stretch may be cut again at anchors.
    private static let deepest = 12

    struct Pair: Equatable {
        var old: Int
        var new: Int
    }

    /// Indices of equal elements, increasing on both sides.
    static func pairs(_ old: [Int], _ new: [Int]) -> [Pair] {
        var pairs: [Pair] = []
        var stretches = [Stretch(old: 0..<old.count, new: 0..<new.count, depth: 0)]
        while let stretch = stretches.popLast() {
            var (a, b) = (stretch.old, stretch.new)
            while let i = a.first, let j = b.first, old[i] == new[j] {
                pairs.append(Pair(old: i, new: j))
                (a, b) = (a.dropFirst(), b.dropFirst())
            }
            while let i = a.last, let j = b.last, old[i] == new[j] {
                pairs.append(Pair(old: i, new: j))
                (a, b) = (a.dropLast(), b.dropLast())
            }
            guard !a.isEmpty, !b.isEmpty else { continue }
            if a.count + b.count <= exactLimit {
                exact(old[a], new[b], &pairs)
            } else if stretch.depth < deepest {
                stretches += between(anchors(old[a], new[b]), a, b, depth: stretch.depth + 1)
            }
        }
        return pairs.sorted { $0.old < $1.old }
    }

    private struct Stretch {
        var old: Range<Int>
        var new: Range<Int>
        var depth: Int
    }

    private static func exact(_ old: ArraySlice<Int>, _ new: ArraySlice<Int>, _ pairs: inout [Pair]) {
        var isRemoved = [Bool](repeating: false, count: old.count)
        var isInserted = [Bool](repeating: false, count: new.count)
        for change in Array(new).difference(from: Array(old)) {
            switch change {
            case .remove(let offset, _, _): isRemoved[offset] = true
            case .insert(let offset, _, _): isInserted[offset] = true
            }
        }
        var j = 0
        for i in isRemoved.indices where !isRemoved[i] {
            while j < isInserted.count, isInserted[j] { j += 1 }
            pairs.append(Pair(old: old.startIndex + i, new: new.startIndex + j))
            j += 1
        }
    }

    /// What occurs once on both sides, as far as it stands in the same order.
    private static func anchors(_ old: ArraySlice<Int>, _ new: ArraySlice<Int>) -> [Pair] {
        var places: [Int: (old: Int, new: Int, olds: Int, news: Int)] = [:]
        for i in old.indices {
            var place = places[old[i]] ?? (i, 0, 0, 0)
            place.olds += 1
            places[old[i]] = place
        }
        for j in new.indices {
            guard var place = places[new[j]] else { continue }
            place.new = j
            place.news += 1
            places[new[j]] = place
        }
        let unique = places.values.filter { $0.olds == 1 && $0.news == 1 }.map { Pair(old: $0.old, new: $0.new) }
        return increasing(unique.sorted { $0.old < $1.old })
    }

    /// The longest run of pairs whose new places increase as well (patience sorting).
    private static func increasing(_ pairs: [Pair]) -> [Pair] {
        var tops: [Int] = []
        var before = [Int](repeating: -1, count: pairs.count)
        for index in pairs.indices {
            var (low, high) = (0, tops.count)
            while low < high {
                let middle = (low + high) / 2
                if pairs[tops[middle]].new < pairs[index].new { low = middle + 1 } else { high = middle }
            }
            if low > 0 { before[index] = tops[low - 1] }
            if low == tops.count { tops.append(index) } else { tops[low] = index }
        }
        var chain: [Pair] = []
        var at = tops.last ?? -1
        while at >= 0 {
            chain.append(pairs[at])
            at = before[at]
        }
        return chain.reversed()
    }

    /// The stretches that anchors part, each but the first beginning with its anchor; none where there are no anchors.
    private static func between(_ anchors: [Pair], _ old: Range<Int>, _ new: Range<Int>, depth: Int) -> [Stretch] {
        guard !anchors.isEmpty else { return [] }
        var stretches: [Stretch] = []
        var (i, j) = (old.lowerBound, new.lowerBound)
        for anchor in anchors {
            stretches.append(Stretch(old: i..<anchor.old, new: j..<anchor.new, depth: depth))
            (i, j) = (anchor.old, anchor.new)
        }
        stretches.append(Stretch(old: i..<old.upperBound, new: j..<new.upperBound, depth: depth))
        return stretches
    }
}

/// Gives equal values the same small number.
struct Numbering<Value: Hashable> {
    private var numbers: [Value: Int] = [:]

    mutating func number(_ value: Value) -> Int {
        if let known = numbers[value] { return known }
        numbers[value] = numbers.count
        return numbers.count - 1
    }

    mutating func numbers(_ values: some Sequence<Value>) -> [Int] { values.map { number($0) } }
}
