import Foundation

/// What rejects need of JSON text: to add and take away one member of an object and leave every other byte as it stands.
enum JSONText {
    /// A top-level member of an object: its key as written (without quotes) and the bytes from its key's quote to the end of its value.
    struct Member: Equatable {
        let key: [UInt8]
        let range: Range<Int>
    }

    /// Whether this is one JSON object.
    static func isObject(_ text: String) -> Bool {
        // The quick look spares the parser on lines that are plainly something else.
        guard text.utf8.first(where: { !isSpace($0) }) == UInt8(ascii: "{") else { return false }
        return (try? JSONSerialization.jsonObject(with: Data(text.utf8))) is [String: Any]
    }

    /// The members of a valid object in their order. `bytes` must have passed `isObject`.
    static func members(of bytes: [UInt8]) -> [Member] {
        var members: [Member] = []
        var position = (bytes.firstIndex(of: UInt8(ascii: "{")) ?? bytes.count) + 1
        while position < bytes.count {
            guard let start = bytes[position...].firstIndex(of: UInt8(ascii: "\"")) else { break }
            let keyEnd = endOfString(bytes, from: start)
            let end = endOfValue(bytes, from: keyEnd)
            members.append(Member(key: Array(bytes[(start + 1)..<max(start + 1, keyEnd - 1)]), range: start..<end))
            position = end + 1
        }
        return members
    }

    /// The object without its members of that name; nil if it has none.
    static func removing(_ key: String, from bytes: [UInt8]) -> [UInt8]? {
        let all = members(of: bytes)
        let kept = all.filter { !$0.key.elementsEqual(key.utf8) }
        guard kept.count < all.count, let open = bytes.firstIndex(of: UInt8(ascii: "{")), let close = bytes.lastIndex(of: UInt8(ascii: "}")) else {
            return nil
        }
        var result = Array(bytes[...open])
        for (index, member) in kept.enumerated() {
            if index > 0 { result.append(UInt8(ascii: ",")) }
            result.append(contentsOf: bytes[member.range])
        }
        result.append(contentsOf: bytes[close...])
        return result
    }

    /// The object with one more member at its end.
    static func adding(_ key: String, _ value: [UInt8], to bytes: [UInt8]) -> [UInt8] {
        guard let close = bytes.lastIndex(of: UInt8(ascii: "}")) else { return bytes }
        var result = Array(bytes[..<close])
        if result.last(where: { !isSpace($0) }) != UInt8(ascii: "{") { result.append(UInt8(ascii: ",")) }
        result.append(contentsOf: string(key))
        result.append(UInt8(ascii: ":"))
        result.append(contentsOf: value)
        result.append(UInt8(ascii: "}"))
        return result
    }

    /// A string with its quotes (RFC 8259 section 7).
    static func string(_ text: String) -> [UInt8] {
        var result: [UInt8] = [UInt8(ascii: "\"")]
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): result.append(contentsOf: [UInt8(ascii: "\\"), byte])
            case 0x0A: result.append(contentsOf: "\\n".utf8)
            case 0x0D: result.append(contentsOf: "\\r".utf8)
            case 0x09: result.append(contentsOf: "\\t".utf8)
            case 0..<0x20:
                let digits = String(byte, radix: 16)
                result.append(contentsOf: ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8)
            default: result.append(byte)
            }
        }
        result.append(UInt8(ascii: "\""))
        return result
    }

    /// Behind the closing quote of the string that begins at `from`.
    private static func endOfString(_ bytes: [UInt8], from: Int) -> Int {
        var position = from + 1
        while position < bytes.count {
            if bytes[position] == UInt8(ascii: "\\") {
                position += 2
            } else if bytes[position] == UInt8(ascii: "\"") {
                return position + 1
            } else {
                position += 1
            }
        }
        return bytes.count
    }

    /// The end of the value after a key: at the comma or brace that closes the member, without spaces before it.
    private static func endOfValue(_ bytes: [UInt8], from: Int) -> Int {
        var position = from
        var depth = 0
        scan: while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\""):
                position = endOfString(bytes, from: position)
                continue scan
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if depth == 0 { break scan }
                depth -= 1
            case UInt8(ascii: ","):
                if depth == 0 { break scan }
            default: break
            }
            position += 1
        }
        while position > from && isSpace(bytes[position - 1]) { position -= 1 }
        return position
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }
}
