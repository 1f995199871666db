import PortalNetwork
import PortalTesting
import Store
import Testing
import Vietnamese

@testable import Publishing

/// Searching what is being worked on by its titles, which stay in memory once they were opened: on both engines.
@Suite("Titles of drafts") struct DraftTitleTests {
    private func save(_ room: Newsroom, _ title: String, as item: ItemID? = nil, by handle: String = "reporter") async throws -> ItemID {
        room.clock.advance(seconds: 1)
        return try await room.publishing.save(Notice.about(title), as: item, in: Place(site: room.province, section: room.news), by: room.by(handle))
            .item
    }

    private func found(_ room: Newsroom, _ words: String, by handle: String = "chief", on publisher: Publisher? = nil) async throws -> [ItemID] {
        let workroom = Workroom(publisher ?? room.publishing)
        let sites = room.tree.subtree(of: room.province)
        return try await workroom.inWork(titled: words, WorkQuery(sites: sites), limit: 9, for: room.by(handle)).map(\.item)
    }

    /// A node that has opened nothing yet.
    private func stranger(_ room: Newsroom) -> Publisher {
        Publisher(
            database: room.database,
            keyring: Keyring(database: room.keys, clock: room.clock.clock),
            kinds: room.publishing.kinds,
            clock: room.clock.clock,
            ids: IdentifierMaker(node: 2, clock: room.clock.clock)
        )
    }

    @Test("a changed title is found by its new words alone, and titles are opened once", arguments: Backend.available)
    func changes(_ backend: Backend) async throws {
        try await Newsroom.with(backend) { room in
            let item = try await save(room, "Thông báo cắt nước")
            let other = try await save(room, "Thông báo cắt điện")
            #expect(try await found(room, "thong bao") == [other, item])
            #expect(try await found(room, "cat nu") == [item])
            #expect(room.keyring.titles.count == 2)
            _ = try await save(room, "Lịch nghỉ lễ", as: item)
            #expect(try await found(room, "cat nuoc").isEmpty)
            #expect(try await found(room, "nghi le") == [item])
            #expect(try await found(room, "thong bao") == [other])
            #expect(try await found(room, "hong").isEmpty, "only beginnings of words")
            #expect(try await found(room, "  ").isEmpty)
            #expect(room.keyring.titles.count == 2, "one title for each item, whatever its version")
        }
    }

    @Test("at every step of work, what memory finds is what a node without memory finds", arguments: Backend.available)
    func everyStep(_ backend: Backend) async throws {
        try await Newsroom.with(backend) { room in
            let item = try await save(room, "Thông báo cắt nước")
            func agree(_ expected: [ItemID], _ words: String, _ note: Comment) async throws {
                #expect(try await found(room, words) == expected, note)
                #expect(try await found(room, words, on: stranger(room)) == expected, note)
            }
            try await agree([item], "cat nuoc", "a draft")
            try await room.publishing.submit(item, by: room.by("reporter"))
            try await agree([item], "cat nuoc", "submitted")
            try await room.publishing.approve(item, by: room.by("chief"))
            try await agree([item], "cat nuoc", "approved")
            try await room.publishing.publish(item, by: room.by("chief"))
            try await agree([], "cat nuoc", "what is out is found by the index of what is out")
            _ = try await save(room, "Thông báo cắt nước lần hai", as: item, by: "editor")
            try await agree([item], "lan hai", "in work again")
            try await room.publishing.withdraw(item, because: .error, note: nil, by: room.by("chief"))
            #expect(try await found(room, "lan hai") == found(room, "lan hai", on: stranger(room)), "withdrawn")
            try await room.publishing.erase(item, because: .personal, by: room.by("chief"))
            try await agree([], "lan hai", "erased")
        }
    }

    @Test("an erased draft is found no more and leaves memory, on the node that erased it and on the others", arguments: Backend.available)
    func erasure(_ backend: Backend) async throws {
        try await Newsroom.with(backend) { room in
            let item = try await save(room, "Thông báo cắt nước")
            let other = stranger(room)
            #expect(try await found(room, "cat nuoc") == [item])
            #expect(try await found(room, "cat nuoc", on: other) == [item])
            try await room.publishing.erase(item, because: .personal, by: room.by("chief"))
            #expect(room.keyring.titles.count == 0)
            #expect(try await found(room, "cat nuoc").isEmpty)
            #expect(try await found(room, "cat nuoc", on: other).isEmpty, "before the other node has heard of it, too")
            other.keyring.forget([item])
            #expect(other.keyring.titles.count == 0)
        }
    }

    @Test("a role taken away counts at once, and one's own drafts stay one's own", arguments: Backend.available)
    func rights(_ backend: Backend) async throws {
        try await Newsroom.with(backend) { room in
            let mine = try await save(room, "Thông báo cắt nước")
            let theirs = try await save(room, "Thông báo cắt nước ở phường khác", by: "editor")
            #expect(try await found(room, "cat nuoc") == [theirs, mine])
            #expect(try await found(room, "cat nuoc", by: "operator").isEmpty)
            let workroom = Workroom(room.publishing)
            let writer = Actor(person: try await room.by("reporter").actor.person, grants: [Actor.Grant(role: .contributor, site: room.province)])
            let own = Publisher.By(writer, in: room.tree)
            #expect(try await workroom.inWork(titled: "cat nuoc", WorkQuery(sites: [room.province]), limit: 9, for: own).map(\.item) == [mine])
            let nobody = Publisher.By(Actor(person: try await room.by("chief").actor.person, grants: []), in: room.tree)
            let query = WorkQuery(sites: room.tree.subtree(of: room.province))
            #expect(try await workroom.inWork(titled: "cat nuoc", query, limit: 9, for: nobody).isEmpty)
            let elsewhere = WorkQuery(sites: [room.department])
            #expect(try await workroom.inWork(titled: "cat nuoc", elsewhere, limit: 9, for: room.by("chief")).isEmpty)
        }
    }

    @Test("what was opened before a key went and arrives after it is not kept")
    func lateArrival() throws {
        let titles = OpenedTitles(capacity: 3)
        let items = (1...4).map { ItemID(rawValue: $0) }
        let stamp = OpenedTitles.Stamp(version: 1, revision: 1, edition: 0)
        func opened(_ all: some Sequence<ItemID>) -> [(item: ItemID, stamp: OpenedTitles.Stamp, words: [UInt8])] {
            all.map { ($0, stamp, OpenedTitles.words(of: "Thông báo")) }
        }
        let wanted = OpenedTitles.wanted("thong bao")
        let asked = items.map { (item: $0, stamp: stamp) }
        let (_, missing, since) = titles.find(wanted, asked)
        #expect(missing == items)
        titles.forget([items[0]])
        titles.keep(opened(items.prefix(1)), since: since)
        #expect(titles.count == 0)
        titles.keep(opened(items.prefix(3)), since: titles.find(wanted, asked).since)
        #expect(titles.find(wanted, asked).matching == Set(items.prefix(3)))
        titles.keep(opened(items.suffix(1)), since: titles.find(wanted, asked).since)
        #expect(titles.count == 1, "never more than it may hold")
        #expect(titles.find(wanted, [(items[3], OpenedTitles.Stamp(version: 2, revision: 1, edition: 0))]).missing == [items[3]])
    }

    @Test(
        "words of titles",
        arguments: [
            ("Đường Hạ Giàng", "ha gi", true), ("Đường Hạ Giàng", "duong", true), ("Đường Hạ Giàng", "giang ha", true),
            ("Đường Hạ Giàng", "iang", false),
            ("(Khẩn) Bão số 5", "khan 5", true), ("越南", "越", true), ("", "a", false), ("a", "ab", false),
        ]
    )
    func words(_ title: String, _ wanted: String, _ matches: Bool) {
        #expect(OpenedTitles.matches(OpenedTitles.words(of: title), OpenedTitles.wanted(wanted)) == matches)
    }

    @Test("lists of work on many portals are walks along one index, from the newest", arguments: Backend.available)
    func plans(_ backend: Backend) async throws {
        try await Newsroom.with(backend) { room in
            let workroom = Workroom(room.publishing)
            let chief = try await room.by("chief")
            _ = try await save(room, "Thông báo cắt nước")
            let many = room.tree.subtree(of: room.province)
            let inWork = Set(Stage.allCases).subtracting([.settled])
            for (query, index) in [
                (WorkQuery(sites: many, stages: [.submitted], notAuthor: chief.actor.person), "item_in_work_newest"),
                (WorkQuery(sites: many, stages: inWork), "item_in_work_newest"),
                (WorkQuery(sites: [room.province], stages: inWork), "item_in_work_by_change"),
            ] {
                let statement = try #require(workroom.list("item.id, item.version, item.revision, item.edition", query, most: 3000, for: chief))
                let plan = try await room.database.read { db in
                    guard db.engine == .postgres else {
                        return try db.rows("EXPLAIN QUERY PLAN \(statement)").map { try $0[3] as String }.joined(separator: "\n")
                    }
                    // A table of three rows is read from end to end: what matters is that the index serves.
                    try db.execute("SET LOCAL enable_seqscan = off")
                    try db.execute("SET LOCAL enable_sort = off")
                    return try db.rows("EXPLAIN \(statement)").map { try $0[0] as String }.joined(separator: "\n")
                }
                #expect(plan.contains(index) && !plan.contains("TEMP B-TREE") && !plan.contains("Sort"), "\(plan)")
                if backend == .sqlite { #expect(plan.contains("COVERING"), "\(plan)") }
            }
        }
    }
}
