import Foundation
import Subprocess
import Testing

/// Run-time text cannot become SQL: not by rule but because it does not compile. Each snippet is given to the compiler with the built module.
@Suite("SQL is literal")
struct SQLWallTests {
    /// The modules of the build that this test is part of.
    static let modules: String? = {
        guard let program = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe") else { return nil }
        let folder = URL(filePath: program).deletingLastPathComponent().appending(path: "Modules")
        return FileManager.default.fileExists(atPath: folder.appending(path: "Store.swiftmodule").path) ? folder.path : nil
    }()

    /// Type-checks a snippet; the compiler's complaints, or nil when it is content.
    static func complaints(about snippet: String) async throws -> String? {
        let modules = try #require(modules)
        let file = FileManager.default.temporaryDirectory.appending(path: "snippet-\(UUID().uuidString).swift")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data("import Store\n\(snippet)\n".utf8).write(to: file)
        let result = try await run(
            .name("swiftc"),
            arguments: ["-typecheck", "-swift-version", "6", "-I", modules, file.path],
            output: .discarded,
            error: .string(limit: 1 << 20)
        )
        if result.terminationStatus.isSuccess { return nil }
        return result.standardError
    }

    @Test("literal text and bound values compile", .enabled(if: modules != nil, "the module Store is not built beside this test"))
    func accepted() async throws {
        let found = try await Self.complaints(
            about: """
                func byID(_ id: Int64, _ name: String, _ ids: [Int64]) -> SQL {
                    let filter: SQL = "name = \\(name)"
                    return "SELECT id FROM site WHERE id = \\(id) AND id IN (\\(list: ids)) AND \\(filter)"
                }
                let first = Migration(1, "first", ["CREATE TABLE t (id BIGINT PRIMARY KEY)"])
                """
        )
        #expect(found == nil, "\(found ?? "")")
    }

    @Test(
        "text made at run time does not",
        .enabled(if: modules != nil, "the module Store is not built beside this test"),
        arguments: [
            "func f(_ text: String) -> SQL { text }",
            "func f(_ text: String) -> SQL { SQL(stringLiteral: text) }",
            "func f(_ text: String) -> SQL { SQL(parts: [.text(text)]) }",
            "func f(_ text: String) -> SQL { SQL(stringLiteral: StaticString(stringLiteral: text)) }",
            "func f(_ text: String) -> SQL { \"SELECT \" + text }",
            "func f(_ text: String) -> SQL { SQL.joined([\"a\", \"b\"], separator: text) }",
            "func f(_ text: String, _ into: inout SQL.StringInterpolation) { into.appendLiteral(text) }",
            "func f(_ text: String) -> Migration { Migration(1, \"first\", [text]) }",
            "func f(_ text: Substring) -> SQL { \"SELECT \\(text as SQL)\" }",
        ]
    )
    func refused(_ snippet: String) async throws {
        let found = try #require(try await Self.complaints(about: snippet), "this compiles: \(snippet)")
        // It must be the types that refuse, not a module that is not found.
        #expect(found.contains("error: cannot convert") || found.contains("StaticString"), "\(found)")
        #expect(!found.contains("no such module"), "\(found)")
    }
}
