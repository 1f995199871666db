import Casework
import PortalNetwork
import Publishing
import Questions
import Redaction
import Rules
import Search
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

    /// `index`: in which published answers that are like a letter are looked for; without it none are offered.
    init(_ program: Program, addresses: Addresses, index: SearchIndex? = nil) async throws {
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
        pages = CasePages(casework: casework, answered: answered)
        desk = CasesDesk(
            casework: casework,
            publishing: program.publishing,
            redactor: Redactor(),
            library: index.map { Self.library(program.reader, $0, program.clock) }
        )
    }

    /// The index is asked directly, not through the page that readers search on: nothing of a letter is counted or logged.
    static func library(_ reader: Reader, _ index: SearchIndex, _ clock: Clock) -> AnswerLibrary {
        AnswerLibrary(reader: reader) { words, root in
            try await index.items(SearchRequest(words, scope: .subtree(root), kind: AnsweredQuestion.name, size: 30), now: clock.now())
        }
    }

    /// Follows what published answers cite and tells whom it concerns; a part of the server.
    static func watch(_ program: Program, notices: Notices?) -> AnswerWatch {
        let directory = program.directory
        return AnswerWatch(database: program.database, reader: program.reader, notices: notices, clock: program.clock, logger: program.logger) {
            directory.tree
        }
    }
}
