import Foundation
import PortalTesting
import PublicRecord
import Store
import StoreSQLite
import Subprocess
import SystemPackage
import Testing

@testable import Backup

/// What goes wrong with backups, on purpose: each is one line that says what to do.
@Suite("Backups that go wrong")
struct BackupFaultTests {
    /// What is done to the backup, how a trial of it ends, and what is said by that and by a restore.
    struct Damage: Sendable, CustomTestStringConvertible {
        let name: String
        let status: Int32
        let says: String
        let harm: @Sendable (BackupPlaces, _ set: String) throws -> Void

        var testDescription: String { name }

        static func flip(_ path: String, at place: Int) throws {
            var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
            bytes[place] ^= 1
            try Data(bytes).write(to: URL(fileURLWithPath: path))
        }

        static func cut(_ path: String, by count: Int) throws {
            try Data(try Data(contentsOf: URL(fileURLWithPath: path)).dropLast(count)).write(to: URL(fileURLWithPath: path))
        }

        /// As a version to come would have made it.
        static func make(newer places: BackupPlaces, _ set: String) throws {
            let place = try BackupPlace.reading(places.data, kind: .data)
            let file = "\(place.folder(of: set))/manifest"
            let text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: file + ".json")), as: UTF8.self)
            let bytes = Array(text.replacing(/"schema" : \d+/, with: "\"schema\" : 987654").utf8)
            let signer = try BackupSigner(folder: places.program.data + "/backup", host: Program.host)
            let statement = BackupManifest.statement(set, .data, bytes)
            try Data(bytes).write(to: URL(fileURLWithPath: file + ".json"))
            try Data(SignedNote(text: statement, signatures: [signer.signer.sign(statement)]).bytes).write(to: URL(fileURLWithPath: file + ".note"))
        }
    }

    static func object(_ places: BackupPlaces) throws -> String {
        let place = try BackupPlace.reading(places.data, kind: .data)
        return place.objectPath(try #require(try place.objectsHeld().first))
    }

    static let damages: [Damage] = [
        Damage(name: "a byte of the database", status: 1, says: "damaged") { try Damage.flip("\($0.data)/sets/\($1)/database", at: 5000) },
        Damage(name: "the database cut short", status: 1, says: "damaged") { try Damage.cut("\($0.data)/sets/\($1)/database", by: 4097) },
        Damage(name: "the database missing", status: 1, says: "missing") {
            try FileManager.default.removeItem(atPath: "\($0.data)/sets/\($1)/database")
        },
        Damage(name: "the manifest changed", status: 1, says: "not the one that was signed") {
            try Damage.flip("\($0.data)/sets/\($1)/manifest.json", at: 40)
        },
        Damage(name: "the list of files changed", status: 1, says: "SHA-256") { try Damage.flip("\($0.data)/sets/\($1)/objects", at: 3) },
        Damage(name: "a byte of a file", status: 1, says: "damaged") { places, _ in try Damage.flip(try object(places), at: 40) },
        Damage(name: "a file missing", status: 1, says: "missing") { places, _ in try FileManager.default.removeItem(atPath: try object(places)) },
        Damage(name: "a byte of the item keys", status: 1, says: "damaged") { places, _ in
            let set = try #require(try BackupPlace.reading(places.keys, kind: .keys).sets().last)
            try Damage.flip("\(places.keys)/sets/\(set)/keys", at: 3000)
        },
        Damage(name: "another version", status: 2, says: "newer version") { try Damage.make(newer: $0, $1) },
        Damage(name: "no item keys", status: 2, says: "no whole set") { places, _ in
            for set in try BackupPlace.reading(places.keys, kind: .keys).sets() {
                try FileManager.default.removeItem(atPath: "\(places.keys)/sets/\(set)")
            }
        },
        Damage(name: "no set", status: 2, says: "no whole set") { try FileManager.default.removeItem(atPath: "\($0.data)/sets/\($1)") },
        Damage(name: "no place", status: 2, says: "'caunoi backup' made") { places, _ in try FileManager.default.removeItem(atPath: places.data) },
    ]

    @Test("a set that is not whole is found, and never given back", .timeLimit(.minutes(15)))
    func damaged() async throws {
        try await Program.with(.sqlite) { program in
            try await program.prepare()
            _ = try await BackupJourneyTests.publish(program)
            #expect(try await program.run("log", "adopt").status == 0)
            let places = try await BackupPlaces(program)
            let set = try #require(try await places.backUp()["set"] as? String)
            for place in [places.data, places.keys] { try FileManager.default.copyItem(atPath: place, toPath: place + ".ganz") }
            for damage in Self.damages {
                for place in [places.data, places.keys] {
                    try? FileManager.default.removeItem(atPath: place)
                    try FileManager.default.copyItem(atPath: place + ".ganz", toPath: place)
                }
                try damage.harm(places, set)
                let tried = try await program.run(["verify-backup"] + places.reading + ["--json"])
                let text = tried.said + tried.output.replacing("\\/", with: "/")
                #expect(tried.status == damage.status && text.contains(damage.says), "\(damage.name): \(tried.status) \(text)")
                if damage.status == 2 { #expect(tried.said.split(separator: "\n").count == 1, "\(damage.name): \(tried.said)") }
                try await places.withEmptyPlace { other in
                    let given = try await other.run(["restore"] + places.reading)
                    #expect(given.status == 2 && given.said.contains(damage.says), "\(damage.name): \(given.status) \(given.said)")
                    #expect(given.said.split(separator: "\n").count == 1, "\(damage.name): \(given.said)")
                    #expect(!FileManager.default.fileExists(atPath: other.data + "/caunoi.db"), "\(damage.name): an installation was left")
                }
            }
        }
    }

    @Test("what a command is told wrongly", .timeLimit(.minutes(10)))
    func usage() async throws {
        try await Program.with(.sqlite) { program in
            try await program.prepare()
            let places = try await BackupPlaces(program)
            _ = try await places.backUp()
            let other = try await BackupPlaces(program, key: "khoa-khac")
            let slip = String(places.recipient.dropLast()) + (places.recipient.hasSuffix("0") ? "1" : "0")
            let cases: [(arguments: [String], says: String)] = [
                (["backup"], "say where to"),
                (["backup", places.data], "--backup-keys"),
                (["backup"] + places.places, "--recipient KEY"),
                (["backup"] + places.places + ["--recipient", "age1xyz"], "no public key of a backup"),
                (["backup"] + places.places + ["--recipient", slip], "no public key of a backup"),
                (places.making + ["--unencrypted"], "contradict"),
                (places.making + ["--keep", "0"], "at least 1"),
                (["backup", places.data, "--backup-keys", places.data + "/khoa", "--recipient", places.recipient], "kept apart"),
                (["backup", places.keys, "--backup-keys", places.data, "--recipient", places.recipient], "holds"),
                (["backup", program.data, "--backup-keys", places.keys, "--recipient", places.recipient], "holds other things"),
                (["backup", "keygen", places.identity], "already"),
                (["verify-backup"] + places.places, "--identity FILE"),
                (["verify-backup"] + places.places + ["--identity", places.data + "/khong-co"], "there is no file"),
                (["verify-backup"] + places.places + ["--identity", program.data + "/backup/key"], "holds no secret key"),
                (["verify-backup"] + places.places + ["--identity", other.identity], "another key"),
                (["verify-backup", places.data, "--identity", places.identity], "--backup-keys DIR"),
                (["verify-backup"] + places.reading + ["--set", "hom-qua"], "holds no set"),
                (["verify-backup"] + places.reading + ["--signed-by", "rubbish"], "--signed-by"),
                (["restore"] + places.reading, "already"),
                (["restore"] + places.reading + ["--data", places.data + "/moi", "--database", "postgres://127.0.0.1:1/x"], "SQLite database"),
                (["backup", "list", program.data], "'caunoi backup' made"),
            ]
            for (arguments, says) in cases {
                let outcome = try await program.run(arguments)
                #expect(outcome.status == 2 && outcome.said.contains(says), "\(arguments.joined(separator: " ")): \(outcome.status) \(outcome.said)")
                #expect(outcome.said.split(separator: "\n").count == 1, "\(outcome.said)")
            }
            // Not sealed, because somebody said so.
            let open = [program.folder + "/mo", "--backup-keys", program.folder + "/mo-khoa"]
            #expect(try await program.run(["backup"] + open + ["--unencrypted"]).status == 0)
            #expect(try await program.run(["verify-backup"] + open).status == 0)
        }
    }

    @Test("killed in the middle: no set is there, and the next run makes one", .timeLimit(.minutes(10)), arguments: Backend.available)
    func killed(_ backend: Backend) async throws {
        try await Program.with(backend) { program in
            try await program.prepare()
            #expect(try await BackupJourneyTests.imported(program, 1, 5).status == 0)
            let places = try await BackupPlaces(program)
            for round in 0..<3 {
                let incoming = places.data + "/incoming"
                let before = try FileManager.default.fileExists(atPath: places.data) ? BackupPlace.reading(places.data, kind: .data).sets().count : 0
                let ended = try await program.kill(places.making) {
                    let inside = try? FileManager.default.contentsOfDirectory(atPath: incoming)
                    return inside?.isEmpty == false
                }
                let after = try BackupPlace.reading(places.data, kind: .data).sets()
                #expect(after.count - before <= 1, "round \(round): \(ended)")
                for set in after { _ = try BackupPlace.reading(places.data, kind: .data).manifest(set) }
                #expect(!FileManager.default.fileExists(atPath: program.data + "/backup/copy") || after.count == before)
            }
            _ = try await places.backUp()
            #expect(try FileManager.default.contentsOfDirectory(atPath: places.data + "/incoming").isEmpty)
            try await places.withScratch { scratch in
                let tried = try await program.run(["verify-backup"] + places.reading + scratch)
                #expect(tried.status == 0, "\(tried.said)\(tried.output)")
            }
            // A restore that was killed left no installation, and is run again.
            try await places.withEmptyPlace { other in
                let restoring = other.data + "/restoring"
                _ = try await other.kill(["restore"] + places.reading) { FileManager.default.fileExists(atPath: restoring) }
                let again = try await other.run(["restore"] + places.reading)
                #expect(again.status == 0 || again.said.contains("already"), "\(again.said)")
            }
        }
    }

    @Test(
        "a full disk: no set, and what was there before stays",
        .enabled(if: SmallDisk.isPossible, "file systems can be mounted by root only"),
        .timeLimit(.minutes(10))
    )
    func fullDisk() async throws {
        try await Program.with(.sqlite) { program in
            try await program.prepare()
            let places = try await BackupPlaces(program)
            try await SmallDisk.with(megabytes: 12) { disk in
                let making = ["backup", disk.folder + "/s", "--backup-keys", places.keys, "--recipient", places.recipient]
                let first = try await program.run(making)
                #expect(first.status == 0, "\(first.said)")
                let filler = disk.folder + "/day"
                FileManager.default.createFile(atPath: filler, contents: nil)
                let handle = try #require(FileHandle(forWritingAtPath: filler))
                let megabyte = Data(count: 1 << 20)
                while (try? handle.write(contentsOf: megabyte)) != nil {}
                try handle.close()
                let full = try await program.run(making)
                #expect(full.status == 2 && full.said.contains("the disk is full"), "\(full.status) \(full.said)")
                #expect(full.said.split(separator: "\n").count == 1)
                try FileManager.default.removeItem(atPath: filler)
                #expect(try BackupPlace.reading(disk.folder + "/s", kind: .data).sets().count == 1)
                #expect(try await program.run(making).status == 0)
            }
        }
    }

    @Test("PostgreSQL's tools are missing, or the database is busy", .timeLimit(.minutes(10)), arguments: Backend.available)
    func tools(_ backend: Backend) async throws {
        try await Program.with(backend) { program in
            try await program.prepare()
            let places = try await BackupPlaces(program)
            switch backend {
            case .postgres:
                let missing = try await program.run(places.making, environment: ["PATH": program.folder])
                #expect(missing.status == 2 && missing.said.contains("'pg_dump' is not there"), "\(missing.said)")
                #expect(missing.said.split(separator: "\n").count == 1)
                #expect(try BackupPlace.reading(places.data, kind: .data).sets() == [])
                let unreachable = try await program.run(places.making, environment: ["CAUNOI_DATABASE": "postgres://127.0.0.1:1/x"])
                #expect(unreachable.status == 2 && unreachable.said.contains("cannot be reached"), "\(unreachable.said)")
            case .sqlite:
                let database = try SQLiteDatabase(path: program.data + "/caunoi.db")
                let refused = try await withThrowingTaskGroup(of: Program.Outcome?.self) { group in
                    group.addTask {
                        try await database.write { db in
                            _ = try db.execute("UPDATE installation SET origin = origin")
                            usleep(16_000_000)
                        }
                        return nil
                    }
                    group.addTask {
                        try await Task.sleep(for: .seconds(1))
                        return try await program.run(places.making)
                    }
                    var found: Program.Outcome?
                    for try await outcome in group { found = outcome ?? found }
                    return found
                }
                #expect(refused?.status == 2 && refused?.said.contains("in use by another process") == true, "\(refused?.said ?? "")")
                await database.close()
                _ = try await places.backUp()
            }
        }
    }
}

/// What other people's programs make of it.
@Suite("Backups and other programs")
struct BackupPeerTests {
    @Test("Python with libsodium opens a sealed part, and SQLite finds the database in it whole", .timeLimit(.minutes(5)))
    func unsealed() async throws {
        try await Program.with(.sqlite) { program in
            try await program.prepare()
            let places = try await BackupPlaces(program)
            let set = try #require(try await places.backUp()["set"] as? String)
            let script = try #require(SourceFolder.path("docs/verifying/unseal.py"))
            let part = "\(places.data)/sets/\(set)/database"
            func python(_ line: String) async throws -> (status: TerminationStatus, said: String) {
                let result = try await Subprocess.run(
                    .name("bash"),
                    arguments: Arguments(["-c", line]),
                    workingDirectory: FilePath(program.folder),
                    output: .string(limit: 1 << 16),
                    error: .string(limit: 1 << 16)
                )
                return (result.terminationStatus, result.standardOutput + result.standardError)
            }
            let check = "import sqlite3; print(sqlite3.connect('ra.db').execute('PRAGMA integrity_check').fetchone()[0])"
            let opened = try await python("python3 '\(script)' '\(places.identity)' '\(part)' > ra.db && python3 -c \"\(check)\"")
            #expect(opened.status.isSuccess && opened.said == "ok\n", "\(opened.said)")
            let other = try await BackupPlaces(program, key: "khoa-khac")
            let refused = try await python("python3 '\(script)' '\(other.identity)' '\(part)'")
            #expect(!refused.status.isSuccess && refused.said.contains("another key"), "\(refused.said)")
            try BackupFaultTests.Damage.cut(part, by: 3)
            let cut = try await python("python3 '\(script)' '\(places.identity)' '\(part)' > ra.db")
            #expect(!cut.status.isSuccess && cut.said.contains("it was changed"), "\(cut.said)")
        }
    }

    @Test(
        "a cluster comes back to a moment from its archive, and the record signs no fork",
        .enabled(if: Backend.postgresURL != nil, "PostgreSQL is not there"),
        .timeLimit(.minutes(10))
    )
    func cluster() async throws {
        let result = try await Subprocess.run(
            .name("bash"),
            arguments: Arguments([try #require(SourceFolder.path("script/recovery-drill"))]),
            environment: .inherit.updating(["CAUNOI_PROGRAM": Program.path]),
            output: .discarded,
            error: .string(limit: 1 << 20)
        )
        #expect(result.terminationStatus.isSuccess && result.standardError.contains("the record goes on"), "\(result.standardError)")
    }
}

/// Files of the checkout that these tests are part of.
enum SourceFolder {
    static func path(_ name: String) -> String? {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let path = root.appendingPathComponent(name).path
        return FileManager.default.fileExists(atPath: path) ? path : nil
    }
}
