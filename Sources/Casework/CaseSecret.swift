import PortalNetwork
public import Store
public import Vietnamese

/// The installation's secret for tickets, PINs of forms, words of cases and counted attempts. It lives in the key store and never changes: what was digested
/// with it must be found again.
public enum CaseSecret {
    /// 32 bytes; made at the first opening.
    public static func open(_ keys: any Database, clock: Clock = .system) async throws -> [UInt8] {
        if let kept = try await keys.read({ try Self.read($0) }) { return kept }
        let fresh = RandomBytes.make(32)
        let now = clock.now()
        return try await keys.write { db in
            try db.execute("INSERT INTO case_secret (name, secret, created_at) VALUES ('casework', \(fresh), \(now)) ON CONFLICT (name) DO NOTHING")
            // Another node may have been quicker.
            guard let kept = try Self.read(db) else { throw StoreFault.damaged("the secret of casework was not kept") }
            return kept
        }
    }

    private static func read(_ db: any Connection) throws -> [UInt8]? {
        try db.value("SELECT secret FROM case_secret WHERE name = 'casework'", as: [UInt8].self)
    }
}
