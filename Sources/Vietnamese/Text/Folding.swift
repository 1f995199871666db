/// The text without marks and in lower case: "Đường Hạ Giàng" → "duong ha giang". What unaccented search and addresses compare.
///
/// Marks U+0300–036F and soft hyphens go, letters with a stroke lose it (đ → d), ligatures come apart (æ → ae). Scripts without
/// such marks pass unchanged but for their case. Folding twice is folding once, and NFC and NFD fold alike.
public func fold(_ text: String) -> String {
    var text = text
    let finding = text.withUTF8 { NormalForm.scan($0) }
    if finding == .unknown { text = nfc(text) }
    return text.withUTF8 { bytes in
        String(unsafeUninitializedCapacity: bytes.count) { Folding.fold(bytes, into: $0) }
    }
}

/// `fold(_:)` on UTF-8 bytes, appended to `output`: for indexes that never make strings.
///
/// - Precondition: the bytes are valid UTF-8 in NFC or NFD; bytes that are not pass unchanged.
public func foldUTF8(_ bytes: UnsafeBufferPointer<UInt8>, appendingTo output: inout [UInt8]) {
    let piece = [UInt8](unsafeUninitializedCapacity: bytes.count) { buffer, count in count = Folding.fold(bytes, into: buffer) }
    output.append(contentsOf: piece)
}

/// `fold(_:)` on an array of UTF-8 bytes. The same precondition holds.
public func foldUTF8(_ bytes: [UInt8]) -> [UInt8] {
    bytes.withUnsafeBufferPointer { input in
        [UInt8](unsafeUninitializedCapacity: input.count) { buffer, count in count = Folding.fold(input, into: buffer) }
    }
}

enum Folding {
    /// The result is never longer than the input: no scalar folds to more bytes than it has.
    static func fold(_ input: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>) -> Int {
        FoldTable.scalars.withUnsafeBufferPointer { table in
            let n = input.count
            var i = 0
            var o = 0
            while i < n {
                let b = input[i]
                if b < 0x80 {
                    output[o] = b &+ (b &- 0x41 < 26 ? 32 : 0)
                    o &+= 1
                    i &+= 1
                    continue
                }
                var scalar: Int
                let length: Int
                if b < 0xE0, i &+ 1 < n {
                    scalar = Int(b & 0x1F) << 6 | Int(input[i &+ 1] & 0x3F)
                    length = 2
                } else if b < 0xF0, i &+ 2 < n {
                    scalar = Int(b & 0x0F) << 12 | Int(input[i &+ 1] & 0x3F) << 6 | Int(input[i &+ 2] & 0x3F)
                    length = 3
                } else {
                    length = min(b < 0xE0 ? 2 : b < 0xF0 ? 3 : 4, n &- i)
                    scalar = .max
                }
                if scalar >= 0x2000 {
                    for k in 0..<length { output[o &+ k] = input[i &+ k] }
                    o &+= length
                    i &+= length
                    continue
                }
                let folded = table[scalar]
                i &+= length
                if folded < 0x80 {
                    output[o] = UInt8(truncatingIfNeeded: folded)
                    o &+= folded == FoldTable.dropped ? 0 : 1
                } else {
                    o = write(folded, scalar, into: output, at: o)
                }
            }
            return o
        }
    }

    private static func write(_ folded: UInt16, _ scalar: Int, into output: UnsafeMutableBufferPointer<UInt8>, at start: Int) -> Int {
        if folded == FoldTable.pair {
            guard let (first, second) = FoldTable.pairs[UInt32(scalar)] else { return start }
            output[start] = first
            output[start + 1] = second
            return start + 2
        }
        if folded < 0x800 {
            output[start] = 0xC0 | UInt8(folded >> 6)
            output[start + 1] = 0x80 | UInt8(folded & 0x3F)
            return start + 2
        }
        output[start] = 0xE0 | UInt8(folded >> 12)
        output[start + 1] = 0x80 | UInt8(folded >> 6 & 0x3F)
        output[start + 2] = 0x80 | UInt8(folded & 0x3F)
        return start + 3
    }
}
