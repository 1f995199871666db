import CoreMetrics
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import ServiceLifecycle
import ServiceLifecycleTestKit
import Testing

@testable import Web

/// Runs a server on a free port while `body` talks to it, then stops it.
private func withServer<T: Sendable>(
    limits: ServerLimits = ServerLimits(),
    checks: [HealthCheck]? = nil,
    services: [any Service] = [],
    _ body: @escaping @Sendable ([Int]) async throws -> T
) async throws -> T {
    // Past its bound the library ends the whole process, and with it every other test: beside hundreds of them a stop may take its time.
    var limits = limits
    limits.forcedStop = .seconds(300)
    let face = try TestFace.make(scheme: .http)
    let router = try PublicRouter.build(
        face: face,
        features: [NoteFeature(), SlowFeature()],
        resolver: NoteResolver(),
        metrics: RequestMetrics(MetricsRegistry())
    )
    let (opened, continuation) = AsyncStream.makeStream(of: ListenAddress.self)
    let registry = MetricsRegistry()
    registry.makeCounter(label: "test_things", dimensions: [("kind", "a\"b")]).increment(by: 2)
    let server = PublicServer(
        face: face,
        router: router,
        listen: [try #require(ListenAddress("127.0.0.1:0"))],
        operatorEndpoints: checks.map { OperatorEndpoints(checks: $0, registry: registry, patience: .milliseconds(200)) },
        operatorAddress: checks == nil ? nil : ListenAddress("127.0.0.1:0"),
        limits: limits,
        logger: TestFace.logger,
        onListening: { continuation.yield($0) }
    )
    // Stopped as the program is stopped. (A listener that is cancelled may drop a connection it has just taken, and SwiftNIO ends the process for that.)
    return try await testGracefulShutdown { stop in
        try await withThrowingTaskGroup(of: T?.self) { group in
            group.addTask {
                try await server.run(services: services, signals: [])
                return nil
            }
            group.addTask {
                var ports: [Int] = []
                for await address in opened {
                    guard case .host(_, let port) = address.place else { continue }
                    ports.append(port)
                    if ports.count == (checks == nil ? 1 : 2) { break }
                }
                return try await body(ports)
            }
            var answer: T?
            while let result = try await group.next() {
                guard let result else { continue }
                answer = result
                stop.triggerGracefulShutdown()
            }
            guard let answer else { throw TestError.noPort }
            return answer
        }
    }
}

/// Talks on a thread of its own, so that blocking reads do not hold the program under test.
private func talk<T: Sendable>(_ body: @escaping @Sendable () -> T) async -> T {
    await withCheckedContinuation { continuation in
        Thread.detachNewThread { continuation.resume(returning: body()) }
    }
}

private struct SlowFeature: PortalFeature {
    let name = "slow"
    let files: [(path: String, text: StaticString)] = []
    func addRoutes(to routes: RouterGroup<PortalContext>) {
        routes.get("cham/:ms") { _, context -> Response in
            let milliseconds = try context.parameters.require("ms", as: Int.self)
            try await Task.sleep(for: .milliseconds(milliseconds))
            return Response(status: .noContent)
        }
    }
}

@Suite("The server on real sockets", .serialized)
struct ServerTests {
    @Test(
        arguments: [
            ("rubbish", "\u{16}\u{3}\u{1}\u{2}\u{0}\r\n\r\n", "400"), ("no version", "GET /\r\n\r\n", "400"),
            ("bad method", "G@T / HTTP/1.1\r\nHost: anson.test\r\n\r\n", "400"),
            ("NUL in a field", "GET / HTTP/1.1\r\nHost: anson.test\r\nX: a\u{0}b\r\n\r\n", "400"),
            ("folded field", "GET / HTTP/1.1\r\nHost: anson.test\r\nX: a\r\n b\r\n\r\n", "400"),
            ("two lengths", "POST / HTTP/1.1\r\nHost: anson.test\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd", "400"),
            ("length and chunks", "POST / HTTP/1.1\r\nHost: anson.test\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "400"),
            ("negative length", "POST / HTTP/1.1\r\nHost: anson.test\r\nContent-Length: -3\r\n\r\n", "400"),
            ("no host", "GET / HTTP/1.1\r\nConnection: close\r\n\r\n", "400"),
            ("two hosts", "GET / HTTP/1.1\r\nHost: anson.test\r\nHost: soyte.test\r\nConnection: close\r\n\r\n", "400"),
            ("old version", "GET / HTTP/1.0\r\nConnection: close\r\n\r\n", "400"),
            ("long target", "GET /\(String(repeating: "a", count: 6000)) HTTP/1.1\r\nHost: anson.test\r\nConnection: close\r\n\r\n", "414"),
            ("long field", "GET / HTTP/1.1\r\nHost: anson.test\r\nX: \(String(repeating: "a", count: 20_000))\r\n\r\n", "431"),
            (
                "many fields", "GET / HTTP/1.1\r\nHost: anson.test\r\n" + (0..<200).map { "X\($0): y\r\n" }.joined() + "\r\n", "431"
            ),
            ("good", "GET / HTTP/1.1\r\nHost: anson.test\r\nConnection: close\r\n\r\n", "200"),
            ("absolute target", "GET http://soyte.test/ HTTP/1.1\r\nHost: anson.test\r\nConnection: close\r\n\r\n", "200"),
        ])
    func garbage(name: String, request: String, status: String) async throws {
        let (text, closed) = try await withServer { ports in
            await talk {
                guard let connection = RawConnection(port: ports[0]) else { return ("", false) }
                connection.write(request)
                return connection.readAll()
            }
        }
        #expect(text.hasPrefix("HTTP/1.1 \(status) "), "\(name): \(text.prefix(200))")
        #expect(closed, "\(name): the connection stays open")
        let lower = text.lowercased()
        #expect(
            lower.contains("x-request-id: ") && lower.contains("content-security-policy: default-src 'none'")
                && lower.contains("x-content-type-options: nosniff")
        )
    }

    @Test func anAnswerUnderWayIsNotMixedWithARefusal() async throws {
        let text = try await withServer { ports in
            await talk {
                guard let connection = RawConnection(port: ports[0]) else { return "" }
                connection.write("GET /cham/300 HTTP/1.1\r\nHost: anson.test\r\n\r\n\u{0}\u{0}rubbish\r\n\r\n")
                return connection.readAll().text
            }
        }
        #expect(!text.hasPrefix("HTTP/1.1 400"), "\(text.prefix(100))")
    }

    @Test func slowHeadsAndIdleConnectionsEnd() async throws {
        var limits = ServerLimits()
        limits.idle = .milliseconds(300)
        let (answer, waited) = try await withServer(limits: limits) { ports in
            await talk {
                let start = ContinuousClock.now
                guard let connection = RawConnection(port: ports[0]) else { return ("none", Duration.zero) }
                // A byte now and then, never a whole head.
                for byte in "GET / HTTP/1.1\r\nHost".utf8 {
                    guard connection.write([byte]) else { break }
                    usleep(60_000)
                }
                let rest = connection.readAll()
                return (rest.closed ? "closed" : "open", start.duration(to: .now))
            }
        }
        #expect(answer == "closed")
        #expect(waited < .seconds(4))
    }

    @Test func bodiesAreBoundedInSizeAndTime() async throws {
        var limits = ServerLimits()
        limits.largestBody = 10_000
        limits.wholeRequest = .milliseconds(300)
        let (large, slow) = try await withServer(limits: limits) { ports in
            await talk {
                guard let connection = RawConnection(port: ports[0]), let dripping = RawConnection(port: ports[0]) else { return ("", false) }
                connection.write("POST /hoi-dap HTTP/1.1\r\nHost: anson.test\r\nContent-Length: 50000\r\n\r\n")
                connection.write([UInt8](repeating: 65, count: 50_000))
                let large = connection.readAll().text
                dripping.write("POST /hoi-dap HTTP/1.1\r\nHost: anson.test\r\nContent-Length: 5000\r\n\r\n")
                for _ in 0..<20 {
                    guard dripping.write([65]) else { break }
                    usleep(50_000)
                }
                return (large, dripping.readAll().closed)
            }
        }
        #expect(large.hasPrefix("HTTP/1.1 204 ") || large.hasPrefix("HTTP/1.1 413 ") || large.isEmpty, "\(large.prefix(100))")
        #expect(slow)
    }

    @Test func connectionsAreKeptForTheNextRequest() async throws {
        let answers = try await withServer { ports in
            await talk {
                guard let connection = RawConnection(port: ports[0]) else { return "" }
                connection.write("HEAD / HTTP/1.1\r\nHost: anson.test\r\n\r\n")
                let first = connection.readSome()
                connection.write("HEAD /khong-co/ HTTP/1.1\r\nHost: anson.test\r\nConnection: close\r\n\r\n")
                return first + "|" + connection.readAll().text
            }
        }
        let parts = answers.split(separator: "|")
        #expect(parts.count == 2 && parts[0].hasPrefix("HTTP/1.1 200 ") && parts[1].hasPrefix("HTTP/1.1 404 "))
        #expect(!answers.contains("<html"))
    }

    @Test func aTakenPortIsNamed() async throws {
        try await withServer { ports in
            let face = try TestFace.make()
            let router = try PublicRouter.build(
                face: face,
                features: [NoteFeature()],
                resolver: NoteResolver(),
                metrics: RequestMetrics(MetricsRegistry())
            )
            let second = PublicServer(
                face: face,
                router: router,
                listen: [try #require(ListenAddress("127.0.0.1:\(ports[0])"))],
                logger: TestFace.logger
            )
            await #expect(throws: ServeFault.addressInUse("127.0.0.1:\(ports[0])")) { try await second.run(signals: []) }
        }
    }

    @Test func anUnknownAddressIsNamed() async throws {
        let face = try TestFace.make()
        let router = try PublicRouter.build(face: face, features: [], resolver: NoteResolver(), metrics: RequestMetrics(MetricsRegistry()))
        let server = PublicServer(face: face, router: router, listen: [try #require(ListenAddress("203.0.113.7:8080"))], logger: TestFace.logger)
        await #expect(throws: ServeFault.self) { try await server.run(signals: []) }
    }

    @Test func operatorsSeeHealthAndFiguresOnTheirOwnAddress() async throws {
        let checks = [
            HealthCheck("database") {}, HealthCheck("disk") { throw ServeFault.cannotListen("x", "full") },
            HealthCheck("stuck") { try await Task.sleep(for: .seconds(60)) },
        ]
        let answers = try await withServer(checks: checks) { ports in
            await talk {
                // Which of the two ports is the operator's is not known: ask both.
                ports.map { port in
                    ["/healthz/live", "/healthz/ready", "/metrics"].map { path in
                        guard let connection = RawConnection(port: port) else { return "" }
                        connection.write("GET \(path) HTTP/1.1\r\nHost: anson.test\r\nConnection: close\r\n\r\n")
                        return connection.readAll().text
                    }
                }
            }
        }
        let operators = try #require(answers.first { $0[0].hasPrefix("HTTP/1.1 200 ") })
        let readers = try #require(answers.first { !$0[0].hasPrefix("HTTP/1.1 200 ") })
        #expect(operators[1].hasPrefix("HTTP/1.1 503 "))
        #expect(
            operators[1].contains("database: ok\n") && operators[1].contains("disk: cannot listen on x: full")
                && operators[1].contains("stuck: no answer within")
        )
        #expect(operators[2].contains("test_things_total{kind=\"a\\\"b\"} 2\n"))
        #expect(readers.allSatisfy { $0.hasPrefix("HTTP/1.1 404 ") || $0.hasPrefix("HTTP/1.1 301 ") })
    }

    @Test func stoppingIsBounded() async throws {
        var limits = ServerLimits()
        limits.gracefulStop = .milliseconds(300)
        limits.forcedStop = .seconds(300)
        let face = try TestFace.make()
        let router = try PublicRouter.build(
            face: face,
            features: [NoteFeature(), SlowFeature()],
            resolver: NoteResolver(),
            metrics: RequestMetrics(MetricsRegistry())
        )
        let (opened, continuation) = AsyncStream.makeStream(of: ListenAddress.self)
        let server = PublicServer(
            face: face,
            router: router,
            listen: [try #require(ListenAddress("127.0.0.1:0"))],
            limits: limits,
            logger: TestFace.logger,
            onListening: { continuation.yield($0) }
        )
        try await testGracefulShutdown { stop in
            async let running: Void = server.run(signals: [])
            var iterator = opened.makeAsyncIterator()
            let address = try #require(await iterator.next())
            guard case .host(_, let port) = address.place else { throw TestError.noPort }
            async let answer = talk { () -> String in
                guard let connection = RawConnection(port: port, timeout: 10) else { return "refused" }
                connection.write("GET /cham/60000 HTTP/1.1\r\nHost: anson.test\r\n\r\n")
                return connection.readAll().text
            }
            try await Task.sleep(for: .milliseconds(200))
            let start = ContinuousClock.now
            stop.triggerGracefulShutdown()
            // However it ends, it ends: a request that takes a minute does not hold the program for one.
            _ = try? await running
            #expect(start.duration(to: .now) < .seconds(5))
            _ = await answer
        }
    }
}
