/// Divides a text into runs of one reading each: the cheapest path through the tokens (Viterbi), where each token has a cost
/// under each reading and each change of reading has a price.
struct ReadingSegmenter {
    struct Segment {
        let range: Range<Int>
        let encoding: LegacyEncoding
        let decoded: [UInt32]
        let confidence: Double
        let isSure: Bool
        let isCertain: Bool
    }

    private typealias Reading = EncodingEvidence.Reading

    private struct Token {
        let range: Range<Int>
        let startsLine: Bool
        var unicode: Int32
        var costs: [Int32]
    }

    private enum Price {
        static let first: Int32 = 20
        static let enter: Int32 = 40
        static let enterOnNewLine: Int32 = 20
        static let enterKnown: Int32 = 16
        static let leave: Int32 = 15
        /// How much better than Unicode a run has to be, its price included.
        static let sure: Int32 = 25
        static let noticed: Int32 = 5
        /// Enough to say that the text as a whole was written in this encoding.
        static let certain: Int32 = 200
    }

    private let scalars: [UInt32]
    private let font: LegacyFont?

    init(_ scalars: [UInt32], font: LegacyFont?) {
        self.scalars = scalars
        self.font = font
    }

    func segments() -> [Segment] {
        let (tokens, evidence) = tokens()
        // A path through a legacy reading costs its entrance at least: without that much evidence there is none.
        guard evidence > (font == nil ? Price.first : 0) else { return [] }
        let weighed = tokens.map(weigh)
        let first = segments(weighed, known: [])
        // A text that is surely TCVN3 here is likely TCVN3 there: what was found makes the next run of it cheap.
        let known = Set(Reading.allCases.filter { reading in first.contains { $0.isCertain && $0.encoding == reading.encoding } })
        return known.isEmpty ? first : segments(weighed, known: known)
    }

    private func segments(_ weighed: [Token], known: Set<Reading>) -> [Segment] {
        let path = cheapestPath(weighed, known)
        var result: [Segment] = []
        var index = 0
        while index < path.count {
            guard let encoding = path[index].encoding else {
                index += 1
                continue
            }
            let start = index
            while index < path.count, path[index] == path[start] { index += 1 }
            if let segment = segment(weighed[start..<index], path[start], encoding, isFirst: start == 0, known) { result.append(segment) }
        }
        return result
    }

    /// Tokens that hold anything but spaces, with their cost as they stand.
    private func tokens() -> ([Token], evidence: Int32) {
        var tokens: [Token] = []
        var evidence: Int32 = 0
        var startsLine = true
        var index = 0
        while index < scalars.count {
            let scalar = scalars[index]
            if scalar <= 0x20 || scalar == 0xA0 {
                if scalar == 0x0A || scalar == 0x0D { startsLine = true }
                index += 1
                continue
            }
            let start = index
            var isASCII = true
            while index < scalars.count, scalars[index] > 0x20, scalars[index] != 0xA0 {
                if scalars[index] >= 0x80 { isASCII = false }
                index += 1
            }
            let slice = scalars[start..<index]
            let cost = isASCII ? asciiEvidence(slice) : EncodingEvidence.unicode(slice)
            evidence = min(evidence + cost, 1_000_000)
            tokens.append(Token(range: start..<index, startsLine: startsLine, unicode: cost, costs: []))
            startsLine = false
        }
        return (tokens, evidence)
    }

    private func closesSentence(_ end: Int) -> Bool {
        var next = end
        while next < scalars.count, scalars[next] == 0x20 { next += 1 }
        return next >= scalars.count || scalars[next] <= 0x20 || (0x41...0x5A).contains(scalars[next])
    }

    /// What speaks against plain ASCII: a token that VIQR makes a syllable.
    private func asciiEvidence(_ token: ArraySlice<UInt32>) -> Int32 {
        guard token.count > 1, token.contains(where: { !EncodingEvidence.isLetter($0) || $0 | 32 == 0x64 }), !isAddress(token) else { return 0 }
        let decoding = VIQR.decode(token, closesSentence: true)
        guard decoding.changed, EncodingEvidence.decoded(decoding.scalars) == EncodingEvidence.Cost.legal else { return 0 }
        return decoding.hasShape ? 25 : decoding.hasInnerTone ? 8 : 0
    }

    private func isAddress(_ token: ArraySlice<UInt32>) -> Bool {
        token.contains(0x40) || token.contains(0x2F) && token.contains(0x3A) || token.starts(with: [0x77, 0x77, 0x77, 0x2E])
    }

    private func weigh(_ token: Token) -> Token {
        var token = token
        let slice = scalars[token.range]
        let isASCII = slice.allSatisfy { $0 < 0x80 }
        token.costs = Reading.allCases.map { reading in
            switch reading {
            case .unicode: return token.unicode
            case .viqr:
                if !isASCII { return EncodingEvidence.Cost.excluded }
                if isAddress(slice) { return 0 }
                let decoding = VIQR.decode(slice, closesSentence: closesSentence(token.range.upperBound))
                if !decoding.changed { return 0 }
                // A word that stays as it is costs what an illegal one costs only where marks stand inside it.
                let cost = EncodingEvidence.decoded(decoding.scalars)
                return cost > EncodingEvidence.Cost.legal && !decoding.hasShape && !decoding.hasInnerTone ? 0 : cost
            default:
                if isASCII { return token.unicode }  // plain in every one of them
                return EncodingEvidence.isSingleByte(slice) ? EncodingEvidence.decoded(decode(slice, reading, token)) : EncodingEvidence.Cost.excluded
            }
        }
        return token
    }

    private func decode(_ slice: ArraySlice<UInt32>, _ reading: Reading, _ token: Token) -> [UInt32] {
        switch reading {
        case .unicode: return Array(slice)
        case .tcvn3: return TCVN3.decode(slice)
        case .vni: return VNI.decode(slice)
        case .windows1258: return Windows1258.decode(slice)
        case .viqr:
            if isAddress(slice) { return Array(slice) }
            let decoding = VIQR.decode(slice, closesSentence: closesSentence(token.range.upperBound))
            return EncodingEvidence.decoded(decoding.scalars) > EncodingEvidence.Cost.legal ? Array(slice) : decoding.scalars
        }
    }

    private func cheapestPath(_ tokens: [Token], _ known: Set<Reading>) -> [Reading] {
        let readings = Reading.allCases
        var best = readings.map { $0 == .unicode ? 0 : price(.unicode, $0, isFirst: true, newLine: true, known) }
        var back: [[Int]] = []
        back.reserveCapacity(tokens.count)
        for (index, token) in tokens.enumerated() {
            var next = best
            var from = Array(0..<readings.count)
            if index > 0 {
                for to in readings {
                    for origin in readings where origin != to {
                        let cost = best[origin.rawValue] + price(origin, to, isFirst: false, newLine: token.startsLine, known)
                        if cost < next[to.rawValue] {
                            next[to.rawValue] = cost
                            from[to.rawValue] = origin.rawValue
                        }
                    }
                }
            }
            for reading in readings { next[reading.rawValue] += token.costs[reading.rawValue] }
            // Costs only matter relative to each other: keep them small however long the text.
            let least = next.min() ?? 0
            best = next.map { $0 - least }
            back.append(from)
        }
        var path = [Reading](repeating: .unicode, count: tokens.count)
        guard var state = best.indices.min(by: { best[$0] < best[$1] }) else { return path }
        for index in tokens.indices.reversed() {
            path[index] = readings[state]
            state = back[index][state]
        }
        return path
    }

    private func price(_ from: Reading, _ to: Reading, isFirst: Bool, newLine: Bool, _ known: Set<Reading>) -> Int32 {
        if to == .unicode { return newLine ? Price.leave / 2 : Price.leave }
        if let font, font.encoding == to.encoding { return -30 }
        if known.contains(to) { return newLine ? Price.enterKnown / 2 : Price.enterKnown }
        return isFirst ? Price.first : newLine ? Price.enterOnNewLine : Price.enter
    }

    private func segment(_ tokens: ArraySlice<Token>, _ reading: Reading, _ encoding: LegacyEncoding, isFirst: Bool, _ known: Set<Reading>)
        -> Segment?
    {
        // Plain tokens at either end belong to no reading.
        guard let from = tokens.firstIndex(where: { $0.costs[reading.rawValue] > 0 || $0.unicode > 0 }),
            let to = tokens.lastIndex(where: { $0.costs[reading.rawValue] > 0 || $0.unicode > 0 })
        else { return nil }
        var gain = -price(.unicode, reading, isFirst: isFirst, newLine: tokens[from].startsLine, known)
        var decoded: [UInt32] = []
        var at = tokens[from].range.lowerBound
        for token in tokens[from...to] {
            gain += token.unicode - token.costs[reading.rawValue]
            decoded += scalars[at..<token.range.lowerBound]
            decoded += decode(scalars[token.range], reading, token)
            at = token.range.upperBound
        }
        guard gain >= Price.noticed else { return nil }
        if reading == .tcvn3 { CapitalRepair.repair(&decoded, all: font?.isCapital ?? false) }
        let confidence = gain >= 400 ? 0.999 : 1 - 1 / (1 + Double(gain) / 12)
        return Segment(
            range: tokens[from].range.lowerBound..<tokens[to].range.upperBound,
            encoding: encoding,
            decoded: decoded,
            confidence: confidence,
            isSure: gain >= Price.sure || known.contains(reading) && gain >= Price.noticed,
            isCertain: gain >= Price.certain
        )
    }
}
