import Foundation
import PortalTesting
import Subprocess
import SystemPackage
import Testing

/// The portal in a real browser, at the widths of a telephone, a tablet and a desk; light and dark.
@Suite("In a browser", .enabled(if: Browser.isHere, "no browser here: install chromium and python3"))
struct BrowserTests {
    @Test(.timeLimit(.minutes(15)))
    func pagesAreWhole() async throws {
        try await Program.with(.sqlite) { program in
            try await program.prepare()
            let news = try program.write(Program.lines(30), to: "tin.jsonl")
            try #require(try await program.run(["import", "news", news] + Program.importing).status == 0)
            let pictures = ProcessInfo.processInfo.environment["CAUNOI_SCREENSHOTS"] ?? program.folder + "/pictures"
            let stopped = try await program.serve { reader in
                let list = try reader.get("/tin-tuc/").body
                let article = try #require(list.components(separatedBy: "href=\"").first { $0.hasPrefix("/tin-tuc/ban-tin-so-") })
                let pages = [
                    "home=/", "section=/tin-tuc/", "article=" + article.prefix { $0 != "\"" }, "print=" + article.prefix { $0 != "\"" } + "?in=1",
                    "archive=/luu-tru/2026/11/", "sitemap=/so-do-trang", "introduction=/gioi-thieu", "contact=/lien-he", "privacy=/bao-ve-du-lieu",
                ]
                let looked = try await Subprocess.run(
                    .name("python3"),
                    arguments: Arguments([Browser.script, "--port", "\(reader.port)", "--host", Program.browserHost, "--out", pictures] + pages),
                    input: .none,
                    output: .string(limit: 1 << 20),
                    error: .string(limit: 1 << 20)
                )
                #expect(looked.terminationStatus == .exited(0), "\(looked.standardError)\n\(looked.standardOutput)")
                let found = try FileManager.default.contentsOfDirectory(atPath: pictures).filter { $0.hasSuffix(".png") }
                #expect(found.count == pages.count * 4, "a picture of each page at each width, and dark on the telephone")
            }
            #expect(stopped.status == .exited(0))
        }
    }
}

enum Browser {
    static let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("browser/look.py").path

    static let isHere = ["chromium", "chromium-browser"].contains(where: isInstalled) && isInstalled("python3")

    private static func isInstalled(_ program: String) -> Bool {
        (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
            FileManager.default.isExecutableFile(atPath: "\($0)/\(program)")
        }
    }
}
