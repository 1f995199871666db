import Foundation

/// The text in Unicode Normalization Form C.
///
/// Swift compares strings by canonical equivalence, but bytes, SQL, hashes and addresses do not, so every text that enters the
/// program goes through here. Text that is already NFC (nearly all) costs one scan of its bytes and is returned as it is.
public func nfc(_ text: String) -> String {
    var text = text
    let plain = text.withUTF8 { NormalForm.scan($0) == .composed }
    return plain ? text : text.precomposedStringWithCanonicalMapping
}

/// Whether every scalar is certain to stand unchanged in NFC. A false answer means "perhaps not".
public func isSurelyNFC(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { NormalForm.scan($0) == .composed }
}

/// The quick check of UAX #15 for whole blocks at a time: what it passes is NFC, what it does not pass is left to the slow way.
enum NormalForm {
    enum Finding { case composed, marks, unknown }

    /// `.marks`: besides composed text only combining marks U+0300–036F were seen (but not U+0338, which symbols compose with).
    static func scan(_ bytes: UnsafeBufferPointer<UInt8>) -> Finding {
        var finding = Finding.composed
        var i = 0
        let n = bytes.count
        while i < n {
            let b = bytes[i]
            if b < 0x80 {
                i += 1
                continue
            }
            if b < 0xCC {  // Latin
                i += 2
                continue
            }
            if b < 0xE0 {
                guard i + 1 < n else { return .unknown }
                let c = bytes[i + 1]
                switch b {
                case 0xCC where c != 0xB8: finding = .marks
                case 0xCD where c < 0xB0: finding = .marks
                case 0xCD where c != 0xB4 && c != 0xBE: break
                case 0xCE where c != 0x87: break
                case 0xCF, 0xD0, 0xD1, 0xD3: break
                case 0xD2 where !(0x83...0x87).contains(c): break
                default: return .unknown
                }
                i += 2
                continue
            }
            guard i + 2 < n else { return .unknown }
            if b == 0xE1 {  // Latin Extended Additional; the rest of this block row holds scripts with marks of their own
                guard bytes[i + 1] >= 0xB8, bytes[i + 1] <= 0xBB else { return .unknown }
                i += 3
                continue
            }
            if !isStable(b, bytes[i + 1], bytes[i + 2]) { return .unknown }
            i += b >= 0xF0 ? 4 : 3
        }
        return finding
    }

    private static func isStable(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Bool {
        switch a {
        case 0xE2:
            switch b {
            case 0x80: c > 0x81  // en quad and em quad are singletons
            case 0x83: c < 0x90  // combining marks for symbols
            case 0x84: c != 0xA6 && c != 0xAA && c != 0xAB  // Ohm, Kelvin, Ångström
            case 0x8C: c != 0xA9 && c != 0xAA
            case 0xAB: c != 0x9C
            default: b < 0xB0
            }
        case 0xE3:
            switch b {
            case 0x80: c < 0xAA || c > 0xAF
            case 0x82: c != 0x99 && c != 0x9A
            default: true
            }
        case 0xE4...0xE9, 0xEB, 0xEC: true
        case 0xEA: b >= 0xB0
        case 0xEE: true
        case 0xEF: b < 0xA4 || (b > 0xAD && !(b == 0xB8 && c >= 0xA0 && c <= 0xAF))
        case 0xF0: b == 0x9F
        default: false
        }
    }
}
