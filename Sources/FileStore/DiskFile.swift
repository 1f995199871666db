import Crypto
import Glibc

/// A file open for reading by position. Immutable once open, so it may be shared; closed when nobody holds it.
final class DiskFile: Sendable {
    let path: String
    let size: Int64
    private let descriptor: Int32

    /// - Returns: nil if there is no such file.
    convenience init?(existing path: String) throws {
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        if descriptor < 0 && errno == ENOENT { return nil }
        try self.init(path: path, opened: descriptor)
    }

    convenience init(path: String) throws {
        try self.init(path: path, opened: Glibc.open(path, O_RDONLY | O_CLOEXEC))
    }

    private init(path: String, opened: Int32) throws {
        var status = stat()
        guard opened >= 0, fstat(opened, &status) == 0 else {
            let code = errno
            if opened >= 0 { close(opened) }
            throw FileStoreFault.cannotRead(path: path, reason: reason(of: code))
        }
        self.path = path
        descriptor = opened
        size = Int64(status.st_size)
    }

    deinit {
        close(descriptor)
    }

    func read(at offset: Int64, count: Int) throws -> [UInt8] {
        try [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            filled = try read(at: offset, into: UnsafeMutableRawBufferPointer(buffer))
        }
    }

    /// Reads all of it, as far as it goes now, and says what it is.
    func digest(handing piece: (UnsafeRawBufferPointer) throws -> Void = { _ in }) throws -> StoredFile {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: DiskFileStore.piece, alignment: 4096)
        defer { buffer.deallocate() }
        var hash = SHA256()
        var offset: Int64 = 0
        while true {
            let got = try read(at: offset, into: buffer)
            if got == 0 { return StoredFile(hash: ContentHash(finishing: hash), size: offset) }
            let bytes = UnsafeRawBufferPointer(rebasing: buffer[..<got])
            hash.update(bufferPointer: bytes)
            try piece(bytes)
            offset += Int64(got)
        }
    }

    /// Fills the buffer unless the file ends before.
    private func read(at offset: Int64, into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        var done = 0
        while done < buffer.count {
            let got = pread(descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done, off_t(offset) + off_t(done))
            if got == 0 { break }
            if got > 0 {
                done += got
            } else if errno != EINTR {
                throw FileStoreFault.cannotRead(path: path, reason: reason(of: errno))
            }
        }
        return done
    }
}
