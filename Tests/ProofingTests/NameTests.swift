import Proofing
import RichText
import Testing

@Suite("Names of units and people")
struct NameTests {
    static let unitCases: [(text: String, told: [String])] = [
        ("UBND tỉnh Quản Ninh họp", ["unit-unknown “Quản Ninh” → Quảng Ninh"]),
        ("UBND TỈNH QUẢN NINH HỌP", ["unit-unknown “QUẢN NINH” → QUẢNG NINH"]),
        ("tỉnh Quảng Nính và xã Tân Hóa", ["unit-unknown “Quảng Nính” → Quảng Ninh", "unit-unknown “Tân Hóa” → Tân Hòa"]),
        ("tỉnh Quảng Ninh Nguyễn Văn An, tỉnh Bà Rịa – Vũng Tàu", ["unit-old “Bà Rịa – Vũng Tàu”"]),
        ("Đoàn đến Hải Phòng, Quản Ninh, Huế", ["unit-unknown “Quản Ninh” → Quảng Ninh"]),
        ("công tác tại Quãng Ninh", ["unit-unknown “Quãng Ninh” → Quảng Ninh"]),
        ("ông Quang Ninh và đường Quản Ninh", []),
        ("xã Tân Hoà, xã Ea H’Leo, TP. Hồ Chí Minh, TP Huế, TP.HCM", []),
        ("thành phố Melbourne, tỉnh Quảng Đông, hợp tác xã Tân Hóa, xã Hội, Tỉnh Đoàn", []),
        ("tỉnh Huê Văn Khánh, bà xã Tân Hóa, khách đến Bắc Kinh, tỉnh Hồ Nam", []),
        ("thôn Quảng Nính, xã Tân Hòa", []),
        ("tỉnh Quảng Bình", ["unit-old “Quảng Bình”"]),
        ("thành phố Hạ Long", ["unit-abolished “Hạ Long”"]),
        ("xã Hồng Gai", ["unit-kind “Hồng Gai”"]),
    ]

    @Test("units", arguments: unitCases)
    func units(text: String, told: [String]) {
        #expect(Proofs.told(Proofs.report(text)) == told)
    }

    @Test func oldNamesAreRightInTheirTime() {
        #expect(Proofs.report("tỉnh Quảng Bình, thành phố Hạ Long", on: Proofs.day("2024-05-01")).findings.isEmpty)
        let finding = Proofs.report("tỉnh Quảng Bình và tỉnh Quảng Bình").findings.first
        #expect(finding?.values == ["name": "tỉnh Quảng Bình", "new": "tỉnh Quảng Trị", "date": "01/07/2025"])
        #expect(finding?.severity == .note)
        #expect(Proofs.report("tỉnh Quản Ninh").findings.first?.severity == .error)
    }

    static let peopleCases: [(text: String, told: [String])] = [
        ("Chủ tich UBND tỉnh phát biểu", ["title-misspelt “Chủ tich” → Chủ tịch"]),
        ("Phó Giam đốc Sở Y tế", ["title-misspelt “Phó Giam đốc” → Phó Giám đốc"]),
        ("Chủ tịch UBND tỉnh Nguyễn Văn An dự", []),
        ("Phó Chủ tịch UBND tỉnh Nguyễn Văn An dự", ["leader-title “Phó Chủ tịch” → Chủ tịch"]),
        ("Chủ tịch HĐND tỉnh Trần Thị Bình Minh", ["leader-title “Chủ tịch” → Phó Chủ tịch Thường trực"]),
        ("Chủ tịch nước gặp ông Nguyễn Văn An; nguyên Giám đốc Nguyễn Văn An", []),
        ("Giám đốc Sở Y tế Lê Văn Cường", ["leader-former “Giám đốc” → Phó Chủ tịch"]),
        ("Chủ tịch UBND tỉnh Đỗ Thị Hoa dự", ["leader-former “Chủ tịch” → nguyên Chủ tịch"]),
        ("Phó Chủ tịch UBND tỉnh Đỗ Thị Hoa, nguyên Chủ tịch UBND tỉnh Đỗ Thị Hoa", []),
        ("ông Nguyễn Vân An đến", ["leader-name “Nguyễn Vân An” → Nguyễn Văn An"]),
    ]

    @Test("people", arguments: peopleCases)
    func people(text: String, told: [String]) {
        #expect(Proofs.told(Proofs.report(text)) == told)
    }
}
