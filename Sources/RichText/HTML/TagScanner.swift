/// Finds the tags of HTML as its tokeniser does (comments, quoted attributes and raw text are stepped over), in one pass without a tree.
struct TagScanner {
    enum Token {
        case start(name: Range<Int>, tag: Range<Int>, attributes: Int)
        case end(name: Range<Int>, tag: Range<Int>)
        case text(Range<Int>)
        /// A comment, declaration or other markup without content, or the inside of an element whose content is not markup.
        case skipped(Range<Int>)
    }

    let source: UnsafeBufferPointer<UInt8>
    private var position = 0
    /// The element whose raw text comes next.
    private var raw: Range<Int>?

    init(_ source: UnsafeBufferPointer<UInt8>) { self.source = source }

    mutating func next() -> Token? {
        guard position < source.count else { return nil }
        let start = position
        if let element = raw {
            raw = nil
            position = endOfRawText(element)
            if position > start { return .skipped(start..<position) }
        }
        guard source[position] == UInt8(ascii: "<"), position + 1 < source.count else { return text() }
        switch source[position + 1] {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): return tag(nameStart: position + 1, isEnd: false)
        case UInt8(ascii: "/"):
            guard position + 2 < source.count else { return text() }
            if Self.isLetter(source[position + 2]) { return tag(nameStart: position + 2, isEnd: true) }
            return skip(past: UInt8(ascii: ">"))
        case UInt8(ascii: "!"): return comment()
        case UInt8(ascii: "?"): return skip(past: UInt8(ascii: ">"))
        default: return text()
        }
    }

    /// Elements whose content is not markup.
    static let rawTextElements: Set<String> = ["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"]

    func name(_ range: Range<Int>) -> String { String(decoding: source[range].prefix(32), as: UTF8.self).lowercased() }

    private static func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0C || byte == 0x0D }

    private mutating func text() -> Token {
        let start = position
        position += 1
        while position < source.count, source[position] != UInt8(ascii: "<") { position += 1 }
        return .text(start..<position)
    }

    private mutating func skip(past end: UInt8) -> Token {
        let start = position
        while position < source.count, source[position] != end { position += 1 }
        position = min(position + 1, source.count)
        return .skipped(start..<position)
    }

    private mutating func comment() -> Token {
        let start = position
        guard position + 3 < source.count, source[position + 2] == UInt8(ascii: "-"), source[position + 3] == UInt8(ascii: "-") else {
            return skip(past: UInt8(ascii: ">"))
        }
        position += 4
        // "<!-->" and "<!--->" are whole comments.
        if position < source.count, source[position] == UInt8(ascii: ">") {
            position += 1
            return .skipped(start..<position)
        }
        if position + 1 < source.count, source[position] == UInt8(ascii: "-"), source[position + 1] == UInt8(ascii: ">") {
            position += 2
            return .skipped(start..<position)
        }
        while position < source.count {
            if source[position] == UInt8(ascii: "-"), position + 2 < source.count, source[position + 1] == UInt8(ascii: "-") {
                if source[position + 2] == UInt8(ascii: ">") {
                    position += 3
                    return .skipped(start..<position)
                }
                if source[position + 2] == UInt8(ascii: "!"), position + 3 < source.count, source[position + 3] == UInt8(ascii: ">") {
                    position += 4
                    return .skipped(start..<position)
                }
            }
            position += 1
        }
        return .skipped(start..<position)
    }

    private mutating func tag(nameStart: Int, isEnd: Bool) -> Token {
        let start = position
        position = nameStart
        while position < source.count, !Self.isSpace(source[position]), source[position] != UInt8(ascii: "/"), source[position] != UInt8(ascii: ">") {
            position += 1
        }
        let name = nameStart..<position
        var attributes = 0
        while position < source.count, source[position] != UInt8(ascii: ">") {
            if Self.isSpace(source[position]) || source[position] == UInt8(ascii: "/") {
                position += 1
            } else {
                attributes += 1
                attribute()
            }
        }
        position = min(position + 1, source.count)
        if isEnd { return .end(name: name, tag: start..<position) }
        if Self.rawTextElements.contains(self.name(name)) { raw = name }
        return .start(name: name, tag: start..<position, attributes: attributes)
    }

    private mutating func attribute() {
        // A name may begin with "=".
        position += 1
        while position < source.count, !Self.isSpace(source[position]),
            ![UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "/")].contains(source[position])
        {
            position += 1
        }
        var ahead = position
        while ahead < source.count, Self.isSpace(source[ahead]) { ahead += 1 }
        guard ahead < source.count, source[ahead] == UInt8(ascii: "=") else { return }
        ahead += 1
        while ahead < source.count, Self.isSpace(source[ahead]) { ahead += 1 }
        position = ahead
        guard position < source.count else { return }
        let quote = source[position]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            position += 1
            while position < source.count, source[position] != quote { position += 1 }
            position = min(position + 1, source.count)
        } else {
            while position < source.count, !Self.isSpace(source[position]), source[position] != UInt8(ascii: ">") { position += 1 }
        }
    }

    private func endOfRawText(_ element: Range<Int>) -> Int {
        var index = position
        while index + 1 < source.count {
            if source[index] == UInt8(ascii: "<"), source[index + 1] == UInt8(ascii: "/"), index + 2 + element.count <= source.count {
                let matches = zip(source[(index + 2)...], source[element]).allSatisfy { $0 | 0x20 == $1 | 0x20 }
                let after = index + 2 + element.count
                if matches, after == source.count || Self.isSpace(source[after]) || [UInt8(ascii: "/"), UInt8(ascii: ">")].contains(source[after]) {
                    return index
                }
            }
            index += 1
        }
        return source.count
    }
}
