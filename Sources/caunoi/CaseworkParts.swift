import Casework
import Questions
import Rules
import Store

/// Casework of the opened installation: the legal clock, the tracks, the public doors and the desk's rooms.
struct CaseworkParts {
    let casework: Casework
    let pages: CasePages
    let desk: CasesDesk
    /// Bytes of a body at addresses whose forms take files.
    var bodies: [String: Int] { pages.bodies }

    init(_ program: Program) async throws {
        let legal = try LegalClock.standard()
        casework = Casework(
            database: program.database,
            keyring: program.keyring,
            clock: program.clock,
            ids: program.lease.ids,
            tracks: try TrackTable.standard(),
            times: CaseTimes { legal },
            termKey: try await CaseSecret.open(program.keys, clock: program.clock)
        )
        pages = CasePages(casework: casework)
        desk = CasesDesk(casework: casework)
    }
}
