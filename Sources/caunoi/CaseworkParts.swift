import Casework
import PortalNetwork
import Publishing
import Questions
import Redaction
import Rules
import ServiceLifecycle
import Store
import Web

/// Casework of the opened installation: the legal clock, the tracks, the public doors and the desk's rooms.
struct CaseworkParts {
    let casework: Casework
    /// What holds: law, house rules, confirmed years.
    let rules: HouseRules
    let pages: CasePages
    let desk: CasesDesk
    let calendar: CalendarDesk
    let services: [any Service]
    /// Bytes of a body at addresses whose forms take files.
    var bodies: [String: Int] { pages.bodies }

    /// The pages of answers that were made public.
    let answered: AnsweredPages

    init(_ program: Program, addresses: Addresses) async throws {
        rules = try await HouseRules(database: program.database, clock: program.clock, ids: program.lease.ids)
        casework = Casework(
            database: program.database,
            keyring: program.keyring,
            clock: program.clock,
            ids: program.lease.ids,
            tracks: try TrackTable.standard(),
            times: CaseTimes(tenants: { [directory = program.directory] in CaseTimes.tenants(of: $0, in: directory.tree) }) { [rules] in rules.legal
            },
            termKey: try await CaseSecret.open(program.keys, clock: program.clock)
        )
        answered = AnsweredPages(reader: program.reader, addresses: addresses)
        pages = CasePages(casework: casework, answered: answered)
        calendar = CalendarDesk(rules)
        services = [ReckonAgain(casework, rules, logger: program.logger)]
        desk = CasesDesk(casework: casework, publishing: program.publishing, redactor: Redactor())
    }
}
