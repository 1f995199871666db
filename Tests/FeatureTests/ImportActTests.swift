import News
import PortalNetwork
import PortalTesting
import Publishing
import Store
import Testing
import Vietnamese

@Suite("The act of an import")
struct ImportActTests {
    @Test(arguments: Backend.available)
    func aTrialWritesNothing(_ backend: Backend) async throws {
        try await TestPortal.with(backend) { portal in
            let desk = try ImportDesk(portal)
            let before = try await desk.state()
            let path = try desk.write(DirtyNews.file)
            let trial = try await desk.run(path, section: portal.news, isDryRun: true)
            #expect(try await desk.state() == before)
            #expect(trial.dryRun)
            let real = try await desk.run(path, section: portal.news)
            #expect(trial.imported == real.imported && trial.read == real.read && trial.failed == real.failed)
        }
    }

    /// Four eyes hold for imports too.
    @Test(arguments: Backend.available)
    func needsTwoPeopleWithTheRight(_ backend: Backend) async throws {
        try await TestPortal.with(backend) { portal in
            let desk = try ImportDesk(portal)
            let path = try desk.write(DirtyNews.plain(3))
            let before = try await desk.state()
            await #expect(throws: PublishingRefusal.secondPerson) { try await desk.run(path, section: portal.news, by: "chief", second: "chief") }
            await #expect(throws: (any Error).self) { try await desk.run(path, section: portal.news, by: "writer", second: "chief") }
            await #expect(throws: (any Error).self) { try await desk.run(path, section: portal.news, by: "chief", second: "writer") }
            await #expect(throws: PublishingRefusal.reasonMissing) { try await desk.run(path, section: portal.news, reason: " ") }
            #expect(try await desk.state() == before)
            // The record says who.
            #expect(try await desk.run(path, section: portal.news).imported == 3)
            let row = try await portal.database.read { try $0.row("SELECT actor, confirmed_by, kind FROM act") }
            let (actor, second, kind): (PersonID?, PersonID?, String?) = (try row?[0], try row?[1], try row?[2])
            #expect(actor == portal.people["reporter"] && second == portal.people["chief"] && kind == "import")
        }
    }

    /// Whatever moment the database fails at, a further run ends with every line once.
    @Test(
        arguments: Backend.available,
        [
            FaultyDatabase.Moment.before(statement: 1), .before(statement: 3), .after(statement: 40), .after(statement: 900), .beforeCommit,
            .afterCommit,
        ]
    )
    func goesOnWhereItWasInterrupted(_ backend: Backend, _ moment: FaultyDatabase.Moment) async throws {
        try await TestPortal.with(backend) { portal in
            let desk = try ImportDesk(portal)
            let path = try desk.write(DirtyNews.plain(600))
            // The first batch is in, then the fault.
            var batches = 0
            await #expect(throws: StoreFault.self) {
                try await desk.run(path, section: portal.news) { _ in
                    batches += 1
                    if batches == 1 { portal.faults.fail(at: moment) }
                }
            }
            #expect(portal.faults.hasFailed)
            let between = try await desk.titles(of: portal.news).count
            #expect(between == (moment == .afterCommit ? 512 : 256), "a batch is in, or it is not")
            let summary = try await desk.run(path, section: portal.news)
            #expect(summary.resumedAtLine == between)
            #expect(summary.failed == 0)
            #expect(Set(try await desk.titles(of: portal.news)).count == 600)
            let state = try await desk.state()
            #expect(state.items == 600 && state.listed == 600 && state.acts == 1, "nothing twice, and one act for all of it")
            // Done is done: a third run begins anew and finds everything.
            let third = try await desk.run(path, section: portal.news)
            #expect(third.resumedAtLine == nil && third.skipped == 600 && third.imported == 0)
        }
    }

    /// An erased article does not come back with the next import.
    @Test(arguments: Backend.available)
    func erasedItemsStayErased(_ backend: Backend) async throws {
        try await TestPortal.with(backend) { portal in
            let desk = try ImportDesk(portal)
            let path = try desk.write(DirtyNews.plain(5))
            _ = try await desk.run(path, section: portal.news)
            let victim = try #require(try await portal.reader.list(.all, on: portal.province.id, page: 1).cards.first)
            try await portal.publishing.erase(victim.item, because: .personal, by: portal.by("chief"))
            let again = try await desk.run(path, section: portal.news)
            #expect(again.imported == 0 && again.skipped == 5 && again.failed == 0)
            #expect(try await desk.titles(of: portal.news).count == 4)
        }
    }

    /// The same ids of another old system, set apart by a namespace; the same file on another portal.
    @Test func idsOfOtherSystems() async throws {
        try await TestPortal.with(.sqlite) { portal in
            let desk = try ImportDesk(portal)
            _ = try await desk.run(try desk.write(DirtyNews.plain(3)), section: portal.news)
            let other = try desk.write(Array([0, 1, 2].map { DirtyNews.line("p\($0)", "Khác \($0)") }.joined(separator: "\n").utf8))
            #expect(try await desk.run(other, section: portal.news).failed == 3)
            #expect(try await desk.run(other, section: portal.news, namespace: "joomla").imported == 3)
        }
    }
}
