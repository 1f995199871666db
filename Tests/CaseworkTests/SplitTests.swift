import PortalNetwork
import PortalTesting
import Publishing
import Store
import Testing
import Vietnamese

@testable import Casework

@Suite("Dividing a mixed letter")
struct SplitTests {
    static let sentences = [
        "Tôi xin hỏi thủ tục cấp giấy phép xây dựng nhà ở. ", "Đèn đường trước số 12 hỏng đã một tháng, đề nghị sửa chữa.\n",
        "Tôi tố cáo ông trưởng thôn nhận tiền của dân. ", "Xin cảm ơn!",
    ]

    static func mixed(_ room: CaseRoom, files: [(Submission.File, [UInt8])] = []) async throws -> Receipt {
        var letter = try room.letter(title: "Nhiều việc")
        letter.text = sentences.joined()
        return try await room.casework.receive(letter, files: files, on: room.province)
    }

    static func part(_ pieces: Set<Int>, _ track: String = "site-report", files: Set<Int> = [], words: String = "") -> CasePart {
        CasePart(track: track, pieces: pieces, title: "Đèn đường hỏng", files: files, words: words)
    }

    @Test(
        "no character of a letter is lost in its sentences",
        arguments: [
            "", " ", "Một câu", "Một. Hai! Ba?  Bốn…\n\nNăm; sáu.", "TP. Hồ Chí Minh 12.5 v.v.", "\n\n", "?!?!",
            String(repeating: "a. ", count: 5000),
            String(repeating: "\n", count: 3000) + "x", "第一句。第二句！", "\r\nA.\r\nB.",
        ]
    )
    func whole(_ text: String) {
        let pieces = LetterPieces(text).pieces
        #expect(pieces.joined().unicodeScalars.elementsEqual(text.unicodeScalars) && pieces.count <= LetterPieces.most)
    }

    @Test("sentences are cut where they end")
    func cut() {
        #expect(LetterPieces(Self.sentences.joined()).pieces == Self.sentences)
    }

    @Test("a part is a case of its own, from the day of the letter, opened with the letter's PIN", arguments: Backend.available)
    func divided(_ backend: Backend) async throws {
        try await CaseRoom.with(backend) { room in
            let picture = (Submission.File(name: "đèn.jpg", type: "image/jpeg", bytes: 3), [0xFF, 0xD8, 0xFF] as [UInt8])
            let receipt = try await Self.mixed(room, files: [picture])
            room.clock.advance(days: 3)
            let by = try await room.by("clerk")
            let id = try #require(try await room.casework.split(try await room.seen(receipt.id), Self.part([1], files: [1]), by: by))
            let (letter, made) = (try await room.file(receipt.id), try await room.file(id))
            #expect(made.code == ReceiptCode(prefix: "ANSON", year: 2026, number: 2) && made.track == "site-report" && made.state == .received)
            #expect(made.receivedAt == letter.receivedAt && made.desk == letter.desk && made.wish == .anonymised)
            // The rule of on-site reports, counted from the day of the letter and not from the day it was divided.
            let alone = room.casework.times.due(
                try #require(room.casework.tracks["site-report"]),
                channel: .page,
                field: nil,
                from: letter.receivedAt,
                on: letter.site
            )
            #expect(made.dueAt == alone?.at && made.rule == alone?.rule && made.dueAt != nil)
            // The sealed letter is whole.
            let view = try await room.casework.view(receipt.id, opens: true, by: by)
            #expect(view.original?.text == Self.sentences.joined() && view.parts.map(\.id) == [id] && view.origin == nil && view.taken == [1])
            #expect(view.rest?.contains("Đèn đường") == false && view.rest?.contains("giấy phép") == true)
            let other = try await room.casework.view(id, opens: true, by: by)
            #expect(other.original?.text == "Đèn đường trước số 12 hỏng đã một tháng, đề nghị sửa chữa." && other.original?.name == "Trần Thị Thử")
            #expect(other.origin?.id == receipt.id && other.attachments.map(\.name) == ["đèn.jpg"] && !other.acts.contains(.split))
            // Both timelines name the other half, for who asked, too.
            let mine = try await room.casework.lookUp("\(receipt.code)", "\(receipt.pin)", from: "192.0.2.1")
            #expect(mine.parts.map(\.id) == [id] && mine.steps.last?.event.detail["code"] == "\(made.code)")
            let part = try await room.casework.lookUp("\(made.code)", "\(receipt.pin)", from: "192.0.2.1")
            #expect(
                part.origin?.id == receipt.id && part.steps.map(\.event.act) == [.receive, .split]
                    && part.steps[1].event.detail["from"] == "\(letter.code)"
            )
            try await room.casework.add("Cột đèn số 7.", to: "\(made.code)", "\(receipt.pin)", from: "192.0.2.1")
            #expect(try await room.file(id).events == 3)
        }
    }

    @Test("wrong PINs at a part are counted with those at its letter", arguments: Backend.available)
    func guessing(_ backend: Backend) async throws {
        try await CaseRoom.with(backend) { room in
            let receipt = try await Self.mixed(room)
            let id = try #require(try await room.casework.split(try await room.seen(receipt.id), Self.part([1]), by: try await room.by("clerk")))
            let code = try await room.file(id).code
            for turn in 0..<10 {
                let tried = turn % 2 == 0 ? "\(code)" : "\(receipt.code)"
                await #expect(throws: CaseRefusal.unknownReceipt) { try await room.casework.lookUp(tried, "AAAAA-AAAAA", from: "192.0.2.\(turn)") }
            }
            for tried in ["\(code)", "\(receipt.code)"] {
                await #expect(throws: CaseRefusal.tooManyAttempts(minutes: 60)) {
                    try await room.casework.lookUp(tried, "\(receipt.pin)", from: "192.0.2.99")
                }
            }
        }
    }

    @Test("a complaint or denunciation in it is led elsewhere and never becomes a case", arguments: Backend.available, ["denunciation", "complaint"])
    func led(_ backend: Backend, _ track: String) async throws {
        try await CaseRoom.with(backend) { room in
            let receipt = try await Self.mixed(room)
            let by = try await room.by("clerk")
            let seen = try await room.seen(receipt.id)
            await #expect(throws: CaseRefusal.reasonMissing(least: 10)) { try await room.casework.split(seen, Self.part([2], track), by: by) }
            let made = try await room.casework.split(seen, Self.part([2], track, words: "Mời gửi đơn tới Thanh tra tỉnh."), by: by)
            #expect(made == nil)
            let cases = try await room.count("SELECT count(*) FROM case_file")
            #expect(cases == 1)
            let mine = try await room.casework.lookUp("\(receipt.code)", "\(receipt.pin)", from: "192.0.2.1")
            #expect(mine.steps.last?.note?.text == "Mời gửi đơn tới Thanh tra tỉnh." && mine.steps.last?.event.detail["track"] == track)
            let view = try await room.casework.view(receipt.id, opens: true, by: by)
            #expect(view.rest?.contains("tố cáo") == false && view.original?.text.contains("tố cáo") == true)
        }
    }

    /// Whether the sender has answered when the letter is divided; days that the part's deadline moves.
    @Test(
        "the clock of a part stood still while the letter's did",
        arguments: Backend.available,
        [(true, "proposal"), (false, "proposal"), (true, "petition")]
    )
    func stood(_ backend: Backend, _ one: (hasAnswered: Bool, track: String)) async throws {
        try await CaseRoom.with(backend) { room in
            let receipt = try await Self.mixed(room)
            let (clerk, chief) = (try await room.by("clerk"), try await room.by("chief"))
            try await room.casework.accept(try await room.seen(receipt.id), by: clerk)
            try await room.casework.take(try await room.seen(receipt.id), by: chief)
            room.clock.advance(days: 1)
            try await room.casework.ask(try await room.seen(receipt.id), words: "Xin cho biết số cột đèn.", by: chief)
            room.clock.advance(days: 2)
            if one.hasAnswered {
                try await room.casework.add("Cột đèn số 7.", to: "\(receipt.code)", "\(receipt.pin)", from: "192.0.2.1")
                room.clock.advance(days: 1)
            }
            let id = try #require(try await room.casework.split(try await room.seen(receipt.id), Self.part([1], one.track), by: clerk))
            let (letter, made) = (try await room.file(receipt.id), try await room.file(id))
            let track = try #require(room.casework.tracks[one.track])
            let asked = letter.receivedAt.adding(seconds: 86_400)
            let pause = CasePause(from: asked, until: asked.adding(seconds: 2 * 86_400))
            func due(_ stood: [CasePause]) -> Instant? {
                room.casework.times.due(track, channel: .page, field: nil, from: letter.receivedAt, on: letter.site, stood: stood)?.at
            }
            #expect(made.dueAt == due([pause]) && made.dueAt != nil)
            // A rule that lets nobody wait gives no more time for it.
            #expect((due([pause]) != due([])) == (one.track == "proposal"))
            #expect(!made.isWaiting && letter.isWaiting != one.hasAnswered)
            // It follows from the timeline, however often it is reckoned.
            let again = try await room.database.read { db in
                var copy = made
                try room.casework.times.set(&copy, from: db, room.casework.tracks)
                return copy.dueAt
            }
            #expect(again == made.dueAt)
            let view = try await room.casework.view(id, opens: false, by: clerk)
            #expect(view.reckoning != nil && view.steps.map(\.event.act) == [.receive, .split])
        }
    }

    @Test("pauses are kept as they were, and rubbish is none", arguments: [[], [(1, 2)], [(1, 2), (3, 3)]] as [[(Int64, Int64)]])
    func pauses(_ ends: [(Int64, Int64)]) {
        let pauses = ends.map { CasePause(from: Instant(rawValue: $0.0), until: Instant(rawValue: $0.1)) }
        #expect(CasePause.read(CasePause.text(pauses)) == pauses)
        #expect(CasePause.read("x-y,1,2-3-4,--") == [])
    }

    /// Sentences that are asked for, and why they are not taken out.
    @Test(
        "what cannot be taken out",
        arguments: [([], .partEmpty), ([9], .partEmpty), ([0, 1, 2, 3], .partWhole), ([1, 3], .partTaken)] as [([Int], CaseRefusal)]
    )
    func refused(_ places: [Int], _ refusal: CaseRefusal) async throws {
        let pieces = Set(places)
        try await CaseRoom.with(.sqlite) { room in
            let receipt = try await Self.mixed(room)
            let by = try await room.by("clerk")
            if refusal == .partTaken { _ = try await room.casework.split(try await room.seen(receipt.id), Self.part([1]), by: by) }
            let (seen, before) = (try await room.seen(receipt.id), try await room.count("SELECT count(*) FROM case_file"))
            await #expect(throws: refusal) { try await room.casework.split(seen, Self.part(pieces), by: by) }
            let after = try await room.count("SELECT count(*) FROM case_file")
            #expect(after == before)
            let (unit, part) = (try await room.by("unit"), Self.part([0]))
            await #expect(throws: AuthorizationRefusal.notAllowed(.receiveCases)) { try await room.casework.split(seen, part, by: unit) }
        }
    }

    @Test("a part is not divided again, and goes when its letter is erased", arguments: Backend.available)
    func erased(_ backend: Backend) async throws {
        try await CaseRoom.with(backend) { room in
            let receipt = try await Self.mixed(room)
            let (clerk, chief) = (try await room.by("clerk"), try await room.by("chief"))
            let id = try #require(try await room.casework.split(try await room.seen(receipt.id), Self.part([1, 2]), by: clerk))
            let part = try await room.seen(id)
            await #expect(throws: CaseRefusal.partOfAnother) { try await room.casework.split(part, Self.part([0]), by: clerk) }
            let code = try await room.file(id).code
            try await room.casework.erase(try await room.seen(receipt.id), by: chief)
            for one in [receipt.id, id] {
                let view = try await room.casework.view(one, opens: true, by: chief)
                #expect(view.isErased && view.original == nil)
            }
            await #expect(throws: CaseRefusal.erased) { try await room.casework.lookUp("\(code)", "\(receipt.pin)", from: "192.0.2.1") }
            let words = try await room.count("SELECT count(*) FROM case_term")
            #expect(words == 0)
        }
    }
}
