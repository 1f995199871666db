import Crypto
import Foundation

/// Styles, script, fonts and emblem of the program, under addresses that carry a digest of their bytes: they never change, so they may be kept for ever.
public struct StaticFiles: Sendable {
    public struct File: Sendable {
        public let bytes: [UInt8]
        public let type: String
        /// A digest of the bytes, quoted as an entity tag.
        public let tag: String
        /// What a page says the bytes must be (Subresource Integrity), so that nothing between us and the reader can put in others.
        public let integrity: String

        init(_ bytes: [UInt8], kind: String) {
            self.bytes = bytes
            type = StaticFiles.type(kind)
            tag = "\"\(StaticFiles.digest(bytes, length: 32))\""
            integrity = StaticFiles.integrity(of: bytes)
        }
    }

    private let files: [String: File]
    private let addresses: [String: String]

    /// `sources`: `Static/portal.js` and its like, as embedded. The files of a folder are one file, joined in the order of their names:
    /// `Static/site/10-type.css` and its neighbours are `site.css`. A style sheet names other files plainly (`url(/_/house-sans-bold.woff2)`) and gets
    /// their addresses.
    public init(_ sources: [(path: String, text: String)]) {
        var files: [String: File] = [:]
        var addresses: [String: String] = [:]
        let own = Self.joined(sources.filter { $0.path.hasPrefix("Static/") && $0.path.contains(".") })
        for source in own.filter({ !$0.path.hasSuffix(".css") }) + own.filter({ $0.path.hasSuffix(".css") }) {
            let plain = String(source.path.dropFirst("Static/".count))
            guard let dot = plain.lastIndex(of: ".") else { continue }
            let kind = String(plain[plain.index(after: dot)...])
            var text = source.text
            if kind == "css" { text = Self.withoutComments(text) }
            if kind == "css" { for (name, address) in addresses { text = text.replacing("url(/_/\(name))", with: "url(\(address))") } }
            let bytes = kind == "woff2" ? Data(base64Encoded: text).map { Array($0) } ?? [] : Array(text.utf8)
            let name = "\(plain[..<dot])-\(Self.digest(bytes, length: 12)).\(kind)"
            files[name] = File(bytes, kind: kind)
            addresses[plain] = "/_/" + name
        }
        self.files = files
        self.addresses = addresses
    }

    /// `Static/folder/part.kind` become parts of `Static/folder.kind`.
    private static func joined(_ sources: [(path: String, text: String)]) -> [(path: String, text: String)] {
        var files: [(path: String, text: String)] = []
        var parts: [String: [(path: String, text: String)]] = [:]
        for source in sources {
            let steps = source.path.split(separator: "/")
            guard steps.count == 3, let kind = steps[2].split(separator: ".").last else {
                files.append(source)
                continue
            }
            parts["Static/\(steps[1]).\(kind)", default: []].append(source)
        }
        for (path, all) in parts.sorted(by: { $0.key < $1.key }) {
            files.append((path, all.sorted { $0.path < $1.path }.map(\.text).joined(separator: "\n")))
        }
        return files
    }

    /// A style sheet as it is sent: why something stands there is for those who read the source.
    static func withoutComments(_ css: String) -> String {
        var out = ""
        var rest = css[...]
        while let start = rest.range(of: "/*") {
            out += rest[..<start.lowerBound]
            guard let end = rest[start.upperBound...].range(of: "*/") else { return out }
            rest = rest[end.upperBound...]
        }
        out += rest
        let lines = out.split(separator: "\n").map { line in line.drop { $0 == " " } }.filter { !$0.isEmpty }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The program's own files.
    public static let house = StaticFiles(EmbeddedFiles.all.map { ($0.path, $0.text.description) })

    /// The program's own files, those of its features, and what was fetched when it was set up.
    public init(features: [any PortalFeature], more: [(path: String, text: String)] = []) {
        self.init(
            EmbeddedFiles.all.map { ($0.path, $0.text.description) } + features.flatMap { $0.files.map { ($0.path, $0.text.description) } } + more
        )
    }

    /// The address of a file by its plain name: `site.css`.
    public func address(_ name: String) -> String? { addresses[name] }

    /// What is answered at `/_/{name}`: a file of the program or a portal's colours; nil for a digest that is not, or no longer, ours.
    public func file(_ name: String) -> File? {
        if let file = files[name] { return file }
        guard name.hasSuffix(".css"), name.utf8.count < 64, let style = LookStyle(fileName: name) else { return nil }
        return File(Array(style.css.utf8), kind: "css")
    }

    /// What a page says the bytes of a file must be; nil for a name that is none.
    public func integrity(_ name: String) -> String? { addresses[name].flatMap { files[String($0.dropFirst("/_/".count))] }?.integrity }

    private static func type(_ kind: String) -> String {
        switch kind {
        case "css": "text/css; charset=utf-8"
        case "js": "text/javascript; charset=utf-8"
        case "svg": "image/svg+xml"
        case "png": "image/png"
        case "woff2": "font/woff2"
        default: "text/plain; charset=utf-8"
        }
    }

    /// `sha384-…`, as the attribute `integrity` writes it.
    public static func integrity(of bytes: [UInt8]) -> String { "sha384-" + Data(SHA384.hash(data: bytes)).base64EncodedString() }

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
