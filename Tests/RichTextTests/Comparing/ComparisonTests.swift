import RichText
import Testing

@Suite("Comparing")
struct ComparisonTests {
    /// A comparison as text: `[-gone-]`, `[+come+]`; whole lines with "+ ", "- ", "~ "; notes after " # ".
    static func told(_ comparison: Comparison) -> [String] {
        comparison.parts.flatMap(\.lines).filter { $0.change != .kept }.map { line in
            let sign = line.change == .inserted ? "+ " : line.change == .deleted ? "- " : "~ "
            let words = line.change == .changed ? told(line.pieces) : line.pieces.map(\.text).joined()
            let notes = line.notes.map { " # \($0.kind.rawValue) “\($0.text)” \($0.from) → \($0.to)" }
            return sign + (line.kind == .paragraph ? "" : "\(line.kind.rawValue): ") + words + notes.joined()
        }
    }

    static func told(_ pieces: [Comparison.Piece]) -> String {
        pieces.map { $0.change == .inserted ? "[+\($0.text)+]" : $0.change == .deleted ? "[-\($0.text)-]" : $0.text }.joined()
    }

    static func paragraphs(_ texts: String...) -> [Block] { texts.map { .paragraph([.text($0)]) } }

    @Test(
        "plain texts",
        arguments: [
            ("Hà Nội", "Hà Nội", "Hà Nội"),
            ("", "Hà Nội", "[+Hà Nội+]"),
            ("Hà Nội", "", "[-Hà Nội-]"),
            ("Hội nghị tỉnh Quản Ninh", "Hội nghị tỉnh Quảng Ninh", "Hội nghị tỉnh [-Quản-][+Quảng+] Ninh"),
            ("Họp ngày 20/11/2026, tại trụ sở", "Họp ngày 21/11/2026, tại trụ sở", "Họp ngày [-20/11/2026-][+21/11/2026+], tại trụ sở"),
            ("Thu 1.250 tỷ đồng", "Thu 1.350,5 tỷ đồng", "Thu [-1.250-][+1.350,5+] tỷ đồng"),
            ("tăng năm phần trăm so với", "tăng mười hai so với", "tăng [-năm phần trăm-][+mười hai+] so với"),
            ("Nghị quyết số 12-NQ/TW", "Nghị quyết số 13-NQ/TW", "Nghị quyết số [-12-NQ-][+13-NQ+]/TW"),
            ("Một hai ba", "Bốn năm sáu bảy", "[-Một hai ba-][+Bốn năm sáu bảy+]"),
            ("dòng một\ndòng hai", "dòng một\ndòng ba", "dòng một\ndòng [-hai-][+ba+]"),
            ("各位代表", "各位同志", "各位[-代表-][+同志+]"),
            ("Xong.", "Xong!", "Xong[-.-][+!+]"),
        ]
    )
    func texts(old: String, new: String, expected: String) {
        let comparison = TextComparison(from: old, to: new)
        #expect(Self.told(comparison.pieces) == expected)
        #expect(comparison.isChanged == (old != new))
        #expect(comparison.old == old && comparison.new == new)
    }

    @Test func wordsAreCounted() {
        let comparison = TextComparison(from: "Họp ngày 20/11/2026, tại trụ sở", to: "Họp trực tuyến ngày 20/11/2026")
        #expect(comparison.wordsInserted == 2)
        #expect(comparison.wordsDeleted == 3)
    }

    @Test func blocksAreAlignedBeforeTheirWords() {
        let old = RichText(Self.paragraphs("Mở đầu bài viết.", "Sở Y tế báo cáo kết quả sáu tháng.", "Kết thúc."))
        let new = RichText(Self.paragraphs("Mở đầu bài viết.", "Đoạn hoàn toàn mới.", "Sở Y tế báo cáo kết quả chín tháng.", "Kết thúc."))
        let comparison = Comparison(from: old, to: new)
        #expect(Self.told(comparison) == ["+ Đoạn hoàn toàn mới.", "~ Sở Y tế báo cáo kết quả [-sáu-][+chín+] tháng."])
        #expect(comparison.parts.map(\.change) == [.kept, .inserted, .changed, .kept])
        #expect(comparison.summary.wordsInserted == 5)
        #expect(comparison.summary.wordsDeleted == 1)
        #expect(comparison.summary.blocksChanged == 2)
    }

    static let formal: [(old: [Block], new: [Block], told: [String])] = [
        (
            [.paragraph(["Theo Sở Y tế, ngày mai"])], [.paragraph(["Theo ", .text("Sở Y tế", .strong), ", ngày mai"])],
            ["~ Theo Sở Y tế, ngày mai # mark-added “Sở Y tế”  → strong"]
        ),
        (
            [.paragraph(["Xem ", .link(.site("/a"), "kế hoạch này"), "."])], [.paragraph(["Xem ", .link(.site("/b"), "kế hoạch này"), "."])],
            ["~ Xem kế hoạch này. # link-changed “kế hoạch này” /a → /b"]
        ),
        (
            [.paragraph(["Xem ", .link(.site("/a"), "kế hoạch"), "."])], [.paragraph(["Xem kế hoạch."])],
            ["~ Xem kế hoạch. # link-removed “kế hoạch” /a → "]
        ),
        (
            [.paragraph(["Nghị quyết ", .text("mới", .emphasis)])], [.paragraph(["Nghị quyết mới"])],
            ["~ Nghị quyết mới # mark-removed “mới” em → "]
        ),
        (
            [.heading(Heading(level: 2, text: ["Kết quả"]))], [.heading(Heading(level: 3, text: ["Kết quả"]))],
            ["~ heading: Kết quả # level “” 2 → 3"]
        ),
        (
            [.paragraph(["Kết quả"])], [.heading(Heading(level: 2, text: ["Kết quả"]))],
            ["~ heading: Kết quả # kind “” paragraph → heading # level “”  → 2"]
        ),
        (
            [.list(List(ordered: false, items: [[.paragraph(["một"])], [.paragraph(["hai"])]]))],
            [.list(List(ordered: true, items: [[.paragraph(["một"])], [.paragraph(["hai"])]]))],
            ["~ item: một # list “” bulleted → ordered", "~ item: hai # list “” bulleted → ordered"]
        ),
        (
            [.list(List(ordered: false, items: [[.paragraph(["một"])], [.paragraph(["hai"])]]))],
            [.list(List(ordered: false, items: [[.paragraph(["một"])], [.paragraph(["một rưỡi"])], [.paragraph(["hai"])]]))],
            ["+ item: một rưỡi"]
        ),
        (
            [.table(Table(headerRows: 1, rows: [[.init(["Xã"]), .init(["Số hộ"])], [.init(["An Hòa"]), .init(["12"])]]))],
            [.table(Table(headerRows: 1, rows: [[.init(["Xã"]), .init(["Số hộ"])], [.init(["An Hòa"]), .init(["15"])]]))],
            ["~ row: An Hòa | [-12-][+15+]"]
        ),
        (
            [.picture(Picture(source: "https://a.example/1.jpg", alt: "Cầu mới"))],
            [.picture(Picture(source: "https://a.example/2.jpg", alt: "Cầu mới"))],
            ["~ picture: Cầu mới # file “” https://a.example/1.jpg → https://a.example/2.jpg"]
        ),
        (
            [.picture(Picture(alt: "Cầu mới", width: 800, height: 600))], [.picture(Picture(alt: "Cầu mới", width: 400, height: 300))],
            ["~ picture: Cầu mới # other “”  → "]
        ),
        ([.divider], [], ["- divider: "]),
    ]

    @Test("what is no word is told in words", arguments: formal)
    func notes(old: [Block], new: [Block], expected: [String]) {
        #expect(Self.told(Comparison(from: RichText(old), to: RichText(new))) == expected)
    }

    @Test func emptyBodies() {
        #expect(!Comparison(from: RichText(), to: RichText()).isChanged)
        let comparison = Comparison(from: RichText(), to: RichText([.list(List(ordered: false, items: []))]))
        #expect(comparison.isChanged && comparison.parts.count == 1)
    }
}
