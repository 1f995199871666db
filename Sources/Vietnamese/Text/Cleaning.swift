/// What `cleanText` leaves in place beside visible characters and spaces.
public struct KeptControls: OptionSet, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Line breaks, all as "\n"; without this they become spaces.
    public static let lines = KeptControls(rawValue: 1)
    /// Tabs; without this they become spaces.
    public static let tabs = KeptControls(rawValue: 2)
}

/// Text as it may be stored: NFC, without characters nobody sees.
///
/// Zero-width and direction marks, soft hyphens, byte order marks, tags and control characters go; the other widths of space and
/// no-break spaces become a plain space; CR, CRLF, form feed, vertical tab and U+2028/2029 become "\n"; C1 controls, which are
/// Windows-1252 read as Latin-1, become the quotes and dashes they stood for; Ð (eth) and Ɖ become Đ; a tone mark that was torn off
/// its vowel by a space goes back where that makes a Vietnamese syllable, else away. U+FFFD stays: it says that something was lost.
///
/// Run `decodeLegacy(_:)` first: in TCVN3 text the soft hyphen *is* the letter ư.
public func cleanText(_ text: String, keeping kept: KeptControls = [.lines, .tabs]) -> String {
    var text = nfc(text)
    if text.withUTF8({ Cleaning.isClean($0, kept) }) { return text }
    var output = String.UnicodeScalarView()
    let scalars = Array(text.unicodeScalars)
    var i = 0
    while i < scalars.count {
        let scalar = scalars[i]
        i += 1
        switch Cleaning.action(scalar.value) {
        case .keep: output.append(scalar)
        case .drop: break
        case .space: output.append(" ")
        case .tab: output.append(kept.contains(.tabs) ? "\t" : " ")
        case .line:
            if scalar == "\r", i < scalars.count, scalars[i] == "\n" { i += 1 }
            output.append(kept.contains(.lines) ? "\n" : " ")
        case .replace(let other): output.append(other)
        case .joiner:
            // Between pictographs the joiner makes one picture of several.
            if let before = output.last, before.value >= 0x2190, i < scalars.count, scalars[i].value >= 0x2190 { output.append(scalar) }
        case .mark:
            if let before = output.last, before.value > 0x20 {
                output.append(scalar)
            } else {
                Cleaning.reattach(scalar, to: &output, before: scalars[i...])
            }
        }
    }
    return nfc(String(output))
}

enum Cleaning {
    enum Action { case keep, drop, space, tab, line, joiner, mark, replace(Unicode.Scalar) }

    /// True when no byte sequence that `action` would touch occurs; may be false for clean text.
    static func isClean(_ bytes: UnsafeBufferPointer<UInt8>, _ kept: KeptControls) -> Bool {
        var i = 0
        let n = bytes.count
        while i < n {
            let b = bytes[i]
            if b < 0x80 {
                if b < 0x20 || b == 0x7F {
                    guard b == 0x0A && kept.contains(.lines) || b == 0x09 && kept.contains(.tabs) else { return false }
                }
                i += 1
            } else if b < 0xE0 {
                guard i + 1 < n else { return false }
                let c = bytes[i + 1]
                switch b {
                case 0xC2: if c <= 0xA0 || c == 0xAD { return false }
                case 0xC3: if c == 0x90 { return false }
                case 0xC6: if c == 0x89 { return false }
                case 0xC9: if c == 0x96 { return false }
                case 0xCC, 0xCD: return false
                default: break
                }
                i += 2
            } else if b < 0xF0 {
                guard i + 2 < n else { return false }
                let c = bytes[i + 1]
                if b == 0xE2, c == 0x80 || c == 0x81 {
                    let d = bytes[i + 2]
                    // The punctuation of running text: dashes, quotes, bullets, ellipsis.
                    if c == 0x81 || !(0x90...0xA7).contains(d) && !(0xB0...0xBF).contains(d) { return false }
                } else if b == 0xEF, c >= 0xB7 {
                    return false
                } else if b == 0xE1, c < 0xB8 {
                    return false
                }
                i += 3
            } else {
                if b == 0xF3 { return false }
                i += 4
            }
        }
        return true
    }

    static func action(_ value: UInt32) -> Action {
        switch value {
        case 0x09: .tab
        case 0x0A...0x0D, 0x2028, 0x2029: .line
        case 0x00..<0x20, 0x7F: .drop
        case 0x80...0x9F: Windows1252.scalar(UInt8(value)).map(Action.replace) ?? .drop
        case 0xA0, 0x2000...0x200A, 0x202F, 0x205F: .space
        case 0xAD, 0x200B, 0x200C, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0x061C, 0x180E: .drop
        case 0x200D: .joiner
        case 0xD0, 0x189: .replace("Đ")
        case 0x256: .replace("đ")
        case 0x300...0x36F: .mark
        case 0xFDD0...0xFDEF, 0xFFF9...0xFFFB, 0xFFFE, 0xFFFF, 0xE0000...0xE007F: .drop
        default: .keep
        }
    }

    /// `output` ends in a space (or is empty) and a combining mark follows: the mark belongs to the letter before the space if
    /// that gives a syllable, alone ("cô ̣ng" needs what follows too, "co ́ một" does not).
    static func reattach(_ mark: Unicode.Scalar, to output: inout String.UnicodeScalarView, before rest: ArraySlice<Unicode.Scalar>) {
        guard output.last == " " else { return }
        let word = Array(output.dropLast().reversed().prefix { $0.properties.isAlphabetic }.reversed())
        guard !word.isEmpty else { return }
        let tail = rest.prefix { $0.properties.isAlphabetic }
        let alone = nfc(String(String.UnicodeScalarView(word + [mark])))
        let joined = nfc(String(String.UnicodeScalarView(word + [mark] + tail)))
        if isSyllable(joined) {
            output.removeLast()
            output.append(mark)
        } else if isSyllable(alone) {
            output.removeLast()
            output.append(mark)
            if tail.first != nil { output.append(" ") }
        }
    }
}
