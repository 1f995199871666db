import Crypto
import PortalNetwork
import Store

/// What a person writes down to find a case again: the portal, the year, a running number; `ANSON-2026-000123`.
public struct ReceiptCode: Sendable, Hashable, CustomStringConvertible {
    public let prefix: String
    public let year: Int
    public let number: Int

    public init(prefix: String, year: Int, number: Int) {
        self.prefix = prefix
        self.year = year
        self.number = number
    }

    public var description: String {
        let digits = String(number)
        return "\(prefix)-\(year)-" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
    }

    /// As people type it: any case, blanks and other dashes, zeros left out. Nil when it is none.
    public init?(typed text: String) {
        guard !text.contains(where: { $0.isLetter && !$0.isASCII }) else { return nil }
        let parts = text.uppercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.map(String.init)
        guard parts.count == 3, (1...16).contains(parts[0].utf8.count), let year = Int(parts[1]), (2000...9999).contains(year),
            parts[2].utf8.count <= 10, let number = Int(parts[2]), number > 0
        else { return nil }
        self.init(prefix: parts[0], year: year, number: number)
    }

    /// The first part of a portal's codes: its own code in capital letters, without what is no letter or digit.
    public static func prefix(of code: String) -> String {
        String(code.uppercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }.prefix(16))
    }
}

/// The secret beside the code: ten random characters of Crockford's base32 (50 bits), shown once as `7K3QM-X2A9D`. What is kept is a digest under the
/// case's own key, so a copy of the database alone lets nobody try.
public struct CasePIN: Sendable, Hashable, CustomStringConvertible {
    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
    static let length = 10

    let characters: [UInt8]

    public static func make() -> CasePIN { CasePIN(bytes: RandomBytes.make(length)) }

    /// Of at least ten bytes that nobody can guess.
    init(bytes: [UInt8]) { characters = bytes.prefix(Self.length).map { Self.alphabet[Int($0 & 31)] } }

    /// As people type it: any case, blanks and dashes anywhere, `O` for `0`, `I` and `L` for `1`.
    public init?(typed text: String) {
        var found: [UInt8] = []
        for byte in text.uppercased().utf8 {
            switch byte {
            case UInt8(ascii: " "), UInt8(ascii: "-"): continue
            case UInt8(ascii: "O"): found.append(UInt8(ascii: "0"))
            case UInt8(ascii: "I"), UInt8(ascii: "L"): found.append(UInt8(ascii: "1"))
            default:
                guard Self.alphabet.contains(byte) else { return nil }
                found.append(byte)
            }
            guard found.count <= Self.length else { return nil }
        }
        guard found.count == Self.length else { return nil }
        characters = found
    }

    public var description: String {
        String(decoding: characters.prefix(5), as: UTF8.self) + "-" + String(decoding: characters.dropFirst(5), as: UTF8.self)
    }
}
