import PortalNetwork
import PortalTesting
import Publishing
import Store
import Testing
import Vietnamese

@testable import Casework

@Suite("Receiving cases")
struct ReceivingTests {
    @Test("a letter becomes a case with a receipt, a clock and a first event", arguments: Backend.available)
    func whole(_ backend: Backend) async throws {
        try await CaseRoom.with(backend) { room in
            let receipt = try await room.receive()
            #expect("\(receipt.code)" == "ANSON-2026-000001")
            let file = try await room.file(receipt.id)
            #expect(file.state == .received && file.desk == room.province.id && file.channel == .page)
            // Twenty days from 16 November: 6 December, a Sunday, moves to Monday the 7th.
            #expect(file.dueAt?.civilDate == CivilDate(year: 2026, month: 12, day: 7))
            #expect(file.rule == "house-question-answer" && file.isProvisional)
            let mine = try await room.casework.lookUp("anson 2026 1", receipt.pin.description.lowercased(), from: "192.0.2.1")
            #expect(mine.original.name == "Trần Thị Thử" && mine.original.phone == "+84912345678")
            #expect(mine.steps.map(\.event.act) == [.receive])
            #expect(try await room.receive().code.number == 2)
        }
    }

    @Test("nothing that was written can be read in the database", arguments: Backend.available)
    func sealed(_ backend: Backend) async throws {
        try await CaseRoom.with(backend) { room in
            var letter = try room.letter()
            letter.text = "ZAMQUYNH nằm trong nội dung của lá thư này, không ai đọc được."
            letter.title = "Tiêu đề ZAMQUYNH"
            let receipt = try await room.casework.receive(
                letter,
                files: [(Submission.File(name: "zamquynh.txt", type: "text/plain", bytes: 8), Array("ZAMQUYNH".utf8))],
                on: room.province
            )
            for table in ["SELECT * FROM case_file", "SELECT * FROM case_event", "SELECT * FROM case_attachment", "SELECT * FROM case_term"] as [SQL]
            {
                for row in try await room.database.read({ try $0.rows(table) }) {
                    for value in row.values {
                        switch value {
                        case .text(let text): #expect(!text.lowercased().contains("zamquynh"))
                        case .blob(let bytes):
                            #expect(bytes.firstRange(of: Array("ZAMQUYNH".utf8)) == nil && bytes.firstRange(of: Array("zamquynh".utf8)) == nil)
                        default: continue
                        }
                    }
                }
            }
            let mine = try await room.casework.lookUp("\(receipt.code)", "\(receipt.pin)", from: "192.0.2.1")
            #expect(mine.files.map(\.name) == ["zamquynh.txt"] && mine.original.title == "Tiêu đề ZAMQUYNH")
        }
    }

    @Test("many at once have each a number of their own and lie in the order they came", arguments: Backend.available)
    func atOnce(_ backend: Backend) async throws {
        try await CaseRoom.with(backend) { room in
            let letter = try room.letter()
            let numbers = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<300 { group.addTask { try await room.casework.receive(letter, on: room.province).code.number } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(numbers.sorted() == Array(1...300))
            let events = try await room.count("SELECT count(*) FROM case_event")
            #expect(events == 300)
        }
    }

    /// A letter with something wrong, and what is said of it.
    struct Fault: Sendable {
        let change: @Sendable (inout Submission) -> Void
        let findings: [CaseFinding]

        init(_ findings: [CaseFinding], _ change: @escaping @Sendable (inout Submission) -> Void) {
            self.change = change
            self.findings = findings
        }
    }

    @Test(
        "what is wrong is said field by field",
        arguments: [
            Fault([CaseFinding(.title, "required")]) { $0.title = "" },
            Fault([CaseFinding(.text, "too-short", ["least": "20"])]) { $0.text = "ngắn" },
            Fault([CaseFinding(.phone, "phone")]) { $0.phone = "12" },
            Fault([CaseFinding(.email, "email")]) { $0.email = "a@b" },
            // No field of this track: nobody looks at it.
            Fault([]) { $0.identity = "12" },
            Fault([CaseFinding(.name, "required")]) { $0.name = nil },
            Fault([CaseFinding(.title, "too-long", ["most": "200", "is": "201"])]) { $0.title = String(repeating: "á", count: 201) },
            Fault([CaseFinding(.name, "required"), CaseFinding(.title, "required")]) { ($0.title, $0.name) = ("", "") },
        ]
    )
    func findings(_ fault: Fault) async throws {
        try await CaseRoom.with(.sqlite) { room in
            var letter = try room.letter()
            fault.change(&letter)
            if fault.findings.isEmpty {
                _ = try await room.casework.receive(letter, on: room.province)
            } else {
                await #expect(throws: CaseRefusal.findings(fault.findings)) { try await room.casework.receive(letter, on: room.province) }
            }
        }
    }

    @Test("a complaint and a denunciation are never stored", arguments: ["complaint", "denunciation"])
    func guidance(_ track: String) async throws {
        try await CaseRoom.with(.sqlite) { room in
            await #expect(throws: CaseRefusal.onlyGuidance) { try await room.receive(track) }
            let files = try await room.count("SELECT count(*) FROM case_file")
            #expect(files == 0)
        }
    }

    @Test("too many files, too large ones", arguments: [(6, 10, "too-many"), (2, 6 << 20, "too-large")])
    func files(_ count: Int, _ size: Int, _ key: String) async throws {
        try await CaseRoom.with(.sqlite) { room in
            let files = (0..<count).map {
                (Submission.File(name: "\($0).pdf", type: "application/pdf", bytes: size), [UInt8](repeating: 0, count: size))
            }
            do {
                _ = try await room.casework.receive(try room.letter(), files: files, on: room.province)
                Issue.record("it was taken")
            } catch CaseRefusal.findings(let findings) { #expect(findings.map(\.key) == [key]) }
        }
    }

    @Test(
        "telephone numbers as people write them",
        arguments: [
            ("0912 345 678", "+84912345678"), ("0912.345.678", "+84912345678"), ("+84 912345678", "+84912345678"), ("0084912345678", "+84912345678"),
            ("(024) 3826 1234", "+842438261234"), ("+1 202 555 0100", "+12025550100"), ("12345", nil), ("0912 345 67a", nil), ("", nil),
            ("+0912345678", nil),
        ] as [(String, String?)]
    )
    func phones(_ typed: String, _ expected: String?) { #expect(PhoneNumber(typed: typed)?.description == expected) }

    @Test(
        "codes as people type them",
        arguments: [
            ("ANSON-2026-000001", "ANSON-2026-000001"), (" anson 2026 1 ", "ANSON-2026-000001"), ("anson–2026–12", "ANSON-2026-000012"),
            ("ANSON-2026", nil),
            ("2026-1", nil), ("", nil), ("ANSON-2026-0", nil), ("ANSON-2026-99999999999", nil), ("ẢNSON-2026-1", nil),
        ] as [(String, String?)]
    )
    func codes(_ typed: String, _ expected: String?) { #expect(ReceiptCode(typed: typed)?.description == expected) }
}

@Suite("Forms that are taken once")
struct FormTicketTests {
    @Test("a form sent twice, one after the other or at once, is one case with one receipt", arguments: Backend.available)
    func once(_ backend: Backend) async throws {
        try await CaseRoom.with(backend) { room in
            let ticket = try #require(room.casework.ticket(room.casework.ticket()))
            let letter = try room.letter()
            let receipts = try await withThrowingTaskGroup(of: Receipt.self) { group in
                for _ in 0..<8 { group.addTask { try await room.casework.receive(letter, on: room.province, ticket: ticket) } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            let again = try await room.casework.receive(letter, on: room.province, ticket: ticket)
            #expect(Set(receipts.map(\.id)) == [again.id] && Set(receipts.map(\.pin)) == [again.pin])
            let cases = try await room.count("SELECT count(*) FROM case_file")
            #expect(cases == 1)
            #expect(try await room.casework.lookUp("\(again.code)", "\(again.pin)", from: "192.0.2.1").file.id == again.id)
        }
    }

    @Test("a ticket is ours or none, and has its time")
    func tickets() async throws {
        try await CaseRoom.with(.sqlite) { room in
            let text = room.casework.ticket()
            let ticket = try #require(room.casework.ticket(text))
            #expect(ticket.age(at: room.clock.now) == .tooYoung)
            room.clock.advance(seconds: 3)
            #expect(ticket.age(at: room.clock.now) == .fresh)
            room.clock.advance(days: 1)
            #expect(ticket.age(at: room.clock.now) == .expired)
            // The clock was set back by an hour; by two days.
            for (seconds, age) in [(Int64(3_600), FormTicket.Age.fresh), (2 * 86_400, .expired)] {
                #expect(ticket.age(at: ticket.issued.adding(seconds: -seconds)) == age)
            }
            for index in text.indices {
                let other: Character = text[index] == "0" ? "1" : "0"
                #expect(room.casework.ticket(String(text[..<index]) + String(other) + text[text.index(after: index)...]) == nil)
            }
            for bad in ["", "x", String(text.dropLast()), text + "0", String(repeating: "+1", count: 40), String(repeating: "0", count: 80)] {
                #expect(room.casework.ticket(bad) == nil)
            }
        }
    }

    @Test("one place may send so much and no more, until an hour is over")
    func limits() throws {
        let limits = SendLimits(perHour: 3)
        let start = Instant(rawValue: 0)
        for _ in 0..<3 { try limits.take("192.0.2.1", at: start) }
        #expect(throws: CaseRefusal.flood(minutes: 60)) { try limits.take("192.0.2.1", at: start) }
        try limits.take("192.0.2.2", at: start)
        try limits.take("192.0.2.1", at: start.adding(seconds: 3_601))
    }

    @Test("what came to nothing by no fault of the sender is not counted against the place")
    func givenBack() throws {
        let limits = SendLimits(perHour: 3)
        let start = Instant(rawValue: 0)
        for _ in 0..<200 {
            try limits.take("192.0.2.1", at: start)
            limits.giveBack("192.0.2.1")
        }
        limits.giveBack("192.0.2.9")
        for place in ["192.0.2.1", "192.0.2.9"] {
            for _ in 0..<3 { try limits.take(place, at: start) }
            #expect(throws: CaseRefusal.flood(minutes: 60)) { try limits.take(place, at: start) }
        }
    }
}
