import HTTPTypes
import Hummingbird
import Logging
import PortalNetwork
import Store

/// Everything that is thrown becomes a way on or a page; who tries what they may not stands in the trail.
struct DeskErrors: RouterMiddleware {
    typealias Context = DeskContext

    let desk: Desk

    func handle(_ request: Request, context: DeskContext, next: (Request, DeskContext) async throws -> Response) async throws -> Response {
        do { return try await next(request, context) } catch { return try await answer(to: error, context) }
    }

    func answer(to error: any Error, _ context: DeskContext) async throws -> Response {
        if let detour = error as? DeskDetour {
            return Response(status: .seeOther, headers: [.location: detour.target])
        }
        if let refusal = error as? AuthorizationRefusal, let visit = context.visit {
            let access = desk.access
            try? await access.database.write {
                try access.note(
                    .refused,
                    .refused,
                    by: visit.session?.person,
                    on: visit.path,
                    detail: refusal.values["action"] ?? "",
                    from: visit.caller,
                    in: $0
                )
            }
        }
        let language = context.visit?.language ?? .vi
        var page = PageError(Self.translated(error), language: language, words: desk.face.words)
        if page.status.kind == .serverError, page.status != .serviceUnavailable {
            let fault = (error as? StoreFault)?.description ?? String(reflecting: error)
            context.logger.error("desk request failed", metadata: ["fault": .string(fault)])
        }
        if page.status == .unprocessableContent, error is AccessRefusal { page.headers[.retryAfter] = nil }
        let words = ErrorPage(page, language: language, words: desk.face.words, requestID: context.id)
        let model = DeskErrorPage(
            frame: DeskFrame(desk, context.visit, title: ErrorPage.title(page, language: language, words: desk.face.words)),
            error: words
        )
        let bytes = try desk.face.templates.lastGood().renderBare(.deskError, model, language: language)
        var headers = page.headers
        headers[.contentType] = "text/html; charset=utf-8"
        return Response(status: page.status, headers: headers, body: ResponseBody(byteBuffer: bytes))
    }

    private static func translated(_ error: any Error) -> any Error {
        guard let error = error as? any HTTPResponseError, !(error is PageError) else { return error }
        switch error.status {
        case .notFound: return PageError.notFound
        case let status where status.kind == .clientError: return PageError(status, "bad-request")
        default: return PageError.internalFault
        }
    }
}
