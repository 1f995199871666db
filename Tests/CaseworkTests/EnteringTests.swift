import PortalNetwork
import PortalTesting
import Publishing
import Store
import Testing
import Vietnamese

@testable import Casework

@Suite("Entering what came otherwise")
struct EnteringTests {
    static func letter(_ room: CaseRoom, _ channel: CaseChannel) throws -> Submission {
        var letter = try room.letter()
        letter.channel = channel
        return letter
    }

    @Test("by an official, with a receipt, a line of the trail, and the clock from the day it came", arguments: Backend.available)
    func whole(_ backend: Backend) async throws {
        try await CaseRoom.with(backend) { room in
            let clerk = try await room.by("clerk")
            let day = try #require(CivilDate(year: 2026, month: 11, day: 12))
            let receipt = try await room.casework.enter(
                try Self.letter(room, .letter),
                files: [(Submission.File(name: "don.pdf", type: "application/pdf", bytes: 4), [1, 2, 3, 4])],
                came: day,
                on: room.province,
                by: clerk
            )
            let file = try await room.file(receipt.id)
            #expect(file.channel == .letter && file.receivedAt.civilDate == day && file.changedAt == room.clock.now)
            // Twenty days from 12 November, a Thursday: 2 December. From today, the 16th, it would be the 7th.
            #expect(file.dueAt?.civilDate == CivilDate(year: 2026, month: 12, day: 2))
            let mine = try await room.casework.lookUp("\(receipt.code)", "\(receipt.pin)", from: "192.0.2.1")
            #expect(mine.original.enteredBy == clerk.person.id && mine.files.map(\.name) == ["don.pdf"])
            let line = try await room.database.read { try $0.row("SELECT person, object, detail FROM audit WHERE action = 'case-acted'") }
            let (person, object, detail): (PersonID, String, String) = try #require(try line.map { (try $0[0], try $0[1], try $0[2]) })
            #expect(person == clerk.person.id && object == "\(receipt.code)" && detail == "receive letter")
            let view = try await room.casework.view(receipt.id, opens: false, by: clerk)
            #expect(view.steps.first?.event.person == clerk.person.id)
        }
    }

    /// How many days from today, and whether that can be.
    @Test("on a day that can be", arguments: [(1, false), (0, true), (-1, true), (-400, true), (-9_999, false)])
    func days(_ offset: Int, _ isTaken: Bool) async throws {
        try await CaseRoom.with(.sqlite) { room in
            let day = room.clock.now.civilDate.adding(days: offset)
            let (clerk, letter) = (try await room.by("clerk"), try Self.letter(room, .phone))
            if isTaken {
                _ = try await room.casework.enter(letter, came: day, on: room.province, by: clerk)
            } else {
                await #expect(throws: CaseRefusal.dayImpossible) { try await room.casework.enter(letter, came: day, on: room.province, by: clerk) }
            }
        }
    }

    @Test("by those who may, and by no way that is none", arguments: [("unit", false), ("operator", false), ("clerk", true), ("chief", true)])
    func who(_ handle: String, _ may: Bool) async throws {
        try await CaseRoom.with(.sqlite) { room in
            let (by, today) = (try await room.by(handle), room.clock.now.civilDate)
            let letter = try Self.letter(room, .reception)
            if may {
                _ = try await room.casework.enter(letter, came: today, on: room.province, by: by)
                let page = try Self.letter(room, .page)
                await #expect(throws: CaseRefusal.findings([CaseFinding(.text, "channel")])) {
                    try await room.casework.enter(page, came: today, on: room.province, by: by)
                }
            } else {
                await #expect(throws: AuthorizationRefusal.notAllowed(.receiveCases)) {
                    try await room.casework.enter(letter, came: today, on: room.province, by: by)
                }
            }
        }
    }

    @Test("the same form twice is one case; the checks are those of the public form", arguments: Backend.available)
    func once(_ backend: Backend) async throws {
        try await CaseRoom.with(backend) { room in
            let (clerk, today) = (try await room.by("clerk"), room.clock.now.civilDate)
            let ticket = try #require(room.casework.ticket(room.casework.ticket()))
            var letter = try Self.letter(room, .phone)
            let first = try await room.casework.enter(letter, came: today, on: room.province, ticket: ticket, by: clerk)
            let again = try await room.casework.enter(letter, came: today, on: room.province, ticket: ticket, by: clerk)
            #expect(first.id == again.id && first.pin == again.pin)
            letter.phone = "12"
            let wrong = letter
            await #expect(throws: CaseRefusal.findings([CaseFinding(.phone, "phone")])) {
                try await room.casework.enter(wrong, came: today, on: room.province, by: clerk)
            }
        }
    }

    @Test("many of an old system: each once, whoever does it again", arguments: Backend.available)
    func many(_ backend: Backend) async throws {
        try await CaseRoom.with(backend) { room in
            let (clerk, chief) = (try await room.by("clerk"), try await room.by("chief"))
            let secretary = try await room.newcomer("secretary", .deskSecretary)
            let track = try #require(room.casework.tracks["question"])
            let asked = CivilDate(year: 2026, month: 3, day: 2)
            let many = (0..<40).map { number in
                let letter = Submission(track: track, channel: .import, title: "Câu \(number)", text: "Hỏi gì số \(number)?", wish: .anonymised)
                return Casework.Imported(letter, came: number % 2 == 0 ? asked : nil, key: "id:\(number % 35)")
            }
            await #expect(throws: AuthorizationRefusal.self) { try await room.casework.enter(many, on: room.province, by: clerk, confirmedBy: chief) }
            await #expect(throws: AuthorizationRefusal.self) {
                try await room.casework.enter(many, on: room.province, by: secretary, confirmedBy: clerk)
            }
            let first = try await room.casework.enter(many, on: room.province, by: secretary, confirmedBy: chief)
            #expect(first.entered == 35 && first.known == 5 && first.refused.isEmpty)
            let second = try await room.casework.enter(many, on: room.province, by: secretary, confirmedBy: chief)
            #expect(second.entered == 0 && second.known == 40)
            let old = try await room.count("SELECT count(*) FROM case_file WHERE channel = 'import' AND received_at < \(room.clock.now)")
            #expect(old == 18)
        }
    }
}
