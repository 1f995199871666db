import ArgumentParser

struct CasesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cases",
        abstract: "What the public sent in: figures, reports, erasing on request.",
        subcommands: [CasesReport.self, CasesErase.self, CasesRecount.self]
    )
}
