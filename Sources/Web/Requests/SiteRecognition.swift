import HTTPTypes
import Hummingbird
import Logging
import PortalNetwork
import Store

/// Finds the portal a request is for, by its host. It refuses nothing: that an answer is needed for a stranger's host is said further in, where errors
/// become pages.
struct SiteRecognition: RouterMiddleware {
    typealias Context = WebContext

    let face: Face

    func handle(_ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response) async throws -> Response {
        let tree = face.tree()
        guard let authority = Self.authority(of: request), let host = HostName.parse(authority), let site = tree.site(host: host),
            site.kind != .linked
        else {
            return try await next(request, context)
        }
        var context = context
        context.visit = Visit(face: face, site: site, tree: tree, now: face.clock.now(), requestID: context.id, isRobot: Self.isRobot(request))
        context.logger[metadataKey: "site"] = .string(site.code)
        return try await next(request, context)
    }

    /// Crawlers and monitors name themselves; browsers all begin with "Mozilla/" and name no robot.
    static func isRobot(_ request: Request) -> Bool {
        isRobot(agent: request.headers[.userAgent])
    }

    static func isRobot(agent: String?) -> Bool {
        guard let agent = agent?.lowercased(), agent.hasPrefix("mozilla/") else { return true }
        return ["bot", "crawl", "spider", "slurp", "monitor", "headless", "preview"].contains { agent.contains($0) }
    }

    /// The host as the request names it; an absolute request target goes before the Host field (RFC 9112, 3.2.2).
    private static func authority(of request: Request) -> String? {
        if let host = request.uri.host { return host + (request.uri.port.map { ":\($0)" } ?? "") }
        return request.head.authority
    }
}
