import Foundation
import Testing
import Vietnamese

@Suite struct NormalFormTests {
    @Test(
        "composed text passes untouched, everything else is composed",
        arguments: [
            ("Tiếng Việt", "Tiếng Việt"), ("Tie\u{302}\u{301}ng Vie\u{323}\u{302}t", "Tiếng Việt"), ("Tiê\u{301}ng Viê\u{323}t", "Tiếng Việt"),
            ("đươ\u{300}ng", "đường"), ("\u{212A}\u{2126}\u{212B}", "KΩÅ"), ("a\u{338}≠", "a\u{338}≠"), ("=\u{338}", "≠"),
            ("日本語 – “x”…", "日本語 – “x”…"),
            ("か\u{3099}", "が"), ("\u{1112}\u{1161}\u{11AB}", "한"), ("", ""),
        ]
    )
    func vectors(_ input: String, _ expected: String) {
        #expect(bytes(nfc(input)) == bytes(expected))
    }

    @Test("agrees with the reference implementation on 3,000 random texts")
    func random() {
        var generator = SeededGenerator(seed: 1)
        for _ in 0..<3000 {
            let text = RandomText.make(12, using: &generator)
            #expect(bytes(nfc(text)) == bytes(text.precomposedStringWithCanonicalMapping), "\(text.debugDescription)")
        }
    }

    @Test("the quick check never passes a scalar that NFC changes")
    func everyScalar() {
        var wrong: [String] = []
        for value in UInt32(0x80)..<0x30000 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let text = String(scalar)
            if isSurelyNFC(text), bytes(text) != bytes(text.precomposedStringWithCanonicalMapping) { wrong.append(String(value, radix: 16)) }
        }
        #expect(wrong.isEmpty)
    }
}

@Suite struct CleaningTests {
    @Test(
        "characters nobody sees go, words stay",
        arguments: [
            ("Hà\u{A0}Nội", "Hà Nội"), ("\u{FEFF}Tin", "Tin"), ("ph\u{AD}ường\u{200B}", "phường"), ("a\u{0}b\u{7}c", "abc"),
            ("một\r\nhai\rba", "một\nhai\nba"),
            ("một\u{0B}hai\u{2028}ba\u{0C}", "một\nhai\nba\n"), ("Ðường Ɖà", "Đường Đà"), ("\u{93}Tin\u{94} \u{96}", "“Tin” –"), ("\u{81}x", "x"),
            ("\u{202E}abc\u{202C}", "abc"), ("👨\u{200D}👩", "👨\u{200D}👩"), ("a\u{200D}b", "ab"), ("mất \u{FFFD} chữ", "mất \u{FFFD} chữ"),
            ("cô \u{323}ng hoà", "cộng hoà"), ("co \u{301} một", "có một"), ("co \u{301}một", "có một"), ("x \u{301}", "x "), ("\u{301}a", "a"),
            ("Viê\u{323}t Nam", "Việt Nam"), ("a\tb", "a\tb"),
        ]
    )
    func vectors(_ input: String, _ expected: String) {
        #expect(bytes(cleanText(input)) == bytes(expected))
    }

    @Test func linesAndTabsBecomeSpacesWhenNotKept() {
        #expect(cleanText("a\r\nb\tc\nd", keeping: []) == "a b c d")
        #expect(cleanText("a\nb\tc", keeping: .lines) == "a\nb c")
        #expect(cleanText("a\nb\tc", keeping: .tabs) == "a b\tc")
    }

    @Test("cleaning twice is cleaning once")
    func idempotent() {
        var generator = SeededGenerator(seed: 2)
        for _ in 0..<3000 {
            let once = cleanText(RandomText.make(14, using: &generator))
            #expect(bytes(cleanText(once)) == bytes(once), "\(once.debugDescription)")
        }
    }
}
