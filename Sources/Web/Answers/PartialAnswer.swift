import HTTPTypes
public import Hummingbird
import NIOCore

/// Bytes that are read piece by piece from a place of their own, whole or a part of them as the reader asks (RFC 9110, 14). Never kept by the page cache.
public struct PartialAnswer: Sendable {
    private let size: Int64
    private let type: String
    private let tag: String
    private let headers: HTTPFields
    private let read: @Sendable (_ offset: Int64, _ count: Int) async throws -> [UInt8]

    private static let piece = 128 * 1024

    /// - Parameters:
    ///   - tag: names the bytes, without quotes; the bytes behind an address must not change.
    ///   - read: gives the bytes from a place on, at most so many.
    public init(
        size: Int64,
        type: String,
        tag: String,
        headers: HTTPFields = [:],
        read: @escaping @Sendable (_ offset: Int64, _ count: Int) async throws -> [UInt8]
    ) {
        self.size = size
        self.type = type
        self.tag = "\"\(tag)\""
        self.headers = headers
        self.read = read
    }

    public func response(to request: Request) -> Response {
        var headers = headers
        headers[.acceptRanges] = "bytes"
        headers[.cacheControl] = Freshness.immutable.cacheControl
        headers[.eTag] = tag
        if ByteAnswer.has(tag, in: request.headers[values: .ifNoneMatch]) { return Response(status: .notModified, headers: headers) }
        headers[.contentType] = type
        switch ByteRange(request.headers[.range], ifRange: request.headers[.ifRange], tag: tag, size: size) {
        case .whole: return Response(status: .ok, headers: headers, body: body(0..<size))
        case .part(let part):
            headers[.contentRange] = "bytes \(part.lowerBound)-\(part.upperBound - 1)/\(size)"
            return Response(status: .partialContent, headers: headers, body: body(part))
        case .none:
            headers[.contentRange] = "bytes */\(size)"
            headers[.contentType] = nil
            return Response(status: .rangeNotSatisfiable, headers: headers)
        }
    }

    private func body(_ part: Range<Int64>) -> ResponseBody {
        let read = read
        return ResponseBody(contentLength: Int(part.upperBound - part.lowerBound)) { writer in
            var at = part.lowerBound
            while at < part.upperBound {
                let bytes = try await read(at, Int(min(Int64(Self.piece), part.upperBound - at)))
                guard !bytes.isEmpty else { throw PageError.internalFault }
                at += Int64(bytes.count)
                try await writer.write(ByteBuffer(bytes: bytes))
            }
            try await writer.finish(nil)
        }
    }
}
