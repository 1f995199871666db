import Foundation
import PortalTesting
import Subprocess
import SystemPackage
import Testing

/// HTTPS and HTTP/2 as the program serves them itself, seen by curl with certificates made by openssl.
@Suite("Without a proxy before it")
struct SecureTests {
    private static func command(_ name: String, _ arguments: [String]) async throws -> String {
        let result = try await Subprocess.run(
            .name(name),
            arguments: Arguments(arguments),
            input: .none,
            output: .string(limit: 1 << 20),
            error: .string(limit: 1 << 20)
        )
        return result.standardOutput
    }

    static func certificate(_ name: String, in folder: String) async throws {
        // Written aside and renamed, as certificate programs do.
        _ = try await command(
            "openssl",
            [
                "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj", "/CN=\(name)",
                "-addext",
                "subjectAltName=DNS:\(Program.host)", "-keyout", "\(folder)/new.key", "-out", "\(folder)/new.pem",
            ]
        )
        for (from, to) in [("new.key", "tls.key"), ("new.pem", "tls.pem")] {
            try? FileManager.default.removeItem(atPath: "\(folder)/\(to)")
            try FileManager.default.moveItem(atPath: "\(folder)/\(from)", toPath: "\(folder)/\(to)")
        }
    }

    /// What the program is started with to serve over TLS with the certificate in its folder.
    static func serving(_ program: Program, port: Int, admin: Int) -> [String] {
        [
            "serve", "--listen", "127.0.0.1:\(port)", "--admin", "127.0.0.1:\(admin)", "--log-level", "error", "--data", program.data,
            "--tls-cert", "\(program.folder)/tls.pem", "--tls-key", "\(program.folder)/tls.key",
        ]
    }

    @Test("HTTP/2 and HTTP/1.1 over TLS, packed, from the cache; a renewed certificate is taken without a restart", .timeLimit(.minutes(15)))
    func secure() async throws {
        try await Program.with(.sqlite) { program in
            try await program.prepare()
            let folder = program.folder
            try await Self.certificate("cu", in: folder)
            let port = try FreePort.find(), admin = try FreePort.find()
            let result = try await Subprocess.run(
                .path(FilePath(Program.path)),
                arguments: Arguments(Self.serving(program, port: port, admin: admin)),
                workingDirectory: FilePath(folder),
                input: .none,
                output: .discarded,
                error: .string(limit: 1 << 20)
            ) { execution in
                func curl(_ more: String...) async throws -> String {
                    try await Self.command(
                        "curl",
                        ["-s", "--max-time", "20", "--resolve", "\(Program.host):\(port):127.0.0.1", "--cacert", "\(folder)/tls.pem"] + more
                            + ["https://\(Program.host):\(port)/"]
                    )
                }
                var first = ""
                for _ in 0..<2_400 where first.isEmpty {
                    try await Task.sleep(for: .milliseconds(50))
                    first = try await curl("--http2", "-o", "/dev/null", "-w", "%{http_version} %{response_code}").replacing("0 000", with: "")
                }
                #expect(first == "2 200")
                var packed = ""
                for _ in 0..<100 where !packed.contains("content-encoding: br") {
                    packed = try await curl("--http2", "--compressed", "-D", "-", "-o", "/dev/null").lowercased()
                }
                #expect(packed.hasPrefix("http/2 200") && packed.contains("content-encoding: br") && packed.contains("strict-transport-security"))
                #expect(packed.contains("x-request-id: ") && packed.contains("date: "))
                let tag =
                    packed.components(separatedBy: "\r\n").first { $0.hasPrefix("etag: ") }.map {
                        $0.dropFirst(6).trimmingCharacters(in: .whitespacesAndNewlines)
                    } ?? ""
                for version in ["--http2", "--http1.1"] {
                    let unchanged = try await curl(
                        version,
                        "-H",
                        "If-None-Match: \(tag)",
                        "-o",
                        "/dev/null",
                        "-w",
                        "%{response_code} %{size_download}"
                    )
                    #expect(unchanged == "304 0", "\(version)")
                    let head = try await curl(version, "-I", "-o", "/dev/null", "-w", "%{response_code} %{size_download}")
                    #expect(head == "200 0", "\(version)")
                }
                #expect(try await curl("--http1.1", "-o", "/dev/null", "-w", "%{http_version} %{response_code}") == "1.1 200")
                #expect(try await curl("--tls-max", "1.1", "-o", "/dev/null", "-w", "%{response_code}") == "000")

                try await Self.certificate("moi", in: folder)
                var subject = ""
                for _ in 0..<100 where !subject.contains("moi") {
                    try await Task.sleep(for: .milliseconds(200))
                    subject = try await curl("-o", "/dev/null", "-w", "%{certs}")
                }
                #expect(subject.contains("CN = moi") || subject.contains("CN=moi"), "\(subject.prefix(100))")
                try execution.send(signal: .terminate)
            }
            #expect(result.terminationStatus == .exited(0), "\(result.standardError)")
        }
    }

    @Test("over HTTP/2, too, one client holds only so many connections", .timeLimit(.minutes(10)))
    func connections() async throws {
        try await Program.with(.sqlite) { program in
            try await program.prepare()
            let folder = program.folder
            try await Self.certificate("cu", in: folder)
            let port = try FreePort.find(), admin = try FreePort.find()
            try Data("client-connections: 2\n".utf8).write(to: URL(fileURLWithPath: folder + "/muc.yaml"))
            let script = """
                port="$1" pem="$2"
                page() { curl -s --http2 --max-time 20 -o /dev/null -w '%{response_code}' --resolve "\(Program.host):$port:127.0.0.1" --cacert "$pem" "https://\(Program.host):$port/"; }
                for _ in $(seq 1 1200); do first="$(page)"; [[ "$first" != 200 ]] || break; sleep 0.1; done
                for _ in 1 2; do sleep 60 | openssl s_client -connect "127.0.0.1:$port" -alpn h2 -quiet >/dev/null 2>&1 & done
                for _ in $(seq 1 100); do held="$(page)"; [[ "$held" != 000 ]] || break; sleep 0.1; done
                pkill -P $$ openssl; kill $(jobs -p) 2>/dev/null
                for _ in $(seq 1 100); do free="$(page)"; [[ "$free" != 200 ]] || break; sleep 0.1; done
                echo "$first $held $free"
                """
            let stopped = try await Subprocess.run(
                .path(FilePath(Program.path)),
                // This machine is a proxy unless others are named, and a proxy may hold as many as it likes.
                arguments: [
                    "serve", "--listen", "127.0.0.1:\(port)", "--admin", "127.0.0.1:\(admin)", "--log-level", "error", "--data", program.data,
                    "--tls-cert", "\(folder)/tls.pem", "--tls-key", "\(folder)/tls.key", "--trusted-proxies", "192.0.2.1",
                    "--config", folder + "/muc.yaml",
                ],
                environment: .inherit.updating(program.values([:])),
                workingDirectory: FilePath(folder),
                input: .none,
                output: .discarded,
                error: .string(limit: 1 << 20)
            ) { execution in
                let said = try await Self.command("bash", ["-c", script, "bash", "\(port)", "\(folder)/tls.pem"])
                #expect(said == "200 000 200\n", "\(said)")
                try execution.send(signal: .terminate)
            }
            #expect(stopped.terminationStatus == .exited(0), "\(stopped.standardError)")
        }
    }

    @Test(arguments: [
        (["--tls-cert", "/khong/co.pem"], "go together"), (["--tls-cert", "/khong/co.pem", "--tls-key", "/khong/co.key"], "/khong/co.pem"),
        (["--trusted-proxies", "khong-phai"], "10.0.0.0/8"), (["--client-rate", "-1"], "client-rate"), (["--cache-size", "nhieu"], "cache-size"),
    ])
    func refusals(_ arguments: [String], _ says: String) async throws {
        try await Program.with(.sqlite) { program in
            try await program.prepare()
            let outcome = try await program.run(["serve", "--listen", "127.0.0.1:0", "--admin", "127.0.0.1:0"] + arguments)
            #expect(outcome.status == 2 && outcome.said.contains(says), "\(outcome.said)")
        }
    }
}
