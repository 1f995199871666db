import Casework
import Logging
import Metrics
import Notary
import ServiceLifecycle
import Store
import Vietnamese

/// Says in `/metrics`, every half minute, how the record of this node stands (`record_entries`, `record_state{state}`) and how many letters of the public are
/// open and past their time (`cases_open`, `cases_overdue`).
struct StateMeter: Service {
    let database: any Database
    let notary: Notary
    let clock: Clock
    let logger: Logger

    func run() async throws {
        try? await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do { try await measure() } catch { logger.warning("Open cases could not be counted", metadata: ["error": "\(error)"]) }
                try await Task.sleep(for: .seconds(30))
            }
        }
    }

    private func measure() async throws {
        Gauge(label: "record_entries").record(notary.size)
        let standing = notary.standing.name
        for name in RecordStanding.names { Gauge(label: "record_state", dimensions: [("state", name)]).record(name == standing ? 1 : 0) }
        let now = clock.now()
        let (open, overdue) = try await database.read { try CaseBacklog.count(at: now, $0) }
        Gauge(label: "cases_open").record(open)
        Gauge(label: "cases_overdue").record(overdue)
    }
}

extension RecordStanding {
    static let names = ["ready", "following", "preparing", "no-signer", "frozen"]

    var name: String {
        switch self {
        case .ready: "ready"
        case .following: "following"
        case .preparing: "preparing"
        case .noSigner: "no-signer"
        case .frozen: "frozen"
        }
    }
}
