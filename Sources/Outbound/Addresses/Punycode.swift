/// Reads the ASCII form of an international label (RFC 3492), only to know whether it is one.
enum Punycode {
    /// What stands behind `xn--`; nil when it is not soundly encoded.
    static func decode(_ text: Substring) -> [Unicode.Scalar]? {
        var out: [UInt32] = []
        var rest = text
        if let dash = text.lastIndex(of: "-") {
            out = text[..<dash].unicodeScalars.map(\.value)
            rest = text[text.index(after: dash)...]
        }
        var code: UInt32 = 128
        var index: UInt32 = 0
        var bias: UInt32 = 72
        var digits = rest.utf8.makeIterator()
        var next = digits.next()
        while next != nil {
            let before = index
            var weight: UInt32 = 1
            var place: UInt32 = 36
            while true {
                guard let byte = next, let digit = value(of: byte) else { return nil }
                next = digits.next()
                let (product, isTooMuch) = digit.multipliedReportingOverflow(by: weight)
                let (sum, isOver) = index.addingReportingOverflow(product)
                guard !isTooMuch, !isOver else { return nil }
                index = sum
                let threshold = place <= bias ? 1 : min(place - bias, 26)
                if digit < threshold { break }
                let (heavier, isTooHeavy) = weight.multipliedReportingOverflow(by: 36 - threshold)
                guard !isTooHeavy else { return nil }
                weight = heavier
                place += 36
            }
            let count = UInt32(out.count) + 1
            bias = adapted(index - before, count, isFirst: before == 0)
            code += index / count
            guard code <= 0x10_FFFF else { return nil }
            index %= count
            out.insert(code, at: Int(index))
            index += 1
        }
        let scalars = out.compactMap { Unicode.Scalar($0) }
        return scalars.count == out.count ? scalars : nil
    }

    private static func value(of byte: UInt8) -> UInt32? {
        switch byte {
        case 97...122: UInt32(byte - 97)
        case 48...57: UInt32(byte - 48 + 26)
        default: nil
        }
    }

    private static func adapted(_ difference: UInt32, _ count: UInt32, isFirst: Bool) -> UInt32 {
        var delta = isFirst ? difference / 700 : difference / 2
        delta += delta / count
        var steps: UInt32 = 0
        while delta > 455 {
            delta /= 35
            steps += 36
        }
        return steps + 36 * delta / (delta + 38)
    }
}
