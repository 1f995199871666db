/// Why a call to another host came to nothing. The sentences hold no address: it may carry somebody's secret.
public enum FetchFault: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Stage: String, Sendable { case resolving, connecting, answering, whole }

    case refused(AddressRefusal)
    case unknownHost
    case unreachable
    /// No trusted certificate for this name, or no TLS at all.
    case insecure
    case tooSlow(Stage)
    case headersTooLarge
    case bodyTooLarge(limit: Int)
    /// It broke off, or what came was not HTTP/1.1.
    case malformedAnswer
    /// Compressed in a way that was not asked for.
    case unknownEncoding
    case tooManyRedirects
    /// A redirect from https to http.
    case redirectToPlain

    public var description: String {
        switch self {
        case .refused(let refusal): "not called: \(refusal)"
        case .unknownHost: "the host is not known"
        case .unreachable: "no connection"
        case .insecure: "no trusted TLS connection"
        case .tooSlow(.resolving): "the name was not resolved in time"
        case .tooSlow(.connecting): "no connection in time"
        case .tooSlow(.answering): "no answer in time"
        case .tooSlow(.whole): "the answer did not end in time"
        case .headersTooLarge: "the answer's header is too large"
        case .bodyTooLarge(let limit): "the answer is larger than \(limit) bytes"
        case .malformedAnswer: "the answer is not sound HTTP/1.1"
        case .unknownEncoding: "the answer is compressed in a way that was not asked for"
        case .tooManyRedirects: "too many redirects"
        case .redirectToPlain: "redirected from https to http"
        }
    }
}
