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
            // Names that were told of: one that has no dead jobs any more goes back to nothing.
            var told: Set<String> = []
            while !Task.isCancelled {
                do { try await measure(&told) } catch { logger.warning("The jobs could not be counted", metadata: ["error": "\(error)"]) }
                try await Task.sleep(for: .seconds(30))
            }
        }
    }

    private func measure(_ told: inout Set<String>) async throws {
        let (counts, dead) = try await database.read { db in (try JobQueue.counts(db), try JobQueue.dead(db)) }
        for state in Job.State.allCases where state != .done && state != .cancelled {
            Gauge(label: "jobs", dimensions: [("state", state.rawValue)]).record(counts[state] ?? 0)
        }
        for name in told.subtracting(dead.map(\.0)) { Gauge(label: "dead_jobs", dimensions: [("name", name)]).record(0) }
        for (name, count) in dead { Gauge(label: "dead_jobs", dimensions: [("name", name)]).record(count) }
        told.formUnion(dead.map(\.0))
    }
}
