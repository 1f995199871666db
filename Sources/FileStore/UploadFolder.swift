import Glibc

/// Files that are still arriving, piece by piece, each under a name its owner chose (an id, never what a person typed). They are not in the store yet: nobody
/// can fetch them, and one that is never finished is thrown away.
public struct UploadFolder: Sendable {
    private let root: String
    private let queue = BlockingQueue("caunoi.uploads", lanes: 4)

    /// Why a piece is not taken.
    public enum Refusal: Error, Sendable, Equatable {
        /// There is no such upload, or not any more.
        case unknown
        /// The piece begins elsewhere than the file ends; it goes on at `size`.
        case elsewhere(size: Int64)
        /// Another piece of it is arriving at this moment.
        case busy
        /// It would become longer than announced.
        case tooLong
    }

    /// - Throws: `FileStoreFault` where the folder cannot be made.
    public init(root: String) throws {
        self.root = root
        try DiskLayout(root: root).prepare()
    }

    private func path(_ name: String) throws(Refusal) -> String {
        guard !name.isEmpty, name.utf8.count <= 64, name.utf8.allSatisfy({ (48...57).contains($0) || (97...122).contains($0) }) else {
            throw .unknown
        }
        return root + "/" + name + ".part"
    }

    public func begin(_ name: String) async throws {
        let path = try path(name)
        try await queue.run {
            let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o640)
            guard descriptor >= 0 else { throw writeFault(path, errno) }
            close(descriptor)
        }
    }

    /// How much has arrived; nil where there is no such upload.
    public func size(_ name: String) async throws -> Int64? {
        let path = try path(name)
        return try await queue.run {
            var status = stat()
            return stat(path, &status) == 0 ? Int64(status.st_size) : nil
        }
    }

    /// Adds what `next` gives until nil. What arrived before a fault stays: the upload goes on from there.
    /// - Returns: how long the file is now.
    public func append(_ name: String, at offset: Int64, upTo limit: Int64, next: () async throws -> [UInt8]?) async throws -> Int64 {
        let path = try path(name)
        let file = try await queue.run { try Appending(path) }
        defer { file.close() }
        guard file.size == offset else { throw Refusal.elsewhere(size: file.size) }
        var size = offset
        while let bytes = try await next() {
            guard size + Int64(bytes.count) <= limit else { throw Refusal.tooLong }
            let at = size
            try await queue.run { try file.write(bytes, at: at) }
            size += Int64(bytes.count)
        }
        return size
    }

    /// - Returns: the bytes from `offset` on, at most `count`; none behind the end.
    public func read(_ name: String, at offset: Int64, count: Int) async throws -> [UInt8] {
        let path = try path(name)
        return try await queue.run {
            guard let file = try DiskFile(existing: path) else { throw Refusal.unknown }
            return try file.read(at: offset, count: Int(min(Int64(min(count, 1 << 20)), max(0, file.size - offset))))
        }
    }

    /// Where the file is, for `FileStore.put(contentsOf:)`.
    public func path(of name: String) throws -> String { try path(name) }

    public func discard(_ name: String) async throws {
        let path = try path(name)
        try await queue.run { _ = unlink(path) }
    }

    /// The names of uploads to which nothing was added for so long.
    public func names(untouchedFor seconds: Int) async throws -> [String] {
        let root = root
        return try await queue.run {
            try entries(of: root).filter { $0.hasSuffix(".part") }.filter { name in
                var status = stat()
                return stat(root + "/" + name, &status) == 0 && time(nil) - status.st_mtim.tv_sec > seconds
            }.map { String($0.dropLast(".part".count)) }
        }
    }
}

/// An upload to which a piece is being added. It is locked meanwhile, also against other processes.
private final class Appending: Sendable {
    let size: Int64
    private let path: String
    private let descriptor: Int32

    init(_ path: String) throws {
        descriptor = open(path, O_WRONLY | O_CLOEXEC | O_NOFOLLOW)
        self.path = path
        if descriptor < 0, errno == ENOENT { throw UploadFolder.Refusal.unknown }
        guard descriptor >= 0 else { throw writeFault(path, errno) }
        var status = stat()
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0, fstat(descriptor, &status) == 0 else {
            Glibc.close(descriptor)
            throw UploadFolder.Refusal.busy
        }
        size = Int64(status.st_size)
    }

    func write(_ bytes: [UInt8], at offset: Int64) throws {
        try bytes.withUnsafeBytes { buffer in
            var done = 0
            while done < buffer.count {
                let wrote = pwrite(descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done, off_t(offset) + off_t(done))
                if wrote >= 0 { done += wrote } else if errno != EINTR { throw writeFault(path, errno) }
            }
        }
    }

    func close() { Glibc.close(descriptor) }
}
