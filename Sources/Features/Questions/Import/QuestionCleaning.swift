import Publishing
import Redaction
import RichText
import Vietnamese

/// What becomes public of an imported question: with what the redactor is sure of taken out, or refused.
struct QuestionCleaning {
    let redactor: Redactor

    struct Cleaned: Sendable {
        let title: String
        let question: RichText
        let answer: RichText
        /// Places that were replaced.
        let replaced: Int
        /// Places that are perhaps somebody's and stand as they came.
        let perhaps: Int
    }

    /// - Throws: `ForeignReason` where something that was taken out still stands somewhere in another spelling.
    func clean(_ record: QuestionRecord, answer: String, language: EditionLanguage) throws(ForeignReason) -> Cleaned {
        let letter = Letter([Letter.Field("title", record.title), Letter.Field("question", record.question), Letter.Field("answer", answer)])
        let proposals = redactor.proposals(in: letter, language: language)
        // What the screen of the desk ticks by itself is taken out; the rest waits for a person there, and here for whoever reads the summary.
        let sure = proposals.filter { $0.confidence >= .likely }
        var edition = redactor.apply(sure, to: letter)
        // In whatever other spelling it stands once more; but a given name alone, which may be any word, is for a person to look at.
        let (again, alone) = leaks(of: sure, in: edition)
        edition = Self.replace(again, sure, in: edition)
        if let leak = leaks(of: sure, in: edition).again.first {
            throw ForeignReason(field: nil, text: "personal data (\(leak.kind.rawValue)) stands here in a spelling that cannot be taken out")
        }
        let touched = Set(sure.map { $0.field } + again.map { $0.field })
        func text(_ index: Int, _ blocks: RichText?) -> RichText {
            // A link can hold an address that its words do not show: such a text is taken as plain paragraphs.
            if let blocks, !touched.contains(index), !Self.leadsToSomebody(blocks) { return blocks }
            return EditionTexts.paragraphs(edition.fields[index].text)
        }
        return Cleaned(
            title: edition.fields[0].text,
            question: text(1, record.blocks.question),
            answer: text(2, record.blocks.answer),
            replaced: sure.count + again.count,
            perhaps: proposals.count - sure.count + alone.count
        )
    }

    private func leaks(of sure: [Proposal], in edition: Letter) -> (again: [Leak], alone: [Leak]) {
        var found: (again: [Leak], alone: [Leak]) = ([], [])
        for leak in redactor.leaks(of: sure, in: edition) {
            let syllables = fold(sure[leak.proposal].quote).split(whereSeparator: \.isWhitespace).map(String.init)
            if leak.kind == .person, syllables.contains(fold(leak.quote)) { found.alone.append(leak) } else { found.again.append(leak) }
        }
        return found
    }

    /// The letter with what leaked replaced as what it is a spelling of was; the last of a field first, so that places hold.
    private static func replace(_ leaks: [Leak], _ sure: [Proposal], in letter: Letter) -> Letter {
        var letter = letter
        for (field, own) in Dictionary(grouping: leaks, by: \.field) {
            var scalars = Array(nfc(letter.fields[field].text).unicodeScalars)
            var end = scalars.count
            for leak in own.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) where leak.range.upperBound <= end {
                scalars.replaceSubrange(leak.range, with: sure[leak.proposal].replacement.unicodeScalars)
                end = leak.range.lowerBound
            }
            var text = String.UnicodeScalarView()
            text.append(contentsOf: scalars)
            letter.fields[field] = Letter.Field(letter.fields[field].name, String(text))
        }
        return letter
    }

    private static func leadsToSomebody(_ text: RichText) -> Bool {
        let canonical = "\(text)".lowercased()
        return canonical.contains("mailto:") || canonical.contains("tel:")
    }
}
