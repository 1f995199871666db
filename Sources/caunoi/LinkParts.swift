import Outbound
import PortalDesk
import PortalNetwork
import Publishing
import ServiceLifecycle
import Store

/// The watch over links that lead out: what follows the record, and a runner of its own, so that a slow host holds up nothing else.
enum LinkParts {
    /// One address looked at while somebody writes: through the same gate, in less time.
    static func look(_ program: Program, agent: String) throws -> @Sendable (_ address: String) async throws -> LinkFinding {
        var limits = LinkChecker.usual
        limits.total = .seconds(6)
        let checker = LinkChecker(try Fetcher(policy: program.settings.outbound, agent: agent), limits: limits)
        let database = program.database
        return { address in try await checker.look(address, listed: try await database.read { try DangerousHost.all($0) }) }
    }

    static func services(_ program: Program, agent: String) throws -> [any Service] {
        let directory = program.directory
        let collector = LinkCollector(database: program.database, reader: program.reader, ids: program.lease.ids, clock: program.clock) { host in
            directory.tree.site(host: host) != nil
        }
        let checker = LinkChecker(try Fetcher(policy: program.settings.outbound, agent: agent))
        return [
            LinkWatch(
                database: program.database,
                collector: collector,
                ids: program.lease.ids,
                clock: program.clock,
                logger: program.logger
            ),
            JobRunner(
                database: program.database,
                workers: [CheckLinks(database: program.database, ids: program.lease.ids, clock: program.clock, checker: checker)],
                owner: program.lease.ids.node,
                clock: program.clock,
                logger: program.logger
            ),
        ]
    }
}
