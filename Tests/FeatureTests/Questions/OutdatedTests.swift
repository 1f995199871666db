import Casework
import HTTPTypes
import PortalNetwork
import PortalTesting
import Publishing
import Store
import Testing
import Vietnamese
import Web

@testable import Questions

@Suite("Answers that may be outdated") struct OutdatedTests {
    private static let path = "/desk/cong/an-son/tra-loi-cu"

    private static func notices(_ place: DeskPlace, of handle: String) async throws -> [Notice] {
        let person = try await place.by(handle).actor.person
        return try await place.portal.database.read { try NoticeBook.list(of: person, limit: 50, in: $0) }
    }

    /// The ticks of a list with the versions that stand beside them.
    private static func ticks(_ page: String) -> [String: String] {
        Dictionary(page.matches(of: #/name="(chon\.[0-9a-z]{13})" value="(\d+)"/#).map { (String($0.output.1), String($0.output.2)) }) { $1 }
    }

    @Test(
        "a text ends; the answers that cite it are listed, their owner is told once, and one act warns readers of many",
        arguments: Backend.available
    )
    func whole(_ backend: Backend) async throws {
        try await DeskPlace.with(backend) { place in
            let portal = place.portal
            for handle in ["thu-ky", "khac"] { try await place.person(handle, .deskSecretary, on: portal.province) }
            try await place.person("truong-ban", .editorInChief, on: portal.province)
            let (secretary, chief) = (try await place.signedIn("thu-ky"), try await place.signedIn("truong-ban"))
            let today = portal.clock.now.civilDate
            let law = try await LawRoom.add(LawDraft(number: "42/2022/NĐ-CP", title: "Cung cấp thông tin"), place)
            try await LawRoom.add(LawDraft(number: "13/2023/NĐ-CP", title: "Bảo vệ dữ liệu"), place)
            var items: [ItemID] = []
            for (title, line, site) in [
                ("Khai sinh", "Nghị định số 42/2022/nđ-cp, Điều 3", portal.province), ("Kết hôn", "42/2022/NĐ-CP", portal.department),
                ("Hộ khẩu", "13/2023/NĐ-CP", portal.province),
            ] {
                items.append(try await LawRoom.answer(title, basis: [line], on: today.adding(days: -30), at: site, by: "thu-ky", place))
            }
            // Who answered on the day it had ended knew.
            _ = try await LawRoom.answer("Hôm nay", basis: ["42/2022/NĐ-CP"], on: today, at: portal.province, by: "thu-ky", place)
            let watch = LawRoom.watch(place)
            try await watch.tick()
            #expect(try await secretary.get(Self.path).body.contains("Không có câu trả lời nào"))

            try await LawRoom.end(law, on: today, by: "224/2026/NĐ-CP", place)
            for _ in 0..<3 { try await watch.tick() }
            let told = try await Self.notices(place, of: "thu-ky")
            // On two portals, one notice for each.
            #expect(told.map(\.subject.key) == ["answer-outdated", "answer-outdated"])
            #expect(Set(told.compactMap(\.link)) == [Self.path, "/desk/cong/so-y-te/tra-loi-cu"])
            let list = try await secretary.get(Self.path)
            #expect(
                list.body.contains("Khai sinh") && list.body.contains("Kết hôn") && !list.body.contains("Hộ khẩu") && !list.body.contains("Hôm nay")
            )
            #expect(list.body.contains("thay bằng 224/2026/NĐ-CP"))
            var ticks = Self.ticks(list.body)
            #expect(Set(ticks.keys) == Set(items.prefix(2).map { "chon.\($0)" }))

            // One drafts for all, cannot let it out, and another can.
            let drafted = try await secretary.post(Self.path, ticks.merging(["viec": "canh-bao"]) { $1 })
            #expect(drafted.status == 200 && drafted.body.contains("Đã làm với 2 câu trả lời") && drafted.body.contains("Chờ duyệt"))
            let page = "/hoi-dap/khai-sinh-\(items[0])"
            #expect(try await !portal.get(page).body.contains("lỗi thời"), "nothing is public before a second person")
            ticks = Self.ticks(drafted.body)
            let own = try await secretary.post(Self.path, ticks.merging(["viec": "duyet-dang"]) { $1 })
            #expect(own.body.contains("Đã làm với 0 câu trả lời"))
            let out = try await chief.post(Self.path, ticks.merging(["viec": "duyet-dang"]) { $1 })
            #expect(out.body.contains("Đã làm với 2 câu trả lời"))
            try await watch.tick()
            #expect(try await secretary.get(Self.path).body.contains("Không có câu trả lời nào"))
            #expect(try await Self.notices(place, of: "thu-ky").count == 2)

            let shown = try await portal.get(page)
            let said = "Câu trả lời này có thể đã lỗi thời: 42/2022/NĐ-CP đã được thay bằng 224/2026/NĐ-CP từ ngày \(today.text(.numeric))."
            #expect(shown.status == 200 && shown.body.contains(said) && RegionAudit.findings(in: shown.body).isEmpty)
            #expect(shown.body.contains("\"creativeWorkStatus\":\"Câu trả lời này có thể đã lỗi thời\""))
            let lists = try await portal.get("/hoi-dap")
            #expect(lists.body.contains("<p class=\"answered-mark\">Câu trả lời này có thể đã lỗi thời</p>"))
            #expect(RegionAudit.findings(in: lists.body).isEmpty)
            let editions = try await portal.reader.editions([items[0]]).map(\.operation)
            #expect(editions == [.update])
        }
    }

    @Test("what was checked and is still right is asked about no more, until the end is another", arguments: Backend.available)
    func checked(_ backend: Backend) async throws {
        try await DeskPlace.with(backend) { place in
            let portal = place.portal
            try await place.person("thu-ky", .deskSecretary, on: portal.province)
            try await place.person("van-thu", .recordsClerk, on: portal.province)
            let today = portal.clock.now.civilDate
            func open() async throws -> Int {
                try await portal.database.read { [site = portal.province.id] in try AnswerDoubt.count(on: [site], $0) }
            }
            let law = try await LawRoom.add(LawDraft(number: "42/2022/NĐ-CP", title: "Cung cấp thông tin"), place)
            let item = try await LawRoom.answer(
                "Khai sinh",
                basis: ["42/2022/NĐ-CP"],
                on: today.adding(days: -30),
                at: portal.province,
                by: "thu-ky",
                place
            )
            let watch = LawRoom.watch(place)
            try await LawRoom.end(law, on: today.adding(days: 2), by: nil, place)
            try await watch.tick()
            #expect(try await open() == 0, "it has not ended yet")
            portal.clock.advance(seconds: 2 * 86_400)
            let again = try await place.signedIn("thu-ky")
            try await watch.tick()
            #expect(try await open() == 1)
            let form = Self.ticks(try await again.get(Self.path).body).merging(["viec": "con-dung"]) { $1 }
            #expect(form.count == 2)
            let stranger = try await place.signedIn("van-thu")
            _ = try await stranger.get(Self.path)
            #expect(try await stranger.post(Self.path, form).body.contains("Đã làm với 0 câu trả lời"), "a clerk does not edit answers")
            let done = try await again.post(Self.path, form)
            #expect(done.body.contains("Đã làm với 1 câu trả lời") && done.body.contains("Không có câu trả lời nào"))
            #expect(try await place.audit().contains { $0.action == "answer-checked" && $0.object == "\(item)" })
            try await watch.rebuild()
            try await watch.tick()
            #expect(try await again.get(Self.path).body.contains("Không có câu trả lời nào"), "made anew, what was decided stays")
            let cited = try await portal.database.read { try $0.value("SELECT count(*) FROM answer_citation", as: Int.self) }
            #expect(cited == 1)

            try await LawRoom.end(law, on: today.adding(days: 1), by: "224/2026/NĐ-CP", place)
            try await watch.tick()
            #expect(try await again.get(Self.path).body.contains("Khai sinh"))
            try await portal.publishing.withdraw(item, because: .superseded, note: "Đã có bản mới.", by: portal.by("chief"))
            try await watch.tick()
            #expect(try await again.get(Self.path).body.contains("Không có câu trả lời nào"), "what is not public misleads nobody")
        }
    }

    @Test("the register on the desk: the topmost portal's alone, read by officials, changed by chiefs", arguments: Backend.available)
    func register(_ backend: Backend) async throws {
        try await DeskPlace.with(backend) { place in
            let portal = place.portal
            try await place.person("thu-ky", .deskSecretary, on: portal.province)
            try await place.person("truong-ban", .editorInChief, on: portal.province)
            let (secretary, chief) = (try await place.signedIn("thu-ky"), try await place.signedIn("truong-ban"))
            let path = "/desk/cong/an-son/van-ban-can-cu"
            #expect(try await chief.get("/desk/cong/so-y-te/van-ban-can-cu").status == 404)
            _ = try await chief.get(path)
            let law = [
                "so": "123/2015/nđ-cp", "ten": "Thi hành Luật Hộ tịch", "hieu-luc": "2016-01-01", "dia-chi": "https://vbpl.example/123",
            ]
            #expect(try await secretary.post(path, law).status == 403)
            let wrong = try await chief.post(path, law.merging(["so": "abc"]) { $1 })
            #expect(wrong.status == 422 && wrong.body.contains("Thi hành Luật Hộ tịch") && wrong.body.contains("không phải số hiệu"))
            #expect(try await chief.post(path, law).status == 303)
            let list = try await secretary.get(path + "?q=ho+tich")
            #expect(list.body.contains("123/2015/NĐ-CP") && list.body.contains("còn hiệu lực") && list.body.contains("tên miền chưa đăng ký"))
            #expect(!list.body.contains("het-hieu-luc"))
            let shown = try await chief.get(path)
            let id = String(try #require(shown.body.firstMatch(of: #/name="van-ban" value="([0-9a-z]{13})"/#)).output.1)
            let end = ["van-ban": id, "ban": "1", "het": "2026-01-01", "thay": "1/2026/NĐ-CP"]
            #expect(try await chief.post(path + "/het-hieu-luc", end).status == 303)
            #expect(try await chief.post(path + "/het-hieu-luc", end).status == 422)
            #expect(try await secretary.get(path).body.contains("hết hiệu lực từ 01/01/2026, thay bằng 1/2026/NĐ-CP"))
        }
    }
}
