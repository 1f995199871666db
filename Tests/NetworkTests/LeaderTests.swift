import Exchange
import PortalNetwork
import PortalTesting
import Store
import Testing
import Vietnamese

@Suite("The register of leaders") struct LeaderTests {
    private struct Room {
        let book: LeaderBook
        let tree: SiteTree
        let root: SiteID
        let child: SiteID
        let other: SiteID

        func by(_ role: Role, on site: SiteID) -> LeaderBook.By {
            LeaderBook.By(nil, as: Actor(person: PersonID(rawValue: 5), grants: [Actor.Grant(role: role, site: site)]), in: tree, from: .commandLine)
        }

        static func with(_ backend: Backend, _ body: (Room) async throws -> Void) async throws {
            try await withDatabase(backend, migrations: NetworkMigrations.all) { database in
                let net = Net(database)
                let root = try await net.add("tinh").id
                let child = try await net.add("so-y", below: root).id
                let other = try await net.add("so-z", below: root).id
                let tree = try await net.tree()
                try await body(
                    Room(book: LeaderBook(database: database, clock: net.clock, ids: net.ids), tree: tree, root: root, child: child, other: other)
                )
            }
        }

        func holding(on site: SiteID) async throws -> [String] {
            try await book.database.read { try LeaderBook.holding(on: site, in: tree, $0) }.map { $0.about.name }
        }
    }

    private static func day(_ text: String) -> CivilDate? { CivilDate(text) }

    @Test("entries hold on their portal and below; each change leaves its line", arguments: Backend.available)
    func changes(_ backend: Backend) async throws {
        try await Room.with(backend) { room in
            let by = room.by(.deskSecretary, on: room.root)
            let first = try await room.book.add(
                LeaderDraft(name: " Nguyễn  Văn An ", title: "Chủ tịch", agency: "Ủy ban nhân dân tỉnh", from: Self.day("2025-07-01")),
                to: room.root,
                by: by
            )
            #expect(first.about.name == "Nguyễn Văn An" && first.about.wholeTitle == "Chủ tịch Ủy ban nhân dân tỉnh")
            try await room.book.add(LeaderDraft(name: "Lê Thị Bình", title: "Giám đốc", agency: "Sở Y"), to: room.child, by: by)
            #expect(try await room.holding(on: room.child) == ["Nguyễn Văn An", "Lê Thị Bình"])
            #expect(try await room.holding(on: room.other) == ["Nguyễn Văn An"])
            #expect(try await room.holding(on: room.root) == ["Nguyễn Văn An"])
            await #expect(throws: LeaderRefusal.known("Nguyễn Văn An")) {
                try await room.book.add(
                    LeaderDraft(name: "Nguyễn Văn An", title: "Chủ tịch", agency: "Ủy ban nhân dân tỉnh", from: Self.day("2025-07-01")),
                    to: room.root,
                    by: by
                )
            }
            let before = try await room.book.database.read { try LeaderBook.stamp(on: room.child, in: room.tree, $0) }
            await #expect(throws: LeaderRefusal.endsBeforeItBegins) {
                try await room.book.end(first.id, on: Self.day("2025-01-01"), of: room.root, version: 1, by: by)
            }
            try await room.book.end(first.id, on: Self.day("2026-11-01"), of: room.root, version: 1, by: by)
            await #expect(throws: LeaderRefusal.changedMeanwhile) { try await room.book.end(first.id, on: nil, of: room.root, version: 1, by: by) }
            #expect(try await room.book.database.read { try LeaderBook.stamp(on: room.child, in: room.tree, $0) } != before)
            await #expect(throws: LeaderRefusal.unknown) { try await room.book.remove(first.id, of: room.child, version: 2, by: by) }
            try await room.book.remove(first.id, of: room.root, version: 2, by: by)
            #expect(try await room.holding(on: room.other) == [])
            let lines = try await room.book.database.read { try AuditTrail.lines(.init(), in: $0) }
            #expect(lines.map(\.action) == ["leader-removed", "leader-ended", "leader-added", "leader-added"])
            #expect(lines[1].object == "Nguyễn Văn An" && lines[1].detail.contains("until 2026-11-01"))
        }
    }

    @Test("who may", arguments: Role.allCases)
    func gate(_ role: Role) async throws {
        try await Room.with(.sqlite) { room in
            let draft = LeaderDraft(name: "Lê Thị Bình", title: "Giám đốc")
            let may: Set<Role> = [.deskSecretary, .deputyChief, .editorInChief, .administrator]
            if may.contains(role) {
                try await room.book.add(draft, to: room.child, by: room.by(role, on: room.root))
            } else {
                await #expect(throws: AuthorizationRefusal.notAllowed(.editLeaders)) {
                    try await room.book.add(draft, to: room.child, by: room.by(role, on: room.root))
                }
            }
            await #expect(throws: AuthorizationRefusal.notAllowed(.editLeaders)) {
                try await room.book.load([draft], into: room.other, isTrial: true, by: room.by(role, on: room.child))
            }
        }
    }

    @Test("a table: good lines, bad lines, a second time nothing", arguments: Backend.available)
    func table(_ backend: Backend) async throws {
        try await Room.with(backend) { room in
            let text = """
                Họ tên;Chức vụ;Cơ quan;Từ ngày;Đến ngày
                Nguyễn Văn An;Chủ tịch;Ủy ban nhân dân tỉnh;1/7/2025;
                Trần Bình;Phó Chủ tịch;Ủy ban nhân dân tỉnh;;2026-03-31
                Lan;Giám đốc;;;
                Lê Cường;Giám đốc;Sở Y;31/2/2026;
                Đỗ Hoa;Giám đốc;Sở Y;2026-05-01;2026-04-01
                thừa;cột;này;là;sai;rồi
                Vũ Minh;;;;
                """
            let table = try LeaderTable(try ByteSource(text: text))
            var drafts: [LeaderDraft] = []
            var refused: [Int: String] = [:]
            for line in table.lines {
                if case .success(let draft) = line.draft {
                    drafts.append(draft)
                } else if case .failure(let refusal) = line.draft {
                    refused[line.number] = refusal.key
                } else {
                    refused[line.number] = "flaw"
                }
            }
            #expect(drafts.map(\.name) == ["Nguyễn Văn An", "Trần Bình"] && drafts[0].from == Self.day("2025-07-01"))
            #expect(
                refused == [
                    4: "leader.name-not-full", 5: "leader.date-unreadable", 6: "leader.ends-before-it-begins", 7: "flaw", 8: "leader.title-missing",
                ]
            )
            let by = room.by(.administrator, on: room.root)
            #expect(try await room.book.load(drafts, into: room.root, isTrial: true, by: by) == [.added, .added])
            #expect(try await room.holding(on: room.root) == [])
            #expect(try await room.book.load(drafts, into: room.root, by: by) == [.added, .added])
            #expect(try await room.book.load(drafts, into: room.root, by: by) == [.known, .known])
            drafts[0].until = Self.day("2026-10-31")
            #expect(try await room.book.load(drafts + drafts, into: room.root, by: by) == [.ended, .known, .known, .known])
            #expect(try await room.book.database.read { try AuditTrail.lines(.init(), in: $0) }.count == 3)
            // What is written out comes back the same.
            let entries = try await room.book.database.read { try LeaderBook.entries(of: room.root, in: $0) }
            let out = String(decoding: CSVWriter.table(LeaderTable.columns, entries.map { LeaderTable.row($0.about) }), as: UTF8.self)
            let again = try LeaderTable(try ByteSource(text: out)).lines.compactMap { try? $0.draft?.get() }
            #expect(again == entries.map(\.about))
            for (bad, fault) in [
                ("", LeaderTable.Fault.unreadable), ("a,b\n1,2\n", .columns), ("ho-ten,chuc-vu\n", .empty),
            ] {
                #expect(throws: fault) { try LeaderTable(try ByteSource(text: bad)) }
            }
        }
    }
}
