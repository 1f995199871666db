import PortalNetwork
import PortalTesting
import Publishing
import Store
import Synchronization
import Testing
import Vietnamese

/// Publications are worked out before the transaction they share: what changes in between must not slip through.
@Suite("Publications worked out early") struct ReleaseTests {
    /// What happens between the working out and the transaction, and what the editor is then told.
    enum Meanwhile: String, CaseIterable, CustomTestStringConvertible {
        case edited, approvalsTaken, portalFrozen, sectionEnded, keysWanted, publishedByAnother
        var testDescription: String { rawValue }

        func happen(to item: ItemID, in room: Newsroom) async throws {
            let chief = try await room.by("chief")
            func run(_ sql: SQL) async throws { try await room.database.write { _ = try $0.execute(sql) } }
            switch self {
            case .edited:
                try await room.publishing.save(Notice.about("Anders"), as: item, in: Place(site: room.province, section: room.news), by: chief)
            case .approvalsTaken: try await room.publishing.return(item, reason: "Sai", by: chief)
            case .portalFrozen: try await run("UPDATE site SET status = \(SiteStatus.frozen) WHERE id = \(room.province)")
            case .sectionEnded: try await run("UPDATE section SET closes_on = \(CivilDate(year: 2026, month: 1, day: 1)) WHERE id = \(room.news)")
            case .keysWanted: try await run("INSERT INTO key_rule (site, section) VALUES (\(room.province), 0)")
            case .publishedByAnother: try await room.publishing.publish(item, by: chief)
            }
        }
    }

    @Test("what changed meanwhile is seen", arguments: Backend.available, Meanwhile.allCases)
    func changed(_ backend: Backend, _ meanwhile: Meanwhile) async throws {
        try await Newsroom.with(backend) { room in
            let item = try await approved("Bài", room)
            let database = InterruptedDatabase(room.database) { try await meanwhile.happen(to: item, in: room) }
            let refused = await #expect(throws: (any Error).self) { try await publisher(on: database, room).publish(item, by: room.by("chief")) }
            switch meanwhile {
            case .portalFrozen: #expect(refused as? PublishingRefusal == .siteNotActive(.frozen))
            case .sectionEnded: #expect(refused as? PublishingRefusal == .sectionClosed("tin-tuc"))
            case .keysWanted: #expect(refused as? ApprovalRefusal == .keyWanted)
            case .edited, .approvalsTaken, .publishedByAnother: #expect(refused is WorkflowRefusal, "\(String(describing: refused))")
            }
            let editions = try await room.database.read { try $0.value("SELECT count(*) FROM edition WHERE item = \(item)", as: Int.self) }
            #expect(editions == (meanwhile == .publishedByAnother ? 1 : 0))
        }
    }

    @Test("approved anew meanwhile, the newest goes out", arguments: Backend.available)
    func newest(_ backend: Backend) async throws {
        try await Newsroom.with(backend) { room in
            let item = try await approved("Bản cũ", room)
            let database = InterruptedDatabase(room.database) {
                let place = Place(site: room.province, section: room.news)
                try await room.publishing.save(Notice.about("Bản mới"), as: item, in: place, by: room.by("chief"))
                try await room.publishing.submit(item, by: room.by("chief"))
                try await room.publishing.approve(item, by: room.by("second"))
            }
            try await publisher(on: database, room).publish(item, by: room.by("chief"))
            #expect(try await room.shown(item)?.card.content.title == "Bản mới")
        }
    }

    @Test("of two who publish the same item at once one is refused; their neighbours go out", arguments: Backend.available)
    func twice(_ backend: Backend) async throws {
        try await Newsroom.with(backend) { room in
            var items: [ItemID] = []
            for number in 0..<6 { items.append(try await approved("Bài \(number)", room, tags: ["lũ", "số \(number)"])) }
            let chief = try await room.by("chief")
            let publishing = room.publishing
            let results = await withTaskGroup(of: Bool.self) { tasks in
                for item in items + items.prefix(3) {
                    tasks.addTask {
                        do { _ = try await publishing.publish(item, by: chief) } catch { return error is WorkflowRefusal }; return true
                    }
                }
                return await tasks.reduce(into: [Bool]()) { $0.append($1) }
            }
            #expect(results == Array(repeating: true, count: 9))
            let (editions, sequences) = try await room.database.read { db in
                (
                    try db.value("SELECT count(*) FROM edition", as: Int.self),
                    try db.column("SELECT last_seq FROM item ORDER BY last_seq", as: Int64.self)
                )
            }
            #expect(editions == 6)
            #expect(sequences.last.map { last in sequences == Array(last - 5...last) } == true, "\(sequences)")
            let flood = try await room.reader.list(.tag("lu"), on: room.province, page: 1)
            #expect(flood.total == 6 && flood.cards.count == 6)
        }
    }

    private func approved(_ title: String, _ room: Newsroom, tags: [String] = []) async throws -> ItemID {
        let place = Place(site: room.province, section: room.news)
        let saved = try await room.publishing.save(Notice.about(title, tags: tags), in: place, by: room.by("reporter"))
        try await room.publishing.submit(saved.item, by: room.by("reporter"))
        try await room.publishing.approve(saved.item, by: room.by("chief"))
        return saved.item
    }

    private func publisher(on database: any Database, _ room: Newsroom) -> Publisher {
        Publisher(database: database, keyring: room.keyring, kinds: room.publishing.kinds, clock: room.clock.clock, ids: room.publishing.ids)
    }
}

/// Something happens once, before the first write.
private final class InterruptedDatabase: Database {
    private let base: any Database
    private let interruption: Mutex<(@Sendable () async throws -> Void)?>

    init(_ base: any Database, _ interruption: @escaping @Sendable () async throws -> Void) {
        self.base = base
        self.interruption = Mutex(interruption)
    }

    var engine: Engine { base.engine }
    func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T { try await base.read(body) }

    func write<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        let happens = interruption.withLock { kept in
            defer { kept = nil }
            return kept
        }
        try await happens?()
        return try await base.write(body)
    }

    func announcements(_ channel: Channel) -> AsyncStream<Void> { base.announcements(channel) }
    func close() async { await base.close() }
}
