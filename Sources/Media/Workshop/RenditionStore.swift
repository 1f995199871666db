public import FileStore
import Glibc
public import Logging
public import RichText
import Synchronization

/// The smaller pictures already made, on disk beside the files: derived data that can be thrown away at any time and is made again when somebody asks.
///
/// `<folder>/ab/<SHA-256 of the original>/640.avif`: each file is the SHA-256 of its content and the content, so that one that a power cut left half
/// written is seen and made again. Bounded: what was not asked for longest goes first.
public struct RenditionStore: Sendable {
    private let root: String
    private let most: Int64
    private let logger: Logger
    private let book = Book()

    private final class Book: Sendable {
        /// Bytes held, nearly; nil until somebody has counted.
        let held = Mutex<Int64?>(nil)
        let isEvicting = Mutex(false)
    }

    /// Says that no smaller pictures can be made of one, and why.
    private static let refusal = "refused"
    private static let day = 86_400

    /// `megabytes`: how much disk it may take.
    public init(folder: String, megabytes: Int, logger: Logger) {
        root = folder
        most = Int64(megabytes) << 20
        self.logger = logger
    }

    private func folder(_ hash: ContentHash) -> String {
        let name = hash.description
        return "\(root)/\(name.prefix(2))/\(name)"
    }

    /// A smaller picture that is ready. Blocks: small files of a local disk.
    public func read(_ variant: PictureVariant, of hash: ContentHash) -> [UInt8]? {
        let path = "\(folder(hash))/\(variant)"
        guard let bytes = Self.contents(path), bytes.count > 32 else { return nil }
        let content = Array(bytes[32...])
        guard ContentHash(of: content).bytes == Array(bytes[..<32]) else {
            unlink(path)
            return nil
        }
        touch(folder(hash))
        return content
    }

    /// Why none can be made of this picture; nil while that is not known.
    public func refusal(of hash: ContentHash) -> PictureRefusal? {
        Self.contents("\(folder(hash))/\(Self.refusal)").flatMap { PictureRefusal(rawValue: String(decoding: $0, as: UTF8.self)) }
    }

    func refuse(_ hash: ContentHash, _ refusal: PictureRefusal) { put(Array(refusal.rawValue.utf8), Self.refusal, hash) }

    func write(_ content: [UInt8], as variant: PictureVariant, of hash: ContentHash) {
        put(ContentHash(of: content).bytes + content, "\(variant)", hash)
    }

    /// Takes out everything made of a picture.
    public func remove(_ hash: ContentHash) { remove(folder: folder(hash)) }

    /// The pictures of which something is held, some hundreds at a time, in their order.
    public func pictures(after hash: ContentHash?, limit: Int = 400) -> [ContentHash] {
        let start = hash?.description ?? ""
        var found: [ContentHash] = []
        for part in Self.names(in: root) where part >= start.prefix(2) {
            for name in Self.names(in: "\(root)/\(part)") where name > start {
                if let hash = ContentHash(name) { found.append(hash) }
                if found.count >= limit { return found }
            }
        }
        return found
    }

    private func put(_ bytes: [UInt8], _ name: String, _ hash: ContentHash) {
        let folder = folder(hash)
        for path in [root, "\(root)/\(hash.description.prefix(2))", folder] { mkdir(path, 0o750) }
        let temporary = "\(folder)/.\(name)-\(UInt32.random(in: 0 ... .max))"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o640)
        guard descriptor >= 0 else { return complain(folder) }
        var done = 0
        while done < bytes.count {
            let wrote = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress.map { $0 + done }, bytes.count - done) }
            if wrote < 0 && errno == EINTR { continue }
            guard wrote > 0 else { break }
            done += wrote
        }
        close(descriptor)
        guard done == bytes.count, rename(temporary, "\(folder)/\(name)") == 0 else {
            unlink(temporary)
            return complain(folder)
        }
        let isFull = book.held.withLock { held in
            held = held.map { $0 + Int64(bytes.count) }
            return held.map { $0 > most } ?? true
        }
        if isFull { evict() }
    }

    /// Counts what there is and lets the oldest go until a tenth is free again.
    private func evict() {
        guard
            book.isEvicting.withLock({ busy in
                defer { busy = true }; return !busy
            })
        else { return }
        defer { book.isEvicting.withLock { $0 = false } }
        var all: [(folder: String, bytes: Int64, used: Int)] = []
        for part in Self.names(in: root) {
            for name in Self.names(in: "\(root)/\(part)") {
                let folder = "\(root)/\(part)/\(name)"
                var status = stat()
                guard stat(folder, &status) == 0 else { continue }
                let used = status.st_mtim.tv_sec
                let bytes = Self.names(in: folder).reduce(Int64(0)) { sum, file in
                    stat("\(folder)/\(file)", &status) == 0 ? sum + Int64(status.st_blocks) * 512 : sum
                }
                all.append((folder, bytes, used))
            }
        }
        var held = all.reduce(Int64(0)) { $0 + $1.bytes }
        if held > most {
            for old in all.sorted(by: { $0.used < $1.used }) where held > most / 10 * 9 {
                remove(folder: old.folder)
                held -= old.bytes
            }
        }
        book.held.withLock { $0 = held }
    }

    private func remove(folder: String) {
        for name in Self.names(in: folder) { unlink("\(folder)/\(name)") }
        rmdir(folder)
    }

    /// Its last use, to the day: more often would make every read a write.
    private func touch(_ folder: String) {
        var status = stat()
        guard stat(folder, &status) == 0, time(nil) - status.st_mtim.tv_sec > Self.day else { return }
        utimensat(AT_FDCWD, folder, nil, 0)
    }

    private func complain(_ path: String) {
        logger.warning("A smaller picture could not be kept", metadata: ["path": "\(path)", "reason": "\(String(cString: strerror(errno)))"])
    }

    private static func contents(_ path: String) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_size <= PictureLimits.variantBytes + 32 else { return nil }
        let size = Int(status.st_size)
        var done = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
            while done < size {
                let got = Glibc.read(descriptor, buffer.baseAddress.map { $0 + done }, size - done)
                if got < 0 && errno == EINTR { continue }
                guard got > 0 else { break }
                done += got
            }
            filled = done
        }
        return done == size ? bytes : nil
    }

    private static func names(in folder: String) -> [String] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
            }
            if name != "." && name != ".." { names.append(name) }
        }
        return names.sorted()
    }
}

/// Files with what was made of them: whoever takes a file out takes out its smaller pictures too, so that an erasure leaves nothing of it.
public struct FilesWithRenditions: FileStore {
    private let files: any FileStore
    private let renditions: RenditionStore

    public init(_ files: any FileStore, _ renditions: RenditionStore) {
        self.files = files
        self.renditions = renditions
    }

    public func put(upTo limit: Int64?, next: () async throws -> [UInt8]?) async throws -> StoredFile { try await files.put(upTo: limit, next: next) }
    public func put(contentsOf path: String) async throws -> StoredFile { try await files.put(contentsOf: path) }
    public func put(_ content: [UInt8]) async throws -> StoredFile { try await files.put(content) }
    public func open(_ hash: ContentHash) async throws -> any OpenedFile { try await files.open(hash) }
    public func size(of hash: ContentHash) async throws -> Int64? { try await files.size(of: hash) }
    public func verify(_ hash: ContentHash) async throws -> FileCondition { try await files.verify(hash) }
    public func hashes(after hash: ContentHash?, limit: Int) async throws -> [ContentHash] { try await files.hashes(after: hash, limit: limit) }

    @discardableResult
    public func delete(_ hash: ContentHash) async throws -> Bool {
        let wasThere = try await files.delete(hash)
        renditions.remove(hash)
        return wasThere
    }
}
