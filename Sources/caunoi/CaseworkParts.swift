import Casework
import Library
import Logging
import Media
import Outbound
import PortalNetwork
import Publishing
import Questions
import Redaction
import Rules
import Search
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
    /// Bytes of a body at addresses whose forms take files.
    var bodies: [String: Int] { pages.bodies }

    /// The pages of answers that were made public.
    let answered: AnsweredPages

    /// - Parameters:
    ///   - index: in which published answers that are like a letter are looked for; without it officials are offered none.
    ///   - find: answered questions that share words with what somebody writes; nil: none are offered.
    init(_ program: Program, addresses: Addresses, index: SearchIndex? = nil, find: QuestionOffers.Find? = nil) async throws {
        rules = try await HouseRules(database: program.database, clock: program.clock, ids: program.lease.ids)
        casework = Casework(
            database: program.database,
            keyring: program.keyring,
            clock: program.clock,
            ids: program.lease.ids,
            tracks: try TrackTable.standard(),
            times: CaseTimes(tenants: { [directory = program.directory] in CaseTimes.tenants(of: $0, in: directory.tree) }) { [rules] in rules.legal
            },
            telling: try Self.telling(program.settings),
            termKey: try await CaseSecret.open(program.keys, clock: program.clock)
        )
        answered = AnsweredPages(reader: program.reader, addresses: addresses)
        pages = CasePages(
            casework: casework,
            answered: answered,
            flood: try program.settings.floodBounds(),
            offers: find.map { QuestionOffers(reader: program.reader, addresses: addresses, find: $0) }
        )
        calendar = CalendarDesk(rules)
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

    /// The ways by which this installation can tell who asked.
    private static func telling(_ settings: Settings) throws -> CaseTelling {
        var ways: Set<CaseTelling.Way> = []
        if try settings.mail() != nil { ways.insert(.mail) }
        if try settings.shortMessages() != nil { ways.insert(.sms) }
        return CaseTelling(ways)
    }

    /// Work in the background: letters to officials, letters and messages to who asked, deadlines. Each in a queue of its own, so that a server that takes its time holds up nothing else.
    func services(_ program: Program, _ face: Face, _ parts: MailParts, _ door: WorkerDoor?, host: String) throws -> [any Service] {
        func runner(_ worker: any JobWorker, width: Int = 1) -> JobRunner {
            JobRunner(
                database: program.database,
                workers: [worker],
                owner: program.lease.ids.node,
                clock: program.clock,
                logger: program.logger,
                width: width
            )
        }
        let wording = CaseWording(face: face)
        let alarm = CaseAlarm(casework, notices: parts.notices, tree: face.tree)
        let figures = Background { [casework, logger = program.logger] in
            // What acts changed is true at once; here it is only added up, so that reading it stays quick.
            while !Task.isCancelled {
                do { try await casework.keepFigures() } catch  where !(error is CancellationError) {
                    logger.warning("The figures of cases could not be added up", metadata: ["error": "\(error)"])
                } catch {}
                try? await Task.sleep(for: .seconds(5))
            }
        }
        var services: [any Service] = [
            figures, ReckonAgain(casework, rules, logger: program.logger), CaseRound(casework, logger: program.logger), runner(TellOfCases(alarm)),
        ]
        if let service = parts.service { services.append(service) }
        let scanner = program.settings.scanner.map { ClamDoor($0, limit: program.settings.scannerLimit) }
        services.append(runner(CheckCaseFile(casework, scanner: scanner, door: door, logger: program.logger), width: 2))
        services.append(
            Background { [casework, logger = program.logger] in
                while !Task.isCancelled {
                    do { try await casework.checkOldFiles(scans: scanner != nil) } catch  where !(error is CancellationError) {
                        logger.warning("Files of older cases could not be looked for", metadata: ["error": "\(error)"])
                    } catch {}
                    try? await Task.sleep(for: .seconds(3600))
                }
            }
        )
        if let mail = try program.settings.mail() {
            let sender = try MailSender(mail.server, name: host, roots: program.settings[.mailRoots])
            let worker = SendCaseMail(casework, sender: sender, from: mail.from, logger: program.logger) { try wording.letter($0) }
            services.append(runner(worker, width: 2))
        }
        if let door = try program.settings.shortMessages() {
            services.append(runner(SendCaseMessage(casework, door: door, logger: program.logger) { wording.shortMessage($0) }, width: 2))
        }
        return services
    }
}
