/// Reads one catalogue: a JSON object of texts and nothing else. A reader of our own, because the usual ones take the last of two equal keys in silence
/// and know no line numbers.
struct CatalogueFile {
    private let origin: String
    private let bytes: [UInt8]
    private var position = 0
    private var line = 1

    static func entries(of text: String, origin: String) throws(TemplateFault) -> [(key: String, text: String, line: Int)] {
        var reader = CatalogueFile(origin: origin, bytes: Array(text.utf8))
        return try reader.object()
    }

    private init(origin: String, bytes: [UInt8]) {
        self.origin = origin
        self.bytes = bytes
    }

    private func fault(_ message: String) -> TemplateFault { TemplateFault(origin: origin, line: line, message) }

    private mutating func object() throws(TemplateFault) -> [(key: String, text: String, line: Int)] {
        var result: [(key: String, text: String, line: Int)] = []
        var known: Set<String> = []
        try expect("{")
        if try peek() == UInt8(ascii: "}") {
            position += 1
        } else {
            while true {
                let key = try string()
                let at = line
                guard known.insert(key).inserted else { throw fault("'\(key)' stands here twice") }
                try expect(":")
                result.append((key, try string(), at))
                if try peek() == UInt8(ascii: ",") {
                    position += 1
                    continue
                }
                try expect("}")
                break
            }
        }
        skipSpace()
        guard position == bytes.count else { throw fault("something stands after the closing brace") }
        return result
    }

    private mutating func skipSpace() {
        while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) {
            if bytes[position] == 0x0A { line += 1 }
            position += 1
        }
    }

    private mutating func peek() throws(TemplateFault) -> UInt8 {
        skipSpace()
        guard position < bytes.count else { throw fault("the catalogue ends too early") }
        return bytes[position]
    }

    private mutating func expect(_ character: Character) throws(TemplateFault) {
        guard try peek() == character.asciiValue else { throw fault("'\(character)' was expected") }
        position += 1
    }

    private mutating func string() throws(TemplateFault) -> String {
        try expect("\"")
        var out: [UInt8] = []
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: out, as: UTF8.self)
            case 0..<0x20: throw fault("a text may not run over the end of its line")
            case UInt8(ascii: "\\"):
                guard position < bytes.count else { throw fault("the catalogue ends too early") }
                let escape = bytes[position]
                position += 1
                switch escape {
                case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): out.append(escape)
                case UInt8(ascii: "n"): out.append(0x0A)
                case UInt8(ascii: "t"): out.append(0x09)
                default: throw fault("write the character itself instead of an escape like '\\\(Character(Unicode.Scalar(escape)))'")
                }
            default: out.append(byte)
            }
        }
        throw fault("a text is never closed")
    }
}
