/// A written Vietnamese syllable taken apart: "nghiệp" is onset "ngh", rime "iêp", tone nặng.
public struct Syllable: Hashable, Sendable {
    /// The consonants before the rime, in lower case; "" where there are none; "qu" and "gi" count whole.
    public let onset: String
    /// The vowels and the final consonant without tone, in lower case.
    public let rime: String
    public let tone: Tone

    /// Nil unless the text is one legal syllable (NFC or NFD, any case): see `isSyllable(_:)`.
    public init?(_ text: String) {
        var word = SyllableRules.Word()
        for scalar in nfc(text).unicodeScalars {
            guard let letter = Letter(scalar.value), word.append(letter) else { return nil }
        }
        guard let split = SyllableRules.split(word) else { return nil }
        onset = SyllableRules.text(word, 0..<split.onset)
        rime = SyllableRules.text(word, split.rime..<word.count)
        tone = word.tone
    }
}

/// Whether the text is one syllable that the rules of Vietnamese spelling allow.
///
/// Computed from onsets, rimes and the rules that join them (c/k/q, g/gh and ng/ngh before e ê i y; a stop at the end takes only sắc
/// or nặng), so it holds every syllable of the standard language and some that no word uses. Old and new tone placement both pass.
public func isSyllable(_ text: String) -> Bool {
    var word = SyllableRules.Word()
    for scalar in text.unicodeScalars {
        guard let letter = Letter(scalar.value), word.append(letter) else { return isSurelyNFC(text) ? false : Syllable(text) != nil }
    }
    return SyllableRules.split(word) != nil
}
