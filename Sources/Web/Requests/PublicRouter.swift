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
}
