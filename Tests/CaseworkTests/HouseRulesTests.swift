import Foundation
import Logging
import PortalNetwork
import PortalTesting
import Publishing
import Rules
import Store
import Testing
import Vietnamese

@testable import Casework

@Suite("Rules of the house, confirmed years") struct HouseRulesTests {
    static func file(_ code: String, term: String, matter: String = "question.answer") -> String {
        """
        rules:
          - code: \(code)
            matter: \(matter)
            title: {vi: Sở trả lời câu hỏi, en: The department answers a question, zh: 厅局答复提问}
            term: \(term)
            starts: received
            stops: answered
            from: 2026-01-01
        """
    }

    /// A room whose clock is the house's, and who may change it.
    private struct House {
        let room: CaseRoom
        let rules: HouseRules
        let casework: Casework
        let by: HouseRules.By
        let again: ReckonAgain

        static func with(_ backend: Backend, _ body: (House) async throws -> Void) async throws {
            try await CaseRoom.with(backend) { room in
                let rules = try await HouseRules(database: room.database, clock: room.clock.clock, ids: room.casework.ids)
                let casework = Casework(
                    database: room.database,
                    keyring: room.casework.keyring,
                    clock: room.clock.clock,
                    ids: room.casework.ids,
                    tracks: room.casework.tracks,
                    times: CaseTimes(tenants: { CaseTimes.tenants(of: $0, in: room.tree) }) { rules.legal },
                    termKey: Array(repeating: 7, count: 32)
                )
                let chief = try await room.by("chief")
                let by = HouseRules.By(chief.actor, chief.person, in: room.tree, from: CaseRoom.caller)
                let again = ReckonAgain(casework, rules, logger: Logger(label: "test"))
                try await body(House(room: room, rules: rules, casework: casework, by: by, again: again))
            }
        }

        func receive(_ track: String = "question", on site: Site? = nil) async throws -> CaseID {
            try await casework.receive(try room.letter(track), on: site ?? room.department).id
        }
    }

    @Test(
        "a stricter rule of one portal holds there and below, and for what is open already; taken away, the old one holds again",
        arguments: Backend.available
    )
    func stricter(_ backend: Backend) async throws {
        try await House.with(backend) { house in
            let (below, above) = (try await house.receive(), try await house.receive(on: house.room.province))
            let usual = try await house.room.file(below)
            let trial = try await house.rules.put(
                Self.file("sxd-1", term: "2 working-day"),
                named: "sxd.yaml",
                of: "site:so-xay-dung",
                isTrial: true,
                by: house.by
            )
            #expect(trial.rules == 1)
            #expect(try await house.rules.files().isEmpty)
            let done = try await house.rules.put(Self.file("sxd-1", term: "2 working-day"), named: "sxd.yaml", of: "site:so-xay-dung", by: house.by)
            #expect(done.cases == 2)
            try await house.again.catchUp()
            let short = try await house.room.file(below)
            // Monday 16 November and two working days.
            #expect(short.rule == "sxd-1" && short.dueAt?.civilDate == CivilDate(year: 2026, month: 11, day: 18))
            #expect(try await house.room.file(above).rule == usual.rule)
            let next = try await house.receive()
            #expect(try await house.room.file(next).rule == "sxd-1")
            try await house.rules.remove("sxd.yaml", by: house.by)
            try await house.again.catchUp()
            let back = try await house.room.file(below)
            #expect(back.rule == usual.rule && back.dueAt == usual.dueAt)
            #expect(try await house.room.count("SELECT count(*) FROM audit WHERE action = 'rules-changed'") == 2)
        }
    }

    @Test("another node takes up what changed here", arguments: Backend.available)
    func nodes(_ backend: Backend) async throws {
        try await House.with(backend) { house in
            let other = try await HouseRules(database: house.room.database, clock: house.room.clock.clock, ids: house.room.casework.ids)
            #expect(try await !other.refresh())
            try await house.rules.put(Self.file("nha-1", term: "1 working-day"), named: "nha.yaml", of: "installation", by: house.by)
            #expect(other.legal.book["nha-1"] == nil)
            #expect(try await other.refresh())
            #expect(other.legal.book["nha-1"] != nil)
            #expect(try await !other.refresh())
        }
    }

    struct Wrong: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let text: String
        var name = "a.yaml"
        var tenant = "installation"
        let said: String
    }

    static let wrong: [Wrong] = [
        Wrong(testDescription: "looser than the law", text: file("x", term: "60 day", matter: "petition.answer"), said: "a.yaml:2"),
        Wrong(testDescription: "no YAML", text: "rules: [", said: "a.yaml"),
        Wrong(testDescription: "a unit that is none", text: file("x", term: "2 moons"), said: "a.yaml:5"),
        Wrong(testDescription: "a code that the law has", text: file("house-question-transfer", term: "1 day"), said: "house-question-transfer"),
        Wrong(testDescription: "a name with a path", text: file("x", term: "1 day"), name: "../a", said: "name"),
        Wrong(testDescription: "a portal that is none", text: file("x", term: "1 day"), tenant: "site:khong-co", said: "tenant"),
        Wrong(testDescription: "too long", text: String(repeating: "#", count: HouseRules.longestFile + 1), said: "tooLong"),
    ]

    @Test("what cannot hold is refused with its place, and nothing is kept", arguments: Backend.available, wrong)
    func refused(_ backend: Backend, _ wrong: Wrong) async throws {
        try await House.with(backend) { house in
            let error = await #expect(throws: (any Error).self) {
                try await house.rules.put(wrong.text, named: wrong.name, of: wrong.tenant, by: house.by)
            }
            let said = error.map { "\($0)" } ?? ""
            #expect(said.contains(wrong.said), "\(said)")
            let (files, version) = (try await house.rules.files(), try await house.room.count("SELECT version FROM house_rules"))
            #expect(files.isEmpty && version == 0)
        }
    }

    @Test("only who answers for the house changes its rules", arguments: Backend.available, ["clerk", "unit", "operator"])
    func allowed(_ backend: Backend, _ handle: String) async throws {
        try await House.with(backend) { house in
            let who = try await house.room.by(handle)
            let by = HouseRules.By(who.actor, who.person, in: house.room.tree, from: CaseRoom.caller)
            await #expect(throws: AuthorizationRefusal.notAllowed(.editRules)) {
                try await house.rules.put(Self.file("x", term: "1 day"), named: "a.yaml", of: "installation", by: by)
            }
            let arrangement = try house.rules.legal.calendar.proposal(for: 2027)
            await #expect(throws: AuthorizationRefusal.notAllowed(.editRules)) { try await house.rules.confirm(arrangement, by: by) }
        }
    }

    @Test("a file that cannot hold any more is left out and named; everything else holds", arguments: Backend.available)
    func stale(_ backend: Backend) async throws {
        try await House.with(backend) { house in
            try await house.rules.put(Self.file("nha-1", term: "1 working-day"), named: "good.yaml", of: "installation", by: house.by)
            let text = Self.file("nha-2", term: "90 day", matter: "petition.answer")
            try await house.room.database.write { db in
                try db.execute("INSERT INTO house_rule_file (name, tenant, text, changed_at) VALUES ('bad.yaml', 'installation', \(text), 0)")
                try db.execute("UPDATE house_rules SET version = version + 1")
            }
            try await house.rules.refresh()
            #expect(house.rules.legal.book["nha-1"] != nil && house.rules.legal.book["nha-2"] == nil)
            #expect(house.rules.faults.map(\.file) == ["bad.yaml"])
        }
    }

    @Test("deadlines across a year that nobody confirmed are provisional until somebody does", arguments: Backend.available)
    func year(_ backend: Backend) async throws {
        try await House.with(backend) { house in
            // Thursday 24 December 2026: twenty days and more reach into 2027.
            house.room.clock.advance(days: 38)
            let id = try await house.receive("petition")
            let before = try await house.room.file(id)
            try #require(before.dueAt?.civilDate.year == 2027 && before.isProvisional)
            var arrangement = try house.rules.legal.calendar.proposal(for: 2027)
            await #expect(throws: CalendarError.withoutSource(year: 2027)) { try await house.rules.confirm(arrangement, by: house.by) }
            arrangement.source = "Thông báo số 1/TB ngày 20/12/2026"
            let day = try #require(before.dueAt?.civilDate)
            // The very day on which it is due becomes free.
            arrangement.extra = [YearArrangement.ExtraDay(date: day, name: Wording(vi: "Ngày hội tỉnh", en: "Day of the province", zh: "省节"))]
            let trial = try await house.rules.confirm(arrangement, isTrial: true, by: house.by)
            #expect(trial.days.map(\.date) == [day])
            #expect(try await house.rules.years().isEmpty)
            let change = try await house.rules.confirm(arrangement, by: house.by)
            #expect(change.days.map(\.date) == [day] && change.cases == 1)
            try await house.again.catchUp()
            let after = try await house.room.file(id)
            #expect(try #require(after.dueAt) > before.dueAt!)
            await #expect(throws: CalendarError.withoutReason(year: 2027)) { try await house.rules.confirm(arrangement, by: house.by) }
            arrangement.extra = []
            try await house.rules.confirm(arrangement, reason: "Thông báo mới", by: house.by)
            try await house.again.catchUp()
            let again = try await house.room.file(id)
            #expect(again.dueAt == before.dueAt && again.version == before.version)
            #expect(try await house.rules.years().map(\.reason) == ["Thông báo mới"])
        }
    }

    @Test("many open cases are reckoned in parts, and what was stopped goes on", arguments: Backend.available)
    func parts(_ backend: Backend) async throws {
        try await House.with(backend) { house in
            var ids: [CaseID] = []
            for _ in 0..<5 { ids.append(try await house.receive()) }
            try await house.rules.put(Self.file("sxd-1", term: "1 working-day"), named: "sxd.yaml", of: "site:so-xay-dung", by: house.by)
            // As if a node had stopped after the second.
            let second = ids.sorted { $0.rawValue < $1.rawValue }[1]
            try await house.room.database.write { try $0.execute("UPDATE house_rules SET reckoned = \(second)") }
            try await house.again.catchUp()
            var rules: [String?] = []
            for id in ids.sorted(by: { $0.rawValue < $1.rawValue }) { rules.append(try await house.room.file(id).rule) }
            #expect(rules[2...].allSatisfy { $0 == "sxd-1" } && rules[..<2].allSatisfy { $0 != "sxd-1" })
            #expect(try await house.room.count("SELECT count(*) FROM house_rules WHERE reckoned IS NULL") == 1)
        }
    }
}
