import Vietnamese

/// What proofing found.
public struct ProofReport: Sendable, Hashable {
    /// In the order of the text; of one kind at most `Proofreader.mostOfAKind`.
    public let findings: [ProofFinding]
    /// How often each kind was found, those left out included.
    public let counts: [ProofFinding.Kind: Int]
    /// Nil where there is too little text to speak of.
    public let readability: Readability?
    /// Whether the text was longer than is read at once: its end was not looked at.
    public let isCut: Bool

    public func count(_ severity: ProofFinding.Severity) -> Int { findings.count { $0.severity == severity } }
}

/// Gathers findings while a text is read.
struct Findings {
    private(set) var list: [(order: Int, finding: ProofFinding)] = []
    private(set) var counts: [ProofFinding.Kind: Int] = [:]

    /// Whether another finding of the kind would still be kept.
    func has(roomFor kind: ProofFinding.Kind) -> Bool { counts[kind, default: 0] < Proofreader.mostOfAKind }

    mutating func add(
        _ kind: ProofFinding.Kind,
        _ severity: ProofFinding.Severity? = nil,
        _ values: [String: String] = [:],
        in passage: Passage,
        _ range: Range<Int>? = nil,
        suggesting suggestions: [String] = []
    ) {
        counts[kind, default: 0] += 1
        guard counts[kind, default: 0] <= Proofreader.mostOfAKind else { return }
        let quote = range.map { passage.pieces.text($0) } ?? passage.text
        let place = ProofFinding.Place(field: passage.field, path: passage.path, range: range.map(passage.utf16))
        list.append(
            (
                passage.order,
                ProofFinding(
                    kind: kind,
                    severity: severity ?? kind.severity,
                    values: values,
                    place: place,
                    quote: quote.count > 200 ? quote.prefix(199) + "…" : quote,
                    suggestions: suggestions
                )
            )
        )
    }

    /// Leaves out what nobody wants to hear of.
    mutating func drop(_ kinds: Set<ProofFinding.Kind>) {
        guard !kinds.isEmpty else { return }
        list.removeAll { kinds.contains($0.finding.kind) }
        for kind in kinds { counts[kind] = nil }
    }

    func report(_ readability: Readability?, isCut: Bool) -> ProofReport {
        let sorted = list.enumerated().sorted { a, b in
            let (first, second) = (a.element, b.element)
            if first.order != second.order { return first.order < second.order }
            let (start, other) = (first.finding.place.range?.lowerBound ?? -1, second.finding.place.range?.lowerBound ?? -1)
            return start != other ? start < other : a.offset < b.offset
        }
        return ProofReport(findings: sorted.map(\.element.finding), counts: counts, readability: readability, isCut: isCut)
    }
}
