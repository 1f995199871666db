import Glibc

/// An IP address, four bytes or sixteen. Only the plain notations are read: four decimal numbers, or what RFC 4291 writes, without a zone.
public struct IPAddress: Hashable, Sendable, CustomStringConvertible {
    /// In network order.
    public let bytes: [UInt8]

    /// Nil unless there are 4 or 16.
    public init?(bytes: [UInt8]) {
        guard bytes.count == 4 || bytes.count == 16 else { return nil }
        self.bytes = bytes
    }

    public init?(_ text: some StringProtocol) {
        if let four = Self.fourNumbers(text) {
            bytes = four
        } else {
            guard text.contains(":"), text.utf8.count <= 45, text.utf8.allSatisfy(Self.mayStandInIPv6) else { return nil }
            var sixteen = [UInt8](repeating: 0, count: 16)
            guard inet_pton(AF_INET6, String(text), &sixteen) == 1 else { return nil }
            bytes = sixteen
        }
    }

    public var isIPv6: Bool { bytes.count == 16 }

    public var description: String {
        guard isIPv6 else { return bytes.map(String.init).joined(separator: ".") }
        var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        let isWritten = inet_ntop(AF_INET6, bytes, &text, socklen_t(text.count)) != nil
        return isWritten ? String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self) : ""
    }

    /// `10.0.0.1`, and nothing else that some library would take for the same: no leading zeros, no fewer parts, no hexadecimal.
    private static func fourNumbers(_ text: some StringProtocol) -> [UInt8]? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        let numbers = parts.compactMap { part -> UInt8? in
            guard (1...3).contains(part.utf8.count), part.utf8.allSatisfy({ (48...57).contains($0) }), part == "0" || !part.hasPrefix("0") else {
                return nil
            }
            return UInt8(part)
        }
        return numbers.count == 4 ? numbers : nil
    }

    private static func mayStandInIPv6(_ byte: UInt8) -> Bool {
        (48...58).contains(byte) || (97...102).contains(byte | 0x20) && byte >= 65 || byte == UInt8(ascii: ".")
    }
}
