import Proofing
import RichText
import Testing
import Vietnamese

@Suite("Spelling")
struct SpellingTests {
    static let textCases: [(text: String, told: [String])] = [
        ("Hội nghị diễn ra tốt đẹp, đúng kế hoạch.", []),
        ("Bệnh nhân đươc đưa vào viện.", ["impossible-syllable “đươc” → được"]),
        ("Xã tổ chức hộii nghị.", ["impossible-syllable “hộii” → hội"]),
        ("Nhờ mộtngười bạn và vệc này", ["impossible-syllable “mộtngười” → một người", "impossible-syllable “vệc” → việc"]),
        ("Chương trình của của tỉnh", ["doubled-word “của của” → của"]),
        ("Trời xanh xanh, người người vui, từ từ", []),
        ("phục vụ nhân dân nhân dân tốt hơn", ["doubled-word “nhân dân nhân dân” → nhân dân"]),
        ("Hai  dấu cách", ["doubled-space “  ” →  "]),
        ("Nam và Bắc,Trung cùng phát triển", ["space-missing “Bắc,Trung” → Bắc, Trung"]),
        ("Kết thúc hội nghị.Sau đó đoàn về", ["space-missing “nghị.Sau” → nghị. Sau"]),
        ("Xem vnexpress.net, www.chinhphu.vn/tin và TP.HCM, 1,5 tỷ, 10:30, PGS.TS Nam", []),
        ("Hội nghị , sau đó", ["space-before “ ,” → ,"]),
        ("Ðồng chí Nam và đội", ["foreign-letters “Ðồng” → Đồng"]),
        ("Hội nghị tổng kеt", ["foreign-letters “kеt” → ket"]),
        ("đất nƣớc", ["foreign-letters “nƣớc” → nước"]),
        ("ký đc, 500 vnđ, dùng iốt và vắcxin", []),
        ("Москва và Пекин", []),
        ("Gọi là “khu vực mới", ["quote-open ““”"]),
        ("Anh nói \"được\" và “không”", ["quotes-mixed “\"”"]),
        ("Ngày mai - hay ngày kia – đoàn đến", ["dashes “-” → –"]),
        ("SỞ Y TẾ THÔNG BÁO LỊCH NGHỈ TẾT", ["capitals “SỞ Y TẾ THÔNG BÁO LỊCH NGHỈ TẾT”"]),
        ("Tỉnh Đắk Lắk, xã Ea H'Leo có nhà rông", []),
        ("quý khách, quả, giá, khoẻ", []),
    ]

    @Test("texts", arguments: textCases)
    func texts(text: String, told: [String]) {
        #expect(Proofs.told(Proofs.report(text)) == told)
    }

    static let toneCases: [(text: String, style: HouseStyle, told: [String])] = [
        ("hòa bình, hoà thuận, thủy chung", HouseStyle(), ["tone-mixed “hoà” → hòa"]),
        ("hoà bình, thuỷ chung, khỏe", HouseStyle(), ["tone-mixed “khỏe” → khoẻ"]),
        ("hoà bình, thuỷ chung", HouseStyle(), []),
        ("gặp chị Thuý về hòa giải", HouseStyle(), []),
        ("hoà bình, toàn quốc, quý", HouseStyle(tones: .old), ["tone-style “hoà” → hòa"]),
        ("hòa bình, chị Thuý", HouseStyle(tones: .new), ["tone-style “hòa” → hoà"]),
    ]

    @Test("tones stand in one way in one text", arguments: toneCases)
    func tones(text: String, style: HouseStyle, told: [String]) {
        #expect(Proofs.told(Proofs.report(text, style: style)) == told)
    }

    @Test func whatIsNotComposedIsMendedFirst() {
        let report = Proofs.report("Ho\u{323}p  ho\u{323}p")
        #expect(report.findings.map(\.kind) == [.notComposed])
        #expect(Array((report.findings.first?.suggestions.first ?? "").unicodeScalars) == Array("Họp  họp".unicodeScalars))
    }

    static let dateCases: [(text: String, told: [String])] = [
        ("Hạn cuối là ngày 31/6/2026.", ["date-impossible “31/6/2026”"]),
        ("Ngày 29 tháng 2 năm 2026 và ngày 29/02", ["date-impossible “29 tháng 2 năm 2026”"]),
        ("ngày 30/2", ["date-impossible “30/2”"]),
        ("Thứ Hai, ngày 28/11/2026", ["weekday-wrong “Thứ Hai” → Thứ Bảy"]),
        ("Thứ Bảy, ngày 28/11/2026; thứ 7 (28-11-2026)", []),
        ("sáng thứ hai 28.11.2026", ["weekday-wrong “thứ hai” → thứ Bảy"]),
        ("28/11/2026 (chủ nhật)", ["weekday-wrong “chủ nhật” → thứ Bảy"]),
        ("Kỳ họp thứ năm, ngày 28/11/2026", []),
        ("Quyết định số 31/6/2026/QĐ-UBND, tỷ lệ 31/6, tỷ số 30/2 và 35/13/2026", []),
        ("từ ngày 20-21/11/2026", []),
    ]

    @Test("dates", arguments: dateCases)
    func dates(text: String, told: [String]) {
        #expect(Proofs.told(Proofs.report(text)) == told)
    }
}
