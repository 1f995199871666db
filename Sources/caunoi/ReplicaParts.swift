import Logging
import Metrics
import Publishing
import ServiceLifecycle
import Store
import StorePostgres

extension Settings {
    func checkReplica() throws {
        guard let text = self[.replica] else { return }
        guard text.hasPrefix("postgres://") || text.hasPrefix("postgresql://") else {
            throw UsageFault("\(describe(.replica)) must begin with postgres://")
        }
        guard !databaseAddress.hasPrefix("sqlite:") else {
            throw UsageFault(
                "\(describe(.replica)) is set, but the database is SQLite, which nothing follows; set database too, such as postgres://user@host:5432/name"
            )
        }
    }

    /// The server that public pages are read from, with the database's password.
    func replicaAddress() throws -> PostgresAddress? {
        guard let text = self[.replica] else { return nil }
        var address = try PostgresAddress(text, password: try databasePassword())
        address.isReplica = true
        address.connections = databaseConnections
        address.connectTimeout = 2
        // The primary was asked long before that; the connection is to be free again.
        address.statementTimeout = 10
        return address
    }
}

/// A server that follows the database, where public pages are read while it is recent; and what is told of it in `/metrics`.
struct ReplicaParts: Service {
    let reads: ReplicaReads
    private let server: PostgresDatabase
    private let logger: Logger

    /// Nil where no replica is named. Connects with the first page: it may be away.
    static func open(_ settings: Settings, beside database: any Database, logger: Logger) throws -> ReplicaParts? {
        guard let address = try settings.replicaAddress() else { return nil }
        let server = PostgresDatabase(address, logger: Program.logger(settings, label: "caunoi.replica"))
        let reads = ReplicaReads(primary: database, replica: server, logger: logger) { answered in
            let from = answered == .replica ? "replica" : "primary"
            Counter(label: "page_reads", dimensions: [("from", from), ("why", answered.rawValue)]).increment()
        }
        return ReplicaParts(reads: reads, server: server, logger: logger)
    }

    func close() async { await reads.close() }

    /// Every ten seconds: `replica_reachable` (0, 1) and, while it is, `replica_lag_events`.
    func run() async throws {
        if (try? await Self.isInRecovery(server)) == false {
            logger.warning("The replica follows no other server: it is read all the same", metadata: ["address": "\(server.address)"])
        }
        try? await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await measure()
                try await Task.sleep(for: .seconds(10))
            }
        }
    }

    private func measure() async {
        let reachable = Gauge(label: "replica_reachable")
        do {
            switch try await reads.standing() {
            case nil: return
            case .level?: Gauge(label: "replica_lag_events").record(0)
            case .behind(let events)?: Gauge(label: "replica_lag_events").record(events)
            case .foreign?: return reachable.record(0)
            }
            reachable.record(1)
        } catch {
            reachable.record(0)
        }
    }

    private static func isInRecovery(_ server: any Database) async throws -> Bool {
        try await server.read { try $0.value("SELECT CASE WHEN pg_is_in_recovery() THEN 1 ELSE 0 END", as: Bool.self) ?? false }
    }

    /// For `doctor`.
    static func look(_ settings: Settings, _ database: any Database, logger: Logger) async throws -> (Bool, String) {
        guard let address = try settings.replicaAddress() else {
            return (true, "none: pages are read where they are written (the setting 'replica')")
        }
        guard let known = try await database.read({ try Sighting.take($0) }) else { return (true, "\(address): nothing is published yet") }
        let server = PostgresDatabase(address, logger: logger)
        let isFollowing: Bool
        let standing: Sighting.Standing
        do {
            isFollowing = try await isInRecovery(server)
            standing = try await server.read { try known.standing($0) }
        } catch {
            await server.close()
            throw error
        }
        await server.close()
        let warning = isFollowing ? "" : "; WARNING: it is not in recovery, so it follows nobody; name a replica, or leave the setting out"
        switch standing {
        case .level: return (true, "\(address) answers and has every event\(warning)")
        case .behind(let events):
            return (true, "\(address) answers, \(events) events behind: pages are read on the primary until it has caught up\(warning)")
        case .foreign: return (false, "\(address) is no replica of this database: its record is another; pages are read on the primary")
        }
    }
}
