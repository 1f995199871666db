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
    var scalars = Array(text.unicodeScalars)
    if ToneMover.move(&scalars, placement) == 0 { return text }
    return String(String.UnicodeScalarView(scalars))
}

/// Lower case, NFC and one tone placement: the key under which "Ủy ban" and "Uỷ ban", "HOÀ BÌNH" and "Hòa Bình" are the same.
/// Accents still count. Search keeps it beside the folded form; what is shown stays as it was written.
public func toneNormalised(_ text: String) -> String { placeTones(lowercase(nfc(text)), .old) }

/// `toneNormalised` with final i for y after a consonant or qu: "kỹ sư Mỹ", "kĩ sư Mĩ" and "công ty", "công ti" are the same.
/// For search only: d/gi/z are never equated, and vowels before y keep it (may ≠ mai).
public func spellingKey(_ text: String) -> String {
    var scalars = Array(toneNormalised(text).unicodeScalars)
    for index in scalars.indices {
        guard let letter = Letter(scalars[index].value), letter.ordinal == ToneMover.y, index > 0 else { continue }
        if index + 1 < scalars.count, scalars[index + 1].properties.isAlphabetic { continue }
        guard let before = Letter(scalars[index - 1].value) else { continue }
        let afterQu = before.ordinal == ToneMover.u && index > 1 && scalars[index - 2] == "q"
        guard !before.isVowel || afterQu else { continue }
        if let scalar = Letter(ToneMover.i, letter.tone).scalar.flatMap(Unicode.Scalar.init) { scalars[index] = scalar }
    }
    return String(String.UnicodeScalarView(scalars))
}

enum ToneMover {
    static let a = Letter.ordinal("a"), e = Letter.ordinal("e"), i = Letter.ordinal("i"), o = Letter.ordinal("o")
    static let q = Letter.ordinal("q"), u = Letter.ordinal("u"), y = Letter.ordinal("y")

    /// Whether an "o" or "u" with or without tone comes before a byte that may be a, e or y: skips most text without decoding it.
    static func mayMove(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool { bytes.contains { $0 >= 0xC3 } }

    /// The number of syllables changed.
    static func move(_ scalars: inout [Unicode.Scalar], _ placement: TonePlacement) -> Int {
        var changes = 0
        var index = 1
        while index < scalars.count {
            defer { index += 1 }
            guard var second = Letter(scalars[index].value), var first = Letter(scalars[index - 1].value) else { continue }
            let isPair = first.ordinal == o && (second.ordinal == a || second.ordinal == e) || first.ordinal == u && second.ordinal == y
            guard isPair, (first.tone == .ngang) != (second.tone == .ngang) else { continue }
            if index + 1 < scalars.count, scalars[index + 1].properties.isAlphabetic { continue }
            if index > 1, let before = Letter(scalars[index - 2].value), before.ordinal == q || before.isVowel { continue }
            let tone = max(first.tone, second.tone)
            first.tone = placement == .old ? tone : .ngang
            second.tone = placement == .old ? .ngang : tone
            guard let one = first.scalar.flatMap(Unicode.Scalar.init), let two = second.scalar.flatMap(Unicode.Scalar.init) else { continue }
            if scalars[index] != two { changes += 1 }
            scalars[index - 1] = one
            scalars[index] = two
        }
        return changes
    }
}
