public import HTTPTypes
public import Hummingbird
public import NIOCore

/// Finished bytes with their type and entity tag; answers 304 when the reader has them already.
public struct ByteAnswer: Sendable, ResponseGenerator {
    public var status: HTTPResponse.Status
    public var bytes: ByteBuffer
    public var type: String
    public var freshness: Freshness
    public var headers: HTTPFields
    /// A strong entity tag with its quotes; nil takes a digest of the bytes where the answer may be kept.
    public var tag: String?
    /// Whether parts of it are given (`Range`: 206, 416), as of files.
    public var hasParts = false

    public init(
        _ bytes: ByteBuffer,
        type: String,
        status: HTTPResponse.Status = .ok,
        freshness: Freshness,
        headers: HTTPFields = [:],
        tag: String? = nil
    ) {
        self.status = status
        self.bytes = bytes
        self.type = type
        self.freshness = freshness
        self.headers = headers
        self.tag = tag
    }

    public func response(from request: Request, context: some RequestContext) -> Response { answer(to: request) }

    /// The answer to a request, whatever context it stands in.
    public func answer(to request: Request) -> Response {
        var headers = headers
        headers[.cacheControl] = freshness.cacheControl
        guard status == .ok, freshness != .none else {
            headers[.contentType] = type
            return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: bytes))
        }
        CacheFill.offer(self)
        let tag = "\"\(plainTag)\""
        headers[.eTag] = tag
        headers[.vary] = "Accept-Encoding"
        if Self.has(tag, in: request.headers[values: .ifNoneMatch]) { return Response(status: .notModified, headers: headers) }
        headers[.contentType] = type
        guard hasParts else { return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: bytes)) }
        let size = bytes.readableBytes
        switch ByteRange(request.headers[.range], ifRange: request.headers[.ifRange], tag: tag, size: Int64(size)) {
        case .whole: return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: bytes))
        case .part(let part):
            headers[.contentRange] = "bytes \(part.lowerBound)-\(part.upperBound - 1)/\(size)"
            let slice = bytes.getSlice(at: bytes.readerIndex + Int(part.lowerBound), length: part.count) ?? ByteBuffer()
            return Response(status: .partialContent, headers: headers, body: ResponseBody(byteBuffer: slice))
        case .none:
            headers[.contentRange] = "bytes */\(size)"
            headers[.contentType] = nil
            return Response(status: .rangeNotSatisfiable, headers: headers)
        }
    }

    /// The entity tag of the bytes as they are, without quotes.
    var plainTag: String {
        tag.map { $0.filter { $0 != "\"" } } ?? StaticFiles.digest(Array(bytes.readableBytesView), length: 32)
    }

    /// Weak comparison (RFC 9110, 13.1.2): a proxy may have marked our tag weak.
    static func has(_ tag: String, in fields: [String]) -> Bool {
        fields.contains { field in
            field.split(separator: ",").contains { part in
                let trimmed = part.drop { $0 == " " || $0 == "\t" }
                var end = trimmed
                while end.last == " " || end.last == "\t" { end.removeLast() }
                return end == "*" || end == tag || end == "W/" + tag
            }
        }
    }
}
