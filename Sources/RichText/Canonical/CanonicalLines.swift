import Vietnamese

/// Builds canonical text (`ct-1`) line by line: white space collapsed, NFC, empty lines left out. Both ways to ct-1 end here.
struct CanonicalLines {
    private(set) var text = ""
    private var line = String.UnicodeScalarView()
    private var gap = false

    /// White space of ct-1: Unicode White_Space and all control characters, so that text can never hold one of our separators.
    static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0...0x20, 0x7F...0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }

    mutating func append(_ text: String) {
        for scalar in text.unicodeScalars {
            if Self.isSpace(scalar) {
                gap = true
            } else {
                let isNoncharacter = (0xFDD0...0xFDEF).contains(scalar.value) || scalar.value & 0xFFFE == 0xFFFE
                mark(isNoncharacter ? "\u{FFFD}" : scalar)
            }
        }
    }

    mutating func space() { gap = true }

    /// The start of a link: its text follows.
    mutating func link(_ address: String) {
        mark("\u{1F}")
        append(address)
        mark("\u{1F}")
    }

    /// A picture, film or recording.
    mutating func media(_ address: String, alt: String) {
        mark("\u{1E}")
        append(address)
        mark("\u{1E}")
        append(alt)
    }

    /// An element that our markup never holds: it makes the text differ from every committed one.
    mutating func stranger(_ element: String) {
        mark("\u{1E}")
        append("!\(element)")
        mark("\u{1E}")
    }

    mutating func endLine() {
        gap = false
        guard !line.isEmpty else { return }
        text += nfc(String(line))
        text += "\n"
        line = String.UnicodeScalarView()
    }

    private mutating func mark(_ scalar: Unicode.Scalar) {
        if gap && !line.isEmpty { line.append(" ") }
        gap = false
        line.append(scalar)
    }
}
