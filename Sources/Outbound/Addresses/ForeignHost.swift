/// The host of a foreign address: a name, or an address in its one plain notation.
public enum ForeignHost: Hashable, Sendable, CustomStringConvertible {
    case name(String)
    case address(IPAddress)

    /// As it stands in an address and in the field `Host`: IPv6 in brackets.
    public var description: String {
        switch self {
        case .name(let name): name
        case .address(let address): address.isIPv6 ? "[\(address)]" : "\(address)"
        }
    }

    /// Names that mean something of one's own surroundings, or nothing at all, wherever they are asked for. Single labels are of the same sort.
    private static let surroundings: Set = [
        "localhost", "localdomain", "local", "internal", "intranet", "private", "corp", "home", "lan", "arpa", "test", "invalid", "example", "onion",
        "alt",
    ]

    /// Whether the name may only lead to what the operator has allowed.
    var isOfSurroundings: Bool {
        guard case .name(let name) = self else { return false }
        let labels = name.split(separator: ".")
        return labels.count < 2 || labels.last.map { Self.surroundings.contains(String($0)) } == true
    }

    /// Reads what stands between `//` and the port. Everything that two programs might read differently is refused.
    init(_ text: Substring) throws(AddressRefusal) {
        if text.hasPrefix("[") {
            guard text.hasSuffix("]"), let address = IPAddress(text.dropFirst().dropLast()), address.isIPv6 else { throw .malformedHost }
            self = .address(address)
            return
        }
        let name = text.lowercased()
        let labels = name.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...253).contains(name.utf8.count) else { throw .malformedHost }
        for label in labels {
            guard (1...63).contains(label.utf8.count), !label.hasPrefix("-"), !label.hasSuffix("-"),
                label.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "-") })
            else { throw .malformedHost }
            if label.dropFirst(2).hasPrefix("--"), !Self.isSoundInternational(label) { throw .malformedHost }
        }
        // Whatever ends in a number is an address to somebody (WHATWG URL, "ends in a number"): then it must be one in the plain notation.
        if let last = labels.last, last.utf8.allSatisfy({ (48...57).contains($0) }) || last.hasPrefix("0x") {
            guard let address = IPAddress(name) else { throw .malformedHost }
            self = .address(address)
        } else {
            self = .name(name)
        }
    }

    /// `xn--…` that decodes to letters, marks and digits of which at least one is not ASCII, and none a wide or half-wide double of another.
    private static func isSoundInternational(_ label: Substring) -> Bool {
        guard label.hasPrefix("xn--"), let scalars = Punycode.decode(label.dropFirst(4)) else { return false }
        return scalars.contains { $0.value >= 0x80 }
            && scalars.allSatisfy { scalar in
                if scalar.isASCII { return true }
                switch scalar.properties.generalCategory {
                case .lowercaseLetter, .modifierLetter, .otherLetter, .nonspacingMark, .spacingMark, .decimalNumber:
                    return !(0xFF00...0xFFEF).contains(scalar.value)
                default: return false
                }
            }
    }
}
