public import Hummingbird

/// The public face put together: layers in their order, the program's own addresses, the features', and the fallback.
public enum PublicRouter {
    /// - Throws: the router's own complaint when two features claim one address.
    public static func build(
        face: Face,
        features: [any PortalFeature],
        resolver: any PageResolver,
        metrics: RequestMetrics,
        desk: Desk? = nil
    ) throws -> Router<WebContext> {
        try buildWithTable(face: face, features: features, resolver: resolver, metrics: metrics, desk: desk).router
    }

    /// The same with its fixed addresses, which the page cache must know.
    public static func buildWithTable(
        face: Face,
        features: [any PortalFeature],
        resolver: any PageResolver,
        metrics: RequestMetrics,
        desk: Desk? = nil
    ) throws -> (router: Router<WebContext>, table: RouteTable) {
        let router = Router(context: WebContext.self, options: [.autoGenerateHeadEndpoints])
        let table = RouteTable()
        router.add(middleware: AccessLog(metrics: metrics))
        router.add(middleware: SecurityHeaders(isSecure: face.origins.scheme == .https, filesHost: face.filesHost))
        if let desk { router.add(middleware: DeskDoor(desk, try desk.routes())) }
        router.addMiddleware {
            SiteRecognition(face: face)
            CrossOriginReading()
            ErrorPages(face: face)
            RequestGate(face: face)
            AddressFallback(resolver: resolver, routes: table)
        }
        let portal = router.group(context: PortalContext.self)
        StaticAnswers().addRoutes(to: portal)
        OfflineAnswers().addRoutes(to: portal)
        for feature in features { feature.addRoutes(to: portal) }
        try router.validate()
        table.fill(from: router)
        return (router, table)
    }

    /// The router of something that answers every address by itself, with ids, lines and measures as a portal's.
    public static func plain(metrics: RequestMetrics, _ answer: @escaping @Sendable (Request) -> Response) -> Router<WebContext> {
        let router = Router(context: WebContext.self)
        router.add(middleware: AccessLog(metrics: metrics))
        router.add(middleware: EveryAddress(answer: answer))
        return router
    }
}

private struct EveryAddress: RouterMiddleware {
    typealias Context = WebContext

    let answer: @Sendable (Request) -> Response

    func handle(_ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response) async throws -> Response {
        answer(request)
    }
}
