import PortalNetwork
import PortalTesting
import Store
import Testing
import Vietnamese

@Suite("Signing in") struct SignInTests {
    @Test("password, then the second factor", arguments: Backend.available)
    func twoSteps(_ backend: Backend) async throws {
        try await AccessRoom.with(backend) { room in
            _ = try await room.person("an")
            let first = try await room.enrolled("an")
            #expect(first.session.level == .full && first.session.hasSecondFactor && first.recovery.count == 10)
            room.net.pass(seconds: 60)
            let half = try await room.half("AN ")
            #expect(half.level == .half)
            let token = try await room.access.confirm(half, code: " " + room.code(first.secret) + " ", from: AccessRoom.caller)
            #expect(try await room.access.session(token)?.level == .full)
            // The first step's session is over, and confirms nothing twice.
            await #expect(throws: AccessRefusal.self) {
                try await room.access.confirm(half, code: room.code(first.secret, steps: 1), from: AccessRoom.caller)
            }
        }
    }

    @Test("a second factor is taken once", arguments: Backend.available)
    func replay(_ backend: Backend) async throws {
        try await AccessRoom.with(backend) { room in
            _ = try await room.person("an")
            let (_, _, secret, recovery) = try await room.enrolled("an")
            // The code that set it up was used by that.
            let again = try await room.half("an")
            let used = room.code(secret)
            await #expect(throws: AccessRefusal.codeUsed) { try await room.access.confirm(again, code: used, from: AccessRoom.caller) }
            await #expect(throws: AccessRefusal.codeUsed) {
                try await room.access.confirm(again, code: room.code(secret, steps: -1), from: AccessRoom.caller)
            }
            await #expect(throws: AccessRefusal.codeWrong) { try await room.access.confirm(again, code: "không phải mã", from: AccessRoom.caller) }
            _ = try await room.access.confirm(again, code: recovery[3].uppercased(), from: AccessRoom.caller)
            let third = try await room.half("an")
            await #expect(throws: AccessRefusal.codeUsed) { try await room.access.confirm(third, code: recovery[3], from: AccessRoom.caller) }
            #expect(try await room.access.standing(of: third.person.id)?.recoveryCodesLeft == 9)
        }
    }

    @Test("one code lets one of many in", arguments: Backend.available)
    func race(_ backend: Backend) async throws {
        try await AccessRoom.with(backend) { room in
            _ = try await room.person("an")
            let (_, _, secret, _) = try await room.enrolled("an")
            room.net.pass(seconds: 90)
            let halves = [try await room.half("an"), try await room.half("an"), try await room.half("an")]
            let code = room.code(secret)
            let entered = await withTaskGroup(of: Bool.self) { group in
                for half in halves { group.addTask { (try? await room.access.confirm(half, code: code, from: AccessRoom.caller)) != nil } }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(entered == 1)
        }
    }

    @Test("nobody learns who exists", arguments: Backend.available)
    func enumeration(_ backend: Backend) async throws {
        try await AccessRoom.with(backend) { room in
            let an = try await room.person("an")
            let off = try await room.person("tat")
            try await room.access.setActive(false, off.id, by: nil, from: AccessRoom.caller)
            for (handle, password) in [("an", "sai"), ("khong-co", "sai"), ("tat", AccessRoom.password), ("", ""), ("a'--", "\u{0}")] {
                await #expect(throws: AccessRefusal.wrongNameOrPassword, "\(handle)") {
                    try await room.access.signIn(handle: handle, password: password, from: AccessRoom.caller)
                }
            }
            // The same number of failures blocks a name that is and one that is not.
            var failures: [String: Int] = [:]
            for handle in ["an", "khong-co"] {
                let caller = Access.Caller(address: "198.51.100.\(handle.count)", agent: "")
                for _ in 0..<20 {
                    do { _ = try await room.access.signIn(handle: handle, password: "sai", from: caller) } catch AccessRefusal.wrongNameOrPassword {
                        failures[handle, default: 0] += 1
                    } catch AccessRefusal.tooManyAttempts { break }
                }
            }
            #expect(failures == ["an": 5, "khong-co": 5])
            let typed = try await room.audit().map(\.object)
            #expect(!typed.contains("khong-co") && typed.contains(an.handle), "what was typed is kept only where it is somebody's name")
        }
    }

    @Test("failures make one wait, longer each time, and not for ever", arguments: Backend.available)
    func throttle(_ backend: Backend) async throws {
        try await AccessRoom.with(backend) { room in
            _ = try await room.person("an")
            func attempt(_ password: String, from address: String = "203.0.113.9") async -> AccessRefusal? {
                do {
                    _ = try await room.access.signIn(handle: "an", password: password, from: Access.Caller(address: address, agent: ""))
                    return nil
                } catch { return error as? AccessRefusal }
            }
            for _ in 0..<5 { #expect(await attempt("sai") == .wrongNameOrPassword) }
            #expect(await attempt(AccessRoom.password) == .tooManyAttempts(minutes: 1), "the right password is not tried either")
            #expect(await attempt(AccessRoom.password, from: "192.0.2.200") == nil, "the person comes in from elsewhere")
            room.net.pass(seconds: 16)
            #expect(await attempt("sai") == .wrongNameOrPassword)
            room.net.pass(seconds: 16)
            #expect(await attempt("sai") == .tooManyAttempts(minutes: 1))
            room.net.pass(seconds: 15)
            for _ in 0..<8 {
                _ = await attempt("sai")
                room.net.pass(seconds: 901)
            }
            #expect(await attempt(AccessRoom.password) == nil)
        }
    }

    @Test("a clock that jumps lets nobody in and locks nobody out", arguments: Backend.available)
    func clock(_ backend: Backend) async throws {
        try await AccessRoom.with(backend) { room in
            _ = try await room.person("an")
            let (token, _, secret, recovery) = try await room.enrolled("an")
            room.net.pass(seconds: -3600)
            #expect(try await room.access.session(token) == nil, "a session from the future would last too long")
            let half = try await room.half("an")
            await #expect(throws: AccessRefusal.codeUsed) { try await room.access.confirm(half, code: room.code(secret), from: AccessRoom.caller) }
            _ = try await room.access.confirm(half, code: recovery[0], from: AccessRoom.caller)
            room.net.pass(seconds: 3600)
            #expect(try await room.access.session(token) != nil)
            // Failures written under a clock that was years ahead block nobody when it is put right.
            room.net.pass(seconds: 400_000_000)
            for _ in 0..<6 { _ = try? await room.access.signIn(handle: "an", password: "sai", from: AccessRoom.caller) }
            room.net.pass(seconds: -400_000_000)
            _ = try await room.half("an")
        }
    }

    @Test("an account nobody uses is closed", arguments: Backend.available)
    func dormant(_ backend: Backend) async throws {
        try await AccessRoom.with(backend) { room in
            let person = try await room.person("an")
            room.net.pass(seconds: 44 * 86_400)
            _ = try await room.enrolled("an")
            room.net.pass(seconds: 46 * 86_400)
            await #expect(throws: AccessRefusal.dormant(days: 45)) { try await room.half("an") }
            await #expect(throws: AccessRefusal.wrongNameOrPassword) { try await room.half("an", password: "sai") }
            try await room.access.setActive(true, person.id, by: nil, from: AccessRoom.caller)
            _ = try await room.half("an")
        }
    }

    @Test("an address of IPv6 is counted with its network", arguments: Backend.available)
    func networks(_ backend: Backend) async throws {
        try await AccessRoom.with(backend) { room in
            _ = try await room.person("an")
            for index in 0..<5 {
                _ = try? await room.access.signIn(handle: "an", password: "sai", from: Access.Caller(address: "2001:db8:1:2::\(index)", agent: ""))
            }
            await #expect(throws: AccessRefusal.tooManyAttempts(minutes: 1)) {
                try await room.access.signIn(
                    handle: "an",
                    password: AccessRoom.password,
                    from: Access.Caller(address: "2001:db8:1:2:ffff::9", agent: "")
                )
            }
        }
    }
}
