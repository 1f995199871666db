import ArgumentParser
import Foundation
import Notary
import PublicRecord
import Store
import Vietnamese

extension LogCommand {
    /// Witnesses of this record, and this installation as a witness of others.
    struct Witness: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "witness",
            abstract: "Who cosigns this record, and whose records this installation cosigns.",
            subcommands: [Status.self, Add.self, Remove.self, List.self],
            defaultSubcommand: Status.self
        )

        /// Who cosigned, and how far.
        struct Status: AsyncParsableCommand {
            static let configuration = CommandConfiguration(abstract: "The witnesses of this record: what each cosigned last, and when.")
            @OptionGroup var global: GlobalOptions

            private struct Answer: Encodable {
                let size: Int64
                /// Of the newest head that enough witnesses cosigned.
                let cosigned: Int64?
                let witnesses: [One]

                struct One: Encodable {
                    let name: String
                    let key: String
                    let size: Int64
                    let at: Int64
                    let failures: Int64
                    let said: String?
                }
            }

            func run() async throws {
                try await Program.with(try global.settings()) { program in
                    let (head, cosigned, rows) = try await program.database.read { db in
                        (try RecordHead.read(db), try CosignedHead.read(db), try WitnessRow.all(db))
                    }
                    let answer = Answer(
                        size: head.size,
                        cosigned: cosigned?.size,
                        witnesses: rows.map {
                            Answer.One(name: $0.name, key: $0.key.text, size: $0.size, at: $0.cosignedAt, failures: $0.failures, said: $0.said)
                        }
                    )
                    let table =
                        [["WITNESS", "ENTRIES", "COSIGNED AT", "LAST ANSWER"]]
                        + rows.map { row in
                            let time = row.cosignedAt > 0 ? Date(timeIntervalSince1970: Double(row.cosignedAt)).formatted(.iso8601) : "never"
                            return [row.name, "\(row.size)", time, row.said ?? "cosigned"]
                        }
                    let first = "\(head.size) entries are signed, \(cosigned?.size ?? 0) of them cosigned by enough witnesses"
                    try global.console.result(answer, text: rows.isEmpty ? first : first + "\n" + Console.table(table))
                }
            }
        }

        struct Add: AsyncParsableCommand {
            static let configuration = CommandConfiguration(
                abstract: "Witness another log: cosign its heads as long as it only grows.",
                discussion:
                    "The key is what the other installation's 'caunoi signer --show' says first. A second key of the same log is for its rotation."
            )
            @OptionGroup var global: GlobalOptions
            @Argument(help: ArgumentHelp("Public key of the log, name+id+key.", valueName: "key")) var key: String

            func run() async throws {
                let verifier: VerifierKey
                do { verifier = try VerifierKey(key) } catch { throw UsageFault("\(error)") }
                try await Program.with(try global.settings()) { program in
                    let now = program.clock.now().rawValue / 1000
                    guard verifier.name != (try await RecordParts.origin(program)) else { throw UsageFault("a log cannot be its own witness") }
                    do { try await program.database.write { try WitnessedLogs.add(verifier, at: now, $0) } } catch let fault as NoteFault {
                        throw UsageFault("\(fault)")
                    }
                }
                global.console.note("\(verifier.name) is witnessed from now on")
            }
        }

        struct Remove: AsyncParsableCommand {
            static let configuration = CommandConfiguration(
                abstract: "Witness a log no longer (by its origin), or no longer believe one of its keys.",
                discussion: "What was cosigned stays remembered: a log that is added again goes on from there."
            )
            @OptionGroup var global: GlobalOptions
            @Argument(help: "Origin of the log, or one of its keys.") var log: String

            func run() async throws {
                let log = log
                let count = try await Program.with(try global.settings()) { program in
                    try await program.database.write { try WitnessedLogs.remove(log, $0) }
                }
                guard count > 0 else { throw UsageFault("'\(log)' is not witnessed here; 'caunoi log witness list' says what is") }
                global.console.note("\(log) is witnessed no longer")
            }
        }

        struct List: AsyncParsableCommand {
            static let configuration = CommandConfiguration(abstract: "The logs that this installation witnesses, by their keys.")
            @OptionGroup var global: GlobalOptions

            func run() async throws {
                try await Program.with(try global.settings()) { program in
                    let keys = try await program.database.read { try WitnessedLogs.all($0).map(\.text) }
                    try global.console.result(keys, text: keys.isEmpty ? "no log is witnessed here" : keys.joined(separator: "\n"))
                }
            }
        }
    }

    /// What logs signed that does not go together.
    struct Evidence: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Contradictory heads that logs signed, as they were kept.",
            discussion: """
                'heads' and 'past' are proof for anyone who has the log's key: two signed heads of one size with different roots, or two sizes and the log's own proof that leads to another \
                past. 'unproven' is a signed head whose proof did not hold. Status 1 when there is any.
                """
        )
        @OptionGroup var global: GlobalOptions
        @Option(name: .long, help: ArgumentHelp("Write notes and proofs into this folder.", valueName: "dir")) var save: String?

        private struct Answer: Encodable {
            let digest: String
            let origin: String
            let at: Int64
            let kind: String
            let held: String
            let offered: String
            let proof: String
        }

        func run() async throws {
            let all = try await Program.with(try global.settings()) { program in try await program.database.read { try RecordEvidence.all($0) } }
            if let save {
                let folder = LogFolder(save)
                for one in all {
                    for (name, text) in [("held", one.held), ("offered", one.offered), ("proof", one.proof)] {
                        try folder.write(Array(text.utf8), to: "\(one.digest.prefix(16))/\(name)")
                    }
                }
            }
            let lines = all.map {
                "\(Date(timeIntervalSince1970: Double($0.at)).formatted(.iso8601))  \($0.kind.rawValue)  \($0.origin)  \($0.digest.prefix(16))"
            }
            try global.console.result(
                all.map {
                    Answer(
                        digest: $0.digest,
                        origin: $0.origin,
                        at: $0.at,
                        kind: $0.kind.rawValue,
                        held: $0.held,
                        offered: $0.offered,
                        proof: $0.proof
                    )
                },
                text: lines.isEmpty ? "no log has contradicted itself here" : lines.joined(separator: "\n")
            )
            if !all.isEmpty { throw FoundWrong() }
        }
    }
}
