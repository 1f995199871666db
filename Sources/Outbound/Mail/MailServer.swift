import Foundation

/// The mail server an operator names: where letters are handed in. An endpoint, so it may be anywhere.
public struct MailServer: Sendable, Hashable {
    public enum Security: String, Sendable {
        /// TLS from the first byte (`smtps://`).
        case implicit
        /// TLS asked for on the open connection, and insisted on (`smtp://`).
        case startTLS
        /// None: only for a server on this machine.
        case plain
    }

    public let host: String
    public let port: Int
    public let security: Security
    /// Nil where the server asks nobody who they are.
    public let user: String?
    public let password: String?

    /// Why an address is no mail server.
    public enum Fault: Error, Sendable, Hashable, CustomStringConvertible {
        case notAnAddress
        case passwordInAddress
        case passwordWithoutUser
        case userWithoutPassword

        public var description: String {
            switch self {
            case .notAnAddress: "is no mail server; give smtps://user@host:465, or smtp://user@host:587 for STARTTLS"
            case .passwordInAddress: "holds a password; put it into a file and name that with mail-password-file"
            case .passwordWithoutUser: "names no user for the password; give smtps://user@host:465"
            case .userWithoutPassword: "names a user without a password; name its file with mail-password-file"
            }
        }
    }

    /// `smtps://user@host:465` or `smtp://user@host:587`. A `@` in the user's name is `%40`.
    public init(_ text: String, password: String? = nil) throws(Fault) {
        guard let colon = text.firstRange(of: "://") else { throw .notAnAddress }
        let scheme = text[..<colon.lowerBound].lowercased()
        guard scheme == "smtp" || scheme == "smtps" else { throw .notAnAddress }
        var rest = text[colon.upperBound...]
        if rest.hasSuffix("/") { rest = rest.dropLast() }
        var user: String?
        if let at = rest.lastIndex(of: "@") {
            let given = rest[..<at]
            guard !given.contains(":") else { throw .passwordInAddress }
            guard let name = given.removingPercentEncoding, !name.isEmpty, Self.isPrintable(name) else { throw .notAnAddress }
            user = name
            rest = rest[rest.index(after: at)...]
        }
        guard let (host, given) = Self.place(rest) else { throw .notAnAddress }
        let isHere = host == "localhost" || host.hasPrefix("127.") || host == "::1"
        security = scheme == "smtps" ? .implicit : isHere ? .plain : .startTLS
        port = given ?? (scheme == "smtps" ? 465 : isHere ? 25 : 587)
        if user == nil, password != nil { throw .passwordWithoutUser }
        if user != nil, password == nil { throw .userWithoutPassword }
        self.host = host
        self.user = user
        self.password = password
    }

    private static func isPrintable(_ text: String) -> Bool { text.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7F } }

    private static func place(_ text: Substring) -> (String, Int?)? {
        var host = text
        var port: Int?
        if text.hasPrefix("["), let end = text.firstIndex(of: "]") {
            host = text[text.index(after: text.startIndex)..<end]
            let after = text[text.index(after: end)...]
            guard after.isEmpty || after.hasPrefix(":") else { return nil }
            if !after.isEmpty { port = Int(after.dropFirst()) ?? 0 }
            guard host.contains(":"), host.allSatisfy({ $0.isHexDigit || $0 == ":" || $0 == "." }) else { return nil }
        } else {
            if let colon = text.lastIndex(of: ":") {
                host = text[..<colon]
                port = Int(text[text.index(after: colon)...]) ?? 0
            }
            guard !host.isEmpty, host.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == ".") }) else { return nil }
        }
        if let port, !(1...65_535).contains(port) { return nil }
        return (host.lowercased(), port)
    }

    /// As it may be shown: never with a password.
    public var shown: String { "\(security == .implicit ? "smtps" : "smtp")://\(user.map { $0 + "@" } ?? "")\(host):\(port)" }
}
