import FileStore
import Foundation
import News
import PortalNetwork
import PortalTesting
import Publishing
import RichText
import Store
import Testing

@testable import caunoi

/// A backup, tried and given back, as docs/operating/backup.md says, with the real program.
@Suite("Backups, there and back")
struct BackupJourneyTests {
    /// Words that stand nowhere else: in a title, a text, a tag, a file and its name.
    static let words = ["Zamquynh", "Xuvandov", "Kelmophat", "Tepmatzu"]

    static let pages = ["/", "/tin-tuc/", "/feed.atom", "/feed.json", "/api/v1/items", "/sitemap.xml", "/so-do-trang", "/cai-chinh"]

    static func found(in bytes: [UInt8]) -> [String] {
        let lower = Data(bytes.map { (65...90).contains($0) ? $0 + 32 : $0 })
        return words.filter { word in
            let hex = word.utf8.map { String($0, radix: 16) }.joined()
            return lower.range(of: Data(word.lowercased().utf8)) != nil || lower.range(of: Data(hex.utf8)) != nil
        }
    }

    /// The program's inside, as a command has it.
    static func inside<T: Sendable>(_ program: Program, _ body: (caunoi.Program) async throws -> T) async throws -> T {
        let settings = try Settings(flags: [:], environment: program.environment.merging(["CAUNOI_LOG_LEVEL": "error"]) { $1 }, configFile: nil)
        return try await caunoi.Program.with(settings) { try await body($0) }
    }

    /// An article with a file, written and published by two people.
    static func publish(_ program: Program) async throws -> (item: ItemID, path: String) {
        try await inside(program) { inside in
            let (one, two) = (try await inside.by("bien-tap"), try await inside.by("tong-bien-tap"))
            let site = try #require(inside.directory.tree.site(host: Program.host))
            let file = try await inside.publishing.addAsset(
                Array("%PDF-1.4 Tepmatzu".utf8),
                name: "tepmatzu.pdf",
                mediaType: "application/pdf",
                on: site.id,
                in: inside.files
            )
            let article = Article(
                title: "Thông báo về ông Zamquynh",
                body: RichText([
                    .paragraph([.text("Hộ ông Xuvandov.")]),
                    .attachment(
                        Attachment(
                            asset: AssetReference(commitment: file.id, id: file.name),
                            name: file.name,
                            title: "Tepmatzu",
                            mediaType: "application/pdf",
                            bytes: file.bytes
                        )
                    ),
                ]),
                tags: ["Kelmophat"]
            )
            let sections = try await SectionDirectory.load(from: inside.database)
            let section = try #require(sections.index.top(on: site.id).first { $0.code == "tin-tuc" })
            let id = try await inside.publishing.save(article, in: Place(site: site.id, section: section.id), by: one).item
            try await inside.publishing.submit(id, by: one)
            try await inside.publishing.approve(id, by: two)
            _ = try await inside.publishing.publish(id, by: two)
            return (id, file.path)
        }
    }

    static func imported(_ program: Program, _ first: Int, _ count: Int) async throws -> Program.Outcome {
        let news = try program.write(Program.lines(count, from: first), to: "tin-\(first).jsonl")
        return try await program.run(["import", "news", news] + Program.importing)
    }

    @Test(
        "while it serves; an old set with newer keys shows nothing that was erased since, signs no fork, and goes on",
        .timeLimit(.minutes(15)),
        arguments: Backend.available
    )
    func thereAndBack(_ backend: Backend) async throws {
        try await Program.with(backend) { program in
            try await program.prepare()
            #expect(try await Self.imported(program, 1, 5).status == 0)
            let (item, file) = try await Self.publish(program)
            #expect(try await program.run("log", "adopt").status == 0)
            let places = try await BackupPlaces(program)
            _ = try await program.serve { reader in
                let made = try await places.backUp()
                #expect(made["files"] as? Int == 1 && made["filesCopied"] as? Int == 1 && made["fault"] == nil, "\(made)")
                #expect(try reader.get("/").status == 200)
            }
            #expect(Self.found(in: BackupPlaces.files(places.data) + BackupPlaces.files(places.keys)) == [], "the backup can be read without its key")
            let first = try #require(try await program.run(["backup", "list", places.data, "--json"]).list().first?["set"] as? String)

            // Tried.
            try await places.withScratch { scratch in
                for _ in 0..<2 {
                    let tried = try await program.run(["verify-backup"] + places.reading + scratch + ["--json"])
                    #expect(tried.status == 0, "\(tried.output)\(tried.said)")
                    let answer = try tried.object()
                    #expect(answer["tried"] as? Bool == true && answer["itemsRead"] as? Int == 6 && answer["files"] as? Int == 1, "\(answer)")
                    #expect(answer["set"] as? String == first && (answer["recordSize"] as? Int ?? 0) > 6)
                }
            }
            #expect(try await program.run(["verify-backup"] + places.places + ["--hashes-only"]).status == 0)

            // Erased since.
            try await Self.inside(program) { inside in
                try await inside.publishing.erase(item, from: inside.files, because: .personal, by: try await inside.by("tong-bien-tap"))
            }
            #expect(try await Self.imported(program, 101, 2).status == 0)
            #expect(try await program.run("log", "adopt").status == 0)
            let second = try await places.backUp()
            #expect(second["fileKeysForgotten"] as? Int == 1 && second["filesCopied"] as? Int == 0, "\(second)")
            #expect(try await program.run(places.making + ["--only-keys"]).status == 0)
            let size = try #require(try await program.run("log", "checkpoint", "--json").object()["size"] as? Int)

            try await places.withEmptyPlace { other in
                // The signer is another disk, and is still there.
                try FileManager.default.createDirectory(atPath: other.data, withIntermediateDirectories: true)
                try FileManager.default.copyItem(atPath: program.data + "/signer", toPath: other.data + "/signer")
                let given = try await other.run(["restore"] + places.reading + ["--set", first, "--json"])
                #expect(given.status == 0, "\(given.said)\(given.output)")
                let answer = try given.object()
                #expect(answer["itemsErased"] as? Int == 1 && answer["filesErased"] as? Int == 1 && answer["files"] as? Int == 0, "\(answer)")
                #expect((answer["frozen"] as? String)?.contains("restored from a backup") == true, "\(answer)")
                let copy = try #require(
                    (answer["next"] as? [String])?.first?.split(separator: "'").first.map { String($0.dropFirst("caunoi log recover --from ".count)) }
                )
                let (database, keys) = try await Self.inside(other) { inside in
                    (try await everythingKept(inside.database), try await everythingKept(inside.keys))
                }
                #expect(Self.found(in: database) == [], "in the database")
                #expect(Self.found(in: keys) == [], "in the keys")
                #expect(Self.found(in: BackupPlaces.files(other.data)) == [], "among the files")
                let again = try await other.run(["restore"] + places.reading)
                #expect(again.status == 2 && again.said.contains("already"), "\(again.said)")

                // Read at once; nothing is published before the record is whole.
                _ = try await other.serve(ready: false) { reader in
                    let list = try reader.get("/tin-tuc/")
                    #expect(list.body.contains("Bản tin số 1"))
                    let (page, attached) = (try reader.get("/tin-tuc/\(item)").status, try reader.get(file).status)
                    #expect([404, 410].contains(page) && attached != 200, "\(page), \(attached)")
                    for path in Self.pages + ["/tin-tuc/\(item)", "/kiem-chung/\(item)"] {
                        let answer = try reader.get(path)
                        #expect(Self.found(in: Array(answer.body.utf8)) == [], "\(path)")
                    }
                }
                #expect(try await Self.imported(other, 201, 1).status != 0)
                let recovered = try await other.run(["log", "recover", "--from", copy])
                #expect(recovered.status == 0, "\(recovered.said)")
                #expect(try await other.run("log", "adopt").status == 0)
                #expect(try await Self.imported(other, 301, 1).status == 0)
                let verified = try await other.run("log", "verify", "--json")
                #expect(try verified.status == 0 && (verified.object()["size"] as? Int ?? 0) >= size, "\(verified.said)")
                // What goes on is the same record: its copy beside the sets grows.
                _ = try await other.run("log", "adopt")
                let next = try await other.run(["backup"] + places.places + ["--recipient", places.recipient, "--json"])
                #expect(next.status == 0, "\(next.said)\(next.output)")
                #expect(Self.found(in: BackupPlaces.files(other.data)) == [])
            }
            // The newest set, with the signer: nothing is missing.
            try await places.withEmptyPlace { other in
                try FileManager.default.createDirectory(atPath: other.data, withIntermediateDirectories: true)
                try FileManager.default.copyItem(atPath: program.data + "/signer", toPath: other.data + "/signer")
                let given = try await other.run(
                    ["restore"] + places.places + ["--identity", places.identity, "--set", try #require(second["set"] as? String), "--json"]
                )
                #expect(given.status == 0, "\(given.said)\(given.output)")
                #expect(try given.object()["itemsErased"] as? Int == 0)
            }
        }
    }

    @Test("doctor says how old the newest backup is, and what is missing", .timeLimit(.minutes(10)))
    func doctor() async throws {
        try await Program.with(.sqlite) { program in
            try await program.prepare()
            func said(_ environment: [String: String]) async throws -> (ok: Bool, detail: String) {
                let findings = try await program.run(["doctor", "--json"], environment: environment).list()
                let finding = try #require(findings.first { $0["check"] as? String == "backup" })
                return (finding["ok"] as? Bool ?? false, finding["detail"] as? String ?? "")
            }
            let none = try await said([:])
            #expect(none.ok && none.detail.contains("none configured"))
            let places = try await BackupPlaces(program)
            let configured = ["CAUNOI_BACKUP": places.data, "CAUNOI_BACKUP_KEYS": places.keys, "CAUNOI_BACKUP_RECIPIENT": places.recipient]
            #expect(try await !said(configured).ok)
            let made = try await program.run(["backup", "--keep", "2"], environment: configured)
            #expect(made.status == 0, "\(made.said)")
            let fresh = try await said(configured)
            #expect(fresh.ok && fresh.detail.contains("0 hours old"), "\(fresh)")
            #expect(try await !said(["CAUNOI_BACKUP": places.data]).ok, "without a place for keys it cannot be read")
        }
    }
}
