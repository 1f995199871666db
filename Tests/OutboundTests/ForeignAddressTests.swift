import Testing

@testable import Outbound

/// What is called and what is not, before and after a name is resolved.
@Suite("Foreign addresses")
struct ForeignAddressTests {
    /// Every way to write this machine, its network, its cloud, that some program somewhere accepts. None of them is even parsed, or none is public.
    static let privateHosts = [
        // Plain.
        "127.0.0.1", "127.1.2.3", "0.0.0.0", "0.1.2.3", "10.0.0.1", "10.255.255.255", "172.16.0.1", "172.31.255.254", "192.168.0.1", "169.254.1.1",
        "169.254.169.254", "100.64.0.1", "100.127.255.254", "100.100.100.200", "192.0.0.192", "192.0.2.1", "198.51.100.7", "203.0.113.9",
        "198.18.0.1",
        "198.19.255.255", "192.88.99.1", "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255", "168.63.129.16", "192.31.196.1",
        "192.52.193.1", "192.175.48.1",
        // Decimal, octal, hexadecimal, short, mixed, padded, too large.
        "2130706433", "017700000001", "0x7f000001", "0x7F.0.0.1", "0177.0.0.1", "0177.0.0.01", "127.1", "127.0.1", "0x7f.1", "127.0.0.01",
        "0127.0.0.1", "127.000.000.001", "127.0.0.1.", "0", "0x0", "00000000", "256.256.256.256", "127.0.0.256", "4294967296", "3232235777",
        "0xc0a80001", "10.1", "1.2.3.4.5", "0x7f.0x0.0x0.0x1", "127.0.0.0x1", "1.1.1.0x", "127。0。0。1", "１２７.0.0.1", "①②⑦.0.0.1",
        // IPv6 and what it can carry.
        "[::1]", "[::]", "[0:0:0:0:0:0:0:1]", "[0000:0000:0000:0000:0000:0000:0000:0001]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]",
        "[::ffff:0:127.0.0.1]", "[::127.0.0.1]", "[::7f00:1]", "[0:0:0:0:0:ffff:10.0.0.1]", "[64:ff9b::127.0.0.1]", "[64:ff9b::7f00:1]",
        "[64:ff9b:1::10.0.0.1]", "[2002:7f00:1::]", "[2002:c0a8:1::1]", "[2001:0:7f00:1::]", "[2001::1]", "[fe80::1]", "[fe80::1%eth0]",
        "[fe80::1%25eth0]", "[fec0::1]", "[fc00::1]", "[fd00::1]", "[fd00:ec2::254]", "[ff02::1]", "[ff0e::1]", "[2001:db8::1]", "[3fff::1]",
        "[2001:2::1]", "[2001:10::1]", "[2001:20::1]", "[100::1]", "[5f00::1]", "[3ffe::1]", "[2620:4f:8000::1]", "[2400:cb00::5efe:127.0.0.1]",
        "[2400:cb00::200:5efe:10.0.0.1]", "[4000::1]", "[::1", "::1", "[]", "[127.0.0.1]", "[::1]x", "[::1].", "[v1.a]", "[1:2:3]", "[::1::2]",
        // Names.
        "localhost", "LOCALHOST", "localhost.", "a.localhost", "foo.bar.localhost", "localhost.localdomain", "printer.local", "db.internal",
        "metadata.google.internal", "metadata", "router.lan", "nas.home", "x.home.arpa", "1.0.0.127.in-addr.arpa", "intra.corp", "wiki.intranet",
        "a.private", "hidden.onion", "x.test", "x.invalid", "x.example", "x.alt", "portal",
        // Hosts that two programs would read differently.
        "%31%32%37.0.0.1", "127.0.0.1%2e", "127.0.0.1%00.example.org", "loca%6chost", "ⓛⓞⓒⓐⓛⓗⓞⓢⓣ", "ｌｏｃａｌｈｏｓｔ", "xn--localhost-", "xn--", "xn--a-.vn",
        "ab--cd.vn", "a_b.example.org", "-a.example.org", "a-.example.org", "a..example.org", ".example.org", "example.org.", "", " ", "exa mple.org",
        "example.org\\@127.0.0.1", "example.org\t", "a.b\u{0}.vn", String(repeating: "a", count: 64) + ".vn",
        String(repeating: "a.", count: 130) + "vn",
    ]

    @Test("no notation of a private address is called", arguments: privateHosts)
    func privateAddresses(_ host: String) async throws {
        let fetcher = try Fetcher(policy: OutboundPolicy(), resolver: Names.loopback, agent: "test")
        for text in ["http://\(host)/", "https://\(host)/", "http://\(host):8080/"] {
            guard let address = try? ForeignAddress(text) else { continue }
            // Names of surroundings are refused whatever they resolve to; this resolver would lead all of them to this machine.
            await #expect("\(text)") {
                try await fetcher.fetch(ForeignRequest(.get, address))
            } throws: { error in
                if case FetchFault.refused = error { true } else { false }
            }
            #expect(throws: AddressRefusal.self) { try OutboundPolicy().check(address) }
        }
    }

    @Test(
        "addresses that are no plain absolute URL are refused",
        arguments: [
            ("ftp://example.org/", AddressRefusal.schemeNotHTTP), ("file:///etc/passwd", .schemeNotHTTP), ("gopher://example.org/", .schemeNotHTTP),
            ("//example.org/", .schemeNotHTTP), ("example.org", .schemeNotHTTP), ("", .schemeNotHTTP), ("http:/example.org", .schemeNotHTTP),
            ("http:example.org", .schemeNotHTTP), ("javascript:alert(1)//://", .schemeNotHTTP), ("http://user@example.org/", .hasCredentials),
            ("http://user:pw@example.org/", .hasCredentials), ("http://example.org@127.0.0.1/", .hasCredentials),
            ("http://example.org/#@127.0.0.1/", .hasFragment), ("http://127.0.0.1#example.org", .hasFragment),
            ("http://example.org\\@127.0.0.1/", .malformed), ("http://example.org/ x", .malformed), ("http://example.org/\r\nHost: x", .malformed),
            ("http://example.org/\u{0}", .malformed), ("http://xá.vn/", .malformed), ("http://example.org/<x>", .malformed),
            ("http://example.org:/", .malformedHost), ("http://example.org:0/", .malformedHost), ("http://example.org:65536/", .malformedHost),
            ("http://example.org:80:80/", .malformedHost), ("http://example.org:+80/", .malformedHost), ("http://[::1]80/", .malformedHost),
            ("http:///path", .malformedHost), ("http://?x", .malformedHost),
            ("http://example.org/" + String(repeating: "a", count: 2048), .tooLong),
        ]
    )
    func refused(_ text: String, _ refusal: AddressRefusal) {
        #expect(throws: refusal) { try ForeignAddress(text) }
    }

    @Test(
        "what is right is read as it stands",
        arguments: [
            ("HTTPS://Example.ORG", "https://example.org/"), ("http://example.org:80/a?b=c", "http://example.org/a?b=c"),
            ("https://example.org:8443?x", "https://example.org:8443/?x"), ("http://[2606:4700::1111]/", "http://[2606:4700::1111]/"),
            ("http://93.184.215.14/x%2Fy", "http://93.184.215.14/x%2Fy"), ("https://xn--cu-x5s.vn/", "https://xn--cu-x5s.vn/"),
            ("https://xn--bcher-kva.example.org/", "https://xn--bcher-kva.example.org/"),
        ]
    )
    func read(_ text: String, _ expected: String) throws {
        let address = try ForeignAddress(text)
        #expect("\(address)" == expected)
        #expect(throws: Never.self) { try OutboundPolicy().check(address) }
    }

    @Test(
        "redirects are read against where they come from",
        arguments: [
            ("/x", "https://a.vn:8443/x"), ("y?z", "https://a.vn:8443/b/y?z"), ("?q", "https://a.vn:8443/b/c?q"), ("//b.vn/x", "https://b.vn/x"),
            ("http://b.vn", "http://b.vn/"), ("/x#part", "https://a.vn:8443/x"), ("/x?to=http://b.vn/", "https://a.vn:8443/x?to=http://b.vn/"),
        ]
    )
    func following(_ location: String, _ expected: String) throws {
        let address = try ForeignAddress("https://a.vn:8443/b/c?d").following(location)
        #expect("\(address)" == expected)
    }

    @Test(
        "no redirect leads out of http and into what is refused",
        arguments: ["ftp://b.vn/", "javascript:x", "//user@b.vn/", "http://[::1", "//b.vn:99999/", "a b"]
    )
    func badRedirects(_ location: String) throws {
        let address = try ForeignAddress("https://a.vn/")
        #expect(throws: AddressRefusal.self) { try address.following(location) }
    }

    @Test("ports of other services are not called", arguments: [1, 22, 25, 445, 3306, 5432, 6379, 9200, 11211])
    func ports(_ port: Int) throws {
        let address = try ForeignAddress("http://example.org:\(port)/")
        #expect(throws: AddressRefusal.portNotAllowed) { try OutboundPolicy().check(address) }
        #expect(throws: AddressRefusal.portNotAllowed) {
            try OutboundPolicy(allow: [AddressRange("10.0.0.0/8")].compactMap { $0 }).check(
                address,
                resolvedTo: [IPAddress("93.184.215.14")].compactMap { $0 }
            )
        }
    }

    @Test(
        "public addresses are public",
        arguments: ["1.1.1.1", "8.8.8.8", "93.184.215.14", "203.162.4.191", "2606:4700::1111", "2001:ee0::1", "2400:cb00::1"]
    )
    func publicAddresses(_ text: String) throws {
        #expect(PublicRanges.contains(try #require(IPAddress(text))))
    }

    @Test("the ranges are all there")
    func ranges() {
        #expect(PublicRanges.counts == (19, 1, 6))
    }

    @Test(
        "ranges hold what they say",
        arguments: [
            ("10.0.0.0/8", "10.255.0.1", true), ("10.0.0.0/8", "11.0.0.1", false), ("127.0.0.1", "127.0.0.1", true),
            ("127.0.0.1", "127.0.0.2", false),
            ("172.16.0.0/12", "172.31.0.1", true), ("172.16.0.0/12", "172.32.0.1", false), ("fd00::/8", "fdff::1", true),
            ("fd00::/8", "fe00::1", false),
            ("0.0.0.0/0", "9.9.9.9", true), ("0.0.0.0/0", "::1", false), ("::/0", "::1", true), ("192.168.1.128/25", "192.168.1.127", false),
        ]
    )
    func contains(_ range: String, _ address: String, _ isIn: Bool) throws {
        #expect(try #require(AddressRange(range)).contains(try #require(IPAddress(address))) == isIn)
        #expect(AddressRange(range)?.description == range)
    }

    @Test(
        "slips of the pen are no ranges",
        arguments: ["10.0.0.1/8", "10.0.0.0/33", "10.0.0.0/", "/8", "10.0.0/8", "::1/64", "localhost", "", "10.0.0.0/-1", "10.0.0.0/8/8"]
    )
    func noRange(_ text: String) {
        #expect(AddressRange(text) == nil)
    }

    @Test("what the operator allows may be called, on any port and by any name, and nothing beside it")
    func allowed() throws {
        let policy = OutboundPolicy(allow: [try #require(AddressRange("10.1.0.0/16"))])
        let (inside, outside, open) = (try #require(IPAddress("10.1.2.3")), try #require(IPAddress("10.2.0.1")), try #require(IPAddress("1.1.1.1")))
        let address = try ForeignAddress("http://portal:9000/")
        #expect(throws: Never.self) { try policy.check(address, resolvedTo: [inside]) }
        #expect(throws: AddressRefusal.self) { try policy.check(address, resolvedTo: [outside]) }
        #expect(throws: AddressRefusal.self) { try policy.check(address, resolvedTo: [open]) }
        #expect(throws: AddressRefusal.self) { try policy.check(ForeignAddress("http://a.vn/"), resolvedTo: [inside, outside]) }
        #expect(throws: Never.self) { try policy.check(ForeignAddress("http://a.vn/"), resolvedTo: [inside, open]) }
    }

    @Test(
        "labels are decoded as RFC 3492 says",
        arguments: [("cu-x5s", "c\u{1EA7}u"), ("mnchen-3ya", "münchen"), ("fiqs8s", "中国"), ("ihqwcrb4cv8a8dqg056pqjye", "他们为什么不说中文")]
    )
    func punycode(_ text: String, _ expected: String) {
        #expect(Punycode.decode(text[...]).map { String(String.UnicodeScalarView($0)) } == expected)
    }
}
