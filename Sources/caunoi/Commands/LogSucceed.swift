import ArgumentParser
import Foundation
import Notary
import PortalNetwork
import PublicRecord
import Publishing
import Store
import Vietnamese

extension LogCommand {
    /// Ends the log and begins the next one.
    struct Succeed: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "End this record's log for good and begin the next one (log/2): when nothing else helps.",
            discussion: """
                For a record that is frozen because entries are lost for good, or whose key is lost (--key-lost). First try 'caunoi log recover', 'caunoi log thaw' and the backups: what is \
                lost stays lost, and every witness and mirror must accept the new log and its key by hand. The old log stays public below its address, as far as its entries are held, and \
                proofs made from it stay true. Stop serve on every node first. Two people do it (--as, --confirmed-by). Without --yes it says what it would do. Interrupted, it is run again.

                A signer that runs apart (--socket): stop it, 'caunoi signer --origin OLD --folder DIR --end > head', start it with the next log's origin, and name the head with --head.
                """
        )
        @OptionGroup var global: GlobalOptions
        @OptionGroup var acting: ActingOptions
        @Option(name: .long, help: "Sign-in name of the person who confirms.") var confirmedBy: String?
        @Option(name: .long, help: "Why, in a sentence for the public, in the portal's language: /kiem-chung shows it for ever.") var reason: String
        @Flag(name: .long, help: "The key is lost and no second one was made.") var keyLost = false
        @Option(name: .long, help: ArgumentHelp("A signed head found elsewhere, for instance with a witness (may be repeated).", valueName: "file"))
        var head: [String] = []
        @Option(name: .long, help: "Socket of a 'caunoi signer --socket'. Default: the signer in <data>/signer.") var signer: String?
        @Flag(name: .long, help: "Do it.") var yes = false

        private struct Answer: Encodable {
            let ended: String
            let size: Int64
            let held: Int64
            let origin: String
            let key: String
            let entries: Int64
            let withoutApprovals: Int
            let withoutText: [Item]

            struct Item: Encodable {
                let index: Int64
                let item: String
                let operation: String
                let edition: Int
                let site: String
            }
        }

        func run() async throws {
            let console = global.console
            try await Program.with(try global.settings([.signer: signer.map { [$0] } ?? []])) { program in
                let old = try await Old(program, keyLost: keyLost)
                guard let confirmedBy, acting.person != nil else {
                    throw UsageFault("ending a log needs two people: --as NAME and --confirmed-by NAME ('caunoi user list' shows who there is)")
                }
                let actor = try await program.acting(acting, "log succeed")
                let second = try await program.by(confirmedBy)
                guard let root = program.directory.tree.roots.first else { throw UsageFault("there is no portal yet") }
                try program.publishing.allowAct(on: root, reason: reason, by: actor.by, confirmedBy: second)
                let last = try await old.newest(program, files: head)
                let lost = max(0, last.head.size - max(old.head.size, old.total >= last.head.size ? last.head.size : 0))
                console.note(
                    "\(old.origin) ends with \(last.head.size) signed entries"
                        + (lost > 0 ? "; those from \(last.head.size - lost) on (\(lost)) are not here and are lost" : "; all are here")
                        + ". \(old.next) begins"
                )
                guard yes else { throw UsageFault("nothing was done; say --yes to do it") }
                try await old.isStill(program)
                let door = try await Self.door(program, old)
                defer { door.close() }
                let key = try await door.state().key
                let why = keyLost ? "key-lost" : lost > 0 ? "entries-lost" : "frozen"
                let now = program.clock.now()
                let (past, report) = try await program.database.write { [reason] db in
                    try Succession.lock(db)
                    guard try PastLog.current(db) == old.number else { throw UsageFault("somebody else began \(old.next) meanwhile") }
                    let past = try PastLog.end(
                        old.number,
                        last: last.note,
                        key: last.key,
                        why: why,
                        reason: reason,
                        at: now.rawValue / 1000,
                        entries: { try EventLog.entries(from: $0, limit: $1, $2) },
                        total: try EventLog.head(db) + 1,
                        db
                    )
                    let report = try Succession.begin(after: past, at: now, db)
                    try actor.note(.recordSucceeded, on: old.next, site: root, detail: "\(why), \(confirmedBy): \(reason)", db)
                    return (past, report)
                }
                // The watcher believes the key that it saw first.
                if FileManager.default.fileExists(atPath: "\(program.settings.dataFolder)/watch/key") {
                    try WatchParts.believe(key.text, program.settings)
                }
                let items = report.withoutText
                try console.result(
                    Answer(
                        ended: past.origin,
                        size: past.head.size,
                        held: past.held,
                        origin: old.next,
                        key: key.text,
                        entries: report.entries,
                        withoutApprovals: report.withoutApprovals,
                        withoutText: items.map {
                            Answer.Item(index: $0.index, item: "\($0.item)", operation: $0.operation.rawValue, edition: $0.edition, site: $0.site)
                        }
                    ),
                    text: ([
                        "\(past.origin) has ended, \(past.held) of its \(past.head.size) entries are kept; \(report.entries) are entered in \(old.next)",
                        key.text,
                    ]
                        + (report.withoutApprovals > 0
                            ? ["\(report.withoutApprovals) entries keep their approvals by passkey in the old log only"] : [])
                        + (items.isEmpty ? [] : ["These editions have no text here; publish them again:"])
                        + items.map { "  \($0.index)  \($0.site)  \($0.item)  \($0.operation.rawValue), edition \($0.edition)" }).joined(
                            separator: "\n"
                        )
                )
                console.note(
                    "'caunoi serve' or 'caunoi log adopt' signs them. Give the key to witnesses, mirrors and those who verify, and put it into policies"
                )
            }
        }

        /// The signer of the next log: in the data folder, where the old one's files are put away now, or at a socket, where its operator did that.
        private static func door(_ program: Program, _ old: Old) async throws -> SignerDoor {
            let settings = program.settings
            if settings[.signer] == nil {
                do { try Signer.end(settings.signerFolder, origin: old.origin) } catch {
                    throw UsageFault("\(error); stop serve on this node first ('caunoi signer' too)")
                }
            }
            let door = try RecordParts.signer(settings, old.next)
            do {
                let state = try await door.state()
                guard state.key.name == old.next else {
                    throw UsageFault(
                        "the signer signs for \(state.key.name): stop it, run 'caunoi signer --origin \(old.origin) --folder DIR --end', start it with --origin \(old.next), and run this again"
                    )
                }
                guard state.head == nil else {
                    throw UsageFault("the signer has signed heads of \(old.next) before: its folder is another installation's")
                }
                return door
            } catch {
                door.close()
                throw error
            }
        }
    }
}

/// The log that is to end.
private struct Old {
    let number: Int
    let origin: String
    let next: String
    let head: RecordHead
    let total: Int64
    private let keys: [VerifierKey]

    /// Refuses one that nothing forces to end.
    init(_ program: Program, keyLost: Bool) async throws {
        let (number, head, total, signing) = try await program.database.read { db in
            (try PastLog.current(db), try RecordHead.read(db), try EventLog.head(db) + 1, try EventLog.signingKeys(db))
        }
        let host = try await Origin.read(program.database)
        origin = try RecordParts.name(of: number, host)
        next = try RecordParts.name(of: number + 1, host)
        guard let note = head.note else {
            throw UsageFault(
                number > 1
                    ? "\(origin) has begun, and nothing of it is signed yet: 'caunoi serve' or 'caunoi log adopt' signs it"
                    : "nothing of this record was signed yet: there is nothing to end"
            )
        }
        guard head.frozen != nil || keyLost else {
            throw UsageFault(
                "\(origin) is not frozen, so it goes on: a new log is for one that nothing else helps ('caunoi log checkpoint' says how it stands). Where its key is lost for good, say --key-lost"
            )
        }
        (self.number, self.head, self.total) = (number, head, total)
        let origin = origin
        let texts = Set(signing + (head.key.map { [$0] } ?? []))
        keys = try texts.sorted().map { try VerifierKey($0) }.filter { $0.name == origin }
        guard (try? SignedNote(parsing: Array(note.utf8))) != nil else { throw RecordFault.damaged("the stored head cannot be read") }
    }

    /// The newest head that its keys signed: of the database, the guard, the copy beside it, the public address, the witnesses, files.
    func newest(_ program: Program, files: [String]) async throws -> (note: SignedNote, head: PublicRecord.Checkpoint, key: VerifierKey) {
        let settings = program.settings
        var notes = try head.note.map { [try SignedNote(parsing: Array($0.utf8))] } ?? []
        for file in files {
            guard let data = FileManager.default.contents(atPath: file) else { throw UsageFault("the file '\(file)' cannot be read") }
            do { notes.append(try SignedNote(parsing: Array(data))) } catch { throw UsageFault("'\(file)': \(error)") }
        }
        if settings[.signer] == nil, let guarded = Signer.guarded(settings.signerFolder, origin: origin) { notes.append(guarded) }
        let elsewhere = HeadsElsewhere(
            origin: origin,
            copy: RecordParts.copy(settings),
            policy: try settings.witnessPolicy(),
            call: try RecordParts.call()
        )
        notes += await elsewhere.all().map(\.note)
        var best: (note: SignedNote, head: PublicRecord.Checkpoint, key: VerifierKey)?
        for note in notes {
            guard let head = try? Checkpoint(note.text), head.origin == origin,
                let key = keys.first(where: { (try? note.verified(by: [$0])) != nil }), head.size > best?.head.size ?? -1
            else { continue }
            best = (note, head, key)
        }
        guard let best else { throw UsageFault("no head of \(origin) that its key signed was found; name one with --head FILE") }
        return best
    }

    /// Waits until nobody holds the turn of writing heads: a node that was killed holds it for some seconds.
    func isStill(_ program: Program) async throws {
        for _ in 0..<25 {
            let until = try await program.database.read { try RecordHead.heldUntil($0) }
            if until <= program.clock.now().rawValue / 1000 { return }
            try await Task.sleep(for: .seconds(1))
        }
        throw UsageFault("a node still keeps the record: stop serve on every node, then run this again")
    }
}
