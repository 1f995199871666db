import Foundation
import Subprocess
import Testing

/// The scripts can be run, stop at the first error, and end only what they started.
@Suite("Scripts")
struct ScriptTests {
    @Test("the shell can read it", arguments: House.scripts)
    func syntax(_ file: SourceFile) async throws {
        let result = try await run(
            .name("bash"),
            arguments: ["-n", House.root.appending(path: file.path).path],
            output: .discarded,
            error: .string(limit: 1 << 16)
        )
        #expect(result.terminationStatus.isSuccess, "\(result.standardError)")
    }

    @Test(
        "it can be executed and stops at the first error",
        arguments: House.scripts.filter { $0.text.hasPrefix("#!") && !$0.path.hasSuffix(".swift") }
    )
    func strict(_ file: SourceFile) {
        #expect(FileManager.default.isExecutableFile(atPath: House.root.appending(path: file.path).path), "\(file.path) is not executable")
        #expect(file.text.contains("set -euo pipefail") || file.text.contains("lib/steps.sh"), "\(file.path) goes on after errors")
    }

    @Test("it ends no process by name", arguments: House.scripts)
    func processes(_ file: SourceFile) {
        for word in ["pkill", "killall", "fuser -k"] { #expect(!file.text.contains(word), "\(file.path) uses \(word)") }
    }
}
