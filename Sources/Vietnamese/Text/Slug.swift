/// The readable part of an address: `a-z0-9-` from a title without accents ("Đường về Hạ Long!" → "duong-ve-ha-long").
///
/// Cut at a word when longer than `maxLength`; a single longer word is cut inside. Empty when nothing of the title remains, as for a
/// Chinese one: the id alone identifies.
public func slug(_ title: String, maxLength: Int = 80) -> String {
    var bytes: [UInt8] = []
    var gap = false
    for byte in fold(title).utf8 {
        let isWord = byte &- 0x61 < 26 || byte &- 0x30 < 10
        if isWord {
            if gap && !bytes.isEmpty { bytes.append(0x2D) }
            bytes.append(byte)
        }
        gap = !isWord
    }
    guard bytes.count > max(0, maxLength) else { return String(decoding: bytes, as: UTF8.self) }
    let end = max(0, maxLength)
    var cut = bytes[..<end]
    if bytes[end] != 0x2D, let dash = cut.lastIndex(of: 0x2D) { cut = cut[..<dash] }
    return String(decoding: cut, as: UTF8.self)
}
