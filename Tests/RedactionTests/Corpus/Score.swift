import Redaction

/// How much was found, and how much of what was proposed was right, for each kind.
struct Score {
    struct Counts {
        var secrets = 0
        var found = 0
        var proposals = 0
        var right = 0

        var recall: Double { secrets == 0 ? 1 : Double(found) / Double(secrets) }
        var precision: Double { proposals == 0 ? 1 : Double(right) / Double(proposals) }
    }

    private(set) var kinds: [String: Counts] = [:]
    private(set) var missed: [String] = []
    private(set) var wrong: [String] = []
    private(set) var letters = 0

    /// A secret is found when no letter or digit of it would be shown, whatever the kinds of the proposals that hide it. A proposal is right when four fifths of
    /// what it hides is secret, of any kind.
    mutating func add(_ letter: LabelledLetter, _ proposals: [Proposal]) {
        letters += 1
        let scalars = Array(letter.text.unicodeScalars)
        func isVisible(_ index: Int) -> Bool { scalars[index].properties.isAlphabetic || scalars[index].properties.numericType != nil }
        var hidden = Array(repeating: false, count: scalars.count)
        var secret = hidden
        for proposal in proposals { for index in proposal.range { hidden[index] = true } }
        for part in letter.secrets { for index in part.range { secret[index] = true } }
        for part in letter.secrets {
            kinds[part.kind, default: Counts()].secrets += 1
            if part.range.allSatisfy({ hidden[$0] || !isVisible($0) }) {
                kinds[part.kind, default: Counts()].found += 1
            } else {
                missed.append("\(part.kind): \(Self.show(part.range, scalars))")
            }
        }
        for proposal in proposals {
            let kind = proposal.kind.rawValue
            kinds[kind, default: Counts()].proposals += 1
            let visible = proposal.range.filter(isVisible)
            if visible.count(where: { secret[$0] }) * 5 >= visible.count * 4 {
                kinds[kind, default: Counts()].right += 1
            } else {
                wrong.append("\(kind) \(proposal.reason) \(proposal.confidence): \(Self.show(proposal.range, scalars))")
            }
        }
    }

    private static func show(_ range: Range<Int>, _ scalars: [Unicode.Scalar]) -> String {
        func text(_ range: Range<Int>) -> String {
            String(String.UnicodeScalarView(scalars[range.clamped(to: 0..<scalars.count)])).replacing("\n", with: "⏎")
        }
        return text(max(0, range.lowerBound - 25)..<range.lowerBound) + "⟦" + text(range) + "⟧" + text(range.upperBound..<range.upperBound + 20)
    }

    func sum(_ isIn: (String) -> Bool) -> Counts {
        kinds.filter { isIn($0.key) }.values.reduce(into: Counts()) {
            $0.secrets += $1.secrets
            $0.found += $1.found
            $0.proposals += $1.proposals
            $0.right += $1.right
        }
    }

    var names: Counts { sum { $0 == "person" } }
    var numbers: Counts { sum { !["person", "address", "health"].contains($0) } }

    /// A table in Markdown.
    func table(_ title: String) -> String {
        var lines = ["", "| \(title): \(letters) letters | secrets | recall | proposals | precision |", "| --- | ---: | ---: | ---: | ---: |"]
        func row(_ name: String, _ counts: Counts) -> String {
            "| \(name) | \(counts.secrets) | \(Self.percent(counts.recall)) | \(counts.proposals) | \(Self.percent(counts.precision)) |"
        }
        for kind in SecretKind.allCases {
            if let counts = kinds[kind.rawValue] { lines.append(row(kind.rawValue, counts)) }
        }
        lines.append(row("all", sum { _ in true }))
        return lines.joined(separator: "\n")
    }

    static func percent(_ value: Double) -> String {
        let tenths = Int((value * 1000).rounded())
        return "\(tenths / 10).\(tenths % 10) %"
    }
}
