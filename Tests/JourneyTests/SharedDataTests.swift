import Foundation
import PortalTesting
import Subprocess
import Testing

/// Real articles of real portals, where they are at hand.
enum SharedData {
    static let folder: String? = {
        let named = ProcessInfo.processInfo.environment["CAUNOI_SHARED_DATA"]
        let beside = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../../shared/data").standardized.path
        return [named, beside].compactMap { $0 }.first { FileManager.default.fileExists(atPath: $0 + "/news") }
    }()

    /// The first lines of a file of articles, unpacked with the system's own program.
    static func head(_ path: String, lines: Int) throws -> Data {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", "zstd -dcf \"$0\" 2>/dev/null | head -n \(lines)", path]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return data
    }
}

@Suite("Real articles", .enabled(if: SharedData.folder != nil, "the shared data is not here: set CAUNOI_SHARED_DATA"))
struct SharedDataTests {
    @Test(.timeLimit(.minutes(15)))
    func twoThousandArticles() async throws {
        let folder = try #require(SharedData.folder)
        let all = try #require(FileManager.default.enumerator(atPath: folder + "/news")?.allObjects as? [String])
        let file = try #require(
            all.sorted().first { $0.hasSuffix(".jsonl.zst") && $0.contains("article") } ?? all.sorted().first { $0.hasSuffix(".zst") }
        )
        try await Program.with(.sqlite) { program in
            try await program.prepare()
            let path = program.folder + "/that.jsonl"
            try SharedData.head(folder + "/news/" + file, lines: 2_000).write(to: URL(fileURLWithPath: path))
            let flags = ["--date", "2026-11-01"] + Program.importing
            let outcome = try await program.run(["import", "news", path, "--json"] + flags)
            #expect(outcome.status == 0 || outcome.status == 1, "\(outcome.said)")
            let summary = try outcome.summary(of: path)
            let (read, imported) = (try #require(summary["read"] as? Int), try #require(summary["imported"] as? Int))
            let (skipped, failed) = (try #require(summary["skipped"] as? Int), try #require(summary["failed"] as? Int))
            #expect(read == 2_000 && imported + skipped + failed == read, "every line is one of the three")
            #expect(imported >= 1_900, "\(summary)")
            let again = try await program.run(["import", "news", path, "--json"] + flags).summary(of: path)
            #expect(again["imported"] as? Int == 0 && again["skipped"] as? Int == imported + skipped)
            let stopped = try await program.serve { reader in
                for number in [1, 2, 7] {
                    let list = try reader.get("/tin-tuc/?trang=\(number)".replacingOccurrences(of: "?trang=1", with: ""))
                    #expect(list.status == 200)
                    let links = Set(list.body.components(separatedBy: "href=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }).filter {
                        $0.hasPrefix("/tin-tuc/") && $0.count > 20
                    }
                    #expect(links.count >= 15)
                    for link in links {
                        let page = try reader.get(link)
                        #expect(page.status == 200, "\(link)")
                        for word in ["<script>", "javascript:", " onclick=", " style=\""] { #expect(!page.body.contains(word), "\(link): \(word)") }
                    }
                }
            }
            #expect(stopped.status == .exited(0))
        }
    }
}
