import Foundation
import Logging
public import Search
import StoreSQLite

/// Gives `body` a folder for a search index, and takes it away afterwards.
public func withIndexFolder<T>(_ body: (String) async throws -> T) async throws -> T {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("caunoi-search-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(folder.path)
}

/// Opens a search index as the program does.
public func openIndex(_ path: String) async throws -> SearchIndex {
    try await SearchIndex(path: path, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }) { path in
        let database = try SQLiteDatabase(path: path, use: .projection)
        return IndexFile(database) { try await database.checkpoint() }
    }
}

/// An index of its own, closed afterwards.
public func withIndex<T>(_ body: (SearchIndex) async throws -> T) async throws -> T {
    try await withIndexFolder { folder in
        let index = try await openIndex(folder + "/search.db")
        do {
            let value = try await body(index)
            await index.close()
            return value
        } catch {
            await index.close()
            throw error
        }
    }
}
