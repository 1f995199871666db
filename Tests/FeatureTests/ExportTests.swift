import Exchange
import Foundation
import News
import Pages
import PortalNetwork
import PortalTesting
import Publishing
import RichText
import Store
import Testing
import Vietnamese

/// Writes portals out and takes them in again, each time into a portal of its own on a database of its own.
struct ExportDesk {
    let portal: TestPortal
    let folder: String

    init(_ portal: TestPortal, _ folder: String) {
        self.portal = portal
        self.folder = folder
    }

    static let forms = [Article.exchange, StaticPage.exchange]

    static func withFolder<T>(_ body: (String) async throws -> T) async throws -> T {
        let folder = FileManager.default.temporaryDirectory.path + "/caunoi-export-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        return try await body(folder)
    }

    @discardableResult
    func export(_ name: String, sites: [SiteID]? = nil, _ options: PortalExport.Options = .init()) async throws -> PortalExport.Summary {
        try await portal.refresh()
        let tree = portal.tree
        let sites = (sites ?? tree.subtree(of: portal.province.id)).compactMap { tree[$0] }
        return try await PortalExport(
            reader: portal.reader,
            files: portal.files,
            forms: Self.forms,
            tree: tree,
            sections: portal.sectionDirectory.index
        ).run(sites, to: folder + "/" + name, options)
    }

    /// Who may add portals and change what stands around their items.
    static func keeper(_ tree: SiteTree) -> Publisher.By {
        Publisher.By(Actor(person: PersonID(rawValue: 0), grants: tree.roots.map { Actor.Grant(role: .administrator, site: $0) }), in: tree)
    }

    @discardableResult
    func take(_ name: String, below: SiteID? = nil, isDryRun: Bool = false) async throws -> PortalImport.Summary {
        let by = try await portal.by("reporter")
        let second = try await portal.by("chief")
        let options = PortalImport.Options(below: below, isDryRun: isDryRun, reason: "Nhập lại", rejects: folder)
        let summary = try await PortalImport(publishing: portal.publishing, files: portal.files, forms: Self.forms, directory: portal.directory).run(
            folder + "/" + name,
            options,
            by: { tree in (Publisher.By(by.actor, in: tree), Publisher.By(second.actor, in: tree)) },
            keeper: Self.keeper
        )
        try await portal.refresh()
        return summary
    }

    /// Every file below an export with its bytes.
    func contents(_ name: String) throws -> [String: Data] {
        let root = folder + "/" + name
        var found: [String: Data] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: root) {
            if let data = FileManager.default.contents(atPath: root + "/" + path) { found[path] = data }
        }
        return found
    }

    func lines(_ path: String) throws -> [String] {
        try String(contentsOfFile: folder + "/" + path, encoding: .utf8).split(separator: "\n").map(String.init)
    }
}

@Suite("Export and round trip")
struct ExportTests {
    /// A portal with everything there is: out, into a new installation, out again: the same bytes, and the same pages for readers.
    @Test(arguments: Backend.available)
    func aRoundTripLosesNothing(_ backend: Backend) async throws {
        try await ExportDesk.withFolder { folder in
            let pages = try await TestPortal.with(backend) { portal in
                let full = try await Self.fill(portal)
                let desk = ExportDesk(portal, folder)
                let summary = try await desk.export("one")
                #expect(summary.missing.isEmpty && summary.sites == 4 && summary.gone == 2 && summary.files == 4)
                var pages: [String: String] = [:]
                for path in [try await portal.path(full), "/bai-cu.html", "/chuyen-trang/phong-chong-thien-tai/", "/"] {
                    pages[path] = Self.text(ofPage: try await portal.get(path).body)
                }
                return pages
            }
            try await TestPortal.with(backend) { portal in
                let desk = ExportDesk(portal, folder)
                let trial = try await desk.take("one", isDryRun: true)
                #expect(trial.items.imported == 45 && trial.items.failed == 0 && trial.dryRun)
                #expect(try await portal.reader.gone(on: portal.province.id).isEmpty, "a trial writes nothing")
                let summary = try await desk.take("one")
                #expect(summary.items.failed == 0, "\(summary.items.rejects)")
                #expect(summary.items.imported == 45 && summary.gone == 2 && summary.files == 4 && summary.badFiles.isEmpty)
                try await desk.export("two")
                let one = try desk.contents("one")
                let two = try desk.contents("two")
                #expect(one.keys.sorted() == two.keys.sorted())
                for (path, data) in one { #expect(two[path] == data, "\(path) is not the same") }
                #expect(one.count > 20)
                for (path, text) in pages {
                    #expect(Self.text(ofPage: try await portal.get(path).body) == text, "\(path) reads otherwise")
                }
                // What was gone there is gone here, for people and for programs, with its reason.
                let gone = try await portal.reader.gone(on: portal.province.id)
                let withdrawn = try #require(gone.first { $0.code != nil })
                let erased = try #require(gone.first { $0.code == nil })
                #expect(withdrawn.note == "Đã có bài mới." && withdrawn.code == .superseded && withdrawn.successor != nil)
                for path in ["/-/\(withdrawn.id)", "/api/v1/items/\(withdrawn.id)"] {
                    let answer = try await portal.get(path)
                    #expect(answer.status == 410 && answer.body.contains("Đã có bài mới."), "\(path)")
                }
                #expect(try await portal.get("/-/\(erased.id)").status == 410)
                // Again: nothing more is done, not even an act.
                let before = try await Self.state(portal)
                let again = try await desk.take("one")
                #expect(again.items.imported == 0 && again.items.skipped == 45 && again.gone == 0)
                #expect(try await Self.state(portal) == before)
                // Shown again where it comes from, a withdrawn item may follow; an erased one may not.
                let line = try #require(try desk.lines("one/sites/an-son/news.jsonl").first)
                let id = try #require(line.firstMatch(of: /"id":"([0-9a-z]{13})","kind"/)?.output.1)
                let lines = [withdrawn.id, erased.id].map { line.replacing("\"id\":\"\(id)\"", with: "\"id\":\"\($0)\"") }
                let alone = try ImportDesk(portal)
                let last = try await alone.run(try alone.write(Array(lines.joined(separator: "\n").utf8)), section: nil)
                #expect(last.imported == 1 && last.skipped == 1 && last.failed == 0)
                #expect(try await portal.shown(withdrawn.id) != nil)
                #expect(try await portal.reader.gone(on: portal.province.id).map(\.id) == [erased.id])
            }
        }
    }

    /// Everything a portal may hold; returns the article that uses everything.
    static func fill(_ portal: TestPortal) async throws -> ItemID {
        let full = try await portal.publishFullArticle()
        var random = RandomArticle(
            seed: 20_261_121,
            files: full.article.body.assets.map { AssetReference(commitment: $0, id: "tep.png") },
            topics: [portal.topic.id],
            others: [full.id, full.cited]
        )
        for number in 0..<40 {
            portal.clock.advance(seconds: 61)
            let published = try await portal.publish(random.article(), in: number.isMultiple(of: 3) ? portal.economy : portal.news)
            if number.isMultiple(of: 10) {
                try await portal.publishAgain(published.item, random.article(), in: portal.news, as: .correct, note: "Sửa lại: \(random.text())")
            }
        }
        try await portal.publishAgain(full.id, full.article, in: portal.economy, as: .update, note: "Thêm số liệu.")
        try await portal.publish(
            StaticPage(title: "Liên hệ", summary: "Tóm tắt", body: full.article.body, role: "contact"),
            in: Place(site: portal.province.id)
        )
        try await portal.publish(FullArticle.short("Tin của sở"), in: portal.ward)
        try await portal.publish(Article(title: "In English", body: RichText([.paragraph(["x"])]), translates: full.id), in: portal.englishNews)
        for (title, isErased) in [("Sẽ gỡ", false), ("Sẽ xóa", true)] {
            let item = try await portal.publish(FullArticle.short(title), in: portal.news)
            if isErased {
                try await portal.publishing.erase(item.item, because: .personal, by: portal.by("chief"))
            } else {
                try await portal.publishing.withdraw(
                    item.item,
                    because: .superseded,
                    note: "Đã có bài mới.",
                    successor: full.id,
                    by: portal.by("chief")
                )
            }
        }
        // What is not the public's stays at home.
        try await portal.publishing.save(
            FullArticle.short("Bản nháp bí mật"),
            in: Place(site: portal.province.id, section: portal.news.id),
            by: portal.by("reporter")
        )
        try await portal.publishing.feature([full.id, full.cited], on: portal.province.id, by: portal.by("chief"))
        try await portal.publishing.addOldAddresses(
            [("/bai-cu.html", .item(full.id)), ("/muc-cu/?id=7&x=y", .path("/kinh-te/"))],
            on: portal.province.id,
            by: portal.by("chief")
        )
        let look = Look(primary: "#8a1f2d", logo: full.files.picture.id, slogan: "Vì dân", footer: ["Dòng một"], blocks: ["lead", "section:tin-tuc"])
        try await Sites.setLook(look, of: portal.province.id, version: 1, in: portal.database)
        try await Sites.setMenu(
            [MenuItem(label: "Tin", target: "/tin-tuc/", children: [MenuItem(label: "Sở", target: "site:so-y-te")])],
            of: portal.province.id,
            in: portal.database
        )
        try await Sites.turn(portal.department.id, .freeze(reason: "Sáp nhập"), version: 1, in: portal.database)
        try await portal.refresh()
        return full.id
    }

    /// What a reader reads of a page: without salts, edition numbers and read counts, which belong to an installation.
    static func text(ofPage html: String) -> String {
        html.replacing(/<script[^>]*>.*?<\/script>/, with: "").replacing(/\ data-[a-z\-]+="[^"]*"/, with: "").replacing(
            /content="[0-9a-f]{64}"/,
            with: ""
        )
    }

    struct State: Equatable {
        let head: Int64
        let acts: Int
        let keys: Int
    }

    static func state(_ portal: TestPortal) async throws -> State {
        let (head, acts) = try await portal.database.read { (try EventLog.head($0), try $0.value("SELECT count(*) FROM act", as: Int.self) ?? 0) }
        let keys = try await portal.keys.read { try $0.value("SELECT count(*) FROM item_key", as: Int.self) ?? 0 }
        return State(head: head, acts: acts, keys: keys)
    }

    @Test func onlyWhatIsPublicGoesOut() async throws {
        try await ExportDesk.withFolder { folder in
            try await TestPortal.with(.sqlite) { portal in
                _ = try await Self.fill(portal)
                let desk = ExportDesk(portal, folder)
                try await desk.export("out")
                for (path, data) in try desk.contents("out") {
                    let text = String(decoding: data, as: UTF8.self)
                    for word in ["Bản nháp bí mật", "Sẽ gỡ", "Sẽ xóa", "Người reporter", "Người chief"] {
                        #expect(!text.contains(word), "\(path) holds '\(word)'")
                    }
                }
                // A folder that is there is left alone, and nothing is left of what was not finished.
                await #expect(throws: ExchangeFault.self) { try await desk.export("out") }
                #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["out"])
                // Only some kinds, only what is new, packed.
                let now = portal.clock.now.adding(seconds: 1)
                portal.clock.advance(seconds: 10)
                try await portal.publish(FullArticle.short("Mới nhất"), in: portal.news)
                let summary = try await desk.export("new", .init(since: now, kinds: [Article.name], isPacked: true))
                #expect(summary.items == 1)
                #expect(try desk.contents("new")["sites/an-son/pages.jsonl"] == nil)
                #expect(try desk.contents("new")["sites/an-son/news.jsonl.gz"]?.starts(with: [0x1F, 0x8B]) == true)
            }
        }
    }

    /// What was changed on the way is seen before anything is done; a file whose bytes are not its own is left out and named.
    @Test func aChangedExportIsNotTakenIn() async throws {
        try await ExportDesk.withFolder { folder in
            let (picture, sha256) = try await TestPortal.with(.sqlite) { portal in
                let full = try await portal.publishFullArticle()
                try await ExportDesk(portal, folder).export("out")
                return (full.files.picture.id, full.files.picture.sha256)
            }
            try await TestPortal.with(.sqlite) { portal in
                let desk = ExportDesk(portal, folder)
                let manifest = folder + "/out/manifest.json"
                let sound = try String(contentsOfFile: manifest, encoding: .utf8)
                let before = try await Self.state(portal)
                for (name, change) in [
                    ("another format", sound.replacing("caunoi-export", with: "other")),
                    ("another version", sound.replacing("\"version\":1", with: "\"version\":2")),
                    ("a way out", sound.replacing("\"an-son\"", with: "\"../x\"")),
                    ("a path out", sound.replacing("files.jsonl", with: "../files.jsonl")),
                    ("a record less", sound.replacing("sites/an-son/gone.jsonl", with: "sites/an-son/site.json")), ("not JSON", "{"),
                ] {
                    try Data(change.utf8).write(to: URL(fileURLWithPath: manifest))
                    await #expect(throws: PortalImportFault.self, "\(name)") { try await desk.take("out") }
                }
                try Data(sound.utf8).write(to: URL(fileURLWithPath: manifest))
                let list = URL(fileURLWithPath: folder + "/out/sites/an-son/news.jsonl")
                let lines = try Data(contentsOf: list)
                try (lines + Data("\n".utf8)).write(to: list)
                await #expect(throws: PortalImportFault.self) { try await desk.take("out") }
                #expect(try await Self.state(portal) == before, "nothing was done")
                try lines.write(to: list)
                try Data("khác".utf8).write(to: URL(fileURLWithPath: folder + "/out/files/\(sha256.prefix(2))/\(sha256)"))
                let summary = try await desk.take("out")
                #expect(summary.badFiles == [picture] && summary.files == 3 && summary.items.imported == 2)
                // Two people, each with the right.
                await #expect(throws: (any Error).self) {
                    let by = try await portal.by("writer")
                    _ = try await PortalImport(
                        publishing: portal.publishing,
                        files: portal.files,
                        forms: ExportDesk.forms,
                        directory: portal.directory
                    ).run(
                        folder + "/out",
                        .init(reason: "x", rejects: folder),
                        by: { _ in (by, by) },
                        keeper: { _ in by }
                    )
                }
            }
        }
    }

    @Test func aFailureLeavesNothingBehind() async throws {
        try await ExportDesk.withFolder { folder in
            try await TestPortal.with(.sqlite) { portal in
                try await portal.fill(600, portal.news)
                let desk = ExportDesk(portal, folder)
                // The last item cannot be read any more: most of the export is written by then.
                try await portal.database.write { db in
                    try db.execute("UPDATE edition SET sealed = \([UInt8](repeating: 7, count: 90)) WHERE item = (SELECT max(id) FROM item)")
                }
                await #expect(throws: (any Error).self) { try await desk.export("out") }
                #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
            }
        }
    }
}

@Suite("Lines this program wrote")
struct ExchangeLineTests {
    static let good =
        #"{"caunoi":1,"id":"0000000000abc","kind":"news","language":"vi","category":"tin-tuc","published_at":"2026-11-01T00:00:00+07:00","title":"Tin","body":{"v":1,"blocks":[{"type":"paragraph","text":["Chữ"]}]},"authors":[],"tags":[],"topics":[],"related":[]}"#

    /// What is wrong with a line is said, and nothing of it goes in.
    static let wrong: [(change: (String, String), reason: String)] = [
        (("\"caunoi\":1", "\"caunoi\":2"), "another version"), (("\"kind\":\"news\"", "\"kind\":\"page\""), "another kind"),
        (("0000000000abc", "abc"), "13 characters"), (("\"vi\"", "\"fr\""), "vi, en or zh"), (("tin-tuc", "khong-co"), "no section 'khong-co'"),
        (("2026-11-01T00:00:00+07:00", "một ngày"), "is no date"), (("\"title\":\"Tin\"", "\"title\":\"\""), "'title' is empty"),
        (("\"topics\":[]", "\"topics\":[\"la\"]"), "no section 'la'"), (("\"tags\":[]", "\"tags\":[],\"la\":1"), "not a member of such lines"),
        (("\"tags\":[]", "\"tags\":5"), "do not make such an item"), (("\"v\":1", "\"v\":9"), "do not make such an item"),
        (("\"authors\":[]", "\"operation\":\"withdraw\",\"authors\":[]"), "not update or correct"),
    ]

    @Test func aWrongLineIsRejectedWithItsReason() async throws {
        try await TestPortal.with(.sqlite) { portal in
            let desk = try ImportDesk(portal)
            let lines = Self.wrong.map { Self.good.replacing($0.change.0, with: $0.change.1) }
            let summary = try await desk.run(try desk.write(Array(lines.joined(separator: "\n").utf8)), section: portal.news)
            #expect(summary.imported == 0 && summary.failed == Self.wrong.count)
            let notes = try desk.rejects(summary)
            for (index, one) in Self.wrong.enumerated() {
                let note = notes.first { $0.line == index + 1 }
                #expect(note?.reasons.joined().contains(one.reason) == true, "\(one.change): \(note?.reasons ?? [])")
            }
            // Mended they go in, under the id the line gives, once.
            let path = try desk.write(Array(Self.good.utf8))
            #expect(try await desk.run(path, section: nil).imported == 1)
            #expect(try await desk.run(path, section: nil).skipped == 1)
            let id = try #require(ItemID("0000000000abc"))
            #expect(try await portal.path(id) == "/tin-tuc/tin-0000000000abc")
            // An item that was erased does not come back, whatever says so.
            try await portal.publishing.erase(id, because: .personal, by: portal.by("chief"))
            #expect(try await desk.run(path, section: nil).imported == 0)
            #expect(try await portal.shown(id) == nil)
        }
    }

    /// An item made at the desk and exported meets itself when it comes back; on another portal its id is taken.
    @Test func anItemThatIsThereIsNotDoubled() async throws {
        try await TestPortal.with(.sqlite) { portal in
            let item = try await portal.publish(FullArticle.short("Từ bàn biên tập"), in: portal.news)
            let revealed = try #require(try await portal.shown(item.item))
            let line = try ExchangeLine.write(revealed, Article.exchange, sections: portal.sectionDirectory.index)
            let desk = try ImportDesk(portal)
            let summary = try await desk.run(try desk.write(line), section: nil)
            #expect(summary.skipped == 1 && summary.imported == 0 && summary.failed == 0)
            let elsewhere = ExchangeLine.Context(site: portal.department.id, sections: portal.sectionDirectory.index)
            let text = String(decoding: line, as: UTF8.self).replacing("tin-tuc", with: "tin-nganh")
            let read = try ExchangeLine.read(text, Article.exchange, TestPortal.kinds, in: elsewhere)
            let batch = try await portal.publishing.sift([read], on: portal.department.id)
            #expect(batch.outcome.conflicts == [0])
        }
    }
}
