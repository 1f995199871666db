import Vietnamese

/// Syllables with Vietnamese marks that the rules of spelling do not allow ("nghuyễn", "đươc"), and where the tones stand.
struct SyllableCheck {
    private let allowed: Set<UInt64>
    private let common: Set<UInt64>
    private let names: NameRegister
    private let style: HouseStyle
    /// Words already looked at, by digest; most of a text is repetition.
    private var good: Set<UInt64> = []

    private struct Sight {
        let passage: Passage
        let range: Range<Int>
        let word: String
    }
    private var old: [Sight] = []
    private var new: [Sight] = []

    init(_ lists: WordLists, _ names: NameRegister, _ style: HouseStyle) {
        allowed = lists.set("beside-the-rules")
        common = lists.set("common").union(lists.set("plain"))
        (self.names, self.style) = (names, style)
    }

    mutating func read(_ passage: Passage, _ tokens: [Token], _ findings: inout Findings) {
        let codes = passage.pieces.codes
        for (index, token) in tokens.enumerated() where token.shape != .number && token.length > 1 {
            switch Self.placement(codes, token) {
            case .old?: note(&old, index, tokens, passage)
            case .new?: note(&new, index, tokens, passage)
            case nil: break
            }
            // Names are spelt as their bearers spell them; what begins a sentence may be a name.
            guard token.shape == .lower, !good.contains(token.exact) else { continue }
            let range = token.start..<token.end
            guard codes[range].contains(where: { $0 >= 0x80 }) else { continue }
            let word = passage.pieces.text(range)
            // Without a vowel it is a short form: "đc", "vnđ".
            let isShort = !codes[range].contains { Self.relatives[$0] != nil && $0 != 0x64 && $0 != 0x111 }
            if isShort || isSyllable(word) || allowed.contains(token.exact) || names.knows(syllable: token.exact) || !isOurs(codes[range])
                || isPart(index, tokens)
            {
                good.insert(token.exact)
                continue
            }
            guard findings.has(roomFor: .impossibleSyllable) else { continue }
            let mends = mends(of: Array(codes[range]))
            findings.add(.impossibleSyllable, nil, ["word": word, "suggestion": mends.first ?? ""], in: passage, range, suggesting: mends)
        }
    }

    /// One of a word's parts, as in "H'leo" or "e-mail".
    private func isPart(_ index: Int, _ tokens: [Token]) -> Bool {
        let isJoined = tokens[index].gap.subtracting([.other, .dash]).isEmpty && index > 0
        return isJoined || index + 1 < tokens.count && tokens[index + 1].gap.subtracting([.other, .dash]).isEmpty
    }

    /// All letters are of the Vietnamese alphabet, f, j, w and z left out: anything else is a foreign word.
    private func isOurs(_ codes: ArraySlice<UInt32>) -> Bool {
        codes.allSatisfy { code in
            guard Letters.isLetter(code), code != 0x66, code != 0x6A, code != 0x77, code != 0x7A else { return false }
            return code < 0x80 || (0x1EA0...0x1EF9).contains(code) || Self.marked.contains(code)
        }
    }

    private static let marked: Set<UInt32> = Set("àáâãèéêìíòóôõùúýăđĩũơư".unicodeScalars.map(\.value))

    /// Syllables one slip away, at most three: those that are frequent or stand elsewhere in the text, two words run together, and then
    /// any with two letters exchanged or one too many.
    private func mends(of codes: [UInt32]) -> [String] {
        var likely: [String] = []
        var split: [String] = []
        var other: [String] = []
        func offer(_ codes: [UInt32], always: Bool) {
            guard let text = Self.text(codes), isSyllable(text) else { return }
            let word = Phrase(text).exact
            if common.contains(word) || good.contains(word) {
                likely.append(text)
            } else if always {
                other.append(text)
            }
        }
        for index in codes.indices {
            for letter in Self.relatives[codes[index]] ?? [] {
                var changed = codes
                changed[index] = letter
                offer(changed, always: false)
            }
        }
        for index in 0...codes.count {
            for letter in Self.dropped {
                var longer = codes
                longer.insert(letter, at: index)
                offer(longer, always: false)
            }
        }
        for index in codes.indices {
            if index > 0 {
                var swapped = codes
                swapped.swapAt(index, index - 1)
                offer(swapped, always: true)
            }
            var shorter = codes
            shorter.remove(at: index)
            offer(shorter, always: shorter.contains { $0 >= 0x80 })
        }
        for index in codes.indices.dropFirst(2) where codes.count - index >= 2 {
            guard let first = Self.text(codes[..<index]), let second = Self.text(codes[index...]), isSyllable(first), isSyllable(second) else {
                continue
            }
            split.append(first + " " + second)
        }
        // Long words are two, short ones a slip.
        let ordered = codes.count > 6 ? split + likely + other : likely + split + other
        var seen: Set<String> = []
        return Array(ordered.filter { seen.insert($0).inserted }.prefix(3))
    }

    private static func text(_ codes: some Sequence<UInt32>) -> String? {
        var view = String.UnicodeScalarView()
        for code in codes {
            guard let scalar = Unicode.Scalar(code) else { return nil }
            view.append(scalar)
        }
        return String(view)
    }

    /// Letters that typing loses.
    private static let dropped = "ghnciuưươoaêơâăty".unicodeScalars.map(\.value)

    /// For each vowel all others that differ in marks only.
    private static let relatives: [UInt32: [UInt32]] = {
        var table: [UInt32: [UInt32]] = [:]
        for row in ["aàảãáạăằẳẵắặâầẩẫấậ", "eèẻẽéẹêềểễếệ", "iìỉĩíị", "oòỏõóọôồổỗốộơờởỡớợ", "uùủũúụưừửữứự", "yỳỷỹýỵ", "dđ"] {
            let letters = row.unicodeScalars.map(\.value)
            for letter in letters { table[letter] = letters.filter { $0 != letter } }
        }
        return table
    }()

    // MARK: Tones

    private func note(_ sights: inout [Sight], _ index: Int, _ tokens: [Token], _ passage: Passage) {
        let token = tokens[index]
        let isName = token.isCapital && !Sentences.starts(at: index, tokens, passage)
        guard !isName || style.tones != nil, sights.count < 1000 else { return }
        let range = token.start..<token.end
        sights.append(Sight(passage: passage, range: range, word: passage.pieces.text(range)))
    }

    /// After all passages: what is not spelt as the house wants, or as most of the text is.
    func finish(_ findings: inout Findings) {
        let wanted = style.tones ?? (old.count >= new.count ? .old : .new)
        let others = wanted == .old ? new : old
        let kind = style.tones == nil ? ProofFinding.Kind.toneMixed : .toneStyle
        guard style.tones != nil || !old.isEmpty && !new.isEmpty else { return }
        let most = wanted == .old ? old.first?.word : new.first?.word
        for sight in others {
            let mend = placeTones(sight.word, wanted)
            let values = ["word": sight.word, "suggestion": mend, "other": most ?? mend]
            findings.add(kind, nil, values, in: sight.passage, sight.range, suggesting: [mend])
        }
    }

    /// How an open syllable with oa, oe, uy carries its tone; nil for all others.
    private static func placement(_ codes: [UInt32], _ token: Token) -> TonePlacement? {
        let (a, b) = (codes[token.end - 2], codes[token.end - 1])
        guard a >= 0x80 || b >= 0x80 else { return nil }
        let before = token.length > 2 ? codes[token.end - 3] | 0x20 : 0
        switch (open[a], open[b]) {
        case (.toned(0x6F)?, .plain(let vowel)?) where vowel == 0x61 || vowel == 0x65: return .old
        case (.toned(0x75)?, .plain(0x79)?) where before != 0x71: return .old
        case (.plain(0x6F)?, .toned(let vowel)?) where vowel == 0x61 || vowel == 0x65: return .new
        case (.plain(0x75)?, .toned(0x79)?) where before != 0x71: return .new
        default: return nil
        }
    }

    private enum Vowel {
        case plain(UInt32)
        case toned(UInt32)
    }

    private static let open: [UInt32: Vowel] = {
        var table: [UInt32: Vowel] = [:]
        for (letter, toned) in [("a", "àáảãạ"), ("e", "èéẻẽẹ"), ("o", "òóỏõọ"), ("u", "ùúủũụ"), ("y", "ỳýỷỹỵ")] {
            for text in [letter, uppercase(letter)] {
                for scalar in text.unicodeScalars { table[scalar.value] = .plain(scalar.value | 0x20) }
            }
            let base = letter.unicodeScalars.first?.value ?? 0
            for scalar in (toned + uppercase(toned)).unicodeScalars { table[scalar.value] = .toned(base) }
        }
        return table
    }()
}
