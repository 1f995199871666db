import Foundation
import Logging
import Outbound
import PortalNetwork
import PortalTesting
import Publishing
import Store
import Synchronization
import Testing
import Vietnamese

@testable import Casework

/// A door for short messages that does what a test says.
final class TestDoor: ShortMessageDoor {
    private let state = Mutex((fault: ShortMessageFault?.none, sent: [ShortMessage]()))
    var sent: [ShortMessage] { state.withLock { $0.sent } }
    func fail(with fault: ShortMessageFault?) { state.withLock { $0.fault = fault } }

    func send(_ message: ShortMessage) async throws {
        try state.withLock { state in
            if let fault = state.fault { throw fault }
            state.sent.append(message)
        }
    }
}

@Suite("Telling who asked")
struct TellingTests {
    static let quiet = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    static func messages(_ room: CaseRoom, _ door: TestDoor) -> JobRunner {
        let worker = SendCaseMessage(room.casework, door: door, logger: quiet) { "\($0.letter.about.rawValue) \($0.code)" }
        return JobRunner(database: room.database, workers: [worker], owner: 1, clock: room.clock.clock, logger: quiet)
    }

    static func mail(_ room: CaseRoom, port: Int) throws -> JobRunner {
        var limits = MailSender.Limits()
        limits.total = .seconds(300)
        limits.connect = .seconds(300)
        let worker = SendCaseMail(
            room.casework,
            sender: try MailSender(MailServer("smtp://127.0.0.1:\(port)"), name: "anson.test", limits: limits),
            from: .init("cong@anson.test"),
            logger: quiet
        ) { message in
            LetterText(
                subject: "\(message.letter.about.rawValue) \(message.code)",
                plain: "\(message.language) \(message.reason ?? "-") \(message.agency ?? "-") \(message.stop)",
                html: nil
            )
        }
        return JobRunner(database: room.database, workers: [worker], owner: 1, clock: room.clock.clock, logger: quiet)
    }

    /// Handed to the department, asked, answered.
    static func walk(_ room: CaseRoom, _ id: CaseID) async throws {
        let casework = room.casework
        let (clerk, unit, chief) = (try await room.by("clerk"), try await room.by("unit"), try await room.by("chief"))
        try await casework.accept(try await room.seen(id), by: clerk)
        try await casework.transfer(
            try await room.seen(id),
            to: room.office,
            desk: room.department.id,
            words: "Thuộc lĩnh vực cấp phép xây dựng.",
            by: clerk
        )
        try await casework.take(try await room.seen(id), by: unit)
        try await casework.extend(try await room.seen(id), reason: "complex-case", words: "Cần xác minh tại hiện trường.", by: chief)
        try await casework.submit(try await room.seen(id), answer: CaseNote(text: "ZAMQUYNH: câu trả lời đủ dài để gửi đi."), by: unit)
        try await casework.approve(try await room.seen(id), by: chief)
        try await casework.answer(try await room.seen(id), by: chief)
    }

    @Test("once for each thing worth telling, after it is durable, and nothing of it in the database", arguments: Backend.available)
    func whole(_ backend: Backend) async throws {
        try await CaseRoom.with(backend, telling: CaseTelling([.mail, .sms])) { room in
            let id = try await room.receive().id
            try await Self.walk(room, id)
            let abouts = try await room.casework.letters(of: id).filter { $0.way == .sms }.reversed().map(\.about)
            #expect(abouts == [.receive, .transfer, .extend, .answer])
            let door = TestDoor()
            let runner = Self.messages(room, door)
            while try await runner.runDue() > 0 {}
            #expect(door.sent.map(\.to) == Array(repeating: "+84912345678", count: 4))
            #expect(Set(door.sent.map(\.text)).count == 4)
            // The worker died after the message went out and before the job was done: it is not sent again.
            try await room.database.write { try $0.execute("UPDATE job SET state = 'waiting', run_at = 0 WHERE name = \(SendCaseMessage.name)") }
            while try await runner.runDue() > 0 {}
            #expect(door.sent.count == 4)
            for table in ["SELECT * FROM case_letter", "SELECT * FROM job"] as [SQL] {
                for row in try await room.database.read({ try $0.rows(table) }) {
                    for case .text(let text) in row.values { #expect(!text.contains("912345678") && !text.contains("thu@example.vn"), "\(text)") }
                }
            }
        }
    }

    /// What the letter holds, and how many letters by mail and message that makes.
    struct Wish: Sendable {
        let consents: Set<Submission.Consent>
        let email: String?
        let phone: String
        let letters: Int
    }

    @Test(
        "only to who agreed and left where to",
        arguments: [
            Wish(consents: [.contact], email: "thu@example.vn", phone: "0912 345 678", letters: 2),
            Wish(consents: [.contact], email: nil, phone: "0912 345 678", letters: 1),
            Wish(consents: [], email: "thu@example.vn", phone: "0912 345 678", letters: 0),
            Wish(consents: [.contact], email: nil, phone: "+1 202 555 0100", letters: 0),
        ]
    )
    func wishes(_ wish: Wish) async throws {
        try await CaseRoom.with(.sqlite, telling: CaseTelling([.mail, .sms])) { room in
            var letter = try room.letter()
            (letter.consents, letter.email, letter.phone) = (wish.consents, wish.email, wish.phone)
            let id = try await room.casework.receive(letter, on: room.province).id
            #expect(try await room.casework.letters(of: id).count == wish.letters)
            #expect(try await room.casework.tells(id) == (wish.letters > 0))
        }
    }

    @Test("consent taken back, by code or by the foot of a letter: what waits is dropped, nothing more is written", arguments: Backend.available)
    func hush(_ backend: Backend) async throws {
        try await CaseRoom.with(backend, telling: CaseTelling([.sms])) { room in
            let door = TestDoor()
            for byMark in [true, false] {
                let receipt = try await room.receive()
                if byMark {
                    let mark = room.casework.stopMark(of: receipt.id)
                    for bad in [String(mark.dropLast()) + (mark.hasSuffix("0") ? "1" : "0"), "", "x.y", String(mark.prefix { $0 != "." })] {
                        await #expect(throws: CaseRefusal.unknownReceipt) { try await room.casework.stopTelling(by: bad) }
                    }
                    try await room.casework.stopTelling(by: mark)
                    try await room.casework.stopTelling(by: mark)
                } else {
                    try await room.casework.stopTelling("\(receipt.code)", "\(receipt.pin)", from: "192.0.2.1")
                }
                try await Self.walk(room, receipt.id)
                #expect(try await room.casework.letters(of: receipt.id).map(\.state) == [.dropped])
                let view = try await room.casework.view(receipt.id, opens: false, by: try await room.by("chief"))
                #expect(view.steps.count { $0.event.act == .hush } == 1)
            }
            while try await Self.messages(room, door).runDue() > 0 {}
            #expect(door.sent.isEmpty)
        }
    }

    @Test("a text that was destroyed is told to nobody", arguments: Backend.available)
    func erased(_ backend: Backend) async throws {
        try await CaseRoom.with(backend, telling: CaseTelling([.sms])) { room in
            let id = try await room.receive().id
            try await room.casework.erase(try await room.seen(id), by: try await room.by("chief"))
            let door = TestDoor()
            while try await Self.messages(room, door).runDue() > 0 {}
            #expect(door.sent.isEmpty)
            #expect(try await room.casework.letters(of: id).map(\.state) == [.dropped])
        }
    }

    /// What the service says, and what becomes of the message.
    @Test(
        "a service that is away or refuses never holds up the case",
        arguments: [(ShortMessageFault.unreachable, CaseLetter.State.waiting), (.refused(status: 503), .waiting), (.refused(status: 400), .failed)]
    )
    func faults(_ fault: ShortMessageFault, _ state: CaseLetter.State) async throws {
        try await CaseRoom.with(.sqlite, telling: CaseTelling([.sms])) { room in
            let id = try await room.receive().id
            let door = TestDoor()
            door.fail(with: fault)
            let runner = Self.messages(room, door)
            #expect(try await runner.runDue() == 1)
            #expect(try await room.casework.letters(of: id).map(\.state) == [state])
            try await Self.walk(room, id)
            #expect(try await room.file(id).state == .answered)
            door.fail(with: nil)
            room.clock.advance(seconds: 20)
            while try await runner.runDue() > 0 {}
            #expect(door.sent.count == (state == .waiting ? 4 : 3))
        }
    }

    @Test(
        "by mail: away for a while, then there",
        .enabled(if: PythonPeer.isHere, "no aiosmtpd here: script/python-tools installs it"),
        arguments: Backend.available
    )
    func mail(_ backend: Backend) async throws {
        try await CaseRoom.with(backend, telling: CaseTelling([.mail])) { room in
            let receipt = try await room.receive()
            #expect(try await Self.mail(room, port: 1).runDue() == 1)
            #expect(try await room.casework.letters(of: receipt.id).map(\.fault) == ["\(MailFault.unreachable)"])
            try await Self.walk(room, receipt.id)
            room.clock.advance(seconds: 11)
            try await PythonPeer.with("mail/server.py") { peer in
                let runner = try Self.mail(room, port: peer.port)
                while try await runner.runDue() > 0 {}
                let said = try await peer.said(atLeast: 4)
                #expect(said.count == 4)
            }
            #expect(try await room.casework.letters(of: receipt.id).allSatisfy { $0.state == .sent })
        }
    }
}
