import HTTPTypes
public import Hummingbird
import Logging
import NIOCore
import PortalNetwork
import Publishing
import Store
import Vietnamese

/// Stands before the router: answers from the cache, and sees to it that a missing page is made once however many ask.
/// What the connection's own handler (`FastPath`) cannot answer at once comes here.
public struct CacheLayer<Inner: HTTPResponder>: HTTPResponder where Inner.Context == WebContext {
    public typealias Context = WebContext

    private let inner: Inner
    private let face: Face
    private let desk: CacheDesk
    private let flights = Flights()
    /// How long a reader waits for a newer page when there is an older one to show.
    private let patience: Duration

    init(_ inner: Inner, face: Face, desk: CacheDesk, patience: Duration = .seconds(1)) {
        self.inner = inner
        self.face = face
        self.desk = desk
        self.patience = patience
    }

    public func respond(to request: Request, context: WebContext) async throws -> Response {
        guard let key = key(of: request) else { return try await inner.respond(to: request, context: context) }
        switch desk.cache.find(key) {
        case .fresh(let answer): return serve(answer, request)
        case .stale(let old): return try await make(key, instead: old, request, context)
        case .missing: return try await make(key, instead: nil, request, context)
        }
    }

    /// Nil for what is never answered from the cache.
    private func key(of request: Request) -> CacheKey? {
        guard !face.templates.isDevelopment, request.method == .get || request.method == .head, request.headers[.authorization] == nil,
            request.headers[.range] == nil, request.headers[.host] == nil, request.headers[.transferEncoding] == nil,
            request.headers[.contentLength] ?? "0" == "0", request.uri.host == nil, let authority = request.head.authority,
            let site = desk.site(authority, in: face.tree()), let target = desk.targets.target(of: request.uri.string)
        else { return nil }
        return CacheKey(site: site, target: target)
    }

    private func make(_ key: CacheKey, instead old: CachedAnswer?, _ request: Request, _ context: WebContext) async throws -> Response {
        let (flight, isNew) = flights.join(key, desk.cache.epoch)
        if isNew {
            // In a task of its own: it does not end when the one who asked first goes away.
            Task {
                do {
                    flights.land(flight, key, try await turn(flight, key, old, request, context))
                } catch {
                    flights.land(flight, key, .failed(error))
                }
            }
        } else if !SiteRecognition.isRobot(request) {
            desk.turns.hurry(ObjectIdentifier(flight))
        }
        switch await flight.outcome(patience: old == nil ? nil : patience) {
        case .answer(let answer, let id):
            guard isNew else { return serve(answer, request) }
            // Measured and written down where it was made; its first reader counts like the others.
            if request.method == .get { desk.read(answer, isRobot: SiteRecognition.isRobot(request)) }
            return response(answer, request, id)
        case .busy: return busy(key, request, context)
        case .own(let response): return isNew ? response : try await inner.respond(to: request, context: context)
        case .failed(let error): throw error
        case nil:
            guard let old else { return try await inner.respond(to: request, context: context) }
            return serve(old, request)
        }
    }

    /// Made when it is its turn; what is out of date is better than to be sent away.
    private func turn(_ flight: Flight, _ key: CacheKey, _ old: CachedAnswer?, _ request: Request, _ context: WebContext) async throws
        -> Flight.Outcome
    {
        let isRobot = SiteRecognition.isRobot(request)
        guard let turn = await desk.turns.take(ObjectIdentifier(flight), isRobot: isRobot) else {
            return old.map { .answer($0, requestID: RequestIdentity.make()) } ?? .busy
        }
        defer { desk.turns.give(turn) }
        return try await answer(flight, key, old, request, context)
    }

    private func busy(_ key: CacheKey, _ request: Request, _ context: WebContext) -> Response {
        desk.sentAway(request.method)
        let tree = face.tree()
        let isRobot = SiteRecognition.isRobot(request)
        let visit = tree[key.site].map { Visit(face: face, site: $0, tree: tree, now: face.clock.now(), requestID: context.id, isRobot: isRobot) }
        let error = PageError.unavailable(retryAfter: isRobot ? 60 : 5)
        return ErrorAnswer(face: face, requestID: context.id).answer(to: error, visit: visit).response(from: request, context: context)
    }

    private func answer(_ flight: Flight, _ key: CacheKey, _ old: CachedAnswer?, _ request: Request, _ context: WebContext) async throws
        -> Flight.Outcome
    {
        var whole = request.head
        whole.method = .get
        whole.headerFields[.ifNoneMatch] = nil
        whole.headerFields[.ifModifiedSince] = nil
        let asked = Request(head: whole, body: RequestBody(buffer: ByteBuffer()))
        // The one place that lets a replica answer. What it answers has everything the cache had acted on when the flight began (`ReplicaReads`).
        let pass = ReplicaPass()
        var (response, dependencies, fill) = try await attempt(asked, context, pass)
        if response.status.kind == .serverError, pass.wasUsed { (response, dependencies, fill) = try await attempt(asked, context, nil) }
        let id = response.headers[.requestID] ?? ""
        guard response.status == .ok, let made = fill.answer else {
            // The database is away or the program is at a loss: what was true a moment ago is the better answer.
            if response.status.kind == .serverError, let old, case .stale = desk.cache.find(key) { return .answer(old, requestID: id) }
            if response.status.kind != .serverError { desk.cache.forget(key) }
            return .own(request.method == .head ? response.createHeadResponse() : response)
        }
        var fields = response.headers
        for name in [HTTPField.Name.requestID, .eTag, .contentLength, .date] { fields[name] = nil }
        let route = fill.route
        let answer = CachedAnswer(
            made,
            tag: made.plainTag,
            head: desk.cache.head(.ok, fields),
            dependencies: Array(dependencies.all),
            expires: min(desk.expiry(for: key.site, in: face.tree()), dependencies.until ?? Instant(rawValue: .max)),
            item: dependencies.item,
            route: route,
            hits: desk.hits(route)
        )
        if !dependencies.isPassing { desk.cache.keep(answer, under: key, since: flight.epoch) }
        return .answer(answer, requestID: id)
    }

    /// The answer made now, what it was made from, and its bytes where they may be kept.
    private func attempt(_ request: Request, _ context: WebContext, _ pass: ReplicaPass?) async throws -> (Response, Dependencies, CacheFill) {
        let (dependencies, fill) = (Dependencies(), CacheFill())
        let response = try await ReplicaPass.$current.withValue(pass) {
            try await Dependencies.$current.withValue(dependencies) {
                try await CacheFill.$current.withValue(fill) { try await inner.respond(to: request, context: context) }
            }
        }
        return (response, dependencies, fill)
    }

    /// An answer nobody inside knows of: counted and written down here.
    private func serve(_ answer: CachedAnswer, _ request: Request) -> Response {
        let start = NIODeadline.now()
        let number = UInt64.random(in: .min ... .max)
        let response = response(answer, request, RequestIdentity.text(number))
        let hit = Hit(
            isHead: request.method == .head,
            status: response.status.code,
            bytes: response.body.contentLength ?? 0,
            requestID: number,
            nanoseconds: (NIODeadline.now() - start).nanoseconds
        )
        var path = request.uri.path
        path.withUTF8 { desk.note(hit, path: UnsafeRawBufferPointer($0), of: answer, isRobot: SiteRecognition.isRobot(request)) }
        return response
    }

    private func response(_ answer: CachedAnswer, _ request: Request, _ id: String) -> Response {
        var response = answer.response(to: request)
        response.headers[.requestID] = id
        return request.method == .head ? response.createHeadResponse() : response
    }
}
