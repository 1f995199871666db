/// Names and values as forms and queries write them (`application/x-www-form-urlencoded`), read strictly.
public enum FormCoding {
    /// The text; nil for a broken escape, bytes that are not UTF-8, or a NUL.
    public static func decode(_ bytes: some Sequence<UInt8>) -> String? {
        var out: [UInt8] = []
        var rest = bytes.makeIterator()
        while let byte = rest.next() {
            switch byte {
            case UInt8(ascii: "+"): out.append(32)
            case UInt8(ascii: "%"):
                guard let high = rest.next().flatMap(PercentDecoding.digit), let low = rest.next().flatMap(PercentDecoding.digit) else { return nil }
                out.append(high << 4 | low)
            default: out.append(byte)
            }
        }
        guard !out.contains(0) else { return nil }
        return String(validating: out, as: UTF8.self)
    }

    /// Percent-encodes everything but unreserved characters.
    public static func encode(_ text: String) -> String {
        var out = ""
        for byte in text.utf8 {
            if (97...122).contains(byte) || (65...90).contains(byte) || (48...57).contains(byte) || "-._~".utf8.contains(byte) {
                out.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                out += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return out
    }
}
