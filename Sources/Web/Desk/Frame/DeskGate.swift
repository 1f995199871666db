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

    func handle(_ request: Request, context: DeskContext, next: (Request, DeskContext) async throws -> Response) async throws -> Response {
        let path = request.uri.path
        guard request.uri.string.utf8.count <= RequestGate.longestTarget else { throw PageError.uriTooLong }
        guard request.headers[.host] == nil, let decoded = PercentDecoding.decode(path), !decoded.contains("\\"), !decoded.contains("//"),
            !decoded.contains("/../")
        else { throw PageError.badRequest }
        if path.hasPrefix("/_/") || path == "/favicon.ico" || path == "/robots.txt" { return try await next(request, context) }
        guard request.method == .get || request.method == .head || request.method == .post else {
            throw PageError.methodNotAllowed([.get, .head, .post])
        }
        let cookies = desk.cookies
        let token = cookies.token(cookies.session, in: request)
        let session = if let token { try await desk.access.session(token) } else { LiveSession?.none }
        let known = cookies.token(cookies.form, in: request)
        let secret = session == nil ? known ?? SecretToken.make() : token ?? SecretToken.make()
        guard let query = FormFields((request.uri.query ?? "").utf8) else { throw PageError.badRequest }
        var context = context
        func visit(_ form: FormFields) -> DeskVisit {
            DeskVisit(
                desk: desk,
                caller: PortalNetwork.Access.Caller(
                    address: desk.client(request, context.peer),
                    agent: request.headers[.userAgent] ?? ""
                ),
                session: session,
                formSecret: secret,
                language: language(request),
                path: path,
                query: query,
                form: form,
                now: desk.face.clock.now(),
                tree: desk.face.tree(),
                requestID: context.id
            )
        }
        // Known already while the form is read, so that a refusal speaks the language of who sent it.
        context.visit = visit(.empty)
        if request.method == .post { context.visit = visit(try await form(request, secret, context)) }
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

    /// The form, when it came from a page of ours: the browser says so itself, and it carries the token that only our pages have.
    private func form(_ request: Request, _ secret: SecretToken, _ context: DeskContext) async throws -> FormFields {
        let type = request.headers[.contentType]?.split(separator: ";").first.map { String($0).trimmed.lowercased() }
        guard type == "application/x-www-form-urlencoded" else { throw PageError(.unsupportedMediaType, "bad-request") }
        let body: ByteBuffer
        do {
            body = try await request.body.collect(upTo: FormFields.largest)
        } catch { throw PageError(.contentTooLarge, "content-too-large") }
        guard let form = FormFields(body.readableBytesView) else { throw PageError.badRequest }
        let isFromHere =
            if let origin = request.headers[.origin] { origin == desk.origin } else { request.headers[.secFetchSite] == "same-origin" }
        guard isFromHere, Self.isSame(form["_"], secret.formToken) else {
            if let visit = context.visit {
                let access = desk.access
                try await access.database.write {
                    try access.note(.forgedForm, .refused, by: visit.session?.person, on: visit.path, from: visit.caller, in: $0)
                }
            }
            throw PageError(.forbidden, "form-expired")
        }
        return form
    }

    private static func isSame(_ a: String, _ b: String) -> Bool {
        let (a, b) = (Array(a.utf8), Array(b.utf8))
        guard a.count == b.count else { return false }
        return zip(a, b).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}

extension Desk {
    /// Who really asks: the connection's other end, or what a proxy of ours says of it.
    func client(_ request: Request, _ peer: SocketAddress?) -> String {
        guard let name = ClientName(exact: peer) else { return "unknown" }
        guard proxies.contains(where: { $0.contains(name) }), let chain = request.headers[.forwardedFor] else { return name.text }
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
