import ArgumentParser
import Foundation
import PublicRecord
import Publishing
import Store

extension LogCommand {
    /// What the program serves with.
    struct Release: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print what this program serves with, file by file, and the digest that its entry 'release' has.",
            discussion: """
                The same source and settings give the same lines, but for program/caunoi, which needs the same compiler too. serve enters the digest when it starts \
                (docs/operating/record.md). Status 1 when the record's newest release is another one.
                """
        )
        @OptionGroup var global: GlobalOptions
        @Flag(name: .long, help: "Do not compare with the record.") var only = false

        private struct Answer: Encodable {
            let digest: String
            let recorded: String?
            let index: Int64?
            let files: [caunoi.Release.Line]
        }

        func run() async throws {
            let settings = try global.settings()
            let release = try caunoi.Release.read(settings)
            var newest: (index: Int64, digest: String)?
            if !only { newest = try await Program.with(settings) { program in try await program.database.read { try EventLog.newestRelease($0) } } }
            try global.console.result(
                Answer(digest: release.digest, recorded: newest?.digest, index: newest?.index, files: release.lines),
                text: release.text + "\ndigest \(release.digest)"
            )
            guard !only else { return }
            guard let newest else { return global.console.note("no release is in the record yet: 'caunoi serve' enters it when it starts") }
            global.console.note("newest in the record: entry \(newest.index), \(newest.digest)")
            if newest.digest != release.digest { throw FoundWrong() }
        }
    }
}
