import Crypto
import Foundation
import Glibc

/// A mirror's folder on disk. What a run makes is laid aside (`_mirror/new`) until all of it is there; then it is moved into place, file by file, by `rename`. A run that
/// ends in between is finished from `_mirror/next.tsv`; one that ends before has changed nothing.
struct MirrorFolder: Sendable {
    let root: String
    private let lock: FolderLock

    private var manifest: String { root + "/_mirror/manifest.tsv" }
    private var next: String { root + "/_mirror/next.tsv" }
    private var aside: String { root + "/_mirror/new" }

    /// Takes the folder for writing, makes it where there is none, finishes what was begun.
    init(writing root: String) throws(MirrorFault) {
        self.root = root
        try Self.makeFolders(root)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
        guard names.isEmpty || names.contains("_mirror") else { throw .notAMirror(root) }
        guard !Self.isLink(root + "/_mirror") else { throw .link("\(root)/_mirror") }
        try Self.makeFolders(root + "/_mirror")
        lock = try FolderLock(root)
        let hasBooks = FileManager.default.fileExists(atPath: manifest) || FileManager.default.fileExists(atPath: next)
        guard hasBooks || names.allSatisfy({ $0 == "_mirror" }) else { throw .notAMirror(root) }
        if FileManager.default.fileExists(atPath: next) { try move(try MirrorBooks(parsing: try read(next))) }
        try clearAside()
    }

    func books() throws(MirrorFault) -> MirrorBooks? {
        FileManager.default.fileExists(atPath: manifest) ? try MirrorBooks(parsing: try read(manifest)) : nil
    }

    func clearAside() throws(MirrorFault) {
        guard FileManager.default.fileExists(atPath: aside) || Self.isLink(aside) else { return }
        do { try FileManager.default.removeItem(atPath: aside) } catch { throw .io(aside, reason: "\(error)") }
    }

    /// Whether a file holds exactly these bytes now.
    func holds(_ bytes: [UInt8], _ file: String) -> Bool {
        let path = root + "/" + file
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, Int(status.st_size) == bytes.count else { return false }
        return (try? Self.bytes(path)) == bytes
    }

    func bytes(of file: String) -> [UInt8]? { try? Self.bytes(root + "/" + file) }

    /// The same of a file that this run may have laid aside.
    func bytesLaid(_ file: String) -> [UInt8]? { (try? Self.bytes(aside + "/" + file)) ?? bytes(of: file) }

    /// Whether the file of an entry is there with its size.
    func has(_ entry: MirrorEntry) -> Bool {
        var status = stat()
        return lstat(root + "/" + entry.file, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && Int(status.st_size) == entry.size
    }

    /// Lays a file aside.
    func stage(_ bytes: [UInt8], _ file: String) throws(MirrorFault) { try write(bytes, to: aside + "/" + file) }

    /// Moves everything that was laid aside into place and takes away what the new books do not have.
    func commit(_ books: MirrorBooks) throws(MirrorFault) {
        try write(Array(books.text.utf8), to: next + ".part")
        sync()
        guard rename(next + ".part", next) == 0 else { throw Self.fault(next, errno) }
        try move(books)
    }

    private func move(_ books: MirrorBooks) throws(MirrorFault) {
        let files = books.files
        // What is gone goes first.
        for file in try present() where !files.contains(file) { unlink(root + "/" + file) }
        for file in Self.list(aside, below: "") where files.contains(file) {
            try makeParents(of: file)
            guard rename(aside + "/" + file, root + "/" + file) == 0 else { throw Self.fault(file, errno) }
        }
        sync()
        guard rename(next, manifest) == 0 else { throw Self.fault(manifest, errno) }
        try clearAside()
    }

    /// Every file below the portals' folders, links among them.
    func present() throws(MirrorFault) -> [String] {
        Self.list(root, below: "").filter { !$0.hasPrefix("_mirror/") || $0.hasPrefix("_mirror/nginx/") }
    }

    private func sync() {
        // Of many small files one call for all of them; Swift does not see syncfs(2).
        Glibc.sync()
    }

    private func write(_ bytes: [UInt8], to path: String) throws(MirrorFault) {
        try Self.makeFolders(String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]))
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw Self.fault(path, errno) }
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress.map { $0 + done }, bytes.count - done) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                let code = errno
                close(descriptor)
                unlink(path)
                throw Self.fault(code == ENOSPC || code == EDQUOT ? root : path, code)
            }
            done += count
        }
        guard close(descriptor) == 0 else { throw Self.fault(path, errno) }
    }

    private func makeParents(of file: String) throws(MirrorFault) {
        var path = root
        for part in file.split(separator: "/").dropLast() {
            path += "/" + part
            if mkdir(path, 0o755) == 0 { continue }
            var status = stat()
            guard errno == EEXIST, lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { throw .link(path) }
        }
    }

    static func makeFolders(_ path: String) throws(MirrorFault) {
        var made = path.hasPrefix("/") ? "/" : ""
        if access(path, F_OK) == 0, !isLink(path) { return }
        for part in path.split(separator: "/") {
            made += part + "/"
            if mkdir(made, 0o755) != 0, errno != EEXIST { throw fault(made, errno) }
        }
    }

    static func isLink(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
    }

    /// Files and whatever else is no folder, by their paths below `base`; links are not followed.
    static func list(_ base: String, below: String) -> [String] {
        guard let folder = opendir(below.isEmpty ? base : base + "/" + below) else { return [] }
        defer { closedir(folder) }
        var found: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
            guard name != ".", name != ".." else { continue }
            let path = below.isEmpty ? name : below + "/" + name
            var status = stat()
            guard lstat(base + "/" + path, &status) == 0 else { continue }
            if status.st_mode & S_IFMT == S_IFDIR { found += list(base, below: path) } else { found.append(path) }
        }
        return found
    }

    private func read(_ path: String) throws(MirrorFault) -> String {
        guard let bytes = try? Self.bytes(path) else { throw .io(path, reason: String(cString: strerror(errno))) }
        return String(decoding: bytes, as: UTF8.self)
    }

    static func bytes(_ path: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(fileURLWithPath: path))) }

    static func digest(_ bytes: [UInt8]) -> String {
        var out: [UInt8] = []
        out.reserveCapacity(64)
        let digits = Array("0123456789abcdef".utf8)
        for byte in SHA256.hash(data: bytes) {
            out.append(digits[Int(byte >> 4)])
            out.append(digits[Int(byte & 15)])
        }
        return String(decoding: out, as: UTF8.self)
    }

    static func fault(_ path: String, _ code: Int32) -> MirrorFault {
        code == ENOSPC || code == EDQUOT ? .diskFull(path) : .io(path, reason: String(cString: strerror(code)))
    }
}

/// One writer at a time, let go when the program ends, however it ends.
final class FolderLock: Sendable {
    private let descriptor: Int32

    init(_ root: String) throws(MirrorFault) {
        descriptor = open(root + "/_mirror/lock", O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw MirrorFolder.fault(root + "/_mirror/lock", errno) }
        // (What throws now is let go by `deinit`.)
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { throw .busy(root) }
    }

    deinit { close(descriptor) }
}
