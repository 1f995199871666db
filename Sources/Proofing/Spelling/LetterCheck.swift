import Vietnamese

/// Letters of another alphabet that look like ours, and text that is not composed.
enum LetterCheck {
    /// False where the passage has to be mended before anything else can be said of it.
    static func read(_ passage: Passage, _ tokens: [Token], _ findings: inout Findings) -> Bool {
        guard isSurelyNFC(passage.text) || Array(nfc(passage.text).unicodeScalars) == Array(passage.text.unicodeScalars) else {
            findings.add(.notComposed, in: passage, nil, suggesting: [nfc(passage.text)])
            return false
        }
        let codes = passage.pieces.codes
        guard codes.contains(where: { isForeign($0) }) else { return true }
        for token in tokens {
            let letters = codes[token.start..<token.end]
            guard letters.contains(where: { isForeign($0) }) else { continue }
            let latin = letters.map { alike[$0] ?? $0 }
            // A word wholly of another alphabet is a foreign word.
            guard letters.contains(where: { !isForeign($0) || isStroke($0) }), !latin.contains(where: { isForeign($0) }) else { continue }
            let word = text(latin)
            let range = token.start..<token.end
            findings.add(.foreignLetters, nil, ["word": passage.pieces.text(range), "suggestion": word], in: passage, range, suggesting: [word])
        }
        return true
    }

    private static func isForeign(_ code: UInt32) -> Bool { (0x370...0x52F).contains(code) || isStroke(code) }
    /// Ð (eth) and Ɖ in the place of Đ, Ƣ in the place of Ư.
    private static func isStroke(_ code: UInt32) -> Bool { [0xD0, 0xF0, 0x189, 0x256, 0x1A2, 0x1A3].contains(code) }

    private static func text(_ codes: [UInt32]) -> String {
        var view = String.UnicodeScalarView()
        for code in codes { if let scalar = Unicode.Scalar(code) { view.append(scalar) } }
        return String(view)
    }

    private static let alike: [UInt32: UInt32] = {
        let pairs = [
            ("аеорсхуіјѕһԁԛԝ", "aeopcxyijshdqw"), ("АВЕКМНОРСТХУІЈЅ", "ABEKMHOPCTXYIJS"), ("οαινυρ", "oaivup"), ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX"),
            ("ÐðƉɖƢƣ", "ĐđĐđƯư"),
        ]
        var table: [UInt32: UInt32] = [:]
        for (foreign, latin) in pairs {
            for (a, b) in zip(foreign.unicodeScalars, latin.unicodeScalars) { table[a.value] = b.value }
        }
        return table
    }()
}
