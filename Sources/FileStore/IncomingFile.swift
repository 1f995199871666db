import Glibc
import Synchronization

/// A file being written. It holds a lock on itself, by which others (also other processes) see that its writer lives.
final class IncomingFile: Sendable {
    private let layout: DiskLayout
    private let path: String
    private let descriptor: Int32
    private let call: WriteCall
    private let isOpen = Mutex(true)

    init(_ layout: DiskLayout, call: @escaping WriteCall) throws {
        self.layout = layout
        self.call = call
        (path, descriptor) = try Self.create(in: layout.incoming)
    }

    deinit {
        discard()
    }

    func write(_ bytes: UnsafeRawBufferPointer) throws {
        var done = 0
        while done < bytes.count {
            let wrote = call(descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done)
            if wrote >= 0 {
                done += wrote
            } else if errno != EINTR {
                let fault = writeFault(path, errno)
                // A full disk is given its space back at once.
                discard()
                throw fault
            }
        }
    }

    /// The same file, for reading what was written.
    func reading() throws -> DiskFile { try DiskFile(path: path) }

    /// Makes it durable and gives it its name, in place of what is there under it.
    func place(_ hash: ContentHash) throws {
        guard fsync(descriptor) == 0 else { throw writeFault(path, errno) }
        try layout.makeFolder(of: hash)
        guard rename(path, layout.path(of: hash)) == 0 else { throw writeFault(layout.path(of: hash), errno) }
        isOpen.withLock { isOpen in
            isOpen = false
            close(descriptor)
        }
        try layout.syncFolder(of: hash)
    }

    func discard() {
        isOpen.withLock { isOpen in
            guard isOpen else { return }
            isOpen = false
            unlink(path)
            close(descriptor)
        }
    }

    /// Removes files whose writer is gone: nobody holds their lock.
    static func sweep(_ folder: String) throws {
        for name in try entries(of: folder) where name.hasSuffix(".part") {
            let path = folder + "/" + name
            let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
            guard descriptor >= 0 else { continue }
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { unlink(path) }
            close(descriptor)
        }
    }

    private static func create(in folder: String) throws -> (path: String, descriptor: Int32) {
        while true {
            let path = folder + "/" + String(UInt64.random(in: .min ... .max), radix: 36) + ".part"
            let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o640)
            guard descriptor >= 0 else {
                if errno == EEXIST { continue }
                throw writeFault(path, errno)
            }
            // A sweep may come between making the file and locking it; then the name is gone, and another is taken.
            var status = stat()
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0, fstat(descriptor, &status) == 0, status.st_nlink > 0 {
                return (path, descriptor)
            }
            close(descriptor)
            unlink(path)
        }
    }
}
