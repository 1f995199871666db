import PortalNetwork
import PortalTesting
import Publishing
import Store
import Testing
import Triage
import Vietnamese

@testable import Casework

@Suite("The table of competence")
struct CompetenceTests {
    static let day = CivilDate(year: 2026, month: 1, day: 1)!

    static func row(
        _ field: FieldCode?,
        _ agency: String,
        track: String? = nil,
        territory: String = "vn",
        from: CivilDate = day,
        until: CivilDate? = nil
    )
        -> CompetenceRow
    {
        CompetenceRow(field: field, territory: territory, track: track, agency: agency, basis: "Quyết định 1/QĐ", from: from, until: until)
    }

    @Test("rows are kept, changed and taken out, each with a line in the trail", arguments: Backend.available)
    func rows(_ backend: Backend) async throws {
        try await CaseRoom.with(backend) { room in
            let (book, by) = (room.book, try await room.keeper("chief"))
            let id = try await book.add(Self.row("land", "H1"), to: room.province.id, by: by)
            await #expect(throws: CompetenceRefusal.self) { try await book.add(Self.row("land", "H1"), to: room.province.id, by: by) }
            let kept = try #require(try await room.entries().first)
            #expect(kept.id == id && kept.row == Self.row("land", "H1") && kept.version == 1)
            try await book.change(id, to: Self.row("land", "H2", until: Self.day.adding(days: 9)), of: room.province.id, version: 1, by: by)
            await #expect(throws: CompetenceRefusal.changedMeanwhile) {
                try await book.change(id, to: Self.row("land", "H3"), of: room.province.id, version: 1, by: by)
            }
            await #expect(throws: CompetenceRefusal.unknown) { try await book.remove(id, of: room.department.id, version: 2, by: by) }
            try await book.remove(id, of: room.province.id, version: 2, by: by)
            let left = try await room.entries()
            #expect(left.isEmpty)
            let trail = try await room.trail()
            #expect(trail == ["− land · vn · * → H2", "land · vn · * → H1 ⇒ land · vn · * → H2", "+ land · vn · * → H1"])
        }
    }

    @Test(
        "a table is taken whole, a second time changes nothing, and what it has not is taken out where that is wanted",
        arguments: Backend.available
    )
    func load(_ backend: Backend) async throws {
        try await CaseRoom.with(backend) { room in
            let (book, by) = (room.book, try await room.keeper("chief"))
            let rows = [Self.row("land", "H1"), Self.row(nil, "H2", track: "site-report", territory: "22")]
            let trial = try await book.load(rows, into: room.province.id, isTrial: true, by: by)
            #expect(trial.rows == [.added, .added])
            let none = try await room.entries()
            #expect(none.isEmpty)
            let first = try await book.load(rows, into: room.province.id, by: by)
            #expect(first.rows == [.added, .added] && first.removed == 0)
            let again = try await book.load(rows, into: room.province.id, by: by)
            #expect(again.changesNothing)
            var later = rows[0]
            later.until = Self.day.adding(days: 30)
            let changed = try await book.load([later], into: room.province.id, by: by)
            #expect(changed.rows == [.changed] && changed.removed == 0)
            let replaced = try await book.load([later], into: room.province.id, replaces: true, by: by)
            #expect(replaced.rows == [.known] && replaced.removed == 1)
            let kept = try await room.entries().map(\.row)
            #expect(kept == [later])
            let trail = try await room.trail()
            #expect(trail == ["+0 =0 −1", "+0 =1 −0", "+2 =0 −0"])
        }
    }

    @Test("who keeps no table of a portal keeps none", arguments: ["clerk", "unit", "other"])
    func rights(_ handle: String) async throws {
        try await CaseRoom.with(.sqlite) { room in
            let by = try await room.keeper(handle)
            for site in [room.province, room.department] {
                await #expect(throws: AuthorizationRefusal.notAllowed(.editCompetence)) {
                    try await room.book.add(Self.row("land", "H1"), to: site.id, by: by)
                }
                await #expect(throws: AuthorizationRefusal.notAllowed(.editCompetence)) { _ = try await room.book.load([], into: site.id, by: by) }
            }
        }
    }

    /// A line below the header, and the key of what is wrong with it.
    @Test(
        "what is wrong with a line is said with its number",
        arguments: [
            ("khong-co,,,H1,x,2026-01-01,,", "refusal.competence.field"), ("land,,khong-co,H1,x,2026-01-01,,", "refusal.competence.track"),
            ("land,123,,H1,x,2026-01-01,,", "refusal.competence.territory"), ("land,,,H1,x,1/1/2026,,", "triage.csv.from"),
            ("land,,,,x,2026-01-01,,", "triage.csv.agency"), ("land,,,H1,x,2026-01-02,2026-01-01,", "refusal.competence.backwards"),
            ("land,,,H0,y,2026-01-01,,", "refusal.competence.known"), ("land,,,H1,x,2026-01-01,,,,", "triage.csv.columns"),
            ("land,,,H1,x,2026-01-01,,nhiều", "triage.csv.priority"),
        ]
    )
    func lines(_ line: String, _ key: String) {
        let file = CompetenceFile("field,territory,track,agency,basis,from,until,priority\nland,,,H0,x,2026-01-01,,\n\(line)\n")
        #expect(file.problems.map(\.key) == [key] && file.problems.first?.line == 3, "\(file.problems)")
        #expect(file.rows.count == 1 && file.lines == [2])
    }

    @Test("what is written out is read back as it was")
    func back() {
        var row = Self.row("land", "so-{province}", track: "question", territory: "22", until: Self.day)
        row.priority = 7
        row.basis = "Luật Đất đai, Điều 1; \"ghi chú\""
        let quoted = row.cells.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",")
        let file = CompetenceFile(CompetenceTable.columns.joined(separator: ",") + "\n" + quoted + "\n")
        #expect(file.problems.isEmpty && file.rows == [row])
    }

    @Test("the nearer portal's row speaks before one above it, a row of the field before both", arguments: Backend.available)
    func nearness(_ backend: Backend) async throws {
        try await CaseRoom.with(backend) { room in
            let by = try await room.keeper("chief")
            try await room.agency("Cơ quan trên", code: "TREN")
            try await room.agency("Cơ quan dưới", code: "DUOI")
            _ = try await room.book.load([Self.row("land", "TREN"), Self.row(nil, "TREN")], into: room.province.id, by: by)
            _ = try await room.book.load([Self.row(nil, "DUOI")], into: room.department.id, by: by)
            let answers = try await room.database.read { db in
                try [FieldCode("land"), "health"].map { field in
                    let suggester = try room.casework.suggesters.suggester(for: room.department.id, in: room.tree, on: room.clock.now.civilDate, db)
                    let letter = Triage.Letter(title: "", text: "", chosenField: field, track: "question")
                    return suggester.triage(letter, on: room.clock.now.civilDate).suggestions.first?.agency
                }
            }
            #expect(answers == ["TREN", "DUOI"])
        }
    }
}

extension CaseRoom {
    var book: CompetenceBook { CompetenceBook(database: database, clock: clock.clock, ids: casework.ids) }

    func keeper(_ handle: String) async throws -> CompetenceBook.By {
        let by = try await by(handle)
        return CompetenceBook.By(by.person, as: by.actor, in: by.tree, from: by.caller)
    }

    func entries() async throws -> [CompetenceEntry] { try await database.read { [province] in try CompetenceBook.entries(of: province.id, in: $0) } }

    /// What the trail says of the table, newest first.
    func trail() async throws -> [String] {
        try await database.read { try AuditTrail.lines(AuditTrail.Query(action: "competence-changed"), in: $0) }.map(\.detail)
    }

    @discardableResult
    func agency(_ name: String, code: String) async throws -> AgencyID {
        let naming = AgencyNaming(name: name, shortName: name, kind: .department, code: code)
        return try await Agencies.add(
            naming,
            from: CivilDate(year: 2020, month: 1, day: 1)!,
            to: database,
            ids: casework.ids,
            clock: clock.clock
        ).id
    }
}
