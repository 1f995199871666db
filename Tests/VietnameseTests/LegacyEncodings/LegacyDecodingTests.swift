import Foundation
import Testing
import Vietnamese

@Suite struct LegacyDecodingTests {
    @Test(
        "recognised and decoded",
        arguments: [
            ("TiÕng ViÖt rÊt hay", "Tiếng Việt rất hay", LegacyEncoding.tcvn3), ("Uû ban nh©n d©n tØnh", "Uỷ ban nhân dân tỉnh", .tcvn3),
            ("céng hßa x· héi chñ nghÜa viÖt nam", "cộng hòa xã hội chủ nghĩa việt nam", .tcvn3),
            ("§éc lËp - Tù do - H¹nh phóc", "Độc lập - Tự do - Hạnh phúc", .tcvn3),
            ("CéNG HOµ X· HéI CHñ NGHÜA VIÖT NAM", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", .tcvn3),
            ("QuyÕt ®Þnh sè 12/2001/Q§-BTC", "Quyết định số 12/2001/QĐ-BTC", .tcvn3),
            ("Tieáng Vieät raát hay", "Tiếng Việt rất hay", .vni),
            ("COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", .vni),
            ("Ñoäc laäp - Töï do - Haïnh phuùc", "Độc lập - Tự do - Hạnh phúc", .vni),
            ("Tie^'ng Vie^.t ra^'t hay", "Tiếng Việt rất hay", .viqr), ("DDo^.c la^.p - Tu+. do - Ha.nh phu'c", "Độc lập - Tự do - Hạnh phúc", .viqr),
            ("Tiêìng Viêòt râìt hay", "Tiếng Việt rất hay", .windows1258),
            ("Tiáº¿ng Viá»‡t ráº¥t hay", "Tiếng Việt rất hay", .doubleUTF8), ("Ä\u{90}á»™c láº\u{AD}p â€“ lÃ¡", "Độc lập – lá", .doubleUTF8),
            ("Vi&#7879;t Nam &agrave; &#x1EA3;", "Việt Nam à ả", .htmlEntities),
        ]
    )
    func decoded(_ legacy: String, _ expected: String, _ encoding: LegacyEncoding) {
        let result = decodeLegacy(legacy)
        #expect(result.verdict == .decoded)
        #expect(bytes(result.text) == bytes(expected))
        #expect(result.encodings == [encoding])
        #expect(result.confidence > 0.6 && result.confidence <= 1)
    }

    @Test(
        "true text comes back byte for byte",
        arguments: [
            "công dân", "Tôi đã học", "Cộng hòa xã hội chủ nghĩa Việt Nam", "là cô ấy có mét vuông", "Müller và Björn đến São Paulo",
            "Loïc Noël, café, naïve, Citroën", "über Straße größer Mönche", "élève à l'école déjà vu",
            "m² · 5 µm · 25 °C · ½ · §12 · ®Samsung © 2026", "“ĐÃ” và “XÃ” «LÀ»", "C++, a+b, f(a), o'clock, can't, e.g. U.S.A",
            "https://a.gov.vn/?q=a^b", "Krông Pắc, Đắk Lắk, Kđăm", "中文 và 日本語", "AT&amp;T &lt;b&gt;", "XÃ\u{A0}HỘI", "",
            "Viê\u{323}t Nam", "El niño está aquí, señor", "IKính.gÙii:............", "ChujVÊH ngàHh): ......à.",
            "The inter\u{AD}na\u{AD}tional co\u{AD}op\u{AD}er\u{AD}ation agree\u{AD}ment en\u{AD}ters in\u{AD}to force to\u{AD}day",
            "l·l col·legi paral·lel foo®bar x±y a×b", "phươ\u{AD}ng pháp nghi\u{AD}ên cứu", "Ça va? Où êtes-vous?", "João não é",
        ]
    )
    func untouched(_ text: String) {
        let result = decodeLegacy(text)
        #expect(bytes(result.text) == bytes(text))
        #expect(result.verdict == .unicode)
        #expect(result.runs.isEmpty)
    }

    @Test("close scores: the text stays, the doubt is reported")
    func unsure() throws {
        let result = decodeLegacy("ViÖt")
        #expect(result.verdict == .unsure)
        #expect(bytes(result.text) == bytes("ViÖt"))
        #expect(try #require(result.doubtful.first).decoded == "Việt")
    }

    @Test("runs of two encodings and Unicode in one text")
    func mixed() {
        let text =
            "Tin tức tiếng Việt viết đúng chuẩn.\nUû ban nh©n d©n tØnh Qu¶ng Ninh võa ban hµnh quyÕt ®Þnh\nUÛy ban nhaân daân tænh Ñoàng Nai vöøa ban haønh quyeát ñònh\nKết thúc bản tin."
        let result = decodeLegacy(text)
        #expect(
            result.text
                == "Tin tức tiếng Việt viết đúng chuẩn.\nUỷ ban nhân dân tỉnh Quảng Ninh vừa ban hành quyết định\nỦy ban nhân dân tỉnh Đồng Nai vừa ban hành quyết định\nKết thúc bản tin."
        )
        #expect(result.encodings == [.tcvn3, .vni])
        #expect(result.runs.count == 2)
    }

    @Test func fontHints() throws {
        let capital = try #require(LegacyFont(family: ".VnTimeH, serif"))
        #expect(decodeLegacy("viÖt", font: capital).text == "VIỆT")
        let abc = try #require(LegacyFont(family: "'.VnArial'"))
        #expect(decodeLegacy("ViÖt", font: abc).text == "Việt")
        let vni = try #require(LegacyFont(family: "VNI-Times"))
        #expect(decodeLegacy("Vieät", font: vni).text == "Việt")
        // A wrong hint does not damage Unicode.
        #expect(decodeLegacy("công dân đã học", font: capital).text == "công dân đã học")
        #expect(LegacyFont(family: "Times New Roman") == nil)
    }

    @Test("texts written in an old encoding by a table of our own come back", arguments: [LegacyEncoding.tcvn3, .vni, .viqr, .doubleUTF8])
    func roundTrip(_ encoding: LegacyEncoding) {
        let texts = [
            "Ủy ban nhân dân tỉnh đã ban hành quyết định về việc phê duyệt quy hoạch sử dụng đất giai đoạn 2026 - 2030 của các xã, phường trên địa bàn.",
            "Công dân có quyền được cung cấp thông tin; cơ quan nhà nước có trách nhiệm trả lời bằng văn bản trong thời hạn mười ngày làm việc.",
            "Những người nuôi ong ở vùng cao kể rằng mùa hoa bạc hà năm nay đến sớm hơn, mật thơm và đặc hơn mọi năm trước.",
        ]
        for text in texts {
            let result = decodeLegacy(LegacyWriter.write(text, encoding))
            let expected = encoding == .tcvn3 ? text.replacing("Ủ", with: "ủ") : text
            #expect(result.text == expected)
            #expect(result.encodings == [encoding])
        }
    }

    @Test(
        "character references",
        arguments: [
            ("a &lt; b &amp;&amp; c", "a < b && c"), ("&#8220;Tin&#x201D;&hellip;", "“Tin”…"), ("&amp;#7879;", "ệ"), ("&#150;&#129;", "–&#129;"),
            ("&khong; &#xD800; &#0; & ;", "&khong; &#xD800; &#0; & ;"), ("&nbsp;", "\u{A0}"),
            ("&", "&"), ("&#99999999999999999999;", "&#99999999999999999999;"),
        ]
    )
    func references(_ text: String, _ expected: String) { #expect(CharacterReferences.resolve(text) == expected) }

    @Test("noise of Latin-1 never traps and is stable once decoded")
    func noise() {
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<400 {
            let text = String(
                String.UnicodeScalarView((0..<60).compactMap { _ in Unicode.Scalar(UInt32.random(in: 0x20...0x1FF, using: &generator)) })
            )
            let result = decodeLegacy(text)
            if result.runs.isEmpty { #expect(bytes(result.text) == bytes(text)) }
        }
    }
}

@Suite(.enabled(if: SharedData.isPresent, "\(SharedData.absence)")) struct LegacyRealDataTests {
    @Test("no true Unicode text of the news is changed")
    func news() throws {
        let articles = try SharedData.lines("news/articles.jsonl.zst", every: SharedData.isFull ? 1 : 60)
        #expect(articles.count > 300)
        for article in articles {
            for field in ["title", "summary", "body"] {
                guard let text = article[field] as? String else { continue }
                let result = decodeLegacy(text)
                if bytes(result.text) != bytes(text) || !result.runs.isEmpty { Issue.record("changed: \(article["id"] ?? "") \(result.runs)") }
            }
        }
    }

    @Test("decrees in TCVN3 come out as their transcripts")
    func decrees() throws {
        var matched = 0
        var total = 0
        for pair in try SharedData.lines("legacy_encodings/tcvn3_rtf_text_pairs.jsonl.gz") {
            guard let legacy = pair["legacy_text"] as? String, let truth = pair["unicode_text"] as? String,
                SharedData.isFull || legacy.utf8.count < 30_000
            else { continue }
            let result = decodeLegacy(legacy)
            #expect(result.verdict == .decoded)
            // Line breaks differ between the two, and a bag of words does not care.
            var words: [Substring: Int] = [:]
            for word in nfc(truth).split(whereSeparator: \.isWhitespace) { words[word, default: 0] += 1 }
            total += words.values.reduce(0, +)
            for word in result.text.split(whereSeparator: \.isWhitespace) where words[word, default: 0] > 0 {
                words[word, default: 0] -= 1
                matched += 1
            }
        }
        #expect(total > 10_000)
        #expect(Double(matched) / Double(total) > 0.985, "\(matched) of \(total) words")
    }
}
