import PortalNetwork
import PortalTesting
import Store
import Testing
import Vietnamese

@Suite("The audit trail") struct AuditTests {
    @Test("says who, what, when, from where, on what", arguments: Backend.available)
    func lines(_ backend: Backend) async throws {
        try await AccessRoom.with(backend) { room in
            let other = try await room.net.add("khac", below: room.site.id)
            let person = try await room.person("an")
            _ = try await room.enrolled("an")
            try await room.access.grant(.reporter, to: person.id, on: other.id, by: person, from: AccessRoom.caller)
            let all = try await room.audit()
            let words = ["person-added", "role-granted", "person-invited", "invitation-used", "sign-in", "factor-enrolled", "role-granted"]
            #expect(all.reversed().map(\.action) == words)
            #expect(all[0].handle == "an" && all[0].site == other.id && all[0].detail == "reporter" && all[0].object == "an")
            #expect(all.allSatisfy { $0.at == room.net.now && $0.address == AccessRoom.caller.address && $0.outcome == .done })
            #expect(try await room.audit(.init(action: "sign-in")).count == 1)
            #expect(try await room.audit(.init(handle: "an")).count == 7)
            #expect(try await room.audit(.init(handle: "khong-co")).isEmpty)
            #expect(try await room.audit(.init(outcome: .refused)).isEmpty)
            #expect(try await room.audit(.init(from: room.net.now.adding(seconds: 1))).isEmpty)
            let page = try await room.audit(.init(limit: 3))
            #expect(page == Array(all.prefix(3)))
            #expect(try await room.audit(.init(before: page[2].id)) == Array(all.dropFirst(3)))
            // Of one site: its own lines, and what has no site of people who hold a role there.
            let below = try await room.audit(.init(sites: [other.id])).map(\.action)
            #expect(below == ["role-granted", "factor-enrolled", "sign-in", "invitation-used"])
            #expect(try await room.audit(.init(sites: [])).isEmpty)
        }
    }

    @Test("is only added to", arguments: Backend.available)
    func stays(_ backend: Backend) async throws {
        try await AccessRoom.with(backend) { room in
            _ = try await room.person("an")
            let before = try await room.audit()
            await #expect(throws: StoreFault.self) { try await room.net.database.write { _ = try $0.execute("DELETE FROM audit") } }
            await #expect(throws: StoreFault.self) { try await room.net.database.write { _ = try $0.execute("UPDATE audit SET handle = 'x'") } }
            #expect(try await room.audit() == before && !before.isEmpty)
        }
    }
}

@Suite("Time codes") struct TimeCodeTests {
    @Test(
        "as RFC 6238 prints them (appendix B, six digits)",
        arguments: [
            (59, "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"), (1_234_567_890, "005924"), (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ] as [(Int64, String)]
    )
    func vectors(_ seconds: Int64, _ code: String) {
        #expect(TimeCodes.code(Array("12345678901234567890".utf8), step: TimeCodes.step(at: Instant(seconds: seconds))) == code)
    }

    @Test("the address an authenticator reads")
    func address() {
        let text = TimeCodes.address(Array("12345678901234567890".utf8), account: "an", issuer: "Cầu Nối")
        #expect(
            text == "otpauth://totp/C%E1%BA%A7u%20N%E1%BB%91i:an?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=C%E1%BA%A7u%20N%E1%BB%91i"
        )
    }

    @Test("as RFC 4648 writes it", arguments: [("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("fooba", "MZXW6YTB")])
    func base32(_ text: String, _ encoded: String) {
        #expect(Base32.encode(Array(text.utf8)) == encoded)
    }
}
