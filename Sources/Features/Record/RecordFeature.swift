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

    /// The record; nil where only the feature's name, words and templates are wanted (a check, a command).
    private let parts: (record: RecordFiles, reader: Reader, pages: VerifyPages)?
    private let chain: LogChain

    public init() { (parts, chain) = (nil, LogChain(origin: "localhost/log/1")) }

    /// `chain`: the log that is written, and those that ended before it.
    public init(record: RecordFiles, reader: Reader, addresses: Addresses, chain: LogChain) {
        parts = (record, reader, VerifyPages(record: record, reader: reader, addresses: addresses, chain: chain))
        self.chain = chain
    }

    public var queryParameters: [String: Set<String>] {
        ["/kiem-chung": [VerifyPages.asked], "/kiem-chung/{id}": [VerifyPages.printed, VerifyPages.printedLog]]
    }

    public func addRoutes(to routes: RouterGroup<PortalContext>) {
        guard let (record, reader, pages) = parts else { return }
        pages.addRoutes(to: routes)
        let log = chain.path
        routes.get("\(log)/checkpoint") { _, _ in
            guard let note = try await record.published() else { throw PageError.notFound }
            return Self.plain(Array(note.utf8), type: Self.text, cache: "public, max-age=2")
        }
        routes.get("\(log)/tile/**") { request, _ in
            guard let tile = Self.tile(request, below: log), let bytes = try await record.bytes(of: tile) else { throw PageError.notFound }
            return Self.plain(bytes, type: "application/octet-stream", cache: Self.forever)
        }
        routes.get("\(log)/o/:commitment") { _, context in try await Self.object(context, reader, namesEntry: true) }
        for past in chain.past { addRoutes(of: past, record, reader, to: routes) }
    }

    /// A log that ended: its last head, what is kept of it, and what is said of its end.
    private func addRoutes(of past: PastLog, _ record: RecordFiles, _ reader: Reader, to routes: RouterGroup<PortalContext>) {
        let (log, next) = (LogChain.path(of: past.origin), chain.origin)
        routes.get("\(log)/checkpoint") { _, _ in Self.plain(Array(past.note.utf8), type: Self.text, cache: "public, max-age=300") }
        routes.get("\(log)/end") { _, _ in
            let ending = past.ending(next: next, key: try await record.head().key)
            return Self.plain(try CanonicalJSON.encode(ending), type: "application/json", cache: "public, max-age=300")
        }
        routes.get("\(log)/tile/**") { request, _ in
            guard let tile = Self.tile(request, below: log) else { throw PageError.notFound }
            if let bytes = try await record.bytes(of: tile, in: past) {
                return Self.plain(bytes, type: "application/octet-stream", cache: Self.forever)
            }
            let lost =
                past.held < past.head.size
                ? "Of the \(past.head.size) entries of \(past.origin), which has ended, those from \(past.held) on were lost, and with them this file.\n"
                : "\(past.origin), which has ended with \(past.head.size) entries, never had this file.\n"
            var response = Self.plain(Array(lost.utf8), type: Self.text, cache: "public, max-age=300")
            response.status = .notFound
            return response
        }
        routes.get("\(log)/o/:commitment") { _, context in try await Self.object(context, reader, namesEntry: false) }
    }

    private static let text = "text/plain; charset=utf-8"
    private static let forever = "public, max-age=31536000, immutable"

    private static func tile(_ request: Request, below log: String) -> TileID? {
        TileID(path: String(request.uri.path.drop { $0 == "/" }.dropFirst(log.count + 1)))
    }

    /// What an entry commits to. `namesEntry`: of what is gone, the entry of this log that says so.
    private static func object(_ context: PortalContext, _ reader: Reader, namesEntry: Bool) async throws -> Response {
        guard let commitment = Commitment(hex: try context.parameters.require("commitment")) else { throw PageError.notFound }
        switch try await reader.object(commitment) {
        case .there(let bytes): return plain(bytes, type: "application/vnd.portal.object", cache: "public, max-age=3600")
        case .gone(let entry):
            var response = plain(Array("410\n".utf8), type: text, cache: "public, max-age=0")
            response.status = .gone
            if namesEntry { response.headers[.logEntry] = "\(entry)" }
            return response
        case .unknown: throw PageError.notFound
        }
    }

    /// Bytes that verifiers check by themselves: open to every reader's script, kept by nobody longer than they are true.
    private static func plain(_ bytes: [UInt8], type: String, cache: String) -> Response {
        var headers: HTTPFields = [.contentType: type, .cacheControl: cache, .accessControlAllowOrigin: "*"]
        headers[.contentLength] = "\(bytes.count)"
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
