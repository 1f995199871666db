/// Text as an array of scalar values and back, without the views of String, which cost several times as much.
enum ScalarText {
    static func decode(_ text: String) -> [UInt32] {
        var text = text
        return text.withUTF8 { bytes in
            [UInt32](unsafeUninitializedCapacity: bytes.count) { output, count in
                var i = 0
                let n = bytes.count
                while i < n {
                    let b = bytes[i]
                    let length = b < 0x80 ? 1 : b < 0xE0 ? 2 : b < 0xF0 ? 3 : 4
                    // A String is valid UTF-8; the bound is for safety alone.
                    guard i &+ length <= n else { break }
                    var value = UInt32(b)
                    if length > 1 {
                        value = length == 2 ? value & 0x1F : length == 3 ? value & 0x0F : value & 0x07
                        for k in 1..<length { value = value << 6 | UInt32(bytes[i &+ k] & 0x3F) }
                    }
                    output[count] = value
                    count &+= 1
                    i &+= length
                }
            }
        }
    }

    /// Values that are no scalars (surrogates, beyond U+10FFFF) become U+FFFD.
    static func encode(_ scalars: some Collection<UInt32>) -> String {
        let size = scalars.reduce(0) { $0 + ($1 < 0x80 ? 1 : $1 < 0x800 ? 2 : $1 < 0x10000 ? 3 : 4) }
        return String(unsafeUninitializedCapacity: size) { output in
            var o = 0
            for value in scalars {
                if value < 0x80 {
                    output[o] = UInt8(truncatingIfNeeded: value)
                    o &+= 1
                } else if value < 0x800 {
                    output[o] = 0xC0 | UInt8(truncatingIfNeeded: value >> 6)
                    output[o &+ 1] = 0x80 | UInt8(truncatingIfNeeded: value & 0x3F)
                    o &+= 2
                } else if value < 0x10000 {
                    let value = (0xD800...0xDFFF).contains(value) ? 0xFFFD : value
                    output[o] = 0xE0 | UInt8(truncatingIfNeeded: value >> 12)
                    output[o &+ 1] = 0x80 | UInt8(truncatingIfNeeded: value >> 6 & 0x3F)
                    output[o &+ 2] = 0x80 | UInt8(truncatingIfNeeded: value & 0x3F)
                    o &+= 3
                } else if value <= 0x10FFFF {
                    output[o] = 0xF0 | UInt8(truncatingIfNeeded: value >> 18)
                    output[o &+ 1] = 0x80 | UInt8(truncatingIfNeeded: value >> 12 & 0x3F)
                    output[o &+ 2] = 0x80 | UInt8(truncatingIfNeeded: value >> 6 & 0x3F)
                    output[o &+ 3] = 0x80 | UInt8(truncatingIfNeeded: value & 0x3F)
                    o &+= 4
                } else {
                    (output[o], output[o &+ 1], output[o &+ 2]) = (0xEF, 0xBF, 0xBD)
                    o &+= 3
                }
            }
            return o
        }
    }

    /// Letters, marks apart, of any script: what makes a word go on.
    static func isAlphabetic(_ value: UInt32) -> Bool {
        if value < 0x80 { return (value | 32) &- 0x61 < 26 }
        if value < 0x250 { return EncodingEvidence.isLetter(value) || value == 0xAA || value == 0xB5 || value == 0xBA }
        return Unicode.Scalar(value)?.properties.isAlphabetic ?? false
    }
}
