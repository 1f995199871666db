import Vietnamese

/// A secret that was accepted and can still be read in the edition.
public struct Leak: Sendable, Hashable {
    /// Which field of the edition, counted from 0: its title, its text, the name of a file.
    public let field: Int
    /// Where it stands: Unicode scalars of that field's text in NFC.
    public let range: Range<Int>
    /// What stands there.
    public let quote: String
    public let kind: SecretKind
    /// Which of the accepted proposals it is, counted from 0.
    public let proposal: Int
}

extension Redactor {
    /// What of the accepted proposals an edited edition still says, in any spelling: digits with other signs between them or with 84 for the zero, names
    /// without marks, written together, turned round, by the given name alone, codes and plates with other dashes. All fields are searched, names of
    /// files too. Empty when nothing was found, which is no proof: what was never proposed or accepted is not looked for.
    public func leaks(of accepted: [Proposal], in edition: Letter) -> [Leak] {
        let secrets = accepted.map(Secret.init)
        let search = LeakSearch(secrets)
        var leaks: [Leak] = []
        for (index, field) in edition.fields.enumerated() {
            leaks += search.leaks(field.text, index).map {
                Leak(field: index, range: $0.range, quote: $0.quote, kind: accepted[$0.secret].kind, proposal: $0.secret)
            }
        }
        var owners: [String: Int] = [:]
        for (index, secret) in secrets.enumerated() {
            for key in secret.keys where owners[key] == nil { owners[key] = index }
        }
        let known = leaks.reduce(into: Array(repeating: Set<Int>(), count: edition.fields.count)) { $0[$1.field].formUnion($1.range) }
        for found in proposals(in: edition) {
            guard let owner = owners[Secret.key(found)], known[found.field].isDisjoint(with: found.range) else { continue }
            leaks.append(Leak(field: found.field, range: found.range, quote: found.quote, kind: found.kind, proposal: owner))
        }
        return leaks.sorted { ($0.field, $0.range.lowerBound) < ($1.field, $1.range.lowerBound) }
    }
}

/// All secrets searched for in one pass over letters and one over digits.
struct LeakSearch {
    private var letters = SecretAutomaton()
    private var digits = SecretAutomaton()
    private var lettersOwner: [Int] = []
    private var digitsOwner: [Int] = []

    init(_ secrets: [Secret]) {
        for (index, secret) in secrets.enumerated() {
            for string in secret.compact where !string.isEmpty && letters.add(string) == lettersOwner.count { lettersOwner.append(index) }
            for string in secret.digits where !string.isEmpty && digits.add(string) == digitsOwner.count { digitsOwner.append(index) }
        }
        letters.finish()
        digits.finish()
    }

    func leaks(_ text: String, _ field: Int) -> [(range: Range<Int>, quote: String, secret: Int)] {
        let passage = Passage(text, field: field)
        var found: [(range: Range<Int>, secret: Int)] = []
        let compact = CompactText(passage.pieces)
        letters.search(compact.bytes) { string, end in
            let range = end - letters.lengths[string]..<end
            if compact.isWhole(range) { found.append((compact.scalars(range), lettersOwner[string])) }
        }
        let groups = DigitGroups(passage)
        // Numbers apart are kept apart by a byte that is no digit.
        var (bytes, places): ([UInt8], [Int]) = ([], [])
        for (index, group) in groups.groups.enumerated() {
            if !groups.continues(index, passage.codes) {
                bytes.append(0)
                places.append(group.start)
            }
            for offset in 0..<group.count {
                bytes.append(groups.digits[group.first + offset] + 0x30)
                places.append(min(group.start + offset, group.end - 1))
            }
        }
        digits.search(bytes) { string, end in
            found.append((places[end - digits.lengths[string]]..<places[end - 1] + 1, digitsOwner[string]))
        }
        return Self.merged(found).map { ($0.range, passage.text($0.range), $0.secret) }
    }

    /// The longest of those that overlap.
    private static func merged(_ found: [(range: Range<Int>, secret: Int)]) -> [(range: Range<Int>, secret: Int)] {
        var merged: [(range: Range<Int>, secret: Int)] = []
        for next in found.sorted(by: { ($0.range.lowerBound, -$0.range.count) < ($1.range.lowerBound, -$1.range.count) }) {
            if let last = merged.last, last.range.upperBound >= next.range.upperBound { continue }
            merged.append(next)
        }
        return merged
    }
}
