import Foundation
public import Store
import StorePostgres
import StoreSQLite

/// A database that tests run on: `@Test(arguments: Backend.available)`.
public enum Backend: String, Sendable, CaseIterable, CustomStringConvertible {
    /// A file in a folder of its own.
    case sqlite
    /// A schema of its own in the database `CAUNOI_TEST_POSTGRES` names.
    case postgres

    public var description: String { rawValue }

    public var engine: Engine {
        switch self {
        case .sqlite: .sqlite
        case .postgres: .postgres
        }
    }

    /// The address of the PostgreSQL database for tests; nil where there is none.
    public static var postgresURL: String? {
        let url = ProcessInfo.processInfo.environment["CAUNOI_TEST_POSTGRES"] ?? ""
        return url.isEmpty ? nil : url
    }

    /// The address of a server that follows the database for tests (`script/postgres replica`); nil where there is none.
    public static var replicaURL: String? {
        let url = ProcessInfo.processInfo.environment["CAUNOI_TEST_REPLICA"] ?? ""
        return url.isEmpty ? nil : url
    }

    /// True where a run without PostgreSQL must fail (CI, `script/test`).
    public static var requiresPostgres: Bool {
        let environment = ProcessInfo.processInfo.environment
        return environment["CI"] == "true" || environment["CAUNOI_REQUIRE_POSTGRES"] == "1"
    }

    public static var available: [Backend] { postgresURL == nil ? [.sqlite] : [.sqlite, .postgres] }
}
