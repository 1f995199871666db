import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPCompression
import NIOSSL
import Synchronization

/// One request and its answer on one connection, which is closed after it.
struct Exchange: Sendable {
    let request: ForeignRequest
    let agent: String
    let limits: FetchLimits
    /// Only for an operator's own endpoints.
    var authorization: String?

    func run(
        on channel: Connector.Connection,
        _ trouble: Trouble,
        _ piece: @escaping @Sendable (Int, ByteBuffer) async throws -> Void
    ) async throws -> ForeignAnswer {
        let wait = FirstByte(limits.firstByte, channel.channel)
        defer { wait.end() }
        do {
            return try await channel.executeThenClose { inbound, outbound in
                try await outbound.write(.head(head()))
                if !request.body.isEmpty { try await outbound.write(.body(.byteBuffer(ByteBuffer(bytes: request.body)))) }
                try await outbound.write(.end(nil))
                return try await read(inbound, wait, piece)
            }
        } catch {
            if wait.isOver { throw FetchFault.tooSlow(.answering) }
            let isOnlyClosed = error is ChannelError || error is IOError || error as? FetchFault == .malformedAnswer
            throw Self.fault(isOnlyClosed ? trouble.first ?? error : error, limits)
        }
    }

    /// The fields that are the gate's own are set last, so that a request cannot bring others.
    private func head() -> HTTPRequestHead {
        var headers = HTTPHeaders(request.headers.map { ($0.name.rawName, $0.value) })
        headers.replaceOrAdd(name: "Host", value: request.address.authority)
        headers.replaceOrAdd(name: "User-Agent", value: agent)
        headers.replaceOrAdd(name: "Accept-Encoding", value: "gzip, deflate")
        headers.replaceOrAdd(name: "Connection", value: "close")
        for name in ["Cookie", "Authorization", "Proxy-Authorization", "Transfer-Encoding"] { headers.remove(name: name) }
        if let authorization { headers.add(name: "Authorization", value: authorization) }
        if request.method == .post { headers.replaceOrAdd(name: "Content-Length", value: String(request.body.count)) }
        return HTTPRequestHead(
            version: .http1_1,
            method: HTTPMethod(rawValue: request.method.rawValue),
            uri: request.address.target,
            headers: headers
        )
    }

    private func read(
        _ inbound: NIOAsyncChannelInboundStream<HTTPClientResponsePart>,
        _ wait: FirstByte,
        _ piece: @escaping @Sendable (Int, ByteBuffer) async throws -> Void
    ) async throws -> ForeignAnswer {
        var parts = inbound.makeAsyncIterator()
        let first = try await parts.next()
        wait.end()
        guard case .head(let head) = first else { throw FetchFault.malformedAnswer }
        let coding = head.headers["content-encoding"].joined(separator: ",").lowercased()
        guard ["", "identity", "gzip", "deflate"].contains(coding) else { throw FetchFault.unknownEncoding }
        // An answer to HEAD says how long it would be and brings nothing.
        if request.method != .head, let length = head.headers.first(name: "content-length").flatMap({ Int($0) }), length > limits.bodyBytes {
            throw FetchFault.bodyTooLarge(limit: limits.bodyBytes)
        }
        let status = Int(head.status.code)
        var left = limits.bodyBytes
        var isWhole = false
        while !isWhole, let part = try await parts.next() {
            switch part {
            case .head: throw FetchFault.malformedAnswer
            case .body(let buffer):
                left -= buffer.readableBytes
                guard left >= 0 else { throw FetchFault.bodyTooLarge(limit: limits.bodyBytes) }
                try await piece(status, buffer)
            case .end: isWhole = true
            }
        }
        guard isWhole else { throw FetchFault.malformedAnswer }
        var fields = HTTPFields()
        for (name, value) in head.headers { if let name = HTTPField.Name(name) { fields.append(HTTPField(name: name, value: value)) } }
        return ForeignAnswer(status: status, headers: fields, address: request.address)
    }

    /// What a broken connection means. Errors of the caller's own (`piece`) and cancellation pass as they are.
    private static func fault(_ error: any Error, _ limits: FetchLimits) -> any Error {
        switch error {
        case HTTPParserError.headerOverflow: FetchFault.headersTooLarge
        case is HTTPParserError, is NIOHTTPDecompression.ExtraDecompressionError: FetchFault.malformedAnswer
        case NIOHTTPDecompression.DecompressionError.limit: FetchFault.bodyTooLarge(limit: limits.bodyBytes)
        case is NIOHTTPDecompression.DecompressionError: FetchFault.malformedAnswer
        case NIOSSLError.uncleanShutdown: FetchFault.malformedAnswer
        case is NIOSSLError, is BoringSSLError, is NIOSSLExtraError: FetchFault.insecure
        case is ChannelError, is IOError: FetchFault.malformedAnswer
        default: error
        }
    }
}

/// Closes a connection on which no answer begins in time.
private final class FirstByte: Sendable {
    private enum State { case waiting, begun, over }
    private let state = Mutex(State.waiting)
    private let timer = Mutex<Task<Void, any Error>?>(nil)

    init(_ limit: Duration, _ channel: any Channel) {
        let task = Task { [weak self] in
            try await Task.sleep(for: limit)
            guard let self, self.giveUp() else { return }
            channel.close(promise: nil)
        }
        timer.withLock { $0 = task }
    }

    /// Whether the time ran out before an answer began.
    var isOver: Bool { state.withLock { $0 == .over } }

    /// It began, or is waited for no more.
    func end() {
        state.withLock { if $0 == .waiting { $0 = .begun } }
        timer.withLock { $0?.cancel() }
    }

    private func giveUp() -> Bool {
        state.withLock { state in
            guard state == .waiting else { return false }
            state = .over
            return true
        }
    }
}
