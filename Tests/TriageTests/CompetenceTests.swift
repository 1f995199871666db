import Foundation
import Testing
import Vietnamese

@testable import Triage

func day(_ text: String) -> CivilDate { CivilDate(text) ?? CivilDate(dayNumber: 0) }

@Suite("Who is competent")
struct CompetenceTests {
    static let commune = Territory(commune: "06649", province: "22")
    static let table = CompetenceTable([
        CompetenceRow(field: "land", agency: "bnnmt", basis: "Luật Đất đai", from: day("2025-03-01")),
        CompetenceRow(field: "land", territory: "22", agency: "so-nnmt-22", basis: "QĐ 1", from: day("2025-07-01")),
        CompetenceRow(field: "land", territory: "06649", track: "site-report", agency: "ubnd-06649", basis: "QĐ 2", from: day("2025-07-01")),
        CompetenceRow(field: nil, territory: "06649", agency: "ubnd-06649", basis: "QĐ 3", from: day("2025-07-01")),
        CompetenceRow(field: "traffic", agency: "so-gtvt", basis: "cũ", from: day("2020-01-01"), until: day("2025-02-28")),
        CompetenceRow(field: "traffic", agency: "cong-an-{province}", basis: "mới", from: day("2025-03-01")),
        CompetenceRow(field: "civil-status", agency: "ubnd-{commune}", basis: "Luật Hộ tịch", from: day("2016-01-01")),
        CompetenceRow(field: nil, agency: "hotline", basis: "QĐ 9", from: day("2026-09-01"), until: day("2026-09-03"), priority: 5),
    ])

    static let lookups: [(field: FieldCode?, place: Territory, track: String?, on: String, agencies: [String])] = [
        ("land", commune, "question", "2026-01-01", ["so-nnmt-22", "bnnmt", "ubnd-06649"]),
        ("land", commune, "site-report", "2026-01-01", ["ubnd-06649", "so-nnmt-22", "bnnmt"]),
        ("land", Territory(province: "22"), "question", "2026-01-01", ["so-nnmt-22", "bnnmt"]),
        ("land", Territory(commune: "00001", province: "01"), "question", "2026-01-01", ["bnnmt"]),
        ("land", Territory(), "question", "2026-01-01", ["bnnmt"]),
        ("land", commune, "question", "2025-06-30", ["bnnmt"]),
        ("land", commune, "question", "2025-01-01", []),
        ("traffic", Territory(province: "22"), nil, "2025-02-28", ["so-gtvt"]),
        ("traffic", Territory(province: "22"), nil, "2025-03-01", ["cong-an-22"]),
        ("traffic", Territory(), nil, "2025-03-01", []),
        ("civil-status", Territory(commune: "00001", province: "01"), nil, "2026-01-01", ["ubnd-00001"]),
        ("civil-status", Territory(province: "01"), nil, "2026-01-01", []),
        ("tax", commune, "question", "2026-01-01", ["ubnd-06649"]),
        (nil, commune, "question", "2026-01-01", ["ubnd-06649"]),
        ("land", commune, "question", "2026-09-02", ["hotline", "so-nnmt-22", "bnnmt", "ubnd-06649"]),
    ]

    @Test("by field, place, track and day", arguments: lookups)
    func lookup(_ one: (field: FieldCode?, place: Territory, track: String?, on: String, agencies: [String])) {
        let hits = Self.table.competent(field: one.field, in: one.place, track: one.track, on: day(one.on))
        #expect(hits.map(\.agency) == one.agencies)
    }

    static func row(_ agency: String, _ from: String, _ until: String?, field: FieldCode? = "land", basis: String = "QĐ", priority: Int = 0)
        -> CompetenceRow
    {
        CompetenceRow(field: field, agency: agency, basis: basis, from: day(from), until: until.map(day), priority: priority)
    }

    static let faults: [(rows: [CompetenceRow], found: [String])] = [
        ([row("a", "2025-01-01", "2025-12-31"), row("b", "2026-01-01", nil)], []),
        ([row("a", "2025-01-01", "2025-12-31"), row("b", "2025-12-31", nil)], ["conflict 0 1"]),
        ([row("a", "2025-01-01", nil), row("b", "2026-01-01", nil)], ["conflict 0 1"]),
        ([row("a", "2025-01-01", nil), row("b", "2026-01-01", nil, priority: 1)], []),
        ([row("a", "2025-01-01", nil), row("b", "2026-01-01", nil, field: "tax")], []),
        ([row("a", "2025-01-01", "2025-06-30"), row("a", "2025-06-01", nil)], ["doubled 0 1"]),
        ([row("a", "2025-01-01", "2025-06-30"), row("b", "2025-08-01", nil)], ["gap 1"]),
        ([row("a", "2025-01-01", "2026-06-30"), row("b", "2025-02-01", "2025-03-01"), row("c", "2026-07-01", nil)], ["conflict 0 1"]),
        ([row("a", "2025-01-01", "2024-12-31")], ["backwards 0"]),
        ([row("a", "2025-01-01", nil, basis: " ")], ["withoutBasis 0"]),
        ([row("a", "2025-01-01", nil, field: "magic")], ["unknownField 0"]),
        ([CompetenceRow(field: "tax", track: "song", agency: "a", basis: "x", from: day("2025-01-01"))], ["unknownTrack 0"]),
        ([row("nobody", "2025-01-01", nil)], ["unknownAgency 0"]),
        ([row("gone", "2025-01-01", nil)], ["agencyEnded 0"]),
        ([row("gone", "2025-01-01", "2026-06-30")], []),
        ([row("ubnd-{commune}", "2025-01-01", nil)], []),
        ([CompetenceRow(field: "tax", territory: "999", agency: "a", basis: "x", from: day("2025-01-01"))], ["unknownTerritory 0"]),
    ]

    @Test("faults of a table", arguments: faults)
    func findings(_ one: (rows: [CompetenceRow], found: [String])) {
        let agencies: [String: CivilDate?] = ["a": nil, "b": nil, "c": nil, "gone": day("2026-06-30")]
        let found = CompetenceTable(one.rows).findings(CompetenceExpectations(territories: ["22"], agencies: agencies))
        #expect(found.map { ([$0.kind.rawValue] + $0.rows.map(String.init)).joined(separator: " ") } == one.found)
    }

    @Test func gapsSayTheirDays() throws {
        let gap = try #require(CompetenceTable([Self.row("a", "2025-01-01", "2025-06-30"), Self.row("b", "2025-08-01", nil)]).findings().first)
        #expect(gap.values["from"] == .text("2025-07-01") && gap.values["until"] == .text("2025-07-31"))
        #expect(gap.key == "triage.table.gap" && gap.values["field"] == .word("triage.field.land"))
    }

    @Test func fieldsWithoutAnybodyAreNamed() {
        let tracks = Track.all.filter { !$0.isRoutedOut }.count
        let expected = CompetenceExpectations(day: day("2026-01-01"))
        #expect(Self.table.findings(expected).filter { $0.kind == .uncovered }.count == (Field.all.count - 3) * tracks)
        let all = CompetenceTable([CompetenceRow(field: nil, agency: "vp", basis: "x", from: day("2020-01-01"))])
        #expect(all.findings(expected).isEmpty)
    }

    @Test(.enabled(if: ProcessInfo.processInfo.environment["CAUNOI_TEST_FULL"] == "1", "takes minutes: CAUNOI_TEST_FULL=1"))
    func manyRowsTakeNoLongTime() {
        let rows = (0..<20_000).map { CompetenceRow(field: "land", territory: "t\($0)", agency: "a\($0)", basis: "x", from: day("2025-01-01")) }
        let clock = ContinuousClock()
        let time = clock.measure {
            let table = CompetenceTable(rows)
            #expect(table.findings().isEmpty)
            for index in 0..<1000 {
                #expect(table.competent(field: "land", in: Territory(commune: "t\(index)"), track: nil, on: day("2026-01-01")).count == 1)
            }
        }
        #expect(time < .seconds(20), "\(time)")
    }
}

@Suite("Tables as CSV")
struct CompetenceCSVTests {
    @Test func rowsAreRead() {
        let text = """
            \u{FEFF}field,territory,track,agency,basis,from,until,priority\r
            land,22,,so-nnmt-22,"Quyết định ""số 1"", điều 2",2025-07-01,,\r

            *,,site-report,ubnd-{commune},"QĐ
            hai dòng",2025-07-01,2026-12-31,2\r
            """
        let read = CompetenceTable.read(csv: text)
        #expect(read.errors == [] && read.lines == [2, 4])
        #expect(
            read.rows == [
                CompetenceRow(field: "land", territory: "22", agency: "so-nnmt-22", basis: "Quyết định \"số 1\", điều 2", from: day("2025-07-01")),
                CompetenceRow(
                    field: nil,
                    track: "site-report",
                    agency: "ubnd-{commune}",
                    basis: "QĐ\nhai dòng",
                    from: day("2025-07-01"),
                    until: day("2026-12-31"),
                    priority: 2
                ),
            ]
        )
    }

    @Test func semicolonsAndOtherOrdersAreRead() {
        let read = CompetenceTable.read(csv: "from;agency;field;basis;territory;track\n2025-07-01;a;tax;QĐ 1, 2;;\n")
        #expect(read.rows == [CompetenceRow(field: "tax", agency: "a", basis: "QĐ 1, 2", from: day("2025-07-01"))])
    }

    static let header = "field,territory,track,agency,basis,from,until,priority\n"
    static let refusals: [(text: String, errors: [String])] = [
        ("", ["1 header"]), ("field,agency\nland,a\n", ["1 header"]), ("field,field,territory,track,agency,basis,from\n", ["1 header"]),
        (header + "land,22,,,x,2025-07-01,,\n", ["2 agency"]), (header + "land,22,,a,x,1/7/2025,,\n", ["2 from"]),
        (header + "land,22,,a,x,,,\n", ["2 from"]), (header + "land,22,,a,x,2025-02-30,,\n", ["2 from"]),
        (header + "land,22,,a,x,2025-07-01,mai,\n", ["2 until"]), (header + "land,22,,a,x,2025-07-01,,cao\n", ["2 priority"]),
        (header + "đất,22,,a,x,2025-07-01,,\n", ["2 field"]), (header + "land,q 1,,a,x,2025-07-01,,\n", ["2 territory"]),
        (header + "land,22,hỏi,a,x,2025-07-01,,\n", ["2 track"]), (header + "land,22\n", ["2 columns"]),
        (header + "land,22,,a,\"x,2025-07-01,,\n", ["2 quote"]), (header + "land,22,,a,\"x\"y,2025-07-01,,\n", ["2 quote"]),
        (header + "land,22,,a,\"hai\ndòng\",2025-07-01,,\nland\n", ["4 columns"]), (header + "\n \nland,,,a,x,2025-07-01,,\n", []),
    ]

    @Test("errors name their line", arguments: refusals)
    func refused(_ one: (text: String, errors: [String])) {
        #expect(CompetenceTable.read(csv: one.text).errors.map { "\($0.line) \($0.problem.rawValue)" } == one.errors)
    }
}
