import Library
import Media
import News
import Pages
import PortalNetwork
import PortalTesting
import Publishing
import RichText
import Store
import Testing
import Vietnamese

@Suite("The library and people limited to sections")
struct SectionFileTests {
    private static func limit(_ place: LibraryPlace, _ handle: String, _ role: Role, to sections: Set<SectionID>) async throws {
        let person = try #require(place.portal.people[handle])
        let (site, now) = (place.portal.province.id, place.portal.clock.now)
        try await place.portal.database.write { try People.limit(role, of: person, on: site, to: sections, at: now, in: $0) }
    }

    /// A published article that shows a file.
    private static func use(_ file: LibraryFile, in section: Section, _ place: LibraryPlace) async throws {
        var article = FullArticle.short("Bài ở \(section.name)")
        article.picture = Picture(asset: AssetReference(commitment: file.asset ?? "", id: file.name), alt: "Ảnh", width: 4, height: 3)
        try await place.portal.publish(article, in: section)
    }

    @Test("their own, and what only items of their sections use; nothing of the portal as a whole", arguments: Backend.available)
    func rule(_ backend: Backend) async throws {
        try await LibraryPlace.with(backend) { place in
            let (news, economy) = (place.portal.news, place.portal.economy)
            let inside = try await place.ready("trong.png", LibraryPlace.picture(1), by: "chief")
            let both = try await place.ready("ca-hai.png", LibraryPlace.picture(2), by: "chief")
            let unused = try await place.ready("khong-dung.png", LibraryPlace.picture(3), by: "chief")
            let furniture = try await place.ready("bieu-trung.png", LibraryPlace.picture(4), by: "chief")
            try await Self.use(inside, in: economy, place)
            try await Self.use(both, in: news, place)
            try await Self.use(both, in: economy, place)
            try await Self.use(furniture, in: economy, place)
            let site = try await place.portal.database.read { try Sites.site(place.portal.province.id, in: $0) }
            var look = site.look
            look.logo = furniture.asset
            try await Sites.setLook(look, of: site.id, version: site.version, in: place.portal.database)
            let all = [inside, both, unused, furniture]
            let whole = try await place.by("second")
            #expect(try await place.library.allowed(.editFile, all, whole) == Set(all.map(\.id)), "without a limit everything")

            // The head of the economy alone from now on; the news above it is not theirs.
            try await Self.limit(place, "second", .editorInChief, to: [economy.id])
            let by = try await place.by("second")
            #expect(try await place.library.allowed(.editFile, all, by) == [inside.id])
            await #expect(throws: AuthorizationRefusal.notAllowed(.editFile)) {
                try await place.library.describe(both.id, as: FileAbout(title: "Chiếm"), expecting: nil, by: by)
            }
            await #expect(throws: AuthorizationRefusal.notAllowed(.editFile)) { try await place.library.delete([unused.id], by: by) }
            await #expect(throws: AuthorizationRefusal.notAllowed(.shareFile)) { try await place.library.share([inside.id], true, by: by) }
            try await place.library.describe(inside.id, as: FileAbout(title: "Ảnh của mục"), expecting: nil, by: by)
            try await place.upload("trong-moi.png", LibraryPlace.picture(5), replacing: inside.id, by: "second")
            await #expect(throws: AuthorizationRefusal.notAllowed(.editFile)) {
                try await place.upload("khac.png", LibraryPlace.picture(6), replacing: both.id, by: "second")
            }
            // What they bring is theirs, used or not, wherever.
            let own = try await place.ready("cua-toi.png", LibraryPlace.picture(7), by: "second")
            try await Self.use(own, in: news, place)
            try await place.library.describe(own.id, as: FileAbout(title: "Của tôi"), expecting: nil, by: by)
            let other = try await place.ready("cua-toi-2.png", LibraryPlace.picture(8), by: "second")
            try await place.library.delete([other.id], by: by)
            try await place.library.restore([other.id], by: by)
            // Nor does a limit reach another portal.
            await #expect(throws: AuthorizationRefusal.notAllowed(.addFile)) {
                try await place.upload("la.png", LibraryPlace.picture(9), on: place.portal.department.id, by: "second")
            }
            // Used by an item without a section too: of the portal as a whole.
            try await place.portal.publish(Self.page(inside), in: Place(site: place.portal.province.id, section: nil))
            #expect(try await place.library.allowed(.editFile, [inside], by).isEmpty)
        }
    }

    private static func page(_ file: LibraryFile) -> StaticPage {
        let picture = Picture(asset: AssetReference(commitment: file.asset ?? "", id: file.name), alt: "Ảnh", width: 4, height: 3)
        return StaticPage(title: "Giới thiệu", body: RichText([.paragraph(["Một."]), .picture(picture)]))
    }

    @Test("a limited reporter keeps to their own, whatever uses it", arguments: Backend.available)
    func reporter(_ backend: Backend) async throws {
        try await LibraryPlace.with(backend) { place in
            let file = try await place.ready("trong.png", LibraryPlace.picture(1), by: "chief")
            try await Self.use(file, in: place.portal.news, place)
            try await Self.limit(place, "writer", .reporter, to: [place.portal.news.id])
            let own = try await place.ready("cua-toi.png", LibraryPlace.picture(2))
            #expect(try await place.library.allowed(.editFile, [file, own], try await place.by("writer")) == [own.id])
        }
    }

    @Test("on the desk: the room is open, buttons are only where they may, and a use leads to its item", arguments: Backend.available)
    func desk(_ backend: Backend) async throws {
        try await DeskPlace.with(backend) { place in
            let site = place.portal.department
            let list = "/desk/cong/so-y-te/thu-vien"
            let person = try await place.person("lan", .editor, on: site)
            try await place.person("minh", .editor, on: site)
            let (ward, now) = (place.portal.ward.id, place.portal.clock.now)
            try await place.portal.database.write { try People.limit(.editor, of: person.id, on: site.id, to: [ward], at: now, in: $0) }
            let lan = try await place.signedIn("lan")
            #expect(try await lan.get("/desk/").body.contains(list))
            #expect(try await lan.get(list).body.contains(list + "/tai-len"))
            let mine = try await lan.upload(list + "/tai-len", [("cua-toi.txt", Array("của tôi".utf8))])
            let own = String(try #require(mine.location).prefix { $0 != "?" })
            let minh = try await place.signedIn("minh")
            _ = try await minh.get("/desk/")
            let theirs = try await minh.upload(list + "/tai-len", [("cua-ban.txt", Array("của bạn".utf8))])
            let other = String(try #require(theirs.location).prefix { $0 != "?" })
            #expect(try await lan.get(own).body.contains("name=\"ban\""))
            #expect(try await lan.get(other).body.contains("name=\"ban\"") == false)
            #expect(try await lan.post(other, ["ten": "Chiếm"]).status == 403)
            #expect(try await lan.post(list + "/chia-se", ["viec": "chia-se"]).status == 403)
            #expect(try await lan.get(list + ".json").status == 200)

            // What an item of the section shows is theirs, and the item's page is one press away.
            let worker = WorkerDoor(TestPortal.worker, logger: TestPortal.logger)
            defer { worker.close() }
            _ = try await JobRunner(
                database: place.portal.database,
                workers: [ProcessFile(place.library, scanner: nil, door: worker, logger: TestPortal.logger)],
                owner: 3,
                clock: place.portal.clock.clock,
                logger: TestPortal.logger
            ).runDue()
            let last = try #require(other.split(separator: "/").last)
            let id = try #require(FileID(String(last)))
            let file = try #require(try await place.library.file(id, for: site.id, in: place.portal.tree))
            var article = FullArticle.short("Bài có tệp")
            article.body = RichText([
                .attachment(Attachment(asset: AssetReference(commitment: file.asset ?? "", id: file.name), name: file.name, title: "Tệp"))
            ])
            let item = try await place.portal.publish(article, in: place.portal.ward).item
            let page = try await lan.get(other).body
            #expect(page.contains("name=\"ban\"") && page.contains("href=\"/desk/cong/so-y-te/bai/\(item)\"") && page.contains("/-/\(item)"))
            // A contributor reads only their own work: the title of what is live, and no way to its page on the desk.
            try await place.person("khac", .contributor, on: site)
            let reader = try await place.signedIn("khac")
            let seen = try await reader.get(other).body
            #expect(seen.contains("Bài có tệp") && !seen.contains("href=\"/desk/cong/so-y-te/bai/\(item)\"") && seen.contains("/-/\(item)"))
        }
    }
}
