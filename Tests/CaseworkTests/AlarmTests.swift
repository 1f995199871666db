import PortalNetwork
import PortalTesting
import Publishing
import Store
import Testing
import Vietnamese

@testable import Casework

@Suite("Telling officials of deadlines")
struct AlarmTests {
    struct Bell {
        let room: CaseRoom
        let alarm: CaseAlarm

        init(_ room: CaseRoom, _ keys: any Database) async throws {
            self.room = room
            let notices = Notices(
                database: room.database,
                safe: try await KeySafe.open(keys, clock: room.clock.clock),
                ids: room.casework.ids,
                clock: room.clock.clock,
                sendsMail: true
            )
            alarm = CaseAlarm(room.casework, notices: notices) { room.tree }
        }

        func ring() async throws { while try await alarm.step() > 0 {} }

        /// What somebody was told, the newest last.
        func told(_ person: PersonID) async throws -> [String] {
            try await room.database.read { try NoticeBook.list(of: person, limit: 100, in: $0) }.reversed().map(\.subject.key)
        }

        /// Whom each line of the timeline says that was told.
        func steps(_ id: CaseID) async throws -> [String] {
            try await room.database.read { try CaseEvent.list(id, $0) }.filter { $0.act == .escalate }.compactMap { $0.detail["to"] }
        }

        /// To a day of November or December 2026, at noon.
        func goTo(_ month: Int, _ day: Int) throws {
            let date = try #require(CivilDate(year: 2026, month: month, day: day))
            let wanted = VietnamTime.startOfDay(date).adding(seconds: 12 * 3600)
            room.clock.advance(seconds: (wanted.rawValue - room.clock.now.rawValue) / 1000)
        }
    }

    static func with(_ backend: Backend, _ body: (Bell) async throws -> Void) async throws {
        try await withDatabase(backend, migrations: KeySafe.migrations) { keys in
            try await CaseRoom.with(backend) { room in try await body(try await Bell(room, keys)) }
        }
    }

    /// A case that the unit's officer has in hand; due on Monday 7 December.
    static func inHand(_ room: CaseRoom) async throws -> CaseID {
        let id = try await room.receive().id
        let (clerk, unit) = (try await room.by("clerk"), try await room.by("unit"))
        try await room.casework.accept(try await room.seen(id), by: clerk)
        try await room.casework.transfer(
            try await room.seen(id),
            to: room.office,
            desk: room.department.id,
            words: "Thuộc lĩnh vực của Sở.",
            by: clerk
        )
        try await room.casework.take(try await room.seen(id), by: unit)
        return id
    }

    @Test("who has it, the head of the unit, the head of the office: each in time and once", arguments: Backend.available)
    func whole(_ backend: Backend) async throws {
        try await Self.with(backend) { bell in
            let room = bell.room
            let head = try await room.newcomer("head", .deputyChief, on: room.department, mail: "head@anson.test")
            let id = try await Self.inHand(room)
            let (unit, chief) = (try await room.by("unit").person.id, try await room.by("chief").person.id)
            let version = try await room.file(id).version
            try await bell.ring()
            #expect(try await bell.told(unit).isEmpty)
            try bell.goTo(12, 4)
            for _ in 0..<3 { try await bell.ring() }
            #expect(try await bell.told(unit) == ["case-due-soon"])
            #expect(try await bell.told(head.person.id).isEmpty)
            try bell.goTo(12, 7)
            for _ in 0..<3 { try await bell.ring() }
            #expect(try await bell.told(head.person.id) == ["case-due"])
            #expect(try await bell.told(chief).isEmpty)
            try bell.goTo(12, 8)
            for _ in 0..<3 { try await bell.ring() }
            #expect(try await bell.told(chief) == ["case-overdue"])
            #expect(try await bell.steps(id) == ["handler", "unit-head", "office-head"])
            // Nobody's open form is refused for it.
            #expect(try await room.file(id).version == version)
            try await room.casework.note(Casework.Seen(id, version: version), words: "Đang chờ ý kiến", by: try await room.by("unit"))
            #expect(try await room.casework.view(id, opens: false, by: try await room.by("chief")).steps.map(\.event.number) == Array(1...8))
            let letters = try await room.count("SELECT count(*) FROM letter WHERE address = 'head@anson.test' AND about = 'case-due'")
            #expect(letters == 1)
        }
    }

    @Test("after an extension anew, and not at all once it is answered", arguments: Backend.available)
    func anew(_ backend: Backend) async throws {
        try await Self.with(backend) { bell in
            let room = bell.room
            let id = try await Self.inHand(room)
            let other = try await Self.inHand(room)
            let (unit, chief) = (try await room.by("unit"), try await room.by("chief"))
            try bell.goTo(12, 4)
            try await bell.ring()
            #expect(try await bell.told(unit.person.id) == ["case-due-soon", "case-due-soon"])
            try await room.casework.extend(try await room.seen(id), reason: "complex-case", words: "Cần xác minh thêm.", by: chief)
            try await room.casework.submit(try await room.seen(other), answer: CaseNote(text: "Câu trả lời đủ dài để được gửi đi."), by: unit)
            try await room.casework.approve(try await room.seen(other), by: chief)
            try await room.casework.answer(try await room.seen(other), by: chief)
            try bell.goTo(12, 8)
            try await bell.ring()
            #expect(try await bell.told(unit.person.id).count == 2)
            // Ten days more than Sunday the 6th: 16 December.
            try bell.goTo(12, 15)
            try await bell.ring()
            #expect(try await bell.told(unit.person.id) == ["case-due-soon", "case-due-soon", "case-due-soon"])
            #expect(try await bell.steps(id) == ["handler", "handler"])
            #expect(try await bell.steps(other) == ["handler"])
        }
    }

    @Test("the clock stands still while who asked is asked", arguments: Backend.available)
    func standing(_ backend: Backend) async throws {
        try await Self.with(backend) { bell in
            let room = bell.room
            let receipt = try await room.receive()
            let clerk = try await room.by("clerk")
            let secretary = try await room.newcomer("secretary", .deskSecretary)
            try await room.casework.accept(try await room.seen(receipt.id), by: clerk)
            try await room.casework.take(try await room.seen(receipt.id), by: secretary)
            try await bell.ring()
            try await room.casework.ask(try await room.seen(receipt.id), words: "Xin cho biết số thửa đất.", by: secretary)
            try bell.goTo(12, 20)
            try await bell.ring()
            #expect(try await bell.steps(receipt.id).isEmpty)
            try await room.casework.add("Thửa số 12, tờ 5.", to: "\(receipt.code)", "\(receipt.pin)", from: "192.0.2.1")
            try await bell.ring()
            #expect(try await bell.steps(receipt.id).isEmpty)
            #expect(try await room.file(receipt.id).dueAt != nil)
        }
    }

    @Test("who stands in for somebody away is told too, and may act for them", arguments: Backend.available)
    func deputies(_ backend: Backend) async throws {
        try await Self.with(backend) { bell in
            let room = bell.room
            let id = try await Self.inHand(room)
            let unit = try await room.by("unit")
            let away = try await room.newcomer("deputy", .contributor, on: room.department)
            let casework = room.casework
            let now = room.clock.now
            let deputy: DeputyID = casework.ids.next()
            try await room.database.write { db in
                try db.execute(
                    """
                    INSERT INTO deputy (id, absent, deputy, valid_from, valid_to, appointed_by)
                    VALUES (\(deputy), \(unit.person.id), \(away.person.id), \(now), \(now.adding(seconds: 20 * 86_400)), NULL)
                    """
                )
            }
            try bell.goTo(12, 4)
            try await bell.ring()
            #expect(try await bell.told(unit.person.id) == ["case-due-soon"])
            #expect(try await bell.told(away.person.id) == ["case-due-soon"])
            let actor = try #require(try await room.database.read { try People.actor(for: away.person.id, at: room.clock.now, in: $0) })
            let standIn = Casework.By(actor, away.person, in: room.tree, from: CaseRoom.caller)
            #expect(try await casework.view(id, opens: true, by: standIn).original != nil)
            try await casework.submit(try await room.seen(id), answer: CaseNote(text: "Câu trả lời của người được ủy quyền."), by: standIn)
            // Another officer of the unit, who stands in for nobody, may not.
            try await casework.sendBack(try await room.seen(id), words: "Cần nêu căn cứ.", by: try await room.by("chief"))
            let other = try await room.by("other")
            await #expect(throws: CaseRefusal.notYours) {
                try await casework.submit(try await room.seen(id), answer: CaseNote(text: "Câu trả lời của người khác hẳn."), by: other)
            }
            room.clock.advance(days: 30)
            await #expect(throws: CaseRefusal.notYours) {
                try await casework.submit(try await room.seen(id), answer: CaseNote(text: "Ủy quyền đã hết hạn từ lâu."), by: standIn)
            }
        }
    }

    @Test("two nodes at once, and a job that is run again: each is told once", arguments: Backend.available)
    func once(_ backend: Backend) async throws {
        try await Self.with(backend) { bell in
            let room = bell.room
            var ids: [CaseID] = []
            for _ in 0..<5 { ids.append(try await Self.inHand(room)) }
            try await bell.ring()
            try bell.goTo(12, 4)
            let round = CaseRound(room.casework, logger: TellingTests.quiet)
            for _ in 0..<3 { try await round.tick() }
            let jobs = try await room.count("SELECT count(*) FROM job WHERE name = \(TellOfCases.name)")
            #expect(jobs == 1)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for owner in 1...4 {
                    group.addTask {
                        let runner = JobRunner(
                            database: room.database,
                            workers: [TellOfCases(bell.alarm)],
                            owner: owner,
                            clock: room.clock.clock,
                            logger: TellingTests.quiet
                        )
                        _ = try await runner.runDue()
                        // As after a crash: the work again without its job.
                        try await bell.ring()
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await bell.told(try await room.by("unit").person.id).count == 5)
            for id in ids { #expect(try await bell.steps(id) == ["handler"]) }
        }
    }

    @Test("what an old system left undone rings no bells", arguments: Backend.available)
    func imported(_ backend: Backend) async throws {
        try await Self.with(backend) { bell in
            let room = bell.room
            let (secretary, chief) = (try await room.newcomer("secretary", .deskSecretary), try await room.by("chief"))
            let track = try #require(room.casework.tracks["question"])
            let letter = Submission(track: track, channel: .import, title: "Hỏi cũ", text: "Một câu hỏi từ năm ngoái?", wish: .anonymised)
            let old = Casework.Imported(letter, came: CivilDate(year: 2025, month: 1, day: 6), key: "1")
            _ = try await room.casework.enter([old], on: room.province, by: secretary, confirmedBy: chief)
            try await bell.ring()
            #expect(try await bell.told(chief.person.id).isEmpty)
            let waiting = try await room.count("SELECT count(*) FROM case_file WHERE watch_due IS NULL OR watch_due <> due_at")
            #expect(waiting == 0)
        }
    }
}
