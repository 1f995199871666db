public import HTTPTypes
public import Hummingbird
public import PortalNetwork
public import Publishing
import Store
import Vietnamese

/// The back office of the installation, on a host of its own: one sign-in for all its portals.
public struct Desk: Sendable {
    public let host: String
    public let access: PortalNetwork.Access
    public let face: Face
    /// How people are told what concerns them.
    public let notices: Notices
    /// Where people may sign in beside here.
    let providers: ProviderBook
    /// What the configuration holds that is secret, for a hand-over.
    let secrets: [HandOverReport.Secret]
    /// What features bring to it.
    public let parts: [any DeskPart]
    let proxies: [AddressRange]
    let cookies: DeskCookies
    /// Whether this is a demo, whose accounts have a second factor this machine knows.
    let isDemo: Bool

    public init(
        host: String,
        access: PortalNetwork.Access,
        face: Face,
        proxies: [AddressRange] = AddressRange.loopback,
        isDemo: Bool = false,
        notices: Notices? = nil,
        providers: ProviderBook = .none,
        secrets: [HandOverReport.Secret] = [],
        parts: [any DeskPart] = []
    ) {
        self.host = host
        self.notices = notices ?? Notices(access)
        self.providers = providers
        self.secrets = secrets
        self.access = access
        self.face = face
        self.proxies = proxies
        self.isDemo = isDemo
        self.parts = parts
        cookies = DeskCookies(isSecure: face.origins.scheme == .https)
    }

    /// Where passkeys are at home.
    var home: PasskeyHome { PasskeyHome(host: host, origin: origin) }

    /// What a feature brought, for its own proofs.
    public func part<Part: DeskPart>(_ type: Part.Type) -> Part? { parts.lazy.compactMap { $0 as? Part }.first }

    public var origin: String { face.origins.origin(host: host) }

    /// Every address of the desk, with what it asks of who comes.
    public func routes() throws -> DeskRoutes {
        var routes = DeskRoutes(self)
        SignInScreens(desk: self).add(to: &routes)
        AccountScreens(desk: self).add(to: &routes)
        PeopleScreens(desk: self).add(to: &routes)
        PersonScreens(desk: self).add(to: &routes)
        AuditScreens(desk: self).add(to: &routes)
        PortalScreens(desk: self).add(to: &routes)
        PasskeyScreens(desk: self).add(to: &routes)
        ProviderScreens(desk: self).add(to: &routes)
        NoticeScreens(desk: self).add(to: &routes)
        LetterScreens(desk: self).add(to: &routes)
        HandOverScreens(desk: self).add(to: &routes)
        for part in parts { part.add(to: &routes, of: self) }
        try routes.validate()
        return routes
    }
}

/// What a feature brings to the desk.
public protocol DeskPart: Sendable {
    /// Its rooms on a portal, as far as this person may enter them.
    func rooms(_ visit: DeskVisit, _ session: LiveSession, on site: Site) -> [DeskRoom]
    func add(to routes: inout DeskRoutes, of desk: Desk)
    /// What the overviews of a portal say to this person.
    func tiles(_ visit: DeskVisit, _ session: LiveSession, on site: Site) async throws -> [DeskTile]
    /// What it finds for words typed into the desk's one search field, in the bounds of what the person may see.
    func finds(_ text: String, _ visit: DeskVisit, _ session: LiveSession) async throws -> [DeskTile]
    /// Where an item is worked on; nil where this part does not know.
    func address(of item: ItemID, on site: SiteID, _ visit: DeskVisit) -> String?
}

/// A link in the desk's navigation.
public struct DeskRoom: Sendable {
    /// By which screens say that they stand in it.
    public let key: String
    public let label: String
    public let href: String

    public init(key: String, label: String, href: String) {
        self.key = key
        self.label = label
        self.href = href
    }
}

/// What an address asks of who comes, for the table and its test.
public enum DeskDemand: Sendable, Hashable {
    /// Anybody.
    case open
    /// Whose password was right; nothing else of theirs is open yet.
    case half
    /// Signed in, though a new password may be due.
    case signedIn
    /// Signed in with nothing outstanding.
    case staff
    /// Staff who may do this on the portal named in the address.
    case may(Action)
    /// Staff who may do this there to an item of their own.
    case mayOwn(Action)
    /// Staff who may do this to the item named in the address.
    case mayItem(Action)
}

/// An address of the desk as it was declared.
public struct DeskRoute: Sendable, Hashable {
    public let method: HTTPRequest.Method
    /// `/desk/cong/:site/nguoi-dung`.
    public let path: String
    public let demand: DeskDemand
    public let takes: DeskBody
}

/// Gathers the desk's addresses. The only way in: a handler takes a context that says what it demands, so none can be forgotten.
public struct DeskRoutes {
    let router: Router<DeskContext>
    public private(set) var declared: [DeskRoute] = []
    private let bodies = DeskBodies()

    init(_ desk: Desk) {
        router = Router(context: DeskContext.self, options: [.autoGenerateHeadEndpoints])
        router.addMiddleware {
            DeskErrors(desk: desk)
            DeskGate(desk: desk, bodies: bodies)
        }
        router.get("/") { _, _ in Response(status: .seeOther, headers: [.location: "/desk/", .cacheControl: "no-store"]) }
        router.get("_/:file") { request, context -> Response in
            guard let name = context.parameters.get("file"), let file = desk.face.statics.file(name) ?? IconStyle(Look()).file(name) else {
                throw PageError.notFound
            }
            return ByteAnswer(.init(bytes: file.bytes), type: file.type, freshness: .immutable, tag: file.tag).response(
                from: request,
                context: context
            )
        }
        router.get("favicon.ico") { request, context in
            ByteAnswer(.init(bytes: IconStyle(Look()).favicon), type: "image/vnd.microsoft.icon", freshness: .none).response(
                from: request,
                context: context
            )
        }
        router.get("robots.txt") { _, _ in
            Response(status: .ok, headers: [.contentType: "text/plain"], body: .init(byteBuffer: .init(string: "User-agent: *\nDisallow: /\n")))
        }
    }

    /// Adds an address below `/desk`. What the handler takes says what the address demands; `takes` what may be sent to it.
    public mutating func on<Proof: DeskProof>(
        _ method: HTTPRequest.Method,
        _ path: String,
        takes body: DeskBody = .form(),
        _ handle: @escaping @Sendable (Proof) async throws -> DeskAnswer
    ) {
        let full = "/desk" + path
        bodies.set(body, for: method, full)
        router.on(RouterPath(full), method: method) { _, context in
            guard var visit = context.visit else { throw PageError.internalFault }
            for (name, value) in context.parameters { visit.parameters[String(name)] = PercentDecoding.decode(String(value)) ?? "" }
            return try await handle(try await Proof.prove(visit)).response()
        }
        declared.append(DeskRoute(method: method, path: full, demand: Proof.demand, takes: body))
    }

    func validate() throws { try router.validate() }
}

/// Takes the requests to the desk's host away from the portals' router, and gives every answer the desk's rules.
struct DeskDoor: RouterMiddleware {
    typealias Context = WebContext

    private let desk: Desk
    private let respond: @Sendable (Request, DeskContext) async throws -> Response
    private let fields: [(name: HTTPField.Name, value: String)]

    init(_ desk: Desk, _ routes: DeskRoutes) {
        self.desk = desk
        let responder = routes.router.buildResponder()
        respond = { try await responder.respond(to: $0, context: $1) }
        fields = Self.fields(isSecure: desk.face.origins.scheme == .https)
    }

    /// As strict as the public pages', and without an address of the desk in anybody's log. Beyond them: pictures just chosen from disk may be shown
    /// (`blob:`), pages of the desk may stand in a frame of the desk's (previews, which bring a policy of their own), and the editor's library
    /// may name its own policy for what is pasted. The editor is loaded when it is needed, which no digest can be named for: `Integrity-Policy` blocks nothing.
    static func fields(isSecure: Bool) -> [(name: HTTPField.Name, value: String)] {
        SecurityHeaders.fields(isSecure: isSecure, filesHost: nil).map { field in
            switch field.name {
            case .referrerPolicy: (field.name, "same-origin")
            case .integrityPolicy: (field.name, "blocked-destinations=()")
            case .contentSecurityPolicy:
                (
                    field.name,
                    field.value.replacing("img-src 'self'", with: "img-src 'self' blob:").replacing(
                        "; worker-src",
                        with: "; frame-src 'self'; worker-src"
                    )
                    .replacing("trusted-types caunoi", with: "trusted-types caunoi ProseMirrorClipboard")
                )
            default: (field.name, field.value)
            }
        } + [(.cacheControl, "no-store"), (.xRobotsTag, "noindex, nofollow")]
    }

    func handle(_ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response) async throws -> Response {
        guard let authority = request.uri.host ?? request.head.authority, HostName.parse(authority) == desk.host else {
            return try await next(request, context)
        }
        var response = try await respond(request, DeskContext(context, desk: desk))
        for field in fields where response.headers[field.name] == nil { response.headers[field.name] = field.value }
        return response
    }
}
