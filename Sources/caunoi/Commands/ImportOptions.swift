import ArgumentParser
import PortalNetwork
import Publishing
import Store
import Vietnamese

/// What imports of items are told alike.
struct ImportOptions: ParsableArguments {
    @Argument(help: "Files, or - for standard input.") var files: [String]
    @Option(name: .long, help: "Host or code of the portal.") var site: String
    @Option(name: .long, help: "Language of the texts: vi, en or zh (default: the portal's).") var language: Language?
    @Option(name: .long, help: "Sets apart ids of different old systems.") var namespace = ""
    @Option(name: .customLong("as"), help: "Sign-in name of the person who imports.") var actor: String?
    @Option(name: .long, help: "Sign-in name of the person who confirms.") var confirmedBy: String?
    @Option(name: .long, help: "Folder for rejects files (default: the working folder).") var rejects = "."
    @Flag(name: .long, help: "Read and check everything, write nothing.") var dryRun = false

    /// The section of that code on a portal; nil where none is named.
    static func section(_ code: String?, on site: Site, _ index: SectionIndex) throws -> Section? {
        guard let code else { return nil }
        guard let found = index.section(code, on: site.id) else {
            throw UsageFault("\(site.code) has no section '\(code)'; it has: \(index.all(on: site.id).map(\.code).joined(separator: ", "))")
        }
        return found
    }
}

/// The two people of an import, as `by` makes them of sign-in names. Nil: a trial that names none. Throws a `UsageFault` where the act would need them.
func twoPeople<By>(_ actor: String?, _ second: String?, isDryRun: Bool, _ by: (String) async throws -> By) async throws -> (By, By)? {
    guard let actor, let second else {
        guard isDryRun else {
            throw UsageFault("an import needs two people: --as NAME and --confirmed-by NAME ('caunoi user list' shows who there is)")
        }
        return nil
    }
    return (try await by(actor), try await by(second))
}

extension Program {
    /// Those of an act of publishing; whoever may do nothing on a trial.
    func twoPeople(_ actor: String?, _ second: String?, isDryRun: Bool) async throws -> (Publisher.By, Publisher.By) {
        let nobody = Publisher.By(Actor(person: PersonID(rawValue: 0), grants: []), in: directory.tree)
        return try await caunoi.twoPeople(actor, second, isDryRun: isDryRun) { try await by($0) } ?? (nobody, nobody)
    }
}
