public import Store
import Synchronization

/// A database whose announcements never arrive, not even the one at the beginning: for nodes that must find out by themselves.
public final class DeafDatabase: Database {
    private struct Streams {
        var open: [AsyncStream<Void>.Continuation] = []
        var isClosed = false
    }

    private let base: any Database
    private let streams = Mutex(Streams())

    public init(_ base: any Database) { self.base = base }

    public var engine: Engine { base.engine }

    public func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T { try await base.read(body) }

    @discardableResult public func write<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        try await base.write(body)
    }

    public func announcements(_ channel: Channel) -> AsyncStream<Void> {
        AsyncStream { continuation in
            let isClosed = streams.withLock { streams -> Bool in
                if !streams.isClosed { streams.open.append(continuation) }
                return streams.isClosed
            }
            if isClosed { continuation.finish() }
        }
    }

    public func close() async {
        let open = streams.withLock { streams -> [AsyncStream<Void>.Continuation] in
            defer { streams = Streams(open: [], isClosed: true) }
            return streams.open
        }
        for continuation in open { continuation.finish() }
        await base.close()
    }
}
