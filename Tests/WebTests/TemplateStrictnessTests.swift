import NIOCore
import PortalNetwork
import Testing

@testable import Web

private struct Person: PageModel {
    var name: String
    var office: Office?
    static let shape: Shape<Person> = [.text("name", \.name), .one("office", \.office)]
}

private struct Office: PageModel {
    var title: String
    static let shape: Shape<Office> = [.text("title", \.title)]
}

private struct Story: PageModel {
    var title = "Tiêu đề"
    var summary: String?
    var isNew = false
    var count = 0
    var people: [Person] = []
    var author: Person?
    var tags: [String] = []
    static let shape: Shape<Story> = [
        .text("title", \.title), .text("summary", \.summary), .flag("isNew", \.isNew), .number("count", \.count), .many("people", \.people),
        .one("author", \.author), .texts("tags", \.tags), .markup("body") { _ in TrustedMarkup.of("<p>Thân</p>") },
    ]
}

private let catalogues: [(path: String, text: String)] = ["vi", "en", "zh"].map {
    ("Words/\($0).json", #"{"more": "Tin khác", "count": "{count} tin", "by": "Của {author.name}", "bad": "{people}", "gap": "{nobody}"}"#)
}

private func library(_ templates: [String: String], bare: Bool = true) throws -> TemplateLibrary {
    let files = templates.map { TemplateFile(name: $0.key, origin: "\($0.key).mustache", source: $0.value) }
    return try TemplateLibrary(files: files, words: Words(catalogues), pages: [PageTemplate<Story>("story", bare: bare)])
}

private func faults(_ templates: [String: String], bare: Bool = true) -> [String] {
    do {
        _ = try library(templates, bare: bare)
        return []
    } catch {
        return (error as? TemplateFaults)?.faults.map(\.description) ?? ["\(error)"]
    }
}

private func render(_ templates: [String: String], _ story: Story = Story()) throws -> String {
    String(buffer: try library(templates).renderBare(PageTemplate<Story>("story", bare: true), story, language: .vi))
}

@Suite("Templates are refused rather than shown with gaps")
struct TemplateStrictnessTests {
    @Test(
        arguments: [
            ("{{titel}}", "'titel' is not declared; did you mean 'title'?"),
            ("{{#sumary}}x{{/sumary}}", "'sumary' is not declared; did you mean 'summary'?"),
            ("{{author.nam}}", "'author.nam' is not declared; did you mean 'name'?"),
            ("{{title.length}}", "a text has no 'length'"),
            ("{{{title}}}", "only markup may be printed raw, write '{{title}}'"),
            ("{{body}}", "'body' is markup: write '{{{body}}}'"),
            ("{{isNew}}", "'isNew' is a flag and cannot be printed"),
            ("{{people}}", "'people' is a list and cannot be printed"),
            ("{{#count}}x{{/count}}", "Mustache takes 0 for true"),
            ("{{^count}}x{{/count}}", "Mustache takes 0 for true"),
            ("{{#people}}{{.title}}{{/people}}", "'.title' is not declared"),
            ("{{.}}", "there is none here"),
            ("{{#people}}{{.}}{{/people}}", "there is none here"),
            ("{{>card}}", "there is no template 'card'"),
            ("{{<layuot}}{{/layuot}}", "there is no template 'layuot'"),
            ("{{&title}}", "'{{&' is not used here"),
            ("{{=<% %>=}}", "other delimiters are not used here"),
            ("{{% CONTENT_TYPE: TEXT}}", "pragmas are the loader's business"),
            ("{{uppercased(title)}}", "transforms are not used here"),
            ("{{>*title}}", "'*title' is not a template's name"),
            ("{{#title}}x", "never closed"),
            ("x{{/title}}", "closes nothing"),
            ("{{#title}}{{#summary}}{{/title}}{{/summary}}", "must come first"),
            ("{{title", "never closed with '}}'"),
            ("{{{body}}", "never closed with '}}}'"),
            ("{{}}", "it is not a name"),
            ("{{ti tle}}", "it is not a name"),
            ("{{word:moer}}", "no catalogue has 'moer'; did you mean 'more'?"),
            ("{{wort:more}}", "'wort:' is not known; did you mean 'word'?"),
            ("{{word:gap}}", "'nobody' (hole of 'gap') is not declared"),
            ("{{word:bad}}", "'people' is a list: a hole of 'bad' takes a text or a number"),
            ("function() {{{title}}", "never closed with '}}}'"),
            ("{ {{!x}}{{title}}{{!y}}", ""),
        ])
    func refusals(source: String, reason: String) {
        let found = faults(["story": source])
        if reason.isEmpty {
            #expect(found.isEmpty)
        } else {
            #expect(found.contains { $0.contains(reason) }, "\(found)")
            #expect(found.allSatisfy { $0.hasPrefix("story.mustache:1:") })
        }
    }

    @Test func linesAreCounted() {
        let found = faults(["story": "<p>\n\n  {{title}}\n{{! two\nlines }}\n  {{wrong}}\n</p>"])
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("story.mustache:6: 'wrong'") == true, "\(found)")
    }

    @Test func everyFaultIsNamedAtOnce() {
        let found = faults(["story": "{{one}}\n{{two}}\n{{>three}}", "other": "{{#}}"])
        #expect(found.count == 4, "\(found)")
    }

    @Test func aPartialIsCheckedWhereItIsUsed() {
        #expect(faults(["story": "{{#people}}{{>card}}{{/people}}", "card": "{{name}} {{title}}"]).isEmpty)
        let found = faults(["story": "{{>card}}", "card": "{{name}}"])
        #expect(found.count == 1 && found[0].hasPrefix("card.mustache:1: 'name'"), "\(found)")
    }

    @Test func aTemplateNobodyUsesIsRefused() {
        #expect(faults(["story": "x", "stray": "y"]).first?.contains("no page uses this template") == true)
    }

    @Test func aPageWithoutTemplateIsRefused() {
        #expect(faults(["stori": "x"]).contains { $0.contains("this page has no template; did you mean 'stori'?") })
    }

    @Test func recursionInTemplatesEnds() {
        #expect(faults(["story": "{{#people}}{{>tree}}{{/people}}", "tree": "{{name}}{{#office}}{{>tree}}{{/office}}"]).isEmpty)
    }

    @Test(
        arguments: [
            ("{{<layout}}{{$main}}{{title}}{{/main}}{{/layout}}", "<b>{{$main}}nothing{{/main}}</b>", ""),
            ("{{<layout}}{{$mian}}x{{/mian}}{{/layout}}", "{{$main}}{{/main}}", "'layout' has no place '{{$mian}}'; did you mean 'main'?"),
            ("{{<layout}}lost text{{$main}}x{{/main}}{{/layout}}", "{{$main}}{{/main}}", "only '{{$place}}…{{/place}}' may stand"),
            ("{{<layout}}{{title}}{{/layout}}", "{{$main}}{{/main}}", "only '{{$place}}…{{/place}}' may stand"),
            ("{{<layout}}{{$main}}{{wrong}}{{/main}}{{/layout}}", "{{$main}}{{/main}}", "'wrong' is not declared"),
            ("{{<layout}}{{$main}}a{{/main}}{{$main}}b{{/main}}{{/layout}}", "{{$main}}{{/main}}", "'{{$main}}' is filled twice"),
            ("{{<layout}}{{$main}}{{name}}{{/main}}{{/layout}}", "{{#people}}{{$main}}{{/main}}{{/people}}", ""),
        ])
    func inheritance(page: String, layout: String, reason: String) {
        let found = faults(["story": page, "layout": layout])
        #expect(reason.isEmpty ? found.isEmpty : found.contains { $0.contains(reason) }, "\(found)")
    }

    @Test func theFramesNamesCannotBeTaken() {
        struct Thief: PageModel {
            static let shape: Shape<Thief> = [.text("chrome") { _ in "x" }]
        }
        #expect(throws: TemplateFaults.self) {
            try TemplateLibrary(
                files: [TemplateFile(name: "thief", origin: "thief", source: "x")],
                words: Words(catalogues),
                pages: [PageTemplate<Thief>("thief")]
            )
        }
        #expect(faults(["story": "{{chrome.name}} {{head.title}}"], bare: false).isEmpty)
        #expect(!faults(["story": "{{chrome.name}}"], bare: true).isEmpty)
    }
}

@Suite("Templates show what the model says")
struct TemplateRenderingTests {
    @Test func absentValuesDoNotClimbToTheModelAround() throws {
        // Person has no office of its own; the story has a title, the office too: without a stop the story's would show.
        var story = Story()
        story.people = [Person(name: "An", office: nil)]
        #expect(try render(["story": "{{#people}}[{{office.title}}]{{#office}}{{title}}{{/office}}{{/people}}"], story) == "[]")
    }

    @Test func emptyTextIsNotThere() throws {
        var story = Story()
        story.summary = ""
        #expect(try render(["story": "{{#summary}}T{{/summary}}{{^summary}}F{{/summary}}"], story) == "F")
        story.summary = "có"
        #expect(try render(["story": "{{#summary}}{{summary}}{{/summary}}{{^summary}}F{{/summary}}"], story) == "có")
    }

    @Test func listsAndTheirQuestionMark() throws {
        let source = "{{#tags?}}<ul>{{#tags}}<li>{{.}}</li>{{/tags}}</ul>{{/tags?}}{{^tags}}không{{/tags}}"
        var story = Story()
        #expect(try render(["story": source], story) == "không")
        story.tags = ["y tế", "<giáo dục>"]
        #expect(try render(["story": source], story) == "<ul><li>y tế</li><li>&lt;giáo dục&gt;</li></ul>")
    }

    @Test func wordingIsMarkedAndEscaped() throws {
        var story = Story()
        story.count = 3
        story.author = Person(name: "A & B", office: nil)
        #expect(
            try render(["story": "{{word:count}}|{{attr:count}}|{{wordtext:more}}|{{word:by}}"], story)
                == "<span data-r=\"w\" data-k=\"count\">3 tin</span>|3 tin|Tin khác|<span data-r=\"w\" data-k=\"by\">Của A &amp; B</span>"
        )
    }

    @Test func markupIsPrintedRawAndPartialsEscapeAsThePage() throws {
        var story = Story()
        story.title = "<b>\"'&"
        #expect(try render(["story": "{{{body}}}{{>part}}", "part": "{{title}}"], story) == "<p>Thân</p>&lt;b&gt;&quot;&#39;&amp;")
    }

    @Test func userTextIsNeverReadAsATemplate() throws {
        var story = Story()
        story.title = "{{summary}}{{>part}}{{{body}}}"
        story.summary = "bí mật"
        #expect(try render(["story": "{{title}}{{>part}}", "part": ""], story) == "{{summary}}{{&gt;part}}{{{body}}}")
    }

    @Test func indentationAndTagLinesLeaveNoTrace() throws {
        let source = "<ul>\n    {{#people}}\n    <li>{{name}}</li>\n    {{/people}}\n</ul>\n  {{>part}}\nend\r\n"
        var story = Story()
        story.people = [Person(name: "A", office: nil), Person(name: "B", office: nil)]
        #expect(try render(["story": source, "part": "  one\n  two\n"], story) == "<ul>\n<li>A</li>\n<li>B</li>\n</ul>\none\ntwo\nend\n")
    }

    @Test func preformattedTextKeepsItsSpaces() throws {
        #expect(try render(["story": "<pre>\n  {{title}}\n    x</pre>"]) == "<pre>\n  Tiêu đề\n    x</pre>")
    }
}
