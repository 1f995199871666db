import Testing

/// Templates escape what they print and hold neither style nor script, so that the pages' Content-Security-Policy needs no exception.
@Suite("Templates")
struct TemplateTests {
    /// What a template may not hold. The text is looked at as it stands, comments included.
    static func faults(in text: String) -> [String] {
        var faults: [String] = []
        for tag in text.matches(of: /<script\b[^>]*>/.ignoresCase()) where !tag.output.contains("src=") && !tag.output.contains("application/ld+json")
        {
            faults.append("a script without src: \(tag.output)")
        }
        if text.contains(/<style\b/.ignoresCase()) { faults.append("a <style> element") }
        for tag in text.matches(of: /<[a-zA-Z][^>]*>/) {
            if let found = tag.output.firstMatch(of: /[\s"']on[a-z]+\s*=/.ignoresCase()) { faults.append("an event attribute:\(found.output)") }
            if tag.output.contains(/[\s"']style\s*=/.ignoresCase()) { faults.append("a style attribute: \(tag.output)") }
            if tag.output.contains(/(src|srcset|action|formaction)\s*=\s*["']?(https?:)?\/\//.ignoresCase()) {
                faults.append("something of another host: \(tag.output)")
            }
        }
        if text.contains(/javascript:/.ignoresCase()) { faults.append("a javascript: address") }
        if text.contains("{{&") { faults.append("{{&…}} prints without escaping; finished markup is {{{…}}}") }
        if text.contains("{{=") { faults.append("{{=…}} changes the delimiters") }
        return faults
    }

    @Test("no style, no script, nothing of another host", arguments: House.templates)
    func plain(_ file: SourceFile) {
        #expect(Self.faults(in: file.text) == [], "\(file.path)")
    }

    /// `{{{name}}}` is for names whose value is of the type `Markup`. The loader checks each with its model; this finds a name that no model declares so.
    @Test("raw output is declared as markup", arguments: House.templates)
    func raw(_ file: SourceFile) async throws {
        let target = try await Plan.current.target(of: file)
        let places = ["Sources/Web/", (target?.path ?? "") + "/"]
        let declared = House.sources.filter { source in places.contains { source.path.hasPrefix($0) } }
            .flatMap { $0.text.matches(of: /\.markup\(\s*"([^"]+)"/).map { String($0.output.1) } }
        for match in file.text.matches(of: /\{\{\{\s*([^}\s]+)\s*\}\}\}/) {
            let name = String(match.output.1.split(separator: ".").last ?? "")
            #expect(declared.contains(name), "\(file.path) prints {{{\(match.output.1)}}} raw, but no model of \(places) declares it as markup")
        }
    }

    @Test(
        "the rules find what they are for",
        arguments: [
            "<script>alert(1)</script>", "<SCRIPT type=\"module\">x</SCRIPT>", "<p style=\"color:red\">", "<style>p{}</style>", "<a onclick=\"x()\">",
            "<a href=\"javascript:x()\">", "{{&body}}", "{{=<% %>=}}", "<img src=\"https://cdn.example/x.png\">", "<form action='//other.example/'>",
        ]
    )
    func finds(_ text: String) {
        #expect(Self.faults(in: text).count == 1)
    }

    @Test(
        "the rules pass what is right",
        arguments: [
            "<script src=\"/static/site.js\" defer></script>", "<script type=\"application/ld+json\">{{{structured}}}</script>",
            "<p>one = two, on = off</p>",
            "<a href=\"https://other.example/\" rel=\"nofollow ugc noopener\">x</a>", "{{title}} {{{body}}}",
        ]
    )
    func passes(_ text: String) {
        #expect(Self.faults(in: text) == [])
    }
}
