import Redaction
import Testing

/// One sentence each: what is to be hidden, and what stands.
@Suite("Redaction, case by case")
struct DetectionTests {
    static let redactor = Redactor(units: ["Hoàng Mai", "Thái Thụy", "Trần Phú"])

    struct Case: Sendable, CustomTestStringConvertible {
        let text: String
        /// The quotes in the order of the text.
        let quotes: [String]
        let kind: SecretKind

        init(_ kind: SecretKind, _ text: String, _ quotes: String...) { (self.text, self.quotes, self.kind) = (text, quotes, kind) }
        var testDescription: String { text }
    }

    static let numbers: [Case] = [
        Case(.phone, "gọi cho tôi 0912.345.678 nhé", "0912.345.678"),
        Case(.phone, "SĐT: +84 912 345 678", "+84 912 345 678"),
        Case(.phone, "(+84)912345678", "(+84)912345678"),
        Case(.phone, "số o9l2 345 678 (zalo)", "o9l2 345 678"),
        Case(.phone, "O912345678", "O912345678"),
        Case(.phone, "nhà tôi 02033 825 123", "02033 825 123"),
        Case(.phone, "sdt em 0 9 1 2 3 4 5 6 7 8", "0 9 1 2 3 4 5 6 7 8"),
        Case(.phone, "gọi không chín một hai ba bốn năm sáu bảy tám", "không chín một hai ba bốn năm sáu bảy tám"),
        Case(.phone, "goi khong chin mot hai ba bon nam sau bay tam", "khong chin mot hai ba bon nam sau bay tam"),
        Case(.phone, "điện thoại ０９１２３４５６７８", "０９１２３４５６７８"),
        Case(.phone, "0912345678, 0987654321", "0912345678", "0987654321"),
        Case(.phone, "0912\u{200B}345\u{200B}678", "0912\u{200B}345\u{200B}678"),
        Case(.email, "thư an.nguyen@gmail.com. Cảm ơn", "an.nguyen@gmail.com"),
        Case(.email, "ten (at) gmail com", "ten (at) gmail com"),
        Case(.email, "minhan a còng gmail chấm com", "minhan a còng gmail chấm com"),
        Case(.email, "minhan[at]yahoo[dot]com[dot]vn", "minhan[at]yahoo[dot]com[dot]vn"),
        Case(.email, "mail: an90 @ gmail.com", "an90 @ gmail.com"),
        Case(.identity, "CCCD 038088001234", "038088001234"),
        Case(.identity, "số cccd của tôi là 038 088 001 234", "038 088 001 234"),
        Case(.identity, "CMND số: 151234567", "151234567"),
        Case(.identity, "hộ chiếu C1234567", "C1234567"),
        Case(.taxCode, "MST: 5701234567-001", "5701234567-001"),
        Case(.insurance, "sổ BHXH 2212345678", "2212345678"),
        Case(.insurance, "thẻ DN4010123456789", "DN4010123456789"),
        Case(.bankAccount, "STK 1903 1234 5678 90 Techcombank", "1903 1234 5678 90"),
        Case(.bankAccount, "chuyển vào 19031234567890 vietcombank", "19031234567890"),
        Case(.licencePlate, "xe 29A-123.45 đỗ sai", "29A-123.45"),
        Case(.licencePlate, "biển số 14k1 12345", "14k1 12345"),
        Case(.licencePlate, "xe 51F12345", "51F12345"),
        Case(.licencePlate, "xe máy 29-H1 123.45", "29-H1 123.45"),
        Case(.land, "thửa đất số 123, tờ bản đồ số 45", "123", "45"),
        Case(.land, "thua dat so 12a to ban do so 7", "12a", "7"),
        Case(.land, "thửa 12, 13 và 14 tờ 5", "12", "13", "14", "5"),
        Case(.land, "sổ đỏ BK 123456", "BK 123456"),
        Case(.birth, "sinh ngày 12/05/1980", "12/05/1980"),
        Case(.birth, "Ông Lê Văn Học sinh năm 1980", "1980"),
        Case(.birth, "sinh ngày 5 tháng 3 năm 1975 tại", "5 tháng 3 năm 1975"),
        Case(.dossier, "mã hồ sơ 000.15.H49-240511-0003", "000.15.H49-240511-0003"),
        Case(.dossier, "phiếu QN-2026-011873", "QN-2026-011873"),
        Case(.profile, "xem https://www.facebook.com/an.nguyen90.", "https://www.facebook.com/an.nguyen90"),
        Case(.profile, "facebook: An Nguyễn", "An Nguyễn"),
        Case(.coordinates, "tại 21.028511, 105.804817", "21.028511, 105.804817"),
        Case(.coordinates, "21°01'42.6\"N 105°48'17.3\"E", "21°01'42.6\"N 105°48'17.3\"E"),
        Case(.coordinates, "https://maps.app.goo.gl/AbCdEf", "https://maps.app.goo.gl/AbCdEf"),
    ]

    static let names: [Case] = [
        Case(.person, "Tôi tên là Nguyễn Văn An, hiện ở Hạ Long", "Nguyễn Văn An"),
        Case(.person, "toi ten la nguyen van an sinh nam 1980", "nguyen van an"),
        Case(.person, "tôi tên là phương thúy, hiện nay tôi", "phương thúy"),
        Case(.person, "em là duy, hiện cư trú tại quận 7", "duy"),
        Case(.person, "tôi là bích vân, tìm hiểu quy định", "bích vân"),
        Case(.person, "Bà Trần Thị Hồng Nhung và ông Lê Hùng", "Trần Thị Hồng Nhung", "Lê Hùng"),
        Case(.person, "các hộ: nguyễn văn an, trần thị bình, lê văn cường", "nguyễn văn an", "trần thị bình", "lê văn cường"),
        Case(.person, "Hàng xóm H'Hen Niê và ông Y Bhăm Niê", "H'Hen Niê", "Y Bhăm Niê"),
        Case(.person, "Ông Giàng A Sử", "Giàng A Sử"),
        Case(.person, "NGƯỜI VIẾT ĐƠN: NGUYỄN THỊ LAN", "NGUYỄN THỊ LAN"),
        Case(.person, "Kính đơn\nNguyễn Văn An", "Nguyễn Văn An"),
        Case(.person, "Nguyễn Văn An kiện. Về sau An không trả tiền, ông An đi khỏi.", "Nguyễn Văn An", "An", "An"),
        Case(.person, "anh tuấn, hàng xóm nhà tôi", "tuấn"),
        Case(.person, "Chủ tịch xã ông Nguyễn Văn An đòi tiền dân", "Nguyễn Văn An"),
        Case(.address, "trú tại số 12, ngõ 34, đường Nguyễn Trãi, phường Bãi Cháy", "số 12, ngõ 34"),
        Case(.address, "địa chỉ: thôn Đồng Tâm, xã Bình Minh", "thôn Đồng Tâm"),
        Case(.address, "nhà tôi ở 12/5 đường Lê Lợi", "12/5"),
        Case(.address, "căn hộ 1205 chung cư Green Bay", "căn hộ 1205"),
        Case(.health, "Mẹ tôi bị ung thư phổi giai đoạn 3", "ung thư phổi giai đoạn 3"),
        Case(.health, "vợ tôi đang mang thai", "mang thai"),
        Case(.health, "con toi bi bai nao", "bai nao"),
    ]

    @Test("numbers and signs", arguments: numbers)
    func numbersAndSigns(_ example: Case) { check(example) }

    @Test("names, addresses, health", arguments: names)
    func namesAndPlaces(_ example: Case) { check(example) }

    private func check(_ example: Case) {
        let proposals = Self.redactor.proposals(in: example.text)
        #expect(
            proposals.filter { $0.kind == example.kind }.map(\.quote) == example.quotes,
            "\(proposals.map { "\($0.kind) \($0.reason): \($0.quote)" })"
        )
    }

    @Test(
        "what is nobody's stands",
        arguments: [
            "Nghị định 15/2024/NĐ-CP, Thông tư số 80/2021/TT-BTC, công văn 1234/SXD-QLN", "từ ngày 12/03/2026 đến 30-4-2026",
            "2.340.000 đồng, 1.250.000.000 đồng",
            "số tiền 18000000 đồng", "tổng đài 1900 1234 và 1022, gọi 18001091", "Điều 12 khoản 3 điểm b", "tỷ lệ 45%, tăng 12,5%",
            "đường Nguyễn Trãi và Lê Lợi",
            "trường THPT chuyên Lê Quý Đôn", "xã Trần Phú, phường Hồng Hà", "Cầu Trần Phú trên tuyến Hùng Vương", "QL18, ĐT 326, km 25+300",
            "UBND phường: 0203.3825.123",
            "Chủ tịch UBND tỉnh Nguyễn Văn An", "ông Nguyễn Văn An, Chủ tịch UBND xã", "Công ty TNHH Nguyễn Hoàng",
            "người khuyết tật được hưởng chế độ gì",
            "phát sinh năm 2020", "học sinh năm 2023", "ngã tư Lê Thánh Tông - Trần Quốc Nghiễn", "thành phố Hồ Chí Minh",
            "mã ngành 6201 (lập trình)", "email: ubnd@quangninh.gov.vn",
            "Ông N.V.A, phường Hà Tu", "tôi là công dân phường", "Bà Rịa - Vũng Tàu", "phòng chống HIV/AIDS", "đường số 5 Nguyễn Văn Cừ",
            "dang thi cong duong", "vướng mắc do van de dat dai",
            "trụ sở số 12 đường Lê Lợi", "thửa đất rộng 120 m2", "năm học 2025-2026", "https://dichvucong.gov.vn/p/home/dvc-chi-tiet-1234.html",
            "anh em, bà con, cô chú",
        ]
    )
    func kept(_ text: String) {
        let proposals = Self.redactor.proposals(in: text)
        #expect(proposals.isEmpty, "\(proposals.map { "\($0.kind) \($0.reason): \($0.quote)" })")
    }
}
