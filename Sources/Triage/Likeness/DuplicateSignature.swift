import Vietnamese

/// What nearly equal texts have in common, in a form that a database can look up: the same letter sent 500 times from 500 addresses, with other
/// names and numbers, is one cluster.
///
/// MinHash over pairs of neighbouring words without marks, numbers left out. Two texts that share the share J of their pairs have equal mins with
/// probability J. Letters of one cluster meet in one of the `bands`; whether they are alike is then told by `likeness(to:)`.
public struct DuplicateSignature: Hashable, Sendable, Codable {
    /// Eight keys of 64 bits. Texts with J = 0.8 have one in common with probability 0.997, with J = 0.6 0.86, with J = 0.2 0.06.
    public let bands: [UInt64]
    /// The lowest byte of 64 mins.
    public let sketch: [UInt8]

    static let bandCount = 8
    static let rows = 3
    static let mins = 64
    /// Words of a text that are read.
    static let longest = 6000
    /// From this likeness on two letters are one.
    public static let sameFrom = 0.55

    public init(title: String = "", text: String) {
        var shingles = Self.shingles(title)
        shingles += Self.shingles(text)
        var least = [UInt64](repeating: .max, count: Self.mins)
        // No words at all (signs, pictographs): the whole text is its only shingle.
        if shingles.isEmpty { shingles = [Self.digest(of: ReadText.head(of: title + "\n" + text, bytes: ReadText.bytes))] }
        for shingle in Set(shingles) {
            let mixed = FieldFeatures.mixed(shingle)
            for index in least.indices {
                let value = (mixed ^ Self.seeds[index]) &* Self.factors[index]
                if value < least[index] { least[index] = value }
            }
        }
        sketch = least.map { UInt8(truncatingIfNeeded: FieldFeatures.mixed($0)) }
        bands = (0..<Self.bandCount).map { band in
            (0..<Self.rows).reduce(UInt64(band) &+ 1) { FieldFeatures.mixed($0 &* 0x9E37_79B9_7F4A_7C15 ^ least[band * Self.rows + $1]) }
        }
    }

    /// An estimate of the share of word pairs that two texts have in common, 0 … 1; its standard error is at most 0.06.
    public func likeness(to other: DuplicateSignature) -> Double {
        let equal = zip(sketch, other.sketch).count { $0 == $1 }
        let share = Double(equal) / Double(Self.mins)
        return max(0, (share - 1 / 256) / (1 - 1 / 256))
    }

    private static func shingles(_ text: String) -> [UInt64] {
        let read = ReadText(text)
        let words = read.pieces.pieces.prefix(longest).filter { !hasDigit($0, in: read.pieces) }.map(\.folded)
        return words.count == 1 ? words : zip(words, words.dropFirst()).map { $0 &* 0x9E37_79B9_7F4A_7C15 &+ $1 }
    }

    private static func hasDigit(_ piece: TextPieces.Piece, in pieces: TextPieces) -> Bool {
        pieces.codes[piece.start..<min(piece.end, piece.start + 40)].contains { $0 &- 0x30 < 10 }
    }

    private static func digest(of text: String) -> UInt64 {
        text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
    }

    private static let seeds: [UInt64] = (0..<mins).map { FieldFeatures.mixed(UInt64($0) &+ 0x5EED) }
    /// Odd, so that multiplication loses nothing.
    private static let factors: [UInt64] = (0..<mins).map { FieldFeatures.mixed(UInt64($0) &+ 0xFAC7) | 1 }
}

/// Letters put together as they come: each is the first of a cluster or belongs to one.
///
/// For a batch in memory. A database does the same with an index on the eight bands: look up by equality, compare the few that come back.
public struct DuplicateClusters: Sendable {
    private var byBand: [UInt64: [Int]] = [:]
    private var firsts: [DuplicateSignature] = []
    /// How many letters each cluster has.
    public private(set) var counts: [Int] = []

    /// Clusters that are compared for one band: a band that more share is no sign of anything.
    static let mostInBand = 32

    public init() {}

    /// - Returns: the number of its cluster, from 0; a new one for a letter like none before.
    public mutating func add(_ signature: DuplicateSignature) -> Int {
        var best: (cluster: Int, likeness: Double)?
        for band in signature.bands {
            for cluster in byBand[band] ?? [] {
                let likeness = firsts[cluster].likeness(to: signature)
                if likeness >= DuplicateSignature.sameFrom, likeness > best?.likeness ?? 0 { best = (cluster, likeness) }
            }
        }
        if let best {
            counts[best.cluster] += 1
            return best.cluster
        }
        let cluster = firsts.count
        firsts.append(signature)
        counts.append(1)
        for band in signature.bands where byBand[band, default: []].count < Self.mostInBand { byBand[band, default: []].append(cluster) }
        return cluster
    }
}
