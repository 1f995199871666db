import CGumbo
import Glibc

/// Why foreign HTML was not read.
public enum ReadingFault: Error, Hashable, Sendable {
    /// More bytes than the limit.
    case tooLarge(bytes: Int, limit: Int)
    /// Nested so deep, or so entangled, that reading it would take time and memory out of proportion.
    case tooEntangled
}

/// A document as the HTML standard parses it (libgumbo). The tree lives only inside the closure.
enum HTMLTree {
    static let maximumSize = 8 << 20

    /// Refuses before parsing what would make the parser slow: its work grows with tags × depth.
    static func parse<R>(_ html: String, limit: Int = maximumSize, _ body: (HTMLNode) -> R) throws(ReadingFault) -> R {
        guard html.utf8.count <= limit else { throw .tooLarge(bytes: html.utf8.count, limit: limit) }
        let source = HTMLSource(html)
        guard source.bytes.withUnsafeBufferPointer({ NestingGuard.accepts($0) }) else { throw .tooEntangled }
        return parseAccepted(source, body)
    }

    /// Parses without asking the guard.
    static func parseAccepted<R>(_ source: HTMLSource, _ body: (HTMLNode) -> R) -> R {
        var options = GumboOptions(
            allocator: { _, size in malloc(size) },
            deallocator: { _, pointer in free(pointer) },
            userdata: nil,
            tab_stop: 8,
            stop_on_first_error: false,
            max_errors: 0,
            fragment_context: GUMBO_TAG_LAST,
            fragment_namespace: GUMBO_NAMESPACE_HTML
        )
        // The parser wants an address even for nothing, so one byte follows the text.
        return (source.bytes + [0]).withUnsafeBytes { buffer in
            let output = gumbo_parse_with_options(&options, buffer.assumingMemoryBound(to: CChar.self).baseAddress, source.bytes.count)
            defer { gumbo_destroy_output(&options, output) }
            guard let output, let root = output.pointee.root else { return body(HTMLNode.none) }
            return body(HTMLNode(pointer: root))
        }
    }
}

/// A node of the tree: an element or text. Valid only while the tree is.
struct HTMLNode {
    fileprivate let pointer: UnsafeMutablePointer<GumboNode>?

    fileprivate init(pointer: UnsafeMutablePointer<GumboNode>?) { self.pointer = pointer }

    /// A node without content.
    static var none: HTMLNode { HTMLNode(pointer: nil) }

    var isElement: Bool {
        guard let type = pointer?.pointee.type else { return false }
        return type == GUMBO_NODE_ELEMENT || type == GUMBO_NODE_TEMPLATE
    }

    /// The parser's number for the element, nil for one it does not know.
    var tag: Int? {
        guard let tag = pointer?.pointee.v.element.tag, tag != GUMBO_TAG_UNKNOWN else { return nil }
        return Int(tag.rawValue)
    }

    /// Lower case; for unknown elements as written in the source.
    var name: String {
        guard let pointer, isElement else { return "" }
        let element = pointer.pointee.v.element
        if element.tag != GUMBO_TAG_UNKNOWN { return Self.names[Int(element.tag.rawValue)] }
        var piece = element.original_tag
        gumbo_tag_from_original_text(&piece)
        guard let start = piece.data else { return "" }
        let bytes = UnsafeRawBufferPointer(start: start, count: min(piece.length, 100))
        let name = String(decoding: bytes, as: UTF8.self).lowercased()
        return HTMLSource.originals[name] ?? name
    }

    /// The text of a text node, nil for elements and comments.
    var text: String? {
        guard let pointer else { return nil }
        switch pointer.pointee.type {
        case GUMBO_NODE_TEXT, GUMBO_NODE_WHITESPACE, GUMBO_NODE_CDATA: return String(cString: pointer.pointee.v.text.text)
        default: return nil
        }
    }

    var childCount: Int { isElement ? pointer.map { Int($0.pointee.v.element.children.length) } ?? 0 : 0 }

    func child(_ index: Int) -> HTMLNode {
        HTMLNode(pointer: pointer?.pointee.v.element.children.data?[index]?.assumingMemoryBound(to: GumboNode.self))
    }

    func attribute(_ name: String) -> String? {
        guard let pointer, isElement else { return nil }
        let vector = pointer.pointee.v.element.attributes
        for index in 0..<Int(vector.length) {
            guard let item = vector.data[index] else { continue }
            let attribute = item.assumingMemoryBound(to: GumboAttribute.self).pointee
            if strcasecmp(attribute.name, name) == 0 { return String(cString: attribute.value) }
        }
        return nil
    }

    var hasAttributes: Bool { isElement && (pointer?.pointee.v.element.attributes.length ?? 0) > 0 }

    /// Names in lower case; of two equal ones the first counts, as in browsers.
    var attributes: [String: String] {
        guard let pointer, isElement else { return [:] }
        var all: [String: String] = [:]
        let vector = pointer.pointee.v.element.attributes
        for index in 0..<Int(vector.length) {
            guard let item = vector.data[index] else { continue }
            let attribute = item.assumingMemoryBound(to: GumboAttribute.self).pointee
            let name = String(cString: attribute.name).lowercased()
            if all[name] == nil { all[name] = String(cString: attribute.value) }
        }
        return all
    }

    /// Attributes whose names begin with "on".
    var eventHandlers: [(name: String, value: String)] {
        guard let pointer, isElement else { return [] }
        var found: [(name: String, value: String)] = []
        let vector = pointer.pointee.v.element.attributes
        for index in 0..<Int(vector.length) {
            guard let item = vector.data[index] else { continue }
            let attribute = item.assumingMemoryBound(to: GumboAttribute.self).pointee
            if attribute.name[0] | 0x20 == 0x6F, attribute.name[1] | 0x20 == 0x6E {
                found.append((String(cString: attribute.name).lowercased(), String(cString: attribute.value)))
            }
        }
        return found
    }

    /// Where it stands: "html > body > div[2] > p", counted among elements of the same name.
    var path: String {
        var steps: [String] = []
        var node = isElement ? self : parent
        while node.isElement, steps.count < 64 {
            let name = node.name
            let around = node.parent
            let alike = (0..<around.childCount).map { around.child($0) }.filter { $0.isElement && $0.name == name }
            let position = alike.firstIndex { $0.pointer == node.pointer } ?? 0
            steps.append(alike.count > 1 ? "\(name)[\(position + 1)]" : name)
            node = around
        }
        return steps.reversed().joined(separator: " > ")
    }

    var parent: HTMLNode { HTMLNode(pointer: pointer?.pointee.parent) }

    private static let names: [String] = (0..<GUMBO_TAG_UNKNOWN.rawValue).map { String(cString: gumbo_normalized_tagname(GumboTag(rawValue: $0))) }

    /// A table indexed by `tag`, made from names once.
    static func table<Value>(_ values: [String: Value], default fallback: Value) -> [Value] {
        names.map { values[$0] ?? fallback }
    }
}
