import PortalNetwork
import PortalTesting
import PublicRecord
import Publishing
import RichText
import Store
import Testing
import Vietnamese

@Suite("Publishing, from draft to erasure")
struct PublishingJourneyTests {
    @Test("a draft is hidden; when publish returns, readers see it in its page and lists", arguments: Backend.available)
    func publish(_ backend: Backend) async throws {
        try await Newsroom.with(backend) { room in
            let saved = try await room.publishing.save(
                Notice.about("Lịch cắt điện", tags: ["Điện lực"]),
                in: Place(site: room.province, section: room.inner),
                by: room.by("reporter")
            )
            #expect(try await room.shown(saved.item) == nil)
            try await room.publishing.submit(saved.item, by: room.by("reporter"))
            try await room.publishing.approve(saved.item, by: room.by("chief"))
            #expect(try await room.shown(saved.item) == nil)
            let published = try await room.publishing.publish(saved.item, by: room.by("chief"))
            #expect(published.edition == 1)
            let item = try #require(try await room.shown(saved.item))
            #expect(item.card.content.title == "Lịch cắt điện")
            #expect(item.card.content.slug == "lich-cat-dien")
            for key in [ListKey.all, .section(room.inner), .section(room.news), .kind("notice"), .tag("dien-luc")] {
                let list = try await room.reader.list(key, on: room.province, page: 1)
                #expect(list.cards.map(\.item) == [saved.item], "in \(key.rawValue)")
                #expect(list.total == 1)
            }
            #expect(try await room.reader.list(.tag("dien-luc"), on: room.province, page: 1).name == "Điện lực")
            #expect(try await room.reader.list(.all, on: room.department, page: 1).total == 0)
        }
    }

    @Test("the commitments are of the canonical content and text, under the edition's own salt", arguments: Backend.available)
    func commitments(_ backend: Backend) async throws {
        try await Newsroom.with(backend) { room in
            let published = try await room.publish(Notice.about("Tiêu đề", "Một  đoạn\u{00A0}văn."))
            let item = try #require(try await room.shown(published.item))
            let salt = try #require(Hex.decode(item.salt).flatMap { Salt($0) })
            #expect(item.textCommitment == Commitment(.text, salt: salt, Array("Tiêu đề\nMột đoạn văn.\n".utf8)).hex)
            let entry: String = try #require(
                try await room.database.read { try $0.value("SELECT entry FROM event WHERE seq = \(published.sequence)") }
            )
            #expect(entry.contains("\"text\":\"\(item.textCommitment)\""))
            #expect(entry.contains("\"op\":\"publish\"") && entry.contains("\"site\":\"tinh\"") && entry.contains("\"prev\":-1"))
            #expect(!entry.contains("Tiêu") && !entry.contains("tieu-de"), "an entry never names what it commits to")
        }
    }

    @Test("no plain text of an item stands in the database", arguments: Backend.available)
    func sealed(_ backend: Backend) async throws {
        try await Newsroom.with(backend) { room in
            let saved = try await room.publishing.save(
                Notice.about("Bí mật Alpha"),
                in: Place(site: room.province, section: room.news),
                by: room.by("reporter")
            )
            let published = try await room.publish(Notice.about("Công khai Beta", "Gamma Delta"))
            let blobs = try await room.database.read { db in
                try db.column(
                    "SELECT sealed FROM revision WHERE sealed IS NOT NULL UNION ALL SELECT sealed FROM edition UNION ALL SELECT card FROM item WHERE card IS NOT NULL",
                    as: [UInt8].self
                )
            }
            #expect(blobs.count == 3)
            for blob in blobs {
                let text = String(decoding: blob, as: UTF8.self)
                #expect(!text.contains("Alpha") && !text.contains("Beta") && !text.contains("Gamma") && !text.contains("beta"))
            }
            _ = (saved, published)
        }
    }

    @Test("four eyes: nobody approves what they wrote, an operator approves nothing", arguments: Backend.available)
    func fourEyes(_ backend: Backend) async throws {
        try await Newsroom.with(backend) { room in
            let saved = try await room.publishing.save(
                Notice.about("Tin của trưởng ban"),
                in: Place(site: room.province, section: room.news),
                by: room.by("chief")
            )
            try await room.publishing.submit(saved.item, by: room.by("chief"))
            await #expect(throws: AuthorizationRefusal.ownWork(.approve)) { try await room.publishing.approve(saved.item, by: room.by("chief")) }
            await #expect(throws: AuthorizationRefusal.notAllowed(.approve)) {
                try await room.publishing.approve(saved.item, by: room.by("operator"))
            }
            try await room.publishing.approve(saved.item, by: room.by("second"))
            try await room.publishing.publish(saved.item, by: room.by("chief"))
            #expect(try await room.shown(saved.item) != nil)
        }
    }

    @Test("an update and a correction are new editions; the entry points to the one before", arguments: Backend.available)
    func correction(_ backend: Backend) async throws {
        try await Newsroom.with(backend) { room in
            let first = try await room.publish(Notice.about("Họp dân ngày 5"))
            room.clock.advance(seconds: 60)
            try await room.publishing.save(
                Notice.about("Họp dân ngày 6"),
                as: first.item,
                in: Place(site: room.province, section: room.news),
                by: room.by("editor")
            )
            #expect(try await room.shown(first.item)?.card.content.title == "Họp dân ngày 5", "a new draft changes nothing in public")
            try await room.publishing.submit(first.item, by: room.by("editor"))
            try await room.publishing.approve(first.item, by: room.by("chief"))
            await #expect(throws: PublishingRefusal.reasonMissing) {
                try await room.publishing.publish(first.item, as: .correct, by: room.by("chief"))
            }
            let second = try await room.publishing.publish(
                first.item,
                as: .correct,
                note: "Ngày họp là ngày 6, không phải ngày 5.",
                by: room.by("chief")
            )
            #expect(second.edition == 2)
            let item = try #require(try await room.shown(first.item))
            #expect(item.card.content.title == "Họp dân ngày 6")
            #expect(item.operation == .correct && item.note == "Ngày họp là ngày 6, không phải ngày 5.")
            #expect(item.publishedAt < (item.updatedAt ?? item.publishedAt))
            let entry: String = try #require(try await room.database.read { try $0.value("SELECT entry FROM event WHERE seq = \(second.sequence)") })
            #expect(entry.contains("\"prev\":\(first.sequence)"))
        }
    }

    @Test("withdrawn: gone from every list, its address says why; restored: back as it was", arguments: Backend.available)
    func withdraw(_ backend: Backend) async throws {
        try await Newsroom.with(backend) { room in
            let published = try await room.publish(Notice.about("Thông tin sai", tags: ["x"]))
            try await room.publishing.withdraw(published.item, because: .error, note: "Số liệu chưa chính xác.", by: room.by("chief"))
            guard case .gone(let gone) = try await room.reader.item(published.item, on: room.province) else {
                Issue.record("a withdrawn item must say that it is gone")
                return
            }
            #expect(gone.code == .error && gone.note == "Số liệu chưa chính xác.")
            for key in [ListKey.all, .section(room.news), .tag("x")] {
                let list = try await room.reader.list(key, on: room.province, page: 1)
                #expect(list.total == 0 && list.cards.isEmpty)
            }
            #expect(try await room.reader.list(.tag("x"), on: room.province, page: 1).name == nil, "nothing keeps the name of an empty tag")
            try await room.publishing.restore(published.item, by: room.by("chief"))
            #expect(try await room.shown(published.item)?.card.content.title == "Thông tin sai")
            #expect(try await room.reader.list(.tag("x"), on: room.province, page: 1).total == 1)
        }
    }

    @Test("moved to another section and to another portal", arguments: Backend.available)
    func move(_ backend: Backend) async throws {
        try await Newsroom.with(backend) { room in
            let published = try await room.publish(Notice.about("Tin chuyển chỗ"))
            try await room.publishing.move(published.item, to: Place(site: room.province, section: room.inner), by: room.by("chief"))
            #expect(try await room.reader.list(.section(room.inner), on: room.province, page: 1).total == 1)
            try await room.publishing.move(published.item, to: Place(site: room.department), by: room.by("chief"))
            #expect(try await room.reader.list(.section(room.inner), on: room.province, page: 1).total == 0)
            guard case .elsewhere(let card) = try await room.reader.item(published.item, on: room.province) else {
                Issue.record("the old portal must know where it went")
                return
            }
            #expect(card.site == room.department)
        }
    }

    @Test("erased: content, card, key and name are destroyed; the number and the entries stay", arguments: Backend.available)
    func erase(_ backend: Backend) async throws {
        try await Newsroom.with(backend) { room in
            let published = try await room.publish(Notice.about("Danh sách hộ nghèo", tags: ["hộ nghèo"]))
            let before = try await room.database.read {
                try $0.column("SELECT sealed FROM edition WHERE item = \(published.item)", as: [UInt8]?.self)
            }
            #expect(before.count == 1 && before[0] != nil)
            try await room.publishing.erase(published.item, because: .personal, by: room.by("chief"))
            guard case .gone(let gone) = try await room.reader.item(published.item, on: room.province) else {
                Issue.record("an erased item must answer that it is gone")
                return
            }
            #expect(gone.note == nil && gone.successor == nil)
            let left = try await room.database.read { db in
                (
                    try db.column("SELECT sealed FROM edition WHERE item = \(published.item)", as: [UInt8]?.self),
                    try db.column("SELECT card FROM item WHERE id = \(published.item)", as: [UInt8]?.self),
                    try db.value("SELECT count(*) FROM event WHERE item = \(published.item)", as: Int.self)
                )
            }
            #expect(left.0 == [nil] && left.1 == [nil] && left.2 == 2)
            let keys = try await room.keys.read { try $0.value("SELECT count(*) FROM item_key WHERE item = \(published.item)", as: Int.self) }
            #expect(keys == 0)
            await #expect(throws: (any Error).self) {
                try await room.publishing.save(Notice.about("Lại"), as: published.item, in: Place(site: room.province), by: room.by("chief"))
            }
        }
    }

    @Test("two editors at once: the second is told, and overwrites nothing", arguments: Backend.available)
    func conflict(_ backend: Backend) async throws {
        try await Newsroom.with(backend) { room in
            let saved = try await room.publishing.save(
                Notice.about("Bản đầu"),
                in: Place(site: room.province, section: room.news),
                by: room.by("editor")
            )
            let place = Place(site: room.province, section: room.news)
            try await room.publishing.save(Notice.about("Bản của A"), as: saved.item, in: place, expecting: saved.version, by: room.by("editor"))
            await #expect(throws: PublishingRefusal.editedMeanwhile(version: saved.version + 1)) {
                try await room.publishing.save(Notice.about("Bản của B"), as: saved.item, in: place, expecting: saved.version, by: room.by("chief"))
            }
            let revisions = try await room.database.read { try $0.value("SELECT count(*) FROM revision WHERE item = \(saved.item)", as: Int.self) }
            #expect(revisions == 2)
        }
    }

    @Test("what the fields lack refuses publication, with every finding", arguments: Backend.available)
    func findings(_ backend: Backend) async throws {
        try await Newsroom.with(backend) { room in
            let notice = Notice(title: "  ", body: RichText([]))
            let saved = try await room.publishing.save(notice, in: Place(site: room.province, section: room.news), by: room.by("reporter"))
            try await room.publishing.submit(saved.item, by: room.by("reporter"))
            try await room.publishing.approve(saved.item, by: room.by("chief"))
            let refusal = await #expect(throws: PublishingRefusal.self) { try await room.publishing.publish(saved.item, by: room.by("chief")) }
            guard case .findings(let findings) = refusal else {
                Issue.record("\(String(describing: refusal))")
                return
            }
            #expect(findings.map(\.field) == ["title", "body"] && findings.allSatisfy { $0.key == "required" })
            #expect(try await room.shown(saved.item) == nil)
        }
    }

    @Test("many publishers at once: every number is used once, in order, and every item is listed", arguments: Backend.available)
    func concurrent(_ backend: Backend) async throws {
        try await Newsroom.with(backend) { room in
            let items = try await withThrowingTaskGroup(of: Published.self) { group in
                for index in 0..<12 { group.addTask { try await room.publish(Notice.about("Tin \(index)")) } }
                return try await group.reduce(into: [Published]()) { $0.append($1) }
            }
            let sequences = try await room.database.read { try $0.column("SELECT seq FROM event ORDER BY seq", as: Int64.self) }
            #expect(sequences == Array(0..<Int64(sequences.count)), "no gaps")
            #expect(Set(items.map(\.sequence)).count == 12)
            #expect(try await room.reader.list(.section(room.news), on: room.province, page: 1).total == 12)
        }
    }
}
