/// A file that a store holds: its name there and its length in bytes.
public struct StoredFile: Sendable, Hashable, Codable {
    public let hash: ContentHash
    public let size: Int64

    public init(hash: ContentHash, size: Int64) {
        self.hash = hash
        self.size = size
    }
}

/// What a check of a stored file against its name found.
public enum FileCondition: Sendable, Equatable {
    case sound(size: Int64)
    case missing
    /// The bytes are not those that were put: a failing disk or a hand in the folder. A new `put` of the right content mends it.
    case damaged(actual: ContentHash, size: Int64)
}

/// Files by their content: what is put gets the hash of its bytes as its name, the same content is held once, and nothing is ever changed.
///
/// A `put` returns when the file would survive a power cut. All operations may run at once, also from several processes. Only `delete` asks for
/// care: whoever deletes content makes sure that nobody is putting the same content at that moment, because both would be told of success.
/// Errors: `FileStoreFault`.
public protocol FileStore: Sendable {
    /// Stores what `next` gives piece by piece until nil, for uploads and downloads of any length.
    /// - Parameter limit: most bytes to take; more throw `FileStoreFault.tooLarge` and leave nothing.
    func put(upTo limit: Int64?, next: () async throws -> [UInt8]?) async throws -> StoredFile

    /// Stores a file of this machine, reading it piece by piece.
    func put(contentsOf path: String) async throws -> StoredFile

    /// Stores content held in memory.
    func put(_ content: [UInt8]) async throws -> StoredFile

    /// Opens a file for reading in ranges: throws `FileStoreFault.missing` if it is not there. A file opened can be read to its end even if it is
    /// deleted meanwhile.
    func open(_ hash: ContentHash) async throws -> any OpenedFile

    /// The length in bytes; nil if the store does not hold it.
    func size(of hash: ContentHash) async throws -> Int64?

    /// Takes a file out.
    /// - Returns: false if it was not there.
    @discardableResult
    func delete(_ hash: ContentHash) async throws -> Bool

    /// Reads a file whole and compares it with its name.
    func verify(_ hash: ContentHash) async throws -> FileCondition

    /// The names of what is held, in their order, for checks and backups: those after `hash`, at most `limit`.
    func hashes(after hash: ContentHash?, limit: Int) async throws -> [ContentHash]
}

extension FileStore {
    public func exists(_ hash: ContentHash) async throws -> Bool {
        try await size(of: hash) != nil
    }

    /// The whole content of a file, checked against its name.
    /// - Throws: `FileStoreFault.missing`, `.damaged`, or `.tooLarge` if it is longer than `limit` bytes.
    public func content(of hash: ContentHash, limit: Int = 64 * 1024 * 1024) async throws -> [UInt8] {
        let file = try await open(hash)
        guard file.size <= Int64(limit) else { throw FileStoreFault.tooLarge(limit: Int64(limit)) }
        var content: [UInt8] = []
        content.reserveCapacity(Int(file.size))
        while Int64(content.count) < file.size {
            let piece = try await file.read(at: Int64(content.count), count: 1024 * 1024)
            if piece.isEmpty { break }
            content += piece
        }
        let actual = ContentHash(of: content)
        guard actual == hash else { throw FileStoreFault.damaged(hash, actual: actual) }
        return content
    }
}

/// A stored file open for reading; closed when nobody holds it any more. Positions do not depend on earlier reads, so any number of readers may share it.
public protocol OpenedFile: Sendable {
    var hash: ContentHash { get }
    var size: Int64 { get }

    /// - Returns: the bytes from `offset` on, at most `count` (and at most 1 MiB at once); fewer only at the end of the file, none behind it.
    func read(at offset: Int64, count: Int) async throws -> [UInt8]
}
