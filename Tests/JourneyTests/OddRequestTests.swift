import Foundation
import PortalTesting
import Testing

/// Requests that are too large, mean something else than they say, or look for what is not there, as public tools make them.
@Suite("Odd requests of public tools", .serialized, .servedPortal())
struct OddRequestTests {
    @Test(
        "bodies and heads over their bounds are refused, and readers notice nothing (hey)",
        .timeLimit(.minutes(5)),
        .enabled(if: PublicTools.areHere("hey"), PublicTools.missing("hey"))
    )
    func oversized() async throws {
        let portal = try ServedPortal.here
        let form = ["-m", "POST", "-T", "application/x-www-form-urlencoded"]
        // The look-up's form takes 200,000 bytes; nothing takes more than a MiB.
        for bytes in [201_000, 1_100_000] {
            let body = try portal.program.write("ma=" + String(repeating: "a", count: bytes), to: "than.txt")
            let report = try await HeyReport.of(portal.address + "/tra-cuu", form + ["-n", "40", "-c", "4", "-D", body])
            refused(report, 413, of: bytes == 201_000 ? 40 : nil)
        }
        // Of a page that is ready, which is answered without the parser.
        #expect(try portal.reader.get("/").status == 200)
        let long = try await HeyReport.of(portal.address + "/", ["-n", "40", "-c", "4", "-H", "X-Dai: " + String(repeating: "a", count: 8_300)])
        refused(long, 431, of: 40)
        let many = try await HeyReport.of(portal.address + "/", ["-n", "40", "-c", "4"] + (0..<150).flatMap { ["-H", "X-\($0): y"] })
        refused(many, 431, of: 40)
        #expect(try await HeyReport.of(portal.address + "/", ["-n", "50", "-c", "2"]).answers == [200: 50])
    }

    /// Who still sends when the refusal comes may see the connection end before he reads it.
    private func refused(_ report: HeyReport, _ status: Int, of count: Int?) {
        #expect(report.answers.keys.allSatisfy { $0 == status }, "\(report)")
        if let count { #expect(report.answers[status] ?? 0 > count / 2, "\(report)") }
    }

    @Test(
        "a packed body is not unpacked (hey)",
        .timeLimit(.minutes(5)),
        .enabled(if: PublicTools.areHere("hey", "gzip", "bash"), PublicTools.missing("hey", "gzip", "bash"))
    )
    func packedBodies() async throws {
        let portal = try ServedPortal.here
        let bomb = portal.program.folder + "/bom.gz"
        _ = try await PublicTools.run("bash", ["-c", "head -c 134217728 /dev/zero | gzip -9 >\"$0\"", bomb])
        let before = try portal.megabytes()
        let report = try await HeyReport.of(
            portal.address + "/tra-cuu",
            ["-n", "40", "-c", "8", "-m", "POST", "-T", "application/x-www-form-urlencoded", "-H", "Content-Encoding: gzip", "-D", bomb]
        )
        #expect(!report.answers.isEmpty && report.answers.keys.allSatisfy { (400..<500).contains($0) }, "\(report)")
        // One of forty unpacked would be 128.
        #expect(try portal.megabytes() - before < 100)
    }

    @Test(
        "parameters nobody reads make no pages (ffuf)",
        .timeLimit(.minutes(5)),
        .enabled(if: PublicTools.areHere("ffuf"), PublicTools.missing("ffuf"))
    )
    func cacheBusting() async throws {
        let portal = try ServedPortal.here
        #expect(try portal.reader.get("/tin-tuc/").status == 200)
        let before = try portal.made("section")
        let words = (0..<200).map { "\($0)" }
        let report = try await FuzzReport.of(portal.address + "/tin-tuc/?x=FUZZ&utm_source=FUZZ", words, in: portal.program)
        #expect(report.results.count == 200 && report.results.allSatisfy { $0.status == 200 })
        #expect(Set(report.results.map(\.length)).count == 1)
        #expect(try portal.made("section") - before <= 1)
    }

    @Test(
        "no words of a search are too much (ffuf)",
        .timeLimit(.minutes(5)),
        .enabled(if: PublicTools.areHere("ffuf"), PublicTools.missing("ffuf"))
    )
    func hostileSearches() async throws {
        let portal = try ServedPortal.here
        let words = [
            "a", "%", "*", "\"", "\"\"\"", "(", ")))", "AND", "OR NOT", "NEAR(bản tin, 3)", "title:tin", "tin*", "^tin", "-tin", "+tin", "{a b}",
            "'; DROP TABLE item; --", "\\", "\u{0}", "\u{FEFF}\u{202E}tin", "ế\u{301}\u{309}", String(repeating: "\u{301}", count: 300), "🇻🇳👩‍👩‍👧‍👦",
            String(repeating: "a", count: 1_000), String(repeating: "tin ", count: 250), String(repeating: "(", count: 500),
            String(repeating: "\"", count: 999), String(repeating: "b", count: 3_900), (0..<300).map { "t\($0)" }.joined(separator: " "), "<script>",
            "{{title}}", "$(id)", "%n%s",
        ].compactMap { $0.addingPercentEncoding(withAllowedCharacters: CharacterSet(charactersIn: "abcdefghijklmnopqrstuvwxyz0123456789")) }
        let report = try await FuzzReport.of(portal.address + "/tim-kiem?q=FUZZ", words, in: portal.program)
        #expect(report.results.count == words.count)
        for result in report.results { #expect(result.status < 500, "\(result.status) \(result.url.prefix(300))") }
        #expect(report.results.contains { $0.status == 200 })
        let pages = try await FuzzReport.of(
            portal.address + "/tim-kiem?q=tin&trang=FUZZ",
            ["0", "-1", "2", "501", "99999999999999999999", "1e9", "%00", "a"],
            in: portal.program
        )
        for result in pages.results { #expect(result.status < 500, "\(result.status) \(result.url)") }
    }

    @Test(
        "no path leads out of the portal (ffuf)",
        .timeLimit(.minutes(5)),
        .enabled(if: PublicTools.areHere("ffuf"), PublicTools.missing("ffuf"))
    )
    func paths() async throws {
        let portal = try ServedPortal.here
        let words = [
            "../etc/passwd", "../../../../etc/passwd", "%2e%2e/%2e%2e/etc/passwd", "..%2f..%2fetc%2fpasswd", "%252e%252e%252fetc%252fpasswd",
            "..%5c..%5cetc%5cpasswd", "..\\..\\etc\\passwd", "%c0%ae%c0%ae/etc/passwd", "%00", "tin-tuc%00", "tin-tuc/%00.html", "tin-tuc/../../var",
            "files/../../var/keys", "files/..%2f..%2fvar", "_/../../etc/passwd", "_/%2e%2e/%2e%2e/etc/passwd", ".git/config", ".env", "var/portal.db",
            "etc/passwd", "%ff%fe", "tin-tuc/%0d%0aSet-Cookie:%20a=b", "metrics", "healthz/ready", String(repeating: "a/", count: 1_000),
            String(repeating: "a", count: 5_000),
        ]
        let report = try await FuzzReport.of(portal.address + "/FUZZ", words, in: portal.program)
        #expect(report.results.count == words.count, "\(report.results.map(\.url))")
        for result in report.results { #expect((300..<500).contains(result.status), "\(result.status) \(result.url.prefix(300))") }
    }
}
