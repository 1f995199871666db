import PortalNetwork
import PortalTesting
import PublicRecord
import Publishing
import RichText
import Store
import Testing
import Vietnamese

/// What staff see and keep while they work: on both engines.
@Suite("The workroom") struct WorkroomTests {
    private func draft(_ room: Newsroom, by handle: String = "reporter", _ title: String = "Thông báo cắt nước") async throws -> ItemID {
        try await room.publishing.save(Notice.about(title), in: Place(site: room.province, section: room.news), by: room.by(handle)).item
    }

    @Test("a list shows what the person may read, in their order, with titles of drafts and of editions", arguments: Backend.available)
    func lists(_ backend: Backend) async throws {
        try await Newsroom.with(backend) { room in
            let workroom = Workroom(room.publishing)
            let first = try await draft(room, "Một")
            room.clock.advance(seconds: 5)
            let live = try await room.publish(.about("Hai"))
            room.clock.advance(seconds: 5)
            let third = try await draft(room, "Ba")
            let query = WorkQuery(sites: [room.province], limit: 2)
            let page = try await workroom.rows(query, for: room.by("chief"))
            #expect(page.map(\.item) == [third, live.item] && page.map(\.title) == ["Ba", "Hai"])
            var next = query
            next.before = page.last.map { WorkQuery.Place(changedAt: $0.changedAt, item: $0.item) }
            #expect(try await workroom.rows(next, for: room.by("chief")).map(\.item) == [first])
            #expect(next.before.flatMap { WorkQuery.Place($0.text) } == next.before)
            #expect(try await workroom.rows(query, for: room.by("operator")).isEmpty, "who keeps the machine reads no drafts")
            var mine = WorkQuery(sites: [room.province])
            mine.stages = [.draft]
            #expect(Set(try await workroom.rows(mine, for: room.by("chief")).map(\.item)) == [first, third])
            #expect(try await workroom.counts(on: [room.province], for: room.by("chief")) == [.draft: 2])
            #expect(try await workroom.rows(WorkQuery(sites: [room.department]), for: room.by("chief")).isEmpty)
        }
    }

    @Test("a working copy is kept, counts up, refuses an older window, and goes with the save", arguments: Backend.available)
    func copies(_ backend: Backend) async throws {
        try await Newsroom.with(backend) { room in
            let workroom = Workroom(room.publishing)
            let (reporter, chief) = (try await room.by("reporter"), try await room.by("chief"))
            let item = try await draft(room)
            func keep(_ text: String, version: Int, tab: String = "a", takesOver: Bool = false, by: Publisher.By? = nil) async throws -> Kept {
                try await workroom.keep(Array(text.utf8), of: item, base: 1, version: version, tab: tab, takesOver: takesOver, by: by ?? reporter)
            }
            #expect(try await keep("một", version: 0).version == 1)
            #expect(try await keep("hai", version: 1).version == 2)
            await #expect(throws: PublishingRefusal.otherWindow) { _ = try await keep("cũ", version: 1, tab: "b") }
            #expect(try await workroom.open(item, for: reporter).copy?.form == Array("hai".utf8))
            #expect(try await keep("ba", version: 1, tab: "b", takesOver: true).version == 3)
            // Somebody else's copy is their own, and both see each other.
            let other = try await keep("khác", version: 0, by: chief)
            #expect(other.version == 1 && other.others.map(\.person) == [reporter.actor.person] && other.others.first?.hasChanges == true)
            #expect(try await workroom.open(item, for: reporter).copy?.form == Array("ba".utf8))
            room.clock.advance(seconds: 120)
            #expect(try await workroom.here(item, base: 1, by: reporter).others.isEmpty, "who was not seen for a minute is away")
            try await room.publishing.save(Notice.about("Mới"), as: item, in: Place(site: room.province, section: room.news), by: reporter)
            let opened = try await workroom.open(item, for: reporter)
            #expect(opened.copy == nil && opened.item.revision == 2)
            #expect(try await workroom.open(item, for: chief).copy?.form == Array("khác".utf8), "theirs stays until they decide")
            await #expect(throws: PublishingRefusal.self) {
                _ = try await workroom.keep(
                    [UInt8](repeating: 1, count: Workroom.largestForm + 1),
                    of: item,
                    base: 1,
                    version: 0,
                    tab: "a",
                    by: reporter
                )
            }
            try await workroom.discard(item, by: chief)
            #expect(try await workroom.open(item, for: chief).copy == nil)
        }
    }

    @Test("a role taken away in mid-edit: the next keeping is refused", arguments: Backend.available)
    func roleTaken(_ backend: Backend) async throws {
        try await Newsroom.with(backend) { room in
            let workroom = Workroom(room.publishing)
            let item = try await draft(room)
            let nobody = Publisher.By(Actor(person: try await room.by("reporter").actor.person, grants: []), in: room.tree)
            await #expect(throws: AuthorizationRefusal.notAllowed(.edit)) {
                _ = try await workroom.keep([1], of: item, base: 1, version: 0, tab: "a", by: nobody)
            }
            await #expect(throws: AuthorizationRefusal.notAllowed(.read)) { _ = try await workroom.open(item, for: nobody) }
            #expect(try await workroom.rows(WorkQuery(sites: [room.province]), for: nobody).isEmpty)
        }
    }

    @Test("a reporter's text stays theirs after an editor touched it; four eyes look at who wrote last", arguments: Backend.available)
    func ownership(_ backend: Backend) async throws {
        try await Newsroom.with(backend) { room in
            let (reporter, editor, chief) = (try await room.by("reporter"), try await room.by("editor"), try await room.by("chief"))
            let place = Place(site: room.province, section: room.news)
            let item = try await draft(room)
            try await room.publishing.save(Notice.about("Sửa"), as: item, in: place, by: editor)
            try await room.publishing.save(Notice.about("Sửa lại"), as: item, in: place, by: reporter)
            try await room.publishing.submit(item, by: reporter)
            await #expect(throws: AuthorizationRefusal.notAllowed(.edit)) {
                try await room.publishing.save(Notice.about("Nữa"), as: item, in: place, by: reporter)
            }
            try await room.publishing.save(Notice.about("Bản của trưởng ban"), as: item, in: place, by: chief)
            try await room.publishing.submit(item, by: chief)
            await #expect(throws: AuthorizationRefusal.ownWork(.approve)) { try await room.publishing.approve(item, by: chief) }
            try await room.publishing.approve(item, by: room.by("second"))
        }
    }

    @Test("what was approved is what goes out: another digest is refused, before and after the approval", arguments: Backend.available)
    func digests(_ backend: Backend) async throws {
        try await Newsroom.with(backend) { room in
            let workroom = Workroom(room.publishing)
            let (reporter, chief) = (try await room.by("reporter"), try await room.by("chief"))
            let item = try await draft(room)
            try await room.publishing.submit(item, by: reporter)
            let seen = try await workroom.open(item, for: chief).digest
            await #expect(throws: PublishingRefusal.changedSince) {
                try await room.publishing.approve(item, digest: String(repeating: "0", count: 64), by: chief)
            }
            try await room.publishing.approve(item, digest: seen, by: chief)
            // Somebody with the database's password puts another approval's digest in: nothing goes out.
            try await room.database.write { db in
                _ = try db.execute("UPDATE approval SET digest = \(String(repeating: "f", count: 64)) WHERE item = \(item)")
            }
            await #expect(throws: PublishingRefusal.changedSince) { try await room.publishing.publish(item, by: chief) }
            try await room.database.write { db in _ = try db.execute("UPDATE approval SET digest = \(seen) WHERE item = \(item)") }
            try await room.publishing.publish(item, by: chief)
            #expect(try await workroom.open(item, for: chief).digest == seen, "the edition is the approved text")
        }
    }

    @Test("a correction's note is part of what is approved, and must be there", arguments: Backend.available)
    func notes(_ backend: Backend) async throws {
        try await Newsroom.with(backend) { room in
            let (editor, chief) = (try await room.by("editor"), try await room.by("chief"))
            let live = try await room.publish(.about("Cắt điện"))
            let place = Place(site: room.province, section: room.news)
            func further(_ note: String?) async throws {
                try await room.publishing.save(Notice.about("Cắt điện, sửa giờ"), as: live.item, in: place, note: note, by: editor)
                try await room.publishing.submit(live.item, by: editor)
                try await room.publishing.approve(live.item, by: chief)
            }
            try await further(nil)
            await #expect(throws: PublishingRefusal.reasonMissing) { try await room.publishing.publish(live.item, as: .correct, by: chief) }
            try await room.publishing.return(live.item, reason: "Thiếu lời đính chính", by: chief)
            try await further("Cắt điện từ 8 giờ, không phải 7 giờ.")
            try await room.publishing.publish(live.item, as: .correct, by: chief)
            let shown = try #require(try await room.shown(live.item))
            #expect(shown.note == "Cắt điện từ 8 giờ, không phải 7 giờ." && shown.operation == .correct)
        }
    }

    @Test("an urgent edition is marked for ever; somebody else confirms it, or an alarm rings", arguments: Backend.available)
    func urgent(_ backend: Backend) async throws {
        try await Newsroom.with(backend) { room in
            let workroom = Workroom(room.publishing)
            let (chief, second) = (try await room.by("chief"), try await room.by("second"))
            let item = try await draft(room, by: "chief", "Khẩn")
            await #expect(throws: PublishingRefusal.reasonMissing) { try await room.publishing.publishUrgently(item, reason: " ", by: chief) }
            try await room.publishing.publishUrgently(item, reason: "Vỡ đê", by: chief)
            #expect(try await room.shown(item) != nil)
            let opened = try await workroom.open(item, for: chief)
            #expect(opened.urgent?.person == chief.actor.person && opened.urgent?.confirmedBy == nil)
            await #expect(throws: AuthorizationRefusal.ownWork(.confirmUrgent)) { try await room.publishing.confirmUrgent(item, by: chief) }
            room.clock.advance(seconds: Publisher.urgentSeconds + 1)
            try await UrgentOverdue(room.publishing).run(
                Job(id: JobID(rawValue: 1), name: UrgentOverdue.name, payload: "\(item):1", effect: "x", runAt: room.clock.now)
            )
            let alarms = try await workroom.alarms(for: second)
            #expect(alarms.map(\.reason) == [.urgentUnconfirmed] && alarms.first?.item == item)
            #expect(try await workroom.alarms(for: room.by("operator")).isEmpty)
            try await workroom.acknowledge(try #require(alarms.first?.id), by: second)
            #expect(try await workroom.alarms(for: second).isEmpty)
            try await room.publishing.confirmUrgent(item, by: second)
            #expect(try await workroom.open(item, for: chief).urgent?.confirmedBy == second.actor.person)
            await #expect(throws: PublishingRefusal.nothingUrgent) { try await room.publishing.confirmUrgent(item, by: second) }
            #expect(try await workroom.revisions(of: item, for: chief).first?.isUrgent == true)
        }
    }

    @Test("a planned withdrawal happens at its moment, once; taken back, it does not", arguments: Backend.available)
    func withdrawals(_ backend: Backend) async throws {
        try await Newsroom.with(backend) { room in
            let chief = try await room.by("chief")
            let live = try await room.publish(.about("Tuyển dụng"))
            let moment = room.clock.now.adding(seconds: 3600)
            await #expect(throws: WorkflowRefusal.past) {
                try await room.publishing.planWithdrawal(live.item, at: room.clock.now, because: .expired, by: chief)
            }
            try await room.publishing.planWithdrawal(live.item, at: moment, because: .expired, by: chief)
            let worker = WithdrawDue(room.publishing)
            let job = Job(id: JobID(rawValue: 1), name: WithdrawDue.name, payload: "\(live.item)", effect: "x", runAt: moment)
            try await worker.run(job)
            #expect(try await room.shown(live.item) != nil, "not before its time")
            let planned = try await Workroom(room.publishing).planned(
                on: [room.province],
                from: room.clock.now,
                to: moment.adding(seconds: 1),
                for: chief
            )
            #expect(planned.away.map(\.item) == [live.item] && planned.out.isEmpty)
            room.clock.advance(seconds: 3601)
            try await worker.run(job)
            try await worker.run(job)
            #expect(try await room.shown(live.item) == nil)
            try await room.publishing.restore(live.item, by: chief)
            try await worker.run(job)
            #expect(try await room.shown(live.item) != nil, "an old job does nothing")
        }
    }

    @Test("a scheduled item that cannot go out rings an alarm at the first try", arguments: Backend.available)
    func failedSchedule(_ backend: Backend) async throws {
        try await Newsroom.with(backend) { room in
            let (reporter, chief) = (try await room.by("reporter"), try await room.by("chief"))
            let item = try await draft(room)
            try await room.publishing.submit(item, by: reporter)
            try await room.publishing.approve(item, by: chief)
            let moment = room.clock.now.adding(seconds: 60)
            try await room.publishing.schedule(item, at: moment, by: chief)
            try await room.database.write { db in _ = try db.execute("UPDATE site SET status = 'frozen' WHERE id = \(room.province)") }
            room.clock.advance(seconds: 61)
            let job = Job(id: JobID(rawValue: 1), name: PublishDue.name, payload: "\(item)", effect: "x", runAt: moment)
            for _ in 0..<2 { await #expect(throws: PublishingRefusal.siteNotActive(.frozen)) { try await PublishDue(room.publishing).run(job) } }
            let alarms = try await Workroom(room.publishing).alarms(for: chief)
            #expect(alarms.map(\.reason) == [.publicationFailed] && alarms.first?.detail == "publishing.site-not-active")
        }
    }

    @Test("remarks, tasks and a guest's link: each sees what is theirs, and a link that is over tells nothing", arguments: Backend.available)
    func talk(_ backend: Backend) async throws {
        try await Newsroom.with(backend) { room in
            let workroom = Workroom(room.publishing)
            let (reporter, chief) = (try await room.by("reporter"), try await room.by("chief"))
            let item = try await draft(room)
            let remark = try await workroom.remark("Thiếu giờ.", quoting: "Mời bà con", on: item, by: chief)
            try await workroom.remark("Đã thêm.", on: item, answering: remark, by: reporter)
            await #expect(throws: PublishingRefusal.remarkEmpty) { try await workroom.remark(" \n", on: item, by: chief) }
            #expect(try await workroom.remarks(on: item, for: reporter).map(\.text) == ["Thiếu giờ.", "Đã thêm."])
            try await workroom.resolve(remark, on: item, by: reporter)
            #expect(try await workroom.remarks(on: item, for: reporter).first?.resolvedBy == reporter.actor.person)
            try await workroom.assign(chief.actor.person, .read, of: item, dueAt: room.clock.now.adding(seconds: 60), by: chief)
            #expect(try await workroom.tasks(of: chief).map(\.item) == [item])
            try await workroom.finish(.read, of: chief.actor.person, on: item, by: chief)
            #expect(try await workroom.tasks(of: chief).isEmpty)

            let (link, token) = try await workroom.invite("Bà Lê  Thị Sen", to: item, days: 3, by: chief)
            #expect(link.guest == "Bà Lê Thị Sen")
            let view = try #require(try await workroom.guest(token))
            #expect(view.item.card.content.title == "Thông báo cắt nước" && view.remarks.isEmpty, "a guest sees no one else's remarks")
            #expect(try await workroom.remark("Rõ rồi.", quoting: "", through: token))
            #expect(try await workroom.guest(token)?.remarks.map(\.text) == ["Rõ rồi."])
            try await room.publishing.save(Notice.about("Bản sau"), as: item, in: Place(site: room.province, section: room.news), by: reporter)
            #expect(try await workroom.guest(token)?.item.card.content.title == "Thông báo cắt nước", "the revision the link was made for")
            try await workroom.end(link.id, of: item, by: chief)
            #expect(try await workroom.guest(token) == nil)
            #expect(try await !workroom.remark("Nữa", quoting: "", through: token))
            let (_, late) = try await workroom.invite("Khách", to: item, days: 1, by: chief)
            room.clock.advance(seconds: 86_401)
            #expect(try await workroom.guest(late) == nil)
            #expect(try await workroom.guest(SecretToken.make()) == nil)
        }
    }

    @Test("history compares, and a former revision comes back as a new one", arguments: Backend.available)
    func history(_ backend: Backend) async throws {
        try await Newsroom.with(backend) { room in
            let workroom = Workroom(room.publishing)
            let (editor, chief) = (try await room.by("editor"), try await room.by("chief"))
            let live = try await room.publish(.about("Bản một"))
            try await room.publishing.save(Notice.about("Bản hai"), as: live.item, in: Place(site: room.province, section: room.news), by: editor)
            let lines = try await workroom.revisions(of: live.item, for: chief)
            #expect(lines.map(\.number) == [2, 1] && lines.map(\.edition) == [nil, 1])
            #expect((try await workroom.revision(1, of: live.item, for: chief).details as? Notice)?.title == "Bản một")
            try await workroom.revert(live.item, to: 1, reason: "Lấy lại", expecting: nil, by: chief)
            let opened = try await workroom.open(live.item, for: chief)
            #expect((opened.details as? Notice)?.title == "Bản một" && opened.item.revision == 3 && opened.item.workflow.author == chief.actor.person)
            await #expect(throws: PublishingRefusal.unknownItem(live.item)) { _ = try await workroom.revision(9, of: live.item, for: chief) }
        }
    }

    @Test("a time of posting ends with a withdrawal of its reason, and where so planned with an erasure", arguments: Backend.available)
    func posting(_ backend: Backend) async throws {
        try await Newsroom.with(backend) { room in
            let (chief, second) = (try await room.by("chief"), try await room.by("second"))
            let item = try await room.publish(.about("Danh sách hộ nghèo")).item
            let moment = room.clock.now.adding(seconds: 3_600)
            await #expect(throws: AuthorizationRefusal.self) {
                try await room.publishing.planWithdrawal(item, at: moment, because: .expired, erasing: true, by: room.by("editor"))
            }
            try await room.publishing.planWithdrawal(item, at: moment, because: .expired, erasing: true, by: chief)
            let job = Job(id: room.publishing.ids.next(), name: WithdrawDue.name, payload: "\(item)", effect: "thử", runAt: moment)
            try await WithdrawDue(room.publishing).run(job)
            #expect(try await room.shown(item) != nil, "not before its time")
            room.clock.advance(seconds: 3_601)
            // Somebody withdrew it by hand, or the program stopped between the two steps.
            try await room.publishing.withdraw(item, because: .personal, note: nil, by: second)
            let left = try await room.database.read { try $0.value("SELECT count(*) FROM withdrawal_plan", as: Int.self) }
            #expect(left == 0, "by hand the plan is over")
            try await room.publishing.restore(item, by: second)
            try await room.publishing.planWithdrawal(item, at: room.clock.now.adding(seconds: 1), because: .expired, erasing: true, by: chief)
            room.clock.advance(seconds: 2)
            try await WithdrawDue(room.publishing).run(job)
            let all = try await room.database.read { try EventLog.entries(from: 0, limit: 1000, $0) }
            let entries = all.map { String(decoding: $0, as: UTF8.self) }.suffix(2)
            #expect(entries.first?.contains("\"op\":\"withdraw\"") == true && entries.last?.contains("\"op\":\"erase\"") == true)
            #expect(entries.allSatisfy { $0.contains("\"why\":\"expired\"") })
            let (editions, plans) = try await room.database.read { db in
                (
                    try db.value("SELECT count(*) FROM edition WHERE item = \(item) AND sealed IS NOT NULL", as: Int.self),
                    try db.value("SELECT count(*) FROM withdrawal_plan", as: Int.self)
                )
            }
            #expect(editions == 0 && plans == 0)
            #expect(try await room.keyring.missing(among: [item]) == [item], "the key, and with it the salt, is gone")
            try await WithdrawDue(room.publishing).run(job)
        }
    }

    @Test("erased: copies, remarks, links and the draft's title go with the rest", arguments: Backend.available)
    func erasure(_ backend: Backend) async throws {
        try await Newsroom.with(backend) { room in
            let workroom = Workroom(room.publishing)
            let chief = try await room.by("chief")
            let item = try await draft(room)
            try await workroom.remark("Nhạy cảm.", on: item, by: chief)
            _ = try await workroom.keep([1], of: item, base: 1, version: 0, tab: "a", by: chief)
            let (_, token) = try await workroom.invite("Khách", to: item, days: 1, by: chief)
            try await room.publishing.erase(item, because: .personal, by: chief)
            for table: SQL in ["working_copy", "remark", "review_link"] {
                #expect(try await room.database.read { try $0.value("SELECT count(*) FROM \(table) WHERE item = \(item)", as: Int.self) } == 0)
            }
            #expect(try await room.database.read { try $0.value("SELECT draft_card FROM item WHERE id = \(item)", as: [UInt8]?.self) } == .some(nil))
            #expect(try await workroom.item(item) == nil)
            #expect(try await workroom.guest(token) == nil)
            #expect(try await workroom.rows(WorkQuery(sites: [room.province]), for: chief).isEmpty)
        }
    }
}
