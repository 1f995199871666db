import PortalNetwork
import PortalTesting
import Publishing
import Rules
import Store
import Testing
import Vietnamese

@testable import Casework

@Suite("The list of cases, and many at once") struct InboxTests {
    private static func list(
        _ room: CaseRoom,
        _ view: CaseQuery.View,
        _ filter: CaseQuery.Filter = CaseQuery.Filter(),
        after: CaseQuery.Place? = nil,
        before: CaseQuery.Place? = nil,
        limit: Int = 50
    )
        async throws -> [CaseRow]
    {
        let clerk = try await room.by("clerk")
        let query = CaseQuery(
            view: view,
            desks: room.tree.subtree(of: room.province.id),
            person: clerk.person.id,
            filter: filter,
            after: after,
            before: before,
            limit: limit
        )
        return try await room.casework.list(query, by: clerk)
    }

    @Test(
        "pages forwards and backwards are the same rows, those without a deadline last",
        arguments: Backend.available,
        [CaseQuery.View.open, .ended]
    )
    func pages(_ backend: Backend, _ view: CaseQuery.View) async throws {
        try await CaseRoom.with(backend) { room in
            for number in 0..<17 {
                let id = try await room.receive().id
                let due: Int64? = number % 4 == 0 ? nil : Int64(number * 7919 % 5)
                try await room.database.write { db in
                    _ = try db.execute("UPDATE case_file SET due_at = \(due), changed_at = \(due ?? 9), ended = \(view == .ended) WHERE id = \(id)")
                }
            }
            let all = try await Self.list(room, view).map(\.file.id)
            var forwards: [CaseID] = []
            var place: CaseQuery.Place?
            repeat {
                let page = try await Self.list(room, view, after: place, limit: 5)
                forwards += page.map(\.file.id)
                place = page.last?.place
                if page.count < 5 { break }
            } while forwards.count < 40
            #expect(forwards == all && all.count == 17)
            var backwards: [CaseID] = []
            place = try await Self.list(room, view).last?.place
            while let before = place, backwards.count < 40 {
                let page = try await Self.list(room, view, before: before, limit: 5)
                backwards = page.map(\.file.id) + backwards
                place = page.first?.place
            }
            #expect(backwards == Array(all.dropLast()))
        }
    }

    @Test("each filter keeps what it says, and each view", arguments: Backend.available)
    func filters(_ backend: Backend) async throws {
        try await CaseRoom.with(backend) { room in
            let clerk = try await room.by("clerk")
            let report = try await room.receive("site-report").id
            let question = try await room.receive().id
            try await room.casework.classify(try await room.seen(question), track: "question", field: "land", variant: nil, unit: nil, by: clerk)
            try await room.casework.accept(try await room.seen(question), by: clerk)
            try await room.casework.transfer(
                try await room.seen(question),
                to: room.office,
                desk: room.department.id,
                words: "Thuộc thẩm quyền của Sở.",
                by: clerk
            )
            func ids(_ view: CaseQuery.View, _ filter: CaseQuery.Filter = CaseQuery.Filter()) async throws -> [CaseID] {
                try await Self.list(room, view, filter).map(\.file.id)
            }
            #expect(try await ids(.open, CaseQuery.Filter(track: "site-report")) == [report])
            #expect(try await ids(.open, CaseQuery.Filter(field: "land")) == [question])
            #expect(try await ids(.open, CaseQuery.Filter(state: .received)) == [report])
            #expect(try await ids(.open, CaseQuery.Filter(channel: .letter)).isEmpty)
            #expect(try await ids(.open, CaseQuery.Filter(agency: room.office)) == [question])
            #expect(try await ids(.agency, CaseQuery.Filter(own: [room.office])) == [question])
            #expect(try await ids(.agency).isEmpty)
            #expect(Set(try await ids(.unassigned)) == [question, report])
            try await room.casework.take(try await room.seen(question), by: try await room.by("unit"))
            #expect(try await ids(.unassigned) == [report])
            // 16 November is a Monday. What is due within a working day, within three, and past it.
            let due = try #require(try await room.file(report).dueAt)
            room.clock.advance(seconds: (due.rawValue - room.clock.now.rawValue) / 1000 - 3 * 86_400)
            #expect(try await ids(.soon) == [report])
            room.clock.advance(days: 2)
            #expect(try await ids(.nextDay) == [report])
            #expect(try await ids(.overdue).isEmpty)
            #expect(try await Self.list(room, .open).first?.left?.text() != nil)
            room.clock.advance(days: 2)
            #expect(try await ids(.overdue) == [report])
            #expect(try await ids(.nextDay).isEmpty)
            #expect(try await ids(.soon).isEmpty)
        }
    }

    @Test("many at once: each by itself, one refused stops no other, and the account is true and its maker's", arguments: Backend.available)
    func bulk(_ backend: Backend) async throws {
        try await CaseRoom.with(backend) { room in
            let (clerk, unit) = (try await room.by("clerk"), try await room.by("unit"))
            let ids = [try await room.receive().id, try await room.receive().id, try await room.receive().id]
            var seen: [Casework.Seen] = []
            for id in ids { seen.append(try await room.seen(id)) }
            // Meanwhile somebody did something to the second.
            try await room.casework.note(seen[1], words: "Đã gọi điện.", by: clerk)
            let bulk = try await room.casework.carryOut(
                .accept,
                on: seen + [Casework.Seen(CaseID(rawValue: 1), version: 1)],
                of: room.province.id,
                by: clerk
            )
            let account = try #require(try await room.casework.account(bulk, on: room.province.id, by: clerk))
            #expect(account.rows.map(\.refusal?.key) == [nil, "casework.changed-meanwhile", nil, "casework.unknown-case"])
            #expect(try await room.file(ids[0]).state == .accepted)
            #expect(try await room.file(ids[1]).state == .received)
            #expect(try await room.casework.account(bulk, on: room.province.id, by: unit) == nil)
            // Whoever may not is refused case by case; nothing is half done.
            let refused = try await room.casework.carryOut(.accept, on: [try await room.seen(ids[1])], of: room.province.id, by: unit)
            #expect(try await room.casework.account(refused, on: room.province.id, by: unit)?.rows.map(\.refusal?.key) == ["network.not-allowed"])
            #expect(try await room.file(ids[1]).state == .received)
            // Handed to who may work on it there, and to nobody else.
            let named = try #require(room.people["chief"]).id
            let (chief, chiefs) = try #require(try await room.casework.handler(named))
            var all: [Casework.Seen] = []
            for id in ids { all.append(try await room.seen(id)) }
            let handed = try await room.casework.carryOut(.hand(chief, chiefs), on: all, of: room.province.id, by: clerk)
            #expect(
                try await room.casework.account(handed, on: room.province.id, by: clerk)?.rows.map(\.refusal?.key) == [nil, "casework.not-now", nil]
            )
            let first = try await room.file(ids[0])
            #expect(first.officer == chief.id && first.state == .working)
            #expect(try await room.casework.handlers(of: room.province.id, in: room.tree).map(\.person) == [chief.id])
            // Transferred to the agency that is named, and the portal whose people see it.
            all = []
            for id in ids { all.append(try await room.seen(id)) }
            let sent = try await room.casework.carryOut(
                .transfer(room.office, desk: room.department.id, words: "Thuộc thẩm quyền của Sở."),
                on: all,
                of: room.province.id,
                by: clerk
            )
            let transferred = try await room.casework.account(sent, on: room.province.id, by: clerk)
            #expect(transferred?.rows.compactMap(\.refusal?.key) == [])
            for id in ids { #expect(try await room.file(id).desk == room.department.id) }
            // A day later the account is forgotten when the next one is made; timelines and the trail are not.
            room.clock.advance(days: 2)
            _ = try await room.casework.carryOut(.take, on: [], of: room.province.id, by: clerk)
            #expect(try await room.casework.account(bulk, on: room.province.id, by: clerk) == nil)
        }
    }
}
