import ArgumentParser
import PortalNetwork
import Publishing
import Store

struct UserCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user",
        abstract: "The people who work with the portals.",
        subcommands: [UserList.self, UserAdd.self, UserDisable.self]
    )
}

private struct PersonLine: Encodable {
    struct Grant: Encodable {
        let role: String
        let site: String
    }

    let handle: String
    let name: String
    let email: String?
    let active: Bool
    let roles: [Grant]

    init(_ person: Person, _ actor: Actor?, _ tree: SiteTree) {
        handle = person.handle
        name = person.name
        email = person.email
        active = person.isActive
        roles = (actor?.grants ?? []).map { Grant(role: $0.role.rawValue, site: tree[$0.site]?.code ?? "\($0.site)") }
    }
}

private struct UserList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List people with the roles they hold.")
    @OptionGroup var global: GlobalOptions

    func run() async throws {
        try await Program.with(global.settings()) { program in
            let now = program.clock.now()
            let tree = program.directory.tree
            let lines = try await program.database.read { db in
                try People.all(in: db).map { PersonLine($0, try People.actor(for: $0.id, at: now, in: db), tree) }
            }
            try global.console.result(
                lines,
                text: Console.table(
                    lines.map { [$0.handle, $0.active ? "" : "disabled", $0.name, $0.roles.map { "\($0.role)@\($0.site)" }.joined(separator: ", ")] }
                )
            )
        }
    }
}

private struct UserAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Add a person, or give one another role.",
        discussion: "A role holds on a portal and everything below it. An operator or administrator never has the right to publish."
    )
    @OptionGroup var global: GlobalOptions
    @Argument(help: "Sign-in name: a-z, 0-9, dots and hyphens.") var handle: String
    @Option(name: .long, help: "Name (for a new person).") var name: String?
    @Option(name: .long, help: "Mail address.") var email: String?
    @Option(name: .long, help: "\(Role.allCases.map(\.rawValue).joined(separator: ", "))") var role: Role
    @Option(name: .long, help: "Code of the portal on which the role holds.") var site: String

    func run() async throws {
        try await Program.with(global.settings()) { program in
            let site = try program.directory.tree.named(site)
            let now = program.clock.now()
            let (handle, name, email, role, ids) = (handle, name, email, role, program.lease.ids)
            let person = try await program.database.write { db in
                let person =
                    try People.find(handle: handle, in: db)
                    ?? People.add(PersonDraft(handle: handle, name: name ?? handle, email: email), id: ids.next(), at: now, in: db)
                try People.grant(role, to: person.id, on: site.id, from: now, in: db)
                return person
            }
            let actor = try await People.actor(for: person.id, at: now, from: program.database)
            try global.console.result(
                PersonLine(person, actor, program.directory.tree),
                text: "\(person.handle) is \(role.rawValue) on \(site.code) and below."
            )
        }
    }
}

private struct UserDisable: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "disable", abstract: "Take every right from a person. What they did stays theirs.")
    @OptionGroup var global: GlobalOptions
    @Argument(help: "Sign-in name.") var handle: String

    func run() async throws {
        try await Program.with(global.settings()) { program in
            let handle = handle
            let person = try await program.database.write { db in
                guard let person = try People.find(handle: handle, in: db) else { throw PeopleRefusal.unknown(handle) }
                try People.setActive(false, person.id, in: db)
                return person
            }
            try global.console.result(["disabled": person.handle], text: "\(person.handle) is disabled.")
        }
    }
}
