import Foundation
public import PortalNetwork
public import Rules
public import Store
import Synchronization
public import Vietnamese

/// The clock of the installation: the law and the announcements that come with the program, the house rules that tenants gave, and the years that an
/// administrator confirmed. It is replaced as a whole when one of them changes, on every node.
public final class HouseRules: Sendable {
    /// Files of one installation at most, and letters of one.
    public static let mostFiles = 200
    public static let longestFile = 200_000

    struct State {
        var version: Int
        var clock: LegalClock
        var faults: [RuleDataError.Fault]
    }

    let database: any Database
    let clock: Clock
    let ids: IdentifierMaker
    private let state: Mutex<State>

    /// Told after every change of house rules and years.
    public static let channel = Channel("rules")

    public init(database: any Database, clock: Clock, ids: IdentifierMaker) async throws {
        self.database = database
        self.clock = clock
        self.ids = ids
        state = Mutex(try await database.read { try HouseRules.load($0) })
    }

    /// What holds now.
    public var legal: LegalClock { state.withLock { $0.clock } }

    /// What is wrong with files that were taken once and cannot hold any more, for instance because the law became stricter. They are left out; everything else holds.
    public var faults: [RuleDataError.Fault] { state.withLock { $0.faults } }

    /// Takes up what changed, here or on another node.
    /// - Returns: whether something did.
    @discardableResult
    public func refresh() async throws -> Bool {
        let known = state.withLock { $0.version }
        guard try await database.read({ try Self.version($0) }) != known else { return false }
        let fresh = try await database.read { try Self.load($0) }
        state.withLock { if fresh.version > $0.version { $0 = fresh } }
        return true
    }

    // MARK: - Looking

    /// A file of house rules as it was given.
    public struct File: Sendable, Hashable, Codable {
        public let name: String
        /// `installation`, `site:<code>`, `agency:<code>`.
        public let tenant: String
        public let text: String
        public let changedAt: Instant

        init(_ row: Row) throws {
            name = try row[0]
            tenant = try row[1]
            text = try row[2]
            changedAt = try row[3]
        }

        var source: RuleSource { RuleSource(name: name, text: text, tenant: tenant) }
    }

    public func files() async throws -> [File] { try await database.read { try Self.files($0) } }

    /// The years that were confirmed here, in order.
    public func years() async throws -> [ConfirmedYear] { try await database.read { try Self.years($0) } }

    static func version(_ db: any Connection) throws -> Int { try db.value("SELECT version FROM house_rules WHERE id = 1", as: Int.self) ?? 0 }

    static func files(_ db: any Connection) throws -> [File] {
        try db.rows("SELECT name, tenant, text, changed_at FROM house_rule_file ORDER BY name").map { try File($0) }
    }

    static func years(_ db: any Connection) throws -> [ConfirmedYear] {
        try db.column("SELECT text FROM confirmed_year ORDER BY year", as: String.self).map { try ConfirmedYear.read($0) }
    }

    /// A file that cannot hold any more is left out and named: one house's mistake must not stop the clocks of all.
    private static func load(_ db: any Connection) throws -> State {
        let (version, years) = (try version(db), try years(db))
        var files = try files(db)
        var faults: [RuleDataError.Fault] = []
        while true {
            do {
                return State(version: version, clock: try LegalClock.standard(adding: files.map(\.source), confirmed: years), faults: faults)
            } catch let error as RuleDataError {
                let named = Set(error.faults.map(\.file))
                let left = files.filter { !named.contains($0.name) }
                guard left.count < files.count else { throw error }
                faults += error.faults
                files = left
            }
        }
    }
}

extension ConfirmedYear {
    static func read(_ text: String) throws -> ConfirmedYear {
        do { return try JSONDecoder().decode(ConfirmedYear.self, from: Data(text.utf8)) } catch {
            throw CaseworkFault.damaged("a confirmed year cannot be read: \(error)")
        }
    }

    var text: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        }
    }
}
