import Triage
import Vietnamese

/// Puts together what is nearly the same, so that no twin of a measured record was trained on: the same procedure stands in the list for several
/// agencies and levels ("… (cấp tỉnh)", "… (cấp trung ương)").
enum NearTwins {
    /// Titles that share so much of their pairs of words belong together; so do those that belong together with the same third.
    static let likeness = 0.6

    /// For every title the number of its group: a digest of the smallest id in it, so that it does not depend on the order.
    static func groups(_ titles: [(id: String, title: String)]) -> [UInt64] {
        let sets = titles.map { pairs(of: $0.title) }
        var parents = Array(titles.indices)
        func root(_ index: Int) -> Int {
            var index = index
            while parents[index] != index {
                parents[index] = parents[parents[index]]
                index = parents[index]
            }
            return index
        }
        let bySize = titles.indices.sorted { (sets[$0].count, $0) < (sets[$1].count, $1) }
        for (place, one) in bySize.enumerated() {
            for other in bySize[(place + 1)...] {
                guard Double(sets[one].count) >= likeness * Double(sets[other].count) else { break }
                let (a, b) = (root(one), root(other))
                if a != b, jaccard(sets[one], sets[other]) >= likeness { parents[a] = b }
            }
        }
        var smallest: [Int: String] = [:]
        for index in titles.indices { smallest[root(index)] = min(smallest[root(index)] ?? titles[index].id, titles[index].id) }
        return titles.indices.map { digest(smallest[root($0)] ?? "") }
    }

    /// Pairs of neighbouring words without marks; brackets and numbers are passed over.
    static func pairs(of title: String) -> [UInt64] {
        var depth = 0
        let plain = title.filter { character in
            if character == "(" { depth += 1 }
            if character == ")" { depth -= 1 }
            return depth == 0 && character != ")"
        }
        let pieces = TextPieces(plain)
        let words = pieces.pieces.filter { !pieces.isDigits($0) }.map(\.folded)
        return Array(Set(zip(words, words.dropFirst()).map { $0 &* 0x9E37_79B9_7F4A_7C15 &+ $1 } + words.prefix(1))).sorted()
    }

    static func jaccard(_ a: [UInt64], _ b: [UInt64]) -> Double {
        var (i, j, common) = (0, 0, 0)
        while i < a.count, j < b.count {
            if a[i] == b[j] {
                common += 1
                i += 1
                j += 1
            } else if a[i] < b[j] {
                i += 1
            } else {
                j += 1
            }
        }
        return Double(common) / Double(max(1, a.count + b.count - common))
    }

    static func digest(_ text: String) -> UInt64 {
        var digest: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text.utf8 { digest = (digest ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        return digest ^ digest >> 29
    }
}
