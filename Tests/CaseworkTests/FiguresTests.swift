import PortalNetwork
import PortalTesting
import Store
import Testing
import Vietnamese

@testable import Casework

/// Figures kept as they happen are those that a count of all cases gives, whatever was done in whatever order.
@Suite("Figures of cases") struct FiguresTests {
    /// All sums and paces, as text; zero rows apart.
    static func kept(_ room: CaseRoom) async throws -> [String] {
        try await room.database.read { db in
            let live = try CaseCounting.Run.load(db).live
            let sums = try db.rows(
                """
                SELECT period, desk, cut, value, received, in_time, late, rejected, routed_out, withdrawn, merged, fell_late, late_ended FROM case_sum
                WHERE run = \(live) ORDER BY period, desk, cut, value
                """
            ).filter { $0.values[4...].contains { $0 != .integer(0) } }
            let paces = try db.rows(
                """
                SELECT period, desk, cut, value, d0, d1, d2, d3, d4, d5, d6, d7, d8, d9, d10, d11, d12, d13, d14, d15 FROM case_pace
                WHERE run = \(live) ORDER BY period, desk, cut, value
                """
            ).filter { $0.values[4...].contains { $0 != .integer(0) } }
            return (sums + paces).map { "\($0.values)" }
        }
    }

    /// The same from the rows of all cases, by nothing but the value of each.
    static func counted(_ room: CaseRoom) async throws -> CaseSums {
        try await room.database.read { db in
            var sums = CaseSums()
            for row in try db.rows("SELECT \(CountedCase.columns) FROM case_file") { sums.add(try CountedCase(row)) }
            return sums
        }
    }

    /// Something at random to a case at random; what has no place there is refused and changes nothing.
    static func act(_ room: CaseRoom, _ ids: [(CaseID, ReceiptCode, CasePIN)], _ random: inout some RandomNumberGenerator) async throws {
        guard let (id, code, pin) = ids.randomElement(using: &random) else { return }
        let (casework, clerk, chief, unit) = (room.casework, try await room.by("clerk"), try await room.by("chief"), try await room.by("unit"))
        let seen = try await room.seen(id)
        let words = "Lý do đủ dài để ghi vào hồ sơ."
        do {
            switch Int.random(in: 0..<16, using: &random) {
            case 0: try await casework.accept(seen, by: clerk)
            case 1: try await casework.reject(seen, reason: .unclear, words: words, by: clerk)
            case 2: try await casework.routeOut(seen, to: "complaint", words: words, by: clerk)
            case 3:
                try await casework.classify(
                    seen,
                    track: Bool.random(using: &random) ? "petition" : "question",
                    field: "land",
                    variant: nil,
                    unit: nil,
                    by: clerk
                )
            case 4: try await casework.transfer(seen, to: room.office, desk: room.department.id, words: words, by: clerk)
            case 5: try await casework.take(seen, by: Bool.random(using: &random) ? unit : chief)
            case 6: try await casework.ask(seen, words: words, by: Bool.random(using: &random) ? unit : chief)
            case 7: try await casework.submit(seen, answer: CaseNote(text: "Câu trả lời đủ dài cho một hồ sơ thử."), by: unit)
            case 8: try await casework.approve(seen, by: chief)
            case 9, 10: try await casework.answer(seen, by: chief)
            case 11: try await casework.reopen(seen, words: words, by: clerk)
            case 12: try await casework.add("Tôi xin bổ sung thêm.", to: "\(code)", "\(pin)", from: "192.0.2.9")
            case 13: try await casework.withdraw("\(code)", "\(pin)", reason: "", from: "192.0.2.9")
            case 14:
                // What helps most letters along, so that many reach their answer.
                try await casework.accept(seen, by: clerk)
                try await casework.take(try await room.seen(id), by: unit)
                try await casework.submit(try await room.seen(id), answer: CaseNote(text: "Câu trả lời đủ dài cho một hồ sơ thử."), by: unit)
            default: try await casework.erase(seen, by: chief)
            }
        } catch is any Refusal {}
    }

    @Test("counts and a count anew are the same after acts at random", arguments: Backend.available, [1, 2, 3] as [UInt64])
    func random(_ backend: Backend, _ seed: UInt64) async throws {
        try await CaseRoom.with(backend) { room in
            var random = Drawn(seed)
            var ids: [(CaseID, ReceiptCode, CasePIN)] = []
            for round in 0..<120 {
                if round < 12 || round % 9 == 0 {
                    let receipt = try await room.casework.receive(try room.letter(), on: room.province, agency: round % 2 == 0 ? room.office : nil)
                    ids.append((receipt.id, receipt.code, receipt.pin))
                }
                try await Self.act(room, ids, &random)
                // Months go by, and terms with them.
                room.clock.advance(seconds: Int64.random(in: 0...200_000, using: &random))
                switch round % 20 {
                case 7: try await room.casework.noteLate()
                case 13: try await room.casework.foldFigures()
                case 17 where round > 60: try await room.casework.beginRecount()
                case 19: try await room.casework.countCases()
                default: break
                }
                if round % 30 == 29 { try await Self.agree(room, "round \(round)") }
            }
            try await room.casework.keepFigures()
            let kept = try await Self.kept(room)
            #expect(try await room.count("SELECT count(*) FROM case_step") == 0)
            let answered = try await room.count("SELECT count(*) FROM case_file WHERE state = 'answered' OR late = 1")
            #expect(!kept.isEmpty && answered > 0)
            try await Self.agree(room, "in the end")
            try await room.casework.recount()
            #expect(try await Self.kept(room) == kept)
            try await Self.agree(room, "counted anew")
        }
    }

    /// The board, read now, is what counting all rows gives.
    static func agree(_ room: CaseRoom, _ when: String) async throws {
        let (now, tree) = (room.clock.now, room.tree)
        let desks = tree.subtree(of: room.province.id)
        let sums = try await counted(room)
        for length in CasePeriod.Length.allCases {
            let period = CasePeriod(length, of: now.civilDate)
            let board = try await room.casework.board(period, .now, desks, in: tree)
            let end = try await room.casework.board(period, .atTheEnd, desks, in: tree)
            for cut in CaseCut.allCases {
                for value in Set(sums.tallies.keys.filter { $0.cut == cut }.map(\.value)) {
                    var (tally, all) = (CaseTally(), CaseTally())
                    for (key, sum) in sums.tallies where key.cut == cut && key.value == value {
                        if key.period == period.code { tally += sum }
                        if key.period == 0 { all += sum }
                    }
                    let row = board.cuts[cut]?.first { $0.value == value }?.figures.now ?? CaseFigures()
                    #expect(
                        row.received == tally.received && row.inTime == tally.inTime && row.late == tally.late,
                        "\(when): \(period.text) \(cut) \(value)"
                    )
                    #expect(row.endedOtherwise == tally.rejected + tally.routedOut + tally.withdrawn + tally.merged, "\(when): \(cut) \(value)")
                    #expect(row.open == all.received - all.ended, "\(when): \(cut) \(value)")
                }
            }
            let open = try await room.count("SELECT count(*) FROM case_file WHERE ended = 0")
            let overdue = try await room.count("SELECT count(*) FROM case_file WHERE ended = 0 AND due_at < \(now)")
            #expect(board.total.now.open == open && board.total.now.overdue == overdue, "\(when)")
            #expect(end.total.now.open == open && end.total.now.overdue == overdue, "\(when), at the end")
            // What is read of portals by their names adds up to what is read of all.
            var parts = CaseFigures()
            for desk in desks { parts += try await room.casework.board(period, .now, [desk], in: tree).total.now }
            #expect(parts == board.total.now, "\(when)")
            let ofUnits = board.units.map(\.figures.now.overdue).reduce(0, +)
            #expect(ofUnits == overdue, "\(when)")
            let (figures, opening) = (end.total.now, end.total.now.opening ?? -1)
            #expect(opening + figures.received == figures.answered + figures.endedOtherwise + figures.open, "\(when)")
        }
    }

    @Test("what was open and overdue when an earlier month ended", arguments: Backend.available)
    func earlier(_ backend: Backend) async throws {
        try await CaseRoom.with(backend) { room in
            // 16 November: two letters; their 20 days end in December, one is answered then, late.
            let (one, _) = (try await room.receive(), try await room.receive())
            let (clerk, unit, chief) = (try await room.by("clerk"), try await room.by("unit"), try await room.by("chief"))
            room.clock.advance(days: 40)
            try await room.casework.accept(try await room.seen(one.id), by: clerk)
            try await room.casework.transfer(
                try await room.seen(one.id),
                to: room.office,
                desk: room.department.id,
                words: "Thuộc thẩm quyền của Sở.",
                by: clerk
            )
            try await room.casework.take(try await room.seen(one.id), by: unit)
            try await room.casework.submit(try await room.seen(one.id), answer: CaseNote(text: "Câu trả lời đủ dài cho hồ sơ này."), by: unit)
            try await room.casework.approve(try await room.seen(one.id), by: chief)
            try await room.casework.answer(try await room.seen(one.id), by: chief)
            room.clock.advance(days: 30)
            let desks = room.tree.subtree(of: room.province.id)
            for isFolded in [false, true] {
                if isFolded { try await room.casework.keepFigures() }
                func figures(_ text: String) async throws -> CaseFigures {
                    try await room.casework.board(try #require(CasePeriod(text)), .atTheEnd, desks, in: room.tree).total.now
                }
                let (november, december, january) = (try await figures("2026-11"), try await figures("2026-12"), try await figures("2027-01"))
                #expect(november.opening == 0 && november.received == 2 && november.open == 2 && november.overdue == 0)
                #expect(december.opening == 2 && december.late == 1 && december.open == 1 && december.overdue == 1 && december.inTimeShare == 0)
                #expect(december.pace.median == .within(days: 30))
                #expect(january.opening == 1 && january.received == 0 && january.open == 1 && january.overdue == 1)
                #expect(try await figures("2026").open == 1)
                #expect(try await figures("2027-Q1").opening == 1)
            }
        }
    }

    @Test("a count anew is cut off and goes on, and figures are right all the while", arguments: Backend.available)
    func resumed(_ backend: Backend) async throws {
        try await CaseRoom.with(backend) { room in
            for _ in 0..<5 { _ = try await room.receive() }
            try await room.casework.keepFigures()
            // Somebody spoilt the sums, which a count anew mends.
            try await room.database.write { _ = try $0.execute("UPDATE case_sum SET received = received + 7") }
            try await room.casework.beginRecount()
            // Letters go on coming in, and are in both counts.
            _ = try await room.receive()
            #expect(try await !room.casework.endRecount())
            try await room.casework.recount()
            try await Self.agree(room, "counted anew")
            let counted = try await room.count("SELECT count(*) FROM case_file WHERE counted = 2")
            #expect(counted == 6)
        }
    }

    @Test("what came in past the program is counted when it is looked for", arguments: Backend.available)
    func past(_ backend: Backend) async throws {
        try await CaseRoom.with(backend) { room in
            let id = try await room.receive().id
            try await room.casework.keepFigures()
            try await room.database.write { db in
                _ = try db.execute("UPDATE case_file SET counted = 0 WHERE id = \(id)")
                _ = try db.execute("DELETE FROM case_sum")
            }
            // Worked on before it is counted: still once.
            try await room.casework.accept(try await room.seen(id), by: try await room.by("clerk"))
            try await room.casework.keepFigures()
            try await Self.agree(room, "looked for")
        }
    }

    @Test(
        "periods as they are written",
        arguments: [
            ("2026-11", "2026-11-01", "2026-11-30", "2026-10"), ("2026-01", "2026-01-01", "2026-01-31", "2025-12"),
            ("2026-Q1", "2026-01-01", "2026-03-31", "2025-Q4"), ("2026-Q4", "2026-10-01", "2026-12-31", "2026-Q3"),
            ("2024-02", "2024-02-01", "2024-02-29", "2024-01"), ("2026", "2026-01-01", "2026-12-31", "2025"),
        ]
    )
    func periods(_ text: String, _ first: String, _ last: String, _ before: String) throws {
        let period = try #require(CasePeriod(text))
        #expect("\(period.firstDay)" == first && "\(period.lastDay)" == last && period.previous?.text == before && period.text == text)
        #expect(period.previous?.next == period && CasePeriod(period.length, of: period.firstDay) == period)
    }

    @Test(
        "what is no period",
        arguments: ["", "26", "2026-13", "2026-00", "2026-1", "2026-Q5", "2026-Q0", "2026-11-01", "1999", "2200-01", "٢٠٢٦", "2026-", "+202-1"]
    )
    func noPeriods(_ text: String) { #expect(CasePeriod(text) == nil) }

    @Test("the middle answer", arguments: [([0, 0, 9], 0), ([1, 2, 3, 4], 2), ([5, 11, 40], 12), ([9], 10)])
    func median(_ days: [Int], _ middle: Int) {
        var pace = CasePace()
        for day in days { pace.counts[CasePace.group(day)] += 1 }
        #expect(pace.median == .within(days: middle))
        var long = CasePace()
        long.counts[CasePace.group(46)] += 1
        #expect(long.median == .beyond(days: 45) && CasePace().median == nil)
    }
}

/// The same numbers for the same seed (splitmix64).
struct Drawn: RandomNumberGenerator {
    private var state: UInt64
    init(_ seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
