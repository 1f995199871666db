public import PortalNetwork
public import Store

/// The name of this installation in its public record: set once, never changed.
public enum Origin {
    /// Refuses a second, different one.
    public static func set(_ host: String, _ database: any Database) async throws {
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        let fits =
            host.utf8.count <= 200
            && labels.allSatisfy { label in
                !label.isEmpty && label.utf8.count <= 63 && !label.hasPrefix("-") && !label.hasSuffix("-")
                    && label.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "-") }
            }
        guard fits else { throw OriginRefusal.notAHost(host) }
        try await database.write { db in
            try db.execute("INSERT INTO installation (id, origin) VALUES (1, \(host)) ON CONFLICT (id) DO NOTHING")
            let kept = try db.value("SELECT origin FROM installation WHERE id = 1", as: String.self) ?? host
            guard kept == host else { throw OriginRefusal.fixed(kept) }
        }
    }

    /// Whether the installation was made by `caunoi demo`: every page of it says so.
    public static func isDemo(_ database: any Database) async throws -> Bool {
        try await database.read { try $0.value("SELECT 1 FROM act WHERE kind = 'demo' LIMIT 1", as: Int.self) != nil }
    }

    public static func read(_ database: any Database) async throws -> String? {
        try await database.read { try $0.value("SELECT origin FROM installation WHERE id = 1") }
    }
}

public enum OriginRefusal: Refusal, Hashable {
    case notAHost(String)
    case fixed(String)

    public static let samples: [OriginRefusal] = [.notAHost("x y"), .fixed("cong.example.vn")]

    public var key: String {
        switch self {
        case .notAHost: "origin.not-a-host"
        case .fixed: "origin.fixed"
        }
    }
    public var values: [String: String] {
        switch self {
        case .notAHost(let host), .fixed(let host): ["host": host]
        }
    }
    public var field: String? { "origin" }
}
