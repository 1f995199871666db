import HTTPTypes
import Hummingbird
import PortalNetwork

/// Refuses requests that no reader's program sends, before any handler sees them, and answers for portals that are no more.
struct RequestGate: RouterMiddleware {
    typealias Context = WebContext

    /// The longest request target that is answered, in bytes. Our longest address is under 400.
    static let longestTarget = 4096

    let face: Face

    func handle(_ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response) async throws -> Response {
        guard RequestMetrics.knownMethods.contains(request.method) else { throw PageError.notImplemented }
        let target = request.uri.string
        guard target.utf8.count <= Self.longestTarget else { throw PageError.uriTooLong }
        // The first Host field is the authority; another one left in the fields, or none at all, is not HTTP/1.1 as it should be.
        guard request.head.authority != nil || request.uri.host != nil, request.headers[.host] == nil else { throw PageError.badRequest }
        guard let visit = context.visit else { throw PageError.unknownHost }
        let path = request.uri.path
        guard path.hasPrefix("/"), !target.contains("#"), !target.unicodeScalars.contains("\u{FFFD}"), let decoded = PercentDecoding.decode(path),
            !decoded.contains("\\"), !Self.hasDotSegment(decoded), PercentDecoding.isSound(query: request.uri.query ?? "")
        else { throw PageError.badRequest }

        if let answer = try Self.answer(of: visit, request: request, path: path) { return answer }
        if path.contains("//") {
            guard request.method == .get || request.method == .head else { throw PageError.notFound }
            return try PageAnswer.redirect(to: Self.collapsed(path) + (request.uri.query.map { "?" + $0 } ?? ""))
        }
        return try await next(request, context)
    }

    /// What a portal answers to every address when it is closed or has moved. Its styles stay, so that the page of the closing can be read, and the worker by which
    /// readers' browsers let go of what they kept.
    private static func answer(of visit: Visit, request: Request, path: String) throws -> Response? {
        guard !path.hasPrefix("/_/"), path != "/favicon.ico", path != OfflineWorker.path else { return nil }
        switch visit.site.status {
        case .closed: throw PageError.closedPortal
        case .redirected:
            guard let successor = successor(of: visit), let url = visit.face.origins.url(successor, collapsed(path)) else {
                throw PageError.closedPortal
            }
            return try PageAnswer.redirect(to: url + (request.uri.query.map { "?" + $0 } ?? ""))
        case .active, .merging, .frozen: return nil
        }
    }

    /// Where a chain of moved portals ends; nil when it goes round in a circle or into nothing.
    private static func successor(of visit: Visit) -> Site? {
        var site = visit.site
        for _ in 0..<16 {
            guard site.status == .redirected else { return site.status == .closed ? nil : site }
            guard let next = site.successor.flatMap({ visit.tree[$0] }) else { return nil }
            site = next
        }
        return nil
    }

    private static func hasDotSegment(_ path: String) -> Bool {
        path.split(separator: "/").contains { $0 == "." || $0 == ".." }
    }

    private static func collapsed(_ path: String) -> String {
        var out = ""
        for character in path where !(character == "/" && out.last == "/") { out.append(character) }
        return out
    }
}
