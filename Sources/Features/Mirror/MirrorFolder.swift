import Crypto
import Foundation
import Glibc
import Synchronization

/// A mirror's folder on disk. What a run makes is laid aside (`_mirror/new`) until all of it is there; then it is moved into place, file by file, by `rename`. A run that
/// ends in between is finished from `_mirror/next.tsv`; one that ends before has changed nothing.
struct MirrorFolder: Sendable {
    let root: String
    private let lock: FolderLock
    private let writeback = Writeback()

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
    /// - Returns: how many files were taken away.
    func commit(_ books: MirrorBooks) throws(MirrorFault) -> Int {
        try write(Array(books.text.utf8), to: next + ".part")
        Writeback.sync()
        guard rename(next + ".part", next) == 0 else { throw Self.fault(next, errno) }
        return try move(books)
    }

    @discardableResult
    private func move(_ books: MirrorBooks) throws(MirrorFault) -> Int {
        let files = books.files
        // What is gone goes first.
        let gone = try present().filter { !files.contains($0) }
        for file in gone { unlink(root + "/" + file) }
        // Made, and not wanted in the end (an address that was asked twice).
        for file in Self.list(aside, below: "") where !files.contains(file) { unlink(aside + "/" + file) }
        if FileManager.default.fileExists(atPath: aside) { try place("") }
        Writeback.sync()
        guard rename(next, manifest) == 0 else { throw Self.fault(manifest, errno) }
        try clearAside()
        return gone.count
    }

    /// Moves what lies aside below a folder to its place: a folder that is not there yet as a whole.
    private func place(_ below: String) throws(MirrorFault) {
        for (name, isFolder) in Self.entries(aside + "/" + below) {
            let path = below.isEmpty ? name : below + "/" + name
            if rename(aside + "/" + path, root + "/" + path) == 0 { continue }
            let code = errno
            guard isFolder else { throw Self.fault(path, code) }
            // In the place of a folder stands a file or a link, which nobody follows.
            guard code == ENOTEMPTY || code == EEXIST else { throw code == ENOTDIR ? .link(root + "/" + path) : Self.fault(path, code) }
            try place(path)
        }
    }

    /// Every file below the portals' folders, links among them.
    func present() throws(MirrorFault) -> [String] {
        Self.list(root, below: "").filter { !$0.hasPrefix("_mirror/") || $0.hasPrefix("_mirror/nginx/") }
    }

    private func write(_ bytes: [UInt8], to path: String) throws(MirrorFault) {
        var descriptor = Self.create(path)
        if descriptor < 0, errno == ENOENT {
            try Self.makeFolders(String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]))
            descriptor = Self.create(path)
        }
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
        writeback.wrote(bytes.count)
    }

    private static func create(_ path: String) -> Int32 { open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o644) }

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
        var found: [String] = []
        for (name, isFolder) in entries(below.isEmpty ? base : base + "/" + below) {
            let path = below.isEmpty ? name : below + "/" + name
            if isFolder { found += list(base, below: path) } else { found.append(path) }
        }
        return found
    }

    /// What a folder holds, and whether it is a folder itself (a link is none).
    private static func entries(_ path: String) -> [(name: String, isFolder: Bool)] {
        guard let folder = opendir(path) else { return [] }
        defer { closedir(folder) }
        var found: [(String, Bool)] = []
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
            guard name != ".", name != ".." else { continue }
            var kind = entry.pointee.d_type
            // Not every file system says it here.
            if kind == UInt8(DT_UNKNOWN) {
                var status = stat()
                guard lstat(path + "/" + name, &status) == 0 else { continue }
                kind = UInt8(status.st_mode & S_IFMT == S_IFDIR ? DT_DIR : DT_REG)
            }
            found.append((name, kind == UInt8(DT_DIR)))
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

/// Sends what was written to the disk while more is being made, so that little is left to wait for at the end.
final class Writeback: Sendable {
    private static let portion = 64 << 20
    private struct State {
        var bytes = 0
        var isRunning = false
    }
    private let state = Mutex(State())

    /// Of many small files one call for all of them; Swift does not see syncfs(2).
    static func sync() { Glibc.sync() }

    func wrote(_ bytes: Int) {
        let isDue = state.withLock { state in
            state.bytes += bytes
            guard state.bytes >= Self.portion, !state.isRunning else { return false }
            (state.bytes, state.isRunning) = (0, true)
            return true
        }
        guard isDue else { return }
        Thread.detachNewThread { [self] in
            Self.sync()
            state.withLock { $0.isRunning = false }
        }
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
