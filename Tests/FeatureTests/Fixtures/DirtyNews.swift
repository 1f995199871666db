import Foundation

/// A file as old portals export it: every kind of dirt we have met, made up by us, a line each with what must become of it.
enum DirtyNews {
    enum Fate: Equatable {
        case taken
        /// Already there, or the same twice in the file.
        case skipped
        /// Goes to the rejects file; the reason holds this.
        case rejected(String)
        /// An empty line: passed over without a word.
        case blank
    }

    struct Case {
        let bytes: [UInt8]
        let fate: Fate
        /// What a reader finds in the list afterwards.
        let title: String?

        init(_ text: String, _ fate: Fate, title: String? = nil) { self.init(bytes: Array(text.utf8), fate, title: title) }

        init(bytes: [UInt8], _ fate: Fate, title: String? = nil) {
            self.bytes = bytes
            self.fate = fate
            self.title = title
        }
    }

    /// The text as TCVN3 bytes shown as Latin-1, as a browser of old times copied it.
    static let tcvn3 = "Chñ tÞch ñy ban nh©n d©n tØnh dù héi nghÞ"
    static let tcvn3Read = "Chủ tịch ủy ban nhân dân tỉnh dự hội nghị"
    /// UTF-8 taken for Windows-1252 and written as UTF-8 again.
    static let twice = "Há»™i nghá»‹ xÃ¢y dá»±ng nÃ´ng thÃ´n má»›i"
    static let twiceRead = "Hội nghị xây dựng nông thôn mới"

    static func line(_ id: String, _ title: String, _ more: String = #""published_at":"2026-11-01""#) -> String {
        #"{"id":"\#(id)","title":"\#(title)","body":"Nội dung của \#(id).",\#(more)}"#
    }

    static let cases: [Case] = [
        Case(line("a1", "Bài bình thường"), .taken, title: "Bài bình thường"),
        Case("", .blank),
        Case("   \t", .blank),
        Case("{\"title\":\"Hỏng", .rejected("not valid JSON")),
        Case("[1,2,3]", .rejected("not a JSON object")),
        Case("\"chỉ là chữ\"", .rejected("not valid JSON")),
        Case("{}", .rejected("'title' is missing")),
        Case(#"{"id":"a2","title":"   ","published_at":"2026-11-01"}"#, .rejected("'title' is missing")),
        Case(#"{"id":"a3","title":"<p></p>","published_at":"2026-11-01"}"#, .rejected("'title' holds no text")),
        Case(#"{"id":"a4","title":{"vi":"x"},"published_at":"2026-11-01"}"#, .rejected("'title' must be a text")),
        Case(#"{"id":"a5","title":"Không có gì để đọc","published_at":"2026-11-01"}"#, .rejected("nothing to read")),
        Case(line("a6", "Ngày 31 tháng 2", #""published_at":"2026-02-31""#), .rejected("is no date we can read")),
        Case(line("a7", "Ngày tương lai", #""published_at":"2099-01-01""#), .rejected("the date lies in the future")),
        Case(line("a8", "Không có ngày", #""tags":["x"]"#), .rejected("no date")),
        // Five notations of one moment's day.
        Case(line("d1", "Ngày kiểu một", #""published_at":"2026-11-05T09:25:00+07:00""#), .taken, title: "Ngày kiểu một"),
        Case(line("d2", "Ngày kiểu hai", #""published_at":"05/11/2026 09:25""#), .taken, title: "Ngày kiểu hai"),
        Case(line("d3", "Ngày kiểu ba", #""published_at":"Thứ Năm, ngày 05/11/2026""#), .taken, title: "Ngày kiểu ba"),
        Case(line("d4", "Ngày kiểu bốn", #""published_at":"ngày 5 tháng 11 năm 2026""#), .taken, title: "Ngày kiểu bốn"),
        Case(line("d5", "Ngày kiểu năm", #""published_at":1793845500"#), .taken, title: "Ngày kiểu năm"),
        // The same again, and another under the same id.
        Case(line("a1", "Bài bình thường"), .skipped),
        Case(line("a1", "Bài khác cùng mã"), .rejected("another item with this id")),
        Case(line("a9", tcvn3), .taken, title: tcvn3Read),
        Case(bytes: latin1(line("a10", tcvn3 + " lÇn hai").replacing("Nội dung của a10.", with: tcvn3)), .taken, title: tcvn3Read + " lần hai"),
        Case(line("a11", twice), .taken, title: twiceRead),
        Case(
            #"{"id":"a12","title":"Bài có mã độc","published_at":"2026-11-01","body":"<p onclick=\"x()\">Chữ lành</p><script>alert('xấu')</script>"#
                + #"<iframe src=\"https://evil.example\"></iframe><a href=\"javascript:alert(1)\">bấm</a><style>p{}</style><img src=x onerror=alert(2)>"}"#,
            .taken,
            title: "Bài có mã độc"
        ),
        Case(#"{"id":"a13","title":"Khóa lạ","published_at":"2026-11-01","body":"Chữ.","do_uu_tien":3,"cu":{"a":[1]}}"#, .taken, title: "Khóa lạ"),
        Case(line("a14", "Tên mục lạ", #""category":"Không có mục này","published_at":"2026-11-01""#), .taken, title: "Tên mục lạ"),
        Case(line("a15", "Mục theo tên", #""category":"Kinh tế","published_at":"2026-11-01""#), .taken, title: "Mục theo tên"),
        Case(bytes: Array("{\"id\":\"a16\",\"title\":\"Lạ ".utf8) + [0xFF, 0xFE, 0x80] + Array("\"}".utf8), .rejected("not UTF-8")),
        Case(
            #"{"id":"a17","title":"Ký tự ẩn\u200b và\u0000 điều khiển\u0007","body":"Chữ.","published_at":"2026-11-01"}"#,
            .taken,
            title: "Ký tự ẩn"
        ),
        Case(line("a18", String(repeating: "Dài ", count: 100)), .rejected("at most 300")),
        // The last line: cut off by a full disk, without a line end.
        Case(#"{"id":"a99","title":"Bị cắt giữa chừng","body":"Đang viết d"#, .rejected("not valid JSON")),
    ]

    /// The file: a byte order mark first, lines ended now as Unix does and now as Windows does, the last not at all.
    static var file: [UInt8] {
        var out: [UInt8] = [0xEF, 0xBB, 0xBF]
        for (index, one) in cases.enumerated() {
            out += one.bytes
            if index < cases.count - 1 { out += index.isMultiple(of: 3) ? [0x0D, 0x0A] : [0x0A] }
        }
        return out
    }

    /// Well-formed lines for imports that are interrupted.
    static func plain(_ count: Int) -> [UInt8] {
        Array((0..<count).map { line("p\($0)", "Bài \($0)") + "\n" }.joined().utf8)
    }

    private static func latin1(_ text: String) -> [UInt8] { text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) } }
}
