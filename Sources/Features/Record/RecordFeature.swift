import HTTPTypes
public import Hummingbird
import NIOCore
public import Notary
import PublicRecord
public import Publishing
public import Web

/// The public record as programs read it (C2SP tlog-tiles), the same on every host of the installation: the signed head, tiles, bundles, and the
/// salted content that entries commit to. And as people read it: what was published when, by whom, and how to check it oneself.
public struct RecordFeature: PortalFeature {
    public let name = "record"
    public let files = EmbeddedFiles.all
    public let templates: [any TemplateContract] = [PageTemplate<VerifyView>.verify, PageTemplate<AskView>.ask]

    /// Where the record begins, below each host.
    static let prefix = "log/1"

    /// The record; nil where only the feature's name, words and templates are wanted (a check, a command).
    private let parts: (record: RecordFiles, reader: Reader, pages: VerifyPages)?

    public init() { parts = nil }

    public init(record: RecordFiles, reader: Reader, addresses: Addresses) {
        parts = (record, reader, VerifyPages(record: record, reader: reader, addresses: addresses))
    }

    public var queryParameters: [String: Set<String>] { ["/kiem-chung": [VerifyPages.asked], "/kiem-chung/{id}": [VerifyPages.printed]] }

    public func addRoutes(to routes: RouterGroup<PortalContext>) {
        guard let (record, reader, pages) = parts else { return }
        pages.addRoutes(to: routes)
        let log = routes.group("log/1")
        log.get("checkpoint") { request, _ in
            guard let note = try await record.published() else { throw PageError.notFound }
            return Self.plain(Array(note.utf8), type: "text/plain; charset=utf-8", cache: "public, max-age=2")
        }
        log.get("tile/**") { request, _ in
            let path = request.uri.path.drop { $0 == "/" }.dropFirst(Self.prefix.count + 1)
            guard let tile = TileID(path: String(path)), let bytes = try await record.bytes(of: tile) else { throw PageError.notFound }
            return Self.plain(bytes, type: "application/octet-stream", cache: "public, max-age=31536000, immutable")
        }
        log.get("o/:commitment") { _, context in
            guard let commitment = Commitment(hex: try context.parameters.require("commitment")) else { throw PageError.notFound }
            switch try await reader.object(commitment) {
            case .there(let bytes): return Self.plain(bytes, type: "application/vnd.portal.object", cache: "public, max-age=3600")
            case .gone(let entry):
                var response = Self.plain(Array("410\n".utf8), type: "text/plain; charset=utf-8", cache: "public, max-age=0")
                response.status = .gone
                response.headers[.logEntry] = "\(entry)"
                return response
            case .unknown: throw PageError.notFound
            }
        }
    }

    /// Bytes that verifiers check by themselves: open to every reader's script, kept by nobody longer than they are true.
    private static func plain(_ bytes: [UInt8], type: String, cache: String) -> Response {
        var headers: HTTPFields = [.contentType: type, .cacheControl: cache, .accessControlAllowOrigin: "*"]
        headers[.contentLength] = "\(bytes.count)"
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
