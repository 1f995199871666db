import Logging
import Metrics
import Publishing
import ServiceLifecycle
import Store

/// Says in `/metrics` how many jobs wait, run and have failed for good (`jobs{state="dead"}`), every half minute.
struct JobMeter: Service {
    let database: any Database
    let logger: Logger

    func run() async throws {
        try? await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do { try await measure() } catch { logger.warning("The jobs could not be counted", metadata: ["error": "\(error)"]) }
                try await Task.sleep(for: .seconds(30))
            }
        }
    }

    private func measure() async throws {
        let (counts, dead) = try await database.read { db in (try JobQueue.counts(db), try JobQueue.dead(db)) }
        for state in Job.State.allCases where state != .done && state != .cancelled {
            Gauge(label: "jobs", dimensions: [("state", state.rawValue)]).record(counts[state] ?? 0)
        }
        for (name, count) in dead { Gauge(label: "dead_jobs", dimensions: [("name", name)]).record(count) }
    }
}
