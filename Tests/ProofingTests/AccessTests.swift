import Proofing
import RichText
import Testing

@Suite("Access and ease")
struct AccessTests {
    static let blockCases: [(block: [Block], told: [String])] = [
        ([.picture(Picture(source: "x"))], ["picture-without-text “”"]),
        ([.picture(Picture(source: "x", decorative: true))], []),
        ([.picture(Picture(alt: "IMG_2041.JPG"))], ["picture-text-is-name “IMG_2041.JPG”"]),
        ([.picture(Picture(alt: "hinh-anh-1"))], ["picture-text-is-name “hinh-anh-1”"]),
        ([.picture(Picture(alt: "Ảnh 2"))], ["picture-text-is-name “Ảnh 2”"]),
        (
            [.picture(Picture(alt: "Cầu Bãi Cháy nhìn từ phía biển", caption: ["Cầu Bãi Cháy nhìn từ phía biển"]))],
            ["picture-text-is-caption “Cầu Bãi Cháy nhìn từ phía biển”"]
        ),
        ([.picture(Picture(alt: "Cầu Bãi Cháy nhìn từ phía biển"))], []),
        ([.heading(Heading(level: 3, text: ["Kết quả"]))], ["heading-jump “Kết quả”"]),
        ([.heading(Heading(level: 2, text: ["A"])), .heading(Heading(level: 4, text: ["B"]))], ["heading-jump “B”"]),
        ([.heading(Heading(level: 2, text: ["A"])), .heading(Heading(level: 3, text: ["B"])), .heading(Heading(level: 2, text: ["C"]))], []),
        ([.heading(Heading(level: 2, text: [" "]))], ["heading-empty “ ”"]),
        ([.paragraph(["Xem ", .link(.site("/a"), "tại đây"), "."])], ["link-vague “tại đây”"]),
        ([.paragraph(["Xem ", .link(.site("/a"), "https://a.example/x"), "."])], ["link-bare “https://a.example/x”"]),
        ([.paragraph(["Xem", .link(.site("/a"), ""), "."])], ["link-empty “”"]),
        ([.paragraph(["Xem ", .link(.site("/a"), "kế hoạch năm 2026"), "."])], []),
        ([.table(Table(rows: [[.init(["a"])], [.init(["b"])]]))], ["table-without-headers “”"]),
        ([.table(Table(headerRows: 1, rows: [[.init(["a"])], [.init(["b"])]]))], []),
    ]

    @Test("blocks", arguments: blockCases)
    func blocks(block: [Block], told: [String]) {
        #expect(Proofs.told(Proofs.report(block)) == told)
    }

    @Test func placesArePointersIntoTheBody() {
        let wrong: [Inline] = ["😀 vào ", .text("thứ Hai", .strong), ", ngày 28/11/2026"]
        let report = Proofs.report([
            .paragraph(wrong), .list(List(ordered: false, items: [[.paragraph(["a"])], [.paragraph(wrong)]])),
            .table(Table(headerRows: 1, rows: [[.init(["x"]), .init(wrong)]])), .quote(Quote([.paragraph(wrong)])),
        ])
        #expect(
            report.findings.map(\.place.path) == ["/blocks/0/text", "/blocks/1/items/1/0/text", "/blocks/2/rows/0/1/text", "/blocks/3/blocks/0/text"]
        )
        // The face is two units, the rest one each.
        #expect(report.findings.allSatisfy { $0.place.range == 7..<14 && $0.place.field == "body" })
    }

    @Test func longSentencesAreToldAndTheWorstNamed() {
        let long = "Hội nghị " + (0..<70).map { "từ\($0)" }.joined(separator: " ") + "."
        let report = Proofs.report("Câu ngắn thôi. \(long) Lại một câu ngắn nữa. TP. Huế họp.")
        #expect(report.findings.map(\.kind) == [.sentenceLong])
        #expect(report.readability?.sentences == 4)
        #expect(report.readability?.longSentences == 1)
        #expect(report.readability?.worst.count == 1)
        #expect(report.readability?.worst.first?.words == 72)
        #expect(report.readability?.place == report.findings.first?.place)
    }

    @Test func plainTextIsEasierThanDenseText() {
        let plain =
            "Ngày mai trời mưa. Mọi người nên ở nhà. Nếu phải đi thì hãy đi chậm và mang theo áo mưa. Xã đã cho trẻ em nghỉ học một ngày. Ai cần giúp thì gọi cho xã."
        let dense =
            "Ủy ban nhân dân yêu cầu các cơ quan chuyên môn tăng cường công tác kiểm tra giám sát hoạt động đầu tư xây dựng hạ tầng kỹ thuật đô thị, nâng cao hiệu lực hiệu quả quản lý nhà nước về quy hoạch kiến trúc cảnh quan môi trường đô thị trên địa bàn."
        let (easy, hard) = (Proofs.report(plain).readability, Proofs.report(dense).readability)
        #expect(easy?.grade == .easy)
        #expect((hard?.score ?? 0) > (easy?.score ?? 0) + 20)
        #expect((hard?.denseShare ?? 0) > 0.4)
    }
}

extension Readability {
    var place: ProofFinding.Place? { worst.first?.place }
}
