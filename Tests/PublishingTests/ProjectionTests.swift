import PortalNetwork
import PortalTesting
import Publishing
import Store
import Testing
import Vietnamese

@Suite("Projections and imports")
struct ProjectionTests {
    private func dump(_ room: Newsroom) async throws -> [[SQLValue]] {
        try await room.database.read { db in
            try db.rows("SELECT site, list, published_at, item FROM listing ORDER BY item, list, site").map(\.values)
                + db.rows("SELECT site, list, n FROM listing_count WHERE n > 0 ORDER BY site, n, list").map(\.values)
                + db.rows("SELECT site, list, name FROM list_name ORDER BY site, name").map(\.values)
        }
    }

    @Test("rebuilt from nothing they are what they were; a wiped or damaged one heals", arguments: Backend.available)
    func rebuild(_ backend: Backend) async throws {
        try await Newsroom.with(backend) { room in
            for index in 0..<7 { try await room.publish(Notice.about("Tin \(index)", tags: ["nhãn \(index % 2)"])) }
            let gone = try await room.publish(Notice.about("Gỡ"))
            try await room.publishing.withdraw(gone.item, because: .expired, note: nil, by: room.by("chief"))
            let erased = try await room.publish(Notice.about("Xóa"))
            try await room.publishing.erase(erased.item, because: .legal, by: room.by("chief"))
            let before = try await dump(room)
            try await room.database.write { db in
                try db.execute("DELETE FROM listing")
                try db.execute("INSERT INTO listing (site, list, published_at, item) VALUES (1, 'junk', 1, 1)")
                try db.execute("UPDATE listing_count SET n = 99")
            }
            try await ProjectionRunner(room.publishing, batch: 3).rebuild()
            #expect(try await dump(room) == before)
        }
    }

    @Test("what is published while a projection is being rebuilt is not lost", arguments: Backend.available)
    func publishDuringRebuild(_ backend: Backend) async throws {
        try await Newsroom.with(backend) { room in
            for index in 0..<5 { try await room.publish(Notice.about("Tin \(index)")) }
            // The state of a rebuild that has only begun: empty, its cursor at the start.
            try await room.database.write { db in
                try db.execute("DELETE FROM listing")
                try db.execute("DELETE FROM listing_count")
                try db.execute("UPDATE projection_cursor SET seq = -1")
            }
            try await room.publish(Notice.about("Tin giữa chừng"))
            try await ProjectionRunner(room.publishing, batch: 2).catchUp()
            #expect(try await room.reader.list(.all, on: room.province, page: 1).total == 6)
        }
    }

    @Test("an import is one act of two people; a second run changes nothing", arguments: Backend.available)
    func importTwice(_ backend: Backend) async throws {
        try await Newsroom.with(backend) { room in
            await #expect(throws: PublishingRefusal.secondPerson) {
                try await room.publishing.openAct(
                    "import",
                    on: room.province,
                    reason: "Nhập kho cũ",
                    by: room.by("chief"),
                    confirmedBy: room.by("chief")
                )
            }
            let act = try await room.publishing.openAct(
                "import",
                on: room.province,
                reason: "Nhập kho cũ",
                by: room.by("editor"),
                confirmedBy: room.by("chief")
            )
            let items = (0..<30).map { index in
                ImportedItem(
                    sourceKey: "k\(index)",
                    details: Notice.about(index == 7 ? "" : "Bài \(index)"),
                    publishedAt: Instant(seconds: 1_600_000_000 + Int64(index)),
                    section: room.news
                )
            }
            let first = try await room.publishing.importItems(items + [items[0]], on: room.province, under: act, tree: room.tree)
            #expect(first.published.count == 29 && first.skipped == 1)
            #expect(first.refused.map(\.position) == [7])
            let head = try await room.database.read { try EventLog.head($0) }
            let second = try await room.publishing.importItems(items, on: room.province, under: act, tree: room.tree)
            #expect(second.published.isEmpty && second.skipped == 29)
            #expect(try await room.database.read { try EventLog.head($0) } == head)
            let list = try await room.reader.list(.section(room.news), on: room.province, page: 2, size: 10)
            #expect(list.total == 29 && list.cards.count == 10)
            #expect(list.cards.first?.content.title == "Bài 19", "newest first by the date they carry")
        }
    }

    @Test("an erased item does not come back with the next import", arguments: Backend.available)
    func erasedStaysErased(_ backend: Backend) async throws {
        try await Newsroom.with(backend) { room in
            let act = try await room.publishing.openAct(
                "import",
                on: room.province,
                reason: "Nhập",
                by: room.by("editor"),
                confirmedBy: room.by("chief")
            )
            let item = ImportedItem(
                sourceKey: "https://bao.example/ong-nguyen-van-a",
                details: Notice.about("Bài"),
                publishedAt: room.clock.now,
                section: room.news
            )
            let first = try await room.publishing.importItems([item], on: room.province, under: act, tree: room.tree)
            try await room.publishing.erase(try #require(first.published.first), because: .personal, by: room.by("chief"))
            let second = try await room.publishing.importItems([item], on: room.province, under: act, tree: room.tree)
            #expect(second.published.isEmpty && second.skipped == 1)
        }
    }

    @Test("an article's page asks the database three times at most, a front page with eight lists twice", arguments: Backend.available)
    func statements(_ backend: Backend) async throws {
        try await Newsroom.with(backend) { room in
            var last: ItemID?
            for index in 0..<10 { last = try await room.publish(Notice.about("Tin \(index)")).item }
            let main = CountingDatabase(room.database)
            let keys = CountingDatabase(room.keys)
            func reader() -> Reader { Reader(database: main, keyring: Keyring(database: keys), kinds: room.publishing.kinds) }
            let item = try #require(last)
            let page = try await main.counting { _ = try await reader().item(item, on: room.province) }
            #expect(page.statements.count + keys.count <= 3, "\(page.statements)")
            keys.reset()
            let lists = (0..<8).map { _ in (key: ListKey.section(room.news), count: 5) }
            let front = try await main.counting { _ = try await reader().front(lists, on: room.province, at: room.clock.now) }
            #expect(front.statements.count + keys.count <= 2, "\(front.statements)")
        }
    }

    @Test("featured items come first, and only live ones", arguments: Backend.available)
    func featured(_ backend: Backend) async throws {
        try await Newsroom.with(backend) { room in
            let one = try await room.publish(Notice.about("Một")).item
            let two = try await room.publish(Notice.about("Hai")).item
            try await room.publishing.feature([two, one], on: room.province, by: room.by("chief"))
            #expect(try await room.reader.front([], on: room.province, at: room.clock.now).featured.map(\.item) == [two, one])
            try await room.publishing.withdraw(two, because: .error, note: nil, by: room.by("chief"))
            #expect(try await room.reader.front([], on: room.province, at: room.clock.now).featured.map(\.item) == [one])
        }
    }
}
