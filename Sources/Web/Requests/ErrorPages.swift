import HTTPTypes
import Hummingbird
import Logging
import PortalNetwork
import Publishing
import Store

/// Turns everything that is thrown into an answer a reader can use, and tells the operator what he must know.
struct ErrorPages: RouterMiddleware {
    typealias Context = WebContext

    let face: Face

    func handle(_ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response) async throws -> Response {
        let error: any Error
        do {
            return try await next(request, context)
        } catch let thrown as any HTTPResponseError {
            error = Self.translated(thrown)
        } catch let thrown {
            error = thrown
        }
        let answers = ErrorAnswer(face: face, requestID: context.id)
        if let faults = error as? TemplateFaults, face.templates.isDevelopment {
            return answers.answer(to: faults).response(from: request, context: context)
        }
        let language = context.visit?.language ?? .vi
        let page = PageError(error, language: language, words: face.words)
        if page.status.kind == .serverError {
            let fault = (error as? StoreFault)?.description ?? String(reflecting: error)
            context.logger.error("request failed", metadata: ["fault": .string(fault), "path": .string(String(request.uri.path.prefix(300)))])
        }
        if page.status == .notFound, let visit = context.visit, !visit.isRobot {
            face.addresses?.missed(request.uri.string, referrer: request.headers[.referer], on: visit.site.id)
        }
        let answer = request.uri.path.hasPrefix("/api/") ? answers.problem(page, language: language) : answers.answer(to: page, visit: context.visit)
        return answer.response(from: request, context: context)
    }

    /// The router's and the library's own errors, in our words.
    private static func translated(_ error: any HTTPResponseError) -> PageError {
        switch error.status {
        case .notFound: .notFound
        case .badRequest: .badRequest
        case .forbidden: .forbidden
        case .contentTooLarge: PageError(.contentTooLarge, "content-too-large")
        case .unsupportedMediaType: PageError(.unsupportedMediaType, "bad-request")
        case .tooManyRequests: PageError(.tooManyRequests, "too-many-requests")
        case .serviceUnavailable: .unavailable(retryAfter: 5)
        case let status where status.kind == .clientError: PageError(status, "bad-request")
        default: .internalFault
        }
    }
}
