import PortalNetwork
import PortalTesting
import Publishing
import Store
import Testing
import Vietnamese

/// Many items at once, and back again: on both engines.
@Suite("Many items at once") struct BulkTests {
    private func drafts(_ room: Newsroom, _ count: Int, tags: [String] = []) async throws -> [ItemID] {
        var all: [ItemID] = []
        for number in 1...count {
            let place = Place(site: room.province, section: room.news)
            all.append(try await room.publishing.save(Notice.about("Bài \(number)", tags: tags), in: place, by: room.by("reporter")).item)
        }
        return all
    }

    private func tags(_ room: Newsroom, _ item: ItemID) async throws -> [String] {
        (try await Workroom(room.publishing).open(item, for: room.by("chief")).details as? Notice)?.tags ?? []
    }

    private func stage(_ room: Newsroom, _ item: ItemID) async throws -> Stage? {
        try await Workroom(room.publishing).item(item)?.workflow.stage
    }

    @Test("each is asked and done by itself; one that is refused stops no other", arguments: Backend.available)
    func oneByOne(_ backend: Backend) async throws {
        try await Newsroom.with(backend) { room in
            let workroom = Workroom(room.publishing)
            let (reporter, chief) = (try await room.by("reporter"), try await room.by("chief"))
            let all = try await drafts(room, 3)
            try await room.publishing.submit(all[1], by: reporter)
            let unknown = ItemID(rawValue: 12345)
            let items = [(all[0], Int?.none), (all[1], nil), (all[2], 99), (unknown, nil)].map { (id: $0.0, version: $0.1) }
            let id = try await workroom.carryOut(.submit, on: items, of: room.province, by: reporter)
            let act = try #require(try await workroom.act(id, of: reporter))
            #expect(act.rows.map(\.outcome) == [.done, .refused, .refused, .refused])
            #expect(
                act.rows.map { $0.refusal?.key } == [
                    nil, AuthorizationRefusal.notAllowed(.submit).key, PublishingRefusal.editedMeanwhile(version: 1).key,
                    PublishingRefusal.unknownItem(unknown).key,
                ]
            )
            #expect(try await workroom.act(id, of: chief) == nil, "what somebody did is theirs to see and to undo")
            await #expect(throws: PublishingRefusal.nothingToUndo) { try await workroom.undo(id, by: chief) }
            // What a reporter may not do, the command says for each.
            let approve = try await workroom.carryOut(.approve, on: [(id: all[0], version: nil)], of: room.province, by: reporter)
            #expect(try await workroom.act(approve, of: reporter)?.rows.map(\.outcome) == [.refused])
            #expect(try await stage(room, all[0]) == .submitted)
        }
    }

    @Test("a submission is taken back, once, and not when somebody has approved it since", arguments: Backend.available)
    func submissions(_ backend: Backend) async throws {
        try await Newsroom.with(backend) { room in
            let workroom = Workroom(room.publishing)
            let (reporter, chief) = (try await room.by("reporter"), try await room.by("chief"))
            let all = try await drafts(room, 2)
            let id = try await workroom.carryOut(.submit, on: all.map { (id: $0, version: nil) }, of: room.province, by: reporter)
            try await room.publishing.approve(all[1], by: chief)
            try await workroom.undo(id, by: reporter)
            try await workroom.undo(id, by: reporter)
            #expect(try await workroom.act(id, of: reporter)?.rows.map(\.outcome) == [.undone, .stays])
            #expect(try await stage(room, all[0]) == .draft)
            #expect(try await stage(room, all[1]) == .approved)
            // Too late.
            let second = try await workroom.carryOut(.submit, on: [(id: all[0], version: nil)], of: room.province, by: reporter)
            room.clock.advance(seconds: BulkAct.patience + 1)
            #expect(try await workroom.act(second, of: reporter)?.canBeUndone(at: room.clock.now) == false)
            await #expect(throws: PublishingRefusal.nothingToUndo) { try await workroom.undo(second, by: reporter) }
        }
    }

    @Test("moves, tags, tasks, schedules and withdrawals come back as they were", arguments: Backend.available)
    func backAgain(_ backend: Backend) async throws {
        try await Newsroom.with(backend) { room in
            let workroom = Workroom(room.publishing)
            let (reporter, chief) = (try await room.by("reporter"), try await room.by("chief"))
            let live = try await room.publish(.about("Đã đăng", tags: ["lũ"])).item
            let draft = try await drafts(room, 1, tags: ["lũ"])[0]
            let approved = try await drafts(room, 1)[0]
            try await room.publishing.submit(approved, by: reporter)
            try await room.publishing.approve(approved, by: chief)
            func both(_ deed: BulkDeed, _ items: [ItemID], by: Publisher.By) async throws -> BulkActID {
                let id = try await workroom.carryOut(deed, on: items.map { (id: $0, version: nil) }, of: room.province, by: by)
                let act = try #require(try await workroom.act(id, of: by))
                #expect(act.rows.allSatisfy { $0.outcome == .done }, "\(deed): \(act.rows.compactMap(\.refusal))")
                return id
            }
            func back(_ id: BulkActID, by: Publisher.By) async throws {
                try await workroom.undo(id, by: by)
                let rows = try #require(try await workroom.act(id, of: by)).rows
                #expect(rows.allSatisfy { $0.outcome == .undone }, "\(rows.compactMap(\.refusal))")
            }

            let moved = try await both(.move(room.inner), [live, draft], by: chief)
            #expect(try await workroom.item(live)?.section == room.inner)
            #expect(try await workroom.item(draft)?.section == room.inner)
            try await back(moved, by: chief)
            #expect(try await workroom.item(live)?.section == room.news)
            #expect(try await workroom.item(draft)?.section == room.news)

            let asked = try await both(.assign(chief.actor.person, .read, dueAt: nil), [draft], by: chief)
            #expect(try await workroom.tasks(of: chief).map(\.item) == [draft])
            try await back(asked, by: chief)
            #expect(try await workroom.tasks(of: chief).isEmpty)
            // Who had been asked before is asked as before.
            let due = room.clock.now.adding(seconds: 3600)
            try await workroom.assign(chief.actor.person, .read, of: draft, dueAt: due, by: chief)
            try await back(try await both(.assign(chief.actor.person, .read, dueAt: due.adding(seconds: 60)), [draft], by: chief), by: chief)
            #expect(try await workroom.assignments(of: draft, for: chief).map(\.dueAt) == [due])

            let planned = try await both(.schedule(room.clock.now.adding(seconds: 7200)), [approved], by: chief)
            #expect(try await stage(room, approved) == .scheduled)
            try await back(planned, by: chief)
            #expect(try await stage(room, approved) == .approved)

            let gone = try await both(.withdraw(.error, note: "Sai số liệu."), [live], by: chief)
            #expect(try await room.shown(live) == nil)
            try await back(gone, by: chief)
            #expect(try await room.shown(live) != nil)

            let tagged = try await both(.addTag("bão"), [live, draft], by: chief)
            #expect(try await tags(room, draft) == ["lũ", "bão"])
            #expect(try await tags(room, live) == ["lũ", "bão"])
            #expect(try await room.shown(live)?.edition == 1, "readers see the old edition until the new one is published")
            try await back(tagged, by: chief)
            #expect(try await tags(room, draft) == ["lũ"])
            let untagged = try await both(.removeTag("LŨ"), [draft], by: chief)
            #expect(try await tags(room, draft).isEmpty)
            try await back(untagged, by: chief)
            let nothing = try await workroom.carryOut(.removeTag("không có"), on: [(id: draft, version: nil)], of: room.province, by: chief)
            #expect(try await workroom.act(nothing, of: chief)?.rows.first?.refusal?.key == PublishingRefusal.nothingChanges.key)
        }
    }

    @Test("what is on its way through review is not tagged under its readers' eyes; reasons are asked for", arguments: Backend.available)
    func refusals(_ backend: Backend) async throws {
        try await Newsroom.with(backend) { room in
            let workroom = Workroom(room.publishing)
            let (reporter, chief) = (try await room.by("reporter"), try await room.by("chief"))
            let item = try await drafts(room, 1)[0]
            try await room.publishing.submit(item, by: reporter)
            for deed in [BulkDeed.addTag("x"), .sendBack(reason: " "), .withdraw(.error, note: " "), .move(room.news)] {
                let id = try await workroom.carryOut(deed, on: [(id: item, version: nil)], of: room.province, by: chief)
                #expect(try await workroom.act(id, of: chief)?.rows.map(\.outcome) == [.refused], "\(deed)")
            }
            let sent = try await workroom.carryOut(.sendBack(reason: "Thiếu số liệu"), on: [(id: item, version: nil)], of: room.province, by: chief)
            #expect(try await stage(room, item) == .returned)
            #expect(try await workroom.act(sent, of: chief)?.canBeUndone(at: room.clock.now) == false)
        }
    }

    @Test("lists of one's own, of sections and of work go along an index", arguments: Backend.available)
    func plans(_ backend: Backend) async throws {
        try await Newsroom.with(backend) { room in
            let workroom = Workroom(room.publishing)
            let (reporter, editor) = (try await room.by("reporter"), try await room.by("editor"))
            let all = try await drafts(room, 5)
            for item in all {
                room.clock.advance(seconds: 1)
                try await room.publishing.save(Notice.about("Của biên tập"), as: item, in: Place(site: room.province, section: room.news), by: editor)
            }
            var query = WorkQuery(sites: [room.province], author: reporter.actor.person, limit: 2)
            var seen: [ItemID] = []
            while true {
                let rows = try await workroom.rows(query, for: reporter)
                seen += rows.map(\.item)
                guard rows.count == 2, let last = rows.last else { break }
                query.before = WorkQuery.Place(changedAt: last.changedAt, item: last.item)
            }
            #expect(seen == all.reversed(), "begun by one, written last by another: once each, in order")
            query.before = nil
            #expect(try await workroom.inWork(titled: "bien cua", WorkQuery(sites: [room.province]), limit: 9, for: reporter).count == 5)
            #expect(try await workroom.inWork(titled: "cua tap x", WorkQuery(sites: [room.province]), limit: 9, for: reporter).isEmpty)
            #expect(try await workroom.inWork(titled: "cua", WorkQuery(sites: [room.province]), limit: 9, for: room.by("operator")).isEmpty)
        }
    }
}
