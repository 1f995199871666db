import Foundation
import Testing
import Vietnamese

@Suite struct SyllableTests {
    @Test(
        "taken apart",
        arguments: [
            ("nghiệp", "ngh", "iêp", Tone.nang), ("quý", "qu", "y", .sac), ("gì", "gi", "i", .huyen), ("giếng", "gi", "iêng", .sac),
            ("giàng", "gi", "ang", .huyen),
            ("Việt", "v", "iêt", .nang), ("THUỶ", "th", "uy", .hoi), ("thủy", "th", "uy", .hoi), ("ơi", "", "ơi", .ngang), ("yên", "", "yên", .ngang),
            ("quốc", "qu", "ôc", .sac), ("khuyết", "kh", "uyêt", .sac), ("đường", "đ", "ương", .huyen), ("oách", "", "oach", .sac),
        ]
    )
    func parts(_ text: String, _ onset: String, _ rime: String, _ tone: Tone) throws {
        let syllable = try #require(Syllable(text))
        #expect(syllable.rime == rime)
        #expect(syllable.tone == tone)
        #expect(syllable.onset == onset)
        #expect(Syllable(text.decomposedStringWithCanonicalMapping) == syllable)
    }

    @Test(
        "no syllables",
        arguments: [
            "", "b", "ng", "quèc", "cac", "mat", "kà", "cê", "ghà", "nge", "ngha", "éi", "café", "iên", "byên", "zô", "wifi", "tiếếng", "việtnam",
            "hà nội", "q", "qu", "đđ", "ưê",
            "nghiêngg", "1", "krông",
        ]
    )
    func refused(_ text: String) {
        #expect(!isSyllable(text))
        #expect(Syllable(text) == nil)
    }

    @Test(
        "nearly every running word of real decrees with a mark is a syllable by the rules",
        .enabled(if: SharedData.isPresent, "\(SharedData.absence)")
    )
    func realDecrees() throws {
        var known = 0
        var total = 0
        for line in try SharedData.lines("legacy_encodings/tcvn3_rtf_text_pairs.jsonl.gz") {
            guard let text = line["unicode_text"] as? String else { continue }
            for word in text.split(whereSeparator: { !$0.isLetter }) where word.utf8.contains(where: { $0 >= 0x80 }) {
                total += 1
                if isSyllable(String(word)) { known += 1 }
            }
        }
        #expect(total > 40_000)
        #expect(Double(known) / Double(total) > 0.99, "\(known) of \(total)")
    }
}

@Suite struct TonePlacementTests {
    @Test(arguments: [
        ("hòa bình, hóa, hỏa, họa, lõa", "hoà bình, hoá, hoả, hoạ, loã"), ("khỏe, lòe, hòe, chóe, xòe", "khoẻ, loè, hoè, choé, xoè"),
        ("Ủy ban, thủy, lũy, túy, tùy, lụy", "Uỷ ban, thuỷ, luỹ, tuý, tuỳ, luỵ"),
        ("HÒA THÚY", "HOÀ THUÝ"),
    ])
    func bothWays(_ old: String, _ new: String) {
        #expect(placeTones(old, .new) == new)
        #expect(placeTones(new, .old) == old)
        #expect(toneNormalised(old) == toneNormalised(new))
    }

    @Test("one spelling only", arguments: ["quý", "quỳ", "quỷ", "toàn", "thuyền", "khoản", "loài", "ngoèo", "huỳnh", "mùa", "xoáy", "khuỷu"])
    func unchanged(_ text: String) {
        #expect(placeTones(text, .old) == text)
        #expect(placeTones(text, .new) == text)
    }

    @Test(
        "spelling keys are equal",
        arguments: [
            ("kỹ sư Mỹ", "kĩ sư Mĩ"), ("công ty", "công ti"), ("Quý", "Quí"), ("lý, sỹ", "lí, sĩ"), ("Ủy ban", "uỷ ban"), ("Thuỵ Sỹ", "Thụy Sĩ"),
        ]
    )
    func equalKeys(_ a: String, _ b: String) { #expect(spellingKey(a) == spellingKey(b)) }

    @Test(
        "spelling keys differ",
        arguments: [("may", "mai"), ("thuỷ", "thuỉ"), ("Hà Giang", "Hạ Giang"), ("da", "gia"), ("dây", "dâi"), ("tuy", "tui")]
    )
    func differentKeys(_ a: String, _ b: String) { #expect(spellingKey(a) != spellingKey(b)) }

    @Test func properties() {
        var generator = SeededGenerator(seed: 6)
        for _ in 0..<2000 {
            let text = nfc(RandomText.phrase(using: &generator))
            #expect(placeTones(placeTones(text, .new), .old) == placeTones(text, .old))
            #expect(fold(placeTones(text, .new)) == fold(text))
            #expect(bytes(toneNormalised(toneNormalised(text))) == bytes(toneNormalised(text)))
        }
    }
}
