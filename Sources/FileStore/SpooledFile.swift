import Crypto
import Glibc

/// Content on its way into a store on another machine: kept on this one's disk until it is whole and its name is known. Gone with its last holder.
public final class SpooledFile: Sendable {
    public let stored: StoredFile
    private let incoming: IncomingFile
    private let file: DiskFile
    private let queue: BlockingQueue

    fileprivate init(_ stored: StoredFile, _ incoming: IncomingFile, _ file: DiskFile, _ queue: BlockingQueue) {
        self.stored = stored
        self.incoming = incoming
        self.file = file
        self.queue = queue
    }

    deinit { incoming.discard() }

    /// - Returns: the bytes from `offset` on, at most 1 MiB; none behind the end.
    public func read(at offset: Int64) async throws -> [UInt8] {
        guard offset >= 0, offset < stored.size else { return [] }
        let count = Int(min(Int64(DiskFileStore.piece), stored.size - offset))
        return try await queue.run { [file] in try file.read(at: offset, count: count) }
    }
}

/// The folder in which spooled files lie. What writers left behind that no longer live is swept when it is opened.
public struct SpoolFolder: Sendable {
    private let layout: DiskLayout
    private let queue = BlockingQueue("caunoi.spool", lanes: 4)

    /// - Throws: `FileStoreFault`.
    public init(root: String) throws {
        layout = DiskLayout(root: root)
        try layout.prepare()
        try IncomingFile.sweep(layout.incoming)
    }

    /// Takes what `next` gives until nil.
    /// - Parameter limit: most bytes to take; more throw `FileStoreFault.tooLarge` and leave nothing.
    public func take(upTo limit: Int64?, next: () async throws -> [UInt8]?) async throws -> SpooledFile {
        let incoming = try await queue.run { [layout] in try IncomingFile(layout, call: { Glibc.write($0, $1, $2) }) }
        var hash = SHA256()
        var size: Int64 = 0
        do {
            while let bytes = try await next() {
                size += Int64(bytes.count)
                if let limit, size > limit { throw FileStoreFault.tooLarge(limit: limit) }
                hash.update(data: bytes)
                try await queue.run { try bytes.withUnsafeBytes { try incoming.write($0) } }
            }
            let file = try await queue.run { try incoming.reading() }
            return SpooledFile(StoredFile(hash: ContentHash(finishing: hash), size: size), incoming, file, queue)
        } catch {
            try? await queue.run { incoming.discard() }
            throw error
        }
    }

    /// Takes a file of this machine.
    public func take(contentsOf path: String) async throws -> SpooledFile {
        let source = try await queue.run { try DiskFile(path: path) }
        var offset: Int64 = 0
        return try await take(upTo: nil) { [queue] in
            let from = offset
            let bytes = try await queue.run { try source.read(at: from, count: DiskFileStore.piece) }
            offset += Int64(bytes.count)
            return bytes.isEmpty ? nil : bytes
        }
    }
}
