import AsyncHTTPClient
import Crypto
public import FileStore
import NIOCore
import NIOHTTP1

/// Files by their content on S3-compatible storage: the name of an object is the hash of its bytes, which the storage checks on the way in. What is put is
/// spooled on this machine's disk until its name is known, and sent again whenever it is put again, so that a damaged object is mended.
///
/// Unlike with a folder, what is deleted while it is open cannot be read to its end, unless it is short (1 MiB).
public struct ObjectFileStore: FileStore {
    /// The longest object a storage takes in one request.
    static let mostBytes: Int64 = 5 << 30
    static let piece = 1 << 20
    /// Names in one answer of a list.
    static let page = 1_000

    private let caller: ObjectCaller
    private let spool: SpoolFolder
    private static let nothing = ContentHash(of: [])

    /// - Parameters:
    ///   - spool: a folder of this machine for what is on its way.
    ///   - roots: a PEM file of certificates to trust beside the system's.
    ///   - now: seconds since 1970; storage refuses requests whose time is a quarter of an hour off.
    /// - Throws: `FileStoreFault`.
    public init(_ place: ObjectPlace, spool: String, roots: String? = nil, now: @escaping @Sendable () -> Int64) throws {
        caller = ObjectCaller(place, roots: roots, now: now)
        self.spool = try SpoolFolder(root: spool)
    }

    /// As it may be shown.
    public var place: String { caller.place.shown }

    /// Must be called before the store is let go.
    public func close() async { await caller.close() }

    /// Asks whether the bucket is there and we may read it. Throws `FileStoreFault.storage`.
    public func check() async throws { _ = try await hashes(after: nil, limit: 1) }

    public func put(upTo limit: Int64?, next: () async throws -> [UInt8]?) async throws -> StoredFile {
        try await send(try await spool.take(upTo: min(limit ?? Self.mostBytes, Self.mostBytes), next: next))
    }

    public func put(contentsOf path: String) async throws -> StoredFile {
        let file = try await spool.take(contentsOf: path)
        guard file.stored.size <= Self.mostBytes else { throw FileStoreFault.tooLarge(limit: Self.mostBytes) }
        return try await send(file)
    }

    public func put(_ content: [UInt8]) async throws -> StoredFile {
        let stored = StoredFile(hash: ContentHash(of: content), size: Int64(content.count))
        try await send(.bytes(content), stored)
        return stored
    }

    private func send(_ file: SpooledFile) async throws -> StoredFile {
        try await send(.file(file), file.stored)
        return file.stored
    }

    private func send(_ body: ObjectCaller.Body, _ stored: StoredFile) async throws {
        let fields = ["content-type": "application/octet-stream"]
        let answer = try await caller.call(.PUT, path(stored.hash), fields: fields, body: body, hash: stored.hash)
        guard answer.status == .ok || answer.status == .created else { throw try await caller.fault(answer) }
        _ = try await caller.body(of: answer, upTo: 1 << 16)
    }

    public func open(_ hash: ContentHash) async throws -> any OpenedFile {
        let (answer, bytes) = try await range(hash, from: 0, count: Self.piece)
        switch answer.status.code {
        case 200: return OpenedObject(hash: hash, size: Int64(bytes.count), start: bytes, store: self)
        case 206:
            guard let total = answer.headers.first(name: "content-range")?.split(separator: "/").last.flatMap({ Int64($0) }) else {
                throw caller.fault("it does not say how long an object is")
            }
            return OpenedObject(hash: hash, size: total, start: bytes, store: self)
        case 416: return OpenedObject(hash: hash, size: 0, start: [], store: self)
        case 404: throw try await missing(hash, answer)
        default: throw try await caller.fault(answer)
        }
    }

    public func size(of hash: ContentHash) async throws -> Int64? {
        let answer = try await caller.call(.HEAD, path(hash), hash: Self.nothing)
        switch answer.status.code {
        case 200:
            guard let size = answer.headers.first(name: "content-length").flatMap({ Int64($0) }) else {
                throw caller.fault("it does not say how long an object is")
            }
            return size
        // A HEAD has no body that says whether the object is missing or its bucket.
        case 404: return nil
        default: throw try await caller.fault(answer)
        }
    }

    @discardableResult
    public func delete(_ hash: ContentHash) async throws -> Bool {
        guard try await size(of: hash) != nil else { return false }
        let answer = try await caller.call(.DELETE, path(hash), hash: Self.nothing)
        guard [200, 202, 204, 404].contains(answer.status.code) else { throw try await caller.fault(answer) }
        return answer.status != .notFound
    }

    public func verify(_ hash: ContentHash) async throws -> FileCondition {
        let answer = try await caller.call(.GET, path(hash), hash: Self.nothing)
        switch answer.status.code {
        case 200:
            var (digest, size) = (SHA256(), Int64(0))
            for try await piece in answer.body {
                size += Int64(piece.readableBytes)
                piece.withUnsafeReadableBytes { digest.update(bufferPointer: $0) }
            }
            guard let actual = ContentHash(bytes: digest.finalize()) else { return .missing }
            return actual == hash ? .sound(size: size) : .damaged(actual: actual, size: size)
        case 404: return .missing
        default: throw try await caller.fault(answer)
        }
    }

    public func hashes(after hash: ContentHash?, limit: Int) async throws -> [ContentHash] {
        let prefix = caller.place.prefix
        var found: [ContentHash] = []
        var last = hash.map { prefix + $0.description }
        while found.count < limit {
            let wanted = min(Self.page, limit - found.count)
            var query = [("list-type", "2"), ("max-keys", "\(wanted)"), ("prefix", prefix)]
            if let last { query.append(("start-after", last)) }
            let answer = try await caller.call(.GET, "/\(caller.place.bucket)", query: query, hash: Self.nothing)
            guard answer.status == .ok else { throw try await caller.fault(answer) }
            let text = String(buffer: try await caller.body(of: answer, upTo: 8 << 20))
            let keys = ObjectXML.texts("Key", in: text)
            // Names that are no hashes are not ours and are passed over.
            found += keys.filter { $0.hasPrefix(prefix) }.compactMap { ContentHash(String($0.dropFirst(prefix.count))) }
            guard ObjectXML.texts("IsTruncated", in: text).first == "true", let end = keys.last, end != last else { break }
            last = end
        }
        return Array(found.prefix(max(0, limit)))
    }

    /// At most `count` bytes; the answer's status says whether they are some (206) or all there are (200).
    fileprivate func range(_ hash: ContentHash, from offset: Int64, count: Int) async throws -> (HTTPClientResponse, [UInt8]) {
        let fields = ["range": "bytes=\(offset)-\(offset + Int64(count) - 1)"]
        let answer = try await caller.call(.GET, path(hash), fields: fields, hash: Self.nothing)
        guard [200, 206].contains(answer.status.code) else { return (answer, []) }
        let body = try await caller.body(of: answer, upTo: Self.piece)
        return (answer, Array(body.readableBytesView))
    }

    fileprivate func read(_ hash: ContentHash, at offset: Int64, count: Int) async throws -> [UInt8] {
        let (answer, bytes) = try await range(hash, from: offset, count: count)
        guard answer.status.code == 206 || (answer.status.code == 200 && offset == 0) else {
            throw answer.status == .notFound ? try await missing(hash, answer) : try await caller.fault(answer)
        }
        return Array(bytes.prefix(count))
    }

    /// The object that is not there, or its bucket.
    private func missing(_ hash: ContentHash, _ answer: HTTPClientResponse) async throws -> FileStoreFault {
        let fault = try await caller.fault(answer)
        if case .storage(_, let reason) = fault, reason.hasPrefix("there is no bucket") { return fault }
        return .missing(hash)
    }

    private func path(_ hash: ContentHash) -> String { caller.place.path(of: hash.description) }
}

/// An object open for reading; its first piece came when it was opened.
private struct OpenedObject: OpenedFile {
    let hash: ContentHash
    let size: Int64
    let start: [UInt8]
    let store: ObjectFileStore

    func read(at offset: Int64, count: Int) async throws -> [UInt8] {
        guard offset >= 0, offset < size, count > 0 else { return [] }
        let wanted = Int(min(Int64(min(count, ObjectFileStore.piece)), size - offset))
        if offset + Int64(wanted) <= Int64(start.count) { return Array(start[Int(offset)..<Int(offset) + wanted]) }
        return try await store.read(hash, at: offset, count: wanted)
    }
}
