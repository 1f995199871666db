/// An address that came from content, a peer or a person: parsed strictly, not yet resolved. Only the gate `fetch` can call it.
public struct ForeignAddress: Hashable, Sendable, CustomStringConvertible {
    public enum Scheme: String, Sendable {
        case http, https
        var port: Int { self == .https ? 443 : 80 }
    }

    /// The longest address that is read, in bytes.
    public static let longest = 2048

    public let scheme: Scheme
    public let host: ForeignHost
    public let port: Int
    /// Path and query, as they stand in the request.
    public let target: String

    public init(_ text: String) throws(AddressRefusal) {
        guard text.utf8.count <= Self.longest else { throw .tooLong }
        guard text.utf8.allSatisfy(Self.mayStand) else { throw .malformed }
        guard let colon = text.firstRange(of: "://"), let scheme = Scheme(rawValue: text[..<colon.lowerBound].lowercased()) else {
            throw .schemeNotHTTP
        }
        guard !text.contains("#") else { throw .hasFragment }
        let rest = text[colon.upperBound...]
        let authority = rest.prefix { $0 != "/" && $0 != "?" }
        guard !authority.contains("@") else { throw .hasCredentials }
        let path = rest[authority.endIndex...]

        var host = authority
        var port = scheme.port
        let afterHost = authority.hasPrefix("[") ? authority.firstIndex(of: "]").map { authority.index(after: $0) } : authority.firstIndex(of: ":")
        if let afterHost, afterHost < authority.endIndex {
            guard authority[afterHost] == ":" else { throw .malformedHost }
            let digits = authority[authority.index(after: afterHost)...]
            guard (1...5).contains(digits.utf8.count), digits.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(digits),
                (1...65_535).contains(number)
            else { throw .malformedHost }
            port = number
            host = authority[..<afterHost]
        }
        self.scheme = scheme
        self.host = try ForeignHost(host)
        self.port = port
        target = path.hasPrefix("/") ? String(path) : "/" + path
    }

    /// Without a port where it is the scheme's own.
    public var authority: String { "\(host)" + (port == scheme.port ? "" : ":\(port)") }

    /// `https://host.example:8443`: what may be told in logs. The rest of an address can hold somebody's secret.
    public var origin: String { "\(scheme.rawValue)://\(authority)" }

    public var description: String { origin + target }

    /// The same address with more behind its query.
    public func adding(query: String) throws(AddressRefusal) -> ForeignAddress {
        try ForeignAddress(description + (target.contains("?") ? "&" : "?") + query)
    }

    /// Where a redirect leads, read against this address (RFC 3986, 5.2, for what redirects really hold). Its fragment is for browsers.
    public func following(_ location: String) throws(AddressRefusal) -> ForeignAddress {
        let reference = String(location.prefix { $0 != "#" })
        if reference.contains("://"), !reference.hasPrefix("/"), !reference.hasPrefix("?") { return try ForeignAddress(reference) }
        if reference.hasPrefix("//") { return try ForeignAddress("\(scheme.rawValue):\(reference)") }
        if reference.hasPrefix("/") { return try ForeignAddress(origin + reference) }
        let path = target.prefix { $0 != "?" }
        if reference.isEmpty { return self }
        if reference.hasPrefix("?") { return try ForeignAddress(origin + path + reference) }
        guard !reference.prefix(while: { $0 != "/" }).contains(":"), let slash = path.lastIndex(of: "/") else { throw .malformed }
        return try ForeignAddress(origin + path[...slash] + reference)
    }

    /// Visible ASCII without what browsers and servers are known to read differently.
    private static func mayStand(_ byte: UInt8) -> Bool {
        (0x21...0x7E).contains(byte) && !#"\"<>^`{|}"#.utf8.contains(byte)
    }
}
