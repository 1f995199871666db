import ArgumentParser
import Foundation
import Notary
import PublicRecord
import Publishing
import Store
import Synchronization
import Vietnamese
import Web

/// Whose signature counts.
struct TrustOptions: ParsableArguments {
    @Option(name: .long, help: "Public key of the log, name+id+key (may be repeated).") var key: [String] = []
    @Option(name: .long, help: "Policy file (C2SP tlog-policy): logs, witnesses, and how many must have cosigned.") var policy: String?
}

extension LogCommand {
    /// Verifies a whole log.
    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Verify a whole log from its files: every entry, every tile, the signed head.",
            discussion: """
                Without a place: this installation's record, against the key its head was signed with. A place is a folder (a mirror) or the address below which \
                the log's checkpoint is, for instance https://cong.anson.gov.vn/log/1. Status 0: sound; 1: something is wrong, and it says what; 2: could not be read.
                """
        )
        @OptionGroup var global: GlobalOptions
        @OptionGroup var trust: TrustOptions
        @Argument(help: ArgumentHelp("Folder or address of another log.", valueName: "dir|url")) var place: String?
        @Flag(name: .long, help: "Hashes only: do not read what the entries say.") var hashes = false
        @Option(name: .long, help: "A log of this installation that has ended, by its number.") var log: Int?

        private struct Answer: Encodable {
            let origin: String?
            let size: Int64?
            let root: String?
            let tiles: Int?
            let items: Int?
            let unknown: Int64?
            /// Entries with assertions of passkeys that verify; those whose assertions are not to be had here.
            var approved: Int?
            var unread: Int?
            /// Of a log that has ended.
            var ending: LogEnding?
            let fault: String?
        }

        func run() async throws {
            if place != nil { return try await check(try LogPlaces.source(place, nil), own: nil) }
            try await Program.with(try global.settings()) { program in
                if let log {
                    let (source, past) = try await LogPlaces.past(log, program)
                    return try await check(source, own: past.key.text)
                }
                try await check(try LogPlaces.source(nil, program), own: try await program.record.head().key)
            }
        }

        private func check(_ source: LogSource, own: String?) async throws {
            let console = global.console
            let folder = place.map { LogFolder($0) }
            let trust = try LogPlaces.trust(key: trust.key, policy: trust.policy, folder: folder, own: own)
            let head: PublicRecord.Checkpoint
            let report: LogAudit.Report
            var approvals: ApprovalAudit?
            var ending: LogEnding?
            do {
                let last = try trust.head(in: try await source.note())
                ending = await source.ending().flatMap { $0.origin == last.origin && $0.size == last.size ? $0 : nil }
                // Of a log that ended and lost entries, what is left has a signed head of its own.
                if let ending, ending.held < last.size {
                    guard let held = ending.head else { throw CopyFault.lost(ending.origin, held: ending.held, of: last.size) }
                    head = try trust.head(in: SignedNote(parsing: Array(held.utf8)))
                    guard head.origin == last.origin, head.size == ending.held else { throw CopyFault.lost(ending.origin, held: 0, of: last.size) }
                } else {
                    head = last
                }
                let progress = ProgressLine(console: console, title: "Verifying")
                let depth: LogAudit.Depth = hashes ? .hashes : .chains
                report = try await source.reading { [head] read in
                    try LogAudit.verify(head, depth: depth, read: read) { progress.show(Int($0), of: Int(head.size)) }
                }
                progress.finish()
                if !hashes { approvals = try await source.approvals(under: head) }
            } catch let fault where Self.isFinding(fault) {
                try console.result(
                    Answer(origin: nil, size: nil, root: nil, tiles: nil, items: nil, unknown: nil, fault: "\(fault)"),
                    text: "NOT sound: \(fault)"
                )
                throw FoundWrong()
            }
            let answer = Answer(
                origin: head.origin,
                size: head.size,
                root: head.root.base64,
                tiles: report.tiles,
                items: report.items,
                unknown: report.unknown,
                approved: approvals?.checked,
                unread: approvals?.unread,
                ending: ending,
                fault: ending.flatMap { $0.held < $0.size ? "\(CopyFault.lost($0.origin, held: $0.held, of: $0.size))" : nil }
            )
            try console.result(
                answer,
                text: (answer.fault.map { "NOT whole: \($0)\n" } ?? "")
                    + "\(head.origin): sound, \(head.size) entries, \(report.items) items, \(report.tiles) tiles, root \(head.root.base64)"
                    + (report.unknown > 0 ? "; \(report.unknown) entries say what this version does not know" : "")
                    + (approvals.map { "; \($0.checked) entries approved by passkeys" } ?? "")
                    + ((approvals?.unread ?? 0) > 0 ? ", of \(approvals?.unread ?? 0) more the approvals are not kept here" : "")
                    + (ending.map { "\n\(LogPlaces.said($0))" } ?? "")
            )
            if answer.fault != nil { throw FoundWrong() }
        }

        /// What is wrong with the log, and not with reaching it.
        private static func isFinding(_ error: any Error) -> Bool {
            switch error {
            case CopyFault.unanswered, CopyFault.unwritable, CopyFault.otherLog: false
            case is AuditFault, is TileFault, is NoteFault, is TrustFault, is CopyFault, is ApprovalTrouble: true
            case RecordFault.damaged: true
            default: false
            }
        }
    }

    /// Writes the proof of an entry.
    struct Prove: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print the proof that an entry stands under the signed head (C2SP tlog-proof), to be checked off line.",
            discussion: "By the entry's index, or by the address of a page of this installation: then it is the newest entry about that item."
        )
        @OptionGroup var global: GlobalOptions
        @OptionGroup var trust: TrustOptions
        @Argument(help: ArgumentHelp("Index of the entry, or address of a page.", valueName: "index|url")) var what: String
        @Option(name: .long, help: ArgumentHelp("Another log: folder or address.", valueName: "dir|url")) var from: String?

        private struct Answer: Encodable {
            let index: Int64
            let size: Int64
            let entry: String
            let proof: String
        }

        func run() async throws {
            if from != nil {
                guard let index = Int64(what), index >= 0 else {
                    throw UsageFault("'\(what)' is no index; with --from, entries are named by their index")
                }
                return try await prove(index, try LogPlaces.source(from, nil), own: nil)
            }
            try await Program.with(try global.settings()) { program in
                let index = try await index(in: program)
                try await prove(index, try LogPlaces.source(nil, program), own: try await program.record.head().key)
            }
        }

        private func prove(_ index: Int64, _ source: LogSource, own: String?) async throws {
            let trust = try LogPlaces.trust(key: trust.key, policy: trust.policy, folder: from.map { LogFolder($0) }, own: own)
            let note = try await source.note()
            let head = try trust.head(in: note)
            guard index < head.size, let bundle = TileID.at(size: head.size, level: nil, index: index >> 8) else {
                throw UsageFault("there is no entry \(index) under the signed head, which covers \(head.size)")
            }
            let entry = try EntryBundle.decode(try await source.read(bundle.path), count: bundle.width)[Int(index & 255)]
            let proof = try await source.reading { read in
                var tiles = try AuthenticatedTiles(size: head.size, root: head.root, read: read)
                return try tiles.inclusionProof(index: index)
            }
            try RecordProof.verifyInclusion(leaf: .leaf(entry), index: index, size: head.size, root: head.root, proof: proof)
            let file = String(decoding: try ProofFile(entry: entry, index: index, proof: proof, note: note).bytes, as: UTF8.self)
            try global.console.result(
                Answer(index: index, size: head.size, entry: String(decoding: entry, as: UTF8.self), proof: file),
                text: String(file.dropLast())
            )
        }

        private func index(in program: Program) async throws -> Int64 {
            if let index = Int64(what), index >= 0 { return index }
            let path = what.firstRange(of: "://").map { what[$0.upperBound...].drop { $0 != "/" } } ?? what[...]
            guard let item = ItemID(String(path.prefix { $0 != "?" && $0 != "#" }.suffix(13))) else {
                throw UsageFault("'\(what)' is neither the index of an entry nor the address of a page, which ends in the item's id")
            }
            guard let index = try await program.database.read({ try EventLog.newest(of: item, $0) }) else {
                throw UsageFault("no entry of this record is about \(item)")
            }
            return index
        }
    }

    /// Keeps a verified copy of another log.
    struct Mirror: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Keep a verified copy of a log in a folder: of another installation's, or of this one's without --from.",
            discussion: """
                Run it from time to time (a timer): it fetches only what came since. The folder has the log's own layout, so a web server can show it, and \
                'caunoi log recover --from' of the other installation reads it. The key is remembered in the folder. A source that contradicts the copy is \
                refused, and both signed heads are kept below evidence/ in the folder (status 1).
                """
        )
        @OptionGroup var global: GlobalOptions
        @OptionGroup var trust: TrustOptions
        @Argument(help: ArgumentHelp("Folder of the copy; it is made.", valueName: "dir")) var folder: String
        @Option(name: .long, help: ArgumentHelp("The log: folder or address, for instance https://cong.anson.gov.vn/log/1.", valueName: "dir|url"))
        var from: String?
        @Option(name: .long, help: "Without --from: a log of this installation that has ended, by its number.") var log: Int?

        private struct Answer: Encodable {
            let origin: String
            let size: Int64
            let added: Int64
            let isBehind: Bool
            /// What the source says of the log's end.
            let ending: LogEnding?
        }

        func run() async throws {
            if from != nil { return try await mirror(try LogPlaces.source(from, nil), own: nil) }
            try await Program.with(try global.settings()) { program in
                if let log {
                    let (source, past) = try await LogPlaces.past(log, program)
                    return try await mirror(source, own: past.key.text)
                }
                try await mirror(try LogPlaces.source(nil, program), own: try await program.record.head().key)
            }
        }

        private func mirror(_ source: LogSource, own: String?) async throws {
            let console = global.console
            let copy = LogFolder(folder)
            let trust = try LogPlaces.trust(key: trust.key, policy: trust.policy, folder: copy, own: own)
            let progress = ProgressLine(console: console, title: "Copying")
            let ending = await source.ending()
            if let ending {
                console.warn(LogPlaces.said(ending))
                console.note("A copy of it goes into a folder of its own: caunoi log mirror DIR --from ADDRESS --key KEY")
            }
            let report: LogMirror.Report
            do { report = try await LogMirror(from: source, to: copy, trust: trust).run { progress.show(Int($0), of: Int($1)) } } catch let fault
                as CopyFault
            {
                progress.finish()
                guard case .unanswered = fault else {
                    console.warn("\(fault)")
                    throw FoundWrong()
                }
                throw fault
            }
            progress.finish()
            if let ending, ending.origin == report.origin { try copy.write(try CanonicalJSON.encode(ending), to: "end") }
            let keys = self.trust.key.isEmpty ? own.map { [$0] } ?? [] : self.trust.key
            if !keys.isEmpty { try copy.write(Array(keys.map { $0 + "\n" }.joined().utf8), to: "keys") }
            try console.result(
                Answer(origin: report.origin, size: report.size, added: report.added, isBehind: report.isBehind, ending: ending),
                text: "\(report.origin): \(report.size) entries, \(report.added) of them new"
                    + (report.isBehind ? "; the source shows an older head than this copy has" : "")
            )
        }
    }
}
