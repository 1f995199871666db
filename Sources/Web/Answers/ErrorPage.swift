import HTTPTypes
import Hummingbird
import NIOCore
import PortalNetwork
import RichText

/// The page of an error: what happened, in the portal's language, and the way on.
struct ErrorPage: PageModel {
    let status: Int
    let title: Markup
    let text: Markup
    let detail: String?
    let requestID: String

    static let shape: Shape<ErrorPage> = [
        .number("status", \.status),
        .markup("title", \.title),
        .markup("text", \.text),
        .text("detail", \.detail),
        .text("requestID", \.requestID),
    ]

    init(_ error: PageError, language: Language, words: Words, requestID: String) {
        let key = words.has("error.\(error.key).title") ? error.key : error.status.kind == .serverError ? "internal" : "bad-request"
        status = error.status.code
        title = words.marked("error.\(key).title", language)
        text = words.marked("error.\(key).text", language)
        detail = error.detail
        self.requestID = requestID
    }

    static func title(_ error: PageError, language: Language, words: Words) -> String {
        let key = "error.\(error.key).title"
        return words.has(key) ? words.text(key, language) : words.text("error.internal.title", language)
    }
}

extension PageTemplate where Model == ErrorPage {
    static var error: Self { Self("error") }
    /// Without a portal: for hosts that are none of ours, and for the worst case.
    static var plainError: Self { Self("error.plain", bare: true) }
}

/// The page that shows faults of templates under development.
struct TemplateFaultPage: PageModel {
    let faults: [String]

    static let shape: Shape<TemplateFaultPage> = [.texts("faults", \.faults)]
}

extension PageTemplate where Model == TemplateFaultPage {
    static var templateFaults: Self { Self("error.templates", bare: true) }
}

/// Draws errors. Whatever happens on the way, an answer comes out.
struct ErrorAnswer {
    let face: Face
    let requestID: String

    func answer(to error: PageError, visit: Visit?) -> ByteAnswer {
        let language = visit?.language ?? .vi
        let model = ErrorPage(error, language: language, words: face.words, requestID: requestID)
        let library = face.templates.lastGood()
        let html = "text/html; charset=utf-8"
        let freshness: Freshness = error.status == .gone ? .revalidate : .none
        if let visit {
            let head = PageHead(title: ErrorPage.title(error, language: language, words: face.words), isHidden: true)
            let page = Page(.error, model, head: head, path: "", status: error.status)
            if let bytes = try? page.bytes(for: visit, library: library) {
                return ByteAnswer(bytes, type: html, status: error.status, freshness: freshness, headers: error.headers)
            }
        }
        let bytes = try? library.renderBare(.plainError, model, language: language)
        return ByteAnswer(
            bytes ?? ByteBuffer(string: "\(error.status.code)\n"),
            type: bytes == nil ? "text/plain; charset=utf-8" : html,
            status: error.status,
            freshness: freshness,
            headers: error.headers
        )
    }

    func answer(to faults: TemplateFaults) -> ByteAnswer {
        let model = TemplateFaultPage(faults: faults.faults.map(\.description))
        let bytes = try? face.templates.lastGood().renderBare(.templateFaults, model, language: .vi)
        return ByteAnswer(
            bytes ?? ByteBuffer(string: faults.description),
            type: bytes == nil ? "text/plain; charset=utf-8" : "text/html; charset=utf-8",
            status: .internalServerError,
            freshness: .none
        )
    }

    /// RFC 9457, for programs.
    func problem(_ error: PageError, language: Language) -> ByteAnswer {
        var out = "{\"type\":\"about:blank\",\"title\":"
        JSONLD.quote(ErrorPage.title(error, language: language, words: face.words), to: &out)
        out += ",\"status\":\(error.status.code)"
        if let detail = error.detail {
            out += ",\"detail\":"
            JSONLD.quote(detail, to: &out)
        }
        out += ",\"instance\":"
        JSONLD.quote("urn:request:" + requestID, to: &out)
        out += "}\n"
        return ByteAnswer(ByteBuffer(string: out), type: "application/problem+json", status: error.status, freshness: .none, headers: error.headers)
    }
}
