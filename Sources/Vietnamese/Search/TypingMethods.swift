/// What keys make where an input method runs: "thur tucj" (Telex), "thu3 tuc5" (VNI) → "thủ tục".
public enum TypingMethod: Sendable, CaseIterable {
    case telex, vni

    /// The syllable that these keys would have made; nil when they make none with marks, or none that Vietnamese spells.
    public func syllable(from keys: String) -> String? {
        let typed = Array(keys.lowercased().unicodeScalars.map(\.value))
        guard (2...10).contains(typed.count), typed.allSatisfy({ $0 < 0x80 }) else { return nil }
        var base: [UInt32] = []
        var tone: UInt32?
        var marks = 0
        for key in typed {
            if let mark = toneMark(key, after: base) {
                guard tone == nil else { return nil }
                tone = mark
            } else if let changed = change(key, base) {
                base = changed
                marks += 1
            } else if (key &- 0x61) < 26 {
                base.append(key)
            } else {
                return nil
            }
        }
        guard marks > 0 || tone != nil, base.count > 1 || tone != nil else { return nil }
        // The tone may stand on any vowel of the rime; spelling knows which one is right.
        guard let tone else { return isSyllable(ScalarText.encode(base)) ? ScalarText.encode(base) : nil }
        let places = base.indices.filter { Letter(base[$0])?.isVowel ?? false }.sorted { Self.weight(base, $0) > Self.weight(base, $1) }
        for place in places {
            var word = base
            word.insert(tone, at: place + 1)
            let text = nfc(ScalarText.encode(word))
            if isSyllable(text) { return text }
        }
        return nil
    }

    private func toneMark(_ key: UInt32, after base: [UInt32]) -> UInt32? {
        guard base.contains(where: { Letter($0)?.isVowel ?? false }) else { return nil }
        let keys: [UInt32] =
            switch self {
            case .telex: [0x73, 0x66, 0x72, 0x78, 0x6A]
            case .vni: [0x31, 0x32, 0x33, 0x34, 0x35]
            }
        return keys.firstIndex(of: key).map { [0x301, 0x300, 0x309, 0x303, 0x323][$0] }
    }

    /// The base with a letter changed by the key; nil when the key changes none.
    private func change(_ key: UInt32, _ base: [UInt32]) -> [UInt32]? {
        var base = base
        func turn(_ pairs: [(UInt32, UInt32)]) -> [UInt32]? {
            for index in base.indices.reversed() {
                guard let pair = pairs.first(where: { $0.0 == base[index] }) else { continue }
                base[index] = pair.1
                // "uow" is ươ.
                if pair.1 == 0x1A1, index > 0, base[index - 1] == 0x75 { base[index - 1] = 0x1B0 }
                return base
            }
            return nil
        }
        switch (self, key) {
        case (.telex, 0x61): return base.last == 0x61 || base.contains(0x61) && !base.contains(0xE2) ? turn([(0x61, 0xE2)]) : nil
        case (.telex, 0x65): return turn([(0x65, 0xEA)])
        case (.telex, 0x6F): return turn([(0x6F, 0xF4)])
        case (.telex, 0x64): return base.first == 0x64 ? [0x111] + base.dropFirst() : nil
        case (.telex, 0x77): return turn([(0x6F, 0x1A1), (0x61, 0x103), (0x75, 0x1B0)])
        case (.vni, 0x36): return turn([(0x61, 0xE2), (0x65, 0xEA), (0x6F, 0xF4)])
        case (.vni, 0x37): return turn([(0x6F, 0x1A1), (0x75, 0x1B0)])
        case (.vni, 0x38): return turn([(0x61, 0x103)])
        case (.vni, 0x39): return base.first == 0x64 ? [0x111] + base.dropFirst() : nil
        default: return nil
        }
    }

    /// Marked vowels carry the tone before plain ones, of two the one before a final consonant, else the first.
    private static func weight(_ base: [UInt32], _ index: Int) -> Int {
        let isMarked = base[index] > 0x7F
        let hasFinal = Letter(base[base.count - 1]).map { !$0.isVowel } ?? false
        return isMarked ? 100 + index : hasFinal ? index : -index
    }
}
