/// Which addresses belong to the public internet. Everything else could be somebody's inside: this machine, its neighbours, its cloud.
enum PublicRanges {
    /// IANA's special-purpose registry for IPv4, and the one public address at which a cloud (Azure) talks to the machines inside it.
    private static let closedIPv4 = ranges(
        "0.0.0.0/8",
        "10.0.0.0/8",
        "100.64.0.0/10",
        "127.0.0.0/8",
        "169.254.0.0/16",
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.31.196.0/24",
        "192.52.193.0/24",
        "192.88.99.0/24",
        "192.168.0.0/16",
        "192.175.48.0/24",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/4",
        "240.0.0.0/4",
        "168.63.129.16/32"
    )

    /// Of IPv6 only 2000::/3 is given out, so all the rest is closed by leaving it out: `::1`, mapped and compatible IPv4, NAT64, ULA, link-local, multicast.
    private static let openIPv6 = ranges("2000::/3")

    /// Inside 2000::/3: protocol assignments with Teredo, benchmarking and ORCHID, documentation, 6to4, 6bone, AS112.
    private static let closedIPv6 = ranges("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3ffe::/16", "3fff::/20")

    static func contains(_ address: IPAddress) -> Bool {
        guard address.isIPv6 else { return !closedIPv4.contains { $0.contains(address) } }
        return openIPv6.contains { $0.contains(address) } && !closedIPv6.contains { $0.contains(address) } && !isISATAP(address)
    }

    /// An interface identifier that carries an IPv4 address for a tunnel (RFC 5214): `…:0:5efe:a.b.c.d`.
    private static func isISATAP(_ address: IPAddress) -> Bool {
        [[0, 0, 0x5E, 0xFE], [2, 0, 0x5E, 0xFE]].contains(Array(address.bytes[8..<12]))
    }

    private static func ranges(_ texts: String...) -> [AddressRange] { texts.compactMap { AddressRange($0) } }

    /// How many ranges there are, for the test that none of the literals above is misspelt.
    static let counts = (closedIPv4.count, openIPv6.count, closedIPv6.count)
}
