import Foundation
import PortalNetwork
import PortalTesting
import Store
import Testing
import Vietnamese

/// Looks, menus, banners and what becomes of a portal.
@Suite struct SiteFaceTests {
    @Test(arguments: [
        (Look(primary: "red"), SiteRefusal.colourInvalid(part: "primary", value: "red")),
        (Look(primary: "#12345"), .colourInvalid(part: "primary", value: "#12345")),
        (Look(accent: "#12345g"), .colourInvalid(part: "accent", value: "#12345g")),
        (Look(accent: "#+12345"), .colourInvalid(part: "accent", value: "#+12345")),
        (Look(primary: "#ffff00"), .contrastTooLow(colour: "#ffff00", ratio: "1,07", least: "4,5")),
        (Look(primary: "#777777"), .contrastTooLow(colour: "#777777", ratio: "4,47", least: "4,5")),
        (Look(primary: "#FFFFFF"), .contrastTooLow(colour: "#ffffff", ratio: "1", least: "4,5")),
        (Look(logo: "../../etc/passwd"), .pictureInvalid(part: "logo")), (Look(banner: "ABC"), .pictureInvalid(part: "banner")),
        (Look(bannerFocus: BannerFocus(x: 101, y: 0)), .focusInvalid), (Look(bannerFocus: BannerFocus(x: 0, y: -1)), .focusInvalid),
        (Look(slogan: String(repeating: "a", count: 161)), .sloganTooLong(limit: 160)),
        (Look(footer: Array(repeating: "a", count: 13)), .footerTooLong(lines: 12, limit: 300)),
        (Look(footer: [String(repeating: "a", count: 301)]), .footerTooLong(lines: 12, limit: 300)),
        (Look(theme: "../x"), .themeInvalid("../x")), (Look(theme: "Đẹp"), .themeInvalid("Đẹp")), (Look(theme: ""), .themeInvalid("")),
        (Look(blocks: ["lead", "<b>"]), .blockInvalid("<b>")), (Look(blocks: ["a:b:c"]), .blockInvalid("a:b:c")),
        (Look(blocks: Array(repeating: "lead", count: 41)), .tooManyBlocks(limit: 40)), (Look(arrangement: "baroque"), .blockInvalid("baroque")),
        (Look(services: [LookEntry("")]), .menuLabelMissing),
        (Look(services: [LookEntry("Nộp hồ sơ", target: "javascript:x")]), .menuTargetInvalid(label: "Nộp hồ sơ", target: "javascript:x")),
        (Look(figures: [LookEntry("dân số", icon: "../x")]), .blockInvalid("../x")),
        (
            Look(officials: [LookEntry("Tên", note: String(repeating: "a", count: 161))]), .menuLabelTooLong(label: "Tên", limit: 160)
        ),
        (Look(officials: Array(repeating: LookEntry("Tên"), count: 25)), .tooManyBlocks(limit: 24)),
    ])
    func badLooksAreRefused(_ look: Look, _ refusal: SiteRefusal) async throws {
        try await withNet(.sqlite) { net in
            let site = try await net.add("tinh")
            await #expect(throws: refusal) { try await Sites.setLook(look, of: site.id, version: 1, in: net.database) }
            await #expect(throws: refusal) { try await net.add("khac", look: look) }
            #expect(try await net.site(site.id).look == Look())
        }
    }

    @Test(arguments: ["#767676", "#000000", "#b3121d", "#0000EE"])
    func colourThatCanBeReadIsTaken(_ colour: String) async throws {
        try await withNet(.sqlite) { net in
            let logo = String(repeating: "0a", count: 32)
            let site = try await net.add("tinh")
            let changed = try await Sites.setLook(Look(primary: colour, logo: logo), of: site.id, version: 1, in: net.database)
            #expect(changed.look == Look(primary: colour.lowercased(), logo: logo))
        }
    }

    /// A focal point goes with its picture: a portal with a picture of its own has not its parent's point.
    @Test func theFocusGoesWithThePicture() {
        let (one, other) = (String(repeating: "0a", count: 32), String(repeating: "0b", count: 32))
        let parent = Look(banner: one, bannerFocus: BannerFocus(x: 10, y: 90), density: "compact")
        #expect(Look().inheriting(parent).bannerFocus == BannerFocus(x: 10, y: 90))
        #expect(Look(banner: other).inheriting(parent).bannerFocus == nil)
        #expect(Look(bannerFocus: BannerFocus(x: 50, y: 0)).inheriting(parent).bannerFocus == BannerFocus(x: 50, y: 0))
        #expect(Look().inheriting(parent).density == "compact")
    }

    /// What editors write into a front page is kept as they wrote it, cleaned; a look of before these fields is read as it was.
    @Test(arguments: Backend.available)
    func frontPagesAreKept(_ backend: Backend) async throws {
        try await withNet(backend) { net in
            let root = try await net.add("tinh")
            let child = try await net.add("xa", below: root.id)
            let look = Look(
                arrangement: "commune",
                services: [LookEntry("  Khai sinh ", note: "Một cửa", target: "/thu-tuc", icon: "family")],
                figures: [LookEntry("dân số", value: "1,42 triệu")],
                officials: [LookEntry("Nguyễn Thị Hằng", value: "Chủ tịch")]
            )
            let kept = try await Sites.setLook(look, of: root.id, version: 1, in: net.database).look
            #expect(kept.services == [LookEntry("Khai sinh", note: "Một cửa", target: "/thu-tuc", icon: "family")])
            #expect(kept.figures == look.figures && kept.officials == look.officials && kept.arrangement == "commune")
            let inherited = try await net.tree().look(of: child.id)
            #expect(inherited.services == nil && inherited.arrangement == nil, "a path means another page elsewhere")
        }
        let old = try JSONDecoder().decode(Look.self, from: Data(##"{"primary":"#9b1c1c","blocks":["lead"]}"##.utf8))
        #expect(old == Look(primary: "#9b1c1c", blocks: ["lead"]))
    }

    @Test(arguments: Backend.available)
    func menusAreKeptAndTakenAway(_ backend: Backend) async throws {
        try await withNet(backend) { net in
            let site = try await net.add("tinh")
            let menu = [
                MenuItem(label: "Giới thiệu", target: "/gioi-thieu/", children: [MenuItem(label: "Lãnh đạo", target: "/gioi-thieu/lanh-dao?x=1#a")]),
                MenuItem(label: "Chính phủ", target: "https://chinhphu.vn/a_b"),
            ]
            try await Sites.setMenu(menu, of: site.id, in: net.database)
            #expect(try await net.tree().menu(of: site.id) == menu)
            try await Sites.setMenu([menu[1]], of: site.id, in: net.database)
            #expect(try await net.tree().menu(of: site.id) == [menu[1]])
            try await Sites.setMenu(nil, of: site.id, in: net.database)
            #expect(try await net.tree().menu(of: site.id) == nil)
            await #expect(throws: SiteRefusal.unknown("\(SiteID(rawValue: 1))")) {
                try await Sites.setMenu(menu, of: SiteID(rawValue: 1), in: net.database)
            }
        }
    }

    private static func nested(_ depth: Int) -> MenuItem {
        MenuItem(label: "x", target: "/", children: depth == 1 ? [] : [nested(depth - 1)])
    }

    @Test(arguments: [
        ([MenuItem(label: " ", target: "/")], SiteRefusal.menuLabelMissing),
        ([MenuItem(label: String(repeating: "a", count: 81), target: "/")], .menuLabelTooLong(label: String(repeating: "a", count: 81), limit: 80)),
        ([MenuItem(label: "a", target: "")], .menuTargetInvalid(label: "a", target: "")),
        ([MenuItem(label: "a", target: "//ac.vn")], .menuTargetInvalid(label: "a", target: "//ac.vn")),
        ([MenuItem(label: "a", target: "/\\ac.vn")], .menuTargetInvalid(label: "a", target: "/\\ac.vn")),
        ([MenuItem(label: "a", target: "javascript:alert(1)")], .menuTargetInvalid(label: "a", target: "javascript:alert(1)")),
        ([MenuItem(label: "a", target: "tin-tuc")], .menuTargetInvalid(label: "a", target: "tin-tuc")),
        ([MenuItem(label: "a", target: "/a\"onclick")], .menuTargetInvalid(label: "a", target: "/a\"onclick")),
        ([nested(4)], .menuTooDeep(limit: 3)), (Array(repeating: nested(1), count: 201), .menuTooLong(limit: 200)),
    ])
    func badMenusAreRefused(_ menu: [MenuItem], _ refusal: SiteRefusal) async throws {
        try await withNet(.sqlite) { net in
            let site = try await net.add("tinh")
            await #expect(throws: refusal) { try await Sites.setMenu(menu, of: site.id, in: net.database) }
            #expect(try await net.tree().menu(of: site.id) == nil)
        }
    }

    @Test(arguments: Backend.available)
    func bannersReachChildrenAndExpire(_ backend: Backend) async throws {
        try await withNet(backend) { net in
            let root = try await net.add("tinh")
            let child = try await net.add("so", below: root.id)
            let grandchild = try await net.add("truong", below: child.id)
            let other = try await net.add("khac")
            func raise(_ level: Banner.Level, _ text: String, on site: Site, reaches: Bool, from: Int64? = nil, for seconds: Int64) async throws
                -> Banner
            {
                try await Sites.raiseBanner(
                    BannerDraft(
                        level: level,
                        text: text,
                        reachesChildren: reaches,
                        startsAt: from.map { net.now.adding(seconds: $0) },
                        expiresAt: net.now.adding(seconds: seconds)
                    ),
                    on: site.id,
                    by: nil,
                    in: net.database,
                    ids: net.ids,
                    clock: net.clock
                )
            }
            _ = try await raise(.notice, "Nghỉ lễ", on: root, reaches: true, for: 1000)
            let storm = try await raise(.emergency, "Bão số 3", on: root, reaches: true, for: 3600)
            _ = try await raise(.outage, "Bảo trì", on: root, reaches: false, for: 3600)
            _ = try await raise(.outage, "Mất điện", on: child, reaches: false, from: 100, for: 3600)
            func texts(_ site: Site, after seconds: Int64 = 0) async throws -> [String] {
                try await net.tree().banners(of: site.id, at: net.now.adding(seconds: seconds)).map(\.text)
            }
            #expect(try await texts(grandchild) == ["Bão số 3", "Nghỉ lễ"])
            #expect(try await texts(root) == ["Bão số 3", "Bảo trì", "Nghỉ lễ"])
            #expect(try await texts(child, after: 100) == ["Bão số 3", "Mất điện", "Nghỉ lễ"])
            #expect(try await texts(grandchild, after: 1000) == ["Bão số 3"])
            #expect(try await texts(grandchild, after: 3600) == [])
            #expect(try await texts(other) == [])
            try await Sites.clearBanner(storm.id, by: nil, in: net.database, clock: net.clock)
            #expect(try await texts(grandchild) == ["Nghỉ lễ"])
            await #expect(throws: SiteRefusal.bannerUnknown) { try await Sites.clearBanner(storm.id, by: nil, in: net.database, clock: net.clock) }
            net.pass(seconds: 4000)
            #expect(try await texts(root) == [])
            let kept: Int? = try await net.database.read { try $0.value("SELECT count(*) FROM banner") }
            #expect(kept == 4, "what was said is kept")
        }
    }

    private static let soon = Net.start.adding(seconds: 60)

    @Test(arguments: [
        (BannerDraft(level: .notice, text: " ", expiresAt: soon), SiteRefusal.bannerTextMissing),
        (BannerDraft(level: .notice, text: String(repeating: "ệ", count: 241), expiresAt: soon), .bannerTextTooLong(limit: 240)),
        (BannerDraft(level: .notice, text: "a", others: [BannerText(.en, " ")], expiresAt: soon), .bannerTextMissing),
        (
            BannerDraft(level: .notice, text: "a", others: [BannerText(.en, String(repeating: "e", count: 241))], expiresAt: soon),
            .bannerTextTooLong(limit: 240)
        ),
        (BannerDraft(level: .notice, text: "a", target: "javascript:1", expiresAt: soon), .bannerTargetInvalid("javascript:1")),
        (BannerDraft(level: .notice, text: "a", expiresAt: Net.start), .bannerExpiryPast),
        (BannerDraft(level: .notice, text: "a", startsAt: soon, expiresAt: soon), .bannerExpiryBeforeStart),
        (BannerDraft(level: .emergency, text: "a", expiresAt: Net.start.adding(seconds: 30 * 86_400 + 1)), .bannerTooLong(days: 30)),
    ])
    func badBannersAreRefused(_ draft: BannerDraft, _ refusal: SiteRefusal) async throws {
        try await withNet(.sqlite) { net in
            let site = try await net.add("tinh")
            await #expect(throws: refusal) {
                try await Sites.raiseBanner(draft, on: site.id, by: nil, in: net.database, ids: net.ids, clock: net.clock)
            }
            #expect(try await net.tree().banners(of: site.id, at: soonest).isEmpty)
        }
    }

    private var soonest: Instant { Net.start.adding(seconds: 1) }

    @Test(arguments: Backend.available)
    func portalsTurn(_ backend: Backend) async throws {
        try await withNet(backend) { net in
            let old = try await net.add("so-tttt")
            let new = try await net.add("so-khcn")
            let root = try await net.add("tinh")
            let linked = try await net.add("bao", below: root.id, kind: .linked)
            let database = net.database
            await #expect(throws: SiteRefusal.reasonMissing) { try await Sites.turn(old.id, .freeze(reason: "  "), version: 1, in: database) }
            await #expect(throws: SiteRefusal.statusAlready(.active)) { try await Sites.turn(old.id, .activate, version: 1, in: database) }
            await #expect(throws: SiteRefusal.statusNotFor(kind: .linked, status: .frozen)) {
                try await Sites.turn(linked.id, .freeze(reason: "x"), version: 1, in: database)
            }
            await #expect(throws: SiteRefusal.successorItself) {
                try await Sites.turn(old.id, .redirect(to: old.id, reason: nil), version: 1, in: database)
            }
            await #expect(throws: SiteRefusal.successorUnusable("bao")) {
                try await Sites.turn(old.id, .redirect(to: linked.id, reason: nil), version: 1, in: database)
            }
            await #expect(throws: SiteRefusal.successorUnknown("\(SiteID(rawValue: 1))")) {
                try await Sites.turn(old.id, .redirect(to: SiteID(rawValue: 1), reason: nil), version: 1, in: database)
            }
            try await Sites.turn(old.id, .beginMerging, version: 1, in: database)
            let frozen = try await Sites.turn(old.id, .freeze(reason: "Nội dung lưu trữ"), version: 2, in: database)
            #expect(frozen.statusReason == "Nội dung lưu trữ")
            let redirected = try await Sites.turn(old.id, .redirect(to: new.id, reason: "Sáp nhập"), version: 3, in: database)
            #expect(redirected.successor == new.id)
            #expect(try await net.tree().site(host: "so-tttt.vidu.localhost")?.status == .redirected)
            await #expect(throws: SiteRefusal.successorUnusable("so-khcn")) {
                try await Sites.turn(new.id, .redirect(to: old.id, reason: nil), version: 1, in: database)
            }
            let back = try await Sites.turn(old.id, .activate, version: 4, in: database)
            #expect(back.successor == nil)
            #expect(back.statusReason == nil)
            try await Sites.turn(new.id, .close(reason: "Giải thể"), version: 1, in: database)
            await #expect(throws: SiteRefusal.successorUnusable("so-khcn")) {
                try await Sites.turn(old.id, .redirect(to: new.id, reason: nil), version: 5, in: database)
            }
        }
    }
}
