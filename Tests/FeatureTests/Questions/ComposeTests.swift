import Casework
import HTTPTypes
import PortalNetwork
import PortalTesting
import PublicRecord
import Publishing
import RichText
import Search
import Store
import Testing
import Vietnamese
import Web

@testable import Questions

@Suite("Answering beside the letter") struct ComposeTests {
    private static let letter = "ZAMQUYNH cần đăng ký khai sinh cho con mới sinh, xin hỏi nộp giấy tờ ở đâu và bao lâu thì xong?"

    /// A case in the secretary's hands.
    private static func taken(_ place: DeskPlace) async throws -> (path: String, secretary: Visitor, chief: Visitor, code: String) {
        let portal = place.portal
        let track = try #require(portal.casework.tracks["question"])
        let submission = Submission(track: track, name: "Trần Thị Thử", title: "Đăng ký khai sinh cho con", text: letter)
        let receipt = try await portal.casework.receive(submission, on: portal.province)
        try await place.person("thu-ky", .deskSecretary, on: portal.province)
        try await place.person("truong-ban", .editorInChief, on: portal.province)
        let (secretary, chief) = (try await place.signedIn("thu-ky"), try await place.signedIn("truong-ban"))
        let path = "/desk/cong/an-son/ho-so/\(receipt.id)"
        for verb in ["accept", "take"] {
            let done = try await secretary.post(path + "/viec", ["viec": verb, "ban": try await version(secretary, path)])
            try #require(done.status == 303, "\(verb)")
        }
        return (path, secretary, chief, "\(receipt.code)")
    }

    private static func version(_ visitor: Visitor, _ path: String) async throws -> String {
        let page = try await visitor.get(path)
        return String(try #require(page.body.firstMatch(of: #/name="ban" value="(\d+)"/#)).output.1)
    }

    private static func openings(_ place: DeskPlace) async throws -> Int { try await place.audit().count { $0.action == "case-opened" } }

    @Test(
        "templates, the state of what it rests on and older answers come into the form, and nothing that was typed is lost",
        arguments: Backend.available
    )
    func compose(_ backend: Backend) async throws {
        try await DeskPlace.with(backend) { place in
            let portal = place.portal
            let (path, secretary, chief, code) = try await Self.taken(place)
            let here = path + "/soan"
            #expect(try await secretary.get(path).body.contains("href=\"\(here)\""))
            #expect(try await chief.get(here).status == 404, "it is the turn of who has it in hand")
            let before = try await Self.openings(place)

            // Templates of the portal, for this use and track.
            let room = "/desk/cong/an-son/mau-tra-loi"
            _ = try await secretary.get(room)
            for template in [
                ["ten": "Chào và hẹn", "ma": "chao", "dung": "answer", "noi-dung": "Kính gửi {ten}, hồ sơ {ma} gửi {cong}."],
                ["ten": "Hỏi thêm", "ma": "hoi", "dung": "ask", "noi-dung": "Đề nghị {ten} gửi thêm bản chụp."],
                ["ten": "Của luồng khác", "ma": "khac", "dung": "answer", "luong": "petition", "noi-dung": "Khác."],
            ] { try #require(try await secretary.post(room, template).status == 303) }
            #expect(try await secretary.get(room).body.contains("Chào và hẹn"))

            try await LawRoom.add(LawDraft(number: "123/2015/NĐ-CP", title: "Thi hành Luật Hộ tịch"), place)
            let old = try await LawRoom.add(LawDraft(number: "158/2005/NĐ-CP", title: "Đăng ký và quản lý hộ tịch"), place)
            try await LawRoom.end(old, on: CivilDate(year: 2016, month: 1, day: 1), by: "123/2015/NĐ-CP", place)
            let like = try await LawRoom.answer("Đăng ký khai sinh", basis: ["60/2014/QH13"], on: nil, at: portal.province, by: "thu-ky", place)
            _ = try await LawRoom.answer("Cấp phép xây dựng", basis: [], on: nil, at: portal.province, by: "thu-ky", place)
            try await portal.followSearch()

            let empty = try await secretary.get(here)
            #expect(empty.status == 200 && empty.body.contains("ZAMQUYNH") && empty.body.contains("Chào và hẹn"))
            #expect(!empty.body.contains("Hỏi thêm") && !empty.body.contains("Của luồng khác"))
            #expect(empty.body.contains("value=\"nen.\(like)\"") && !empty.body.contains("Cấp phép xây dựng"))
            #expect(try await Self.openings(place) > before)

            let filled = try await secretary.get(here + "?mau=chao")
            #expect(filled.body.contains("Kính gửi Trần Thị Thử, hồ sơ \(code) gửi \(portal.province.name)."))

            let typed = [
                "loi": "Đã gõ dở.", "so": "7/TP", "ky": "Lê Mẫu", "can-cu": "Nghị định 158/2005/NĐ-CP\n123/2015/NĐ-CP\n9/2020/TT-BTP\nLuật Hộ tịch",
            ]
            func press(_ button: String, _ more: [String: String] = [:]) async throws -> Browser.Answer {
                try await secretary.post(
                    here,
                    typed.merging(["lam": button, "ban": try await Self.version(secretary, path)]) { $1 }.merging(more) { $1 }
                )
            }
            let looked = try await press("xem")
            for seen in [
                "Đã gõ dở.", "value=\"7/TP\"", "value=\"Lê Mẫu\"", "hết hiệu lực từ 01/01/2016, thay bằng 123/2015/NĐ-CP", "còn hiệu lực",
                "chưa có trong danh mục", "không nhận ra số hiệu",
            ] {
                #expect(looked.status == 200 && looked.body.contains(seen), "\(seen)")
            }
            let templated = try await press("mau", ["mau": "chao"])
            #expect(templated.body.contains("Đã gõ dở.\n\nKính gửi Trần Thị Thử") && templated.body.contains("value=\"7/TP\""))
            let based = try await press("nen.\(like)")
            #expect(based.body.contains("Đã gõ dở.\n\nNộp tại bộ phận một cửa") && based.body.contains("60/2014/QH13"))
            #expect(try await press("nen.\(ItemID(rawValue: 7))").body.contains("không còn công khai"))
            let hole = try await press("submit", ["loi": "Kính gửi {ten}, đây là câu trả lời đủ dài."])
            #expect(hole.body.contains("Còn chỗ trống {ten}") && hole.body.contains("value=\"7/TP\""))
            let short = try await press("submit", ["loi": "ngắn"])
            #expect(short.status == 422 && short.body.contains("ngắn") && short.body.contains("158/2005/NĐ-CP"))
            #expect(try await press("approve").status == 400)

            let asking = try await secretary.get(here + "?loai=hoi&mau=hoi")
            #expect(asking.body.contains("Đề nghị Trần Thị Thử gửi thêm bản chụp.") && !asking.body.contains("Chào và hẹn"))

            // Nobody counts the letter as what readers look for.
            await portal.notes.flush()
            let counted = try await portal.notes.misses(on: portal.province.id, days: 2, limit: 10)
            #expect(counted.isEmpty && portal.notes.popular(beginning: "dang", on: portal.province.id, limit: 3).isEmpty)

            #expect(try await press("submit", ["loi": "Ông/bà nộp hồ sơ tại bộ phận một cửa của phường."]).status == 303)
            #expect(try await secretary.get(here).status == 404)
            // The second person, with the letter and the draft on one screen.
            let review = try await chief.get(here)
            for seen in ["ZAMQUYNH", "bộ phận một cửa", "hết hiệu lực từ 01/01/2016", "name=\"khop\"", "7/TP"] {
                #expect(review.status == 200 && review.body.contains(seen), "\(seen)")
            }
            func judge(_ more: [String: String]) async throws -> Browser.Answer {
                try await chief.post(here, ["ban": try await Self.version(chief, path), "lam": "approve"].merging(more) { $1 })
            }
            let silent = try await judge([:])
            #expect(silent.status == 422 && silent.body.contains("Hãy xác nhận") && silent.body.contains("bộ phận một cửa"))
            #expect(try await judge(["khop": "1"]).location == path + "?da=case-done")
            #expect(try await chief.get(here).status == 404)
        }
    }

    @Test("what is asked of the index: the title, then pairs of words, and not many")
    func questions() {
        for (title, text, first, count) in [
            ("Cấp lại thẻ", "Xin hỏi", ["Cấp lại thẻ", "Cấp lại", "lại thẻ", "Xin hỏi"], 4), ("", "một", [], 0),
            (String(repeating: "a b ", count: 50), String(repeating: "c d ", count: 50), [], 5),
        ] as [(String, String, [String], Int)] {
            let asked = AnswerLibrary.questions(title, text)
            #expect(asked.count == count && Array(asked.prefix(first.count)) == first, "\(title.prefix(20)): \(asked.count)")
        }
    }

    @Test("a state that was looked up for one line says nothing of another")
    func cited() {
        let text = CitedText(
            line: "NĐ 1/2020/NĐ-CP",
            number: "1/2020/NĐ-CP",
            title: "Về A",
            address: "https://a.vn/1",
            state: "in-force",
            note: "còn hiệu lực"
        )
        var answer = AnsweredQuestion.blank(titled: "T")
        answer.basis = ["NĐ 1/2020/NĐ-CP", "Luật B"]
        answer.texts = [text]
        #expect(
            answer.grounds == [
                .paragraph([.link(.address("https://a.vn/1"), [.init("NĐ 1/2020/NĐ-CP")]), .text(" (Về A; còn hiệu lực)")]), .paragraph(["Luật B"]),
            ]
        )
        answer.basis = ["NĐ 2/2020/NĐ-CP", "Luật B"]
        #expect(answer.grounds == [.paragraph(["NĐ 2/2020/NĐ-CP"]), .paragraph(["Luật B"])] && answer.cited.isEmpty)
        for (caution, mark) in [
            (nil, nil), (" ", nil), ("Có thể đã lỗi thời: A.", "Có thể đã lỗi thời"),
            (String(repeating: "a", count: 90), String(repeating: "a", count: 79) + "…"),
        ] as [(String?, String?)] {
            answer.caution = caution
            #expect(answer.mark == mark && answer.card.kicker == mark)
        }
    }

    @Test("what was published before keeps its bytes; an exchange line carries what is new")
    func forms() async throws {
        var answer = AnsweredQuestion.blank(titled: "T")
        answer.basis = ["1/2020/NĐ-CP"]
        let before = String(decoding: try CanonicalJSON.encode(answer), as: UTF8.self)
        #expect(!before.contains("texts") && !before.contains("caution"))
        #expect(try CanonicalJSON.decode(AnsweredQuestion.self, from: Array(before.utf8)) == answer)
        answer.question = RichText([.paragraph(["Hỏi?"])])
        answer.answer = RichText([.paragraph(["Đáp."])])
        answer.caution = "Câu trả lời này có thể đã lỗi thời: A."
        answer.texts = [CitedText(line: "1/2020/NĐ-CP", number: "1/2020/NĐ-CP", title: "Về A", address: nil, state: "ended", note: "hết hiệu lực")]
        let whole = answer
        try await TestPortal.with(.sqlite) { portal in
            let item = try await portal.publish(whole, in: Place(site: portal.province.id, language: .vi))
            let revealed = try #require(try await portal.shown(item.item))
            let line = try ExchangeLine.write(revealed, AnsweredQuestion.exchange, sections: portal.sectionDirectory.index)
            let context = ExchangeLine.Context(site: portal.province.id, sections: portal.sectionDirectory.index)
            let read = try ExchangeLine.read(String(decoding: line, as: UTF8.self), AnsweredQuestion.exchange, TestPortal.kinds, in: context)
            #expect(read.details as? AnsweredQuestion == whole)
        }
    }
}
