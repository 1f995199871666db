import PortalNetwork

/// What an answer is kept under: the portal (by whichever of its hosts it was asked) and the target with those parameters only that change the answer.
struct CacheKey: Hashable, Sendable {
    let site: SiteID
    /// Path as it came, then `?` and the known parameters in the order of their names, where there are any.
    let target: String
}

/// Which query parameters change an answer: the grammar's own, and what the features say of their fixed addresses. All others are passed over, so that
/// `?utm_source=…` and a robot's `?x=1`, `?x=2`, … come to the one entry.
public struct CacheTargets: Sendable {
    private let routes: RouteTable
    private let parameters: [String: Set<String>]

    /// `parameters`: by the address as it is routed.
    init(routes: RouteTable, parameters: [String: Set<String>]) {
        self.routes = routes
        self.parameters = parameters
    }

    public init(routes: RouteTable, features: [any PortalFeature]) {
        self.init(routes: routes, parameters: features.reduce(into: [:]) { $0.merge($1.queryParameters) { $0.union($1) } })
    }

    /// The target to keep an answer under; nil when a known parameter is given twice, which no page of ours answers.
    func target(of uri: String) -> String? {
        guard let mark = uri.utf8.firstIndex(of: UInt8(ascii: "?")) else { return uri }
        let path = String(uri[..<mark])
        let known = known(path)
        guard !known.isEmpty else { return path }
        // Addresses that refuse what they do not know are kept under their whole query.
        if known.contains(PortalQuery.every) { return uri.utf8.count <= 1024 ? uri : nil }
        var pairs: [(name: Substring, text: Substring)] = []
        for pair in uri[uri.utf8.index(after: mark)...].split(separator: "&") {
            let name = pair.prefix { $0 != "=" }
            guard known.contains(String(name)) else { continue }
            guard !pairs.contains(where: { $0.name == name }) else { return nil }
            pairs.append((name, pair))
        }
        guard !pairs.isEmpty else { return path }
        pairs.sort { $0.name < $1.name }
        return path + "?" + pairs.map(\.text).joined(separator: "&")
    }

    private func known(_ path: String) -> Set<String> {
        if let pattern = routes.pattern(of: path) { return parameters[pattern] ?? [] }
        switch path.split(separator: "/").count {
        case 1: return ["trang"]
        case 2: return ["in", "ed"]
        default: return []
        }
    }
}
