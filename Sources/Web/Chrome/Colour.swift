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
    static let black = Colour(red: 0, green: 0, blue: 0)

    /// `0xRRGGBB`.
    init(_ value: UInt32) {
        self.init(red: UInt8(value >> 16 & 255), green: UInt8(value >> 8 & 255), blue: UInt8(value & 255))
    }

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

    /// This colour with a share (0 to 1) of another.
    func mixed(with other: Colour, _ share: Double) -> Colour {
        func mix(_ a: UInt8, _ b: UInt8) -> UInt8 { UInt8((Double(a) + (Double(b) - Double(a)) * share).rounded()) }
        return Colour(red: mix(red, other.red), green: mix(green, other.green), blue: mix(blue, other.blue))
    }

    /// This colour moved towards `end` (black or white) by the smallest of fifty steps that gives `ratio` against every one of `grounds`; `end` where none does.
    func readable(on grounds: [Colour], ratio: Double, towards end: Colour) -> Colour {
        for step in 0..<50 {
            let colour = mixed(with: end, Double(step) / 50)
            if grounds.allSatisfy({ colour.contrast(with: $0) >= ratio }) { return colour }
        }
        return end
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
