import HTTPTypes
import Hummingbird
import Synchronization

/// Takes the requests that no fixed route took: the portal's own grammar of addresses, methods that an address does not know, and nothing at all.
///
/// It stands behind the router rather than in it: sections are not known when the router is made, and the router does not go back once it has entered a
/// fixed path.
struct AddressFallback: RouterMiddleware {
    typealias Context = WebContext

    let resolver: any PageResolver
    let routes: RouteTable

    func handle(_ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as HTTPError where error.status == .notFound && context.endpointPath == RouteTable.unmatched {
            return try await fallBack(request, context)
        }
    }

    private func fallBack(_ request: Request, _ context: WebContext) async throws -> Response {
        let path = request.uri.path
        let allowed = routes.methods(of: path)
        guard allowed.isEmpty else { throw PageError.methodNotAllowed(allowed) }
        guard request.method == .get || request.method == .head else { throw PageError.methodNotAllowed([.get, .head]) }
        let portal = try PortalContext(context: context)
        switch PublicAddress.read(path: path, query: request.uri.query) {
        case .none:
            let former = path + (request.uri.query.map { "?" + $0 } ?? "")
            return try await resolver.formerAddress(former, for: portal.visit).response(from: request, context: portal)
        case .elsewhere(let address):
            context.counted(as: "redirect")
            return try PageAnswer.redirect(to: address.path)
        case .address(let address):
            context.counted(as: address.routeClass)
            return try await resolver.answer(to: address, for: portal.visit).response(from: request, context: portal)
        }
    }
}

extension PublicAddress {
    /// The name under which requests for such addresses are counted.
    var routeClass: String {
        switch self {
        case .home: "home"
        case .section: "section"
        case .item: "item"
        case .proof: "proof"
        case .feed: "feed"
        }
    }
}

/// The fixed routes, for the question which methods a path knows. Filled once, when the router is complete.
public final class RouteTable: Sendable {
    /// The name the router gives to what it does not know.
    static let unmatched = "NotFound"

    private struct Route {
        let path: RouterPath
        let method: HTTPRequest.Method
    }

    private let routes = Mutex<[Route]>([])

    func fill(from router: Router<WebContext>) {
        let all = router.routes.map { Route(path: $0.path, method: $0.method) }
        routes.withLock { $0 = all }
    }

    /// The address as it is routed, for a path that a fixed route takes.
    func pattern(of path: String) -> String? {
        let segments = path.split(separator: "/")
        return routes.withLock { routes in routes.first { Self.matches($0.path, segments) }.map { String(describing: $0.path) } }
    }

    func methods(of path: String) -> [HTTPRequest.Method] {
        let segments = path.split(separator: "/")
        let found = routes.withLock { routes in routes.filter { Self.matches($0.path, segments) }.map(\.method) }
        // The router makes HEAD from GET by itself, when it is finished.
        return found.contains(.get) && !found.contains(.head) ? found + [.head] : found
    }

    private static func matches(_ pattern: RouterPath, _ segments: [Substring]) -> Bool {
        var index = 0
        for element in pattern {
            if element == .recursiveWildcard { return index < segments.count }
            guard index < segments.count, element ~= segments[index] else { return false }
            index += 1
        }
        return index == segments.count
    }
}
