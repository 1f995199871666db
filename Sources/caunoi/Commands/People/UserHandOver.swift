import ArgumentParser
import Foundation
import PortalNetwork
import Publishing
import Store

struct UserHandOver: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hand-over",
        abstract: "When a supplier or a colleague leaves: list every way in, take accounts away at once, rotate keys, write a report.",
        discussion: """
            Without flags it only lists. --revoke takes everything away from some people in one step: they are disabled and signed out, and lose password, second
            factors, passkeys, links to sign-in providers, open invitations, roles and deputyships; what they wrote stays. --rotate-keys seals all second factors
            and waiting letters with a new key and destroys the old one; recovery codes are void afterwards, and people are told. --report FILE keeps what was
            found and done (JSON). Secrets of the configuration are named, never shown: change them where they are kept.
            """
    )
    @OptionGroup var global: GlobalOptions
    @Option(name: .long, help: "Sign-in names to take everything away from, separated by commas.") var revoke: String?
    @Flag(name: .long, help: "Seal with a new key and destroy the old one.") var rotateKeys = false
    @Option(name: .long, help: "File for the report (JSON).") var report: String?

    func run() async throws {
        try await Program.with(global.settings()) { program in
            let handles = Set((revoke ?? "").split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }).sorted()
            var people: [Person] = []
            for handle in handles { people.append(try await program.person(handle)) }
            // Told of in the desk; letters go out where serve runs with a mail server.
            let notices = Notices(program.access, sendsMail: try program.settings.mail() != nil)
            let ceremony = HandOver(program.access, notices: notices, secrets: try HandOverSecrets.list(program.settings))
            let rotation = try await ceremony.carryOut(people, rotatingKeys: rotateKeys, by: nil, from: .commandLine)
            let found = try await ceremony.survey(
                nil,
                named: "all",
                in: program.directory.tree,
                by: nil,
                expelled: people.map(\.handle),
                rotation: rotation
            )
            if let report {
                let encoder = JSONEncoder()
                encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
                do { try encoder.encode(found).write(to: URL(filePath: report), options: .atomic) } catch {
                    throw UsageFault(
                        "the report cannot be written to '\(report)'; everything else was done. Check the path and run it again without --revoke"
                    )
                }
            }
            try global.console.result(found, text: Self.text(found))
        }
    }

    private static func ways(_ account: AccountCredentials) -> String {
        var ways: [String] = []
        if account.hasPassword { ways.append("password") }
        if account.hasAuthenticator { ways.append("authenticator") }
        func add(_ count: Int, _ what: String) { if count > 0 { ways.append("\(count) \(what)") } }
        add(account.passkeys.count, "passkeys")
        add(account.recoveryCodes, "recovery codes")
        add(account.providers.count, "providers")
        add(account.sessions, "sessions")
        add(account.openLinks, "open links")
        return ways.joined(separator: ", ")
    }

    private static func text(_ report: HandOverReport) -> String {
        let rows = report.accounts.map { account in
            [account.handle, account.isActive ? "" : "disabled", account.name, account.roles.joined(separator: ", "), ways(account)]
        }
        var lines = [Console.table(rows)]
        if !report.secrets.isEmpty { lines += ["", "Secrets of the configuration:"] + report.secrets.map { "  \($0.name): \($0.meaning)" } }
        if !report.jobs.isEmpty { lines += ["", "Jobs:"] + report.jobs.map { "  \($0.name): \($0.waiting) waiting, \($0.dead) failed for good" } }
        if !report.expelled.isEmpty { lines += ["", "Taken away from: \(report.expelled.joined(separator: ", "))."] }
        if let rotation = report.keyRotation {
            lines += [
                "",
                "Sealed anew: \(rotation.secondFactors) second factors, \(rotation.letters) letters; recovery codes of \(rotation.withoutRecovery) people are void.",
            ]
        }
        return lines.joined(separator: "\n")
    }
}

/// What the configuration holds that a leaver may know, by name.
enum HandOverSecrets {
    static func list(_ settings: Settings) throws -> [HandOverReport.Secret] {
        var found: [HandOverReport.Secret] = []
        func add(_ setting: Setting, _ meaning: String) {
            if settings[setting] != nil { found.append(HandOverReport.Secret(name: setting.name, meaning: meaning)) }
        }
        add(.databasePasswordFile, "password of the database")
        if let address = settings[.database], address.hasPrefix("postgres") {
            found.append(HandOverReport.Secret(name: Setting.database.name, meaning: "access to PostgreSQL: \(address.withoutPassword)"))
        }
        found.append(HandOverReport.Secret(name: Setting.keys.name, meaning: "the key store: \(settings.keysAddress.withoutPassword)"))
        add(.filesSecret, "secret of the access key at the storage of files")
        add(.filesSecretFile, "secret of the access key at the storage of files")
        add(.mailPassword, "password at the mail server")
        add(.mailPasswordFile, "password at the mail server")
        add(.tlsKey, "private key of the certificate")
        for provider in try SignInFile.providers(settings) {
            found.append(HandOverReport.Secret(name: Setting.signInFile.name, meaning: "client secret at \(provider.issuer) (\(provider.name))"))
        }
        return found
    }
}
