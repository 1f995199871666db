public import Hummingbird

/// A part of what a portal does, as the program lists them: `[News(), Pages()]`.
public protocol PortalFeature: Sendable {
    /// `news`: for messages.
    var name: String { get }

    /// The target's embedded files (`EmbeddedFiles.all`): templates and catalogues are taken from them.
    var files: [(path: String, text: StaticString)] { get }

    /// Every template the feature renders by name, with its model, so that it can be checked at start.
    var templates: [any TemplateContract] { get }

    /// Adds the feature's fixed addresses (`/tac-gia/:author`, `/sitemap.xml`). Sections and items need none: `PageResolver` answers for them.
    func addRoutes(to routes: RouterGroup<PortalContext>)

    /// The query parameters its fixed addresses read, by the address as it is routed (`["/tim-kiem": ["q", "trang"]]`, `"/files/{asset}/{name}"`).
    /// Others change nothing in the answer, and so make no entry of their own in the page cache; `PortalQuery.every` stands for all,
    /// where an address refuses what it does not know.
    var queryParameters: [String: Set<String>] { get }
}

extension PortalFeature {
    public var templates: [any TemplateContract] { [] }
    public func addRoutes(to routes: RouterGroup<PortalContext>) {}
    public var queryParameters: [String: Set<String>] { [:] }
}

/// Names among the query parameters of an address that have a meaning of their own.
public enum PortalQuery {
    /// Every parameter counts: the address answers 400 to those it does not know, so an answer is kept under its whole query.
    public static let every = "*"
}

/// Answers for the addresses of the grammar: home, sections, items.
public protocol PageResolver: Sendable {
    /// Where an address of former times leads: anything no route and no grammar of ours knows, with its query. `.notFound` when it was none.
    func formerAddress(_ path: String, for visit: Visit) async throws -> PageAnswer

    /// The answer to an address on a portal. `.notFound` for a section or item that does not exist there, `.moved` when it has its place elsewhere.
    func answer(to address: PublicAddress, for visit: Visit) async throws -> PageAnswer
}

extension PageResolver {
    public func formerAddress(_ path: String, for visit: Visit) async throws -> PageAnswer { .notFound }
}
