import ArgumentParser
import Casework
import PortalNetwork
import Publishing

/// On request of who wrote it: the text goes, the record of the case stays.
struct CasesErase: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase",
        abstract: "Destroy what the sender of a case wrote, on their request; its timeline stays.",
        discussion: """
            Text, files, name, address and notes are destroyed for good, in backups too, and with them the parts taken out of the letter. A public edition \
            is an item of its own and stays: withdraw it in the newsroom. The person of --as must have the right (editor-in-chief of the portal it lies with).
            """
    )
    @OptionGroup var global: GlobalOptions
    @Argument(help: "The receipt code of the case.") var code: String
    @Option(name: .customLong("as"), help: "Sign-in name of the person who does it.") var person: String

    private struct Done: Encodable {
        let code: String
        let erased: Bool
    }

    func run() async throws {
        guard let receipt = ReceiptCode(typed: code) else { throw UsageFault("'\(code)' is no receipt code; it reads like HD-2026-000123") }
        try await Program.with(global.settings()) { program in
            let casework = try await CaseworkParts(program, addresses: Addresses(program.kinds) { SectionIndex() }).casework
            let acting = try await program.acting(as: person, "cases erase")
            guard let who = acting.person else { throw PeopleRefusal.inactive(person) }
            let by = Casework.By(acting.by.actor, who, in: acting.by.tree, from: acting.caller)
            guard let id = try await casework.find(receipt, by: by) else { throw CaseRefusal.unknownCase }
            let file = try await casework.view(id, opens: false, by: by).file
            try await casework.erase(Casework.Seen(id, version: file.version), by: by)
            try global.console.result(Done(code: "\(receipt)", erased: true), text: "Destroyed what was written in \(receipt); its timeline stays.")
        }
    }
}
