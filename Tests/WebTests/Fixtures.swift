import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded
import PortalNetwork
import Store
import Synchronization
import Vietnamese

@testable import Web

/// A small network of portals: a province with an English portal, a department, and portals in every state.
enum Network {
    static let province = SiteID(rawValue: 1)
    static let english = SiteID(rawValue: 2)
    static let health = SiteID(rawValue: 3)

    static func tree(menu: [MenuItem]? = nil, look: Look = Look(), banners: [Banner] = []) -> SiteTree {
        let origin = Instant(rawValue: 0)
        let contact = Contact(
            address: "Số 1 đường Trần Phú, phường Lê Lợi",
            phone: "(0255) 3 822 222",
            email: "congttdt@anson.test",
            responsible: "Chánh Văn phòng Ủy ban nhân dân tỉnh",
            licence: "Giấy phép số 01/GP-TTĐT ngày 02/01/2026"
        )
        let sites = [
            Site(
                id: province,
                code: "an-son",
                parent: nil,
                kind: .portal,
                name: "Cổng thông tin điện tử tỉnh An Sơn",
                shortName: "Tỉnh An Sơn",
                hosts: ["anson.test", "www.anson.test"],
                look: look,
                contact: contact,
                createdAt: origin
            ),
            Site(
                id: english,
                code: "an-son-en",
                parent: province,
                kind: .language,
                language: .en,
                name: "An Son Province Portal",
                shortName: "An Son",
                hosts: ["en.anson.test"],
                createdAt: origin
            ),
            Site(
                id: health,
                code: "so-y-te",
                parent: province,
                kind: .unit,
                name: "Trang thông tin điện tử Sở Y tế",
                shortName: "Sở Y tế",
                hosts: ["soyte.test"],
                createdAt: origin
            ),
            Site(
                id: SiteID(rawValue: 4),
                code: "cu",
                parent: province,
                kind: .unit,
                status: .redirected,
                name: "Cổng cũ",
                shortName: "Cũ",
                hosts: ["cu.test"],
                successor: SiteID(rawValue: 5),
                createdAt: origin
            ),
            Site(
                id: SiteID(rawValue: 5),
                code: "cu-hon",
                parent: province,
                kind: .unit,
                status: .redirected,
                name: "Cổng cũ hơn",
                shortName: "Cũ hơn",
                hosts: ["cuhon.test"],
                successor: health,
                createdAt: origin
            ),
            Site(
                id: SiteID(rawValue: 6),
                code: "dong",
                parent: province,
                kind: .unit,
                status: .closed,
                name: "Cổng đã đóng",
                shortName: "Đã đóng",
                hosts: ["dong.test"],
                createdAt: origin
            ),
            Site(
                id: SiteID(rawValue: 7),
                code: "luu",
                parent: province,
                kind: .unit,
                status: .frozen,
                name: "Cổng lưu trữ",
                shortName: "Lưu trữ",
                hosts: ["luu.test"],
                createdAt: origin
            ),
            Site(
                id: SiteID(rawValue: 8),
                code: "vong",
                parent: nil,
                kind: .unit,
                status: .redirected,
                name: "Vòng",
                shortName: "Vòng",
                hosts: ["vong.test"],
                successor: SiteID(rawValue: 8),
                createdAt: origin
            ),
            Site(
                id: SiteID(rawValue: 9),
                code: "ngoai",
                parent: nil,
                kind: .linked,
                name: "Trang ngoài",
                shortName: "Ngoài",
                hosts: ["ngoai.test"],
                url: "https://ngoai.test/",
                createdAt: origin
            ),
        ]
        return SiteTree(version: 1, sites: sites, menus: menu.map { [province: $0] } ?? [:], banners: banners)
    }
}

/// A page of a feature made for these tests.
struct NotePage: PageModel {
    var title: String
    var body: String?
    static let shape: Shape<NotePage> = [.text("title", \.title), .text("body", \.body)]
}

struct NoteFeature: PortalFeature {
    let name = "note"
    let files: [(path: String, text: StaticString)] = [
        (
            "Templates/note.mustache",
            """
            {{<layout}}
            {{$main}}
            <main id="noi-dung" data-r="e"><h1>{{title}}</h1>{{#body}}<p>{{body}}</p>{{/body}}</main>
            {{/main}}
            {{/layout}}
            """
        ),
        ("Words/vi.json", #"{"refusal.note.four-eyes": "{person} không được tự duyệt bài của mình."}"#),
        ("Words/en.json", #"{"refusal.note.four-eyes": "{person} may not approve an article of their own."}"#),
        ("Words/zh.json", #"{"refusal.note.four-eyes": "{person} 不得审批自己的稿件。"}"#),
    ]
    let templates: [any TemplateContract] = [PageTemplate<NotePage>("note")]

    func addRoutes(to routes: RouterGroup<PortalContext>) {
        routes.get("gioi-thieu") { _, context in Self.page(context.visit, title: "Giới thiệu", path: "/gioi-thieu") }
        routes.post("hoi-dap") { _, _ in Response(status: .noContent) }
        routes.get("loi/:kind") { _, context -> Response in
            switch context.parameters.get("kind") {
            case "refusal": throw FourEyes()
            case "full": throw StoreFault.diskFull("/var/lib/secret-path")
            case "away": throw StoreFault.unreachable("postgres://user:secret@db")
            case "engine": throw StoreFault.engine("relation secret_table does not exist")
            default: throw Unexpected()
            }
        }
        routes.get("api/v1/loi/:kind") { _, context -> Response in
            if context.parameters.get("kind") == "refusal" { throw FourEyes() }
            throw Unexpected()
        }
    }

    static func page(_ visit: Visit, title: String, path: String) -> Page {
        Page(PageTemplate<NotePage>("note"), NotePage(title: title, body: "Thân bài"), head: PageHead(title: title), path: path)
    }

    struct FourEyes: Refusal {
        let key = "note.four-eyes"
        let values = ["person": "Nguyễn Văn A"]
    }

    struct Unexpected: Error {}
}

/// Two sections and one item, as a portal would have.
struct NoteResolver: PageResolver {
    static let item: Int64 = 123_456_789_012_345

    func answer(to address: PublicAddress, for visit: Visit) async throws -> PageAnswer {
        switch address {
        case .home: return .page(NoteFeature.page(visit, title: "Trang chủ", path: "/"))
        case .section("tin-tuc", let page) where page <= 3: return .page(NoteFeature.page(visit, title: "Tin tức", path: address.path))
        case .item(_, _, Self.item, let isPrint):
            let canonical = PublicAddress.item(section: "tin-tuc", slug: "bai-viet", id: Self.item, isPrint: isPrint)
            guard canonical == address else { return .moved(to: canonical.path) }
            return .page(NoteFeature.page(visit, title: "Bài viết", path: address.path))
        case .item(_, _, Self.item + 1, _): return .gone(reason: "Bài có sai sót về số liệu.")
        default: return .notFound
        }
    }
}

enum TestFace {
    static let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    static func make(
        tree: SiteTree = Network.tree(),
        scheme: Origins.Scheme = .https,
        port: Int? = nil,
        folders: TemplateFolders = TemplateFolders(),
        logger: Logger = logger,
        now: Instant = Instant(rawValue: 1_795_000_000_000),
        isDemo: Bool = false
    ) throws -> Face {
        let texts = try ProgramTexts(features: [NoteFeature()])
        let templates = try LiveTemplates(files: texts.templates, words: texts.words, pages: texts.pages, folders: folders, logger: logger)
        return Face(
            templates: templates,
            words: texts.words,
            origins: Origins(scheme: scheme, port: port),
            clock: Clock { now },
            tree: { tree },
            sections: { _ in [MenuItem(label: "Tin tức", target: "/tin-tuc/")] },
            isDemo: { _ in isDemo }
        )
    }

    static func responder(_ face: Face, registry: MetricsRegistry = MetricsRegistry()) throws -> RouterResponder<WebContext> {
        try PublicRouter.build(face: face, features: [NoteFeature()], resolver: NoteResolver(), metrics: RequestMetrics(registry)).buildResponder()
    }

    static func visit(_ face: Face, host: String = "anson.test") throws -> Visit {
        let tree = face.tree()
        guard let site = tree.site(host: host) else { throw TestError.noSite(host) }
        return Visit(face: face, site: site, tree: tree, now: face.clock.now(), requestID: "0000000000000000")
    }
}

enum TestError: Error { case noSite(String), noPort }

/// Sends requests through the whole public face without a socket, with any host and target.
struct Browser {
    let responder: RouterResponder<WebContext>
    var logger = TestFace.logger

    init(_ face: Face, registry: MetricsRegistry = MetricsRegistry(), logger: Logger = TestFace.logger) throws {
        responder = try TestFace.responder(face, registry: registry)
        self.logger = logger
    }

    struct Answer {
        let status: Int
        let headers: HTTPFields
        let body: String
    }

    func send(
        _ target: String,
        method: HTTPRequest.Method = .get,
        host: String? = "anson.test",
        headers: HTTPFields = [:]
    ) async throws -> Answer {
        let head = HTTPRequest(method: method, scheme: "http", authority: host, path: target, headerFields: headers)
        let request = Request(head: head, body: RequestBody(buffer: ByteBuffer()))
        let context = WebContext(source: ApplicationRequestContextSource(channel: NIOAsyncTestingChannel(), logger: logger))
        let response = try await responder.respond(to: request, context: context)
        let collector = Collector()
        try await response.body.write(collector)
        return Answer(status: response.status.code, headers: response.headers, body: String(buffer: collector.bytes.withLock { $0 }))
    }

    private final class Collector: ResponseBodyWriter {
        let bytes = Mutex(ByteBuffer())

        func write(_ buffer: ByteBuffer) async throws { bytes.withLock { _ = $0.writeImmutableBuffer(buffer) } }
        func finish(_ trailingHeaders: HTTPFields?) async throws {}
    }
}
