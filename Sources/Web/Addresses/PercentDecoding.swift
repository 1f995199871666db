/// Percent-decoding that refuses what it cannot read.
public enum PercentDecoding {
    /// The text, or nil for a broken escape, bytes that are not UTF-8, a NUL or another control character.
    /// An encoded slash stays encoded, so that it cannot turn one segment into two.
    public static func decode(_ text: some StringProtocol) -> String? {
        var out: [UInt8] = []
        var bytes = text.utf8.makeIterator()
        while let byte = bytes.next() {
            guard byte == UInt8(ascii: "%") else {
                guard byte >= 0x20, byte != 0x7F else { return nil }
                out.append(byte)
                continue
            }
            guard let high = bytes.next().flatMap(digit), let low = bytes.next().flatMap(digit) else { return nil }
            let value = high << 4 | low
            guard value >= 0x20, value != 0x7F else { return nil }
            if value == UInt8(ascii: "/") {
                out += Array("%2f".utf8)
            } else {
                out.append(value)
            }
        }
        return String(validating: out, as: UTF8.self)
    }

    /// Whether every escape of a query can be read (its values may hold line breaks, as forms send them).
    static func isSound(query: some StringProtocol) -> Bool {
        var out: [UInt8] = []
        var bytes = query.utf8.makeIterator()
        while let byte = bytes.next() {
            guard byte == UInt8(ascii: "%") else {
                out.append(byte)
                continue
            }
            guard let high = bytes.next().flatMap(digit), let low = bytes.next().flatMap(digit), high << 4 | low != 0 else { return false }
            out.append(high << 4 | low)
        }
        return String(validating: out, as: UTF8.self) != nil
    }

    static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 48...57: byte - 48
        case 65...70: byte - 55
        case 97...102: byte - 87
        default: nil
        }
    }
}
