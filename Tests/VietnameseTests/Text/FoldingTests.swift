import Foundation
import Testing
import Vietnamese

@Suite struct FoldingTests {
    @Test(arguments: [
        ("Đường Hạ Giàng", "duong ha giang"), ("ĐẶNG ươn ĂÂÊÔƠƯ", "dang uon aaeoou"), ("Tie\u{302}\u{301}ng", "tieng"),
        ("Straße Ærø þorn", "strasse aero thorn"),
        ("Łódź ÑANDÚ İstanbul", "lodz nandu istanbul"), ("ΆΛΦΑ Й", "αλφα и"), ("中文 ≠ 한국", "中文 ≠ 한국"), ("a\u{AD}b", "ab"),
        ("42/2022/NĐ-CP", "42/2022/nd-cp"), ("", ""),
    ])
    func vectors(_ input: String, _ expected: String) {
        #expect(bytes(fold(input)) == bytes(expected))
        #expect(foldUTF8(bytes(nfc(input))) == bytes(expected))
    }

    @Test("every letter of the alphabet with every tone folds to its ASCII letter")
    func alphabet() {
        for (letters, base) in [
            ("aàảãáạăằẳẵắặâầẩẫấậ", "a"), ("eèẻẽéẹêềểễếệ", "e"), ("iìỉĩíị", "i"), ("oòỏõóọôồổỗốộơờởỡớợ", "o"), ("uùủũúụưừửữứự", "u"), ("yỳỷỹýỵ", "y"),
            ("đ", "d"),
        ] {
            for letter in letters {
                for form in [String(letter), String(letter).uppercased(), String(letter).decomposedStringWithCanonicalMapping] {
                    #expect(fold(form) == base, "\(form)")
                }
            }
        }
    }

    @Test("fold ∘ nfc = fold, and folding is idempotent")
    func properties() {
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<3000 {
            let text = RandomText.make(12, using: &generator)
            let folded = fold(text)
            #expect(bytes(fold(nfc(text))) == bytes(folded), "\(text.debugDescription)")
            #expect(bytes(fold(text.decomposedStringWithCanonicalMapping)) == bytes(folded), "\(text.debugDescription)")
            #expect(bytes(fold(folded)) == bytes(folded), "\(text.debugDescription)")
        }
    }

    @Test("every scalar below U+3000 folds to a fixed point, no longer than it was")
    func everyScalar() {
        for value in UInt32(1)..<0x3000 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let text = String(scalar)
            let folded = fold(text)
            #expect(
                bytes(fold(folded)) == bytes(folded) && folded.utf8.count <= max(text.utf8.count, nfc(text).utf8.count),
                "U+\(String(value, radix: 16))"
            )
        }
    }

    @Test("bytes that are no UTF-8 do not trap")
    func brokenBytes() {
        for tail in [[0xC3], [0xE1, 0xBA], [0xF0, 0x9F, 0x98], [0x80, 0xFF], [0xE1]] as [[UInt8]] {
            #expect(foldUTF8([0x41] + tail).first == 0x61)
        }
    }
}

@Suite struct CasingTests {
    @Test(arguments: [("ỦY BAN NHÂN DÂN ĐẮK LẮK", "ủy ban nhân dân đắk lắk"), ("Ệ Ỷ Ư Đ", "ệ ỷ ư đ"), ("ÇA", "ça")])
    func bothWays(_ upper: String, _ lower: String) {
        #expect(lowercase(upper) == lower)
        #expect(uppercase(lower) == upper)
    }

    @Test func agreesWithUnicode() {
        var generator = SeededGenerator(seed: 4)
        for _ in 0..<2000 {
            let text = nfc(RandomText.make(10, using: &generator))
            #expect(bytes(nfc(lowercase(text))) == bytes(nfc(text.lowercased())), "\(text.debugDescription)")
            #expect(bytes(nfc(uppercase(text))) == bytes(nfc(text.uppercased())), "\(text.debugDescription)")
        }
    }

    @Test func names() {
        #expect(capitaliseName("NGUYỄN VĂN ÁNH") == "Nguyễn Văn Ánh")
        #expect(capitaliseName("y thanh hà niê kđăm") == "Y Thanh Hà Niê Kđăm")
        #expect(capitaliseFirst("đồng chí Bí thư") == "Đồng chí Bí thư")
        #expect(capitaliseFirst("“ủy ban”") == "“Ủy ban”")
        #expect(capitaliseFirst("") == "")
    }
}

@Suite struct SlugTests {
    @Test(arguments: [
        ("Đường về Hạ Long!", "duong-ve-ha-long"), ("  --Tin 24/7: “Mới”  ", "tin-24-7-moi"), ("中国新闻", ""), ("😀", ""),
        ("Nghị định 42/2022/NĐ-CP", "nghi-dinh-42-2022-nd-cp"), ("", ""),
        ("KẾ HOẠCH", "ke-hoach"),
    ])
    func vectors(_ title: String, _ expected: String) { #expect(slug(title) == expected) }

    @Test(arguments: [(11, "duong-ve-ha"), (12, "duong-ve-ha"), (9, "duong-ve"), (8, "duong-ve"), (3, "duo"), (0, ""), (-1, "")])
    func cutAtAWord(_ length: Int, _ expected: String) { #expect(slug("Đường về Hạ Long", maxLength: length) == expected) }

    @Test("only a-z, 0-9 and single inner hyphens, never too long")
    func alphabet() {
        var generator = SeededGenerator(seed: 5)
        for _ in 0..<3000 {
            let made = slug(RandomText.make(20, using: &generator), maxLength: 16)
            #expect(made.utf8.count <= 16)
            #expect(made.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") })
            #expect(!made.hasPrefix("-") && !made.hasSuffix("-") && !made.contains("--"))
            #expect(slug(made, maxLength: 16) == made)
        }
    }
}
