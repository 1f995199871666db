import HTTPTypes
import Hummingbird

/// Lets programs of any origin read what stands below `/api/`, errors included: it is public, knows no reader and takes nothing in.
/// No credentials: the fields allow every origin and never one in particular, so the same bytes serve all.
struct CrossOriginReading: RouterMiddleware {
    typealias Context = WebContext

    static let exposed = "ETag, Link, Retry-After, RateLimit, RateLimit-Policy, X-Request-Id"

    func handle(_ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response) async throws -> Response {
        var response = try await next(request, context)
        guard request.uri.path.hasPrefix("/api/") else { return response }
        response.headers[.accessControlAllowOrigin] = "*"
        response.headers[.accessControlExposeHeaders] = Self.exposed
        response.headers[.crossOriginResourcePolicy] = "cross-origin"
        if request.method == .options {
            response.headers[.accessControlAllowMethods] = "GET, HEAD, OPTIONS"
            response.headers[.accessControlAllowHeaders] = "Accept, Accept-Language, Content-Type, If-Modified-Since, If-None-Match"
            response.headers[.accessControlMaxAge] = "86400"
        }
        return response
    }
}
