import NIOCore
import NIOPosix

/// Where a virus scanner listens: an endpoint the operator names, so it may be anywhere.
public enum ScannerEndpoint: Sendable, Hashable, CustomStringConvertible {
    case socket(path: String)
    case host(String, port: Int)

    /// `/run/clamav/clamd.ctl`, `unix:/run/clamav/clamd.ctl`, `scanner.local:3310`, `[fd00::7]:3310`.
    public init?(_ text: String) {
        let path = text.hasPrefix("unix:") ? String(text.dropFirst(5)) : text
        if path.hasPrefix("/") {
            guard path.utf8.count < 104 else { return nil }
            self = .socket(path: path)
            return
        }
        guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]), (1...65_535).contains(port) else { return nil }
        var host = String(text[..<colon])
        if host.hasPrefix("["), host.hasSuffix("]") { host = String(host.dropFirst().dropLast()) } else if host.contains(":") { return nil }
        guard !host.isEmpty, !host.contains("/") else { return nil }
        self = .host(host, port: port)
    }

    public var description: String {
        switch self {
        case .socket(let path): path
        case .host(let host, let port): "\(host):\(port)"
        }
    }
}

/// Why a scanner said nothing of a file.
public enum ScannerFault: Error, Sendable, Hashable, CustomStringConvertible {
    case unreachable(String, reason: String)
    case tooSlow(String)
    /// It answered, but not with a verdict.
    case answer(String)

    public var description: String {
        switch self {
        case .unreachable(let place, let reason): "the virus scanner at \(place) cannot be reached: \(reason); is clamd running there?"
        case .tooSlow(let place): "the virus scanner at \(place) took too long"
        case .answer(let text): "the virus scanner answered: \(text)"
        }
    }
}

/// Asks ClamAV's daemon by its own protocol (clamd(8), INSTREAM): a file is sent in pieces, a line comes back.
public struct ClamScanner: Sendable {
    public enum Verdict: Sendable, Hashable {
        case clean
        /// The signature's name.
        case infected(String)
        /// More than the daemon's `StreamMaxLength`.
        case tooLarge
    }

    public let endpoint: ScannerEndpoint
    private let patience: Duration

    /// `patience`: for one file, all of it.
    public init(_ endpoint: ScannerEndpoint, patience: Duration = .seconds(50)) {
        self.endpoint = endpoint
        self.patience = patience
    }

    /// The daemon's own words of what it is: `ClamAV 1.4.3/27816/…`.
    public func version() async throws -> String {
        try await talk { outbound in try await outbound.write(ByteBuffer(string: "zVERSION\u{0}")) }
    }

    /// Sends what `next` gives until nil.
    public func scan(next: @escaping @Sendable () async throws -> [UInt8]?) async throws -> Verdict {
        let answer = try await talk { outbound in
            try await outbound.write(ByteBuffer(string: "zINSTREAM\u{0}"))
            while let bytes = try await next() {
                var rest = bytes[...]
                while !rest.isEmpty {
                    let piece = rest.prefix(1 << 17)
                    var buffer = ByteBuffer()
                    buffer.writeInteger(UInt32(piece.count))
                    buffer.writeBytes(piece)
                    try await outbound.write(buffer)
                    rest = rest.dropFirst(piece.count)
                }
            }
            try await outbound.write(ByteBuffer(integer: UInt32(0)))
        }
        return try Self.verdict(answer)
    }

    /// `stream: OK`, `stream: Eicar-Signature FOUND`, `INSTREAM size limit exceeded. ERROR`.
    static func verdict(_ answer: String) throws(ScannerFault) -> Verdict {
        if answer == "stream: OK" { return .clean }
        if answer.hasPrefix("stream: "), answer.hasSuffix(" FOUND") { return .infected(String(answer.dropFirst(8).dropLast(6))) }
        if answer.contains("size limit exceeded") { return .tooLarge }
        throw .answer(String(answer.prefix(200)))
    }

    private typealias Line = NIOAsyncChannel<ByteBuffer, ByteBuffer>

    /// One connection, one question, one answer.
    private func talk(_ ask: @escaping @Sendable (NIOAsyncChannelOutboundWriter<ByteBuffer>) async throws -> Void) async throws -> String {
        let place = "\(endpoint)"
        return try await withThrowingTaskGroup(of: String.self) { group in
            group.addTask {
                do { return try await converse(ask) } catch let error as IOError {
                    throw ScannerFault.unreachable(place, reason: "\(error)")
                } catch let error as ChannelError { throw ScannerFault.unreachable(place, reason: "\(error)") }
            }
            group.addTask {
                try await Task.sleep(for: patience)
                throw ScannerFault.tooSlow(place)
            }
            defer { group.cancelAll() }
            guard let answer = try await group.next() else { throw ScannerFault.tooSlow(place) }
            return answer
        }
    }

    private func converse(_ ask: @escaping @Sendable (NIOAsyncChannelOutboundWriter<ByteBuffer>) async throws -> Void) async throws -> String {
        let line = try await connect()
        return try await line.executeThenClose { inbound, outbound in
            // A daemon that has enough answers and hangs up while the rest is still being sent: its words count, not the broken pipe.
            async let asked: (any Error)? = {
                do {
                    try await ask(outbound)
                    return nil
                } catch { return error }
            }()
            var answer: [UInt8] = []
            do {
                for try await part in inbound {
                    answer += part.readableBytesView
                    if answer.contains(0) || answer.count > 4096 { break }
                }
            } catch  where !answer.isEmpty {}
            let trouble = await asked
            let text = String(decoding: answer.prefix { $0 != 0 }, as: UTF8.self)
            guard !text.isEmpty else { throw trouble ?? ScannerFault.unreachable("\(endpoint)", reason: "it hung up without an answer") }
            return text
        }
    }

    private func connect() async throws -> Line {
        let bootstrap = ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton).connectTimeout(.seconds(5))
        let wrap: @Sendable (any Channel) -> EventLoopFuture<Line> = { channel in
            channel.eventLoop.makeCompletedFuture { try Line(wrappingChannelSynchronously: channel) }
        }
        do {
            switch endpoint {
            case .socket(let path): return try await bootstrap.connect(unixDomainSocketPath: path, channelInitializer: wrap)
            case .host(let host, let port): return try await bootstrap.connect(host: host, port: port, channelInitializer: wrap)
            }
        } catch { throw ScannerFault.unreachable("\(endpoint)", reason: "\(error)") }
    }
}
