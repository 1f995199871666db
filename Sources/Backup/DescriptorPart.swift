import Glibc

extension SealedWriter {
    /// Seals what an open descriptor holds, from its beginning, into a new file.
    /// - Parameter progress: bytes done.
    public static func part(of descriptor: Int32, as path: String, seal: Seal, progress: (Int64) -> Void) throws -> WrittenPart {
        guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw BackupFault.cannotRead(path: path, reason: ByteFile.reason(errno)) }
        let writer = try SealedWriter(path, seal: seal)
        defer { writer.discard() }
        var bytes: Int64 = 0
        while true {
            let piece = try ByteFile.read(descriptor, 1 << 20, path)
            if piece.isEmpty { return try writer.finish() }
            try writer.write(piece)
            bytes += Int64(piece.count)
            progress(bytes)
        }
    }
}

extension SealedReader {
    /// Writes what a part holds into a new file, durable when this returns; of a part that is not the one in the manifest nothing remains.
    public static func restore(_ part: WrittenPart, in folder: String, with opener: Opener, to path: String, progress: (Int64) -> Void) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o640)
        guard descriptor >= 0 else { throw ByteFile.fault(path, errno) }
        defer { close(descriptor) }
        do {
            var bytes: Int64 = 0
            try read(part, in: folder, with: opener) { piece in
                try ByteFile.write(descriptor, piece, path)
                bytes += Int64(piece.count)
                progress(bytes)
            }
            guard fsync(descriptor) == 0 else { throw ByteFile.fault(path, errno) }
        } catch {
            unlink(path)
            throw error
        }
    }
}

/// A copy of a database on its way into a backup: it has no name from the moment it is open, so nothing of it stays, however the process ends.
public final class NamelessFile: Sendable {
    public let path: String
    /// Set once, before anybody else has it.
    public let descriptor: Int32

    /// Makes an empty file; the folder is made where it is missing.
    public init(in folder: String) throws {
        try ByteFile.makeFolder(folder)
        path = "\(folder)/copy"
        // One that a killed run left before it was open to SQLite.
        try ByteFile.remove(path)
        descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw ByteFile.fault(path, errno) }
    }

    /// Takes its name away.
    public func unname() throws {
        guard unlink(path) == 0 || errno == ENOENT else { throw ByteFile.fault(path, errno) }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }
}
