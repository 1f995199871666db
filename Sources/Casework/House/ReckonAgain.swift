public import Logging
import PortalNetwork
public import ServiceLifecycle
import Store
import Vietnamese

/// Follows changes of house rules and of the calendar on this node, and reckons the deadlines of open cases again by what holds then: in parts, going on where it
/// stopped, on one node at a time.
public struct ReckonAgain: Service {
    private let casework: Casework
    private let rules: HouseRules
    private let logger: Logger
    /// Cases in one transaction.
    private static let part = 200

    public init(_ casework: Casework, _ rules: HouseRules, logger: Logger) {
        self.casework = casework
        self.rules = rules
        self.logger = logger
    }

    public func run() async throws {
        try? await cancelWhenGracefulShutdown {
            await withTaskGroup(of: Void.self) { group in
                group.addTask { for await _ in rules.database.announcements(HouseRules.channel) { await settle() } }
                group.addTask {
                    while !Task.isCancelled {
                        // An announcement may have been lost, another node may have stopped in the middle.
                        await settle()
                        try? await Task.sleep(for: .seconds(60))
                    }
                }
            }
        }
    }

    private func settle() async {
        do { try await catchUp() } catch is CancellationError {} catch {
            logger.warning("Deadlines could not be reckoned again", metadata: ["error": "\(error)"])
        }
    }

    /// Until every open case says what the rules say now.
    public func catchUp() async throws {
        try await rules.refresh()
        while try await step() {}
    }

    /// One part.
    /// - Returns: whether there is more.
    func step() async throws -> Bool {
        let version = try await rules.database.read { try HouseRules.version($0) }
        return try await rules.database.write { [casework] db in
            // A part belongs to the node that holds this row; rules that changed meanwhile begin anew.
            let lock: SQL = db.engine == .postgres ? " FOR UPDATE" : ""
            guard let row = try db.row("SELECT version, reckoned FROM house_rules WHERE id = 1\(lock)"), try row[0] as Int == version,
                let after = try row[1] as Int64?
            else { return false }
            let files = try db.rows("SELECT \(CaseFile.columns) FROM case_file WHERE ended = 0 AND id > \(after) ORDER BY id LIMIT \(Self.part)")
                .map(CaseFile.init)
            guard let last = files.last else {
                try db.execute("UPDATE house_rules SET reckoned = NULL WHERE id = 1")
                return false
            }
            var hasChanged = false
            for var file in files {
                let (before, provisional, rule) = (file.dueAt, file.isProvisional, file.rule)
                try casework.times.set(&file, from: db, casework.tracks)
                guard file.dueAt != before || file.isProvisional != provisional || file.rule != rule else { continue }
                try file.saveTimes(db)
                hasChanged = true
            }
            try db.execute("UPDATE house_rules SET reckoned = \(last.id) WHERE id = 1")
            if hasChanged { try db.announce(Casework.channel) }
            return true
        }
    }
}
