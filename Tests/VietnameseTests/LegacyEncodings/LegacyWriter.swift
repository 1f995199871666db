import Foundation
import Vietnamese

/// Writes Unicode text in the old encodings, from tables written down apart from those of the decoder.
enum LegacyWriter {
    static func write(_ text: String, _ encoding: LegacyEncoding) -> String {
        switch encoding {
        case .tcvn3:
            String(String.UnicodeScalarView(text.unicodeScalars.map { tcvn3[$0] ?? tcvn3[Unicode.Scalar(String($0).lowercased()) ?? $0] ?? $0 }))
        case .vni: text.map { spelled($0, vniShapes, vniTones, alone: vniAlone) }.joined()
        case .viqr:
            text.map {
                spelled(
                    $0,
                    ["\u{302}": "^", "\u{306}": "(", "\u{31B}": "+"],
                    ["\u{301}": "'", "\u{300}": "`", "\u{309}": "?", "\u{303}": "~", "\u{323}": "."],
                    alone: ["đ": "dd", "Đ": "DD"]
                )
            }.joined()
        case .doubleUTF8: String(String.UnicodeScalarView(text.utf8.map { cp1252[$0] ?? Unicode.Scalar($0) }))
        case .windows1258, .htmlEntities: text
        }
    }

    private static let table = """
        á b8 à b5 ả b6 ã b7 ạ b9 ă a8 ắ be ằ bb ẳ bc ẵ bd ặ c6 â a9 ấ ca ầ c7 ẩ c8 ẫ c9 ậ cb đ ae é d0 è cc ẻ ce ẽ cf ẹ d1 ê aa ế d5 ề d2 ể d3 ễ d4 ệ d6 í dd ì d7 ỉ d8 ĩ dc ị de
        ó e3 ò df ỏ e1 õ e2 ọ e4 ô ab ố e8 ồ e5 ổ e6 ỗ e7 ộ e9 ơ ac ớ ed ờ ea ở eb ỡ ec ợ ee ú f3 ù ef ủ f1 ũ f2 ụ f4 ư ad ứ f8 ừ f5 ử f6 ữ f7 ự f9 ý fd ỳ fa ỷ fb ỹ fc ỵ fe
        Ă a1 Â a2 Ê a3 Ô a4 Ơ a5 Ư a6 Đ a7
        """
    private static let tcvn3: [Unicode.Scalar: Unicode.Scalar] = {
        let parts = table.split(whereSeparator: \.isWhitespace)
        var map: [Unicode.Scalar: Unicode.Scalar] = [:]
        for index in stride(from: 0, to: parts.count, by: 2) {
            map[parts[index].unicodeScalars.first!] = Unicode.Scalar(UInt32(parts[index + 1], radix: 16)!)
        }
        return map
    }()

    private static let cp1252: [UInt8: Unicode.Scalar] = Dictionary(
        uniqueKeysWithValues: zip(
            [
                0x80, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8A, 0x8B, 0x8C, 0x8E, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x98, 0x99,
                0x9A, 0x9B, 0x9C, 0x9E, 0x9F,
            ] as [UInt8],
            "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ".unicodeScalars
        )
    )

    private static let vniTones = ["\u{301}": "ù", "\u{300}": "ø", "\u{309}": "û", "\u{303}": "õ", "\u{323}": "ï"]
    /// Shape and tone share one letter.
    private static let vniShapes = [
        "\u{302}": "â", "\u{302}\u{301}": "á", "\u{302}\u{300}": "à", "\u{302}\u{309}": "å", "\u{302}\u{303}": "ã", "\u{302}\u{323}": "ä",
        "\u{306}": "ê", "\u{306}\u{301}": "é", "\u{306}\u{300}": "è", "\u{306}\u{309}": "ú",
        "\u{306}\u{303}": "ü", "\u{306}\u{323}": "ë",
    ]
    private static let vniAlone = [
        "đ": "ñ", "Đ": "Ñ", "í": "í", "ì": "ì", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "ỵ": "î", "ơ": "ô", "ư": "ö", "Ơ": "Ô", "Ư": "Ö",
    ]

    private static func spelled(_ character: Character, _ shapes: [String: String], _ tones: [String: String], alone: [String: String]) -> String {
        if let whole = alone[String(character)] { return whole }
        let marks = Array(String(character).decomposedStringWithCanonicalMapping.unicodeScalars)
        guard marks.count > 1, let base = marks.first else { return String(character) }
        let tone = marks.dropFirst().map(String.init).first { tones[$0] != nil }
        let shape = marks.dropFirst().map(String.init).first { tones[$0] == nil }
        let isCapital = character.isUppercase
        if let shape, let tone, let both = shapes[shape + tone] { return String(base) + (isCapital ? both.uppercased() : both) }
        var text = String(base)
        if let shape {
            // In VNI ơ and ư are letters of their own.
            if let letter = alone[(text + shape).precomposedStringWithCanonicalMapping] { text = letter } else { text += shapes[shape] ?? "" }
        }
        let mark = tone.flatMap { tones[$0] } ?? ""
        return text + (isCapital ? mark.uppercased() : mark)
    }
}
