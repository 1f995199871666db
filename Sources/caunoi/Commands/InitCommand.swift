import ArgumentParser
import Foundation
import PortalNetwork
import Publishing
import Store

/// The first installation: database, record's origin, first site, first people.
struct InitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Make a new installation: database, origin of the record, first portal, first administrator.",
        discussion: """
            Asks on a terminal for what the flags do not say. The origin names this installation in its record and never changes afterwards.
            Four eyes hold from the first day: add two people who may publish with 'caunoi user add … --role editorInChief'.
            """
    )

    @OptionGroup var global: GlobalOptions
    @Option(name: .long, help: "Host name of the record's origin, for instance cong.anson.gov.vn. Never changes.") var origin: String?
    @Option(name: .long, help: "Official name of the first portal.") var name: String?
    @Option(name: .long, help: "Short name of the first portal.") var shortName: String?
    @Option(name: .long, help: "Code of the first portal, a-z 0-9 and hyphens (default: main).") var code = "main"
    @Option(name: .long, help: "Host name of the first portal (may be repeated; default: the origin).") var host: [String] = []
    @Option(name: .long, help: "Sign-in name of the first administrator.") var adminHandle: String?
    @Option(name: .long, help: "Name of the first administrator.") var adminName: String?

    private struct Answer: Encodable {
        let origin: String
        let site: String
        let hosts: [String]
        let administrator: String
        /// Where the administrator chooses a password; it works once, for three days.
        let invitation: String
    }

    func run() async throws {
        let console = global.console
        let origin = try ask(origin, "Origin of the record (host name)", flag: "--origin").lowercased()
        let name = try ask(name, "Name of the first portal", flag: "--name", fallback: "Cổng thông tin điện tử")
        let handle = try ask(adminHandle, "Sign-in name of the first administrator", flag: "--admin-handle", fallback: "admin")
        let person = try ask(adminName, "Name of the first administrator", flag: "--admin-name", fallback: "Quản trị hệ thống")
        try await Program.with(global.settings(), creating: true) { program in
            guard program.directory.tree.count == 0 else {
                throw UsageFault(
                    "there is an installation in \(program.settings.databaseAddress.withoutPassword) already; 'caunoi site list' shows it"
                )
            }
            try await Origin.set(origin, program.database)
            let settings = SiteSettings(name: name, shortName: shortName ?? name, hosts: host.isEmpty ? [origin] : host)
            let actor = try await program.acting(nil, "init")
            let site = try await program.publishing.addSite(
                SiteDraft(code: code, parent: nil, kind: .portal, settings: settings),
                sections: Program.standardSections(settings.language),
                by: actor.by
            ) { site, db in
                try actor.note(.installationMade, on: origin, site: site.id, db)
                try actor.note(.siteAdded, on: site.code, site: site.id, db)
            }
            let admin = try await People.add(
                PersonDraft(handle: handle, name: person),
                to: program.database,
                ids: program.lease.ids,
                clock: program.clock
            )
            try await program.access.grant(.administrator, to: admin.id, on: site.id, by: nil, from: .commandLine)
            let letters = try await program.keyLetters(sendsMail: false)
            let access = program.access
            let invitation = try await program.database.write { db in
                let token = try access.invite(admin.id, for: .welcome, by: nil, from: .commandLine, in: db)
                return try letters.invite(admin, token, as: .administrator, at: site, in: db).link ?? ""
            }
            try console.result(
                Answer(origin: origin, site: site.code, hosts: site.hosts, administrator: admin.handle, invitation: invitation),
                text: """
                    The installation is made. Origin: \(origin). First portal: \(site.name) on \(site.hosts.joined(separator: ", ")).
                    \(admin.name) chooses a password here, once, within three days: \(invitation)
                    Next: 'caunoi user add NAME --role editorInChief --site \(site.code)' for two people, then 'caunoi serve'.
                    """
            )
        }
    }

    /// What the flag says, else what a person types, else the fallback.
    private func ask(_ given: String?, _ question: String, flag: String, fallback: String? = nil) throws -> String {
        if let given { return given }
        if isatty(0) == 1, isatty(2) == 1 {
            FileHandle.standardError.write(Data("\(question)\(fallback.map { " [\($0)]" } ?? ""): ".utf8))
            let line = (readLine() ?? "").trimmingCharacters(in: .whitespaces)
            if !line.isEmpty { return line }
        }
        guard let fallback else { throw UsageFault("\(flag) is missing: \(question.lowercased())") }
        return fallback
    }
}
