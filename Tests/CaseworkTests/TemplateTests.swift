import PortalNetwork
import PortalTesting
import Store
import Testing

@testable import Casework

@Suite("Templates of answers") struct TemplateTests {
    @Test("holes are filled from the case; what nothing fills stays to be seen")
    func holes() {
        let values: [AnswerTemplate.Hole: String] = [.name: "Bà Thử {ma}", .code: "ANSON-2026-000001", .due: ""]
        for (text, filled) in [
            ("Kính gửi {ten}, mã {ma}.", "Kính gửi Bà Thử {ma}, mã ANSON-2026-000001."), ("Hạn {han}", "Hạn {han}"), ("{lạ} {", "{lạ} {"),
            ("{{ten}}", "{Bà Thử {ma}}"), ("", ""),
        ] {
            #expect(AnswerTemplate.fill(text, values) == filled, "\(text)")
        }
        #expect(AnswerTemplate.openHole(in: "Hạn {han}") == "{han}" && AnswerTemplate.openHole(in: "{lạ}") == nil)
    }

    @Test("what holds on a portal is its own and those above; of one code the nearer", arguments: Backend.available)
    func inherited(_ backend: Backend) async throws {
        try await CaseRoom.with(backend) { room in
            let casework = room.casework
            let (chief, unit) = (try await room.by("chief"), try await room.by("unit"))
            func draft(_ code: String, _ title: String, track: String? = nil) -> TemplateDraft {
                TemplateDraft(code: code, purpose: .answer, track: track, title: title, text: "Kính gửi {ten}")
            }
            await #expect(throws: AuthorizationRefusal.notAllowed(.editTemplates)) {
                try await casework.add(draft("chao", "Chào"), to: room.department.id, by: unit)
            }
            let above = try await casework.add(draft("chao", "Chào của tỉnh"), to: room.province.id, by: chief)
            try await casework.add(draft("", "Xây dựng", track: "petition"), to: room.province.id, by: chief)
            let own = try await casework.add(draft("chao", "Chào của sở"), to: room.department.id, by: chief)
            await #expect(throws: TemplateRefusal.known("chao")) { try await casework.add(draft("chao", "Lần nữa"), to: room.province.id, by: chief) }
            await #expect(throws: TemplateRefusal.textMissing) {
                try await casework.add(TemplateDraft(code: "x", purpose: .ask, title: "X", text: " \n"), to: room.province.id, by: chief)
            }
            let below = try await casework.templates(holdingOn: room.department.id, in: room.tree)
            #expect(below.map(\.title) == ["Chào của sở", "Xây dựng"] && below.map(\.code) == ["chao", "xay-dung"])
            #expect(try await casework.templates(holdingOn: room.province.id, in: room.tree).map(\.title) == ["Chào của tỉnh", "Xây dựng"])
            let file = try await room.file(try await room.receive().id)
            #expect(below.filter { $0.fits(.answer, file) }.map(\.code) == ["chao"] && below.filter { $0.fits(.ask, file) }.isEmpty)

            try await casework.change(own, to: nil, of: room.department.id, version: 1, by: chief)
            await #expect(throws: TemplateRefusal.unknown) { try await casework.change(own, to: nil, of: room.department.id, version: 1, by: chief) }
            try await casework.change(above, to: draft("chao", "Chào mới"), of: room.province.id, version: 1, by: chief)
            await #expect(throws: TemplateRefusal.changedMeanwhile) {
                try await casework.change(above, to: draft("chao", "Nữa"), of: room.province.id, version: 1, by: chief)
            }
            #expect(try await casework.templates(holdingOn: room.department.id, in: room.tree).map(\.title) == ["Chào mới", "Xây dựng"])
            #expect(try await room.count("SELECT count(*) FROM audit WHERE action = 'template-changed'") == 5)
        }
    }

    @Test("who approves says that the answer fits, and the timeline keeps it", arguments: Backend.available)
    func fits(_ backend: Backend) async throws {
        try await CaseRoom.with(backend) { room in
            let (chief, unit) = (try await room.by("chief"), try await room.by("unit"))
            let id = try await room.receive().id
            try await room.casework.accept(try await room.seen(id), by: chief)
            try await room.casework.transfer(
                try await room.seen(id),
                to: room.office,
                desk: room.department.id,
                words: "Thuộc lĩnh vực của Sở.",
                by: chief
            )
            try await room.casework.take(try await room.seen(id), by: unit)
            try await room.casework.submit(try await room.seen(id), answer: CaseNote(text: "Đây là câu trả lời đủ dài để gửi đi."), by: unit)
            let seen = try await room.seen(id)
            await #expect(throws: CaseRefusal.fitMissing) { try await room.casework.approve(seen, fits: false, by: chief) }
            #expect(try await room.file(id).state == .inReview)
            try await room.casework.approve(seen, fits: true, by: chief)
            let view = try await room.casework.view(id, opens: false, by: chief)
            #expect(view.steps.last?.event.act == .approve && view.steps.last?.event.detail == ["fits": "yes"])
        }
    }
}
