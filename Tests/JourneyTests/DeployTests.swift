import Foundation
import PortalTesting
import Subprocess
import Testing

/// What lies in `deploy/` names what the program has: its figures, its settings, its flags; and says the same as the cluster on one machine.
@Suite("Files for hosts")
struct DeployTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private static func text(_ path: String) throws -> String { try String(contentsOf: root.appending(path: path), encoding: .utf8) }

    // MARK: Figures

    /// Those of other programs begin so.
    private static let others = ["patroni_", "etcd_", "haproxy_", "node_", "probe_"]
    /// Those that are there only once something has happened, and where they are written.
    private static let later = [
        "watch_idle_seconds": "Sources/caunoi/WatchMeter.swift", "media_worker_up": "Sources/Media/Workshop/WorkerDoor.swift",
        "media_queue": "Sources/Media/Workshop/PictureWorkshop.swift", "media_busy": "Sources/Media/Workshop/PictureWorkshop.swift",
    ]

    @Test("alerts and board ask for figures that the program has", .timeLimit(.minutes(15)))
    func figures() async throws {
        let rules = try Self.text("deploy/monitoring/caunoi-rules.yml")
        let tests = try Self.text("deploy/monitoring/caunoi-rules-test.yml")
        var expressions = Self.expressions(rules)
        #expect(expressions.count >= 30)
        let board = try JSONSerialization.jsonObject(with: Data(Self.text("deploy/monitoring/grafana-board.json").utf8))
        let ofBoard = Self.strings("expr", in: board)
        #expect(ofBoard.count >= 20)
        expressions += ofBoard
        expressions += tests.matches(of: /series: '([a-zA-Z_:]+)/).map { String($0.output.1) }
        let sums = Set(rules.matches(of: /record: ([a-z0-9_:]+)/).map { String($0.output.1) })
        let named = Set(expressions.flatMap(Self.names)).filter { name in
            name != "up" && name != "ALERTS" && !Self.others.contains { name.hasPrefix($0) } && !sums.contains(name)
        }
        #expect(named.contains("http_requests_total") && named.contains("watch_open_cases"))
        for (name, file) in Self.later { #expect(try Self.text(file).contains("Gauge(label: \"\(name)\""), "\(name) is not written in \(file)") }

        try await Program.with(.sqlite) { program in
            try await program.prepare()
            let stopped = try await program.serve { reader in
                for _ in 0..<3 { #expect(try reader.get("/").status == 200) }
                var missing = named.subtracting(Self.later.keys)
                var body = ""
                // Some are written every few seconds.
                for _ in 0..<200 where !missing.isEmpty {
                    body = try reader.getAdmin("/metrics").body
                    missing.subtract(Self.exported(body))
                    if !missing.isEmpty { try await Task.sleep(for: .milliseconds(100)) }
                }
                #expect(missing.isEmpty, "\(missing.sorted()) are not in /metrics")
                #expect(body.contains("le=\"1.0\""), "the sum of slow answers asks for this bound")
            }
            #expect(stopped.status == .exited(0))
        }
    }

    @Test("every alert says how bad it is, what it is, and where it is told what to do")
    func alerts() throws {
        let guide = try Self.text("docs/operating/monitoring.md")
        let parts = try Self.text("deploy/monitoring/caunoi-rules.yml").components(separatedBy: "- alert: ").dropFirst()
        #expect(parts.count >= 25)
        for part in parts {
            let name = String(part.prefix { $0.isLetter })
            #expect(part.contains("severity: critical") || part.contains("severity: warning"), "\(name)")
            #expect(part.contains("summary: "), "\(name)")
            #expect(part.contains("docs/operating/monitoring.md#\(name.lowercased())"), "\(name)")
            #expect(guide.contains("\n## \(name)\n"), "\(name) has no heading in the guide")
        }
    }

    /// The expressions of a file of rules: behind `expr:`, or on the lines below it that stand further in.
    private static func expressions(_ rules: String) -> [String] {
        var found: [String] = []
        var indent: Int?
        for line in rules.split(separator: "\n", omittingEmptySubsequences: false) {
            let depth = line.prefix { $0 == " " }.count
            if let edge = indent, depth > edge {
                found[found.count - 1] += " " + line
                continue
            }
            indent = nil
            guard let range = line.firstRange(of: "expr: ") else { continue }
            let rest = String(line[range.upperBound...])
            found.append(rest == "|" ? "" : rest)
            if rest == "|" { indent = depth }
        }
        return found
    }

    /// Every text under a key, however deep.
    private static func strings(_ key: String, in value: Any) -> [String] {
        if let list = value as? [Any] { return list.flatMap { strings(key, in: $0) } }
        guard let object = value as? [String: Any] else { return [] }
        return object.flatMap { name, value in (name == key ? (value as? String).map { [$0] } ?? [] : []) + strings(key, in: value) }
    }

    private static let words: Set<String> = [
        "sum", "min", "max", "count", "avg", "rate", "increase", "by", "on", "and", "or", "vector", "time", "abs", "topk", "histogram_quantile",
        "group_right", "round", "without", "ignoring", "group_left",
    ]

    /// The names of figures in an expression: what is left of it without texts, labels, ranges, and the language's own words.
    private static func names(_ expression: String) -> [String] {
        expression.replacing(/"[^"]*"/, with: "").replacing(/\{[^}]*\}/, with: "").replacing(/\[[^\]]*\]/, with: "")
            .replacing(/\b(?:by|on)\s*\([^)]*\)/, with: "")
            .matches(of: /[a-zA-Z_:][a-zA-Z0-9_:]*/).map { String($0.output) }.filter { !words.contains($0) }
    }

    /// The names that a program's figures can be asked by; a histogram has three.
    private static func exported(_ body: String) -> Set<String> {
        Set(
            body.matches(of: /# TYPE ([a-z0-9_]+) ([a-z]+)/).flatMap { match in
                let name = String(match.output.1)
                return match.output.2 == "histogram" ? ["\(name)_bucket", "\(name)_sum", "\(name)_count"] : [name]
            }
        )
    }

    // MARK: Settings

    @Test("units set settings that there are, and give flags that their commands have")
    func units() async throws {
        let folder = try FileManager.default.contentsOfDirectory(atPath: Self.root.appending(path: "deploy").path)
        let services = folder.filter { $0.hasSuffix(".service") }.sorted()
        #expect(services.count == 6)
        try await Program.with(.sqlite) { program in
            let known = try await program.run("config", "check", "--json").list().compactMap { $0["name"] as? String }
            let variables = Set((known + ["config"]).map { "CAUNOI_" + $0.uppercased().replacing("-", with: "_") })
            #expect(variables.count > 40)
            for service in services {
                let unit = try Self.text("deploy/\(service)")
                for match in unit.matches(of: /Environment=(CAUNOI_[A-Z_]+)=/) {
                    #expect(variables.contains(String(match.output.1)), "\(service) sets \(match.output.1)")
                }
                for match in unit.matches(of: /ExecStart=\/usr\/local\/bin\/caunoi ([^\n]+)/) {
                    let parts = match.output.1.split(separator: " ").map(String.init)
                    let command = Array(parts.prefix { !$0.hasPrefix("-") })
                    let help = try await program.run(["help"] + command + (command == ["backup"] ? ["make"] : []))
                    #expect(help.status == 0, "\(service): \(command)")
                    for flag in parts where flag.hasPrefix("--") { #expect(help.output.contains(flag), "\(service): \(command) has no \(flag)") }
                }
            }
            let sample = Self.root.appending(path: "deploy/cluster/config.yaml").path
            let checked = try await program.run(["config", "check", "--config", sample], environment: ["CAUNOI_FILES_SECRET": "x"])
            #expect(checked.status == 0, "\(checked.said)")
        }
    }

    @Test("memory that is written and run is forbidden to all but the watcher, whose browser needs it; no other unit starts a watcher")
    func browser() throws {
        let folder = try FileManager.default.contentsOfDirectory(atPath: Self.root.appending(path: "deploy").path)
        for service in folder.filter({ $0.hasSuffix(".service") }) {
            let lines = try Self.text("deploy/\(service)").split(separator: "\n")
            let watches = service == "caunoi-watch.service"
            #expect(lines.contains("MemoryDenyWriteExecute=yes") == !watches, "\(service)")
            #expect(lines.contains { $0.hasPrefix("ExecStart=") && $0.hasSuffix("caunoi watch") } == watches, "\(service)")
        }
        let portal = try Self.text("deploy/caunoi.service").split(separator: "\n")
        #expect(
            portal.contains("Environment=CAUNOI_WATCH=false") && portal.contains { $0.hasPrefix("Wants=") && $0.contains("caunoi-watch.service") }
        )
        #expect(try Self.text("deploy/caunoi-watch.service").contains("\nPartOf=caunoi.service\n"))
    }

    @Test("the samples for three hosts have the options of the cluster on one machine")
    func cluster() throws {
        let parts = try Self.text("script/cluster.d/parts.sh"), patroni = try Self.text("deploy/cluster/patroni.yml")
        for option in [
            "scope: caunoi", "ttl: 20", "loop_wait: 5", "retry_timeout: 5", "maximum_lag_on_failover: 1048576", "synchronous_mode: on",
            "use_pg_rewind: true",
            "{ max_connections: 200, wal_level: replica, hot_standby: \"on\", max_wal_senders: 8, max_replication_slots: 8, wal_log_hints: \"on\" }",
            "initdb: [{ encoding: UTF8 }, { locale: C.UTF-8 }, data-checksums",
        ] { #expect(parts.contains(option) && patroni.contains(option), "\(option)") }
        // Every line of HAProxy's that names no address.
        let proxies = try Self.text("script/cluster.d/proxies.sh"), sample = try Self.text("deploy/cluster/haproxy.cfg")
        let lines = proxies.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.filter { line in
            ["timeout ", "option ", "http-check ", "default-server ", "balance ", "retry-on ", "http-request ", "retries ", "default_backend "]
                .contains { line.hasPrefix($0) }
        }
        #expect(lines.count > 15)
        for line in lines { #expect(sample.contains(line), "haproxy.cfg has no '\(line)'") }
    }
}
