import PortalNetwork
import PortalTesting
import Publishing
import Rules
import Store
import Testing
import Vietnamese

@testable import Casework

@Suite("Working on cases")
struct WorkingTests {
    @Test("from the door to the answer, by those who may", arguments: Backend.available)
    func whole(_ backend: Backend) async throws {
        try await CaseRoom.with(backend) { room in
            let casework = room.casework
            let id = try await room.receive().id
            let (clerk, unit, chief, other) = (
                try await room.by("clerk"), try await room.by("unit"), try await room.by("chief"), try await room.by("other")
            )
            await #expect(throws: AuthorizationRefusal.notAllowed(.receiveCases)) { try await casework.accept(try await room.seen(id), by: unit) }
            try await casework.accept(try await room.seen(id), by: clerk)
            await #expect(throws: CaseRefusal.notNow(.accept, .accepted)) { try await casework.accept(try await room.seen(id), by: clerk) }
            try await casework.transfer(
                try await room.seen(id),
                to: room.office,
                desk: room.department.id,
                words: "Thuộc lĩnh vực cấp phép xây dựng.",
                by: clerk
            )
            // It left the province's own desk, whose people see what lies below.
            #expect(try await room.file(id).desk == room.department.id)
            try await casework.take(try await room.seen(id), by: unit)
            let answer = CaseNote(
                text: "Ông/bà nộp hồ sơ tại bộ phận một cửa của phường theo mẫu số 01.",
                letter: "123/SXD-QLXD",
                signer: "Nguyễn Văn Mẫu"
            )
            await #expect(throws: CaseRefusal.notYours) { try await casework.submit(try await room.seen(id), answer: answer, by: other) }
            try await casework.submit(try await room.seen(id), answer: answer, by: unit)
            await #expect(throws: AuthorizationRefusal.notAllowed(.approveCases)) { try await casework.approve(try await room.seen(id), by: unit) }
            try await casework.approve(try await room.seen(id), by: chief)
            try await casework.answer(try await room.seen(id), by: chief)
            let file = try await room.file(id)
            #expect(file.state == .answered && file.answeredAt == room.clock.now && !file.wasLate)
            let view = try await casework.view(id, opens: true, by: chief)
            #expect(view.steps.map(\.event.act) == [.receive, .accept, .transfer, .take, .submit, .approve, .answer])
            #expect(view.steps.last?.note == answer)
            let audit = try await room.database.read {
                try $0.column("SELECT detail FROM audit WHERE action = 'case-acted' ORDER BY id", as: String.self)
            }
            #expect(audit == ["accept", "transfer", "take", "submit", "approve", "answer"])
        }
    }

    @Test("whoever wrote the answer does not let it out", arguments: Backend.available)
    func fourEyes(_ backend: Backend) async throws {
        try await CaseRoom.with(backend) { room in
            let chief = try await room.by("chief")
            let id = try await room.receive().id
            try await room.casework.accept(try await room.seen(id), by: chief)
            try await room.casework.take(try await room.seen(id), by: chief)
            try await room.casework.submit(try await room.seen(id), answer: CaseNote(text: "Đây là câu trả lời đủ dài để gửi đi."), by: chief)
            await #expect(throws: AuthorizationRefusal.ownWork(.approveCases)) { try await room.casework.approve(try await room.seen(id), by: chief) }
            #expect(try await room.casework.view(id, opens: false, by: chief).acts.contains(.approve) == false)
        }
    }

    @Test("two at once: the second is told, and nothing is overwritten", arguments: Backend.available)
    func meanwhile(_ backend: Backend) async throws {
        try await CaseRoom.with(backend) { room in
            let clerk = try await room.by("clerk")
            let id = try await room.receive().id
            let seen = try await room.seen(id)
            try await room.casework.note(seen, words: "Đã gọi điện", by: clerk)
            await #expect(throws: CaseRefusal.changedMeanwhile) { try await room.casework.accept(seen, by: clerk) }
            #expect(try await room.file(id).state == .received)
        }
    }

    @Test("the text is opened only by who is on the case, and each opening is noted", arguments: Backend.available)
    func reading(_ backend: Backend) async throws {
        try await CaseRoom.with(backend) { room in
            let id = try await room.receive().id
            let (clerk, unit, other) = (try await room.by("clerk"), try await room.by("unit"), try await room.by("other"))
            #expect(try await room.casework.view(id, opens: true, by: clerk).original != nil)
            await #expect(throws: AuthorizationRefusal.notAllowed(.readCases)) { try await room.casework.view(id, opens: true, by: unit) }
            try await room.casework.accept(try await room.seen(id), by: clerk)
            try await room.casework.transfer(
                try await room.seen(id),
                to: room.office,
                desk: room.department.id,
                words: "Thuộc lĩnh vực của Sở.",
                by: clerk
            )
            try await room.casework.take(try await room.seen(id), by: unit)
            #expect(try await room.casework.view(id, opens: true, by: unit).original != nil)
            #expect(try await room.casework.view(id, opens: true, by: other).original == nil)
            await #expect(throws: AuthorizationRefusal.notAllowed(.readCases)) {
                try await room.casework.view(id, opens: true, by: try await room.by("operator"))
            }
            let opened = try await room.database.read { try $0.value("SELECT count(*) FROM audit WHERE action = 'case-opened'", as: Int.self) }
            #expect(opened == 2)
        }
    }

    @Test("the clock stands still while who asked is asked, goes on, is lengthened once", arguments: Backend.available)
    func clock(_ backend: Backend) async throws {
        try await CaseRoom.with(backend) { room in
            let casework = room.casework
            let (unit, chief, clerk) = (try await room.by("unit"), try await room.by("chief"), try await room.by("clerk"))
            let receipt = try await room.receive()
            let id = receipt.id
            try await casework.accept(try await room.seen(id), by: clerk)
            try await casework.transfer(
                try await room.seen(id),
                to: room.office,
                desk: room.department.id,
                words: "Thuộc lĩnh vực của Sở.",
                by: clerk
            )
            try await casework.take(try await room.seen(id), by: unit)
            let before = try #require(try await room.file(id).dueAt)
            try await casework.ask(try await room.seen(id), words: "Xin gửi thêm bản vẽ hiện trạng.", by: unit)
            #expect(try await room.file(id).dueAt == nil)
            room.clock.advance(days: 4)
            try await casework.add("Tôi gửi thêm bản vẽ đây.", to: "\(receipt.code)", "\(receipt.pin)", from: "192.0.2.1")
            let after = try #require(try await room.file(id).dueAt)
            let isWaiting = try await room.file(id).isWaiting
            #expect(after > before && !isWaiting)
            await #expect(throws: CaseRefusal.extensionReason) {
                try await casework.extend(try await room.seen(id), reason: "bận", words: "Nhiều việc quá.", by: chief)
            }
            try await casework.extend(try await room.seen(id), reason: "complex-case", words: "Cần xác minh thực địa.", by: chief)
            let longer = try #require(try await room.file(id).dueAt)
            #expect(longer > after)
            await #expect(throws: CaseRefusal.extensionSpent) {
                try await casework.extend(try await room.seen(id), reason: "complex-case", words: "Cần thêm thời gian nữa.", by: chief)
            }
            let told = try #require(try await casework.view(id, opens: false, by: chief).reckoning)
            let due = try await room.file(id).dueAt
            #expect(told.deadline.due == due)
        }
    }

    @Test("lists by urgency, each view what it says; words find cases", arguments: Backend.available)
    func lists(_ backend: Backend) async throws {
        try await CaseRoom.with(backend) { room in
            let (clerk, unit) = (try await room.by("clerk"), try await room.by("unit"))
            var ids: [CaseID] = []
            for (index, title) in ["Đèn đường hỏng", "Rác thải ven sông", "Cấp phép xây dựng"].enumerated() {
                ids.append(
                    try await room.casework.receive(try room.letter(index == 1 ? "site-report" : "question", title: title), on: room.province).id
                )
                room.clock.advance(days: 1)
            }
            func list(_ view: CaseQuery.View, _ words: String = "", by: Casework.By? = nil, after: CaseQuery.Place? = nil, limit: Int = 10)
                async throws -> [CaseRow]
            {
                try await room.casework.list(
                    CaseQuery(
                        view: view,
                        desks: [room.province.id, room.department.id],
                        person: clerk.person.id,
                        terms: room.casework.terms(of: words),
                        after: after,
                        limit: limit
                    ),
                    by: by ?? clerk
                )
            }
            // A report of five days is due before questions of twenty.
            #expect(try await list(.open).map(\.file.id) == [ids[1], ids[0], ids[2]])
            #expect(try await list(.open).first?.card?.title == "Rác thải ven sông")
            #expect(try await list(.open, "rac thai").map(\.file.id) == [ids[1]])
            #expect(try await list(.open, "0912345678").count == 3)
            #expect(try await list(.open, "không có").isEmpty)
            let first = try await list(.open, limit: 2)
            #expect(try await list(.open, after: first.last?.place).map(\.file.id) == [ids[2]])
            room.clock.advance(days: 6)
            #expect(try await list(.overdue).map(\.file.id) == [ids[1]])
            await #expect(throws: AuthorizationRefusal.notAllowed(.readCases)) { try await list(.open, by: try await room.by("operator")) }
            #expect(try await list(.open, by: unit).isEmpty, "a unit sees the cases of its own portal")
            try await room.casework.reject(try await room.seen(ids[0]), reason: .unclear, words: "Nội dung chưa rõ, mời gửi lại.", by: clerk)
            #expect(try await list(.ended).map(\.file.id) == [ids[0]])
            #expect(try await list(.door).count == 2)
        }
    }

    @Test("of many portals, the list is in one order, page by page", arguments: Backend.available, [CaseQuery.View.open, .ended])
    func manyDesks(_ backend: Backend, _ view: CaseQuery.View) async throws {
        try await CaseRoom.with(backend) { room in
            var desks: [SiteID] = []
            for number in 0..<16 {
                let settings = SiteSettings(name: "Xã \(number)", shortName: "Xã \(number)", hosts: ["xa-\(number).localhost"])
                let draft = SiteDraft(code: "xa-\(number)", parent: room.province.id, kind: .unit, settings: settings)
                desks.append(try await Sites.add(draft, to: room.database, ids: room.casework.ids, clock: room.clock.clock).id)
            }
            for number in 0..<20 {
                let id = try await room.receive().id
                let (desk, moment) = (desks[number % 15], Int64(number * 7919 % 23))
                try await room.database.write { db in
                    _ = try db.execute(
                        "UPDATE case_file SET desk = \(desk), ended = \(view == .ended), due_at = \(moment), changed_at = \(moment) WHERE id = \(id)"
                    )
                }
            }
            let now = room.clock.now
            let (chief, tree) = (try await room.by("chief"), try await room.database.read { try Sites.tree(at: now, in: $0) })
            let by = Casework.By(chief.actor, chief.person, in: tree, from: chief.caller)
            var found: [CaseID] = []
            var after: CaseQuery.Place?
            while found.count < 30 {
                let query = CaseQuery(view: view, desks: desks, person: chief.person.id, after: after, limit: 7)
                let page = try await room.casework.list(query, by: by)
                found += page.map(\.file.id)
                after = page.last?.place
                if page.count < 7 { break }
            }
            let order: SQL = view == .ended ? "changed_at DESC, id DESC" : "due_at, id"
            #expect(try await room.database.read { try $0.column("SELECT id FROM case_file ORDER BY \(order)", as: CaseID.self) } == found)
            #expect(found.count == 20)
        }
    }

    @Test("every state and act: the workflow answers, and ended cases move no more but by being opened again")
    func workflow() {
        for state in CaseState.allCases where state.isEnded {
            for act in CaseAct.allCases {
                let next = try? CaseWorkflow.step(state, act)
                if let next, next != state { #expect(act == .reopen && next == .accepted, "\(state) \(act)") }
            }
        }
        for act in CaseAct.allCases where act != .receive { #expect(!CaseWorkflow.rule(act).from.isEmpty, "\(act)") }
    }
}
