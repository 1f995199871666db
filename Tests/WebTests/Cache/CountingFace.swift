import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded
import PortalNetwork
import Publishing
import Store
import Synchronization
import Vietnamese

@testable import Web

/// Pages that count how often they are made, and can be made to be slow, to fail, or to be gone.
final class CountingResolver: PageResolver {
    struct State {
        var made: [String: Int] = [:]
        var text = "Thân bài"
        var isAway = false
        var isGone = false
        var delay: Duration = .zero
        /// Nothing is made until this is taken back.
        var isHeld = false
        /// Of each page made: whether a replica might answer.
        var passes: [Bool] = []
        /// What a replica has makes no page.
        var isDamagedOnReplica = false
    }

    let state = Mutex(State())

    func made(_ path: String) -> Int { state.withLock { $0.made[path] ?? 0 } }
    func set(_ change: @Sendable (inout State) -> Void) { state.withLock { change(&$0) } }

    func answer(to address: PublicAddress, for visit: Visit) async throws -> PageAnswer {
        let now = state.withLock { state in
            state.made[address.path, default: 0] += 1
            state.passes.append(ReplicaPass.current != nil)
            return state
        }
        while state.withLock({ $0.isHeld }) { try await Task.sleep(for: .milliseconds(5)) }
        if now.delay > .zero { try await Task.sleep(for: now.delay) }
        if now.isDamagedOnReplica, let pass = ReplicaPass.current {
            pass.use()
            throw StoreFault.damaged("the live edition is missing")
        }
        if now.isAway { throw StoreFault.unreachable("the database") }
        if now.isGone { return .gone(reason: "Đã gỡ.") }
        // What a real page does by reading: item 1 is on every page.
        Dependencies.noteForTests(item: ItemID(rawValue: 1), list: .all, site: visit.site.id)
        if case .section(let code, _) = address, code != "tin-tuc" { return .notFound }
        let page = NotePage(title: "Trang \(address.path)", body: now.text + String(repeating: " Xin chào bà con.", count: 200))
        return .page(Page(PageTemplate<NotePage>("note"), page, head: PageHead(title: "Trang"), path: address.path))
    }
}

/// The public face with the cache before it, without a socket.
struct CountingFace: Sendable {
    let resolver = CountingResolver()
    let face: Face
    let cache: PageCache
    let desk: CacheDesk
    let responder: RouterResponder<WebContext>
    let registry = MetricsRegistry()
    private let patience: Duration

    init(
        megabytes: Int = 64,
        now: @escaping @Sendable () -> Instant = { Instant(rawValue: 1_795_000_000_000) },
        patience: Duration = .seconds(1),
        turns: MakingTurns = MakingTurns(width: 6)
    ) throws {
        let clock = Clock { now() }
        var face = try TestFace.make(scheme: .http)
        face.clock = clock
        self.face = face
        self.patience = patience
        cache = PageCache(megabytes: megabytes, clock: clock)
        let metrics = RequestMetrics(registry)
        let (router, table) = try PublicRouter.buildWithTable(
            face: face,
            features: [NoteFeature(), SlowAnswers()],
            resolver: resolver,
            metrics: metrics
        )
        responder = router.buildResponder()
        desk = CacheDesk(
            cache: cache,
            targets: CacheTargets(routes: table, features: [NoteFeature()]),
            turns: turns,
            metrics: metrics,
            lines: nil,
            clock: clock
        ) { _ in }
    }

    func isFresh(_ target: String) -> Bool {
        if case .fresh = cache.find(CacheKey(site: Network.province, target: target)) { true } else { false }
    }

    func send(_ target: String, method: HTTPRequest.Method = .get, host: String = "anson.test", headers: HTTPFields = [:]) async throws -> Response {
        let layer = CacheLayer(responder, face: face, desk: desk, patience: patience)
        return try await send(target, method: method, host: host, headers: headers, through: layer)
    }

    func send(
        _ target: String,
        method: HTTPRequest.Method = .get,
        host: String = "anson.test",
        headers: HTTPFields = [:],
        through layer: CacheLayer<RouterResponder<WebContext>>
    ) async throws -> Response {
        let head = HTTPRequest(method: method, scheme: "http", authority: host, path: target, headerFields: headers)
        let context = WebContext(source: ApplicationRequestContextSource(channel: NIOAsyncTestingChannel(), logger: TestFace.logger))
        return try await layer.respond(to: Request(head: head, body: RequestBody(buffer: ByteBuffer())), context: context)
    }

    var layer: CacheLayer<RouterResponder<WebContext>> { CacheLayer(responder, face: face, desk: desk, patience: patience) }
}

/// An answer that takes its time and is never kept.
struct SlowAnswers: PortalFeature {
    let name = "slow"
    let files: [(path: String, text: StaticString)] = []
    func addRoutes(to routes: RouterGroup<PortalContext>) {
        routes.get("cham/:ms") { _, context -> Response in
            try await Task.sleep(for: .milliseconds(try context.parameters.require("ms", as: Int.self)))
            return Response(status: .ok, headers: [.contentType: "text/plain"], body: ResponseBody(byteBuffer: ByteBuffer(string: "chậm")))
        }
    }
}
