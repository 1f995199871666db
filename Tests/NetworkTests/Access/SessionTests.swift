import PortalNetwork
import PortalTesting
import Store
import Testing
import Vietnamese

@Suite("Sessions") struct SessionTests {
    @Test("end by rest, by age and at once", arguments: Backend.available)
    func ends(_ backend: Backend) async throws {
        try await AccessRoom.with(backend) { room in
            let person = try await room.person("an")
            let (token, session, _, recovery) = try await room.enrolled("an")
            for _ in 0..<3 {
                room.net.pass(seconds: 29 * 60)
                #expect(try await room.access.session(token) != nil)
            }
            room.net.pass(seconds: 31 * 60)
            #expect(try await room.access.session(token) == nil, "half an hour without a request")

            let second = try await room.access.confirm(try await room.half("an"), code: recovery[0], from: AccessRoom.caller)
            for _ in 0..<28 {
                room.net.pass(seconds: 25 * 60)
                #expect(try await room.access.session(second) != nil)
            }
            room.net.pass(seconds: 25 * 60)
            #expect(try await room.access.session(second) == nil, "twelve hours, whatever happened in them")

            let third = try await room.access.confirm(try await room.half("an"), code: recovery[1], from: AccessRoom.caller)
            let listed = try await room.access.sessions(of: person.id)
            #expect(listed.count == 1 && listed[0].factor == "recovery" && listed[0].address == AccessRoom.caller.address)
            try await room.access.revoke(listed[0].id, of: person.id, by: person, from: AccessRoom.caller)
            #expect(try await room.access.session(third) == nil)
            let stranger = try await room.person("binh")
            await #expect(throws: AccessRefusal.sessionUnknown) {
                try await room.access.revoke(session.id, of: stranger.id, by: person, from: AccessRoom.caller)
            }
        }
    }

    @Test("nothing but its token opens it", arguments: Backend.available)
    func tokens(_ backend: Backend) async throws {
        try await AccessRoom.with(backend) { room in
            _ = try await room.person("an")
            let (token, _, _, _) = try await room.enrolled("an")
            #expect(SecretToken(token.text) == token)
            for text in ["", token.text.uppercased(), String(token.text.dropLast()), token.text + "a", "' OR 1=1 --", token.formToken] {
                #expect(SecretToken(text) == nil, "\(text)")
            }
            let stored = try await room.net.database.read { try $0.column("SELECT digest FROM access_session", as: [UInt8].self) }
            #expect(!stored.contains(Array(token.text.utf8)) && stored.allSatisfy { $0.count == 32 })
            #expect(token.formToken != SecretToken(String(token.text.reversed()))?.formToken)
        }
    }

    @Test("what happens to a person happens to their sessions at once", arguments: Backend.available)
    func person(_ backend: Backend) async throws {
        try await AccessRoom.with(backend) { room in
            let person = try await room.person("an")
            let (token, session, _, recovery) = try await room.enrolled("an")
            #expect(session.actor.grants == [Actor.Grant(role: .editor, site: room.site.id)])
            try await room.access.revoke(.editor, from: person.id, on: room.site.id, by: nil, caller: AccessRoom.caller)
            #expect(try await room.access.session(token)?.actor.grants == [])
            try await room.access.setActive(false, person.id, by: nil, from: AccessRoom.caller)
            #expect(try await room.access.session(token) == nil)
            try await room.access.setActive(true, person.id, by: nil, from: AccessRoom.caller)
            #expect(try await room.access.session(token) == nil, "coming back revives no session")

            let kept = try await room.access.confirm(try await room.half("an"), code: recovery[0], from: AccessRoom.caller)
            let other = try await room.access.confirm(try await room.half("an"), code: recovery[1], from: AccessRoom.caller)
            let own = try #require(try await room.access.session(kept))
            try await room.access.changePassword(own, from: AccessRoom.password, to: "thuyền neo bến lạ", caller: AccessRoom.caller)
            #expect(try await room.access.session(kept) != nil)
            #expect(try await room.access.session(other) == nil)
            try await room.access.resetSecondFactor(of: person.id, by: nil, from: AccessRoom.caller)
            #expect(try await room.access.session(kept) == nil)
            #expect(try await room.half("an", password: "thuyền neo bến lạ").hasSecondFactor == false)
        }
    }

    @Test("technical roles choose a new password every two months", arguments: Backend.available)
    func age(_ backend: Backend) async throws {
        try await AccessRoom.with(backend) { room in
            for (handle, role) in [("an", Role.editor), ("binh", .administrator)] {
                _ = try await room.person(handle, role)
                _ = try await room.enrolled(handle)
            }
            room.net.pass(seconds: 30 * 86_400)
            for handle in ["an", "binh"] {
                let half = try await room.half(handle)
                #expect(!half.mustChangePassword)
                try await room.net.database.write { _ = try $0.execute("UPDATE access_account SET signed_in_at = \(room.net.now)") }
            }
            room.net.pass(seconds: 31 * 86_400)
            #expect(try await room.half("an").mustChangePassword == false)
            #expect(try await room.half("binh").mustChangePassword)
        }
    }
}
