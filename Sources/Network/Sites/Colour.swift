import Foundation

/// A colour `#rrggbb` in sRGB.
struct Colour {
    let red: UInt8
    let green: UInt8
    let blue: UInt8

    init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 7, bytes[0] == 0x23, bytes.dropFirst().allSatisfy({ Character(UnicodeScalar($0)).isHexDigit }),
            let value = UInt32(text.dropFirst(), radix: 16)
        else { return nil }
        red = UInt8(truncatingIfNeeded: value >> 16)
        green = UInt8(truncatingIfNeeded: value >> 8)
        blue = UInt8(truncatingIfNeeded: value)
    }

    /// Relative luminance, 0 (black) to 1 (white): WCAG 2.2, section 6.
    var luminance: Double {
        0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue)
    }

    /// Contrast against white in hundredths, rounded down (so that 4.499 never passes for 4.5): 100 to 2100.
    var hundredthsAgainstWhite: Int { Int((1.05 / (luminance + 0.05) * 100 + 1e-9).rounded(.down)) }

    private static func linear(_ channel: UInt8) -> Double {
        let value = Double(channel) / 255
        return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
}
