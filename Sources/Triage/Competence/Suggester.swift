public import Vietnamese

/// What is known of a letter when it is read.
public struct Letter: Sendable {
    public var title: String
    public var text: String
    /// The place that was chosen in the form, not one read out of the text.
    public var place: Territory
    /// The agency that the writer chose, if the form asks.
    public var chosenAgency: String?
    /// The field that the writer chose, if the form asks.
    public var chosenField: FieldCode?
    /// The track on which it came in; nil: it is guessed.
    public var track: String?

    public init(
        title: String,
        text: String,
        place: Territory = Territory(),
        chosenAgency: String? = nil,
        chosenField: FieldCode? = nil,
        track: String? = nil
    ) {
        (self.title, self.text, self.place) = (title, text, place)
        (self.chosenAgency, self.chosenField, self.track) = (chosenAgency, chosenField, track)
    }
}

/// An agency that may be competent. A person decides.
public struct Suggestion: Sendable, Hashable {
    public let agency: String
    /// 0 … 1: how likely the letter is of a field for which the table names this agency.
    public let score: Double
    public let fields: [FieldCode]
    public let reasons: [Reason]
}

/// Everything triage says about a letter.
public struct TriageReport: Sendable {
    public let tracks: TrackGuess
    public let fields: [FieldGuess]
    /// Best first; none where the text says too little and no row holds for every field.
    public let suggestions: [Suggestion]
    /// What holds for the letter as a whole: led out, mixed, too little text.
    public let remarks: [Reason]
}

/// Puts together what the classifier, the phrases and the table say.
public struct Suggester: Sendable {
    private let classifier: FieldClassifier
    private let reader: TrackReader
    private let table: CompetenceTable

    public init(table: CompetenceTable, classifier: FieldClassifier = .house, reader: TrackReader = TrackReader()) {
        (self.table, self.classifier, self.reader) = (table, classifier, reader)
    }

    /// Fields that are looked up; what lies below is noise.
    static let fields = 5
    static let leastProbability = 0.04
    /// The writer's own choice of a field weighs as much as a guess of this probability: people choose wrongly, too.
    static let choiceWeight = 0.35

    /// - Parameters:
    ///   - date: the day whose table holds: that of receipt.
    ///   - limit: at most so many suggestions.
    public func triage(_ letter: Letter, on date: CivilDate, limit: Int = 3) -> TriageReport {
        let (title, text) = (ReadText(letter.title), ReadText(letter.text))
        let tracks = reader.guess(title: title, text: text)
        let fields = weighed(classifier.guess(FieldFeatures(title: title, text: text), limit: Self.fields), letter)
        let track = letter.track ?? tracks.best.track.code
        var remarks = Self.remarks(tracks)
        if fields.isEmpty { remarks.append(Reason("triage.remark.unclear")) }

        var found: [String: (score: Double, fields: [FieldCode], reasons: [Reason])] = [:]
        func add(_ hit: CompetenceTable.Hit, _ score: Double, _ field: FieldCode?, _ reasons: [Reason]) {
            var one = found[hit.agency] ?? (0, [], [])
            one.score += score
            if let field { one.fields.append(field) }
            one.reasons += reasons + [Self.reason(hit)]
            found[hit.agency] = one
        }
        for guess in fields {
            guard let hit = table.competent(field: guess.field, in: letter.place, track: track, on: date).first else { continue }
            add(hit, guess.probability, guess.field, Self.reasons(guess, letter))
        }
        if fields.isEmpty, let hit = table.competent(field: nil, in: letter.place, track: track, on: date).first {
            add(hit, Self.leastProbability, nil, [])
        }
        if let chosen = letter.chosenAgency {
            var one = found[chosen] ?? (0, [], [])
            one.score += Self.leastProbability
            one.reasons.append(Reason("triage.reason.chosen-agency"))
            found[chosen] = one
        }
        let order = found.sorted { ($1.value.score, $0.key) < ($0.value.score, $1.key) }
        let suggestions = order.prefix(limit).map { agency, one in
            Suggestion(agency: agency, score: min(1, one.score), fields: one.fields, reasons: Self.once(one.reasons))
        }
        return TriageReport(tracks: tracks, fields: fields, suggestions: suggestions, remarks: remarks)
    }

    /// The guesses with the writer's choice among them, probabilities adding up to 1 at most.
    private func weighed(_ guesses: [FieldGuess], _ letter: Letter) -> [FieldGuess] {
        var guesses = guesses.filter { $0.probability >= Self.leastProbability }
        guard let chosen = letter.chosenField, Field.named(chosen) != nil else { return guesses }
        let kept = guesses.isEmpty ? 0 : 1 - Self.choiceWeight
        guesses = guesses.map { FieldGuess(field: $0.field, probability: $0.probability * kept, words: $0.words) }
        if let index = guesses.firstIndex(where: { $0.field == chosen }) {
            let old = guesses[index]
            guesses[index] = FieldGuess(field: chosen, probability: old.probability + Self.choiceWeight, words: old.words)
        } else {
            guesses.append(FieldGuess(field: chosen, probability: guesses.isEmpty ? 1 : Self.choiceWeight, words: []))
        }
        return guesses.sorted { ($1.probability, $0.field) < ($0.probability, $1.field) }
    }

    private static func reasons(_ guess: FieldGuess, _ letter: Letter) -> [Reason] {
        var reasons: [Reason] = []
        if letter.chosenField == guess.field { reasons.append(Reason("triage.reason.chosen-field", ["field": .word(guess.field.word)])) }
        if !guess.words.isEmpty {
            let words = guess.words.map { "“\($0)”" }.joined(separator: ", ")
            let percent = String(Int((guess.probability * 100).rounded()))
            reasons.append(Reason("triage.reason.field", ["field": .word(guess.field.word), "words": .text(words), "percent": .text(percent)]))
        }
        return reasons
    }

    private static func reason(_ hit: CompetenceTable.Hit) -> Reason {
        let row = hit.row
        let field: Reason.Value = row.field.map { .word($0.word) } ?? .word("triage.any")
        let isNation = row.territory == Territory.nation
        var values: [String: Reason.Value] = ["field": field, "basis": .text(row.basis), "from": .text(row.from.description)]
        values["territory"] = isNation ? .word("triage.nation") : .text(row.territory)
        return Reason("triage.reason.table", values)
    }

    private static func remarks(_ tracks: TrackGuess) -> [Reason] {
        var remarks = tracks.routedOut.map { candidate in
            let phrase = candidate.evidence.first?.phrase ?? ""
            return Reason("triage.remark.routed-out", ["track": .word(candidate.track.word), "phrase": .text(phrase)])
        }
        if tracks.isMixed {
            remarks += tracks.parts.map { part in
                let sentence = part.evidence.first?.sentence ?? ""
                return Reason("triage.remark.part", ["track": .word(part.track.word), "sentence": .text(sentence)])
            }
        }
        return remarks
    }

    private static func once(_ reasons: [Reason]) -> [Reason] {
        var seen: Set<Reason> = []
        return reasons.filter { seen.insert($0).inserted }
    }
}
