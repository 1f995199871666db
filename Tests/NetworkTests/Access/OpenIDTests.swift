import Foundation
import Outbound
import PortalTesting
import Store
import Testing
import Vietnamese

@testable import PortalNetwork

/// Signing in through a real provider (Canaille, from PyPI).
@Suite("Sign-in through a provider", .timeLimit(.minutes(15)), .enabled(if: PythonPeer.isHere, "no canaille here: script/python-tools installs it"))
struct OpenIDTests {
    static let redirect = "https://desk.anson.test/desk/dang-nhap/qua/so/ve"

    struct Place {
        let room: AccessRoom
        let peer: PythonPeer
        let provider: SignInProvider
        let book: ProviderBook

        static func with<T>(_ backend: Backend, amr: Set<String> = [], _ body: (Place) async throws -> T) async throws -> T {
            try await PythonPeer.with("oidc/provider.py", [OpenIDTests.redirect]) { peer in
                try await AccessRoom.with(backend) { room in
                    // The provider lives by the real clock.
                    room.net.pass(seconds: Int64(Date().timeIntervalSince1970) - room.net.now.rawValue / 1000)
                    let provider = SignInProvider(
                        name: "so",
                        label: "Sở Nội vụ",
                        issuer: "http://localhost:\(peer.port)",
                        clientID: "cau-noi",
                        secret: "bí mật của khách",
                        sufficientAMR: amr
                    )
                    // A provider that checks passwords beside ours takes its time on a busy machine.
                    let book = try ProviderBook([provider], agent: "CauNoi/test", limits: .endpoint.slower(by: 20))
                    return try await body(Place(room: room, peer: peer, provider: provider, book: book))
                }
            }
        }

        func begin(linking session: LiveSession? = nil) async throws -> (address: String, kept: String) {
            try await room.access.beginProvider(provider, in: book, redirect: OpenIDTests.redirect, onward: "/desk/tai-khoan", linking: session)
        }

        /// What the browser of a person brings back from the provider.
        func go(_ address: String, as user: String = "lan") async throws -> [String: String] {
            let command = try JSONEncoder().encode(["go": address, "user": user])
            let answer = try JSONDecoder().decode(
                [String: String].self,
                from: Data(try await peer.ask(String(decoding: command, as: UTF8.self)).utf8)
            )
            let back = try #require(answer["back"])
            try #require(back.hasPrefix(OpenIDTests.redirect + "?"), "\(back)")
            let items = URLComponents(string: back)?.queryItems ?? []
            return Dictionary(items.map { ($0.name, $0.value ?? "") }) { first, _ in first }
        }

        func finish(_ back: [String: String], kept: String, session: LiveSession? = nil) async throws -> ProviderOutcome {
            let answer = Access.ProviderAnswer(state: back["state"] ?? "", code: back["code"] ?? "", issuer: back["iss"], kept: kept)
            return try await room.access.finishProvider(
                provider,
                in: book,
                answer,
                session: session,
                redirect: OpenIDTests.redirect,
                from: AccessRoom.caller
            )
        }

        func signIn(as user: String = "lan") async throws -> LiveSession {
            let (address, kept) = try await begin()
            guard case .session(let token, let onward) = try await finish(try await go(address, as: user), kept: kept) else {
                throw AccessRefusal.sessionUnknown
            }
            #expect(onward == "/desk/tai-khoan")
            return try #require(try await room.access.session(token))
        }

        func link(_ session: LiveSession, as user: String = "lan") async throws {
            let (address, kept) = try await begin(linking: session)
            guard case .linked(let person, _) = try await finish(try await go(address, as: user), kept: kept, session: session) else {
                throw AccessRefusal.sessionUnknown
            }
            #expect(person.id == session.person.id)
        }
    }

    @Test("a linked account signs in; our second factor still comes next", arguments: Backend.available)
    func whole(_ backend: Backend) async throws {
        try await Place.with(backend) { place in
            let person = try await place.room.person("an")
            let session = try await place.room.enrolled("an").session
            // Nobody is made, nobody is guessed.
            await #expect(throws: AccessRefusal.providerStranger("Sở Nội vụ")) { try await place.signIn() }
            try await place.link(session)
            let half = try await place.signIn()
            #expect(half.level == .half && half.person.id == person.id)
            let links = try await place.room.net.database.read { try place.room.access.providerLinks(of: person.id, in: $0) }
            #expect(links.map(\.provider) == ["so"] && links[0].way == .chosen && links[0].usedAt != nil)
            // The same account at the provider for somebody else; another account for the same person.
            _ = try await place.room.person("binh")
            let other = try await place.room.enrolled("binh").session
            await #expect(throws: AccessRefusal.providerTaken("Sở Nội vụ")) { try await place.link(other) }
            await #expect(throws: AccessRefusal.providerTaken("Sở Nội vụ")) { try await place.link(session, as: "la") }
            // A new key of the provider is looked for when a token names it.
            #expect(try await place.peer.ask("{\"rotate\": true}").contains("true"))
            place.room.net.pass(seconds: 31)
            #expect(try await place.signIn().person.id == person.id)
            try await place.room.access.unlinkProvider(place.provider.issuer, session, password: AccessRoom.password, from: AccessRoom.caller)
            await #expect(throws: AccessRefusal.providerStranger("Sở Nội vụ")) { try await place.signIn() }
        }
    }

    @Test("what came back is taken once, in the browser that went, by the person who went", arguments: Backend.available)
    func once(_ backend: Backend) async throws {
        try await Place.with(backend) { place in
            _ = try await place.room.person("an")
            _ = try await place.room.person("binh")
            let session = try await place.room.enrolled("an").session
            let other = try await place.room.enrolled("binh").session
            try await place.link(session)
            let (address, kept) = try await place.begin()
            let back = try await place.go(address)
            _ = try await place.finish(back, kept: kept)
            await #expect(throws: AccessRefusal.challengeOver) { try await place.finish(back, kept: kept) }
            // An attacker's answer in a victim's browser, and the other way round.
            let mine = try await place.begin()
            let theirs = try await place.begin()
            let stolen = try await place.go(theirs.address)
            await #expect(throws: AccessRefusal.challengeOver) { try await place.finish(stolen, kept: mine.kept) }
            await #expect(throws: AccessRefusal.challengeOver) { try await place.finish(stolen, kept: "") }
            await #expect(throws: AccessRefusal.challengeOver) { try await place.finish(stolen, kept: mine.kept + "A") }
            var mixed = stolen
            mixed["state"] = try await place.go(mine.address)["state"]
            await #expect(throws: AccessRefusal.providerRefused("Sở Nội vụ")) { try await place.finish(mixed, kept: mine.kept) }
            // Of another provider.
            let fourth = try await place.begin()
            var foreign = try await place.go(fourth.address)
            foreign["iss"] = "https://evil.example"
            await #expect(throws: AccessRefusal.providerRefused("Sở Nội vụ")) { try await place.finish(foreign, kept: fourth.kept) }
            // Too late.
            let late = try await place.begin()
            let answer = try await place.go(late.address)
            place.room.net.pass(seconds: 601)
            await #expect(throws: AccessRefusal.challengeOver) { try await place.finish(answer, kept: late.kept) }
            place.room.net.pass(seconds: -601)
            // Somebody who set out to link comes back in somebody else's session.
            let linking = try await place.begin(linking: other)
            let linked = try await place.go(linking.address, as: "la")
            await #expect(throws: AccessRefusal.sessionUnknown) { try await place.finish(linked, kept: linking.kept, session: session) }
            let again = try await place.begin(linking: other)
            let alone = try await place.go(again.address, as: "la")
            await #expect(throws: AccessRefusal.sessionUnknown) { try await place.finish(alone, kept: again.kept) }
            #expect(try await place.room.audit(.init(action: "provider-refused", limit: 100)).count >= 8)
        }
    }

    @Test("what the operator calls sufficient leaves our second factor out", arguments: Backend.available)
    func sufficient(_ backend: Backend) async throws {
        try await Place.with(backend, amr: ["pwd"]) { place in
            let person = try await place.room.person("an")
            try await place.link(try await place.room.enrolled("an").session)
            #expect(try await place.signIn().level == .full)
            try await place.room.access.setActive(false, person.id, by: nil, from: AccessRoom.caller)
            await #expect(throws: AccessRefusal.providerStranger("Sở Nội vụ")) { try await place.signIn() }
        }
    }
}
