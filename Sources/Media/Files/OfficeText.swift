/// The words of an office file: OOXML (ECMA-376), OpenDocument (ISO 26300), and presentations from before 2007. Runs in the worker process; of markup it reads what
/// is between tags and believes nothing else.
enum OfficeText {
    /// UTF-8 bytes of text.
    static let most = 4 << 20
    private static let mostOfPart = 64 << 20

    /// - Throws: `FileRefusal` for what is no such file.
    static func words(of document: [UInt8]) throws(FileRefusal) -> [UInt8] {
        if document.starts(with: CompoundFile.mark) { return try SlideText.words(of: document, most: most) }
        guard let file = try PackedFile(document) else { throw .damaged }
        var text: [UInt8] = []
        for entry in parts(of: file) where text.count < most {
            var walk = TagWalk(text: text, most: most, takesAll: entry.name == "content.xml")
            walk.read(try file.content(of: entry, in: document, limit: mostOfPart))
            text = walk.text
            if let last = text.last, last != 10 { text.append(10) }
        }
        return Array(text.prefix(most))
    }

    /// The parts that have words, in the order they are read.
    private static func parts(of file: PackedFile) -> [PackedFile.Entry] {
        func number(_ name: String) -> Int { Int(name.drop { !$0.isNumber }.prefix { $0.isNumber }) ?? 0 }
        return file.entries.filter { entry in
            ["word/document.xml", "word/footnotes.xml", "word/endnotes.xml", "xl/sharedStrings.xml", "content.xml"].contains(entry.name)
                || (entry.name.hasPrefix("ppt/slides/slide") || entry.name.hasPrefix("xl/worksheets/sheet")) && entry.name.hasSuffix(".xml")
        }.sorted { (number($0.name), $0.name) < (number($1.name), $1.name) }
    }
}

/// Walks over markup without building anything: text inside the elements that hold words, a line's end after each paragraph.
private struct TagWalk {
    var text: [UInt8]
    let most: Int
    /// OpenDocument writes words anywhere in a body; OOXML only in `t`.
    let takesAll: Bool
    private var isInside = false

    init(text: [UInt8], most: Int, takesAll: Bool) {
        self.text = text
        self.most = most
        self.takesAll = takesAll
    }

    mutating func read(_ bytes: [UInt8]) {
        var at = 0
        while at < bytes.count, text.count < most {
            if bytes[at] == UInt8(ascii: "<") {
                guard let end = bytes[at...].firstIndex(of: UInt8(ascii: ">")) else { return }
                tag(bytes[(at + 1)..<end])
                at = end + 1
            } else {
                let end = bytes[at...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
                if isInside { take(bytes[at..<end]) }
                at = end
            }
        }
    }

    private mutating func tag(_ tag: ArraySlice<UInt8>) {
        guard let first = tag.first, first != UInt8(ascii: "?"), first != UInt8(ascii: "!") else { return }
        let isEnd = first == UInt8(ascii: "/")
        let full = tag.drop { $0 == UInt8(ascii: "/") }.prefix { ![32, 9, 10, 13, UInt8(ascii: "/")].contains($0) }
        let isEmpty = tag.last == UInt8(ascii: "/")
        let parts = full.split(separator: UInt8(ascii: ":"))
        let name = String(decoding: parts.last ?? [], as: UTF8.self)
        let space = parts.count > 1 ? String(decoding: parts[parts.startIndex], as: UTF8.self) : ""
        switch name {
        case "t" where !takesAll: isInside = !isEnd && !isEmpty
        case "p", "h", "si", "row", "table-row":
            if takesAll, name == "p" || name == "h" { isInside = !isEnd && !isEmpty && space == "text" }
            if isEnd { newLine() }
        case "br", "cr", "line-break": newLine()
        case "tab", "c", "s", "table-cell": if let last = text.last, last != 32, last != 10 { text.append(32) }
        default: break
        }
    }

    private mutating func newLine() { if let last = text.last, last != 10 { text.append(10) } }

    /// The five entities and numbers of characters.
    private mutating func take(_ bytes: ArraySlice<UInt8>) {
        var rest = bytes
        while let at = rest.firstIndex(of: UInt8(ascii: "&")) {
            text += rest[..<at]
            guard let end = rest[at...].prefix(12).firstIndex(of: UInt8(ascii: ";")) else {
                rest = rest[rest.index(after: at)...]
                continue
            }
            let name = String(decoding: rest[rest.index(after: at)..<end], as: UTF8.self)
            let known = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"][name]
            text += Array((known ?? Self.character(name)).utf8)
            rest = rest[rest.index(after: end)...]
        }
        text += rest
    }

    private static func character(_ name: String) -> String {
        guard name.hasPrefix("#") else { return "" }
        let digits = name.dropFirst()
        let number = digits.hasPrefix("x") || digits.hasPrefix("X") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        return number.flatMap(Unicode.Scalar.init).map { String(Character($0)) } ?? ""
    }
}
