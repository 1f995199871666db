/// A date text cut into numbers, words and signs; words folded, spaces kept only as "there was a space".
struct DateTokens {
    enum Token: Equatable {
        case number(Int, digits: Int)
        case word(String)
        case sign(Character)
    }

    private(set) var list: [Token] = []

    init(_ text: String) {
        var number = ""
        var word = ""
        func flush(_ list: inout [Token]) {
            if !number.isEmpty { list.append(.number(Int(number) ?? .max, digits: number.count)) }
            if !word.isEmpty { list.append(.word(word)) }
            number = ""
            word = ""
        }
        for character in fold(text) {
            if character.isASCIIDigit {
                if !word.isEmpty { flush(&list) }
                number.append(character)
            } else if character.isLetter {
                if !number.isEmpty { flush(&list) }
                word.append(character)
            } else {
                flush(&list)
                if !character.isWhitespace && character != "\u{A0}" { list.append(.sign(character)) }
            }
        }
        flush(&list)
    }

    var isEmpty: Bool { list.isEmpty }

    var onlyDigits: (value: Int, count: Int)? {
        guard list.count == 1, case .number(let value, let count) = list[0] else { return nil }
        return (value, count)
    }
}
