import Foundation
import Subprocess

/// The targets of `Package.swift` in their order there, as the package manager itself reads them.
struct Plan: Sendable {
    struct Target: Sendable {
        let name: String
        let kind: String
        /// Below the package's top folder.
        let path: String
        /// Targets of this package it names.
        let targets: [String]
        /// Products of other packages it names.
        let products: [String]

        var isTest: Bool { kind == "test" || path.hasPrefix("Tests/") }
        var isFeature: Bool { path.hasPrefix("Sources/Features/") }
    }

    let targets: [Target]

    func target(_ name: String) -> Target? { targets.first { $0.name == name } }

    /// The target that a file belongs to.
    func target(of file: SourceFile) -> Target? { targets.first { file.path.hasPrefix($0.path + "/") } }

    /// Read once, whichever test asks first.
    static var current: Plan { get async throws { try await reading.value } }

    private static let reading = Task { try await read() }

    private static func read() async throws -> Plan {
        // A scratch folder of its own: the run that these tests are part of holds the usual one.
        let scratch = FileManager.default.temporaryDirectory.appending(path: "caunoi-plan-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: scratch) }
        let result = try await run(
            .name("swift"),
            arguments: ["package", "--package-path", House.root.path, "--scratch-path", scratch.path, "dump-package"],
            output: .string(limit: 8 << 20),
            error: .string(limit: 1 << 20)
        )
        guard result.terminationStatus.isSuccess else {
            throw Unreadable(message: result.standardError)
        }
        return try Plan(manifest: JSONDecoder().decode(Manifest.self, from: Data(result.standardOutput.utf8)))
    }

    struct Unreadable: Error { let message: String }

    private init(manifest: Manifest) {
        let own = Set(manifest.targets.map(\.name))
        targets = manifest.targets.map { target in
            let names = target.dependencies.compactMap(\.name)
            let usual = target.type == "test" ? "Tests" : target.type == "plugin" ? "Plugins" : "Sources"
            return Target(
                name: target.name,
                kind: target.type,
                path: target.path ?? "\(usual)/\(target.name)",
                targets: names.filter(own.contains),
                products: names.filter { !own.contains($0) }
            )
        }
    }

    /// The part of `swift package dump-package` that is read here.
    private struct Manifest: Decodable {
        struct Target: Decodable {
            let name: String
            let type: String
            let path: String?
            let dependencies: [Dependency]
        }
        /// `{"byName": ["Store", null]}` or `{"product": ["Logging", "swift-log", null, null]}`.
        struct Dependency: Decodable {
            let name: String?
            init(from decoder: any Decoder) throws {
                let byKind = try decoder.singleValueContainer().decode([String: [Element]].self)
                name = byKind.values.first?.first?.text
            }
        }
        struct Element: Decodable {
            let text: String?
            init(from decoder: any Decoder) throws { text = try? decoder.singleValueContainer().decode(String.self) }
        }
        let targets: [Target]
    }
}
