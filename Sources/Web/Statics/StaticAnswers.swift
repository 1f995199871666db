import HTTPTypes
import Hummingbird
import NIOCore

/// `/_/…`: styles, script, emblem and icons; the page that shows the styles; and the icon that browsers ask for by themselves.
struct StaticAnswers {
    func addRoutes(to routes: RouterGroup<PortalContext>) {
        routes.get("_/:file") { request, context -> Response in
            context.coreContext.endpointPath.value = "static"
            guard let name = context.parameters.get("file"),
                let file = context.visit.face.statics.file(name) ?? IconStyle(context.visit.look).file(name)
            else { throw PageError.notFound }
            return ByteAnswer(ByteBuffer(bytes: file.bytes), type: file.type, freshness: .immutable, tag: file.tag).response(
                from: request,
                context: context
            )
        }
        routes.get("_/design") { _, context -> Page in
            context.coreContext.endpointPath.value = "design"
            return StylePage.page(for: context.visit)
        }
        routes.get("favicon.ico") { request, context -> Response in
            context.coreContext.endpointPath.value = "static"
            let bytes = IconStyle(context.visit.look).favicon
            return ByteAnswer(ByteBuffer(bytes: bytes), type: "image/vnd.microsoft.icon", freshness: .page).response(from: request, context: context)
        }
    }
}
