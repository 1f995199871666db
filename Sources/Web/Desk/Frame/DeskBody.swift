public import HTTPTypes
import Synchronization

/// What may be sent to an address of the desk.
public enum DeskBody: Sendable, Hashable {
    /// A form of at most so many bytes.
    case form(upTo: Int = FormFields.largest)
    /// Anything else of at most so many bytes, whole in memory; the form token stands in the header `X-Caunoi-Form`.
    case bytes(upTo: Int)
    /// Something long, read by the handler as it comes; the token stands in the header, but for a form with files (`multipart/form-data`).
    case stream
}

/// What each address takes: known when all are declared, asked by the gate before any handler runs.
final class DeskBodies: Sendable {
    static let methods: [HTTPRequest.Method] = [.get, .head, .post, .put, .patch, .delete]
    private let table = Mutex<[String: DeskBody]>([:])

    func set(_ body: DeskBody, for method: HTTPRequest.Method, _ path: String) { table.withLock { $0[Self.key(method, path)] = body } }

    func body(of method: HTTPRequest.Method, _ path: String) -> DeskBody { table.withLock { $0[Self.key(method, path)] } ?? .form() }

    private static func key(_ method: HTTPRequest.Method, _ path: String) -> String {
        method.rawValue + " " + path.split(separator: "/").map { $0.hasPrefix(":") ? "{\($0.dropFirst())}" : String($0) }.joined(separator: "/")
    }
}
