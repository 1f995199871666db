import ArgumentParser
import FileStore
import Foundation
import Logging
import Media
import Outbound
import PortalNetwork
import Publishing
import Store
import Vietnamese

struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Look for what is wrong with an installation.",
        discussion: "Repairs nothing. Exit status 1 when something was found; each finding says what to do."
    )
    @OptionGroup var global: GlobalOptions

    private struct Finding: Encodable {
        let check: String
        let ok: Bool
        let detail: String
    }

    func run() async throws {
        let settings = try global.settings()
        var findings: [Finding] = []
        try await Program.with(settings) { program in
            func check(_ name: String, _ body: () async throws -> (Bool, String)) async {
                do {
                    let (ok, detail) = try await body()
                    findings.append(Finding(check: name, ok: ok, detail: detail))
                } catch { findings.append(Finding(check: name, ok: false, detail: "\(error)")) }
            }
            await check("database") {
                guard program.database.engine == .sqlite else { return (true, "PostgreSQL answers") }
                let answer =
                    try await program.database.read { try $0.value("SELECT integrity_check FROM pragma_integrity_check(1)", as: String.self) } ?? ""
                return (answer == "ok", answer == "ok" ? "the file is whole" : "damaged (\(answer)); restore a backup")
            }
            await check("replica") {
                guard program.database.engine == .postgres else { return (true, "none: SQLite") }
                return try await ReplicaParts.look(settings, program.database, logger: program.logger)
            }
            await check("portals") {
                let tree = program.directory.tree
                let hostless = tree.all.filter { $0.kind != .linked && $0.hosts.isEmpty && $0.status == .active }.map(\.code)
                return (
                    hostless.isEmpty,
                    hostless.isEmpty ? "\(tree.count) portals" : "without a host: \(hostless.joined(separator: ", ")); nobody can reach them"
                )
            }
            await check("record") {
                let (count, head, gaps) = try await program.database.read { db in
                    (
                        try db.value("SELECT count(*) FROM event", as: Int64.self) ?? 0, try EventLog.head(db),
                        try db.value("SELECT COALESCE(max(seq), -1) - min(seq) + 1 - count(*) FROM event", as: Int64?.self).flatMap { $0 } ?? 0
                    )
                }
                let isSound = count == head + 1 && gaps == 0
                return (
                    isSound,
                    isSound ? "\(count) entries without gaps" : "\(count) entries, the head says \(head + 1), \(gaps) missing; restore a backup"
                )
            }
            await check("projections") {
                let behind = try await ProjectionRunner(program.publishing).behind()
                return (behind == 0, behind == 0 ? "up to date" : "\(behind) entries behind; run 'caunoi reindex'")
            }
            await check("keys") {
                let missing = try await program.publishing.itemsWithoutKey(limit: 5)
                return (
                    missing.isEmpty,
                    missing.isEmpty
                        ? "every item has its key"
                        : "items without a key: \(missing.map { "\($0)" }.joined(separator: ", ")); restore the keys' backup beside the database's"
                )
            }
            await check("jobs") {
                let (counts, dead) = try await program.database.read { db in (try JobQueue.counts(db), try JobQueue.dead(db)) }
                let names = dead.map { "\($0.count) \($0.name)" }.joined(separator: ", ")
                return (
                    dead.isEmpty,
                    dead.isEmpty
                        ? "\(counts[.waiting] ?? 0) waiting" : "failed for good: \(names); the table 'job' keeps why in 'last_error'"
                )
            }
            await check("storage of files") {
                guard let objects = program.objects else { return (true, "a folder of this machine") }
                try await objects.check()
                return (true, "\(objects.place) answers")
            }
            await check("mail") {
                guard let mail = try settings.mail() else {
                    return (true, "none: invitations and password links are shown once on the screen (the setting 'mail')")
                }
                let counts = try await program.database.read { try LetterBook.counts(in: $0) }
                let failed = counts[.failed] ?? 0
                return (
                    failed == 0,
                    failed == 0
                        ? "\(mail.server.shown), \(counts[.waiting] ?? 0) letters waiting"
                        : "\(failed) letters could not be sent; the desk says why (Người dùng → Thư gửi đi) and sends them again"
                )
            }
            await check("sign-in providers") {
                let providers = try SignInFile.providers(settings)
                return (true, providers.isEmpty ? "none (the setting 'sign-in-file')" : providers.map(\.name).joined(separator: ", "))
            }
            await check("security.txt") {
                let contacts = settings.list(.securityContact)
                return (
                    true,
                    contacts.isEmpty
                        ? "not served: set 'security-contact' so that those who find a weakness know whom to tell" : contacts.joined(separator: ", ")
                )
            }
            await check("media worker") {
                guard let place = settings.workerPlace else { return (true, "none: pictures are shown as they are") }
                let door = WorkerDoor(place, logger: program.logger)
                defer { door.close() }
                let ability = try await door.ability()
                let missing = ["avif", "jpg", "png", "webp"].filter { !ability.formats.contains($0) }
                let walls = ability.isConfined ? "confined" : "NOT confined: this kernel has no seccomp filters"
                return (
                    missing.isEmpty && ability.isConfined,
                    "libvips \(ability.version), \(walls)" + (missing.isEmpty ? "" : "; cannot write \(missing.joined(separator: ", "))")
                )
            }
            await check("virus scanner") {
                guard let endpoint = settings.scanner else { return (true, "none: uploads are not scanned; set 'scanner' to clamd's socket") }
                return (true, try await ClamScanner(endpoint).version())
            }
            await check("words of documents") {
                let missing = DocumentReader.missingPrograms(path: ProcessInfo.processInfo.environment["PATH"] ?? "")
                let packages = Set(missing.map(\.package)).sorted().joined(separator: " ")
                return (
                    missing.isEmpty,
                    missing.isEmpty ? "poppler and catdoc read them" : "\(missing.map(\.name).joined(separator: ", ")) not found: install \(packages)"
                )
            }
            await check("files scanned") {
                let library = try LibraryParts.library(program)
                let (left, found) = (try await library.unscanned(on: nil), try await library.withheld())
                let more = left < FileLibrary.mostCounted ? "\(left)" : "\(left) or more"
                let progress =
                    left == 0
                    ? "every file"
                    : settings.scanner == nil ? "\(more) never scanned" : "\(more) from before the scanner are left; 'serve' scans them"
                return (
                    found == 0,
                    found == 0
                        ? progress
                        : "\(progress); a virus was found in \(found) that are withheld: the desk's library lists them (Đang chờ hoặc bị giữ)"
                )
            }
            await check("backup") { try BackupDoctor.look(settings, at: program.clock.now().rawValue) }
            await check("reading aloud") {
                guard settings[.speech] != "false" else { return (true, "off (the setting 'speech')") }
                let failing = await SpeechParts.failing(settings)
                return (failing.isEmpty, failing.isEmpty ? "Vietnamese, English and Chinese are spoken" : failing.joined(separator: "; "))
            }
            await check("files") {
                let damaged = try await Self.damagedFiles(program)
                return (damaged.isEmpty, damaged.isEmpty ? "sound" : "missing or damaged: \(damaged.prefix(5).joined(separator: ", "))")
            }
        }
        try global.console.result(
            findings,
            text: findings.map { "\($0.ok ? "ok  " : "BAD ") \($0.check): \($0.detail)" }.joined(separator: "\n")
        )
        if findings.contains(where: { !$0.ok }) { throw FoundWrong() }
    }

    private static func damagedFiles(_ program: Program) async throws -> [String] {
        let hashes = try await program.database.read { try $0.column("SELECT sha256 FROM asset ORDER BY id", as: String.self) }
        var damaged: [String] = []
        for text in hashes {
            guard let hash = ContentHash(text) else { continue }
            if case .sound = try await program.files.verify(hash) { continue }
            damaged.append(text)
        }
        return damaged
    }
}

struct ConfigCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config",
        abstract: "The configuration.",
        subcommands: [ConfigCheck.self]
    )
}

private struct ConfigCheck: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Read the configuration and say what is in force, and where each value comes from."
    )
    @OptionGroup var global: GlobalOptions

    private struct Line: Encodable {
        let name: String
        let value: String
        let source: Settings.Source
    }

    func run() async throws {
        let settings = try global.settings()
        _ = try settings.databasePassword()
        let standard: [String: String] = [
            "data": settings.dataFolder, "files": "\(settings.dataFolder)/files", "database": settings.databaseAddress, "keys": settings.keysAddress,
            "search": settings.searchFile,
            "listen": settings.listen.joined(separator: ", "),
            "admin": settings.admin, "https": "false", "indexing": "true", "log-level": settings.logLevel.rawValue,
            "stop-seconds": "\(settings.stopSeconds)",
            "database-connections": "\(settings.databaseConnections)", "worker": "started by serve", "derived-size": "\(settings.derivedMegabytes)",
        ]
        let lines = Setting.all.map { setting in
            let given = settings.list(setting)
            let value = given.isEmpty ? standard[setting.name] ?? "-" : given.joined(separator: ", ")
            return Line(
                name: setting.name,
                value: setting.isHidden && !given.isEmpty ? "…" : setting.isSecret ? value.withoutPassword : value,
                source: settings.source(of: setting)
            )
        }
        try global.console.result(lines, text: Console.table(lines.map { [$0.name, $0.value, $0.source.rawValue] }))
    }
}
