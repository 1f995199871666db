import PortalNetwork
import PortalTesting
import Store
import Testing
import Vietnamese

@testable import Casework

@Suite("What everybody may read of cases in numbers") struct StatisticsTests {
    /// A board whose agencies have so many cases each.
    static func board(_ received: [Int]) -> CaseBoard {
        func figures(_ count: Int) -> CaseComparison {
            var comparison = CaseComparison()
            (comparison.now.received, comparison.now.opening) = (count, 0)
            return comparison
        }
        let rows = received.enumerated().map { CaseBoard.Row(value: "\($0)", figures: figures($1)) }
        let all = received.reduce(0, +)
        return CaseBoard(
            period: CasePeriod("2026-11")!,
            standing: .atTheEnd,
            at: Instant(seconds: 0),
            total: figures(all),
            cuts: [.agency: rows, .track: all == 0 ? [] : [CaseBoard.Row(value: "question", figures: figures(all))]],
            units: []
        )
    }

    /// What each agency has, what rows are shown (-1: the rest together).
    @Test(
        "no row stands for so few that it tells of one, and none can be told from the others",
        arguments: [
            ([20, 8, 5], [20, 8, 5]), ([20, 3, 4], [20, -7]), ([20, 8, 1], [20, -9]), ([20, 8, 0], [20, 8]), ([6, 1], [-7]),
            ([2, 2, 2], [-6]), ([5], [5]), ([30, 1, 1, 1, 1, 1], [30, -5]), ([30, 6, 6, 4], [30, 6, -10]),
        ] as [([Int], [Int])]
    )
    func protected(_ received: [Int], _ shown: [Int]) {
        let statistics = PublicStatistics(Self.board(received), overdueByAge: [])
        let rows = statistics.agencies.map { row in row.subject == .others ? -row.figures.received : row.figures.received }
        #expect(rows == shown)
        let (sum, smallest) = (rows.map(abs).reduce(0, +), statistics.agencies.map { PublicStatistics.base($0.figures) }.min() ?? 0)
        #expect(sum == received.reduce(0, +) && smallest >= PublicStatistics.least)
        #expect(statistics.total?.received == received.reduce(0, +))
    }

    @Test("a month of too few cases is told of at all in no number", arguments: [[], [0], [4], [2, 2], [1, 1, 1, 1]] as [[Int]])
    func tooFew(_ received: [Int]) {
        let statistics = PublicStatistics(Self.board(received), overdueByAge: [9, 9, 9, 9])
        #expect(statistics.total == nil && statistics.agencies.isEmpty && statistics.tracks.isEmpty && statistics.overdueByAge.isEmpty)
    }

    @Test("how long cases are past their time, by groups", arguments: Backend.available)
    func ages(_ backend: Backend) async throws {
        try await CaseRoom.with(backend) { room in
            for _ in 0..<6 { _ = try await room.receive("site-report") }
            // A report has five days or so; a month later all are past their time, and one of them was answered.
            room.clock.advance(days: 10)
            for _ in 0..<3 { _ = try await room.receive() }
            room.clock.advance(days: 12)
            let running = CasePeriod(.month, of: room.clock.now.civilDate)
            let statistics = try await room.casework.statistics(running, of: room.province.id, in: room.tree)
            #expect(statistics.overdueByAge.count == PublicStatistics.ages.count + 1 && statistics.overdueByAge.reduce(0, +) == 6)
            #expect(statistics.total?.overdue == 6 && statistics.total?.open == 9)
            let first = try await room.casework.firstMonth(of: room.province.id, in: room.tree)
            #expect(first?.text == "2026-11")
            try await room.casework.keepFigures()
            #expect(try await room.casework.firstMonth(of: room.province.id, in: room.tree) == first)
            #expect(try await room.casework.statistics(running, of: room.province.id, in: room.tree) == statistics)
            let none = try await room.casework.statistics(running, of: room.department.id, in: room.tree)
            #expect(none.total == nil)
            #expect(try await room.casework.firstMonth(of: room.department.id, in: room.tree) == nil)
        }
    }

    @Test("the report on petitions: what was carried over, came in, was done and is open, by field", arguments: Backend.available)
    func petitions(_ backend: Backend) async throws {
        try await CaseRoom.with(backend) { room in
            let (clerk, casework) = (try await room.by("clerk"), room.casework)
            let old = try await room.receive("petition").id
            room.clock.advance(days: 2)
            let (new, other) = (try await room.receive("petition").id, try await room.receive("petition").id)
            _ = try await room.receive("question")
            try await casework.classify(try await room.seen(new), track: "petition", field: "land", variant: nil, unit: nil, by: clerk)
            try await casework.reject(try await room.seen(other), reason: .unclear, words: "Nội dung chưa rõ, mời gửi lại.", by: clerk)
            // 16 November was the first; from the 17th on there is one carried over.
            let (from, until) = (try #require(CivilDate("2026-11-17")), try #require(CivilDate("2026-12-31")))
            let report = try await casework.petitions(from: from, until: until, of: room.province.id, in: room.tree)
            #expect(report.total.carriedOver == 1 && report.total.received == 2 && report.total.rejected == 1)
            #expect(report.total.openInTime + report.total.openLate == 2 && report.rows.map(\.field).sorted() == ["", "land"])
            let before = try await casework.petitions(
                from: try #require(CivilDate("2026-10-01")),
                until: try #require(CivilDate("2026-11-16")),
                of: room.province.id,
                in: room.tree
            )
            #expect(before.total.received == 1 && before.total.carriedOver == 0 && before.total.openInTime == 1)
            #expect(try await room.file(old).state == .received)
        }
    }

    @Test(
        "days of the report's periods",
        arguments: [("2026-11", "2026-10-15", "2026-11-14"), ("2026-Q1", "2025-12-15", "2026-03-14"), ("2026", "2025-12-15", "2026-12-14")]
    )
    func days(_ period: String, _ from: String, _ until: String) throws {
        let days = PetitionReport.days(of: try #require(CasePeriod(period)))
        #expect("\(days.from)" == from && "\(days.until)" == until)
    }
}
