import Foundation

/// Where files are kept on S3-compatible storage: an endpoint the operator names, a bucket that is there already, and a prefix of all names in it.
public struct ObjectPlace: Sendable, Hashable {
    public let isHTTPS: Bool
    public let host: String
    /// Nil: the scheme's own.
    public let port: Int?
    public let bucket: String
    /// Empty, or ends with a slash.
    public let prefix: String
    public let region: String
    public let accessKey: String
    let secret: String

    /// Why a text is no such place.
    public enum Fault: Error, Sendable, Hashable, CustomStringConvertible {
        case notAnAddress
        case secretInAddress
        case noAccessKey
        case noSecret
        case bucket(String)

        public var description: String {
            switch self {
            case .notAnAddress: "is no storage; give s3+https://ACCESSKEY@host/bucket, and ?region=NAME where the storage has regions"
            case .secretInAddress: "holds a secret; put it into a file and name that with files-secret-file"
            case .noAccessKey: "names no access key; give s3+https://ACCESSKEY@host/bucket"
            case .noSecret: "needs a secret; name its file with files-secret-file"
            case .bucket(let name): "names the bucket '\(name)', which no bucket can be called: 3 to 63 of a-z, 0-9, '-' and '.'"
            }
        }
    }

    /// `s3+https://ACCESSKEY@host:port/bucket/prefix?region=us-east-1`; `s3+http` for storage on this machine or behind a tunnel. A `:` or `@` in the access key
    /// is `%3A` or `%40`.
    public init(_ text: String, secret: String?) throws(Fault) {
        guard let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased(), scheme == "s3+https" || scheme == "s3+http",
            let host = parts.host, !host.isEmpty, parts.fragment == nil
        else { throw .notAnAddress }
        guard parts.password == nil else { throw .secretInAddress }
        guard let key = parts.user, !key.isEmpty else { throw .noAccessKey }
        guard let secret, !secret.isEmpty else { throw .noSecret }
        let names = parts.path.split(separator: "/", omittingEmptySubsequences: true).map(String.init)
        guard let bucket = names.first, names.dropFirst().allSatisfy({ $0 != "." && $0 != ".." && $0.allSatisfy(Self.isPlain) }) else {
            throw .notAnAddress
        }
        guard (3...63).contains(bucket.count), bucket.allSatisfy({ $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-" || $0 == ".") }) else {
            throw .bucket(bucket)
        }
        let items = parts.queryItems ?? []
        guard items.allSatisfy({ $0.name == "region" && !($0.value ?? "").isEmpty && ($0.value ?? "").allSatisfy(Self.isPlain) }), items.count < 2
        else {
            throw .notAnAddress
        }
        isHTTPS = scheme == "s3+https"
        self.host = host
        port = parts.port
        self.bucket = bucket
        prefix = names.count > 1 ? names.dropFirst().joined(separator: "/") + "/" : ""
        region = items.first?.value ?? "us-east-1"
        accessKey = key
        self.secret = secret
    }

    private static func isPlain(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber || character == "-" || character == "_" || character == ".")
    }

    /// The field `Host`.
    var authority: String { port.map { "\(host):\($0)" } ?? host }
    /// The path of an object: path style, which every storage understands.
    func path(of name: String) -> String { "/\(bucket)/\(prefix)\(name)" }
    /// The address of a path on this storage; both are plain ASCII.
    func address(_ path: String, query: String = "") -> String {
        "\(isHTTPS ? "https" : "http")://\(authority)\(path)" + (query.isEmpty ? "" : "?\(query)")
    }
    /// As it may be shown: never with a secret.
    public var shown: String { "\(isHTTPS ? "https" : "http")://\(authority)/\(bucket)\(prefix.isEmpty ? "" : "/" + prefix.dropLast())" }
}
