import Foundation
import Glibc
import Store
import Synchronization

/// The database file itself, before SQLite sees it.
enum SQLiteFile {
    /// Makes the file where there is none, readable for its owner and group only, and returns its path without symbolic links,
    /// so that two names of one file share its log and its claim.
    static func prepare(_ path: String) throws -> String {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o640)
        if descriptor >= 0 {
            Glibc.close(descriptor)
        } else if errno != EROFS && errno != EACCES {
            throw StoreFault.unreachable("\(path): \(String(cString: strerror(errno)))")
        }
        guard let resolved = realpath(path, nil) else { throw StoreFault.unreachable("\(path): \(String(cString: strerror(errno)))") }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}

/// A server's claim on a database file: a lock on `<file>-server`, which holds the server's process id. The system drops the lock
/// with the process, however that ends. The file stays: to remove it would let two servers lock two files of one name.
final class SQLiteClaim: Sendable {
    private let descriptor: Mutex<Int32>

    init(beside path: String) throws {
        let name = path + "-server"
        let descriptor = open(name, O_RDWR | O_CREAT | O_CLOEXEC, 0o640)
        guard descriptor >= 0 else { throw StoreFault.readOnly("\(name): \(String(cString: strerror(errno)))") }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            var text = [UInt8](repeating: 0, count: 32)
            let count = pread(descriptor, &text, text.count, 0)
            Glibc.close(descriptor)
            let holder = String(decoding: text.prefix(max(0, count)), as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
            throw StoreFault.locked("\(path) is served by process \(holder.isEmpty ? "unknown" : holder)")
        }
        let pid = Array("\(getpid())\n".utf8)
        // Only a help for people; the lock is what counts, so a full disk does not keep a server from starting.
        _ = ftruncate(descriptor, 0)
        _ = pwrite(descriptor, pid, pid.count, 0)
        self.descriptor = Mutex(descriptor)
    }

    func release() {
        descriptor.withLock { descriptor in
            if descriptor >= 0 { Glibc.close(descriptor) }
            descriptor = -1
        }
    }

    deinit { release() }
}
