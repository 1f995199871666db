import ArgumentParser
import Foundation
import Notary
import PublicRecord
import Publishing
import ServiceLifecycle
import Store

struct LogCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log",
        abstract: "The public record: its head, its checks, copies and proofs, taking up what is not signed yet.",
        subcommands: [
            Checkpoint.self, Verify.self, Prove.self, Mirror.self, Recover.self, Witness.self, Evidence.self, Adopt.self, Freeze.self, Thaw.self,
            Succeed.self, Release.self, LogBench.self, LogPound.self, LogWrite.self,
        ]
    )

    /// The head that was signed last.
    struct Checkpoint: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Print the signed head of the record.")
        @OptionGroup var global: GlobalOptions

        private struct Answer: Encodable {
            let size: Int64
            let root: String
            let key: String?
            let note: String?
            let entries: Int64
            let frozen: String?
        }

        func run() async throws {
            let console = global.console
            try await Program.with(try global.settings()) { program in
                let (head, total) = try await program.database.read { (try RecordHead.read($0), try EventLog.head($0) + 1) }
                let answer = Answer(
                    size: head.size,
                    root: head.frontier.root.base64,
                    key: head.key,
                    note: head.note,
                    entries: total,
                    frozen: head.frozen
                )
                try console.result(answer, text: head.note ?? "nothing is signed yet (\(total) entries wait)")
                if total > head.size {
                    console.note("\(total - head.size) entries wait for a signature: 'caunoi serve' or 'caunoi log adopt' signs them")
                }
                if let why = head.frozen { console.warn("The record is frozen: \(why)") }
            }
        }
    }

    /// Takes up entries that are not under a head yet.
    struct Adopt: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Sign what is not under a head yet: entries from before the record, or of imports made while no portal ran.",
            discussion: "serve does the same at its start. Safe to interrupt: it goes on where it was."
        )
        @OptionGroup var global: GlobalOptions
        @Option(name: .long, help: "Socket of a 'caunoi signer --socket'. Default: a signer of its own, with its key in <data>/signer.") var signer:
            String?

        private struct Answer: Encodable {
            let size: Int64
            let adopted: Int64
        }

        func run() async throws {
            let console = global.console
            try await Program.with(try global.settings([.signer: signer.map { [$0] } ?? []])) { program in
                let record = try await RecordParts(program)
                let before = try await program.database.read { try RecordHead.read($0).size }
                let group = ServiceGroup(services: [record.notary], logger: program.logger)
                let run = Task { try await group.run() }
                let progress = ProgressLine(console: console, title: "Signing")
                defer { record.signer.close() }
                wait: while true {
                    switch record.notary.standing {
                    case .ready, .following: break wait
                    case .preparing(let done, let of): progress.show(Int(done), of: Int(of))
                    case .noSigner(let why): throw RecordFault.noSigner(why)
                    case .frozen(let why): throw RecordFault.frozen(why)
                    }
                    try await Task.sleep(for: .milliseconds(50))
                }
                progress.finish()
                await group.triggerGracefulShutdown()
                try await run.value
                let size = try await program.database.read { try RecordHead.read($0).size }
                try console.result(Answer(size: size, adopted: size - before), text: "\(size) entries are signed, \(size - before) of them now")
            }
        }
    }

    /// Stops signing, for a person to look.
    struct Freeze: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Freeze the record: nothing is signed, and so nothing is published, until it is thawed."
        )
        @OptionGroup var global: GlobalOptions
        @Argument(help: "Why, in a sentence; editors see it.") var reason: String

        func run() async throws {
            let reason = reason
            try await Program.with(try global.settings()) { program in
                try await program.database.write { try RecordHead.freeze(reason, $0) }
            }
            global.console.note("The record is frozen; 'caunoi log thaw' lets it go on")
        }
    }

    struct Thaw: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Let a frozen record go on.",
            discussion: "All checks are made again before anything is signed: a record that is still not its own past freezes at once."
        )
        @OptionGroup var global: GlobalOptions

        func run() async throws {
            try await Program.with(try global.settings()) { program in
                try await program.database.write { try RecordHead.thaw($0) }
            }
            global.console.note("The checks begin anew")
        }
    }
}
