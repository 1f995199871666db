import ArgumentParser
import Foundation
import Notary
import PublicRecord
import Publishing
import Store

extension LogCommand {
    /// Brings back what a restored database lost.
    struct Recover: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Bring back entries that the record has and this database lost, from a verified copy of the record.",
            discussion: """
                For a database that was restored from a backup: the record is frozen then, because its signer knows more entries. The copy is a folder of 'caunoi log mirror' or the \
                address of a web server that shows one. All of it is verified against its signed head first, and the database must be its beginning. The texts of what was published \
                since the backup are not in the record: the command lists the items, and editors publish them again (docs/operating/record.md).
                """
        )
        @OptionGroup var global: GlobalOptions
        @OptionGroup var trust: TrustOptions
        @Option(name: .long, help: ArgumentHelp("The copy: folder or address.", valueName: "dir|url")) var from: String
        @Option(name: .long, help: "Socket of a 'caunoi signer --socket'. Default: the signer in <data>/signer.") var signer: String?

        private struct Answer: Encodable {
            let size: Int64
            let recovered: Int64
            /// Items whose erasure was done again.
            let erased: Int
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
            let source = try LogPlaces.source(from, nil)
            try await Program.with(try global.settings([.signer: signer.map { [$0] } ?? []])) { program in
                let door = try RecordParts.signer(program.settings, try await RecordParts.origin(program))
                defer { door.close() }
                let own = try await door.state().key
                let trust = try LogPlaces.trust(key: self.trust.key, policy: self.trust.policy, own: own.text)
                let folder = LogFolder("\(program.settings.dataFolder)/record/recovery")
                let progress = ProgressLine(console: console, title: "Verifying the copy")
                let report = try await LogMirror(from: source, to: folder, trust: trust).run { progress.show(Int($0), of: Int($1)) }
                progress.finish()
                let head = try trust.head(in: SignedNote(parsing: try folder.read("checkpoint")))
                guard head.origin == own.name else { throw UsageFault("'\(from)' is a copy of \(head.origin), and this record is \(own.name)") }
                let kept = try await program.database.read { try RecordHead.read($0) }
                guard kept.size <= head.size else {
                    throw UsageFault("the copy has \(head.size) entries and this database \(kept.size): there is nothing in it to bring back")
                }
                var tiles = try AuthenticatedTiles(size: head.size, root: head.root) { try folder.read($0.path) }
                guard try tiles.root(at: kept.size) == kept.frontier.root else {
                    console.warn("The copy and this database contradict each other within the first \(kept.size) entries; nothing was changed")
                    throw FoundWrong()
                }
                let total = try await program.database.read { try EventLog.head($0) + 1 }
                var lost: [Recovery.Lost] = []
                let bringing = ProgressLine(console: console, title: "Bringing back")
                for number in kept.size >> 8..<(head.size + 255) >> 8 {
                    guard let bundle = TileID.at(size: head.size, level: nil, index: number) else { continue }
                    let entries = try EntryBundle.decode(try folder.read(bundle.path), count: bundle.width)
                    lost += try await program.database.write { db in try Recovery.bringBack(entries, from: bundle.start, db) }
                    bringing.show(Int(bundle.start) + bundle.width, of: Int(head.size))
                }
                bringing.finish()
                // An erasure that the database does not know is done again, whatever keys came back with it.
                let erased = Set(lost.filter { $0.operation == .erase }.map(\.item)).sorted()
                try await program.publishing.eraseAgain(erased, from: program.files)
                try await program.database.write { try RecordHead.thaw($0) }
                let items = lost.filter { [.publish, .update, .correct].contains($0.operation) }
                let text = items.map { "  \($0.index)  \($0.site)  \($0.item)  \($0.operation.rawValue), edition \($0.edition)" }
                try console.result(
                    Answer(
                        size: report.size,
                        recovered: max(0, head.size - total),
                        erased: erased.count,
                        withoutText: items.map {
                            Answer.Item(index: $0.index, item: "\($0.item)", operation: $0.operation.rawValue, edition: $0.edition, site: $0.site)
                        }
                    ),
                    text: ([
                        "\(max(0, head.size - total)) entries are back, the record has \(head.size)"
                            + (erased.isEmpty ? "" : "; \(erased.count) items that were erased since are erased again")
                    ]
                        + (text.isEmpty ? [] : ["These editions have no text here; publish them again:"] + text)).joined(separator: "\n")
                )
                console.note("The checks begin anew: 'caunoi serve' or 'caunoi log adopt' goes on")
            }
        }
    }
}
