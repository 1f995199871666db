import Exchange
import PortalNetwork
import Publishing
import Store
import Vietnamese

/// The present state of an item for the index: its document, or nil when it is not public.
struct IndexChange: Sendable {
    let item: ItemID
    let document: SearchDocument?
}

/// Where the index stands in the record, and by which entry it knows that it is still the same record.
struct IndexCursor: Sendable, Hashable {
    var sequence: Int64
    var mark: String

    static let start = IndexCursor(sequence: -1, mark: "")

    static func mark(_ event: Event) -> String { "\(event.at.rawValue) \(event.item.map { "\($0)" } ?? "-")" }
}

extension SearchIndex {
    func cursor() async throws -> IndexCursor { try await read { try Self.cursor($0) } }

    private static func cursor(_ db: any Connection) throws -> IndexCursor {
        guard let sequence = try Meta.read("cursor", db).flatMap({ Int64($0) }) else { return .start }
        return IndexCursor(sequence: sequence, mark: try Meta.read("mark", db) ?? "")
    }

    /// Empties the index; readers see it fill up again.
    public func clear() async throws {
        try await write { db in
            try db.execute("INSERT INTO posting (posting) VALUES ('delete-all')")
            for table in ["DELETE FROM doc", "DELETE FROM facet", "DELETE FROM body", "DELETE FROM word", "DELETE FROM tag", "DELETE FROM place"]
                as [SQL]
            {
                try db.execute(table)
            }
            try db.execute("DELETE FROM meta WHERE name IN ('cursor', 'mark')")
            try Meta.write("purge", "begin", db)
        }
    }

    /// Brings these items to their present state and moves the cursor, in one transaction. Applying twice comes to the same.
    /// False when another process has moved the cursor meanwhile; nothing was done then.
    func apply(_ changes: [IndexChange], from: IndexCursor, to: IndexCursor, purging: Bool, _ surroundings: Surroundings) async throws -> Bool {
        let prepared = changes.map { change in PreparedDocument(change, surroundings) }
        return try await write { db in
            guard try Self.cursor(db) == from else { return false }
            var writer = IndexWriter(db)
            for document in prepared { try writer.put(document) }
            try writer.finish()
            try Meta.write("cursor", "\(to.sequence)", db)
            try Meta.write("mark", to.mark, db)
            if purging { try Meta.write("purge", "begin", db) }
            return true
        }
    }

    /// Adds documents that stand in no record: for measurements.
    public func add(_ documents: [SearchDocument], _ surroundings: Surroundings) async throws {
        let prepared = documents.map { PreparedDocument(IndexChange(item: $0.item, document: $0), surroundings) }
        try await write { db in
            var writer = IndexWriter(db)
            for document in prepared { try writer.put(document) }
            try writer.finish()
        }
    }

    /// Files the documents of sites anew whose place in the network changed. May be broken off and begun again.
    func refile(_ surroundings: Surroundings) async throws {
        let known = try await read { db in
            try db.rows("SELECT site, path FROM place").map { (site: try $0[0] as SiteID, path: try $0[1] as String) }
        }
        for (site, path) in known {
            let now = IndexWriter.path(surroundings.sites(site))
            guard now != path else { continue }
            var last = Int64.min
            while true {
                let from = last
                let next = try await write { db in
                    let ids = try db.column("SELECT id FROM doc WHERE site = \(site) AND id > \(from) ORDER BY id LIMIT 200", as: Int64.self)
                    var writer = IndexWriter(db)
                    for id in ids { try writer.refile(id, surroundings) }
                    try writer.finish()
                    return ids.last
                }
                guard let next else { break }
                last = next
            }
            try await write { db in try db.execute("UPDATE place SET path = \(now) WHERE site = \(site)") }
        }
    }

    /// One step of making deleted words vanish from the file: merges the index's segments, in which they stand crossed out.
    /// True when nothing is left to do.
    func purgeStep(pages: Int = 200) async throws -> Bool {
        let done = try await write { db -> Bool in
            let stage = try Meta.read("purge", db) ?? ""
            guard stage == "begin" || stage == "on" else { return true }
            let before = try db.value("SELECT total_changes()", as: Int64.self) ?? 0
            // A negative number puts every segment into one merge; positive ones carry it on.
            try db.execute("INSERT INTO posting (posting, rank) VALUES ('merge', \(stage == "begin" ? -pages : pages))")
            let after = try db.value("SELECT total_changes()", as: Int64.self) ?? 0
            let isDone = stage == "on" && after - before < 2
            try Meta.write("purge", isDone ? "log" : "on", db)
            return isDone
        }
        guard done else { return false }
        if try await read({ try Meta.read("purge", $0) }) == "log" {
            try await checkpoint()
            try await write { db in try db.execute("UPDATE meta SET value = '' WHERE name = 'purge' AND value = 'log'") }
        }
        return true
    }
}
