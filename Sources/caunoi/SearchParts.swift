import Logging
import Publishing
import Search
import Store
import StoreSQLite

/// The index of this node and the notes that all nodes share, opened.
struct SearchParts: Sendable {
    let index: SearchIndex
    let notes: SearchNotes
    let follower: SearchFollower

    static func open(_ program: Program) async throws -> SearchParts {
        let settings = program.settings
        let index = try await openIndex(settings.searchFile, program.logger)
        // Beside the database file, or in a schema of their own in the same PostgreSQL database.
        let address = settings.databaseAddress.hasPrefix("sqlite:") ? "sqlite:\(settings.dataFolder)/search-notes.db" : settings.databaseAddress
        let store = try await Program.connect(address, settings, schema: "caunoi_search", .command)
        try await Migrator(SearchNotes.migrations).run(on: store)
        let notes = SearchNotes(database: store, clock: program.clock, logger: program.logger)
        await notes.refresh()
        return SearchParts(
            index: index,
            notes: notes,
            follower: SearchFollower(index, database: program.database, reader: program.reader, clock: program.clock, logger: program.logger)
        )
    }

    static func openIndex(_ path: String, _ logger: Logger) async throws -> SearchIndex {
        try await SearchIndex(path: path, logger: logger) { path in
            let database = try SQLiteDatabase(path: path, use: .projection)
            return IndexFile(database) { try await database.checkpoint() }
        }
    }

    func close() async {
        await notes.flush()
        await index.close()
        await notes.close()
    }

    /// Opens, runs, closes: what a command does.
    static func with<T: Sendable>(_ program: Program, _ body: (SearchParts) async throws -> T) async throws -> T {
        let parts = try await open(program)
        do {
            let value = try await body(parts)
            await parts.close()
            return value
        } catch {
            await parts.close()
            throw error
        }
    }
}
