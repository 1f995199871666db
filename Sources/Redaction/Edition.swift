import Vietnamese

extension Redactor {
    /// The text with each accepted proposal's replacement in its place, in NFC. The proposals must have been made for this very text: one whose quote
    /// does not stand at its range, or that overlaps the one before it, changes nothing, and `leaks(of:in:)` then finds what stayed.
    public func apply(_ accepted: [Proposal], to text: String) -> String {
        let scalars = Array(nfc(text).unicodeScalars)
        var output = String.UnicodeScalarView()
        var place = 0
        for proposal in accepted.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
            let range = proposal.range
            guard range.lowerBound >= place, range.upperBound <= scalars.count, scalars[range].elementsEqual(proposal.quote.unicodeScalars) else {
                continue
            }
            output.append(contentsOf: scalars[place..<range.lowerBound])
            output.append(contentsOf: proposal.replacement.unicodeScalars)
            place = range.upperBound
        }
        output.append(contentsOf: scalars[place...])
        return nfc(String(output))
    }

    /// The letter with what was accepted replaced, each proposal in its own field. File names stay: whoever shows files gives them names.
    public func apply(_ accepted: [Proposal], to letter: Letter) -> Letter {
        let byField = Dictionary(grouping: accepted, by: \.field)
        return Letter(
            letter.fields.enumerated().map { index, field in
                guard let proposals = byField[index] else { return field }
                return Letter.Field(field.name, apply(proposals, to: field.text), isFileName: field.isFileName)
            }
        )
    }
}
