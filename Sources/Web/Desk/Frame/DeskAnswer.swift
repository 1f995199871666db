public import HTTPTypes
import Hummingbird
public import NIOCore
import PortalNetwork

/// What a handler of the desk answers. Never kept by anybody.
public struct DeskAnswer: Sendable {
    private var status: HTTPResponse.Status
    private var headers: HTTPFields = [:]
    private var body = ByteBuffer()

    private init(_ status: HTTPResponse.Status) { self.status = status }

    /// A page. `status` is 422 where a form is shown again with what is wrong.
    public static func page<Model: DeskModel>(_ template: PageTemplate<Model>, _ model: Model, _ visit: DeskVisit, status: HTTPResponse.Status = .ok)
        throws
        -> DeskAnswer
    {
        var answer = DeskAnswer(status)
        answer.body = try visit.desk.face.templates.current().renderBare(template, model, language: visit.language)
        answer.headers[.contentType] = "text/html; charset=utf-8"
        return answer
    }

    /// Go there and ask anew, after a form was taken.
    public static func redirect(_ target: String) -> DeskAnswer {
        var answer = DeskAnswer(.seeOther)
        answer.headers[.location] = target
        return answer
    }

    public static func download(_ bytes: ByteBuffer, type: String, name: String) -> DeskAnswer {
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

    /// An answer to a script of the desk: JSON that is nobody's to keep.
    public static func json(_ bytes: ByteBuffer, status: HTTPResponse.Status = .ok) -> DeskAnswer {
        var answer = DeskAnswer(status)
        answer.body = bytes
        answer.headers[.contentType] = "application/json; charset=utf-8"
        return answer
    }

    /// Bytes of a type, shown in the browser: a preview, a picture.
    public static func bytes(_ bytes: ByteBuffer, type: String, status: HTTPResponse.Status = .ok) -> DeskAnswer {
        var answer = DeskAnswer(status)
        answer.body = bytes
        answer.headers[.contentType] = type
        return answer
    }

    /// Done, and nothing to say.
    public static func empty(_ status: HTTPResponse.Status = .noContent) -> DeskAnswer { DeskAnswer(status) }

    /// The same with a header of its own.
    public func header(_ name: HTTPField.Name, _ value: String) -> DeskAnswer {
        var answer = self
        answer.headers[name] = value
        return answer
    }

    func response() -> Response { Response(status: status, headers: headers, body: ResponseBody(byteBuffer: body)) }
}
