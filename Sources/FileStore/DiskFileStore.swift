import Crypto
import Glibc

/// How bytes reach a descriptor: `write(2)` but in tests of a full disk.
package typealias WriteCall = @Sendable (_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int

/// Files by their content in a folder: `ab/cd/abcd…`, written under `incoming/` first and renamed when whole and durable.
/// Paths are made of hashes only, never of a name somebody chose.
public struct DiskFileStore: FileStore {
    static let piece = 1024 * 1024
    private let layout: DiskLayout
    private let queue = BlockingQueue("caunoi.files")
    private let call: WriteCall

    /// Opens the store, making its folder if needed, and sweeps what writers left behind that no longer live.
    /// - Throws: `FileStoreFault`.
    public init(root: String) throws {
        try self.init(root: root, call: { Glibc.write($0, $1, $2) })
    }

    package init(root: String, call: @escaping WriteCall) throws {
        layout = DiskLayout(root: root)
        self.call = call
        try layout.prepare()
        try IncomingFile.sweep(layout.incoming)
    }

    public func put(upTo limit: Int64?, next: () async throws -> [UInt8]?) async throws -> StoredFile {
        let incoming = try await queue.run { [layout, call] in try IncomingFile(layout, call: call) }
        var hash = SHA256()
        var size: Int64 = 0
        do {
            while let bytes = try await next() {
                size += Int64(bytes.count)
                if let limit, size > limit { throw FileStoreFault.tooLarge(limit: limit) }
                hash.update(data: bytes)
                try await queue.run { try bytes.withUnsafeBytes { try incoming.write($0) } }
            }
        } catch {
            try? await queue.run { incoming.discard() }
            throw error
        }
        let stored = StoredFile(hash: ContentHash(finishing: hash), size: size)
        return try await queue.run { try place(incoming, stored) }
    }

    public func put(contentsOf path: String) async throws -> StoredFile {
        try await queue.run { [layout, call] in
            let source = try DiskFile(path: path)
            let incoming = try IncomingFile(layout, call: call)
            defer { incoming.discard() }
            let stored = try source.digest { try incoming.write($0) }
            return try place(incoming, stored)
        }
    }

    public func put(_ content: [UInt8]) async throws -> StoredFile {
        try await queue.run { [layout, call] in
            let stored = StoredFile(hash: ContentHash(of: content), size: Int64(content.count))
            // Reading what is there costs less than writing it again.
            if try isSound(stored) {
                try layout.syncFolder(of: stored.hash)
                return stored
            }
            let incoming = try IncomingFile(layout, call: call)
            defer { incoming.discard() }
            try content.withUnsafeBytes { try incoming.write($0) }
            try incoming.place(stored.hash)
            return stored
        }
    }

    public func open(_ hash: ContentHash) async throws -> any OpenedFile {
        try await queue.run { [layout, queue] in
            guard let file = try DiskFile(existing: layout.path(of: hash)) else { throw FileStoreFault.missing(hash) }
            return OpenedDiskFile(hash: hash, file: file, queue: queue)
        }
    }

    public func size(of hash: ContentHash) async throws -> Int64? {
        try await queue.run { [layout] in
            var status = stat()
            let path = layout.path(of: hash)
            if stat(path, &status) == 0 { return Int64(status.st_size) }
            guard errno == ENOENT else { throw FileStoreFault.cannotRead(path: path, reason: reason(of: errno)) }
            return nil
        }
    }

    @discardableResult
    public func delete(_ hash: ContentHash) async throws -> Bool {
        try await queue.run { [layout] in
            let path = layout.path(of: hash)
            guard unlink(path) == 0 else {
                if errno == ENOENT { return false }
                throw writeFault(path, errno)
            }
            // Erased must stay erased after a power cut.
            try layout.syncFolder(of: hash)
            return true
        }
    }

    public func verify(_ hash: ContentHash) async throws -> FileCondition {
        try await queue.run { [layout] in
            guard let file = try DiskFile(existing: layout.path(of: hash)) else { return .missing }
            let found = try file.digest()
            return found.hash == hash ? .sound(size: found.size) : .damaged(actual: found.hash, size: found.size)
        }
    }

    public func hashes(after hash: ContentHash?, limit: Int) async throws -> [ContentHash] {
        try await queue.run { [layout] in try layout.hashes(after: hash, limit: limit) }
    }

    /// The written file goes to its place, unless a sound one is there already; a damaged one is replaced.
    private func place(_ incoming: IncomingFile, _ stored: StoredFile) throws -> StoredFile {
        if try isSound(stored) {
            incoming.discard()
            try layout.syncFolder(of: stored.hash)
        } else {
            try incoming.place(stored.hash)
        }
        return stored
    }

    private func isSound(_ stored: StoredFile) throws -> Bool {
        guard let file = try DiskFile(existing: layout.path(of: stored.hash)), file.size == stored.size else { return false }
        // One that cannot be read is not sound either; writing it again mends it or says why not.
        return (try? file.digest()) == stored
    }
}

/// A file of the store, read by position from its own thread.
struct OpenedDiskFile: OpenedFile {
    let hash: ContentHash
    let file: DiskFile
    let queue: BlockingQueue

    var size: Int64 { file.size }

    func read(at offset: Int64, count: Int) async throws -> [UInt8] {
        guard offset >= 0, offset < size, count > 0 else { return [] }
        let wanted = Int(min(Int64(min(count, DiskFileStore.piece)), size - offset))
        return try await queue.run { try file.read(at: offset, count: wanted) }
    }
}
