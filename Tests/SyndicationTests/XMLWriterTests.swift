import Foundation
import Testing

@testable import Syndication

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// Whatever text comes, the document stays one, and says that text.
@Suite("The XML writer")
struct XMLWriterTests {
    static let texts: [(text: String, read: String)] = [
        ("Hà Nội", "Hà Nội"), ("<b>&amp;</b>", "<b>&amp;</b>"), ("]]>", "]]>"), ("\"'", "\"'"), ("a\u{0}b\u{B}c\u{1F}d", "abcd"),
        ("\u{FFFE}x\u{FFFF}", "x"), ("\u{85}y\u{7F}", "y"), ("một\r\nhai\tba", "một\r\nhai\tba"), ("😀𠀋", "😀𠀋"),
        ("<!-- --><?x?><!DOCTYPE a>", "<!-- --><?x?><!DOCTYPE a>"),
    ]

    @Test("text is read back as it was, without what XML cannot hold", arguments: texts)
    func text(_ text: String, _ expected: String) throws {
        var xml = XMLWriter()
        xml.element("a", ["b": text, "left-out": nil]) { $0.element("c", text: text) }
        let document = try XMLDocument(data: Data(xml.bytes))
        let root = try #require(document.rootElement())
        #expect(root.attribute(forName: "b")?.stringValue == expected)
        #expect(root.attribute(forName: "left-out") == nil)
        #expect(root.elements(forName: "c").first?.stringValue == expected)
    }

    @Test("elements close in their order, empty ones stay empty, absent text makes none")
    func structure() {
        var xml = XMLWriter()
        xml.element("a") { xml in
            xml.empty("b", ["x": "1"])
            xml.optional("c", text: nil)
            xml.optional("c", text: "")
            xml.element("d", text: "")
        }
        #expect(String(decoding: xml.bytes, as: UTF8.self) == "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<a>\n<b x=\"1\"/>\n<d></d>\n</a>\n")
    }
}
