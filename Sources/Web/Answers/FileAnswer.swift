import FileStore
import HTTPTypes
import Hummingbird
import NIOCore

/// A stored file as an answer: small ones as finished bytes that the page cache may keep, large ones and parts piece by piece from the store.
struct FileAnswer {
    let hash: ContentHash
    let type: String
    let headers: HTTPFields
    /// With its quotes.
    let tag: String

    private static let piece = 256 * 1024

    func response(from request: Request, context: some RequestContext, files: any FileStore) async throws -> Response {
        var headers = headers
        headers[.acceptRanges] = "bytes"
        guard let field = request.headers[.range] else {
            if let size = try await files.size(of: hash), size <= CacheFill.largest {
                let bytes = ByteBuffer(bytes: try await files.content(of: hash))
                return ByteAnswer(bytes, type: type, freshness: .immutable, headers: headers, tag: tag).response(from: request, context: context)
            }
            return try await stream(nil, request, headers, files)
        }
        return try await stream(field, request, headers, files)
    }

    private func stream(_ field: String?, _ request: Request, _ given: HTTPFields, _ files: any FileStore) async throws -> Response {
        let file = try await files.open(hash)
        var headers = given
        headers[.cacheControl] = Freshness.immutable.cacheControl
        headers[.eTag] = tag
        headers[.vary] = "Accept-Encoding"
        if ByteAnswer.has(tag, in: request.headers[values: .ifNoneMatch]) { return Response(status: .notModified, headers: headers) }
        headers[.contentType] = type
        switch ByteRange(field, ifRange: request.headers[.ifRange], tag: tag, size: file.size) {
        case .whole: return Response(status: .ok, headers: headers, body: Self.body(file, 0..<file.size))
        case .part(let part):
            headers[.contentRange] = "bytes \(part.lowerBound)-\(part.upperBound - 1)/\(file.size)"
            return Response(status: .partialContent, headers: headers, body: Self.body(file, part))
        case .none:
            headers[.contentRange] = "bytes */\(file.size)"
            headers[.contentType] = nil
            return Response(status: .rangeNotSatisfiable, headers: headers)
        }
    }

    private static func body(_ file: any OpenedFile, _ part: Range<Int64>) -> ResponseBody {
        ResponseBody(contentLength: Int(part.upperBound - part.lowerBound)) { writer in
            var at = part.lowerBound
            while at < part.upperBound {
                let bytes = try await file.read(at: at, count: Int(min(Int64(piece), part.upperBound - at)))
                guard !bytes.isEmpty else { throw FileStoreFault.damaged(file.hash, actual: file.hash) }
                at += Int64(bytes.count)
                try await writer.write(ByteBuffer(bytes: bytes))
            }
            try await writer.finish(nil)
        }
    }
}
