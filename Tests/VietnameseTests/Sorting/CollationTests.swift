import Testing
import Vietnamese

@Suite struct CollationTests {
    @Test(
        "dictionary order",
        arguments: [
            ["a", "à", "ả", "ã", "á", "ạ", "ă", "ằ", "â", "b", "c", "d", "đ", "e", "ê", "f", "g", "o", "ô", "ơ", "u", "ư", "v", "w", "x", "y", "z"],
            ["ba", "ba ơi", "bà", "bà ba", "bá", "bạ", "ban", "bàn", "bản"],
            ["2 Tháng 9", "Quận 1", "Quận 2", "Quận 10", "Quận 12", "Quận Ba"],
            ["an", "An", "AN", "anh"],
            ["Đà Nẵng", "Đắk Lắk", "Điện Biên", "Đồng Nai"], ["Dương", "Đương"], ["Hà Giang", "Hạ Giang", "Hải Dương", "Hậu Giang"],
            ["zô", "Ω", "中"],
        ]
    )
    func order(_ sorted: [String]) {
        for (index, first) in sorted.enumerated() {
            for second in sorted[(index + 1)...] {
                #expect(collationKey(first).lexicographicallyPrecedes(collationKey(second)), "\(first) < \(second)")
            }
        }
    }

    @Test(
        "one key",
        arguments: [
            ("Hòa Bình", "Hoà Bình"), ("Việt", "Vie\u{323}\u{302}t"), ("Bà Rịa - Vũng Tàu", "Bà Rịa-Vũng Tàu"), ("Phường 05", "Phường 5"),
            ("  An ", "An"),
        ]
    )
    func sameKey(_ a: String, _ b: String) { #expect(collationKey(a) == collationKey(b)) }

    @Test func peopleByGivenName() {
        let sorted = ["Nguyễn Văn An", "Trần Văn An", "Lê Thị Ánh", "Phạm Bình", "Lê An Bình", "Lý Đức", "Y Thanh Hà Niê Kđăm", "Madonna"].sorted {
            personCollationKey($0).lexicographicallyPrecedes(personCollationKey($1))
        }
        #expect(sorted == ["Nguyễn Văn An", "Trần Văn An", "Lê Thị Ánh", "Phạm Bình", "Lê An Bình", "Lý Đức", "Y Thanh Hà Niê Kđăm", "Madonna"])
        #expect(personCollationKey("Nguyễn An").lexicographicallyPrecedes(personCollationKey("Lê Bình An")))
        #expect(personCollationKey("Trần Thị Minh Khai") == personCollationKey(given: "Khai", middle: "Thị Minh", family: "Trần"))
        #expect(personCollationKey("") == personCollationKey("  "))
    }

    @Test("bytewise order is the order of a comparison written apart, on 200 phrases")
    func reference() {
        var generator = SeededGenerator(seed: 7)
        let phrases = (0..<200).map { _ in RandomText.phrase(using: &generator) }
        let keys = phrases.map(collationKey)
        let models = phrases.map(Model.init)
        for a in phrases.indices {
            for b in phrases.indices {
                #expect(keys[a].lexicographicallyPrecedes(keys[b]) == (models[a] < models[b]), "\(phrases[a]) | \(phrases[b])")
            }
        }
    }
}

/// The order as the rule says it, without keys: a list of syllables, each its letters and then its tone; case at the very end.
private struct Model: Comparable {
    private static let rows = [
        "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "b", "c", "d", "đ", "eèẻẽéẹ", "êềểễếệ", "f", "g", "h", "iìỉĩíị", "j", "k", "l", "m", "n", "oòỏõóọ", "ôồổỗốộ",
        "ơờởỡớợ", "p",
        "q", "r", "s", "t", "uùủũúụ", "ưừửữứự", "v", "w", "x", "yỳỷỹýỵ", "z",
    ]

    private var syllables: [[Int]] = []
    private var capitals: [Int] = []

    init(_ text: String) {
        for word in text.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
            if let number = Int(word) {
                syllables.append([-1, number])
                continue
            }
            var letters: [Int] = []
            var tone = 0
            for character in word {
                for (index, row) in Model.rows.enumerated() {
                    guard let at = row.firstIndex(of: Character(character.lowercased())) else { continue }
                    letters.append(index + 1)
                    tone = max(tone, row.distance(from: row.startIndex, to: at))
                }
                capitals.append(character.isUppercase ? 1 : 0)
            }
            syllables.append(letters + [0, tone])
        }
    }

    static func < (a: Model, b: Model) -> Bool {
        for (one, two) in zip(a.syllables, b.syllables) where one != two { return one.lexicographicallyPrecedes(two) }
        if a.syllables.count != b.syllables.count { return a.syllables.count < b.syllables.count }
        return a.capitals.lexicographicallyPrecedes(b.capitals)
    }
}
