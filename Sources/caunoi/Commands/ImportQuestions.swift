import ArgumentParser
import Casework
import Exchange
import PortalNetwork
import Publishing
import Questions
import Redaction
import Store
import Vietnamese

struct ImportQuestions: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "qa",
        abstract: "Bring questions and answers into a portal (JSON Lines; .gz and .zst are read as they are).",
        discussion: """
            What was answered is published as items of the kind question, with personal data that the program is sure of taken out; what was not answered becomes
            cases, received on the day it was asked. One recorded act of two people: --as does it, --confirmed-by confirms it. A second run changes nothing; an
            interrupted run goes on where it stopped. A bad line is written with its reason into a rejects file. Exit status 1 means that some lines were rejected.
            """
    )
    @OptionGroup var global: GlobalOptions
    @OptionGroup var given: ImportOptions
    @Option(name: .long, help: "Code of the section the items stand in (default: none).") var section: String?
    @Option(name: .long, help: "Why, for the record.") var reason = "Nhập hỏi đáp từ hệ thống cũ"

    func run() async throws {
        let console = global.console
        let quiet = global.quiet
        try await Program.with(global.settings()) { program in
            let tree = program.directory.tree
            let site = try tree.named(given.site)
            let index = try await program.database.read { try SectionIndex.load($0) }
            let section = try ImportOptions.section(section, on: site, index)
            let options = QuestionImport.Options(
                site: site,
                language: given.language ?? site.language,
                section: section,
                namespace: given.namespace,
                isDryRun: given.dryRun,
                reason: reason,
                folder: given.rejects
            )
            let casework = try await CaseworkParts(program, addresses: Addresses(program.kinds) { index }).casework
            let work = QuestionImport(publishing: program.publishing, casework: casework, tree: tree, sections: index, redactor: Redactor())
            let people = try await people(program)
            var summaries: [String: QuestionImport.Summary] = [:]
            for file in given.files {
                var meter: ProgressMeter?
                let summary = try await work.run(file, options, people) { summary, source in
                    if meter == nil { meter = .onStandardError("\(file)", unit: "questions", total: source.storedSize, quiet: quiet) }
                    meter?.update(items: summary.read, bytes: source.storedRead)
                }
                meter?.finish()
                summaries[file] = summary
                console.note(Self.text(file, summary))
            }
            if console.json { try console.result(summaries, text: "") }
            if summaries.values.contains(where: { $0.failed > 0 }) { throw FoundWrong() }
        }
    }

    /// The two people of the act. A trial needs none.
    private func people(_ program: Program) async throws -> QuestionImport.Two? {
        let two = try await twoPeople(given.actor, given.confirmedBy, isDryRun: given.dryRun) { handle in
            let person = try await program.person(handle)
            let acting = try await program.by(handle)
            let caller = ActingPerson(person, acting, "import qa", program.access).caller
            return Casework.By(acting.actor, person, in: program.directory.tree, from: caller)
        }
        return two.map { QuestionImport.Two(by: $0.0, confirmedBy: $0.1) }
    }

    /// Unknown agencies that are named; all of them stand in `--json`.
    private static let mostNamed = 20

    private static func text(_ file: String, _ summary: QuestionImport.Summary) -> String {
        let verb = summary.dryRun ? "would import" : "imported"
        var text =
            "\(file): \(verb) \(summary.imported) answered, \(summary.cases) as cases, already there \(summary.skipped), rejected \(summary.failed)"
        if let line = summary.resumedAtLine { text += ", went on after line \(line)" }
        if summary.split > 0 { text += "; question and answer taken apart in \(summary.split)" }
        if summary.redacted > 0 { text += "; personal data taken out of \(summary.redacted) (\(summary.replaced) places)" }
        if summary.perhaps > 0 { text += "; perhaps personal data left in \(summary.perhaps): look at them" }
        if summary.cleaned > 0 { text += "; harmful or hidden markup left out of \(summary.cleaned)" }
        if summary.decoded > 0 { text += "; \(summary.decoded) decoded from a legacy encoding" }
        if !summary.leftOut.isEmpty {
            text +=
                "\nLeft out, as no field takes them: "
                + summary.leftOut.sorted { $0.key < $1.key }.map { "\($0.key) (\($0.value))" }.joined(separator: ", ")
        }
        if !summary.unknownAgencies.isEmpty {
            let named = summary.unknownAgencies.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            text +=
                "\nAgencies that the register does not know, or knows several of, kept as they stand: "
                + named.prefix(mostNamed).map { "\($0.key) (\($0.value))" }.joined(separator: ", ")
            if named.count > mostNamed { text += " and \(named.count - mostNamed) more" }
        }
        if let rejects = summary.rejects { text += "\nRejected lines with their reasons: \(rejects)" }
        return text
    }
}
