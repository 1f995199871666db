import Foundation
import HTTPTypes
import News
import Outbound
import PortalNetwork
import PortalTesting
import PublicRecord
import Publishing
import RichText
import Store
import Testing
import Vietnamese
import Web

@testable import Newsroom
@testable import PortalDesk

/// The newsroom's lists over HTTP: many rows at once, views, drafts seen together; and what nobody may learn by any of it.
@Suite("The newsroom's lists") struct NewsroomListTests {
    private static let list = "/desk/cong/so-y-te/bai"

    private func place(_ backend: Backend, _ body: (DeskPlace, Visitor, Visitor) async throws -> Void) async throws {
        try await DeskPlace.with(backend) { place in
            try await place.person("viet", .reporter, on: place.portal.department)
            try await place.person("chi-huy", .editorInChief, on: place.portal.department)
            try await body(place, try await place.signedIn("viet"), try await place.signedIn("chi-huy"))
        }
    }

    @Test("rows are chosen, asked about once more, done, told and undone", arguments: Backend.available)
    func bulk(_ backend: Backend) async throws {
        try await place(backend) { place, reporter, chief in
            let (one, two) = (try await place.draft(by: "viet", titled: "Bài một"), try await place.draft(by: "viet", titled: "Bài hai"))
            let list = try await reporter.get(Self.list)
            #expect(list.body.contains("name=\"chon.\(one)\" value=\"1\"") && list.body.contains("value=\"submit\""))
            #expect(!list.body.contains("value=\"withdraw\""), "what one could do to nothing here is not offered")
            // Nothing chosen, nothing known.
            for form in [["viec": "submit"], ["viec": "xoa-het", "chon.\(one)": "1"], [:]] {
                #expect(try await reporter.post(Self.list + "/hang-loat", form).location == Self.list + "?da=newsroom.nothing-chosen")
            }
            let chosen = ["viec": "submit", "chon.\(one)": "1", "chon.\(two)": "7"]
            let asked = try await reporter.post(Self.list + "/hang-loat", chosen)
            #expect(asked.status == 200 && asked.body.contains("Bài một") && asked.body.contains("Bài hai"))
            #expect(try await Workroom(place.portal.publishing).item(one)?.workflow.stage == .draft, "asking does nothing")
            let done = try await reporter.post(Self.list + "/hang-loat", chosen.merging(["lam": "1"]) { $1 })
            let result = try #require(done.location)
            let page = try await reporter.get(result)
            #expect(page.body.contains("Đã làm 1 trên 2 bài.") && page.body.contains("Không làm được"))
            #expect(page.body.contains("hoan-tac"))
            #expect(try await chief.get(result).status == 404, "the account of an act is its maker's")
            #expect(try await chief.post(result + "/hoan-tac", [:]).status == 404)
            for _ in 0..<2 { #expect(try await reporter.post(result + "/hoan-tac", [:]).location == result) }
            #expect(try await reporter.get(result).body.contains("đã được hoàn tác"))
            #expect(try await Workroom(place.portal.publishing).item(one)?.workflow.stage == .draft)
            let trail = try await place.audit().map(\.action)
            #expect(trail.contains("item-submitted") && trail.contains("item-recalled"))

            // A deed that must be told something says so and keeps what was typed.
            _ = try await chief.get(Self.list)
            let wrong = try await chief.post(Self.list + "/hang-loat", ["viec": "withdraw", "can-cu": "legal", "chon.\(one)": "3", "lam": "1"])
            #expect(wrong.status == 422 && wrong.body.contains("value=\"legal\" selected"))
            // Two windows: the second says that it was done already.
            let tag = ["viec": "add-tag", "the": "bão số 4", "chon.\(two)": "1", "lam": "1"]
            let first = try #require(try await chief.post(Self.list + "/hang-loat", tag).location)
            let second = try #require(try await chief.post(Self.list + "/hang-loat", tag).location)
            #expect(try await chief.get(first).body.contains("Đã làm 1 trên 1 bài."))
            #expect(try await chief.get(second).body.contains("Đã làm 0 trên 1 bài."))
        }
    }

    @Test("a view is kept, shared, and leads only to the list it was kept of", arguments: Backend.available)
    func views(_ backend: Backend) async throws {
        try await place(backend) { place, reporter, chief in
            let address = Self.list + "?xem=cho-duyet"
            let page = try await reporter.get(address)
            #expect(page.body.contains("goc-nhin") && page.body.contains("value=\"\(address)\""))
            let kept = try await reporter.post(Self.list + "/goc-nhin", ["ten": "Chờ tôi", "dia-chi": address, "chung": "1"])
            #expect(kept.location == address + "&da=newsroom.view-kept")
            #expect(try await reporter.get(Self.list).body.contains("Chờ tôi"))
            #expect(try await chief.get(Self.list).body.contains("Chờ tôi"))
            for wrong in ["https://xau.vn/", "//xau.vn/desk/cong/so-y-te/bai?x", "/desk/cong/khac/bai?x=1", Self.list, Self.list + "?\"><script>"] {
                let answer = try await reporter.post(Self.list + "/goc-nhin", ["ten": "Xấu", "dia-chi": wrong])
                #expect(answer.status == 422 && !answer.body.contains("<script>\""), "\(wrong)")
            }
            let id = try await place.portal.database.read { try $0.value("SELECT id FROM saved_filter", as: SavedFilterID.self) }
            _ = try await chief.post(Self.list + "/goc-nhin", ["bo": "\(try #require(id))"])
            #expect(try await reporter.get(Self.list).body.contains("Chờ tôi"), "what somebody else kept is not dropped")
            _ = try await reporter.post(Self.list + "/goc-nhin", ["bo": "\(try #require(id))"])
            #expect(try await !reporter.get(Self.list).body.contains("Chờ tôi"))
        }
    }

    @Test("drafts seen together stand on front page and lists, for whoever may see them, and nowhere else", arguments: Backend.available)
    func together(_ backend: Backend) async throws {
        try await place(backend) { place, reporter, chief in
            let (one, two) = (try await place.draft(by: "viet", titled: "Tin mật một"), try await place.draft(by: "viet", titled: "Tin mật hai"))
            _ = try await chief.get(Self.list)
            let made = try await chief.post(Self.list + "/xem-chung", ["chon.\(one)": "1", "chon.\(two)": "1"])
            let set = try #require(made.location)
            let frame = try await chief.get(set)
            #expect(frame.status == 200 && frame.body.contains("Tin mật một") && frame.body.contains("/trang?trang=dau"))
            let front = try await chief.get(set + "/trang?trang=dau")
            #expect(front.body.contains("Tin mật một") && front.body.contains("Tin mật hai"))
            #expect(front.headers[.cacheControl]?.contains("no-store") == true && !front.body.contains("<script"))
            let section = try #require(place.portal.sectionDirectory.index[place.portal.ward.id]).code
            #expect(try await chief.get(set + "/trang?trang=muc.\(section)").body.contains("Tin mật một"))
            #expect(try await chief.get(set + "/trang?trang=bai.\(two)").body.contains("Tin mật hai"))
            for wrong in ["muc.khong-co", "bai.0000000000001", "x"] where wrong != "x" {
                #expect(try await chief.get(set + "/trang?trang=\(wrong)").status == 404, "\(wrong)")
            }
            // Nothing of it leaks: not by the portal's pages, nor its lists, feeds and search.
            let list = try await place.portal.reader.list(.all, on: place.portal.department.id, page: 1)
            #expect(!list.cards.contains { $0.item == one || $0.item == two })
            guard case .unknown = try await place.portal.reader.item(one, on: place.portal.department.id) else {
                Issue.record("a draft has a public page")
                return
            }
            // Somebody of another portal, a half-known address, nobody.
            try await place.person("la", .editorInChief, on: try #require(place.portal.tree.site(code: "trong")))
            let stranger = try await place.signedIn("la")
            for path in [set, set + "/trang?trang=dau"] {
                let answer = try await stranger.get(path)
                #expect(answer.status == 403 || answer.status == 404)
                #expect(!answer.body.contains("Tin mật"))
                #expect(try await place.visitor().get(path).status == 303)
            }

            // The link: for whoever has it, until it ends.
            #expect(try await reporter.get(set).body.contains("lien-ket") == false, "who may not invite is not offered to")
            let invited = try await chief.post(set + "/lien-ket", ["ten": "Ông Tư", "ngay": "3"])
            let token = try #require(invited.body.firstMatch(of: #/xem-chung\?ma=([a-z0-9]+)/#)?.output.1)
            let guest = place.visitor()
            #expect(try await guest.get("/desk/xem-chung?ma=\(token)").body.contains("Ông Tư"))
            let seen = try await guest.get("/desk/xem-chung/trang?ma=\(token)&trang=dau")
            #expect(seen.body.contains("Tin mật một") && seen.headers[.cacheControl]?.contains("no-store") == true)
            #expect(seen.headers[.contentSecurityPolicy]?.contains("sandbox") == true)
            for wrong in ["", String(token.dropLast()), String(repeating: "a", count: token.count)] {
                let answer = try await guest.get("/desk/xem-chung/trang?ma=\(wrong)&trang=dau")
                #expect(answer.status == 404 && !answer.body.contains("Tin mật"), "\(wrong)")
            }
            let id = try await place.portal.database.read { try $0.value("SELECT id FROM preview_link", as: ReviewLinkID.self) }
            _ = try await chief.get(set)
            _ = try await chief.post(set + "/huy-lien-ket", ["lien-ket": "\(try #require(id))"])
            #expect(try await guest.get("/desk/xem-chung?ma=\(token)").status == 404)
        }
    }

    @Test("drafts are found by the beginnings of their titles' words, by those who may read them", arguments: Backend.available)
    func finds(_ backend: Backend) async throws {
        try await place(backend) { place, reporter, chief in
            let draft = try await place.draft(by: "viet", titled: "Phòng chống sốt xuất huyết")
            #expect(try await chief.get("/desk/tim/ket-qua?q=sot%20phong").body.contains("\(draft)"))
            #expect(try await chief.get("/desk/tim/ket-qua?q=\(draft)").body.contains("Phòng chống"))
            #expect(try await !chief.get("/desk/tim/ket-qua?q=khac").body.contains("\(draft)"))
            for (handle, role) in [("gop", Role.contributor), ("may", .operator)] {
                try await place.person(handle, role, on: place.portal.department)
                let other = try await place.signedIn(handle)
                for query in ["sot", "\(draft)"] {
                    #expect(try await !other.get("/desk/tim/ket-qua?q=\(query)").body.contains("Phòng chống"), "\(role) \(query)")
                }
            }
        }
    }
}
