import Hummingbird

/// Reading without a connection: the worker that keeps articles on the reader's device, and the page that lists them.
struct OfflineAnswers {
    func addRoutes(to routes: RouterGroup<PortalContext>) {
        routes.get("sw.js") { request, context -> Response in
            context.coreContext.endpointPath.value = "static"
            return OfflineWorker(context.visit).answer.response(from: request, context: context)
        }
        routes.get("ngoai-tuyen") { request, context -> Response in
            guard context.visit.face.keepsArticles else { throw PageError.notFound }
            return try OfflinePage.page(for: context.visit).response(from: request, context: context)
        }
    }
}
