import Casework
import PortalNetwork
import Publishing
import Questions
import Redaction
import Rules
import Store
import Web

/// Casework of the opened installation: the legal clock, the tracks, the public doors and the desk's rooms.
struct CaseworkParts {
    let casework: Casework
    let pages: CasePages
    let desk: CasesDesk
    /// Bytes of a body at addresses whose forms take files.
    var bodies: [String: Int] { pages.bodies }

    /// The pages of answers that were made public.
    let answered: AnsweredPages

    /// `find`: answered questions that share words with what somebody writes; nil: none are offered.
    init(_ program: Program, addresses: Addresses, find: QuestionOffers.Find? = nil) async throws {
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
        answered = AnsweredPages(reader: program.reader, addresses: addresses)
        pages = CasePages(
            casework: casework,
            answered: answered,
            offers: find.map { QuestionOffers(reader: program.reader, addresses: addresses, find: $0) }
        )
        desk = CasesDesk(casework: casework, publishing: program.publishing, redactor: Redactor())
    }
}
