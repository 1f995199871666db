/// Reads Swift just well enough to tell code from comments and from the contents of strings.
enum SwiftCode {
    /// The text with comments and string contents turned into spaces; line breaks, quotes and interpolated code stay.
    static func blanked(_ text: String) -> String {
        var scanner = Scanner(bytes: Array(text.utf8))
        scanner.code(insideInterpolation: false)
        return String(decoding: scanner.bytes, as: UTF8.self)
    }

    /// The modules a file imports, with the line of each.
    static func imports(of file: SourceFile) -> [(module: String, line: Int)] {
        file.codeLines.enumerated().compactMap { offset, line in
            var words = line.split { $0 == " " || $0 == "\t" }[...]
            while let first = words.first, first.hasPrefix("@") || access.contains(String(first)) { words.removeFirst() }
            guard words.first == "import" else { return nil }
            words.removeFirst()
            if let first = words.first, kinds.contains(String(first)) { words.removeFirst() }
            guard let module = words.first?.split(separator: ".").first else { return nil }
            return (String(module), offset + 1)
        }
    }

    private static let access: Set = ["public", "package", "internal", "fileprivate", "private"]
    private static let kinds: Set = ["struct", "class", "enum", "protocol", "typealias", "func", "let", "var", "actor"]

    /// The lines that unwrap by force: a `!` straight after a value.
    static func forcedLines(of file: SourceFile) -> [Int] {
        file.codeLines.enumerated().filter { _, line in
            let bytes = Array(line.utf8)
            return bytes.indices.contains { index in
                guard bytes[index] == UInt8(ascii: "!"), index > 0, isEndOfValue(bytes[index - 1]) else { return false }
                return index + 1 == bytes.count || bytes[index + 1] != UInt8(ascii: "=")
            }
        }.map { $0.offset + 1 }
    }

    private static func isEndOfValue(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        case UInt8(ascii: "_"), UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "\""), UInt8(ascii: "?"): true
        default: byte >= 0x80
        }
    }

    private struct Scanner {
        var bytes: [UInt8]
        var index = 0

        private func at(_ offset: Int) -> UInt8 { index + offset < bytes.count ? bytes[index + offset] : 0 }

        private func starts(with text: StaticString, at offset: Int = 0) -> Bool {
            text.withUTF8Buffer { wanted in wanted.indices.allSatisfy { at(offset + $0) == wanted[$0] } }
        }

        private mutating func blank(_ count: Int = 1) {
            for _ in 0..<count where index < bytes.count {
                if bytes[index] != UInt8(ascii: "\n") { bytes[index] = UInt8(ascii: " ") }
                index += 1
            }
        }

        /// Code up to the end, or to the parenthesis that closes an interpolation.
        mutating func code(insideInterpolation: Bool) {
            var depth = 0
            while index < bytes.count {
                if starts(with: "//") {
                    while index < bytes.count, at(0) != UInt8(ascii: "\n") { blank() }
                } else if starts(with: "/*") {
                    comment()
                } else if let hashes = openedString() {
                    string(hashes: hashes)
                } else {
                    if at(0) == UInt8(ascii: "(") { depth += 1 }
                    if at(0) == UInt8(ascii: ")") {
                        depth -= 1
                        if insideInterpolation, depth < 0 { return }
                    }
                    index += 1
                }
            }
        }

        private mutating func comment() {
            var depth = 0
            repeat {
                if starts(with: "/*") {
                    depth += 1
                    blank(2)
                } else if starts(with: "*/") {
                    depth -= 1
                    blank(2)
                } else {
                    blank()
                }
            } while depth > 0 && index < bytes.count
        }

        /// How many `#` open a string here; nil when none opens.
        private func openedString() -> Int? {
            var hashes = 0
            while at(hashes) == UInt8(ascii: "#") { hashes += 1 }
            return at(hashes) == UInt8(ascii: "\"") ? hashes : nil
        }

        private func hasHashes(_ count: Int, at offset: Int) -> Bool {
            (0..<count).allSatisfy { at(offset + $0) == UInt8(ascii: "#") }
        }

        private mutating func string(hashes: Int) {
            index += hashes
            let isLong = starts(with: "\"\"\"")
            let quotes = isLong ? 3 : 1
            index += quotes
            while index < bytes.count {
                if isLong ? starts(with: "\"\"\"") : at(0) == UInt8(ascii: "\""), hasHashes(hashes, at: quotes) {
                    index += quotes + hashes
                    return
                }
                if at(0) == UInt8(ascii: "\n"), !isLong { return }
                if at(0) == UInt8(ascii: "\\"), hasHashes(hashes, at: 1) {
                    blank(1 + hashes)
                    if at(0) == UInt8(ascii: "(") {
                        index += 1
                        code(insideInterpolation: true)
                        index += 1
                        continue
                    }
                }
                blank()
            }
        }
    }
}
