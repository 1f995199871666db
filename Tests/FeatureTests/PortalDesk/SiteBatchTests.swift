import Foundation
import HTTPTypes
import Logging
import News
import PortalDesk
import PortalNetwork
import PortalTesting
import Publishing
import RichText
import Store
import Testing
import Vietnamese
import Web

/// Portals made by the dozen, closed, found; the desk's overviews.
@Suite("Portals made like one") struct SiteBatchTests {
    private func work(_ place: DeskPlace) async throws {
        let runner = JobRunner(
            database: place.portal.database,
            workers: [MakeSites(place.portal.publishing, access: place.access)],
            owner: 1,
            clock: place.portal.clock.clock,
            logger: TestPortal.logger
        )
        while try await runner.runDue() > 0 {}
    }

    @Test("two hundred portals: tried, ordered, made, each with what the template has", arguments: Backend.available)
    func many(_ backend: Backend) async throws {
        try await DeskPlace.with(backend) { place in
            let portal = place.portal
            try await place.person("ky", .operator, on: portal.province)
            try await portal.publishing.setMenu(
                [MenuItem(label: "Tin ngành", target: "/tin-nganh/")],
                expecting: nil,
                of: portal.department.id,
                by: portal.by("chief")
            )
            let version = try await portal.database.read { try Sites.site(portal.department.id, in: $0).version }
            try await portal.publishing.setLook(
                Look(primary: "#004b87", blocks: ["lead", "section:tin-nganh"]),
                of: portal.department.id,
                version: version,
                by: portal.by("chief")
            )
            try await portal.refresh()
            let visitor = try await place.signedIn("ky")
            let path = "/desk/cong/an-son/cong-con/hang-loat"
            #expect(try await visitor.get(path).status == 200)
            let good = (1...200).map { "xa-\($0),Xã số \($0),xa\($0).anson.test,so-y-te" }
            let bad = [
                "so-y-te,Trùng mã,trung.anson.test,", "xa-201,Trùng tên miền,xa7.anson.test,", "xa-202,,khong-ten.anson.test,",
                "xa-203,Cấp lạ,la.anson.test,khong-co",
            ]
            let table = (["ma,ten,ten-mien,cap-tren"] + good + bad).joined(separator: "\n")
            let tried = try await visitor.post(path, ["mau": "so-y-te", "bang": table, "lam": "thu"])
            #expect(tried.status == 200 && tried.body.contains("Tạo 200 cổng hợp lệ"))
            #expect(tried.body.components(separatedBy: "Không tạo được").count == 5)
            #expect(try await portal.database.read { try $0.value("SELECT count(*) FROM site", as: Int.self) } == 5, "trying makes nothing")

            let ordered = try await visitor.post(path, ["mau": "so-y-te", "bang": table, "lam": "tao"])
            let progress = try #require(ordered.location)
            #expect(try await visitor.get(progress).body.contains("Đã xử lý 0/200"))
            try await work(place)
            let done = try await visitor.get(progress)
            #expect(done.body.contains("Đã xử lý 200/200: tạo được 200, không tạo được 0") && !done.body.contains("data-refresh"))
            try await portal.refresh()
            #expect(portal.tree.count == 205 && portal.tree.children(of: portal.department.id).count == 201)
            let one = try #require(portal.tree.site(code: "xa-137"))
            let (index, menu) = try await portal.database.read { (try SectionIndex.load(on: one.id, $0), try Sites.menu(of: one.id, in: $0)) }
            #expect(index.all(on: one.id).map(\.code) == ["tin-nganh"] && menu?.map(\.target) == ["/tin-nganh/"])
            #expect(one.look.primary == "#004b87" && one.look.blocks == ["lead", "section:tin-nganh"])
            #expect(try await place.audit(AuditTrail.Query(action: "site-added", limit: 500)).count == 200)
            let entries = try await portal.database.read { db in
                try db.value("SELECT count(*) FROM event WHERE operation = 'chrome' AND site = \(one.id)", as: Int.self)
            }
            #expect(entries == 1)
            // The job again (a crash after its effect): nothing twice.
            try await portal.database.write { db in
                try db.execute("UPDATE job SET state = 'waiting' WHERE name = 'make-sites'")
            }
            try await work(place)
            try await portal.refresh()
            #expect(portal.tree.count == 205)
        }
    }

    @Test("whoever lost the right meanwhile makes nothing", arguments: Backend.available)
    func lost(_ backend: Backend) async throws {
        try await DeskPlace.with(backend) { place in
            let portal = place.portal
            let person = try await place.person("ky", .operator, on: portal.province)
            let visitor = try await place.signedIn("ky")
            let ordered = try await visitor.post(
                "/desk/cong/an-son/cong-con/hang-loat",
                ["mau": "so-y-te", "bang": "ten,ten-mien\nXã Một,mot.anson.test", "lam": "tao"]
            )
            #expect(ordered.status == 303)
            portal.clock.advance(seconds: 60)
            try await portal.database.write { try People.revoke(.operator, from: person.id, on: portal.province.id, at: portal.clock.now, in: $0) }
            try await work(place)
            try await portal.refresh()
            #expect(portal.tree.site(code: "mot") == nil)
            let refused = try await portal.database.read {
                try $0.value("SELECT count(*) FROM site_batch_line WHERE state = 'refused'", as: Int.self)
            }
            #expect(refused == 1)
        }
    }

    @Test("a portal is renamed, frozen with a reason, redirected, never to where one has no say", arguments: Backend.available)
    func turning(_ backend: Backend) async throws {
        try await DeskPlace.with(backend) { place in
            let portal = place.portal
            try await place.person("ky", .operator, on: portal.department)
            let visitor = try await place.signedIn("ky")
            let path = "/desk/cong/tram-y-te"
            func version() async throws -> String { "\(try await portal.database.read { try Sites.site(place.station.id, in: $0).version })" }
            let settings = [
                "ten": "Trạm Y tế Bến Đò", "ten-ngan": "Trạm Bến Đò", "ten-mien": "tram.anson.test\nbendo.anson.test", "thu": "tram@anson.test",
            ]
            #expect(try await visitor.post(path + "/thiet-dat", settings.merging(["ban": try await version()]) { $1 }).status == 303)
            let taken = settings.merging(["ban": try await version(), "ten-mien": TestPortal.host]) { $1 }
            let refused = try await visitor.post(path + "/thiet-dat", taken)
            #expect(refused.status == 422 && refused.body.contains("Trạm Y tế Bến Đò"))
            #expect(try await visitor.post(path + "/trang-thai", ["lam": "frozen", "ban": try await version()]).status == 422, "no reason")
            #expect(try await visitor.post(path + "/trang-thai", ["lam": "frozen", "ly-do": "Sáp nhập", "ban": try await version()]).status == 303)
            #expect(try await visitor.post(path + "/trang-thai", ["lam": "redirected", "sang": "an-son", "ban": try await version()]).status == 403)
            #expect(try await visitor.post(path + "/trang-thai", ["lam": "redirected", "sang": "so-y-te", "ban": try await version()]).status == 303)
            try await portal.refresh()
            #expect(portal.tree[place.station.id]?.status == .redirected && portal.tree[place.station.id]?.hosts.count == 2)
            #expect(try await place.audit(AuditTrail.Query(action: "site-turned")).count == 2)
        }
    }

    @Test("one field finds what a person may see, and nothing else", arguments: Backend.available)
    func finding(_ backend: Backend) async throws {
        try await DeskPlace.with(backend) { place in
            let portal = place.portal
            let item = try await portal.publish(
                Article(title: "Cầu mới thông xe", body: RichText([.paragraph([.text("Sáng nay.")])])),
                in: portal.news
            ).item
            try await place.person("truong", .editorInChief, on: portal.province)
            try await place.person("viet", .reporter, on: portal.department)
            let (chief, writer) = (try await place.signedIn("truong"), try await place.signedIn("viet"))
            let all = try await chief.get("/desk/tim?q=" + Visitor.encode("người"))
            #expect(all.status == 200 && all.body.contains("Người viet"))
            let none = try await writer.get("/desk/tim?q=" + Visitor.encode("người"))
            #expect(none.status == 200 && !none.body.contains("Người truong"))
            #expect(try await chief.get("/desk/tim?q=chuyen%20muc").body.contains("/desk/cong/an-son/chuyen-muc"))
            #expect(try await !writer.get("/desk/tim?q=chuyen%20muc").body.contains("/chuyen-muc"))
            let json = try await chief.get("/desk/tim/ket-qua?q=\(item)")
            #expect(json.headers[.contentType]?.hasPrefix("application/json") == true && json.body.contains("Cầu mới thông xe"))
            #expect(try await !writer.get("/desk/tim/ket-qua?q=\(item)").body.contains("Cầu mới"), "another portal's article")
            #expect(try await writer.get("/desk/tim?q=" + Visitor.encode("sở y tế")).body.contains("/desk/cong/so-y-te"))
            #expect(try await !writer.get("/desk/tim?q=" + Visitor.encode("an sơn")).body.contains("/desk/cong/an-son\""))

            #expect(try await chief.post("/desk/bo-loc", ["ten": "Tin cũ", "dia-chi": "/desk/cong/an-son/chuyen-huong?q=/cu"]).status == 303)
            for bad in ["https://xau.com", "//xau.com", "/desk//xau.com", "/khac"] {
                #expect(try await chief.post("/desk/bo-loc", ["ten": "Xấu", "dia-chi": bad]).status == 422, "\(bad)")
            }
            let kept = try await chief.get("/desk/tim")
            #expect(kept.body.contains("Tin cũ") && kept.body.contains("/desk/cong/an-son/chuyen-huong?q=/cu"))
            #expect(try await !writer.get("/desk/tim").body.contains("Tin cũ"))
        }
    }

    @Test("the overview counts what is read, day by day", arguments: Backend.available)
    func overview(_ backend: Backend) async throws {
        try await DeskPlace.with(backend) { place in
            let portal = place.portal
            let one = try await portal.publish(Article(title: "Đọc nhiều", body: RichText([.paragraph([.text("Một.")])])), in: portal.news).item
            let two = try await portal.publish(Article(title: "Đọc ít", body: RichText([.paragraph([.text("Hai.")])])), in: portal.ward).item
            for _ in 0..<3 { portal.views.count(one) }
            await portal.views.flush()
            portal.clock.advance(seconds: 86_400)
            portal.views.count(two)
            await portal.views.flush()
            let (sites, today) = (portal.tree.subtree(of: portal.province.id), portal.clock.now.civilDate)
            let (week, day, other) = try await portal.database.read { db in
                (
                    try MostRead.read(sites, .week, until: today, limit: 5, db).map { "\($0.item) \($0.n)" },
                    try MostRead.read(sites, .day, until: today, limit: 5, db).map { "\($0.item) \($0.n)" },
                    try MostRead.byDay([portal.department.id], days: 3, until: today, db).map(\.n)
                )
            }
            #expect(week == ["\(one) 3", "\(two) 1"] && day == ["\(two) 1"] && other == [0, 0, 1])
            try await place.person("bien", .editor, on: portal.province)
            let screen = try await place.signedIn("bien").get("/desk/cong/an-son/tong-quan")
            #expect(
                screen.status == 200 && screen.body.contains("Đọc nhiều") && screen.body.contains("3 lượt") && screen.body.contains("Liên kết hỏng")
            )
        }
    }
}
