import HTTPTypes
import Hummingbird
import NIOCore
import PortalNetwork

/// What a handler of the desk answers. Never kept by anybody.
struct DeskAnswer: Sendable {
    private var status: HTTPResponse.Status
    private var headers: HTTPFields = [:]
    private var body = ByteBuffer()

    private init(_ status: HTTPResponse.Status) { self.status = status }

    /// A page. `status` is 422 where a form is shown again with what is wrong.
    static func page<Model: DeskModel>(_ template: PageTemplate<Model>, _ model: Model, _ visit: DeskVisit, status: HTTPResponse.Status = .ok) throws
        -> DeskAnswer
    {
        var answer = DeskAnswer(status)
        answer.body = try visit.desk.face.templates.current().renderBare(template, model, language: visit.language)
        answer.headers[.contentType] = "text/html; charset=utf-8"
        return answer
    }

    /// Go there and ask anew, after a form was taken.
    static func redirect(_ target: String) -> DeskAnswer {
        var answer = DeskAnswer(.seeOther)
        answer.headers[.location] = target
        return answer
    }

    static func download(_ bytes: ByteBuffer, type: String, name: String) -> DeskAnswer {
        var answer = DeskAnswer(.ok)
        answer.body = bytes
        answer.headers[.contentType] = type
        answer.headers[.contentDisposition] = "attachment; filename=\"\(name)\""
        return answer
    }

    func cookie(_ text: String) -> DeskAnswer {
        var answer = self
        answer.headers.append(HTTPField(name: .setCookie, value: text))
        return answer
    }

    func response() -> Response { Response(status: status, headers: headers, body: ResponseBody(byteBuffer: body)) }
}
