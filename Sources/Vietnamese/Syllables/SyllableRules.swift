/// Onsets, rimes and how they join. Letters are packed six bits each, so that a part of a word is one integer.
enum SyllableRules {
    /// Up to seven letters ("nghiêng"), with the one tone they carry.
    struct Word {
        /// The ordinals, six bits each, the first letter highest.
        private(set) var packed: UInt64 = 0
        private(set) var count = 0
        private(set) var tone = Tone.ngang
        /// Where the tone stands, in letters from the start; -1 for the level tone.
        private(set) var toneAt = -1
        private(set) var uppers: UInt8 = 0

        /// False when the word is too long or carries a second tone.
        mutating func append(_ letter: Letter) -> Bool {
            guard count < 7 else { return false }
            if letter.tone != .ngang {
                guard toneAt < 0 else { return false }
                tone = letter.tone
                toneAt = count
            }
            if letter.isUpper { uppers |= 1 << UInt8(count) }
            packed = packed << 6 | UInt64(letter.ordinal)
            count += 1
            return true
        }

        subscript(index: Int) -> UInt8 { UInt8(packed >> UInt64(6 * (count - 1 - index)) & 63) }

        /// Letters from `start` to the end.
        func tail(_ start: Int) -> UInt64 { packed & ((1 << UInt64(6 * (count - start))) - 1) }
        func head(_ length: Int) -> UInt64 { packed >> UInt64(6 * (count - length)) }

        /// lower, UPPER or Capital: what people write; anything else is a sign of another encoding.
        var hasPlainCase: Bool { uppers == 0 || uppers == 1 || Int(uppers) == (1 << count) - 1 }
    }

    /// Where the onset ends and where the rime starts (they overlap in "gì", "gin", whose i belongs to both).
    static func split(_ word: Word) -> (onset: Int, rime: Int)? {
        guard word.count > 0 else { return nil }
        var length = 0
        while length < word.count, !Letter(word[length]).isVowel { length += 1 }
        guard length < word.count, length <= 3 else { return nil }
        if length == 1, word.count > 1 {
            if word[0] == q { return splitAfterQ(word) }
            if word[0] == g, word[1] == i { return splitAfterGi(word) }
        }
        guard length == 0 || onsets.contains(word.head(length)) else { return nil }
        guard fits(onset: word.head(length), length, before: word[length]), accepts(word, length) else { return nil }
        return (length, length)
    }

    private static func splitAfterQ(_ word: Word) -> (onset: Int, rime: Int)? {
        guard word.count > 2, word[1] == u, word.toneAt != 1, rimesAfterQ.contains(word.tail(2)), toneFits(word) else { return nil }
        return (2, 2)
    }

    private static func splitAfterGi(_ word: Word) -> (onset: Int, rime: Int)? {
        if word.count > 2, word[2] != e_, word.toneAt != 1, accepts(word, 2) { return (2, 2) }
        // "gì", "gin", "giếng", "giết": g before a rime that begins with i.
        return accepts(word, 1) ? (2, 1) : nil
    }

    private static func accepts(_ word: Word, _ start: Int) -> Bool {
        let rime = word.tail(start)
        guard rimes.contains(rime) else { return false }
        // yê is how iê is spelt without an onset: "yên", but "tiên".
        if start > 0, bareRimes.contains(rime) { return false }
        if start == 0, rimesNeedingOnset.contains(rime) { return false }
        return toneFits(word)
    }

    /// A syllable that ends in p, t, c or ch has only the tones sắc and nặng; the tone stands on a vowel.
    private static func toneFits(_ word: Word) -> Bool {
        if word.toneAt >= 0, !Letter(word[word.toneAt]).isVowel { return false }
        let last = word[word.count - 1]
        let stops = last == p || last == t || last == c || (last == h && word.count > 1 && word[word.count - 2] == c)
        return !stops || word.tone == .sac || word.tone == .nang
    }

    /// c, g, ng stand before a ă â o ô ơ u ư; k, gh, ngh before e ê i y.
    private static func fits(onset: UInt64, _ length: Int, before vowel: UInt8) -> Bool {
        let isFront = vowel == e || vowel == e_ || vowel == i || vowel == y
        if hardOnsets.contains(onset) { return !isFront }
        if softOnsets.contains(onset) { return isFront }
        return true
    }

    static func text(_ word: Word, _ range: Range<Int>) -> String {
        var scalars = String.UnicodeScalarView()
        for index in range {
            if let scalar = Letter(word[index]).scalar.flatMap(Unicode.Scalar.init) { scalars.append(scalar) }
        }
        return String(scalars)
    }

    private static let c = Letter.ordinal("c"), e = Letter.ordinal("e"), e_ = Letter.ordinal("ê"), g = Letter.ordinal("g")
    private static let h = Letter.ordinal("h"), i = Letter.ordinal("i"), p = Letter.ordinal("p"), q = Letter.ordinal("q")
    private static let t = Letter.ordinal("t"), u = Letter.ordinal("u"), y = Letter.ordinal("y")

    private static func pack(_ text: String) -> UInt64 {
        text.unicodeScalars.reduce(0) { $0 << 6 | UInt64(Letter.ordinal($1)) }
    }
    private static func set(_ words: String) -> LetterSet { LetterSet(words.split(separator: " ").map { pack(String($0)) }) }

    private static let onsets = set("b c ch d đ g gh h k kh l m n ng ngh nh p ph r s t th tr v x")
    private static let hardOnsets = set("c g ng")
    private static let softOnsets = set("k gh ngh")

    private static let rimes = set(
        """
        a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây \
        e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu yêm yên yêng yêt yêu \
        o oc oi om on ong op ot oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet ooc oong \
        ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uc ui um un ung up ut uâ uân uâng uât uây uê uêch uên uênh uôc uôi uôm uôn uông uôt \
        uơ uy uya uych uyên uyêt uyn uynh uyp uyt uyu ư ưa ưc ưi ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y
        """
    )
    private static let bareRimes = set("yêm yên yêng yêt yêu")
    private static let rimesNeedingOnset = set("iêc iêm iên iêng iêp iêt iêu")
    private static let rimesAfterQ = set(
        """
        a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc ân âng ât ây e en eng eo et ê êch ên ênh êt êu \
        i it in inh ich y ych yên yêt yn ynh yp yt ôc ơ ơn ơi ơt yu ia ip
        """
    )
}

/// A fixed set of packed words with a look-up of a few nanoseconds.
struct LetterSet: Sendable {
    private let slots: [UInt64]
    private let mask: Int

    init(_ members: [UInt64]) {
        var size = 16
        while size < members.count * 4 { size *= 2 }
        var slots = [UInt64](repeating: 0, count: size)
        for member in members where member != 0 {
            var at = LetterSet.hash(member, size - 1)
            while slots[at] != 0 && slots[at] != member { at = (at + 1) & (size - 1) }
            slots[at] = member
        }
        self.slots = slots
        mask = size - 1
    }

    func contains(_ word: UInt64) -> Bool {
        guard word != 0 else { return false }
        var at = LetterSet.hash(word, mask)
        while true {
            let slot = slots[at]
            if slot == word { return true }
            if slot == 0 { return false }
            at = (at + 1) & mask
        }
    }

    private static func hash(_ word: UInt64, _ mask: Int) -> Int {
        Int(truncatingIfNeeded: (word &* 0x9E37_79B9_7F4A_7C15) >> 40) & mask
    }
}
