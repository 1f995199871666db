import PortalNetwork
import PortalTesting
import Publishing
import RichText
import Store
import Testing

/// Passages found again after the text around them, or they themselves, were changed.
@Suite("Passages") struct PassageTests {
    private static let text = [
        "Sáng nay mực nước sông Ngàn đã xuống dưới báo động 1.", "Đường tỉnh 301 đã thông xe từ 5 giờ.", "Mực nước còn 3,2 m tại trạm Cầu Sắt.",
    ]

    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let passage: Passage?
        let lines: [String]
        let place: Passage.Place
        var testDescription: String { name }
    }

    static let cases: [Case] = [
        Case(name: "as it was", passage: passage(), lines: text, place: .here(line: 0)),
        Case(name: "lines put before it", passage: passage(), lines: ["Mới.", "Thêm."] + text, place: .here(line: 2)),
        Case(
            name: "the same words twice: the one with the same surroundings",
            passage: Passage(field: "body", line: 0, quote: "mực nước", prefix: "Sáng nay ", suffix: " sông Ngàn"),
            lines: ["Hôm qua mực nước dâng.", "Tin mới: Sáng nay mực nước sông Ngàn xuống."],
            place: .here(line: 1)
        ),
        Case(
            name: "the same words twice, nothing around: the nearest",
            passage: Passage(field: "body", line: 3, quote: "xem thêm"),
            lines: ["xem thêm", "a", "b", "c", "xem thêm"],
            place: .here(line: 4)
        ),
        Case(
            name: "rewritten, both sides still there",
            passage: Passage(field: "body", line: 1, quote: "đã thông xe", prefix: "Đường tỉnh 301 ", suffix: " từ 5 giờ."),
            lines: ["Đường tỉnh 301 mở lại cho xe con từ 5 giờ."],
            place: .changed(line: 0, now: "mở lại cho xe con")
        ),
        Case(
            name: "most of its words in one line",
            passage: Passage(field: "body", line: 9, quote: "Mực nước còn 3,2 m tại trạm"),
            lines: ["Khác hẳn.", "Tại trạm Cầu Sắt, mực nước còn 3,1 m."],
            place: .changed(line: 1, now: "Tại trạm Cầu Sắt, mực nước còn 3,1 m.")
        ),
        Case(
            name: "taken out",
            passage: Passage(field: "body", line: 1, quote: "đã thông xe", prefix: "Đường tỉnh 301 ", suffix: " từ 5 giờ."),
            lines: ["Đường tỉnh 301  từ 5 giờ."],
            place: .gone
        ),
        Case(name: "the whole text is another", passage: passage(), lines: ["Không liên quan."], place: .gone),
        Case(name: "no text", passage: passage(), lines: [], place: .gone),
    ]

    private static func passage() -> Passage? {
        Passage(field: "body", line: 0, quote: "dưới báo động 1", prefix: "đã xuống ", suffix: ".")
    }

    @Test("found exactly, else by its surroundings, else by its words, else gone", arguments: cases)
    func find(_ example: Case) throws { #expect(try #require(example.passage).find(in: example.lines) == example.place) }

    @Test("hostile forms make no passage, or a short one")
    func bounds() throws {
        #expect(Passage(field: "body", line: 0, quote: " \n") == nil)
        let long = try #require(Passage(field: String(repeating: "x", count: 500), line: -4, quote: String(repeating: "dài ", count: 500)))
        #expect(long.quote.count <= Passage.longest && long.line == 0 && long.field.count == 60)
    }

    @Test("a remark keeps its passage, sealed", arguments: Backend.available)
    func kept(_ backend: Backend) async throws {
        try await Newsroom.with(backend) { room in
            let workroom = Workroom(room.publishing)
            let reporter = try await room.by("reporter")
            let place = Place(site: room.province, section: room.news)
            let item = try await room.publishing.save(Notice.about("Tin"), in: place, by: reporter).item
            let passage = try #require(Passage(field: "body", line: 0, quote: "bà con", prefix: "Mời ", suffix: " đến dự."))
            try await workroom.remark("Ai?", at: passage, on: item, by: reporter)
            let remark = try #require(try await workroom.remarks(on: item, for: reporter).first)
            #expect(remark.anchor == passage && remark.quote == "bà con")
            let sealed = try await room.database.read { try $0.value("SELECT sealed FROM remark", as: [UInt8].self) } ?? []
            #expect(!String(decoding: sealed, as: UTF8.self).contains("con"))
        }
    }
}
