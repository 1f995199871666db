import Foundation
import Testing

/// The checkout whose rules are tested, and its files.
enum House {
    /// The package's top folder; `CAUNOI_ROOT` names another checkout.
    static let root: URL = {
        if let named = ProcessInfo.processInfo.environment["CAUNOI_ROOT"] { return URL(filePath: named, directoryHint: .isDirectory) }
        return URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    }()

    /// Every text file that people write, in the order of its path.
    static let files: [SourceFile] = {
        let places = ["Sources", "Tests", "Plugins", "docs", "script", "deploy", ".ci", ".githooks"]
        var found = places.flatMap { walk(root.appending(path: $0, directoryHint: .isDirectory)) }
        let top = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
        found += top.filter { $0.hasSuffix(".md") || $0 == "Package.swift" }.map { root.appending(path: $0) }
        return found.compactMap(SourceFile.init(at:)).sorted { $0.path < $1.path }
    }()

    /// All Swift files: sources, tests, plug-ins and the plan itself.
    static let swift = files.filter { $0.path.hasSuffix(".swift") }
    /// The Swift files that end up in the program or build it.
    static let sources = swift.filter { $0.path.hasPrefix("Sources/") || $0.path.hasPrefix("Plugins/") }
    static let templates = files.filter { $0.path.hasSuffix(".mustache") }
    static let documents = files.filter { $0.path.hasSuffix(".md") }
    /// Shell scripts, by their first line or their name.
    /// Those of the shell; a Python test beside the Swift ones has its own ways.
    static let scripts = files.filter { ($0.text.hasPrefix("#!") && !$0.path.hasSuffix(".py")) || $0.path.hasSuffix(".sh") }

    private static func walk(_ folder: URL) -> [URL] {
        let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: [.isRegularFileKey])?.allObjects as? [URL] ?? []
        return all.filter { (try? $0.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true }
    }

    static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: root.appending(path: path).path) }

    /// The path below the root, whatever symbolic links lead there.
    static func relative(_ url: URL) -> String {
        let base = root.resolvingSymlinksInPath().path
        let path = url.resolvingSymlinksInPath().path
        return path.hasPrefix(base + "/") ? String(path.dropFirst(base.count + 1)) : path
    }
}

/// A text file of the checkout. A test that takes one as argument names it when it fails.
struct SourceFile: Sendable, CustomTestStringConvertible {
    /// Below the package's top folder.
    let path: String
    let text: String
    /// Swift files: the text with comments and the contents of strings blanked, line by line the same.
    let code: String

    var testDescription: String { path }
    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
    var codeLines: [Substring] { code.split(separator: "\n", omittingEmptySubsequences: false) }

    /// Nil for files that are not UTF-8 text.
    init?(at url: URL) {
        guard let data = try? Data(contentsOf: url), let text = String(data: data, encoding: .utf8), !text.contains("\0") else { return nil }
        self.init(path: House.relative(url), text: text)
    }

    init(path: String, text: String) {
        self.path = path
        self.text = text
        code = path.hasSuffix(".swift") ? SwiftCode.blanked(text) : ""
    }

    /// The numbers (from 1) of the code lines that hold `word`.
    func codeLines(with word: String) -> [Int] {
        guard code.contains(word) else { return [] }
        return codeLines.enumerated().filter { $0.element.contains(word) }.map { $0.offset + 1 }
    }
}
