import PortalNetwork
import PortalTesting
import Store
import Testing
import Vietnamese
import Watch

/// The watcher's cases on the desk.
@Suite("Integrity alerts on the desk") struct WatchDeskTests {
    static let path = "/desk/cong/so-y-te/toan-ven"

    static func page(on host: String) -> CheckedPage {
        var page = CheckedPage(PagePlace(host: host, target: "/tin-tuc/mot-0s9v3k2m7x4qa"))
        page.statuses = [.desktop: 200, .fromSearch: 200]
        page.seen = [.init(PageFinding(.editionText, expected: "UBND tỉnh", found: "ĐĂNG NHẬP <HI88>"), by: [.fromSearch])]
        page.expectedText = "Tiêu đề\nUBND tỉnh họp"
        page.foundText = "Tiêu đề\nĐĂNG NHẬP <HI88> họp"
        return page
    }

    @Test("a chief reads both texts and dismisses with a reason, once", arguments: Backend.available)
    func life(_ backend: Backend) async throws {
        try await DeskPlace.with(backend) { place in
            let department = place.portal.department
            let book = CaseBook(database: place.portal.database, ids: IdentifierMaker(node: 4, clock: place.portal.clock.clock))
            let host = try #require(department.hosts.first)
            let outcome = try await book.take(Self.page(on: host), on: department.id, at: place.portal.clock.now)
            guard case .opened(let id) = outcome else {
                Issue.record("no case was opened: \(outcome)")
                return
            }
            try await place.person("truong", .editorInChief, on: department)
            let chief = try await place.signedIn("truong")
            let list = try await chief.get(Self.path)
            #expect(list.status == 200 && list.body.contains("Cảnh báo toàn vẹn") && list.body.contains("\(host)/tin-tuc/mot-0s9v3k2m7x4qa"))
            #expect(list.body.contains("chưa chạy lần nào"))
            let one = try await chief.get(Self.path + "/\(id)")
            #expect(one.status == 200 && one.body.contains("UBND tỉnh họp") && one.body.contains("ĐĂNG NHẬP &lt;HI88&gt; họp"))
            #expect(one.body.contains("người đến từ máy tìm kiếm") && !one.body.contains("<HI88>"))
            #expect(try await chief.get(Self.path + "/\(id)/anh").status == 404)
            let short = try await chief.post(Self.path + "/\(id)/dong", ["ly-do": "ngắn"])
            #expect(short.status == 422 && short.body.contains("từ 10 đến 500"))
            _ = try await chief.get(Self.path + "/\(id)")
            let done = try await chief.post(Self.path + "/\(id)/dong", ["ly-do": "Đơn vị đã xác nhận là thử nghiệm"])
            #expect(done.status == 303 && done.location == Self.path + "?da=case-dismissed")
            let closed = try #require(try await place.portal.database.read { try CaseBook.one(id, $0) })
            #expect(closed.status == .dismissed && closed.reason == "Đơn vị đã xác nhận là thử nghiệm")
            #expect(try await place.audit().contains { $0.action == "case-dismissed" && $0.object == "\(id)" })
            #expect(try await chief.get(Self.path + "?xem=dismissed").body.contains("Đơn vị đã xác nhận"))
        }
    }

    @Test("cases of other portals are nobody's business", arguments: Backend.available)
    func strangers(_ backend: Backend) async throws {
        try await DeskPlace.with(backend) { place in
            let book = CaseBook(database: place.portal.database, ids: IdentifierMaker(node: 4, clock: place.portal.clock.clock))
            let province = try #require(place.portal.tree.all.first { $0.parent == nil })
            guard case .opened(let id) = try await book.take(Self.page(on: "anson.test"), on: province.id, at: place.portal.clock.now) else { return }
            try await place.person("truong", .editorInChief, on: place.portal.department)
            let chief = try await place.signedIn("truong")
            #expect(try await chief.get(Self.path + "/\(id)").status == 404)
            #expect(try await chief.post(Self.path + "/\(id)/dong", ["ly-do": "không phải việc của tôi"]).status == 404)
        }
    }
}
