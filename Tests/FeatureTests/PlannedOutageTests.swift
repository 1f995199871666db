import Casework
import PortalNetwork
import PortalTesting
import Publishing
import Rules
import Store
import Testing
import Vietnamese
import Web

/// A planned stop is announced in time, or somebody says why not; and every portal below says so.
@Suite("Planned stops")
struct PlannedOutageTests {
    /// `2026-12-03T06:00` in Việt Nam.
    private static func moment(_ text: String) throws -> Instant { try readDate(text).instant }

    private static func outage(_ begins: String, _ ends: String, reason: String? = nil) throws -> PlannedOutage {
        PlannedOutage(
            begins: try moment(begins),
            ends: try moment(ends),
            words: "Cổng tạm dừng để bảo trì.",
            others: [BannerText(.en, "This portal pauses."), BannerText(.zh, "停机维护。")],
            reason: reason
        )
    }

    private static func banners(_ portal: TestPortal) async throws -> Int {
        try await portal.database.read { try $0.value("SELECT count(*) FROM banner", as: Int.self) } ?? -1
    }

    /// The clock of the test stands on Saturday 21 November 2026, 7:00; Tuesday the 24th is a holiday, so seven working days end on 2 December.
    @Test("seven working days before: shown on the portal and all below until it is over", arguments: Backend.available)
    func inTime(_ backend: Backend) async throws {
        try await TestPortal.with(backend) { portal in
            let notices = OutageNotices(portal.houseRules, portal.publishing)
            let before = try await portal.database.read { try EventLog.head($0) }
            let (banner, notice) = try await notices.announce(
                Self.outage("2026-12-03T00:00", "2026-12-03T06:00"),
                on: portal.province.id,
                by: portal.by("chief")
            )
            #expect(notice.workingDays == 7 && !notice.isLate && notice.deadline?.rule.code == "nd224-13")
            #expect(try await portal.database.read { try EventLog.head($0) } > before, "it leaves its entry in the record")
            try await portal.refresh()
            for host in [TestPortal.host, TestPortal.englishHost, TestPortal.departmentHost, TestPortal.emptyHost] {
                #expect(try await portal.get("/", host: host).body.contains("Cổng tạm dừng để bảo trì."), "\(host)")
            }
            let end = try Self.moment("2026-12-03T06:00")
            let standing = try #require(portal.tree.banners(of: portal.department.id, at: portal.clock.now).first)
            #expect(standing.id == banner && standing.level == .outage && standing.startsAt == portal.clock.now && standing.expiresAt == end)
            #expect(portal.tree.nextBannerChange(of: portal.department.id, after: portal.clock.now) == end)
            portal.clock.advance(seconds: (end.rawValue - portal.clock.now.rawValue) / 1000)
            #expect(!(try await portal.get("/", host: TestPortal.departmentHost).body.contains("Cổng tạm dừng để bảo trì.")))
        }
    }

    /// The first text is the portal's language: on its own pages it needs no mark.
    @Test("each text says in which language it is, on portals of any language", arguments: Backend.available)
    func languages(_ backend: Backend) async throws {
        try await TestPortal.with(backend) { portal in
            let notices = OutageNotices(portal.houseRules, portal.publishing)
            try await notices.announce(Self.outage("2026-12-03T00:00", "2026-12-03T06:00"), on: portal.province.id, by: portal.by("chief"))
            try await portal.refresh()
            let others = " · <span lang=\"en\">This portal pauses.</span> · <span lang=\"zh\">停机维护。</span></span>"
            for (host, mark) in [(TestPortal.host, ""), (TestPortal.departmentHost, ""), (TestPortal.englishHost, " lang=\"vi\"")] {
                let page = try await portal.get("/", host: host).body
                #expect(page.contains("<span class=\"banner-text\"\(mark)>Cổng tạm dừng để bảo trì.\(others)"), "\(host)")
                #expect(RegionAudit.findings(in: page).isEmpty, "\(host)")
            }
        }
    }

    @Test("later than that it is refused with the earliest lawful day, and taken with a reason", arguments: Backend.available)
    func late(_ backend: Backend) async throws {
        try await TestPortal.with(backend) { portal in
            let notices = OutageNotices(portal.houseRules, portal.publishing)
            let chief = try await portal.by("chief")
            for reason in [nil, "", "  \n"] {
                let error = await #expect(throws: OutageRefusal.self) {
                    try await notices.announce(
                        Self.outage("2026-12-02T22:00", "2026-12-03T06:00", reason: reason),
                        on: portal.province.id,
                        by: chief
                    )
                }
                let values = try #require(error).values
                #expect(values["earliest"] == "03/12/2026 00:00" && values["last"] == "20/11/2026 23:59", "\(values)")
                #expect(values["law"]?.contains("Điều 13") == true && values["law"]?.contains("224/2026/NĐ-CP") == true, "\(values)")
            }
            #expect(try await Self.banners(portal) == 0)
            let (_, notice) = try await notices.announce(
                Self.outage("2026-12-02T22:00", "2026-12-03T06:00", reason: "Vá lỗ hổng đang bị khai thác"),
                on: portal.department.id,
                by: chief
            )
            #expect(notice.isLate && notice.workingDays == 6)
            #expect(try await Self.banners(portal) == 1)
            try await portal.refresh()
            #expect(portal.tree.banners(of: portal.province.id, at: portal.clock.now).isEmpty, "the portal above goes on")
        }
    }

    @Test("what is no stop is refused, and so is whoever may not", arguments: Backend.available)
    func refused(_ backend: Backend) async throws {
        try await TestPortal.with(backend) { portal in
            let notices = OutageNotices(portal.houseRules, portal.publishing)
            let (chief, reporter) = (try await portal.by("chief"), try await portal.by("reporter"))
            await #expect(throws: OutageRefusal.endsBeforeItBegins) {
                try await notices.announce(Self.outage("2026-12-20T06:00", "2026-12-20T06:00"), on: portal.province.id, by: chief)
            }
            await #expect(throws: OutageRefusal.begunAlready) {
                try await notices.announce(
                    Self.outage("2026-11-21T06:00", "2026-11-22T06:00", reason: "Đang hỏng"),
                    on: portal.province.id,
                    by: chief
                )
            }
            await #expect(throws: AuthorizationRefusal.self) {
                try await notices.announce(Self.outage("2026-12-20T00:00", "2026-12-20T06:00"), on: portal.province.id, by: reporter)
            }
            #expect(try await Self.banners(portal) == 0)
        }
    }
}
