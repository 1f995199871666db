import ArgumentParser

struct CasesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cases",
        abstract: "What the public sent in: figures and reports.",
        subcommands: [CasesReport.self, CasesRecount.self]
    )
}
