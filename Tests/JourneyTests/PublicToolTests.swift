import Foundation
import PortalTesting
import Testing

/// The bounds of `docs/security.md` under the tools everybody has: short, with some hundred connections. `script/bench abuse` is the long way with 10,000.
@Suite(
    "Under public tools",
    .serialized,
    .servedPortal("--trusted-proxies", "127.0.0.1", "--client-rate", "20"),
    .enabled(if: PublicTools.areHere("curl"), PublicTools.missing("curl"))
)
struct PublicToolTests {
    /// One way to be slow, as slowhttptest is told it.
    struct Slowness: CustomTestStringConvertible {
        let testDescription: String
        let target: String
        let options: [String]
        /// Connections that are held while the readers are looked at, at least: the program has no reason to close them yet.
        let held: Int
    }

    static let slownesses = [
        Slowness(testDescription: "heads in drops", target: "/tin-tuc/", options: ["-H", "-c", "200", "-i", "2"], held: 150),
        Slowness(testDescription: "idle connections", target: "/tin-tuc/", options: ["-H", "-c", "500", "-i", "60"], held: 400),
        Slowness(testDescription: "bodies in drops", target: "/tra-cuu", options: ["-B", "-c", "200", "-i", "2", "-s", "8192"], held: 150),
        Slowness(
            testDescription: "answers read in drops",
            target: "/tin-tuc/",
            options: ["-X", "-c", "200", "-w", "512", "-y", "1024", "-n", "2", "-z", "32", "-k", "3"],
            held: 0
        ),
        Slowness(
            testDescription: "overlapping ranges",
            target: "/tin-tuc/",
            options: ["-R", "-c", "200", "-a", "10", "-b", "3000", "-t", "HEAD"],
            held: 0
        ),
    ]

    @Test(
        "beside slow clients everybody else is answered (slowhttptest, hey)",
        .timeLimit(.minutes(5)),
        .enabled(if: PublicTools.areHere("slowhttptest", "hey"), PublicTools.missing("slowhttptest", "hey")),
        arguments: slownesses
    )
    func slowClients(_ slowness: Slowness) async throws {
        let portal = try ServedPortal.here
        let table = portal.program.folder + "/slow-" + UUID().uuidString
        // It looks names up; through what it takes for a proxy it need not.
        async let attack = PublicTools.run(
            "slowhttptest",
            slowness.options + [
                "-u", "http://\(Program.host)\(slowness.target)", "-d", "127.0.0.1:\(portal.reader.port)", "-r", "400", "-l", "6", "-x", "24", "-p",
                "20",
                "-g", "-o", table,
            ]
        )
        try await Task.sleep(for: .seconds(2))
        let readers = try await HeyReport.of(portal.address + "/tin-tuc/", ["-n", "300", "-c", "10"])
        let said = try await attack
        #expect(readers.answers == [200: 300], "\(readers)")
        let report = SlowReport(try String(contentsOfFile: table + ".csv", encoding: .utf8))
        #expect(!report.available.isEmpty && report.available.allSatisfy { $0 }, "\(said.suffix(600))")
        #expect(report.held >= slowness.held, "\(said.suffix(600))")
    }

    @Test(
        "readers are answered while some hundred ask on kept connections (wrk)",
        .timeLimit(.minutes(5)),
        .enabled(if: PublicTools.areHere("wrk"), PublicTools.missing("wrk"))
    )
    func manyReaders() async throws {
        let portal = try ServedPortal.here
        async let crowd = PublicTools.run(
            "wrk",
            ["-t", "1", "-c", "300", "-d", "3", "--timeout", "60", "-H", "Host: \(Program.host)", portal.address + "/tin-tuc/"]
        )
        try await Task.sleep(for: .milliseconds(500))
        for _ in 0..<5 { #expect(try await curl(portal, [], "/") == "200\n") }
        let said = try await crowd
        #expect(said.contains("requests in") && !said.contains("Non-2xx"), "\(said)")
        #expect(!said.contains("Socket errors"), "\(said)")
    }

    @Test(
        "who asks for everything is sent away for a while, and nobody else (curl, hey)",
        .timeLimit(.minutes(5)),
        .enabled(if: PublicTools.areHere("hey"), PublicTools.missing("hey"))
    )
    func greedyClients() async throws {
        let portal = try ServedPortal.here
        async let greedy = curl(portal, ["--interface", "127.0.0.3"], "/tin-tuc/?lan=[1-1500]", say: "%{http_code} %header{retry-after}\n")
        async let modest = curl(portal, ["--interface", "127.0.0.2"], "/tin-tuc/?lan=[1-20]")
        // A proxy says for whom it asks; it may ask for many.
        let proxied = try await HeyReport.of(portal.address + "/tin-tuc/", ["-n", "1000", "-c", "4", "-H", "X-Forwarded-For: 203.0.113.9"])
        let lines = try await greedy.split(separator: "\n")
        #expect(lines.count == 1500)
        #expect(Set(lines) == ["200 ", "429 5"], "\(Set(lines))")
        let others = try await modest.split(separator: "\n")
        #expect(others.count == 20 && others.allSatisfy { $0 == "200" }, "\(others)")
        #expect(Set(proxied.answers.keys) == [200, 429], "\(proxied)")
        #expect(try await HeyReport.of(portal.address + "/tin-tuc/", ["-n", "50", "-c", "2"]).answers == [200: 50])
    }

    private func curl(_ portal: ServedPortal.Served, _ more: [String], _ target: String, say: String = "%{http_code}\n") async throws -> String {
        let reader = ["-s", "-o", "/dev/null", "-w", say, "--max-time", "120", "-H", "Host: \(Program.host)", "-A", "Mozilla/5.0"]
        return try await PublicTools.run("curl", reader + more + [portal.address + target])
    }
}
