import Foundation
import PortalTesting
import PublicRecord
import Store
import Testing
import Vietnamese

@testable import PortalNetwork

@Suite("Passkeys", .timeLimit(.minutes(15))) struct PasskeyTests {
    static let home = SoftKey.home
    static let browser = SecretToken.make()

    private func add(_ key: SoftKey, _ session: LiveSession, _ room: AccessRoom, name: String = "Điện thoại", password: String? = AccessRoom.password)
        async throws
        -> (token: SecretToken?, recovery: [String])
    {
        let challenge = room.access.passkeyChallenge(.registration(session.id), for: Self.browser)
        return try await room.access.addPasskey(
            key.register(challenge),
            name: name,
            session,
            password: password,
            home: Self.home,
            browser: Self.browser,
            from: AccessRoom.caller
        )
    }

    private func signIn(_ answer: PasskeyAssertion, _ room: AccessRoom, browser: SecretToken = browser) async throws -> LiveSession {
        let token = try await room.access.signIn(answer, home: Self.home, browser: browser, from: AccessRoom.caller)
        return try #require(try await room.access.session(token))
    }

    private func challenge(_ room: AccessRoom) -> String { room.access.passkeyChallenge(.signIn, for: Self.browser) }

    @Test("a passkey is added, signs in alone, and is the second step", arguments: Backend.available, SoftKey.Kind.allCases)
    func whole(_ backend: Backend, _ kind: SoftKey.Kind) async throws {
        try await AccessRoom.with(backend) { room in
            let person = try await room.person("an")
            let first = try await room.enrolled("an")
            let key = try SoftKey(kind)
            await #expect(throws: AccessRefusal.passwordWrong) { try await add(key, first.session, room, password: "không phải") }
            #expect(try await add(key, first.session, room).token == nil)
            let passkey = try #require(try await room.access.passkeys(of: person.id).first)
            #expect(passkey.name == "Điện thoại" && passkey.transports == "usb" && passkey.usedAt == nil && passkey.credential == key.id)
            await #expect(throws: AccessRefusal.passkeyKnown) { try await add(key, first.session, room) }

            let alone = try await signIn(try key.answer(challenge(room)), room)
            #expect(alone.level == .full && alone.person.id == person.id && alone.hasPasskey && alone.hasAuthenticator)
            let half = try await room.half("an")
            // Behind the password a touch is enough.
            let question = room.access.passkeyChallenge(.secondStep(half.id), for: Self.browser)
            let token = try await room.access.confirm(
                half,
                try key.answer(question) { $0.flags = 0x01 },
                home: Self.home,
                browser: Self.browser,
                from: AccessRoom.caller
            )
            #expect(try await room.access.session(token)?.level == .full)
            #expect(try await room.access.passkeys(of: person.id).first?.usedAt != nil)
            #expect(try await room.audit(.init(action: "passkey-added")).count == 1)
        }
    }

    @Test("a passkey can be the first second factor, with recovery codes; the last factor stays", arguments: Backend.available)
    func first(_ backend: Backend) async throws {
        try await AccessRoom.with(backend) { room in
            let person = try await room.person("an")
            let (one, two) = (try SoftKey(), try SoftKey())
            let (token, recovery) = try await add(one, try await room.half("an"), room, password: nil)
            let given = try #require(token)
            let session = try #require(try await room.access.session(given))
            #expect(recovery.count == 10 && session.level == .full && session.hasSecondFactor && !session.hasAuthenticator)
            // Who knows the password alone sets up neither an authenticator nor another passkey now.
            let half = try await room.half("an")
            await #expect(throws: AccessRefusal.passkeyRefused) { try await add(two, half, room, password: nil) }
            let enrolment = try await room.access.beginEnrolment(half)
            await #expect(throws: AccessRefusal.codeWrong) {
                try await room.access.completeEnrolment(half, code: room.code(AccessRoom.secret(of: enrolment)), from: AccessRoom.caller)
            }
            // Recovery codes work beside it.
            _ = try await room.access.confirm(half, code: recovery[0], from: AccessRoom.caller)

            let id = try #require(try await room.access.passkeys(of: person.id).first?.id)
            func remove(_ id: PasskeyID) async throws {
                _ = try await room.access.removePasskey(id, session, password: AccessRoom.password, from: AccessRoom.caller)
            }
            await #expect(throws: AccessRefusal.lastFactor) { try await remove(id) }
            _ = try await add(two, session, room)
            // Two at once: one of them goes, never both.
            let ids = try await room.access.passkeys(of: person.id).map(\.id)
            let gone = await withTaskGroup(of: Bool.self) { group in
                for id in ids { group.addTask { (try? await remove(id)) != nil } }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(gone == 1)
            #expect(try await room.access.passkeys(of: person.id).count == 1)
            // An authenticator beside it; then it may go, and then nothing more.
            let app = AccessRoom.secret(of: try await room.access.beginEnrolment(session))
            _ = try await room.access.completeEnrolment(session, code: room.code(app), from: AccessRoom.caller)
            try await room.access.removeAuthenticator(session, password: AccessRoom.password, from: AccessRoom.caller)
            await #expect(throws: AccessRefusal.self) {
                try await room.access.removePasskey(ids[0], session, password: AccessRoom.password, from: AccessRoom.caller)
            }
            #expect(try await room.access.passkeys(of: person.id).count == 1)
            await #expect(throws: AccessRefusal.passkeyUnknown) { try await remove(PasskeyID(rawValue: 7)) }
        }
    }

    @Test("what an administrator takes away is gone altogether", arguments: Backend.available)
    func reset(_ backend: Backend) async throws {
        try await AccessRoom.with(backend) { room in
            let person = try await room.person("an")
            let key = try SoftKey()
            _ = try await add(key, try await room.half("an"), room, password: nil)
            try await room.access.resetSecondFactor(of: person.id, by: nil, from: AccessRoom.caller)
            await #expect(throws: AccessRefusal.passkeyRefused) { try await signIn(try key.answer(challenge(room)), room) }
            #expect(try await room.half("an").hasSecondFactor == false)
        }
    }

    /// Each makes one answer wrong in one way.
    static let forgeries: [(name: String, change: @Sendable (inout SoftKey.Words) -> Void)] = [
        ("another origin", { $0.origin = "https://desk.anson.test.evil.example" }), ("without TLS", { $0.origin = "http://desk.anson.test" }),
        ("another port", { $0.origin = "https://desk.anson.test:8443" }), ("another host", { $0.host = "anson.test" }),
        ("another ceremony", { $0.type = $0.type == "webauthn.get" ? "webauthn.create" : "webauthn.get" }),
        ("in a frame of others", { $0.more = ",\"topOrigin\":\"https://evil.example\"" }), ("nobody there", { $0.flags = 0x04 }),
        ("synced, but not able to be", { $0.flags = 0x15 }),
        ("a question nobody put", { $0.challenge = SoftKey.encode([UInt8](repeating: 7, count: 56)) }),
        ("no question", { $0.challenge = "" }), ("a question cut short", { $0.challenge.removeLast(4) }),
        ("something behind it", { $0.tail = [0xA0] }),
    ]

    @Test("forged answers are refused, and say nothing of why", arguments: Backend.available)
    func forged(_ backend: Backend) async throws {
        try await AccessRoom.with(backend) { room in
            let person = try await room.person("an")
            let session = try await room.enrolled("an").session
            let key = try SoftKey()
            _ = try await add(key, session, room)
            for forgery in Self.forgeries {
                let answer = try key.answer(challenge(room), forgery.change)
                await #expect(throws: AccessRefusal.self, "\(forgery.name)") { try await signIn(answer, room) }
                let registration = try SoftKey().register(room.access.passkeyChallenge(.registration(session.id), for: Self.browser), forgery.change)
                await #expect(throws: AccessRefusal.self, "\(forgery.name), new") {
                    try await room.access.addPasskey(
                        registration,
                        name: "x",
                        session,
                        password: AccessRoom.password,
                        home: Self.home,
                        browser: Self.browser,
                        from: AccessRoom.caller
                    )
                }
                // Only so that the counting of failures is not what is tested here.
                room.net.pass(seconds: 3700)
                _ = try await signIn(try key.answer(challenge(room)), room)
            }
            #expect(try await room.access.passkeys(of: person.id).count == 1)
            let refused = try await room.audit(.init(action: "second-factor", outcome: .refused, limit: 200))
            #expect(refused.count == Self.forgeries.count && refused.contains { $0.detail == "passkey origin" })
        }
    }

    @Test("a registration of a kind we do not know is refused", arguments: Backend.available)
    func kinds(_ backend: Backend) async throws {
        try await AccessRoom.with(backend) { room in
            _ = try await room.person("an")
            let session = try await room.enrolled("an").session
            for change in [{ $0.format = "packed" }, { $0.isPublicKeyRight = false }] as [(inout SoftKey.Words) -> Void] {
                let registration = try SoftKey().register(room.access.passkeyChallenge(.registration(session.id), for: Self.browser), change)
                #expect(throws: PasskeyDoubt.self) { try registration.check(home: Self.home) }
            }
        }
    }

    @Test("an answer is worth something once, here, now, to who was asked", arguments: Backend.available)
    func once(_ backend: Backend) async throws {
        try await AccessRoom.with(backend) { room in
            _ = try await room.person("an")
            _ = try await room.person("binh")
            let session = try await room.enrolled("an").session
            let key = try SoftKey()
            _ = try await add(key, session, room)
            let answer = try key.answer(challenge(room))
            _ = try await signIn(answer, room)
            await #expect(throws: AccessRefusal.challengeOver) { try await signIn(answer, room) }
            // In another browser.
            let other = try key.answer(challenge(room))
            await #expect(throws: AccessRefusal.challengeOver) { try await signIn(other, room, browser: SecretToken.make()) }
            // Too late; and under a clock that was set back.
            let late = try key.answer(challenge(room))
            room.net.pass(seconds: 301)
            await #expect(throws: AccessRefusal.challengeOver) { try await signIn(late, room) }
            let early = try key.answer(challenge(room))
            room.net.pass(seconds: -600)
            await #expect(throws: AccessRefusal.challengeOver) { try await signIn(early, room) }
            room.net.pass(seconds: 4300)
            // The question of one step is no answer to another, nor one person's key the other's second step.
            let half = try await room.half("binh")
            let wrong = try key.answer(room.access.passkeyChallenge(.secondStep(half.id), for: Self.browser))
            await #expect(throws: AccessRefusal.challengeOver) { try await signIn(wrong, room) }
            await #expect(throws: AccessRefusal.passkeyRefused) {
                try await room.access.confirm(half, wrong, home: Self.home, browser: Self.browser, from: AccessRoom.caller)
            }
            // Many at once: one gets in.
            let many = try key.answer(challenge(room))
            let came = await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<6 { group.addTask { (try? await signIn(many, room)) != nil } }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(came == 1)
        }
    }

    @Test("alone, the authenticator must have recognised its owner; a counter that goes back is a copy", arguments: Backend.available)
    func counted(_ backend: Backend) async throws {
        try await AccessRoom.with(backend) { room in
            _ = try await room.person("an")
            let session = try await room.enrolled("an").session
            let key = try SoftKey()
            _ = try await add(key, session, room)
            let unverified = try key.answer(challenge(room)) { $0.flags = 0x01 }
            await #expect(throws: AccessRefusal.passkeyRefused) { try await signIn(unverified, room) }
            _ = try await signIn(try key.answer(challenge(room)) { $0.counter = 5 }, room)
            for counter in [5, 4, 0] as [UInt32] {
                let answer = try key.answer(challenge(room)) { $0.counter = counter }
                await #expect(throws: AccessRefusal.passkeyCloned("Điện thoại")) { try await signIn(answer, room) }
            }
            _ = try await signIn(try key.answer(challenge(room)) { $0.counter = 6 }, room)
            // A signature that is not the key's, and none at all.
            var stolen = try key.answer(challenge(room)) { $0.counter = 7 }
            stolen.signature = try SoftKey().answer(challenge(room)).signature
            await #expect(throws: AccessRefusal.passkeyRefused) { try await signIn(stolen, room) }
            stolen.signature = ""
            await #expect(throws: AccessRefusal.passkeyRefused) { try await signIn(stolen, room) }
        }
    }

    @Test("who is disabled or dormant does not come in with a passkey either", arguments: Backend.available)
    func closed(_ backend: Backend) async throws {
        try await AccessRoom.with(backend) { room in
            let person = try await room.person("an")
            let key = try SoftKey()
            _ = try await add(key, try await room.enrolled("an").session, room)
            try await room.access.setActive(false, person.id, by: nil, from: AccessRoom.caller)
            let disabled = try key.answer(challenge(room))
            await #expect(throws: AccessRefusal.passkeyRefused) { try await signIn(disabled, room) }
            try await room.access.setActive(true, person.id, by: nil, from: AccessRoom.caller)
            _ = try await signIn(try key.answer(challenge(room)), room)
            room.net.pass(seconds: 46 * 86_400)
            let dormant = try key.answer(challenge(room))
            await #expect(throws: AccessRefusal.dormant(days: 45)) { try await signIn(dormant, room) }
        }
    }

    @Test("rubbish is refused, whatever it is", arguments: Backend.available)
    func rubbish(_ backend: Backend) async throws {
        try await AccessRoom.with(backend) { room in
            _ = try await room.person("an")
            let session = try await room.enrolled("an").session
            let key = try SoftKey()
            _ = try await add(key, session, room)
            let good = try key.answer(challenge(room))
            let pieces = [
                "", "=", "AA", "////", "😀", "not base64url!", String(repeating: "A", count: 100_000), good.clientData + "A",
                SoftKey.encode([0xA1, 0xFF]),
            ]
            for piece in pieces {
                for part in [\PasskeyAssertion.clientData, \.authenticatorData, \.signature, \.credential] {
                    var answer = good
                    answer[keyPath: part] = piece
                    await #expect(throws: AccessRefusal.self) { try await signIn(answer, room) }
                    room.net.pass(seconds: 3700)
                }
                for part in [\PasskeyRegistration.clientData, \.attestation] {
                    var registration = key.register(room.access.passkeyChallenge(.registration(session.id), for: Self.browser))
                    registration[keyPath: part] = piece
                    #expect(throws: PasskeyDoubt.self) { try registration.check(home: Self.home) }
                }
            }
        }
    }

    @Test("CBOR is read strictly")
    func cbor() throws {
        #expect(try CBOR.read([0x18, 0x2A]) == .integer(42))
        #expect(try CBOR.read([0x38, 0x63]) == .integer(-100))
        #expect(try CBOR.read([0xA1, 0x61, 0x61, 0x83, 0xF5, 0xF6, 0x41, 0xFF])["a"] == .array([.bool(true), .null, .bytes([0xFF])]))
        for wrong: [UInt8] in [
            [], [0x18], [0x41], [0x61, 0xFF], [0x9F, 0xFF], [0xBF, 0xFF], [0x5F, 0xFF], [0xC0, 0x00], [0xF9, 0, 0], [0xF7],
            [0x1B, 0xFF, 0, 0, 0, 0, 0, 0, 0],
            [0x00, 0x00], [0xA2, 0x01, 0x01, 0x01, 0x02], [0x9B, 0, 0, 0, 1, 0, 0, 0, 0], [UInt8](repeating: 0x81, count: 200), [0x1C],
            [0x5B, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF],
        ] {
            #expect(throws: CBOR.Malformed.self, "\(wrong)") { try CBOR.read(wrong) }
        }
    }
}
