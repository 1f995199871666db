import Testing

/// How a source file must look, whatever it does.
@Suite("Sources")
struct SourceTests {
    /// What is not written, and why.
    static let forbidden: [(word: String, why: String)] = [
        ("try!", "an error of the input would end the program"),
        ("as!", "a surprise of a type would end the program"),
        ("fatalError(", "nothing that input can reach may end the program"),
        ("preconditionFailure(", "nothing that input can reach may end the program"),
        ("@unchecked Sendable", "the compiler proves what is shared between threads, not we"),
        ("nonisolated(unsafe)", "the compiler proves what is shared between threads, not we"),
        ("unsafeBitCast(", "types are converted, not reinterpreted"),
    ]

    /// A place that may do one of these things, with the reason. An entry that is no longer needed fails `exceptionsAreNeeded`.
    struct Exception: Sendable, Hashable {
        let path: String
        let word: String
        let reason: String
    }
    static let exceptions: [Exception] = [
        Exception(
            path: "Sources/StoreSQLite/SQLiteConnection.swift",
            word: "unsafeBitCast(",
            reason: "SQLITE_TRANSIENT is the C macro (sqlite3_destructor_type)-1, which has no other spelling in Swift"
        ),
        Exception(
            path: "Sources/Web/Requests/HeaderNames.swift",
            word: "preconditionFailure(",
            reason: "names of header fields are literals of that file; the tests read every one of them"
        ),
    ]

    @Test("nothing that ends the program or evades the compiler", arguments: House.sources)
    func forbiddenWords(_ file: SourceFile) {
        for (word, why) in Self.forbidden where !Self.exceptions.contains(where: { $0.path == file.path && $0.word == word }) {
            let lines = file.codeLines(with: word)
            #expect(lines.isEmpty, "\(file.path):\(lines) has \(word): \(why)")
        }
    }

    @Test("no value is unwrapped by force", arguments: House.sources)
    func forceUnwrap(_ file: SourceFile) {
        guard !Self.exceptions.contains(where: { $0.path == file.path && $0.word == "!" }) else { return }
        let lines = SwiftCode.forcedLines(of: file)
        #expect(lines.isEmpty, "\(file.path):\(lines)")
    }

    @Test("every exception is needed and reasoned", arguments: exceptions)
    func exceptionsAreNeeded(_ exception: Exception) throws {
        let file = try #require(House.sources.first { $0.path == exception.path }, "\(exception.path) is gone: strike its exception")
        let isUsed = exception.word == "!" ? !SwiftCode.forcedLines(of: file).isEmpty : file.code.contains(exception.word)
        #expect(isUsed, "\(exception.path) no longer has \(exception.word): strike its exception")
        #expect(exception.reason.count > 20)
    }

    static let counted = House.files.filter { file in
        ["swift", "mustache", "css", "js", "sh"].contains { file.path.hasSuffix("." + $0) } || file.text.hasPrefix("#!")
    }

    @Test("no file is longer than 400 lines", arguments: counted)
    func size(_ file: SourceFile) {
        #expect(file.lines.count <= 401, "\(file.path) has \(file.lines.count - 1) lines: take it apart")
    }

    @Test("files are named for what they do", arguments: House.swift)
    func names(_ file: SourceFile) {
        let name = file.path.split(separator: "/").last?.dropLast(".swift".count) ?? ""
        for drawer in ["Util", "Utils", "Utilities", "Helper", "Helpers", "Extensions", "Manager", "Misc", "Common", "Shared"] {
            #expect(!name.hasSuffix(drawer), "\(file.path): a \(drawer.lowercased()) file is a drawer")
        }
    }

    /// Spelt apart, so that this file does not find itself.
    static let marks = ["TO" + "DO", "FIX" + "ME"]

    @Test("nothing is left to be done later", arguments: House.files)
    func marks(_ file: SourceFile) {
        for mark in Self.marks where file.text.contains(mark) {
            let lines = file.lines.enumerated().filter { Self.hasWord(mark, in: $0.element) }.map { $0.offset + 1 }
            #expect(lines.isEmpty, "\(file.path):\(lines) says \(mark): do it, or write it down where work is planned")
        }
    }

    static func hasWord(_ word: String, in line: Substring) -> Bool {
        line.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.contains { $0 == word }
    }

    @Test("no path of somebody's machine", arguments: House.files)
    func machinePaths(_ file: SourceFile) {
        for folder in ["work", "opt", "home", "Users", "root"] {
            let path = "/" + folder + "/"
            guard file.text.contains(path) else { continue }
            let lines = file.lines.enumerated().filter { Self.hasAbsolutePath(path, in: $0.element) }.map { $0.offset + 1 }
            #expect(lines.isEmpty, "\(file.path):\(lines) names \(path)")
        }
    }

    /// Whether `path` starts a path in the line: not the middle of a longer one or of an address.
    static func hasAbsolutePath(_ path: String, in line: Substring) -> Bool {
        line.ranges(of: path).contains { range in
            guard range.lowerBound > line.startIndex else { return true }
            let before = line[line.index(before: range.lowerBound)]
            return !(before.isLetter || before.isNumber || "._-}~*/$%".contains(before))
        }
    }
}
