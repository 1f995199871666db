import FileStore
import Foundation
import Glibc
import Synchronization

/// The recordings of this node, in a folder of their own: `<root>/<two letters>/<item>/<name of the content>.<form>`.
///
/// All of it can be thrown away at any moment and is made again when somebody asks. A bound keeps it small: who was not listened to longest goes first. A
/// recording belongs to its item, so that it goes with it.
public final class AudioShelf: Sendable {
    static let disk = BlockingQueue("caunoi.speech", lanes: 4)

    private let root: String
    private let bound: Int64
    /// Bytes on the shelf; nil until somebody has looked.
    private let total = Mutex<Int64?>(nil)

    /// - Parameters:
    ///   - root: made when it is not there.
    ///   - megabytes: how much may stand on it.
    public init(root: String, megabytes: Int) throws {
        self.root = root
        bound = Int64(max(1, megabytes)) * 1024 * 1024
        do {
            try FileManager.default.createDirectory(
                atPath: root + "/making",
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o750]
            )
        } catch {
            throw SpeechFault.disk(reason: "the folder '\(root)' cannot be made")
        }
        // What a crash left half made. Another node that shares the folder is given an hour for what it is making.
        for name in (try? FileManager.default.contentsOfDirectory(atPath: root + "/making")) ?? [] {
            var status = stat()
            if stat(root + "/making/" + name, &status) == 0, time(nil) - status.st_mtim.tv_sec > 3600 { unlink(root + "/making/" + name) }
        }
    }

    /// Items are named by their 13 characters; nothing else becomes a path.
    private func folder(of item: String) throws(SpeechFault) -> String {
        guard item.utf8.count == 13, item.utf8.allSatisfy({ (48...57).contains($0) || (97...122).contains($0) }) else {
            throw .disk(reason: "'\(item)' is no item")
        }
        return "\(root)/\(item.suffix(2))/\(item)"
    }

    /// The recording of an item under a name, when it stands there. Being asked for keeps it from being thrown away.
    func open(_ key: String, of item: String, as form: AudioForm) async throws -> AudioFile? {
        let path = "\(try folder(of: item))/\(key).\(form.rawValue)"
        return try await Self.disk.run {
            let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
            guard descriptor >= 0 else { return nil }
            var status = stat()
            guard fstat(descriptor, &status) == 0, status.st_size > 0 else {
                close(descriptor)
                return nil
            }
            // Once an hour is often enough to know what is listened to.
            if time(nil) - status.st_mtim.tv_sec > 3600 { futimens(descriptor, nil) }
            return AudioFile(descriptor: descriptor, size: Int64(status.st_size), tag: "\(key)\(form == .opus ? "o" : "m")")
        }
    }

    /// Where a recording is made before it stands on the shelf.
    func workplace(_ form: AudioForm) -> String { "\(root)/making/\(String(UInt64.random(in: .min ... .max), radix: 36)).\(form.rawValue)" }

    /// Puts a finished recording in its place, in one step. The item's recordings of what it said before go.
    func place(_ file: String, as key: String, of item: String, _ form: AudioForm) async throws {
        let folder = try folder(of: item)
        let size = try await Self.disk.run {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o750])
            let size = Self.size(of: file)
            for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] where name.hasSuffix("." + form.rawValue) {
                unlink(folder + "/" + name)
            }
            guard rename(file, "\(folder)/\(key).\(form.rawValue)") == 0 else {
                throw SpeechFault.disk(reason: "a recording cannot be placed: \(String(cString: strerror(errno)))")
            }
            return size
        }
        let isFull = total.withLock { total in
            total = total.map { $0 + size }
            return total.map { $0 > bound } ?? true
        }
        if isFull { try await trim() }
    }

    func discard(_ file: String) { unlink(file) }

    /// Throws away all recordings of an item: it was withdrawn, or erased.
    public func remove(item: String) async throws {
        let folder = try folder(of: item)
        try await Self.disk.run {
            guard access(folder, F_OK) == 0 else { return }
            do { try FileManager.default.removeItem(atPath: folder) } catch {
                if access(folder, F_OK) == 0 { throw SpeechFault.disk(reason: "the recordings in '\(folder)' cannot be removed") }
            }
        }
    }

    /// Throws everything away.
    public func empty() async throws {
        let root = root
        try await Self.disk.run {
            for name in (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? [] where name.utf8.count == 2 {
                try FileManager.default.removeItem(atPath: root + "/" + name)
            }
        }
        total.withLock { $0 = 0 }
    }

    /// Bytes that stand on the shelf.
    public func bytes() async throws -> Int64 {
        let root = root
        return try await Self.disk.run { Self.all(in: root).reduce(0) { $0 + $1.size } }
    }

    /// Looks at everything, and throws away what was not listened to longest, down to nine tenths of the bound.
    func trim() async throws {
        let (root, bound) = (root, bound)
        let left = try await Self.disk.run {
            let files = Self.all(in: root)
            var sum = files.reduce(0) { $0 + $1.size }
            guard sum > bound else { return sum }
            for file in files.sorted(by: { ($0.used, $0.path) < ($1.used, $1.path) }) where sum > bound / 10 * 9 {
                if unlink(file.path) == 0 { sum -= file.size }
                // Empty folders of items go too; one that is not empty stays.
                rmdir(String(file.path.prefix(upTo: file.path.lastIndex(of: "/") ?? file.path.endIndex)))
            }
            return sum
        }
        total.withLock { $0 = left }
    }

    /// How far the record was followed: kept beside the recordings, since it says what of them is true.
    public func cursor() async throws -> Int64? {
        let path = root + "/cursor"
        return try await Self.disk.run {
            (try? String(contentsOfFile: path, encoding: .utf8)).flatMap { Int64($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
        }
    }

    public func setCursor(_ cursor: Int64) async throws {
        let path = root + "/cursor"
        try await Self.disk.run {
            do { try Data("\(cursor)\n".utf8).write(to: URL(filePath: path), options: .atomic) } catch {
                throw SpeechFault.disk(reason: "'\(path)' cannot be written")
            }
        }
    }

    private struct Kept {
        let path: String
        let size: Int64
        let used: Int
    }

    private static func size(of path: String) -> Int64 {
        var status = stat()
        return stat(path, &status) == 0 ? Int64(status.st_size) : 0
    }

    private static func all(in root: String) -> [Kept] {
        func names(_ folder: String) -> [String] { (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] }
        var all: [Kept] = []
        for letters in names(root) where letters.utf8.count == 2 {
            for item in names("\(root)/\(letters)") {
                for name in names("\(root)/\(letters)/\(item)") {
                    let path = "\(root)/\(letters)/\(item)/\(name)"
                    var status = stat()
                    guard stat(path, &status) == 0 else { continue }
                    all.append(Kept(path: path, size: Int64(status.st_size), used: status.st_mtim.tv_sec))
                }
            }
        }
        return all
    }
}
