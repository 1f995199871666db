public import Logging
public import ServiceLifecycle
import Store

/// Brings projections up to date that stayed behind: after an interrupted rebuild, or when this version stores one in another shape.
/// (What is published while they are up to date is projected inside its own transaction.)
public struct ProjectionFollower: Service {
    private let runner: ProjectionRunner
    private let logger: Logger

    public init(_ publisher: Publisher, logger: Logger) {
        runner = ProjectionRunner(publisher)
        self.logger = logger
    }

    public func run() async throws {
        try? await cancelWhenGracefulShutdown {
            for await _ in self.runner.publishing.database.announcements(EventLog.channel) {
                do {
                    if try await self.runner.behind() > 0 { try await self.runner.catchUp() }
                } catch {
                    self.logger.error("A projection could not be brought up to date", metadata: ["error": "\(error)"])
                }
            }
        }
    }
}
