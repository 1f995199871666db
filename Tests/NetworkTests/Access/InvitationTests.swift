import PortalNetwork
import PortalTesting
import Store
import Testing
import Vietnamese

@Suite("Invitations and deputies") struct InvitationTests {
    @Test("a link works once, for three days, and only the last one", arguments: Backend.available)
    func links(_ backend: Backend) async throws {
        try await AccessRoom.with(backend) { room in
            let (person, first) = try await room.access.enter(
                PersonDraft(handle: "an", name: "An"),
                as: .reporter,
                on: room.site.id,
                by: nil,
                from: AccessRoom.caller
            )
            let second = try await room.access.invite(person.id, for: .welcome, by: nil, from: AccessRoom.caller)
            await #expect(throws: AccessRefusal.invitationInvalid) { try await room.access.invitation(first) }
            #expect(try await room.access.invitation(second).person.handle == "an")
            await #expect(throws: AccessRefusal.passwordTooShort(minimum: 8)) {
                try await room.access.accept(second, password: "ngắn", from: AccessRoom.caller)
            }
            _ = try await room.access.accept(second, password: AccessRoom.password, from: AccessRoom.caller)
            await #expect(throws: AccessRefusal.invitationInvalid) {
                try await room.access.accept(second, password: "một mật khẩu khác", from: AccessRoom.caller)
            }
            let late = try await room.access.invite(person.id, for: .welcome, by: nil, from: AccessRoom.caller)
            room.net.pass(seconds: 3 * 86_400 + 1)
            await #expect(throws: AccessRefusal.invitationInvalid) { try await room.access.invitation(late) }
        }
    }

    @Test("a reset closes the old door before it opens the new one", arguments: Backend.available)
    func reset(_ backend: Backend) async throws {
        try await AccessRoom.with(backend) { room in
            let person = try await room.person("an")
            let (token, _, secret, _) = try await room.enrolled("an")
            let link = try await room.access.invite(person.id, for: .reset, by: nil, from: AccessRoom.caller)
            #expect(try await room.access.session(token) == nil)
            await #expect(throws: AccessRefusal.wrongNameOrPassword) { try await room.half("an") }
            _ = try await room.access.accept(link, password: "một mật khẩu khác", from: AccessRoom.caller)
            room.net.pass(seconds: 60)
            // The second factor stays: a mailbox alone lets nobody in.
            let half = try await room.half("an", password: "một mật khẩu khác")
            #expect(half.hasSecondFactor)
            _ = try await room.access.confirm(half, code: room.code(secret), from: AccessRoom.caller)
            try await room.access.setActive(false, person.id, by: nil, from: AccessRoom.caller)
            await #expect(throws: PeopleRefusal.inactive("an")) {
                try await room.access.invite(person.id, for: .reset, by: nil, from: AccessRoom.caller)
            }
        }
    }

    @Test("a password alone replaces no second factor", arguments: Backend.available)
    func factor(_ backend: Backend) async throws {
        try await AccessRoom.with(backend) { room in
            _ = try await room.person("an")
            _ = try await room.enrolled("an")
            let half = try await room.half("an")
            let secret = AccessRoom.secret(of: try await room.access.beginEnrolment(half))
            await #expect(throws: AccessRefusal.codeWrong) {
                try await room.access.completeEnrolment(half, code: room.code(secret), from: AccessRoom.caller)
            }
        }
    }

    @Test("a deputy holds the absent person's roles within the dates", arguments: Backend.available)
    func deputies(_ backend: Backend) async throws {
        try await AccessRoom.with(backend) { room in
            let chief = try await room.person("truong-ban", .editorInChief)
            let deputy = try await room.person("pho-ban", .editor)
            let technician = try await room.person("ky-thuat", .operator)
            let third = try await room.person("thu-ky", .reporter)
            let now = room.net.now
            func roles(_ person: Person, after seconds: Int64) async throws -> Set<Role> {
                Set(try await People.actor(for: person.id, at: now.adding(seconds: seconds), from: room.net.database)?.grants.map(\.role) ?? [])
            }
            func appoint(_ who: Person, for absent: Person, _ from: Int64, _ until: Int64) async throws -> Deputy {
                try await room.access.appoint(
                    who.id,
                    for: absent.id,
                    from: now.adding(seconds: from),
                    until: now.adding(seconds: until),
                    by: nil,
                    caller: AccessRoom.caller
                )
            }
            let first = try await appoint(deputy, for: chief, 100, 200)
            _ = try await appoint(third, for: deputy, 0, 1000)
            #expect(try await roles(deputy, after: 99) == [.editor])
            #expect(try await roles(deputy, after: 100) == [.editor, .editorInChief])
            #expect(try await roles(third, after: 150) == [.reporter, .editor], "a deputy's deputy gets the deputy's own roles only")
            #expect(try await roles(deputy, after: 200) == [.editor])
            try await room.access.setActive(false, chief.id, by: nil, from: AccessRoom.caller)
            #expect(try await roles(deputy, after: 150) == [.editor])
            try await room.access.setActive(true, chief.id, by: nil, from: AccessRoom.caller)
            try await room.access.end(first.id, by: nil, caller: AccessRoom.caller)
            #expect(try await roles(deputy, after: 150) == [.editor])
            await #expect(throws: AccessRefusal.deputyOfAnotherKind) { _ = try await appoint(technician, for: chief, 0, 100) }
            await #expect(throws: AccessRefusal.deputyOfSelf) { _ = try await appoint(chief, for: chief, 0, 100) }
            await #expect(throws: AccessRefusal.deputyPeriod) { _ = try await appoint(deputy, for: chief, 100, 100) }
            await #expect(throws: AccessRefusal.deputyTooLong(days: 92)) { _ = try await appoint(deputy, for: chief, 0, 93 * 86_400) }
            await #expect(throws: AccessRefusal.deputyUnknown) { try await room.access.end(first.id, by: nil, caller: AccessRoom.caller) }
        }
    }
}
