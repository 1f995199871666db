import ArgumentParser
import Casework
import Foundation
import PortalNetwork
import Publishing
import Rules
import Store
import Vietnamese
import Web

struct RulesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules",
        abstract: "House rules on deadlines, and the calendar of working days.",
        discussion: """
            The law comes with the program; a house may only be stricter. A year's days off are computed until somebody confirms them by the announcement; \
            deadlines that touch such a year are provisional. After each change the deadlines of open cases are reckoned again. See docs/rules.md.
            """,
        subcommands: [RulesList.self, RulesShow.self, RulesSet.self, RulesRemove.self, RulesYear.self, RulesConfirm.self]
    )
}

extension Program {
    fileprivate func rules() async throws -> HouseRules { try await HouseRules(database: database, clock: clock, ids: lease.ids) }

    fileprivate func signing(_ handle: String, _ command: String) async throws -> HouseRules.By {
        let acting = try await acting(as: handle, command)
        guard let person = acting.person else { throw PeopleRefusal.inactive(handle) }
        return HouseRules.By(acting.by.actor, person, in: acting.by.tree, from: acting.caller)
    }
}

/// A file of text, or what comes in on standard input.
private func text(of file: String) throws -> String {
    let data = file == "-" ? FileHandle.standardInput.readDataToEndOfFile() : FileManager.default.contents(atPath: file)
    guard let data else { throw UsageFault("the file '\(file)' cannot be read") }
    guard let text = String(data: data, encoding: .utf8) else { throw UsageFault("'\(file)' is not UTF-8 text") }
    return text
}

/// What is wrong with data, each fault a line, and that nothing was kept.
private func checked<T>(_ work: () async throws -> T) async throws -> T {
    do { return try await work() } catch let error as RuleDataError {
        throw UsageFault("\(error)\nNothing was changed.")
    } catch let error as CalendarError {
        throw UsageFault("\(error). Nothing was changed.")
    }
}

private struct RulesList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the files of house rules and the years that were confirmed.")
    @OptionGroup var global: GlobalOptions

    private struct Line: Encodable {
        let name: String
        let tenant: String
        let rules: Int
        let faults: [String]
    }

    private struct Answer: Encodable {
        let files: [Line]
        let years: [ConfirmedYear]
    }

    func run() async throws {
        try await Program.with(global.settings()) { program in
            let rules = try await program.rules()
            let faults = Dictionary(grouping: rules.faults, by: \.file)
            let files = try await rules.files().map { file in
                let wrong = (faults[file.name] ?? []).map(\.description)
                let source = RuleSource(name: file.name, text: file.text, tenant: file.tenant)
                let count = (try? Rulebook.standard(adding: [source], calendar: rules.legal.calendar))?.rules.count { $0.tenant == file.tenant }
                return Line(name: file.name, tenant: file.tenant, rules: wrong.isEmpty ? count ?? 0 : 0, faults: wrong)
            }
            let years = try await rules.years()
            let lines =
                files.flatMap { [[$0.name, $0.tenant, "\($0.rules) rules"]] + $0.faults.map { ["", "does not hold", $0] } }
                + years.map { ["\($0.arrangement.year)", "confirmed by \($0.confirmedBy) on \($0.confirmedOn)", $0.arrangement.source] }
            let text = lines.isEmpty ? "Nothing but the law and the program's own rules." : Console.table(lines)
            try global.console.result(Answer(files: files, years: years), text: text)
        }
    }
}

private struct RulesShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "Write a file of house rules as it was given.")
    @OptionGroup var global: GlobalOptions
    @Argument(help: "Its name.") var name: String

    func run() async throws {
        try await Program.with(global.settings()) { program in
            let rules = try await program.rules()
            guard let file = try await rules.files().first(where: { $0.name == name }) else { throw HouseRefusal.unknown(name) }
            try global.console.result(file, text: file.text)
        }
    }
}

private struct Changed: Encodable {
    let rules: Int
    let cases: Int
    let days: [String]

    init(_ change: HouseRules.Change) {
        rules = change.rules
        cases = change.cases
        days = change.days.map { "\($0.date) \($0.after == .working || Self.isWorked($0.after) ? "is worked" : "is free")" }
    }

    private static func isWorked(_ mark: DayMark) -> Bool { if case .swappedIn = mark { true } else { false } }
}

private struct RulesSet: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set",
        abstract: "Take a file of house rules (YAML), in the place of the one of that name.",
        discussion: "It is held against the law first: every fault is named with its line, and nothing is kept then."
    )
    @OptionGroup var global: GlobalOptions
    @Argument(help: "The file; its name is kept.") var file: String
    @Option(name: .customLong("for"), help: "Where it holds: installation, or site: with the code of a portal (and all below it).") var tenant =
        "installation"
    @Option(name: .customLong("as"), help: "Sign-in name of the person who answers for it: editor-in-chief or administrator.") var person: String
    @Flag(name: .long, help: "Only say whether it could be taken.") var dryRun = false

    func run() async throws {
        try await Program.with(global.settings()) { program in
            let text = try text(of: file)
            let name = URL(fileURLWithPath: file).lastPathComponent
            let by = try await program.signing(person, "rules set")
            let rules = try await program.rules()
            let change = try await checked { try await rules.put(text, named: name, of: tenant, isTrial: dryRun, by: by) }
            let said = dryRun ? "\(name) could be taken" : "Took \(name); \(change.cases) open cases are reckoned again"
            try global.console.result(Changed(change), text: "\(said). \(tenant) has \(change.rules) rules of its own.")
        }
    }
}

private struct RulesRemove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: "Take a file of house rules away: from now on the law alone holds there."
    )
    @OptionGroup var global: GlobalOptions
    @Argument(help: "Its name.") var name: String
    @Option(name: .customLong("as"), help: "Sign-in name of the person who answers for it.") var person: String

    func run() async throws {
        try await Program.with(global.settings()) { program in
            let by = try await program.signing(person, "rules remove")
            let change = try await checked { try await program.rules().remove(name, by: by) }
            try global.console.result(Changed(change), text: "Removed \(name); \(change.cases) open cases are reckoned again.")
        }
    }
}

private struct RulesYear: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "year",
        abstract: "Show what is known of a year's days off, as the form that 'rules confirm' takes.",
        discussion:
            "Standard output is JSON: correct it by the announcement, cite the announcement in \"source\", and give it to 'caunoi rules confirm'."
    )
    @OptionGroup var global: GlobalOptions
    @Argument(help: "The year.") var year: Int

    func run() async throws {
        try await Program.with(global.settings()) { program in
            let calendar = try await program.rules().legal.calendar
            let proposal = try await checked { try calendar.proposal(for: year) }
            let status =
                switch calendar.status(of: year) {
                case .announced(let source, _): "announced: \(source)"
                case .confirmed(let known): "confirmed by \(known.confirmedBy) on \(known.confirmedOn): \(known.arrangement.source)"
                case .computed: "computed from the law and from what is usual: not confirmed, deadlines that touch it are provisional"
                }
            global.console.note("\(year): \(status)")
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
            let text = String(decoding: try encoder.encode(proposal), as: UTF8.self)
            try global.console.result(proposal, text: text)
        }
    }
}

private struct RulesConfirm: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "confirm", abstract: "Confirm a year's days off by the announcement.")
    @OptionGroup var global: GlobalOptions
    @Argument(help: "The form that 'rules year' wrote, corrected (JSON; - for standard input).") var file: String
    @Option(name: .customLong("as"), help: "Sign-in name of the person who signs for it: editor-in-chief or administrator.") var person: String
    @Option(name: .long, help: "Why a year that was announced or confirmed before is changed.") var reason: String?
    @Flag(name: .long, help: "Only say which days would change.") var dryRun = false

    func run() async throws {
        try await Program.with(global.settings()) { program in
            let arrangement: YearArrangement
            do { arrangement = try JSONDecoder().decode(YearArrangement.self, from: Data(try text(of: file).utf8)) } catch let error as DecodingError
            {
                throw UsageFault("\(file) is not what 'caunoi rules year' writes: \(error.said)")
            }
            let by = try await program.signing(person, "rules confirm")
            let rules = try await program.rules()
            let change = try await checked { try await rules.confirm(arrangement, reason: reason, isTrial: dryRun, by: by) }
            let answer = Changed(change)
            let head =
                dryRun
                ? "\(arrangement.year) could be confirmed so."
                : "Confirmed \(arrangement.year); \(change.cases) open cases are reckoned again."
            try global.console.result(answer, text: ([head] + answer.days).joined(separator: "\n"))
        }
    }
}

extension DecodingError {
    /// The place and what is wrong there, for people.
    fileprivate var said: String {
        switch self {
        case .keyNotFound(let key, _): "'\(key.stringValue)' is missing"
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
            (context.codingPath.map(\.stringValue).joined(separator: ".") + " " + context.debugDescription).trimmed
        @unknown default: "it cannot be read"
        }
    }
}
