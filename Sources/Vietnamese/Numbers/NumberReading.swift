/// What a written number means. A dot or a comma before exactly three digits can be read in two ways, and a silent guess is off
/// by a factor of a thousand: the caller has to know its source or ask.
public enum NumberReading: Hashable, Sendable {
    /// Only one reading is possible.
    case number(ExactNumber)
    /// "1.500" is 1500 in a Vietnamese text and 1.5 in a machine file; "1,500" the other way round.
    case ambiguous(vietnamese: ExactNumber, international: ExactNumber)
    case notANumber(Reason)

    public enum Reason: Hashable, Sendable {
        case empty
        /// Characters that belong to no number.
        case foreignCharacters
        /// Separators that fit no notation ("1.23.4", "12.34,5,6").
        case separators
        /// More digits than 64 bits hold.
        case tooLarge
    }

    /// The number as a Vietnamese text means it.
    public var vietnamese: ExactNumber? {
        switch self {
        case .number(let number): number
        case .ambiguous(let number, _): number
        case .notANumber: nil
        }
    }

    /// The number as a machine file (dot for decimals) means it.
    public var international: ExactNumber? {
        switch self {
        case .number(let number): number
        case .ambiguous(_, let number): number
        case .notANumber: nil
        }
    }
}

/// Reads "1.234.567,89", "1,234,567.89", "1 234 567", "-12,5" and "1500".
public func readNumber(_ text: String) -> NumberReading {
    var digits = Substring(text.filter { !$0.isWhitespace || $0 == " " || $0 == "\u{A0}" || $0 == "\u{202F}" })
    digits = digits.trimming { $0.isWhitespace }
    guard !digits.isEmpty else { return .notANumber(.empty) }
    var isNegative = false
    if let sign = digits.first, "+-−–".contains(sign) {
        isNegative = sign != "+"
        digits = digits.dropFirst()
    }
    guard let first = digits.first, let last = digits.last, first.isASCIIDigit, last.isASCIIDigit else { return .notANumber(.foreignCharacters) }
    guard digits.allSatisfy({ $0.isASCIIDigit || ".,".contains($0) || $0.isWhitespace }) else { return .notANumber(.foreignCharacters) }
    let notation = WrittenNumber(digits)
    return notation.reading(isNegative: isNegative)
}

/// Reads a number with the words and signs that follow sums: "1,2 tỷ đồng" → 1200000000, "12,5%" → 12,5 (the sign is dropped),
/// "253.000 đ", "35 triệu". Words it does not know make it `.notANumber`.
public func readAmount(_ text: String) -> NumberReading {
    var words = fold(text).split { $0.isWhitespace }.map(String.init)
    if let last = words.last, let cut = last.firstIndex(where: { !$0.isASCIIDigit && !".,+-−–".contains($0) }), cut != last.startIndex {
        words.removeLast()
        words += [String(last[..<cut]), String(last[cut...])]
    }
    var exponent = 0
    var isScaled = false
    while let word = words.last, !(word.last?.isASCIIDigit ?? false) {
        switch word {
        case "dong", "d", "vnd", "₫", "%": break
        case "nghin", "ngan": exponent += 3
        case "trieu": exponent += 6
        case "ty", "ti": exponent += 9
        default: return .notANumber(.foreignCharacters)
        }
        isScaled = isScaled || exponent > 0
        words.removeLast()
    }
    let reading = readNumber(words.joined(separator: " "))
    guard exponent > 0 else { return reading }
    func scaled(_ number: ExactNumber) -> ExactNumber? { number.shifted(by: exponent) }
    switch reading {
    case .number(let number): return scaled(number).map(NumberReading.number) ?? .notANumber(.tooLarge)
    case .ambiguous(let vietnamese, let international):
        guard let a = scaled(vietnamese), let b = scaled(international) else { return .notANumber(.tooLarge) }
        return .ambiguous(vietnamese: a, international: b)
    case .notANumber: return reading
    }
}

private struct WrittenNumber {
    let parts: [Substring]
    let separators: [Character]

    init(_ text: Substring) {
        parts = text.split(omittingEmptySubsequences: false) { !$0.isASCIIDigit }
        separators = text.filter { !$0.isASCIIDigit }.map { $0.isWhitespace ? " " : $0 }
    }

    func reading(isNegative: Bool) -> NumberReading {
        guard !parts.contains(where: \.isEmpty) else { return .notANumber(.separators) }
        let kinds = Set(separators)
        switch kinds.count {
        case 0: return number(parts, nil, isNegative)
        case 1: return oneKind(isNegative)
        case 2:
            // The last separator, seen once, is the decimal one; what stands before it groups.
            guard let last = separators.last, last != " ", separators.filter({ $0 == last }).count == 1, areGroups(parts.dropLast()) else {
                return .notANumber(.separators)
            }
            return number(Array(parts.dropLast()), parts.last, isNegative)
        default: return .notANumber(.separators)
        }
    }

    private func oneKind(_ isNegative: Bool) -> NumberReading {
        let separator = separators[0]
        if separators.count > 1 || separator == " " {
            return areGroups(parts[...]) ? number(parts, nil, isNegative) : .notANumber(.separators)
        }
        let decimal = number([parts[0]], parts[1], isNegative)
        guard areGroups(parts[...]) else { return decimal }
        guard case .number(let whole) = number(parts, nil, isNegative), case .number(let fraction) = decimal else { return decimal }
        return separator == "." ? .ambiguous(vietnamese: whole, international: fraction) : .ambiguous(vietnamese: fraction, international: whole)
    }

    /// One to three digits without a leading zero, then threes.
    private func areGroups(_ groups: ArraySlice<Substring>) -> Bool {
        guard let first = groups.first, first.count <= 3, groups.count > 1 else { return groups.count == 1 }
        return first.first != "0" && groups.dropFirst().allSatisfy { $0.count == 3 }
    }

    private func number(_ whole: [Substring], _ fraction: Substring?, _ isNegative: Bool) -> NumberReading {
        let digits = whole.joined() + (fraction ?? "")
        guard let magnitude = Int64((isNegative ? "-" : "") + digits), let value = ExactNumber(significand: magnitude, scale: fraction?.count ?? 0)
        else {
            return .notANumber(.tooLarge)
        }
        return .number(value)
    }
}

extension Character {
    var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}

extension Substring {
    fileprivate func trimming(_ unwanted: (Character) -> Bool) -> Substring {
        let head = drop(while: unwanted)
        return head[..<(head.lastIndex { !unwanted($0) }.map(head.index(after:)) ?? head.startIndex)]
    }
}
