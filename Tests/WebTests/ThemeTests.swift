import Foundation
import NIOCore
import PortalNetwork
import Testing

@testable import Web

@Suite("Templates of themes and under development")
struct ThemeTests {
    private static let text = "{{<layout}}\n{{$main}}\n<main id=\"noi-dung\" data-r=\"e\"><h2>THEME {{title}}</h2></main>\n{{/main}}\n{{/layout}}\n"

    private func folder() throws -> String {
        let path = NSTemporaryDirectory() + "web-tests-\(UInt64.random(in: .min ... .max))"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        return path
    }

    private func write(_ text: String, _ path: String, age: Double = 0) throws {
        try FileManager.default.createDirectory(atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.modificationDate: Date(timeIntervalSince1970: 1_700_000_000 + age)], ofItemAtPath: path)
    }

    private func page(_ face: Face) throws -> String {
        let visit = try TestFace.visit(face)
        return String(buffer: try NoteFeature.page(visit, title: "A", path: "/").bytes(for: visit))
    }

    private func tree(theme: String?) -> SiteTree { Network.tree(look: Look(theme: theme)) }

    @Test func aThemeReplacesWhatItHasAndInheritsTheRest() throws {
        let looks = try folder()
        try write(Self.text, looks + "/sen/Templates/note.mustache")
        let folders = TemplateFolders(looks: looks)
        #expect(try page(TestFace.make(tree: tree(theme: "sen"), folders: folders)).contains("<h2>THEME A</h2>"))
        #expect(try page(TestFace.make(tree: tree(theme: "sen"), folders: folders)).contains("site-footer"))
        #expect(try page(TestFace.make(tree: tree(theme: nil), folders: folders)).contains("<h1>A</h1>"))
        #expect(try page(TestFace.make(tree: tree(theme: "khong-co"), folders: folders)).contains("<h1>A</h1>"))
    }

    @Test(
        arguments: [
            ("note", "{{titel}}", "'titel' is not declared"), ("note", "{{#title}}", "never closed"), ("nota", "x", "did you mean 'note'?"),
            ("layout", "<html><body>{{$mian}}{{/mian}}</body></html>", "'layout' has no place '{{$main}}'"), ("note", "{{{title}}}", "only markup"),
        ])
    func aFaultyReplacementIsRefusedAndTheBuiltInStays(name: String, source: String, reason: String) throws {
        let looks = try folder()
        try write(source, looks + "/sen/Templates/\(name).mustache")
        try write(Self.text.replacing("THEME", with: "GOOD").replacing("note", with: "note"), looks + "/tre/Templates/note.mustache")
        let texts = try ProgramTexts(features: [NoteFeature()])
        let themes = ["sen": [TemplateFile(name: name, origin: "sen/\(name).mustache", source: source)]]
        let library = try TemplateLibrary(files: texts.templates, words: texts.words, pages: texts.pages, themes: themes)
        #expect(library.refusals.contains { $0.contains(reason) }, "\(library.refusals)")
        #expect(try page(TestFace.make(tree: tree(theme: "sen"), folders: TemplateFolders(looks: looks))).contains("<h1>A</h1>"))
        #expect(try page(TestFace.make(tree: tree(theme: "tre"), folders: TemplateFolders(looks: looks))).contains("GOOD A"))
    }

    @Test func oneFaultyFileDoesNotCostAThemeItsOthers() throws {
        let texts = try ProgramTexts(features: [NoteFeature()])
        let themes = [
            "sen": [
                TemplateFile(name: "note", origin: "note", source: Self.text), TemplateFile(name: "footer", origin: "footer", source: "{{nothing}}"),
            ]
        ]
        let library = try TemplateLibrary(files: texts.templates, words: texts.words, pages: texts.pages, themes: themes)
        #expect(library.refusals.count == 1)
        let face = try TestFace.make(tree: tree(theme: "sen"))
        let visit = try TestFace.visit(face)
        let bytes = try NoteFeature.page(visit, title: "A", path: "/").bytes(for: visit, library: library)
        #expect(String(buffer: bytes).contains("THEME A") && String(buffer: bytes).contains("site-footer"))
    }

    @Test func developmentReadsAgainAndShowsFaultsWithTheirPlace() async throws {
        let work = try folder()
        try write(Self.text, work + "/note.mustache")
        let face = try TestFace.make(folders: TemplateFolders(development: [work]))
        let browser = try Browser(face)
        #expect(try await browser.send("/").body.contains("THEME"))
        try write(Self.text.replacing("THEME", with: "SECOND"), work + "/note.mustache", age: 10)
        #expect(try await browser.send("/").body.contains("SECOND"))
        try write("<p>\n{{wrong}}</p>", work + "/note.mustache", age: 20)
        let fault = try await browser.send("/")
        #expect(fault.status == 500)
        #expect(fault.body.contains("note.mustache:2: &#39;wrong&#39; is not declared"), "\(fault.body)")
        try write("{{<layout}}{{$main}}<main><p>ngoài vùng</p></main>{{/main}}{{/layout}}", work + "/note.mustache", age: 30)
        #expect(try await browser.send("/").body.contains("text outside of every region: ngoài vùng"))
        try write(Self.text, work + "/note.mustache", age: 40)
        #expect(try await browser.send("/").status == 200)
    }

    @Test func aFolderThatCannotBeReadIsNamed() {
        #expect(throws: TemplateFault.self) { try TestFace.make(folders: TemplateFolders(looks: "/khong/co")) }
        #expect(throws: TemplateFault.self) { try TestFace.make(folders: TemplateFolders(development: ["/khong/co"])) }
    }

    /// What a header shows of the page itself is not kept for the next page, and what is kept for one portal's furniture is not shown with another's.
    @Test func keptFurnitureIsThatOfThePage() throws {
        let texts = try ProgramTexts(features: [NoteFeature()])
        let header = TemplateFile(
            name: "header",
            origin: "sen/header.mustache",
            source: "<header data-r=\"h\">{{head.title}}|{{chrome.slogan}}</header>"
        )
        let library = try TemplateLibrary(files: texts.templates, words: texts.words, pages: texts.pages, themes: ["sen": [header]])
        #expect(library.refusals.isEmpty)
        for (title, theme, slogan) in [
            ("Một", "sen", "x"), ("Hai", "sen", "x"), ("Một", nil, "x"), ("Một", nil, "y"), ("Một", nil, "x"), ("Một", "sen", "y"),
        ] {
            let visit = try TestFace.visit(TestFace.make(tree: Network.tree(look: Look(slogan: slogan, theme: theme))))
            let text = try String(buffer: NoteFeature.page(visit, title: title, path: "/").bytes(for: visit, library: library))
            let shown = theme == nil ? "<span class=\"brand-slogan\">\(slogan)</span>" : "<header data-r=\"h\">\(title)|\(slogan)</header>"
            #expect(text.contains(shown))
            #expect(text.contains("site-footer"))
        }
    }
}
