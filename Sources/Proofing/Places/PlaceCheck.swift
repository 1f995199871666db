import Vietnamese

/// Names of administrative units against the register: what is misspelt, of another kind, or no more.
struct PlaceCheck {
    private let register: NameRegister
    private let words: PlaceWords
    private let date: CivilDate
    /// How many names may still be compared letter by letter: bounds what a text made for it could cost.
    private var budget = 200_000
    /// What was decided about a run after a unit word, so that a text pays once for a name.
    private var decided: [UInt64: Verdict] = [:]
    /// Old names are told once in a text.
    private var told: Set<String> = []

    private enum Verdict {
        case fine
        case finding(ProofFinding.Kind, ProofFinding.Severity?, length: Int, values: [String: String], suggestions: [String])
    }

    init(_ register: NameRegister, _ words: PlaceWords, _ date: CivilDate) {
        (self.register, self.words, self.date) = (register, words, date)
    }

    mutating func read(_ passage: Passage, _ tokens: [Token], _ findings: inout Findings) {
        guard !register.isEmpty else { return }
        var index = 0
        while index < tokens.count {
            if let (kinds, start) = words.unit(at: index, tokens) {
                index = max(named(start, kinds, passage, tokens, &findings), index + 1)
            } else if words.isVillage(index, tokens) {
                index = run(index + 1, tokens, longest: 6, over: []).upperBound
            } else if tokens[index].shape == .capital {
                index = alone(index, passage, tokens, &findings)
            } else {
                index += 1
            }
        }
    }

    /// Capitalised words in a row from a place on.
    private func run(_ start: Int, _ tokens: [Token], longest: Int, over gaps: Token.Gap) -> Range<Int> {
        var end = start
        while end < tokens.count, end - start < longest, tokens[end].isCapital, tokens[end].shape != .mixed {
            let gap = tokens[end].gap
            guard end == start || gap.isPlain || gap.isSubset(of: gaps.union(.space)) && !gap.isEmpty || gap.isEmpty else { break }
            end += 1
        }
        return start..<max(start, end)
    }

    // MARK: After a unit word

    private mutating func named(_ start: Int, _ kinds: Set<NameRegister.Kind>, _ passage: Passage, _ tokens: [Token], _ findings: inout Findings)
        -> Int
    {
        let longest = max(register.longest, 1)
        let across = run(start, tokens, longest: longest, over: [.dash, .other])
        guard !across.isEmpty, !words.isNoName(tokens[start]) else { return start }
        // "Bà Rịa - Vũng Tàu" has a dash inside; "Hà Nội - Hải Phòng" are two.
        for length in stride(from: across.count, through: 1, by: -1) {
            guard let name = register.name(tokens[start..<start + length]) else { continue }
            if isFine(name, kinds) { return start + length }
        }
        let plain = run(start, tokens, longest: longest, over: [])
        let key = Phrase.join(Phrase.digest(tokens[across].lazy.map(\.exact)), kinds.reduce(0) { $0 ^ UInt64(truncatingIfNeeded: $1.hashValue) })
        let verdict = decided[key] ?? decide(plain, across, kinds, passage, tokens)
        decided[key] = verdict
        guard case .finding(let kind, let severity, let length, let values, let suggestions) = verdict else { return plain.upperBound }
        let range = tokens[start].start..<tokens[start + length - 1].end
        if kind == .unitOld || kind == .unitAbolished {
            guard told.insert("\(kind) \(values["name"] ?? "")").inserted else { return start + length }
        }
        let mends = suggestions.map { tokens[start].shape == .upper && length > 1 ? uppercase($0) : $0 }
        findings.add(kind, severity, values, in: passage, range, suggesting: mends)
        return plain.upperBound
    }

    private func isFine(_ name: NameRegister.Name, _ kinds: Set<NameRegister.Kind>) -> Bool {
        name.units.contains { kinds.contains($0.kind) && $0.holds(on: date) }
    }

    private mutating func decide(_ run: Range<Int>, _ across: Range<Int>, _ kinds: Set<NameRegister.Kind>, _ passage: Passage, _ tokens: [Token])
        -> Verdict
    {
        // The longest beginning that is a name: "tỉnh Bắc Giang Nguyễn Văn A".
        for length in stride(from: across.count, through: 1, by: -1) {
            guard let name = register.name(tokens[run.lowerBound..<run.lowerBound + length]) else { continue }
            if let verdict = known(name, kinds, length: length, isWhole: length == run.count) { return verdict }
        }
        // All in capitals nobody can tell where a name ends.
        let isLoud = tokens[run].allSatisfy { $0.shape == .upper }
        if isLoud, !kinds.contains(.province), !kinds.contains(.centralCity) { return .fine }
        // One word of several is no name that somebody misspelt: "xã Đồng Văn Khê".
        for length in stride(from: run.count, through: min(run.count, 2), by: -1) {
            let part = run.lowerBound..<run.lowerBound + length
            let found = candidates(tokens[part], passage, kinds)
            guard let best = found.first else { continue }
            let written = passage.pieces.text(tokens[part.lowerBound].start..<tokens[part.upperBound - 1].end)
            let values = ["name": written, "suggestion": best.text]
            let isSure = best.units.contains { $0.kind.isProvince && kinds.contains($0.kind) }
            return .finding(.unitUnknown, isSure ? .error : nil, length: length, values: values, suggestions: found.map(\.text))
        }
        return .fine
    }

    /// What is to be said of a name that is in the register, though not as this kind of unit on this day; nil: look on.
    private func known(_ name: NameRegister.Name, _ kinds: Set<NameRegister.Kind>, length: Int, isWhole: Bool) -> Verdict? {
        if isFine(name, kinds) { return .fine }
        let past = name.units.filter { kinds.contains($0.kind) && $0.to.map { $0 < date } ?? false }
        let levels = Set(kinds.map(\.level))
        let others = name.units.filter { $0.holds(on: date) && levels.contains($0.kind.level) }
        if let unit = past.max(by: { ($0.to ?? $0.from) < ($1.to ?? $1.from) }), let last = unit.to {
            // Of many units of one name nobody knows which is meant.
            let news = past.count > 1 ? [] : unit.successors.isEmpty ? others.prefix(1).map(\.fullName) : unit.successors
            var values = ["name": unit.fullName, "date": last.adding(days: 1).text(.numeric)]
            if !news.isEmpty { values["new"] = news.prefix(3).joined(separator: ", ") }
            return .finding(news.isEmpty ? .unitAbolished : .unitOld, nil, length: length, values: values, suggestions: [])
        }
        if name.units.contains(where: { kinds.contains($0.kind) }) { return .fine }
        guard isWhole, length > 1 else { return nil }
        // Of the same level, and valid: "xã Hạ Long" where the register has a phường of that name.
        guard let other = others.first, Set(others.map(\.fullName)).count == 1 else { return .fine }
        return .finding(.unitKind, nil, length: length, values: ["name": name.text, "suggestion": other.fullName], suggestions: [])
    }

    // MARK: Slips

    /// The names that a run is a slip of, the likeliest first; at most three.
    private mutating func candidates(_ tokens: ArraySlice<Token>, _ passage: Passage, _ kinds: Set<NameRegister.Kind>) -> [NameRegister.Name] {
        guard !words.isOther(tokens) else { return [] }
        let folded = register.alike(tokens)
        let indices = folded.isEmpty ? register.almost(tokens) : folded
        guard !indices.isEmpty, budget > 0 else { return [] }
        budget -= indices.count
        let written = tokens.map { token in
            let piece = TextPieces(passage.pieces.text(token.start..<token.end))
            let first = piece.pieces.first
            return (first.map { piece.exact($0).unicodeScalars.map(\.value) } ?? [], first.map { Array(piece.folded($0).utf8) } ?? [])
        }
        var found: [(name: NameRegister.Name, rank: Int)] = []
        for index in indices.prefix(2000) {
            let name = register.names[index]
            guard let distance = name.distance(written), isNear(distance, name, tokens.count, kinds) else { continue }
            let isNow = name.units.contains { kinds.contains($0.kind) && $0.holds(on: date) }
            let level = name.units.filter { kinds.contains($0.kind) }.map(\.kind.level).min() ?? 3
            found.append((name, distance * 8 + (isNow ? 0 : 4) + level))
        }
        found.sort { $0.rank != $1.rank ? $0.rank < $1.rank : $0.name.text < $1.name.text }
        return found.prefix(3).map(\.name)
    }

    private func isNear(_ distance: Int, _ name: NameRegister.Name, _ length: Int, _ kinds: Set<NameRegister.Kind>) -> Bool {
        guard name.units.contains(where: { kinds.contains($0.kind) }) else { return false }
        let isProvince = name.units.contains { kinds.contains($0.kind) && $0.kind.isProvince }
        // Names of communes stand so close to each other that only a slip of the marks is told from another name.
        return length == 1 ? distance <= 1 && name.plain[0].count > 2 : isProvince ? distance <= 2 : distance <= 1
    }

    // MARK: Standing alone

    /// A name without a word for its kind: told only where the text says that it is a place, and only of provinces.
    private mutating func alone(_ start: Int, _ passage: Passage, _ tokens: [Token], _ findings: inout Findings) -> Int {
        let run = run(start, tokens, longest: 8, over: [])
        guard run.count == 2 || run.count == 3, register.name(tokens[run]) == nil, isPlace(run, tokens) else { return run.upperBound }
        let found = candidates(tokens[run], passage, [.province, .centralCity])
        guard let best = found.first else { return run.upperBound }
        let range = tokens[run.lowerBound].start..<tokens[run.upperBound - 1].end
        let values = ["name": passage.pieces.text(range), "suggestion": best.text]
        findings.add(.unitUnknown, nil, values, in: passage, range, suggesting: found.map(\.text))
        return run.upperBound
    }

    /// After a word of place, or beside a province in a list.
    private func isPlace(_ run: Range<Int>, _ tokens: [Token]) -> Bool {
        let before = run.lowerBound - 1
        if before >= 0, tokens[run.lowerBound].gap.isPlain {
            if words.isBeforePlaces(tokens[before]) { return true }
            if words.isBeforePeople(tokens[before]) { return false }
        }
        return isProvince(before: run.lowerBound, tokens) || isProvince(after: run.upperBound, tokens)
    }

    private static let list: Token.Gap = [.comma, .space, .dash]

    private func isProvince(before start: Int, _ tokens: [Token]) -> Bool {
        guard start > 1, tokens[start].gap.isSubset(of: Self.list), !tokens[start].gap.isPlain else { return false }
        return [2, 3].contains { length in start >= length && isProvince(tokens[start - length..<start]) }
    }

    private func isProvince(after end: Int, _ tokens: [Token]) -> Bool {
        guard end + 1 < tokens.count, tokens[end].gap.isSubset(of: Self.list), !tokens[end].gap.isPlain else { return false }
        return [2, 3].contains { length in end + length <= tokens.count && isProvince(tokens[end..<end + length]) }
    }

    private func isProvince(_ tokens: ArraySlice<Token>) -> Bool {
        tokens.dropFirst().allSatisfy(\.gap.isPlain) && tokens.allSatisfy(\.isCapital)
            && register.name(tokens)?.units.contains { $0.kind.isProvince } == true
    }
}
