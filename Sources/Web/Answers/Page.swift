public import HTTPTypes
public import Hummingbird
public import NIOCore
import PortalNetwork

/// A page of a portal, ready to be drawn: a template, its model, what the head says. A value, so that a feature's pages are tested without HTTP.
public struct Page: Sendable, ResponseGenerator {
    public var head: PageHead
    /// The page's canonical path on its portal, with its query where that belongs to it (`/tin-tuc/?trang=2`).
    public var path: String
    public var status: HTTPResponse.Status
    public var freshness: Freshness
    /// Drawn for paper: without menu, search and tools.
    public var isPrint: Bool
    public var headers: HTTPFields
    private let draw: @Sendable (TemplateLibrary, Chrome, PageHead, Visit) throws -> ByteBuffer

    public init<Model: PageModel>(
        _ template: PageTemplate<Model>,
        _ model: Model,
        head: PageHead,
        path: String,
        isPrint: Bool = false,
        status: HTTPResponse.Status = .ok,
        freshness: Freshness = .page,
        headers: HTTPFields = [:]
    ) {
        self.head = head
        self.path = path
        self.isPrint = isPrint
        self.status = status
        self.freshness = freshness
        self.headers = headers
        draw = { library, chrome, head, visit in
            try library.render(template, model, chrome: chrome, head: head, language: visit.language, theme: visit.look.theme)
        }
    }

    /// The page as bytes. The same page and visit give the same bytes.
    public func bytes(for visit: Visit) throws -> ByteBuffer {
        try bytes(for: visit, library: visit.face.templates.current())
    }

    func bytes(for visit: Visit, library: TemplateLibrary) throws -> ByteBuffer {
        var head = head
        if head.canonical == nil, !head.isHidden { head.canonical = visit.url(path) }
        if isPrint { head.isHidden = true }
        StructuredData.complete(&head, path: path, visit)
        let plain = String(path.prefix { $0 != "?" })
        let bytes = try draw(library, Chrome(visit, path: plain, isPrint: isPrint), head, visit)
        if visit.face.templates.isDevelopment {
            // Who changes a template learns at once that text has left its region, long before a watcher would take it for injected.
            let findings = RegionAudit.findings(in: String(buffer: bytes))
            guard findings.isEmpty else { throw TemplateFaults(faults: findings.map { TemplateFault(origin: path, $0) }) }
        }
        return bytes
    }

    public func response(from request: Request, context: some RequestContext) throws -> Response {
        guard let context = context as? PortalContext else { throw PageError.internalFault }
        return try answer(context.visit).response(from: request, context: context)
    }

    func answer(_ visit: Visit) throws -> ByteAnswer {
        ByteAnswer(try bytes(for: visit), type: "text/html; charset=utf-8", status: status, freshness: freshness, headers: headers)
    }
}

/// What can be said to an address: the page, where it went, that it was taken back, or that there is nothing.
public enum PageAnswer: Sendable, ResponseGenerator {
    case page(Page)
    /// Something else than a page: a feed.
    case bytes(ByteAnswer)
    /// 301 to a path of this portal, or to an absolute address of another.
    case moved(to: String)
    /// 410 with the reason, as the withdrawal says it.
    case gone(reason: String?)
    case notFound

    public func response(from request: Request, context: some RequestContext) throws -> Response {
        switch self {
        case .page(let page): return try page.response(from: request, context: context)
        case .bytes(let answer): return answer.response(from: request, context: context)
        case .moved(let target): return try Self.redirect(to: target)
        case .gone(let reason): throw PageError.gone(reason: reason)
        case .notFound: throw PageError.notFound
        }
    }

    /// A permanent redirect that may be kept for as long as a page. Never to anything but a path of ours or an http(s) address.
    static func redirect(to target: String) throws -> Response {
        guard Link.isSafe(target), target.hasPrefix("/") || target.hasPrefix("http") else { throw PageError.internalFault }
        return Response(status: .movedPermanently, headers: [.location: target, .cacheControl: Freshness.page.cacheControl])
    }
}
