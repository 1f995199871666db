import HTTPTypes
import Hummingbird

/// The rules a reader's browser must keep, on every answer there is. An answer that set its own policy (a file in its sandbox) keeps it.
struct SecurityHeaders: RouterMiddleware {
    typealias Context = WebContext

    private let fields: [(name: HTTPField.Name, value: String)]

    /// - Parameters:
    ///   - isSecure: readers come over HTTPS; only then may they be told to come no other way.
    ///   - filesHost: where pictures may come from beside the portal itself.
    init(isSecure: Bool, filesHost: String?) {
        fields = Self.fields(isSecure: isSecure, filesHost: filesHost)
    }

    static func fields(isSecure: Bool, filesHost: String?) -> [(name: HTTPField.Name, value: String)] {
        let files = filesHost.map { " https://\($0)" } ?? ""
        var policy = [
            "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'\(files)", "font-src 'self'", "connect-src 'self'",
            "media-src 'self'\(files)", "manifest-src 'self'", "worker-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
            "object-src 'none'", "require-trusted-types-for 'script'", "trusted-types caunoi",
        ]
        if isSecure { policy.append("upgrade-insecure-requests") }
        var fields: [(HTTPField.Name, String)] = [
            (.contentSecurityPolicy, policy.joined(separator: "; ")),
            (.xContentTypeOptions, "nosniff"),
            (.referrerPolicy, "strict-origin-when-cross-origin"),
            (
                .permissionsPolicy,
                "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), fullscreen=(self), geolocation=(), gyroscope=(), "
                    + "magnetometer=(), microphone=(), midi=(), payment=(), usb=(), browsing-topics=()"
            ),
            // A classic script needs `crossorigin` beside its digest for that. Styles too, once browsers know the word: until then they complain of it.
            (.integrityPolicy, "blocked-destinations=(script)"),
            (.crossOriginOpenerPolicy, "same-origin"),
            (.crossOriginResourcePolicy, "same-origin"),
            (.xFrameOptions, "DENY"),
        ]
        if isSecure { fields.append((.strictTransportSecurity, "max-age=31536000")) }
        return fields
    }

    func handle(_ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response) async throws -> Response {
        var response = try await next(request, context)
        for field in fields where response.headers[field.name] == nil { response.headers[field.name] = field.value }
        return response
    }
}
