/// A piece of a text family: running text with places to fill in (`{name}`) and turns of phrase to choose from (`[one|another]`).
indirect enum Phrase: Sendable, Hashable {
    case text(String)
    case slot(String)
    case choice([[Phrase]])

    /// - Throws: `FamilyFault` where a bracket is not closed.
    static func parse(_ source: String, line: Int) throws(FamilyFault) -> [Phrase] {
        var parser = PhraseParser(characters: Array(source), line: line)
        let phrases = try parser.sequence(nested: false)
        return phrases
    }

    /// Every slot named anywhere in the phrases.
    static func slots(in phrases: [Phrase]) -> [String] {
        phrases.flatMap { phrase -> [String] in
            switch phrase {
            case .text: []
            case .slot(let name): [name]
            case .choice(let options): options.flatMap { slots(in: $0) }
            }
        }
    }
}

/// What is wrong with the text of a family, and where: a mistake of its author, found when the families are read.
public struct FamilyFault: Error, CustomStringConvertible, Equatable {
    public let family: String
    public let line: Int
    public let problem: String

    public var description: String { "family '\(family)', line \(line): \(problem)" }
}

private struct PhraseParser {
    let characters: [Character]
    let line: Int
    var position = 0

    init(characters: [Character], line: Int) {
        self.characters = characters
        self.line = line
    }

    mutating func sequence(nested: Bool) throws(FamilyFault) -> [Phrase] {
        var result: [Phrase] = []
        var text = ""
        while position < characters.count {
            let character = characters[position]
            if nested, character == "|" || character == "]" { break }
            position += 1
            switch character {
            case "{":
                var name = ""
                while position < characters.count, characters[position] != "}" {
                    name.append(characters[position])
                    position += 1
                }
                guard position < characters.count, !name.isEmpty else { throw fault("a slot is not closed") }
                position += 1
                if !text.isEmpty { result.append(.text(text)) }
                text = ""
                result.append(.slot(name))
            case "[":
                if !text.isEmpty { result.append(.text(text)) }
                text = ""
                result.append(.choice(try options()))
            case "}", "]":
                throw fault("'\(character)' closes nothing")
            default:
                text.append(character)
            }
        }
        if !text.isEmpty { result.append(.text(text)) }
        return result
    }

    private mutating func options() throws(FamilyFault) -> [[Phrase]] {
        var options: [[Phrase]] = []
        while true {
            options.append(try sequence(nested: true))
            guard position < characters.count else { throw fault("a choice is not closed") }
            let end = characters[position]
            position += 1
            if end == "]" { return options }
        }
    }

    private func fault(_ problem: String) -> FamilyFault { FamilyFault(family: "", line: line, problem: problem) }
}
