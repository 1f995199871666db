import Synchronization

/// A word that nodes call to each other: "something happened here, look". It carries nothing else; who hears it reads on from
/// where it stands.
public struct Channel: Hashable, Sendable {
    public let name: String

    /// `name`: lower-case letters, digits and `_`, at most 63, so that it can name a PostgreSQL channel.
    public init(_ name: StaticString) {
        self.name = name.description
        precondition(self.name.utf8.count <= 63 && self.name.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 95 })
    }
}

/// Hands announcements to those who listen in this process. One announcement waits for a slow listener; more fold into it.
package final class Announcements: Sendable {
    private struct Listeners {
        var next = 0
        var streams: [Channel: [Int: AsyncStream<Void>.Continuation]] = [:]
        var finished = false
    }

    private let listeners = Mutex(Listeners())

    package init() {}

    package var channels: Set<Channel> { listeners.withLock { Set($0.streams.keys) } }

    package func stream(_ channel: Channel) -> AsyncStream<Void> {
        AsyncStream(bufferingPolicy: .bufferingNewest(1)) { continuation in
            let number = listeners.withLock { listeners -> Int? in
                guard !listeners.finished else { return nil }
                listeners.next += 1
                listeners.streams[channel, default: [:]][listeners.next] = continuation
                return listeners.next
            }
            guard let number else { return continuation.finish() }
            // Who begins to listen looks once: what happened before is news to him, and no commit may follow it for hours.
            continuation.yield()
            continuation.onTermination = { [weak self] _ in
                self?.listeners.withLock { listeners in
                    listeners.streams[channel]?[number] = nil
                    if listeners.streams[channel]?.isEmpty == true { listeners.streams[channel] = nil }
                }
            }
        }
    }

    package func tell(_ channels: some Sequence<Channel>) {
        let told = listeners.withLock { listeners in channels.flatMap { listeners.streams[$0].map { Array($0.values) } ?? [] } }
        for stream in told { stream.yield() }
    }

    /// For when nobody knows which channel it was: a lost line, another process.
    package func tellAll() { tell(channels) }

    package func finish() {
        let all = listeners.withLock { listeners in
            listeners.finished = true
            defer { listeners.streams = [:] }
            return listeners.streams.values.flatMap { Array($0.values) }
        }
        for stream in all { stream.finish() }
    }
}
