import Vietnamese

/// A secret in the forms in which it could come back.
struct Secret {
    /// Letters and digits alone, folded: searched for as whole words.
    var compact: [[UInt8]] = []
    /// Digits alone: searched for in numbers in parts.
    var digits: [[UInt8]] = []
    /// What reading the edition anew must not bring up: short numbers, given names.
    var keys: Set<String> = []

    init(_ proposal: Proposal) {
        let text = CompactText(proposal.quote).bytes
        keys.insert(Self.key(proposal))
        switch proposal.kind {
        case .person: takeName(proposal.quote)
        case .phone:
            // Without the zero or the country, so that either is found.
            let core = Self.core(Self.number(proposal.quote))
            if core.count >= 7 { digits.append(core) }
        case .identity, .taxCode, .insurance, .bankAccount, .number, .dossier, .land:
            let number = Self.number(proposal.quote)
            if number.count >= 7, text.allSatisfy({ $0 &- 0x30 < 10 }) { digits.append(number) } else if text.count >= 6 { compact.append(text) }
        case .licencePlate: compact.append(text)
        case .email:
            compact.append(text)
            let local = CompactText(String(proposal.quote.prefix { $0 != "@" && $0 != "(" && $0 != "[" && $0 != " " })).bytes
            if local.count >= 6 { compact.append(local) }
        case .profile:
            let handle = CompactText(proposal.quote.split(separator: "/").last.map(String.init) ?? proposal.quote).bytes
            if handle.count >= 5 { compact.append(handle) }
        case .address:
            if text.count >= 7, text.contains(where: { $0 &- 0x30 < 10 }) { compact.append(text) }
        case .health: if text.count >= 5 { compact.append(text) }
        case .birth, .coordinates: if text.count >= 8 { compact.append(text) }
        }
        compact = compact.map { Array($0.prefix(Self.longest)) }
    }

    /// Longer secrets are known by their beginning.
    private static let longest = 120

    private mutating func takeName(_ quote: String) {
        let syllables = TextPieces(quote).pieces.count < 2 ? [] : quote.split { !$0.isLetter && $0 != "'" }.map { CompactText(String($0)).bytes }
        guard let first = syllables.first, let last = syllables.last, syllables.count > 1 else { return }
        let whole = Array(syllables.joined())
        if whole.count >= 5 { compact.append(whole) }
        if first.count + last.count >= 5 {
            compact.append(last + first)
            if syllables.count > 2 { compact.append(first + last) }
        }
        // "ông An" is Nguyễn Văn An still.
        for start in 1..<syllables.count {
            keys.insert("person:" + String(decoding: Array(syllables[start...].joined(separator: [0x20])), as: UTF8.self))
        }
    }

    /// What makes two proposals the same secret.
    static func key(_ proposal: Proposal) -> String {
        switch proposal.kind {
        case .person: "person:" + fold(proposal.quote).split { !$0.isLetter }.joined(separator: " ")
        case .phone: "phone:" + String(decoding: core(number(proposal.quote)), as: UTF8.self)
        case .land: "land:" + String(decoding: number(proposal.quote), as: UTF8.self)
        case .birth: "birth:" + values(proposal.quote).map(String.init).joined(separator: "-")
        default: proposal.kind.rawValue + ":" + String(decoding: CompactText(proposal.quote).bytes, as: UTF8.self)
        }
    }

    /// The digits of a text in ASCII, look-alikes and words for digits read as such.
    static func number(_ quote: String) -> [UInt8] {
        let passage = Passage(quote, field: 0)
        let groups = DigitGroups(passage)
        if groups.digits.isEmpty || passage.words.count > 6 && groups.digits.count < 7 {
            var digits: [UInt8] = []
            for index in passage.words.indices {
                if let match = words.match(index, in: passage) {
                    digits.append(UInt8(match.list) + 0x30)
                } else {
                    digits += (passage.words[index].start..<passage.words[index].end).compactMap {
                        Letters.digit(passage.codes[$0]).map { $0 + 0x30 }
                    }
                }
            }
            return digits
        }
        return groups.digits.map { $0 + 0x30 }
    }

    /// The numbers of a date: "12 tháng 5 năm 1980" and "12/05/1980" are the same.
    private static func values(_ quote: String) -> [Int] {
        let groups = DigitGroups(Passage(quote, field: 0))
        return groups.groups.indices.map(groups.value)
    }

    private static let words = PhraseTable(WordLists.house.keys("digit-words").map(\.entries))

    /// A telephone number without zero, country and what else stands before the nine or ten digits.
    static func core(_ digits: [UInt8]) -> [UInt8] {
        var digits = digits[...]
        if digits.starts(with: [0x30, 0x30]) { digits = digits.dropFirst(2) }
        if digits.count > 10, digits.starts(with: [0x38, 0x34]) { digits = digits.dropFirst(2) }
        while digits.first == 0x30 { digits = digits.dropFirst() }
        return Array(digits)
    }
}
