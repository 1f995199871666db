import Foundation
import PortalTesting
import PublicRecord
import Record
import Store
import StoreSQLite
import Subprocess
import SystemPackage
import Testing
import Web

@testable import caunoi

/// Pages of the demo as people save them, checked by the program and by docs/verifying/verify.py.
@Suite("Saved pages")
struct SavedPageTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
    private static let python = root + "/.build/record/bin/python"
    private static let hasPython = FileManager.default.isExecutableFile(atPath: python)
    /// Pages of each kind that are compared; `script/test --full` takes five hundred.
    private static let count = ProcessInfo.processInfo.environment["CAUNOI_TEST_FULL"] == "1" ? 500 : 100
    private static let noPython: Comment = "skipped: cryptography is not installed as it is pinned: run script/bootstrap"

    private struct Demo: Sendable {
        let pages: [PageMutation.Saved]
        let hosts: [String]
        let key: String
        var policy: String { "log \(key)\nquorum none\n" + hosts.map { "# host \($0)\n" }.joined() }
    }

    private struct Case: Encodable { var page: Data, proof: Data }
    private struct Cases: Encodable { var policy: String, pages: [Case] }

    /// The whole demo is served and read; nobody withdraws anything meanwhile.
    private static func demo(_ program: Program, pages count: Int) async throws -> Demo {
        #expect(try await program.run("demo", "--size", "small", "--quiet").status == 0)
        let database = try SQLiteDatabase(path: program.data + "/caunoi.db")
        let (hosts, items) = try await database.read { db in
            (
                try db.rows("SELECT host, site FROM site_host ORDER BY site, host").map { (host: try $0[0] as String, site: try $0[1] as Int64) },
                try db.rows("SELECT id, site FROM item WHERE presence = 'live' ORDER BY kind, id").map {
                    (id: try $0[0] as Int64, site: try $0[1] as Int64)
                }
            )
        }
        let hostOf = Dictionary(hosts.map { ($0.site, $0.host) }) { first, _ in first }
        let pages = Box()
        let stopped = try await program.serve { reader in
            let step = max(1, items.count / count)
            for item in stride(from: 0, to: items.count, by: step).map({ items[$0] }) {
                guard let host = hostOf[item.site] else { continue }
                let moved = try reader.get("/-/\(Crockford.encode(item.id))", host: host)
                guard let location = moved.field("location"), let path = location.firstRange(of: "/", after: "://") else { continue }
                let (page, proof) = (try reader.get(path, host: host), try reader.get(path + ".tlog-proof", host: host))
                #expect(page.status == 200 && proof.status == 200, "\(host)\(path): \(page.status), \(proof.status)")
                pages.add(PageMutation.Saved(page: Array(page.body.utf8), proof: Array(proof.body.utf8)))
            }
        }
        #expect(stopped.said.isEmpty || !stopped.said.contains("Fatal"), "\(stopped.said)")
        let key = try await database.read { try $0.value("SELECT key_text FROM record_head WHERE id = 1", as: String.self) }
        await database.close()
        return Demo(pages: pages.all, hosts: Set(hosts.map(\.host)).sorted(), key: try #require(key))
    }

    @Test("the program and verify.py agree on good and altered pages", .enabled(if: hasPython, noPython), .timeLimit(.minutes(20)))
    func agree() async throws {
        try await Program.with(.sqlite) { program in
            let count = Self.count
            let demo = try await Self.demo(program, pages: count + count / 8)
            try #require(demo.pages.count >= count)
            let good = Array(demo.pages.prefix(count))
            var random = Dice(88)
            var altered: [(name: String, saved: PageMutation.Saved)] = []
            var round = 0
            while altered.count < count {
                let mutation = PageMutation.all[round % PageMutation.all.count]
                let (page, other) = (
                    good[Int.random(in: 0..<count / 2, using: &random) * 2], good[Int.random(in: 0..<count / 2, using: &random) * 2 + 1]
                )
                if let saved = mutation.apply(page, other, &random) { altered.append((mutation.description, saved)) }
                round += 1
            }
            let bits = good.prefix(count / 3).compactMap { PageMutation.anywhere.apply($0, $0, &random) }
            let check = PageCheck(
                policy: try WitnessPolicy(parsing: Array(demo.policy.utf8)),
                hosts: PageCheck.hosts(inPolicy: demo.policy),
                words: try ProgramTexts(features: Features.all()).words
            )
            let all = good + altered.map(\.saved) + bits
            let ours = all.map { check.verdict(page: $0.page, proof: $0.proof) }
            for (place, verdict) in ours.enumerated() where place < count {
                #expect(verdict.outcome == .genuine, "good page \(place): \(verdict.findings)")
            }
            for (verdict, (name, _)) in zip(ours[count..<2 * count], altered) {
                #expect(verdict.outcome == .refused && !verdict.findings.isEmpty, "\(name): a silent yes")
            }
            let theirs = try await Self.python(all, demo, program)
            try #require(theirs.count == all.count)
            for (place, line) in theirs.enumerated() {
                let name =
                    place < count
                    ? "good page \(place)"
                    : place < 2 * count
                        ? altered[place - count].name : Self.difference(good[place - 2 * count].page, bits[place - 2 * count].page)
                #expect((line == "ok") == (ours[place].outcome == .genuine), "\(name): verify.py says '\(line)', the program \(ours[place].findings)")
            }
            #expect(ours.suffix(bits.count).count { $0.outcome == .refused } > bits.count / 6, "bits of pages are found")
        }
    }

    /// Where two pages part: the place, with what stands around it in the second.
    private static func difference(_ one: [UInt8], _ other: [UInt8]) -> String {
        let place = zip(one, other).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? 0
        return
            "byte \(place), \(one[place]) as \(other[place]): …\(String(decoding: other[max(0, place - 60)..<min(other.count, place + 60)], as: UTF8.self))…"
    }

    private static func python(_ pages: [PageMutation.Saved], _ demo: Demo, _ program: Program) async throws -> [Substring] {
        let file = program.folder + "/cases.json"
        let cases = Cases(policy: demo.policy, pages: pages.map { Case(page: Data($0.page), proof: Data($0.proof)) })
        try JSONEncoder().encode(cases).write(to: URL(fileURLWithPath: file))
        let result = try await Subprocess.run(
            .path(FilePath(python)),
            arguments: ["-B", root + "/Tests/machines/record/pages.py", root + "/docs/verifying/verify.py", file],
            output: .string(limit: 1 << 22),
            error: .string(limit: 1 << 16)
        )
        #expect(result.standardError.isEmpty, "\(result.standardError)")
        return result.standardOutput.split(separator: "\n")
    }

    @Test("verify on the command line: a verdict in two languages, and the status that means it", .timeLimit(.minutes(10)))
    func commandLine() async throws {
        try await Program.with(.sqlite) { program in
            let demo = try await Self.demo(program, pages: 40)
            let policy = try program.write(demo.policy, to: "policy")
            let article = try #require(demo.pages.first { $0.html.contains("<img src=\"/files") && $0.html.contains("class=\"standfirst\"") })
            func save(_ html: String, _ proof: [UInt8]) throws -> String {
                try Data(proof).write(to: URL(fileURLWithPath: program.folder + "/trang.tlog-proof"))
                return try program.write(html, to: "trang.html")
            }
            func verify(_ html: String, _ more: [String]) async throws -> Program.Outcome {
                try await program.run(["verify", try save(html, article.proof), "--policy", policy] + more)
            }
            let genuine = try await verify(article.html, [])
            #expect(
                genuine.status == 0 && genuine.output.contains("ĐÚNG.") && genuine.output.contains("GENUINE."),
                "\(genuine.output)\(genuine.said)"
            )
            let reformatted = try await verify(PageMutation.reformatted(article.html), ["--json"])
            #expect(try reformatted.status == 0 && reformatted.object()["outcome"] as? String == "genuine", "\(reformatted.output)")
            let host = try #require(PageMutation.canonical(article.html)?.split(separator: "/").dropFirst().first.map(String.init))
            let browser = try await verify(PageMutation.savedWithPictures(article.html, host: host), [])
            #expect(browser.status == 2 && browser.output.contains("ĐÚNG MỘT PHẦN"), "\(browser.output)")
            let altered = try await verify(article.html.replacing("</h1>", with: " KM88</h1>"), [])
            #expect(altered.status == 1 && altered.output.contains("KHÔNG ĐÚNG") && altered.output.contains("NOT GENUINE"), "\(altered.output)")
            // Withdrawn since: the proof stays true, a copy of the record says what came after it.
            let mirror = program.folder + "/guong"
            #expect(try await program.run("log", "mirror", mirror).status == 0)
            let current = try await verify(article.html, ["--record", mirror])
            #expect(current.status == 0 && current.output.contains("chưa bị gỡ"), "\(current.output)\(current.said)")
            // Other trust, and what cannot be read.
            let other = try NoteSigner(name: "khac.localhost/log/1", seed: [UInt8](repeating: 7, count: 32)).key.text
            let page = try save(article.html, article.proof)
            let foreign = try await program.run("verify", page, "--key", other)
            #expect(foreign.status == 1 && foreign.output.contains("anson.localhost/log/1"), "\(foreign.output)")
            for arguments in [
                ["verify", page], ["verify", page + ".khong-co", "--policy", policy], ["verify", page, "--policy", page], ["verify"],
            ] {
                #expect(try await program.run(arguments).status == 2, "\(arguments)")
            }
        }
    }

    @Test("verify.py knows the words that the program says")
    func words() throws {
        let file = try Data(contentsOf: URL(fileURLWithPath: Self.root + "/docs/verifying/words.json"))
        let kept = try JSONDecoder().decode([String: [String]].self, from: file)
        let words = PageCheck.vocabulary(try ProgramTexts(features: Features.all()).words)
        #expect(kept == words, "write it anew: caunoi verify --words > docs/verifying/words.json")
    }

    private final class Box: @unchecked Sendable {
        private let lock = NSLock()
        private var pages: [PageMutation.Saved] = []
        func add(_ page: PageMutation.Saved) { lock.withLock { pages.append(page) } }
        var all: [PageMutation.Saved] { lock.withLock { pages } }
    }
}

extension String {
    /// The rest from the first `mark` on that stands after `start`.
    fileprivate func firstRange(of mark: String, after start: String) -> String? {
        let from = firstRange(of: start)?.upperBound ?? startIndex
        return self[from...].firstRange(of: mark).map { String(self[$0.lowerBound...]) }
    }
}
