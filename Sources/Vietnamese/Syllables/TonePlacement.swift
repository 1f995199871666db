/// Where the tone stands in open syllables with oa, oe and uy: *hòa, thủy* (old) or *hoà, thuỷ* (new, as schools teach it).
public enum TonePlacement: Sendable {
    case old, new
}

/// The text with every open oa, oe, uy syllable spelt in one way; everything else, also the case, stays.
///
/// Syllables with a final consonant have one spelling only (toàn, thuyền), and after q the u belongs to the onset (quý, quỳ).
public func placeTones(_ text: String, _ placement: TonePlacement) -> String {
    var text = nfc(text)
    if !text.withUTF8(ToneMover.mayMove) { return text }
    var scalars = ScalarText.decode(text)
    return ToneMover.move(&scalars, placement) == 0 ? text : ScalarText.encode(scalars)
}

/// Lower case, NFC and one tone placement: the key under which "Ủy ban" and "Uỷ ban", "HOÀ BÌNH" and "Hòa Bình" are the same.
/// Accents still count. Search keeps it beside the folded form; what is shown stays as it was written.
public func toneNormalised(_ text: String) -> String { ScalarText.encode(ToneMover.normalised(text)) }

/// `toneNormalised` with final i for y after a consonant or qu: "kỹ sư Mỹ", "kĩ sư Mĩ" and "công ty", "công ti" are the same.
/// For search only: d/gi/z are never equated, and vowels before y keep it (may ≠ mai).
public func spellingKey(_ text: String) -> String { ScalarText.encode(SpellingKey.scalars(of: text)) }

enum SpellingKey {
    static func scalars(of text: String) -> [UInt32] {
        var scalars = ToneMover.normalised(text)
        for index in scalars.indices.dropFirst() where ToneMover.isY(scalars[index]) {
            guard let letter = Letter(scalars[index]), let before = Letter(scalars[index - 1]) else { continue }
            if index + 1 < scalars.count, ScalarText.isAlphabetic(scalars[index + 1]) { continue }
            let afterQu = before.ordinal == ToneMover.u && index > 1 && scalars[index - 2] == 0x71
            guard !before.isVowel || afterQu else { continue }
            scalars[index] = Letter(ToneMover.i, letter.tone).scalar ?? scalars[index]
        }
        return scalars
    }
}

enum ToneMover {
    static let a = Letter.ordinal("a"), e = Letter.ordinal("e"), i = Letter.ordinal("i"), o = Letter.ordinal("o")
    static let q = Letter.ordinal("q"), u = Letter.ordinal("u"), y = Letter.ordinal("y")

    /// Whether a letter with a tone occurs at all.
    static func mayMove(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool { bytes.contains { $0 >= 0xC3 } }

    /// NFC, lower case, old placement.
    static func normalised(_ text: String) -> [UInt32] {
        let composed = nfc(text)
        var scalars = ScalarText.decode(composed)
        if !Casing.map(&scalars, upper: false) { scalars = ScalarText.decode(nfc(composed.lowercased())) }
        _ = move(&scalars, .old)
        return scalars
    }

    static func isY(_ scalar: UInt32) -> Bool {
        scalar == 0x79 || scalar == 0xFD || scalar == 0x1EF3 || scalar == 0x1EF5 || scalar == 0x1EF7 || scalar == 0x1EF9
    }

    /// The number of syllables changed.
    static func move(_ scalars: inout [UInt32], _ placement: TonePlacement) -> Int {
        Letter.packed.withUnsafeBufferPointer { table in
            func letter(_ scalar: UInt32) -> UInt16 { scalar < 0x1F00 ? table[Int(scalar)] : 0 }
            var changes = 0
            var before = scalars.first.map(letter) ?? 0
            for index in scalars.indices.dropFirst() {
                let packed = letter(scalars[index])
                defer { before = packed }
                let (one, two) = (UInt8(truncatingIfNeeded: before & 63), UInt8(truncatingIfNeeded: packed & 63))
                guard one == o && (two == a || two == e) || one == u && two == y else { continue }
                var (first, second) = (Letter(packed: before), Letter(packed: packed))
                guard (first.tone == .ngang) != (second.tone == .ngang) else { continue }
                if index + 1 < scalars.count, ScalarText.isAlphabetic(scalars[index + 1]) { continue }
                if index > 1, let onset = Letter(scalars[index - 2]), onset.ordinal == q || onset.isVowel { continue }
                let tone = max(first.tone, second.tone)
                first.tone = placement == .old ? tone : .ngang
                second.tone = placement == .old ? .ngang : tone
                guard let newFirst = first.scalar, let newSecond = second.scalar else { continue }
                if scalars[index] != newSecond { changes += 1 }
                scalars[index - 1] = newFirst
                scalars[index] = newSecond
            }
            return changes
        }
    }
}
