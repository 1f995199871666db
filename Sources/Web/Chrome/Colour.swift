/// A colour of a portal's look, `#rrggbb`, with what accessibility asks of it (WCAG 2.2, contrast of text).
public struct Colour: Sendable, Hashable, CustomStringConvertible {
    public let red: UInt8
    public let green: UInt8
    public let blue: UInt8

    /// Nil unless `#` and six hexadecimal digits.
    public init?(_ text: String) {
        let digits = text.utf8.dropFirst()
        guard text.utf8.count == 7, text.utf8.first == UInt8(ascii: "#"), digits.allSatisfy(Colour.isHexadecimal),
            let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
        else { return nil }
        self.init(red: UInt8(value >> 16 & 255), green: UInt8(value >> 8 & 255), blue: UInt8(value & 255))
    }

    init(red: UInt8, green: UInt8, blue: UInt8) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    static let white = Colour(red: 255, green: 255, blue: 255)
    /// The lightest background of the dark scheme in the stylesheet (`--card`): what can be read there can be read on the darker ones.
    static let night = Colour(red: 0x1C, green: 0x1F, blue: 0x25)
    static let ink = Colour(red: 0x1B, green: 0x1D, blue: 0x22)

    private static func isHexadecimal(_ byte: UInt8) -> Bool { (48...57).contains(byte) || (97...102).contains(byte | 0x20) }

    /// `rrggbb`, lower case.
    var digits: String {
        [red, green, blue].map { byte in
            let text = String(byte, radix: 16)
            return text.utf8.count == 1 ? "0" + text : text
        }.joined()
    }

    public var description: String { "#" + digits }

    /// Relative luminance, 0 to 1.
    var luminance: Double {
        func channel(_ byte: UInt8) -> Double {
            let share = Double(byte) / 255
            return share <= 0.04045 ? share / 12.92 : power((share + 0.055) / 1.055)
        }
        return 0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue)
    }

    /// 1 (none) to 21 (black on white); text wants 4.5.
    public func contrast(with other: Colour) -> Double {
        let (a, b) = (luminance, other.luminance)
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    /// This colour mixed with white until it can be read on `background`.
    func lightened(toReadOn background: Colour) -> Colour {
        var colour = self
        for step in 0...20 where colour.contrast(with: background) < 4.5 {
            let share = Double(step) / 20
            func mix(_ byte: UInt8) -> UInt8 { UInt8((Double(byte) + (255 - Double(byte)) * share).rounded()) }
            colour = Colour(red: mix(red), green: mix(green), blue: mix(blue))
        }
        return colour
    }

    /// x^2.4 by the logarithm-free way: x² times the fifth root of x². Exact to the last digit that matters here, and the same on every machine.
    private func power(_ x: Double) -> Double {
        let square = x * x
        guard square > 0 else { return 0 }
        var root = 1.0
        for _ in 0..<64 { root -= (root * root * root * root * root - square) / (5 * root * root * root * root) }
        return square * root
    }
}
