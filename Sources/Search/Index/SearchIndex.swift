import Foundation
public import Logging
public import Store
import Synchronization

/// The search index of this node: a projection in a file of its own, which may be thrown away at any time.
///
/// It never keeps the program from serving: a file that is missing, damaged or of another version is made anew, and fills up from the record.
public final class SearchIndex: Sendable {
    private struct State {
        var file: IndexFile?
        var behind: Int64?
        /// Whether the file followed nothing yet when it was opened.
        var isEmpty = false
        /// Counts up with every file, so that of many who find one damaged only the first replaces it.
        var generation = 0
    }

    public let path: String
    private let opener: @Sendable (String) throws -> IndexFile
    private let state = Mutex(State())
    private let logger: Logger

    /// `path`: the file; `opener` opens or creates it.
    public init(path: String, logger: Logger, opener: @escaping @Sendable (String) throws -> IndexFile) async throws {
        self.path = path
        self.logger = logger
        self.opener = opener
        try await open()
        let isEmpty = try await cursor() == .start
        state.withLock { $0.isEmpty = isEmpty }
    }

    /// How many entries of the record the index has still to follow; nil until that is known.
    public var behind: Int64? { state.withLock { $0.behind } }

    /// Whether so much is missing that readers must be told; an index that never followed the record knows of nothing.
    public var isBuilding: Bool { state.withLock { state in state.behind.map { $0 > 500 } ?? state.isEmpty } }

    func setBehind(_ count: Int64) { state.withLock { $0.behind = count } }

    public func close() async {
        let file = state.withLock { state in
            defer { state.file = nil }
            return state.file
        }
        await file?.database.close()
    }

    /// A read; like a write it makes a file that proves damaged anew, and the caller learns of the fault.
    func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        try await guarded { try await $0.database.read(body) }
    }

    @discardableResult
    func write<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        try await guarded { try await $0.database.write(body) }
    }

    func checkpoint() async throws { try await guarded { try await $0.checkpoint() } }

    private func guarded<T: Sendable>(_ work: (IndexFile) async throws -> T) async throws -> T {
        let (file, generation) = state.withLock { ($0.file, $0.generation) }
        guard let file else { throw StoreFault.closed }
        do { return try await work(file) } catch StoreFault.damaged(let detail) {
            try await remake(generation, because: detail)
            throw StoreFault.damaged(detail)
        }
    }

    private func open() async throws {
        let found: IndexFile
        do {
            found = try opener(path)
            if try await Self.prepare(found) { return state.withLock { $0.file = found } }
            await found.database.close()
            logger.notice("The search index is of another version and is made anew", metadata: ["file": "\(path)"])
        } catch StoreFault.damaged(let detail) {
            logger.error("The search index is damaged and is made anew", metadata: ["file": "\(path)", "error": "\(detail)"])
        } catch StoreFault.engine(let detail) {
            logger.error("The search index cannot be read and is made anew", metadata: ["file": "\(path)", "error": "\(detail)"])
        }
        try await replace()
    }

    /// Throws the file away and begins an empty one, unless another has done so.
    private func remake(_ generation: Int, because reason: String) async throws {
        let isMine = state.withLock { state in
            guard state.generation == generation else { return false }
            state.generation += 1
            return true
        }
        guard isMine else { return }
        logger.error("The search index is made anew", metadata: ["file": "\(path)", "reason": "\(reason)"])
        await close()
        try await replace()
    }

    private func replace() async throws {
        for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) }
        let fresh = try opener(path)
        _ = try await Self.prepare(fresh)
        state.withLock { $0.file = fresh }
    }

    /// Makes the tables in an empty file. False: the file holds those of another version.
    private static func prepare(_ file: IndexFile) async throws -> Bool {
        try await file.database.write { db in
            let tables = try db.column("SELECT name FROM sqlite_master WHERE type = 'table'", as: String.self)
            if tables.isEmpty {
                for statement in IndexSchema.statements { try db.execute(statement) }
                return true
            }
            guard tables.contains("meta"), tables.contains("posting") else { return false }
            return try Meta.read("version", db) == "\(IndexSchema.version)"
        }
    }
}
