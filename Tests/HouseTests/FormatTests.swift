import Foundation
import Subprocess
import Testing

@Suite("Format")
struct FormatTests {
    @Test("swift format finds nothing", .timeLimit(.minutes(15)))
    func lint() async throws {
        let places = ["Sources", "Tests", "Plugins", "Package.swift"].map { House.root.appending(path: $0).path }
        let result = try await run(
            .name("swift"),
            arguments: Arguments(
                ["format", "lint", "--strict", "--recursive", "--parallel", "--configuration", House.root.appending(path: ".swift-format").path]
                    + places
            ),
            output: .discarded,
            error: .string(limit: 8 << 20)
        )
        let findings = result.standardError.split(separator: "\n")
        #expect(result.terminationStatus.isSuccess, "\(findings.count) findings, first: \(findings.prefix(20).joined(separator: "\n"))")
    }
}
