import Foundation
import PortalTesting
import Subprocess
import Testing

/// Planned stops from the command line, as the law asks.
@Suite("Notices of planned stops")
struct NoticeCommandTests {
    /// So many days from now, with its zone.
    private static func moment(days: Double) -> String { Date(timeIntervalSinceNow: days * 86_400).formatted(.iso8601) }

    private static func trail(_ program: Program, _ action: String) async throws -> [[String: Any]] {
        try await program.run("audit", "list", "--action", action, "--json").list()
    }

    @Test("announced in time, refused late, taken with a reason, listed, taken down", .timeLimit(.minutes(10)), arguments: Backend.available)
    func notices(_ backend: Backend) async throws {
        try await Program.with(backend) { program in
            try await program.prepare()
            let soon = ["notice", "outage", "--site", Program.host, "--from", Self.moment(days: 2), "--to", Self.moment(days: 2.2)]
            let late = try await program.run(soon)
            #expect(late.status == 2 && late.output.isEmpty, "\(late.output)")
            #expect(late.said.contains("--reason") && late.said.contains("224/2026/NĐ-CP") && late.said.contains("at the earliest"), "\(late.said)")
            #expect(late.said.split(separator: "\n").count == 1, "\(late.said)")
            #expect(try await program.run("notice", "list", "--json").list().isEmpty)
            #expect(try await Self.trail(program, "banner-raised").isEmpty)

            let far = ["notice", "outage", "--site", "an-son", "--from", Self.moment(days: 60), "--to", Self.moment(days: 60.5)]
            let trial = try await program.run(far + ["--dry-run", "--json"]).object()
            #expect(trial["id"] == nil && trial["isLate"] as? Bool == false && trial["rule"] as? String == "nd224-13", "\(trial)")
            #expect(try await program.run("notice", "list", "--json").list().isEmpty, "a trial raises nothing")
            // Who may not edit the portal's face may not announce its stop.
            #expect(try await program.run("user", "add", "phong.vien", "--role", "reporter", "--site", "an-son").status == 0)
            #expect(try await program.run(far + ["--as", "phong.vien"]).status == 2)
            #expect(try await program.run(far).status == 2, "the operator at the shell runs the server, and has no say in what portals tell people")

            let raised = try await program.run(far + ["--as", "tong-bien-tap", "--json"]).object()
            let id = try #require(raised["id"] as? String)
            let text = try #require(raised["text"] as? String)
            #expect(text.hasPrefix("Cổng tạm dừng để bảo trì từ ") && text.contains("This portal pauses") && text.contains("停机维护"), "\(text)")
            #expect(text.count <= 240 && raised["portals"] as? Int == 2)
            let reasoned = try await program.run(
                soon + ["--reason", "Vá lỗ hổng đang bị khai thác", "--text", "Tạm dừng để vá lỗi khẩn", "--as", "tong-bien-tap"]
            )
            #expect(reasoned.status == 0 && reasoned.output.contains("which is late"), "\(reasoned.output)\(reasoned.said)")

            let lines = try await program.run("notice", "list", "--site", "an-son", "--json").list()
            #expect(lines.count == 2 && lines.allSatisfy { $0["level"] as? String == "outage" && $0["reachesBelow"] as? Bool == true }, "\(lines)")
            #expect(try await program.run("notice", "list", "--site", "so-y-te", "--json").list().isEmpty)
            let trail = try await Self.trail(program, "banner-raised").map { "\($0)" }
            #expect(trail.count == 2 && trail.contains { $0.contains("tong-bien-tap") }, "\(trail)")
            #expect(trail.contains { $0.contains("Vá lỗ hổng") || $0.contains("late because") }, "\(trail)")

            let stopped = try await program.serve(["--worker", "none"]) { reader in
                for host in [Program.host, "soyte.anson.test"] {
                    let page = try reader.get("/", host: host).body
                    #expect(page.contains("Tạm dừng để vá lỗi khẩn") && page.contains("Cổng tạm dừng để bảo trì"), "\(host)")
                    #expect(page.contains("<span lang=\"en\">This portal pauses") && page.contains("<span lang=\"zh\">"), "\(host)")
                }
                #expect(try await program.run("notice", "lift", id, "--as", "tong-bien-tap").status == 0)
                var isGone = false
                for _ in 0..<400 where !isGone {
                    isGone = !(try reader.get("/", host: "soyte.anson.test").body.contains("Cổng tạm dừng để bảo trì"))
                    if !isGone { try await Task.sleep(for: .milliseconds(50)) }
                }
                #expect(isGone, "taken down while the program serves")
            }
            #expect(stopped.status == .exited(0), "\(stopped.said)")
            #expect(try await program.run("notice", "lift", id, "--as", "tong-bien-tap").status == 2, "once")
            #expect(try await program.run("notice", "list", "--json").list().count == 1)
            #expect(try await Self.trail(program, "banner-cleared").count == 1)
            #expect(try await program.run("doctor").status == 0)
        }
    }

    @Test("times that cannot be read, a stop that ends before it begins")
    func unreadable() async throws {
        try await Program.with(.sqlite) { program in
            try await program.prepare()
            for (from, to, said) in [
                ("2026-12-20", "2026-12-21T06:00", "--from is '2026-12-20'"), ("hôm nay", "mai", "--from is 'hôm nay'"),
                (Self.moment(days: 60), Self.moment(days: 59), "must end after it begins"),
                (Self.moment(days: -1), Self.moment(days: 1), "has begun already"),
            ] {
                let outcome = try await program.run("notice", "outage", "--site", "an-son", "--from", from, "--to", to)
                #expect(outcome.status == 2 && outcome.said.contains(said), "\(from): \(outcome.said)")
            }
        }
    }
}
