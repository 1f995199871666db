import HTTPTypes
public import Hummingbird
import NIOCore
public import Publishing
public import Syndication
public import Web

/// What programs ask every site for: sitemaps, `robots.txt`, `security.txt`, the manifest, and OAI-PMH for archives and libraries.
/// (Feeds belong to the address grammar: `Feeds` answers for them.)
public struct MachinesFeature: PortalFeature {
    public let name = "machines"
    public let files: [(path: String, text: StaticString)] = []
    public let queryParameters: [String: Set<String>] = ["/oai": OAIRequest.arguments]

    private let sitemaps: Sitemaps
    private let harvest: Harvest
    private let settings: MachineSettings

    public init(
        reader: Reader,
        addresses: Addresses,
        ids: StableIDs,
        settings: MachineSettings = MachineSettings(),
        sections: @escaping @Sendable () -> SectionIndex
    ) {
        sitemaps = Sitemaps(reader: reader, addresses: addresses, sections: sections)
        harvest = Harvest(reader: reader, addresses: addresses, ids: ids, sections: sections)
        self.settings = settings
    }

    public func addRoutes(to routes: RouterGroup<PortalContext>) {
        routes.get("robots.txt") { request, context in
            Self.text(Robots.text(for: context.visit, isOpen: settings.mayBeIndexed)).response(from: request, context: context)
        }
        routes.get(".well-known/security.txt") { request, context in
            guard let text = settings.security?.text(for: context.visit) else { throw PageError.notFound }
            return Self.text(text).response(from: request, context: context)
        }
        routes.get("manifest.webmanifest") { request, context in
            let bytes = try WebManifest(context.visit).bytes()
            return ByteAnswer(ByteBuffer(bytes: bytes), type: "application/manifest+json; charset=utf-8", freshness: .page)
                .response(from: request, context: context)
        }
        routes.get("sitemap.xml") { request, context in
            Self.xml(try await sitemaps.index(for: context.visit)).response(from: request, context: context)
        }
        routes.get("sitemap/:part") { request, context in
            guard let bytes = try await sitemaps.part(try context.parameters.require("part"), for: context.visit) else { throw PageError.notFound }
            return Self.xml(bytes).response(from: request, context: context)
        }
        routes.get("oai") { request, context in
            try await Self.oai(harvest.answer(to: request.uri.query ?? "", for: context.visit), request, context)
        }
        routes.post("oai") { request, context in
            guard request.headers[.contentType]?.lowercased().hasPrefix("application/x-www-form-urlencoded") == true else {
                throw PageError(.unsupportedMediaType, "bad-request")
            }
            let body = try await request.body.collect(upTo: OAIRequest.longest)
            return try await Self.oai(harvest.answer(to: String(buffer: body), for: context.visit), request, context)
        }
    }

    private static func text(_ text: String) -> ByteAnswer {
        ByteAnswer(ByteBuffer(string: text), type: "text/plain; charset=utf-8", freshness: .page)
    }

    private static func xml(_ bytes: [UInt8]) -> ByteAnswer {
        ByteAnswer(ByteBuffer(bytes: bytes), type: "application/xml; charset=utf-8", freshness: .page)
    }

    /// Every answer carries its moment, which harvesters go on from: it is never kept.
    private static func oai(_ bytes: [UInt8], _ request: Request, _ context: PortalContext) -> Response {
        ByteAnswer(ByteBuffer(bytes: bytes), type: "text/xml; charset=utf-8", freshness: .none).response(from: request, context: context)
    }
}

/// What the operator says about the installation's dealings with programs.
public struct MachineSettings: Sendable, Hashable {
    /// False keeps search engines out of everything (test estates).
    public var mayBeIndexed: Bool
    public var security: SecurityText?

    public init(mayBeIndexed: Bool = true, security: SecurityText? = nil) {
        self.mayBeIndexed = mayBeIndexed
        self.security = security
    }
}
