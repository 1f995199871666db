import Casework
import Publishing
import Redaction
import RichText
import Vietnamese

/// The texts of a case on their way to the public: what was written, what is proposed to be left out, what a person makes of it.
struct EditionTexts {
    /// What of a letter becomes public, in the order of the screen.
    enum Part: Int, CaseIterable {
        case title, question, answer

        /// Its field in the form.
        var field: String {
            switch self {
            case .title: "tieu-de"
            case .question: "cau-hoi"
            case .answer: "tra-loi"
            }
        }
    }

    let letter: Letter
    let proposals: [Proposal]
    /// What the officer ticked, or what is ticked when the screen opens.
    var accepted: [Proposal]
    /// How who asked is called in public.
    var asker: String

    /// `ticked`: keys of proposals; nil: as the program would have it.
    init(_ original: CaseOriginal, answer: String, wish: Wish, redactor: Redactor, ticked: Set<String>?) {
        letter = Letter([Letter.Field("title", original.title), Letter.Field("text", original.text), Letter.Field("answer", answer)])
        proposals = redactor.proposals(in: letter)
        let name = original.name ?? ""
        let isOpen = wish == .open
        accepted = proposals.filter { proposal in
            if let ticked { return ticked.contains(Self.key(proposal)) }
            // Who wants to be named is named; everybody else in the letter is not.
            if isOpen, proposal.kind == .person, Self.isName(proposal.quote, of: name) { return false }
            return proposal.confidence >= .likely
        }
        asker = isOpen || original.standing == .organisation ? name : Self.initials(name)
    }

    /// Where it stands, which is the same each time the letter is read.
    static func key(_ proposal: Proposal) -> String { "\(proposal.field)-\(proposal.range.lowerBound)-\(proposal.range.upperBound)" }

    /// The letter with what was ticked taken out.
    func edition(_ redactor: Redactor) -> Letter { redactor.apply(accepted, to: letter) }

    /// What got through into texts that a person went over.
    func leaks(in texts: [Part: String], asker: String, _ redactor: Redactor) -> [Leak] {
        redactor.leaks(of: accepted, in: Letter(Part.allCases.map { Letter.Field($0.field, texts[$0] ?? "") } + [Letter.Field("asker", asker)]))
    }

    /// `N.V.A` of Nguyễn Văn An.
    static func initials(_ name: String) -> String {
        name.split(whereSeparator: \.isWhitespace).compactMap { $0.first?.uppercased() }.joined(separator: ".")
    }

    private static func isName(_ quote: String, of name: String) -> Bool {
        let (quote, name) = (fold(quote), fold(name))
        return !quote.isEmpty && (name == quote || name.hasSuffix(" " + quote))
    }

    /// Each paragraph of a plain text.
    static func paragraphs(_ text: String) -> RichText {
        RichText(text.split(whereSeparator: \.isNewline).map { String($0).trimmedOfBlanks }.filter { !$0.isEmpty }.map { .paragraph([.text($0)]) })
    }
}

extension String {
    fileprivate var trimmedOfBlanks: String {
        var text = drop { $0.isWhitespace }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
