public import Logging
public import ServiceLifecycle

/// Looks every minute whether passkeys were removed with which something was approved, and has the record say so.
public struct KeyKeeper: Service {
    private let publishing: Publisher
    private let logger: Logger
    private let pause: Duration

    public init(_ publishing: Publisher, logger: Logger, pause: Duration = .seconds(60)) {
        self.publishing = publishing
        self.logger = logger
        self.pause = pause
    }

    public func run() async throws {
        try? await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                // What cannot be recorded now is recorded at the next look.
                do { try await publishing.revokeKeys() } catch { logger.debug("Keys could not be revoked yet", metadata: ["error": "\(error)"]) }
                try await Task.sleep(for: pause)
            }
        }
    }
}
