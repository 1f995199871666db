import Vietnamese

/// What of readers' queries may be kept, and what may be shown to others.
enum QueryPrivacy {
    /// Asked fewer times in a month, a query is nobody's but its asker's.
    static let fewest = 5
    static let longest = 80

    /// The query as it is counted; nil when it may hold a telephone number, an address, the number of a person, or is no query.
    static func loggable(_ text: String) -> String? {
        guard text.utf8.count <= 400, !text.contains("@"), !text.contains("://") else { return nil }
        let words = text.split { $0.isWhitespace || $0.isNewline }
        guard !words.isEmpty else { return nil }
        // Digits with the gaps that people write between them: 0912 345 678, 001-085-000123.
        var run = 0
        for character in text {
            if character.isNumber {
                run += 1
                // Documents' numbers (42/2022/NĐ-CP) hold fewer digits between two strokes.
                if run >= 8 { return nil }
            } else if !" .-()+".contains(character) {
                run = 0
            }
        }
        let joined = toneNormalised(words.joined(separator: " "))
        guard joined.count <= longest, joined.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F }) else { return nil }
        guard !TextPieces(joined, limit: 1).pieces.isEmpty else { return nil }
        return joined
    }

    /// Whether a query that many asked may be suggested to others. Who floods a search field wants to be shown.
    static func mayBeShown(_ text: String) -> Bool {
        let plain = fold(text)
        let tight = plain.filter { $0.isLetter || $0.isNumber }
        return !tight.contains(
            /\d+[a-z]{0,2}(bet|win|club|vn|sport|asia)|(bet|win|club|kubet|fun|fb|jun|hi|new|w|m|v)\d{2,}|b52|sunwin|hitclub|rikvip|go88|789/
        )
            && !gambling.contains { plain.contains($0) }
    }

    private static let gambling = [
        "nha cai", "ca cuoc", "ca do", "casino", "danh bac", "lo de", "so de", "soi cau", "tai xiu", "no hu", "ban ca doi thuong", "game bai",
        "doi thuong",
        "keo bong", "ty le keo", "ti le keo", "xoc dia", "slot", "poker", "baccarat", "gai goi", "sex", "phim heo",
    ]
}
