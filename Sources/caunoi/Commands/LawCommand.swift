import ArgumentParser
import Casework
import Exchange
import Foundation
import PortalNetwork
import Publishing
import Store
import Vietnamese

struct LawCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "law",
        abstract: "The register of laws, decrees and other texts that answers rest on.",
        discussion: "One register for each topmost portal and everything below it. The desk keeps the same list (Câu trả lời, Văn bản căn cứ).",
        subcommands: [LawList.self, LawShow.self, LawImport.self]
    )
}

/// Which register is meant.
struct RegisterOptions: ParsableArguments {
    @Option(name: .long, help: "Host or code of a portal of the tree (default: the only tree there is).") var site: String?

    func root(_ tree: SiteTree) throws -> SiteID {
        if let site { return LawBook.keeper(of: try tree.named(site).id, in: tree) }
        let roots = tree.roots.filter { tree[$0]?.kind != .linked }
        guard let only = roots.first, roots.count == 1 else { throw UsageFault("there are several trees of portals; say which one with --site") }
        return only
    }
}

private struct LawLine: Encodable {
    let number: String
    let title: String
    let issuer: String
    let issued: String?
    let effective: String?
    let ended: String?
    let replacedBy: String?
    let address: String?
    let source: String
    let state: String

    init(_ law: LawText, _ today: CivilDate) {
        let about = law.about
        (number, title, issuer, source) = (about.number, about.title, about.issuer, about.source)
        issued = about.issuedOn.map { "\($0)" }
        effective = about.effectiveOn.map { "\($0)" }
        ended = about.endedOn.map { "\($0)" }
        (replacedBy, address) = (about.replacedBy, about.address)
        state = law.standing(on: today).key
    }
}

private struct LawList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the texts of a register, in the order of their numbers.")
    @OptionGroup var global: GlobalOptions
    @OptionGroup var register: RegisterOptions
    @Argument(help: "Only those whose number, title or issuer holds these words.") var words: [String] = []

    func run() async throws {
        try await Program.with(global.settings()) { program in
            let root = try register.root(program.directory.tree)
            let today = program.clock.now().civilDate
            let sought = words.joined(separator: " ")
            let lines = try await program.database.read { try LawBook.list(of: root, sought: sought, limit: LawBook.limit, in: $0) }.map {
                LawLine($0, today)
            }
            try global.console.result(
                lines,
                text: Console.table(lines.map { [$0.number, $0.state, $0.effective ?? "", $0.ended ?? "", $0.replacedBy ?? "", $0.title] })
            )
        }
    }
}

private struct LawShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "Show what the register says of a number.")
    @OptionGroup var global: GlobalOptions
    @OptionGroup var register: RegisterOptions
    @Argument(help: "The number, for instance 123/2015/NĐ-CP.") var number: String
    @Option(name: .long, help: "As it stood on this day (default: today).") var on: String?

    func run() async throws {
        try await Program.with(global.settings()) { program in
            let root = try register.root(program.directory.tree)
            guard let wanted = LawNumber.all(in: number).first else { throw LawRefusal.numberUnreadable(number) }
            let day = try on.flatMap { try LawTable.day($0) } ?? program.clock.now().civilDate
            guard let law = try await program.database.read({ try LawBook.find(wanted, of: root, in: $0) }) else {
                throw UsageFault("the register has no \(wanted.text); 'caunoi law list' shows what it has")
            }
            let line = LawLine(law, day)
            let rows = [
                ["number", line.number], ["title", line.title], ["issuer", line.issuer], ["issued", line.issued ?? ""],
                ["effective", line.effective ?? ""], ["ended", line.ended ?? ""], ["replaced by", line.replacedBy ?? ""],
                ["address", line.address ?? ""], ["source", line.source], ["state on \(day)", line.state],
            ]
            try global.console.result(line, text: Console.table(rows))
        }
    }
}

private struct LawImport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take texts from a table (CSV, UTF-8).",
        discussion: """
            Columns: so-hieu, ten, co-quan, ngay-ban-hanh, ngay-hieu-luc, ngay-het-hieu-luc, thay-bang, dia-chi, nguon (or number, title, issuer, issued,
            effective, ended, replaced-by, address, source); days as 2026-03-01 or 1/3/2026. What is there already becomes what the table says; a second run
            changes nothing. Bad lines are named and left out; exit status 1 then.
            """
    )
    @OptionGroup var global: GlobalOptions
    @OptionGroup var acting: ActingOptions
    @OptionGroup var register: RegisterOptions
    @Argument(help: "The table.") var file: String
    @Flag(name: .long, help: "Read and check everything, write nothing.") var dryRun = false

    private struct Answer: Encodable {
        var added = 0
        var changed = 0
        var known = 0
        var rejected: [RefusedLine] = []
        let dryRun: Bool
    }

    func run() async throws {
        try await Program.with(global.settings()) { program in
            let root = try register.root(program.directory.tree)
            let table: LawTable
            do { table = try LawTable(try ByteSource(path: file)) } catch let fault as LawTable.Fault {
                throw UsageFault(
                    "'\(file)' cannot be taken (\(fault)); it must be UTF-8 with the columns \(LawTable.columns.joined(separator: ", "))"
                )
            }
            var answer = Answer(dryRun: dryRun)
            var drafts: [LawDraft] = []
            for line in table.lines {
                switch line.draft {
                case .success(let draft): drafts.append(draft)
                case .failure(let refusal): answer.rejected.append(.init(line: line.number, reason: Caunoi.english(refusal)))
                case nil: answer.rejected.append(.init(line: line.number, reason: "not a row of the table"))
                }
            }
            let actor = try await program.acting(acting, "law import")
            let book = LawBook(database: program.database, clock: program.clock, ids: program.lease.ids)
            for outcome in try await book.load(drafts, into: root, isTrial: dryRun, by: actor.ofRegister) {
                switch outcome {
                case .added: answer.added += 1
                case .changed: answer.changed += 1
                case .known: answer.known += 1
                }
            }
            try global.console.result(
                answer,
                text: "\(dryRun ? "Would add" : "Added") \(answer.added), \(dryRun ? "would change" : "changed") \(answer.changed), "
                    + "already there \(answer.known), rejected \(answer.rejected.count)."
                    + RefusedLine.text(answer.rejected)
            )
            if !answer.rejected.isEmpty { throw FoundWrong() }
        }
    }
}
