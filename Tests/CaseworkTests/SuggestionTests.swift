import PortalNetwork
import PortalTesting
import Publishing
import Store
import Testing
import Triage
import Vietnamese

@testable import Casework

@Suite("Where a letter goes, as it is proposed")
struct SuggestionTests {
    static let building = "Nhà tôi muốn xin cấp phép xây dựng nhà ở riêng lẻ hai tầng, xin hỏi cần giấy phép xây dựng không và nộp hồ sơ ở đâu?"

    static func received(_ room: CaseRoom, _ text: String, title: String = "Xin hỏi thủ tục", track: String = "question") async throws -> Receipt {
        var letter = try room.letter(track, title: title)
        letter.text = text
        return try await room.casework.receive(letter, on: room.province)
    }

    static func suggestions(_ room: CaseRoom, _ id: CaseID, _ handle: String = "clerk", opens: Bool = true) async throws -> CaseSuggestions? {
        let by = try await room.by(handle)
        return try await room.casework.suggestions(for: try await room.casework.view(id, opens: opens, by: by), by: by)
    }

    @Test("the agency of the table with its reasons, to who opened the letter and to nobody else", arguments: Backend.available)
    func opened(_ backend: Backend) async throws {
        try await CaseRoom.with(backend) { room in
            let id = try await room.agency("Sở Xây dựng mới", code: "H49.12")
            _ = try await room.book.load([CompetenceTests.row("construction", "H49.12")], into: room.province.id, by: try await room.keeper("chief"))
            let receipt = try await Self.received(room, Self.building)
            let found = try #require(try await Self.suggestions(room, receipt.id))
            let first = try #require(found.competent.first)
            #expect(first.agency.id == id && first.fields.first == "construction" && first.basis == "Quyết định 1/QĐ" && first.succeeds == nil)
            #expect(first.reasons.map(\.key).contains("triage.reason.table") && first.reasons.map(\.key).contains("triage.reason.field"))
            let closed = try await Self.suggestions(room, receipt.id, opens: false)
            #expect(closed == nil)
            // A liaison of a unit sees the case once it stands there, but not the letter of one that is not in hand.
            try await room.casework.transfer(
                try await room.seen(receipt.id),
                to: id,
                desk: room.department.id,
                words: "Thuộc thẩm quyền.",
                by: try await room.by("clerk")
            )
            let unit = try await Self.suggestions(room, receipt.id, "unit")
            #expect(unit == nil)
            // What was made of the words went nowhere.
            for table in ["SELECT * FROM case_event", "SELECT * FROM audit", "SELECT field, unit, rule FROM case_file"] as [SQL] {
                let texts = try await room.database.read { try $0.rows(table) }.flatMap(\.values).compactMap {
                    if case .text(let text) = $0 { text } else { nil }
                }
                #expect(!texts.contains { $0.contains("riêng lẻ") || $0.contains("giấy phép") })
            }
        }
    }

    @Test("who was merged away yesterday is not proposed and takes nothing; who stands in its place is", arguments: Backend.available)
    func ended(_ backend: Backend) async throws {
        try await CaseRoom.with(backend) { room in
            let old = try await room.agency("Sở Cũ", code: "CU")
            let new = try await room.agency("Sở Mới", code: "MOI")
            let lost = try await room.agency("Sở Mất", code: "MAT")
            let rows = [CompetenceTests.row("construction", "CU"), CompetenceTests.row("housing", "MAT")]
            _ = try await room.book.load(rows, into: room.province.id, by: try await room.keeper("chief"))
            let receipt = try await Self.received(room, Self.building)
            let before = try await Self.suggestions(room, receipt.id)
            #expect(before?.competent.first?.agency.id == old)
            let today = room.clock.now.civilDate
            try await room.database.write { db in
                try Agencies.merge([old], into: new, on: today, in: db)
                try Agencies.close(lost, from: today, in: db)
            }
            let after = try #require(try await Self.suggestions(room, receipt.id))
            #expect(after.competent.first?.agency.id == new && after.competent.first?.succeeds == "Sở Cũ")
            #expect(!after.competent.contains { $0.agency.id == old || $0.agency.id == lost })
            let (seen, by) = (try await room.seen(receipt.id), try await room.by("clerk"))
            await #expect(throws: CaseRefusal.agencyGone(name: "Sở Cũ", successors: "Sở Mới")) {
                try await room.casework.transfer(seen, to: old, desk: room.department.id, words: "Thuộc thẩm quyền.", by: by)
            }
            await #expect(throws: CaseRefusal.unknownAgency) {
                try await room.casework.transfer(seen, to: lost, desk: room.department.id, words: "Thuộc thẩm quyền.", by: by)
            }
            try await room.casework.transfer(seen, to: new, desk: room.department.id, field: "construction", words: "Thuộc thẩm quyền.", by: by)
            let file = try await room.file(receipt.id)
            #expect(file.agency == new && file.field == "construction")
        }
    }

    /// A letter sent as a question, what it is read to be, and whether that is led elsewhere.
    @Test(
        "another track, and what must be led elsewhere",
        arguments: [
            (
                "Phản ánh đèn đường hỏng", "Tôi xin phản ánh đèn đường trước số 12 bị hỏng, hố ga mất nắp, đề nghị khắc phục ngay.", "site-report",
                false
            ),
            ("Đơn tố cáo", "Tôi làm đơn tố cáo ông trưởng thôn nhận tiền của dân, đề nghị xử lý nghiêm hành vi tham ô.", "denunciation", true),
            ("Đơn khiếu nại", "Tôi khiếu nại quyết định xử phạt hành chính sai, yêu cầu hủy quyết định trái pháp luật đó.", "complaint", true),
        ]
    )
    func ways(_ title: String, _ text: String, _ track: String, _ isOut: Bool) async throws {
        try await CaseRoom.with(.sqlite) { room in
            let receipt = try await Self.received(room, text, title: title)
            let found = try #require(try await Self.suggestions(room, receipt.id))
            if isOut {
                #expect(found.routedOut.map(\.track).contains(track) && found.track == nil)
            } else {
                #expect(found.track?.track == track && found.routedOut.isEmpty)
            }
        }
    }

    @Test("the field is the officer's to say, and only one that there is", arguments: Backend.available)
    func field(_ backend: Backend) async throws {
        try await CaseRoom.with(backend) { room in
            let by = try await room.by("clerk")
            let receipt = try await room.receive()
            let seen = try await room.seen(receipt.id)
            await #expect(throws: CaseRefusal.unknownField("bịa")) { try await room.casework.accept(seen, field: "bịa", by: by) }
            try await room.casework.accept(seen, field: "land", by: by)
            #expect(try await room.file(receipt.id).field == "land")
            let next = try await room.seen(receipt.id)
            try await room.casework.classify(next, track: "question", field: "housing", variant: nil, unit: nil, by: by)
            let file = try await room.file(receipt.id)
            #expect(file.field == "housing" && file.dueAt?.civilDate == CivilDate(year: 2026, month: 12, day: 7))
        }
    }

    @Test("a place that was typed is a code in the column, or nothing", arguments: Backend.available)
    func place(_ backend: Backend) async throws {
        try await CaseRoom.with(backend) { room in
            var letter = try room.letter()
            letter.unit = "phường Không Đâu Có"
            let receipt = try await room.casework.receive(letter, on: room.province)
            #expect(try await room.file(receipt.id).unit == nil)
            let mine = try await room.casework.lookUp("\(receipt.code)", "\(receipt.pin)", from: "192.0.2.1")
            #expect(mine.original.unit == "phường Không Đâu Có")
        }
    }
}
