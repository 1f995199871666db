import Redaction
import Testing

/// An edition that was edited by hand may still say what was taken out.
@Suite("Leaks")
struct LeakTests {
    let redactor = Redactor()

    struct Case: Sendable, CustomTestStringConvertible {
        let original: String
        let edition: String
        let isLeak: Bool
        init(_ original: String, _ edition: String, leaks isLeak: Bool = true) {
            (self.original, self.edition, self.isLeak) = (original, edition, isLeak)
        }
        var testDescription: String { "\(original) → \(edition)" }
    }

    @Test(
        "in any spelling",
        arguments: [
            Case("gọi 0912.345.678", "gọi 0912 345 678"), Case("gọi 0912345678", "gọi +84 91 234 5678"), Case("gọi 0912345678", "gọi o9l2-345-678"),
            Case("gọi 0912345678", "không chín một hai ba bốn năm sáu bảy tám"), Case("CCCD 038088001234", "số 038-088-001234 của tôi"),
            Case("STK 19031234567890 BIDV", "1903 1234 5678 90"), Case("xe 29A-123.45", "xe 29a12345"), Case("xe 29A-123.45", "xe 29A 12345"),
            Case("Tôi tên là Nguyễn Văn An.", "nguyen van an"), Case("Tôi tên là Nguyễn Văn An.", "NguyễnVănAn"),
            Case("Tôi tên là Nguyễn Văn An.", "An Nguyễn nói"),
            Case("Tôi tên là Nguyễn Văn An.", "Ông An nói"), Case("Tôi tên là Nguyễn Thị Thuý.", "NGUYỄN THỊ THÚY"),
            Case("mail an.nguyen90@gmail.com", "an.nguyen90 (at) gmail com"),
            Case("mail minhan90@gmail.com", "fb minhan90"), Case("thửa đất số 123", "thửa 123"), Case("sinh ngày 12/05/1980", "SN 12-05-1980"),
            Case("sổ đỏ BK 123456", "BK123456"),
            Case("mã hồ sơ 000.15.H49-240511-0003", "000 15 H49 240511 0003"), Case("Mẹ tôi bị ung thư phổi.", "UNG THU PHOI"),
            Case("trú tại số 12, ngõ 34, đường Lê Lợi", "số 12 ngõ 34"),
            Case("Tôi tên là Nguyễn Văn An.", "Ông N.V.A, phường Hà Tu", leaks: false), Case("gọi 0912345678", "gọi 0912345679", leaks: false),
            Case("Tôi tên là Nguyễn Văn An.", "Nguyễn Văn Anh là người khác", leaks: false),
            Case("thửa đất số 123", "đã nộp 123 hồ sơ", leaks: false),
            Case("sinh năm 1980", "văn bản năm 1980", leaks: false), Case("xe 29A-123.45", "29 hộ, 12345 đồng", leaks: false),
        ]
    )
    func spellings(_ example: Case) {
        let accepted = redactor.proposals(in: example.original)
        #expect(!accepted.isEmpty)
        let leaks = redactor.leaks(of: accepted, in: Letter(title: "", text: example.edition))
        #expect(leaks.isEmpty != example.isLeak, "\(leaks.map(\.quote)); accepted \(accepted.map(\.quote))")
    }

    @Test(
        "in the title and in names of files",
        arguments: ["don_nguyen_van_an.pdf", "DonNguyenVanAn (1).docx", "CCCD 038088001234.jpg", "038088001234-truoc.png", "nguyenvanan1980.jpg"]
    )
    func files(_ name: String) throws {
        let letter = Letter(title: "Đơn của Nguyễn Văn An", text: "Tôi tên là Nguyễn Văn An, CCCD 038088001234.", fileNames: [name])
        let accepted = redactor.proposals(in: letter)
        var edition = redactor.apply(accepted, to: letter)
        let leak = try #require(redactor.leaks(of: accepted, in: edition).first)
        #expect(leak.field == 2)
        edition.fields[2] = Letter.Field("file-1", "tep-1.pdf", isFileName: true)
        #expect(redactor.leaks(of: accepted, in: edition).isEmpty)
    }

    @Test("a leak says where it stands")
    func place() throws {
        let accepted = redactor.proposals(in: "CCCD 038088001234")
        let text = "Xin chào, số 038 088 001 234 nhé"
        let leak = try #require(redactor.leaks(of: accepted, in: Letter(title: text, text: "")).first)
        #expect(leak.field == 0 && leak.quote == "038 088 001 234" && leak.kind == .identity && leak.proposal == 0)
        #expect(String(String.UnicodeScalarView(Array(text.unicodeScalars)[leak.range])) == leak.quote)
    }
}
