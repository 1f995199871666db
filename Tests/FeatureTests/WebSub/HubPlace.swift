import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Outbound
import PortalNetwork
import PortalTesting
import Publishing
import Store
import Synchronization
import Web
import WebSub

/// The hub of the test province: its routes, its jobs, and a feed made of the newest titles.
struct HubPlace: Sendable {
    let portal: TestPortal
    let follower: HubFollower
    let hub: Hub
    let browser: Browser
    let log: LogMemory

    /// All of the places' hosts lead to this machine, as long as a test says nothing else.
    static func with<T>(
        _ backend: Backend,
        names: [[String]] = [["127.0.0.1"]],
        allow: [String] = ["127.0.0.1"],
        limits change: (inout HubLimits) -> Void = { _ in },
        _ body: (HubPlace) async throws -> T
    ) async throws -> T {
        var limits = HubLimits()
        // What is meant to be in time must be so on a busy machine too; tests of slowness set their own.
        limits.fetch.resolve = .seconds(300)
        limits.fetch.connect = .seconds(300)
        limits.fetch.firstByte = .seconds(300)
        limits.fetch.total = .seconds(300)
        change(&limits)
        return try await TestPortal.with(backend) { portal in
            let log = LogMemory()
            let hub = Hub(
                database: portal.database,
                ids: IdentifierMaker(node: 2, clock: portal.clock.clock),
                clock: portal.clock.clock,
                fetcher: try Fetcher(
                    policy: OutboundPolicy(allow: allow.compactMap { AddressRange($0) }),
                    resolver: FixedNames(names),
                    agent: "CauNoi/test"
                ),
                origins: portal.face.origins,
                tree: portal.face.tree,
                limits: limits,
                logger: Logger(label: "hub") { _ in log.handler }
            ) { site, path in try await feed(portal, site, path) }
            let router = try PublicRouter.build(
                face: portal.face,
                features: [WebSubFeature(hub)],
                resolver: NoPages(),
                metrics: RequestMetrics(MetricsRegistry())
            )
            return try await body(
                HubPlace(portal: portal, follower: HubFollower(hub), hub: hub, browser: Browser(responder: router.buildResponder()), log: log)
            )
        }
    }

    /// Titles of a list, newest first: every change that readers of a feed would see changes these bytes.
    private static func feed(_ portal: TestPortal, _ site: Site, _ path: String) async throws -> ByteAnswer? {
        let key: ListKey
        switch path {
        case "/feed.atom": key = .all
        case "/tin-tuc/feed.atom": key = .section(portal.news.id)
        default: return nil
        }
        let titles = try await portal.reader.list(key, on: site.id, page: 1, size: 50).cards.map(\.content.title)
        let text = "<feed>" + titles.map { "<title>\($0)</title>" }.joined() + "</feed>"
        return ByteAnswer(ByteBuffer(string: text), type: "application/atom+xml; charset=utf-8", freshness: .page)
    }

    func post(_ fields: [(String, String)], type: String = "application/x-www-form-urlencoded", host: String = TestPortal.host) async throws
        -> Browser.Answer
    {
        let allowed = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~")
        let form = fields.map { name, value in
            name + "="
                + value.map { allowed.contains($0) ? String($0) : $0.utf8.map { "%" + ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }
                .joined()
        }.joined(separator: "&")
        return try await send(form, type: type, host: host)
    }

    func send(_ form: String, type: String = "application/x-www-form-urlencoded", host: String = TestPortal.host) async throws -> Browser.Answer {
        try await browser.send("/websub", method: .post, host: host, headers: [.contentType: type], body: form)
    }

    static let topic = "https://anson.test/feed.atom"

    func subscribe(_ callback: String, mode: String = "subscribe", topic: String = topic, secret: String? = nil, lease: String? = nil) async throws
        -> Browser.Answer
    {
        try await post(
            [("hub.mode", mode), ("hub.topic", topic), ("hub.callback", callback)] + (secret.map { [("hub.secret", $0)] } ?? [])
                + (lease.map { [("hub.lease_seconds", $0)] } ?? [])
        )
    }

    func runner(_ owner: Int = 1) -> JobRunner {
        JobRunner(database: portal.database, workers: follower.workers, owner: owner, clock: portal.clock.clock, logger: TestPortal.logger, width: 8)
    }

    /// What the program's services do until nothing is due.
    func settle() async throws {
        try await follower.follow()
        while try await runner().runDue() > 0 {}
    }

    func count(_ table: Table) async throws -> Int {
        try await portal.database.read { db in
            switch table {
            case .subscriptions: try db.value("SELECT count(*) FROM hub_subscription", as: Int.self) ?? 0
            case .requests: try db.value("SELECT count(*) FROM hub_request", as: Int.self) ?? 0
            case .topics: try db.value("SELECT count(*) FROM hub_topic", as: Int.self) ?? 0
            case .dead: try JobQueue.counts(db)[.dead] ?? 0
            case .jobs: try db.value("SELECT count(*) FROM job", as: Int.self) ?? 0
            }
        }
    }

    func counts(_ tables: Table...) async throws -> [Int] {
        var counts: [Int] = []
        for table in tables { counts.append(try await count(table)) }
        return counts
    }

    enum Table { case subscriptions, requests, topics, dead, jobs }

    /// What a good subscriber does: gives every challenge back, takes every delivery.
    static func willing(_ request: ScriptedServer.Heard) -> [ScriptedServer.Act] {
        request.method == "GET" ? ScriptedServer.answer("200 OK", [], challenge(request)) : ScriptedServer.answer("200 OK", [], "")
    }

    static func challenge(_ request: ScriptedServer.Heard) -> String { parameter("hub.challenge", request) ?? "" }

    static func parameter(_ name: String, _ request: ScriptedServer.Heard) -> String? {
        request.target.split(separator: "?").last?.split(separator: "&").first { $0.hasPrefix(name + "=") }
            .map { String($0.dropFirst(name.count + 1)) }?.removingPercentEncoding
    }
}

/// Names that lead where a test says, one answer after the other; the last for ever.
final class FixedNames: NameResolver {
    private let answers: Mutex<[[String]]>
    init(_ answers: [[String]]) { self.answers = Mutex(answers) }

    func addresses(of name: String) async throws -> [IPAddress] {
        answers.withLock { $0.count > 1 ? $0.removeFirst() : $0.first ?? [] }.compactMap { IPAddress($0) }
    }
}

private struct NoPages: PageResolver {
    func answer(to address: PublicAddress, for visit: Visit) async throws -> PageAnswer { .notFound }
}
