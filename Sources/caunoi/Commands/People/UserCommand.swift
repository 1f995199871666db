import ArgumentParser
import PortalNetwork
import Publishing
import Store
import Vietnamese
import Web

struct UserCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user",
        abstract: "The people who work with the portals.",
        discussion: "Everything done here stands in the audit trail as done on the command line.",
        subcommands: [
            UserList.self, UserAdd.self, UserDisable.self, UserEnable.self, UserRoles.self, UserResetPassword.self, UserResetFactor.self,
            UserSessions.self, UserRevoke.self, UserHandOver.self, UserCode.self,
        ]
    )
}

extension Program {
    /// Somebody by sign-in name.
    func person(_ handle: String) async throws -> Person {
        try await database.read { db in
            guard let person = try People.find(handle: handle, in: db) else { throw PeopleRefusal.unknown(handle) }
            return person
        }
    }

    /// Where people sign in; nil where there is no desk.
    func deskAddress() async throws -> String? { try await deskOrigin().map { $0 + "/desk/" } }

    func deskOrigin() async throws -> String? {
        settings.deskHost(isDemo: try await Origin.isDemo(database)).map { settings.origins.origin(host: $0) }
    }
}

struct PersonLine: Encodable {
    struct Grant: Encodable {
        let role: String
        let site: String
    }

    let handle: String
    let name: String
    let email: String?
    let active: Bool
    let roles: [Grant]
    let hasPassword: Bool
    let hasSecondFactor: Bool
    let isDormant: Bool
    let signedInAt: String?
    /// Where the person chooses a password; only where it was just made.
    var invitation: String?
    /// The mail address a letter with the link goes to.
    var letterTo: String?

    init(_ person: Person, _ actor: Actor?, _ standing: Access.Standing?, _ tree: SiteTree) {
        handle = person.handle
        name = person.name
        email = person.email
        active = person.isActive
        roles = (actor?.grants ?? []).map { Grant(role: $0.role.rawValue, site: tree[$0.site]?.code ?? "\($0.site)") }
        hasPassword = standing?.hasPassword ?? false
        hasSecondFactor = standing?.hasSecondFactor ?? false
        isDormant = standing?.isDormant ?? false
        signedInAt = standing?.signedInAt.map { $0.rfc3339UTC }
    }

    /// What a person sees of the account in one word.
    var state: String {
        if !active { return "disabled" }
        if !hasPassword { return "no password" }
        if isDormant { return "dormant" }
        return hasSecondFactor ? "" : "no second factor"
    }
}

private struct UserList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List people with the roles they hold and the state of their accounts."
    )
    @OptionGroup var global: GlobalOptions

    func run() async throws {
        try await Program.with(global.settings()) { program in
            let now = program.clock.now()
            let tree = program.directory.tree
            let access = program.access
            let lines = try await program.database.read { db in
                try People.all(in: db).map {
                    PersonLine($0, try People.actor(for: $0.id, at: now, in: db), try access.standing(of: $0.id, in: db), tree)
                }
            }
            try global.console.result(
                lines,
                text: Console.table(
                    lines.map { [$0.handle, $0.state, $0.name, $0.roles.map { "\($0.role)@\($0.site)" }.joined(separator: ", ")] }
                )
            )
        }
    }
}

private struct UserAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Add a person, or give one another role.",
        discussion: """
            A role holds on a portal and everything below it. An operator or administrator never has the right to publish. For somebody without a password
            a letter with a link goes to the mail address where mail is set up ('serve' sends it); else the link is printed, once: whoever opens it within
            three days chooses the password.
            """
    )
    @OptionGroup var global: GlobalOptions
    @Argument(help: "Sign-in name: a-z, 0-9, dots and hyphens.") var handle: String
    @Option(name: .long, help: "Name (for a new person).") var name: String?
    @Option(name: .long, help: "Mail address.") var email: String?
    @Option(name: .long, help: "\(Role.allCases.map(\.rawValue).joined(separator: ", "))") var role: Role
    @Option(name: .long, help: "Code of the portal on which the role holds.") var site: String
    @Flag(name: .long, help: "Print the link even where mail is set up.") var noMail = false

    func run() async throws {
        try await Program.with(global.settings()) { program in
            let site = try program.directory.tree.named(site)
            let (handle, role, access) = (handle, role, program.access)
            let known = try await program.database.read { try People.find(handle: handle, in: $0) }
            let letters = try await program.keyLetters(sendsMail: !noMail)
            let person: Person
            var way: KeyWay?
            if let known {
                person = known
                try await access.grant(role, to: known.id, on: site.id, by: nil, from: .commandLine)
                if try await access.standing(of: known.id)?.hasPassword != true {
                    way = try await program.database.write { db in
                        let token = try access.invite(known.id, for: .welcome, by: nil, from: .commandLine, in: db)
                        return try letters.invite(known, token, as: role, at: site, in: db)
                    }
                }
            } else {
                let draft = PersonDraft(handle: handle, name: name ?? handle, email: email)
                let entered = try await program.database.write { db in
                    let (person, token) = try access.enter(draft, as: role, on: site.id, by: nil, from: .commandLine, in: db)
                    return (person, try letters.invite(person, token, as: role, at: site, in: db))
                }
                (person, way) = entered
            }
            let actor = try await People.actor(for: person.id, at: program.clock.now(), from: program.database)
            var line = PersonLine(person, actor, try await access.standing(of: person.id), program.directory.tree)
            (line.invitation, line.letterTo) = (way?.link, way?.letterTo)
            try global.console.result(
                line,
                text: "\(person.handle) is \(role.rawValue) on \(site.code) and below." + (way.map { "\n" + $0.text } ?? "")
            )
        }
    }
}

private struct UserDisable: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "disable",
        abstract: "Take every right from a person and end their sessions at once. What they did stays theirs."
    )
    @OptionGroup var global: GlobalOptions
    @Argument(help: "Sign-in name.") var handle: String

    func run() async throws {
        try await Program.with(global.settings()) { program in
            let person = try await program.person(handle)
            try await program.access.setActive(false, person.id, by: nil, from: .commandLine)
            try global.console.result(["disabled": person.handle], text: "\(person.handle) is disabled.")
        }
    }
}

private struct UserEnable: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "enable",
        abstract: "Let a person in again: one who was disabled, or whose account closed because nobody signed in for 45 days."
    )
    @OptionGroup var global: GlobalOptions
    @Argument(help: "Sign-in name.") var handle: String

    func run() async throws {
        try await Program.with(global.settings()) { program in
            let person = try await program.person(handle)
            try await program.access.setActive(true, person.id, by: nil, from: .commandLine)
            try global.console.result(["enabled": person.handle], text: "\(person.handle) is enabled.")
        }
    }
}

private struct UserRoles: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "roles",
        abstract: "Show the roles of a person, past ones included; give or take one."
    )
    @OptionGroup var global: GlobalOptions
    @Argument(help: "Sign-in name.") var handle: String
    @Option(name: .long, help: "Role to give.") var grant: Role?
    @Option(name: .long, help: "Role to take away.") var revoke: Role?
    @Option(name: .long, help: "Code of the portal it is given or taken on.") var site: String?

    private struct Line: Encodable {
        let role: String
        let site: String
        let from: String
        let until: String?
        let holds: Bool
    }

    func validate() throws {
        if grant != nil && revoke != nil { throw ValidationError("--grant and --revoke are two commands") }
        if (grant ?? revoke) != nil && site == nil { throw ValidationError("--site is missing: on which portal?") }
    }

    func run() async throws {
        try await Program.with(global.settings()) { program in
            let person = try await program.person(handle)
            let tree = program.directory.tree
            if let code = site {
                let site = try tree.named(code)
                if let grant { try await program.access.grant(grant, to: person.id, on: site.id, by: nil, from: .commandLine) }
                if let revoke { try await program.access.revoke(revoke, from: person.id, on: site.id, by: nil, caller: .commandLine) }
            }
            let now = program.clock.now()
            let lines = try await program.database.read { try People.terms(of: person.id, in: $0) }.map { term in
                Line(
                    role: term.role.rawValue,
                    site: tree[term.site]?.code ?? "\(term.site)",
                    from: term.from.rfc3339UTC,
                    until: term.until.map { $0.rfc3339UTC },
                    holds: term.from <= now && (term.until.map { $0 > now } ?? true)
                )
            }
            try global.console.result(
                lines,
                text: Console.table(lines.map { [$0.holds ? "holds" : "", $0.role, $0.site, $0.from, $0.until ?? ""] })
            )
        }
    }
}
