import Vietnamese

/// Finds the phrases of the list in a letter. Linear: every word is looked up once, and what begins with it is tried within its sentence.
public struct TrackReader: Sendable {
    private let rules: TrackRules

    /// With the list of the house.
    public init() { rules = .house }

    /// Between two runs of a phrase at most so many other words.
    static let gap = 8
    /// The same line of the list again says half as much, and from then on nothing.
    static let repeats = [1.0, 0.5]
    /// What stands in the title says more.
    static let titleWeight = 1.5
    /// What a sentence that asks says for a question; two of them are counted.
    static let asking = 0.8
    /// What the name of a track says in a sentence that asks ("gửi đơn tố cáo ở đâu?").
    static let askedWeight = 0.45

    public func guess(title: String, text: String) -> TrackGuess {
        guess(title: ReadText(title), text: ReadText(text))
    }

    func guess(title: ReadText, text: ReadText) -> TrackGuess {
        var scores = [Double](repeating: 0, count: rules.tracks.count)
        var counts: [Int: Int] = [:]
        var evidence: [[TrackGuess.Evidence]] = Array(repeating: [], count: rules.tracks.count)
        var asked = 0
        let isMarked = title.isMarked || text.isMarked
        for (read, factor) in [(title, Self.titleWeight), (text, 1)] {
            for index in read.sentences.indices {
                for match in matches(in: read, sentence: index, isMarked: isMarked) {
                    guard let track = match.rule.track else { continue }
                    let count = counts[match.rule.source, default: 0]
                    counts[match.rule.source] = count + 1
                    guard count < Self.repeats.count else { continue }
                    let isAsked = match.rule.isOutright && read.asks[index]
                    let weight = match.rule.weight * factor * Self.repeats[count] * (isAsked ? Self.askedWeight : 1)
                    scores[track] += weight
                    let sentence = String(read.text(ofSentence: index).prefix(300))
                    let found = TrackGuess.Evidence(phrase: match.rule.phrase, sentence: sentence, isInTitle: factor > 1, weight: weight)
                    evidence[track].append(found)
                }
                if read.asks[index], asked < 2, let usual = rules.tracks.firstIndex(where: { $0.code == Track.usual }) {
                    asked += 1
                    scores[usual] += Self.asking
                }
            }
        }
        return TrackGuess(candidates: candidates(scores, evidence))
    }

    private func candidates(_ scores: [Double], _ evidence: [[TrackGuess.Evidence]]) -> [TrackGuess.Candidate] {
        let order = scores.indices.filter { scores[$0] > 0 }.sorted { (scores[$1], $0) < (scores[$0], $1) }
        let found = order.map { index in
            let best = evidence[index].enumerated().sorted { ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset) }
            return TrackGuess.Candidate(track: rules.tracks[index], score: scores[index], evidence: best.prefix(5).map(\.element))
        }
        return found.isEmpty ? [TrackGuess.Candidate(track: Track(code: Track.usual), score: 0, evidence: [])] : found
    }

    struct Match {
        let rule: TrackRules.Rule
        /// The pieces of its words, ascending.
        let places: [Int]
    }

    private func matches(in read: ReadText, sentence: Int, isMarked: Bool) -> [Match] {
        let range = read.sentences[sentence]
        var asides: [ClosedRange<Int>] = []
        for place in range {
            for rule in rules.asides[read.pieces.pieces[place].folded] ?? [] {
                guard let match = self.match(rule, at: place, in: read, range, isMarked), let last = match.places.last else { continue }
                asides.append(place...last)
            }
        }
        // For each track its own words: a phrase of one does not hide one of another.
        var taken: [Int: Int] = [:]
        var found: [Match] = []
        for place in range {
            for rule in rules.byFirst[read.pieces.pieces[place].folded] ?? [] {
                guard let track = rule.track, taken[track].map({ place > $0 }) ?? true,
                    let match = self.match(rule, at: place, in: read, range, isMarked), let last = match.places.last
                else { continue }
                if asides.contains(where: { $0.contains(place) && $0.contains(last) }) { continue }
                if isTakenBack(at: place, in: read, range, isMarked) { continue }
                taken[track] = rule.runs.count == 1 ? last : place + rule.runs[0].words.count - 1
                found.append(match)
            }
        }
        return found
    }

    private func match(_ rule: TrackRules.Rule, at start: Int, in read: ReadText, _ range: Range<Int>, _ isMarked: Bool) -> Match? {
        var places: [Int] = []
        var place = start
        for (index, run) in rule.runs.enumerated() {
            let latest = index == 0 ? start : min(place + Self.gap, range.upperBound - run.words.count)
            guard place <= latest, let found = (place...latest).first(where: { has(run, at: $0, in: read, range, isMarked, rule.isOutright) }) else {
                return nil
            }
            places += found..<found + run.words.count
            place = found + run.words.count
        }
        return Match(rule: rule, places: places)
    }

    /// Whether a run of words stands at a place: letter for letter where the writer sets marks, else without marks.
    private func has(_ run: TrackRules.Run, at place: Int, in read: ReadText, _ range: Range<Int>, _ isMarked: Bool, _ isLenient: Bool) -> Bool {
        guard place + run.words.count <= range.upperBound, isMarked || !run.isStrict else { return false }
        var wrong = 0
        var right = 0
        for (offset, word) in run.words.enumerated() {
            let piece = read.pieces.pieces[place + offset]
            guard piece.folded == word.folded else { return false }
            if piece.exact == word.exact {
                if word.isMarked { right += 1 }
            } else if isMarked {
                // A forgotten mark is likelier than another word; a wrong one only where the phrase is rare enough.
                guard isLenient || piece.exact == piece.folded, run.words.count > 1 else { return false }
                wrong += 1
            }
        }
        return wrong == 0 || wrong == 1 && right > 0
    }

    /// "không phải đơn tố cáo", "chứ không khiếu nại".
    private func isTakenBack(at place: Int, in read: ReadText, _ range: Range<Int>, _ isMarked: Bool) -> Bool {
        func has(_ rules: [UInt64: [TrackRules.Rule]], at start: Int, upTo limit: Int) -> Bool {
            (rules[read.pieces.pieces[start].folded] ?? []).contains { rule in
                guard let last = self.match(rule, at: start, in: read, range, isMarked)?.places.last else { return false }
                return last < place && last >= limit
            }
        }
        guard place > range.lowerBound else { return false }
        if has(rules.nextNegations, at: place - 1, upTo: place - 1) { return true }
        return (max(range.lowerBound, place - 6)..<place).contains { has(rules.negations, at: $0, upTo: place - 5) }
    }
}
