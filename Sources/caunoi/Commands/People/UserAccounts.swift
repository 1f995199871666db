import ArgumentParser
import PortalNetwork
import Store
import Vietnamese

struct UserResetPassword: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reset-password",
        abstract: "Make a password worthless and send a link by which the person chooses another.",
        discussion: """
            Every session of the person ends. The second factor stays. Without mail set up, without an address of the person, or with --no-mail the link is
            printed, once.
            """
    )
    @OptionGroup var global: GlobalOptions
    @Argument(help: "Sign-in name.") var handle: String
    @Flag(name: .long, help: "Print the link even where mail is set up.") var noMail = false

    private struct Answer: Encodable {
        let handle: String
        let invitation: String?
        let letterTo: String?
    }

    func run() async throws {
        try await Program.with(global.settings()) { program in
            let person = try await program.person(handle)
            let letters = try await program.keyLetters(sendsMail: !noMail)
            let access = program.access
            let way = try await program.database.write { db in
                let token = try access.invite(person.id, for: .reset, by: nil, from: .commandLine, in: db)
                return try letters.reset(person, token, in: db)
            }
            try global.console.result(
                Answer(handle: person.handle, invitation: way.link, letterTo: way.letterTo),
                text: "The password of \(person.handle) opens nothing any more.\n\(way.text)"
            )
        }
    }
}

struct UserResetFactor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reset-2fa",
        abstract: "Take a lost second factor away; the next sign-in sets up a new one. Every session ends.",
        discussion: "Make sure it is the person who asks: from now on the password alone leads to a new second factor."
    )
    @OptionGroup var global: GlobalOptions
    @Argument(help: "Sign-in name.") var handle: String

    func run() async throws {
        try await Program.with(global.settings()) { program in
            let person = try await program.person(handle)
            try await program.access.resetSecondFactor(of: person.id, by: nil, from: .commandLine)
            try global.console.result(["handle": person.handle], text: "\(person.handle) sets up a second factor at the next sign-in.")
        }
    }
}

struct UserSessions: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "sessions", abstract: "List the sessions of a person that hold now.")
    @OptionGroup var global: GlobalOptions
    @Argument(help: "Sign-in name.") var handle: String

    private struct Line: Encodable {
        let id: String
        let level: String
        let factor: String?
        let since: String
        let seen: String
        let address: String
        let agent: String
    }

    func run() async throws {
        try await Program.with(global.settings()) { program in
            let person = try await program.person(handle)
            let lines = try await program.access.sessions(of: person.id).map {
                Line(
                    id: "\($0.id)",
                    level: $0.level.rawValue,
                    factor: $0.factor,
                    since: $0.createdAt.rfc3339UTC,
                    seen: $0.seenAt.rfc3339UTC,
                    address: $0.address,
                    agent: $0.agent
                )
            }
            try global.console.result(
                lines,
                text: lines.isEmpty
                    ? "\(person.handle) is not signed in."
                    : Console.table(lines.map { [$0.id, $0.level, $0.factor ?? "", $0.since, $0.seen, $0.address, $0.agent] })
            )
        }
    }
}

struct UserRevoke: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "revoke", abstract: "End all sessions of a person, or one, at once.")
    @OptionGroup var global: GlobalOptions
    @Argument(help: "Sign-in name.") var handle: String
    @Option(name: .long, help: "Id of one session ('user sessions' lists them). Default: all.") var session: String?

    func run() async throws {
        try await Program.with(global.settings()) { program in
            let person = try await program.person(handle)
            var count = 1
            if let session {
                guard let id = SessionID(session) else {
                    throw UsageFault("'\(session)' is no id of a session; 'caunoi user sessions \(handle)' lists them")
                }
                try await program.access.revoke(id, of: person.id, by: nil, from: .commandLine)
            } else {
                count = try await program.access.revokeAll(of: person.id, by: nil, from: .commandLine)
            }
            try global.console.result(["ended": count], text: "\(count) session\(count == 1 ? "" : "s") of \(person.handle) ended.")
        }
    }
}

struct UserCode: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "code",
        abstract: "Print the present code of a demo account's second factor.",
        discussion: "Only for accounts that 'caunoi demo' made. Everybody else has their own authenticator."
    )
    @OptionGroup var global: GlobalOptions
    @Argument(help: "Sign-in name.") var handle: String

    private struct Answer: Encodable {
        let code: String
        let secondsLeft: Int
    }

    func run() async throws {
        try await Program.with(global.settings()) { program in
            let person = try await program.person(handle)
            let (code, left) = try await program.access.demoCode(of: person.id)
            try global.console.result(Answer(code: code, secondsLeft: left), text: code)
        }
    }
}
