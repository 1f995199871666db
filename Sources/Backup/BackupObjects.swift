import Crypto
public import FileStore
import Foundation
import PublicRecord
public import Store

/// The key of each stored file in backups. It lives in the key store: a file that was erased loses it with the next backup of the keys, and older backups can give it back no more.
public struct FileKeys: Sendable {
    public static let migrations: [Migration] = [
        Migration(
            510,
            "keys of files in backups",
            ["CREATE TABLE file_key (sha256 TEXT NOT NULL PRIMARY KEY, secret BYTEA NOT NULL, created_at BIGINT NOT NULL)"]
        )
    ]

    private let keys: any Database

    /// - Parameter keys: the key store.
    public init(_ keys: any Database) { self.keys = keys }

    /// The keys of these files, made where there are none; durable when it returns.
    func secrets(of hashes: [ContentHash], at milliseconds: Int64) async throws -> [ContentHash: [UInt8]] {
        let names = hashes.map(\.description)
        func find() async throws -> [ContentHash: [UInt8]] {
            let rows = try await keys.read { try $0.rows("SELECT sha256, secret FROM file_key WHERE sha256 IN (\(list: names))") }
            var found: [ContentHash: [UInt8]] = [:]
            for row in rows {
                let name: String = try row[0]
                if let hash = ContentHash(name) { found[hash] = try row[1] }
            }
            return found
        }
        let found = try await find()
        let missing = hashes.filter { found[$0] == nil }
        guard !missing.isEmpty else { return found }
        let fresh = missing.map { hash in (hash.description, SymmetricKey(size: .bits256).withUnsafeBytes { [UInt8]($0) }) }
        try await keys.write { db in
            try db.execute(
                batch: fresh.map { name, secret in
                    "INSERT INTO file_key (sha256, secret, created_at) VALUES (\(name), \(secret), \(milliseconds)) ON CONFLICT (sha256) DO NOTHING"
                }
            )
        }
        return try await find()
    }

    /// Destroys the keys of files that the store holds no more.
    /// - Returns: how many.
    public func forget(absentFrom files: any FileStore) async throws -> Int {
        var gone = 0
        var last = ""
        while true {
            let page = try await page(after: last)
            guard let end = page.last else { return gone }
            last = end.hash.description
            for (hash, _) in page where try await !files.exists(hash) {
                let name = hash.description
                let nothing = [UInt8](repeating: 0, count: 32)
                try await keys.write { db in
                    try db.execute("UPDATE file_key SET secret = \(nothing) WHERE sha256 = \(name)")
                    try db.execute("DELETE FROM file_key WHERE sha256 = \(name)")
                }
                gone += 1
            }
        }
    }

    /// A thousand of them, in the order of the hashes.
    func page(after name: String) async throws -> [(hash: ContentHash, secret: [UInt8])] {
        let rows = try await keys.read { try $0.rows("SELECT sha256, secret FROM file_key WHERE sha256 > \(name) ORDER BY sha256 LIMIT 1000") }
        return try rows.map { row in
            let name: String = try row[0]
            guard let hash = ContentHash(name) else { throw StoreFault.damaged("file_key holds '\(name.prefix(80))'") }
            return (hash, try row[1])
        }
    }
}

/// A stored file in a backup: under a name that its key gives it, so that neither name nor bytes tell anything without the key.
struct BackupObject: Hashable {
    let name: String
    /// Bytes of the file itself.
    let plain: Int64

    static func name(of secret: [UInt8]) -> String { Hex.encode(SHA256.hash(data: Array("caunoi file name".utf8) + secret)) }
}

/// What became of the files at a restore or a trial of one.
public struct ObjectsFound: Sendable, Hashable, Codable {
    public var files = 0
    public var bytes: Int64 = 0
    /// Files of the set whose key is there no more: erased since.
    public var erased = 0

    public init(files: Int = 0, bytes: Int64 = 0, erased: Int = 0) {
        self.files = files
        self.bytes = bytes
        self.erased = erased
    }
}

extension BackupPlace {
    func objectPath(_ name: String) -> String { "\(files)/\(name.prefix(2))/\(name)" }

    /// The names of all objects in the place.
    func objectsHeld() throws -> [String] {
        try ByteFile.names(files).flatMap { try ByteFile.names("\(files)/\($0)") }.filter { $0.utf8.count == 64 }
    }

    /// The files a set names.
    func objects(of set: String) throws -> [BackupObject] {
        let path = "\(folder(of: set))/\(BackupManifest.objectsName)"
        return try String(decoding: try ByteFile.contents(path, limit: 1 << 32), as: UTF8.self).split(separator: "\n").map { line in
            let parts = line.split(separator: " ")
            guard parts.count == 2, parts[0].utf8.count == 64, Hex.decode(parts[0]) != nil, let plain = Int64(parts[1]), plain >= 0 else {
                throw BackupFault.damaged(path: path, what: "'\(line.prefix(100))' names no file")
            }
            return BackupObject(name: String(parts[0]), plain: plain)
        }
    }

    /// Copies the files that the place does not have, and lists all of them in the set that is being written. What was copied stays when this is interrupted.
    /// - Parameter progress: files looked at, files copied.
    public func copy(
        _ store: any FileStore,
        keys: FileKeys,
        into folder: String,
        at milliseconds: Int64,
        progress: (Int, Int) -> Void
    ) async throws -> (part: WrittenPart, objects: BackupManifest.Objects, copied: Int) {
        let list = try ObjectList("\(folder)/\(BackupManifest.objectsName)")
        var (count, copied, bytes) = (0, 0, Int64(0))
        var folders: Set<String> = []
        var last: ContentHash?
        while true {
            let page = try await store.hashes(after: last, limit: 500)
            guard let end = page.last else { break }
            last = end
            let secrets = try await keys.secrets(of: page, at: milliseconds)
            for hash in page {
                // Erased meanwhile: then nothing names it either.
                guard let secret = secrets[hash], let size = try await store.size(of: hash) else { continue }
                let object = BackupObject(name: BackupObject.name(of: secret), plain: size)
                if ByteFile.size(objectPath(object.name)) != SealedWriter.sealedSize(size) {
                    guard try await copy(hash, from: store, as: object, secret) else { continue }
                    folders.insert("\(files)/\(object.name.prefix(2))")
                    copied += 1
                }
                try list.add("\(object.name) \(object.plain)\n")
                count += 1
                bytes += size
                progress(count, copied)
            }
        }
        if !folders.isEmpty { try ByteFile.sync(files) }
        for folder in folders { try ByteFile.sync(folder) }
        return (try list.finish(), BackupManifest.Objects(count: count, bytes: bytes), copied)
    }

    /// - Returns: false where the store does not have it any more.
    private func copy(_ hash: ContentHash, from store: any FileStore, as object: BackupObject, _ secret: [UInt8]) async throws -> Bool {
        let file: any OpenedFile
        do { file = try await store.open(hash) } catch FileStoreFault.missing { return false }
        let temporary = "\(incoming)/\(object.name)"
        let writer = try SealedWriter(temporary, seal: .secret(secret))
        defer { writer.discard() }
        var content = SHA256()
        var offset: Int64 = 0
        while offset < file.size {
            let piece = try await file.read(at: offset, count: 1 << 20)
            if piece.isEmpty { break }
            content.update(data: piece)
            try writer.write(piece)
            offset += Int64(piece.count)
        }
        guard Array(content.finalize()) == hash.bytes else {
            throw BackupFault.damaged(
                path: "the stored file \(hash)",
                what: "it is not what was stored; restore it from an older backup, then back up again"
            )
        }
        _ = try writer.finish()
        try ByteFile.makeFolder("\(files)/\(object.name.prefix(2))")
        try ByteFile.move(temporary, to: objectPath(object.name))
        return true
    }

    /// Opens every file of a set with its key and compares it with its name. `store`: where they go; nil: nowhere.
    /// - Throws: `BackupFault.missing`, `.damaged`.
    public func restore(_ set: String, keys: FileKeys, to store: (any FileStore)?, progress: (Int, Int) -> Void) async throws -> ObjectsFound {
        var named: [String: Int64] = [:]
        for object in try objects(of: set) { named[object.name] = object.plain }
        let all = named.count
        var found = ObjectsFound()
        var last = ""
        while true {
            let page = try await keys.page(after: last)
            guard let end = page.last else { break }
            last = end.hash.description
            for (hash, secret) in page {
                guard let plain = named.removeValue(forKey: BackupObject.name(of: secret)) else { continue }
                try await restore(hash, secret, plain, to: store)
                found.files += 1
                found.bytes += plain
                progress(found.files, all)
            }
        }
        found.erased = named.count
        return found
    }

    private func restore(_ hash: ContentHash, _ secret: [UInt8], _ plain: Int64, to store: (any FileStore)?) async throws {
        let path = objectPath(BackupObject.name(of: secret))
        let reader = try SealedReader(path, with: .secret(secret))
        var content = SHA256()
        if let store {
            let stored = try await store.put(upTo: plain) { try reader.next() }
            guard stored.hash == hash else {
                try await store.delete(stored.hash)
                throw BackupFault.damaged(path: path, what: "another file is in it")
            }
            return
        }
        while let piece = try reader.next() { content.update(data: piece) }
        guard Array(content.finalize()) == hash.bytes else { throw BackupFault.damaged(path: path, what: "another file is in it") }
    }

    /// Looks that every file of a set is there and as long as it should be, without keys.
    public func checkObjects(of set: String) throws {
        for object in try objects(of: set) {
            guard let size = ByteFile.size(objectPath(object.name)) else { throw BackupFault.missing(path: objectPath(object.name)) }
            guard size == SealedWriter.sealedSize(object.plain) else {
                throw BackupFault.damaged(
                    path: objectPath(object.name),
                    what: "it has \(size) bytes, it should have \(SealedWriter.sealedSize(object.plain))"
                )
            }
        }
    }
}

/// The list of a set's files: names and lengths, not sealed, for it says nothing.
private final class ObjectList {
    private let path: String
    private let descriptor: Int32
    private var pending: [UInt8] = []
    private var hash = SHA256()
    private var bytes: Int64 = 0

    init(_ path: String) throws {
        self.path = path
        descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o640)
        guard descriptor >= 0 else { throw ByteFile.fault(path, errno) }
    }

    deinit { close(descriptor) }

    func add(_ line: String) throws {
        pending += Array(line.utf8)
        if pending.count >= 1 << 16 { try drain() }
    }

    func finish() throws -> WrittenPart {
        try drain()
        guard fsync(descriptor) == 0 else { throw ByteFile.fault(path, errno) }
        return WrittenPart(name: BackupManifest.objectsName, plain: bytes, bytes: bytes, sha256: Hex.encode(hash.finalize()))
    }

    private func drain() throws {
        try ByteFile.write(descriptor, pending, path)
        hash.update(data: pending)
        bytes += Int64(pending.count)
        pending = []
    }
}
