import Logging
import PortalNetwork
import PortalTesting
import Publishing
import Store
import Testing
import Vietnamese

/// What stands around items changes through the gate, with its entry, or not at all.
@Suite("Running a portal: commands") struct PortalCommandTests {
    private func operations(_ room: Newsroom) async throws -> [Publishing.Operation] {
        try await room.database.read { try EventLog.events(after: -1, limit: 1000, $0).map(\.operation) }
    }

    private func list(_ room: Newsroom, _ section: SectionID) async throws -> [ItemID] {
        try await room.reader.list(.section(section), on: room.province, page: 1).cards.map(\.item)
    }

    @Test("a section that hangs elsewhere takes its articles along", arguments: Backend.available)
    func nesting(_ backend: Backend) async throws {
        try await Newsroom.with(backend) { room in
            let by = try await room.by("chief")
            let other = Section(id: room.publishing.ids.next(), site: room.province, code: "khac", name: "Khác", position: 9)
            let deep = Section(id: room.publishing.ids.next(), site: room.province, code: "sau", parent: room.inner, name: "Sâu", position: 10)
            try await room.publishing.addSections([other, deep], by: by)
            let inner = try await room.publish(.about("Tin trong"), in: room.inner).item
            let bottom = try await room.publish(.about("Tin sâu"), in: deep.id).item
            #expect(Set(try await list(room, room.news)) == [inner, bottom])

            func places() async throws -> [SectionPlace] {
                let site = room.province
                return try await room.database.read { try SectionIndex.load(on: site, $0).places(on: site) }
            }
            let before = try await places()
            // `inner` goes below `khac`, and what hung below it comes out to the top.
            let after =
                before.filter { $0.id != room.inner && $0.id != deep.id && $0.id != other.id }
                + [SectionPlace(other.id), SectionPlace(room.inner, below: other.id), SectionPlace(deep.id)]
            let count = try await operations(room).count
            try await room.publishing.arrangeSections(after, expecting: before, on: room.province, by: by)
            #expect(try await places() == after)
            #expect(try await operations(room).count == count + 1)
            #expect(try await list(room, room.news) == [])
            #expect(try await list(room, other.id) == [inner])
            #expect(try await list(room, deep.id) == [bottom])
            // The lists are what a rebuild makes of them.
            func lists() async throws -> [String] {
                try await room.database.read { db in
                    try db.rows("SELECT list, item FROM listing ORDER BY list, item").map { "\(try $0[0] as String) \(try $0[1] as Int64)" }
                        + db.rows("SELECT list, n FROM listing_count WHERE n <> 0 ORDER BY list").map {
                            "\(try $0[0] as String) = \(try $0[1] as Int)"
                        }
                }
            }
            let kept = try await lists()
            try await ProjectionRunner(room.publishing).rebuild()
            #expect(try await lists() == kept)

            await #expect(throws: PublishingRefusal.changedMeanwhile) {
                try await room.publishing.arrangeSections(before, expecting: before, on: room.province, by: by)
            }
            let circle = after.map { $0.id == other.id ? SectionPlace(other.id, below: room.inner) : $0 }
            await #expect(throws: PublishingRefusal.sectionNesting(limit: 4)) {
                try await room.publishing.arrangeSections(circle, expecting: after, on: room.province, by: by)
            }
        }
    }

    @Test("a section that is called otherwise leaves its old address leading on", arguments: Backend.available)
    func renaming(_ backend: Backend) async throws {
        try await Newsroom.with(backend) { room in
            let by = try await room.by("chief")
            func section() async throws -> Section { try #require(try await room.database.read { try SectionIndex.load($0)[room.news] }) }
            let old = try await section()
            try await room.publishing.moveSection(old.id, to: "tin-moi", on: room.province, version: old.version, by: by)
            #expect(try await room.reader.oldAddress("/\(old.code)/", on: room.province) == .path("/tin-moi/"))
            try await room.publishing.moveSection(old.id, to: "tin-nhat", on: room.province, version: old.version + 1, by: by)
            // One step, not two.
            #expect(try await room.reader.oldAddress("/\(old.code)/", on: room.province) == .path("/tin-nhat/"))
            // And back again: nothing goes round.
            try await room.publishing.moveSection(old.id, to: old.code, on: room.province, version: old.version + 2, by: by)
            #expect(try await room.reader.oldAddress("/\(old.code)/", on: room.province) == nil)
            #expect(try await room.reader.oldAddress("/tin-nhat/", on: room.province) == .path("/\(old.code)/"))
            for code in ["api", "cong-bao", "Tin", "congbao"] {
                await #expect(throws: PublishingRefusal.self) {
                    try await room.publishing.moveSection(old.id, to: code, on: room.province, version: old.version + 3, by: by)
                }
            }
        }
    }

    @Test("redirects: chains are shortened, circles refused, counts kept", arguments: Backend.available)
    func redirects(_ backend: Backend) async throws {
        try await Newsroom.with(backend) { room in
            let by = try await room.by("chief")
            func put(_ path: String, _ target: String) async throws -> Publisher.RedirectReport {
                try await room.publishing.putRedirects([Redirect(path: path, target: .path(target))], on: room.province, by: by)
            }
            #expect(try await put("/a", "/b").added == 1)
            #expect(try await put("/b", "/c").added == 1)
            #expect(try await room.reader.oldAddress("/a", on: room.province) == .path("/c"))
            #expect(try await put("/d", "/a").added == 1)
            #expect(try await room.reader.oldAddress("/d", on: room.province) == .path("/c"))
            let count = try await operations(room).count
            #expect(try await put("/c", "/a").refused.map(\.refusal) == [.redirectLoop("/c")])
            #expect(try await put("/e", "/e").refused.count == 1)
            #expect(try await operations(room).count == count, "what was refused leaves no entry")
            let item = try await room.publish(.about("Đích")).item
            let many = (1...300).map { Redirect(path: "/cu/\($0).aspx?id=\($0)", target: .item(item)) } + [Redirect(path: "x", target: .path("/y"))]
            let report = try await room.publishing.putRedirects(many, on: room.province, by: by)
            #expect(report.added == 300 && report.refused.map(\.index) == [300])

            let counts = AddressCounts(database: room.database, clock: room.clock.clock, logger: .init(label: "test"))
            for _ in 0..<3 { counts.used("/a", on: room.province) }
            for number in 0..<1_500 { counts.missed("/khong-co-\(number)", referrer: nil, on: room.province) }
            for _ in 0..<5 {
                counts.missed("/bai/xa-tan-thanh.html?utm_source=zalo", referrer: "https://bao.vn/tin?phien=bi-mat#x", on: room.province)
            }
            for rubbish in [
                "/wp-login.php", "/.env", "/a/../../etc/passwd", "/x?q=<script>", "/phpmyadmin/", "/" + String(repeating: "a", count: 400),
            ] {
                counts.missed(rubbish, referrer: nil, on: room.province)
            }
            counts.missed("/cua-so", referrer: nil, on: room.department)
            await counts.flush()
            let (used, missing, other) = try await room.database.read { db in
                (
                    try Redirects.lines(on: room.province, limit: 1, db).first,
                    try MissingLine.lines(on: room.province, ignored: false, limit: 5_000, db),
                    try MissingLine.lines(on: room.department, ignored: false, limit: 5, db)
                )
            }
            #expect(used?.redirect.path == "/a" && used?.hits == 3)
            #expect(missing.count == 1_000, "one portal's share of memory")
            #expect(missing.allSatisfy { !$0.path.contains("wp-") && !$0.path.contains("script") })
            #expect(other.map(\.path) == ["/cua-so"], "a flood on one portal leaves the others theirs")
        }
    }

    @Test("addresses not found are kept without what is nobody's business", arguments: Backend.available)
    func missing(_ backend: Backend) async throws {
        try await Newsroom.with(backend) { room in
            let counts = AddressCounts(database: room.database, clock: room.clock.clock, logger: .init(label: "test"))
            for _ in 0..<5 { counts.missed("/bai/xa.html?utm_source=zalo&id=7", referrer: "https://bao.vn/tin?phien=bi-mat#x", on: room.province) }
            await counts.flush()
            let lines = try await room.database.read { try MissingLine.lines(on: room.province, ignored: false, limit: 5, $0) }
            #expect(lines.map(\.path) == ["/bai/xa.html?id=7"] && lines.first?.n == 5 && lines.first?.referrer == "https://bao.vn/tin")
            let report = try await room.publishing.putRedirects(
                [Redirect(path: "/bai/xa.html?id=7", target: .path("/tin/"))],
                on: room.province,
                by: room.by("chief")
            )
            #expect(report.added == 1)
            #expect(try await room.database.read { try MissingLine.lines(on: room.province, ignored: false, limit: 5, $0) } == [])
            for round in 0..<3 {
                for number in 0..<1_000 { counts.missed("/v\(round)/\(number)", referrer: nil, on: room.province) }
                await counts.flush()
            }
            let rows = try await room.database.read { try MissingLine.lines(on: room.province, ignored: false, limit: 9_000, $0).count }
            #expect(rows == AddressCounts.rows)
        }
    }

    @Test("the front page: slots end, and nobody overwrites anybody", arguments: Backend.available)
    func front(_ backend: Backend) async throws {
        try await Newsroom.with(backend) { room in
            let by = try await room.by("chief")
            let (one, two) = (try await room.publish(.about("Một")).item, try await room.publish(.about("Hai")).item)
            let site = room.province
            let empty = try await room.database.read { try FrontPage.read(site, $0) }
            let end = room.clock.now.adding(seconds: 3600)
            try await room.publishing.arrangeFront(
                [FeaturedSlot(one, until: end), FeaturedSlot(two)],
                blocks: ["lead", "section:tin"],
                expecting: empty,
                on: site,
                by: by
            )
            let stored = try await room.database.read { try FrontPage.read(site, $0) }
            #expect(stored == FrontPage(slots: [FeaturedSlot(one, until: end), FeaturedSlot(two)], blocks: ["lead", "section:tin"]))
            let noted = Dependencies()
            let now = try await Dependencies.$current.withValue(noted) {
                try await room.reader.front([], on: site, at: room.clock.now).featured.map(\.item)
            }
            #expect(now == [one, two] && noted.until == end)
            #expect(try await room.reader.front([], on: site, at: end).featured.map(\.item) == [two])
            await #expect(throws: PublishingRefusal.changedMeanwhile) {
                try await room.publishing.arrangeFront([], blocks: [], expecting: empty, on: site, by: by)
            }
            await #expect(throws: AuthorizationRefusal.notAllowed(.arrangeHome)) {
                try await room.publishing.arrangeFront([], blocks: [], on: site, by: room.by("reporter"))
            }
        }
    }

    @Test("menu, look, banner, status: an entry each, and all or nothing with what goes along", arguments: Backend.available)
    func around(_ backend: Backend) async throws {
        try await Newsroom.with(backend) { room in
            let by = try await room.by("chief")
            let site = room.province
            struct Fault: Error {}
            let count = try await operations(room).count
            let menu = [MenuItem(label: "Tin", target: "/tin/")]
            await #expect(throws: Fault.self) {
                try await room.publishing.setMenu(menu, expecting: nil, of: site, by: by) { _ in throw Fault() }
            }
            #expect(try await room.database.read { try Sites.menu(of: site, in: $0) } == nil)
            #expect(try await operations(room).count == count)
            try await room.publishing.setMenu(menu, expecting: nil, of: site, by: by)
            await #expect(throws: PublishingRefusal.changedMeanwhile) { try await room.publishing.setMenu([], expecting: nil, of: site, by: by) }
            let version = try await room.database.read { try Sites.site(site, in: $0).version }
            try await room.publishing.setLook(Look(primary: "#004b87"), of: site, version: version, by: by)
            await #expect(throws: SiteRefusal.self) {
                try await room.publishing.setLook(Look(primary: "#ffcc00"), of: site, version: version + 1, by: by)
            }
            let banner = try await room.publishing.raiseBanner(
                BannerDraft(level: .emergency, text: "Bão số 5", expiresAt: room.clock.now.adding(seconds: 3600)),
                on: site,
                by: by
            )
            await #expect(throws: SiteRefusal.bannerUnknown) { try await room.publishing.clearBanner(banner, on: room.department, by: by) }
            try await room.publishing.clearBanner(banner, on: site, by: by)
            #expect(try await operations(room).count == count + 4)
        }
    }
}
