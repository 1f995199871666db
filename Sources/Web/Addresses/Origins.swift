public import PortalNetwork

/// How readers reach this installation: `https` in the field, `http` on a port for a demo on one machine.
public struct Origins: Sendable, Hashable {
    public enum Scheme: String, Sendable { case http, https }

    public let scheme: Scheme
    /// Nil for the scheme's own port.
    public let port: Int?

    public init(scheme: Scheme, port: Int? = nil) {
        self.scheme = scheme
        self.port = port == (scheme == .https ? 443 : 80) ? nil : port
    }

    public func origin(host: String) -> String { "\(scheme.rawValue)://\(host)" + (port.map { ":\($0)" } ?? "") }

    /// The absolute address of a path on a site's canonical host; a linked site's own address; nil for a site without either.
    public func url(_ site: Site, _ path: String = "/") -> String? {
        if site.kind == .linked { return site.url }
        return site.hosts.first.map { origin(host: $0) + path }
    }
}
