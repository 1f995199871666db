import Foundation
import PortalNetwork
import PortalTesting
import Store
import Testing
import Vietnamese

@Suite("Passwords") struct PasswordTests {
    static let person = Person(
        id: PersonID(rawValue: 1),
        handle: "lan.ngoc",
        name: "Trần Ngọc Lan",
        email: "ngoclan@vidu.vn",
        createdAt: Instant(rawValue: 0)
    )

    @Test(
        "what is refused, and why",
        arguments: [
            ("ngắn", AccessRefusal.passwordTooShort(minimum: 8)), ("", .passwordTooShort(minimum: 8)), ("aaaaaaaaaaaa", .passwordMonotone),
            ("abababababab", .passwordMonotone), ("12345678", .passwordMonotone), ("87654321", .passwordMonotone), ("abcdefghij", .passwordMonotone),
            ("password1", .passwordCommon), ("Mật khẩu 2026", .passwordCommon), ("QWERTYUIOP", .passwordCommon), ("anhyeuem123", .passwordCommon),
            ("84739201", .passwordCommon), ("0912345987", .passwordCommon), ("Trần Ngọc Lan 99", .passwordPersonal),
            ("x-lan.ngoc-x", .passwordPersonal),
            ("tôi là ngoclan!", .passwordPersonal), (String(repeating: "abcd", count: 40), .passwordTooLong(limit: 128)),
        ]
    )
    func refused(_ password: String, _ refusal: AccessRefusal) {
        #expect(throws: refusal) { try PasswordRules.check(password, of: Self.person) }
    }

    @Test("what is taken", arguments: ["bến đò cũ 47", "correct horse battery staple", "Gió mùa đông bắc", "k7#pQ-2v", "春眠不觉晓处处闻啼鸟"])
    func taken(_ password: String) throws {
        try PasswordRules.check(password, of: Self.person)
    }

    @Test("a hash says how it was made, and knows only its password")
    func hashes() async throws {
        let hasher = try PasswordHasher(cost: .least)
        let composed = "mật khẩu ở nhà"
        let hash = try await hasher.hash(composed)
        #expect(hash.hasPrefix("$argon2id$v=19$m=8,t=1,p=1$"))
        #expect(try await hasher.hash(composed) != hash)
        #expect(try await hasher.verify(composed, hash))
        #expect(try await hasher.verify(composed.decomposedStringWithCanonicalMapping, hash), "whatever keyboard wrote the marks")
        for wrong in ["mat khau o nha", "", composed + " ", composed + "\u{0}x"] { #expect(try await !hasher.verify(wrong, hash)) }
        for broken in ["", "$argon2id$", "x", String(repeating: "a", count: 5000)] { #expect(try await !hasher.verify(composed, broken)) }
        #expect(try await !hasher.verify(composed, nil))
        #expect(!hasher.isOutdated(hash))
        #expect(try PasswordHasher(cost: .house).isOutdated(hash))
    }

    @Test("few at once, a bounded line, the rest is sent away")
    func line() async throws {
        let hasher = try PasswordHasher(cost: PasswordHasher.Cost(passes: 2, bytes: 8 << 20), width: 1, longestLine: 3)
        let (done, busy) = await withTaskGroup(of: Bool?.self) { group in
            for _ in 0..<40 {
                group.addTask {
                    do {
                        _ = try await hasher.hash("một hai ba bốn")
                        return true
                    } catch AccessRefusal.busy { return false } catch { return nil }
                }
            }
            return await group.reduce((0, 0)) { ($0.0 + ($1 == true ? 1 : 0), $0.1 + ($1 == false ? 1 : 0)) }
        }
        #expect(done >= 4 && busy > 0 && done + busy == 40, "\(done) done, \(busy) sent away")
        _ = try await hasher.hash("và sau đó như thường")
    }

    @Test("ten former ones do not come back", arguments: Backend.available)
    func former(_ backend: Backend) async throws {
        try await AccessRoom.with(backend) { room in
            let person = try await room.person("an")
            let (token, _, _, _) = try await room.enrolled("an")
            func change(_ old: String, _ new: String) async throws {
                let session = try #require(try await room.access.session(token))
                room.net.pass(seconds: 1)
                try await room.access.changePassword(session, from: old, to: new, caller: AccessRoom.caller)
            }
            let all = [AccessRoom.password] + (1...10).map { "thuyền số \($0) về bến" }
            for (old, new) in zip(all, all.dropFirst()) {
                await #expect(throws: AccessRefusal.passwordFormer(count: 10)) { try await change(old, old) }
                try await change(old, new)
            }
            await #expect(throws: AccessRefusal.passwordFormer(count: 10)) { try await change(all[10], all[1]) }
            try await change(all[10], all[0])
            await #expect(throws: AccessRefusal.passwordWrong) { try await change("sai mất rồi", "con thuyền khác nữa") }
            #expect(try await room.access.standing(of: person.id)?.hasPassword == true)
        }
    }

    @Test("a better cost renews the hash at the next sign-in", arguments: Backend.available)
    func renewed(_ backend: Backend) async throws {
        try await AccessRoom.with(backend) { room in
            let person = try await room.person("an")
            try await withDatabase(backend, migrations: KeySafe.migrations) { keys in
                let better = Access(
                    database: room.net.database,
                    safe: try await KeySafe.open(keys),
                    hasher: try PasswordHasher(cost: PasswordHasher.Cost(passes: 2, bytes: 16 << 10)),
                    clock: room.net.clock,
                    ids: room.net.ids
                )
                _ = try await better.signIn(handle: "an", password: AccessRoom.password, from: AccessRoom.caller)
                let hash = try await room.net.database.read {
                    try $0.value("SELECT password FROM access_account WHERE person = \(person.id)", as: String.self)
                }
                #expect(hash?.hasPrefix("$argon2id$v=19$m=16,t=2,p=1$") == true)
            }
        }
    }
}
