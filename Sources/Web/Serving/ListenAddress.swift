public import Hummingbird

/// Where a listener waits: `[::]:8080` (IPv6 and IPv4), `127.0.0.1:9090`, `unix:/run/caunoi.sock`.
public struct ListenAddress: Sendable, Hashable, LosslessStringConvertible {
    enum Place: Hashable {
        case host(String, Int)
        case socket(String)
    }

    let place: Place

    /// Nil for anything but `host:port`, `[address]:port`, `:port` (every address) or `unix:/path`.
    public init?(_ description: String) {
        if description.hasPrefix("unix:") {
            let path = String(description.dropFirst(5))
            // The kernel's limit for a socket's path.
            guard path.hasPrefix("/"), path.utf8.count < 108 else { return nil }
            place = .socket(path)
            return
        }
        guard let colon = description.lastIndex(of: ":") else { return nil }
        let digits = description[description.index(after: colon)...]
        guard (1...5).contains(digits.utf8.count), digits.utf8.allSatisfy({ (48...57).contains($0) }), let port = Int(digits), port <= 65_535 else {
            return nil
        }
        var host = String(description[..<colon])
        if host.hasPrefix("["), host.hasSuffix("]") {
            host = String(host.dropFirst().dropLast())
            guard host.contains(":"), host.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0 | 0x20) || $0 == 58 || $0 == 46 })
            else { return nil }
        } else if host.isEmpty {
            host = "::"
        } else {
            guard !host.contains(":"), HostName.parse(host) != nil else { return nil }
        }
        place = .host(host, port)
    }

    public var description: String {
        switch place {
        case .host(let host, let port): host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
        case .socket(let path): "unix:\(path)"
        }
    }

    public var bindAddress: BindAddress {
        switch place {
        case .host(let host, let port): .hostname(host, port: port)
        case .socket(let path): .unixDomainSocket(path: path)
        }
    }

    /// The address as it was really opened.
    func with(port: Int?) -> ListenAddress {
        guard case .host(let host, _) = place, let port else { return self }
        return ListenAddress(host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)") ?? self
    }

    /// The same port on IPv4 alone, for machines where IPv6 is switched off.
    var withoutIPv6: ListenAddress? {
        if case .host("::", let port) = place { ListenAddress("0.0.0.0:\(port)") } else { nil }
    }
}
