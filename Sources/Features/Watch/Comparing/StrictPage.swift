/// A page read as strictly as the program writes: every element closed where it must be, every attribute quoted and once, no comment. Whatever
/// else a browser would forgive is a fault, because it was not written by us.
struct StrictPage {
    struct Element {
        var name: String
        /// By name; values as they are written, entities and all.
        var attributes: [String: String]
        /// The marks of the regions around it, outermost first, its own included.
        var regions: [String]
        var isInHead: Bool
        /// What stands directly in a `title` or a `script`.
        var text = ""

        /// One line for all that a reader cannot see of it.
        var line: String {
            "<\(name)" + attributes.sorted { $0.key < $1.key }.map { " \($0.key)=\"\($0.value)\"" }.joined() + ">" + text
        }
    }

    static let void: Set<String> = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    ]
    /// A page of ours nests some twenty deep.
    private static let deepest = 200

    private(set) var elements: [Element] = []
    private(set) var faults: [String] = []
    private let bytes: [UInt8]
    private var position = 0
    private var open: [Int] = []

    init(_ html: String) {
        bytes = Array(html.utf8)
        run()
    }

    private mutating func run() {
        if !starts("<!doctype html>") { fault("no doctype") }
        while position < bytes.count {
            let start = position
            while position < bytes.count, bytes[position] != UInt8(ascii: "<") { position += 1 }
            if start < position, let last = open.last, ["title", "script", "style"].contains(elements[last].name) {
                elements[last].text += String(decoding: bytes[start..<position], as: UTF8.self)
            }
            guard position < bytes.count else { break }
            if starts("<!--") {
                let start = position
                skip(past: "-->")
                fault("a comment: \(String(decoding: bytes[start..<position].prefix(200), as: UTF8.self))")
            } else if starts("<!") || starts("<?") {
                if position > 0 && elements.isEmpty == false { fault("a declaration inside the page") }
                skip(past: ">")
            } else {
                tag()
            }
        }
        for index in open { fault("<\(elements[index].name)> is never closed") }
    }

    private mutating func fault(_ text: String) {
        if faults.count < 100 { faults.append(text) }
    }

    private func starts(_ text: String) -> Bool {
        var place = position
        for byte in text.utf8 {
            guard place < bytes.count, bytes[place] | (Self.isLetter(bytes[place]) ? 0x20 : 0) == byte else { return false }
            place += 1
        }
        return true
    }

    private static func isSmall(_ byte: UInt8) -> Bool { (97...122).contains(byte) }
    private static func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte) }

    private mutating func skip(past end: String) {
        let target = Array(end.utf8)
        while position + target.count <= bytes.count, !bytes[position...].starts(with: target) { position += 1 }
        position = min(bytes.count, position + target.count)
    }

    private mutating func tag() {
        let start = position
        var quote: UInt8?
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if let mark = quote {
                if byte == mark { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                break
            }
        }
        guard bytes[position - 1] == UInt8(ascii: ">"), position - start > 2 else { return fault("a tag that does not end") }
        let inside = bytes[(start + 1)..<(position - 1)]
        if inside.first == UInt8(ascii: "/") { return close(String(decoding: inside.dropFirst(), as: UTF8.self)) }
        let isEmpty = inside.last == UInt8(ascii: "/")
        let source = isEmpty ? inside.dropLast() : inside
        let nameBytes = source.prefix { !Self.isSpace($0) }
        let name = String(decoding: nameBytes, as: UTF8.self)
        if !name.utf8.allSatisfy({ Self.isSmall($0) || (48...57).contains($0) || $0 == 45 }) { fault("<\(name.prefix(40))>") }
        var element = Element(
            name: name.lowercased(),
            attributes: attributes(source.dropFirst(nameBytes.count), of: name),
            regions: [],
            isInHead: false
        )
        if let last = open.last {
            element.regions = elements[last].regions
            element.isInHead = elements[last].isInHead || elements[last].name == "head"
        }
        if let mark = element.attributes["data-r"] { element.regions.append(mark) }
        elements.append(element)
        guard !isEmpty, !Self.void.contains(element.name) else { return }
        guard open.count < Self.deepest else { return fault("nested too deep") }
        open.append(elements.count - 1)
        if element.name == "script" || element.name == "style" { raw(element.name) }
    }

    /// What stands in a script or a style is no markup.
    private mutating func raw(_ name: String) {
        let start = position
        while position < bytes.count, !starts("</\(name)") { position += 1 }
        elements[elements.count - 1].text = String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func close(_ source: String) {
        let name = source.lowercased()
        guard let last = open.last else { return fault("</\(name.prefix(40))> where nothing is open") }
        if elements[last].name == name {
            open.removeLast()
        } else {
            fault("</\(name.prefix(40))> where <\(elements[last].name)> is open")
            if let place = open.lastIndex(where: { elements[$0].name == name }) { open.removeSubrange(place...) }
        }
    }

    private mutating func attributes(_ source: ArraySlice<UInt8>, of name: String) -> [String: String] {
        var result: [String: String] = [:]
        var rest = source
        while true {
            rest = rest.drop(while: Self.isSpace)
            let key = rest.prefix { !Self.isSpace($0) && $0 != UInt8(ascii: "=") }
            guard !key.isEmpty else { return result }
            rest = rest.dropFirst(key.count)
            let word = String(decoding: key, as: UTF8.self).lowercased()
            var value = ""
            if rest.first == UInt8(ascii: "=") {
                rest = rest.dropFirst()
                if let mark = rest.first, mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "'") {
                    let inner = rest.dropFirst().prefix { $0 != mark }
                    value = String(decoding: inner, as: UTF8.self)
                    rest = rest.dropFirst(inner.count + 2)
                    if mark == UInt8(ascii: "'") { fault("<\(name)> \(word) in single quotes") }
                } else {
                    let inner = rest.prefix { !Self.isSpace($0) }
                    value = String(decoding: inner, as: UTF8.self)
                    rest = rest.dropFirst(inner.count)
                    fault("<\(name)> \(word) without quotes")
                }
            }
            if result.updateValue(value, forKey: word) != nil { fault("<\(name)> has '\(word)' twice") }
        }
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }
}
