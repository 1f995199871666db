import Casework
import Logging
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

    /// Keeps the sums that boards read.
    let figures: Background
    /// The pages of answers that were made public.
    let answered: AnsweredPages

    init(_ program: Program, addresses: Addresses) async throws {
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
        figures = Background { [casework, logger = program.logger] in
            // What acts changed is true at once; here it is only added up, so that reading it stays quick.
            while !Task.isCancelled {
                do { try await casework.keepFigures() } catch  where !(error is CancellationError) {
                    logger.warning("The figures of cases could not be added up", metadata: ["error": "\(error)"])
                } catch {}
                try? await Task.sleep(for: .seconds(5))
            }
        }
        desk = CasesDesk(casework: casework, publishing: program.publishing, redactor: Redactor())
    }
}
