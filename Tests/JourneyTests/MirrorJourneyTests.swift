import Foundation
import PortalTesting
import Subprocess
import SystemPackage
import Testing

/// The mirror as an operator has it: written by a command, kept by a server, served by the program and by nginx.
@Suite("A mirror from beginning to end")
struct MirrorJourneyTests {
    /// Pages, a list's second page, a feed, a map, a style: as addresses on one portal.
    private static func targets(_ reader: Reader) throws -> [String] {
        let front = try reader.get("/tin-tuc/").body
        let items = front.matches(of: /href="(\/tin-tuc\/[a-z0-9-]+-[0-9a-z]{13})"/).map { String($0.output.1) }
        let styles = front.matches(of: /href="(\/_\/[a-z0-9.-]+)"/).map { String($0.output.1) }
        return ["/", "/tin-tuc/", "/tin-tuc/?trang=2", "/feed.atom", "/tin-tuc/feed.json", "/sitemap.xml", "/robots.txt", "/lien-he"]
            + items.prefix(5)
            + items.prefix(2).map { $0 + "?in=1" } + items.prefix(2).map { $0 + ".tlog-proof" } + styles.prefix(3) + ["/log/1/checkpoint"]
    }

    /// Waits until what was imported stands under a signed head.
    private static func signed(_ reader: Reader) async throws {
        for _ in 0..<400 {
            let proof = try targets(reader).first { $0.hasSuffix(".tlog-proof") }
            if let proof, try reader.get(proof).status == 200 { return }
            try await Task.sleep(for: .milliseconds(50))
        }
    }

    /// Every file of a mirror with its digest, as its list says.
    private static func digests(_ folder: String) throws -> [String: String] {
        let list = try String(contentsOfFile: folder + "/_mirror/manifest.tsv", encoding: .utf8)
        let lines = list.split(separator: "\n").map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
        return Dictionary(lines.filter { $0.count == 12 && !$0[2].isEmpty }.map { ($0[2], $0[0]) }) { first, _ in first }
    }

    @Test("written beside a server, served without one, the same bytes", .timeLimit(.minutes(15)), arguments: Backend.available)
    func journey(_ backend: Backend) async throws {
        try await Program.with(backend) { program in
            try await program.prepare()
            let news = try program.write(Program.lines(45), to: "tin.jsonl")
            try #require(try await program.run(["import", "news", news] + Program.importing).status == 0)
            let folder = program.folder + "/mirror"
            let pages = Seen()
            let port = try FreePort.find()
            let stopped = try await program.serve(["--static", folder, "--worker", "none", "--public-port", "\(port)"]) { reader in
                for _ in 0..<600 where !FileManager.default.fileExists(atPath: folder + "/_mirror/manifest.tsv") {
                    try await Task.sleep(for: .milliseconds(100))
                }
                try await Self.signed(reader)
                for target in try Self.targets(reader) { await pages.put(target, try reader.get(target)) }
            }
            #expect(stopped.status == .exited(0), "\(stopped.said)")
            let written = try await program.run("export", "static", folder, "--json", "--public-port", "\(port)")
            #expect(written.status == 0, "\(written.said)")
            let before = try Self.digests(folder)
            let again = try await program.run("export", "static", folder, "--json", "--public-port", "\(port)")
            #expect(again.status == 0, "\(again.said)")
            let after = try Self.digests(folder)
            let changed = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
            // Only the pages of figures say at which minute they were made; nothing else is written again.
            #expect(changed.allSatisfy { $0.hasSuffix("/phan-anh-kien-nghi/thong-ke.html") }, "\(changed.sorted())")
            #expect(try again.object()["written"] as? Int == changed.count, "\(again.output)")
            let known = await pages.all
            #expect(known.count > 15)
            // What is counted or tells the time stands in live regions.
            @Sendable func still(_ text: String) -> String { text.replacing(/data-r="l"([^>]*)>[^<]*/) { "l" + $0.output.1 } }
            let served = try await program.serve(["--mirror", folder]) { reader in
                for (target, here) in known.sorted(by: { $0.key < $1.key }) {
                    let there = try reader.get(target)
                    #expect(there.status == 200, "\(target)")
                    #expect(still(there.body) == still(here.body), "\(target)")
                    for name in ["content-type", "cache-control", "content-security-policy", "x-content-type-options", "link"] {
                        #expect(there.field(name) == here.field(name), "\(target): \(name)")
                    }
                }
            }
            #expect(served.status == .exited(0), "\(served.said)")
            try Data("<a href=\"https://hi88.example\">x</a>".utf8).write(to: URL(fileURLWithPath: folder + "/anson.test/hi88.html"))
            let refused = try await program.run("serve", "--mirror", folder, "--listen", "127.0.0.1:0", "--admin", "127.0.0.1:0")
            #expect(refused.status == 2 && refused.said.contains("anson.test/hi88.html is in the mirror and nobody published it"), "\(refused.said)")
            let none = try await program.run("serve", "--mirror", program.folder + "/none")
            #expect(none.status == 2 && none.said.hasPrefix("caunoi: "), "\(none.said)")
        }
    }

    @Test("an export that is killed leaves the mirror as it was, and the next one ends", .timeLimit(.minutes(15)))
    func killed() async throws {
        try await Program.with(.sqlite) { program in
            try await program.prepare()
            let news = try program.write(Program.lines(800), to: "tin.jsonl")
            try #require(try await program.run(["import", "news", news] + Program.importing).status == 0)
            let folder = program.folder + "/mirror"
            let status = try await program.kill(["export", "static", folder, "--quiet"]) {
                (try? FileManager.default.subpathsOfDirectory(atPath: folder + "/_mirror/new").count > 100) == true
            }
            guard case .signaled = status else {
                Issue.record("the export was faster than the hand that kills it: \(status)")
                return
            }
            #expect(!FileManager.default.fileExists(atPath: folder + "/_mirror/manifest.tsv"))
            let done = try await program.run("export", "static", folder, "--json")
            // (No server runs here: proofs of what no head covers yet are named.)
            #expect([0, 1].contains(done.status), "\(done.said)")
            #expect(!FileManager.default.fileExists(atPath: folder + "/_mirror/new"))
            #expect(try (done.object()["files"] as? Int ?? 0) > 1_600)
        }
    }

    @Test(
        "nginx serves it as it is",
        .enabled(if: Nginx.isThere, "no nginx here: script/bootstrap --for test"),
        .timeLimit(.minutes(10))
    )
    func nginx() async throws {
        try await Program.with(.sqlite) { program in
            try await program.prepare()
            let news = try program.write(Program.lines(45), to: "tin.jsonl")
            try #require(try await program.run(["import", "news", news] + Program.importing).status == 0)
            let folder = program.folder + "/mirror"
            let gone = Seen()
            _ = try await program.serve(["--worker", "none"]) { reader in
                try await Self.signed(reader)
                for target in try Self.targets(reader) { await gone.put(target, try reader.get(target)) }
            }
            let written = try await program.run("export", "static", folder)
            try #require(written.status == 0, "\(written.said)")
            let known = await gone.all
            try await Nginx.serve(folder, in: program.folder) { reader in
                for (target, here) in known.sorted(by: { $0.key < $1.key }) {
                    let there = try reader.get(target)
                    #expect(there.status == 200, "\(target): \(there.status)")
                    for name in [
                        "content-security-policy", "x-content-type-options", "permissions-policy", "cache-control", "link", "x-frame-options",
                        "access-control-allow-origin", "cross-origin-resource-policy",
                    ] {
                        // Feeds name the hub, which is the running portal's.
                        if name == "link", target.contains("/feed.") {
                            #expect(there.field(name) == nil, "\(target)")
                            continue
                        }
                        #expect(there.field(name) == here.field(name), "\(target): \(name)")
                    }
                    let types = [there, here].map { ($0.field("content-type") ?? "").replacing("; charset=utf-8", with: "") }
                    #expect(types[0] == types[1], "\(target): \(types)")
                }
                let item = try #require(known.keys.first { $0.wholeMatch(of: /\/tin-tuc\/.*-[0-9a-z]{13}/) != nil })
                let id = item.suffix(13)
                #expect(try reader.get("/tin-tuc/sai-\(id)").field("location")?.hasSuffix(item) == true)
                #expect(try reader.get("/-/\(id)").field("location")?.hasSuffix(item) == true)
                #expect(try reader.get("/tin-tuc").status == 301)
                #expect(try reader.get("/tim-kiem?q=ban").status == 200)
                #expect(try reader.get("/tra-cuu").status == 503)
                #expect(try reader.post("/tra-cuu", form: "ma=1").status == 503)
                #expect(try reader.get("/khong-co-gi").status == 404)
                #expect(try reader.get("/../_mirror/manifest.tsv").status != 200)
                #expect(try reader.get("/_mirror/../../_mirror/manifest.tsv").status != 200)
            }
        }
    }
}

private actor Seen {
    private(set) var all: [String: Reader.Answer] = [:]
    func put(_ target: String, _ answer: Reader.Answer) { all[target] = answer }
}

private enum Nginx {
    static let path = ["/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/sbin/nginx"].first { FileManager.default.isExecutableFile(atPath: $0) }
    static let isThere = path != nil

    /// A server of one's own on a free port, with the files that an export writes.
    static func serve(_ mirror: String, in place: String, _ body: @escaping @Sendable (Reader) async throws -> Void) async throws {
        let port = try FreePort.find()
        let user = geteuid() == 0 ? "user root;" : ""
        let text = """
            \(user) daemon off; worker_processes 1; pid \(place)/nginx.pid; error_log \(place)/nginx.error.log;
            events { worker_connections 64; }
            http {
              access_log off; client_body_temp_path \(place)/t1; proxy_temp_path \(place)/t2; fastcgi_temp_path \(place)/t3;
              uwsgi_temp_path \(place)/t4; scgi_temp_path \(place)/t5;
              include \(mirror)/_mirror/nginx/http.conf;
              server { listen 127.0.0.1:\(port); server_name _; include \(mirror)/_mirror/nginx/server.conf; }
            }
            """
        try Data(text.utf8).write(to: URL(fileURLWithPath: place + "/nginx.conf"))
        let result = try await Subprocess.run(
            .path(FilePath(path ?? "nginx")),
            arguments: ["-c", place + "/nginx.conf"],
            input: .none,
            output: .discarded,
            error: .string(limit: 1 << 16)
        ) { execution in
            let reader = Reader(port: port, admin: port)
            let fault: (any Error)?
            do {
                for _ in 0..<200 where (try? reader.get("/")) == nil { try await Task.sleep(for: .milliseconds(50)) }
                try await body(reader)
                fault = nil
            } catch { fault = error }
            try? execution.send(signal: .terminate)
            if let fault { Issue.record(fault) }
        }
        let log = (try? String(contentsOfFile: place + "/nginx.error.log", encoding: .utf8)) ?? ""
        #expect(!log.contains("[emerg]"), "\(result.standardError)\n\(log)")
    }
}
