public import PortalNetwork
import PublicRecord
public import Store
import Vietnamese

/// Rebuilds projections, and brings those up to date that stayed behind.
public struct ProjectionRunner: Sendable {
    let publishing: Publisher
    /// Events looked at in one transaction.
    let batch: Int

    public init(_ publishing: Publisher, batch: Int = 200) {
        self.publishing = publishing
        self.batch = batch
    }

    /// Throws every projection away and makes it again from the record (`caunoi reindex`). Publishing goes on meanwhile;
    /// readers see lists fill up again.
    public func rebuild(progress: @escaping @Sendable (_ done: Int64, _ of: Int64) -> Void = { _, _ in }) async throws {
        for projection in Publisher.inline {
            try await publishing.database.write { db in
                try EventLog.begin(db)
                try projection.clear(db)
                try ProjectionCursor.write(type(of: projection), -1, db)
            }
            try await catchUp(projection, progress: progress)
        }
    }

    /// How many entries the slowest projection is behind.
    public func behind() async throws -> Int64 {
        let publishing = publishing
        return try await publishing.database.read { db in
            let head = try EventLog.head(db)
            return try Publisher.inline.map { head - (try ProjectionCursor.read(type(of: $0), db)) }.max() ?? 0
        }
    }

    /// Follows the record from where each projection stands.
    public func catchUp() async throws {
        for projection in Publisher.inline { try await catchUp(projection) { _, _ in } }
    }

    private func catchUp(_ projection: any Projection, progress: @escaping @Sendable (Int64, Int64) -> Void) async throws {
        let publishing = publishing
        let batch = batch
        while true {
            // Keys are fetched before the transaction: they live in a store of their own.
            let (events, head) = try await publishing.database.read { db in
                (
                    try EventLog.events(after: ProjectionCursor.read(type(of: projection), db), limit: batch, db),
                    try EventLog.head(db)
                )
            }
            guard let last = events.last else { return progress(head + 1, head + 1) }
            let items = Array(Set(events.compactMap(\.item))).sorted()
            let keys = try await publishing.keyring.keys(for: items)
            try await publishing.database.write { db in
                try EventLog.begin(db)
                // Another node may have come first.
                guard try ProjectionCursor.read(type(of: projection), db) < last.sequence else { return }
                let changes = try items.compactMap { id -> Change? in
                    guard let item = try Item.load(id, db) else { return nil }
                    guard item.workflow.presence == .live, let cipher = keys.cipher(id) else { return Change(item: item, details: nil) }
                    return Change(item: item, details: try publishing.live(item, cipher, db))
                }
                try projection.apply(changes, db)
                try ProjectionCursor.write(type(of: projection), last.sequence, db)
            }
            progress(last.sequence + 1, head + 1)
        }
    }
}
