import Testing
import Vietnamese

/// Written Vietnamese as a newsreader would say it.
@Suite("Spoken Vietnamese")
struct SpokenVietnameseTests {
    struct Line: Sendable, CustomTestStringConvertible {
        let written: String
        let spoken: String
        init(_ written: String, _ spoken: String) {
            self.written = written
            self.spoken = spoken
        }
        var testDescription: String { written }
    }

    static let speak = SpokenVietnamese()

    func check(_ line: Line) {
        let spoken = Self.speak(line.written)
        #expect(spoken == line.spoken)
        #expect(!spoken.contains { $0.isNumber || "/\\[]<>{}|@%&+=_*#".contains($0) })
    }

    @Test(
        "numbers",
        arguments: [
            Line("Dân số 1.234.567,5 người", "Dân số một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy phẩy năm người."),
            Line("tăng 12,5%", "tăng mười hai phẩy năm phần trăm."),
            Line("tăng 0,05%", "tăng không phẩy không năm phần trăm."),
            Line("08 xã, 15 thôn", "tám xã, mười lăm thôn."),
            Line("mã 007", "mã không không bảy."),
            Line("15000 người", "mười lăm nghìn người."),
            Line("-5°C", "âm năm độ xê."),
            Line("từ −2 đến 3 độ", "từ âm hai đến ba độ."),
            Line("công nghiệp 4.0", "công nghiệp bốn chấm không."),
            Line("Mục 1.1 và 2.3.1", "Mục một chấm một và hai chấm ba chấm một."),
            Line("1,234,567 người", "một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy người."),
            Line(
                "99999999999999999999",
                "chín chín chín, chín chín chín, chín chín chín, chín chín chín, chín chín chín, chín chín chín, chín chín."
            ),
            Line("số tài khoản 123456789", "số tài khoản một hai ba, bốn năm sáu, bảy tám chín."),
            Line("mã số thuế 0400123456", "mã số thuế không bốn không không, một hai ba, bốn năm sáu."),
            Line("３ xã và ٤ thôn", "ba xã và bốn thôn."),
            Line("½ diện tích", "một phần hai diện tích."),
            Line("Chương Ⅲ", "Chương ba."),
        ]
    )
    func numbers(_ line: Line) { check(line) }

    @Test(
        "shares, counts, results, ranges",
        arguments: [
            Line("Khoảng 3/4 diện tích", "Khoảng ba phần tư diện tích."),
            Line("1/3 số hộ", "một phần ba số hộ."),
            Line("2/3 số hộ", "hai phần ba số hộ."),
            Line("63/63 tỉnh", "sáu mươi ba trên sáu mươi ba tỉnh."),
            Line("đạt 15/20 tiêu chí", "đạt mười lăm trên hai mươi tiêu chí."),
            Line("9/11 tiêu chí", "chín trên mười một tiêu chí."),
            Line("thắng 2-0", "thắng hai không."),
            Line("tỷ số 3-1", "tỷ số ba một."),
            Line("10-15%", "mười đến mười lăm phần trăm."),
            Line("10% - 15%", "mười phần trăm đến mười lăm phần trăm."),
            Line("16 – 20 độ", "mười sáu đến hai mươi độ."),
            Line("giai đoạn 2021-2025", "giai đoạn hai nghìn không trăm hai mươi mốt đến hai nghìn không trăm hai mươi lăm."),
            Line("năm học 2025-2026", "năm học hai nghìn không trăm hai mươi lăm, hai nghìn không trăm hai mươi sáu."),
            Line("bản đồ tỷ lệ 1:500", "bản đồ tỷ lệ một trên năm trăm."),
            Line("kiệt 32/5 đường Lê Lợi", "kiệt ba mươi hai trên năm đường Lê Lợi."),
            Line("trực 24/7", "trực hai mươi bốn trên bảy."),
            Line("3x4 m", "ba nhân bốn mét."),
            Line("Km12+300", "ki lô mét mười hai cộng ba trăm."),
        ]
    )
    func shares(_ line: Line) { check(line) }

    @Test(
        "dates",
        arguments: [
            Line("20/11/2026", "ngày hai mươi tháng mười một năm hai nghìn không trăm hai mươi sáu."),
            Line("Ngày 20/11/2026", "Ngày hai mươi tháng mười một năm hai nghìn không trăm hai mươi sáu."),
            Line("2026-11-20", "ngày hai mươi tháng mười một năm hai nghìn không trăm hai mươi sáu."),
            Line("ngày 05-04-2026", "ngày năm tháng tư năm hai nghìn không trăm hai mươi sáu."),
            Line("ngày 5.4.2026", "ngày năm tháng tư năm hai nghìn không trăm hai mươi sáu."),
            Line("sáng 20-11", "sáng ngày hai mươi tháng mười một."),
            Line("sáng 20/11", "sáng ngày hai mươi tháng mười một."),
            Line("ngày 5/7 và 6/7", "ngày năm tháng bảy và ngày sáu tháng bảy."),
            Line("ngày 6.2", "ngày sáu tháng hai."),
            Line("dịp 2/9", "dịp ngày hai tháng chín."),
            Line("tháng 11/2026", "tháng mười một năm hai nghìn không trăm hai mươi sáu."),
            Line("tháng 2.2017", "tháng hai năm hai nghìn không trăm mười bảy."),
            Line("11/2026", "tháng mười một năm hai nghìn không trăm hai mươi sáu."),
            Line("tháng 4", "tháng tư."),
            Line("quý 3/2026", "quý ba năm hai nghìn không trăm hai mươi sáu."),
            Line("từ ngày 20-25/11", "từ ngày hai mươi đến hai mươi lăm tháng mười một."),
            Line("30/4 - 1/5", "ngày ba mươi tháng tư đến ngày một tháng năm."),
            Line("31/02/2026", "ba mươi mốt trên hai trên hai nghìn không trăm hai mươi sáu."),
            Line("Thứ 4, 20/11", "Thứ tư, ngày hai mươi tháng mười một."),
        ]
    )
    func dates(_ line: Line) { check(line) }

    @Test(
        "times",
        arguments: [
            Line("7h30", "bảy giờ ba mươi phút."), Line("07:30", "bảy giờ ba mươi phút."), Line("7 giờ 30 phút", "bảy giờ ba mươi phút."),
            Line("7 giờ 30", "bảy giờ ba mươi."), Line("8h00", "tám giờ."), Line("8h", "tám giờ."), Line("7g30", "bảy giờ ba mươi phút."),
            Line("16h30-18h", "mười sáu giờ ba mươi phút đến mười tám giờ."), Line("19h45'", "mười chín giờ bốn mươi lăm phút."),
            Line("06:05:09", "sáu giờ năm phút chín giây."), Line("phút 90'", "phút chín mươi phút."),
        ]
    )
    func times(_ line: Line) { check(line) }

    @Test(
        "money and measures",
        arguments: [
            Line("15.000 đồng", "mười lăm nghìn đồng."), Line("15.000đ", "mười lăm nghìn đồng."), Line("2,5 tỷ đồng", "hai phẩy năm tỷ đồng."),
            Line("300 USD", "ba trăm đô la Mỹ."), Line("$300", "ba trăm đô la Mỹ."), Line("50.000 VNĐ", "năm mươi nghìn đồng."),
            Line("15.000đ/kg", "mười lăm nghìn đồng một ki lô gam."), Line("35 triệu đồng/ha", "ba mươi lăm triệu đồng một héc ta."),
            Line("2 triệu đồng/tháng", "hai triệu đồng một tháng."), Line("1500000 đồng", "một triệu năm trăm nghìn đồng."),
            Line("12 km", "mười hai ki lô mét."), Line("5 m2", "năm mét vuông."), Line("10 km²", "mười ki lô mét vuông."),
            Line("30ha", "ba mươi héc ta."),
            Line("37°C", "ba mươi bảy độ xê."), Line("60 km/h", "sáu mươi ki lô mét trên giờ."), Line("500 MW", "năm trăm mê ga oát."),
            Line("120 kWh", "một trăm hai mươi ki lô oát giờ."), Line("5 m³/s", "năm mét khối trên giây."),
            Line("5,5-6 tấn/ha", "năm phẩy năm đến sáu tấn trên héc ta."), Line("12 người/km2", "mười hai người trên ki lô mét vuông."),
            Line("3 tấn/năm", "ba tấn một năm."), Line("220V", "hai trăm hai mươi vôn."), Line("5g vàng", "năm gam vàng."),
            Line("khoản 2 g", "khoản hai g."), Line("10 mm mưa", "mười mi li mét mưa."),
        ]
    )
    func measures(_ line: Line) { check(line) }

    @Test(
        "what is dialled",
        arguments: [
            Line("Đường dây nóng 1900 1234", "Đường dây nóng một chín không không, một hai ba bốn."),
            Line("0236.3.822.123", "không hai ba sáu, ba, tám hai hai, một hai ba."),
            Line("(0255) 3 822 222", "không hai năm năm, ba, tám hai hai, hai hai hai."),
            Line("0236.3.822.xxx", "không hai ba sáu, ba, tám hai hai, ích ích ích."),
            Line("+84 912 345 678", "cộng tám bốn, chín một hai, ba bốn năm, sáu bảy tám."),
            Line("gọi 113", "gọi một một ba."), Line("tổng đài 1022", "tổng đài một không hai hai."),
            Line("ĐT: 0912345678", "điện thoại, không chín một hai, ba bốn năm, sáu bảy tám."),
            Line("gọi 15.000 cuộc", "gọi mười lăm nghìn cuộc."),
        ]
    )
    func dialled(_ line: Line) { check(line) }

    @Test(
        "Roman numerals and ordinals",
        arguments: [
            Line("Đại hội lần thứ XIII", "Đại hội lần thứ mười ba."), Line("thế kỷ XXI", "thế kỷ hai mươi mốt."), Line("lần thứ IV", "lần thứ tư."),
            Line("lần thứ I", "lần thứ nhất."), Line("quý IV/2026", "quý bốn năm hai nghìn không trăm hai mươi sáu."),
            Line("chương III", "chương ba."),
            Line("khóa XV", "khóa mười lăm."), Line("IV. Tổ chức thực hiện", "bốn. Tổ chức thực hiện."),
            Line("khóa XIV, XV", "khóa mười bốn, mười lăm."),
            Line("thứ 4", "thứ tư."), Line("thứ 1", "thứ nhất."), Line("Vitamin C", "Vitamin C."),
        ]
    )
    func romans(_ line: Line) { check(line) }

    @Test(
        "numbers of documents",
        arguments: [
            Line("42/2022/NĐ-CP", "nghị định số bốn mươi hai năm hai nghìn không trăm hai mươi hai của Chính phủ."),
            Line("123/QĐ-UBND", "quyết định số một trăm hai mươi ba của Ủy ban nhân dân."),
            Line("số 123/QĐ-UBND", "số một trăm hai mươi ba, quyết định của Ủy ban nhân dân."),
            Line("Nghị định số 42/2022/NĐ-CP", "Nghị định số bốn mươi hai năm hai nghìn không trăm hai mươi hai của Chính phủ."),
            Line(
                "Nghị định số 42/2022/NĐ-CP ngày 24/6/2022 của Chính phủ",
                "Nghị định số bốn mươi hai năm hai nghìn không trăm hai mươi hai ngày hai mươi tư tháng sáu năm hai nghìn không trăm hai mươi hai của Chính phủ."
            ),
            Line("Nghị quyết số 15-NQ/TW", "Nghị quyết số mười lăm của Trung ương."),
            Line("Luật số 61/2018/QH14", "Luật số sáu mươi mốt năm hai nghìn không trăm mười tám của Quốc hội khóa mười bốn."),
            Line("Thông tư 01/2024/TT-BTC", "Thông tư số một năm hai nghìn không trăm hai mươi tư của Bộ Tài chính."),
            Line("công văn số 1234/UBND-VX", "công văn số một nghìn hai trăm ba mươi tư của Ủy ban nhân dân."),
            Line("Quyết định số 1813/QĐ-TTg", "Quyết định số một nghìn tám trăm mười ba của Thủ tướng Chính phủ."),
            Line(
                "Thông tư liên tịch số 5/2015/TTLT-BTC-BYT",
                "Thông tư liên tịch số năm năm hai nghìn không trăm mười lăm của Bộ Tài chính, Bộ Y tế."
            ),
        ]
    )
    func documents(_ line: Line) { check(line) }

    @Test(
        "short forms, titles, capitals",
        arguments: [
            Line("UBND, HĐND, UBMTTQ", "Ủy ban nhân dân, Hội đồng nhân dân, Ủy ban Mặt trận Tổ quốc."),
            Line("TTHC, THPT, BHXH", "thủ tục hành chính, trung học phổ thông, bảo hiểm xã hội."),
            Line("TP.HCM", "Thành phố Hồ Chí Minh."), Line("TP. Hồ Chí Minh", "thành phố Hồ Chí Minh."), Line("TP Huế", "thành phố Huế."),
            Line("Q.1, P. Hải Châu", "quận một, phường Hải Châu."), Line("PGS.TS Nguyễn A", "phó giáo sư, tiến sĩ Nguyễn A."),
            Line("ThS. Lê Bình, TS. Trần Công", "thạc sĩ Lê Bình, tiến sĩ Trần Công."),
            Line("COVID-19 và Covid-19", "cô vít mười chín và cô vít mười chín."),
            Line("ASEAN", "a xê an."), Line("VNPT", "vê nờ pê tê."), Line("KT-XH, GD&ĐT", "kinh tế, xã hội, giáo dục và đào tạo."),
            Line("ỦY BAN NHÂN DÂN TỈNH", "ủy ban nhân dân tỉnh."), Line("SAMSUNG", "samsung."), Line("BTC", "bê tê xê."),
            Line("QL1A, QL 14B", "quốc lộ một a, quốc lộ mười bốn bê."), Line("H5N1", "hát năm nờ một."), Line("mạng 5G", "mạng năm giê."),
            Line("ông Nguyễn V.A. nói", "ông Nguyễn vê a. nói."), Line("hoa, quả, v.v.", "hoa, quả, vân vân."),
        ]
    )
    func shortForms(_ line: Line) { check(line) }

    @Test(
        "addresses, signs, pauses",
        arguments: [
            Line("Xem https://www.quangninh.gov.vn/tin/abc.html?x=1.", "Xem địa chỉ trang web quangninh chấm gốp chấm vi en."),
            Line("tại địa chỉ dichvucong.gov.vn", "tại địa chỉ trang web dichvucong chấm gốp chấm vi en."),
            Line("gửi bandoc@quangninh.gov.vn", "gửi thư điện tử bandoc a còng quangninh chấm gốp chấm vi en."),
            Line("nam/nữ", "nam, nữ."), Line("và/hoặc", "và hoặc."), Line("Tuyến Hà Nội - Hải Phòng", "Tuyến Hà Nội, Hải Phòng."),
            Line("công tác (đợt 2) “rất tốt”.", "công tác, đợt hai, rất tốt."), Line("R&D", "R và D."),
            Line("- Giao Sở Y tế: báo cáo;", "Giao Sở Y tế, báo cáo."),
            Line("A + B = C", "A cộng B bằng C."), Line("Thế ư?!", "Thế ư!"), Line("…", ""), Line("", ""), Line("   ", ""), Line("/ \\ | [[ ]]", ""),
            Line("[[h@l'oU]] xin chào", "h a còng l oU, xin chào."), Line("một\u{200B}hai\u{AD}", "mộthai."),
        ]
    )
    func signs(_ line: Line) { check(line) }

    @Test("an installation's own words win")
    func ownWords() throws {
        let lexicon = try SpeechLexicon.house.extended(
            by: """
                # Riêng của tỉnh
                [exact]
                BQLKKT = Ban Quản lý Khu kinh tế
                UBND = ủy ban
                [words]
                quang minh tech = quang minh tếch
                [phone-words]
                alo
                """
        )
        #expect(SpokenVietnamese(lexicon)("BQLKKT và UBND, alo 1234") == "Ban Quản lý Khu kinh tế và ủy ban, alo một hai ba bốn.")
        #expect(lexicon.version != SpeechLexicon.house.version)
    }

    @Test(
        "a lexicon that cannot be read is refused by its line",
        arguments: [("[exact]\nUBND: ủy ban", 2), ("UBND = ủy ban", 1), ("[exact]\n\n[nonsense]\n", 3)]
    )
    func badLexicon(_ text: String, _ line: Int) {
        #expect { try SpeechLexicon.house.extended(by: text) } throws: { ($0 as? SpeechLexiconFault)?.line == line }
    }

    @Test(
        "other languages keep their numbers and lose what a voice might stumble over",
        arguments: [
            (DateLanguage.en, "See https://www.x.vn/a/b?c=1 (20/11/2026) [now].", "See x.vn, 20 November 2026, now."),
            (.en, "Up 12.5% and/or more", "Up 12.5% and or more."),
            (.zh, "2026年（11月）增长12%，详见 https://x.vn/a", "2026年，11月，增长12%，详见 x.vn。"),
            (.en, "[[_^_en]] {x}", "en, x."), (.en, "", ""),
        ]
    )
    func light(_ language: DateLanguage, _ text: String, _ spoken: String) {
        #expect(LightSpeech(language)(text) == spoken)
    }
}
