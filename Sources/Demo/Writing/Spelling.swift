import Vietnamese

extension String {
    /// The same text with its first letter in upper case.
    var capitalisedFirst: String { capitaliseFirst(self) }

    /// "Ea H'Lin" stays so, "Lũng Mây" becomes "Lung May".
    var withoutVietnameseMarks: String {
        map { character in
            let folded = fold(String(character))
            return character.isUppercase ? folded.uppercased() : folded
        }.joined()
    }

    var trimmedSpaces: String {
        var text = Substring(self)
        while text.first == " " { text = text.dropFirst() }
        while text.last == " " { text = text.dropLast() }
        return String(text)
    }

    /// The pieces between a separator.
    func pieces(separatedBy separator: String) -> [String] {
        var pieces: [String] = []
        var rest = Substring(self)
        while let found = rest.firstRange(of: separator) {
            pieces.append(String(rest[..<found.lowerBound]))
            rest = rest[found.upperBound...]
        }
        return pieces + [String(rest)]
    }

    /// Vietnamese texts begin sentences with names of all sorts; what fills a slot is written in lower case and raised here.
    /// Raised: the first letter, and a letter that follows a full stop, a question mark or an exclamation mark and a space.
    var sentencesCapitalised: String {
        var result = ""
        result.reserveCapacity(utf8.count)
        var raise = true
        var afterStop = false
        for character in self {
            if raise, character.isLetter {
                result += character.uppercased()
                raise = false
            } else {
                result.append(character)
                if raise, character.isNumber { raise = false }
            }
            if character == " " {
                if afterStop { raise = true }
            } else {
                afterStop = character == "." || character == "?" || character == "!" || (afterStop && (character == "”" || character == "\""))
            }
        }
        return result
    }
}

/// Numbers as each language writes them.
enum Figures {
    /// `1.234`, `1,234` or `1234`.
    static func whole(_ n: Int, language: String) -> String {
        let digits = String(abs(n))
        guard language != "zh", digits.count > 3 else { return n < 0 ? "-" + digits : digits }
        var result = ""
        for (i, digit) in digits.enumerated() {
            if i > 0, (digits.count - i).isMultiple(of: 3) { result.append(language == "vi" ? "." : ",") }
            result.append(digit)
        }
        return n < 0 ? "-" + result : result
    }

    /// `12,5` or `12.5`.
    static func tenths(_ n: Int, language: String) -> String {
        n.isMultiple(of: 10) && language == "vi"
            ? whole(n / 10, language: language) : whole(n / 10, language: language) + (language == "vi" ? "," : ".") + String(n % 10)
    }
}
