import HTTPTypes
import Hummingbird
import PortalNetwork

/// The desk's three cookies: the session, what forms are signed with before there is one, and the language.
///
/// Over HTTPS they bear `__Host-`: a browser then takes them from this very host alone, for all its paths, and never sends them in the clear.
struct DeskCookies: Sendable {
    let isSecure: Bool

    private var prefix: String { isSecure ? "__Host-" : "" }
    var session: String { prefix + "caunoi-desk" }
    var form: String { prefix + "caunoi-form" }
    var language: String { prefix + "caunoi-language" }
    /// On the way to a sign-in provider and back.
    var errand: String { prefix + "caunoi-errand" }

    /// The value of a cookie; nil when it is missing, or sent twice (then somebody else set one of them).
    func value(_ name: String, in request: Request) -> String? { value(name, in: request.headers) }

    func value(_ name: String, in headers: HTTPFields) -> String? {
        let found = headers[values: .cookie].flatMap { $0.split(separator: ";") }.compactMap { part -> String? in
            let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard pair.count == 2, String(pair[0]).trimmed == name else { return nil }
            return String(pair[1]).trimmed
        }
        return found.count == 1 ? found[0] : nil
    }

    func token(_ name: String, in request: Request) -> SecretToken? { value(name, in: request).flatMap { SecretToken($0) } }

    /// For the browser's session; a nil value takes the cookie away.
    func set(_ name: String, _ value: String?, seconds: Int? = nil) -> String {
        var text = "\(name)=\(value ?? ""); Path=/; HttpOnly; SameSite=Lax"
        if isSecure { text += "; Secure" }
        if value == nil { text += "; Max-Age=0" } else if let seconds { text += "; Max-Age=\(seconds)" }
        return text
    }
}
