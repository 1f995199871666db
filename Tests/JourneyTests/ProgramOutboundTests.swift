import PortalTesting
import Subprocess
import Testing

/// The hub and the way out in the real program.
@Suite("The running program and other hosts")
struct ProgramOutboundTests {
    @Test(arguments: Backend.available)
    func saysWhatIsAllowedAndHasAHub(_ backend: Backend) async throws {
        try await Program.with(backend) { program in
            try await program.prepare()
            let stopped = try await program.serve(["--quiet", "--outbound-allow", "127.0.0.1", "--outbound-allow", "10.20.0.0/16"]) { reader in
                let answer = try reader.post(
                    "/websub",
                    form: "hub.mode=subscribe&hub.topic=http%3A%2F%2Fx%2Ffeed.atom&hub.callback=http%3A%2F%2F127.0.0.1%2F"
                )
                #expect(answer.status == 404 && answer.body.contains("no feed of this portal"), "\(answer.status) \(answer.body)")
                #expect(try reader.get("/websub").status == 405)
                let page = try reader.get("/").body
                #expect(page.contains(" integrity=\"sha384-") && page.contains("as=\"font\""))
                for _ in 0..<50 where try !reader.getAdmin("/metrics").body.contains("jobs{state=\"dead\"} 0") {
                    try await Task.sleep(for: .milliseconds(100))
                }
                #expect(try reader.getAdmin("/metrics").body.contains("jobs{state=\"dead\"} 0"))
            }
            #expect(stopped.status == .exited(0))
            #expect(stopped.said.contains("127.0.0.1, 10.20.0.0/16 (outbound-allow)"), "\(stopped.said)")
            let findings = try await program.run("doctor", "--json").list()
            #expect(findings.contains { $0["check"] as? String == "jobs" && $0["ok"] as? Bool == true })
        }
    }
}
