import CoreMetrics
import HTTPTypes

/// What is counted of requests: by class of address, method and status; never by host, path or reader.
public struct RequestMetrics: Sendable {
    private let registry: MetricsRegistry

    public init(_ registry: MetricsRegistry) { self.registry = registry }

    /// The methods HTTP itself defines (RFC 9110, 5789); another one is no method of this program.
    static let knownMethods: Set<HTTPRequest.Method> = [.get, .head, .post, .put, .patch, .delete, .options, .trace, .connect]

    static func known(_ method: HTTPRequest.Method) -> String { knownMethods.contains(method) ? method.rawValue : "other" }

    func began() { registry.makeMeter(label: "http_requests_in_flight", dimensions: []).increment(by: 1) }
    func ended() { registry.makeMeter(label: "http_requests_in_flight", dimensions: []).decrement(by: 1) }

    func counter(_ method: HTTPRequest.Method, _ route: String, _ status: String) -> any CounterHandler {
        registry.makeCounter(label: "http_requests", dimensions: [("method", Self.known(method)), ("route", route), ("status", status)])
    }

    func set(_ name: String, _ value: Double) { registry.makeMeter(label: name, dimensions: []).set(value) }

    func timer(_ route: String) -> any TimerHandler { registry.makeTimer(label: "http_request_duration", dimensions: [("route", route)]) }

    func hitCounter(_ route: String) -> any CounterHandler { registry.makeCounter(label: "page_cache_hits", dimensions: [("route", route)]) }

    func record(method: HTTPRequest.Method, route: String, status: HTTPResponse.Status?, duration: Duration) {
        let labels = [("method", Self.known(method)), ("route", route), ("status", status.map { String($0.code) } ?? "aborted")]
        registry.makeCounter(label: "http_requests", dimensions: labels).increment(by: 1)
        let nanoseconds = duration.components.seconds * 1_000_000_000 + duration.components.attoseconds / 1_000_000_000
        registry.makeTimer(label: "http_request_duration", dimensions: [("route", route)]).recordNanoseconds(nanoseconds)
    }
}
