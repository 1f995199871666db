import PortalNetwork
import Publishing
import Store
import Triage
import Vietnamese

extension Casework {
    /// Suggestions shown for one letter.
    static let mostSuggestions = 3
    /// From this score on a letter says outright that it is of another track (`TrackGuess`).
    private static let outright = 3.0

    /// What may be proposed for a letter that this person has opened; nil where it is not open to them. Made of the words at this moment, kept nowhere.
    ///
    /// Agencies are those of today's table, not of the day of receipt: what is proposed is done today, and a body that was merged away yesterday can take nothing.
    public func suggestions(for view: CaseView, by: By) async throws -> CaseSuggestions? {
        guard let original = view.original, !view.file.state.isEnded else { return nil }
        let file = view.file
        let today = clock.now().civilDate
        return try await database.read { db in
            let codes = AgencyCodes(by.tree)
            let letter = Triage.Letter(
                title: original.title,
                text: original.text,
                place: try Self.territory(file.unit ?? original.unit, on: today, db),
                chosenAgency: try file.agency.flatMap { try codes.code(of: $0, on: today, db) },
                chosenField: file.field.map { FieldCode(rawValue: $0) },
                track: self.tracks[file.track]?.read
            )
            let suggester = try self.suggesters.suggester(for: file.desk, in: by.tree, on: today, db)
            let report = suggester.triage(letter, on: today, limit: Self.mostSuggestions + 3)
            var made = CaseSuggestions()
            made.fields = report.fields.map(\.field)
            made.isUnclear = report.fields.isEmpty
            made.competent = try Self.competent(report, codes, today, db)
            self.addWays(report.tracks, file, &made)
            return made
        }
    }

    private static func competent(_ report: TriageReport, _ codes: AgencyCodes, _ today: CivilDate, _ db: any Connection) throws
        -> [CaseSuggestions.Competent]
    {
        var found: [CaseSuggestions.Competent] = []
        for suggestion in report.suggestions {
            let answer = try codes.answer(suggestion.agency, on: today, db)
            var basis = ""
            for reason in suggestion.reasons where reason.key == "triage.reason.table" {
                if case .text(let text)? = reason.values["basis"] { basis = text }
                if !basis.isEmpty { break }
            }
            for agency in answer.agencies where !found.contains(where: { $0.agency.id == agency.id }) {
                found.append(
                    CaseSuggestions.Competent(
                        agency: agency,
                        fields: suggestion.fields,
                        reasons: suggestion.reasons,
                        succeeds: answer.formerly,
                        basis: basis
                    )
                )
            }
        }
        return Array(found.prefix(mostSuggestions))
    }

    private func addWays(_ guess: TrackGuess, _ file: CaseFile, _ made: inout CaseSuggestions) {
        func sentence(_ candidate: TrackGuess.Candidate) -> String { candidate.evidence.first?.sentence ?? "" }
        made.routedOut = guess.routedOut.compactMap { candidate in
            tracks.track(read: candidate.track.code)?.guidance.map { CaseSuggestions.Way(track: $0, sentence: sentence(candidate)) }
        }
        let best = guess.best
        if best.score >= Self.outright, !best.track.isRoutedOut, let other = tracks.track(read: best.track.code), other.code != file.track {
            made.track = CaseSuggestions.Way(track: other.code, sentence: sentence(best))
        }
        guard guess.isMixed else { return }
        made.parts = guess.parts.compactMap { part in
            tracks.track(read: part.track.code).map { ($0.code, part.evidence.map(\.sentence)) }
        }
    }

    /// The place that was chosen or written in the form, as the register has it today; a name of old is followed to what stands there now.
    static func territory(_ text: String?, on today: CivilDate, _ db: any Connection) throws -> Territory {
        guard let unit = try unit(text, on: today, db) else { return Territory() }
        let above = try Units.ancestors(of: unit, on: today, in: db)
        let all = [unit] + above
        return Territory(commune: all.first { $0.level == .commune }?.code, province: all.first { $0.level == .province }?.code)
    }

    /// The one place of today that was named: by its code or name of today, or by one of old that is followed to what stands there now. Nil where nothing, or more than one
    /// place, is called so, and where what was called so lies in several places today and none of them stands for it.
    static func unit(_ text: String?, on today: CivilDate, _ db: any Connection) throws -> AdminUnit? {
        guard let text = text?.trimmedBlanks, !text.isEmpty, text.count <= 200 else { return nil }
        if text.utf8.allSatisfy({ (48...57).contains($0) }) {
            let levels: [Int: UnitLevel] = [2: .province, 3: .district, 5: .commune]
            guard let level = levels[text.utf8.count] else { return nil }
            if let now = try Units.find(level, code: text, on: today, in: db) { return now }
            return try follow(Set(try Units.find(level, code: text, in: db).map(\.id)), on: today, db)
        }
        let ever = Set(try Units.find(text, in: db).map(\.id))
        // "Huyện Bình Sơn" is the district that was, and not the commune that is called so today: where a kind is written, names of that kind alone are meant.
        let now = try Units.find(text, on: today, in: db).filter { ever.contains($0.id) }
        if let only = now.first { return now.count == 1 ? only : nil }
        return try follow(ever, on: today, db)
    }

    /// Places of one name or code of old, at most; more are not one place.
    private static let mostOfOld = 50

    /// What stands today in the place of units of old: one unit, or none.
    private static func follow(_ old: Set<UnitID>, on today: CivilDate, _ db: any Connection) throws -> AdminUnit? {
        guard old.count <= mostOfOld else { return nil }
        var standing: Set<AdminUnit> = []
        for id in old {
            let present = try Units.present(of: id, on: today, in: db)
            let chosen = present.count == 1 ? present : present.filter(\.isDefault)
            guard chosen.count == 1, let one = chosen.first else { return nil }
            standing.insert(one.unit)
        }
        return standing.count == 1 ? standing.first : nil
    }
}
