import NIOCore

/// An address as a client is known by: 16 bytes, IPv4 mapped into them (RFC 4291, 2.5.5.2).
public struct ClientName: Hashable, Sendable {
    let high: UInt64
    let low: UInt64

    init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// The exact address; nil for a socket of the file system.
    init?(exact address: SocketAddress?) {
        guard let address else { return nil }
        // Read as bytes (sockaddr_in: address at 4; sockaddr_in6: at 8): which module the fields' names come from differs between builds.
        let words = address.withSockAddr { place, size -> (UInt64, UInt64)? in
            let bytes = UnsafeRawBufferPointer(start: place, count: size)
            switch address.protocol {
            case .inet where size >= 8:
                return (0, 0xFFFF_0000_0000 | UInt64(UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: 4, as: UInt32.self))))
            case .inet6 where size >= 24:
                return (
                    UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)),
                    UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self))
                )
            default: return nil
            }
        }
        guard let words else { return nil }
        self.init(high: words.0, low: words.1)
    }

    /// `203.0.113.7`, `2001:db8::1`, with or without a port or brackets, as proxies write them.
    init?(text: some StringProtocol) {
        var text = String(text.filter { $0 != " " && $0 != "\"" })
        if text.hasPrefix("["), let end = text.firstIndex(of: "]") {
            text = String(text[text.index(after: text.startIndex)..<end])
        } else if text.filter({ $0 == ":" }).count == 1 {
            text = String(text.prefix { $0 != ":" })
        }
        guard let address = try? SocketAddress(ipAddress: text, port: 0) else { return nil }
        self.init(exact: address)
    }

    var isIPv4: Bool { high == 0 && low >> 32 == 0xFFFF }

    /// What counts as one client: an IPv6 network of 64 bits is what one connection is given.
    var client: ClientName { isIPv4 ? self : ClientName(high: high, low: 0) }
}

/// A range of addresses (`10.0.0.0/8`, `2001:db8::/32`).
public struct AddressRange: Sendable, Hashable {
    private let base: ClientName
    /// Of the 128 bits.
    private let bits: Int

    public static let loopback = ["127.0.0.0/8", "::1"].compactMap { AddressRange($0) }

    /// - Returns: nil when it is no address with a number of bits.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let address = try? SocketAddress(ipAddress: String(parts[0]), port: 0), let base = ClientName(exact: address) else { return nil }
        let most = base.isIPv4 ? 32 : 128
        guard let bits = parts.count == 2 ? Int(parts[1]) : most, (0...most).contains(bits) else { return nil }
        self.base = base
        self.bits = base.isIPv4 ? bits + 96 : bits
    }

    public func contains(_ name: ClientName) -> Bool {
        Self.same(base.high, name.high, min(bits, 64)) && Self.same(base.low, name.low, max(bits - 64, 0))
    }

    private static func same(_ a: UInt64, _ b: UInt64, _ bits: Int) -> Bool { bits == 0 || (a ^ b) >> UInt64(64 - bits) == 0 }
}
