import Testing

/// The rules read Swift by eye, so the eye is tested: a rule that sees nothing would pass everything.
@Suite("How the rules read Swift")
struct ReadingTests {
    @Test(
        "comments and string contents are not code",
        arguments: [
            ("let a = 1 // try! it", "let a = 1           "),
            ("a /* x /* y */ z */ b", "a                   b"),
            ("let s = \"try! // no\"; b", "let s = \"          \"; b"),
            ("\"\\(a!) \\\"!\" + b!", "\" (a!)    \" + b!"),
            ("#\"a\"b\\(c)\"# d", "#\"       \"# d"),
            ("\"\"\"\nfatalError()\n\"\"\"\nx", "\"\"\"\n            \n\"\"\"\nx"),
        ]
    )
    func blanking(_ text: String, _ expected: String) {
        #expect(SwiftCode.blanked(text) == expected)
    }

    @Test(
        "imports are found in every form",
        arguments: [
            ("import Store", "Store"), ("public import Store", "Store"), ("@testable import Web", "Web"),
            ("import struct Foundation.URL", "Foundation"),
            ("@preconcurrency internal import NIOCore", "NIOCore"), ("    import GRDB", "GRDB"), ("// import GRDB", ""),
            ("let text = \"import GRDB\"", ""),
        ]
    )
    func imports(_ line: String, _ module: String) {
        let found = SwiftCode.imports(of: SourceFile(path: "x.swift", text: line)).map(\.module)
        #expect(found == (module.isEmpty ? [] : [module]))
    }

    @Test(
        "force is found, negation is not",
        arguments: [
            ("a!.b", true), ("f()!", true), ("a[0]! + 1", true), ("var x: Int!", true), ("\"\\(name!)\"", true),
            ("!a", false), ("a != b", false), ("a!=b", false), ("if !f() {", false), ("#if !os(Linux)", false), ("\"Wow!\"", false),
        ]
    )
    func force(_ line: String, _ isForced: Bool) {
        #expect(!SwiftCode.forcedLines(of: SourceFile(path: "x.swift", text: line)).isEmpty == isForced)
    }

    @Test(
        "absolute paths are told from the middle of others",
        arguments: [
            ("see /srv/data here", true), ("\"/srv/data\"", true), ("(/srv/x)", true), ("a/srv/b", false), ("$x/srv/b", false),
            ("https://h.example/srv/", false),
        ]
    )
    func paths(_ line: String, _ isFound: Bool) {
        #expect(SourceTests.hasAbsolutePath("/srv/", in: Substring(line)) == isFound)
    }

    @Test("the house is found and is not empty")
    func house() {
        #expect(House.sources.count > 20)
        #expect(House.swift.contains { $0.path == "Tests/HouseTests/ReadingTests.swift" })
        #expect(House.scripts.count >= 5)
    }
}
