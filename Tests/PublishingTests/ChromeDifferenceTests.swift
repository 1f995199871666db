import Foundation
import Notary
import PortalNetwork
import PortalTesting
import PublicRecord
import Publishing
import Store
import Testing
import Vietnamese

@Suite("Around items, against the record") struct ChromeDifferenceTests {
    @Test("what somebody wrote into the tables around items, without an entry, is told of", arguments: Backend.available)
    func tampered(_ backend: Backend) async throws {
        try await RecordedNewsroom.with(backend) { desk in
            let site = desk.room.province
            let menu = [MenuItem(label: "Tin tức", target: "/")]
            try await desk.publishing.setMenu(menu, expecting: nil, of: site, by: desk.room.by("chief"))
            let last = try await desk.room.database.read { try EventLog.head($0) }
            let entry = try JSONDecoder().decode(RecordEntry.self, from: Data(try #require(try await desk.files.proof(of: last)).entry))
            let commitment = try #require(entry.commit)
            func differences() async throws -> [ChromeDifference] {
                try await desk.room.reader.chromeDifferences(of: site, from: commitment, at: Instant(seconds: entry.at))
            }
            #expect(try await differences().isEmpty)
            let later = Instant(seconds: entry.at + 3600)
            // Each is left as it is: the list grows, until what was committed to is gone too.
            let written: [(SQL, [String])] = [
                ("UPDATE site SET name = 'HI88' WHERE id = \(site)", ["name"]),
                ("UPDATE site_menu SET items = replace(items, 'Tin tức', 'HI88') WHERE site = \(site)", ["menu", "name"]),
                ("UPDATE section SET name = 'HI88' WHERE site = \(site)", ["menu", "name", "sections"]),
                (
                    """
                    INSERT INTO banner (id, site, level, text, reaches_children, starts_at, expires_at)
                    VALUES (7, \(site), 'warning', 'HI88', 0, 0, \(later))
                    """, ["banners", "menu", "name", "sections"]
                ),
                ("DELETE FROM site_menu WHERE site = \(site)", ["banners", "menu", "name", "sections"]),
                ("UPDATE record_object SET bytes = NULL WHERE site = \(site)", ["object"]),
            ]
            for (statement, members) in written {
                try await desk.room.database.write { _ = try $0.execute(statement) }
                let found = try await differences()
                #expect(found.map(\.member) == members, "\(statement)")
            }
        }
    }

    @Test("a banner's texts in other languages are committed to", arguments: Backend.available)
    func banner(_ backend: Backend) async throws {
        try await RecordedNewsroom.with(backend) { desk in
            let site = desk.room.province
            let draft = BannerDraft(
                level: .outage,
                text: "Cổng tạm dừng",
                others: [BannerText(.en, "This portal pauses")],
                expiresAt: desk.room.clock.now.adding(seconds: 86_400)
            )
            try await desk.publishing.raiseBanner(draft, on: site, by: desk.room.by("chief"))
            let last = try await desk.room.database.read { try EventLog.head($0) }
            let entry = try JSONDecoder().decode(RecordEntry.self, from: Data(try #require(try await desk.files.proof(of: last)).entry))
            let commitment = try #require(entry.commit)
            func members() async throws -> [String] {
                try await desk.room.reader.chromeDifferences(of: site, from: commitment, at: Instant(seconds: entry.at)).map(\.member)
            }
            #expect(try await members().isEmpty)
            try await desk.room.database.write { _ = try $0.execute("UPDATE banner SET others = replace(others, 'pauses', 'HI88')") }
            #expect(try await members() == ["banners"])
        }
    }
}
