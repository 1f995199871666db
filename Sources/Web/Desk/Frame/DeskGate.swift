import HTTPTypes
import Hummingbird
import NIOCore
import PortalNetwork
import Store
import Vietnamese

/// Before any handler: what no browser sends is refused, the session is looked up, and a form is read only when it is one of ours.
struct DeskGate: RouterMiddleware {
    typealias Context = DeskContext

    let desk: Desk
    let bodies: DeskBodies

    func handle(_ request: Request, context: DeskContext, next: (Request, DeskContext) async throws -> Response) async throws -> Response {
        let path = request.uri.path
        guard request.uri.string.utf8.count <= RequestGate.longestTarget else { throw PageError.uriTooLong }
        guard request.headers[.host] == nil, let decoded = PercentDecoding.decode(path), !decoded.contains("\\"), !decoded.contains("//"),
            !decoded.contains("/../")
        else { throw PageError.badRequest }
        if path.hasPrefix("/_/") || path == "/favicon.ico" || path == "/robots.txt" { return try await next(request, context) }
        guard DeskBodies.methods.contains(request.method) else { throw PageError.methodNotAllowed(DeskBodies.methods) }
        let cookies = desk.cookies
        let token = cookies.token(cookies.session, in: request)
        let session = if let token { try await desk.access.session(token) } else { LiveSession?.none }
        let known = cookies.token(cookies.form, in: request)
        let secret = session == nil ? known ?? SecretToken.make() : token ?? SecretToken.make()
        guard let query = FormFields((request.uri.query ?? "").utf8) else { throw PageError.badRequest }
        var context = context
        var visit = DeskVisit(
            desk: desk,
            caller: PortalNetwork.Access.Caller(address: desk.client(request, context.peer), agent: request.headers[.userAgent] ?? ""),
            session: session,
            formSecret: secret,
            language: language(request),
            path: path,
            query: query,
            form: .empty,
            headers: request.headers,
            now: desk.face.clock.now(),
            tree: desk.face.tree(),
            requestID: context.id
        )
        // Known already while the form is read, so that a refusal speaks the language of who sent it.
        context.visit = visit
        if request.method != .get, request.method != .head {
            try await take(request, secret, context, into: &visit)
            context.visit = visit
        }
        var response: Response
        do {
            response = try await next(request, context)
        } catch {
            response = try await DeskErrors(desk: desk).answer(to: error, context)
        }
        if session == nil, known == nil { response.headers.append(HTTPField(name: .setCookie, value: cookies.set(cookies.form, secret.text))) }
        return response
    }

    private func language(_ request: Request) -> Language {
        if let chosen = desk.cookies.value(desk.cookies.language, in: request).flatMap({ Language(rawValue: $0) }) { return chosen }
        return .vi
    }

    /// What was sent, when it came from a page of ours: the browser says so itself, and it carries the token that only our pages have, in the form
    /// or (bytes, streams) in a header. A form with files has it in neither: there both things that browsers say must be right.
    private func take(_ request: Request, _ secret: SecretToken, _ context: DeskContext, into visit: inout DeskVisit) async throws {
        let type = request.headers[.contentType]?.split(separator: ";").first.map { String($0).trimmed.lowercased() } ?? ""
        let isSameOrigin = request.headers[.origin] == desk.origin
        let isSameSite = request.headers[.secFetchSite] == "same-origin"
        let isFromHere = request.headers[.origin] == nil ? isSameSite : isSameOrigin
        switch bodies.body(of: request.method, context.coreContext.endpointPath.value ?? "") {
        case .form(let limit):
            guard type == "application/x-www-form-urlencoded" else { throw PageError(.unsupportedMediaType, "bad-request") }
            guard let form = FormFields(try await collect(request, limit).readableBytesView) else { throw PageError.badRequest }
            guard isFromHere, Self.isSame(form["_"], secret.formToken) else { return try await forged(context) }
            visit.form = form
        case .bytes(let limit):
            guard isFromHere, Self.isSame(request.headers[.formToken] ?? "", secret.formToken) else { return try await forged(context) }
            visit.bytes = try await collect(request, limit)
        case .stream:
            let isProven = type == "multipart/form-data" ? isSameOrigin && isSameSite : isFromHere
            guard isProven, type == "multipart/form-data" || Self.isSame(request.headers[.formToken] ?? "", secret.formToken) else {
                return try await forged(context)
            }
            visit.stream = request.body
        }
    }

    private func collect(_ request: Request, _ limit: Int) async throws -> ByteBuffer {
        do { return try await request.body.collect(upTo: limit) } catch { throw PageError(.contentTooLarge, "content-too-large") }
    }

    /// Something sent that no page of ours sent: a line in the trail, and nothing else happens.
    private func forged(_ context: DeskContext) async throws {
        if let visit = context.visit {
            let access = desk.access
            try await access.database.write {
                try access.note(.forgedForm, .refused, by: visit.session?.person, on: visit.path, from: visit.caller, in: $0)
            }
        }
        throw PageError(.forbidden, "form-expired")
    }

    private static func isSame(_ a: String, _ b: String) -> Bool {
        let (a, b) = (Array(a.utf8), Array(b.utf8))
        guard a.count == b.count else { return false }
        return zip(a, b).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}

extension Desk {
    func client(_ request: Request, _ peer: SocketAddress?) -> String { request.client(peer, proxies) }
}

extension Request {
    /// Who really asks: the connection's other end, or what a proxy of ours says of it.
    func client(_ peer: SocketAddress?, _ proxies: [AddressRange]) -> String {
        guard let name = ClientName(exact: peer) else { return "unknown" }
        guard proxies.contains(where: { $0.contains(name) }), let chain = headers[.forwardedFor] else { return name.text }
        let outside = chain.split(separator: ",").reversed().lazy.compactMap { ClientName(text: $0) }.first { client in
            !proxies.contains { $0.contains(client) }
        }
        return (outside ?? name).text
    }
}

extension ClientName {
    /// `203.0.113.7` or `2001:db8:0:0:0:0:0:1`.
    var text: String {
        if isIPv4 { return stride(from: 24, through: 0, by: -8).map { String(low >> UInt64($0) & 255) }.joined(separator: ".") }
        return [high, low].flatMap { word in stride(from: 48, through: 0, by: -16).map { String(word >> UInt64($0) & 0xFFFF, radix: 16) } }
            .joined(separator: ":")
    }
}
