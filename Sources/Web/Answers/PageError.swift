public import HTTPTypes
import PortalNetwork
import Store

/// An answer that is not the page asked for. It is shown as a page in the portal's language, or as a problem document below `/api/`.
public struct PageError: Error, Sendable {
    public var status: HTTPResponse.Status
    /// Names the texts `error.<key>.title` and `error.<key>.text` of the catalogues.
    public var key: String
    /// A sentence for the reader about this very case (a withdrawal's reason, a refusal), already in the reader's language.
    public var detail: String?
    public var headers: HTTPFields

    public init(_ status: HTTPResponse.Status, _ key: String, detail: String? = nil, headers: HTTPFields = [:]) {
        self.status = status
        self.key = key
        self.detail = detail
        self.headers = headers
    }

    public static let badRequest = PageError(.badRequest, "bad-request")
    public static let notFound = PageError(.notFound, "not-found")
    public static let forbidden = PageError(.forbidden, "forbidden")
    public static let uriTooLong = PageError(.uriTooLong, "uri-too-long")
    public static let notImplemented = PageError(.notImplemented, "not-implemented")
    static let unknownHost = PageError(.misdirectedRequest, "unknown-host")
    static let closedPortal = PageError(.gone, "closed-portal")
    static let internalFault = PageError(.internalServerError, "internal")

    /// 410: it was here and was taken back; `reason` is what the withdrawal says.
    public static func gone(reason: String?) -> PageError { PageError(.gone, "gone", detail: reason) }

    /// 405 with the methods that would do.
    public static func methodNotAllowed(_ allowed: [HTTPRequest.Method]) -> PageError {
        PageError(.methodNotAllowed, "method-not-allowed", headers: [.allow: allowed.map(\.rawValue).sorted().joined(separator: ", ")])
    }

    /// 503: try again after so many seconds.
    public static func unavailable(retryAfter seconds: Int) -> PageError {
        PageError(.serviceUnavailable, "unavailable", headers: [.retryAfter: String(seconds)])
    }
}

extension PageError {
    /// What a thrown error means to a reader. Faults never show more than that something went wrong; their text goes to the log.
    init(_ error: any Error, language: Language, words: Words) {
        switch error {
        case let error as PageError: self = error
        case let error as any Refusal:
            let key = "refusal." + error.key
            let detail = words.has(key) ? words.text(key, language, error.values) : nil
            self = PageError(Self.status(ofRefusal: error.key), "refused", detail: detail)
        case let fault as StoreFault: self = Self.of(fault)
        case is CancellationError: self = .unavailable(retryAfter: 5)
        default: self = .internalFault
        }
    }

    /// A refusal of rights is 403, of a lost race 409, of anything else 422.
    private static func status(ofRefusal key: String) -> HTTPResponse.Status {
        if key.hasSuffix("not-allowed") || key.hasSuffix("own-work") { return .forbidden }
        if key.hasSuffix("-meanwhile") { return .conflict }
        if key.hasSuffix("not-found") || key.hasSuffix(".unknown") || key.contains(".unknown-") { return .notFound }
        return .unprocessableContent
    }

    /// What may pass by itself or by the operator's hand is 503; a defect is 500.
    private static func of(_ fault: StoreFault) -> PageError {
        switch fault {
        case .locked, .unreachable, .replica, .closed: .unavailable(retryAfter: 5)
        case .diskFull, .readOnly: .unavailable(retryAfter: 60)
        case .damaged, .newer, .changedHistory: .unavailable(retryAfter: 300)
        default: .internalFault
        }
    }
}
