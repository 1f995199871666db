import Testing

/// All style sheets of the desk end up in one: what a room calls its own there, no other room may style by itself.
@Suite("Style sheets of the desk")
struct StyleTests {
    /// Classes that a sheet styles by themselves (`.record-tick {`), and those its selectors begin with (`.desk-tick label {`).
    static func classes(in text: String) -> (bare: Set<String>, heads: Set<String>) {
        var (bare, heads): (Set<String>, Set<String>) = ([], [])
        for rule in text.replacing(/\/\*[\s\S]*?\*\//, with: "").matches(of: /([^{};]+)\{/) {
            for selector in rule.output.1.split(separator: ",") {
                guard let head = selector.prefixMatch(of: /\s*\.([A-Za-z0-9_-]+)/) else { continue }
                heads.insert(String(head.output.1))
                if selector.wholeMatch(of: /\s*\.[A-Za-z0-9_-]+\s*/) != nil { bare.insert(String(head.output.1)) }
            }
        }
        return (bare, heads)
    }

    /// A class that one sheet styles by itself while the other styles it too.
    static func clashes(_ one: String, _ other: String) -> Set<String> { classes(in: one).bare.intersection(classes(in: other).heads) }

    @Test("no room styles another's classes by themselves")
    func apart() throws {
        let sheets = House.files.filter { $0.path.hasSuffix(".css") && $0.path.contains("/Static/desk/") }
        try #require(sheets.count >= 5)
        func room(_ sheet: SourceFile) -> String { String(sheet.path.split(separator: "/Static/").first ?? "") }
        for one in sheets {
            for other in sheets where room(one) != room(other) && !(room(one) == "Sources/Web" && Self.adjusted.contains(other.path)) {
                #expect(Self.clashes(one.text, other.text) == [], "\(one.path) and \(other.path)")
            }
        }
    }

    /// Sheets that may say how the frame's own parts stand among theirs.
    static let adjusted: Set<String> = ["Sources/Features/PortalDesk/Static/desk/30-portal.css"]

    @Test(
        "the rule finds what it is for",
        arguments: [
            (".tick { color: red }", ".tick label { display: flex }", true), (".a, .tick{x:y}", "p{}\n.tick{a:b}", true),
            (".tick .a { color: red }", ".tick { x: y }", false), ("/* .tick { } */ .b{}", ".tick { x: y }", false),
            (".tick-done { x: y }", ".tick { x: y }", false),
        ]
    )
    func finds(_ one: String, _ other: String, _ isClash: Bool) {
        #expect(Self.clashes(one, other).isEmpty == !isClash)
    }
}
