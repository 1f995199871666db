import HTTPTypes
import Hummingbird
import NIOCore

/// `/_/…`: styles, script and emblem; and the icon that browsers ask for by themselves.
struct StaticAnswers {
    func addRoutes(to routes: RouterGroup<PortalContext>) {
        routes.get("_/:file") { request, context -> Response in
            context.coreContext.endpointPath.value = "static"
            guard let name = context.parameters.get("file"), let file = context.visit.face.statics.file(name) else { throw PageError.notFound }
            return ByteAnswer(ByteBuffer(bytes: file.bytes), type: file.type, freshness: .immutable, tag: file.tag).response(
                from: request,
                context: context
            )
        }
        routes.get("favicon.ico") { _, context -> Response in
            context.coreContext.endpointPath.value = "static"
            guard let address = context.visit.face.statics.address("emblem.svg") else { throw PageError.notFound }
            return Response(status: .found, headers: [.location: address, .cacheControl: "public, max-age=86400"])
        }
    }
}
