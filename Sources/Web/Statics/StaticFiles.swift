import Crypto

/// Styles, script and emblem of the program, under addresses that carry a digest of their bytes: they never change, so they may be kept for ever.
public struct StaticFiles: Sendable {
    public struct File: Sendable {
        public let bytes: [UInt8]
        public let type: String
        /// A digest of the bytes, quoted as an entity tag.
        public let tag: String
    }

    private let files: [String: File]
    private let addresses: [String: String]

    /// `sources`: `Static/site.css` and its like, as embedded.
    public init(_ sources: [(path: String, text: String)]) {
        var files: [String: File] = [:]
        var addresses: [String: String] = [:]
        for source in sources {
            guard source.path.hasPrefix("Static/"), let dot = source.path.lastIndex(of: ".") else { continue }
            let stem = source.path[..<dot].dropFirst("Static/".count)
            let kind = String(source.path[source.path.index(after: dot)...])
            let bytes = Array(source.text.utf8)
            let name = "\(stem)-\(Self.digest(bytes, length: 12)).\(kind)"
            files[name] = File(bytes: bytes, type: Self.type(kind), tag: "\"\(Self.digest(bytes, length: 32))\"")
            addresses[String(source.path.dropFirst("Static/".count))] = "/_/" + name
        }
        self.files = files
        self.addresses = addresses
    }

    /// The program's own files.
    public static let house = StaticFiles(EmbeddedFiles.all.map { ($0.path, $0.text.description) })

    /// The address of a file by its plain name: `site.css`.
    public func address(_ name: String) -> String? { addresses[name] }

    /// What is answered at `/_/{name}`: a file of the program or a portal's colours; nil for a digest that is not, or no longer, ours.
    public func file(_ name: String) -> File? {
        if let file = files[name] { return file }
        guard name.hasSuffix(".css"), name.utf8.count < 64, let style = LookStyle(fileName: name) else { return nil }
        let bytes = Array(style.css.utf8)
        return File(bytes: bytes, type: Self.type("css"), tag: "\"\(Self.digest(bytes, length: 32))\"")
    }

    private static func type(_ kind: String) -> String {
        switch kind {
        case "css": "text/css; charset=utf-8"
        case "js": "text/javascript; charset=utf-8"
        case "svg": "image/svg+xml"
        default: "text/plain; charset=utf-8"
        }
    }

    /// The first `length` hexadecimal digits of SHA-256.
    static func digest(_ bytes: [UInt8], length: Int) -> String {
        var out = ""
        for byte in SHA256.hash(data: bytes) {
            if byte < 16 { out += "0" }
            out += String(byte, radix: 16)
            if out.utf8.count >= length { break }
        }
        return String(out.prefix(length))
    }
}
