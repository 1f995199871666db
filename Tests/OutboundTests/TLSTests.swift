import Foundation
import NIOCore
import NIOSSL
import PortalTesting
import Subprocess
import Testing

@testable import Outbound

/// TLS asks for the name, although the connection goes to an address.
@Suite("TLS to pinned addresses", .timeLimit(.minutes(15)))
struct TLSTests {
    /// The key and the certificate, for `portal.test` and `mail.test` alone, as files.
    static func certificate<T>(_ body: (_ key: String, _ certificate: String) async throws -> T) async throws -> T {
        let folder = FileManager.default.temporaryDirectory.appending(path: "caunoi-tls-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (key, certificate) = (folder.appending(path: "key.pem").path, folder.appending(path: "certificate.pem").path)
        let made = try await run(
            .name("openssl"),
            arguments: [
                "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj", "/CN=portal.test",
                "-addext",
                "subjectAltName=DNS:portal.test,DNS:mail.test", "-keyout", key, "-out", certificate,
            ],
            output: .discarded,
            error: .string(limit: 1 << 16)
        )
        try #require(made.terminationStatus.isSuccess, "\(made.standardError)")
        return try await body(key, certificate)
    }

    /// A server whose certificate is for `portal.test`, and the file of that certificate.
    static func serve<T>(_ acts: @escaping @Sendable (Int) -> [ScriptedServer.Act], _ body: (ScriptedServer, String) async throws -> T) async throws
        -> T
    {
        try await certificate { key, certificate in try await serve(key, certificate, acts, body) }
    }

    private static func serve<T>(
        _ key: String,
        _ certificate: String,
        _ acts: @escaping @Sendable (Int) -> [ScriptedServer.Act],
        _ body: (ScriptedServer, String) async throws -> T
    ) async throws -> T {
        let context = try NIOSSLContext(
            configuration: .makeServerConfiguration(
                certificateChain: NIOSSLCertificate.fromPEMFile(certificate).map { .certificate($0) },
                privateKey: .privateKey(NIOSSLPrivateKey(file: key, format: .pem))
            )
        )
        return try await ScriptedServer.with { channel in
            try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: context))
        } answer: { request in
            acts(request.headers["host"]?.split(separator: ":").last.flatMap { Int($0) } ?? 0)
        } _: {
            try await body($0, certificate)
        }
    }

    @Test func theCertificateMustBeForTheNameAndTrusted() async throws {
        try await Self.serve { _ in
            ScriptedServer.answer("200 OK", [], "kín")
        } _: { server, certificate in
            func get(_ host: String, roots: String?) async throws -> ForeignAnswer {
                let fetcher = try Fetcher(policy: FetchTests.allow, resolver: Names.loopback, agent: "test", roots: roots)
                return try await fetcher.fetch(ForeignRequest(.get, ForeignAddress("https://\(host):\(server.port)/")), limits: FetchTests.quick())
            }
            let answer = try await get("portal.test", roots: certificate)
            #expect(answer.body == Array("kín".utf8))
            await #expect(throws: FetchFault.insecure) { try await get("portal.test", roots: nil) }
            await #expect(throws: FetchFault.insecure) { try await get("other.test", roots: certificate) }
            await #expect(throws: FetchFault.insecure) { try await get("127.0.0.1", roots: certificate) }
        }
    }

    @Test func httpsNeverLeadsBackToHTTP() async throws {
        try await Self.serve { port in
            ScriptedServer.answer("302 Found", ["Location: http://portal.test:\(port)/"], "")
        } _: { server, certificate in
            let fetcher = try Fetcher(policy: FetchTests.allow, resolver: Names.loopback, agent: "test", roots: certificate)
            let request = ForeignRequest(.get, try ForeignAddress("https://portal.test:\(server.port)/"))
            await #expect(throws: FetchFault.redirectToPlain) { try await fetcher.fetch(request, limits: FetchTests.quick { $0.redirects = 3 }) }
        }
    }

    @Test func aServerWithoutTLSIsNotTalkedTo() async throws {
        try await ScriptedServer.with { _ in
            ScriptedServer.answer("200 OK", [], "x")
        } _: { server in
            await #expect(throws: FetchFault.self) {
                try await FetchTests.fetcher().fetch(
                    ForeignRequest(.get, ForeignAddress("https://portal.test:\(server.port)/")),
                    limits: FetchTests.quick { $0.firstByte = .milliseconds(300) }
                )
            }
            #expect(server.requests.isEmpty)
        }
    }
}
