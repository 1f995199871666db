public import Logging
import Synchronization

/// Every line that was logged, to look for what must be in one, or must not.
public final class LogMemory: Sendable {
    private let kept = Mutex<[String]>([])

    public init() {}

    public var lines: [String] { kept.withLock { $0 } }
    public var handler: any LogHandler { Handler(memory: self) }

    private struct Handler: LogHandler {
        let memory: LogMemory
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.trace

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            memory.kept.withLock { $0.append("\(event.message) \(event.metadata ?? [:])") }
        }
    }
}
