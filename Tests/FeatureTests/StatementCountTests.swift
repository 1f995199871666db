import News
import PortalNetwork
import PortalTesting
import Publishing
import Store
import Testing
import Vietnamese
import Web

/// How often pages ask the databases, the content's and the keys' together, with no key in memory: pinned, so that no change makes a page slower unseen.
@Suite("Statements per page")
struct StatementCountTests {
    /// What each kind of page needs today, and what it may need at most (`docs/performance.md`).
    @Test(arguments: Backend.available)
    func areFewAndKnown(_ backend: Backend) async throws {
        try await TestPortal.with(backend) { portal in
            let full = try await portal.publishFullArticle()
            try await portal.fill(60, portal.news, tags: ["Đầu tư"])
            try await portal.fill(30, portal.economy, titled: "Kinh tế số")
            try await portal.publishing.feature([full.id], on: portal.province.id, by: portal.by("chief"))
            let day = portal.clock.now.civilDate
            let pages: [(String, String, exactly: Int, most: Int)] = [
                ("article", try await portal.path(full.cited), 3, 3), ("print view", try await portal.path(full.cited) + "?in=1", 3, 3),
                // One of its pictures does not say how large it is.
                ("article with an unknown size", try await portal.path(full.id), 4, 4),
                ("home", "/", 3, 10), ("section", "/tin-tuc/?trang=2", 3, 4), ("tag", "/tu-khoa/dau-tu?trang=2", 3, 4),
                ("author", "/tac-gia/nguyen-thi-hoa-\(TestPortal.penName)", 5, 6),
                ("month", "/luu-tru/\(day.year)/\(day.month < 10 ? "0" : "")\(day.month)/", 1, 4),
                ("topic site", "/chuyen-trang/phong-chong-thien-tai/", 3, 4), ("site map", "/so-do-trang", 1, 4), ("contact", "/lien-he", 1, 4),
                ("unknown item", "/-/\(ItemID(rawValue: 4096))", 3, 3), ("unknown section", "/khong-co/", 1, 3),
            ]
            for (name, target, exactly, most) in pages {
                let index = portal.sectionDirectory.index
                #expect(index.all(on: portal.province.id).count == 3)
                try await portal.forgetKeys()
                portal.database.reset()
                portal.keys.reset()
                _ = try await portal.get(target)
                let said = portal.database.statements + portal.keys.statements
                #expect(said.count == exactly, "\(name): \(said)")
                #expect(said.count <= most, "\(name)")
                // With the keys in memory only the content's database is asked.
                portal.keys.reset()
                _ = try await portal.get(target)
                #expect(portal.keys.count == 0, "\(name)")
            }
        }
    }

    /// The number does not grow with what a portal holds.
    @Test func doesNotGrowWithThePortal() async throws {
        try await TestPortal.with(.sqlite) { portal in
            func count(_ target: String) async throws -> Int {
                try await portal.forgetKeys()
                portal.database.reset()
                portal.keys.reset()
                _ = try await portal.get(target)
                return portal.database.count + portal.keys.count
            }
            try await portal.fill(10, portal.news)
            let small = [try await count("/"), try await count("/tin-tuc/")]
            try await portal.fill(700, portal.news, titled: "Thêm")
            #expect([try await count("/"), try await count("/tin-tuc/")] == small)
        }
    }
}

extension TestPortal {
    /// As after a restart: no item's key is in memory.
    func forgetKeys() async throws {
        keyring.forget(try await database.read { try $0.column("SELECT id FROM item", as: ItemID.self) })
    }
}
