import PortalNetwork
import PortalTesting
import Store
import Testing
import Vietnamese

@Suite struct SiteTreeTests {
    @Test(arguments: Backend.available)
    func portalsMoveButNeverBelowThemselves(_ backend: Backend) async throws {
        try await withNet(backend) { net in
            let a = try await net.add("aa")
            let b = try await net.add("bb", below: a.id)
            let c = try await net.add("cc", below: b.id)
            let d = try await net.add("dd", below: c.id)
            let x = try await net.add("xx")
            for target in [b, c, d] {
                await #expect(throws: SiteRefusal.movedBelowItself("bb")) {
                    try await Sites.move(b.id, below: target.id, version: 1, in: net.database)
                }
            }
            await #expect(throws: SiteRefusal.parentRequired(.unit)) { try await Sites.move(b.id, below: nil, version: 1, in: net.database) }
            let moved = try await Sites.move(c.id, below: x.id, position: 9, version: 1, in: net.database)
            #expect(moved.parent == x.id)
            #expect(moved.position == 9)
            #expect(moved.version == 2)
            let tree = try await net.tree()
            #expect(tree.children(of: b.id).isEmpty)
            #expect(tree.subtree(of: x.id) == [x.id, c.id, d.id])
            #expect(tree.ancestors(of: d.id).map(\.code) == ["cc", "xx"])
            #expect(tree.tier(of: d.id) == 3)
            await #expect(throws: SiteRefusal.changedMeanwhile("cc")) { try await Sites.move(c.id, below: a.id, version: 1, in: net.database) }
        }
    }

    /// Each move is right alone; both together would cut the two off from the tree.
    @Test(arguments: Backend.available)
    func twoMovesAtOnceMakeNoCircle(_ backend: Backend) async throws {
        try await withNet(backend) { net in
            let root = try await net.add("tinh")
            for round in 0..<5 {
                let a = try await net.add("a-\(round)", below: root.id)
                let b = try await net.add("b-\(round)", below: root.id)
                async let first: Site? = try? Sites.move(a.id, below: b.id, version: 1, in: net.database)
                async let second: Site? = try? Sites.move(b.id, below: a.id, version: 1, in: net.database)
                let done = await [first, second].compactMap { $0 }
                #expect(done.count == 1)
                let tree = try await net.tree()
                #expect(tree.isInside(a.id, root.id))
                #expect(tree.isInside(b.id, root.id))
                #expect(tree.all.count == tree.count)
            }
        }
    }

    @Test(arguments: Backend.available)
    func theTreeMayBeVeryDeep(_ backend: Backend) async throws {
        try await withNet(backend) { net in
            var last = try await net.add("goc")
            for level in 1...80 { last = try await net.add("cap-\(level)", below: last.id) }
            let tree = try await net.tree()
            #expect(tree.ancestors(of: last.id).count == 80)
            #expect(tree.tier(of: last.id) == 81)
            let root = try #require(tree.site(code: "goc"))
            await #expect(throws: SiteRefusal.movedBelowItself("goc")) { try await Sites.move(root.id, below: last.id, version: 1, in: net.database) }
        }
    }

    /// 5 portals of level 1, 60 of level 2, 128 of level 3, 26 linked: a province as it is. The levels follow from the tree.
    @Test(arguments: Backend.available)
    func aProvinceHasItsLevels(_ backend: Backend) async throws {
        try await withNet(backend) { net in
            try await Province.build(net)
            let counting = CountingDatabase(net.database)
            let (directory, statements) = try await counting.counting { try await NetworkDirectory.load(from: counting, clock: net.clock) }
            #expect(statements.count == 6)
            let tree = directory.tree
            #expect(tree.count == 219)
            #expect(tree.tierCounts() == TierCounts(portals: [1: 5, 2: 60, 3: 128], linked: 26))
            let root = try #require(tree.site(code: "tinh"))
            #expect(tree.tierCounts(below: root.id) == TierCounts(portals: [1: 5, 2: 60, 3: 128], linked: 26))
            let linked = try #require(tree.site(code: "lien-ket-1"))
            #expect(tree.tier(of: linked.id) == nil)
            #expect(tree.site(host: "khong-co.localhost") == nil)
            #expect(tree.site(host: "so-7.vidu.localhost")?.code == "so-7")
            let department = try #require(tree.site(code: "so-1"))
            let closed = try await Sites.turn(department.id, .close(reason: "Giải thể"), version: 1, in: net.database)
            #expect(closed.status == .closed)
            #expect(try await net.tree().tierCounts().portals[2] == 59)
        }
    }

    @Test(arguments: Backend.available)
    func theDirectoryLooksBeforeItReads(_ backend: Backend) async throws {
        try await withNet(backend) { net in
            let root = try await net.add("tinh")
            let counting = CountingDatabase(net.database)
            let directory = try await NetworkDirectory.load(from: counting, clock: net.clock)
            let (quiet, one) = try await counting.counting { try await directory.refresh(from: counting) }
            #expect(!quiet)
            #expect(one.count == 1)
            let before = directory.tree.version
            try await net.add("so", below: root.id)
            #expect(directory.tree.count == 1)
            let (fresh, six) = try await counting.counting { try await directory.refresh(from: counting) }
            #expect(fresh)
            #expect(six.count == 6)
            #expect(directory.tree.version > before)
            #expect(directory.tree.site(code: "so")?.parent == root.id)
        }
    }

    @Test(arguments: Backend.available)
    func everyChangeCountsTheVersionUp(_ backend: Backend) async throws {
        try await withNet(backend) { net in
            var last = try await net.tree().version
            func expectChange(_ what: String) async throws {
                let now = try await net.tree().version
                #expect(now > last, "\(what)")
                last = now
            }
            let root = try await net.add("tinh")
            try await expectChange("add")
            let site = try await net.add("so", below: root.id)
            try await expectChange("add")
            try await Sites.change(site.id, to: SiteSettings(site), version: 1, in: net.database)
            try await expectChange("change")
            try await Sites.move(site.id, below: root.id, position: 4, version: 2, in: net.database)
            try await expectChange("move")
            try await Sites.setLook(Look(slogan: "x"), of: site.id, version: 3, in: net.database)
            try await expectChange("look")
            try await Sites.setMenu([], of: site.id, in: net.database)
            try await expectChange("menu")
            try await Sites.turn(site.id, .freeze(reason: "x"), version: 4, in: net.database)
            try await expectChange("turn")
            let banner = try await Sites.raiseBanner(
                BannerDraft(level: .notice, text: "x", expiresAt: net.now.adding(seconds: 60)),
                on: root.id,
                by: nil,
                in: net.database,
                ids: net.ids,
                clock: net.clock
            )
            try await expectChange("raise")
            try await Sites.clearBanner(banner.id, by: nil, in: net.database, clock: net.clock)
            try await expectChange("clear")
            _ = try? await Sites.move(root.id, below: site.id, version: 1, in: net.database)
            #expect(try await net.tree().version == last, "a refused change leaves no trace")
        }
    }

    @Test func aDirectoryFollowsWhatNodesAnnounce() async throws {
        try await withNet(.sqlite) { net in
            let directory = try await NetworkDirectory.load(from: net.database, clock: net.clock)
            let following = Task { await directory.follow(net.database) }
            // The listener may not listen yet when the first change comes.
            var tries = 0
            repeat {
                tries += 1
                try await net.add("so-\(tries)")
                try await Task.sleep(for: .milliseconds(20))
            } while directory.tree.count == 0 && tries < 200
            #expect(directory.tree.count > 0)
            following.cancel()
            await following.value
        }
    }

    @Test(arguments: Backend.available)
    func looksAreInherited(_ backend: Backend) async throws {
        try await withNet(backend) { net in
            let root = try await net.add("tinh", look: Look(primary: "#b3121d", slogan: "Trên", footer: ["Chân trang"]))
            let department = try await net.add("so", below: root.id, look: Look(slogan: "Dưới"))
            let school = try await net.add("truong", below: department.id, look: Look(accent: "#00aa00", footer: []))
            let tree = try await net.tree()
            #expect(tree.look(of: school.id) == Look(primary: "#b3121d", accent: "#00aa00", slogan: "Dưới", footer: []))
            #expect(tree.look(of: department.id) == Look(primary: "#b3121d", slogan: "Dưới", footer: ["Chân trang"]))
            try await Sites.setLook(Look(primary: "#004488"), of: root.id, version: 1, in: net.database)
            #expect(try await net.tree().look(of: school.id).primary == "#004488")
        }
    }

    @Test(arguments: Backend.available)
    func ownersAreInherited(_ backend: Backend) async throws {
        try await withNet(backend) { net in
            let agency = try await Agencies.add(
                AgencyNaming(name: "Văn phòng UBND tỉnh", shortName: "", kind: .peoplesCommitteeOffice),
                from: day("2020-01-01"),
                to: net.database,
                ids: net.ids,
                clock: net.clock
            )
            #expect(agency.shortName == "Văn phòng UBND tỉnh")
            let root = try await net.add("tinh", agency: agency.id)
            let english = try await net.add("en", below: root.id, kind: .language, language: .en)
            let tree = try await net.tree()
            #expect(tree.owner(of: english.id) == agency.id)
            #expect(tree.owner(of: SiteID(rawValue: 1)) == nil)
        }
    }
}

/// A province's network as the seeds count it.
enum Province {
    static func build(_ net: Net) async throws {
        let (ids, now) = (net.ids, net.now)
        try await net.database.write { db in
            var number = 0
            func add(_ code: String, below parent: SiteID?, _ kind: SiteKind, _ language: Language = .vi) throws -> SiteID {
                number += 1
                let settings = SiteSettings(
                    name: "Cổng \(code)",
                    shortName: code,
                    language: language,
                    hosts: kind == .linked ? [] : ["\(code).vidu.localhost"],
                    url: kind == .linked ? "https://vidu.vn/" : nil,
                    position: number
                )
                return try Sites.add(SiteDraft(code: code, parent: parent, kind: kind, settings: settings), id: ids.next(), at: now, in: db).id
            }
            let root = try add("tinh", below: nil, .portal)
            _ = try add("en", below: root, .language, .en)
            _ = try add("zh", below: root, .language, .zh)
            _ = try add("du-lich", below: root, .thematic)
            _ = try add("doanh-nghiep", below: root, .thematic)
            let departments = try (1...60).map { try add("so-\($0)", below: root, .unit) }
            for index in 0..<128 { _ = try add("xa-\(index)", below: departments[index % 60], index < 54 ? .commune : .unit) }
            for index in 1...26 { _ = try add("lien-ket-\(index)", below: index % 2 == 0 ? root : departments[index], .linked) }
        }
    }
}
