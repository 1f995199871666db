public import Store

/// Something that follows what happened, can be thrown away and made anew (`caunoi reindex`).
///
/// It is told the *present* state of each item that an event touched, so applying an event twice, or late, comes to the same.
public protocol Projection: Sendable {
    static var name: String { get }
    /// Counts up when what it stores changes shape; a stored cursor of another version starts again from nothing.
    static var version: Int { get }

    /// Empties it.
    func clear(_ db: any Connection) throws

    /// Brings it to the present state of these items.
    func apply(_ changes: [Change], _ db: any Connection) throws
}

/// The present state of an item, opened.
public struct Change: Sendable {
    public let item: Item
    /// What the public may read; nil when the item is not live (withdrawn, erased).
    public let details: (any ContentKind)?
}

/// Where a projection stands.
public enum ProjectionCursor {
    static func read(_ type: any Projection.Type, _ db: any Connection) throws -> Int64 {
        guard let row = try db.row("SELECT seq, version FROM projection_cursor WHERE name = \(type.name)"),
            try row[1] == type.version
        else { return -1 }
        return try row[0]
    }

    static func write(_ type: any Projection.Type, _ sequence: Int64, _ db: any Connection) throws {
        try db.execute(
            """
            INSERT INTO projection_cursor (name, seq, version) VALUES (\(type.name), \(sequence), \(type.version))
            ON CONFLICT (name) DO UPDATE SET seq = excluded.seq, version = excluded.version
            """
        )
    }
}
