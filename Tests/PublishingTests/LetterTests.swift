import Foundation
import Logging
import Outbound
import PortalNetwork
import PortalTesting
import Publishing
import Store
import Testing
import Vietnamese

/// Notices and letters: what happens to one when the mail server is well, away, or refuses it.
@Suite("Letters", .timeLimit(.minutes(15)), .enabled(if: PythonPeer.isHere, "no aiosmtpd here: script/python-tools installs it"))
struct LetterTests {
    struct Room {
        let database: any Database
        let notices: Notices
        let clock: TestClock
        let ids: IdentifierMaker

        static func with<T>(_ backend: Backend, sendsMail: Bool = true, _ body: (Room) async throws -> T) async throws -> T {
            try await withDatabase(backend, migrations: KeySafe.migrations) { keys in
                try await withDatabase(backend, migrations: NetworkMigrations.all + PublishingMigrations.all) { database in
                    let clock = TestClock(Instant(rawValue: 1_795_843_822_000))
                    let ids = IdentifierMaker(node: 5, clock: clock.clock)
                    let notices = Notices(
                        database: database,
                        safe: try await KeySafe.open(keys, clock: clock.clock),
                        ids: ids,
                        clock: clock.clock,
                        sendsMail: sendsMail
                    )
                    return try await body(Room(database: database, notices: notices, clock: clock, ids: ids))
                }
            }
        }

        func person(_ handle: String, email: String?) async throws -> Person {
            try await People.add(PersonDraft(handle: handle, name: "Người \(handle)", email: email), to: database, ids: ids, clock: clock.clock)
        }

        func runner(port: Int) throws -> JobRunner {
            var limits = MailSender.Limits()
            limits.total = .seconds(300)
            limits.connect = .seconds(300)
            let worker = SendLetter(
                notices,
                sender: try MailSender(MailServer("smtp://127.0.0.1:\(port)"), name: "desk.anson.test", limits: limits),
                from: .init("desk@anson.test", name: "Bàn làm việc"),
                logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
            ) { subject, link, person, language in
                LetterText(subject: "\(subject.key) \(subject.values.sorted { $0.key < $1.key })", plain: "\(person.name) \(link ?? "")", html: nil)
            }
            return JobRunner(
                database: database,
                workers: [worker],
                owner: 5,
                clock: clock.clock,
                logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
            )
        }

        func letters() async throws -> [Letter] { try await database.read { try LetterBook.list(limit: 50, in: $0) } }
    }

    @Test("a notice stands in the list and goes by mail, unless the person chose otherwise", arguments: Backend.available)
    func notice(_ backend: Backend) async throws {
        try await Room.with(backend) { room in
            let an = try await room.person("an", email: "an@anson.test")
            let quiet = try await room.person("binh", email: "binh@anson.test")
            let nowhere = try await room.person("chi", email: nil)
            try await room.database.write { try NoticeBook.choose(NoticeChoice(byMail: false, language: .en), for: quiet.id, in: $0) }
            for person in [an, quiet, nowhere] {
                try await room.notices.notify(person.id, NoticeSubject("role-granted", ["role": "x"]), link: "/desk/tai-khoan")
            }
            try await room.notices.notify(an.id, NoticeSubject("role-revoked"), link: "https://evil.example/desk/")
            #expect(try await room.letters().map(\.address) == ["an@anson.test", "an@anson.test"])
            let list = try await room.database.read { try NoticeBook.list(of: an.id, limit: 9, in: $0) }
            #expect(list.map(\.subject.key) == ["role-revoked", "role-granted"] && list[0].link == nil && list[1].link == "/desk/tai-khoan")
            #expect(try await room.database.read { try NoticeBook.unread(of: nowhere.id, in: $0) } == 1)
            // Nobody reads somebody else's.
            try await room.database.write { try NoticeBook.markRead(list[0].id, orOlder: true, of: quiet.id, at: room.clock.now, in: $0) }
            #expect(try await room.database.read { try NoticeBook.unread(of: an.id, in: $0) } == 2)
            try await room.database.write { try NoticeBook.markRead(list[0].id, orOlder: true, of: an.id, at: room.clock.now, in: $0) }
            #expect(try await room.database.read { try NoticeBook.unread(of: an.id, in: $0) } == 0)

            try await PythonPeer.with("mail/server.py") { peer in
                let ran = try await room.runner(port: peer.port).runDue()
                #expect(ran == 2)
                #expect(try await peer.said(atLeast: 2).count == 2)
            }
            #expect(try await room.letters().allSatisfy { $0.state == .sent })
        }
    }

    @Test("what a letter says is sealed while it waits and gone when it is sent", arguments: Backend.available)
    func sealed(_ backend: Backend) async throws {
        try await Room.with(backend) { room in
            let an = try await room.person("an", email: "an@anson.test")
            try await room.database.write {
                _ = try room.notices.write(NoticeSubject("invitation"), link: "/desk/loi-moi?ma=bimat", to: an.id, in: $0)
            }
            func stored() async throws -> [UInt8]? {
                try await room.database.read { try $0.value("SELECT sealed FROM letter", as: [UInt8]?.self).flatMap { $0 } }
            }
            let bytes = try #require(try await stored())
            #expect(!String(decoding: bytes, as: UTF8.self).contains("bimat"))
            let payloads = try await room.database.read { try $0.column("SELECT payload FROM job", as: String.self) }
            #expect(payloads.count == 1 && !payloads[0].contains("bimat"))
            try await PythonPeer.with("mail/server.py") { peer in
                _ = try await room.runner(port: peer.port).runDue()
                #expect(try await peer.said(atLeast: 1).first?.contains("Message-ID: <\(payloads[0])@anson.test>") == true)
            }
            #expect(try await stored() == nil)
        }
    }

    @Test("a mail server that is down delays a letter; nothing is lost", arguments: Backend.available)
    func down(_ backend: Backend) async throws {
        try await Room.with(backend) { room in
            let an = try await room.person("an", email: "an@anson.test")
            try await room.notices.notify(an.id, NoticeSubject("role-granted"))
            let nobody = try room.runner(port: 1)
            #expect(try await nobody.runDue() == 1)
            #expect(try await nobody.runDue() == 0, "the next try waits")
            let waiting = try #require(try await room.letters().first)
            #expect(waiting.state == .waiting && waiting.tries == 1 && waiting.fault == "\(MailFault.unreachable)")
            room.clock.advance(seconds: 11)
            try await PythonPeer.with("mail/server.py") { peer in
                let ran = try await room.runner(port: peer.port).runDue()
                #expect(ran == 1)
                #expect(try await peer.said(atLeast: 1).count == 1)
            }
            #expect(try await room.letters().first?.state == .sent)
        }
    }

    @Test("a server that stays away: tried for more than a day, then somebody must look and can send again", arguments: Backend.available)
    func away(_ backend: Backend) async throws {
        try await Room.with(backend) { room in
            let an = try await room.person("an", email: "an@anson.test")
            try await room.notices.notify(an.id, NoticeSubject("role-granted"))
            let (begin, nobody) = (room.clock.now, try room.runner(port: 1))
            var tries = 0
            while try await room.letters().first?.state == .waiting, tries < 100 {
                tries += try await nobody.runDue()
                room.clock.advance(seconds: 3601)
            }
            #expect(tries == SendLetter.patience.attempts && room.clock.now.rawValue - begin.rawValue > 30 * 3_600_000)
            let failed = try #require(try await room.letters().first)
            #expect(failed.state == .failed)
            #expect(try await room.database.read { try JobQueue.dead($0) }.map(\.name) == ["send-letter"])
            try await room.database.write { try room.notices.sendAgain(failed.id, in: $0) }
            try await PythonPeer.with("mail/server.py") { peer in
                let ran = try await room.runner(port: peer.port).runDue()
                #expect(ran == 1)
                #expect(try await peer.said(atLeast: 1).count == 1)
            }
            #expect(try await room.letters().first?.state == .sent)
        }
    }

    @Test("a refused recipient is not tried again; a busy server is", arguments: Backend.available)
    func refused(_ backend: Backend) async throws {
        try await Room.with(backend) { room in
            let gone = try await room.person("an", email: "gone@anson.test")
            let later = try await room.person("binh", email: "later@anson.test")
            for person in [gone, later] { try await room.notices.notify(person.id, NoticeSubject("role-granted")) }
            try await PythonPeer.with("mail/server.py") { peer in
                let runner = try room.runner(port: peer.port)
                #expect(try await runner.runDue() == 2)
                room.clock.advance(seconds: 3600)
                #expect(try await runner.runDue() == 1)
            }
            let letters = try await room.letters()
            #expect(
                letters.first { $0.address.hasPrefix("gone") }.map { $0.state == .failed && $0.fault?.contains("550") == true && $0.tries == 1 }
                    == true
            )
            #expect(
                letters.first { $0.address.hasPrefix("later") }.map { $0.state == .waiting && $0.fault?.contains("451") == true && $0.tries == 2 }
                    == true
            )
        }
    }

    @Test("what is not worth sending any more is not sent", arguments: Backend.available)
    func dropped(_ backend: Backend) async throws {
        try await Room.with(backend) { room in
            let an = try await room.person("an", email: "an@anson.test")
            let gone = try await room.person("binh", email: "binh@anson.test")
            let end = room.clock.now.adding(seconds: 60)
            func write(_ key: String, _ person: Person, until: Instant? = nil) async throws {
                try await room.database.write {
                    _ = try room.notices.write(NoticeSubject(key), link: "/desk/loi-moi?ma=\(key)", to: person.id, worthUntil: until, in: $0)
                }
            }
            try await write("invitation", an)
            try await write("password-link", an, until: end)  // The link before it opens nothing any more.
            try await write("role-granted", gone)
            try await room.database.write { try People.setActive(false, gone.id, in: $0) }
            room.clock.advance(seconds: 61)
            try await PythonPeer.with("mail/server.py") { peer in
                let ran = try await room.runner(port: peer.port).runDue()
                #expect(ran == 3)
                #expect(peer.said.isEmpty)
            }
            #expect(try await room.letters().allSatisfy { $0.state == .dropped })
            #expect(try await room.database.read { try $0.column("SELECT sealed FROM letter", as: [UInt8]?.self) }.allSatisfy { $0 == nil })
        }
    }

    @Test("without a mail server there are notices, and no letters", arguments: Backend.available)
    func off(_ backend: Backend) async throws {
        try await Room.with(backend, sendsMail: false) { room in
            let an = try await room.person("an", email: "an@anson.test")
            try await room.notices.notify(an.id, NoticeSubject("role-granted"))
            #expect(try await !room.database.write { try room.notices.write(NoticeSubject("invitation"), link: nil, to: an.id, in: $0) })
            #expect(try await room.letters().isEmpty)
            #expect(try await room.database.read { try NoticeBook.unread(of: an.id, in: $0) } == 1)
        }
    }
}
