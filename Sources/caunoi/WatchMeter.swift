import Foundation
import Logging
import Metrics
import ServiceLifecycle
import Store
import Vietnamese
import Watch

/// Says in `/metrics` how the watcher stands, whichever process it is in: open cases (`watch_open_cases`), seconds since it was last at work
/// (`watch_idle_seconds`), pages of its present run (`watch_pages_looked_at`), entries of the record whose approvals do not verify (`watch_doubtful_entries`).
struct WatchMeter: Service {
    let database: any Database
    let clock: Clock
    let logger: Logger

    func run() async throws {
        try? await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do { try await measure() } catch { logger.warning("The watcher's figures could not be read", metadata: ["error": "\(error)"]) }
                try await Task.sleep(for: .seconds(30))
            }
        }
    }

    private func measure() async throws {
        let (open, last, pages, doubtful) = try await database.read { db in
            (try CaseBook.countOpen(db), try CaseBook.figures(db), try CaseBook.pages(db), try CaseBook.doubtful(db))
        }
        Gauge(label: "watch_open_cases").record(open)
        if let last { Gauge(label: "watch_idle_seconds").record(Double(clock.now().rawValue - last.rawValue) / 1000) }
        if let pages { Gauge(label: "watch_pages_looked_at").record(pages) }
        if let doubtful { Gauge(label: "watch_doubtful_entries").record(doubtful) }
    }
}
