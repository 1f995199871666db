/// A range of addresses as an operator writes it: `10.20.0.0/16`, `fd00:1::/48`, `127.0.0.1`.
public struct AddressRange: Hashable, Sendable, CustomStringConvertible {
    public let first: IPAddress
    /// How many leading bits are the range's own.
    public let bits: Int

    /// Nil for what is no range, and for one whose first address has bits behind the prefix: a slip of the pen is not guessed at.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard let start = parts.first, parts.count <= 2, let first = IPAddress(start) else { return nil }
        let width = first.bytes.count * 8
        var bits = width
        if parts.count == 2 {
            guard (1...3).contains(parts[1].utf8.count), parts[1].utf8.allSatisfy({ (48...57).contains($0) }), let given = Int(parts[1]),
                given <= width
            else { return nil }
            bits = given
        }
        self.first = first
        self.bits = bits
        let behind = (bits..<width).contains { first.bytes[$0 / 8] & (0x80 >> UInt8($0 % 8)) != 0 }
        if behind { return nil }
    }

    public func contains(_ address: IPAddress) -> Bool {
        guard address.bytes.count == first.bytes.count else { return false }
        let whole = bits / 8
        guard address.bytes[..<whole] == first.bytes[..<whole] else { return false }
        let rest = bits % 8
        guard rest > 0 else { return true }
        let mask = UInt8(truncatingIfNeeded: 0xFF << (8 - rest))
        return address.bytes[whole] & mask == first.bytes[whole] & mask
    }

    public var description: String { bits == first.bytes.count * 8 ? "\(first)" : "\(first)/\(bits)" }
}
